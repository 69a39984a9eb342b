//! What a call in flight holds, counted and not timed: at most two and a half times the body, itself and the typed reply included.
//!
//! What is counted is all that is taken between the call and its outcome, on whatever behalf: request, connection, body, check of
//! the signature, types.

#[allow(dead_code, unreachable_pub)]
#[path = "../benches/support/naive.rs"]
mod naive;
#[allow(dead_code, unreachable_pub)]
#[path = "../benches/support/reply.rs"]
mod reply;
#[allow(dead_code, unreachable_pub)]
#[path = "../benches/support/server.rs"]
mod server;

use async_trait::async_trait;
use qixin::Client;
use qixin::execution_list_by_name::Request;
use tokio::runtime::Runtime;
use tokio::task::JoinSet;
use zhixing_core::client::Builder;
use zhixing_core::transport::{HttpReply, HttpRequest, Limits, Transport, TransportError};
use zhixing_core::verify::Signature;

/// Records of a reply, 48 kB and 4.8 MB, and how many calls are made at once.
const CASES: [(usize, usize); 3] = [(20, 1), (20, 16), (2000, 1)];

/// Answers every request with the same body, which is taken anew each time.
#[derive(Debug)]
struct Same(String);

#[async_trait]
impl Transport for Same {
    async fn send(&self, _: &HttpRequest, _: &Limits) -> Result<HttpReply, TransportError> {
        Ok(HttpReply::new(200, None, self.0.as_bytes()))
    }
}

fn client(builder: Builder<Client>) -> Client {
    let builder = builder.credential("appkey", "key");
    let builder = builder.credential("secret_key", reply::SECRET);
    builder.build().unwrap()
}

async fn call(client: Client) {
    let outcome = client.execution_list_by_name(&Request::new("某")).await;
    assert_eq!(outcome.unwrap().receipt.signature, Signature::Verified);
}

/// The most that calls held at any time, so many of them at once, in parts of so many bodies.
fn peak(runtime: &Runtime, client: &Client, calls: usize, body: usize) -> f64 {
    let held = allocation_counter::measure(|| {
        runtime.block_on(async {
            let mut tasks = JoinSet::new();
            for _ in 0..calls {
                tasks.spawn(call(client.clone()));
            }
            while let Some(done) = tasks.join_next().await {
                done.unwrap();
            }
        });
    });
    held.bytes_max as f64 / (calls * body) as f64
}

#[test]
fn a_reply_is_checked_and_typed_in_less_than_its_bytes_again() {
    // A fifth of the second text is escaped. Such strings are no parts of the body, and serde_json keeps the buffer that it unescapes a string
    // in until it has read all.
    for (text, most) in [
        (reply::without_escapes(20), 1.65),
        (reply::reply(20), 1.85),
        (reply::without_escapes(2000), 1.6),
        (reply::reply(2000), 1.75),
    ] {
        let runtime = server::runtime();
        let client = client(Client::builder().transport(Same(text.clone())));
        let held = peak(&runtime, &client, 1, text.len());
        assert!(held < most, "{} bytes: {held:.2} bodies", text.len());
        // The count can tell: the body is in it.
        assert!(held > 1.0, "{} bytes: {held:.2} bodies", text.len());
    }
}

/// In how many pieces a body arrives is the kernel's, and the buffer that hyper reads into grows with what comes at once. So the
/// least of some calls is taken, on connections that have seen such a body.
#[test]
fn so_is_the_whole_call_over_http() {
    for (records, calls) in CASES {
        for text in [reply::without_escapes(records), reply::reply(records)] {
            let runtime = server::runtime();
            let client = client(Client::builder().base_url(server::serve(&text)));
            let held = (0..8).map(|_| peak(&runtime, &client, calls, text.len()));
            let held = held.fold(f64::MAX, f64::min);
            assert!(
                held < 2.5,
                "{records} records, {calls} calls: {held:.2} bodies each"
            );
        }
    }
}
