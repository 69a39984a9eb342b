//! What fields of a request hold, how they are taken, and how they become text or JSON.

use proc_macro2::TokenStream;
use quote::quote;

use super::file::{docs, ident};
use super::request::{Parts, fields, struct_of};
use crate::model::{Object, Parameter, ParameterType};

/// The type of a value.
pub(super) fn ty(ty: &ParameterType) -> TokenStream {
    match ty {
        ParameterType::Text | ParameterType::Constant { .. } => quote!(String),
        ParameterType::Personal => quote!(wire::Personal),
        ParameterType::Integer => quote!(i64),
        ParameterType::Number => quote!(f64),
        ParameterType::Boolean => quote!(bool),
        ParameterType::Date(_) => quote!(record::Date),
        ParameterType::Enumeration(enumeration) => {
            let name = ident(&enumeration.name);
            quote!(#name)
        }
        ParameterType::Object(name) => {
            let name = ident(name);
            quote!(#name)
        }
        ParameterType::List(item, _) => {
            let inner = self::ty(&item.ty);
            quote!(Vec<#inner>)
        }
        ParameterType::JsonText(inner) => self::ty(&inner.ty),
    }
}

/// Whether a value is text that callers may give in any form.
fn is_text(ty: &ParameterType) -> bool {
    matches!(ty, ParameterType::Text | ParameterType::Personal)
}

/// What holds JSON text holds what the text does.
fn inside(ty: &ParameterType) -> &ParameterType {
    match ty {
        ParameterType::JsonText(inner) => inside(&inner.ty),
        other => other,
    }
}

/// How a value is taken, and how it is turned into the field's type.
pub(super) fn taken(parameter: &Parameter) -> (TokenStream, TokenStream) {
    let (name, ty) = (ident(&parameter.rust), self::ty(&parameter.ty));
    match inside(&parameter.ty) {
        ParameterType::List(item, _) => {
            let inner = self::ty(&item.ty);
            if is_text(&item.ty) {
                (
                    quote!(#name: impl IntoIterator<Item = impl Into<#inner>>),
                    quote!(#name.into_iter().map(Into::into).collect()),
                )
            } else {
                (
                    quote!(#name: impl IntoIterator<Item = #inner>),
                    quote!(#name.into_iter().collect()),
                )
            }
        }
        text if is_text(text) => (quote!(#name: impl Into<#ty>), quote!(#name.into())),
        _ => (quote!(#name: #ty), quote!(#name)),
    }
}

/// Whether leaving it out is the field's own empty value, and no `Option` stands around it.
pub(super) fn is_list(ty: &ParameterType) -> bool {
    matches!(inside(ty), ParameterType::List(..))
}

/// A single value as text. `reference` says that the tokens are one.
pub(super) fn text(ty: &ParameterType, value: &TokenStream, reference: bool) -> TokenStream {
    match ty {
        ParameterType::Text | ParameterType::Personal => quote!(#value.as_str()),
        ParameterType::Enumeration(_) => quote!(#value.as_wire()),
        ParameterType::Date(pattern) => {
            let day = dereferenced(value, reference);
            quote!(request::date(#day, #pattern))
        }
        ParameterType::Integer | ParameterType::Number | ParameterType::Boolean => {
            quote!(#value.to_string())
        }
        ParameterType::List(..)
        | ParameterType::Object(_)
        | ParameterType::JsonText(_)
        | ParameterType::Constant { .. } => {
            let json = json(inside(ty), value, reference);
            quote!(request::json(#json))
        }
    }
}

fn dereferenced(value: &TokenStream, reference: bool) -> TokenStream {
    if reference {
        quote!(*#value)
    } else {
        quote!(#value)
    }
}

/// A value as something that serialises as the JSON on the wire: a reference to it.
fn json(ty: &ParameterType, value: &TokenStream, reference: bool) -> TokenStream {
    match ty {
        ParameterType::Enumeration(enumeration) if enumeration.integer => {
            quote!(&request::number(#value.as_wire()))
        }
        ParameterType::Enumeration(_) => quote!(#value.as_wire()),
        ParameterType::Date(_) | ParameterType::JsonText(_) => {
            let text = text(ty, value, reference);
            quote!(&#text)
        }
        ParameterType::List(item, _) if !is_plain(&item.ty) => {
            let inner = owned(&item.ty);
            quote!(&#value.iter().map(|value| #inner).collect::<Vec<_>>())
        }
        _ if reference => quote!(#value),
        _ => quote!(&#value),
    }
}

/// An item of a list, made new: what stands in a list cannot be borrowed from the closure that makes it.
fn owned(ty: &ParameterType) -> TokenStream {
    let value = quote!(value);
    match ty {
        ParameterType::Enumeration(enumeration) if enumeration.integer => {
            quote!(request::number(value.as_wire()))
        }
        ParameterType::List(item, _) if !is_plain(&item.ty) => {
            let inner = owned(&item.ty);
            quote!(value.iter().map(|value| #inner).collect::<Vec<_>>())
        }
        other if is_plain(other) => value,
        other => text(other, &value, true),
    }
}

/// Whether the type itself serialises as the JSON on the wire.
fn is_plain(ty: &ParameterType) -> bool {
    match ty {
        ParameterType::Enumeration(_) | ParameterType::Date(_) | ParameterType::JsonText(_) => {
            false
        }
        ParameterType::List(item, _) => is_plain(&item.ty),
        _ => true,
    }
}

/// An object of a JSON body: what the document requires stands in the constructor, as in a request.
pub(super) fn object(object: &Object, exact: bool) -> Vec<TokenStream> {
    let name = ident(&object.name);
    let doc = docs(&object.doc);
    let members = fields(&object.members);
    let Parts {
        declared,
        default,
        methods,
    } = struct_of(&members, "The object with what the document requires.");
    let eq = exact.then(|| quote!(Eq,));
    let entries = members.iter().map(|member| {
        let (field, wire) = (ident(&member.rust), &member.wire);
        let entry = |value: TokenStream, reference| {
            let value = json(&member.ty, &value, reference);
            quote!(serde::ser::SerializeMap::serialize_entry(&mut members, #wire, #value)?;)
        };
        if member.required {
            return entry(quote!(self.#field), false);
        }
        if is_list(&member.ty) {
            let entry = entry(quote!(self.#field), false);
            return quote!(if !self.#field.is_empty() { #entry });
        }
        let entry = entry(quote!(value), true);
        quote!(if let Some(value) = &self.#field { #entry })
    });
    let entries: Vec<TokenStream> = entries.collect();
    let writer = if entries.is_empty() {
        quote!(let members = serializer.serialize_map(None)?;)
    } else {
        quote!(let mut members = serializer.serialize_map(None)?; #(#entries)*)
    };
    vec![
        quote! {
            #doc
            #[derive(Debug, Clone, PartialEq, #eq #default)]
            #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
            #[non_exhaustive]
            pub struct #name {
                #(#declared,)*
            }
        },
        quote!(impl #name { #methods }),
        quote! {
            impl serde::Serialize for #name {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    #writer
                    serde::ser::SerializeMap::end(members)
                }
            }
        },
    ]
}
