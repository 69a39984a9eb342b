//! `cargo xtask new`, in a copy of the repository: what it writes compiles, and its tests fail only
//! where a person must decide; what it refuses leaves no trace.

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use common::{LISTS, repository, schemas_and_lists};
use tempfile::TempDir;
use xtask::codegen::{Failure, Options, run};
use xtask::new::{self, Begun};

/// What cargo needs to read the workspace and to build any of it.
const PARTS: [&str; 6] = [
    "crates",
    "examples/one-vendor",
    "schemas",
    "tests",
    "xtask/benches",
    "xtask/src",
];

fn copy_of_the_repository() -> TempDir {
    let root = tempfile::tempdir().expect("a temporary folder");
    for part in PARTS {
        common::copy(&repository().join(part), &root.path().join(part));
    }
    for file in ["Cargo.toml", "Cargo.lock", "xtask/Cargo.toml"] {
        fs::copy(repository().join(file), root.path().join(file)).expect("a copy");
    }
    root
}

fn text_of(root: &Path, file: &str) -> String {
    fs::read_to_string(root.join(file)).expect("a file")
}

/// Every file below a folder with its bytes.
fn files(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut open = vec![root.to_owned()];
    let mut files = BTreeMap::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else {
                files.insert(path.clone(), fs::read(&path).expect("a file"));
            }
        }
    }
    files
}

/// Runs cargo in the copy and returns whether it ended well, and all that it printed.
fn cargo(root: &Path, arguments: &[&str]) -> (bool, String) {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("new");
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(root)
        .env("CARGO_TARGET_DIR", target)
        .env("RUST_BACKTRACE", "0")
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo runs");
    let text = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    (output.status.success(), text.into_owned())
}

fn begun(done: Result<Begun, Failure>) -> Begun {
    done.unwrap_or_else(|failure| panic!("{failure}"))
}

#[test]
fn what_is_begun_compiles_and_fails_only_where_a_person_must_decide() {
    let root = copy_of_the_repository();
    let root = root.path();
    let before: Vec<String> = LISTS.map(|file| text_of(root, file)).into();
    let done = begun(new::vendor(root, "lanting", "case_search"));
    // The report and the sandbox know the vendor: each of their files has lines more and is told, and no line less.
    for (file, before) in LISTS.iter().zip(&before) {
        assert!(done.files.iter().any(|it| it == file), "{done}");
        let after = text_of(root, file);
        let mut lines = after.lines();
        assert!(before.lines().all(|line| lines.any(|it| it == line)));
        let more: Vec<&str> = after.lines().filter(|it| it.contains("lanting")).collect();
        assert_eq!(after.lines().count(), before.lines().count() + more.len());
        assert!(!more.is_empty(), "{file}");
    }
    begun(new::operation(root, "lanting", "limit_list_of_a_person"));
    let check = Options {
        vendor: None,
        check: true,
    };
    let report = run(root, &check).unwrap_or_else(|failure| panic!("{failure}"));
    assert!(report.is_clean(), "{report}");
    // What is left is said by every run: all that the scaffold marked in schemas, and nothing of other vendors.
    let mut unsettled = BTreeMap::new();
    for (file, bytes) in files(&root.join("schemas")) {
        let text = String::from_utf8(bytes).expect("text");
        let lines: Vec<usize> = (1..)
            .zip(text.lines())
            .filter(|(_, line)| line.contains("PLACEHOLDER"))
            .map(|(number, _)| number)
            .collect();
        if !lines.is_empty() {
            let file = file.strip_prefix(root).expect("below").to_owned();
            unsettled.insert(file, lines);
        }
    }
    assert_eq!(unsettled.len(), 5, "vendor, two operations, two examples");
    let told = report.unsettled.iter();
    let told = told.map(|file| (file.file.as_str().into(), file.placeholders.clone()));
    assert_eq!(told.collect::<BTreeMap<PathBuf, _>>(), unsettled);
    let text = report.to_string();
    assert!(
        text.contains("\nschemas/lanting/vendor.json\n  PLACEHOLDER in lines 5, 6, "),
        "{text}"
    );

    let (formatted, text) = cargo(root, &["fmt", "-p", "lanting", "--", "--check"]);
    assert!(formatted, "{text}");
    let crate_alone = ["--offline", "--no-default-features", "-p", "lanting"];
    let (compiles, text) = cargo(root, &[&["check"], crate_alone.as_slice()].concat());
    assert!(compiles, "{text}");
    assert!(!text.contains("warning"), "{text}");

    let whole = ["check", "--offline", "--no-default-features"];
    let report_and_sandbox = ["-p", "zhixing", "-p", "zhixing-sandbox"];
    let (compiles, text) = cargo(root, &[whole.as_slice(), &report_and_sandbox].concat());
    assert!(compiles, "{text}");

    let (passed, text) = cargo(
        root,
        &[&["test", "--no-fail-fast"], crate_alone.as_slice()].concat(),
    );
    assert!(!passed, "{text}");
    // Of the crate's own tests; pages of generated code are compiled as well.
    let ended = |how: &str| {
        let mut names: Vec<&str> = text
            .lines()
            .filter_map(|line| line.strip_prefix("test ")?.strip_suffix(how))
            .filter(|name| !name.starts_with("crates/"))
            .collect();
        names.sort_unstable();
        names
    };
    let (left, lists) = ("nothing_of_the_scaffold_is_left", "the_lists_are_decided");
    assert_eq!(ended(" ... FAILED"), [left, left, lists, lists], "{text}");
    let (lossless, receipt, unified) = (
        "the_typed_reply_loses_nothing",
        "the_receipt",
        "the_unified_records",
    );
    assert_eq!(
        ended(" ... ok"),
        [receipt, receipt, lossless, lossless, unified, unified],
        "{text}"
    );
    // The page of the crate is compiled as well.
    assert!(
        text.contains("src/lib.rs - (line 5) - compile ... ok"),
        "{text}"
    );
    for told in [
        "schemas/lanting/vendor.json:5 \"zh\": \"PLACEHOLDER\"",
        "schemas/lanting/case_search.json",
        "schemas/lanting/examples/limit_list_of_a_person/success.json",
        "crates/lanting/src/record.rs",
        "crates/lanting/src/record/limit_list_of_a_person.rs",
        "say under `lists`",
    ] {
        assert!(text.contains(told), "{told} is not in\n{text}");
    }
}

