//! Bodies over the HTTP transport: stalled, cut, too long, compressed.
#![cfg(feature = "reqwest")]

#[path = "support/server.rs"]
mod server;
mod support;

use std::time::{Duration, Instant};

use server::{Act, LIMITS, Server, get, reply, transport};
use zhixing_core::transport::{Fault, HttpReply, Limits, Phase, Transport};

/// Sends one request to a server that does this; exactly one request must have arrived.
async fn send_within(attempt: Duration, act: Act) -> (Server, Result<HttpReply, (Fault, Phase)>) {
    let server = Server::start(vec![act]).await;
    let limits = Limits { attempt, ..LIMITS };
    let sent = transport().send(&get(&server.url()), &limits).await;
    assert_eq!(server.requests().len(), 1);
    (server, sent.map_err(|error| (error.fault, error.phase)))
}

async fn send(act: Act) -> (Server, Result<HttpReply, (Fault, Phase)>) {
    send_within(LIMITS.attempt, act).await
}

async fn fails(act: Act) -> (Fault, Phase) {
    send(act).await.1.unwrap_err()
}

const TOO_LARGE: (Fault, Phase) = (Fault::TooLarge { limit: 100_000 }, Phase::Answered);

#[tokio::test]
async fn a_stall_before_the_reply_is_in_doubt_and_one_inside_is_answered() {
    for (written, phase) in [
        ("", Phase::InDoubt),
        ("HTTP/1.1 200 OK\r\nContent-Le", Phase::InDoubt),
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{",
            Phase::Answered,
        ),
    ] {
        let begun = Instant::now();
        let (_, sent) = send_within(Duration::from_millis(400), Act::Stall(written.into())).await;
        assert_eq!(sent.unwrap_err(), (Fault::Timeout, phase));
        assert!(
            begun.elapsed() < LIMITS.attempt,
            "the limit of this call, not another"
        );
    }
}

#[tokio::test]
async fn a_body_that_ends_early_is_cut() {
    for partial in [
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{}",
    ] {
        let cut = fails(Act::Last(partial.into())).await;
        assert_eq!(cut, (Fault::BodyCut, Phase::Answered), "{partial}");
    }
    // Without a length the end of the connection is the end of the body: the JSON reader finds out.
    let open = "HTTP/1.1 200 OK\r\n\r\n{\"status\":";
    let sent = send(Act::Last(open.into())).await.1.unwrap();
    assert_eq!(sent.body, b"{\"status\":");
}

#[tokio::test]
async fn a_body_of_just_the_limit_is_taken() {
    let body = vec![b' '; 100_000];
    let sent = send(Act::Last(reply("200 OK", "", &body))).await.1.unwrap();
    assert_eq!(sent.body, body);
    let over = vec![b' '; 100_001];
    assert_eq!(
        fails(Act::Last(reply("200 OK", "", &over))).await,
        TOO_LARGE
    );
}

/// To take room for it would end the process, and with it whatever else was paid for.
#[tokio::test]
async fn a_length_that_no_machine_has_is_too_large_however_high_the_limit() {
    for length in ["4611686018427387904", "9223372036854775809"] {
        let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{{}}");
        let server = Server::start(vec![Act::Last(head.into())]).await;
        let limits = Limits {
            reply_bytes: usize::MAX,
            ..LIMITS
        };
        let sent = transport().send(&get(&server.url()), &limits).await;
        let error = sent.unwrap_err();
        assert!(matches!(error.fault, Fault::TooLarge { .. }), "{error}");
        assert_eq!(error.phase, Phase::Answered);
    }
}

#[tokio::test]
async fn a_body_without_end_is_not_read_to_its_end() {
    let announced = "HTTP/1.1 200 OK\r\nContent-Length: 67108864\r\n\r\n";
    for head in [announced, "HTTP/1.1 200 OK\r\n\r\n"] {
        let (server, sent) = send(Act::Flood(head.into())).await;
        assert_eq!(sent.unwrap_err(), TOO_LARGE);
        // What the sockets' buffers took was sent and not read.
        tokio::time::sleep(Duration::from_millis(50)).await;
        assert!(server.flooded() < 32 << 20, "{} bytes", server.flooded());
    }
}

