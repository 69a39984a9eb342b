//! What must hold of a request's parameters: each is one value with a rule, and travels somewhere.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{as_wire, text_at};
use crate::check::auth::is_header_name;
use crate::diagnostic::Diagnostics;
use crate::read::Document;
use crate::schema::{Body, Node, Shape, text};

/// Checks `/request/properties`.
pub(super) fn check(document: &Document, faults: &mut Diagnostics) {
    let Some(root) = document.value.pointer("/request") else {
        return;
    };
    let body = Body { root };
    let is_get = text_at(&document.value, "/http/method") == Some("GET");
    let default_place = text_at(&document.value, "/http/parameters");
    if is_get && default_place == Some("form") {
        faults.push(document.fault(
            "/http/parameters",
            "A form cannot travel with GET.",
            "Use `query`, or declare POST.",
        ));
    }
    let Ok(root) = body.resolve(&body.node()) else {
        return;
    };
    let mut roles: BTreeMap<&str, &str> = BTreeMap::new();
    for (name, node) in root.properties() {
        let pointer = |key: &str| format!("/request{}{key}", node.pointer);
        let place = text(node.value, "x-in");
        if is_get && place == Some("form") {
            faults.push(document.fault(
                &pointer("/x-in"),
                "A form field cannot travel with GET.",
                "Use `query` or `header`, or declare POST.",
            ));
        }
        if place == Some("header") && !is_header_name(name) {
            let reason = format!("`{name}` cannot be the name of a header.");
            faults.push(document.fault(
                &pointer("/x-in"),
                reason,
                "A header's name is ASCII without blanks.",
            ));
        }
        if let Some(role) = text(node.value, "x-role")
            && let Some(first) = roles.insert(role, name)
        {
            let reason = format!("The role `{role}` is played by `{first}` and by `{name}`.");
            faults.push(document.fault(&pointer("/x-role"), reason, "A question has one of each."));
        }
        let Ok(resolved) = body.resolve(&node) else {
            continue;
        };
        let Ok(shape) = resolved.shape() else {
            continue;
        };
        let reason = match &shape {
            Shape::Text | Shape::Integer => None,
            Shape::Enumeration(choices, _) if !choices.is_empty() => None,
            Shape::Enumeration(..) => Some("An enumeration without values can never be sent."),
            _ => Some("A parameter is one value: text, an integer or an enumeration of them."),
        };
        if let Some(reason) = reason {
            let hint = "Say `string` or `integer`, the form in which it is sent; say in x-type what the document prints.";
            faults.push(document.fault(&pointer(""), reason, hint));
            continue;
        }
        if let Some(default) = node
            .value
            .get("default")
            .or_else(|| resolved.value.get("default"))
        {
            let fits_type = match &shape {
                Shape::Text => default.is_string(),
                Shape::Integer | Shape::Enumeration(_, true) => default.is_i64(),
                _ => default.is_string(),
            };
            if !fits_type {
                faults.push(document.fault(
                    &pointer("/default"),
                    "The default is not of the parameter's type.",
                    "Write it with the type that `type` says.",
                ));
            } else if let Some(rule) = broken(&resolved, &shape, &as_wire(default)) {
                faults.push(document.fault(
                    &pointer("/default"),
                    format!("The default {rule}."),
                    "A default must keep the parameter's own rule.",
                ));
            }
        }
    }
}

/// Which rule of a parameter a value breaks.
pub(super) fn broken(node: &Node<'_>, shape: &Shape<'_>, value: &str) -> Option<String> {
    let limit = |keyword: &str| node.value.get(keyword).and_then(Value::as_i64);
    let check = |number: i64, what: &str, low: &str, high: &str| match (limit(low), limit(high)) {
        (Some(min), _) if number < min => Some(format!("{what} {number}, below {low} {min}")),
        (_, Some(max)) if number > max => Some(format!("{what} {number}, above {high} {max}")),
        _ => None,
    };
    match shape {
        Shape::Text => {
            let length = i64::try_from(value.chars().count()).unwrap_or(i64::MAX);
            check(length, "has a length of", "minLength", "maxLength")
        }
        Shape::Integer => match value.parse::<i64>() {
            Ok(number) => check(number, "is", "minimum", "maximum"),
            Err(_) => Some("is no integer".into()),
        },
        Shape::Enumeration(choices, _) if !choices.iter().any(|choice| choice.wire == value) => {
            Some("is none of the documented values".into())
        }
        _ => None,
    }
}
