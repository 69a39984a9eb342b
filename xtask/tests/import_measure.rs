//! How much of real documents an import finds, held against the schemas that people transcribed.
//!
//! The documents are their vendors' and not in the repository: `ZHIXING_VENDOR_DOCS` names the folder that
//! has them, as `<vendor>.txt`. Without it nothing is measured, and the test says so.
//! `ZHIXING_VENDOR_DOCS=… cargo test -p xtask --test import_measure -- --nocapture` prints the table that
//! docs/transcribing-a-document.md has.

mod common;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::{env, fs};

use common::repository;
use serde_json::Value;

/// What a schema says of one field: type, and the document's words.
#[derive(Debug, PartialEq)]
struct Facts {
    kind: Vec<String>,
    words: BTreeMap<&'static str, String>,
}

/// Blanks are the extraction's; what is compared is the words.
fn plain(text: &str) -> String {
    text.split_whitespace().collect()
}

fn facts(schema: &Value) -> Facts {
    let kind = match &schema["type"] {
        Value::String(one) => vec![one.clone()],
        Value::Array(several) => several
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
        _ => Vec::new(),
    };
    let words = ["x-description", "x-type", "x-required", "x-length"];
    let words = words
        .into_iter()
        .filter_map(|key| Some((key, plain(schema[key].as_str()?))));
    Facts {
        kind,
        words: words.collect(),
    }
}

fn walk(schema: &Value, path: &str, into: &mut BTreeMap<String, Facts>) {
    for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{path}/{name}");
        into.insert(path.clone(), facts(inner));
        walk(inner, &path, into);
        walk(&inner["items"], &path, into);
    }
}

/// Parameters, reply fields, and parts of `auth`, by where they stand.
fn fields(vendor: &Value, operation: &Value) -> BTreeMap<String, Facts> {
    let mut fields = BTreeMap::new();
    walk(&operation["request"], "request", &mut fields);
    walk(&operation["reply"], "reply", &mut fields);
    for field in vendor["auth"]["fields"].as_array().into_iter().flatten() {
        // Where it travels follows from the method, which people choose.
        let name = field["name"].as_str().unwrap_or_default();
        fields.insert(format!("auth/{name}"), facts(field));
    }
    fields
}

fn codes(vendor: &Value) -> BTreeMap<String, (bool, String, String)> {
    let statuses = vendor["statuses"].as_array().cloned().unwrap_or_default();
    let text = |status: &Value, key: &str| plain(status[key].as_str().unwrap_or_default());
    let code = |status: &Value| match &status["code"] {
        Value::String(code) => code.clone(),
        other => other.to_string(),
    };
    statuses
        .iter()
        .map(|status| {
            (
                code(status),
                (
                    status["code"].is_string(),
                    text(status, "meaning"),
                    text(status, "class"),
                ),
            )
        })
        .collect()
}

/// A placeholder says that nothing was found.
fn is_claimed(name: &str) -> bool {
    !name.contains(xtask::new::PLACEHOLDER)
}

#[derive(Debug, Default)]
struct Measure {
    fields: (usize, usize),
    described: (usize, usize),
    codes: (usize, usize),
    invented: Vec<String>,
    types: Vec<String>,
    words: (usize, usize),
    other_words: Vec<String>,
    classes: (usize, usize),
    missed: Vec<String>,
}

