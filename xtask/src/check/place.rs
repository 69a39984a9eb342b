//! Where the parameters of a request travel: one body at most, headers once each, and a path whose
//! placeholders and parameters are the same.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{items, text_at};
use crate::check::auth::is_header_name;
use crate::diagnostic::Diagnostics;
use crate::read::position::child;
use crate::read::{Document, Vendor};
use crate::schema::{Body, text};

/// What a client sets by itself.
const OWN_HEADERS: &[&str] = &[
    "connection",
    "content-length",
    "content-type",
    "host",
    "transfer-encoding",
];

/// Checks `/http` against `/request/properties` and the vendor's own fields.
pub(super) fn check(folder: &Vendor, document: &Document, faults: &mut Diagnostics) {
    let Some(root) = document.value.pointer("/request") else {
        return;
    };
    let body = Body { root };
    let Ok(root) = body.resolve(&body.node()) else {
        return;
    };
    let default = text_at(&document.value, "/http/parameters").unwrap_or_default();
    let parameters: Vec<Parameter<'_>> = root
        .properties()
        .into_iter()
        .map(|(name, node)| Parameter {
            name,
            pointer: format!("/request{}", node.pointer),
            place: text(node.value, "x-in").unwrap_or(default),
        })
        .collect();
    bodies(folder, document, default, &parameters, faults);
    headers(folder, document, &parameters, faults);
    let required = root.value.get("required").and_then(Value::as_array);
    let required: Vec<&str> = required
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    path(document, &parameters, &required, faults);
    let path_text = text_at(&document.value, "/http/path").unwrap_or_default();
    let whole = folder.vendor.as_ref().is_some_and(|vendor| {
        vendor.value.pointer("/base_url/whole_endpoint") == Some(&Value::Bool(true))
    });
    if whole && !path_text.is_empty() {
        faults.push(document.fault(
            "/http/path",
            "The vendor's endpoint is whole, and a path would be dropped.",
            "Write `\"path\": \"\"`, or drop `whole_endpoint` in vendor.json.",
        ));
    }
}

struct Parameter<'a> {
    name: &'a str,
    pointer: String,
    place: &'a str,
}

