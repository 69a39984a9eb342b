//! `check --dry-run`: what would be bought.

use std::net::TcpListener;

use serde_json::Value;

use crate::support::{COMPANY, Said, Server, zhixing};

fn rows<'a>(document: &'a Value, vendor: &str) -> Vec<&'a Value> {
    let sources = document["sources"].as_array().unwrap().iter();
    sources.filter(|it| it["vendor"] == vendor).collect()
}

#[test]
fn each_call_is_listed_with_its_host_and_nothing_is_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let host = format!("http://{}", listener.local_addr().unwrap());
    let arguments = [
        "check",
        COMPANY,
        "--person",
        "张德洲",
        "--id-number",
        "11010519491231002X",
        "--dry-run",
        "--format",
        "json",
    ];
    let mut command = zhixing(&arguments);
    command
        .env("JUHE_KEY", "hunter2")
        .env("JUHE_BASE_URL", &host);
    let said = Said::by(&mut command);
    assert_eq!(said.exit, 0, "{said:?}");
    assert!(listener.accept().is_err(), "nobody came");
    let document = said.json();
    // juhe is asked once for each of 失信, 被执行 and 限制消费.
    assert_eq!(
        (&document["dry_run"], &document["calls"]),
        (&true.into(), &3.into())
    );
    let juhe = rows(&document, "juhe");
    assert_eq!(juhe.len(), 3);
    for row in juhe {
        assert_eq!(
            (&row["state"], &row["host"]),
            (&"planned".into(), &host.clone().into())
        );
    }
    let qixin = rows(&document, "qixin");
    assert_eq!(qixin[0]["state"], "not_asked");
    assert_eq!(qixin[0]["reason"]["kind"], "not_configured");
    assert_eq!(qixin[0]["reason"]["variables"][0], "QIXIN_APPKEY");
    for secret in ["hunter2", "11010519491231002X"] {
        assert!(!said.stdout.contains(secret), "{said:?}");
    }
}

/// What it announces is what then happens.
#[test]
fn as_many_calls_are_announced_as_are_made() {
    let server = Server::start();
    let check = |more: &[&str]| {
        let arguments = [
            &["check", COMPANY, "--person", "张德洲", "--format", "json"],
            more,
        ]
        .concat();
        let said = Said::by(&mut server.zhixing(&arguments));
        assert_eq!(said.exit, 0, "{said:?}");
        said.json()
    };
    let announced = check(&["--dry-run"])["calls"].as_u64().unwrap();
    let report = check(&[]);
    let sources = report["sources"].as_array().unwrap();
    let made: u64 = sources.iter().map(|it| it["calls"].as_u64().unwrap()).sum();
    assert_eq!(announced, made);
    assert_eq!(check(&["--dry-run", "--all"])["further_pages"], true);
}

#[test]
fn what_would_be_refused_shows_before_it_is_tried() {
    // qcc's document: 213, keyword shorter than 2.
    let mut command = zhixing(&[
        "check",
        "x",
        "--vendor",
        "qcc",
        "--dry-run",
        "--format",
        "json",
    ]);
    command.env("QCC_KEY", "K").env("QCC_SECRET_KEY", "S");
    let said = Said::by(&mut command);
    assert_eq!(said.exit, 2, "{said:?}");
    assert_eq!(rows(&said.json(), "qcc")[0]["state"], "unusable");
    let nobody = Said::by(&mut zhixing(&["check", COMPANY, "--dry-run"]));
    assert_eq!(nobody.exit, 7, "{nobody:?}");
    let format = Said::by(&mut zhixing(&[
        "check",
        COMPANY,
        "--dry-run",
        "--format",
        "csv",
    ]));
    assert_eq!((format.exit, format.stdout.as_str()), (2, ""), "{format:?}");
}
