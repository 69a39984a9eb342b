//! Picking a file and a place in it, for operators that change JSON and not bytes.

use serde_json::Value;
use xtask::read::position::child;
use xtask::read::{DIALECT, Texts};

use crate::rng::Rng;
use crate::source::pretty;

/// The vendor's files: an operation twice as often as the rest.
pub(super) fn file(rng: &mut Rng, texts: &Texts) -> Option<String> {
    let own = texts
        .keys()
        .filter(|file| !file.starts_with(&format!("schemas/{DIALECT}/")));
    let weighed: Vec<&String> = own
        .flat_map(|file| {
            let other = file.ends_with("vendor.json") || file.contains("/examples/");
            std::iter::repeat_n(file, if other { 1 } else { 2 })
        })
        .collect();
    rng.pick(&weighed).map(|file| (*file).clone())
}

/// Changes one file that is JSON.
pub(super) fn json(rng: &mut Rng, texts: &mut Texts, change: impl FnOnce(&mut Rng, &mut Value)) {
    let Some(file) = file(rng, texts) else { return };
    in_file(rng, texts, &file, change);
}

/// Changes one operation's file that is JSON.
pub(super) fn operation(
    rng: &mut Rng,
    texts: &mut Texts,
    change: impl FnOnce(&mut Rng, &mut Value),
) {
    let is_operation = |file: &&String| {
        !file.contains(DIALECT) && !file.contains("/examples/") && !file.ends_with("vendor.json")
    };
    let files: Vec<String> = texts.keys().filter(is_operation).cloned().collect();
    let Some(file) = rng.pick(&files) else { return };
    in_file(rng, texts, file, change);
}

fn in_file(
    rng: &mut Rng,
    texts: &mut Texts,
    file: &str,
    change: impl FnOnce(&mut Rng, &mut Value),
) {
    let Some(Ok(mut value)) = texts.get(file).map(|text| serde_json::from_slice(text)) else {
        return;
    };
    change(rng, &mut value);
    texts.insert(file.to_owned(), pretty(&value));
}

/// The pointers of all values for which `fits` holds; it sees the pointer and the value.
pub(super) fn places(value: &Value, fits: &dyn Fn(&str, &Value) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), value)];
    while let Some((pointer, value)) = open.pop() {
        match value {
            Value::Object(members) => {
                open.extend(members.iter().map(|(key, v)| (child(&pointer, key), v)))
            }
            Value::Array(items) => {
                open.extend(
                    items
                        .iter()
                        .enumerate()
                        .map(|(index, v)| (format!("{pointer}/{index}"), v)),
                );
            }
            _ => {}
        }
        if fits(&pointer, value) {
            found.push(pointer);
        }
    }
    found.sort();
    found
}

/// One value for which `fits` holds.
pub(super) fn place<'a>(
    rng: &mut Rng,
    value: &'a mut Value,
    fits: &dyn Fn(&str, &Value) -> bool,
) -> Option<(String, &'a mut Value)> {
    let places = places(value, fits);
    let pointer = rng.pick(&places)?.clone();
    let found = value.pointer_mut(&pointer)?;
    Some((pointer, found))
}

/// Whether a schema of a request or reply stands at a pointer.
pub(super) fn is_schema(pointer: &str, value: &Value) -> bool {
    let in_body = pointer.starts_with("/request") || pointer.starts_with("/reply");
    let parent = pointer.rsplit('/').nth(1).unwrap_or_default();
    let last = pointer.rsplit('/').next().unwrap_or_default();
    let place = matches!(parent, "properties" | "$defs")
        || matches!(last, "items" | "additionalProperties" | "contentSchema");
    in_body && place && value.is_object()
}

/// Whether an object's schema stands there.
pub(super) fn is_object_schema(pointer: &str, value: &Value) -> bool {
    (is_schema(pointer, value) || matches!(pointer, "/request" | "/reply"))
        && value.get("properties").is_some_and(Value::is_object)
}
