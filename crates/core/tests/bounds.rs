//! What a server may cost at most: time in each phase of an exchange, header lines, bytes, memory. The servers here are threads
//! that write without end, slowly, or far too much; an exchange with them ends within its limits, and keeps what came.
#![cfg(feature = "reqwest")]

mod support;

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

use support::{builder, plain};
use zhixing_core::error::Kind;
use zhixing_core::transport::{
    Fault, HttpReply, HttpRequest, HttpTransport, Limits, Phase, Transport, TransportError,
};

const LIMITS: Limits = Limits {
    connect: Duration::from_secs(2),
    head: Duration::from_secs(8),
    silence: Duration::from_secs(8),
    attempt: Duration::from_secs(8),
    reply_bytes: 1 << 20,
    ..Limits::DEFAULT
};
const SHORT: Duration = Duration::from_millis(300);

/// Answers one request on a free port, in a thread: a client that is measured shares none with it.
fn server(answer: impl FnOnce(&mut TcpStream) + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = Vec::new();
        let mut byte = [0];
        while !request.ends_with(b"\r\n\r\n") && stream.read_exact(&mut byte).is_ok() {
            request.push(byte[0]);
        }
        answer(&mut stream);
    });
    url
}

/// Writes a piece again and again until the client has gone, and half a minute at most.
fn drip(stream: &mut TcpStream, piece: &[u8], every: Duration) {
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(30) && stream.write_all(piece).is_ok() {
        std::thread::sleep(every);
    }
}

fn runtime() -> tokio::runtime::Runtime {
    let mut builder = tokio::runtime::Builder::new_current_thread();
    builder.enable_all().build().unwrap()
}

fn send(url: &str, limits: Limits) -> Result<HttpReply, TransportError> {
    let transport = HttpTransport::new(&limits).unwrap();
    runtime().block_on(transport.send(&HttpRequest::get(url), &limits))
}

/// Fault and phase, and how much of a body came.
fn fails(url: &str, limits: Limits) -> (Fault, Phase, Option<usize>) {
    let error = send(url, limits).unwrap_err();
    let bytes = error.partial.map(|partial| partial.body.len());
    (error.fault, error.phase, bytes)
}

const HEAD: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n";

/// Each phase has its own time, and the longest of the others is not waited for.
#[test]
fn each_phase_has_its_time() {
    let begun = Instant::now();
    let never = server(|stream| drip(stream, b"", Duration::from_millis(50)));
    let limits = Limits {
        head: SHORT,
        ..LIMITS
    };
    assert_eq!(
        fails(&never, limits),
        (Fault::Timeout, Phase::InDoubt, None)
    );

    // A head that comes a byte at a time is never silent, and ends all the same.
    let slow_head = server(|stream| {
        stream.write_all(b"HTTP/1.1 200 OK\r\nX: ").unwrap();
        drip(stream, b"x", Duration::from_millis(20));
    });
    assert_eq!(
        fails(&slow_head, limits),
        (Fault::Timeout, Phase::InDoubt, None)
    );

    let silent = server(|stream| {
        stream.write_all(HEAD).unwrap();
        stream.write_all(b"{\"a\"").unwrap();
        drip(stream, b"", Duration::from_millis(50));
    });
    let limits = Limits {
        silence: SHORT,
        ..LIMITS
    };
    let told = (Fault::Timeout, Phase::Answered, Some(4));
    assert_eq!(fails(&silent, limits), told);
    assert!(begun.elapsed() < LIMITS.attempt);
}

#[test]
fn a_slow_drip_ends_with_the_time_for_the_whole() {
    let url = server(|stream| {
        stream.write_all(HEAD).unwrap();
        drip(stream, b" ", Duration::from_millis(10));
    });
    let limits = Limits {
        attempt: Duration::from_millis(600),
        silence: SHORT,
        ..LIMITS
    };
    let (fault, phase, bytes) = fails(&url, limits);
    assert_eq!((fault, phase), (Fault::Timeout, Phase::Answered));
    let bytes = bytes.unwrap();
    assert!((1..=60).contains(&bytes), "{bytes} bytes at 10 ms each");
}

