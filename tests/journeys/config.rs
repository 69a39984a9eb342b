//! The config file: where it is found, what it may hold, what wins.

use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

use crate::support::{COMPANY, FIVE, Said, Server, zhixing};

/// A file that only its owner may read.
fn written(text: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("zhixing.toml");
    std::fs::write(&path, text).unwrap();
    mode(&path, 0o600);
    (folder, path)
}

#[cfg(unix)]
fn mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

#[cfg(not(unix))]
fn mode(_: &Path, _: u32) {}

fn explain(path: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> (Said, Value) {
    let all = [&["config", "explain", "--format", "json"], arguments].concat();
    let mut command = zhixing(&all);
    command.arg("--config").arg(path);
    command.envs(environment.iter().copied());
    let said = Said::by(&mut command);
    let document = said.json();
    (said, document)
}

fn value<'a>(document: &'a Value, variable: &str) -> &'a Value {
    let values = document["values"].as_array().unwrap();
    let mut found = values.iter().filter(|it| it["environment"] == variable);
    found.next().unwrap_or_else(|| panic!("{variable}"))
}

const TWO: &str = r#"
[default.qixin]
appkey = "AK-default"
secret_key = "SK-default"

[profile.test.qixin]
appkey = "AK-test"
base_url = "http://127.0.0.1:9"

[profile.test.cloudmarket]
url = "https://example.invalid/x?token=T-1"
"#;

#[test]
fn each_value_tells_where_it_comes_from_and_no_secret() {
    let (_folder, path) = written(TWO);
    let (said, document) = explain(&path, &[], &[("JUHE_KEY", "JK-env"), ("QCC_KEY", "")]);
    assert_eq!((said.exit, said.stderr.as_str()), (0, ""), "{said:?}");
    assert_eq!(document["profile"], "default");
    for (variable, from, line) in [
        ("QIXIN_APPKEY", "file", Value::from(3)),
        ("QIXIN_BASE_URL", "document", Value::Null),
        ("JUHE_KEY", "environment", Value::Null),
        // Empty counts as unset.
        ("QCC_KEY", "not_set", Value::Null),
        ("CLOUDMARKET_URL", "not_set", Value::Null),
    ] {
        let value = value(&document, variable);
        assert_eq!(
            (&value["from"], &value["line"]),
            (&from.into(), &line),
            "{variable}"
        );
    }
    // Two credentials of three vendors and one of two, and five hosts.
    let values = document["values"].as_array().unwrap().iter();
    let of_the_five = values.filter(|it| FIVE.split(',').any(|vendor| it["vendor"] == vendor));
    assert_eq!(of_the_five.count(), 13);
    for secret in ["AK-", "SK-", "JK-"] {
        assert!(!said.stdout.contains(secret), "{said:?}");
    }
}

#[test]
fn a_profile_inherits_nothing_and_the_environment_wins() {
    let (_folder, path) = written(TWO);
    let environment = [("QIXIN_BASE_URL", "http://127.0.0.1:8")];
    let (said, document) = explain(&path, &["--profile", "test"], &environment);
    assert_eq!(value(&document, "QIXIN_APPKEY")["line"], 7);
    assert_eq!(value(&document, "QIXIN_SECRET_KEY")["from"], "not_set");
    assert_eq!(
        value(&document, "QIXIN_BASE_URL")["value"],
        "http://127.0.0.1:8"
    );
    // What may be a token in a URL is not shown either.
    assert!(!said.stdout.contains("T-1"), "{said:?}");

    let (_, by_variable) = explain(&path, &[], &[("ZHIXING_PROFILE", "test")]);
    assert_eq!(by_variable["profile"], "test");
    let (_, by_flag) = explain(
        &path,
        &["--profile", "default"],
        &[("ZHIXING_PROFILE", "test")],
    );
    assert_eq!(by_flag["profile"], "default");
    let (_folder, path) = written(&format!("default_profile = \"test\"\n{TWO}"));
    let (_, by_file) = explain(&path, &[], &[]);
    assert_eq!(by_file["profile"], "test");
}

#[test]
fn what_should_not_stand_there_is_told_by_line_with_what_may() {
    for (text, line, words) in [
        (
            "[default.qixn]\n",
            1,
            "qixin, xinshu, qcc, juhe, cloudmarket",
        ),
        (
            "\n[default.qcc]\nappkey = \"x\"\n",
            3,
            "key, secret_key, base_url",
        ),
        (
            "[profile.a.cloudmarket]\nbase_url = \"x\"\n",
            2,
            "appcode, url",
        ),
        (
            "[qixin]\nappkey = \"x\"\n",
            1,
            "default_profile, default, profile",
        ),
        ("[profile.default.qixin]\n", 1, "[default.VENDOR]"),
        ("[default.juhe]\nkey = 5\n", 2, "text in quotes"),
        ("[default]\nqcc = \"x\"\n", 2, "must be a table"),
        (
            "default_profile = \"b\"\n[profile.a.qcc]\n",
            1,
            "there are a",
        ),
        ("[default.juhe]\nkey = HUNTER2\n", 2, ""),
    ] {
        let (_folder, path) = written(text);
        let mut command = zhixing(&["check", COMPANY, "--config"]);
        let said = Said::by(command.arg(&path));
        assert_eq!(said.exit, 7, "{text}: {said:?}");
        let place = format!("zhixing.toml:{line}: ");
        assert!(said.stderr.contains(&place), "{text}: {said:?}");
        assert!(said.stderr.contains(words), "{text}: {said:?}");
        assert!(
            !said.stderr.contains("HUNTER2"),
            "no value in a message: {said:?}"
        );
        assert_eq!(said.stdout, "", "nobody was asked");
    }
    let (_folder, path) = written(TWO);
    let mut command = zhixing(&["check", COMPANY, "--profile", "tset", "--config"]);
    let said = Said::by(command.arg(&path));
    assert_eq!(said.exit, 7, "{said:?}");
    assert!(said.stderr.contains("default, test"), "{said:?}");
}

