//! `cargo xtask diff` says what changed, and what it does to those who use the crate.

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use common::staged::{Expected, Staged};
use common::{fixture, repository, stage};
use tempfile::TempDir;
use xtask::diff::{self, Arguments, Effect, Fate, Format, Report, Rule};

fn compare(old: &Path, new: &Path) -> Report {
    diff::folders(&repository(), old, new).unwrap_or_else(|failure| panic!("{failure}"))
}

/// What a report says of its one vendor, in the form of an expectation.
fn told(report: &Report) -> Vec<Expected> {
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

#[test]
fn each_staged_change_is_told_in_full_and_nothing_else_is() {
    let mut wrong = Vec::new();
    for (name, mut staged) in Staged::all() {
        let (old, new) = staged.sides();
        let report = compare(old.path(), new.path());
        let faults: Vec<_> = report.crates.iter().flat_map(|one| &one.faults).collect();
        let mut told = told(&report);
        told.sort();
        staged.expected.sort();
        if !faults.is_empty() || told != staged.expected {
            wrong.push(format!(
                "{name}: {faults:#?}\ntold: {told:#?}\nexpected: {:#?}",
                staged.expected
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_rule_is_shown_by_a_staged_change() {
    let mut shown: BTreeSet<String> = Staged::all()
        .into_iter()
        .flat_map(|(_, staged)| staged.expected)
        .map(|expected| expected.rule)
        .collect();
    // These three have tests of their own below.
    shown.extend(["vendor-added", "vendor-removed", "unread"].map(str::to_owned));
    let rules: BTreeSet<String> = Rule::ALL.iter().map(|rule| rule.id().to_owned()).collect();
    assert_eq!(shown, rules);
}
