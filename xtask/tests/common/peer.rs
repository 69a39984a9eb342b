//! The synthetic vendor as typify sees it: the same bodies in plain JSON Schema, and typify's Rust for them.
//!
//! A module for each operation, as with us: in one space its `Row` would meet every other operation's. Settings
//! are typify's own, so there are no builders, which would cost it more.
#![allow(dead_code)] // each user uses some of it

use serde_json::{Value, json};
use typify::{TypeSpace, TypeSpaceSettings};
use xtask::read::Texts;

/// The texts of an operation's request and reply.
pub(crate) struct Bodies {
    /// The operation's name.
    pub(crate) name: String,
    texts: [String; 2],
}

/// Every operation of the vendor, by name.
pub(crate) fn bodies(texts: &Texts) -> Vec<Bodies> {
    let operations = texts
        .iter()
        .filter(|(file, _)| file.contains("/operation_") && !file.contains("/examples/"));
    operations
        .map(|(_, text)| {
            let operation: Value = serde_json::from_slice(text).expect("JSON");
            Bodies {
                name: operation["operation"].as_str().unwrap_or_default().into(),
                texts: [("request", "Request"), ("reply", "Reply")].map(|(key, title)| {
                    let mut body = plain(&operation[key]);
                    body["$schema"] = json!("http://json-schema.org/draft-07/schema#");
                    body["title"] = json!(title);
                    serde_json::to_string_pretty(&body).expect("it is JSON")
                }),
            }
        })
        .collect()
}

/// Without the dialect's keywords, which typify would skip.
fn plain(schema: &Value) -> Value {
    match schema {
        Value::Object(members) => members
            .iter()
            .filter(|(key, _)| !key.starts_with("x-"))
            .map(|(key, value)| (key.clone(), plain(value)))
            .collect(),
        Value::Array(items) => items.iter().map(plain).collect(),
        other => other.clone(),
    }
}

/// From the texts to formatted Rust. `prettyplease` formats it, as it does ours.
pub(crate) fn generate(bodies: &Bodies) -> String {
    let mut space = TypeSpace::new(&TypeSpaceSettings::default());
    for text in &bodies.texts {
        let schema = serde_json::from_str(text).expect("a schema");
        space.add_root_schema(schema).expect("typify reads it");
    }
    let file = syn::parse2(space.to_stream()).expect("typify writes Rust");
    prettyplease::unparse(&file)
}
