//! `cargo xtask import`, held against what the documents under `import/` say. They are invented; what is
//! expected was read from them by a person.

mod common;

use std::fs;
use std::path::Path;

use common::{fixture, repository, schemas_and_lists, stage};
use serde_json::{Value, json};
use xtask::codegen::Failure;
use xtask::import::{Draft, Fate, Imported, Options, draft, run};
use xtask::new::{self, PLACEHOLDER};

fn document(name: &str) -> String {
    fs::read_to_string(fixture("import").join(name)).expect("the document")
}

/// Each field: its type, the printed type, the length and the description.
fn fields(schema: &Value, path: &str, into: &mut Vec<String>) {
    for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{path}/{name}");
        let word = |key: &str| inner[key].as_str().unwrap_or_default();
        let words = ["type", "x-type", "x-required", "x-length", "x-description"].map(word);
        into.push(format!("{path} {}", words.join(" ")));
        fields(inner, &path, into);
        fields(&inner["items"], &path, into);
    }
}

/// In every form that a table has, the same is read.
#[test]
fn the_same_document_in_every_form() {
    let wanted = [
        "/name string String 是  主体名称",
        "/pageNo integer Int 否  页码，默认第一页",
        "/code integer Int  4 状态码",
        "/msg string String  64 提示信息",
        "/data object Object  - 返回数据",
        "/data/total integer Int  8 总数",
        "/data/list array List<Object>  - 案件列表",
        "/data/list/caseNo string String  64 案号",
        "/data/list/filedOn string String  10 立案日期",
        "/data/list/amount number Double  16 执行标的（元）",
        "/data/list/parties array Array  - 当事人",
        "/data/list/parties/name string String  128 名称",
        "/data/list/parties/role integer Int  1 地位",
    ];
    for name in [
        "tabs.txt",
        "pipes.md",
        "aligned.txt",
        "page.html",
        "mixed.md",
    ] {
        let draft = draft(&document(name), "lanting", "case_search", None);
        let mut found = Vec::new();
        fields(&draft.operation["request"], "", &mut found);
        fields(&draft.operation["reply"], "", &mut found);
        assert_eq!(found, wanted, "{name}");
        assert_eq!(
            draft.operation["request"]["required"],
            json!(["name"]),
            "{name}"
        );
        let http = json!({ "method": "GET", "path": "/v2/case/search", "parameters": "query" });
        assert_eq!(draft.operation["http"], http, "{name}");
        assert_eq!(draft.operation["records"], "/data/list", "{name}");
        assert_eq!(draft.operation["total"], "/data/total", "{name}");

        let vendor = &draft.vendor;
        assert_eq!(
            vendor["base_url"]["url"], "https://api.lanting.example",
            "{name}"
        );
        assert_eq!(vendor["document"]["version"], "V2.1", "{name}");
        let envelope = json!({ "code": "/code", "message": "/msg", "payload": "/data" });
        assert_eq!(vendor["envelope"], envelope, "{name}");
        assert_eq!(vendor["auth"]["fields"][0]["name"], "appKey", "{name}");
        let codes: Vec<Value> = vendor["statuses"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|status| json!([status["code"], status["meaning"], status["class"]]))
            .collect();
        let wanted = json!([
            [0, "成功", "success"],
            [1, "查无数据", "no-data"],
            [401, "签名错误", "auth"],
            [900, "请联系客服", PLACEHOLDER],
        ]);
        assert_eq!(Value::from(codes), wanted, "{name}");
        let example = &draft.examples["examples/case_search/success.json"];
        assert_eq!(example["data"]["list"][0]["amount"], 12.5, "{name}");
        assert!(
            draft
                .remarks
                .iter()
                .all(|remark| remark.fate == Fate::Unsure),
            "{name}: {:?}",
            draft.remarks
        );
    }
}

/// A guess is marked where it stands, as the scaffold marks what a person must decide.
#[test]
fn whatever_a_person_must_write_is_marked() {
    let draft = draft(&document("tabs.txt"), "lanting", "case_search", None);
    let statuses = &draft.vendor["statuses"];
    for status in statuses.as_array().expect("codes") {
        let class = status["class"].as_str().expect("a class");
        let note = status["notes"].as_str().unwrap_or_default();
        assert_eq!(
            class != PLACEHOLDER,
            note.contains(PLACEHOLDER) && note.contains("guess"),
            "{status}"
        );
        assert!(
            status["name"]
                .as_str()
                .is_some_and(|name| name.contains(PLACEHOLDER))
        );
    }
    let name = &draft.operation["request"]["properties"]["name"];
    assert!(
        name["description"]
            .as_str()
            .is_some_and(|text| text.contains(PLACEHOLDER))
    );
}

