//! The sandbox on a port, over real sockets.

mod support;

use support::{Plain, clock, json, request};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use zhixing_core::client::Builder;
use zhixing_core::request::Arguments;
use zhixing_core::spec::Method;
use zhixing_core::transport::{HttpTransport, Limits, Transport};
use zhixing_sandbox::{Sandbox, listen, serve};

struct Running {
    port: u16,
    environment: Vec<(String, String)>,
    stop: oneshot::Sender<()>,
    done: tokio::task::JoinHandle<std::io::Result<()>>,
}

async fn run(sandbox: Sandbox) -> Running {
    let listener = listen(0).await.expect("a port");
    let address = listener.local_addr().expect("an address");
    assert!(address.ip().is_loopback());
    let (port, environment) = (address.port(), sandbox.environment(address.port()));
    let (stop, stopped) = oneshot::channel();
    let done = tokio::spawn(serve(sandbox, listener, async {
        let _ = stopped.await;
    }));
    Running {
        port,
        environment,
        stop,
        done,
    }
}

/// Sends these bytes and reads until the server closes.
async fn exchange(port: u16, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port))
        .await
        .expect("a connection");
    stream.write_all(bytes).await.expect("to write");
    let mut reply = Vec::new();
    let ended = stream.read_to_end(&mut reply);
    // A server that refuses a body may close before it was read; one that closes nothing is a fault.
    let _ = tokio::time::timeout(std::time::Duration::from_secs(20), ended)
        .await
        .expect("the connection to be closed");
    String::from_utf8(reply).expect("text")
}

#[tokio::test]
async fn bytes_written_by_hand_are_answered() {
    let running = run(support::sandbox()).await;
    // 博山鲁星环保机械厂; printf AK1700000000000SK | md5sum
    let text = "GET /qixin/APIService/execution/getExecutionListByName?keyword=%E5%8D%9A%E5%B1%B1%E9%B2%81%E6%98%9F%E7%8E%AF%E4%BF%9D%E6%9C%BA%E6%A2%B0%E5%8E%82 HTTP/1.1\r\n\
        Host: x\r\nConnection: close\r\nauth-version: 2.0\r\nappkey: AK\r\ntimestamp: 1700000000000\r\n\
        sign: 174326a8be2ea3d822d4f7c5943f2e92\r\n\r\n";
    let reply = exchange(running.port, text.as_bytes()).await;
    let (head, body) = reply.split_once("\r\n\r\n").expect("a head and a body");
    let head = head.to_lowercase();
    assert!(head.starts_with("http/1.1 200"), "{head}");
    assert!(
        head.contains("\r\ncontent-type: application/json; charset=utf-8"),
        "{head}"
    );
    assert!(
        head.contains("\r\ndate: tue, 14 nov 2023 22:13:20 gmt"),
        "{head}"
    );
    let body: serde_json::Value = serde_json::from_str(body).expect("JSON");
    assert_eq!(body["status"], "200");
    assert_eq!(body["data"]["items"][0]["oper_name"], "郎红梅");
}

#[tokio::test]
async fn unknown_paths_and_long_bodies_are_refused() {
    let running = run(support::sandbox()).await;
    for path in ["/", "/qixin", "/qixinx", "/nobody/x", "/cloudmarket/x"] {
        let text = format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        let reply = exchange(running.port, text.as_bytes()).await;
        assert!(reply.starts_with("HTTP/1.1 404"), "{path}: {reply}");
    }
    let length = 64 * 1024 + 1;
    let mut text = format!(
        "POST /juhe/personRisk/query HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n"
    )
    .into_bytes();
    text.resize(text.len() + length, b'a');
    let reply = exchange(running.port, &text).await;
    assert!(reply.starts_with("HTTP/1.1 413"), "{reply}");
}

