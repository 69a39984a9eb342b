//! What is written down of `cargo xtask diff`: the page for reviewers, and the schema of its JSON.

mod common;

use std::fs;

use common::diff::{arguments, commit, compare, git, history, staged, told_of};
use common::{fixture, repository, stage};
use xtask::diff::{Arguments, Format, Rule};

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
    for (_, _, report) in staged() {
        valid(&report.json());
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
            "{PAGE} is stale: `DIFF_UPDATE=1 cargo test -p xtask --test diff_page -- --test-threads 1`\n{wanted}"
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
    let rows = staged().iter().map(|(name, staged, report)| {
        let because = staged.because.as_deref().unwrap_or_default();
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
