//! Numbers that look mistyped are told while nothing is paid for yet.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::Stdio;

use crate::support::{Said, zhixing};

/// Fails the check of GB 32100-2015; 91350100M000100Y43 passes.
const MISTYPED: &str = "91320594758983201R";

#[test]
fn a_check_warns_while_the_vendor_has_not_answered() {
    // A vendor that takes the call and never says a word: what stderr holds was written before a reply.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let host = format!("http://{}", listener.local_addr().unwrap());
    let mut child = zhixing(&["check", MISTYPED, "--vendor", "qcc"])
        .env("QCC_KEY", "k")
        .env("QCC_SECRET_KEY", "s")
        .env("QCC_BASE_URL", &host)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    let stderr = child.stderr.take().unwrap();
    BufReader::new(stderr).read_line(&mut line).unwrap();
    let over = child.try_wait().unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(over.is_none(), "the call is still waiting: {over:?}");
    assert!(line.contains("check digit"), "{line}");
    assert!(!line.contains(MISTYPED), "{line}");
}

#[test]
fn a_dry_run_warns_in_every_form_and_language() {
    let arguments = ["check", MISTYPED, "--sandbox", "--dry-run"];
    let said = |more: &[&str]| Said::by(&mut zhixing(&[&arguments, more].concat()));
    let json = said(&["--format", "json"]);
    assert_eq!(json.exit, 0, "{json:?}");
    assert_eq!(json.json()["warnings"][0]["about"], "subject");
    assert_eq!(json.failures()[0]["kind"], "check_digit");
    assert_eq!(json.failures()[0]["type"], "warning");
    let chinese = said(&["--lang", "zh"]);
    assert!(chinese.stderr.contains("统一社会信用代码"), "{chinese:?}");
    assert!(!chinese.stderr.contains("reads like"), "{chinese:?}");
    let right = Said::by(&mut zhixing(&[
        "check",
        "91350100M000100Y43",
        "--sandbox",
        "--dry-run",
    ]));
    assert_eq!(right.stderr, "");
}

#[test]
fn the_report_repeats_the_warning_in_its_own_language() {
    for format in ["table", "html"] {
        let arguments = ["check", MISTYPED, "--sandbox", "--lang", "zh", "--format"];
        let said = Said::by(&mut zhixing(&[&arguments[..], &[format]].concat()));
        assert!(said.stdout.contains("校验位"), "{said:?}");
        assert!(!said.stdout.contains("reads like"), "{said:?}");
    }
}