/// Everything doubtful is told by line, and what is left out is not in the draft.
#[test]
fn what_is_not_certain_is_told_by_line() {
    let draft = draft(&document("doubtful.txt"), "lanting", "case_search", None);
    let told: Vec<(usize, Fate)> = draft
        .remarks
        .iter()
        .map(|remark| (remark.line, remark.fate))
        .collect();
    let (out, unsure) = (Fate::LeftOut, Fate::Unsure);
    for (line, fate, why) in [
        (7, unsure, "`Strlng` is no known type"),
        (8, unsure, "`可能` is no known mark"),
        (9, out, "two rows of this name"),
        (10, out, "no name"),
        (11, out, "U+0440"),
        (12, out, "two rows may be joined"),
        (13, out, "one may be missing"),
        (17, out, "without a header that is known"),
        (26, out, "holds no fields"),
        (27, out, "no name of one field"),
        (29, out, "no field that could hold fields"),
        (38, out, "another meaning"),
        (39, out, "no single code"),
        (40, out, "meaning is missing"),
    ] {
        assert!(
            told.contains(&(line, fate)),
            "line {line} {why}: {:#?}",
            draft.remarks
        );
        let reasons: Vec<&str> = draft
            .remarks
            .iter()
            .filter(|remark| remark.line == line)
            .map(|remark| remark.reason.as_str())
            .collect();
        assert!(
            reasons.iter().any(|reason| reason.contains(why)),
            "line {line} {why}: {reasons:?}"
        );
    }
    let mut found = Vec::new();
    fields(&draft.operation["request"], "", &mut found);
    fields(&draft.operation["reply"], "", &mut found);
    let names: Vec<&str> = found
        .iter()
        .filter_map(|field| field.split(' ').next())
        .collect();
    assert_eq!(
        names,
        ["/who", "/what", "/when", "/code", "/rows", "/rows/name"]
    );
    let codes: Vec<&str> = draft.vendor["statuses"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|s| s["code"].as_str())
        .collect();
    assert_eq!(codes, ["0", "11"]);
    // A type that is not known is none.
    assert_eq!(
        draft.operation["request"]["properties"]["what"].get("type"),
        None
    );
}

#[test]
fn of_a_text_without_tables_nothing_is_claimed() {
    for text in ["", "\n\n", "只有文字。", "{", "```", "<table>", "|", "\t"] {
        let Draft {
            operation, vendor, ..
        } = draft(text, "lanting", "case_search", None);
        assert_eq!(operation["request"]["properties"], json!({}), "{text}");
        assert_eq!(operation["reply"]["properties"], json!({}), "{text}");
        assert_eq!(
            vendor["statuses"].as_array().map(Vec::len),
            Some(1),
            "{text}"
        );
        assert_eq!(vendor["statuses"][0]["code"], PLACEHOLDER, "{text}");
    }
}

fn options(root: &Path, text: &str) -> Options {
    let file = root.join("lanting.md");
    fs::write(&file, text).expect("written");
    Options {
        file,
        vendor: Some("lanting".into()),
        operation: Some("case_search".into()),
        ..Options::default()
    }
}

fn imported(done: Result<Imported, Failure>) -> Imported {
    done.unwrap_or_else(|failure| panic!("{failure}"))
}

