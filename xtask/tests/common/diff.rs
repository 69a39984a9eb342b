//! What the tests of `cargo xtask diff` share.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use tempfile::TempDir;
use xtask::diff::{self, Arguments, Format, Report};

use super::staged::{Expected, Staged};
use super::{fixture, stage};

/// Compares two folders.
pub(crate) fn compare(old: &Path, new: &Path) -> Report {
    diff::folders(old, new).unwrap_or_else(|failure| panic!("{failure}"))
}

/// Each staged change with what is told of it, compared once for all tests.
pub(crate) fn staged() -> &'static [(String, Staged, Report)] {
    static ALL: OnceLock<Vec<(String, Staged, Report)>> = OnceLock::new();
    ALL.get_or_init(|| {
        let all = Staged::all().into_iter();
        all.map(|(name, staged)| {
            let (old, new) = staged.sides();
            let report = compare(old.path(), new.path());
            (name, staged, report)
        })
        .collect()
    })
}

/// What a report says of its one vendor, in the form of an expectation.
pub(crate) fn told(report: &Report) -> Vec<Expected> {
    let changes = report.crates.iter().flat_map(|one| &one.changes);
    changes
        .map(|change| Expected {
            operation: change.operation.clone(),
            path: change.path.clone(),
            rule: change.rule.id().to_owned(),
            what: change.what.clone(),
            by_hand: change.by_hand.is_some(),
        })
        .collect()
}

/// A repository with three commits: the base, a field more and version 0.3.0, and a status renamed.
pub(crate) fn history() -> TempDir {
    let root = stage(&[fixture("faults/base")]);
    let path = root.path();
    let manifest = |version: &str| {
        fs::create_dir_all(path.join("crates/acme")).expect("a folder");
        fs::write(
            path.join("Cargo.toml"),
            format!("[workspace.package]\nversion = \"{version}\"\n"),
        )
        .expect("a file");
        fs::write(
            path.join("crates/acme/Cargo.toml"),
            "[package]\nname = \"acme\"\nversion.workspace = true\n",
        )
        .expect("a file");
    };
    let edit = |file: &str, from: &str, to: &str| {
        let file = path.join("schemas/acme").join(file);
        let text = fs::read_to_string(&file).expect("a schema");
        assert!(text.contains(from), "{from}");
        fs::write(file, text.replacen(from, to, 1)).expect("a file");
    };
    manifest("0.2.5");
    git(path, &["init", "--quiet", "--initial-branch=main"]);
    commit(path, "one");
    git(path, &["tag", "v0.2.5"]);
    edit(
        "search.json",
        "\"caseNo\": {",
        "\"court\": { \"type\": \"string\", \"description\": \"The court.\" }, \"caseNo\": {",
    );
    manifest("0.2.6");
    commit(path, "two");
    edit("vendor.json", "\"TooFast\"", "\"TooOften\"");
    commit(path, "three");
    root
}

/// Runs git as somebody.
pub(crate) fn git(root: &Path, arguments: &[&str]) {
    let who = [
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@example.com",
        "-c",
        "commit.gpgsign=false",
    ];
    let output = Command::new("git")
        .arg("-C")
        .arg(root)
        .args(who)
        .args(arguments)
        .output();
    let output = output.expect("git runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

pub(crate) fn commit(root: &Path, message: &str) {
    git(root, &["add", "--all"]);
    git(root, &["commit", "--quiet", "--message", message]);
}

/// What to compare, and nothing else.
pub(crate) fn arguments(range: &str) -> Arguments {
    Arguments {
        range: range.into(),
        folders: None,
        vendor: None,
        format: Format::Md,
        changelog: false,
    }
}

pub(crate) fn told_of(root: &Path, arguments: &Arguments) -> String {
    let (text, is_whole) = diff::run(root, arguments).unwrap_or_else(|failure| panic!("{failure}"));
    assert!(is_whole, "{text}");
    text
}
