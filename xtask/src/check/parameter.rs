//! What must hold of a request's parameters: each has a value with a rule, and at most one role.

use std::collections::BTreeMap;

use serde_json::Value;

use super::text_at;
use super::value::{self, Values};
use crate::diagnostic::Diagnostics;
use crate::read::Document;
use crate::schema::{Body, Shape, text};

/// Checks `/request/properties`.
pub(super) fn check(document: &Document, faults: &mut Diagnostics) {
    let Some(root) = document.value.pointer("/request") else {
        return;
    };
    let body = Body { root };
    let default_place = text_at(&document.value, "/http/parameters").unwrap_or_default();
    let Ok(root) = body.resolve(&body.node()) else {
        return;
    };
    let mut roles: BTreeMap<&str, &str> = BTreeMap::new();
    for (name, node) in root.properties() {
        let pointer = |key: &str| format!("/request{}{key}", node.pointer);
        if let Some(role) = text(node.value, "x-role")
            && let Some(first) = roles.insert(role, name)
        {
            let reason = format!("The role `{role}` is played by `{first}` and by `{name}`.");
            faults.push(document.fault(&pointer("/x-role"), reason, "A question has one of each."));
        }
        let place = text(node.value, "x-in").unwrap_or(default_place);
        let before = faults.len();
        let mut values = Values {
            document,
            body,
            faults,
            visited: 0,
        };
        values.check(&node, place);
        let Ok(resolved) = body.resolve(&node) else {
            continue;
        };
        let Ok(shape) = resolved.shape() else {
            continue;
        };
        if faults.len() > before {
            continue;
        }
        let nested = matches!(shape, Shape::Object | Shape::JsonText(_));
        if text(node.value, "x-role").is_some() && nested {
            faults.push(document.fault(
                &pointer("/x-role"),
                "What is nested plays no role.",
                "A role is played by a value that stands alone.",
            ));
        }
        let default = node.value.get("default");
        if let Some(default) = default.or_else(|| resolved.value.get("default"))
            && let Some((reason, hint)) = value::default_fault(&resolved, &shape, default)
        {
            faults.push(document.fault(&pointer("/default"), reason, hint));
        }
    }
}

/// Whether the value of an example's argument is one, or several of a list.
pub(super) fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    }
}
