//! Very many: values of an enumeration, fields, statuses, operations' parameters.

use serde_json::{Map, Value, json};
use xtask::read::Texts;

use super::tree;
use crate::rng::Rng;

pub(super) fn change(rng: &mut Rng, texts: &mut Texts) {
    let count = [3, 40, 300, 1_500][rng.below(4)];
    let kind = rng.below(6);
    tree::operation(rng, texts, |rng, value| {
        if kind == 5 {
            if let Some((_, object)) = tree::place(rng, value, &tree::is_object_schema) {
                let members = object["properties"].as_object_mut();
                let Some(members) = members else { return };
                members.extend((0..count).map(|n| {
                    (
                        format!("金额{}(USD)", "、".repeat(n % 7) + &n.to_string()),
                        json!({ "type": "string" }),
                    )
                }));
            }
            return;
        }
        let Some((_, schema)) = tree::place(rng, value, &tree::is_schema) else {
            return;
        };
        let words = |schema: &Value| {
            schema
                .get("description")
                .cloned()
                .unwrap_or_else(|| json!("Many."))
        };
        let mut many = Map::from_iter([("description".to_owned(), words(schema))]);
        let (keyword, values): (&str, Vec<Value>) = match kind {
            0 => ("enum", (0..count).map(|n| json!(format!("v{n}"))).collect()),
            1 => ("enum", (0..count).map(|n| json!(n as i64 - 20)).collect()),
            2 => (
                "enum",
                (0..count).map(|n| json!(format!("状态{n}"))).collect(),
            ),
            3 => (
                "oneOf",
                (0..count)
                    .map(|n| json!({ "const": n, "title": format!("V{n}"), "x-description": "值" }))
                    .collect(),
            ),
            _ => (
                "enum",
                (0..count)
                    .map(|n| json!("Aa".repeat(1 + n % 9) + &"-".repeat(n / 9)))
                    .collect(),
            ),
        };
        many.insert(
            "type".into(),
            json!(if matches!(kind, 1 | 3) {
                "integer"
            } else {
                "string"
            }),
        );
        many.insert(keyword.into(), values.into());
        *schema = Value::Object(many);
    });
}
