//! `cargo xtask diff` says what changed, and what it does to those who use the crate.

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use common::diff::{compare, staged, told};
use common::{fixture, repository, stage};
use serde_json::{Value, json};
use xtask::diff::{Effect, Fate, Rule};

#[test]
fn each_staged_change_is_told_in_full_and_nothing_else_is() {
    let mut wrong = Vec::new();
    for (name, staged, report) in staged() {
        let faults: Vec<_> = report.crates.iter().flat_map(|one| &one.faults).collect();
        let mut told = told(report);
        told.sort();
        let mut expected: Vec<_> = staged.expected.iter().collect();
        expected.sort();
        if !faults.is_empty() || !told.iter().eq(expected) {
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
    let expected = staged().iter().flat_map(|(_, staged, _)| &staged.expected);
    let mut shown: BTreeSet<String> = expected.map(|expected| expected.rule.clone()).collect();
    // These three have tests of their own below.
    shown.extend(["vendor-added", "vendor-removed", "unread"].map(str::to_owned));
    let rules: BTreeSet<String> = Rule::ALL.iter().map(|rule| rule.id().to_owned()).collect();
    assert_eq!(shown, rules);
}

#[test]
fn a_side_against_itself_is_no_change() {
    for layers in [repository().join("schemas"), fixture("torture/schemas")] {
        let root = stage(&[layers]);
        let report = compare(root.path(), root.path());
        assert!(report.crates.is_empty(), "{}", report.markdown());
        assert!(report.markdown().ends_with("No change.\n"));
        assert_eq!(report.next_of_workspace(), None);
    }
}

/// Members in another order say the same, wherever the order is not that of fields.
#[test]
fn the_order_of_a_files_members_says_nothing() {
    let old = stage(&[fixture("faults/base")]);
    let new = stage(&[fixture("faults/base")]);
    let file = new.path().join("schemas/acme/vendor.json");
    let text = fs::read_to_string(&file).expect("the vendor");
    let vendor: serde_json::Map<_, _> = serde_json::from_str(&text).expect("JSON");
    let turned: serde_json::Map<_, _> = vendor.into_iter().rev().collect();
    let turned = serde_json::to_string(&turned).expect("JSON");
    assert!(turned.starts_with("{\"statuses\""), "{turned}");
    fs::write(file, turned).expect("a file");
    assert!(compare(old.path(), new.path()).crates.is_empty());
}

#[test]
fn a_vendor_that_came_or_went_is_one_change() {
    let one = stage(&[fixture("faults/base")]);
    let two = stage(&[fixture("faults/base"), fixture("torture/schemas")]);
    let came = compare(one.path(), two.path());
    // The torture schemas are of two vendors.
    let [asking, torture] = &came.crates[..] else {
        panic!("{}", came.markdown())
    };
    assert_eq!((asking.name.as_str(), asking.fate), ("asking", Fate::Added));
    assert_eq!(
        (torture.name.as_str(), torture.fate),
        ("torture", Fate::Added)
    );
    assert_eq!(torture.effect(), Effect::Addition);
    let [change] = &torture.changes[..] else {
        panic!("{:?}", torture.changes)
    };
    assert!(
        change.what.starts_with("vendor `torture`"),
        "{}",
        change.what
    );
    assert!(
        change.what.ends_with("was added with `client`, `type`"),
        "{}",
        change.what
    );
    let went = compare(two.path(), one.path());
    assert_eq!(went.crates[0].fate, Fate::Removed);
    assert_eq!(went.crates[0].effect(), Effect::Breaking);
    assert_eq!(went.crates[0].changes[0].rule, Rule::VendorRemoved);
}

#[test]
fn a_side_with_faults_is_compared_as_far_as_it_can_be() {
    let old = stage(&[fixture("faults/base")]);
    let new = stage(&[fixture("faults/base")]);
    let edit = |file: &str, from: &str, to: &str| {
        let file = new.path().join("schemas/acme").join(file);
        let text = fs::read_to_string(&file).expect("a schema");
        assert!(text.contains(from), "{from}");
        fs::write(file, text.replacen(from, to, 1)).expect("a file");
    };
    // The operation has a fault, and a change besides it; the vendor has a change alone.
    edit("search.json", "\"The result.\"", "\"All that was found.\"");
    edit("search.json", "\"/data/items\"", "\"/data/nowhere\"");
    edit(
        "vendor.json",
        "https://api.acme.example",
        "https://open.acme.example",
    );
    let report = compare(old.path(), new.path());
    let one = &report.crates[0];
    assert!(!report.is_whole());
    assert_eq!((one.effect(), one.next()), (Effect::Unknown, None));
    let told = told(&report);
    let has = |rule: &str, path: &str| {
        told.iter()
            .any(|told| told.rule == rule && told.path == path)
    };
    assert!(has("host-changed", "/base_url"), "{told:#?}");
    assert!(
        has("unread", "/reply/properties/data/description"),
        "{told:#?}"
    );
    assert!(has("unread", "/records"), "{told:#?}");
    assert_eq!(told.len(), 3);
    let text = report.markdown();
    for words in ["### Faults", "/data/nowhere", "cannot be told", "Hint: "] {
        assert!(text.contains(words), "{words} is not in\n{text}");
    }

    // A file that is no JSON at all.
    fs::write(new.path().join("schemas/acme/search.json"), "{").expect("a file");
    let told = self::told(&compare(old.path(), new.path()));
    let unread = told
        .iter()
        .find(|told| told.rule == "unread")
        .expect("told");
    assert_eq!(unread.what, "`schemas/acme/search.json` went or is broken");
    // The other way round nothing panics either, and the vendor's own faults hide no file.
    fs::write(new.path().join("schemas/acme/vendor.json"), "[]").expect("a file");
    let report = compare(new.path(), old.path());
    assert!(!report.is_whole());
    assert!(self::told(&report).iter().all(|told| told.rule == "unread"));
}

#[test]
fn a_breaking_change_beside_a_fault_is_breaking_still() {
    let old = stage(&[fixture("faults/base")]);
    let new = stage(&[fixture("faults/base")]);
    let edit = |file: &str, from: &str, to: &str| {
        let file = new.path().join("schemas/acme").join(file);
        let text = fs::read_to_string(&file).expect("a schema");
        fs::write(file, text.replacen(from, to, 1)).expect("a file");
    };
    edit("search.json", "\"/data/items\"", "\"/data/nowhere\"");
    edit("vendor.json", "\"TooFast\"", "\"TooOften\"");
    assert_eq!(
        compare(old.path(), new.path()).crates[0].effect(),
        Effect::Breaking
    );
}

/// A broken dialect checks nothing, and what nothing checked is not compared as if it were sound.
#[test]
fn a_broken_dialect_is_a_fault_of_every_vendor_of_its_side() {
    let layers = [fixture("faults/base"), fixture("torture/schemas")];
    let whole = stage(&layers);
    let dialect = |root: &Path, file: &str| root.join("schemas/dialect").join(file);
    let broken: [&dyn Fn(&Path); 3] = [
        &|root| fs::write(dialect(root, "vendor.schema.json"), "{").expect("a file"),
        &|root| {
            let text = r#"{ "$id": "zhixing:dialect/operation", "type": 7 }"#;
            fs::write(dialect(root, "operation.schema.json"), text).expect("a file");
        },
        &|root| fs::remove_file(dialect(root, "operation.schema.json")).expect("it was there"),
    ];
    for break_it in broken {
        let new = stage(&layers);
        break_it(new.path());
        for (old, new) in [(&whole, &new), (&new, &whole)] {
            let report = compare(old.path(), new.path());
            let text = report.markdown();
            assert!(!report.is_whole(), "{text}");
            assert_eq!(report.crates.len(), 3, "{text}");
            assert!(text.contains("schemas/dialect"), "{text}");
            let effects = report.crates.iter().map(|one| one.effect());
            assert!(
                effects.into_iter().all(|it| it == Effect::Unknown),
                "{text}"
            );
        }
    }
}

/// Whatever order of the schemas is emitted, a swap in it is told with what it does, and never as having no effect.
#[test]
fn no_swap_that_changes_what_is_emitted_is_told_as_nothing() {
    let old = stage(&[fixture("faults/base")]);
    let new = stage(&[fixture("faults/base")]);
    let own = |root: &Path| {
        let files = xtask::codegen::generate(root, None).ok()?;
        let own = files.into_iter();
        Some(
            own.filter(|(file, _)| file.starts_with("crates/acme/"))
                .collect::<Vec<_>>(),
        )
    };
    let mut swapped = 0;
    for file in ["vendor.json", "search.json"] {
        let [before, after] = [&old, &new].map(|root| root.path().join("schemas/acme").join(file));
        let mut value: Value =
            serde_json::from_str(&fs::read_to_string(&before).expect("it")).expect("JSON");
        if file == "search.json" {
            value["lists"] = json!(["dishonest", "enforced"]);
        } else {
            let body = json!([{ "in": "query", "name": "key", "value": [{ "credential": "key" }] },
                { "in": "query", "name": "token", "value": [{ "value": "token" }] }]);
            value["auth"]["fields"] = body;
            value["auth"]["values"]
                .as_array_mut()
                .expect("a list")
                .push(json!({ "name": "more", "clock": "epoch-milliseconds" }));
            value["auth"]["fields"][1]["value"]
                .as_array_mut()
                .expect("a list")
                .push(json!({ "value": "more" }));
        }
        fs::write(&before, value.to_string()).expect("a file");
        let was = own(old.path()).expect("it is sound");
        let mut lists = Vec::new();
        pointers(&value, String::new(), &mut lists);
        for pointer in lists {
            let mut turned = value.clone();
            let list = turned.pointer_mut(&pointer).and_then(Value::as_array_mut);
            list.expect("a list").swap(0, 1);
            fs::write(&after, turned.to_string()).expect("a file");
            let is = own(new.path());
            if is.is_none() || is.as_ref() == Some(&was) {
                continue;
            }
            swapped += 1;
            let told = told(&compare(old.path(), new.path()));
            let rules: Vec<&str> = told.iter().map(|told| told.rule.as_str()).collect();
            let has_effect = rules.iter().any(|rule| *rule != "schema-only");
            assert!(has_effect, "{file}{pointer}: {told:#?}");
        }
        fs::copy(&before, &after).expect("a copy");
    }
    assert!(swapped >= 8, "{swapped}");
}

fn pointers(value: &Value, at: String, into: &mut Vec<String>) {
    match value {
        Value::Array(list) => {
            for (index, inner) in list.iter().enumerate() {
                pointers(inner, format!("{at}/{index}"), into);
            }
            if list.len() > 1 && list[0] != list[1] {
                into.push(at);
            }
        }
        Value::Object(members) => {
            for (key, inner) in members {
                pointers(inner, xtask::read::position::child(&at, key), into);
            }
        }
        _ => {}
    }
}

/// What is to be done by hand is looked up: what it names in quotation marks must stand in the page.
#[test]
fn what_is_done_by_hand_stands_where_it_is_said_to_stand() {
    let page = fs::read_to_string(repository().join("docs/adding-a-vendor.md"));
    let page = page.expect("the page");
    let one = stage(&[fixture("faults/base")]);
    let two = stage(&[fixture("faults/base"), fixture("torture/schemas")]);
    let mut said = Vec::new();
    for (old, new) in [(&one, &two), (&two, &one)] {
        let report = compare(old.path(), new.path());
        let changes = report.crates.into_iter().flat_map(|one| one.changes);
        said.extend(changes.filter_map(|change| change.by_hand));
    }
    let staged = staged().iter();
    let changes = staged
        .flat_map(|(_, _, report)| &report.crates)
        .flat_map(|one| &one.changes);
    said.extend(changes.filter_map(|change| change.by_hand.clone()));
    let (mut headings, mut files) = (0, 0);
    for line in said {
        assert!(!line.contains("step"), "{line}: steps are numbered anew");
        for heading in line
            .split('“')
            .skip(1)
            .filter_map(|rest| rest.split_once('”'))
        {
            headings += 1;
            let heading = heading.0;
            let is_there = [format!("**{heading}"), format!("## {heading}")];
            assert!(is_there.iter().any(|it| page.contains(it)), "{heading}");
        }
        let lists = line
            .split('`')
            .filter(|word| word.starts_with("crates/sandbox/"));
        for file in lists {
            files += 1;
            assert!(repository().join(file).is_file(), "{file}");
        }
    }
    assert!(headings > 3 && files > 1, "{headings} {files}");
}

#[test]
fn folders_need_no_dialect_and_no_git() {
    let old = fixture("faults/base");
    let new = tempfile::tempdir().expect("a folder");
    common::copy(&old, new.path());
    let file = new.path().join("acme/vendor.json");
    let text = fs::read_to_string(&file).expect("a schema");
    fs::write(&file, text.replace("\"TooFast\"", "\"TooOften\"")).expect("a file");
    let report = compare(&old, new.path());
    assert!(report.is_whole(), "{}", report.markdown());
    assert_eq!(report.crates[0].effect(), Effect::Breaking);
    // Without a manifest the step is told by its name.
    assert!(
        report.markdown().contains("| major (as from 1.0.0 on) |"),
        "{}",
        report.markdown()
    );
}
