//! The request type: what the document requires stands in the constructor, the rest in setters.

use proc_macro2::TokenStream;
use quote::quote;

use super::file::{docs, ident};
use crate::model::doc::english;
use crate::model::{Enumeration, Parameter, ParameterType};

/// The request and the enumerations of its parameters.
#[must_use]
pub fn request(parameters: &[Parameter]) -> Vec<TokenStream> {
    let fields = parameters.iter().map(field);
    let none_required = parameters.iter().all(|parameter| !parameter.required);
    let default = none_required.then(|| quote!(, Default));
    let constructor = constructor(parameters);
    let setters = parameters
        .iter()
        .filter(|parameter| !parameter.required)
        .map(setter);
    let pushes: Vec<TokenStream> = parameters.iter().map(push).collect();
    let arguments = if pushes.is_empty() {
        quote!(request::Arguments::new())
    } else {
        quote! {
            let mut arguments = request::Arguments::new();
            #(#pushes)*
            arguments
        }
    };
    let mut items = vec![
        quote! {
            /// What is asked.
            #[derive(Debug, Clone, PartialEq, Eq #default)]
            #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
            #[non_exhaustive]
            pub struct Request {
                #(#fields,)*
            }
        },
        quote!(impl Request { #constructor #(#setters)* }),
        quote! {
            impl operation::Request for Request {
                type Reply = Reply;
                const OPERATION: &'static spec::Operation = &OPERATION;

                fn arguments(&self) -> request::Arguments {
                    #arguments
                }
            }
        },
    ];
    for parameter in parameters {
        if let ParameterType::Enumeration(enumeration) = &parameter.ty {
            items.extend(closed(enumeration));
        }
    }
    items
}

fn ty(parameter: &Parameter) -> TokenStream {
    match &parameter.ty {
        ParameterType::Text => quote!(String),
        ParameterType::Personal => quote!(wire::Personal),
        ParameterType::Integer => quote!(i64),
        ParameterType::Enumeration(enumeration) => {
            let name = ident(&enumeration.name);
            quote!(#name)
        }
    }
}

fn field(parameter: &Parameter) -> TokenStream {
    let (name, ty, doc) = (ident(&parameter.rust), ty(parameter), docs(&parameter.doc));
    let mut rules = Vec::new();
    if parameter.wire != parameter.rust {
        let wire = &parameter.wire;
        rules.push(quote!(rename = #wire));
    }
    let [min, max] = [("min", parameter.min), ("max", parameter.max)].map(|(key, limit)| {
        let (key, limit) = (ident(key), limit?);
        // Where nothing says a type, the compiler takes a number for 32 bits.
        let limit = match i32::try_from(limit) {
            Ok(limit) => proc_macro2::Literal::i32_unsuffixed(limit),
            Err(_) => proc_macro2::Literal::i64_suffixed(limit),
        };
        Some(quote!(#key = #limit))
    });
    let limits: Vec<TokenStream> = [min, max].into_iter().flatten().collect();
    if !limits.is_empty() {
        let kind = if matches!(parameter.ty, ParameterType::Integer) {
            ident("range")
        } else {
            ident("length")
        };
        rules.push(quote!(#kind(#(#limits),*)));
    }
    let attribute = (!rules.is_empty())
        .then(|| quote!(#[cfg_attr(feature = "schemars", schemars(#(#rules),*))]));
    let ty = if parameter.required {
        ty
    } else {
        quote!(Option<#ty>)
    };
    quote!(#doc #attribute pub #name: #ty)
}

/// How a value is taken, and how it is turned into the field's type.
fn taken(parameter: &Parameter) -> (TokenStream, TokenStream) {
    let (name, ty) = (ident(&parameter.rust), ty(parameter));
    match parameter.ty {
        ParameterType::Text | ParameterType::Personal => {
            (quote!(#name: impl Into<#ty>), quote!(#name.into()))
        }
        ParameterType::Integer | ParameterType::Enumeration(_) => {
            (quote!(#name: #ty), quote!(#name))
        }
    }
}

fn constructor(parameters: &[Parameter]) -> TokenStream {
    let required: Vec<&Parameter> = parameters
        .iter()
        .filter(|parameter| parameter.required)
        .collect();
    if required.is_empty() {
        return quote! {
            /// A request; the document requires nothing.
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }
        };
    }
    let about = required
        .iter()
        .map(|parameter| format!("`{}`: {}", parameter.rust, english(&parameter.description)));
    let mut doc = vec!["A request with what the document requires.".to_owned()];
    doc.extend(about);
    let doc = docs(&doc);
    let takes = required.iter().map(|parameter| taken(parameter).0);
    let fields = parameters.iter().map(|parameter| {
        let name = ident(&parameter.rust);
        match (parameter.required, taken(parameter).1) {
            (false, _) => quote!(#name: None),
            (true, value) if name == value.to_string() => quote!(#name),
            (true, value) => quote!(#name: #value),
        }
    });
    let allow = (required.len() > 7).then(|| quote!(#[allow(clippy::too_many_arguments)]));
    quote! {
        #doc
        #[must_use]
        #allow
        pub fn new(#(#takes),*) -> Self {
            Self { #(#fields),* }
        }
    }
}

fn setter(parameter: &Parameter) -> TokenStream {
    let name = ident(&parameter.rust);
    let doc = docs(&parameter.doc.iter().take(1).cloned().collect::<Vec<_>>());
    let (takes, value) = taken(parameter);
    quote! {
        #doc
        #[must_use]
        pub fn #name(mut self, #takes) -> Self {
            self.#name = Some(#value);
            self
        }
    }
}

fn push(parameter: &Parameter) -> TokenStream {
    let (name, wire) = (ident(&parameter.rust), &parameter.wire);
    let text = |value: TokenStream| match parameter.ty {
        ParameterType::Text | ParameterType::Personal => quote!(#value.as_str()),
        ParameterType::Integer => quote!(#value.to_string()),
        ParameterType::Enumeration(_) => quote!(#value.as_wire()),
    };
    if parameter.required {
        let text = text(quote!(self.#name));
        return quote!(arguments.push(#wire, #text););
    }
    let text = text(quote!(value));
    quote! {
        if let Some(value) = &self.#name {
            arguments.push(#wire, #text);
        }
    }
}

/// An enumeration that the caller picks from: the documented values and no others.
fn closed(enumeration: &Enumeration) -> Vec<TokenStream> {
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