#[tokio::test]
async fn a_client_finds_its_way_by_the_printed_environment() {
    let running = run(Sandbox::new()).await;
    let lookup = |variable: &str| {
        let found = running
            .environment
            .iter()
            .find(|(name, _)| name == variable);
        found.map(|(_, value)| value.clone())
    };
    let built: Result<Plain, _> = Builder::new(&cloudmarket::VENDOR)
        .from_lookup(lookup)
        .build();
    let found = built
        .expect("a client")
        .0
        .call_with::<cloudmarket::dishonest::Reply>(
            &cloudmarket::dishonest::OPERATION,
            Arguments::new().with("keyword", "大量记录测试有限公司"),
        )
        .await
        .expect("an answer");
    assert_eq!(found.receipt.completeness.total, Some(57));
    let built: Result<Plain, _> = Builder::new(&juhe::VENDOR).from_lookup(lookup).build();
    let asked = Arguments::new()
        .with("keyword", "x")
        .with("realname", "张德洲")
        .with("type", "1");
    let found = built
        .expect("a client")
        .0
        .call_with::<juhe::person_risk::Reply>(&juhe::person_risk::OPERATION, asked)
        .await
        .expect("an answer");
    assert_eq!(found.records().len(), 10);
}

#[tokio::test]
async fn both_ways_in_give_the_same_bytes() {
    let running = run(support::sandbox()).await;
    let in_process = support::sandbox();
    let http = HttpTransport::new(&Limits::default()).expect("a transport");
    let query = [("keyword", "大量记录测试有限公司"), ("pageNum", "2")];
    let headers = [("Authorization", "APPCODE AC")];
    let base = format!("http://127.0.0.1:{}/cloudmarket", running.port);
    let over_port = request(Method::Get, &base, &query, &headers, &[]);
    let over_port = http
        .send(&over_port, &Limits::default())
        .await
        .expect("a reply");
    let direct = request(
        Method::Get,
        "https://sandbox.invalid/cloudmarket",
        &query,
        &headers,
        &[],
    );
    let direct = support::send(&in_process, &direct).await;
    assert_eq!(json(&over_port)["result"]["total"], 57);
    assert_eq!(over_port, direct);
}

#[tokio::test]
async fn it_stops_when_told() {
    let running = run(Sandbox::builder()
        .clock(clock(support::NOW))
        .build()
        .expect("a sandbox"))
    .await;
    running.stop.send(()).expect("it runs");
    running.done.await.expect("no panic").expect("no error");
    assert!(
        TcpStream::connect(("127.0.0.1", running.port))
            .await
            .is_err()
    );
}

#[test]
fn the_environment_names_what_the_documents_name() {
    let mut variables = Sandbox::new().environment(8080);
    // Of a further vendor its own crate knows the names.
    variables.retain(|(name, _)| {
        let five = ["QIXIN_", "XINSHU_", "QCC_", "JUHE_", "CLOUDMARKET_"];
        five.iter().any(|vendor| name.starts_with(vendor))
    });
    let expected = [
        ("QIXIN_BASE_URL", "http://127.0.0.1:8080/qixin"),
        ("QIXIN_APPKEY", "sandbox-appkey"),
        ("QIXIN_SECRET_KEY", "sandbox-secret-key"),
        ("XINSHU_BASE_URL", "http://127.0.0.1:8080/xinshu"),
        ("XINSHU_APIKEY", "sandbox-apikey"),
        ("XINSHU_PRIVATE_KEY", "sandbox-private-key"),
        ("QCC_BASE_URL", "http://127.0.0.1:8080/qcc"),
        ("QCC_KEY", "sandbox-key"),
        ("QCC_SECRET_KEY", "sandbox-secret-key"),
        ("JUHE_BASE_URL", "http://127.0.0.1:8080/juhe"),
        ("JUHE_KEY", "sandbox-key"),
        ("CLOUDMARKET_URL", "http://127.0.0.1:8080/cloudmarket"),
        ("CLOUDMARKET_APPCODE", "sandbox-appcode"),
    ];
    let expected = expected.map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(variables, expected);
}

