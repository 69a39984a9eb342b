//! What the libraries below tell a log of our calls: everything that reqwest, hyper and rustls say at their most talkative is kept, and holds
//! nothing of what was asked, of what was answered, or of the credentials.
#![cfg(feature = "reqwest")]

#[path = "support/recorder.rs"]
mod recorder;
#[path = "support/server.rs"]
mod server;
mod support;

use recorder::Recorder;
use server::{Act, LIMITS, Server, reply};
use support::{KEY, SECRET, builder, plain, signed};
use zhixing_core::operation::Request;
use zhixing_core::request::Arguments;
use zhixing_core::spec::Vendor;
use zhixing_core::transport::HttpTransport;

const PERSON: &str = "张德洲";
/// As it stands in a URL: `urllib.parse.quote("张德洲")`.
const PERSON_IN_A_URL: &str = "%E5%BC%A0%E5%BE%B7%E6%B4%B2";
/// In headers, bodies and chunks of replies.
const ANSWERED: &str = "aNsWeReD73";
/// In the path of a base URL, which may be a customer's own.
const PATH: &str = "pAtHmArKeR74";

async fn ask<R: Request>(vendor: &'static Vendor, url: String, arguments: Arguments) {
    let client = builder(vendor, HttpTransport::new(&LIMITS).unwrap())
        .base_url(url)
        .dangerously_allow_plain_http()
        .build()
        .unwrap();
    // However it ends.
    let _ = client.call_with::<R::Reply>(R::OPERATION, arguments).await;
}

#[tokio::test]
async fn no_library_logs_what_was_asked_or_answered() {
    let recorder = Recorder::default();
    log::set_boxed_logger(Box::new(recorder.clone())).unwrap();
    log::set_max_level(log::LevelFilter::Trace);
    tracing::subscriber::set_global_default(recorder.clone()).unwrap();

    let body = format!(r#"{{"error_code":0,"reason":"{ANSWERED}","result":{{}}}}"#);
    let headers = format!(
        "X-Answer: {ANSWERED}\r\nSet-Cookie: s={ANSWERED}\r\nLocation: http://h.test/{ANSWERED}\r\n"
    );
    let whole = |status: &str| reply(status, &headers, body.as_bytes());
    let mut half = whole("200 OK");
    half.truncate(half.len() - 5);
    let chunked = format!(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;{ANSWERED}=1\r\n{ANSWERED}"
    );
    let broken = format!("HTTP/1.1 2{ANSWERED} OK\r\n\r\n");
    let long = format!("HTTP/1.1 200 OK\r\nX: {}\r\n\r\n", ANSWERED.repeat(60_000));
    let acts = [
        Act::Reply(whole("200 OK")),
        Act::Reply(whole("302 Found")),
        Act::Last(whole("500 Internal Server Error")),
        Act::Last(half),
        Act::Last(chunked.into_bytes()),
        Act::Last(broken.into_bytes()),
        Act::Last(long.into_bytes()),
        Act::Close,
    ];
    let server = Server::start([&acts[..], &acts[..]].concat()).await;
    let person = || Arguments::new().with("name", PERSON).with("type", "1");
    let keyword = || Arguments::new().with("keyword", PERSON);
    for _ in &acts {
        let url = format!("{}/{PATH}", server.url());
        // The key in the query, the person in the body.
        ask::<plain::Request>(&plain::VENDOR, url.clone(), person()).await;
        // The key and the signature in headers, the person in the query.
        ask::<signed::Request>(&signed::VENDOR, url, keyword()).await;
    }
    assert_eq!(server.requests().len(), 2 * acts.len());
    for url in [
        format!("https://127.0.0.1:{}/{PATH}", server.port),
        format!("http://127.0.0.1:1/{PATH}"),
        format!("http://nonexistent.invalid/{PATH}"),
        // What the library alone refuses.
        format!("http://[x]/{PATH}"),
    ] {
        ask::<plain::Request>(&plain::VENDOR, url.clone(), person()).await;
        ask::<signed::Request>(&signed::VENDOR, url, keyword()).await;
    }

    let lines = recorder.take();
    let of = |library: &str| lines.iter().filter(|line| line.contains(library)).count();
    for library in ["reqwest", "hyper", " zhixing "] {
        assert!(of(library) > 10, "{library} is heard: {}", of(library));
    }
    for line in &lines {
        println!("{line}");
        for marker in [KEY, SECRET, PERSON, PERSON_IN_A_URL, ANSWERED, PATH] {
            let line = line.to_lowercase();
            assert!(!line.contains(&marker.to_lowercase()), "{marker}: {line}");
        }
    }
}
