//! Holds the documented examples against the schemas: a transcription that disagrees with the
//! document's own examples does not pass.

use std::borrow::Cow;
use std::collections::BTreeSet;

use jsonschema::Draft;
use serde_json::Value;

use super::{
    as_wire, code, envelope_of, example_keys, items, keyword, meta, operation, parameter, text_at,
    unique, value,
};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::read::{Document, Vendor};
use crate::schema::Body;

/// Checks the examples of an operation; `known` are the faults that others have told. Gives the files that it names.
pub(super) fn check<'a>(
    folder: &Vendor,
    stem: &str,
    document: &'a Document,
    known: &Diagnostics,
    faults: &mut Diagnostics,
) -> Vec<&'a str> {
    let declared = items(&document.value, "/examples");
    let files: Vec<(String, &str)> = declared
        .iter()
        .filter_map(|(pointer, e)| Some((format!("{pointer}/file"), e.get("file")?.as_str()?)))
        .collect();
    unique(document, files.iter().cloned(), "example file", faults);
    // Nothing is validated against references that may have no end, or keywords that are not the dialect's.
    let endless = |place: &str| {
        let last = place.rsplit('/').next().unwrap_or_default();
        last == "$ref" || keyword::hint(last).is_some()
    };
    let sound = !told(known, document, endless) && !told(faults, document, endless);
    let reply = document.value.get("reply").filter(|_| sound);
    // What a quirk says may stand there is no fault of an example.
    let validator = reply.map(|reply| {
        jsonschema::options()
            .with_draft(Draft::Draft202012)
            .offline()
            .build(&accepted(reply))
    });
    let validator = match validator {
        Some(Ok(validator)) => Some(validator),
        // What breaks a schema as a whole is mostly told by the body's own checks, with its place.
        Some(Err(_)) if told(faults, document, |_| true) => None,
        Some(Err(error)) => {
            faults.push(document.fault(
                "/reply",
                format!("It is no JSON Schema: {}", meta::brief(&error)),
                "See JSON Schema 2020-12.",
            ));
            None
        }
        None => None,
    };
    for (pointer, example) in &declared {
        arguments(document, pointer, example, faults);
        let Some(file) = example.get("file").and_then(Value::as_str) else {
            continue;
        };
        let place = format!("{pointer}/file");
        if !file.starts_with(&format!("examples/{stem}/")) {
            faults.push(document.fault(
                &place,
                "The example is not in the operation's folder.",
                format!("Move it to examples/{stem}/."),
            ));
        }
        match folder.examples.get(file) {
            None => faults.push(document.fault(
                &place,
                format!("There is no file `{file}`."),
                "Write it, or drop the entry.",
            )),
            Some(None) => {} // it is no JSON, which has been reported
            Some(Some(reply)) => {
                for error in validator.iter().flat_map(|v| v.iter_errors(&reply.value)) {
                    let reason = format!(
                        "The example is not of the reply's schema: {}",
                        meta::brief(&error)
                    );
                    let hint = format!("The example wins: mend the reply in {}.", document.file);
                    faults.push(reply.fault(error.instance_path().as_str(), reason, hint));
                }
                if let Some(root) = document.value.get("reply") {
                    example_keys::check(Body { root }, reply, &document.file, faults);
                }
                let check = Check {
                    folder,
                    document,
                    pointer,
                    example,
                    reply,
                };
                check.records(faults);
                check.state(faults);
            }
        }
    }
    files.into_iter().map(|(_, file)| file).collect()
}

/// What a reply may be. Only quirks allow more than the schema says: without one, nothing is copied.
fn accepted(reply: &Value) -> Cow<'_, Value> {
    if has_quirks(reply) {
        Cow::Owned(zhixing_shape::accepted(reply))
    } else {
        Cow::Borrowed(reply)
    }
}

fn has_quirks(value: &Value) -> bool {
    match value {
        Value::Object(members) => members
            .iter()
            .any(|(key, value)| key == "x-quirks" || has_quirks(value)),
        Value::Array(items) => items.iter().any(has_quirks),
        _ => false,
    }
}

/// Tells the examples that no operation names.
pub(super) fn unnamed(folder: &Vendor, named: &BTreeSet<&str>, faults: &mut Diagnostics) {
    if folder.complete {
        for file in folder
            .examples
            .keys()
            .filter(|file| !named.contains(file.as_str()))
        {
            faults.push(Diagnostic {
                file: format!("schemas/{}/{file}", folder.folder),
                line: None,
                pointer: String::new(),
                reason: "No operation names this example.".into(),
                hint: "List it under `examples` of its operation, or delete it.".into(),
            });
        }
    }
}

/// Whether a fault of the reply is known at such a place.
fn told(faults: &Diagnostics, document: &Document, at: impl Fn(&str) -> bool) -> bool {
    faults.iter().any(|fault| {
        fault.file == document.file && fault.pointer.starts_with("/reply") && at(&fault.pointer)
    })
}

