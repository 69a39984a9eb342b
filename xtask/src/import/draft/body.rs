//! A request's and a reply's fields as schemas of the dialect.

use serde_json::{Map, Value, json};

use crate::import::field::Field;
use crate::import::remark::Remarks;
use crate::import::types::Kind;
use crate::new::{PLACEHOLDER, ROW};
use crate::read::position::child;

/// The request.
pub(super) fn request(parameters: &[Field], remarks: &mut Remarks) -> Value {
    let required: Vec<&str> = parameters
        .iter()
        .filter(|field| field.is_required)
        .map(|field| field.name.as_str())
        .collect();
    let mut properties = Map::new();
    for field in parameters {
        let mut field = field.clone();
        match field.kind {
            Some(Kind::Number) => {
                let reason = "A parameter is text or a whole number; drafted as a whole number.";
                remarks.unsure(
                    field.line,
                    &format!("{} {}", field.name, field.printed.kind),
                    reason,
                );
                field.kind = Some(Kind::Integer);
            }
            Some(Kind::Text | Kind::Integer) => {}
            _ => {
                let reason = "A parameter is text or a whole number, and this is printed as neither: decide how it is sent.";
                remarks.unsure(
                    field.line,
                    &format!("{} {}", field.name, field.printed.kind),
                    reason,
                );
            }
        }
        properties.insert(field.name.clone(), schema(&field, "", None));
    }
    json!({ "type": "object", "required": required, "properties": properties })
}

/// The reply. The objects in the list of records are called as the scaffold calls them.
pub(super) fn reply(fields: &[Field], records: Option<&str>) -> Value {
    json!({ "type": "object", "properties": properties(fields, "", records) })
}

fn properties(fields: &[Field], base: &str, records: Option<&str>) -> Map<String, Value> {
    fields
        .iter()
        .map(|field| (field.name.clone(), schema(field, base, records)))
        .collect()
}

fn schema(field: &Field, base: &str, records: Option<&str>) -> Value {
    let pointer = child(base, &field.name);
    let mut schema = Map::new();
    if let Some(kind) = &field.kind {
        let name = name(kind);
        let value = if field.is_nullable {
            json!([name, "null"])
        } else {
            name.into()
        };
        schema.insert("type".into(), value);
    }
    schema.insert(
        "description".into(),
        format!("{PLACEHOLDER}: one English line.").into(),
    );
    let printed = &field.printed;
    for (key, text) in [
        ("x-description", &printed.description),
        ("x-type", &printed.kind),
        ("x-required", &printed.required),
        ("x-length", &printed.length),
    ] {
        if !text.is_empty() {
            schema.insert(key.into(), text.clone().into());
        }
    }
    let comments: Vec<&str> = field
        .comments
        .iter()
        .chain(&printed.others)
        .map(String::as_str)
        .collect();
    if !comments.is_empty() {
        schema.insert("$comment".into(), comments.join(" ").into());
    }
    if let Some(said) = &field.contradiction {
        schema.insert("x-contradiction".into(), said.clone().into());
    }
    let inner = |kind: &Kind| inner(kind, field, &pointer, records);
    match &field.kind {
        Some(Kind::List(Some(items))) => {
            schema.insert("items".into(), inner(items));
        }
        Some(Kind::Object) => {
            let properties = properties(&field.children, &pointer, records);
            schema.insert("properties".into(), properties.into());
        }
        _ => {}
    }
    schema.into()
}

/// What a list holds.
fn inner(kind: &Kind, field: &Field, pointer: &str, records: Option<&str>) -> Value {
    let mut schema = json!({ "type": name(kind) });
    match kind {
        Kind::Object => {
            if records == Some(pointer) {
                schema["title"] = ROW.into();
            }
            schema["description"] = format!("{PLACEHOLDER}: one English line.").into();
            schema["properties"] = properties(&field.children, pointer, records).into();
        }
        Kind::List(Some(items)) => schema["items"] = inner(items, field, pointer, records),
        _ => {}
    }
    schema
}

fn name(kind: &Kind) -> &'static str {
    match kind {
        Kind::Text => "string",
        Kind::Integer => "integer",
        Kind::Number => "number",
        Kind::Boolean => "boolean",
        Kind::Object => "object",
        Kind::List(_) => "array",
    }
}