/// Each vendor has an envelope of its own; one signs its replies, one is sent forms, one has no host.
#[test]
fn an_operation_fits_every_vendor_that_is_there() {
    let vendors = xtask::read::vendor_names(repository().as_path());
    assert!(vendors.len() >= 5, "{vendors:?}");
    let root = copy_of_the_repository();
    for vendor in &vendors {
        begun(new::operation(root.path(), vendor, "placeholder_search"));
    }
    let packages = vendors.iter().flat_map(|vendor| ["-p", vendor.as_str()]);
    let arguments: Vec<&str> = ["check", "--offline", "--no-default-features", "--lib"]
        .into_iter()
        .chain(packages)
        .collect();
    let (compiles, text) = cargo(root.path(), &arguments);
    assert!(compiles, "{text}");
}

#[test]
fn what_is_refused_writes_nothing() {
    let root = schemas_and_lists();
    let before = files(root.path());
    let vendor = |name: &str| new::vendor(root.path(), name, "search");
    let operation = |vendor: &str, name: &str| new::operation(root.path(), vendor, name);
    for (done, reason) in [
        (vendor("juhe"), "There is a vendor `juhe` already."),
        (vendor("match"), "`match` is a word of the language"),
        (vendor("gen"), "`gen` is a word of the language"),
        (vendor("Lanting"), "`Lanting` is no name of a vendor."),
        (vendor("9lives"), "`9lives` is no name of a vendor."),
        (vendor(""), "`` is no name of a vendor."),
        (vendor("../up"), "`../up` is no name of a vendor."),
        (vendor("兰亭"), "`兰亭` is no name of a vendor."),
        (vendor("dialect"), "the folder of the meta-schemas"),
        (vendor("std"), "There is a crate `std` already."),
        (
            vendor("serde_json"),
            "There is a crate `serde_json` already.",
        ),
        (vendor("xtask"), "There is a crate `xtask` already."),
        (
            new::vendor(root.path(), "lanting", "clone"),
            "A vendor's crate has its own `clone`.",
        ),
        (
            operation("juhe", "person_risk"),
            "The file is there already.",
        ),
        (
            operation("juhe", "type"),
            "`type` is a word of the language",
        ),
        (
            operation("juhe", "a-b"),
            "`a-b` is no name of an operation.",
        ),
        (
            operation("juhe", "vendor"),
            "A vendor's crate has its own `vendor`.",
        ),
        (
            operation("nobody", "search"),
            "There is no vendor `nobody`.",
        ),
        // The crate is not in this copy: the mapping has nowhere to go.
        (operation("juhe", "search"), "The file cannot be read"),
    ] {
        let Err(Failure::Faults(faults)) = done else {
            panic!("not refused: {reason}")
        };
        let text = faults.to_string();
        assert!(text.contains(reason), "{reason} is not in\n{text}");
        assert!(text.contains("\n  hint: "), "{text}");
        assert!(text.ends_with("Nothing was written."), "{text}");
    }
    assert_eq!(files(root.path()), before);
}

#[test]
fn faults_of_a_vendor_stop_what_is_begun_there_and_nothing_else() {
    let root = schemas_and_lists();
    let file = root.path().join("schemas/juhe/person_risk.json");
    let text = fs::read_to_string(&file).expect("the schema");
    fs::write(&file, text.replace("\"/result/data\"", "\"/nowhere\"")).expect("written");
    let before = files(root.path());
    let Err(failure) = new::operation(root.path(), "juhe", "search") else {
        panic!("not refused")
    };
    assert!(
        failure.to_string().contains("person_risk.json"),
        "{failure}"
    );
    assert_eq!(files(root.path()), before);

    let told = begun(new::vendor(root.path(), "lanting", "search")).to_string();
    assert!(
        told.contains("another vendor's schemas have faults"),
        "{told}"
    );
    let made = root.path().join("crates/lanting/src/generated/search.rs");
    assert!(made.is_file(), "{told}");
}