#[test]
fn what_is_no_head_of_a_reply_is_told_apart_from_a_break() {
    let told = (Fault::UnreadableHead, Phase::Answered, None);
    let no_http = server(|stream| stream.write_all(b"mArKeR\r\n\r\n").unwrap());
    assert_eq!(fails(&no_http, LIMITS), told);

    let lines = server(|stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n");
        for _ in 0..101 {
            let _ = stream.write_all(b"A: b\r\n");
        }
        drip(stream, b"\r\n", Duration::from_millis(50));
    });
    assert_eq!(fails(&lines, LIMITS), told);
}

#[test]
fn a_head_without_end_is_not_read_to_its_end() {
    let url = server(|stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nX: ");
        drip(stream, &[b'x'; 1 << 16], Duration::ZERO);
    });
    let (peak, told) = peak(&url, LIMITS);
    let error = told.unwrap_err();
    assert_eq!(
        (error.fault, error.phase),
        (Fault::UnreadableHead, Phase::Answered)
    );
    // Twice the 400 KiB at most, as a buffer that doubles has.
    assert!(peak < 1_000_000, "{peak} bytes");
}

#[test]
fn a_head_is_kept_as_far_as_it_is_used() {
    let url = server(|stream| {
        let long = "x".repeat(200_000);
        let head =
            format!("HTTP/1.1 200 OK\r\nContent-Type: {long}\r\nContent-Length: 2\r\n\r\n{{}}");
        stream.write_all(head.as_bytes()).unwrap();
    });
    let reply = send(&url, LIMITS).unwrap();
    assert_eq!((reply.content_type, reply.body), (None, "{}".into()));
}

/// The most memory that the exchange held at once, and what it brought.
fn peak(url: &str, limits: Limits) -> (u64, Result<HttpReply, TransportError>) {
    let transport = HttpTransport::new(&limits).unwrap();
    let (runtime, request) = (runtime(), HttpRequest::get(url));
    let mut told = None;
    let counted = allocation_counter::measure(|| {
        told = Some(runtime.block_on(transport.send(&request, &limits)));
    });
    (counted.bytes_max, told.unwrap())
}

/// Without end, and without a length.
#[test]
fn a_body_without_end_costs_no_more_than_the_limit() {
    let endless = server(|stream| {
        stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").unwrap();
        drip(stream, &[b' '; 1 << 16], Duration::ZERO);
    });
    let (most, told) = peak(&endless, LIMITS);
    let error = told.unwrap_err();
    let limit = LIMITS.reply_bytes;
    assert_eq!(error.fault, Fault::TooLarge { limit });
    assert!(error.partial.unwrap().body.len() <= limit);
    // A list that doubles holds the old half while it copies; the rest is reqwest's buffers.
    assert!(most < 4 * limit as u64, "{most} bytes");
}

/// A gigabyte of zeros in a megabyte of gzip: Python, `c = zlib.compressobj(9, zlib.DEFLATED, -15)`, then
/// `c.compress(bytes(65536)) + c.flush(zlib.Z_FULL_FLUSH)` is 83 bytes, the same each time.
#[cfg(feature = "gzip")]
#[test]
fn a_compression_bomb_costs_no_more_than_the_limit() {
    let url = server(|stream| {
        let mut block = vec![236, 193, 1, 1, 0, 0, 0, 128, 144, 254, 175, 238, 8, 10];
        block.resize(77, 0);
        block.extend([106, 0, 0, 0, 255, 255]);
        let head = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n";
        let _ = stream.write_all(head);
        let _ = stream.write_all(&[31, 139, 8, 0, 0, 0, 0, 0, 0, 255]);
        for _ in 0..16 * 1024 {
            if stream.write_all(&block).is_err() {
                return;
            }
        }
    });
    let begun = Instant::now();
    let (most, told) = peak(&url, LIMITS);
    let limit = LIMITS.reply_bytes;
    assert_eq!(told.unwrap_err().fault, Fault::TooLarge { limit });
    assert!(most < 4 * limit as u64, "{most} bytes");
    assert!(begun.elapsed() < LIMITS.attempt);
}

