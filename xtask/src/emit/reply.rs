//! The reply's types: structs whose fields are tolerant, the key of each field, and open enumerations.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::file::{docs, ident};
use crate::model::{Enumeration, Field, Path, Struct, Ty};

/// One object.
#[must_use]
pub fn structure(structure: &Struct) -> TokenStream {
    let (name, doc) = (ident(&structure.name), docs(&structure.doc));
    let fields = structure.fields.iter().map(field);
    // Not `schemars(required)` on the field: schemars ignores it where serde may leave a field out. And
    // `vec!`, since a long list in plain brackets would exhaust the recursion of `json!`.
    let required: Vec<&String> = structure
        .fields
        .iter()
        .filter(|field| field.required)
        .map(|field| &field.wire)
        .collect();
    let required = (!required.is_empty()).then(|| {
        quote!(#[cfg_attr(feature = "schemars", schemars(extend("required" = vec![#(#required),*])))])
    });
    quote! {
        #doc
        #[derive(Debug, Clone, PartialEq)]
        #[cfg_attr(
            feature = "schemars",
            derive(schemars::JsonSchema),
            serde(default),
            schemars(transform = wire::without_defaults)
        )]
        #required
        #[non_exhaustive]
        pub struct #name {
            #(#fields,)*
            /// Fields that the document does not list.
            #[cfg_attr(feature = "schemars", serde(flatten))]
            pub extra: wire::Extra,
        }
    }
}

/// Which field stands under which key: the core reads and writes by it.
pub(super) fn keys(structure: &Struct) -> String {
    let mut text = format!("    {} {{\n", structure.name);
    for field in &structure.fields {
        let key = Literal::string(&field.wire);
        text.push_str(&format!("        {key} => {},\n", field.rust));
    }
    text + "    }\n"
}

fn field(field: &Field) -> TokenStream {
    let (name, doc, ty) = (ident(&field.rust), docs(&field.doc), ty(&field.ty));
    let rename = (field.wire != field.rust).then(|| {
        let wire = &field.wire;
        quote!(#[cfg_attr(feature = "schemars", serde(rename = #wire))])
    });
    quote! {
        #doc
        #rename
        pub #name: wire::Field<#ty>
    }
}

fn ty(ty: &Ty) -> TokenStream {
    match ty {
        Ty::Text => quote!(String),
        Ty::Personal => quote!(wire::Personal),
        Ty::Integer => quote!(i64),
        Ty::Number => quote!(f64),
        Ty::Boolean => quote!(bool),
        Ty::JsonText(_) => quote!(wire::JsonText),
        Ty::Any => quote!(wire::Any),
        Ty::Named(name) => {
            let name = ident(name);
            quote!(#name)
        }
        Ty::Boxed(name) => {
            let name = ident(name);
            quote!(Box<#name>)
        }
        Ty::List(inner) => {
            let inner = self::ty(inner);
            quote!(Vec<#inner>)
        }
        Ty::Map(inner) => {
            let inner = self::ty(inner);
            quote!(std::collections::BTreeMap<String, wire::Field<#inner>>)
        }
    }
}

/// What the core asks of a reply.
#[must_use]
pub fn reply_impl(records: &Path, record: &str, total: Option<&Path>) -> TokenStream {
    let record = ident(record);
    let borrowed = match reach(records, "get") {
        (Some(owner), list) => quote!(#owner.map_or(&[], |value| value.#list.as_slice())),
        (None, list) => quote!(self.#list.as_slice()),
    };
    let moved = match reach(records, "into_option") {
        (Some(owner), list) => quote!(#owner.and_then(|value| value.#list.into_option())),
        (None, list) => quote!(self.#list.into_option()),
    };
    let total = total.map_or_else(
        || quote!(None),
        |path| match reach(path, "get") {
            (Some(owner), number) => quote!(#owner.and_then(|value| value.#number.get()).copied()),
            (None, number) => quote!(self.#number.get().copied()),
        },
    );
    quote! {
        impl operation::Reply for Reply {
            type Record = #record;

            fn records(&self) -> &[#record] {
                #borrowed
            }

            fn into_records(self) -> Vec<#record> {
                #moved.unwrap_or_default()
            }

            fn total(&self) -> Option<i64> {
                #total
            }
        }
    }
}

/// The object that holds the last field of a path, and that field. `None` is the reply itself.
fn reach(path: &Path, method: &str) -> (Option<TokenStream>, Ident) {
    let method = ident(method);
    let mut names = path.iter().map(|step| ident(&step.rust));
    let last = names.next_back().unwrap_or_else(|| ident("extra")); // paths are never empty
    let owner = names.fold(None, |owner: Option<TokenStream>, name| {
        Some(match owner {
            None => quote!(self.#name.#method()),
            Some(owner) => quote!(#owner.and_then(|value| value.#name.#method())),
        })
    });
    (owner, last)
}

/// A list of values that stays open.
#[must_use]
pub fn enumeration(enumeration: &Enumeration) -> Vec<TokenStream> {
    let (name, doc, integer) = (
        ident(&enumeration.name),
        docs(&enumeration.doc),
        enumeration.integer,
    );
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
    let meanings = enumeration.choices.iter().map(|choice| &choice.meaning);
    let (from_wire, as_wire) = if variants.is_empty() {
        let unknown = quote!(Self::Unknown(wire::Unknown::undocumented(value)));
        (
            unknown,
            quote!(let Self::Unknown(value) = self; value.as_str()),
        )
    } else {
        let from_wire = quote! {
            match value {
                #(#wires => Self::#variants,)*
                other => Self::Unknown(wire::Unknown::undocumented(other)),
            }
        };
        let as_wire = quote! {
            match self {
                #(Self::#variants => #wires,)*
                Self::Unknown(value) => value.as_str(),
            }
        };
        (from_wire, as_wire)
    };
    vec![
        quote! {
            #doc
            #[derive(Debug, Clone, PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub enum #name {
                #(#variant_docs #variants,)*
                /// A value that the document does not list.
                Unknown(wire::Unknown),
            }
        },
        quote! {
            impl wire::OpenEnum for #name {
                const KNOWN: &'static [(&'static str, &'static str)] = &[#((#wires, #meanings)),*];
                const INTEGER: bool = #integer;

                fn from_wire(value: &str) -> Self {
                    #from_wire
                }

                fn as_wire(&self) -> &str {
                    #as_wire
                }
            }
        },
    ]
}
