//! The check of a reply's signature as most would write it from the document: parse, flatten into a sorted map, join, hash.
//!
//! It shares nothing with the code under test, so it signs the replies that are measured, too. It is right for what such a
//! reply holds and not for every JSON: a number with a fraction or of 20 digits may not come back as it was written.

use std::collections::BTreeMap;
use std::fmt::Write;

use md5::{Digest, Md5};
use serde_json::Value;

/// Whether `sign` of a whole reply is the signature of its `data`.
pub fn verify(reply: &str, secret: &str) -> bool {
    serde_json::from_str(reply).is_ok_and(|reply: Value| verify_value(&reply, secret))
}

/// The same for a reply that was parsed already.
pub fn verify_value(reply: &Value, secret: &str) -> bool {
    reply["sign"].as_str() == Some(&signature(&reply["data"], secret))
}

/// The signature of a payload.
pub fn signature(payload: &Value, secret: &str) -> String {
    let mut pairs = BTreeMap::new();
    flatten(payload, "", &mut pairs);
    let pairs: Vec<String> = pairs
        .into_iter()
        .map(|(path, text)| format!("{path}={text}"))
        .collect();
    let text = format!("{}&secret_key={secret}", pairs.join("&"));
    let mut hex = String::new();
    for byte in Md5::digest(text) {
        let _ = write!(hex, "{byte:02x}"); // writing to a string cannot fail
    }
    hex
}

fn flatten(value: &Value, path: &str, pairs: &mut BTreeMap<String, String>) {
    let below = |key: &str| match path {
        "" => key.to_owned(),
        path => format!("{path}.{key}"),
    };
    match value {
        Value::Object(members) if !members.is_empty() => {
            for (key, member) in members {
                flatten(member, &below(key), pairs);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for (index, item) in items.iter().enumerate() {
                flatten(item, &below(&index.to_string()), pairs);
            }
        }
        Value::String(text) => {
            pairs.insert(path.to_owned(), text.clone());
        }
        other => {
            pairs.insert(path.to_owned(), other.to_string());
        }
    }
}
