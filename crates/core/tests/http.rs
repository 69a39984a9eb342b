//! The HTTP transport against real sockets: what leaves is what was built, and it leaves once.
#![cfg(feature = "reqwest")]

#[path = "support/server.rs"]
mod server;
mod support;

use server::{Act, LIMITS, REDIRECTS, Server, get, post, reply, transport};
use support::{AT, plain};
use zhixing_core::client::{Builder, Caller};
use zhixing_core::clock::FixedClock;
use zhixing_core::error::Kind;
use zhixing_core::spec::Method;
use zhixing_core::transport::{Fault, Transport};

/// The header lines of a request, sorted, without the host's.
fn headers(request: &str) -> Vec<String> {
    let head = request.split("\r\n\r\n").next().unwrap_or_default();
    let mut lines: Vec<String> = head.lines().skip(1).map(str::to_lowercase).collect();
    lines.retain(|line| !line.starts_with("host: "));
    lines.sort();
    lines
}

#[tokio::test]
async fn a_get_leaves_as_it_was_built() {
    let found = reply(
        "200 OK",
        "Content-Type: application/json\r\nDate: Tue, 14 Nov 2023 22:13:20 GMT\r\n",
        "{\"总\":1}".as_bytes(),
    );
    let server = Server::start(vec![Act::Reply(found)]).await;
    let request = get(&server.url());
    let sent = transport().send(&request, &LIMITS).await.unwrap();
    assert_eq!((sent.status, sent.body), (200, "{\"总\":1}".into()));
    assert_eq!(sent.content_type.as_deref(), Some("application/json"));
    assert_eq!(sent.date.as_deref(), Some("Tue, 14 Nov 2023 22:13:20 GMT"));

    let request = &server.requests()[0];
    // urllib.parse.quote("张 三&=+", safe="")
    let line = "GET /v1/list?keyword=%E5%BC%A0%20%E4%B8%89%26%3D%2B HTTP/1.1";
    assert_eq!(request.lines().next(), Some(line));
    assert!(request.ends_with("\r\n\r\n"), "no body: {request}");
    // No referer, no cookie, no length; what else there is, reqwest adds.
    assert_eq!(
        headers(request),
        [
            if cfg!(feature = "gzip") {
                "accept-encoding: gzip"
            } else {
                "accept-encoding: identity"
            },
            "accept: */*",
            "appkey: keymarker71",
            "sign: 6d8e4ffe7ca6e7403828f4af49bfee6d",
            "timestamp: 1700000000000",
            concat!("user-agent: zhixing/", env!("CARGO_PKG_VERSION")),
        ]
    );
}

#[tokio::test]
async fn a_post_carries_its_form_or_a_length_of_0() {
    let ok = || Act::Reply(reply("200 OK", "", b"{}"));
    let server = Server::start(vec![ok(), ok()]).await;
    let transport = transport();
    let mut request = post(&server.url());
    transport.send(&request, &LIMITS).await.unwrap();
    request.body = None;
    request.headers.clear();
    transport.send(&request, &LIMITS).await.unwrap();

    let seen = server.requests();
    let (head, body) = seen[0].split_once("\r\n\r\n").unwrap();
    assert!(
        head.starts_with("POST /search?key=kEyMaRkEr71 HTTP/1.1\r\n"),
        "{head}"
    );
    assert_eq!(body, "name=%E5%BC%A0%20%E4%B8%89%26%3D%2B&type=1");
    let lines = headers(head);
    for line in [
        "content-type: application/x-www-form-urlencoded",
        &format!("content-length: {}", body.len()),
        "trace: t 1",
    ] {
        assert!(lines.iter().any(|held| held == line), "{line}: {lines:?}");
    }
    // RFC 9110, 8.6: a POST without content should say so. Some servers wait for a body otherwise.
    let bare = headers(&seen[1]);
    assert!(
        bare.iter().any(|line| line == "content-length: 0"),
        "{bare:?}"
    );
    assert!(seen[1].ends_with("\r\n\r\n"));
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let elsewhere = Server::start(vec![]).await;
    for status in REDIRECTS {
        for method in [Method::Get, Method::Post] {
            let location = format!("Location: {}/other\r\n", elsewhere.url());
            let server = Server::start(vec![Act::Reply(reply(status, &location, b""))]).await;
            let mut request = post(&server.url());
            request.method = method;
            let sent = transport().send(&request, &LIMITS).await.unwrap();
            assert!(status.starts_with(&sent.status.to_string()));
            assert_eq!((server.connections(), server.requests().len()), (1, 1));
        }
    }
    assert_eq!(elsewhere.connections(), 0);
}

#[tokio::test]
async fn the_whole_client_works_over_it() {
    let body = r#"{"error_code":0,"result":{"orderid":"A","total":1,"list":[{"id":1}]}}"#;
    let server = Server::start(vec![Act::Last(reply("200 OK", "", body.as_bytes()))]).await;
    // The transport is the default one.
    let caller = Builder::<Caller>::new(&plain::VENDOR)
        .credential("key", "k")
        .clock(FixedClock(AT.parse().unwrap()))
        .base_url(server.url())
        .limits(LIMITS)
        .build()
        .unwrap();
    let outcome = caller.call(&plain::Request::new("张德洲")).await.unwrap();
    assert_eq!(outcome.records().len(), 1);
    let error = caller
        .call(&plain::Request::new("张德洲"))
        .await
        .unwrap_err();
    assert_eq!(*error.kind(), Kind::Transport(Fault::Cut));
    assert!(error.to_string().contains("in doubt"), "{error}");
}
