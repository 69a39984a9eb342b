//! The command as a whole: the repository is fresh, runs agree, and a check tells everything.

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use common::{fixture, repository, stage, stage_repository};
use xtask::codegen::{Options, generate, run, run_openapi};
use xtask::write::{self, ChangeKind};

const CHECK: Options = Options {
    vendor: None,
    check: true,
};
const WRITE: Options = Options {
    vendor: None,
    check: false,
};

/// Text of every file where generated ones stand, by path.
fn snapshot(root: &Path) -> Vec<(String, String)> {
    let parts = ["crates", "docs", "openapi", "tests"].map(|part| root.join(part));
    let mut open: Vec<PathBuf> = parts.into_iter().filter(|part| part.is_dir()).collect();
    let mut files = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path
                    .strip_prefix(root)
                    .expect("inside")
                    .to_string_lossy()
                    .into_owned();
                files.push((name, fs::read_to_string(&path).expect("text")));
            }
        }
    }
    files.sort();
    files
}

/// `cargo xtask codegen --check` on the repository, as an ordinary test.
#[test]
fn the_generated_files_of_the_repository_are_fresh() {
    let report = run(&repository(), &CHECK).unwrap_or_else(|failure| panic!("{failure}"));
    assert!(report.is_clean(), "{report}");
    assert_eq!(report.unsettled, [], "{report}");
}

#[test]
fn a_guess_is_told_by_file_and_line_until_it_is_settled() {
    let root = stage_repository();
    let file = root
        .path()
        .join("schemas/qixin/execution_list_by_name.json");
    let settled = fs::read_to_string(&file).expect("a schema");
    let format = "\"x-format\": \"case-number\"";
    let before = settled.split(format).next().expect("a beginning");
    let line = before.lines().count();
    let guessed = format!("{format}, \"x-guessed\": [\"format\"]");
    fs::write(&file, settled.replacen(format, &guessed, 1)).expect("written");
    let report = run(root.path(), &Options::default()).expect("no faults");
    let told = format!("schemas/qixin/execution_list_by_name.json\n  x-guessed in line {line}");
    assert!(report.to_string().ends_with(&told), "{report}");
    assert!(report.is_clean(), "a guess generates: {report}");
}

#[test]
fn two_runs_give_the_same_bytes() {
    let first = generate(repository().as_path(), None).expect("no faults");
    let second = generate(repository().as_path(), None).expect("no faults");
    assert_eq!(first, second);
    // And from another folder: no path of this machine is in them.
    let elsewhere = stage_repository();
    assert_eq!(
        snapshot(elsewhere.path()),
        first.into_iter().collect::<Vec<_>>()
    );
}

#[test]
fn a_check_after_writing_is_clean_and_writes_nothing() {
    let root = stage_repository();
    let report = run(root.path(), &CHECK).expect("no faults");
    assert!(report.is_clean() && report.changes.is_empty(), "{report}");
}

