//! `examples.rs` of the sandbox: every documented example as a table.

use proc_macro2::TokenStream;
use quote::quote;

use super::vendor::word;
use crate::model::Vendor;

/// The items of `examples.rs`.
pub(super) fn items(vendors: &[Vendor]) -> Vec<TokenStream> {
    let mut rows = Vec::new();
    for vendor in vendors {
        let name = &vendor.file.vendor;
        for operation in &vendor.operations {
            let operation_name = &operation.name;
            for example in &operation.examples {
                let (file, state) = (&example.file, word(&example.state));
                let arguments = example.arguments.iter().flat_map(|(name, value)| {
                    // A list is its name given several times, as in a call.
                    let several = value.as_array().map(Vec::as_slice);
                    let values = several.unwrap_or(std::slice::from_ref(value)).iter();
                    let values = values.map(|value| value.as_str().unwrap_or_default());
                    values.map(move |value| quote!((#name, #value)))
                });
                // From crates/<crate>/src/generated/ up to the root.
                let path = format!("../../../../schemas/{name}/{file}");
                rows.push(quote! {
                    Example {
                        vendor: #name,
                        operation: #operation_name,
                        file: #file,
                        state: State::#state,
                        arguments: &[#(#arguments),*],
                        reply: include_str!(#path),
                    }
                });
            }
        }
    }
    vec![
        quote!(
            use crate::example::{Example, State};
        ),
        quote! {
            /// Every documented example.
            pub static EXAMPLES: &[Example] = &[#(#rows),*];
        },
    ]
}
