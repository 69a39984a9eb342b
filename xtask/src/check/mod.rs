//! Finds every fault of every schema in one run.
//!
//! First each file is held against the dialect's meta-schema, then the files are held against each
//! other and against their examples. Cross checks run on damaged files too, reading what is there,
//! and keep quiet about a place that the meta-schema has already reported.

mod auth;
mod body;
mod example_keys;
mod examples;
pub mod keyword;
mod meta;
mod number;
mod operation;
mod parameter;
mod vendor;

pub use meta::Dialect;

use serde_json::Value;

use crate::diagnostic::Diagnostics;
use crate::read::{Document, Sources, Vendor};

/// Checks everything that was read.
pub fn check(sources: &Sources, faults: &mut Diagnostics) {
    let dialect = Dialect::of(sources, faults);
    check_by(dialect.as_ref(), sources, faults);
}

/// Checks by a dialect that is at hand. Without one, what it says is left unchecked: the fault is known.
pub fn check_by(dialect: Option<&Dialect>, sources: &Sources, faults: &mut Diagnostics) {
    if let Some(dialect) = dialect {
        dialect.check(sources, faults);
    }
    let mut more = Diagnostics::default();
    for folder in &sources.vendors {
        vendor::check(folder, &mut more);
        for document in folder.vendor.iter().chain(folder.operations.values()) {
            number::check(document, &mut more);
        }
        for (stem, document) in &folder.operations {
            operation::check(folder, stem, document, &mut more);
        }
        examples::check(folder, faults, &mut more);
    }
    for fault in more.iter() {
        if !faults.knows(&fault.file, &fault.pointer) {
            faults.push(fault.clone());
        }
    }
}

/// The members of a list with their pointers.
fn items<'a>(value: &'a Value, pointer: &str) -> Vec<(String, &'a Value)> {
    let list = value.pointer(pointer).and_then(Value::as_array);
    list.into_iter()
        .flatten()
        .enumerate()
        .map(|(index, item)| (format!("{pointer}/{index}"), item))
        .collect()
}

/// Text at a pointer.
fn text_at<'a>(value: &'a Value, pointer: &str) -> Option<&'a str> {
    value.pointer(pointer).and_then(Value::as_str)
}

/// The value of a scalar as it would stand in a query.
fn as_wire(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// Reports the second of two equal texts.
fn unique<'a>(
    document: &Document,
    names: impl IntoIterator<Item = (String, &'a str)>,
    what: &str,
    faults: &mut Diagnostics,
) {
    let mut seen = std::collections::BTreeMap::new();
    for (pointer, name) in names {
        match seen.get(name) {
            Some(first) => faults.push(document.fault(
                &pointer,
                format!("The {what} `{name}` is used twice."),
                format!("The other one is at {first}. Give this one another."),
            )),
            None => drop(seen.insert(name, pointer)),
        }
    }
}

/// The envelope's and reply signature's pointers, for the checks of each operation.
fn vendor_pointers(folder: &Vendor) -> Vec<(&Document, String, String)> {
    let Some(document) = &folder.vendor else {
        return Vec::new();
    };
    let places = [
        "/envelope/code",
        "/envelope/message",
        "/envelope/payload",
        "/envelope/order_number",
        "/reply_signature/signature",
        "/reply_signature/payload",
    ];
    places
        .iter()
        .filter_map(|place| {
            Some((
                document,
                (*place).to_owned(),
                text_at(&document.value, place)?.to_owned(),
            ))
        })
        .collect()
}
