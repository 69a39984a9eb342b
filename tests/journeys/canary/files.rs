//! Settings that are wrong: the config file, and variables with bad values.

use std::path::PathBuf;

use serde_json::json;
use tempfile::TempDir;

use super::markers::{CREDENTIAL, NOTHING, World};
use crate::support::{COMPANY, Said, zhixing};

fn written(text: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("zhixing.toml");
    std::fs::write(&path, text).unwrap();
    (folder, path)
}

/// Every way to get a line with a secret wrong: the reader of TOML would show the line.
#[test]
fn a_broken_config_file_shows_no_line_of_it() {
    let world = World::with(json!({}));
    let key = format!("{CREDENTIAL}6d8e4ffe7ca6e7403828");
    for text in [
        format!("[default.juhe]\nkey = {key}\n"),
        format!("[default.juhe]\nkey = \"{key}\n"),
        format!("[default.juhe]\nkey = '{key}\n'\n"),
        format!("[default.juhe]\nkey = \"{key}\\q\"\n"),
        format!("[default.juhe]\nkey = \"{key}\" \"{key}\"\n"),
        format!("[default.juhe]\nkey: \"{key}\"\n"),
        format!("[default.juhe]\nkey = [\"{key}\"]\n"),
        format!("[default.juhe]\nkey = {{ \"{key}\" = 1 }}\n"),
        format!("[default.juhe]\n{key}\n"),
        format!("[default.juhe]\n\"{key}\" = \"key\"\n"),
        format!("[default.juhe]\nkey = \"{key}\"\nkey = \"{key}\"\n"),
        format!("[default.juhe]\n\"{key}\" = 1\n\"{key}\" = 1\n"),
        format!("[default]\njuhe = \"{key}\"\n"),
        format!("default_profile = {key}\n"),
        format!("[\"{key}\"]\n"),
        format!("[default.\"{key}\"]\n"),
        format!("[default.juhe]\nbase_url = \"https://u:{key}@h\"\nkey = \"k\"\n"),
        format!("[default.juhe]\nbase_url = \"https://h/?k={key}\"\nkey = \"k\"\n"),
        format!("[default.cloudmarket]\nurl = \"ftp://h/?k={key}\"\nappcode = \"k\"\n"),
    ] {
        let (_folder, path) = written(&text);
        for lang in ["en", "zh"] {
            let options = ["--lang", lang, "-vv", "--vendor", "juhe,cloudmarket"];
            let mut command =
                zhixing(&[&["check", COMPANY, "--person", "某某"][..], &options].concat());
            let said = Said::by(command.arg("--config").arg(&path));
            assert_eq!(said.exit, 7, "{text}: {said:?}");
            assert_eq!(world.found(&said.stderr), NOTHING, "{text}: {said:?}");
            assert!(
                !said.stdout.to_lowercase().contains("canary"),
                "{text}: {said:?}"
            );
        }
    }
}

#[test]
fn a_variable_with_a_bad_value_is_named_and_not_shown() {
    let world = World::with(json!({}));
    for (variable, value) in [
        (
            "QIXIN_BASE_URL",
            format!("https://user:{CREDENTIAL}@h.test"),
        ),
        (
            "QIXIN_BASE_URL",
            format!("https://h.test/?token={CREDENTIAL}"),
        ),
        ("QIXIN_BASE_URL", CREDENTIAL.to_owned()),
        ("QIXIN_BASE_URL", format!("https://h.test/#{CREDENTIAL}")),
        ("QIXIN_APPKEY", format!("{CREDENTIAL}\n")),
        ("QIXIN_APPKEY", format!(" {CREDENTIAL}")),
        ("QIXIN_APPKEY", format!("\"{CREDENTIAL}\"")),
        ("QIXIN_SECRET_KEY", format!("{CREDENTIAL}\r")),
        ("HTTP_PROXY", format!("not a proxy {CREDENTIAL}")),
        ("LANG", CREDENTIAL.to_owned()),
        ("ZHIXING_ALLOW_PLAIN_HTTP_ID", CREDENTIAL.to_owned()),
    ] {
        for arguments in [
            &["check", COMPANY, "--vendor", "qixin", "--format", "json"][..],
            &["check", COMPANY, "--vendor", "qixin", "--dry-run"],
            &["doctor"],
            &["doctor", "--format", "json"],
        ] {
            let mut command = world.zhixing(&[arguments, &["-vv"]].concat(), &[]);
            let said = Said::by(command.env(variable, &value));
            let all = format!("{}{}", said.stdout, said.stderr).to_lowercase();
            assert!(!all.contains("canary"), "{variable}={value}: {said:?}");
        }
    }
}

/// The document's host is nobody's choice; any other host gets only what was set with it, or what both places name.
#[test]
fn a_host_of_one_place_gets_no_credential_of_the_other() {
    let world = World::with(json!({}));
    let keys = format!("appkey = \"{CREDENTIAL}-1\"\nsecret_key = \"{CREDENTIAL}-2\"\n");
    let host = "base_url = \"http://127.0.0.1:1\"\n";
    let variables = [("QIXIN_APPKEY", "k1"), ("QIXIN_SECRET_KEY", "k2")];
    let moved = ("QIXIN_BASE_URL", "http://127.0.0.1:1");
    let other = ("QIXIN_BASE_URL", "http://127.0.0.1:2");
    for (file, environment, refused) in [
        (format!("{keys}{host}"), vec![], false),
        (keys.clone(), vec![moved], true),
        (host.to_owned(), variables.to_vec(), true),
        (format!("{keys}{host}"), vec![variables[0]], true),
        (format!("{keys}{host}"), vec![other], true),
        // Both name it.
        (format!("{keys}{host}"), vec![moved], false),
        (keys.clone(), variables.to_vec(), false),
        (keys, vec![variables[0], variables[1], moved], false),
        (
            String::new(),
            vec![variables[0], variables[1], moved],
            false,
        ),
    ] {
        let (_folder, path) = written(&format!("[default.qixin]\n{file}"));
        let run = |arguments: &[&str]| {
            let mut command = zhixing(arguments);
            command.arg("--config").arg(&path).envs(environment.clone());
            Said::by(&mut command)
        };
        let asked = run(&[
            "check",
            COMPANY,
            "--vendor",
            "qixin",
            "--dry-run",
            "--format",
            "json",
        ]);
        let case = format!("{file:?} {environment:?}: {asked:?}");
        assert_eq!(asked.exit, if refused { 7 } else { 0 }, "{case}");
        assert_eq!(
            asked.stderr.contains("that was not set with it"),
            refused,
            "{case}"
        );
        assert_eq!(world.found(&asked.stderr), NOTHING, "{case}");
        let doctor = run(&["doctor", "--format", "json"]);
        let findings = doctor.json()["findings"].as_array().unwrap().clone();
        let fault = |it: &serde_json::Value| it["check"] == "origin" && it["level"] == "fault";
        assert_eq!(findings.iter().any(fault), refused, "{case}");
    }
}
