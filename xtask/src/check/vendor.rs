//! What must hold inside one vendor's file: names, status codes, the signature of replies.

use serde_json::{Map, Value};

use super::{as_wire, auth, code, items, text_at, unique};
use crate::diagnostic::Diagnostics;
use crate::model::naming;
use crate::read::position::child;
use crate::read::{Document, Vendor};
use crate::schema::Body;

/// Checks `vendor.json`.
pub(super) fn check(folder: &Vendor, faults: &mut Diagnostics) {
    let Some(document) = &folder.vendor else {
        return;
    };
    let value = &document.value;
    if let Some(name) = text_at(value, "/vendor").filter(|name| *name != folder.folder) {
        let reason = format!(
            "The vendor is called `{name}` and its folder `{}`.",
            folder.folder
        );
        faults.push(document.fault("/vendor", reason, "The two must be one name."));
    }
    if naming::is_keyword(&folder.folder) {
        let reason = format!(
            "`{}` is a word of the language and cannot name a crate.",
            folder.folder
        );
        faults.push(document.fault("/vendor", reason, "Choose another name for the folder."));
    }
    if folder.operations.is_empty() && folder.complete {
        faults.push(document.fault(
            "",
            "The vendor has no operation.",
            "Transcribe at least one, as a file beside vendor.json.",
        ));
    }
    let named = |list: &str, key: &str| -> Vec<(String, String)> {
        items(value, list)
            .into_iter()
            .filter_map(|(pointer, item)| {
                let named = item.get(key).filter(|it| !it.is_object())?;
                // No code and an empty one are the same to whoever reads a reply.
                let name = if named.is_null() {
                    String::new()
                } else {
                    as_wire(named)
                };
                Some((format!("{pointer}/{key}"), name))
            })
            .collect()
    };
    for (list, key, what) in [
        ("/statuses", "code", "status code"),
        ("/statuses", "name", "status name"),
        ("/credentials", "name", "credential"),
        ("/credentials", "environment", "environment variable"),
        ("/http_statuses", "status", "HTTP status"),
    ] {
        let names = named(list, key);
        unique(
            document,
            names
                .iter()
                .map(|(pointer, name)| (pointer.clone(), name.as_str())),
            what,
            faults,
        );
    }
    statuses(document, faults);
    advice(document, faults);
    code::table(document, several_types(folder, document), faults);
    envelopes(folder, document, faults);
    auth::check(folder, document, faults);
    if let Some(credential) = text_at(value, "/reply_signature/credential") {
        auth::credential(document, "/reply_signature/credential", credential, faults);
    }
}

fn statuses(document: &Document, faults: &mut Diagnostics) {
    let statuses = items(&document.value, "/statuses");
    let successes: Vec<&String> = statuses
        .iter()
        .filter(|(_, s)| s.get("class").and_then(Value::as_str) == Some("success"))
        .map(|(p, _)| p)
        .collect();
    match successes[..] {
        [] if !statuses.is_empty() => faults.push(document.fault(
            "/statuses",
            "No status has the class `success`.",
            "Exactly one code says that a query succeeded.",
        )),
        // Of several envelopes each has its own code of success.
        [_, ..] if document.value.get("envelopes").is_some() => {}
        [_, ref more @ ..] => {
            for pointer in more {
                faults.push(document.fault(
                    &format!("{pointer}/class"),
                    "A second status has the class `success`.",
                    "Exactly one code says that a query succeeded; nothing found is `no-data`.",
                ));
            }
        }
        [] => {}
    }
}

/// A time to wait goes with the advice to wait for it, and nobody would see it beside another.
fn advice(document: &Document, faults: &mut Diagnostics) {
    for list in ["/statuses", "/http_statuses"] {
        for (pointer, status) in items(&document.value, list) {
            let retry = text_at(status, "/advice/retry");
            if let Some(retry) = retry.filter(|retry| *retry != "after")
                && status.pointer("/advice/seconds").is_some()
            {
                faults.push(document.fault(
                    &format!("{pointer}/advice/seconds"),
                    format!("`seconds` says nothing beside `\"retry\": \"{retry}\"`."),
                    "Write `\"retry\": \"after\"` if that long is to be waited, or drop `seconds`.",
                ));
            }
        }
    }
}

/// Whether codes may be of several types: there are several envelopes, or a reply's field has two.
fn several_types(folder: &Vendor, document: &Document) -> bool {
    let place = text_at(&document.value, "/envelope/code").unwrap_or_default();
    let two = |operation: &Document| {
        let root = operation.value.get("reply")?;
        let (_, node) = Body { root }.walk(place).ok()?.pop()?;
        Some(code::kinds(&node, &node.shape().ok()?).len() > 1)
    };
    document.value.get("envelopes").is_some()
        || folder.operations.values().any(|it| two(it) == Some(true))
}

/// Each further envelope is some operation's, and a reply without a code says something else.
fn envelopes(folder: &Vendor, document: &Document, faults: &mut Diagnostics) {
    let named = document.value.get("envelopes").and_then(Value::as_object);
    for (name, _) in named.into_iter().flatten() {
        let of = |it: &Document| text_at(&it.value, "/envelope") == Some(name);
        if folder.complete && !folder.operations.values().any(of) {
            faults.push(document.fault(
                &child("/envelopes", name),
                format!("No operation has the envelope `{name}`."),
                "Name it by `envelope` in an operation, or drop it.",
            ));
        }
    }
    let absent = items(&document.value, "/statuses")
        .into_iter()
        .find(|(_, status)| status.get("code").is_some_and(Value::is_null));
    if let Some((pointer, _)) = absent {
        let without = |envelope: &Value| envelope.is_object() && envelope.get("payload").is_none();
        let all = document.value.get("envelope").into_iter();
        if all
            .chain(named.into_iter().flat_map(Map::values))
            .any(without)
        {
            faults.push(document.fault(
                &format!("{pointer}/code"),
                "A reply without a code means something, and an envelope without `payload` would make an answer of any JSON.",
                "Say in each envelope where the `payload` stands: what has neither code nor payload is no answer.",
            ));
        }
    }
}
