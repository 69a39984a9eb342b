//! Every keyword of JSON Schema 2020-12 has a row in `docs/json-schema.md`, and each row is true.
//!
//! The list of keywords is the standard's: the `properties` of its meta-schemas, as the `referencing` crate carries them.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use common::repository;
use referencing::meta;
use serde_json::{Value, json};
use xtask::codegen::{Failure, generate};
use xtask::read::Texts;

/// The keywords that the meta-schemas name.
fn standard() -> BTreeSet<String> {
    let vocabularies = [
        &meta::DRAFT202012,
        &meta::DRAFT202012_CORE,
        &meta::DRAFT202012_APPLICATOR,
        &meta::DRAFT202012_UNEVALUATED,
        &meta::DRAFT202012_VALIDATION,
        &meta::DRAFT202012_META_DATA,
        &meta::DRAFT202012_FORMAT_ANNOTATION,
        &meta::DRAFT202012_FORMAT_ASSERTION,
        &meta::DRAFT202012_CONTENT,
    ];
    let named = vocabularies
        .iter()
        .filter_map(|schema| schema["properties"].as_object());
    named
        .flat_map(|properties| properties.keys().cloned())
        .collect()
}

/// What the page says: keyword, standing, words.
fn rows() -> Vec<(String, String, String)> {
    let page = fs::read_to_string(repository().join("docs/json-schema.md")).expect("the page");
    let rows = page.lines().filter(|line| line.starts_with("| `"));
    rows.map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [keyword, standing, words] = cells[..] else {
            panic!("three cells: {line}")
        };
        (
            keyword.trim_matches('`').to_owned(),
            standing.to_owned(),
            words.to_owned(),
        )
    })
    .collect()
}

#[test]
fn the_page_lists_the_keywords_of_the_standard_each_once() {
    let mut listed: Vec<String> = rows().into_iter().map(|(keyword, ..)| keyword).collect();
    listed.sort();
    assert_eq!(listed, standard().into_iter().collect::<Vec<_>>());
    for known in [
        "$dynamicRef",
        "unevaluatedItems",
        "minContains",
        "contentEncoding",
        "readOnly",
        "format",
    ] {
        assert!(
            listed.iter().any(|keyword| keyword == known),
            "the list sees too little: {known}"
        );
    }
}

/// One schema that uses the keyword, and the same without it.
struct Probe {
    request: [Value; 2],
    reply: [Value; 2],
}

fn reply(with: Value, without: Value) -> Probe {
    let request = json!({ "type": "string" });
    Probe {
        request: [request.clone(), request],
        reply: [with, without],
    }
}

fn request(with: Value, without: Value) -> Probe {
    let reply = json!({ "type": "string" });
    Probe {
        request: [with, without],
        reply: [reply.clone(), reply],
    }
}

