//! Very deep: schemas inside schemas, references through references, and texts that only nest.

use serde_json::{Map, Value, json};
use xtask::read::Texts;

use super::tree;
use crate::rng::Rng;

pub(super) fn change(rng: &mut Rng, texts: &mut Texts) {
    let depth = [2, 9, 13, 14, 15, 16, 17, 64, 120, 2_000][rng.below(10)];
    let kind = rng.below(7);
    if kind == 6 {
        let Some(file) = tree::file(rng, texts) else {
            return;
        };
        let text = ["[", "{\"a\":"][rng.below(2)].repeat(depth * 50);
        texts.insert(file, text.into_bytes());
        return;
    }
    tree::operation(rng, texts, |rng, value| {
        let places = tree::places(value, &tree::is_schema);
        let Some(place) = rng.pick(&places).cloned() else {
            return;
        };
        if kind < 3 {
            return chain(value, &place, depth, kind);
        }
        if let Some(schema) = value.pointer_mut(&place) {
            let inner = std::mem::take(schema);
            // Deeper than the reader of JSON goes would only be refused by it.
            *schema = (0..depth.min(120)).fold(inner, |inner, _| match kind {
                3 => json!({ "type": "array", "items": inner }),
                4 => json!({ "type": "object", "additionalProperties": inner }),
                _ => json!({ "type": "object", "properties": { "a": inner } }),
            });
        }
    });
}

/// A chain through `$defs`, which nests no text.
fn chain(value: &mut Value, place: &str, depth: usize, kind: usize) {
    let base = if place.starts_with("/request") {
        "/request"
    } else {
        "/reply"
    };
    let Some(inner) = value
        .pointer_mut(place)
        .map(|schema| std::mem::replace(schema, json!({ "$ref": "#/$defs/chain0" })))
    else {
        return;
    };
    let Some(Value::Object(body)) = value.pointer_mut(base) else {
        return;
    };
    let definitions = body
        .entry("$defs")
        .or_insert_with(|| Value::Object(Map::new()));
    for n in 0..depth {
        let next = json!({ "$ref": format!("#/$defs/chain{}", n + 1) });
        definitions[format!("chain{n}")] = match kind {
            0 => next,
            1 => json!({ "type": "object", "properties": { "next": next } }),
            _ => json!({ "type": "array", "items": next }),
        };
    }
    definitions[format!("chain{depth}")] = inner;
}
