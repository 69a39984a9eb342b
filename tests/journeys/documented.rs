//! `docs/command.md` and `docs/variables.md` say what the command does.

use std::path::Path;

use crate::support::{Said, zhixing};

fn text_of(page: &str) -> String {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    std::fs::read_to_string(docs.join(page)).unwrap()
}

fn page() -> String {
    text_of("command.md")
}

#[test]
fn every_exit_code_of_the_help_is_in_the_table_with_the_same_words() {
    let page = page();
    let help = Said::by(&mut zhixing(&["--help"])).stdout;
    let (_, table) = help.split_once("Exit codes:").unwrap();
    let lines: Vec<&str> = table
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    assert_eq!(lines.len(), 15);
    for line in lines {
        let (code, meaning) = line.split_once("  ").unwrap();
        assert!(page.contains(&format!("| {code} | {meaning} |")), "{line}");
    }
}

#[test]
fn every_value_that_is_read_is_in_the_table_with_its_key() {
    let page = text_of("variables.md");
    let values = Said::by(&mut zhixing(&["config", "explain", "--format", "json"])).json();
    let values = values["values"].as_array().unwrap();
    assert!(!values.is_empty());
    for value in values {
        let text = |member: &str| value[member].as_str().unwrap().to_owned();
        let line = format!(
            "| `{}` | `[….{}]` `{}` |",
            text("environment"),
            text("vendor"),
            text("key")
        );
        assert!(page.contains(&line), "{line}");
    }
}

/// The example of the page is a config file.
#[test]
fn the_example_is_read() {
    let page = page();
    let (_, example) = page.split_once("```toml\n").unwrap();
    let (example, _) = example.split_once("```").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("zhixing.toml");
    std::fs::write(&path, example).unwrap();
    let mut command = zhixing(&["config", "explain", "--format", "json", "--config"]);
    let said = Said::by(command.arg(&path));
    assert_eq!(
        (said.exit, &said.json()["profile"]),
        (0, &"work".into()),
        "{said:?}"
    );
}
