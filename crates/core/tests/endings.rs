//! The table "How a call can end" of docs/reliability.md: each row happens on real sockets, to a server that counts what it
//! is sent, and must come out as the table says. A row without a test fails, and so does a test without a row.
#![cfg(feature = "reqwest")]

#[path = "support/server.rs"]
mod server;
mod support;
#[path = "support/tls.rs"]
mod tls;

use std::collections::BTreeMap;
use std::sync::LazyLock;
use std::time::Duration;

use server::{Act, LIMITS, Server, reply};
use support::rushed::Rushed;
use support::{builder, plain, signed};
use tls::TlsServer;
use zhixing_core::client::{Budget, Builder, Caller};
use zhixing_core::clock::FixedClock;
use zhixing_core::error::Counted;
use zhixing_core::operation::{Reply, Request};
use zhixing_core::request::Arguments;
use zhixing_core::sign::Place;
use zhixing_core::spec::{Operation, Parameter, Rule};
use zhixing_core::transport::{HttpTransport, Limits};
use zhixing_core::{Answer, Error, Outcome};

/// What a call came to, as the table's columns have it: sent, counted, requests, attempts, told, next step.
type Ended = [String; 6];

const FOUND: &str = r#"{"error_code":0,"result":{"total":1,"list":[{"id":1}]}}"#;
/// Signed by openssl: printf '%s' 'total=0&secret_key=sEcReTmArKeR72' | openssl md5
const NONE_SIGNED: &str =
    r#"{"status":"201","data":{"total":0},"sign":"72778abd0316889d6a38031c7e45a0dc"}"#;
/// A clock that is wrong by what the server says: it shows 08:00.
const WRONG: &str = "2026-11-22T08:00:00Z";
const DATE: &str = "Date: Sun, 22 Nov 2026 08:10:00 GMT\r\n";

fn told<R: Reply>(came_to: Result<Outcome<R>, Error>, requests: usize) -> Ended {
    let counted = |counted: Counted| counted.as_str().to_owned();
    match came_to {
        Ok(outcome) => [
            "yes".into(),
            counted(outcome.receipt.counted()),
            requests.to_string(),
            outcome.receipt.attempts.to_string(),
            match outcome.answer {
                Answer::Found => "found".into(),
                Answer::None => "none".into(),
            },
            "nothing".into(),
        ],
        Err(error) => [
            error.phase().sent().into(),
            counted(error.counted()),
            requests.to_string(),
            error.attempts().to_string(),
            error.kind().as_str().into(),
            error.next_step(),
        ],
    }
}

async fn ask<R: Request>(
    builder: Builder<Caller>,
    url: &str,
    request: &R,
) -> Result<Outcome<R::Reply>, Error> {
    let caller = builder.base_url(url).timer(Rushed::new()).build().unwrap();
    caller.call(request).await
}

/// Patience for the short while that a stall is waited out.
const SHORT: Limits = Limits {
    connect: Duration::from_millis(200),
    attempt: Duration::from_millis(500),
    ..LIMITS
};

/// One for all, since each reads the system's certificates.
static TRANSPORT: LazyLock<HttpTransport> = LazyLock::new(|| HttpTransport::new(&SHORT).unwrap());

fn plainly() -> Builder<Caller> {
    builder(&plain::VENDOR, TRANSPORT.clone()).limits(LIMITS)
}

fn signing() -> Builder<Caller> {
    builder(&signed::VENDOR, TRANSPORT.clone()).limits(LIMITS)
}

/// A call to a server that does this, by the vendor that signs nothing.
async fn over(acts: Vec<Act>, limits: Limits) -> Ended {
    let server = Server::start(acts).await;
    let request = plain::Request::new("张德洲");
    let came_to = ask(plainly().limits(limits), &server.url(), &request).await;
    told(came_to, server.requests().len())
}

/// The same of the one that signs, by a clock that shows [`WRONG`].
async fn over_signed(acts: Vec<Act>) -> Ended {
    let server = Server::start(acts).await;
    let builder = signing().clock(FixedClock(WRONG.parse().unwrap()));
    let came_to = ask(builder, &server.url(), &signed::Request::new("x")).await;
    told(came_to, server.requests().len())
}

/// A call of which no request can arrive, to that URL.
async fn nowhere(url: &str) -> Ended {
    told(ask(plainly(), url, &plain::Request::new("张德洲")).await, 0)
}

async fn one(status: &str, headers: &str, body: &str) -> Ended {
    over(
        vec![Act::Reply(reply(status, headers, body.as_bytes()))],
        LIMITS,
    )
    .await
}

async fn bytes(act: fn(Vec<u8>) -> Act, bytes: &str) -> Ended {
    over(vec![act(bytes.into())], SHORT).await
}

fn free_port() -> u16 {
    let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    gone.local_addr().unwrap().port()
}

