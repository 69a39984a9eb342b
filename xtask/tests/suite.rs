//! Every schema of the public JSON-Schema-Test-Suite, as a part of a reply: generated, or refused with an explanation.
//!
//! The suite is not part of this repository; `.ci/json-schema-test-suite` brings it to where this test looks. Without it
//! the test says so and passes, except in CI.

mod common;
#[path = "mutation/compiled.rs"]
mod compiled;
#[path = "mutation/judge.rs"]
mod judge;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use common::{dialect, repository};
use judge::{Verdict, judge};
use serde_json::{Value, json};
use xtask::diagnostic::Diagnostics;
use xtask::read::Texts;

fn folder() -> Option<PathBuf> {
    let folder = repository().join("target/json-schema-test-suite/draft2020-12");
    let there = folder.is_dir();
    assert!(
        there || std::env::var_os("CI").is_none(),
        "run .ci/json-schema-test-suite first"
    );
    there.then_some(folder)
}

/// The schemas with the names of their files and their places in them.
fn schemas(folder: &Path, into: &mut Vec<(String, Value)>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the suite")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            schemas(&path, into);
            continue;
        }
        let text = fs::read_to_string(&path).expect("a file of the suite");
        let Ok(Value::Array(cases)) = serde_json::from_str(&text) else {
            panic!("{}", path.display())
        };
        for case in cases {
            let name = format!(
                "{}: {}",
                path.file_stem().unwrap_or_default().to_string_lossy(),
                case["description"]
            );
            into.push((name, case["schema"].clone()));
        }
    }
}

/// The schema as a field of a reply, in an operation of the fixtures' base.
fn scaffold(schema: &Value) -> Texts {
    let base = repository().join("xtask/tests/faults/base/acme");
    let mut texts = dialect();
    texts.insert(
        "schemas/acme/vendor.json".into(),
        fs::read(base.join("vendor.json")).expect("a file"),
    );
    let text = fs::read(base.join("search.json")).expect("a file");
    let mut operation: Value = serde_json::from_slice(&text).expect("JSON");
    operation["examples"] = json!([]);
    let mut schema = schema.clone();
    if let Some(members) = schema.as_object_mut() {
        members.shift_remove("$schema"); // which belongs to a file
    }
    moved(&mut schema);
    operation["reply"]["properties"]["probe"] = schema;
    texts.insert(
        "schemas/acme/search.json".into(),
        operation.to_string().into_bytes(),
    );
    texts
}

/// References from the schema's root, seen from the reply's.
fn moved(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            if let Some(Value::String(reference)) = members.get_mut("$ref")
                && let Some(rest) = reference.strip_prefix('#')
                && (rest.is_empty() || rest.starts_with('/'))
            {
                *reference = format!("#/properties/probe{rest}");
            }
            members.values_mut().for_each(moved);
        }
        Value::Array(items) => items.iter_mut().for_each(moved),
        _ => {}
    }
}

/// The reasons of a refusal without what is particular to one schema.
fn reasons(faults: &Diagnostics) -> Vec<String> {
    let mut kinds: Vec<String> = faults
        .iter()
        .map(|fault| {
            let reason = fault.reason.as_str();
            let quoted = reason.split('`').nth(1).unwrap_or_default();
            if reason.contains("of JSON Schema is not of the dialect") {
                format!("keyword `{quoted}`")
            } else if reason.starts_with("The format ") {
                "`format` other than `date`".to_owned()
            } else if fault.hint.starts_with("Write a schema as an object") {
                "a schema that is a boolean".to_owned()
            } else if reason.starts_with("The key `") {
                "a key that the standard does not have".to_owned()
            } else if reason == "`const` says something of a request." {
                "`const` in a reply".to_owned()
            } else if reason.contains("describes one type") {
                format!("`{quoted}` without its `type`")
            } else if reason.starts_with("`$ref`") || fault.pointer.ends_with("/$ref") {
                "a reference that leads out of the schema, nowhere, or in a circle".to_owned()
            } else if fault.pointer.contains("/enum") || reason.contains("enumeration") {
                "an enumeration of other than texts or integers".to_owned()
            } else if reason.contains("beside `$ref`") {
                "a keyword beside `$ref`".to_owned()
            } else if reason.contains("does not fit the type") {
                "a limit without its `type`".to_owned()
            } else if reason.contains("makes of `oneOf`") || fault.pointer.contains("/oneOf") {
                "`oneOf` between shapes".to_owned()
            } else if reason.ends_with("is no property.") {
                "a required field that is no property".to_owned()
            } else if reason.contains("integer") {
                "a limit that is no integer of 64 bits, written as one".to_owned()
            } else {
                reason.to_owned()
            }
        })
        .collect();
    kinds.sort();
    kinds.dedup();
    kinds
}

#[test]
fn every_schema_of_the_suite_is_generated_or_refused_with_an_explanation() {
    let Some(folder) = folder() else {
        println!("skipped: .ci/json-schema-test-suite brings the suite");
        return;
    };
    let mut all = Vec::new();
    schemas(&folder, &mut all);
    let (mut generated, mut findings) = (Vec::new(), Vec::new());
    let mut refused: BTreeMap<String, usize> = BTreeMap::new();
    for (index, (name, schema)) in all.iter().enumerate() {
        match judge(&scaffold(schema)) {
            Ok(Verdict::Generated(files)) => generated.push((index as u64, files)),
            Ok(Verdict::Refused(faults)) => {
                for reason in reasons(&faults) {
                    *refused.entry(reason).or_default() += 1;
                }
            }
            Err(reason) => findings.push(format!("{name}\n{schema:#}\n{reason}")),
        }
    }
    for (index, errors) in generated
        .chunks(compiled::BATCH)
        .flat_map(compiled::failures)
    {
        let (name, schema) = &all[usize::try_from(index).unwrap_or(usize::MAX)];
        findings.push(format!("{name} does not compile\n{schema:#}\n{errors}"));
    }
    println!(
        "{} schemas: {} generated and compiled, {} refused. Reasons, of which a schema may have several:",
        all.len(),
        generated.len(),
        all.len() - generated.len()
    );
    let mut table: Vec<_> = refused.into_iter().collect();
    table.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    for (reason, count) in table {
        println!("| {reason} | {count} |");
    }
    assert!(
        findings.is_empty(),
        "{} findings\n\n{}",
        findings.len(),
        findings.join("\n\n")
    );
    // A suite that was not read, or a scaffold that refuses everything, would hold nothing.
    assert!(
        all.len() > 300 && generated.len() > 20,
        "{} of {}",
        generated.len(),
        all.len()
    );
}
