//! What must hold of a recipe for signing: everything it names exists, and in time.

use serde_json::Value;

use super::{items, text_at, unique};
use crate::diagnostic::Diagnostics;
use crate::read::{Document, Vendor};

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
    for (index, (pointer, _)) in values.iter().enumerate() {
        let before = known.get(..index).unwrap_or_default();
        parts(
            document,
            &format!("{pointer}/digest/parts"),
            before,
            &known,
            faults,
        );
    }
    let fields = items(value, "/auth/fields");
    for (pointer, field) in &fields {
        parts(
            document,
            &format!("{pointer}/value"),
            &known,
            &known,
            faults,
        );
        let Some(place) = field.get("in").and_then(Value::as_str) else {
            continue;
        };
        let Some(name) = field.get("name").and_then(Value::as_str) else {
            continue;
        };
        if place == "header" && !is_header_name(name) {
            let reason = format!("`{name}` cannot be the name of a header.");
            faults.push(document.fault(
                &format!("{pointer}/name"),
                reason,
                "A header's name is ASCII without blanks.",
            ));
        }
        for (operation, file) in &folder.operations {
            if place == "form" && text_at(&file.value, "/http/method") == Some("GET") {
                let reason = format!(
                    "A form field cannot travel with GET, and `{operation}` is called by GET."
                );
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

fn parts(
    document: &Document,
    pointer: &str,
    before: &[&str],
    all: &[&str],
    faults: &mut Diagnostics,
) {
    for (pointer, part) in items(&document.value, pointer) {
        if let Some(name) = part.get("credential").and_then(Value::as_str) {
            credential(document, &format!("{pointer}/credential"), name, faults);
        }
        let Some(name) = part.get("value").and_then(Value::as_str) else {
            continue;
        };
        if before.contains(&name) {
            continue;
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
    let mut used: Vec<&str> = text_at(&document.value, "/reply_signature/credential")
        .into_iter()
        .collect();
    for list in ["/auth/values", "/auth/fields"] {
        for (pointer, _) in items(&document.value, list) {
            for inner in ["digest/parts", "value"] {
                let parts = items(&document.value, &format!("{pointer}/{inner}"));
                used.extend(
                    parts
                        .iter()
                        .filter_map(|(_, part)| part.get("credential")?.as_str()),
                );
            }
        }
    }
    for (pointer, declared) in items(&document.value, "/credentials") {
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

fn list(names: &[&str]) -> String {
    if names.is_empty() {
        "none".into()
    } else {
        names.join(", ")
    }
}
