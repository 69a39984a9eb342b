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
    let [torture] = &came.crates[..] else {
        panic!("{}", came.markdown())
    };
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

/// A repository with three commits: the base, a field more and version 0.3.0, and a status renamed.
fn history() -> TempDir {
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

fn git(root: &Path, arguments: &[&str]) {
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

fn commit(root: &Path, message: &str) {
    git(root, &["add", "--all"]);
    git(root, &["commit", "--quiet", "--message", message]);
}

fn arguments(range: &str) -> Arguments {
    Arguments {
        range: range.into(),
        folders: None,
        vendor: None,
        format: Format::Md,
        changelog: false,
    }
}

fn told_of(root: &Path, arguments: &Arguments) -> String {
    let (text, is_whole) = diff::run(root, arguments).unwrap_or_else(|failure| panic!("{failure}"));
    assert!(is_whole, "{text}");
    text
}

#[test]
fn revisions_are_compared_as_git_names_them() {
    let root = history();
    let root = root.path();
    let told = |range: &str| told_of(root, &arguments(range));
    let index = fs::read(root.join(".git/index")).expect("the index");

    // Nothing differs between the last commit and the files.
    assert!(told("HEAD").ends_with("No change."));
    let addition = told("v0.2.5..HEAD~1");
    assert!(
        addition.contains(
            "| `acme` | addition | 1 addition | 0.2.5 → 0.2.6; is 0.2.6, which is enough |"
        ),
        "{addition}"
    );
    let breaking = told("HEAD~1..");
    assert!(
        breaking.contains("| `acme` | **breaking** | 1 breaking | 0.2.6 → 0.3.0 |"),
        "{breaking}"
    );
    let both = told("v0.2.5");
    assert!(
        both.contains("| 0.2.5 → 0.3.0; is 0.2.6, which is too low |"),
        "{both}"
    );
    assert!(both.starts_with("# Schemas: v0.2.5 ("), "{both}");
    assert!(both.contains(" → working tree\n"), "{both}");
    // What is in the files and in no commit counts.
    fs::write(root.join("schemas/acme/notes.json"), "{").expect("a file");
    let (_, is_whole) = diff::run(root, &arguments("HEAD")).expect("compared");
    assert!(!is_whole);
    fs::remove_file(root.join("schemas/acme/notes.json")).expect("it was there");

    // A branch is compared from where it parted.
    git(root, &["branch", "side", "HEAD~1"]);
    assert!(told("side..main").contains("**breaking**"));
    assert!(told("main..side").contains("**breaking**"));
    assert!(told("main...side").ends_with("No change."));

    let index_now = fs::read(root.join(".git/index")).expect("the index");
    assert!(index == index_now, "the repository's index was touched");
}

#[test]
fn what_cannot_be_compared_is_refused_with_a_hint() {
    let root = history();
    let refused = |arguments: &Arguments| {
        let failure = diff::run(root.path(), arguments).expect_err("refused");
        failure.to_string()
    };
    for range in ["nowhere", "HEAD..nowhere", "--output=x"] {
        let text = refused(&arguments(range));
        assert!(text.contains("There is no revision `"), "{text}");
        assert!(text.contains("git log"), "{text}");
    }
    let empty = tempfile::tempdir().expect("a folder");
    let no_schemas = Arguments {
        folders: Some(vec![root.path().to_owned(), empty.path().to_owned()]),
        ..arguments("HEAD")
    };
    assert!(refused(&no_schemas).contains("holds no schemas"));
    let no_vendor = Arguments {
        vendor: Some("nobody".into()),
        ..arguments("HEAD")
    };
    assert!(refused(&no_vendor).contains("Neither side has a vendor `nobody`"));
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

/// The kept schema allows members to come; a copy that allows none shows that none is forgotten in it.
#[test]
fn json_is_what_its_schema_says_and_nothing_more() {
    let file = repository().join("docs/diff.schema.json");
    let text = fs::read_to_string(file).expect("the schema");
    let mut schema: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    close(&mut schema);
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let valid = |json: &serde_json::Value| {
        let errors: Vec<String> = validator
            .iter_errors(json)
            .map(|error| error.to_string())
            .collect();
        assert!(errors.is_empty(), "{errors:#?}\n{json:#}");
    };
    for (_, staged) in Staged::all() {
        let (old, new) = staged.sides();
        valid(&compare(old.path(), new.path()).json());
    }
    let (base, torture) = (
        stage(&[fixture("faults/base")]),
        stage(&[fixture("torture/schemas")]),
    );
    valid(&compare(base.path(), torture.path()).json());
    fs::write(base.path().join("schemas/acme/vendor.json"), "{").expect("a file");
    let broken = compare(torture.path(), base.path()).json();
    assert_eq!(broken["whole"], false);
    valid(&broken);
    let root = history();
    let json = Arguments {
        format: Format::Json,
        ..arguments("HEAD~1..HEAD")
    };
    let json: serde_json::Value = serde_json::from_str(&told_of(root.path(), &json)).expect("JSON");
    valid(&json);
    let one = &json["crates"][0];
    let told = [
        "crate", "fate", "effect", "step", "version", "now", "next", "enough",
    ]
    .map(|key| one[key].clone());
    let expected = serde_json::json!([
        "acme", "changed", "breaking", "major", "0.2.6", "0.2.6", "0.3.0", false
    ]);
    assert_eq!(serde_json::Value::from(told.to_vec()), expected);
    assert_eq!(
        json["workspace"],
        serde_json::json!({ "version": "0.2.6", "now": "0.2.6", "next": "0.3.0" })
    );
    assert_eq!(one["changes"][0]["rule"], "status-renamed");
    assert_eq!(one["changes"][0]["path"], "/statuses/301");
    assert_eq!(one["changes"][0]["operation"], serde_json::Value::Null);
}

/// Forbids all members that a schema does not name.
fn close(schema: &mut serde_json::Value) {
    match schema {
        serde_json::Value::Object(map) => {
            map.values_mut().for_each(close);
            if map.get("type").is_some_and(|ty| ty == "object") {
                map.insert("additionalProperties".into(), false.into());
            }
        }
        serde_json::Value::Array(list) => list.iter_mut().for_each(close),
        _ => {}
    }
}

#[test]
fn the_changelog_has_what_users_see_under_its_headings() {
    let root = history();
    let changelog = Arguments {
        changelog: true,
        ..arguments("v0.2.5")
    };
    assert_eq!(
        told_of(root.path(), &changelog),
        "### Added\n\n#### `acme`\n\n\
         - `search` `/reply/data/items/court`: `court: Field<String>` was added to `Item`.\n\n\
         ### Changed\n\n#### `acme`\n\n\
         - **Breaking:** `/statuses/301`: `Status::TooFast` is now `Status::TooOften`."
    );
    let changelog = Arguments {
        changelog: true,
        ..arguments("HEAD")
    };
    assert_eq!(
        told_of(root.path(), &changelog),
        "<!-- Nothing that users of the crates would see. -->"
    );
}

fn page() -> String {
    fs::read_to_string(repository().join(PAGE)).expect("the page")
}

const PAGE: &str = "docs/reviewing-a-change.md";

/// Holds a table of the page against what it must be, or writes it if `DIFF_UPDATE` is set.
fn table(name: &str, wanted: &str) {
    let page = page();
    let (begin, end) = (
        format!("<!-- {name} -->\n"),
        format!("<!-- end of {name} -->"),
    );
    let (before, rest) = page.split_once(&begin).expect("the table begins");
    let (found, after) = rest.split_once(&end).expect("the table ends");
    if std::env::var_os("DIFF_UPDATE").is_some() {
        let page = format!("{before}{begin}{wanted}{end}{after}");
        fs::write(repository().join(PAGE), page).expect("the page");
    } else {
        assert!(
            found == wanted,
            "{PAGE} is stale: `DIFF_UPDATE=1 cargo test -p xtask --test diff -- --test-threads 1`\n{wanted}"
        );
    }
}

#[test]
fn the_page_lists_every_rule() {
    let rows = Rule::ALL
        .iter()
        .map(|rule| format!("| `{}` | {} | {} |\n", rule.id(), rule.effect(), rule.why()));
    table(
        "rules",
        &format!(
            "| rule | effect | why |\n|---|---|---|\n{}",
            rows.collect::<String>()
        ),
    );
}

#[test]
fn the_page_lists_what_the_judges_said() {
    let rows = Staged::all().into_iter().map(|(name, staged)| {
        let (old, new) = staged.sides();
        let report = compare(old.path(), new.path());
        let because = staged.because.unwrap_or_default();
        let name = name.replace('_', " ");
        let ours = report.crates[0].effect();
        format!(
            "| {name} | {ours} | {} | {} | {because} |\n",
            staged.rustc, staged.semver_checks
        )
    });
    let head = "| staged change | verdict | rustc | cargo-semver-checks | because |\n|---|---|---|---|---|\n";
    table("judges", &format!("{head}{}", rows.collect::<String>()));
}

/// The fenced block of a language that comes first behind a heading.
fn block<'p>(page: &'p str, heading: &str, language: &str) -> &'p str {
    let (_, behind) = page.split_once(heading).expect("the heading");
    let (_, behind) = behind
        .split_once(&format!("```{language}\n"))
        .expect("the block");
    behind.split_once("```").expect("its end").0
}

#[test]
fn the_example_of_the_page_is_what_the_command_says() {
    let page = page();
    let root = stage(&[repository().join("schemas")]);
    let path = root.path();
    fs::create_dir_all(path.join("crates/qcc")).expect("a folder");
    fs::write(
        path.join("Cargo.toml"),
        "[workspace.package]\nversion = \"0.1.0\"\n",
    )
    .expect("a file");
    fs::write(
        path.join("crates/qcc/Cargo.toml"),
        "[package]\nversion.workspace = true\n",
    )
    .expect("a file");
    git(path, &["init", "--quiet"]);
    commit(path, "one");
    git(path, &["tag", "v0.1.0"]);
    let mut file = path.to_owned();
    let mut lines = block(&page, "## An example", "diff").lines().peekable();
    while let Some(line) = lines.next() {
        if let Some(name) = line.strip_prefix("--- ") {
            file = path.join(name);
            continue;
        }
        let old = line
            .strip_prefix('-')
            .unwrap_or_else(|| panic!("`{line}` takes nothing away"));
        let mut new = Vec::new();
        while let Some(line) = lines.next_if(|line| line.starts_with('+')) {
            new.push(&line[1..]);
        }
        let text = fs::read_to_string(&file).expect("a schema");
        assert_eq!(
            text.matches(old).count(),
            1,
            "`{old}` does not stand once in its file"
        );
        fs::write(&file, text.replace(old, &new.join("\n"))).expect("a file");
    }
    let told = told_of(path, &arguments("v0.1.0"));
    // The first line names a commit, which is another in every run.
    let (_, told) = told.split_once('\n').expect("lines");
    let (first, shown) = block(&page, "`cargo xtask diff v0.1.0` then says", "markdown")
        .split_once('\n')
        .unwrap_or_default();
    assert!(first.starts_with("# Schemas: v0.1.0 ("), "{first}");
    assert_eq!(told, shown.trim_end());
}
