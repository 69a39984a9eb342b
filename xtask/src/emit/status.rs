//! `status.rs`: the vendor's status codes as an enumeration.

use proc_macro2::TokenStream;
use quote::quote;

use super::file::{docs, ident};
use super::vendor::status_doc;
use crate::model::Vendor;
use crate::model::naming::Scope;

/// The items of `status.rs`.
#[must_use]
pub fn items(vendor: &Vendor) -> Vec<TokenStream> {
    let statuses = &vendor.file.statuses;
    let mut scope = Scope::variants(true);
    let variants: Vec<_> = statuses
        .iter()
        .map(|status| ident(&scope.claim(&status.name)))
        .collect();
    let codes: Vec<String> = statuses
        .iter()
        .map(|status| status.code.to_string())
        .collect();
    let variant_docs = statuses.iter().map(|status| docs(&status_doc(status)));
    let doc = docs(&[
        "The status codes that the document lists.".into(),
        example(vendor, &variants),
    ]);
    vec![
        quote!(
            use zhixing_core::{Error, spec};
        ),
        quote! {
            #doc
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub enum Status {
                #(#variant_docs #variants,)*
            }
        },
        quote! {
            impl Status {
                /// The status that made a call fail; `None` for a failure that is not a documented status.
                #[must_use]
                pub fn of(error: &Error) -> Option<Self> {
                    error.status().and_then(|status| Self::from_code(status.code))
                }

                /// The status of that code.
                #[must_use]
                pub fn from_code(code: &str) -> Option<Self> {
                    Some(match code {
                        #(#codes => Self::#variants,)*
                        _ => return None,
                    })
                }

                /// The code on the wire.
                #[must_use]
                pub fn code(self) -> &'static str {
                    match self {
                        #(Self::#variants => #codes,)*
                    }
                }

                /// What the document says of it.
                #[must_use]
                pub fn meaning(self) -> &'static str {
                    spec::meaning_of(&super::VENDOR, self.code())
                }
            }
        },
    ]
}

fn example(vendor: &Vendor, variants: &[proc_macro2::Ident]) -> String {
    let name = &vendor.file.vendor;
    let balance = vendor
        .file
        .statuses
        .iter()
        .position(|status| status.class == "balance")
        .and_then(|index| variants.get(index));
    let arm = balance
        .map(|variant| {
            format!("    Some({name}::Status::{variant}) => println!(\"top up the account\"),\n")
        })
        .unwrap_or_default();
    format!(
        "```\n# fn advise(error: &{name}::Error) {{\nmatch {name}::Status::of(error) {{\n{arm}    \
         Some(status) => println!(\"{{}}: {{}}\", status.code(), status.meaning()),\n    \
         None => println!(\"{{error}}\"),\n}}\n# }}\n```"
    )
}
