//! `cargo xtask infer` on copies of the schemas and replies of the documents.

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{fixture, repository, stage, stage_repository};
use serde_json::{Value, json};
use xtask::codegen::Failure;
use xtask::infer::{Inferred, Options, apply, run};
use zhixing_shape::Patch;

/// Every operation of the repository with its documented replies.
fn operations() -> Vec<(String, String, Vec<PathBuf>)> {
    let schemas = repository().join("schemas");
    let mut all = Vec::new();
    for vendor in xtask::read::vendor_names(repository().as_path()) {
        for entry in fs::read_dir(schemas.join(&vendor)).expect("a vendor") {
            let name = entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned();
            let Some(operation) = name.strip_suffix(".json").filter(|name| *name != "vendor")
            else {
                continue;
            };
            let folder = schemas.join(format!("{vendor}/examples/{operation}"));
            let replies = fs::read_dir(folder)
                .expect("examples")
                .map(|entry| entry.expect("an entry").path())
                .collect();
            all.push((vendor.clone(), operation.to_owned(), replies));
        }
    }
    all
}

fn infer(root: &Path, vendor: &str, operation: &str, replies: &[PathBuf], check: bool) -> Inferred {
    let options = Options {
        vendor: vendor.into(),
        operation: operation.into(),
        replies: replies.to_vec(),
        request: None,
        check,
    };
    run(root, &options).unwrap_or_else(|failure| panic!("{failure}"))
}

fn properties(schema: &Value, pointer: String, into: &mut Vec<(String, Value)>) {
    for (key, inner) in schema
        .get("properties")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        let pointer = xtask::read::position::child(&format!("{pointer}/properties"), key);
        into.push((pointer.clone(), inner.clone()));
        properties(inner, pointer, into);
    }
    if let Some(items) = schema.get("items") {
        properties(items, format!("{pointer}/items"), into);
    }
}

fn wire_type(schema: &Value) -> &Value {
    schema.get("type").unwrap_or(&Value::Null)
}

#[test]
fn transcribed_schemas_describe_their_documents_replies() {
    let root = stage_repository();
    for (vendor, operation, replies) in operations() {
        let inferred = infer(root.path(), &vendor, &operation, &replies, true);
        assert!(
            inferred.is_clean() && inferred.changes.is_empty() && inferred.faults.is_empty(),
            "{inferred}"
        );
    }
}

/// Each field of each transcribed reply is struck out of a copy, the documented replies are read, and
/// the field comes back with its type; nothing else of the file changes.
#[test]
fn a_field_that_was_struck_out_comes_back() {
    let root = stage_repository();
    let mut fields = 0;
    for (vendor, operation, replies) in operations() {
        let file = root
            .path()
            .join(format!("schemas/{vendor}/{operation}.json"));
        let whole = fs::read_to_string(&file).expect("a schema");
        let value: Value = serde_json::from_str(&whole).expect("JSON");
        let mut all = Vec::new();
        properties(&value["reply"], "/reply".into(), &mut all);
        for (pointer, field) in &all {
            // A required key that no property describes is a fault of its own.
            let (parent, key) = pointer.rsplit_once("/properties/").expect("a property");
            let required = value.pointer(&format!("{parent}/required"));
            if required.is_some_and(|required| {
                required
                    .as_array()
                    .is_some_and(|list| list.contains(&json!(key)))
            }) {
                continue;
            }
            let struck = apply(&whole, &Patch::Remove(pointer.clone()), None).expect("there");
            fs::write(&file, &struck).expect("a copy");
            infer(root.path(), &vendor, &operation, &replies, false);
            let text = fs::read_to_string(&file).expect("a schema");
            let after: Value = serde_json::from_str(&text).expect("JSON");
            let back = after.pointer(pointer);
            let back = back.unwrap_or_else(|| panic!("{operation} {pointer} did not come back"));
            fields += 1;
            assert_eq!(wire_type(field), wire_type(back), "{pointer}");
            let content = |schema: &Value| schema.get("contentMediaType").cloned();
            assert_eq!(content(field), content(back), "{pointer}");
            let words = back["description"].as_str();
            assert!(
                words.is_some_and(|it| it.starts_with("PLACEHOLDER")),
                "{pointer}: {back}"
            );
            let expected = apply(&text, &Patch::Remove(pointer.clone()), None).expect("there");
            let [expected, struck]: [Value; 2] =
                [expected, struck].map(|text| serde_json::from_str(&text).expect("JSON"));
            assert_eq!(expected, struck, "{pointer}: only the field came back");
        }
        fs::write(&file, &whole).expect("a copy");
    }
    assert!(fields > 100, "the walk sees too little: {fields}");
}

