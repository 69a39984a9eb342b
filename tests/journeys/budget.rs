//! `check --max-calls`: a bound on what a report may cost.

use std::io::{Read, Write};
use std::net::TcpListener;

use serde_json::{Value, json};

use crate::support::{COMPANY, FIVE, Said, Server, source, zhixing};

fn check(server: &Server, more: &[&str]) -> Said {
    let arguments = ["check", COMPANY, "--vendor", FIVE];
    Said::by(&mut server.zhixing(&[&arguments[..], more].concat()))
}

/// Four of the five can be asked about a company alone. What does not fit is not sent, and its source says so.
#[test]
fn no_more_calls_are_made_than_are_allowed() {
    let server = Server::start();
    for (allowed, stopped, exit) in [("0", 4, 13), ("3", 1, 13), ("4", 0, 0)] {
        let said = check(&server, &["--max-calls", allowed, "--format", "json"]);
        assert_eq!(said.exit, exit, "{said:?}");
        let report = said.json();
        let sources = report["sources"].as_array().unwrap();
        let calls: u64 = sources.iter().filter_map(|it| it["calls"].as_u64()).sum();
        assert_eq!(calls.to_string(), allowed, "{report}");
        let budget = |source: &&Value| source["error"]["kind"] == "budget";
        let of_budget: Vec<&Value> = sources.iter().filter(budget).collect();
        assert_eq!(of_budget.len(), stopped);
        for source in of_budget {
            assert_eq!(source["state"], "unavailable");
            let error = &source["error"];
            assert_eq!(
                (&error["sent"], &error["counted"]),
                (&"no".into(), &"no".into())
            );
        }
    }
}

#[test]
fn it_is_told_in_the_readers_language_and_refused_where_nothing_is_sent() {
    let server = Server::start();
    let said = check(&server, &["--max-calls", "0", "--lang", "zh"]);
    assert!(
        said.stdout.contains("已到调用上限，此次调用未发出"),
        "{said:?}"
    );
    assert!(
        said.stdout.contains("提高调用上限（--max-calls）"),
        "{said:?}"
    );
    let said = check(&server, &["--max-calls", "0"]);
    let english = "the budget of 0 calls is used up; the call was not sent";
    assert!(said.stdout.contains(english), "{said:?}");
    for wrong in [
        &["--max-calls", "3", "--dry-run"][..],
        &["--max-calls", "-1"],
    ] {
        assert_eq!(check(&server, wrong).exit, 2);
    }
}

/// A standing bound holds for every report, and the command line's before it. A bound that says nothing spends nothing.
#[test]
fn a_bound_may_stand_in_the_environment() {
    let server = Server::start();
    let check = |bound: &str, more: &[&str]| {
        let arguments = [&["check", COMPANY, "--vendor", FIVE][..], more].concat();
        Said::by(server.zhixing(&arguments).env("ZHIXING_MAX_CALLS", bound))
    };
    assert_eq!(check("3", &[]).exit, 13);
    assert_eq!(check("3", &["--max-calls", "4"]).exit, 0);
    assert_eq!(check("", &[]).exit, 0);
    assert_eq!(check("0", &["--dry-run"]).exit, 0);
    for wrong in ["many", "-1", "3 "] {
        let said = check(wrong, &["--format", "json"]);
        assert_eq!((said.exit, said.stdout.as_str()), (2, ""), "{said:?}");
        assert!(said.stderr.contains("ZHIXING_MAX_CALLS is not"), "{said:?}");
    }
}

/// A list of more pages than are fetched: what is said to do is something that the command can.
#[test]
fn a_walk_that_stops_at_its_hundredth_page_says_how_to_get_the_rest() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let host = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for (page, mut stream) in listener.incoming().flatten().enumerate() {
            let _ = stream.read(&mut [0; 4096]);
            let rows = (0..20).map(|row| json!({"LimitList": [{"Name": format!("{page}-{row}")}]}));
            let body = json!({
                "Status": "200", "Message": "查询成功", "OrderNumber": "7",
                "Paging": {"PageSize": 20, "PageIndex": page + 1, "TotalRecords": 100_000},
                "Result": {"VerifyResult": 1, "Data": rows.collect::<Vec<_>>()},
            });
            let body = body.to_string();
            let length = body.len();
            let head = format!("Content-Length: {length}\r\nConnection: close");
            let _ = stream.write_all(format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n{body}").as_bytes());
        }
    });
    for (format, lang, step) in [
        ("json", "en", "call the operation for the further pages"),
        ("html", "zh", "`zhixing call` 按页码逐页查询"),
    ] {
        let mut command = zhixing(&["check", COMPANY, "--vendor", "qcc", "--all"]);
        command.args(["--format", format, "--lang", lang]);
        command.env("QCC_KEY", "K").env("QCC_SECRET_KEY", "S");
        let said = Said::by(command.env("QCC_BASE_URL", &host));
        assert!(said.stderr.contains(step), "{}", said.stderr);
        assert!(!said.stderr.contains("raise the limit"), "{}", said.stderr);
        if format == "json" {
            let report = said.json();
            let qcc = source(&report, "qcc");
            assert_eq!(
                (&qcc["calls"], &qcc["fetched"]),
                (&100.into(), &2000.into())
            );
        }
    }
}
