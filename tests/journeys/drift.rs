//! Replies that a vendor has changed: what the command says of them, and that its proposal, applied, makes the drift vanish.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use xtask::diagnostic::Diagnostics;
use xtask::model::described::{Form, Object};
use xtask::model::{Operation as Modelled, TypeDef};
use zhixing_core::observe::{Drift, differences};
use zhixing_core::spec::{Field, Instead, JsonType, Operation, Shape};

use crate::support::{Said, zhixing};

fn schemas() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schemas")
}

fn example(vendor: &str, operation: &str) -> Value {
    let path = schemas().join(format!("{vendor}/examples/{operation}/success.json"));
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn drift(folder: &Path, arguments: &[&str]) -> Said {
    let mut command = zhixing(&["drift"]);
    Said::by(command.args(arguments).current_dir(folder))
}

fn rows(said: &Said) -> Vec<(String, String)> {
    let json = said.json();
    let rows = json["operations"][0]["drift"].as_array().unwrap();
    let text = |row: &Value, member: &str| row[member].as_str().unwrap().to_owned();
    rows.iter()
        .map(|row| (text(row, "path"), text(row, "kind")))
        .collect()
}

#[test]
fn printed_replies_have_none() {
    let folders = zhixing::VENDORS
        .iter()
        .map(|entry| format!("{}/examples", entry.vendor.name));
    let folders: Vec<String> = folders.collect();
    let folders: Vec<&str> = folders.iter().map(String::as_str).collect();
    let said = drift(&schemas(), &folders);
    assert_eq!(said.exit, 0, "{said:?}");
    let operations = zhixing::VENDORS.iter().map(|it| it.vendor.operations.len());
    let silent = said.stdout.matches("as the schema describes").count();
    assert_eq!(silent, operations.sum::<usize>());
    assert!(silent >= 5, "{silent}");
    // What lies in a folder of that name and is no reply is told, and not compared.
    let said = drift(&schemas(), &["juhe/vendor.json"]);
    assert_eq!((said.exit, said.stdout.as_str()), (11, ""), "{said:?}");
    assert!(
        said.stderr.contains("there is no status at $.error_code"),
        "{said:?}"
    );
}

/// Every kind of change that a patch can describe, in replies of two vendors.
fn changed() -> [(&'static str, &'static str, Value); 2] {
    let mut juhe = example("juhe", "person_risk");
    juhe["traceId"] = json!("cAnArY text");
    juhe["result"]["totalRecords"] = json!("10");
    let rows = &mut juhe["result"]["data"];
    rows[0]["CourtLevel"] = json!("cAnArY court of the first kind");
    rows[1]["Relation"] = Value::Null;
    rows[3]["Date"] = json!(20_200_101);
    rows[4]["ExecuteGov"] = json!({});
    for (row, level) in [(5, "A"), (6, "B"), (7, "A"), (8, "B"), (9, "A")] {
        rows[row]["level"] = json!(level);
    }
    rows[2]["Parties"] =
        json!([{"PartyName": "cAnArY", "Share": 0.5}, {"PartyName": "李四", "Main": true}]);
    let mut cloudmarket = example("cloudmarket", "dishonest");
    cloudmarket["result"]["items"][0]["status"] = json!(7);
    cloudmarket["result"]["items"][0]["cid"] = Value::Null;
    [
        ("juhe", "person_risk", juhe),
        ("cloudmarket", "dishonest", cloudmarket),
    ]
}

#[test]
fn drift_is_told_without_values_and_its_patch_makes_it_vanish() {
    for (vendor, operation, reply) in changed() {
        let folder = tempfile::tempdir().unwrap();
        let file = format!("{vendor}.{operation}.json");
        fs::write(folder.path().join(&file), reply.to_string()).unwrap();
        let said = drift(
            folder.path(),
            &[
                &file,
                "--format",
                "json",
                "--patch",
                "patch.json",
                "--values",
            ],
        );
        assert_eq!(said.exit, 12, "{said:?}");
        let before = rows(&said);
        assert!(before.len() >= 2, "{before:?}");
        let text = fs::read_to_string(folder.path().join("patch.json")).unwrap();
        for data in ["cAnArY", "李四", "张德洲"] {
            assert!(
                !said.stdout.contains(data) && !text.contains(data),
                "{data}: {said:?}"
            );
        }
        let patch: json_patch::Patch = serde_json::from_str(&text).unwrap();
        let (left, faults) = after(vendor, operation, &patch, &reply);
        assert_eq!(faults, "", "what the generator says of the patched schema");
        assert_eq!(left, [], "of {before:?} with {text}");
    }
}

/// The drift of a reply from the schema with a patch applied, as the generator describes it; or its faults.
fn after(
    vendor: &str,
    operation: &str,
    patch: &json_patch::Patch,
    reply: &Value,
) -> (Vec<(String, Drift)>, String) {
    let root = tempfile::tempdir().unwrap();
    copy(&schemas(), &root.path().join("schemas"));
    let path = root
        .path()
        .join(format!("schemas/{vendor}/{operation}.json"));
    let mut schema: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    json_patch::patch(&mut schema, patch).expect("a patch of the schema");
    fs::write(&path, schema.to_string()).unwrap();
    if let Err(failure) = xtask::codegen::generate(root.path(), None) {
        return (Vec::new(), failure.to_string());
    }
    let mut faults = Diagnostics::default();
    let sources = xtask::read::read(root.path(), Some(vendor), &mut faults);
    let vendors = xtask::codegen::checked(&sources, faults).expect("generated a moment ago");
    let modelled = vendors[0]
        .operations
        .iter()
        .find(|it| it.name == operation)
        .unwrap();
    let known = zhixing::vendor(vendor)
        .unwrap()
        .vendor
        .operation(operation)
        .unwrap();
    let described: &'static Operation = Box::leak(Box::new(Operation {
        reply: modelled
            .described
            .iter()
            .map(|it| object(it, modelled))
            .collect::<Vec<_>>()
            .leak(),
        ..*known
    }));
    let mut told = Vec::new();
    differences(described, &reply.to_string(), |it| {
        told.push((it.path.to_owned(), it.kind))
    })
    .unwrap();
    (told, String::new())
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

