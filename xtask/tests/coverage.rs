//! `cargo xtask coverage` on a schema of our own invention, whose items are counted by hand.

mod common;

use std::fs;
use std::path::Path;

use common::{fixture, repository, stage};
use serde_json::{Value, json};
use xtask::coverage::{Format, run};

/// One vendor with two codes beside success, of which one names a cause; one operation.
fn invented() -> tempfile::TempDir {
    let root = stage(&[fixture("faults/base")]);
    let folder = root.path().join("schemas/acme");
    let operation = json!({
        "operation": "search",
        "request": { "type": "object", "properties": {
            "name": { "type": "string" },
            "kind": { "type": "string", "enum": ["1", "2", "3"] },
            "page": { "type": "integer" },
        } },
        "reply": {
            "type": "object",
            "properties": {
                "code": { "type": "string" },
                "data": { "$ref": "#/$defs/node" },
                "byYear": { "type": "object", "additionalProperties": { "type": "object", "properties": { "sum": { "type": "integer" } } } },
                "text": { "type": "string", "contentMediaType": "application/json", "contentSchema": { "type": "array", "items": { "type": "object", "properties": { "inner": { "type": "string" } } } } },
            },
            "$defs": { "node": { "type": "object", "properties": {
                "state": { "type": "integer", "oneOf": [{ "const": 0 }, { "const": 1 }] },
                "empty": { "type": "string" },
                "children": { "type": "array", "items": { "$ref": "#/$defs/node" } },
            } } },
        },
        "examples": [{ "file": "examples/search/found.json", "arguments": { "name": "x", "kind": "2" } }],
    });
    let reply = json!({
        "code": "200",
        "data": { "state": 0, "empty": "", "children": [{ "state": 7, "children": [] }] },
        "byYear": { "2021": { "sum": 5 } },
        "text": "[]",
    });
    write(&folder.join("search.json"), &operation);
    write(&folder.join("examples/search/found.json"), &reply);
    root
}

fn write(file: &Path, value: &Value) {
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    fs::write(file, value.to_string()).expect("a file");
}

#[test]
fn figures_are_those_counted_by_hand() {
    let root = invented();
    let report = run(root.path(), None).unwrap_or_else(|failure| panic!("{failure}"));
    let [vendor] = &report.vendors[..] else {
        panic!("one vendor")
    };
    let [operation] = &vendor.operations[..] else {
        panic!("one operation")
    };
    // code, data, data/state, data/empty, data/children, byYear, byYear/*/sum, text, text's inner.
    // Nothing in it: empty, text and so its inner.
    assert_eq!(
        (
            operation.fields.all,
            operation.fields.documented,
            operation.fields.exercised
        ),
        (9, 6, 6)
    );
    assert_eq!(
        operation.fields.missing,
        ["/data/empty", "/text", "/text/*/inner"]
    );
    // state 0 and 1, of which 0 is shown (7 is not documented); kind 1, 2 and 3, of which 2 is given.
    assert_eq!((operation.values.all, operation.values.exercised), (5, 2));
    assert_eq!(
        operation.values.missing,
        ["/data/state=1", "kind=1", "kind=3"]
    );
    assert_eq!(
        (operation.parameters.all, operation.parameters.exercised),
        (3, 2)
    );
    assert_eq!(operation.parameters.missing, ["page"]);
    // 200 is shown, 301 names a cause, 201 has nothing.
    assert_eq!(
        (
            vendor.codes.all,
            vendor.codes.documented,
            vendor.codes.exercised
        ),
        (3, 1, 2)
    );
    assert_eq!(vendor.codes.missing, ["201 NoData"]);
    // 6 + 2 + 2 + 2 of 9 + 5 + 3 + 3: 12 of 20.
    assert_eq!(vendor.total().percent(), 60);
    assert_eq!(report.under(60), Vec::<&str>::new());
    assert_eq!(report.under(61), ["acme"]);
    let page = report.text(Format::Markdown);
    assert!(
        page.contains("| search | 6/9 (6) | 2/5 (2) | 2/3 (2) | | |"),
        "{page}"
    );
    assert!(
        page.contains("- acme search, parameters: `page`\n"),
        "{page}"
    );
    let value: Value = serde_json::from_str(&report.text(Format::Json)).expect("JSON");
    assert_eq!(value["vendors"][0]["percent"], 60);
    assert_eq!(value["vendors"][0]["operations"][0]["fields"]["all"], 9);
}

#[test]
fn a_kept_list_of_a_test_counts_and_a_broken_one_is_told() {
    let root = invented();
    let list = root.path().join("crates/acme/tests/exercised.json");
    write(
        &list,
        &json!({ "acme/search": { "fields": ["/text", "/no/such"], "values": ["kind=3"], "parameters": ["page"] } }),
    );
    let report = run(root.path(), Some("acme")).unwrap_or_else(|failure| panic!("{failure}"));
    let operation = &report.vendors[0].operations[0];
    assert_eq!(operation.fields.missing, ["/data/empty", "/text/*/inner"]);
    assert_eq!(
        (operation.fields.documented, operation.fields.exercised),
        (6, 7)
    );
    assert_eq!(operation.values.missing, ["/data/state=1", "kind=1"]);
    assert!(operation.parameters.missing.is_empty());
    write(&list, &json!({ "acme/search": { "field": [] } }));
    let failure = run(root.path(), None).expect_err("a fault").to_string();
    assert!(
        failure.contains("crates/acme/tests/exercised.json")
            && failure.contains("`field` is not known"),
        "{failure}"
    );
}

/// The sandbox's test holds that its world fills every documented field; here its list is read.
#[test]
fn no_field_of_the_five_is_left() {
    let report = run(&repository(), None).unwrap_or_else(|failure| panic!("{failure}"));
    let five = ["cloudmarket", "juhe", "qcc", "qixin", "xinshu"];
    let of_the_five = |name: &str| five.contains(&name);
    let vendors = report.vendors.iter().filter(|it| of_the_five(&it.name));
    assert_eq!(vendors.clone().count(), 5);
    let operations = vendors.flat_map(|vendor| &vendor.operations);
    for operation in operations {
        let missing = &operation.fields.missing;
        assert!(missing.is_empty(), "{}: {missing:?}", operation.name);
    }
}

/// The page shows what the command prints.
#[test]
fn the_example_of_the_page_is_what_is_printed() {
    let page = fs::read_to_string(repository().join("docs/adding-a-vendor.md")).expect("the page");
    let after = page
        .split_once("cargo xtask coverage --vendor xinshu")
        .expect("the command")
        .1;
    let shown = after.split_once("```markdown\n").expect("a block").1;
    let shown = shown.split_once("```").expect("its end").0;
    let printed = std::process::Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["coverage", "--vendor", "xinshu", "--fail-under", "80"])
        .output()
        .expect("the command runs");
    assert!(printed.status.success());
    assert_eq!(
        String::from_utf8_lossy(&printed.stdout).trim_end(),
        shown.trim_end()
    );
    let failing = std::process::Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["coverage", "--vendor", "xinshu", "--fail-under", "100"])
        .output()
        .expect("the command runs");
    assert!(!failing.status.success());
    assert!(String::from_utf8_lossy(&failing.stderr).contains("Too little is exercised: xinshu."));
}
