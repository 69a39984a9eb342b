//! A vendor of any size, made by counting: so many operations, each of so many fields.
//!
//! The fields of a reply go round through what documents hold (text, numbers, lists, objects, enumerations, personal data), so
//! that twice the operations are twice the work and nothing else. The same sizes always give the same texts. Tests
//! count with it, and measurements are taken on it.
#![allow(dead_code)] // each user uses some of it

use serde_json::{Map, Value, json};
use xtask::read::Texts;

/// The vendor's name and its folder's.
pub(crate) const NAME: &str = "synthetic";

/// `vendor.json` and so many operations, beside whatever is there.
pub(crate) fn vendor(texts: &mut Texts, operations: usize, fields: usize) {
    let mut add = |file: String, value: &Value| {
        let mut text = serde_json::to_vec_pretty(value).unwrap_or_default();
        text.push(b'\n');
        texts.insert(format!("schemas/{NAME}/{file}"), text);
    };
    add("vendor.json".into(), &file());
    for number in 0..operations {
        let (name, operation) = operation(number, fields);
        add(format!("{name}.json"), &operation);
        add(
            format!("examples/{name}/found.json"),
            &example(number, fields),
        );
    }
}

fn file() -> Value {
    json!({
        "$schema": "../dialect/vendor.schema.json",
        "vendor": NAME,
        "title": { "zh": "样例", "en": "Synthetic" },
        "document": { "title": "样例接口文档", "file": "synthetic.txt" },
        "base_url": { "url": "https://api.synthetic.example", "environment": "SYNTHETIC_BASE_URL" },
        "credentials": [{ "name": "key", "environment": "SYNTHETIC_KEY", "description": "The account's key." }],
        "auth": { "fields": [{ "in": "query", "name": "key", "value": [{ "credential": "key" }] }] },
        "envelope": { "code": "/code", "message": "/message" },
        "statuses": [
            { "code": "0", "name": "Success", "meaning": "成功", "description": "It worked.", "class": "success" },
            { "code": "1", "name": "Nothing", "meaning": "无数据", "description": "Nothing was found.", "class": "no-data" }
        ]
    })
}

fn operation(number: usize, fields: usize) -> (String, Value) {
    let name = format!("operation_{number:04}");
    let properties: Map<String, Value> = (0..fields)
        .map(|index| (format!("field{index}"), field(index)))
        .collect();
    let value = json!({
        "$schema": "../dialect/operation.schema.json",
        "operation": name,
        "title": { "zh": "查询", "en": format!("Query {number}") },
        "section": format!("2.{number}"),
        "lists": ["enforced"],
        "http": { "method": "GET", "path": format!("/query/{number}"), "parameters": "query" },
        "request": {
            "type": "object",
            "required": ["name"],
            "properties": {
                "name": { "type": "string", "minLength": 1, "maxLength": 100, "description": "The name.", "x-role": "subject" },
                "page": { "type": "integer", "minimum": 1, "description": "The page.", "default": 1 }
            }
        },
        "reply": {
            "type": "object",
            "properties": {
                "code": { "type": "string", "description": "The status." },
                "message": { "type": "string", "description": "Its words." },
                "total": { "type": "integer", "description": "How many there are." },
                "items": {
                    "type": "array",
                    "description": "The records.",
                    "items": { "type": "object", "title": "Row", "description": "A record.", "properties": properties }
                }
            }
        },
        "records": "/items",
        "total": "/total",
        "paging": { "style": "page", "parameter": "page", "first": 1, "size": 10 },
        "examples": [{
            "file": format!("examples/{name}/found.json"), "title": "One record", "state": "found", "records": 1,
            "arguments": { "name": "张三" }
        }]
    });
    (name, value)
}

fn field(index: usize) -> Value {
    let mut schema = match index % 8 {
        0 => json!({ "type": "string", "x-description": "案号" }),
        1 => json!({ "type": ["integer", "null"] }),
        2 => json!({ "type": "number" }),
        3 => json!({ "type": "string", "x-sensitive": "name", "x-length": "32" }),
        4 => json!({ "type": "string", "oneOf": [
            { "const": "1", "title": "Dishonest", "x-description": "失信" },
            { "const": "2", "title": "Enforced", "x-description": "被执行" }
        ] }),
        5 => json!({ "type": "array", "items": { "type": "string" } }),
        6 => {
            json!({ "type": "object", "properties": { "court": { "type": "string", "description": "The court." } } })
        }
        _ => json!({ "type": "boolean" }),
    };
    schema["description"] = format!("Field {index}.").into();
    schema
}

fn example(number: usize, fields: usize) -> Value {
    let row: Map<String, Value> = (0..fields)
        .map(|index| {
            let value = match index % 8 {
                0 | 3 => json!(format!("({number})执{index}号")),
                1 => json!(index),
                2 => json!(1.5),
                4 => json!("1"),
                5 => json!(["a"]),
                6 => json!({ "court": "某法院" }),
                _ => json!(true),
            };
            (format!("field{index}"), value)
        })
        .collect();
    json!({ "code": "0", "message": "成功", "total": 1, "items": [row] })
}