#[test]
fn a_check_tells_stale_missing_and_orphaned_files_in_one_run() {
    let root = stage_repository();
    let file = |name: &str| root.path().join("crates").join(name);
    let stale = file("qixin/src/generated/status.rs");
    let text = fs::read_to_string(&stale)
        .expect("text")
        .replace("BalanceInsufficient", "BalanceLow");
    fs::write(&stale, text).expect("written");
    fs::remove_file(file("juhe/src/generated/client.rs")).expect("removed");
    let header =
        "// Made by `cargo xtask codegen --vendor qcc` from schemas/qcc/gone.json. Do not edit.\n";
    fs::write(file("qcc/src/generated/gone.rs"), header).expect("written");
    fs::write(file("qcc/src/generated/notes.rs"), "// by hand\n").expect("written");
    fs::create_dir_all(file("former/src/generated")).expect("a folder");
    fs::write(file("former/src/generated/mod.rs"), header).expect("written");
    let document = |name: &str| root.path().join("openapi").join(name);
    let text = fs::read_to_string(document("juhe.json")).expect("text");
    fs::write(document("juhe.json"), text.replace("查无记录", "没有")).expect("written");
    fs::rename(document("xinshu.json"), document("former.json")).expect("renamed");
    fs::write(document("notes.json"), "{}\n").expect("written");
    let before = snapshot(root.path());

    let report = run(root.path(), &CHECK).expect("no faults");
    assert!(!report.is_clean());
    let told: Vec<(&str, ChangeKind, &str)> = report
        .changes
        .iter()
        .map(|change| (change.file.as_str(), change.kind, change.mend.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (
                "crates/former/src/generated/mod.rs",
                ChangeKind::Orphaned,
                "cargo xtask codegen"
            ),
            (
                "crates/juhe/src/generated/client.rs",
                ChangeKind::Missing,
                "cargo xtask codegen --vendor juhe"
            ),
            (
                "crates/qcc/src/generated/gone.rs",
                ChangeKind::Orphaned,
                "cargo xtask codegen --vendor qcc"
            ),
            (
                "crates/qcc/src/generated/notes.rs",
                ChangeKind::Foreign,
                "move the file out of generated/, or delete it"
            ),
            (
                "crates/qixin/src/generated/status.rs",
                ChangeKind::Stale,
                "cargo xtask codegen --vendor qixin"
            ),
            (
                "openapi/former.json",
                ChangeKind::Orphaned,
                "cargo xtask codegen"
            ),
            (
                "openapi/juhe.json",
                ChangeKind::Stale,
                "cargo xtask codegen --vendor juhe"
            ),
            (
                "openapi/notes.json",
                ChangeKind::Foreign,
                "move the file out of openapi/, or delete it"
            ),
            (
                "openapi/xinshu.json",
                ChangeKind::Missing,
                "cargo xtask codegen --vendor xinshu"
            ),
        ]
    );
    let text = report.to_string();
    for line in [
        "-    BalanceLow,",
        "+    BalanceInsufficient,",
        "+++ b/crates/juhe/src/generated/client.rs",
        "+pub struct Client {",
        "-// Made by `cargo xtask codegen --vendor qcc`",
        "-// by hand",
        "-            \"x-description\": \"没有\"",
        "+            \"x-description\": \"查无记录\"",
        &format!("9 of {} generated files are not up to date.", report.files),
    ] {
        assert!(text.contains(line), "{line} is not in\n{text}");
    }
    assert_eq!(snapshot(root.path()), before, "a check writes nothing");

    let report = run(root.path(), &WRITE).expect("no faults");
    assert!(
        !report.is_clean(),
        "a file that is not ours is left to a person"
    );
    let left: Vec<String> = run(root.path(), &CHECK)
        .expect("no faults")
        .changes
        .into_iter()
        .map(|change| change.file)
        .collect();
    assert_eq!(
        left,
        ["crates/qcc/src/generated/notes.rs", "openapi/notes.json"]
    );
}

/// `cargo xtask openapi` is the part of `codegen` that writes documents: the same files, and no others.
#[test]
fn the_documents_can_be_written_and_checked_alone() {
    let root = stage_repository();
    let before = snapshot(root.path());
    for file in [
        "openapi/qixin.json",
        "openapi/qcc.json",
        "crates/qcc/src/generated/vendor.rs",
    ] {
        fs::remove_file(root.path().join(file)).expect("removed");
    }
    let report = run_openapi(root.path(), &CHECK).expect("no faults");
    let told: Vec<(&str, ChangeKind)> = report
        .changes
        .iter()
        .map(|change| (change.file.as_str(), change.kind))
        .collect();
    assert_eq!(
        told,
        [
            ("openapi/qcc.json", ChangeKind::Missing),
            ("openapi/qixin.json", ChangeKind::Missing)
        ]
    );
    let only = Options {
        vendor: Some("qcc".into()),
        check: false,
    };
    run_openapi(root.path(), &only).expect("no faults");
    run_openapi(root.path(), &WRITE).expect("no faults");
    let mut after = snapshot(root.path());
    after.push((
        "crates/qcc/src/generated/vendor.rs".into(),
        before
            .iter()
            .find(|(file, _)| file == "crates/qcc/src/generated/vendor.rs")
            .map(|(_, text)| text.clone())
            .expect("was there"),
    ));
    after.sort();
    assert_eq!(after, before, "the documents are back, the client is not");
}

#[test]
fn one_vendor_leaves_the_others_alone() {
    let root = stage_repository();
    for vendor in ["qixin", "juhe"] {
        fs::remove_file(
            root.path()
                .join(format!("crates/{vendor}/src/generated/vendor.rs")),
        )
        .expect("removed");
    }
    let only = Options {
        vendor: Some("juhe".into()),
        check: false,
    };
    run(root.path(), &only).expect("no faults");
    let left: Vec<String> = run(root.path(), &CHECK)
        .expect("no faults")
        .changes
        .into_iter()
        .map(|change| change.file)
        .collect();
    assert_eq!(left, ["crates/qixin/src/generated/vendor.rs"]);
}

