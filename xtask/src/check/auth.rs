//! What must hold of a recipe for signing: everything it names exists, and in time.

use serde_json::Value;

use super::{items, recipe, text_at, unique};
use crate::diagnostic::Diagnostics;
use crate::read::{Document, Vendor};

/// The lists of parts of a derived value.
const LISTS: [&str; 3] = ["digest/parts", "digest/key", "text/parts"];

/// Checks `/auth`.
pub(super) fn check(folder: &Vendor, document: &Document, faults: &mut Diagnostics) {
    let value = &document.value;
    let values = items(value, "/auth/values");
    let names: Vec<(String, &str)> = values
        .iter()
        .filter_map(|(pointer, item)| {
            Some((format!("{pointer}/name"), item.get("name")?.as_str()?))
        })
        .collect();
    unique(document, names.iter().cloned(), "derived value", faults);
    let known: Vec<&str> = names.iter().map(|(_, name)| *name).collect();
    let fields = items(value, "/auth/fields");
    for (index, (pointer, item)) in values.iter().enumerate() {
        let before = known.get(..index).unwrap_or_default();
        recipe::value(document, pointer, item, faults);
        for (list, part) in parts_of(value, pointer) {
            named(document, &list, part, before, &known, faults);
            if let Some(signed) = part.get("parameters") {
                let scope = recipe::Scope {
                    folder,
                    document,
                    fields: &fields,
                    before,
                };
                scope.parameters(&format!("{list}/parameters"), signed, faults);
            }
        }
    }
    for (pointer, field) in &fields {
        for (pointer, part) in items(value, &format!("{pointer}/value")) {
            named(document, &pointer, part, &known, &known, faults);
        }
        let Some(place) = field.get("in").and_then(Value::as_str) else {
            continue;
        };
        let Some(name) = field.get("name").and_then(Value::as_str) else {
            continue;
        };
        if place == "json" && signs_the_body(value, &values) {
            faults.push(document.fault(
                &format!("{pointer}/in"),
                "The recipe signs the body as it is sent, and this field would change it.",
                "Send the field in a header or the query, or sign `parameters` instead of the body.",
            ));
        }
        if place == "header" && !is_header_name(name) {
            let reason = format!("`{name}` cannot be the name of a header.");
            faults.push(document.fault(
                &format!("{pointer}/name"),
                reason,
                "A header's name is ASCII without blanks.",
            ));
        }
        for (operation, file) in &folder.operations {
            let body = match place {
                "form" => Some("A form field"),
                "json" => Some("A member of a JSON body"),
                _ => None,
            };
            if let Some(what) = body
                && text_at(&file.value, "/http/method") == Some("GET")
            {
                let reason =
                    format!("{what} cannot travel with GET, and `{operation}` is called by GET.");
                faults.push(document.fault(
                    &format!("{pointer}/in"),
                    reason,
                    "Use `query`, or declare the operation as POST.",
                ));
            }
            if place != "header"
                && file
                    .value
                    .pointer("/request/properties")
                    .is_some_and(|p| p.get(name).is_some())
            {
                let reason = format!("`{name}` is a parameter of `{operation}` as well.");
                faults.push(document.fault(
                    &format!("{pointer}/name"),
                    reason,
                    "What signs a call is declared here alone; drop the parameter.",
                ));
            }
        }
    }
    let keys: Vec<(String, String)> = fields
        .iter()
        .filter_map(|(pointer, field)| {
            let [place, name] = ["in", "name"].map(|key| field.get(key).and_then(Value::as_str));
            Some((format!("{pointer}/name"), format!("{} {}", place?, name?)))
        })
        .collect();
    unique(
        document,
        keys.iter()
            .map(|(pointer, key)| (pointer.clone(), key.as_str())),
        "field",
        faults,
    );
    unused(document, faults);
}

/// The parts of a derived value with their pointers, those of pairs among its parameters included.
fn parts_of<'a>(value: &'a Value, pointer: &str) -> Vec<(String, &'a Value)> {
    let mut parts = Vec::new();
    for list in LISTS {
        for (pointer, part) in items(value, &format!("{pointer}/{list}")) {
            for (pair, _) in items(value, &format!("{pointer}/parameters/pairs")) {
                parts.extend(items(value, &format!("{pair}/value")));
            }
            parts.push((pointer, part));
        }
    }
    parts
}

/// Whether a derived value is made of the body as it is sent.
fn signs_the_body(value: &Value, values: &[(String, &Value)]) -> bool {
    values
        .iter()
        .flat_map(|(pointer, _)| parts_of(value, pointer))
        .any(|(_, part)| text_at(part, "/request") == Some("body"))
}

/// Reports a credential or a value that a part names and that is not there, or not yet.
fn named(
    document: &Document,
    pointer: &str,
    part: &Value,
    before: &[&str],
    all: &[&str],
    faults: &mut Diagnostics,
) {
    if let Some(name) = part.get("credential").and_then(Value::as_str) {
        credential(document, &format!("{pointer}/credential"), name, faults);
    }
    let Some(name) = part.get("value").and_then(Value::as_str) else {
        return;
    };
    if before.contains(&name) {
        return;
    }
    let (reason, hint) = if all.contains(&name) {
        (
            format!("The value `{name}` is used before it is derived."),
            "Values are derived in order: move it up.".to_owned(),
        )
    } else {
        (
            format!("There is no derived value `{name}`."),
            format!("Known here: {}.", list(before)),
        )
    };
    faults.push(document.fault(&format!("{pointer}/value"), reason, hint));
}

/// Reports a credential that is not declared.
pub(super) fn credential(document: &Document, pointer: &str, name: &str, faults: &mut Diagnostics) {
    let declared: Vec<&str> = items(&document.value, "/credentials")
        .iter()
        .filter_map(|(_, c)| c.get("name")?.as_str())
        .collect();
    if !declared.contains(&name) {
        let reason = format!("There is no credential `{name}`.");
        faults.push(document.fault(pointer, reason, format!("Declared: {}.", list(&declared))));
    }
}

/// Reports a credential that callers would have to give for nothing.
fn unused(document: &Document, faults: &mut Diagnostics) {
    let value = &document.value;
    let derived = items(value, "/auth/values").into_iter();
    let sent = items(value, "/auth/fields").into_iter();
    let parts = derived
        .flat_map(|(pointer, _)| parts_of(value, &pointer))
        .chain(sent.flat_map(|(pointer, _)| items(value, &format!("{pointer}/value"))));
    let used: Vec<&str> = parts
        .filter_map(|(_, part)| part.get("credential")?.as_str())
        .chain(text_at(value, "/reply_signature/credential"))
        .collect();
    for (pointer, declared) in items(value, "/credentials") {
        if let Some(name) = declared
            .get("name")
            .and_then(Value::as_str)
            .filter(|name| !used.contains(name))
        {
            let reason = format!("The credential `{name}` is used nowhere.");
            faults.push(document.fault(
                &format!("{pointer}/name"),
                reason,
                "Use it in `auth` or `reply_signature`, or drop it.",
            ));
        }
    }
}

/// Whether a text is a token of RFC 9110, 5.6.2.
pub(super) fn is_header_name(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b))
}

pub(super) fn list(names: &[&str]) -> String {
    if names.is_empty() {
        "none".into()
    } else {
        names.join(", ")
    }
}
