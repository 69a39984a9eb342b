//! What the generator writes as text is what prettyplease would print: nothing of it would be changed.
//!
//! Names of every length are what decides where lines break, so a vendor is made up whose names are of random length, and
//! everything that is generated for it is held against prettyplease, line by line.

mod common;
#[path = "common/synthetic.rs"]
mod synthetic;

use common::{dialect, fixture, repository, stage};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use xtask::codegen::generate;
use xtask::emit::Files;
use xtask::read::Texts;

/// Holds every file against prettyplease; the number of lines held.
fn assert_printed(files: &Files) -> usize {
    let rust = files.iter().filter(|(file, _)| file.ends_with(".rs"));
    rust.map(|(file, text)| assert_file(file, text)).sum()
}

fn assert_file(file: &str, text: &str) -> usize {
    // Calls of macros stand at the end as they are.
    let items = text.split("\n\nwire::objects!").next().unwrap_or_default();
    let parsed = syn::parse_file(items).unwrap_or_else(|error| panic!("{error} in {file}"));
    let peer = prettyplease::unparse(&parsed);
    // Blank lines are ours, and prettyplease drops the comment in the first line.
    let lines = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| !line.is_empty());
        lines.map(str::to_owned).collect()
    };
    let (ours, peer) = (lines(items), lines(&peer));
    assert!(ours[0].starts_with("// Made by"), "{file}");
    for (ours, peer) in ours[1..].iter().zip(&peer) {
        assert_eq!(ours, peer, "{file}");
    }
    assert_eq!(ours.len() - 1, peer.len(), "{file}");
    peer.len()
}

#[test]
fn the_repository_and_the_hardest_schema_are_printed_as_prettyplease_does() {
    let files = generate(&repository(), None).expect("the schemas have no faults");
    assert!(assert_printed(&files) > 1_000);
    let torture = stage(&[fixture("torture/schemas")]);
    let files = generate(torture.path(), None).expect("the schemas have no faults");
    assert!(assert_printed(&files) > 1_000);
}

/// A parameter of each kind in turn.
fn parameter(kind: usize, word: &str) -> Value {
    let mut schema = match kind % 8 {
        0 => json!({ "type": "string", "maxLength": 12 }),
        1 => json!({ "type": "integer", "minimum": -5, "maximum": 4_000_000_000_u32 }),
        2 => json!({ "type": "string", "format": "date" }),
        3 => json!({ "type": "string", "oneOf": [
            { "const": word, "title": "First", "x-description": word },
            { "const": "2" }
        ] }),
        4 => json!({ "type": "array", "items": { "type": "string" }, "minItems": 1 }),
        5 => json!({ "type": "array", "items": { "type": "integer", "enum": [1, -2] } }),
        6 => json!({ "type": "object", "properties": { word: { "type": "string" } } }),
        _ => json!({ "type": "boolean" }),
    };
    schema["description"] = "What it is.".into();
    schema
}

/// The synthetic vendor's operation with other names and with parameters of every kind.
fn renamed(operation: &mut Value, names: &[String], required: usize) {
    operation["http"] = json!({ "method": "POST", "path": "/", "parameters": "json" });
    operation.as_object_mut().expect("one").remove("paging");
    let parameters: Map<String, Value> = names
        .iter()
        .enumerate()
        .map(|(kind, name)| (name.clone(), parameter(kind, name)))
        .collect();
    let needed: Vec<&String> = names.iter().take(required).collect();
    operation["request"] =
        json!({ "type": "object", "required": needed, "properties": parameters });
    operation["examples"] = json!([]);
    let row = &mut operation["reply"]["properties"]["items"]["items"];
    let fields = row["properties"].as_object().cloned().unwrap_or_default();
    let fields: Map<String, Value> = fields
        .into_iter()
        .zip(names.iter().cycle().enumerate())
        .map(|((_, mut schema), (index, name))| {
            if let Some(first) = schema.pointer_mut("/oneOf/0") {
                first["const"] = format!("{name}{index}").into();
                first["title"] = format!("A{name}").into();
            }
            (format!("{name}{index}"), schema)
        })
        .collect();
    row["required"] = json!([fields.keys().next()]);
    row["properties"] = fields.into();
    let items = operation["reply"]["properties"]["items"].take();
    operation["reply"]["properties"]["items"] =
        json!({ "type": "object", "properties": { names[0].clone(): items } });
    operation["records"] = format!("/items/{}", names[0]).into();
}

