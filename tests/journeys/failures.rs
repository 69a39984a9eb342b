//! Failures on stderr: one object a line where the answer is JSON, sentences where it is not.

use std::io::{Read, Write};

use serde_json::Value;

use crate::support::{COMPANY, Said, Server, zhixing};

/// Every member is always there.
const MEMBERS: [&str; 15] = [
    "type",
    "vendor",
    "operation",
    "list",
    "kind",
    "code",
    "class",
    "message",
    "sent",
    "counted",
    "next_step",
    "step",
    "http_status",
    "retry_after_seconds",
    "exit",
];

fn only(said: &Said) -> Value {
    let mut lines = said.failures();
    // That the reply is kept is told beside it.
    lines.retain(|line| line["kind"] != "kept_reply");
    let [failure] = lines.try_into().unwrap_or_else(|all| panic!("{all:?}"));
    let members: Vec<&str> = Value::as_object(&failure)
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(members, MEMBERS);
    assert_eq!(failure["exit"], said.exit, "{said:?}");
    failure
}

#[test]
fn a_check_and_a_call_fail_with_the_same_object() {
    let server = Server::start();
    let said =
        |arguments: &[&str]| Said::by(server.zhixing(arguments).env("QIXIN_SECRET_KEY", "wrong"));
    let call = said(&[
        "call",
        "qixin",
        "execution_list_by_name",
        "keyword=博山鲁星环保机械厂",
    ]);
    let check = said(&["check", COMPANY, "--vendor", "qixin", "--format", "json"]);
    let lines = said(&["check", COMPANY, "--vendor", "qixin", "--format", "ndjson"]);
    let failure = only(&call);
    for (member, expected) in [
        ("type", "failure"),
        ("vendor", "qixin"),
        ("operation", "execution_list_by_name"),
        ("code", "101"),
        ("class", "auth"),
        ("step", "check_key"),
        ("sent", "yes"),
        ("counted", "unknown"),
    ] {
        assert_eq!(failure[member], expected, "{member}");
    }
    assert_eq!(failure, only(&check));
    assert_eq!(failure, only(&lines));
    let table = said(&["check", COMPANY, "--vendor", "qixin", "--format", "html"]);
    assert!(table.stderr.starts_with("zhixing: qixin"), "{table:?}");
}

#[test]
fn what_fails_before_any_call_was_not_sent_and_not_counted() {
    for (arguments, kind, exit) in [
        (&["call", "qixn", "x"][..], "unknown_vendor", 2),
        (&["call", "--sandbox", "qixin", "x"], "unknown_operation", 2),
        // No credential mends a wrong name.
        (&["call", "qixin", "x"], "unknown_operation", 2),
        (
            &[
                "call",
                "--sandbox",
                "qixin",
                "execution_list_by_name",
                "keyword",
            ],
            "usage",
            2,
        ),
        (
            &["call", "qixin", "execution_list_by_name", "keyword=x"],
            "missing_credential",
            7,
        ),
        (&["check", "x", "--format", "ndjson"], "nobody_asked", 7),
        // Juhe asks about a person, and none is given: no credential would help. The blank is no part of a name.
        (
            &[
                "check",
                "--sandbox",
                "x",
                "--vendor",
                "juhe, juhe",
                "--format",
                "ndjson",
            ],
            "nobody_asked",
            2,
        ),
        (
            &["doctor", "--format", "json", "--config", "/nonexistent"],
            "config",
            7,
        ),
        (
            &["config", "explain", "--format", "json", "--profile", "p"],
            "unknown_profile",
            7,
        ),
    ] {
        let said = Said::by(&mut zhixing(arguments));
        let failure = only(&said);
        assert_eq!(
            (&failure["kind"], said.exit),
            (&kind.into(), exit),
            "{arguments:?}"
        );
        assert_eq!(
            (&failure["sent"], &failure["counted"]),
            (&"no".into(), &"no".into())
        );
        assert!(!failure["next_step"].as_str().unwrap().is_empty());
    }
}

/// RFC 9110, 15.5.8: it is the proxy that wants to know who asks, and no vendor refused a key.
#[test]
fn a_proxy_that_asks_for_a_password_is_no_refused_key() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let proxy = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let _ = stream.read(&mut [0; 4096]);
            let reply = "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n";
            let _ = stream.write_all(reply.as_bytes());
        }
    });
    // Its document prints http, so that the proxy answers in its place.
    let arguments = ["call", "xinshu", "executed_one_key_search", "q=张三"];
    let check = ["check", "张三", "--vendor", "xinshu", "--format", "html"];
    let asked = |arguments: &[&str]| {
        let mut command = zhixing(arguments);
        command.env("XINSHU_APIKEY", "K").env("HTTP_PROXY", &proxy);
        command
            .env("XINSHU_PRIVATE_KEY", "S")
            .env("http_proxy", &proxy);
        Said::by(&mut command)
    };
    let said = asked(&arguments);
    let failure = only(&said);
    assert_eq!((said.exit, &failure["class"]), (11, &Value::Null));
    let step = failure["next_step"].as_str().unwrap();
    assert!(step.contains("proxy"), "{step}");
    assert_eq!(failure["step"], "give_proxy_password");
    assert_eq!(failure["http_status"], 407);
    let chinese = asked(&[&check[..], &["--lang", "zh"]].concat());
    assert!(chinese.stderr.contains("代理的用户名"), "{chinese:?}");
}

/// cloudmarket's document prints no code for a wrong APPCODE: its gateway answers with HTTP 401.
#[test]
fn a_wrong_appcode_is_a_refused_key_and_no_odd_reply() {
    let server = Server::start();
    let said = |more: &[&str]| {
        let arguments = ["check", COMPANY, "--vendor", "cloudmarket", "--format"];
        let mut command = server.zhixing(&[&arguments[..], more].concat());
        Said::by(command.env("CLOUDMARKET_APPCODE", "hunter2"))
    };
    let english = said(&["json"]);
    assert_eq!(english.exit, 8, "{english:?}");
    assert_eq!(only(&english)["class"], "auth");
    // Nobody was asked, so that there is nothing to keep.
    assert!(!english.stderr.contains("kept_reply"), "{english:?}");
    let chinese = said(&["html", "--lang", "zh"]);
    assert!(chinese.stderr.contains("HTTP 错误 401"), "{chinese:?}");
    for english in ["the server", "check the", "cloudmarket dishonest"] {
        assert!(!chinese.stderr.contains(english), "{chinese:?}");
    }
    assert!(!format!("{english:?}{chinese:?}").contains("hunter2"));
}
