//! The request type: what the document requires stands in the constructor, the rest in setters.

use proc_macro2::TokenStream;
use quote::quote;

use super::choice::closed;
use super::file::{docs, ident};
use super::value::{self, is_list, taken, ty};
use crate::model::doc::english;
use crate::model::{Enumeration, Object, Parameter, ParameterType};

/// The request, the objects in it and the enumerations of its parameters.
#[must_use]
pub fn request(parameters: &[Parameter], objects: &[Object]) -> Vec<TokenStream> {
    let asked = fields(parameters);
    let Parts {
        declared,
        default,
        methods,
    } = struct_of(&asked, "A request with what the document requires.");
    let eq = is_exact(&asked, objects).then(|| quote!(, Eq));
    let default = (!default.is_empty()).then(|| quote!(, #default));
    let pushes: Vec<TokenStream> = asked.iter().map(|parameter| push(parameter)).collect();
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
            #[derive(Debug, Clone, PartialEq #eq #default)]
            #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
            #[non_exhaustive]
            pub struct Request {
                #(#declared,)*
            }
        },
        quote!(impl Request { #methods }),
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
    for object in objects {
        let members = fields(&object.members);
        items.extend(value::object(object, is_exact(&members, objects)));
    }
    let members = objects.iter().flat_map(|object| &object.members);
    for parameter in parameters.iter().chain(members) {
        if let Some(enumeration) = enumeration(&parameter.ty) {
            items.extend(closed(enumeration));
        }
    }
    items
}

/// What callers give.
pub(super) fn fields(parameters: &[Parameter]) -> Vec<&Parameter> {
    let given = parameters.iter().filter(|it| !it.ty.is_constant());
    given.collect()
}

fn enumeration(ty: &ParameterType) -> Option<&Enumeration> {
    match ty {
        ParameterType::Enumeration(enumeration) => Some(enumeration),
        ParameterType::List(item, _) | ParameterType::JsonText(item) => enumeration(&item.ty),
        _ => None,
    }
}

/// Whether two values are equal or not, and never neither, as numbers with a fraction may be.
pub(crate) fn is_exact(fields: &[&Parameter], objects: &[Object]) -> bool {
    fields.iter().all(|field| exact(&field.ty, objects))
}

fn exact(ty: &ParameterType, objects: &[Object]) -> bool {
    match ty {
        ParameterType::Number => false,
        ParameterType::List(item, _) | ParameterType::JsonText(item) => exact(&item.ty, objects),
        ParameterType::Object(name) => objects
            .iter()
            .filter(|object| object.name == *name)
            .all(|object| is_exact(&fields(&object.members), objects)),
        _ => true,
    }
}

/// The parts of a struct that callers fill.
pub(super) struct Parts {
    pub(super) declared: Vec<TokenStream>,
    /// `Default`, where nothing is required.
    pub(super) default: TokenStream,
    /// The constructor and the setters.
    pub(super) methods: TokenStream,
}

pub(super) fn struct_of(fields: &[&Parameter], about: &str) -> Parts {
    let none_required = fields.iter().all(|parameter| !parameter.required);
    let constructor = constructor(fields, about);
    let setters = fields
        .iter()
        .filter(|parameter| !parameter.required)
        .map(|parameter| setter(parameter));
    Parts {
        declared: fields.iter().map(|parameter| field(parameter)).collect(),
        default: if none_required {
            quote!(Default)
        } else {
            TokenStream::new()
        },
        methods: quote!(#constructor #(#setters)*),
    }
}

fn field(parameter: &Parameter) -> TokenStream {
    let (name, ty, doc) = (
        ident(&parameter.rust),
        ty(&parameter.ty),
        docs(&parameter.doc),
    );
    let mut rules = Vec::new();
    if parameter.wire != parameter.rust {
        let wire = &parameter.wire;
        rules.push(quote!(rename = #wire));
    }
    rules.extend(limits(&parameter.ty, parameter.min, parameter.max));
    if let ParameterType::List(item, _) = &parameter.ty {
        let limits = limits(&item.ty, item.min, item.max);
        rules.extend(limits.map(|limits| quote!(inner(#limits))));
    }
    if is_list(&parameter.ty) && !parameter.required {
        // An empty list is one that is left out; without this, its JSON Schema would demand it.
        rules.push(quote!(default));
        rules.push(quote!(skip_serializing_if = "Vec::is_empty"));
    }
    let attribute = (!rules.is_empty())
        .then(|| quote!(#[cfg_attr(feature = "schemars", schemars(#(#rules),*))]));
    let ty = if parameter.required || is_list(&parameter.ty) {
        ty
    } else {
        quote!(Option<#ty>)
    };
    quote!(#doc #attribute pub #name: #ty)
}

/// What a JSON Schema is to say of the least and the most.
fn limits(ty: &ParameterType, min: Option<i64>, max: Option<i64>) -> Option<TokenStream> {
    let [min, max] = [("min", min), ("max", max)].map(|(key, limit)| {
        let (key, limit) = (ident(key), limit?);
        // Where nothing says a type, the compiler takes a number for 32 bits.
        let limit = match i32::try_from(limit) {
            Ok(limit) => proc_macro2::Literal::i32_unsuffixed(limit),
            Err(_) => proc_macro2::Literal::i64_suffixed(limit),
        };
        Some(quote!(#key = #limit))
    });
    let limits: Vec<TokenStream> = [min, max].into_iter().flatten().collect();
    let kind = ident(match ty {
        ParameterType::Integer | ParameterType::Number => "range",
        ParameterType::Text | ParameterType::Personal | ParameterType::List(..) => "length",
        _ => return None,
    });
    (!limits.is_empty()).then(|| quote!(#kind(#(#limits),*)))
}

fn constructor(parameters: &[&Parameter], about: &str) -> TokenStream {
    let required: Vec<&&Parameter> = parameters
        .iter()
        .filter(|parameter| parameter.required)
        .collect();
    if required.is_empty() {
        let doc = docs(&[about.replace(
            " with what the document requires.",
            "; the document requires nothing.",
        )]);
        return quote! {
            #doc
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }
        };
    }
    let said = required
        .iter()
        .map(|parameter| format!("`{}`: {}", parameter.rust, english(&parameter.description)));
    let mut doc = vec![about.to_owned()];
    doc.extend(said);
    let doc = docs(&doc);
    let takes = required.iter().map(|parameter| taken(parameter).0);
    let fields = parameters.iter().map(|parameter| {
        let name = ident(&parameter.rust);
        match (parameter.required, taken(parameter).1) {
            (false, _) if is_list(&parameter.ty) => quote!(#name: Vec::new()),
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
    let value = if is_list(&parameter.ty) {
        value
    } else {
        quote!(Some(#value))
    };
    quote! {
        #doc
        #[must_use]
        pub fn #name(mut self, #takes) -> Self {
            self.#name = #value;
            self
        }
    }
}

fn push(parameter: &Parameter) -> TokenStream {
    let (name, wire) = (ident(&parameter.rust), &parameter.wire);
    match &parameter.ty {
        // An empty list is one that is left out.
        ParameterType::List(item, _) if item.ty.is_single() => {
            let text = value::text(&item.ty, &quote!(value), true);
            quote! {
                for value in &self.#name {
                    arguments.push(#wire, #text);
                }
            }
        }
        ty if is_list(ty) => {
            let text = value::text(ty, &quote!(self.#name), false);
            quote! {
                if !self.#name.is_empty() {
                    arguments.push(#wire, #text);
                }
            }
        }
        ty if parameter.required => {
            let text = value::text(ty, &quote!(self.#name), false);
            quote!(arguments.push(#wire, #text);)
        }
        ty => {
            let text = value::text(ty, &quote!(value), true);
            quote! {
                if let Some(value) = &self.#name {
                    arguments.push(#wire, #text);
                }
            }
        }
    }
}