/// What came may have been paid for: it is beside the error, and the error says how much it is.
#[test]
fn a_cut_body_is_kept_and_told() {
    let body = "{\"error_code\":0,\"result\"";
    let cut = move |status: &str| {
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n"
        );
        move |stream: &mut TcpStream| stream.write_all((head + body).as_bytes()).unwrap()
    };
    let call = |url: String| {
        let transport = HttpTransport::new(&LIMITS).unwrap();
        let caller = builder(&plain::VENDOR, transport).base_url(url);
        let caller = caller.build().unwrap();
        runtime().block_on(caller.call(&plain::Request::new("张德洲")))
    };
    let error = call(server(cut("200 OK"))).unwrap_err();
    assert_eq!(*error.kind(), Kind::Transport(Fault::BodyCut));
    assert_eq!(error.raw_reply().unwrap().text(), Some(body));
    let told = format!("(HTTP 200, {} bytes, application/json)", body.len());
    assert!(error.to_string().contains(&told), "{error}");

    // The status of a failure says more than the break in its page.
    let error = call(server(cut("502 Bad Gateway"))).unwrap_err();
    assert!(matches!(error.kind(), Kind::Http(_)), "{error}");
    assert_eq!(error.raw_reply().unwrap().text(), Some(body));
    // And more than the way in which it is packed.
    let error = call(server(cut("503 Busy\r\nContent-Encoding: br"))).unwrap_err();
    assert!(matches!(error.kind(), Kind::Http(_)), "{error}");
}

/// Three bytes of a reply are a record of several hundred: 8 MB of them would be gigabytes.
#[test]
fn a_reply_of_records_without_end_is_not_typed_to_its_end() {
    let record = |count: usize| "{},".repeat(count - 1) + "{}";
    let found =
        |list: &str| format!(r#"{{"error_code":0,"result":{{"total":1,"list":[{list}]}}}}"#);
    let call = |body: String, list_items: usize| {
        let limits = Limits {
            list_items,
            ..LIMITS
        };
        let caller = builder(&plain::VENDOR, support::Double::answering(body)).limits(limits);
        let caller = caller.build().unwrap();
        runtime().block_on(caller.call(&plain::Request::new("张德洲")))
    };
    let whole = call(found(&record(30)), 30).unwrap();
    assert_eq!(whole.records().len(), 30);

    // Items of lists inside the records count as well.
    let tags = r#"{"tags":["a","b"]},{"tags":["c"]}"#;
    assert!(call(found(tags), 5).is_ok());
    let error = call(found(tags), 4).unwrap_err();
    assert!(
        matches!(error.kind(), Kind::TooManyItems { limit: 4, .. }),
        "{error}"
    );

    let body = found(&record(2_500_000));
    let bytes = body.len() as u64;
    let mut told = None;
    let counted = allocation_counter::measure(|| told = Some(call(body, 20_000)));
    let error = told.unwrap().unwrap_err();
    assert!(matches!(error.kind(), Kind::TooManyItems { .. }), "{error}");
    assert_eq!(error.raw_reply().unwrap().body().len() as u64, bytes);
    // The body was there before; 20,000 records of some 500 bytes are 10 MB, and twice that while the list grows.
    assert!(counted.bytes_max < 40 << 20, "{} bytes", counted.bytes_max);
}

/// JSON is what it is: no decoder takes it, and that is said.
#[test]
fn what_no_decoder_takes_is_not_called_no_json() {
    let deep = format!("{}1{}", r#"{"a":"#.repeat(200), "}".repeat(200));
    for odd in [deep.as_str(), "1e999", r#""\ud800""#] {
        let body = format!(r#"{{"error_code":0,"result":{{"list":[{{"odd":{odd}}}]}}}}"#);
        let caller = support::caller(&plain::VENDOR, support::Double::answering(body.as_str()));
        let error = runtime().block_on(caller.call(&plain::Request::new("张德洲")));
        let error = error.unwrap_err();
        assert!(matches!(error.kind(), Kind::Undecodable(_)), "{error}");
        assert_eq!(error.raw_reply().unwrap().text(), Some(body.as_str()));
    }
}