/// A whole reply struck out: every documented field is drafted with the type that people transcribed.
#[test]
fn a_reply_that_nobody_described_is_drafted() {
    for (vendor, operation, replies) in operations() {
        let root = stage_repository();
        let file = root
            .path()
            .join(format!("schemas/{vendor}/{operation}.json"));
        let whole: Value =
            serde_json::from_str(&fs::read_to_string(&file).expect("a schema")).expect("JSON");
        let mut scaffold = whole.clone();
        scaffold["reply"] =
            json!({ "type": "object", "description": "PLACEHOLDER", "properties": {} });
        fs::write(&file, format!("{scaffold:#}\n")).expect("a copy");
        let inferred = infer(root.path(), &vendor, &operation, &replies, false);
        assert!(inferred.drafted);
        let after: Value =
            serde_json::from_str(&fs::read_to_string(&file).expect("a schema")).expect("JSON");
        let mut all = Vec::new();
        properties(&whole["reply"], "/reply".into(), &mut all);
        for (pointer, field) in all {
            let back = after
                .pointer(&pointer)
                .unwrap_or_else(|| panic!("{pointer}"));
            assert_eq!(wire_type(&field), wire_type(back), "{pointer}");
        }
        assert_eq!(after["records"], whole["records"]);
        assert_eq!(after.get("total"), whole.get("total"));
        assert_eq!(after["reply"]["required"], whole["reply"]["required"]);
        assert!(inferred.faults.is_empty(), "{inferred}");
    }
}

fn acme() -> tempfile::TempDir {
    stage(&[fixture("faults/base")])
}

fn file(root: &Path, name: &str, text: &str) -> PathBuf {
    let file = root.join(name);
    fs::write(&file, text).expect("a file");
    file
}

#[test]
fn a_check_writes_nothing_and_prints_the_difference() {
    let root = acme();
    let schema = root.path().join("schemas/acme/search.json");
    let before = fs::read_to_string(&schema).expect("a schema");
    let example = fs::read_to_string(root.path().join("schemas/acme/examples/search/found.json"))
        .expect("a reply");
    let mut reply: Value = serde_json::from_str(&example).expect("JSON");
    reply["brandNew"] = json!(true);
    let reply = file(root.path(), "reply.json", &reply.to_string());
    let checked = infer(
        root.path(),
        "acme",
        "search",
        std::slice::from_ref(&reply),
        true,
    );
    assert!(!checked.is_clean());
    assert!(
        checked.to_string().contains("+")
            && checked
                .to_string()
                .contains("/brandNew: the key is not described; it becomes `boolean`"),
        "{checked}"
    );
    assert_eq!(fs::read_to_string(&schema).expect("a schema"), before);

    let written = infer(
        root.path(),
        "acme",
        "search",
        std::slice::from_ref(&reply),
        false,
    );
    assert!(written.is_clean());
    assert_eq!(
        written
            .diff
            .lines()
            .filter(|line| line.starts_with(['+', '-']))
            .count(),
        2 + 2 + 1,
        "a comma and a line: {}",
        written.diff
    );
    assert!(
        infer(root.path(), "acme", "search", &[reply], true).is_clean(),
        "idempotent"
    );
}

#[test]
fn a_request_shows_parameters_and_never_what_signs() {
    let root = acme();
    let vendor: Value = serde_json::from_str(
        &fs::read_to_string(root.path().join("schemas/acme/vendor.json")).expect("a vendor"),
    )
    .expect("JSON");
    let signing = vendor
        .pointer("/auth/fields/0/name")
        .and_then(Value::as_str)
        .expect("a field");
    let request = file(
        root.path(),
        "request.txt",
        &format!(
            "https://acme.example/s?mobile=13800001111&{signing}=SECRET&pageRows=2&a=%E7%94%B2+b"
        ),
    );
    let options = Options {
        vendor: "acme".into(),
        operation: "search".into(),
        request: Some(request),
        ..Options::default()
    };
    let inferred = run(root.path(), &options).unwrap_or_else(|failure| panic!("{failure}"));
    let after: Value = serde_json::from_str(
        &fs::read_to_string(root.path().join("schemas/acme/search.json")).expect("a schema"),
    )
    .expect("JSON");
    let parameters = &after["request"]["properties"];
    assert_eq!(
        parameters["mobile"],
        json!({ "type": "string", "x-sensitive": "telephone", "x-guessed": ["sensitive"] })
    );
    assert_eq!(parameters["pageRows"], json!({ "type": "integer" }));
    assert_eq!(parameters["a"], json!({ "type": "string" }));
    assert_eq!(parameters.get(signing), None);
    let told = format!("{inferred}{after}");
    assert!(
        ["SECRET", "13800001111", "甲"]
            .iter()
            .all(|value| !told.contains(value)),
        "{told}"
    );
}

#[test]
fn what_is_no_reply_is_told_with_its_file_and_without_its_content() {
    let root = acme();
    let files = [
        file(root.path(), "broken.json", "{\n  \"a\": 张三\n}"),
        file(root.path(), "list.json", "[1]"),
        file(root.path(), "empty.json", ""),
        root.path().join("missing.json"),
    ];
    let options = Options {
        vendor: "acme".into(),
        operation: "search".into(),
        replies: files.to_vec(),
        ..Options::default()
    };
    let Err(Failure::Faults(faults)) = run(root.path(), &options) else {
        panic!("faults")
    };
    let told = faults.to_string();
    assert_eq!(faults.len(), 4, "{told}");
    assert!(
        told.contains("broken.json:2") && !told.contains("张三"),
        "{told}"
    );
    let options = Options {
        vendor: "acne".into(),
        operation: "search".into(),
        ..Options::default()
    };
    let failure = run(root.path(), &options)
        .expect_err("there is no acne")
        .to_string();
    assert!(failure.contains("There is no vendor `acne`."), "{failure}");
}