fn probes() -> BTreeMap<&'static str, Probe> {
    let (text, integer) = (json!({ "type": "string" }), json!({ "type": "integer" }));
    let (list, object) = (json!({ "type": "array" }), json!({ "type": "object" }));
    let texts = json!({ "type": "array", "items": { "type": "string" }, "x-list": "repeated" });
    let fields = json!({ "type": "object", "properties": { "a": { "type": "string" } } });
    let with = |base: &Value, keyword: &str, value: Value| {
        let mut schema = base.clone();
        schema[keyword] = value;
        schema
    };
    let inner =
        |keyword: &str, base: &Value, value: Value| reply(with(base, keyword, value), base.clone());
    BTreeMap::from([
        // Core. What is identified or referred to by name must be there to be found.
        (
            "$id",
            inner("$id", &text, json!("https://example.org/text")),
        ),
        (
            "$ref",
            inner("$ref", &json!({}), json!("#/properties/record")),
        ),
        ("$anchor", inner("$anchor", &text, json!("here"))),
        (
            "$dynamicRef",
            inner("$dynamicRef", &json!({}), json!("#/properties/record")),
        ),
        (
            "$dynamicAnchor",
            inner("$dynamicAnchor", &text, json!("here")),
        ),
        (
            "$vocabulary",
            inner(
                "$vocabulary",
                &text,
                json!({ "https://example.org/vocabulary": true }),
            ),
        ),
        (
            "$comment",
            inner("$comment", &text, json!("What is left open.")),
        ),
        (
            "$defs",
            reply(
                json!({ "$defs": { "x": { "type": "integer" } }, "type": "object", "properties": { "a": { "$ref": "#/properties/probe/$defs/x" } } }),
                fields.clone(),
            ),
        ),
        // Applicators.
        (
            "prefixItems",
            inner("prefixItems", &list, json!([{ "type": "string" }])),
        ),
        ("items", inner("items", &list, integer.clone())),
        ("contains", inner("contains", &list, integer.clone())),
        (
            "additionalProperties",
            inner("additionalProperties", &object, integer.clone()),
        ),
        (
            "properties",
            inner("properties", &object, json!({ "a": { "type": "string" } })),
        ),
        (
            "patternProperties",
            inner(
                "patternProperties",
                &object,
                json!({ "^a": { "type": "string" } }),
            ),
        ),
        (
            "dependentSchemas",
            inner(
                "dependentSchemas",
                &fields,
                json!({ "a": { "type": "object" } }),
            ),
        ),
        (
            "propertyNames",
            inner("propertyNames", &object, json!({ "maxLength": 3 })),
        ),
        ("if", inner("if", &text, json!({ "type": "string" }))),
        ("then", inner("then", &text, json!({ "type": "string" }))),
        ("else", inner("else", &text, json!({ "type": "string" }))),
        (
            "allOf",
            inner("allOf", &json!({}), json!([{ "type": "string" }])),
        ),
        (
            "anyOf",
            inner(
                "anyOf",
                &json!({}),
                json!([{ "type": "string" }, { "type": "integer" }]),
            ),
        ),
        (
            "oneOf",
            inner(
                "oneOf",
                &text,
                json!([{ "const": "1", "title": "First" }, { "const": "2" }]),
            ),
        ),
        ("not", inner("not", &text, json!({ "const": "" }))),
        // Unevaluated.
        (
            "unevaluatedItems",
            inner("unevaluatedItems", &list, json!({ "type": "string" })),
        ),
        (
            "unevaluatedProperties",
            inner("unevaluatedProperties", &fields, json!(false)),
        ),
        // Validation.
        ("type", inner("type", &json!({}), json!("integer"))),
        (
            "const",
            request(with(&text, "const", json!("x")), text.clone()),
        ),
        ("enum", inner("enum", &text, json!(["1", "2"]))),
        ("multipleOf", inner("multipleOf", &integer, json!(10))),
        (
            "maximum",
            request(with(&integer, "maximum", json!(50)), integer.clone()),
        ),
        (
            "exclusiveMaximum",
            inner("exclusiveMaximum", &integer, json!(50)),
        ),
        (
            "minimum",
            request(with(&integer, "minimum", json!(1)), integer.clone()),
        ),
        (
            "exclusiveMinimum",
            inner("exclusiveMinimum", &integer, json!(0)),
        ),
        (
            "maxLength",
            request(with(&text, "maxLength", json!(18)), text.clone()),
        ),
        (
            "minLength",
            request(with(&text, "minLength", json!(2)), text.clone()),
        ),
        ("pattern", inner("pattern", &text, json!("^[0-9]+$"))),
        (
            "maxItems",
            request(with(&texts, "maxItems", json!(9)), texts.clone()),
        ),
        (
            "minItems",
            request(with(&texts, "minItems", json!(1)), texts.clone()),
        ),
        ("uniqueItems", inner("uniqueItems", &list, json!(true))),
        ("maxContains", inner("maxContains", &list, json!(2))),
        ("minContains", inner("minContains", &list, json!(2))),
        ("maxProperties", inner("maxProperties", &object, json!(2))),
        ("minProperties", inner("minProperties", &object, json!(2))),
        ("required", inner("required", &fields, json!(["a"]))),
        (
            "dependentRequired",
            inner("dependentRequired", &fields, json!({ "a": [] })),
        ),
        // Meta-data, format, content.
        ("title", inner("title", &fields, json!("Renamed"))),
        (
            "description",
            inner("description", &text, json!("What it is.")),
        ),
        (
            "default",
            request(with(&text, "default", json!("x")), text.clone()),
        ),
        ("deprecated", inner("deprecated", &text, json!(true))),
        ("readOnly", inner("readOnly", &text, json!(true))),
        ("writeOnly", inner("writeOnly", &text, json!(true))),
        ("examples", inner("examples", &text, json!(["x"]))),
        (
            "format",
            request(with(&text, "format", json!("date")), text.clone()),
        ),
        (
            "contentEncoding",
            inner("contentEncoding", &text, json!("base64")),
        ),
        (
            "contentMediaType",
            inner("contentMediaType", &text, json!("application/json")),
        ),
        (
            "contentSchema",
            inner(
                "contentSchema",
                &json!({ "type": "string", "contentMediaType": "application/json" }),
                integer,
            ),
        ),
        // Of former drafts.
        (
            "definitions",
            inner("definitions", &text, json!({ "x": { "type": "string" } })),
        ),
        (
            "dependencies",
            inner("dependencies", &fields, json!({ "a": [] })),
        ),
        (
            "$recursiveAnchor",
            inner("$recursiveAnchor", &text, json!("here")),
        ),
        (
            "$recursiveRef",
            inner("$recursiveRef", &json!({}), json!("#")),
        ),
    ])
}

