//! A misspelt key is one fault: it is told where it stands with the key that is meant, and nothing is told that only
//! follows from it.

mod common;

use std::collections::BTreeSet;
use std::fs;

use common::{dialect, fixture, load, repository, stage};
use serde_json::Value;
use xtask::check::check;
use xtask::codegen::{Failure, generate};
use xtask::diagnostic::Diagnostics;
use xtask::read::{Store as _, read, vendor_names};

/// Fields of the vendors' replies that are called as keys of the dialect are.
const FIELDS: [&str; 5] = ["code", "items", "reason", "status", "total"];

/// The keys that the dialect names anywhere.
fn keys_of(value: &Value, keys: &mut BTreeSet<String>) {
    if let Some(Value::Object(properties)) = value.get("properties") {
        keys.extend(properties.keys().cloned());
    }
    match value {
        Value::Object(members) => members.values().for_each(|value| keys_of(value, keys)),
        Value::Array(items) => items.iter().for_each(|value| keys_of(value, keys)),
        _ => {}
    }
}

/// The key with its third letter and the one behind it in each other's place: the slip of a quick hand.
fn slipped(key: &str) -> Option<String> {
    let mut letters: Vec<char> = key.chars().collect();
    if letters.len() < 4 || letters[2] == letters[3] {
        return None;
    }
    letters.swap(2, 3);
    Some(letters.into_iter().collect())
}

#[test]
fn every_key_of_every_vendor_misspelt_is_one_fault_that_names_it() {
    let mut faults = Diagnostics::default();
    let mut keys = BTreeSet::new();
    let sources = read(&dialect(), None, &mut faults);
    let schemas = sources.dialect.as_ref().expect("the dialect is there");
    for schema in schemas.documents().expect("the dialect is JSON") {
        keys_of(&schema.value, &mut keys);
    }
    let mut tried = BTreeSet::new();
    for vendor in vendor_names(repository().as_path()) {
        let mut texts = dialect();
        let folder = format!("schemas/{vendor}");
        load(&repository().join(&folder), &folder, &mut texts);
        let files: Vec<String> = texts
            .keys()
            .filter(|file| is_schema(file, &folder))
            .cloned()
            .collect();
        for file in files {
            let text = String::from_utf8(texts.bytes(&file).expect("a file")).expect("UTF-8");
            for key in &keys {
                let Some(wrong) = slipped(key).filter(|wrong| !keys.contains(wrong)) else {
                    continue;
                };
                let written = format!("\"{key}\":");
                // The first may be a field of a reply that has the same name.
                for (at, _) in text.match_indices(&written).take(2) {
                    let line = text[..at].matches('\n').count() + 1;
                    let misspelt = [
                        &text[..at],
                        &format!("\"{wrong}\":"),
                        &text[at + written.len()..],
                    ]
                    .concat();
                    let mut texts = texts.clone();
                    texts.insert(file.clone(), misspelt.into_bytes());
                    let mut faults = Diagnostics::default();
                    let sources = read(&texts, None, &mut faults);
                    check(&sources, &mut faults);
                    let reason = format!("The key `{wrong}` is not of the dialect.");
                    let Some(found) = faults.iter().find(|fault| fault.reason == reason) else {
                        assert!(
                            FIELDS.contains(&key.as_str()),
                            "{file}:{line} {key}: {faults}"
                        );
                        assert!(!faults.is_empty(), "{file}:{line} {key}");
                        continue;
                    };
                    assert_eq!(faults.len(), 1, "{faults}");
                    assert_eq!((&found.file, found.line), (&file, Some(line)));
                    assert!(found.pointer.ends_with(&format!("/{wrong}")), "{found}");
                    assert!(found.hint.starts_with(&format!("Write `{key}`")), "{found}");
                    tried.insert((file.clone(), key.clone()));
                }
            }
        }
    }
    let keys: BTreeSet<&String> = tried.iter().map(|(_, key)| key).collect();
    assert!(
        tried.len() > 380 && keys.len() > 85,
        "{} {}",
        tried.len(),
        keys.len()
    );
}

fn is_schema(file: &str, folder: &str) -> bool {
    let inside = file
        .strip_prefix(folder)
        .and_then(|file| file.strip_prefix('/'));
    inside.is_some_and(|file| !file.contains('/'))
}

#[test]
fn faults_beside_and_inside_of_misspelt_keys_are_told_where_they_are_written() {
    let root = stage(&[fixture("faults/base")]);
    let file = root.path().join("schemas/acme/search.json");
    let sound = fs::read_to_string(&file).expect("a schema");
    // Around the request's fields; in one of them, where the same one has a fault of another kind; and in a choice.
    let text = sound
        .replacen("\"request\": {", "\"reqeust\": {", 1)
        .replacen("\"minLength\"", "\"minLenght\"", 1)
        .replacen("\"x-role\": \"subject\"", "\"x-role\": \"sbuject\"", 1)
        .replacen("\"x-role\": \"list\"", "\"x-rloe\": \"list\"", 1);
    fs::write(&file, text).expect("written");
    let Err(Failure::Faults(faults)) = generate(root.path(), None) else {
        panic!("faults")
    };
    let pointers: Vec<(Option<usize>, &str)> = faults
        .iter()
        .map(|fault| (fault.line, fault.pointer.as_str()))
        .collect();
    let expected = [
        (Some(16), "/reqeust"),
        (Some(25), "/reqeust/properties/name/minLenght"),
        (Some(30), "/reqeust/properties/name/x-role"),
        (Some(36), "/reqeust/properties/type/x-rloe"),
    ];
    assert_eq!(pointers, expected, "{faults}");
}

#[test]
fn a_wrong_value_in_a_choice_blames_no_key() {
    let root = stage(&[repository().join("schemas")]);
    let file = root.path().join("schemas/juhe/person_risk.json");
    let sound = fs::read_to_string(&file).expect("a schema");
    let text = sound.replacen("\"first\": 1", "\"first\": \"one\"", 1);
    fs::write(&file, text).expect("written");
    let Err(Failure::Faults(faults)) = generate(root.path(), None) else {
        panic!("faults")
    };
    let pointers: Vec<&str> = faults.iter().map(|fault| fault.pointer.as_str()).collect();
    assert_eq!(pointers, ["/paging/first"], "{faults}");
}
