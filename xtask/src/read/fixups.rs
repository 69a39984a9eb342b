//! Puts the reasons of fix-ups where they are read: on the page of what was mended.

use serde_json::{Value, json};

use super::position::{child, segments};

/// Adds the reason of each fix-up to the words of its place: a schema's `x-contradiction`, and
/// otherwise the notes of the operation's address or of the vendor's document.
pub(super) fn tell(document: &mut Value) {
    let entries = document.get("fixups").and_then(Value::as_array).cloned();
    for entry in entries.into_iter().flatten() {
        let text = |key: &str| entry.get(key).and_then(Value::as_str);
        let (Some(at), Some(reason)) = (text("at"), text("reason")) else {
            continue; // the meta-schema will say so
        };
        if at.starts_with("/request/") || at.starts_with("/reply/") {
            let mut keys = segments(at);
            keys.pop();
            let schema = keys
                .iter()
                .fold(String::new(), |pointer, key| child(&pointer, key));
            append(document.pointer_mut(&schema), "x-contradiction", reason);
        } else if let Some(notes) = document
            .pointer_mut("/document")
            .and_then(Value::as_object_mut)
        {
            let notes = notes.entry("notes").or_insert_with(|| json!([]));
            if let Value::Array(notes) = notes {
                notes.push(reason.into());
            }
        } else {
            append(document.get_mut("http"), "notes", reason);
        }
    }
}

fn append(place: Option<&mut Value>, key: &str, words: &str) {
    let Some(members) = place.and_then(Value::as_object_mut) else {
        return; // the place is not there, which is a fault of its own
    };
    match members.get_mut(key) {
        Some(Value::String(known)) => {
            known.push(' ');
            known.push_str(words);
        }
        Some(_) => {}
        None => drop(members.insert(key.to_owned(), words.into())),
    }
}
