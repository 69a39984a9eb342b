//! What stands between the command and the vendors: proxies, and hosts that are no vendor's.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

use serde_json::json;

use super::markers::{CREDENTIAL, NOTHING, World};
use crate::support::{COMPANY, Said};

/// The body of a bare GET.
pub(super) fn fetched(url: &str) -> String {
    let (host, path) = url.trim_start_matches("http://").split_once('/').unwrap();
    let mut stream = TcpStream::connect(host).unwrap();
    let request = format!("GET /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut reply = String::new();
    stream.read_to_string(&mut reply).unwrap();
    reply
}

/// A proxy that serves nobody, and the heads of what it was asked.
fn proxy() -> (u16, thread::JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let asked = thread::spawn(move || {
        let mut asked = Vec::new();
        loop {
            let (mut stream, _) = listener.accept().unwrap();
            let mut head = Vec::new();
            let mut bytes = [0; 4096];
            while !head.windows(4).any(|it| it == b"\r\n\r\n") {
                match stream.read(&mut bytes).unwrap() {
                    0 => break,
                    count => head.extend_from_slice(&bytes[..count]),
                }
            }
            let head = String::from_utf8(head).unwrap();
            if head.starts_with("STOP") {
                return asked;
            }
            asked.push(head);
            let _ = stream.write_all(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
        }
    });
    (port, asked)
}

/// To a vendor with https a proxy carries what it cannot read, to one with plain http it reads all of it, and on this
/// machine it is not asked. A log holds neither the proxy's password nor anything of the calls.
#[test]
fn a_proxy_sees_what_the_wire_shows_and_a_log_does_not() {
    let world = World::with(json!({}));
    let (port, asked) = proxy();
    let mut command = world.zhixing(&["check", COMPANY, "--format", "json", "-vv"], &[]);
    // xinshu's document prints http://, qcc's https://; qixin is the sandbox.
    command
        .env_remove("XINSHU_BASE_URL")
        .env_remove("QCC_BASE_URL");
    command.args(["--vendor", "xinshu,qcc,qixin"]);
    let url = format!("http://user:{CREDENTIAL}-password@127.0.0.1:{port}");
    command.env("HTTP_PROXY", &url).env("HTTPS_PROXY", &url);
    let said = Said::by(&mut command);
    TcpStream::connect(("127.0.0.1", port))
        .unwrap()
        .write_all(b"STOP\r\n\r\n")
        .unwrap();
    let asked = asked.join().unwrap();
    let to = |start: &str| asked.iter().filter(|it| it.starts_with(start)).count();
    // A tunnel that was refused sent nothing, and 502 is what xinshu's document says to ask again after: three attempts each.
    assert_eq!(to("CONNECT pro.qcc.com:443 "), 3, "{asked:?}");
    assert_eq!(to("POST http://api.xinshucredit.com/"), 3, "{asked:?}");
    assert_eq!(asked.len(), 6, "{asked:?}");
    let tunnel = asked.iter().find(|it| it.starts_with("CONNECT")).unwrap();
    assert_eq!(world.found(tunnel), NOTHING, "{tunnel}");
    assert!(said.stderr.contains("intercepts"), "{said:?}");
    assert_eq!(world.found(&said.stderr), NOTHING, "{said:?}");
}
