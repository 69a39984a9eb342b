//! What a reply holds, as data.

use proc_macro2::TokenStream;
use quote::quote;

use super::file::ident;
use crate::model::described::{Form, Member, Object};

/// The objects of a reply.
#[must_use]
pub fn described(objects: &[Object]) -> TokenStream {
    let objects = objects.iter().map(object);
    quote!(&[#(#objects),*])
}

fn object(object: &Object) -> TokenStream {
    let (name, schema) = (&object.name, &object.schema);
    let fields = object.fields.iter().map(field);
    quote!(spec::Object { name: #name, schema: #schema, fields: &[#(#fields),*] })
}

fn field(field: &Member) -> TokenStream {
    let (wire, form) = (&field.wire, form(&field.form));
    if field.required {
        quote!(spec::Field::required(#wire, #form))
    } else {
        quote!(spec::Field::new(#wire, #form))
    }
}

fn form(it: &Form) -> TokenStream {
    match it {
        Form::Text => quote!(spec::Shape::Text),
        Form::Integer => quote!(spec::Shape::Integer),
        Form::Number => quote!(spec::Shape::Number),
        Form::Boolean => quote!(spec::Shape::Boolean),
        Form::Any(types) => {
            let types = types.iter().map(|it| ident(json_type(it)));
            quote!(spec::Shape::Any(&[#(spec::JsonType::#types),*]))
        }
        Form::Choice(name) => {
            let name = ident(name);
            quote!(<#name as wire::OpenEnum>::SHAPE)
        }
        Form::JsonText(None) => quote!(spec::Shape::JsonText(None)),
        Form::JsonText(Some(inner)) => {
            let inner = form(inner);
            quote!(spec::Shape::JsonText(Some(&#inner)))
        }
        Form::List(inner) => {
            let inner = form(inner);
            quote!(spec::Shape::List(&#inner))
        }
        Form::Map(inner) => {
            let inner = form(inner);
            quote!(spec::Shape::Map(&#inner))
        }
        Form::Object(name) => quote!(spec::Shape::Object(#name)),
        Form::Or(instead, inner) => {
            let inner = form(inner);
            let instead = instead.iter().map(|name| ident(name));
            quote!(spec::Shape::Or(&[#(spec::Instead::#instead),*], &#inner))
        }
    }
}

/// The core's name of a type of JSON Schema.
fn json_type(name: &str) -> &'static str {
    match name {
        "boolean" => "Boolean",
        "integer" => "Integer",
        "number" => "Number",
        "string" => "Text",
        "array" => "List",
        "object" => "Object",
        _ => "Null",
    }
}
