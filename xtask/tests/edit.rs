//! How a schema's file is edited: what changes is what was asked for, and nothing else of the text.

mod common;

use serde_json::{Value, json};
use xtask::infer::apply;
use xtask::read::position::segments;
use zhixing_shape::Patch;

const TEXT: &str = r#"{
  "type": "object",
  "required": ["a", "b"],
  "properties": {
    "a": { "type": "string", "description": "A {brace}." },
    "b": { "type": "object", "properties": {} }
  }
}
"#;

fn edited(patch: Patch, after: Option<&str>) -> String {
    apply(TEXT, &patch, after).expect("the place is there")
}

/// The lines that differ, as `diff` would show them.
fn difference(new: &str) -> Vec<String> {
    similar::TextDiff::from_lines(TEXT, new)
        .iter_all_changes()
        .filter(|change| change.tag() != similar::ChangeTag::Equal)
        .map(|change| format!("{}{}", change.tag(), change.value().trim_end()))
        .collect()
}

#[test]
fn a_new_property_is_one_new_line_at_its_place() {
    let new = edited(
        Patch::Add("/properties/c".into(), json!({ "type": "integer" })),
        Some("a"),
    );
    assert_eq!(difference(&new), [r#"+    "c": { "type": "integer" },"#]);
    let new = edited(
        Patch::Add("/properties/c".into(), json!({ "type": "integer" })),
        None,
    );
    assert!(
        new.contains("{} },\n    \"c\": { \"type\": \"integer\" }\n  }"),
        "{new}"
    );
}

#[test]
fn a_keyword_goes_onto_the_line_of_its_schema() {
    let new = edited(
        Patch::Add("/properties/a/x-quirks".into(), json!(["misspelt"])),
        None,
    );
    assert_eq!(
        difference(&new),
        [
            r#"-    "a": { "type": "string", "description": "A {brace}." },"#,
            r#"+    "a": { "type": "string", "description": "A {brace}.", "x-quirks": ["misspelt"] },"#,
        ]
    );
    let new = edited(Patch::Add("/x-quirks".into(), json!(["misspelt"])), None);
    assert_eq!(
        difference(&new),
        [r#"+  "x-quirks": ["misspelt"],"#],
        "before the long part"
    );
}

#[test]
fn what_is_nested_gets_lines() {
    let new = edited(
        Patch::Add(
            "/properties/b/properties/x".into(),
            json!({ "type": "array", "items": { "type": "string" } }),
        ),
        None,
    );
    let value: Value = serde_json::from_str(&new).expect("JSON");
    assert_eq!(
        value.pointer("/properties/b/properties/x/items/type"),
        Some(&json!("string"))
    );
    assert!(
        new.starts_with(&TEXT[..TEXT.find("{} }").unwrap_or(0)]),
        "{new}"
    );
}

#[test]
fn replacing_and_removing_touch_nothing_else() {
    let new = edited(
        Patch::Replace("/properties/a/type".into(), json!(["string", "null"])),
        None,
    );
    assert!(
        new.contains(r#""a": { "type": ["string", "null"], "description""#),
        "{new}"
    );
    let new = edited(Patch::Remove("/required/1".into()), None);
    assert!(new.contains(r#""required": ["a"],"#), "{new}");
    let new = edited(Patch::Remove("/properties/a".into()), None);
    assert_eq!(difference(&new).len(), 1, "{new}");
    assert!(apply(TEXT, &Patch::Remove("/properties/z".into()), None).is_none());
}

/// The edited text and the edited value are one: the independent judge is serde_json.
#[test]
fn the_text_says_what_the_patch_says() {
    let file = common::repository().join("schemas/qcc/limit_exit_check.json");
    let text = std::fs::read_to_string(file).expect("a schema");
    let value: Value = serde_json::from_str(&text).expect("JSON");
    let mut pointers = Vec::new();
    collect(&value, String::new(), &mut pointers);
    for pointer in pointers {
        let removed: Value = serde_json::from_str(
            &apply(&text, &Patch::Remove(pointer.clone()), None).expect("there"),
        )
        .unwrap_or_else(|e| panic!("{pointer}: {e}"));
        assert_eq!(without(&value, &pointer), removed, "{pointer}");
        let new = json!({ "a": [{}] });
        let replaced =
            apply(&text, &Patch::Replace(pointer.clone(), new.clone()), None).expect("there");
        let replaced: Value =
            serde_json::from_str(&replaced).unwrap_or_else(|e| panic!("{pointer}: {e}"));
        assert_eq!(replaced.pointer(&pointer), Some(&new));
        if value.pointer(&pointer).is_some_and(Value::is_object) {
            let added = apply(
                &text,
                &Patch::Add(format!("{pointer}/NEW"), new.clone()),
                None,
            )
            .expect("there");
            let added: Value =
                serde_json::from_str(&added).unwrap_or_else(|e| panic!("{pointer}: {e}"));
            assert_eq!(without(&added, &format!("{pointer}/NEW")), value);
        }
    }
}

fn collect(value: &Value, pointer: String, into: &mut Vec<String>) {
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(map) => map
            .iter()
            .map(|(key, value)| (xtask::read::position::child(&pointer, key), value))
            .collect(),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .map(|(i, value)| (format!("{pointer}/{i}"), value))
            .collect(),
        _ => Vec::new(),
    };
    for (pointer, value) in inner {
        collect(value, pointer.clone(), into);
        into.push(pointer);
    }
}

fn without(value: &Value, pointer: &str) -> Value {
    let mut value = value.clone();
    let mut keys = segments(pointer);
    let last = keys.pop().expect("a key");
    let parent = keys.iter().fold(String::new(), |p, key| {
        xtask::read::position::child(&p, key)
    });
    match value.pointer_mut(&parent).expect("there") {
        Value::Object(map) => drop(map.shift_remove(&last)),
        Value::Array(list) => drop(list.remove(last.parse().expect("an index"))),
        _ => unreachable!("a container"),
    }
    value
}
