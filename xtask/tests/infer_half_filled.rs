//! `cargo xtask infer` on an operation that was begun and in part described by hand: what a person wrote is in no reply, so none of it
//! may go.

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{repository, stage_repository};
use serde_json::{Value, json};
use xtask::infer::{Inferred, Options, run};

const SCHEMA: &str = "schemas/xinshu/limit_list.json";

/// A repository with an operation that was begun and then edited.
fn begun(edit: impl FnOnce(&mut Value)) -> tempfile::TempDir {
    let root = stage_repository();
    common::copy(
        &repository().join("crates/xinshu/src"),
        &root.path().join("crates/xinshu/src"),
    );
    xtask::new::operation(root.path(), "xinshu", "limit_list").expect("begun");
    let mut schema = schema(root.path());
    edit(&mut schema);
    fs::write(root.path().join(SCHEMA), format!("{schema:#}\n")).expect("written");
    root
}

fn schema(root: &Path) -> Value {
    let text = fs::read_to_string(root.join(SCHEMA)).expect("a schema");
    serde_json::from_str(&text).expect("JSON")
}

fn infer(root: &Path, reply: Option<&Value>, request: Option<&Value>, check: bool) -> Inferred {
    let file = |name: &str, value: &Value| -> PathBuf {
        let file = root.join(name);
        fs::write(&file, value.to_string()).expect("a file");
        file
    };
    let options = Options {
        vendor: "xinshu".into(),
        operation: "limit_list".into(),
        replies: reply.map(|it| file("reply.json", it)).into_iter().collect(),
        request: request.map(|it| file("request.json", it)),
        check,
    };
    run(root, &options).unwrap_or_else(|failure| panic!("{failure}"))
}

/// Everything that a value holds, in another that may hold more.
fn assert_kept(before: &Value, after: &Value, at: &str) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            for (key, value) in before {
                let kept = after
                    .get(key)
                    .unwrap_or_else(|| panic!("{at}/{key} is gone"));
                assert_kept(value, kept, &format!("{at}/{key}"));
            }
        }
        _ => assert_eq!(before, after, "{at}"),
    }
}

/// Where the scaffold has its row, by what xinshu's envelope says of the payload.
const ROW: &str = "/reply/properties/data/properties/records/items";

#[test]
fn what_a_person_described_stays_and_what_is_missing_is_drafted() {
    let name = json!({ "type": "string", "description": "The debtor.", "x-description": "被执行人姓名或名称", "x-length": "64", "x-sensitive": "name" });
    let sum =
        json!({ "type": "string", "description": "The sum in yuan.", "x-description": "执行标的" });
    let root = begun(|schema| {
        let row = schema.pointer_mut(ROW).expect("the scaffold's row");
        row["title"] = json!("Limit");
        row["properties"]["name"] = name.clone();
        row["properties"]["sum"] = sum.clone();
    });
    let before = schema(root.path());
    let reply = json!({
        "rc": "0000", "msg": "ok",
        "data": { "records": [{ "name": "甲", "sum": null, "court": "乙" }] },
    });
    let inferred = infer(root.path(), Some(&reply), None, false);
    assert!(!inferred.drafted, "{inferred}");

    let after = schema(root.path());
    let row = after.pointer(ROW).expect("the row is where it was");
    assert_eq!(row["title"], "Limit");
    assert_eq!(row["properties"]["name"], name);
    assert_kept(
        &json!({ "description": sum["description"], "x-description": sum["x-description"] }),
        &row["properties"]["sum"],
        "sum",
    );
    // Seen as null beside the type that the person gave.
    assert_eq!(row["properties"]["sum"]["type"], json!(["string", "null"]));
    // Missing, so drafted.
    assert_eq!(row["properties"]["court"]["type"], "string");
    // Nobody has described it and no reply has it: told, and left to a person.
    assert_eq!(
        row["properties"]["caseNo"],
        before.pointer(ROW).expect("a row")["properties"]["caseNo"]
    );
    let told = inferred.to_string();
    assert!(
        told.contains("/data/records/*/caseNo: it is still the scaffold's"),
        "{told}"
    );
    assert_eq!(after["records"], before["records"]);
    assert_eq!(after["reply"]["required"], json!(["rc"]));
    // What the scaffold guessed right is not drafted anew.
    assert_eq!(
        after["reply"]["properties"]["rc"],
        before["reply"]["properties"]["rc"]
    );

    let again = infer(root.path(), Some(&reply), None, true);
    assert!(again.is_clean(), "{again}");
}

/// The scaffold's guess of where the records stand is nobody's work; the words beside it are.
#[test]
fn records_that_stand_elsewhere_are_found_and_keep_their_name() {
    let message =
        json!({ "type": "string", "description": "The message.", "x-description": "提示信息" });
    let root = begun(|schema| schema["reply"]["properties"]["msg"] = message.clone());
    let reply = json!({
        "rc": 0, "msg": "ok", "totalCount": 1,
        "list": [{ "caseCode": "(2018)苏0581执5877号", "sum": "12.50" }],
    });
    let inferred = infer(root.path(), Some(&reply), None, false);
    let after = schema(root.path());
    assert_eq!(after["reply"]["properties"]["msg"], message, "{inferred}");
    assert_eq!(after["records"], "/list");
    assert_eq!(after["total"], "/totalCount");
    let row = &after["reply"]["properties"]["list"]["items"];
    assert_eq!(row["title"], "Row");
    assert_eq!(row["properties"]["sum"]["type"], "string");
    // The type that the scaffold took from vendor.json was nobody's word, and the reply has another.
    assert_eq!(after["reply"]["properties"]["rc"]["type"], "integer");
    // The scaffold's own list is gone: two would be called `Row`.
    assert_eq!(after.pointer(ROW), None);
}

/// A type that a person wrote is not overruled by a reply: the difference is told, and stays.
#[test]
fn a_contradiction_is_told_and_changes_nothing() {
    let total =
        json!({ "type": "object", "description": "The totals, by list.", "properties": {} });
    let root = begun(|schema| schema["reply"]["properties"]["totals"] = total.clone());
    let reply = json!({ "rc": "0000", "msg": "ok", "totals": 3 });
    let inferred = infer(root.path(), Some(&reply), None, false);
    let after = schema(root.path());
    assert_eq!(after["reply"]["properties"]["totals"], total, "{inferred}");
    assert!(
        inferred
            .doubts
            .iter()
            .any(|doubt| doubt.starts_with("/totals:")),
        "{inferred}"
    );
    // No reply has records: where they stand is still what the file said.
    assert_eq!(after["records"], "/data/records");
    assert!(after.pointer(ROW).is_some());
}

#[test]
fn parameters_that_a_person_described_stay_beside_those_of_a_request() {
    let court = json!({ "type": "string", "description": "The court.", "x-description": "法院" });
    let root = begun(|schema| schema["request"]["properties"]["court"] = court.clone());
    let inferred = infer(
        root.path(),
        None,
        Some(&json!({ "q": "甲", "court": "乙" })),
        false,
    );
    let after = schema(root.path());
    let parameters = &after["request"]["properties"];
    assert_eq!(parameters["court"], court, "{inferred}");
    assert_eq!(parameters["q"], json!({ "type": "string" }));
    assert!(
        inferred
            .to_string()
            .contains("/request/PLACEHOLDER: it is still the scaffold's"),
        "{inferred}"
    );
}
