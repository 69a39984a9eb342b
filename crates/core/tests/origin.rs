//! Nothing that a server answers leads a call, or what a call carries, anywhere else: no redirect is followed, no cookie is kept, and no header
//! that names another place is heeded.
#![cfg(feature = "reqwest")]

#[path = "support/server.rs"]
mod server;
mod support;

use server::{Act, LIMITS, REDIRECTS, Server, get, post, reply, transport};
use support::{builder, plain, signed};
use zhixing_core::error::Kind;
use zhixing_core::transport::{HttpTransport, Transport};

#[tokio::test]
async fn no_header_of_a_reply_moves_the_next_call() {
    let elsewhere = Server::start(vec![]).await;
    let url = elsewhere.url();
    let port = elsewhere.port;
    let headers = format!(
        "Set-Cookie: session=1; Path=/\r\nAlt-Svc: http/1.1=\":{port}\"; ma=3600\r\n\
         Refresh: 0; url={url}/\r\nLink: <{url}/>; rel=preload\r\nLocation: {url}/\r\n\
         Content-Location: {url}/\r\nStrict-Transport-Security: max-age=9\r\n\
         WWW-Authenticate: Basic realm=\"x\"\r\n"
    );
    let statuses = [
        "200 OK",
        "201 Created",
        "401 Unauthorized",
        "407 Proxy Authentication Required",
        "421 Misdirected Request",
        "308 Permanent Redirect",
        "503 Service Unavailable",
    ];
    let acts = statuses.map(|status| Act::Reply(reply(status, &headers, b"{}")));
    let twice = acts.iter().flat_map(|act| [act.clone(), act.clone()]);
    let server = Server::start(twice.collect()).await;
    let transport = transport();
    for status in statuses {
        for request in [get(&server.url()), post(&server.url())] {
            let sent = transport.send(&request, &LIMITS).await.unwrap();
            assert_eq!(status.split(' ').next(), Some(&*sent.status.to_string()));
        }
    }
    assert_eq!(server.requests().len(), 2 * statuses.len());
    assert_eq!(elsewhere.connections(), 0);
    for request in server.requests() {
        let head = request.to_lowercase();
        for unwanted in ["\r\ncookie:", "\r\nreferer:", "\r\nauthorization:"] {
            assert!(!head.contains(unwanted), "{unwanted} in {head}");
        }
        assert!(head.contains(&format!("\r\nhost: 127.0.0.1:{}\r\n", server.port)));
    }
}

#[tokio::test]
async fn a_redirect_is_an_error_that_does_not_say_where_to() {
    let elsewhere = Server::start(vec![]).await;
    for status in REDIRECTS {
        let location = format!("Location: {}/mArKeR\r\n", elsewhere.url());
        let body = br#"{"error_code":0,"status":"200"}"#;
        let act = Act::Reply(reply(status, &location, body));
        let server = Server::start(vec![act.clone(), act]).await;
        let http = || HttpTransport::new(&LIMITS).unwrap();
        let one = builder(&plain::VENDOR, http())
            .base_url(server.url())
            .build();
        let two = builder(&signed::VENDOR, http())
            .base_url(server.url())
            .build();
        let errors = [
            one.unwrap()
                .call(&plain::Request::new("张德洲"))
                .await
                .unwrap_err(),
            two.unwrap()
                .call(&signed::Request::new("张德洲"))
                .await
                .unwrap_err(),
        ];
        for error in errors {
            assert!(
                matches!(error.kind(), Kind::Redirect(_)),
                "{status}: {error}"
            );
            assert!(!format!("{error} {error:?}").contains("mArKeR"));
        }
        assert_eq!(server.requests().len(), 2);
    }
    assert_eq!(elsewhere.connections(), 0);
}
