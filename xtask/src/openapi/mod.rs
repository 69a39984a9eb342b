//! The schemas as OpenAPI 3.1, one document per vendor, for those who do not write Rust.
//!
//! The bodies of requests and replies are JSON Schema already, and OpenAPI 3.1 takes JSON Schema as it is: so a document
//! is put together from the checked files themselves and not from the model, whose names and types are Rust's. What
//! OpenAPI cannot say (a signature's recipe, status codes beside HTTP's, paging) is kept as data under `x-zhixing-…`.

mod components;
mod document;
mod examples;
mod lists;
mod operation;
mod printed;
mod request;
mod security;
mod status;

pub use document::Draft;

use serde_json::{Map, Value};

use crate::emit::Files;
use crate::read::Sources;

/// The folder of the documents.
pub const FOLDER: &str = "openapi";

/// What every document begins with: JSON has no comments. Files that do not are never deleted.
pub const HEADER: &str = "{\n  \"x-made-by\": \"cargo xtask codegen";

/// The file of a vendor's document.
#[must_use]
pub fn file(vendor: &str) -> String {
    format!("{FOLDER}/{vendor}.json")
}

/// The documents of vendors whose schemas have no faults.
///
/// # Errors
/// The dialect allows something that has no place in a document yet: a gap of this module's own.
pub fn files(sources: &Sources) -> Result<Files, String> {
    let mut files = Files::new();
    // A vendor without its file was reported when it was read.
    for vendor in sources.vendors.iter().filter(|it| it.vendor.is_some()) {
        let mut draft = Draft::of(vendor)?;
        for operation in vendor.operations.values() {
            draft.add(&operation.value)?;
        }
        files.extend([draft.file()?]);
    }
    Ok(files)
}

/// An object of those members that have a value.
fn object<'a>(members: impl IntoIterator<Item = (&'a str, Option<Value>)>) -> Value {
    let given = members
        .into_iter()
        .filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Value::Object(given.collect())
}

/// A member as it stands in a file.
fn kept(value: &Value, key: &str) -> Option<Value> {
    value.get(key).cloned()
}

/// The members of a list, none if there is no list.
fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value
        .get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

/// An object, or nothing if it would be empty.
fn filled(members: Map<String, Value>) -> Option<Value> {
    (!members.is_empty()).then_some(Value::Object(members))
}

/// Paragraphs of what is there.
fn paragraphs<'a>(parts: impl IntoIterator<Item = Option<&'a str>>) -> Option<Value> {
    let parts: Vec<&str> = parts
        .into_iter()
        .flatten()
        .filter(|text| !text.is_empty())
        .collect();
    (!parts.is_empty()).then(|| parts.join("\n\n").into())
}