struct Check<'a> {
    folder: &'a Vendor,
    document: &'a Document,
    pointer: &'a str,
    example: &'a Value,
    reply: &'a Document,
}

impl Check<'_> {
    fn records(&self, faults: &mut Diagnostics) {
        let Some(reply) = self.document.value.get("reply") else {
            return;
        };
        let Some(pointer) = text_at(&self.document.value, "/records") else {
            return;
        };
        if !operation::is_list_of_objects(Body { root: reply }, pointer) {
            return; // told where `records` is checked
        }
        let list = self.reply.value.pointer(pointer);
        let held = list.and_then(Value::as_array).map_or(0, Vec::len) as u64;
        let Some(said) = self
            .example
            .get("records")
            .and_then(Value::as_u64)
            .filter(|said| *said != held)
        else {
            return;
        };
        let reason = format!(
            "{said} records are declared and {} holds {held}.",
            self.reply.file
        );
        let hint = "Count the document's records; a lost one is a fault of the transcription.";
        faults.push(
            self.document
                .fault(&format!("{}/records", self.pointer), reason, hint),
        );
    }

    /// What the reply says by its code must be what the example is declared to show.
    fn state(&self, faults: &mut Diagnostics) {
        let Some(vendor) = &self.folder.vendor else {
            return;
        };
        let envelope = envelope_of(&self.document.value);
        let Some(place) = text_at(&vendor.value, &format!("{envelope}/code")) else {
            return;
        };
        let absent = code::status_of(&vendor.value, &Value::Null).map(|_| &Value::Null);
        let Some(code) = self.reply.value.pointer(place).or(absent) else {
            return faults.push(self.reply.fault(
                "",
                format!("The example has no status code at {place}."),
                "Every reply says how it went.",
            ));
        };
        let statuses = items(&vendor.value, "/statuses");
        let class = |status: &Value| {
            status
                .get("class")
                .and_then(Value::as_str)
                .map(str::to_owned)
        };
        if code.is_object()
            || code.is_array()
            || !statuses
                .iter()
                .any(|(_, s)| class(s).as_deref() == Some("success"))
        {
            return; // told where the envelope and the statuses are checked
        }
        // Whether the types agree is checked between the statuses and the reply's schema.
        let Some(status) = code::status_of(&vendor.value, code) else {
            let reason = format!("The status code {code} is not in {}.", vendor.file);
            return faults.push(self.reply.fault(
                place,
                reason,
                "Transcribe the code, with the type that it has here.",
            ));
        };
        let marker = self.document.value.get("none").is_some_and(|none| {
            let path = none.get("path").and_then(Value::as_str).unwrap_or_default();
            self.reply
                .value
                .pointer(path)
                .is_some_and(|found| none.get("value").map(as_wire) == Some(as_wire(found)))
        });
        let shown = match class(status).as_deref() {
            Some("success") if marker => "none",
            Some("success") => "found",
            Some("no-data") => "none",
            _ => "failed",
        };
        if let Some(said) = self
            .example
            .get("state")
            .and_then(Value::as_str)
            .filter(|said| *said != shown)
        {
            let reason = format!(
                "The state is declared `{said}`, and the reply's code {code} says `{shown}`."
            );
            faults.push(self.document.fault(
                &format!("{}/state", self.pointer),
                reason,
                "State, code and class must agree.",
            ));
        }
    }
}

/// The arguments need not be complete: a document may print half a request.
fn arguments(document: &Document, pointer: &str, example: &Value, faults: &mut Diagnostics) {
    let Some(given) = example.get("arguments").and_then(Value::as_object) else {
        return;
    };
    let Some(root) = document
        .value
        .get("request")
        .filter(|root| root.get("properties").is_some())
    else {
        return;
    };
    let request = Body { root };
    for (name, value) in given {
        let place = crate::read::position::child(&format!("{pointer}/arguments"), name);
        let Some(node) = request.node().property(name) else {
            faults.push(document.fault(
                &place,
                format!("There is no parameter `{name}`."),
                "Name a key of the request's properties.",
            ));
            continue;
        };
        let Ok(node) = request.resolve(&node) else {
            continue;
        };
        let texts = parameter::texts(value);
        let list = node
            .under("items")
            .and_then(|items| request.resolve(&items).ok());
        if value.is_array() && list.is_none() {
            faults.push(document.fault(
                &place,
                "Several values are given for a parameter that is no list.",
                "Give one, as text.",
            ));
            continue;
        }
        let node = list.unwrap_or(node);
        let rule = |text: &&str| value::broken(&node, &node.shape().ok()?, text);
        if let Some(rule) = texts.iter().find_map(rule) {
            faults.push(document.fault(
                &place,
                format!("The argument {rule}."),
                "An argument must keep its parameter's rule.",
            ));
        }
    }
}