/// A port whose queue of connections is full: the kernel leaves further ones without an answer.
async fn full_queue() -> Ended {
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(0).unwrap();
    let address = listener.local_addr().unwrap();
    let mut queued = Vec::new();
    for _ in 0..8 {
        let connect = tokio::net::TcpStream::connect(address);
        queued.push(tokio::time::timeout(Duration::from_millis(50), connect).await);
    }
    assert!(queued.iter().any(Result::is_err), "the queue has an end");
    nowhere(&format!("http://{address}")).await
}

static LARGE: Operation = Operation {
    parameters: &[Parameter {
        name: "text",
        required: true,
        default: None,
        place: Place::Form,
        rule: Rule::Text { min: 0, max: None },
        role: None,
        personal: false,
        description: "Much.",
        verbatim: "多",
    }],
    vendor: &plain::VENDOR,
    name: "large",
    title: plain::OPERATION.title,
    section: "2",
    lists: &[],
    method: zhixing_core::spec::Method::Post,
    path: "/large",
    envelope: plain::OPERATION.envelope,
    reply: plain::OPERATION.reply,
    none: None,
    returned: None,
    paging: None,
};

/// The server resets the connection while most of 16 MB is still to come.
async fn cut_while_sending() -> Ended {
    let server = Server::blunt(b"").await;
    let builder = plainly().base_url(server.url()).timer(Rushed::new());
    let arguments = Arguments::new().with("text", "x".repeat(16 << 20));
    let caller = builder.build().unwrap();
    let came_to = caller.call_with::<plain::Reply>(&LARGE, arguments).await;
    assert!(
        (1..=4096).contains(&server.begun()),
        "once, and not to its end"
    );
    told(came_to, server.requests().len())
}

async fn untrusted() -> Ended {
    let server = TlsServer::start();
    let ended = nowhere(&format!("https://127.0.0.1:{}", server.port)).await;
    assert_eq!((server.connections(), server.sent()), (1, 0));
    ended
}

/// The first bytes of the handshake are answered so, and the connection is closed.
async fn hello(answer: &'static [u8], connections: usize) -> Ended {
    let server = Server::blunt(answer).await;
    let ended = nowhere(&format!("https://127.0.0.1:{}", server.port)).await;
    assert_eq!(server.connections(), connections);
    ended
}

async fn beyond_the_budget() -> Ended {
    let server = Server::start(vec![]).await;
    let builder = plainly().budget(Budget::new().calls(0));
    let came_to = ask(builder, &server.url(), &plain::Request::new("张德洲")).await;
    assert_eq!(server.connections(), 0);
    told(came_to, server.requests().len())
}