/// The block of the page that follows a marker.
fn block(page: &str, marker: &str) -> String {
    let after = page.split_once(marker).expect("the marker").1;
    let inside = after.split_once("```json\n").expect("a block").1;
    inside.split_once("```").expect("its end").0.to_owned()
}

#[test]
fn the_example_of_the_page_is_what_is_drafted() {
    let page =
        fs::read_to_string(repository().join("docs/transcribing-a-document.md")).expect("the page");
    let reply: Value = serde_json::from_str(&block(&page, "<!-- infer: reply -->")).expect("JSON");
    let mut observed = zhixing_shape::Observed::default();
    observed.add(&reply);
    let schema = zhixing_shape::draft(&observed).schema;
    let printed = xtask::infer::print(&schema, 0) + "\n";
    assert_eq!(printed, block(&page, "<!-- infer: schema -->"));
}

/// An operation that is not there is begun as `new operation` begins it, and its reply is that of the file.
#[test]
fn an_operation_that_is_not_there_is_begun_and_drafted() {
    let root = stage_repository();
    common::copy(
        &repository().join("crates/xinshu/src"),
        &root.path().join("crates/xinshu/src"),
    );
    let reply = json!({ "rc": "0000", "msg": "", "list": [{ "caseCode": "(2018)苏0581执5877号", "sum": "12.50" }] });
    let reply = file(root.path(), "reply.json", &reply.to_string());
    let schema = root.path().join("schemas/xinshu/limit_list.json");
    let checked = infer(
        root.path(),
        "xinshu",
        "limit_list",
        std::slice::from_ref(&reply),
        true,
    );
    assert!(!checked.is_clean() && !schema.exists());
    let inferred = infer(root.path(), "xinshu", "limit_list", &[reply], false);
    assert!(inferred.drafted);
    assert!(
        root.path()
            .join("crates/xinshu/src/record/limit_list.rs")
            .exists()
    );
    let after: Value =
        serde_json::from_str(&fs::read_to_string(&schema).expect("a schema")).expect("JSON");
    assert_eq!(after["records"], "/list");
    assert_eq!(after["reply"]["required"], json!(["rc"]));
    let item = &after["reply"]["properties"]["list"]["items"];
    // The name that the scaffold's limit_list.rs has for it.
    assert_eq!(item["title"], "Row");
    assert_eq!(
        item["properties"],
        json!({
            "caseCode": { "type": "string", "x-format": "case-number", "x-guessed": ["format"] },
            "sum": { "type": "string", "x-quirks": ["number-as-text"], "x-guessed": ["number-as-text"] },
        })
    );
    // The envelope that vendor.json promises and the reply lacks, and the example that is still the scaffold's.
    let told = inferred.to_string();
    assert!(
        told.contains("No reply has what vendor.json calls the payload"),
        "{told}"
    );
    assert!(
        !inferred.faults.is_empty() && told.contains("examples/limit_list/success.json"),
        "{told}"
    );
}

/// Else the new key would be `case_no`, and code that reads `case_no` would read another key.
#[test]
fn a_new_key_takes_no_name_from_one_that_is_there() {
    let root = stage(&[fixture("faults/base")]);
    let reply = root.path().join("reply.json");
    let text = r#"{ "code": "200", "data": { "total": 1, "exists": 1, "items": [{ "case_no": "b", "caseNo": "a", "state": 0 }] } }"#;
    fs::write(&reply, text).expect("a reply");
    let inferred = infer(root.path(), "acme", "search", &[reply], false);
    assert!(inferred.faults.is_empty(), "{inferred}");
    let file = root.path().join("schemas/acme/search.json");
    let schema: Value = serde_json::from_str(&fs::read_to_string(file).expect("it")).expect("JSON");
    let item = "/reply/properties/data/properties/items/items/properties";
    let name = |key: &str| schema.pointer(&format!("{item}/{key}/x-name"));
    assert_eq!(name("case_no"), Some(&json!("case_no_2")), "{inferred}");
    assert_eq!(name("caseNo"), None);
}

#[test]
fn a_byte_order_mark_is_named() {
    let root = stage(&[fixture("faults/base")]);
    let reply = root.path().join("reply.json");
    fs::write(&reply, "\u{feff}{ \"code\": \"200\" }").expect("a reply");
    let options = Options {
        vendor: "acme".into(),
        operation: "search".into(),
        replies: vec![reply],
        request: None,
        check: true,
    };
    let told = run(root.path(), &options).expect_err("a fault").to_string();
    assert!(told.contains("byte order mark (BOM)"), "{told}");
}
