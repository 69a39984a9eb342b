//! What must hold inside one vendor's file: names, status codes, the signature of replies.

use serde_json::Value;

use super::{as_wire, auth, items, text_at, unique};
use crate::diagnostic::Diagnostics;
use crate::model::naming;
use crate::read::{Document, Vendor};

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
                Some((format!("{pointer}/{key}"), item.get(key).map(as_wire)?))
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
    // One code table has one type; the reply's field must be of it.
    let is_text = |s: &Value| s.get("code").map(Value::is_string);
    let first = statuses.first().and_then(|(_, s)| is_text(s));
    for (pointer, status) in &statuses {
        if is_text(status).is_some() && is_text(status) != first {
            faults.push(document.fault(
                &format!("{pointer}/code"),
                "Some codes are text and some are numbers.",
                "Write every code with the type that it has on the wire.",
            ));
        }
    }
}
