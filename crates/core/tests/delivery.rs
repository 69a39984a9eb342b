//! Whether a request that failed on a real socket was sent, and that none is sent twice.
#![cfg(feature = "reqwest")]

#[path = "support/server.rs"]
mod server;
mod support;

use std::time::Duration;

use server::{Act, LIMITS, Server, get, reply, transport};
use zhixing_core::transport::{Fault, Phase, Transport};

/// Sends to a server that does this once, and gives back fault and phase; exactly one request must have arrived.
async fn fails(act: Act) -> (Fault, Phase) {
    let server = Server::start(vec![act, Act::Reply(reply("200 OK", "", b"{}"))]).await;
    let sent = transport().send(&get(&server.url()), &LIMITS).await;
    assert_eq!(server.requests().len(), 1, "nothing is sent again");
    let error = sent.unwrap_err();
    (error.fault, error.phase)
}

#[tokio::test]
async fn a_server_that_is_not_there_got_nothing() {
    let port = {
        let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        gone.local_addr().unwrap().port()
    };
    let request = get(&format!("http://127.0.0.1:{port}"));
    let error = transport().send(&request, &LIMITS).await.unwrap_err();
    assert_eq!(
        (error.fault, error.phase),
        (Fault::NoConnection, Phase::NotSent)
    );

    // A resolver that answers at all says that there is no such name (RFC 6761); one that does not, times out.
    let request = get("https://nonexistent.invalid");
    let error = transport().send(&request, &LIMITS).await.unwrap_err();
    assert_eq!(error.phase, Phase::NotSent);
    assert!(
        matches!(error.fault, Fault::NameNotFound | Fault::ConnectTimeout),
        "{error}"
    );
}

#[tokio::test]
async fn tls_to_a_server_without_it_sends_no_request() {
    for act in [
        Act::Close,
        Act::Last(b"HTTP/1.1 400 Bad Request\r\n\r\n".to_vec()),
    ] {
        let server = Server::start(vec![act]).await;
        let request = get(&format!("https://127.0.0.1:{}", server.port));
        let error = transport().send(&request, &LIMITS).await.unwrap_err();
        assert_eq!(error.phase, Phase::NotSent);
        assert!(
            matches!(error.fault, Fault::Tls | Fault::NoConnection),
            "{error:?}"
        );
        assert!(server.requests().is_empty());
    }
}