/// What HTTP/1.1 allows and little programs do.
#[tokio::test]
async fn requests_of_every_allowed_shape_are_read() {
    let running = run(support::sandbox()).await;
    let form = "key=JK&keyword=x&realname=%E5%BC%A0%E5%BE%B7%E6%B4%B2&type=1";
    let post = "POST /juhe/personRisk/query HTTP/1.1\r\nHost: x\r\n";
    let length = form.len();
    // Two on one connection, sent at once; the second says that it is the last.
    let two = format!(
        "{post}Content-Length: {length}\r\n\r\n{form}{post}content-length:{length}\r\nConnection: Close\r\n\r\n{form}"
    );
    let reply = exchange(running.port, two.as_bytes()).await;
    assert_eq!(reply.matches("HTTP/1.1 200 OK").count(), 2, "{reply}");
    assert_eq!(reply.matches("\"error_code\":0").count(), 2, "{reply}");
    // An absolute target, HTTP/1.0, a HEAD.
    let old = "GET http://x/cloudmarket?keyword=x HTTP/1.0\r\n\r\n";
    let reply = exchange(running.port, old.as_bytes()).await;
    assert!(reply.starts_with("HTTP/1.1 401"), "{reply}");
    let head = "HEAD /cloudmarket HTTP/1.1\r\nConnection: close\r\n\r\n";
    let reply = exchange(running.port, head.as_bytes()).await;
    assert!(reply.starts_with("HTTP/1.1 405"), "{reply}");
    assert!(reply.ends_with("\r\n\r\n"), "{reply}");
}

#[tokio::test]
async fn a_caller_that_waits_before_its_body_or_sends_it_in_pieces_is_served() {
    let running = run(support::sandbox()).await;
    let form = "key=JK&keyword=x&realname=x&type=1";
    let mut stream = TcpStream::connect(("127.0.0.1", running.port))
        .await
        .expect("a connection");
    let head = format!(
        "POST /juhe/personRisk/query HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
        form.len()
    );
    let (first, second) = head.split_at(20);
    stream.write_all(first.as_bytes()).await.expect("to write");
    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    stream.write_all(second.as_bytes()).await.expect("to write");
    let mut told = [0; 25];
    stream.read_exact(&mut told).await.expect("a word");
    assert_eq!(&told, b"HTTP/1.1 100 Continue\r\n\r\n");
    stream.write_all(form.as_bytes()).await.expect("to write");
    let mut reply = String::new();
    stream.read_to_string(&mut reply).await.expect("a reply");
    assert!(reply.contains("240102"), "{reply}");
}

#[tokio::test]
async fn requests_that_are_none_are_refused() {
    let running = run(support::sandbox()).await;
    let long = format!("GET /{} HTTP/1.1\r\n\r\n", "a".repeat(20_000));
    for (text, status) in [
        ("nonsense\r\n\r\n", "400"),
        (
            "GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
            "400",
        ),
        ("GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", "400"),
        (
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "411",
        ),
        (
            "POST / HTTP/1.1\r\nContent-Length: 99999999999999999999999\r\n\r\n",
            "413",
        ),
        (long.as_str(), "431"),
    ] {
        let reply = exchange(running.port, text.as_bytes()).await;
        let expected = format!("HTTP/1.1 {status} ");
        assert!(reply.starts_with(&expected), "{text:.60}: {reply}");
    }
}

#[tokio::test]
async fn on_a_port_the_peers_address_counts() {
    use zhixing_sandbox::Account;
    let here = "127.0.0.1".parse().expect("an address");
    let elsewhere = "203.0.113.7".parse().expect("an address");
    for (allowed, code) in [(here, "240102"), (elsewhere, "10008")] {
        let sandbox = Sandbox::builder()
            .address(elsewhere)
            .account("juhe", Account::from([("key", "JK")]).addresses([allowed]))
            .build()
            .expect("a sandbox");
        let running = run(sandbox).await;
        let text = "GET /juhe/personRisk/query?key=JK&keyword=x&realname=x&type=1 HTTP/1.1\r\nConnection: close\r\n\r\n";
        let reply = exchange(running.port, text.as_bytes()).await;
        assert!(reply.contains(code), "{reply}");
    }
}
