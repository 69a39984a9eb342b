//! The rules of parameters, as the core reads them.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::file::option;
use crate::model::{Item, ListStyle, Object, Parameter, ParameterType};

/// A type with its limits.
#[derive(Clone, Copy)]
struct Limited<'a> {
    ty: &'a ParameterType,
    min: Option<i64>,
    max: Option<i64>,
}

impl<'a> From<&'a Parameter> for Limited<'a> {
    fn from(parameter: &'a Parameter) -> Self {
        Self {
            ty: &parameter.ty,
            min: parameter.min,
            max: parameter.max,
        }
    }
}

impl<'a> From<&'a Item> for Limited<'a> {
    fn from(item: &'a Item) -> Self {
        Self {
            ty: &item.ty,
            min: item.min,
            max: item.max,
        }
    }
}

/// The rule of a parameter; `objects` are those of its operation.
pub(super) fn rule(parameter: &Parameter, objects: &[Object]) -> TokenStream {
    of(parameter.into(), parameter.place == "json", objects)
}

/// `json` says that the value stands in JSON, where numbers and text are told apart.
fn of(limited: Limited<'_>, json: bool, objects: &[Object]) -> TokenStream {
    let number = |limit: Option<i64>| {
        option(limit.map(|limit| {
            let limit = Literal::i64_unsuffixed(limit);
            quote!(#limit)
        }))
    };
    let (min, max) = (number(limited.min), number(limited.max));
    let (least, most) = (
        size(limited.min.unwrap_or(0)),
        option(limited.max.map(size)),
    );
    match limited.ty {
        ParameterType::Enumeration(enumeration) => {
            let values = enumeration.choices.iter().map(|choice| {
                let (wire, meaning) = (&choice.wire, &choice.meaning);
                quote!((#wire, #meaning))
            });
            if json && enumeration.integer {
                quote!(spec::Rule::OneOfNumbers(&[#(#values),*]))
            } else {
                quote!(spec::Rule::OneOf(&[#(#values),*]))
            }
        }
        ParameterType::Integer => quote!(spec::Rule::Integer { min: #min, max: #max }),
        ParameterType::Number => quote!(spec::Rule::Number { min: #min, max: #max }),
        ParameterType::Boolean => quote!(spec::Rule::Boolean),
        ParameterType::Date(pattern) => quote!(spec::Rule::Date(#pattern)),
        ParameterType::Text | ParameterType::Personal => {
            quote!(spec::Rule::Text { min: #least, max: #most })
        }
        ParameterType::Constant { value, quoted } => {
            quote!(spec::Rule::Constant { value: #value, quoted: #quoted })
        }
        ParameterType::List(item, style) => {
            let as_json = matches!(style, ListStyle::Json);
            let items = of((&**item).into(), json || as_json, objects);
            let style = match style {
                ListStyle::Repeated => quote!(Repeated),
                ListStyle::Brackets => quote!(Brackets),
                ListStyle::Json => quote!(Json),
                ListStyle::Joined(by) => quote!(Joined(#by)),
            };
            quote!(spec::Rule::List { items: &#items, min: #least, max: #most, style: spec::ListStyle::#style })
        }
        ParameterType::JsonText(inner) => {
            let inner = of((&**inner).into(), true, objects);
            quote!(spec::Rule::JsonText(&#inner))
        }
        ParameterType::Object(name) => {
            let members = objects.iter().find(|object| object.name == *name);
            let members = members.into_iter().flat_map(|object| &object.members);
            let members = members.map(|member| {
                let (name, required) = (&member.wire, member.required);
                let rule = of(member.into(), true, objects);
                quote!(spec::Member { name: #name, required: #required, rule: #rule })
            });
            quote!(spec::Rule::Object(&[#(#members),*]))
        }
    }
}

fn size(limit: i64) -> TokenStream {
    let literal = Literal::u64_unsuffixed(limit.max(0).unsigned_abs());
    quote!(#literal)
}
