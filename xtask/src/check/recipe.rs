//! What must hold inside one derived value: how a time, a hash and signed parameters are written.

use serde_json::Value;

use super::auth::list;
use super::items;
use crate::diagnostic::Diagnostics;
use crate::model::time;
use crate::read::{Document, Vendor};

/// Checks one of `/auth/values`, but for what its parts name.
pub(super) fn value(document: &Document, pointer: &str, item: &Value, faults: &mut Diagnostics) {
    if let Some(clock) = item.get("clock") {
        self::clock(document, &format!("{pointer}/clock"), clock, faults);
    }
    if let Some(digest) = item.get("digest") {
        self::digest(document, &format!("{pointer}/digest"), digest, faults);
    }
    if let Some(text) = item.get("text")
        && text.get("base64").is_some()
        && text.get("escape").is_some()
    {
        faults.push(document.fault(
            &format!("{pointer}/text/escape"),
            "A text is encoded once: here in base64 as well.",
            "Keep one of `base64` and `escape`; a second value can encode the first again.",
        ));
    }
}

fn clock(document: &Document, pointer: &str, clock: &Value, faults: &mut Diagnostics) {
    let text = |key: &str| clock.get(key).and_then(Value::as_str);
    if let Some(Err(told)) = text("format").map(time::parts) {
        faults.push(document.fault(
            &format!("{pointer}/format"),
            format!("The format cannot be written: {told}."),
            format!(
                "Known are {}; letters that stand for themselves are put in single quotes.",
                time::known()
            ),
        ));
    }
    if let Some(Err(told)) = text("zone").map(time::zone) {
        faults.push(document.fault(
            &format!("{pointer}/zone"),
            format!("The zone cannot be written as one offset: {told}."),
            "Name a zone whose clocks are never changed, such as Asia/Shanghai, or write `utc_offset_hours`.",
        ));
    }
}

fn digest(document: &Document, pointer: &str, digest: &Value, faults: &mut Diagnostics) {
    match (digest.get("hex"), digest.get("base64")) {
        (None, None) => faults.push(document.fault(
            pointer,
            "Nothing says how the hash is written.",
            "Add `hex` (lower or upper) or `base64` (standard, url-safe or url-safe-unpadded).",
        )),
        (Some(_), Some(_)) => faults.push(document.fault(
            &format!("{pointer}/base64"),
            "The hash is written in hexadecimal and in base64.",
            "Keep one of `hex` and `base64`.",
        )),
        _ => {}
    }
    let Some(algorithm) = digest.get("algorithm").and_then(Value::as_str) else {
        return;
    };
    match (algorithm.starts_with("hmac-"), digest.get("key")) {
        (true, None) => faults.push(document.fault(
            &format!("{pointer}/algorithm"),
            format!("`{algorithm}` has no key."),
            "Add `key`: parts, usually one credential.",
        )),
        (false, Some(_)) => faults.push(document.fault(
            &format!("{pointer}/key"),
            format!("`{algorithm}` takes no key."),
            format!("Use `hmac-{algorithm}`, or put the secret among the parts."),
        )),
        _ => {}
    }
}

/// What signed parameters may name.
pub(super) struct Scope<'a> {
    pub(super) folder: &'a Vendor,
    pub(super) document: &'a Document,
    /// `/auth/fields`
    pub(super) fields: &'a [(String, &'a Value)],
    /// The values that are derived before.
    pub(super) before: &'a [&'a str],
}

impl Scope<'_> {
    /// Checks one `parameters`.
    pub(super) fn parameters(&self, pointer: &str, signed: &Value, faults: &mut Diagnostics) {
        let written = signed.get("write").and_then(Value::as_str);
        if let Some(written) = written.filter(|written| *written != "pairs")
            && signed.get("between").is_some()
        {
            faults.push(self.document.fault(
                &format!("{pointer}/between"),
                format!("Nothing stands between name and value where only {written} are written."),
                "Drop `between`, or `write` pairs.",
            ));
        }
        for (pointer, name) in self.texts(pointer, "without") {
            let known = self.folder.operations.values().any(|operation| {
                let properties = operation.value.pointer("/request/properties");
                properties.is_some_and(|properties| properties.get(name).is_some())
            });
            // An operation that could not be read may have it.
            if !known && self.folder.complete {
                faults.push(self.document.fault(
                    &pointer,
                    format!("No operation has a parameter `{name}`."),
                    "Only parameters of requests are left out; a field of `auth` is signed if `fields` names it.",
                ));
            }
        }
        for (pointer, name) in self.texts(pointer, "fields") {
            self.field(&pointer, name, faults);
        }
    }

    fn texts(&self, pointer: &str, key: &str) -> Vec<(String, &str)> {
        items(&self.document.value, &format!("{pointer}/{key}"))
            .into_iter()
            .filter_map(|(pointer, name)| Some((pointer, name.as_str()?)))
            .collect()
    }

    /// A field of `auth` that is signed must be there once and must not need what is only being made.
    fn field(&self, pointer: &str, name: &str, faults: &mut Diagnostics) {
        let has_name = |field: &Value| field.get("name").and_then(Value::as_str) == Some(name);
        let mut found = self.fields.iter().filter(|(_, field)| has_name(field));
        let Some((place, _)) = found.next() else {
            let names: Vec<&str> = self
                .fields
                .iter()
                .filter_map(|(_, field)| field.get("name")?.as_str())
                .collect();
            return faults.push(self.document.fault(
                pointer,
                format!("There is no field `{name}` in `auth`."),
                format!("Known fields: {}.", list(&names)),
            ));
        };
        if let Some((other, _)) = found.next() {
            return faults.push(self.document.fault(
                pointer,
                format!("There are two fields `{name}` in `auth`."),
                format!(
                    "The other one is at {other}: write the one that is meant as a pair of `pairs`."
                ),
            ));
        }
        for (_, part) in items(&self.document.value, &format!("{place}/value")) {
            let value = part.get("value").and_then(Value::as_str);
            if let Some(value) = value.filter(|value| !self.before.contains(value)) {
                faults.push(self.document.fault(
                    pointer,
                    format!("The field `{name}` needs the value `{value}`, which is not derived yet."),
                    "A signature cannot sign itself: leave the field out, or derive the value before.",
                ));
            }
        }
    }
}
