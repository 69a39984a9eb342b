//! `status.rs`: the vendor's status codes as an enumeration.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::file::{docs, ident};
use super::text::Item;
use super::vendor::status_doc;

use crate::model::naming::Scope;
use crate::model::{Status, Vendor};

/// The items of `status.rs`.
#[must_use]
pub fn items(vendor: &Vendor) -> Vec<Item> {
    let statuses = &vendor.file.statuses;
    let mut scope = Scope::variants(true);
    let variants: Vec<_> = statuses
        .iter()
        .map(|status| ident(&scope.claim(&status.name)))
        .collect();
    let variant_docs = statuses.iter().map(|status| docs(&status_doc(status)));
    let doc = docs(&[
        "The status codes that the document lists.".into(),
        example(vendor, &variants),
    ]);
    let held = statuses
        .iter()
        .map(|status| status.code.range().map(|_| quote!((i64))));
    let lookups = lookups(statuses, &variants);
    [
        quote!(
            use zhixing_core::{Error, spec};
        ),
        quote! {
            #doc
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub enum Status {
                #(#variant_docs #variants #held,)*
            }
        },
        quote! {
            impl Status {
                #lookups
            }
        },
    ]
    .map(Item::Tokens)
    .into()
}

/// Between codes and variants. Without ranges each code is a text that is written down here; a
/// variant of a range holds the code that arrived.
fn lookups(statuses: &[Status], variants: &[Ident]) -> TokenStream {
    let single = statuses
        .iter()
        .zip(variants)
        .filter_map(|(status, variant)| {
            let code = status.code.to_string();
            status.code.range().is_none().then_some((code, variant))
        });
    let (codes, single): (Vec<String>, Vec<&Ident>) = single.unzip();
    let ranges = statuses
        .iter()
        .zip(variants)
        .filter_map(|(status, variant)| {
            let (from, to) = status.code.range()?;
            let [from, to] = [from, to].map(Literal::i64_unsuffixed);
            Some((quote!(#from..=#to), variant))
        });
    let (limits, ranged): (Vec<TokenStream>, Vec<&Ident>) = ranges.unzip();
    let (of, otherwise, code, meaning) = if ranged.is_empty() {
        (
            quote!(
                error
                    .status()
                    .and_then(|status| Self::from_code(status.code))
            ),
            quote!(return None),
            quote! {
                pub fn code(self) -> &'static str {
                    match self {
                        #(Self::#single => #codes,)*
                    }
                }
            },
            quote!(self.code()),
        )
    } else {
        (
            quote! {
                error.status()?;
                error.code().and_then(Self::from_code)
            },
            quote! {
                {
                    let number = code.parse::<i64>().ok().filter(|number| number.to_string() == code)?;
                    match number {
                        #(#limits => Self::#ranged(number),)*
                        _ => return None,
                    }
                }
            },
            quote! {
                pub fn code(self) -> std::borrow::Cow<'static, str> {
                    match self {
                        #(Self::#single => #codes.into(),)*
                        #(Self::#ranged(code) => code.to_string().into(),)*
                    }
                }
            },
            quote!(&self.code()),
        )
    };
    quote! {
        /// The status that made a call fail; `None` for a failure that is not a documented status.
        #[must_use]
        pub fn of(error: &Error) -> Option<Self> {
            #of
        }

        /// The status of that code.
        #[must_use]
        pub fn from_code(code: &str) -> Option<Self> {
            Some(match code {
                #(#codes => Self::#single,)*
                _ => #otherwise,
            })
        }

        /// The code on the wire.
        #[must_use]
        #code

        /// What the document says of it.
        #[must_use]
        pub fn meaning(self) -> &'static str {
            spec::meaning_of(&super::VENDOR, #meaning)
        }
    }
}

fn example(vendor: &Vendor, variants: &[Ident]) -> String {
    let name = &vendor.file.vendor;
    let balance = vendor
        .file
        .statuses
        .iter()
        .position(|status| status.class == "balance" && status.code.range().is_none())
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
