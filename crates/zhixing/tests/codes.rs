//! The table "What the vendors' codes mean for a call" of docs/reliability.md: each code of each vendor is answered by a server
//! on a socket, which counts what it is sent, and must come out as its row says. A code without a row fails, and so does a
//! row without a code.
#![cfg(feature = "reqwest")]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use zhixing::{Failure, Setup, VENDORS};
use zhixing_core::Answer;
use zhixing_core::error::Step;
use zhixing_core::request::Arguments;
use zhixing_core::spec::{Class, Operation, Vendor};
use zhixing_core::transport::{Body, HttpTransport, Limits, Transport};
use zhixing_sandbox::Sandbox;

/// What the table says of a code. Vendors that came later than the table's five have no rows.
#[derive(Debug)]
struct Row {
    class: String,
    counted: String,
    by_itself: String,
    next_step: String,
    vendor: String,
    code: String,
}

fn rows() -> Vec<Row> {
    let document = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/reliability.md");
    let text = std::fs::read_to_string(document).unwrap();
    let (_, section) = text.split_once("### What the vendors' codes mean").unwrap();
    let section = section.split("\n## ").next().unwrap();
    let mut rows = Vec::new();
    for line in section.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = line.trim_matches(['|', ' ']).split(" | ").collect();
        let [class, counted, by_itself, next_step, codes] = cells[..] else {
            panic!("{line}");
        };
        for of_vendor in codes.split("; ") {
            let (vendor, codes) = of_vendor.split_once(' ').unwrap();
            rows.extend(codes.split(", ").map(|code| Row {
                class: class.trim_matches('`').to_owned(),
                counted: counted.to_owned(),
                by_itself: by_itself.to_owned(),
                next_step: next_step.to_owned(),
                vendor: vendor.to_owned(),
                code: code.to_owned(),
            }));
        }
    }
    rows
}

/// The vendors that the table is of.
fn five() -> impl Iterator<Item = &'static Vendor> {
    let five = ["qixin", "xinshu", "qcc", "juhe", "cloudmarket"];
    let all = VENDORS.iter().map(|entry| entry.vendor);
    all.filter(move |it| five.contains(&it.name))
}

/// A call that each vendor's sandbox answers.
fn arguments(vendor: &str) -> Arguments {
    let given: &[(&str, &str)] = match vendor {
        "xinshu" => &[("q", "大量记录测试有限公司")],
        "qcc" => &[("searchKey", "大量记录测试有限公司")],
        "juhe" => &[("keyword", "x"), ("realname", "钱多页"), ("type", "2")],
        _ => &[("keyword", "大量记录测试有限公司")],
    };
    let start = Arguments::new();
    given.iter().fold(start, |arguments, (name, value)| {
        arguments.with(*name, *value)
    })
}

/// Answers every request with the same bytes and counts them.
async fn serve(reply: Vec<u8>) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let requests = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&requests);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = Vec::new();
            while !is_whole(&request) {
                if stream.read_buf(&mut request).await.unwrap_or(0) == 0 {
                    break;
                }
            }
            counted.fetch_add(1, Ordering::SeqCst);
            let _ = stream.write_all(&reply).await;
        }
    });
    (url, requests)
}

fn is_whole(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request).to_lowercase();
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return false;
    };
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    length.is_none_or(|length| body.len() >= length.parse().unwrap())
}

/// The time that long from now as an HTTP date, by days counted from a Thursday.
fn http_date(ahead: Duration) -> String {
    let since = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap()
        + ahead;
    let millis = i64::try_from(since.as_millis()).unwrap();
    let at = zhixing_core::clock::Timestamp::from_millis(millis)
        .unwrap()
        .to_string();
    let days = usize::try_from(since.as_secs() / 86_400).unwrap();
    let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][days % 7];
    let month: usize = at[5..7].parse().unwrap();
    let month = &"JanFebMarAprMayJunJulAugSepOctNovDec"[month * 3 - 3..month * 3];
    format!(
        "{weekday}, {} {month} {} {} GMT",
        &at[8..10],
        &at[..4],
        &at[11..19]
    )
}

/// The body of a reply with that code: alone where it is a refusal, with what goes with it where it is an answer.
async fn body(operation: &'static Operation, code: &str, class: Class, sandbox: &Sandbox) -> Body {
    if !matches!(class, Class::Success | Class::NoData) {
        let path = operation.envelope.code.iter().rev();
        let code = serde_json::Value::String(code.to_owned());
        let body = path.fold(code, |inner, key| serde_json::json!({ *key: inner }));
        return body.to_string().into();
    }
    let vendor = operation.vendor;
    let forced = Sandbox::builder().answer(vendor.name, code);
    let forced = forced.build().unwrap();
    let credentials = sandbox.clone();
    let setup = Setup::from_lookup(move |variable| credentials.lookup(variable));
    let client = zhixing::vendor(vendor.name)
        .unwrap()
        .connect(&setup)
        .unwrap();
    let now = zhixing_core::clock::Clock::now(&zhixing_core::clock::SystemClock);
    let request = client
        .caller()
        .prepare(operation, &arguments(vendor.name), now);
    let transport = forced.transport_for(vendor.name);
    let (request, limits) = (request.unwrap().to_http(), Limits::default());
    transport.send(&request, &limits).await.unwrap().body
}

