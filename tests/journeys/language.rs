//! Chinese and English, for people only.

use crate::support::{COMPANY, Said, Server, zhixing};

#[test]
fn complaints_tables_and_next_steps_are_in_the_language_asked_for() {
    let vendor = Said::by(&mut zhixing(&["verify", "x", "-", "--lang", "zh"]));
    assert!(vendor.stderr.contains("没有数据商 `x`"), "{vendor:?}");
    let mut command = zhixing(&["vendors"]);
    let locale = Said::by(command.env("LANG", "zh_CN.UTF-8"));
    assert!(locale.stdout.contains("数据商"), "{locale:?}");
    let overruled = Said::by(command.args(["--lang", "en"]));
    assert!(!overruled.stdout.contains("数据商"), "{overruled:?}");

    let server = Server::start();
    let arguments = [
        "check", COMPANY, "--vendor", "qixin", "--format", "html", "--lang", "zh",
    ];
    let said = Said::by(server.zhixing(&arguments).env("QIXIN_SECRET_KEY", "wrong"));
    // The document's own words for 101.
    assert!(
        said.stderr.contains("状态码 101「Appkey 无效」"),
        "{said:?}"
    );
}

/// A complaint is a line of what is wrong and a line of what to do.
#[test]
fn every_complaint_says_what_to_do_in_the_language_asked_for() {
    let chinese = |text: &str| {
        text.chars()
            .any(|it| ('\u{4e00}'..='\u{9fff}').contains(&it))
    };
    for arguments in [
        &["verify", "qixn", "-"][..],
        &["check", COMPANY],
        &["check", "", "--sandbox"],
        &["check", COMPANY, "--person", "\u{3000}", "--sandbox"],
        &["check", COMPANY, "--sandbox", "--bom"],
        &[
            "check",
            COMPANY,
            "--sandbox",
            "--dry-run",
            "--format",
            "csv",
        ],
        &["check", COMPANY, "--sandbox", "--output", "nowhere/report"],
        &["check", COMPANY, "--profile", "x", "--config", "Cargo.lock"],
        &["check", COMPANY, "--config", "nowhere/zhixing.toml"],
        &["drift", "Cargo.toml"],
        &["drift", "nowhere.json"],
        &["drift", "--vendor", "qcc", "--operation", "x", "a.json"],
        &["verify", "juhe", "nowhere.json"],
        &["verify", "qixin", "nowhere.json"],
        &["verify", "qixin", "Cargo.toml"],
        &["sandbox", "--scenario", "nowhere.json"],
        &["sandbox", "--scenario", "Cargo.toml"],
    ] {
        for lang in ["en", "zh"] {
            let mut command = zhixing(&[arguments, &["--lang", lang]].concat());
            let said = Said::by(command.current_dir(env!("CARGO_MANIFEST_DIR")));
            let lines: Vec<&str> = said.stderr.lines().collect();
            let [.., wrong, step] = lines[..] else {
                panic!("{arguments:?} {lang}: {said:?}");
            };
            assert!(wrong.starts_with("zhixing: "), "{arguments:?}: {said:?}");
            let step = step.strip_prefix("  → ");
            let step = step.unwrap_or_else(|| panic!("{arguments:?}: {said:?}"));
            let (wrong, step) = (chinese(wrong), chinese(step));
            // English has Chinese names in it, but no Chinese advice.
            assert_eq!(
                (wrong || lang == "en", step),
                (true, lang == "zh"),
                "{said:?}"
            );
        }
    }
}

/// Reasons come from the facade in English: a new one there must be told here too.
#[test]
fn no_reason_for_not_asking_is_left_in_english() {
    for (arguments, environment) in [
        (&["--vendor", "qcc"][..], None),
        (&[], None),
        (&["--vendor", "juhe"], Some(("JUHE_KEY", "k"))),
    ] {
        let mut command =
            zhixing(&[&["check", COMPANY, "--dry-run", "--lang", "zh"], arguments].concat());
        let said = Said::by(command.envs(environment));
        for english in ["not among", "not configured", "asks about", "needs"] {
            assert!(!said.stdout.contains(english), "{said:?}");
        }
        assert!(said.stdout.contains("未查询"), "{said:?}");
    }
}

#[test]
fn what_machines_read_is_the_same_in_every_language() {
    for arguments in [
        &["check", "--sandbox", COMPANY, "--format", "json"][..],
        &["check", "--sandbox", COMPANY, "--format", "ndjson"],
        &["check", "--sandbox", COMPANY, "--format", "csv"],
        &[
            "check",
            "--sandbox",
            COMPANY,
            "--dry-run",
            "--format",
            "json",
        ],
        &["vendors", "--format", "json"],
        &["config", "explain", "--format", "json"],
        &["doctor", "--format", "json"],
        &["call", "qixn", "x"],
    ] {
        let mut said = ["en", "zh"].map(|lang| {
            let said = Said::by(&mut zhixing(&[arguments, &["--lang", lang]].concat()));
            // A table of sources stands beside csv, for people.
            let talk = if arguments.contains(&"csv") {
                String::new()
            } else {
                said.stderr
            };
            (said.exit, without_instants(&said.stdout), talk)
        });
        let [en, zh] = &mut said;
        assert_eq!(en, zh, "{arguments:?}");
    }
}

/// When something was asked differs between two runs.
fn without_instants(text: &str) -> String {
    let lines = text.lines();
    lines
        .filter(|line| !line.contains("asked_at"))
        .collect::<Vec<_>>()
        .join("\n")
}
