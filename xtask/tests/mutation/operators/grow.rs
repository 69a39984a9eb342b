//! A schema that is sound and new: any of the shapes that the dialect can say, or a known shape under an odd name.

use serde_json::{Value, json};
use xtask::read::Texts;

use super::tree;
use crate::odd;
use crate::rng::Rng;

/// A schema in the place of another.
pub(super) fn change(rng: &mut Rng, texts: &mut Texts) {
    tree::operation(rng, texts, |rng, value| {
        if let Some((_, schema)) = tree::place(rng, value, &tree::is_schema) {
            *schema = any(rng, 4);
        }
    });
}

/// More fields or parameters, oddly named.
pub(super) fn names(rng: &mut Rng, texts: &mut Texts) {
    tree::operation(rng, texts, |rng, value| {
        let Some((pointer, object)) = tree::place(rng, value, &tree::is_object_schema) else {
            return;
        };
        for _ in 0..1 + rng.below(6) {
            let schema = if pointer == "/request" {
                parameter(rng)
            } else {
                any(rng, 2)
            };
            let name = odd::name(rng);
            object["properties"][&name] = schema;
            if rng.once_in(3)
                && let Some(required) = object.get_mut("required").and_then(Value::as_array_mut)
                && !required.contains(&Value::String(name.clone()))
            {
                required.push(name.into());
            }
        }
    });
}

fn parameter(rng: &mut Rng) -> Value {
    let mut schema = match rng.below(4) {
        0 => json!({ "type": "integer", "minimum": rng.below(9), "maximum": 10 + rng.below(9) }),
        1 => enumeration(rng),
        _ => json!({ "type": "string", "minLength": rng.below(3), "maxLength": 3 + rng.below(60) }),
    };
    decorate(rng, &mut schema);
    schema
}

fn any(rng: &mut Rng, deep: usize) -> Value {
    let shape = rng.below(if deep == 0 { 6 } else { 12 });
    let mut schema = match shape {
        0 => json!({ "type": "string" }),
        1 => json!({ "type": ["integer", "null"] }),
        2 => json!({ "type": "number" }),
        3 => json!({ "type": "boolean" }),
        4 => enumeration(rng),
        5 => json!({ "type": ["string", "integer"] }),
        6 => json!({ "type": "array", "items": any(rng, deep - 1) }),
        7 => json!({ "type": "array" }),
        8 => json!({ "type": "object", "additionalProperties": any(rng, deep - 1) }),
        9 => {
            json!({ "type": "string", "contentMediaType": "application/json", "contentSchema": any(rng, deep - 1) })
        }
        10 => json!({ "type": "string", "contentMediaType": "application/json" }),
        _ => {
            let mut object = json!({ "type": "object", "properties": {} });
            for _ in 0..rng.below(5) {
                object["properties"][odd::name(rng)] = any(rng, deep - 1);
            }
            object
        }
    };
    decorate(rng, &mut schema);
    schema
}

fn enumeration(rng: &mut Rng) -> Value {
    let count = rng.below(6);
    match rng.below(3) {
        0 => {
            json!({ "type": "integer", "enum": (0..count).map(|n| n as i64 - 2).collect::<Vec<_>>() })
        }
        1 => {
            json!({ "type": "string", "enum": (0..count).map(|n| format!("{}{n}", odd::name(rng))).collect::<Vec<_>>() })
        }
        _ => {
            let titles = [
                "Self", "Unknown", "ALL", "None", "Some", "A", "String", "Vec",
            ];
            let choices = (0..count.min(titles.len())).map(|n| json!({ "const": odd::name(rng), "title": titles[n], "description": odd::words(rng) }));
            json!({ "type": "string", "oneOf": choices.collect::<Vec<_>>() })
        }
    }
}

/// Words and marks that any schema may carry.
fn decorate(rng: &mut Rng, schema: &mut Value) {
    schema["description"] = odd::words(rng).into();
    if rng.once_in(3) {
        let titles = [
            "Reply",
            "Request",
            "String",
            "Vec",
            "Option",
            "Same",
            "OPERATION",
            "Box",
            "Error",
            "Field",
            "Default",
            "T",
            "Wire",
        ];
        schema["title"] = titles[rng.below(titles.len())].into();
    }
    if rng.once_in(4) {
        schema["x-sensitive"] = "name".into();
    }
    if rng.once_in(4) {
        schema["x-name"] = odd::name(rng).to_ascii_lowercase().into();
    }
    if rng.once_in(4) {
        schema["x-description"] = odd::words(rng).into();
    }
    if rng.once_in(6) {
        schema["x-role"] = ["subject", "person", "list"][rng.below(3)].into();
    }
    if rng.once_in(6) {
        schema["default"] = match rng.below(3) {
            0 => json!(rng.below(9)),
            1 => json!(null),
            _ => odd::words(rng).into(),
        };
    }
}
