//! What the fuzzer begins with, and what it found, as an ordinary test.
//!
//! The seeds are the repository's schemas and fixtures, packed as the fuzzer's target reads them; nothing of them is
//! stored twice. `FUZZ_CORPUS=fuzz/corpus cargo test -p xtask --test fuzz_replay` writes them for a run, with a
//! dictionary beside them.

mod common;
#[path = "../../fuzz/src/corpus.rs"]
mod corpus;
#[path = "../../fuzz/src/import.rs"]
mod import;
#[path = "../../fuzz/src/packed.rs"]
mod packed;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use common::{fixture, load, repository};
use packed::{Reader, SEPARATOR};
use serde_json::Value;
use xtask::read::Texts;

/// Every vendor's operations, one seed each, without the blanks that a fuzzer would only wade through.
fn seeds() -> BTreeMap<String, Vec<u8>> {
    let mut seeds = BTreeMap::new();
    let base = fixture("faults/base");
    let roots = [
        (repository().join("schemas"), None),
        (fixture("torture/schemas"), None),
    ];
    let faults = fs::read_dir(fixture("faults")).expect("the fixtures");
    let faults = faults.map(|entry| (entry.expect("an entry").path(), Some(&base)));
    for (root, below) in roots.into_iter().chain(faults) {
        let mut texts = Texts::new();
        if let Some(below) = below {
            load(below, "", &mut texts);
        }
        load(&root, "", &mut texts);
        let stem = root
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        for (name, seed) in packed(&texts) {
            seeds.insert(format!("{stem}-{name}"), seed);
        }
    }
    seeds
}

fn packed(texts: &Texts) -> Vec<(String, Vec<u8>)> {
    let mut seeds = Vec::new();
    for (file, operation) in texts {
        let parts: Vec<&str> = file.trim_start_matches('/').split('/').collect();
        let [vendor, operation_file] = parts[..] else {
            continue;
        };
        let Some(vendor_text) = texts
            .get(&format!("/{vendor}/vendor.json"))
            .filter(|_| operation_file != "vendor.json")
        else {
            continue;
        };
        let example = serde_json::from_slice::<Value>(operation)
            .ok()
            .and_then(|value| {
                let file = value.pointer("/examples/0/file")?.as_str()?.to_owned();
                texts.get(&format!("/{vendor}/{file}"))
            });
        let nothing = Vec::new();
        let parts = [vendor_text, operation, example.unwrap_or(&nothing)].map(|text| tight(text));
        seeds.push((format!("{vendor}-{operation_file}"), parts.join(&SEPARATOR)));
    }
    seeds
}

/// JSON without blanks; what is none stays as it is.
fn tight(text: &[u8]) -> Vec<u8> {
    let value = serde_json::from_slice::<Value>(text);
    value.map_or_else(|_| text.to_vec(), |value| value.to_string().into_bytes())
}

/// The words of the dialect and a few of JSON.
fn dictionary() -> String {
    let mut words = BTreeSet::new();
    for text in common::dialect().values() {
        collect(
            &serde_json::from_slice(text).expect("the dialect"),
            &mut words,
        );
    }
    let words: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    let signs = [
        "\u{1e}",
        "{}",
        "[]",
        "null",
        "true",
        "#/$defs/",
        "/properties/",
        "9223372036854775808",
        "1e400",
        "-0",
    ];
    corpus::dictionary(words.iter().map(String::as_str).chain(signs))
}

/// Keys of `properties` and members of `enum`.
fn collect(schema: &Value, words: &mut BTreeSet<String>) {
    if let Some(properties) = schema["properties"].as_object() {
        words.extend(properties.keys().cloned());
    }
    let values = schema["enum"].as_array().into_iter().flatten();
    words.extend(values.filter_map(Value::as_str).map(str::to_owned));
    match schema {
        Value::Object(members) => members.values().for_each(|inner| collect(inner, words)),
        Value::Array(items) => items.iter().for_each(|inner| collect(inner, words)),
        _ => {}
    }
}

#[test]
fn the_seeds_give_no_finding_and_reach_both_ends() {
    let seeds = seeds();
    corpus::write("schema_reader", &seeds, &dictionary());
    let reader = Reader::new();
    let (mut generated, mut refused) = (0, 0);
    for (name, seed) in &seeds {
        match reader.read(seed) {
            Ok(true) => generated += 1,
            Ok(false) => refused += 1,
            Err(finding) => panic!("{name}: {finding}"),
        }
    }
    // The five vendors, the torture test's operations and the base; and nearly every fixture of a fault.
    assert!(
        generated >= 7 && refused >= 80,
        "{generated} generated, {refused} refused"
    );
}

/// A file of `fuzz/findings/` was a crash or a hang once.
#[test]
fn what_was_found_stays_mended() {
    let reader = Reader::new();
    for (name, input) in corpus::findings("schema_reader") {
        if let Err(finding) = reader.read(&input) {
            panic!("{name}: {finding}");
        }
    }
}

#[test]
fn an_input_of_no_sense_is_refused() {
    let reader = Reader::new();
    for input in [&b"{"[..], b"\x1e\x1e{}", b"{}\x1e[]\x1e\"x\"", b"\xff\xfe"] {
        assert_eq!(reader.read(input), Ok(false), "{input:?}");
    }
    // And with nothing of its own, the base.
    assert_eq!(reader.read(b""), Ok(true));
}

#[test]
fn documents_to_import_give_no_finding() {
    let folder = fs::read_dir(fixture("import")).expect("the documents");
    let seeds: BTreeMap<String, Vec<u8>> = folder
        .map(|entry| {
            let path = entry.expect("an entry").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            (name.into_owned(), fs::read(&path).expect("a document"))
        })
        .collect();
    assert!(seeds.len() >= 6);
    let words = [
        "字段",
        "类型",
        "说明",
        "参数",
        "必填",
        "是否必须",
        "状态码",
        "返回",
        "请求",
        "示例",
        "<table>",
        "<tr>",
        "<td>",
        "rowspan=",
        "|---|",
        "```",
        "```json",
        "└",
        "├",
        "String",
        "Int",
        "List",
        "http://",
        "GET",
        "POST",
    ];
    corpus::write("import", &seeds, &corpus::dictionary(words));
    for (name, text) in seeds.into_iter().chain(corpus::findings("import")) {
        let found = import::check(&String::from_utf8_lossy(&text));
        assert_eq!(found, Ok(()), "{name}");
    }
}
