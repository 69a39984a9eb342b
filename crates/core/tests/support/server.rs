//! A server on a free port of 127.0.0.1 that speaks bytes and not HTTP: it reads whole requests, keeps them, and does what
//! it was told for each. It ends with the runtime of its test.
#![allow(dead_code, unreachable_pub, missing_docs)]

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use zhixing_core::client::{Builder, Caller};
use zhixing_core::operation::Request;
use zhixing_core::request::Arguments;
use zhixing_core::transport::{HttpRequest, HttpTransport, Limits};

use super::support::{AT, builder, plain, signed};

/// What to do once a whole request has been read.
#[derive(Debug, Clone)]
pub enum Act {
    /// Write this and wait for the next request.
    Reply(Vec<u8>),
    /// Write this and close.
    Last(Vec<u8>),
    /// Close without a word.
    Close,
    /// Write this and reset the connection.
    Reset(Vec<u8>),
    /// Write this, then nothing for a long time.
    Stall(Vec<u8>),
    /// Write this, then zeros for as long as somebody reads, 64 MiB at most.
    Flood(Vec<u8>),
}

#[derive(Debug, Default)]
pub struct Seen {
    pub connections: usize,
    /// Bytes of a request that was not read to its end.
    pub begun: usize,
    /// Each request as text, head and body.
    pub requests: Vec<String>,
    /// Bytes that a flood got rid of.
    pub flooded: usize,
}

#[derive(Debug, Clone)]
pub struct Server {
    pub port: u16,
    seen: Arc<Mutex<Seen>>,
}

impl Server {
    /// Does the acts in their order, whichever connection a request comes by; after the last it closes.
    pub async fn start(acts: Vec<Act>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let seen = Arc::new(Mutex::new(Seen::default()));
        let server = Self {
            port,
            seen: seen.clone(),
        };
        let acts = Arc::new(acts);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                seen.lock().unwrap().connections += 1;
                tokio::spawn(serve(stream, acts.clone(), seen.clone()));
            }
        });
        server
    }

    /// Answers the first bytes of each connection with these and closes; what is unread by then makes that a reset.
    pub async fn blunt(answer: &'static [u8]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let seen = Arc::new(Mutex::new(Seen::default()));
        let server = Self {
            port,
            seen: seen.clone(),
        };
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                seen.lock().unwrap().connections += 1;
                let mut first = vec![0; 4096];
                let read = stream.read(&mut first).await.unwrap_or(0);
                seen.lock().unwrap().begun += read;
                let _ = stream.write_all(answer).await;
            }
        });
        server
    }

    pub fn begun(&self) -> usize {
        self.seen.lock().unwrap().begun
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub fn connections(&self) -> usize {
        self.seen.lock().unwrap().connections
    }

    pub fn requests(&self) -> Vec<String> {
        self.seen.lock().unwrap().requests.clone()
    }

    pub fn flooded(&self) -> usize {
        self.seen.lock().unwrap().flooded
    }
}

async fn serve(mut stream: TcpStream, acts: Arc<Vec<Act>>, seen: Arc<Mutex<Seen>>) {
    while let Some(request) = read_request(&mut stream).await {
        let number = {
            let mut seen = seen.lock().unwrap();
            seen.requests.push(request);
            seen.requests.len() - 1
        };
        let act = acts.get(number).cloned().unwrap_or(Act::Close);
        let written = match &act {
            Act::Reply(bytes)
            | Act::Last(bytes)
            | Act::Reset(bytes)
            | Act::Stall(bytes)
            | Act::Flood(bytes) => stream.write_all(bytes).await,
            Act::Close => return,
        };
        match act {
            Act::Reply(_) if written.is_ok() => {}
            Act::Reset(_) => {
                // What was written is to arrive before the reset.
                tokio::time::sleep(Duration::from_millis(20)).await;
                return stream.set_zero_linger().unwrap();
            }
            Act::Stall(_) => return tokio::time::sleep(Duration::from_secs(30)).await,
            Act::Flood(_) => {
                let zeros = vec![b'0'; 1 << 16];
                for _ in 0..1024 {
                    if stream.write_all(&zeros).await.is_err() {
                        return;
                    }
                    seen.lock().unwrap().flooded += zeros.len();
                }
                return;
            }
            _ => return,
        }
    }
}

/// One request; `None` when the other side closed or sent what is no HTTP.
async fn read_request(stream: &mut TcpStream) -> Option<String> {
    let mut bytes = Vec::new();
    let head = loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break end + 4;
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 || bytes.first() == Some(&0x16) {
            return None; // 0x16 begins a TLS handshake
        }
    };
    let text = String::from_utf8_lossy(&bytes[..head]).to_lowercase();
    let length = text
        .lines()
        .find_map(|line| line.strip_prefix("content-length: ")?.parse().ok())
        .unwrap_or(0);
    while bytes.len() < head + length {
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    }
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// A whole HTTP reply with this body and these further header lines, each with its line end.
pub fn reply(status: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\n\r\n");
    [head.as_bytes(), body].concat()
}

/// Every status by which HTTP sends a client elsewhere.
pub const REDIRECTS: [&str; 5] = [
    "301 Moved",
    "302 Found",
    "303 See Other",
    "307 Temporary",
    "308 Permanent",
];

pub const LIMITS: Limits = Limits {
    connect: Duration::from_secs(2),
    attempt: Duration::from_secs(10),
    reply_bytes: 100_000,
    ..Limits::DEFAULT
};

pub fn transport() -> HttpTransport {
    HttpTransport::new(&LIMITS).unwrap()
}

/// The GET of the first vendor at that base URL.
pub fn get(url: &str) -> HttpRequest {
    prepared::<signed::Request>(builder(&signed::VENDOR, transport()), url, "keyword")
}

/// The POST of the second.
pub fn post(url: &str) -> HttpRequest {
    prepared::<plain::Request>(builder(&plain::VENDOR, transport()), url, "name")
}

fn prepared<R: Request>(builder: Builder<Caller>, url: &str, subject: &str) -> HttpRequest {
    let mut arguments = Arguments::new().with(subject, "张 三&=+");
    if subject == "name" {
        arguments.push("type", "1");
        arguments.push("trace", "t 1");
    }
    let caller = builder.base_url(url).build().unwrap();
    let at = AT.parse().unwrap();
    caller
        .prepare(R::OPERATION, &arguments, at)
        .unwrap()
        .to_http()
}