// What the generated file says as constants, here as values: compiling the file would take a minute.

fn object(object: &Object, operation: &Modelled) -> zhixing_core::spec::Object {
    let fields = object.fields.iter().map(|field| Field {
        name: leaked(&field.wire),
        required: field.required,
        shape: shape(&field.form, operation),
    });
    zhixing_core::spec::Object {
        name: leaked(&object.name),
        schema: leaked(&object.schema),
        fields: fields.collect::<Vec<_>>().leak(),
    }
}

fn leaked(text: &str) -> &'static str {
    text.to_owned().leak()
}

fn shape(form: &Form, operation: &Modelled) -> Shape {
    let inner = |form: &Form| -> &'static Shape { Box::leak(Box::new(shape(form, operation))) };
    match form {
        Form::Text => Shape::Text,
        Form::Integer => Shape::Integer,
        Form::Number => Shape::Number,
        Form::Boolean => Shape::Boolean,
        Form::Any(types) => {
            let types = types.iter().map(|it| match it.as_str() {
                "boolean" => JsonType::Boolean,
                "integer" => JsonType::Integer,
                "number" => JsonType::Number,
                "string" => JsonType::Text,
                "array" => JsonType::List,
                _ => JsonType::Object,
            });
            Shape::Any(types.collect::<Vec<_>>().leak())
        }
        Form::Choice(name) => {
            let found = operation.types.iter().find_map(|def| match def {
                TypeDef::Enumeration(it) if it.name == *name => Some(it),
                _ => None,
            });
            let found = found.expect("an enumeration of the reply");
            let known = found
                .choices
                .iter()
                .map(|it| (leaked(&it.wire), leaked(&it.meaning)));
            Shape::Choice(known.collect::<Vec<_>>().leak(), found.integer)
        }
        Form::JsonText(content) => Shape::JsonText(content.as_deref().map(inner)),
        Form::List(items) => Shape::List(inner(items)),
        Form::Map(values) => Shape::Map(inner(values)),
        Form::Object(name) => Shape::Object(leaked(name)),
        Form::Or(instead, form) => {
            let instead = instead.iter().map(|name| match *name {
                "Null" => Instead::Null,
                "EmptyText" => Instead::EmptyText,
                "EmptyList" => Instead::EmptyList,
                "EmptyObject" => Instead::EmptyObject,
                "NumberText" => Instead::NumberText,
                _ => Instead::TextNumber,
            });
            Shape::Or(instead.collect::<Vec<_>>().leak(), inner(form))
        }
    }
}

#[test]
fn values_come_into_the_change_only_when_they_are_asked_for() {
    let [_, (vendor, operation, reply)] = changed();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.json"), reply.to_string()).unwrap();
    let options = [
        "a.json",
        "--vendor",
        vendor,
        "--operation",
        operation,
        "--format",
        "json",
    ];
    let said = drift(folder.path(), &options).json();
    let (patch, left) = (
        &said["operations"][0]["patch"],
        &said["operations"][0]["left_to_you"],
    );
    assert!(!patch.to_string().contains("oneOf"), "{patch}");
    assert!(
        left.to_string().contains("$.result.items.*.status"),
        "{left}"
    );
    let with: Vec<&str> = options.into_iter().chain(["--values"]).collect();
    let said = drift(folder.path(), &with).json();
    let patch = said["operations"][0]["patch"].as_array().unwrap();
    let added = patch
        .iter()
        .find(|it| it["path"].as_str().unwrap().ends_with("/status/oneOf/-"));
    assert_eq!(added.unwrap()["value"], json!({"const": 7}));
}