#[test]
fn it_is_found_where_users_keep_such_files_and_not_where_others_put_them() {
    let (folder, path) = written(TWO);
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir(home.path().join("zhixing")).unwrap();
    std::fs::copy(&path, home.path().join("zhixing/zhixing.toml")).unwrap();

    let run = |home: &Path| {
        let mut command = zhixing(&["config", "explain", "--format", "json"]);
        // A planted file in the current directory could move a host.
        command
            .current_dir(folder.path())
            .env("XDG_CONFIG_HOME", home);
        Said::by(&mut command).json()
    };
    assert_eq!(run(folder.path())["file"], Value::Null);
    #[cfg(unix)]
    assert_eq!(
        run(home.path())["file"],
        home.path().join("zhixing/zhixing.toml").to_str().unwrap()
    );

    let missing = Said::by(&mut zhixing(&[
        "doctor",
        "--config",
        "/nonexistent/zhixing.toml",
    ]));
    assert_eq!(missing.exit, 7, "{missing:?}");
    assert!(
        missing.stderr.contains("/nonexistent/zhixing.toml"),
        "{missing:?}"
    );
    let nameless = Said::by(&mut zhixing(&["doctor", "--profile", "test"]));
    assert_eq!(nameless.exit, 7, "a profile of no file: {nameless:?}");
}

#[cfg(unix)]
#[test]
fn others_reading_secrets_is_warned_about_and_others_reading_hosts_is_not() {
    let hosts = "[default.qcc]\nbase_url = \"http://127.0.0.1:9\"\n";
    for (text, bits, warned) in [
        (TWO, 0o600, false),
        (TWO, 0o640, true),
        (TWO, 0o604, true),
        // Who may write it can lead its credentials to a host of theirs.
        (TWO, 0o620, true),
        (TWO, 0o602, true),
        (hosts, 0o644, false),
    ] {
        let (_folder, path) = written(text);
        mode(&path, bits);
        let (said, _) = explain(&path, &[], &[]);
        assert_eq!(said.exit, 0, "{said:?}");
        assert_eq!(
            said.stderr.contains("config_readable_by_others"),
            warned,
            "{bits:o}: {said:?}"
        );
    }
}

/// The same lookup serves a call, a check and a verification.
#[test]
fn commands_ask_with_the_files_credentials() {
    let server = Server::start();
    let sandbox = |name: &str| server.variable(name).to_owned();
    let (folder, path) = written(&format!(
        "[profile.sandbox.qixin]\nappkey = \"{}\"\nsecret_key = \"{}\"\nbase_url = \"{}\"\n",
        sandbox("QIXIN_APPKEY"),
        sandbox("QIXIN_SECRET_KEY"),
        sandbox("QIXIN_BASE_URL"),
    ));
    let run = |arguments: &[&str]| {
        let mut command = zhixing(arguments);
        command
            .env("ZHIXING_CONFIG", &path)
            .env("ZHIXING_PROFILE", "sandbox");
        Said::by(&mut command)
    };
    let call = run(&[
        "call",
        "qixin",
        "execution_list_by_name",
        "keyword=博山鲁星环保机械厂",
        "--raw",
    ]);
    assert_eq!(call.exit, 0, "{call:?}");
    let reply = folder.path().join("reply.json");
    std::fs::write(&reply, &call.stdout).unwrap();
    let verify = run(&["verify", "qixin", reply.to_str().unwrap()]);
    assert_eq!(
        (verify.exit, verify.stdout.as_str()),
        (0, "verified\n"),
        "{verify:?}"
    );
    let check = run(&["check", COMPANY, "--format", "json"]);
    assert_eq!(check.exit, 0, "{check:?}");
    let doctor = run(&["doctor"]);
    assert_eq!(doctor.exit, 0, "{doctor:?}");
}

/// A variable of another encoding is one that somebody set: to pass it over would ask another host, or pay from another
/// account.
#[cfg(unix)]
#[test]
fn a_variable_that_is_no_text_is_not_passed_over() {
    use std::os::unix::ffi::OsStrExt;
    // 中 in GBK.
    let spoilt = std::ffi::OsStr::from_bytes(b"http://127.0.0.1:1/\xd6\xd0");
    let (_folder, path) = written(TWO);
    for variable in ["QIXIN_BASE_URL", "QIXIN_APPKEY", "ZHIXING_PROFILE"] {
        let mut command = zhixing(&["check", COMPANY, "--dry-run", "--format", "json"]);
        let said = Said::by(
            command
                .arg("--config")
                .arg(&path)
                .env(variable, spoilt)
                .env("QIXIN_SECRET_KEY", "S"),
        );
        assert_eq!((said.exit, said.stdout.as_str()), (7, ""), "{said:?}");
        assert!(said.stderr.contains(variable), "{said:?}");
        assert!(!said.stderr.contains("127.0.0.1"), "{said:?}");
    }
    let mut command = zhixing(&["config", "explain"]);
    let said = Said::by(command.env("ZHIXING_CONFIG", spoilt));
    assert_eq!((said.exit, said.stdout.as_str()), (7, ""), "{said:?}");
}
