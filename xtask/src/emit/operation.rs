//! One operation's file: its description as data, its request, its reply.

use super::data::{boolean, list, number, option, path, record, table, text};
use super::described::described;
use super::flow::Node;
use super::rule::rule;
use super::text::{Item, Written, inner_docs};
use super::vendor::statements;
use super::{place, reply, request, source, word};
use crate::model::doc::{english, inline};
use crate::model::{Object, Operation, Paging, Parameter, ParameterType, TypeDef, VendorFile};

/// The module's own words.
fn inner(vendor: &VendorFile, operation: &Operation) -> Item {
    let lead = format!(
        "{} ({}).",
        english(&operation.title.en).trim_end_matches('.'),
        inline(&operation.title.zh)
    );
    let mut doc = vec![lead, source(vendor, &operation.section)];
    doc.extend(operation.http.notes.as_deref().map(english));
    doc.extend(statements(&operation.statements));
    let text = inner_docs(&doc);
    Item::from(Written::laid(text.trim_end().to_owned()))
}

/// The items of the file.
pub(super) fn items(vendor: &VendorFile, operation: &Operation) -> Vec<Item> {
    let has_days = operation
        .parameters
        .iter()
        .chain(operation.objects.iter().flat_map(|object| &object.members))
        .any(|parameter| is_day(&parameter.ty));
    let mut used = vec!["operation", "request", "spec", "wire"];
    if has_days || !operation.lists.is_empty() {
        used.push("record");
    }
    if !operation.parameters.is_empty() {
        used.push("sign");
    }
    used.sort_unstable();
    let mut items = vec![
        inner(vendor, operation),
        Item::lines(format!("use zhixing_core::{{{}}};", used.join(", "))),
        description(operation).into(),
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
            TypeDef::Struct(s) => reply::keys(s, &mut objects),
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

fn description(operation: &Operation) -> Written {
    let title = &operation.title;
    let title = [("zh", text(&title.zh)), ("en", text(&title.en))];
    let lists = operation.lists.iter();
    let lists = lists.map(|list| path(format!("record::Kind::{}", word(list))));
    let method = format!("spec::Method::{}", word(&operation.http.method));
    let parameters = operation.parameters.iter();
    let parameters = parameters.map(|it| parameter(it, &operation.objects));
    let envelope = &operation.envelope;
    let optional = |pointer: &Option<String>| option(pointer.as_deref().map(place));
    let envelope = [
        ("code", place(&envelope.code)),
        ("message", place(&envelope.message)),
        ("payload", optional(&envelope.payload)),
        ("order_number", optional(&envelope.order_number)),
    ];
    let none = operation.none.as_ref().map(|(path, value)| {
        let keys = list(path.iter().map(|key| text(key)));
        record("spec::NoneMarker", [("path", keys), ("value", text(value))])
    });
    let fields = [
        ("vendor", path("super::VENDOR").referred()),
        ("name", text(&operation.name)),
        ("title", record("spec::Bilingual", title)),
        ("section", text(&operation.section)),
        ("lists", list(lists)),
        ("method", path(method)),
        ("path", text(&operation.http.path)),
        ("parameters", list(parameters)),
        ("envelope", record("spec::Envelope", envelope)),
        ("reply", described(&operation.described)),
        ("none", option(none)),
        ("returned", optional(&operation.returned)),
        ("paging", option(operation.paging.as_ref().map(paging))),
    ];
    table(
        &["The operation, as its document describes it.".into()],
        "pub static OPERATION: spec::Operation",
        &record("spec::Operation", fields),
    )
}

fn parameter<'a>(parameter: &'a Parameter, objects: &'a [Object]) -> Node<'a> {
    let default = parameter.default.as_deref().map(text);
    let role = parameter.role.as_ref();
    let role = role.map(|role| path(format!("spec::Role::{}", word(role))));
    let fields = [
        ("name", text(&parameter.wire)),
        ("required", boolean(parameter.required)),
        ("default", option(default)),
        (
            "place",
            path(format!("sign::Place::{}", word(&parameter.place))),
        ),
        ("rule", rule(parameter, objects)),
        ("role", option(role)),
        ("personal", boolean(parameter.personal)),
        ("description", text(&parameter.description)),
        ("verbatim", text(&parameter.verbatim)),
    ];
    record("spec::Parameter", fields)
}

/// How further records are asked for.
fn paging(paging: &Paging) -> Node<'_> {
    match paging {
        Paging::Offset { parameter, size } => {
            let fields = [("parameter", text(parameter)), ("size", number(size))];
            record("spec::Paging::Offset", fields)
        }
        Paging::Page {
            parameter,
            first,
            size_parameter,
            size,
        } => {
            let size_parameter = size_parameter.as_deref().map(text);
            let fields = [
                ("parameter", text(parameter)),
                ("first", number(first)),
                ("size_parameter", option(size_parameter)),
                ("size", number(size)),
            ];
            record("spec::Paging::Page", fields)
        }
    }
}
