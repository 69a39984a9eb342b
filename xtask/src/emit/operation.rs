//! One operation's file: its description as data, its request, its reply.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::file::{inner_docs, option};
use super::vendor::{statements, word};
use super::{path_tokens, reply, request, source};
use crate::model::doc::{english, inline};
use crate::model::{Operation, Paging, Parameter, ParameterType, TypeDef, Vendor};

/// The module's own words.
pub(super) fn inner(vendor: &Vendor, operation: &Operation) -> TokenStream {
    let lead = format!(
        "{} ({}).",
        english(&operation.title.en).trim_end_matches('.'),
        inline(&operation.title.zh)
    );
    let mut doc = vec![lead, source(vendor, &operation.section)];
    doc.extend(operation.http.notes.as_deref().map(english));
    doc.extend(statements(&operation.statements));
    inner_docs(&doc)
}

/// The items of the file.
pub(super) fn items(vendor: &Vendor, operation: &Operation) -> Vec<TokenStream> {
    let record = (!operation.lists.is_empty()).then(|| quote!(record,));
    let sign = (!operation.parameters.is_empty()).then(|| quote!(sign,));
    let mut items = vec![
        quote!(use zhixing_core::{operation, #record request, #sign spec, wire};),
        description(vendor, operation),
    ];
    items.extend(request::request(&operation.parameters));
    let mut structs = Vec::new();
    let mut enumerations = Vec::new();
    for def in &operation.types {
        match def {
            TypeDef::Struct(s) => {
                structs.push(super::file::ident(&s.name));
                items.push(reply::structure(s));
                if s.name == "Reply" {
                    items.push(reply::reply_impl(
                        &operation.records,
                        &operation.record,
                        operation.total.as_ref(),
                    ));
                }
            }
            TypeDef::Enumeration(e) => {
                enumerations.push(super::file::ident(&e.name));
                items.extend(reply::enumeration(e));
            }
        }
    }
    items.push(quote!(wire::objects!(#(#structs),*); #(wire::open_enum!(#enumerations);)*));
    items
}

fn description(vendor: &Vendor, operation: &Operation) -> TokenStream {
    let (name, section, path) = (&operation.name, &operation.section, &operation.http.path);
    let (zh, en) = (&operation.title.zh, &operation.title.en);
    let lists = operation.lists.iter().map(|list| word(list));
    let method = word(&operation.http.method);
    let parameters = operation.parameters.iter().map(parameter);
    let envelope = &vendor.file.envelope;
    let (code, message) = (path_tokens(&envelope.code), path_tokens(&envelope.message));
    let payload = option(envelope.payload.as_deref().map(path_tokens));
    let order_number = option(envelope.order_number.as_deref().map(path_tokens));
    let reply = super::described(&operation.described);
    let none = option(
        operation
            .none
            .as_ref()
            .map(|(path, value)| quote!(spec::NoneMarker { path: &[#(#path),*], value: #value })),
    );
    let paging = option(operation.paging.as_ref().map(paging));
    quote! {
        /// The operation, as its document describes it.
        pub static OPERATION: spec::Operation = spec::Operation {
            vendor: &super::VENDOR,
            name: #name,
            title: spec::Bilingual { zh: #zh, en: #en },
            section: #section,
            lists: &[#(record::Kind::#lists),*],
            method: spec::Method::#method,
            path: #path,
            parameters: &[#(#parameters),*],
            envelope: spec::Envelope { code: #code, message: #message, payload: #payload, order_number: #order_number },
            reply: #reply,
            none: #none,
            paging: #paging,
        };
    }
}

fn parameter(parameter: &Parameter) -> TokenStream {
    let (name, required, personal) = (&parameter.wire, parameter.required, parameter.personal);
    let default = option(parameter.default.as_ref().map(|default| quote!(#default)));
    let place = word(&parameter.place);
    let rule = rule(parameter);
    let role = option(parameter.role.as_ref().map(|role| {
        let role = word(role);
        quote!(spec::Role::#role)
    }));
    let (description, verbatim) = (&parameter.description, &parameter.verbatim);
    quote! {
        spec::Parameter {
            name: #name,
            required: #required,
            default: #default,
            place: sign::Place::#place,
            rule: #rule,
            role: #role,
            personal: #personal,
            description: #description,
            verbatim: #verbatim,
        }
    }
}

fn rule(parameter: &Parameter) -> TokenStream {
    match &parameter.ty {
        ParameterType::Enumeration(enumeration) => {
            let values = enumeration.choices.iter().map(|choice| {
                let (wire, meaning) = (&choice.wire, &choice.meaning);
                quote!((#wire, #meaning))
            });
            quote!(spec::Rule::OneOf(&[#(#values),*]))
        }
        ParameterType::Integer => {
            let [min, max] = [parameter.min, parameter.max].map(|limit| {
                option(limit.map(|limit| {
                    let limit = Literal::i64_unsuffixed(limit);
                    quote!(#limit)
                }))
            });
            quote!(spec::Rule::Integer { min: #min, max: #max })
        }
        ParameterType::Text | ParameterType::Personal => {
            let min = size(parameter.min.unwrap_or(0));
            let max = option(parameter.max.map(size));
            quote!(spec::Rule::Text { min: #min, max: #max })
        }
    }
}

fn size(limit: i64) -> TokenStream {
    let literal = Literal::u64_unsuffixed(limit.max(0).unsigned_abs());
    quote!(#literal)
}

/// How further records are asked for.
#[must_use]
pub fn paging(paging: &Paging) -> TokenStream {
    let number = |number: &u64| Literal::u64_unsuffixed(*number);
    match paging {
        Paging::Offset { parameter, size } => {
            let size = number(size);
            quote!(spec::Paging::Offset { parameter: #parameter, size: #size })
        }
        Paging::Page {
            parameter,
            first,
            size_parameter,
            size,
        } => {
            let (first, size) = (number(first), number(size));
            let size_parameter = option(size_parameter.as_ref().map(|name| quote!(#name)));
            quote!(spec::Paging::Page { parameter: #parameter, first: #first, size_parameter: #size_parameter, size: #size })
        }
    }
}