#[tokio::test]
async fn what_cannot_be_a_request_is_not_sent() {
    let server = Server::start(vec![]).await;
    let mut request = get(&server.url());
    request.headers.push(("trace".into(), "a\nb".into()));
    let spoilt_header = transport().send(&request, &LIMITS).await;
    let mut request = get(&server.url());
    request.url = "http://[::1".into();
    let spoilt_url = transport().send(&request, &LIMITS).await;
    for sent in [spoilt_header, spoilt_url] {
        let error = sent.unwrap_err();
        assert_eq!((error.fault, error.phase), (Fault::Request, Phase::NotSent));
    }
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn a_server_that_closes_before_it_replies_may_have_counted() {
    assert_eq!(fails(Act::Close).await, (Fault::Cut, Phase::InDoubt));
    for partial in ["HTTP/1.1 20", "HTTP/1.1 200 OK\r\nContent-"] {
        let cut = fails(Act::Last(partial.into())).await;
        assert_eq!(cut, (Fault::Cut, Phase::InDoubt));
    }
}

/// A kept connection that the server closes while it is idle is not used again; one that it closes upon the second
/// request may have counted it, and the second request is not sent a second time.
#[tokio::test]
async fn a_kept_connection_never_carries_a_request_twice() {
    let ok = || Act::Reply(reply("200 OK", "", b"{}"));
    let server = Server::start(vec![ok(), Act::Close, ok()]).await;
    let (transport, request) = (transport(), get(&server.url()));
    transport.send(&request, &LIMITS).await.unwrap();
    let error = transport.send(&request, &LIMITS).await.unwrap_err();
    assert_eq!((error.fault, error.phase), (Fault::Cut, Phase::InDoubt));
    assert_eq!((server.connections(), server.requests().len()), (1, 2));
    transport.send(&request, &LIMITS).await.unwrap();
    assert_eq!((server.connections(), server.requests().len()), (2, 3));
}

/// The server closes after each reply without announcing it. Whether the client has seen the end when it sends the next
/// request is a race; hyper opens a new connection only for a request of which no byte was written. So whatever happens,
/// a call arrives at most once, and one that did not arrive is not called answered.
#[tokio::test]
async fn connections_closed_between_calls_cost_nothing() {
    let once = || Act::Last(reply("200 OK", "", b"{}"));
    for pause in [None, Some(Duration::from_millis(20))] {
        let server = Server::start(vec![once(); 20]).await;
        let (transport, request) = (transport(), get(&server.url()));
        for _ in 0..20 {
            let before = server.requests().len();
            let sent = transport.send(&request, &LIMITS).await;
            let arrived = server.requests().len() - before;
            match sent {
                Ok(_) => assert_eq!(arrived, 1),
                Err(error) => {
                    assert_eq!((error.fault, error.phase), (Fault::Cut, Phase::InDoubt));
                    assert_eq!(arrived, 0);
                }
            }
            if let Some(pause) = pause {
                tokio::time::sleep(pause).await;
            }
        }
        if pause.is_some() {
            assert_eq!(
                server.requests().len(),
                20,
                "an end that was seen in time is harmless"
            );
        }
    }
}

/// The same by a client that repeats: an end that it saw in time is a new connection, and neither hyper, nor reqwest, nor the
/// client sends anything twice.
#[tokio::test]
async fn a_client_that_repeats_sends_once_where_connections_close_while_idle() {
    let found = br#"{"error_code":0,"result":{"total":1,"list":[{"id":1}]}}"#;
    let server = Server::start(vec![Act::Last(reply("200 OK", "", found)); 5]).await;
    let caller = support::builder(&support::plain::VENDOR, transport())
        .base_url(server.url())
        .timer(support::rushed::Rushed::new())
        .build()
        .unwrap();
    for calls in 1..=5 {
        let outcome = caller.call(&support::plain::Request::new("张德洲")).await;
        assert_eq!(outcome.unwrap().receipt.attempts, 1);
        assert_eq!(
            (server.connections(), server.requests().len()),
            (calls, calls)
        );
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    // After the last the server says nothing and closes: in doubt, so once.
    let outcome = caller.call(&support::plain::Request::new("张德洲")).await;
    assert_eq!(outcome.unwrap_err().attempts(), 1);
    assert_eq!(server.requests().len(), 6);
}

/// A reply that nobody asked for is no answer to the next call, whether it comes with the one before it or while the
/// connection is idle (as a gateway's 408 does): that would be another question's answer.
#[tokio::test]
async fn a_reply_that_was_not_asked_for_answers_no_call() {
    let [first, stray, second] =
        [&b"{\"n\":1}"[..], b"{\"n\":9}", b"{\"n\":2}"].map(|body| reply("200 OK", "", body));
    for strays in [1, 3] {
        let glued = [first.clone(), stray.repeat(strays)].concat();
        let server = Server::start(vec![
            Act::Reply(glued),
            Act::Reply(second.clone()),
            Act::Close,
        ])
        .await;
        let (transport, request) = (transport(), get(&server.url()));
        let sent = transport.send(&request, &LIMITS).await.unwrap();
        assert_eq!(sent.body, b"{\"n\":1}");
        match transport.send(&request, &LIMITS).await {
            Ok(sent) => assert_eq!(sent.body, b"{\"n\":2}"),
            Err(error) => assert_ne!(error.phase, Phase::Answered),
        }
    }
}

/// RFC 9110, 15.2: what is said in between is no reply, however often it is said; and one that never comes is in doubt.
#[tokio::test]
async fn interim_replies_are_passed_over_and_end_with_the_time_for_the_head() {
    let interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n";
    let whole = [interim.as_bytes(), &reply("200 OK", "", b"{}")].concat();
    let server = Server::start(vec![Act::Last(whole)]).await;
    let sent = transport().send(&get(&server.url()), &LIMITS).await;
    assert_eq!(sent.map(|sent| sent.status), Ok(200));
    let server = Server::start(vec![Act::Stall(interim.repeat(1_000).into())]).await;
    let limits = zhixing_core::transport::Limits {
        head: Duration::from_millis(300),
        ..LIMITS
    };
    let error = transport()
        .send(&get(&server.url()), &limits)
        .await
        .unwrap_err();
    assert_eq!((error.fault, error.phase), (Fault::Timeout, Phase::InDoubt));
    let server = Server::start(vec![Act::Last(
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n{}".to_vec(),
    )])
    .await;
    let sent = transport().send(&get(&server.url()), &LIMITS).await;
    assert!(
        matches!(&sent, Ok(sent) if sent.status == 101) || sent.is_err(),
        "{sent:?}"
    );
}

/// Without a length the end of the connection is the end of the body, and chunks that never end are cut.
#[tokio::test]
async fn a_body_ends_where_http_says() {
    for (head, body, came) in [
        ("HTTP/1.0 200 OK\r\n\r\n", "{}", Some("{}")),
        ("HTTP/1.1 204 No Content\r\n\r\n", "", Some("")),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
            "2\r\n{}\r\n0\r\n\r\n",
            Some("{}"),
        ),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
            "2\r\n{}\r\n",
            None,
        ),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
            "ffffffffffffffff\r\n{}",
            None,
        ),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
            "-1\r\n{}",
            None,
        ),
    ] {
        let server = Server::start(vec![Act::Last(format!("{head}{body}").into())]).await;
        let sent = transport().send(&get(&server.url()), &LIMITS).await;
        match came {
            Some(came) => assert_eq!(sent.unwrap().body, came.as_bytes(), "{head}"),
            None => assert_eq!(sent.unwrap_err().phase, Phase::Answered, "{body}"),
        }
    }
}
