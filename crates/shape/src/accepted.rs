//! What a schema of our dialect accepts, in JSON Schema's own words.

use serde_json::{Map, Value, json};

/// Keywords that would refuse the other values that a quirk allows.
const STRICT: &[&str] = &[
    "type",
    "enum",
    "oneOf",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
];

/// The schema with its quirks spelled out, for any validator: where `x-quirks` says that `""` may stand
/// for none, `""` is accepted, and so on, as the client accepts it. JSON pointers into the schema and
/// `$ref`s stay good.
#[must_use]
pub fn accepted(schema: &Value) -> Value {
    let Value::Object(members) = schema else {
        return schema.clone();
    };
    let mut out = Map::new();
    for (keyword, value) in members {
        let value = match (keyword.as_str(), value) {
            ("properties" | "$defs", Value::Object(schemas)) => schemas
                .iter()
                .map(|(key, schema)| (key.clone(), accepted(schema)))
                .collect(),
            ("items" | "additionalProperties" | "contentSchema", value) => accepted(value),
            (_, value) => value.clone(),
        };
        out.insert(keyword.clone(), value);
    }
    let others = others(members);
    if !others.is_empty() {
        let mut documented = Map::new();
        for keyword in STRICT {
            if let Some(value) = out.shift_remove(*keyword) {
                documented.insert((*keyword).to_owned(), value);
            }
        }
        let mut choices = vec![Value::Object(documented)];
        choices.extend(others);
        out.insert("anyOf".into(), choices.into());
    }
    Value::Object(out)
}

fn others(members: &Map<String, Value>) -> Vec<Value> {
    let quirks = members.get("x-quirks").and_then(Value::as_array);
    let number = match members.get("type") {
        Some(Value::Array(types)) => types.iter().any(|one| one == "number"),
        one => one.is_some_and(|one| one == "number"),
    };
    let mut others = Vec::new();
    for quirk in quirks.into_iter().flatten().filter_map(Value::as_str) {
        others.push(match quirk {
            "empty-text-for-none" => json!({ "const": "" }),
            "null-for-none" => json!({ "type": "null" }),
            "array-for-object" | "empty-array-for-none" => json!({ "type": "array", "maxItems": 0 }),
            "empty-object-for-none" => json!({ "type": "object", "maxProperties": 0 }),
            "number-as-text" if number => {
                json!({ "type": "string", "pattern": r"^\s*[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?\s*$" })
            }
            "number-as-text" => json!({ "type": "string", "pattern": r"^\s*[+-]?[0-9]+\s*$" }),
            "number-for-text" => json!({ "type": "number" }),
            _ => continue,
        });
    }
    others
}
