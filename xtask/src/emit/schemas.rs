//! `schemas.rs` of the command: every operation's schema as it was when the types were made from it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Vendor;

/// The items of `schemas.rs`.
pub(super) fn items(vendors: &[Vendor]) -> Vec<TokenStream> {
    let operations = vendors.iter().flat_map(|vendor| {
        let vendor_name = &vendor.file.vendor;
        vendor.operations.iter().map(move |operation| {
            let name = &operation.name;
            // From crates/<crate>/src/generated/ up to the root.
            let path = format!("../../../../{}", operation.schema);
            quote!((#vendor_name, #name, include_str!(#path)))
        })
    });
    vec![quote! {
        /// Every schema by vendor and operation.
        pub(crate) static SCHEMAS: &[(&str, &str, &str)] = &[#(#operations),*];
    }]
}
