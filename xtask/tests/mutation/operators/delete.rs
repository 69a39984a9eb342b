//! Something is missing: a member, an element, a file.

use serde_json::Value;
use xtask::read::Texts;

use super::tree;
use crate::rng::Rng;

pub(super) fn change(rng: &mut Rng, texts: &mut Texts) {
    if rng.once_in(12) {
        if let Some(file) = tree::file(rng, texts) {
            texts.remove(&file);
        }
        return;
    }
    tree::json(rng, texts, |rng, value| {
        let holds = |_: &str, v: &Value| match v {
            Value::Object(members) => !members.is_empty(),
            Value::Array(items) => !items.is_empty(),
            _ => false,
        };
        match tree::place(rng, value, &holds) {
            Some((_, Value::Object(members))) => {
                let keys: Vec<String> = members.keys().cloned().collect();
                if let Some(key) = rng.pick(&keys) {
                    members.shift_remove(key);
                }
            }
            Some((_, Value::Array(items))) => drop(items.remove(rng.below(items.len()))),
            _ => {}
        }
    });
}
