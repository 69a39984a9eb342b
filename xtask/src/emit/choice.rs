//! Enumerations of a request: unlike those of replies they are closed, since callers pick from what is documented.

use proc_macro2::TokenStream;
use quote::quote;

use super::file::{docs, ident};
use crate::model::Enumeration;

/// An enumeration that the caller picks from: the documented values and no others.
pub(super) fn closed(enumeration: &Enumeration) -> Vec<TokenStream> {
    let (name, doc) = (ident(&enumeration.name), docs(&enumeration.doc));
    let title = &enumeration.name;
    let variants: Vec<_> = enumeration
        .choices
        .iter()
        .map(|choice| ident(&choice.rust))
        .collect();
    let variant_docs = enumeration
        .choices
        .iter()
        .map(|choice| docs(std::slice::from_ref(&choice.doc)));
    let wires: Vec<&String> = enumeration
        .choices
        .iter()
        .map(|choice| &choice.wire)
        .collect();
    let kind = if enumeration.integer {
        "integer"
    } else {
        "string"
    };
    let value = if enumeration.integer {
        quote!(i64)
    } else {
        quote!(&str)
    };
    let constants = enumeration.choices.iter().map(|choice| {
        let (wire, meaning) = (&choice.wire, &choice.meaning);
        match choice.wire.parse::<i64>() {
            Ok(number) if enumeration.integer => {
                let number = proc_macro2::Literal::i64_unsuffixed(number);
                quote!((#number, #meaning))
            }
            _ => quote!((#wire, #meaning)),
        }
    });
    vec![
        quote! {
            #doc
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub enum #name {
                #(#variant_docs #variants,)*
            }
        },
        quote! {
            impl #name {
                /// Every documented value.
                pub const ALL: &'static [Self] = &[#(Self::#variants),*];

                /// The value on the wire.
                #[must_use]
                pub fn as_wire(self) -> &'static str {
                    match self {
                        #(Self::#variants => #wires,)*
                    }
                }

                /// The documented value of that wire text.
                #[must_use]
                pub fn from_wire(value: &str) -> Option<Self> {
                    Self::ALL.iter().copied().find(|known| known.as_wire() == value)
                }
            }
        },
        quote! {
            #[cfg(feature = "schemars")]
            impl schemars::JsonSchema for #name {
                fn inline_schema() -> bool {
                    true
                }

                fn schema_name() -> std::borrow::Cow<'static, str> {
                    #title.into()
                }

                fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                    const VALUES: &[(#value, &str)] = &[#(#constants),*];
                    let values = VALUES.iter().map(|(value, meaning)| schemars::json_schema!({ "const": value, "description": meaning }));
                    schemars::json_schema!({ "type": #kind, "oneOf": values.collect::<Vec<_>>() })
                }
            }
        },
    ]
}