/// An operation of the fixtures' base that has the two schemas in it; no example.
fn generated(
    file_keyword: Option<(&str, &str)>,
    request: &Value,
    reply: &Value,
) -> Result<String, Failure> {
    let read = |file: &str| fs::read(repository().join(file)).expect("a file");
    let mut texts = Texts::new();
    for file in ["vendor.schema.json", "operation.schema.json"] {
        texts.insert(
            format!("schemas/dialect/{file}"),
            read(&format!("schemas/dialect/{file}")),
        );
    }
    texts.insert(
        "schemas/acme/vendor.json".into(),
        read("xtask/tests/faults/base/acme/vendor.json"),
    );
    let mut operation: Value =
        serde_json::from_slice(&read("xtask/tests/faults/base/acme/search.json"))
            .expect("the base");
    operation["examples"] = json!([]);
    operation["request"]["properties"]["probe"] = request.clone();
    operation["reply"]["properties"]["record"] = json!({ "type": "object", "properties": {} });
    operation["reply"]["properties"]["probe"] = reply.clone();
    if let Some((key, value)) = file_keyword {
        operation[key] = value.into();
    }
    texts.insert(
        "schemas/acme/search.json".into(),
        operation.to_string().into_bytes(),
    );
    let files = generate(&texts, None)?;
    Ok(files
        .into_iter()
        .map(|(file, text)| format!("{file}\n{text}"))
        .collect())
}

