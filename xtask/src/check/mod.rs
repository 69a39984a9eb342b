//! Finds every fault of every schema in one run.
//!
//! First each file is held against the dialect's meta-schema, then the files are held against each
//! other and against their examples. Cross checks run on damaged files too, reading what is there,
//! and keep quiet about a place that the meta-schema has already reported.

mod auth;
mod body;
mod code;
mod dialect;
mod example_keys;
mod examples;
pub mod features;
mod fixups;
mod hint;
pub mod keyword;
mod meta;
mod misspelt;
mod number;
mod operation;
mod parameter;
mod place;
mod recipe;
mod style;
mod value;
mod variable;
mod vendor;

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde_json::Value;

use crate::diagnostic::Diagnostics;
use crate::read::{Document, Sources, Vendor};
use dialect::Dialect;

/// Checks everything that was read. Without a dialect, what it says is left unchecked: the fault is known.
pub fn check(sources: &Sources, faults: &mut Diagnostics) {
    let dialect = Dialect::of(sources, faults);
    let mut sources = Cow::Borrowed(sources);
    let slips = dialect.map(|dialect| dialect.check(&mut sources, faults));
    let slips = slips.unwrap_or_default();
    let mut more = Diagnostics::default();
    for vendor in &sources.vendors {
        folder(vendor, faults, &mut more);
        fixups::check(vendor, &mut more);
    }
    variable::check(&sources, &mut more);
    for fault in more.iter() {
        let fault = misspelt::as_written(fault.clone(), &slips);
        if !faults.knows(&fault.file, &fault.pointer) {
            faults.push(fault);
        }
    }
    if faults.is_empty() {
        sources
            .vendors
            .iter()
            .for_each(|vendor| fixups::needed(vendor, faults));
    }
}

/// One vendor's files, held against each other; `known` are the faults that were told before.
fn folder(folder: &Vendor, known: &Diagnostics, faults: &mut Diagnostics) {
    vendor::check(folder, faults);
    if let Some(document) = &folder.vendor {
        number::check(document, faults);
    }
    let mut named = BTreeSet::new();
    for (stem, document) in &folder.operations {
        // All of a file while it is at hand: of a thousand, each walk of its own would fetch every one anew.
        number::check(document, faults);
        operation::check(folder, stem, document, faults);
        named.extend(examples::check(folder, stem, document, known, faults));
    }
    examples::unnamed(folder, &named, faults);
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

/// The pointers of the operation's envelope and of the reply signature.
fn vendor_pointers<'a>(
    folder: &'a Vendor,
    operation: &Document,
) -> Vec<(&'a Document, String, String)> {
    let Some(document) = &folder.vendor else {
        return Vec::new();
    };
    let envelope = envelope_of(&operation.value);
    let places = [
        format!("{envelope}/code"),
        format!("{envelope}/message"),
        format!("{envelope}/payload"),
        format!("{envelope}/order_number"),
        "/reply_signature/signature".to_owned(),
        "/reply_signature/payload".to_owned(),
    ];
    places
        .into_iter()
        .filter_map(|place| {
            let pointer = text_at(&document.value, &place)?.to_owned();
            Some((document, place, pointer))
        })
        .collect()
}

/// Where in `vendor.json` the operation's envelope stands.
pub(crate) fn envelope_of(operation: &Value) -> String {
    text_at(operation, "/envelope").map_or_else(
        || "/envelope".to_owned(),
        |name| format!("/envelopes/{name}"),
    )
}