/// The scaffold is filled; the generator then refuses the open class alone, and nothing once it is decided.
#[test]
fn a_draft_lacks_nothing_but_decisions() {
    let root = schemas_and_lists();
    let root = root.path();
    new::vendor(root, "lanting", "case_search").unwrap_or_else(|failure| panic!("{failure}"));
    for form in ["tabs.txt", "page.html"] {
        let mut options = options(root, &document(form));
        options.force = form != "tabs.txt";
        let done = imported(run(root, &options));
        assert!(done.written);
    }
    let generate = || xtask::codegen::generate(root, Some("lanting"));
    let Err(Failure::Faults(faults)) = generate() else {
        panic!("a class is open")
    };
    let places: Vec<&str> = faults.iter().map(|fault| fault.pointer.as_str()).collect();
    assert_eq!(places, ["/statuses/3/class"], "{faults}");
    let file = root.join("schemas/lanting/vendor.json");
    let text = fs::read_to_string(&file).expect("the vendor");
    let decided = text.replace("\"class\": \"PLACEHOLDER\"", "\"class\": \"server\"");
    fs::write(&file, decided).expect("written");
    generate().unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn what_somebody_has_worked_on_is_not_replaced() {
    let root = stage(&[]);
    let root = root.path();
    let options = options(root, &document("tabs.txt"));
    let Err(failure) = run(root, &options) else {
        panic!("there is no vendor yet")
    };
    assert!(
        failure
            .to_string()
            .contains("cargo xtask new vendor lanting --operation case_search"),
        "{failure}"
    );

    let folder = root.join("schemas/lanting");
    fs::create_dir_all(&folder).expect("a folder");
    let vendor = json!({ "statuses": [{ "code": 0 }, { "code": 401 }] }).to_string();
    fs::write(folder.join("vendor.json"), &vendor).expect("written");
    fs::write(folder.join("case_search.json"), "{}").expect("written");
    let Err(failure) = run(root, &options) else {
        panic!("an operation is in the way")
    };
    assert!(failure.to_string().contains("--force"), "{failure}");
    assert_eq!(
        fs::read_to_string(folder.join("case_search.json")).expect("there"),
        "{}"
    );

    let done = imported(run(
        root,
        &Options {
            force: true,
            ..options
        },
    ));
    assert!(
        fs::read_to_string(folder.join("case_search.json"))
            .expect("there")
            .contains("caseNo")
    );
    // The vendor's file is left alone, and what it lacks is told.
    assert_eq!(
        fs::read_to_string(folder.join("vendor.json")).expect("there"),
        vendor
    );
    let missing: Vec<&Value> = done.missing.iter().map(|status| &status["code"]).collect();
    assert_eq!(missing, [&json!(1), &json!(900)]);
}

#[test]
fn without_a_place_nothing_is_written() {
    let root = stage(&[]);
    let root = root.path();
    let mut options = options(root, &document("tabs.txt"));
    options.vendor = None;
    let done = imported(run(root, &options));
    assert!(!done.written && !root.join("schemas/lanting").exists());
    let told = done.to_string();
    assert!(
        told.contains("\"caseNo\": {") && told.contains("Nothing was written."),
        "{told}"
    );

    options.out = Some(root.join("draft"));
    assert!(imported(run(root, &options)).written);
    assert!(
        root.join("draft/examples/case_search/success.json")
            .is_file()
    );
}

#[test]
fn what_cannot_be_read_is_refused() {
    let root = stage(&[]);
    let mut options = options(root.path(), "");
    fs::write(&options.file, [0xb2, 0xce, 0xca, 0xfd]).expect("written"); // 参数 in GBK
    options.operation = Some("Case-Search".into());
    let Err(Failure::Faults(faults)) = run(root.path(), &options) else {
        panic!("not refused")
    };
    let told = faults.to_string();
    for wanted in [
        "in UTF-8",
        "no name of an operation",
        "There is no vendor `lanting`",
    ] {
        assert!(told.contains(wanted), "{told}");
    }
}

/// The example of the page for people who transcribe, as it stands there.
#[test]
fn the_page_shows_what_an_import_gives() {
    let page =
        fs::read_to_string(repository().join("docs/transcribing-a-document.md")).expect("the page");
    let (_, section) = page
        .split_once("## Start from the document")
        .expect("the section");
    let (section, _) = section.split_once("\n## ").expect("its end");
    let blocks: Vec<&str> = section.split("```").skip(1).step_by(2).collect();
    let [_, document, told, field, code] = &blocks[..] else {
        panic!(
            "commands, a document, a list, a field and a code, and not {}",
            blocks.len()
        )
    };
    let body = |block: &str| block.split_once('\n').expect("a language").1.to_owned();
    let draft = draft(&body(document), "yuhua", "stone_search", None);
    let remarks: Vec<String> = draft.remarks.iter().map(ToString::to_string).collect();
    assert_eq!(remarks.join("\n") + "\n", body(told));
    let json = |block: &str| serde_json::from_str::<Value>(&body(block)).expect("JSON");
    let found = draft
        .operation
        .pointer("/reply/properties/data/items/properties/caseNo");
    assert_eq!(found, Some(&json(field)));
    assert_eq!(draft.vendor.pointer("/statuses/2"), Some(&json(code)));
}

#[test]
fn keys_of_one_name_in_rust_are_told_apart() {
    let text = "返回参数：\n\n字段\t类型\t说明\ncaseNo\tString\t案号\ncase_no\tString\t另一案号\n";
    let reply = &draft(text, "lanting", "case_search", None).operation["reply"];
    assert_eq!(reply["properties"]["caseNo"]["x-name"], Value::Null);
    assert_eq!(reply["properties"]["case_no"]["x-name"], "case_no_2");
}
