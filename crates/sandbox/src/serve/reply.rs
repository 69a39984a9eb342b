//! Writing one reply of HTTP/1.1, whole or as the fault plan breaks it.

use std::fmt::Write as _;
use std::io;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

use crate::fault::Line;
use crate::protocol::Answered;

/// What stands in the head of a reply besides what the reply says.
pub(super) struct Head {
    date: Option<String>,
    keep_alive: bool,
    /// Whether the head is all that is wanted (HEAD).
    alone: bool,
}

impl Head {
    pub(super) fn new(date: Option<String>, keep_alive: bool, alone: bool) -> Self {
        Self {
            date,
            keep_alive,
            alone,
        }
    }

    fn text(&self, answered: &Answered, declared: usize, compressed: bool) -> String {
        let mut text = format!(
            "HTTP/1.1 {} {}\r\n",
            answered.status,
            reason(answered.status)
        );
        let mut line = |name: &str, value: &dyn std::fmt::Display| {
            // Writing to a String does not fail.
            let _ = write!(text, "{name}: {value}\r\n");
        };
        line("content-type", &answered.content_type);
        line("content-length", &declared);
        if let Some(location) = &answered.location {
            line("location", location);
        }
        if compressed {
            line("content-encoding", &"gzip");
        }
        if let Some(date) = &self.date {
            line("date", date);
        }
        if !self.keep_alive {
            line("connection", &"close");
        }
        text.push_str("\r\n");
        text
    }
}

/// Sends the reply as the line brings it. Whether the connection can be used again.
pub(super) async fn send(
    stream: &mut TcpStream,
    answered: &Answered,
    line: Line,
    head: &Head,
) -> io::Result<bool> {
    if let Line::Late(time) = line {
        sleep(time).await;
    }
    let body = &answered.body[..];
    let (sent, declared) = match line {
        Line::Short { sent, declared } => (body.get(..sent).unwrap_or(body), declared),
        _ => (body, body.len()),
    };
    let text = head.text(answered, declared, line == Line::Garbled);
    stream.write_all(text.as_bytes()).await?;
    if head.alone {
        return Ok(true);
    }
    match line {
        Line::Drip { bytes, every } => {
            for (number, part) in sent.chunks(bytes.max(1)).enumerate() {
                if number > 0 {
                    sleep(every).await;
                }
                stream.write_all(part).await?;
            }
        }
        _ => stream.write_all(sent).await?,
    }
    stream.flush().await?;
    Ok(sent.len() == declared)
}

/// Closes after a reply to a request that was not read to its end: what is left is read and dropped for a moment, or the
/// system would reset the connection and the caller could lose the reply.
pub(super) async fn linger(stream: &mut TcpStream) {
    if stream.shutdown().await.is_err() {
        return;
    }
    let drain = async {
        let mut rest = vec![0; 16 * 1024];
        while stream.read(&mut rest).await.is_ok_and(|count| count > 0) {}
    };
    let _ = timeout(Duration::from_secs(1), drain).await;
}

/// RFC 9110, 15; nothing for what nobody needs to read.
fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        302 => "Found",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        411 => "Length Required",
        413 => "Content Too Large",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        _ => "",
    }
}
