//! A value stands inside another: one level too deep, one too high, or inside itself.

use serde_json::{Value, json};
use xtask::read::Texts;

use super::tree;
use crate::rng::Rng;

pub(super) fn change(rng: &mut Rng, texts: &mut Texts) {
    let kind = rng.below(8);
    tree::json(rng, texts, |rng, value| {
        let fits: &dyn Fn(&str, &Value) -> bool = if kind < 5 {
            &tree::is_schema
        } else {
            &|_, _| true
        };
        let whole = value.clone();
        let Some((pointer, place)) = tree::place(rng, value, fits) else {
            return;
        };
        let inner = place.clone();
        *place = match kind {
            0 => json!({ "type": "array", "items": inner }),
            1 => json!({ "type": "object", "properties": { "inner": inner } }),
            2 => json!({ "type": "object", "additionalProperties": inner }),
            3 => {
                json!({ "type": "string", "contentMediaType": "application/json", "contentSchema": inner })
            }
            4 => {
                json!({ "type": "object", "title": "Same", "properties": { "a": inner, "b": inner } })
            }
            5 => json!([inner]),
            6 => json!({ "inner": inner }),
            _ => {
                // What stands around it, inside it.
                let around = &pointer[..pointer.rfind('/').unwrap_or(0)];
                whole.pointer(around).cloned().unwrap_or_default()
            }
        };
    });
}
