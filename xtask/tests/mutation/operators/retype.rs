//! A value is of another type, or a schema says another one.

use serde_json::{Value, json};
use xtask::read::Texts;

use super::tree;
use crate::rng::Rng;

pub(super) fn change(rng: &mut Rng, texts: &mut Texts) {
    if rng.once_in(2) {
        return tree::operation(rng, texts, |rng, value| {
            if let Some((_, schema)) = tree::place(rng, value, &tree::is_schema) {
                schema["type"] = said(rng);
            }
        });
    }
    tree::json(rng, texts, |rng, value| {
        if let Some((_, place)) = tree::place(rng, value, &|_, _| true) {
            let others = [
                json!(null),
                json!(true),
                json!(false),
                json!(0),
                json!(-1),
                json!(1.5),
                json!(1.0),
                json!(u64::MAX),
                json!(""),
                json!("/"),
                json!("#"),
                json!("x"),
                json!([]),
                json!({}),
                json!([{}]),
                json!({"": {}}),
                json!([null]),
                json!([[]]),
                Value::String(place.to_string()),
                json!([place]),
                json!({ "type": place }),
            ];
            *place = others[rng.below(others.len())].clone();
        }
    });
}

fn said(rng: &mut Rng) -> Value {
    let types = [
        json!("string"),
        json!("integer"),
        json!("number"),
        json!("boolean"),
        json!("object"),
        json!("array"),
        json!("null"),
        json!(["string", "null"]),
        json!(["string", "integer"]),
        json!(["null"]),
        json!([]),
        json!("text"),
        json!(["string", "string"]),
    ];
    types[rng.below(types.len())].clone()
}
