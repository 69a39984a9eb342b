//! The page for people who transcribe a document names every keyword of the dialect, and every word
//! that a keyword may have as its value: a page that lags behind the meta-schemas misleads.

mod common;

use std::collections::BTreeSet;
use std::fs;

use common::repository;
use serde_json::Value;

/// Keys under `properties`, and texts under `enum` and `const`, wherever in a meta-schema they stand.
fn words(schema: &Value, into: &mut BTreeSet<String>) {
    match schema {
        Value::Object(members) => {
            if let Some(Value::Object(properties)) = members.get("properties") {
                into.extend(properties.keys().cloned());
            }
            if let Some(Value::Array(values)) = members.get("enum") {
                into.extend(values.iter().filter_map(Value::as_str).map(str::to_owned));
            }
            into.extend(
                members
                    .get("const")
                    .and_then(Value::as_str)
                    .map(str::to_owned),
            );
            members.values().for_each(|inner| words(inner, into));
        }
        Value::Array(items) => items.iter().for_each(|inner| words(inner, into)),
        _ => {}
    }
}

/// The words that the page does not show as code, alone or as the only text of a quoted value.
fn missing(page: &str) -> Vec<String> {
    let mut wanted = BTreeSet::new();
    for file in ["vendor", "operation"] {
        let file = repository().join(format!("schemas/dialect/{file}.schema.json"));
        let text = fs::read_to_string(file).expect("the meta-schema");
        words(
            &serde_json::from_str(&text).expect("a meta-schema is JSON"),
            &mut wanted,
        );
    }
    assert!(
        wanted.contains("x-quirks") && wanted.contains("yyyyMMdd") && wanted.contains("offset"),
        "the walk sees too little: {wanted:?}"
    );
    wanted
        .into_iter()
        .filter(|word| {
            !page.contains(&format!("`{word}`")) && !page.contains(&format!("`\"{word}\"`"))
        })
        .collect()
}

fn page() -> String {
    let file = repository().join("docs/transcribing-a-document.md");
    fs::read_to_string(file).expect("the page")
}

#[test]
fn every_keyword_of_the_dialect_is_on_the_page() {
    let left = missing(&page());
    assert!(left.is_empty(), "not on the page: {}", left.join(", "));
}

#[test]
fn a_word_that_the_page_loses_is_missed() {
    let page = page().replace("`x-quirks`", "");
    assert_eq!(missing(&page), ["x-quirks"]);
}
