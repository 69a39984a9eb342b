//! A server on a free port of 127.0.0.1 that answers every request with the same reply and keeps the connection.
//!
//! It reads no more of a request than where it ends and writes bytes that were made before, on a thread of its own, so
//! that it is never what a client waits for.

use std::sync::Arc;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};

/// A runtime of the thread that blocks on it.
pub fn runtime() -> Runtime {
    let runtime = Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime")
}

/// A runtime of so many threads besides the one that blocks on it.
pub fn workers(threads: usize) -> Runtime {
    let mut builder = Builder::new_multi_thread();
    let runtime = builder.worker_threads(threads).enable_all().build();
    runtime.expect("a runtime")
}

/// Serves this body until the process ends. Gives the base URL.
pub fn serve(body: &str) -> String {
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json;charset=UTF-8\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    let reply: Arc<[u8]> = [head.as_bytes(), body.as_bytes()].concat().into();
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    listener.set_nonblocking(true).expect("a socket");
    std::thread::spawn(move || {
        runtime().block_on(async move {
            let listener = TcpListener::from_std(listener).expect("a listener");
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(answer(stream, reply.clone()));
            }
        });
    });
    format!("http://127.0.0.1:{port}")
}

/// Ends when the client closes the connection.
async fn answer(mut stream: TcpStream, reply: Arc<[u8]>) -> Option<()> {
    stream.set_nodelay(true).ok()?;
    let mut bytes = Vec::with_capacity(4096);
    loop {
        let head = loop {
            if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
                break end + 4;
            }
            if stream.read_buf(&mut bytes).await.ok()? == 0 {
                return None;
            }
        };
        let end = head + body_length(&bytes[..head]);
        while bytes.len() < end {
            if stream.read_buf(&mut bytes).await.ok()? == 0 {
                return None;
            }
        }
        bytes.drain(..end);
        stream.write_all(&reply).await.ok()?;
    }
}

fn body_length(head: &[u8]) -> usize {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    head.lines()
        .find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok())
        .unwrap_or(0)
}
