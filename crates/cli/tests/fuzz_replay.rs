//! Command lines and config files as the fuzzer writes them: what it begins with and what it found, as ordinary tests.
//! `FUZZ_CORPUS=fuzz/corpus cargo test -p zhixing-cli --test fuzz_replay` writes the seeds of a run.

#[path = "../../../fuzz/src/config.rs"]
mod config;
#[path = "../../../fuzz/src/corpus.rs"]
mod corpus;

use std::collections::BTreeMap;
use std::process::{Command, Stdio};

/// One word a line; a blank line between two command lines.
const LINES: &str = include_str!("fuzz_replay/command_lines.txt");
const FILES: &str = include_str!("fuzz_replay/config_files.toml");

/// Runs the command as a person would, without credentials, a home, or anything to read: so it cannot send.
fn run(line: &str) -> Option<i32> {
    let home = tempfile::tempdir().unwrap();
    let status = Command::new(env!("CARGO_BIN_EXE_zhixing"))
        .args(line.split('\n'))
        .env_clear()
        .env("HOME", home.path())
        .current_dir(home.path())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.unwrap().code()
}

#[test]
fn command_lines_end_with_a_code_of_the_table() {
    let lines: Vec<&str> = LINES.trim_end().split("\n\n").collect();
    assert!(lines.len() > 25, "{}", lines.len());
    let seeds: BTreeMap<String, Vec<u8>> = (0..)
        .map(|index: usize| format!("line-{index:02}"))
        .zip(lines.iter().map(|line| line.as_bytes().to_vec()))
        .collect();
    let mut words: Vec<&str> = LINES.split('\n').filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.dedup();
    words.extend(["\n", "--\n", "=", "--lang=zh"]);
    corpus::write("cli_arguments", &seeds, &corpus::dictionary(words));
    let found = corpus::findings("cli_arguments");
    for (name, line) in seeds.into_iter().chain(found) {
        let line = String::from_utf8_lossy(&line);
        // A zero byte is no part of an argument to any command.
        let code = run(&line.replace('\0', "0"));
        assert!(matches!(code, Some(0..=12)), "{name} {line:?}: {code:?}");
    }
}

#[test]
fn config_files_are_read_or_refused_without_their_values() {
    let files: Vec<&str> = FILES.split("# ----\n").collect();
    let mut seeds = BTreeMap::new();
    let mut good = 0;
    for (index, file) in files.iter().enumerate() {
        let read = config::check(file).unwrap_or_else(|finding| panic!("{file}: {finding}"));
        good += usize::from(read);
        seeds.insert(format!("file-{index:02}"), file.as_bytes().to_vec());
    }
    assert_eq!((good, files.len()), (5, 14), "the first are good");
    let words = [
        "[default.qixin]",
        "[profile.test.qcc]",
        "default_profile",
        "profile",
        "default",
        "appkey",
        "secret_key",
        "apikey",
        "private_key",
        "key",
        "appcode",
        "base_url",
        "url",
        "qixin",
        "xinshu",
        "qcc",
        "juhe",
        "cloudmarket",
        "\"\"\"",
        "'''",
        "[[",
        "\\u0041",
        "https://",
    ];
    corpus::write("config_file", &seeds, &corpus::dictionary(words));
    for (name, file) in corpus::findings("config_file") {
        let found = config::check(&String::from_utf8_lossy(&file));
        found.unwrap_or_else(|finding| panic!("{name}: {finding}"));
    }
}