/// The loop that is the product: a changed document, a failing check, a regenerated client.
#[test]
fn a_new_field_fails_the_check_and_stands_in_the_struct_after_codegen() {
    let root = stage_repository();
    let schema = root
        .path()
        .join("schemas/qixin/execution_list_by_name.json");
    let text = fs::read_to_string(&schema).expect("the schema");
    let court = "\"court\": {";
    assert_eq!(text.matches(court).count(), 1);
    let field = "\"newDuty\": { \"type\": \"string\", \"description\": \"A new duty.\", \"x-description\": \"新义务\" },\n";
    fs::write(&schema, text.replace(court, &format!("{field}{court}"))).expect("written");

    let report = run(root.path(), &CHECK).expect("no faults");
    assert!(!report.is_clean());
    let files: Vec<&str> = report
        .changes
        .iter()
        .map(|change| change.file.as_str())
        .collect();
    assert_eq!(
        files,
        [
            "crates/qixin/src/generated/execution_list_by_name.rs",
            "openapi/qixin.json"
        ]
    );
    let document = &report.changes[1].diff;
    for line in [
        "+          \"newDuty\": {",
        "+            \"x-description\": \"新义务\"",
    ] {
        assert!(document.contains(line), "{line} is not in\n{document}");
    }
    let diff = &report.changes[0].diff;
    let added = "+    pub new_duty: wire::Field<wire::Text>,";
    assert!(
        diff.contains(added) && diff.contains("rename = \"newDuty\""),
        "{diff}"
    );

    run(root.path(), &WRITE).expect("no faults");
    let generated = fs::read_to_string(root.path().join(files[0])).expect("generated");
    let item = generated
        .split("pub struct Item {")
        .nth(1)
        .and_then(|rest| rest.split("\n}").next())
        .expect("the struct");
    assert!(
        item.contains("pub new_duty: wire::Field<wire::Text>,"),
        "{item}"
    );
    assert!(run(root.path(), &CHECK).expect("no faults").is_clean());
}

/// Here and not in `torture.rs` and `asking.rs`, which cannot be built while their own output is broken.
#[test]
fn the_output_that_the_torture_tests_compile_is_fresh() {
    let root = stage(&[fixture("torture/schemas")]);
    let here = fixture("torture");
    for (vendor, folder) in [("torture", "generated"), ("asking", "asking")] {
        let files = xtask::codegen::generate(root.path(), Some(vendor))
            .unwrap_or_else(|failure| panic!("{failure}"));
        let prefix = format!("crates/{vendor}/src/generated/");
        let files = files
            .into_iter()
            .map(|(file, text)| (file.replace(&prefix, &format!("{folder}/")), text))
            .collect();
        let folders = BTreeSet::from([folder.to_owned()]);
        let changes = write::changes(&here, &files, &folders).expect("readable");
        if std::env::var_os("TORTURE_UPDATE").is_some() {
            write::apply(&here, &files, &changes).expect("writable");
            continue;
        }
        let told: Vec<String> = changes.iter().map(ToString::to_string).collect();
        assert!(
            told.is_empty(),
            "mend: TORTURE_UPDATE=1 cargo test -p xtask --test codegen\n{}",
            told.join("\n")
        );
    }
}

/// The generator is general: a vendor's name in it would be a fact that belongs into a schema. What is measured has a name.
#[test]
fn no_vendor_is_named_in_the_generator() {
    let names = xtask::read::vendor_names(repository().as_path());
    assert!(names.len() >= 5, "{names:?}");
    let mut open = vec![repository().join("xtask/src")];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                if path.file_name().is_none_or(|name| name != "performance") {
                    open.push(path);
                }
                continue;
            }
            let text = fs::read_to_string(&path).expect("text");
            let code: String = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .collect();
            for name in &names {
                assert!(
                    !code.contains(name.as_str()),
                    "{} names {name}",
                    path.display()
                );
            }
        }
    }
}

/// Such a key is named by its place, so that a field before it renames it: it generates, and is told until it has a name.
#[test]
fn keys_that_make_no_name_are_told_with_their_lines() {
    let root = stage(&[fixture("faults/base")]);
    let file = root.path().join("schemas/acme/search.json");
    let text = fs::read_to_string(&file).expect("a schema");
    let told = |text: &str| {
        fs::write(&file, text).expect("a file");
        run(root.path(), &Options::default())
            .expect("no fault")
            .to_string()
    };
    let line = 1 + text
        .lines()
        .position(|line| line.contains("\"person\""))
        .expect("it");
    let key = r#""被执行人": { "type": "string", "description": "The debtor." }, "person":"#;
    let nameless = text.replacen("\"person\":", key, 1);
    let report = told(&nameless);
    let end = format!("schemas/acme/search.json\n  a key without x-name in line {line}");
    assert!(report.ends_with(&end), "{report}");
    let named = nameless.replacen("\"The debtor.\"", r#""The debtor.", "x-name": "debtor""#, 1);
    assert!(!told(&named).contains("x-name"));
}
