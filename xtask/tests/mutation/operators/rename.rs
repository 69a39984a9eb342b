//! A key has another name: in one place, so that what refers to it no longer fits, or wherever it is meant.

use serde_json::{Map, Value};
use xtask::read::Texts;
use xtask::read::position::{child, segments};

use super::tree;
use crate::odd;
use crate::rng::Rng;

/// One key, in one object.
pub(super) fn one(rng: &mut Rng, texts: &mut Texts) {
    tree::json(rng, texts, |rng, value| {
        let holds = |_: &str, v: &Value| v.as_object().is_some_and(|members| !members.is_empty());
        if let Some((_, Value::Object(members))) = tree::place(rng, value, &holds) {
            let keys: Vec<String> = members.keys().cloned().collect();
            let (Some(old), new) = (rng.pick(&keys), odd::name(rng)) else {
                return;
            };
            *members = renamed(members, old, &new);
        }
    });
}

/// A field in all of the vendor's files, with every pointer and list that names it: the schema stays whole, and only
/// the name is odd.
pub(super) fn everywhere(rng: &mut Rng, texts: &mut Texts) {
    let mut names = Vec::new();
    tree::operation(rng, texts, |_, value| {
        for place in tree::places(value, &tree::is_object_schema) {
            let members = value
                .pointer(&place)
                .and_then(|v| v["properties"].as_object());
            names.extend(members.into_iter().flatten().map(|(key, _)| key.clone()));
        }
    });
    let Some(old) = rng.pick(&names).cloned() else {
        return;
    };
    let new = odd::name(rng);
    for (file, text) in texts.iter_mut() {
        if file.contains("/dialect/") {
            continue;
        }
        if let Ok(mut value) = serde_json::from_slice::<Value>(text) {
            walk(&mut value, &old, &new);
            *text = crate::source::pretty(&value);
        }
    }
}

fn walk(value: &mut Value, old: &str, new: &str) {
    match value {
        Value::Object(members) => {
            *members = renamed(members, old, new);
            members.values_mut().for_each(|inner| walk(inner, old, new));
        }
        Value::Array(items) => items.iter_mut().for_each(|inner| walk(inner, old, new)),
        Value::String(text) if text == old => new.clone_into(text),
        Value::String(text) if text.starts_with('/') && !text.contains(' ') => {
            let keys = segments(text)
                .into_iter()
                .map(|key| if key == old { new.to_owned() } else { key });
            *text = keys.fold(String::new(), |pointer, key| child(&pointer, &key));
        }
        _ => {}
    }
}

fn renamed(members: &Map<String, Value>, old: &str, new: &str) -> Map<String, Value> {
    let pairs = members.iter().map(|(key, v)| {
        (
            if key == old {
                new.to_owned()
            } else {
                key.clone()
            },
            v.clone(),
        )
    });
    pairs.collect()
}
