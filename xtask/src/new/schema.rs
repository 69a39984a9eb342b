//! The schemas of a vendor or an operation that nobody has transcribed yet.
//!
//! An operation's reply must hold what its vendor's envelope points at, so it is built from `vendor.json`
//! and not from a fixed text.

use serde_json::{Map, Value, json};

use super::{PLACEHOLDER, ROW};
use crate::read::position::{child, segments};

/// A file's text.
pub(crate) fn text(value: &Value) -> String {
    format!("{value:#}\n")
}

/// The place of the first example in the vendor's folder.
pub(crate) fn example_file(operation: &str) -> String {
    format!("examples/{operation}/success.json")
}

/// `vendor.json`.
pub(crate) fn vendor(name: &str) -> Value {
    let upper = name.to_ascii_uppercase();
    json!({
        "$schema": "../dialect/vendor.schema.json",
        "vendor": name,
        "title": { "zh": PLACEHOLDER, "en": PLACEHOLDER },
        "document": {
            "title": format!("{PLACEHOLDER}: the printed title, verbatim"),
            "file": format!("{name}.txt"),
            "version": format!("{PLACEHOLDER}: version or date as printed, or drop the key"),
        },
        "base_url": {
            "url": format!("https://{PLACEHOLDER}.invalid"),
            "environment": format!("{upper}_BASE_URL"),
        },
        "credentials": [{
            "name": "key",
            "environment": format!("{upper}_KEY"),
            "description": format!("{PLACEHOLDER}: what it is and where it travels."),
        }],
        "auth": {
            "fields": [{
                "in": "header",
                "name": format!("X-{PLACEHOLDER}"),
                "value": [{ "credential": "key" }],
            }],
        },
        "envelope": { "code": "/code", "message": "/message", "payload": "/data" },
        "statuses": [
            {
                "code": "200",
                "name": "Success",
                "meaning": format!("{PLACEHOLDER}: the document's words"),
                "description": "The query succeeded.",
                "class": "success",
            },
            {
                "code": "201",
                "name": "NoData",
                "meaning": format!("{PLACEHOLDER}: the document's words"),
                "description": "The query found nothing.",
                "class": "no-data",
            },
        ],
    })
}

/// Where the list of records stands in the reply.
fn records(vendor: &Value) -> String {
    let payload = at(vendor, "/envelope/payload").unwrap_or_default();
    child(payload, "records")
}

/// `<operation>.json` and its example.
pub(crate) fn operation(name: &str, vendor: &Value) -> (Value, Value) {
    let mut reply = json!({ "type": "object", "properties": {} });
    let mut example = json!({});
    let (code, wire_type) = success(vendor);
    let marked = |what: &str| format!("{PLACEHOLDER}: {what}.");
    let leaves = [
        ("/envelope/code", "The status code", wire_type, code),
        (
            "/envelope/message",
            "The message",
            "string",
            PLACEHOLDER.into(),
        ),
        (
            "/envelope/order_number",
            "The order number",
            "string",
            PLACEHOLDER.into(),
        ),
        (
            "/reply_signature/signature",
            "The signature",
            "string",
            PLACEHOLDER.into(),
        ),
    ];
    for (place, what, wire_type, value) in leaves {
        if let Some(pointer) = at(vendor, place) {
            let schema = json!({ "type": wire_type, "description": marked(what) });
            put(&mut reply, &mut example, &segments(pointer), schema, value);
        }
    }
    let records = records(vendor);
    let row = json!({ "caseNo": PLACEHOLDER, "name": PLACEHOLDER });
    put(
        &mut reply,
        &mut example,
        &segments(&records),
        list(),
        json!([row]),
    );
    if let Some(signed) = at(vendor, "/reply_signature/payload") {
        let path = segments(signed);
        let schema = json!({ "type": "object", "title": "Payload", "description": marked("What is signed"), "properties": {} });
        put(&mut reply, &mut example, &path, schema, json!({}));
    }
    let file = json!({
        "$schema": "../dialect/operation.schema.json",
        "operation": name,
        "title": { "zh": PLACEHOLDER, "en": PLACEHOLDER },
        "section": PLACEHOLDER,
        "lists": [],
        "http": http(vendor),
        "request": {
            "type": "object",
            "required": [PLACEHOLDER],
            "properties": {
                PLACEHOLDER: {
                    "type": "string",
                    "minLength": 1,
                    "description": marked("Whom the question is about"),
                    "x-role": "subject",
                },
            },
        },
        "reply": reply,
        "records": records,
        "examples": [{
            "file": example_file(name),
            "title": PLACEHOLDER,
            "state": "found",
            "records": 1,
            "arguments": { PLACEHOLDER: "张三" },
        }],
    });
    (file, example)
}

fn list() -> Value {
    json!({
        "type": "array",
        "description": format!("{PLACEHOLDER}: The records."),
        "items": {
            "type": "object",
            "title": ROW,
            "description": format!("{PLACEHOLDER}: One record."),
            "properties": {
                "caseNo": {
                    "type": "string",
                    "description": format!("{PLACEHOLDER}: The case number."),
                    "x-format": "case-number",
                },
                "name": {
                    "type": "string",
                    "description": format!("{PLACEHOLDER}: The debtor."),
                    "x-sensitive": "name",
                },
            },
        },
    })
}

/// A form where the vendor's credentials travel in one, and else a query.
fn http(vendor: &Value) -> Value {
    let fields = vendor.pointer("/auth/fields").and_then(Value::as_array);
    let is_form = fields
        .into_iter()
        .flatten()
        .any(|field| at(field, "/in") == Some("form"));
    let whole = vendor.pointer("/base_url/whole_endpoint") == Some(&Value::Bool(true));
    json!({
        "method": if is_form { "POST" } else { "GET" },
        "path": if whole { String::new() } else { format!("/{PLACEHOLDER}") },
        "parameters": if is_form { "form" } else { "query" },
    })
}

/// The code of success and its type on the wire.
fn success(vendor: &Value) -> (Value, &'static str) {
    let statuses = vendor.get("statuses").and_then(Value::as_array);
    let code = statuses
        .into_iter()
        .flatten()
        .find(|status| at(status, "/class") == Some("success"))
        .and_then(|status| status.get("code"))
        .cloned()
        .unwrap_or_else(|| PLACEHOLDER.into());
    // Any code of a range will do for an example.
    let code = code.get("from").cloned().unwrap_or(code);
    let wire_type = match code {
        Value::Number(_) => "integer",
        Value::Bool(_) => "boolean",
        _ => "string",
    };
    (code, wire_type)
}

/// Puts a schema and a value at a path, with objects on the way. What is there stays.
fn put(schema: &mut Value, value: &mut Value, path: &[String], leaf: Value, sample: Value) {
    let Some((key, rest)) = path.split_first() else {
        return;
    };
    let (Some(Value::Object(fields)), Some(values)) =
        (schema.get_mut("properties"), value.as_object_mut())
    else {
        return; // something else stands on the way, which the check of the schemas tells
    };
    if rest.is_empty() {
        fields.entry(key.clone()).or_insert(leaf);
        values.entry(key.clone()).or_insert(sample);
        return;
    }
    let inner = fields.entry(key.clone()).or_insert_with(|| {
        let description = format!("{PLACEHOLDER}: {key}.");
        json!({ "type": "object", "description": description, "properties": {} })
    });
    let values = values
        .entry(key.clone())
        .or_insert_with(|| Value::Object(Map::new()));
    put(inner, values, rest, leaf, sample);
}

fn at<'a>(value: &'a Value, pointer: &str) -> Option<&'a str> {
    value.pointer(pointer).and_then(Value::as_str)
}
