//! The published schema of the unified record: kept fresh, and true of what the documents' examples become.

use serde_json::{Value, json};
use zhixing_core::operation::Reply;
use zhixing_core::record::{Query, Record, Source, Unify};

use crate::{below_root, read};

const PUBLISHED: &str = "docs/record.schema.json";
const MEND: &str = "UPDATE_SCHEMAS=1 cargo test -p zhixing --features schemars --test schemas";

/// The schema as it is published: keys sorted, so that its bytes hang on nothing but the record, and descriptions without
/// what only readers of the Rust documentation can use.
fn text() -> String {
    let mut schema = schemars::schema_for!(Record).to_value();
    describe_plainly(&mut schema);
    schema.sort_all_objects();
    let text = serde_json::to_string_pretty(&schema).expect("a schema is JSON");
    format!("{text}\n")
}

fn describe_plainly(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(text) if name == "description" => *text = plain(text),
                    other => describe_plainly(other),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(describe_plainly),
        _ => {}
    }
}

/// Without examples in Rust and without links to items: `[blank](super::is_blank)` is `blank`.
fn plain(description: &str) -> String {
    // Every second piece is inside a fence.
    let outside: Vec<&str> = description.split("```").step_by(2).map(str::trim).collect();
    let mut rest = outside.join("\n\n");
    let mut told = String::new();
    while let Some(open) = rest.find('[') {
        let (before, linked) = (rest[..open].to_owned(), rest[open + 1..].to_owned());
        let Some((label, after)) = linked.split_once(']') else {
            break;
        };
        told.push_str(&before);
        match after
            .strip_prefix('(')
            .and_then(|target| target.split_once(')'))
        {
            Some((_, after)) => {
                told.push_str(label);
                rest = after.to_owned();
            }
            None if label.starts_with('`') && label.ends_with('`') && label.len() > 1 => {
                told.push_str(label);
                rest = after.to_owned();
            }
            // Brackets that are no link stay.
            None => {
                told.push_str(&format!("[{label}]"));
                rest = after.to_owned();
            }
        }
    }
    told.push_str(&rest);
    told.trim().to_owned()
}

#[test]
fn descriptions_are_for_readers_of_json() {
    assert_eq!(plain("A day.\n\n```\nuse x;\n```"), "A day.");
    assert_eq!(
        plain("A [blank](super::is_blank) [`Personal`] text [sic], `[]`."),
        "A blank `Personal` text [sic], `[]`."
    );
    let text = text();
    for rust in ["```", "super::", "zhixing_core"] {
        assert!(!text.contains(rust), "{rust} in the published schema");
    }
}

#[test]
fn the_published_schema_is_fresh() {
    let text = text();
    if std::env::var_os("UPDATE_SCHEMAS").is_some() {
        std::fs::write(below_root(PUBLISHED), &text).expect("the schema can be written");
    }
    let published = std::fs::read_to_string(below_root(PUBLISHED)).unwrap_or_default();
    assert!(
        published == text,
        "{PUBLISHED} is stale; this mends it:\n    {MEND}"
    );
}

/// The records that a documented example becomes.
fn records<R: Reply>(file: &str, parameter: &str) -> Vec<Record>
where
    R::Record: Unify,
{
    let reply: R = serde_json::from_str(&read(file)).expect("the example is the documented reply");
    let query: Query = [(parameter, "x"), ("type", "1")].into_iter().collect();
    let source = Source::new("vendor", "operation")
        .with_query(query)
        .with_order_number("1");
    reply
        .into_records()
        .into_iter()
        .map(|row| row.unify(source.clone()))
        .collect()
}

fn all_records() -> Vec<Record> {
    let mut all = records::<qixin::execution_list_by_name::Reply>(
        "schemas/qixin/examples/execution_list_by_name/success.json",
        "keyword",
    );
    all.extend(records::<xinshu::executed_one_key_search::Reply>(
        "schemas/xinshu/examples/executed_one_key_search/success.json",
        "q",
    ));
    all.extend(records::<qcc::limit_exit_check::Reply>(
        "schemas/qcc/examples/limit_exit_check/success.json",
        "searchKey",
    ));
    all.extend(records::<juhe::person_risk::Reply>(
        "schemas/juhe/examples/person_risk/success.json",
        "keyword",
    ));
    all.extend(records::<cloudmarket::dishonest::Reply>(
        "schemas/cloudmarket/examples/dishonest/success.json",
        "keyword",
    ));
    all
}

fn validator() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(&text()).expect("the schema is JSON");
    jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .expect("the published schema is a schema")
}

#[test]
fn the_records_of_the_examples_are_what_the_published_schema_says() {
    let validator = validator();
    let records = all_records();
    // As printed: qixin 2, xinshu 2, qcc 1, juhe 10, cloudmarket 2.
    assert_eq!(records.len(), 17);
    for record in records {
        let value = serde_json::to_value(&record).expect("a record is JSON");
        let errors: Vec<String> = validator
            .iter_errors(&value)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{}\n{value:#}", errors.join("\n"));
        // And every field of it is one that the schema knows.
        let again: Record = serde_json::from_value(value).expect("a record can be read back");
        assert_eq!(again, record);
    }
}

#[test]
fn every_field_of_the_records_is_in_the_published_schema() {
    let schema: Value = serde_json::from_str(&text()).expect("the schema is JSON");
    let properties = schema["properties"].as_object().expect("properties");
    let mut met = std::collections::BTreeSet::new();
    for record in all_records() {
        let value = serde_json::to_value(&record).expect("a record is JSON");
        met.extend(value.as_object().expect("an object").keys().cloned());
    }
    let unknown: Vec<_> = met
        .iter()
        .filter(|name| !properties.contains_key(*name))
        .collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    let mut required: Vec<&str> = schema["required"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    required.sort_unstable();
    assert_eq!(
        required,
        ["kinds", "source"],
        "what is absent is left out; these two are always there"
    );
}

#[test]
fn what_is_no_record_does_not_pass() {
    let validator = validator();
    let record = serde_json::to_value(&all_records()[0]).expect("a record is JSON");
    assert!(validator.is_valid(&record));
    for (pointer, value) in [
        ("/kinds/0", json!("unheard_of")),
        ("/kinds", json!("dishonest")),
        ("/filed/date", json!("5 January 2016")),
        ("/standing/state", json!(1)),
        ("/case_number/canonical", Value::Null),
        ("/parties/0/role", json!("bystander")),
        ("/source", json!({ "vendor": "qixin" })),
    ] {
        let mut changed = record.clone();
        *changed.pointer_mut(pointer).expect("the record has it") = value;
        assert!(!validator.is_valid(&changed), "{pointer}");
    }
}