fn measure(found: (&Value, &Value), wanted: (&Value, &Value)) -> Measure {
    let mut measure = Measure::default();
    let (mine, theirs) = (fields(found.0, found.1), fields(wanted.0, wanted.1));
    for (path, facts) in &theirs {
        let own = mine.get(path);
        let is_described = !facts.words.is_empty();
        measure.fields.1 += 1;
        measure.described.1 += usize::from(is_described);
        let Some(own) = own else {
            measure.missed.push(path.clone());
            continue;
        };
        measure.fields.0 += 1;
        measure.described.0 += usize::from(is_described);
        if own.kind != facts.kind {
            measure
                .types
                .push(format!("{path} {:?} for {:?}", own.kind, facts.kind));
        }
        for (key, words) in &facts.words {
            measure.words.1 += 1;
            if own.words.get(key) == Some(words) {
                measure.words.0 += 1;
            } else {
                measure.other_words.push(format!(
                    "{path} {key}: {:?} for {words:?}",
                    own.words.get(key)
                ));
            }
        }
    }
    measure.invented.extend(
        mine.keys()
            .filter(|path| is_claimed(path) && !theirs.contains_key(*path))
            .cloned(),
    );
    let (mine, theirs) = (codes(found.0), codes(wanted.0));
    for (code, (is_text, meaning, class)) in &theirs {
        measure.codes.1 += 1;
        let Some((own_text, own_meaning, own_class)) = mine.get(code) else {
            measure.missed.push(format!("code {code}"));
            continue;
        };
        measure.codes.0 += 1;
        measure.words.1 += 1;
        if own_text != is_text {
            measure.types.push(format!("code {code}"));
        }
        if own_meaning == meaning {
            measure.words.0 += 1;
        } else {
            measure
                .other_words
                .push(format!("code {code}: {own_meaning} for {meaning}"));
        }
        if own_class != xtask::new::PLACEHOLDER {
            measure.classes.1 += 1;
            measure.classes.0 += usize::from(own_class == class);
        }
    }
    measure.invented.extend(
        mine.keys()
            .filter(|code| is_claimed(code) && !theirs.contains_key(*code))
            .map(|code| format!("code {code}")),
    );
    measure
}

fn json(path: PathBuf) -> Value {
    let text = fs::read_to_string(&path).unwrap_or_else(|_| panic!("{} is there", path.display()));
    serde_json::from_str(&text).expect("schemas are JSON")
}

#[test]
fn of_each_document_at_least_nine_tenths_and_nothing_invented() {
    let Ok(folder) = env::var("ZHIXING_VENDOR_DOCS") else {
        return println!("not measured: ZHIXING_VENDOR_DOCS names no folder with <vendor>.txt");
    };
    println!(
        "| document | fields | of those in tables | codes | not in the reference | other type | words equal | classes guessed right |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    let mut told = String::new();
    for vendor in xtask::read::vendor_names(repository().as_path()) {
        let base = repository().join("schemas").join(&vendor);
        let Ok(text) = fs::read_to_string(PathBuf::from(&folder).join(format!("{vendor}.txt")))
        else {
            println!("| {vendor} | no document |");
            continue;
        };
        let about = json(base.join("vendor.json"));
        let operations = xtask::read::read(
            repository().as_path(),
            Some(&vendor),
            &mut Default::default(),
        );
        let operations = &operations.vendors[0].operations;
        assert_eq!(operations.len(), 1, "a document is of one operation");
        let (name, operation) = operations.first_key_value().expect("one operation");
        let draft = xtask::import::draft(&text, &vendor, name, None);
        let m = measure(
            (&draft.vendor, &draft.operation),
            (&about, &operation.value),
        );
        let share = |(part, whole): (usize, usize)| format!("{part}/{whole}");
        println!(
            "| {vendor} | {} | {} | {} | {} | {} | {} | {} |",
            share(m.fields),
            share(m.described),
            share(m.codes),
            m.invented.len(),
            m.types.len(),
            share(m.words),
            share(m.classes)
        );
        for (what, list) in [
            ("missed", &m.missed),
            ("not in the reference", &m.invented),
            ("other type", &m.types),
            ("other words", &m.other_words),
        ] {
            for entry in list {
                told += &format!("{vendor}: {what}: {entry}\n");
            }
        }
        // The tables of these survive the extraction to text.
        if ["xinshu", "qcc", "juhe"].contains(&vendor.as_str()) {
            assert_eq!(m.invented, Vec::<String>::new());
            for (part, whole) in [m.fields, m.described, m.codes] {
                assert!(
                    10 * part >= 9 * whole,
                    "{vendor}: {part} of {whole}: {:?}",
                    m.missed
                );
            }
        }
    }
    println!("\n{told}");
}