/// What came of a call: class, counted, next step, requests.
async fn comes_to(
    vendor: &'static Vendor,
    http: &HttpTransport,
    sandbox: &Sandbox,
    reply: Vec<u8>,
) -> (String, String, String, usize) {
    let (url, requests) = serve(reply).await;
    let credentials = sandbox.clone();
    let host = vendor.base_url.environment;
    let http = http.clone();
    let setup = Setup::from_lookup(move |variable| {
        if variable == host {
            Some(url.clone())
        } else {
            credentials.lookup(variable)
        }
    });
    let setup = setup.transports(move |_| Arc::new(http.clone()));
    let client = zhixing::vendor(vendor.name)
        .unwrap()
        .connect(&setup)
        .unwrap();
    let operation = vendor.operations[0].name;
    let came = client.call_any(operation, arguments(vendor.name)).await;
    let requests = requests.load(Ordering::SeqCst);
    match came {
        Ok(outcome) => {
            assert_eq!(outcome.receipt.attempts as usize, requests);
            let class = match outcome.answer {
                Answer::Found => "success",
                Answer::None => "no_data",
            };
            let counted = outcome.receipt.counted().as_str();
            (class.into(), counted.into(), "nothing".into(), requests)
        }
        Err(error) => {
            assert_eq!(error.phase().sent(), "yes");
            assert_eq!(error.attempts() as usize, requests);
            // A report tells the step in a word as well, and of both the same.
            let told = Failure::from(&error);
            let word = Step::of_word(&told.step).unwrap_or_else(|| panic!("{told:?}"));
            match word {
                Step::AsDocumented => assert!(error.advice().is_some(), "{told:?}"),
                step => assert_eq!(told.next_step, step.sentence()),
            }
            let class = error.class().map_or("", Class::as_str);
            (
                class.into(),
                error.counted().as_str().into(),
                error.next_step(),
                requests,
            )
        }
    }
}

/// 请 asks the caller to do something, unless it begins 请求 ("request"): such words are advice, verbatim.
#[test]
fn what_a_code_asks_of_the_caller_is_its_advice() {
    let mut wrong = Vec::new();
    for vendor in five() {
        for status in vendor.statuses {
            let verbatim = status.advice.and_then(|advice| advice.verbatim);
            let asks = status.meaning.replace("请求", "").contains('请');
            if asks && !verbatim.is_some_and(|words| words.contains('请')) {
                wrong.push(format!(
                    "{} {}: {}",
                    vendor.name, status.code, status.meaning
                ));
            }
            if verbatim.is_some_and(|words| !status.meaning.contains(words)) {
                wrong.push(format!("{} {}: not its words", vendor.name, status.code));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn every_code_comes_to_what_its_row_says() {
    let (sandbox, http) = (
        Sandbox::new(),
        HttpTransport::new(&Limits::default()).unwrap(),
    );
    let rows = rows();
    let mut wrong = Vec::new();
    for row in &rows {
        let vendor = zhixing::vendor(&row.vendor)
            .unwrap_or_else(|| panic!("{row:?}"))
            .vendor;
        let (status, body) = match row.code.strip_prefix("HTTP ") {
            Some(http) => (http.to_owned(), "<html>".into()),
            None => {
                let Some(status) = vendor.statuses.iter().find(|it| it.code == row.code) else {
                    wrong.push(format!("the table has a code that is none: {row:?}"));
                    continue;
                };
                let operation = vendor.operations[0];
                let body = body(operation, &row.code, status.class, &sandbox).await;
                ("200".to_owned(), body)
            }
        };
        for ahead in [Duration::ZERO, Duration::from_secs(86_400)] {
            let expected = match row.by_itself.as_str() {
                "nothing" => 1,
                "asked again" => 3,
                "signed again, if the clock is wrong" if ahead.is_zero() => 1,
                "signed again, if the clock is wrong" => 2,
                other => panic!("{other}"),
            };
            let date = http_date(ahead);
            let length = body.len();
            let head = format!(
                "HTTP/1.1 {status} X\r\nDate: {date}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n"
            );
            let reply = [head.as_bytes(), &body].concat();
            let came = comes_to(vendor, &http, &sandbox, reply).await;
            let row_says = (
                row.class.clone(),
                row.counted.clone(),
                row.next_step.clone(),
                expected,
            );
            if came != row_says {
                wrong.push(format!(
                    "{} {} ({date})\n  table: {row_says:?}\n   came: {came:?}",
                    row.vendor, row.code
                ));
            }
        }
    }
    for vendor in five() {
        let http = vendor
            .http_statuses
            .iter()
            .map(|it| format!("HTTP {}", it.status));
        let codes = vendor.statuses.iter().map(|it| it.code.to_owned());
        for code in codes.chain(http) {
            let of_code = rows
                .iter()
                .filter(|row| row.vendor == vendor.name && row.code == code);
            if of_code.count() != 1 {
                wrong.push(format!("{} {code} has not one row", vendor.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