/// What happens under each name of the table's first column.
async fn happens(name: &str) -> Option<Ended> {
    let wrong_time = || Act::Reply(reply("200 OK", DATE, br#"{"status":"101"}"#));
    let again = || Act::Reply(reply("502 Bad Gateway", "", b"<html>"));
    let none = || Act::Reply(reply("200 OK", "", NONE_SIGNED.as_bytes()));
    Some(match name {
        "budget" => beyond_the_budget().await,
        "refused" => nowhere(&format!("http://127.0.0.1:{}", free_port())).await,
        "no_address" => {
            let mut ended = nowhere("http://nonexistent.invalid").await;
            // RFC 6761 has resolvers say that there is no such name. One that says nothing cannot be told from a host that does.
            if ended[4] == "timeout" {
                ended[4] = "transport".into();
            }
            ended
        }
        "connect_timeout" => full_queue().await,
        "certificate" => untrusted().await,
        "no_tls" => hello(b"HTTP/1.1 400 Bad Request\r\n\r\n", 1).await,
        "handshake_cut" => hello(b"", 3).await,
        "cut_while_sending" => cut_while_sending().await,
        "closed" => over(vec![Act::Close], LIMITS).await,
        "reset" => over(vec![Act::Reset(Vec::new())], LIMITS).await,
        "stalled" => bytes(Act::Stall, "").await,
        "stalled_in_head" => bytes(Act::Stall, "HTTP/1.1 200 OK\r\nContent-").await,
        "no_http" => bytes(Act::Last, "SESAME, open\r\n\r\n").await,
        "cut_in_head" => bytes(Act::Last, "HTTP/1.1 200 OK\r\nContent-").await,
        "stalled_in_body" => {
            bytes(Act::Stall, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{").await
        }
        "cut_in_body" => bytes(Act::Last, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{").await,
        "reset_in_body" => bytes(Act::Reset, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{").await,
        "too_large" => bytes(Act::Flood, "HTTP/1.1 200 OK\r\n\r\n").await,
        "bad_compression" => one("200 OK", "Content-Encoding: gzip\r\n", FOUND).await,
        "redirect" => one("302 Found", "Location: /elsewhere\r\n", "").await,
        "html" => one("200 OK", "Content-Type: text/html\r\n", "<html>").await,
        "empty_body" => one("200 OK", "", "").await,
        "truncated" => one("200 OK", "", &FOUND[..30]).await,
        "not_json" => one("200 OK", "", "error_code=0").await,
        "undecodable" => {
            let found = r#"{"error_code":0,"result":{"list":[{"odd":1e999}]}}"#;
            one("200 OK", "", found).await
        }
        "too_many_items" => {
            let limits = Limits {
                list_items: 0,
                ..LIMITS
            };
            over(
                vec![Act::Reply(reply("200 OK", "", FOUND.as_bytes()))],
                limits,
            )
            .await
        }
        "no_status" => one("200 OK", "", "{}").await,
        "shape" => one("200 OK", "", r#"{"error_code":0,"result":7}"#).await,
        "http_4xx" => one("404 Not Found", "", r#"{"message":"no route"}"#).await,
        "http_5xx" => one("500 Internal Server Error", "", "").await,
        "http_again" => over_signed(vec![again(), again(), again(), again()]).await,
        "http_again_then_none" => over_signed(vec![again(), none()]).await,
        "http_again_then_cut" => over_signed(vec![again(), Act::Close]).await,
        "http_later" => {
            let later = reply("503 Service Unavailable", "", b"");
            over_signed(vec![Act::Reply(later)]).await
        }
        "unsigned" => {
            let body = br#"{"status":"200","data":{"total":1,"items":[{}]}}"#;
            over_signed(vec![Act::Reply(reply("200 OK", "", body))]).await
        }
        "wrongly_signed" => {
            let body = br#"{"status":"200","data":{"total":1,"items":[{}]},"sign":"00"}"#;
            over_signed(vec![Act::Reply(reply("200 OK", "", body))]).await
        }
        "clock_then_none" => over_signed(vec![wrong_time(), none()]).await,
        "clock_then_refused" => over_signed(vec![wrong_time(), wrong_time(), wrong_time()]).await,
        "key_refused" => {
            let refused = reply("200 OK", "", br#"{"status":"101"}"#);
            over_signed(vec![Act::Reply(refused)]).await
        }
        "unknown_status" => one("200 OK", "", r#"{"error_code":7}"#).await,
        "none" => over_signed(vec![none()]).await,
        "found" => one("200 OK", "", FOUND).await,
        _ => return None,
    })
}

/// Every name that [`happens`] knows: a row that is taken out of the table is missed.
const NAMES: [&str; 42] = [
    "budget",
    "refused",
    "no_address",
    "connect_timeout",
    "certificate",
    "no_tls",
    "handshake_cut",
    "cut_while_sending",
    "closed",
    "reset",
    "stalled",
    "stalled_in_head",
    "no_http",
    "cut_in_head",
    "stalled_in_body",
    "cut_in_body",
    "reset_in_body",
    "too_large",
    "bad_compression",
    "redirect",
    "html",
    "empty_body",
    "truncated",
    "not_json",
    "undecodable",
    "too_many_items",
    "no_status",
    "shape",
    "http_4xx",
    "http_5xx",
    "http_again",
    "http_again_then_none",
    "http_again_then_cut",
    "http_later",
    "unsigned",
    "wrongly_signed",
    "clock_then_none",
    "clock_then_refused",
    "key_refused",
    "unknown_status",
    "none",
    "found",
];

/// The rows of the document's table: its first column, and its last six.
fn documented() -> BTreeMap<String, Ended> {
    let document = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/reliability.md");
    let text = std::fs::read_to_string(document).unwrap();
    let (_, section) = text.split_once("## How a call can end").unwrap();
    let (section, _) = section.split_once("### What the vendors' codes").unwrap();
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `"));
    let rows = rows.map(|line| {
        let cells: Vec<&str> = line.trim_end_matches(" |").split(" | ").collect();
        let [name, _, columns @ ..] = &cells[..] else {
            panic!("{line}");
        };
        let ended: [&str; 6] = columns.try_into().unwrap_or_else(|_| panic!("{line}"));
        (
            name.trim_end_matches('`').to_owned(),
            ended.map(str::to_owned),
        )
    });
    rows.collect()
}

#[tokio::test]
async fn every_ending_is_as_the_document_says() {
    let mut wrong = Vec::new();
    let documented = documented();
    for (name, expected) in &documented {
        match happens(name).await {
            None => wrong.push(format!("{name}: the table has a row that nothing tests")),
            Some(ended) if ended != *expected => {
                wrong.push(format!("{name}\n  table: {expected:?}\n   came: {ended:?}"));
            }
            Some(_) => {}
        }
    }
    for name in NAMES {
        if !documented.contains_key(name) {
            wrong.push(format!(
                "{name}: the table has no row\n   came: {:?}",
                happens(name).await
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