#[cfg(feature = "gzip")]
const GZIP: &str = "Content-Encoding: gzip\r\n";
/// Python: `gzip.compress('{"总":1}'.encode() * 20, mtime=0)`, 180 bytes packed into 32.
const PACKED: [u8; 32] = [
    31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 171, 86, 122, 214, 176, 91, 201, 202, 176, 182, 122, 232, 48,
    0, 103, 163, 140, 7, 180, 0, 0, 0,
];

/// Without the feature no encoding is read, and with it gzip alone: what else comes was not asked for, and is never taken
/// for the reply's text.
#[tokio::test]
async fn a_body_in_an_encoding_that_was_not_asked_for_is_not_read() {
    let mut encodings = vec!["br", "deflate", "identity, zstd"];
    if cfg!(not(feature = "gzip")) {
        encodings.extend(["gzip", "GZIP"]);
    }
    for encoding in encodings {
        let head = format!("Content-Encoding: {encoding}\r\n");
        let fault = fails(Act::Last(reply("200 OK", &head, &PACKED))).await;
        assert_eq!(fault, (Fault::Compression, Phase::Answered), "{encoding}");
    }
    // It was paid for, and somebody may have what unpacks it.
    let server = Server::start(vec![Act::Last(reply(
        "200 OK",
        "Content-Encoding: br\r\n",
        &PACKED,
    ))])
    .await;
    let error = transport()
        .send(&get(&server.url()), &LIMITS)
        .await
        .unwrap_err();
    assert_eq!(error.partial.unwrap().body, PACKED);
    for none in ["identity", "Identity", ""] {
        let head = format!("Content-Encoding: {none}\r\n");
        let sent = send(Act::Last(reply("200 OK", &head, b"{}"))).await.1;
        assert_eq!(sent.expect("it is not encoded").body, b"{}", "{none}");
    }
}

#[cfg(feature = "gzip")]
#[tokio::test]
async fn a_compressed_body_is_unpacked() {
    let sent = send(Act::Last(reply("200 OK", GZIP, &PACKED)))
        .await
        .1
        .unwrap();
    assert_eq!(sent.body, "{\"总\":1}".repeat(20).as_bytes());
}

#[cfg(feature = "gzip")]
#[tokio::test]
async fn a_spoilt_compressed_body_is_told_from_a_cut_one() {
    let mut spoilt = PACKED;
    spoilt[24] ^= 0xff; // in the check sum
    let no_gzip = b"{\"status\":\"200\"}";
    for body in [&spoilt[..], no_gzip] {
        let fault = fails(Act::Last(reply("200 OK", GZIP, body))).await;
        assert_eq!(fault, (Fault::Compression, Phase::Answered));
    }
    // Cut on the line: the length is not reached.
    let mut cut = reply("200 OK", GZIP, &PACKED);
    cut.truncate(cut.len() - 20);
    assert_eq!(
        fails(Act::Last(cut)).await,
        (Fault::BodyCut, Phase::Answered)
    );
    // Cut before it was sent: the length fits.
    let fault = fails(Act::Last(reply("200 OK", GZIP, &PACKED[..12]))).await;
    assert_eq!(fault, (Fault::BodyCut, Phase::Answered));
}

#[cfg(feature = "gzip")]
#[tokio::test]
async fn a_small_body_that_unpacks_to_a_huge_one_is_not_unpacked() {
    // Python: `c = zlib.compressobj(9, zlib.DEFLATED, -15)`, then
    // `c.compress(bytes(65536)) + c.flush(zlib.Z_FULL_FLUSH)`: 83 bytes, the same each time.
    let mut block = vec![236, 193, 1, 1, 0, 0, 0, 128, 144, 254, 175, 238, 8, 10];
    block.resize(77, 0);
    block.extend([106, 0, 0, 0, 255, 255]);
    let mut bomb = vec![31, 139, 8, 0, 0, 0, 0, 0, 0, 255];
    bomb.extend(block.repeat(16 * 1024)); // 1 GiB
    // Unpacked whole, it would take longer than an attempt may, and that would be the fault.
    assert_eq!(
        fails(Act::Last(reply("200 OK", GZIP, &bomb))).await,
        TOO_LARGE
    );
}
