//! Every generated request and reply against its schema file.

use std::collections::BTreeSet;

use schemars::{JsonSchema, schema_for};
use serde_json::Value;

use crate::compare::differences;
use crate::operations::operations;
use crate::{below_root, read};

/// One operation: its schema file, and the schemas of its request and its reply.
pub(crate) type Compared = (&'static str, Value, Value);

pub(crate) fn derived<Request: JsonSchema, Reply: JsonSchema>(file: &'static str) -> Compared {
    (
        file,
        schema_for!(Request).to_value(),
        schema_for!(Reply).to_value(),
    )
}

#[test]
fn the_types_say_what_the_schema_files_say() {
    let mut report = Vec::new();
    for (file, request, reply) in operations() {
        let schema: Value = serde_json::from_str(&read(file)).expect("a schema file is JSON");
        for (pointer, derived) in [("/request", &request), ("/reply", &reply)] {
            let found = differences(&schema, pointer, derived);
            report.extend(
                found
                    .iter()
                    .map(|difference| format!("{file}: {difference}")),
            );
        }
    }
    assert!(report.is_empty(), "{}", report.join("\n"));
}

#[test]
fn no_schema_file_is_left_out() {
    let mut files = BTreeSet::new();
    let vendors = std::fs::read_dir(below_root("schemas")).expect("the schemas");
    for vendor in vendors.map(|entry| entry.expect("an entry").path()) {
        if !vendor.join("vendor.json").is_file() {
            continue;
        }
        let name = vendor
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        for file in std::fs::read_dir(&vendor).expect("a vendor's schemas") {
            let file = file
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned();
            if file.ends_with(".json") && file != "vendor.json" {
                files.insert(format!("schemas/{name}/{file}"));
            }
        }
    }
    let compared: BTreeSet<String> = operations().map(|(file, ..)| file.to_owned()).collect();
    assert_eq!(
        compared, files,
        "an operation that is not compared, or one without a file"
    );
}