/// The synthetic vendor's own file with credentials, a recipe and statuses of other names.
fn renamed_vendor(vendor: &mut Value, names: &[String], has_host: bool, has_ranges: bool) {
    if !has_host {
        vendor["base_url"] = json!({ "environment": "SYNTHETIC_URL" });
    }
    let credentials = names.iter().map(|name| {
        json!({ "name": name, "environment": name.to_uppercase(), "description": format!("The {name}.") })
    });
    vendor["credentials"] = credentials.collect();
    let credentials = names.iter().map(|name| json!({ "credential": name }));
    let parts: Vec<Value> = credentials.chain([json!({ "value": "time" })]).collect();
    vendor["auth"]["fields"] = names
        .iter()
        .map(|name| json!({ "in": "header", "name": name, "value": [{ "literal": name }, { "value": "hash" }] }))
        .collect();
    vendor["auth"]["values"] = json!([
        { "name": "time", "clock": "epoch-milliseconds" },
        { "name": "hash", "digest": { "algorithm": "md5", "hex": "lower", "parts": parts } },
    ]);
    let statuses = vendor["statuses"].as_array_mut().expect("a list");
    for (index, name) in names.iter().enumerate() {
        let name = format!("N{name}");
        statuses.push(json!({
            "code": name, "name": name, "meaning": name, "description": name, "class": "parameter",
            "advice": { "retry": "never", "verbatim": name, "description": name },
        }));
        if has_ranges {
            let (from, to) = (1_000 * (index + 1), 1_000 * (index + 1) + 9);
            statuses.push(json!({
                "code": { "from": from.to_string(), "to": to.to_string() }, "name": format!("R{name}"), "meaning": name,
                "description": name, "class": "server",
            }));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_vendor_with_names_of_every_length_is_printed_as_prettyplease_does(
        names in proptest::collection::btree_set("[a-z]{1,60}", 0..9),
        has_host in any::<bool>(),
        has_ranges in any::<bool>(),
    ) {
        let mut texts: Texts = dialect();
        synthetic::vendor(&mut texts, 1, 1);
        let names: Vec<String> = names.into_iter().map(|name| format!("a{name}")).collect();
        let file = "schemas/synthetic/vendor.json";
        let mut vendor: Value = serde_json::from_slice(&texts[file]).expect("JSON");
        renamed_vendor(&mut vendor, &names, has_host, has_ranges);
        texts.insert(file.into(), vendor.to_string().into_bytes());
        match generate(&texts, None) {
            Ok(files) => { assert_printed(&files); }
            Err(failure) => panic!("{failure}"),
        }
    }

    #[test]
    fn names_of_every_length_are_printed_as_prettyplease_does(
        operation in "[a-z]{1,60}",
        names in proptest::collection::btree_set("[a-z]{1,60}", 9),
        required in 0_usize..10,
    ) {
        let mut texts: Texts = dialect();
        synthetic::vendor(&mut texts, 1, 20);
        let names: Vec<String> = names.into_iter().collect();
        let schema = texts.remove("schemas/synthetic/operation_0000.json").expect("one");
        texts.retain(|file, _| !file.contains("/examples/"));
        let mut schema: Value = serde_json::from_slice(&schema).expect("JSON");
        let operation = format!("query_{operation}");
        schema["operation"] = operation.as_str().into();
        renamed(&mut schema, &names, required);
        texts.insert(format!("schemas/synthetic/{operation}.json"), schema.to_string().into_bytes());
        match generate(&texts, None) {
            Ok(files) => { assert_printed(&files); }
            Err(failure) => panic!("{failure}"),
        }
    }
}
