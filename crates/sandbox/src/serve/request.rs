//! Reading one request of HTTP/1.1 (RFC 9112).
//!
//! The request is first looked at where it lies, in the socket's buffer, and taken from there later: a reset "before the
//! request was read" has to happen to a request that nobody has read, and still only to the one that it is meant for.

use std::io;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep};

use super::REQUEST_TIME;
use crate::exchange::Url;

/// The longest body of a request. The longest documented one is a form of five short fields. Head and body together
/// have to fit into what a system buffers for a socket, 64 KiB at the least.
const BODY_BYTES: usize = 32 * 1024;
const HEAD_BYTES: usize = 16 * 1024;
const HEADERS: usize = 64;

/// How long to wait for the rest of a request that has arrived in part.
const PAUSE: Duration = Duration::from_millis(2);

/// A request. It has no Debug: it holds keys and names.
pub(super) struct Request {
    pub(super) method: String,
    target: String,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: String,
    /// Whether the caller may send another one on this connection.
    pub(super) keep_alive: bool,
    /// How many bytes it has in all.
    pub(super) bytes: usize,
}

impl Request {
    pub(super) fn path(&self) -> &str {
        Url::split(&self.target).path
    }

    pub(super) fn query(&self) -> &str {
        Url::split(&self.target).query
    }
}

/// What lies in the socket's buffer.
pub(super) enum Seen {
    /// A request.
    Whole(Request),
    /// Something that is answered with this HTTP status.
    Refused(u16, &'static str),
    /// Nothing more, or nothing more in time.
    Gone,
}

/// Looks at the next request without taking it, as soon as the whole of it is there.
pub(super) async fn look(stream: &mut TcpStream) -> Seen {
    let mut buffer = vec![0; HEAD_BYTES + BODY_BYTES];
    let mut begun = None;
    let mut told_to_go_on = false;
    loop {
        let length = match stream.peek(&mut buffer).await {
            Ok(0) | Err(_) => return Seen::Gone,
            Ok(length) => length,
        };
        match parse(&buffer[..length]) {
            Parsed::Whole(request) => return Seen::Whole(request),
            Parsed::Refused(status, message) => return Seen::Refused(status, message),
            Parsed::Part { waits } => {
                if waits && !told_to_go_on {
                    told_to_go_on = true;
                    if stream
                        .write_all(b"HTTP/1.1 100 Continue\r\n\r\n")
                        .await
                        .is_err()
                    {
                        return Seen::Gone;
                    }
                }
            }
        }
        if begun.get_or_insert_with(Instant::now).elapsed() > REQUEST_TIME {
            return Seen::Gone;
        }
        // What is there already counts as news to `peek`, so that waiting is all that is left.
        sleep(PAUSE).await;
    }
}

/// Takes so many bytes that were looked at.
pub(super) async fn take(stream: &mut TcpStream, bytes: usize) -> io::Result<()> {
    let mut taken = vec![0; bytes];
    stream.read_exact(&mut taken).await.map(|_| ())
}

enum Parsed {
    Whole(Request),
    Refused(u16, &'static str),
    /// Not all of it; the caller may wait for a word before it sends its body.
    Part {
        waits: bool,
    },
}

fn parse(bytes: &[u8]) -> Parsed {
    let mut headers = [httparse::EMPTY_HEADER; HEADERS];
    let mut parsed = httparse::Request::new(&mut headers);
    let long = Parsed::Refused(431, "Request header fields too large");
    let head = match parsed.parse(bytes) {
        Ok(httparse::Status::Complete(head)) if head > HEAD_BYTES => return long,
        Ok(httparse::Status::Complete(head)) => head,
        Ok(httparse::Status::Partial) if bytes.len() > HEAD_BYTES => return long,
        Ok(httparse::Status::Partial) => return Parsed::Part { waits: false },
        Err(_) => return Parsed::Refused(400, "Bad request"),
    };
    let headers: Vec<(String, String)> = parsed
        .headers
        .iter()
        .map(|header| {
            let value = String::from_utf8_lossy(header.value).into_owned();
            (header.name.to_ascii_lowercase(), value)
        })
        .collect();
    let all = |name: &str| -> Vec<&str> {
        let named = headers.iter().filter(|(held, _)| held == name);
        named.map(|(_, value)| value.trim()).collect()
    };
    let says = |name: &str, word: &str| {
        let mut words = all(name).into_iter().flat_map(|value| value.split(','));
        words.any(|held| held.trim().eq_ignore_ascii_case(word))
    };
    if !all("transfer-encoding").is_empty() {
        return Parsed::Refused(411, "Length required");
    }
    let length = match all("content-length")[..] {
        [] => 0,
        [length] if length.bytes().all(|byte| byte.is_ascii_digit()) => {
            length.parse().unwrap_or(usize::MAX)
        }
        _ => return Parsed::Refused(400, "Bad request"),
    };
    if length > BODY_BYTES {
        return Parsed::Refused(413, "Content too large");
    }
    let Some(body) = bytes.get(head..head.saturating_add(length)) else {
        let waits = says("expect", "100-continue");
        return Parsed::Part { waits };
    };
    Parsed::Whole(Request {
        method: parsed.method.unwrap_or_default().to_owned(),
        target: parsed.path.unwrap_or_default().to_owned(),
        body: String::from_utf8_lossy(body).into_owned(),
        keep_alive: parsed.version == Some(1) && !says("connection", "close"),
        bytes: head + length,
        headers,
    })
}
