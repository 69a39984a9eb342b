//! The published schema of the unified record is true of what the documents' examples become. (That the copy in `docs/` is
//! fresh is a journey of the command that prints it.)

use serde_json::{Value, json};
use zhixing_core::operation::Reply;
use zhixing_core::record::{Query, Record, Source, Unify};

use crate::read;

fn schema() -> Value {
    zhixing::schema::record().to_value()
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
    let schema = schema();
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
    let schema = schema();
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
