//! Completions and manual pages: those kept in the repository are those of this command, and shells load
//! them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::{Said, zhixing};

/// The shells and their files, named as each shell looks for them.
const COMPLETIONS: [(&str, &str); 5] = [
    ("bash", "zhixing.bash"),
    ("zsh", "_zhixing"),
    ("fish", "zhixing.fish"),
    ("powershell", "_zhixing.ps1"),
    ("elvish", "zhixing.elv"),
];

fn kept(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries =
        std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            // A checkout on Windows may have other line ends.
            (
                name,
                std::fs::read_to_string(path).unwrap().replace("\r\n", "\n"),
            )
        })
        .collect()
}

/// Lists every file that is stale, missing or orphaned.
fn compare(kept: &BTreeMap<String, String>, made: &BTreeMap<String, String>, mend: &str) {
    let names = kept.keys().chain(made.keys());
    let stale: std::collections::BTreeSet<_> = names
        .filter(|name| kept.get(*name) != made.get(*name))
        .collect();
    assert!(
        stale.is_empty(),
        "stale, missing or orphaned: {stale:?}\nmend with: {mend}"
    );
}

#[test]
fn the_kept_completions_are_the_commands_own() {
    let made = COMPLETIONS.map(|(shell, file)| {
        let said = Said::by(&mut zhixing(&["completions", shell]));
        assert_eq!(said.exit, 0, "{said:?}");
        (file.to_owned(), said.stdout)
    });
    let folder = "crates/cli/completions";
    let mend: Vec<String> = COMPLETIONS
        .iter()
        .map(|(shell, file)| {
            format!("cargo run -q -p zhixing-cli -- completions {shell} > {folder}/{file}")
        })
        .collect();
    compare(
        &files(&kept("completions")),
        &BTreeMap::from(made),
        &format!("\n{}", mend.join("\n")),
    );
}

#[test]
fn the_kept_manual_pages_are_the_commands_own() {
    let folder = tempfile::tempdir().unwrap();
    let said = Said::by(&mut zhixing(&["man", folder.path().to_str().unwrap()]));
    assert_eq!((said.exit, said.stdout.as_str()), (0, ""), "{said:?}");
    let made = files(folder.path());
    let mend = "rm crates/cli/man/*; cargo run -q -p zhixing-cli -- man crates/cli/man";
    compare(&files(&kept("man")), &made, mend);
    let first = Said::by(&mut zhixing(&["man"]));
    assert_eq!(Some(&first.stdout), made.get("zhixing.1"));
}

/// Runs a script in that shell, if it is there.
fn shell(program: &str, arguments: &[&str]) -> Option<String> {
    match Command::new(program).args(arguments).output() {
        Ok(output) => {
            assert!(output.status.success(), "{output:?}");
            assert!(output.stderr.is_empty(), "{output:?}");
            Some(String::from_utf8(output.stdout).unwrap())
        }
        Err(error) => {
            eprintln!("skipped: {program}: {error}");
            None
        }
    }
}

#[test]
fn bash_completes_commands_options_and_their_values() {
    let file = kept("completions").join("zhixing.bash");
    // What bash itself does when TAB is pressed.
    let complete = |words: &str| {
        let script = format!(
            "source '{}'; COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); \
             _zhixing zhixing \"${{COMP_WORDS[COMP_CWORD]}}\" \"${{COMP_WORDS[COMP_CWORD-1]}}\"; echo \"${{COMPREPLY[*]}}\"",
            file.display()
        );
        shell("bash", &["--norc", "-c", &script])
    };
    for (words, expected) in [
        ("zhixing do", "doctor"),
        ("zhixing config ex", "explain"),
        ("zhixing check --dry", "--dry-run"),
        ("zhixing check --format nd", "ndjson"),
        ("zhixing doctor --lang z", "zh"),
    ] {
        if let Some(completed) = complete(words) {
            assert_eq!(completed.trim(), expected, "{words}");
        }
    }
}

#[test]
fn zsh_loads_the_completions() {
    let folder = kept("completions");
    let script = format!(
        "fpath=('{}' $fpath); autoload -Uz compinit; compinit -u -D; print -r -- $_comps[zhixing]",
        folder.display()
    );
    if let Some(completed) = shell("zsh", &["-f", "-c", &script]) {
        assert_eq!(completed.trim(), "_zhixing");
    }
}
