//! One operation's file: its description as data, its request, its reply.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::file::{inner_docs, option};
use super::rule::rule;
use super::vendor::{statements, word};
use super::{path_tokens, reply, request, source};
use crate::model::doc::{english, inline};
use crate::model::{Object, Operation, Paging, Parameter, ParameterType, TypeDef, Vendor};

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
pub(super) fn items(operation: &Operation) -> Vec<TokenStream> {
    let has_days = operation
        .parameters
        .iter()
        .chain(operation.objects.iter().flat_map(|object| &object.members))
        .any(|parameter| is_day(&parameter.ty));
    let record = (has_days || !operation.lists.is_empty()).then(|| quote!(record,));
    let sign = (!operation.parameters.is_empty()).then(|| quote!(sign,));
    let mut items = vec![
        quote!(use zhixing_core::{operation, #record request, #sign spec, wire};),
        description(operation),
    ];
    items.extend(request::request(&operation.parameters, &operation.objects));
    for def in &operation.types {
        match def {
            TypeDef::Struct(s) => {
                items.push(reply::structure(s));
                if s.name == "Reply" {
                    items.push(reply::reply_impl(
                        &operation.records,
                        &operation.record,
                        operation.total.as_ref(),
                    ));
                }
            }
            TypeDef::Enumeration(e) => items.extend(reply::enumeration(e)),
        }
    }
    items
}

/// The end of the file: what the core makes of the types.
pub(super) fn calls(operation: &Operation) -> String {
    let mut objects = String::from("wire::objects! {\n");
    let mut enumerations = String::new();
    for def in &operation.types {
        match def {
            TypeDef::Struct(s) => objects.push_str(&reply::keys(s)),
            TypeDef::Enumeration(e) => {
                enumerations.push_str(&format!("wire::open_enum!({});\n", e.name));
            }
        }
    }
    objects + "}\n" + &enumerations
}

/// Whether a day is somewhere in it, apart from the objects in it.
fn is_day(ty: &ParameterType) -> bool {
    match ty {
        ParameterType::Date(_) => true,
        ParameterType::List(item, _) | ParameterType::JsonText(item) => is_day(&item.ty),
        _ => false,
    }
}

fn description(operation: &Operation) -> TokenStream {
    let (name, section, path) = (&operation.name, &operation.section, &operation.http.path);
    let (zh, en) = (&operation.title.zh, &operation.title.en);
    let lists = operation.lists.iter().map(|list| word(list));
    let method = word(&operation.http.method);
    let parameters = operation
        .parameters
        .iter()
        .map(|it| parameter(it, &operation.objects));
    let envelope = &operation.envelope;
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

fn parameter(parameter: &Parameter, objects: &[Object]) -> TokenStream {
    let (name, required, personal) = (&parameter.wire, parameter.required, parameter.personal);
    let default = option(parameter.default.as_ref().map(|default| quote!(#default)));
    let place = word(&parameter.place);
    let rule = rule(parameter, objects);
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