fn bodies(
    folder: &Vendor,
    document: &Document,
    default: &str,
    parameters: &[Parameter<'_>],
    faults: &mut Diagnostics,
) {
    let is_get = text_at(&document.value, "/http/method") == Some("GET");
    let said: Vec<(String, &str)> = [("/http/parameters".to_owned(), default)]
        .into_iter()
        .chain(parameters.iter().map(|it| {
            let own = document.value.pointer(&format!("{}/x-in", it.pointer));
            (format!("{}/x-in", it.pointer), own.map_or("", |_| it.place))
        }))
        .collect();
    if is_get {
        for (pointer, place) in &said {
            let (reason, hint) = match (*place, pointer.as_str()) {
                ("form", "/http/parameters") => (
                    "A form cannot travel with GET.",
                    "Use `query`, or declare POST.",
                ),
                ("form", _) => (
                    "A form field cannot travel with GET.",
                    "Use `query` or `header`, or declare POST.",
                ),
                ("json", _) => (
                    "A JSON body cannot travel with GET.",
                    "Use `query`, or declare POST.",
                ),
                _ => continue,
            };
            faults.push(document.fault(pointer, reason, hint));
        }
        return;
    }
    let signed: Vec<&str> = folder
        .vendor
        .iter()
        .flat_map(|vendor| items(&vendor.value, "/auth/fields"))
        .filter_map(|(_, field)| field.get("in")?.as_str())
        .collect();
    let has = |place: &str| parameters.iter().find(|it| it.place == place);
    let form = has("form").map(|it| it.pointer.as_str());
    let json = has("json").map(|it| it.pointer.as_str());
    let other = match (form, json) {
        (Some(_), Some(json)) => Some((json, "Other parameters travel in a form.")),
        (None, Some(json)) if signed.contains(&"form") => {
            Some((json, "The vendor signs its calls in a form."))
        }
        (Some(form), None) if signed.contains(&"json") => {
            Some((form, "The vendor signs its calls in a JSON body."))
        }
        _ => None,
    };
    if let Some((pointer, other)) = other {
        let reason = format!("A call has one body, a form or JSON. {other}");
        faults.push(document.fault(
            pointer,
            reason,
            "Let what is in the body travel in one of the two.",
        ));
    }
}

fn headers(
    folder: &Vendor,
    document: &Document,
    parameters: &[Parameter<'_>],
    faults: &mut Diagnostics,
) {
    let fixed = document
        .value
        .pointer("/http/headers")
        .and_then(Value::as_object);
    for (name, value) in fixed.into_iter().flatten() {
        let visible = |text: &str| text.bytes().all(|b| (b' '..=b'~').contains(&b));
        if value.as_str().is_some_and(|text| !visible(text)) {
            faults.push(document.fault(
                &child("/http/headers", name),
                "A header's value is visible ASCII.",
                "Write it as it stands on the wire.",
            ));
        }
    }
    let fixed = fixed.into_iter().flatten().map(|(name, _)| {
        let pointer = child("/http/headers", name);
        (name.as_str(), pointer)
    });
    let asked = parameters
        .iter()
        .filter(|it| it.place == "header")
        .map(|it| (it.name, format!("{}/x-in", it.pointer)));
    let signed = folder
        .vendor
        .iter()
        .flat_map(|vendor| items(&vendor.value, "/auth/fields"))
        .filter(|(_, field)| field.get("in").and_then(Value::as_str) == Some("header"))
        .filter_map(|(_, field)| field.get("name")?.as_str());
    let mut seen: BTreeMap<String, String> = signed
        .map(|name| (name.to_ascii_lowercase(), "the vendor's `auth`".to_owned()))
        .collect();
    for (name, pointer) in fixed.chain(asked) {
        if !is_header_name(name) {
            let reason = format!("`{name}` cannot be the name of a header.");
            faults.push(document.fault(
                &pointer,
                reason,
                "A header's name is ASCII without blanks.",
            ));
            continue;
        }
        let lower = name.to_ascii_lowercase();
        if OWN_HEADERS.contains(&lower.as_str()) {
            let reason = format!("The header `{name}` is set by the client itself.");
            faults.push(document.fault(
                &pointer,
                reason,
                "Drop it; the type of the body follows from where the parameters travel.",
            ));
        } else if let Some(first) = seen.insert(lower, pointer.clone()) {
            let reason = format!("The header `{name}` is sent twice.");
            let hint = format!("The other one is at {first}. Keep one.");
            faults.push(document.fault(&pointer, reason, hint));
        }
    }
}

fn path(
    document: &Document,
    parameters: &[Parameter<'_>],
    required: &[&str],
    faults: &mut Diagnostics,
) {
    let Some(path) = text_at(&document.value, "/http/path") else {
        return;
    };
    let Some(names) = placeholders(path) else {
        return faults.push(document.fault(
            "/http/path",
            "The braces of the path are not in pairs.",
            "A placeholder is the name of a parameter in braces, such as `{id}`.",
        ));
    };
    let in_path = |name: &str| {
        parameters
            .iter()
            .any(|it| it.place == "path" && it.name == name)
    };
    for name in names.iter().filter(|name| !in_path(name)) {
        let reason = format!("There is no parameter `{name}` that travels in the path.");
        let hint = format!("Describe `{name}` in the request with `\"x-in\": \"path\"`.");
        faults.push(document.fault("/http/path", reason, hint));
    }
    for parameter in parameters.iter().filter(|it| it.place == "path") {
        let (name, pointer) = (parameter.name, format!("{}/x-in", parameter.pointer));
        if !names.contains(&name) {
            let reason = format!("The path has no place for `{name}`.");
            let hint = format!("Write `{{{name}}}` where it stands in `path`.");
            faults.push(document.fault(&pointer, reason, hint));
        } else if !required.contains(&name) {
            let reason = format!("`{name}` stands in the path and is not required.");
            faults.push(document.fault(
                &pointer,
                reason,
                "A path has no holes: add it to `required`.",
            ));
        }
    }
}

/// The names in braces; `None` if the braces are not in pairs.
fn placeholders(path: &str) -> Option<Vec<&str>> {
    let mut names = Vec::new();
    let mut rest = path;
    while let Some((before, inside)) = rest.split_once('{') {
        let (name, after) = inside.split_once('}')?;
        if before.contains('}') || name.is_empty() || name.contains('{') {
            return None;
        }
        names.push(name);
        rest = after;
    }
    (!rest.contains('}')).then_some(names)
}
