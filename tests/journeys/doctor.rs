//! What the doctor says, and whom it contacts.

use std::io::{Read, Write};
use std::net::TcpListener;

use serde_json::Value;

use crate::support::{Said, zhixing};

fn doctor(arguments: &[&str], environment: &[(&str, &str)]) -> (Said, Value) {
    let mut command = zhixing(&[&["doctor", "--format", "json"], arguments].concat());
    command.envs(environment.iter().copied());
    let said = Said::by(&mut command);
    let document = said.json();
    (said, document)
}

/// The levels of a vendor's findings of one kind.
fn levels(document: &Value, vendor: &str, check: &str) -> Vec<String> {
    let findings = document["findings"].as_array().unwrap().iter();
    findings
        .filter(|it| it["vendor"] == vendor && it["check"] == check)
        .map(|it| it["level"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn without_credentials_it_says_what_each_vendor_takes() {
    let (said, document) = doctor(&[], &[]);
    assert_eq!(said.exit, 7, "{said:?}");
    for (vendor, variable) in [
        ("qixin", "QIXIN_SECRET_KEY"),
        ("cloudmarket", "CLOUDMARKET_URL"),
    ] {
        assert_eq!(levels(&document, vendor, "configured"), ["info"]);
        assert!(said.stdout.contains(variable));
    }
}

#[test]
fn keys_are_looked_at_and_never_shown() {
    let environment = [
        ("QIXIN_APPKEY", "hunter2\n"),
        ("QIXIN_SECRET_KEY", "hunter3"),
        ("QCC_KEY", "'hunter4'"),
        ("QCC_SECRET_KEY", "hunter5 hunter6"),
        ("XINSHU_APIKEY", "hunter7"),
        ("XINSHU_PRIVATE_KEY", "hunter7"),
        ("JUHE_KEY", "hunter8"),
        ("CLOUDMARKET_APPCODE", "hunter9"),
    ];
    let (said, document) = doctor(&[], &environment);
    assert_eq!(said.exit, 7, "{said:?}");
    assert!(!said.stdout.contains("hunter"), "{said:?}");
    assert_eq!(
        levels(&document, "qixin", "credential"),
        ["ok", "fault", "ok"]
    );
    assert_eq!(
        levels(&document, "qcc", "credential"),
        ["ok", "warning", "ok", "warning"]
    );
    assert_eq!(
        levels(&document, "xinshu", "credential"),
        ["ok", "ok", "warning"]
    );
    // No URL is printed for it, so it can not be asked with a code alone.
    assert_eq!(levels(&document, "cloudmarket", "configured"), ["fault"]);
    // xinshu's and juhe's documents print http://, the others https://.
    for (vendor, expected) in [
        ("xinshu", &["warning"][..]),
        ("juhe", &["warning"]),
        ("qixin", &[]),
        ("qcc", &[]),
    ] {
        assert_eq!(
            levels(&document, vendor, "encryption"),
            expected,
            "{vendor}"
        );
    }
}

#[test]
fn one_good_vendor_is_enough_and_plain_http_is_only_warned_about() {
    let (said, document) = doctor(&[], &[("JUHE_KEY", "k")]);
    assert_eq!(said.exit, 0, "{said:?}");
    assert_eq!(levels(&document, "juhe", "host"), ["ok"]);
    let (moved, document) = doctor(&[], &[("JUHE_KEY", "k"), ("JUHE_BASE_URL", "juhe.example")]);
    assert_eq!(moved.exit, 7, "{moved:?}");
    assert_eq!(levels(&document, "juhe", "host"), ["ok", "fault"]);
    for url in [
        "https://h:65536",
        "https://h:+80",
        "https://h:x",
        "https://[::1",
    ] {
        let (said, _) = doctor(&[], &[("JUHE_KEY", "k"), ("JUHE_BASE_URL", url)]);
        assert_eq!(said.exit, 7, "{said:?}");
    }
    for url in [
        "https://h:65535",
        "https://h:",
        "https://[::1]:1",
        "https://[::1]",
    ] {
        let (said, _) = doctor(&[], &[("JUHE_KEY", "k"), ("JUHE_BASE_URL", url)]);
        assert_eq!(said.exit, 0, "{said:?}");
    }
}

/// Answers one request with this date and hands back what was asked.
fn server(date: &str) -> (String, std::thread::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let host = format!("http://{}", listener.local_addr().unwrap());
    let reply = format!("HTTP/1.1 404 Not Found\r\ndate: {date}\r\ncontent-length: 0\r\n\r\n");
    let asked = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = [0; 4096];
        let read = stream.read(&mut request).unwrap();
        stream.write_all(reply.as_bytes()).unwrap();
        String::from_utf8_lossy(&request[..read]).into_owned()
    });
    (host, asked)
}

#[test]
fn online_it_asks_for_the_root_without_any_credential_and_compares_the_clock() {
    // 2001 is long ago: this clock is ahead by more than twenty years.
    let (host, asked) = server("Mon, 01 Jan 2001 00:00:00 GMT");
    let environment = [("JUHE_KEY", "hunter2"), ("JUHE_BASE_URL", &host)];
    let (said, document) = doctor(&["--online"], &environment);
    assert_eq!(said.exit, 0, "{said:?}");
    let request = asked.join().unwrap();
    assert!(request.starts_with("GET / HTTP/1.1\r\n"), "{request}");
    assert!(!request.contains("hunter2"), "{request}");
    assert_eq!(levels(&document, "juhe", "reachable"), ["ok"]);
    assert_eq!(levels(&document, "juhe", "clock"), ["warning"]);
    let findings = document["findings"].as_array().unwrap();
    let clock = findings.iter().find(|it| it["check"] == "clock").unwrap();
    let ahead = clock["clock_offset_seconds"].as_i64().unwrap();
    assert!(ahead > 20 * 365 * 86_400, "{ahead}");
}

#[test]
fn nobody_is_contacted_unless_asked_to_and_never_where_a_product_may_be() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let host = format!("http://{}", listener.local_addr().unwrap());
    let environment = [("JUHE_KEY", "k"), ("JUHE_BASE_URL", host.as_str())];
    doctor(&[], &environment);
    // The whole endpoint of this vendor is its variable: here the product itself is at the root.
    let endpoint = format!("{host}/?x=1");
    let environment = [
        ("CLOUDMARKET_APPCODE", "c"),
        ("CLOUDMARKET_URL", endpoint.as_str()),
    ];
    let (_, document) = doctor(&["--online"], &environment);
    assert_eq!(levels(&document, "cloudmarket", "reachable"), ["info"]);
    assert!(listener.accept().is_err(), "nobody came");
}

#[test]
fn a_host_that_is_down_is_exit_5() {
    let environment = [("JUHE_KEY", "k"), ("JUHE_BASE_URL", "http://127.0.0.1:1")];
    let (said, document) = doctor(&["--online"], &environment);
    assert_eq!(said.exit, 5, "{said:?}");
    assert_eq!(levels(&document, "juhe", "reachable"), ["fault"]);
}