#[test]
fn each_row_tells_the_truth() {
    let probes = probes();
    let mut wrong = Vec::new();
    for (keyword, standing, words) in rows() {
        if keyword == "$schema" {
            continue; // below
        }
        let Some(probe) = probes.get(keyword.as_str()) else {
            wrong.push(format!("{keyword}: no probe"));
            continue;
        };
        for schema in [&probe.request[0], &probe.reply[0]] {
            assert!(
                jsonschema::draft202012::meta::is_valid(schema),
                "{keyword}: no JSON Schema: {schema}"
            );
        }
        let without = generated(None, &probe.request[1], &probe.reply[1]);
        let without = without.unwrap_or_else(|failure| panic!("{keyword}: without it {failure}"));
        match (
            standing.as_str(),
            generated(None, &probe.request[0], &probe.reply[0]),
        ) {
            ("supported", Ok(with)) if with != without => {}
            ("refused", Err(Failure::Faults(faults))) => {
                let place = format!("/{keyword}");
                let told = faults
                    .iter()
                    .any(|fault| fault.pointer.ends_with(&place) && fault.hint == words);
                if !told {
                    wrong.push(format!(
                        "{keyword}: the page's hint is not the generator's\n{words}\n{faults}"
                    ));
                }
            }
            (_, Ok(_)) => wrong.push(format!(
                "{keyword}: {standing}, and it is generated or changes nothing"
            )),
            (_, Err(failure)) => wrong.push(format!("{keyword}: {standing}\n{failure}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// `$schema` belongs to the file, and changes nothing there; inside a body it is refused with the page's words.
#[test]
fn the_schema_keyword_is_ignored_at_the_top_and_refused_inside() {
    let text = json!({ "type": "string" });
    let dialect = Some(("$schema", "../dialect/operation.schema.json"));
    let [with, without] =
        [dialect, None].map(|key| generated(key, &text, &text).expect("no fault"));
    assert_eq!(with, without);
    let inside =
        json!({ "type": "string", "$schema": "https://json-schema.org/draft/2020-12/schema" });
    let Err(Failure::Faults(faults)) = generated(None, &text, &inside) else {
        panic!("it is refused")
    };
    let hint = &faults.iter().next().expect("a fault").hint;
    let (_, standing, words) = rows()
        .into_iter()
        .find(|(keyword, ..)| keyword == "$schema")
        .expect("a row");
    assert!(
        standing == "ignored" && words.ends_with(hint),
        "{words}\n{hint}"
    );
}

/// What is a rule in a request says in a reply what a reader may expect, and changes no type.
#[test]
fn a_rule_of_a_request_is_documentation_in_a_reply() {
    let probes = probes();
    let documentation = |words: &str| words.contains("in a reply, documentation");
    let told = rows().into_iter().filter(|(_, _, words)| {
        documentation(words) || words.starts_with("As `maximum`") || words.starts_with("As `max")
    });
    let keywords: Vec<String> = told.map(|(keyword, ..)| keyword).collect();
    assert_eq!(keywords.len(), 7, "{keywords:?}");
    for keyword in keywords {
        let probe = &probes[keyword.as_str()];
        let text = json!({ "type": "string" });
        let [with, without] = [0, 1].map(|index| {
            let mut schema = probe.request[index].clone();
            schema.as_object_mut().expect("an object").remove("x-list");
            generated(None, &text, &schema).expect("no fault")
        });
        let code = |text: &str| -> Vec<String> {
            let rust = text.split("openapi/").next().unwrap_or_default();
            let code = rust.lines().map(str::trim);
            code.filter(|line| !line.starts_with("///"))
                .map(str::to_owned)
                .collect()
        };
        assert_ne!(with, without, "{keyword}");
        assert_eq!(code(&with), code(&without), "{keyword}");
    }
}

/// Keywords that stand for less than the standard lets them: elsewhere the page's words are told.
#[test]
fn what_is_supported_in_part_is_refused_elsewhere_with_the_words_of_the_page() {
    let text = json!({ "type": "string" });
    for (keyword, schema) in [
        ("const", json!({ "type": "string", "const": "x" })),
        ("format", json!({ "type": "string", "format": "email" })),
    ] {
        let Err(Failure::Faults(faults)) = generated(None, &text, &schema) else {
            panic!("{keyword} is refused in a reply")
        };
        let mut rows = rows().into_iter();
        let (_, _, words) = rows.find(|(row, ..)| row == keyword).expect("a row");
        let place = format!("/{keyword}");
        let told = faults
            .iter()
            .any(|fault| fault.pointer.ends_with(&place) && words.ends_with(&fault.hint));
        assert!(told, "{words}\n{faults}");
    }
}

#[test]
fn what_is_no_keyword_of_the_standard_is_not_called_one() {
    let unknown = json!({ "type": "string", "minLenght": 3 });
    let Err(Failure::Faults(faults)) = generated(None, &json!({ "type": "string" }), &unknown)
    else {
        panic!("it is refused")
    };
    let fault = faults.iter().next().expect("a fault");
    assert!(
        fault.reason.contains("`minLenght` is not of the dialect"),
        "{fault}"
    );
}

#[test]
fn schemas_that_are_booleans_are_refused_with_what_to_write() {
    let text = json!({ "type": "string" });
    for schema in [
        json!(true),
        json!(false),
        json!({ "type": "array", "items": true }),
    ] {
        let Err(Failure::Faults(faults)) = generated(None, &text, &schema) else {
            panic!("{schema}")
        };
        let told = faults
            .iter()
            .any(|fault| fault.hint.starts_with("Write a schema as an object"));
        assert!(told, "{schema}: {faults}");
    }
}

/// The other meaning of `oneOf`.
#[test]
fn a_choice_between_shapes_is_refused_with_what_to_write() {
    let choice = json!({ "oneOf": [{ "type": "string" }, { "type": "integer" }] });
    let Err(Failure::Faults(faults)) = generated(None, &json!({ "type": "string" }), &choice)
    else {
        panic!("it is refused")
    };
    assert!(
        faults
            .to_string()
            .contains("Where the schemas differ in type"),
        "{faults}"
    );
}

/// Whatever types stand inside each other: 64 maps once overflowed the stack of the parser that reads the output back.
#[test]
fn types_inside_types_come_to_an_end() {
    let text = json!({ "type": "string" });
    let nested = |depth: usize, kind: &str| {
        (0..depth).fold(text.clone(), |inner, _| match kind {
            "list" => json!({ "type": "array", "items": inner }),
            "map" => json!({ "type": "object", "additionalProperties": inner }),
            "object" => json!({ "type": "object", "properties": { "a": inner } }),
            _ => json!({ "type": "string", "contentMediaType": "application/json", "contentSchema": inner }),
        })
    };
    let asked = |depth: usize| {
        let mut list = nested(depth, "list");
        list["x-list"] = json!("json");
        list
    };
    let mut cases: Vec<(&str, [Value; 2])> = ["list", "map", "object", "text"]
        .map(|kind| (kind, [14, 40].map(|depth| nested(depth, kind))))
        .into();
    cases.push(("list of a request", [14, 40].map(asked)));
    for (kind, [well, deep]) in cases {
        let made = |schema: &Value| match kind {
            "list of a request" => generated(None, schema, &text),
            _ => generated(None, &text, schema),
        };
        if let Err(failure) = made(&well) {
            panic!("{kind}: {failure}")
        }
        let Err(Failure::Faults(faults)) = made(&deep) else {
            panic!("{kind}: 40 are refused")
        };
        let told = faults.to_string();
        assert!(
            faults.len() == 1 && told.contains("nested more than 16 deep"),
            "{kind}: {told}"
        );
    }
}