#[test]
fn keys_that_may_be_data_are_neither_shown_nor_written() {
    let mut reply = example("juhe", "person_risk");
    reply["result"]["data"][0]["张三"] = json!({"a": 1});
    reply["result"]["data"][0]["330102199001011234"] = json!(1);
    reply["result"]["data"][0]["Heirs"] = json!({"李四": 1, "Kind": "by law, as it seems"});
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("juhe.json"), reply.to_string()).unwrap();
    for format in ["json", "table"] {
        let said = drift(
            folder.path(),
            &["juhe.json", "--format", format, "--values"],
        );
        for data in ["张三", "李四", "3301"] {
            assert!(!said.stdout.contains(data), "{data}: {said:?}");
        }
        assert!(said.stdout.contains("$.result.data[*].*"), "{said:?}");
        assert!(said.stdout.contains("$.result.data[*].Heirs"), "{said:?}");
    }
}

#[test]
fn each_bad_file_is_named_and_the_others_are_compared() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    fs::create_dir(folder.path().join("none")).unwrap();
    write("juhe.json", &example("juhe", "person_risk").to_string());
    write("empty.json", " \n");
    write("broken.json", "{\"a\": cAnArY}");
    write("page.json", "<html>cAnArY</html>");
    write("odd.json", "{\"cAnArY\": 1}");
    write("list.json", "[1]");
    fs::write(folder.path().join("binary.json"), [0xff, 0xfe]).unwrap();
    let bad = [
        ("empty.json", "the file is empty"),
        ("broken.json", "reply 1 is not JSON"),
        ("page.json", "an HTML page"),
        ("odd.json", "whose reply this is cannot be told"),
        ("list.json", "a reply is an object"),
        ("binary.json", "not UTF-8"),
        ("gone.json", "no such file"),
        ("none", "holds no .json"),
    ];
    let mut names: Vec<&str> = bad.iter().map(|(name, _)| *name).collect();
    names.push("juhe.json");
    let said = drift(folder.path(), &names);
    assert_eq!(said.exit, 3, "several failures of several kinds: {said:?}");
    for (name, words) in bad {
        let line = said.stderr.lines().find(|line| line.contains(name));
        assert!(
            line.is_some_and(|line| line.contains(words)),
            "{name}: {}",
            said.stderr
        );
    }
    assert!(!said.stderr.contains("cAnArY"), "{said:?}");
    assert!(said.stdout.starts_with("juhe person_risk"), "{said:?}");
    for (name, code) in [("gone.json", 1), ("broken.json", 11), ("juhe.json", 0)] {
        assert_eq!(drift(folder.path(), &[name]).exit, code, "{name}");
    }
    let wrong = drift(folder.path(), &["--vendor", "nobody", "juhe.json"]);
    assert_eq!(wrong.exit, 2, "{wrong:?}");
    let wrong = drift(
        folder.path(),
        &["--vendor", "juhe", "--operation", "other", "juhe.json"],
    );
    assert!(
        wrong.exit == 2 && wrong.stderr.contains("it has person_risk"),
        "{wrong:?}"
    );
}

#[test]
fn many_replies_of_many_vendors_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let [(_, _, juhe), (_, _, cloudmarket)] = changed();
    // Without a name that says whose they are: JSON Lines, one vendor's after the other's.
    let lines = format!("{juhe}\n{juhe}\n\n{{cut\n{cloudmarket}\n");
    fs::write(folder.path().join("log.jsonl"), lines).unwrap();
    let said = drift(
        folder.path(),
        &[".", "--format", "json", "--patch", "p.json"],
    );
    assert_eq!(
        said.exit, 2,
        "one patch cannot hold two schemas' changes: {said:?}"
    );
    let json = said.json();
    assert_eq!(json["files"][0]["replies"], 3);
    assert_eq!(json["files"][0]["operations"][0]["known_by"], "content");
    assert_eq!(
        said.failures()[0]["message"],
        "./log.jsonl: lines that are not JSON: 1, the first is line 4"
    );
    let counts: Vec<_> = json["operations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            (
                it["vendor"].as_str().unwrap(),
                it["replies"].as_u64().unwrap(),
            )
        })
        .collect();
    assert_eq!(counts, [("juhe", 2), ("cloudmarket", 1)]);
    assert!(!folder.path().join("p.json").exists());
}

/// What `call` prints is what `drift` reads, with and without `--raw`, by a file or through a pipe.
#[cfg(unix)]
#[test]
fn what_call_prints_is_read() {
    let zhixing = env!("CARGO_BIN_EXE_zhixing");
    for raw in ["--raw", ""] {
        let line = format!(
            "'{zhixing}' call --sandbox qcc limit_exit_check searchKey=上海东虹桥融资担保股份有限公司 {raw} | '{zhixing}' drift --lang zh -"
        );
        let mut command = std::process::Command::new("bash");
        let said = Said::by(command.args(["-c", &line]));
        assert_eq!(said.exit, 0, "{said:?}");
        assert!(said.stdout.contains("与 schema 相符"), "{said:?}");
    }
}
