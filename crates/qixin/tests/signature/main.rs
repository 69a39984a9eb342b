//! What the signature of a reply covers, by the public client: each change of a documented example at each of its places, pairs of
//! them by chance, what the canonical text cannot show, and what stands outside of it.
//!
//! The expected verdicts come of the plain way to make the canonical text (`fuzz/src/plain.rs`), and that is held here against
//! Python (`hashlib.md5`, the pairs sorted by whole path).

mod changes;
#[path = "../../../../fuzz/src/plain.rs"]
mod plain;
#[path = "../../../../fuzz/src/tree.rs"]
mod tree;
mod ways;

use changes::{UNNOTICED, changes};
use plain::{digest, plain};
use proptest::prelude::*;
use qixin::execution_list_by_name::{Reply, Request};
use qixin::zhixing_core::credentials::Secret;
use qixin::zhixing_core::error::Kind;
use qixin::zhixing_core::transport::{HttpReply, HttpRequest, Limits, Transport, TransportError};
use qixin::zhixing_core::verify::Signature;
use qixin::{Answer, Client, Error, Outcome, VENDOR};
use tree::Node;

const SECRET: &str = "SK";

/// The documented reply (6.1), and the payload by which the document explains its signature (7).
const REPLY: &str =
    include_str!("../../../../schemas/qixin/examples/execution_list_by_name/success.json");
const EXPLAINED: &str =
    r#"{"key1":{"keyA":"valueI"},"key2":{"keyB":true},"key3":[{"key4":1,"key5":[]}]}"#;

/// The two payloads, each with its signature by Python.
pub(crate) fn documented() -> [(Node, &'static str); 2] {
    let mut reply = Node::read(REPLY).expect("JSON");
    let data = reply.member("data").expect("a payload").clone();
    let explained = Node::read(EXPLAINED).expect("JSON");
    [
        (data, "4929ff9fb5d81a39d02447cd89f0f63d"),
        (explained, "c72eca15eb40a585883f325658ab216c"),
    ]
}

/// Answers everything with one body.
#[derive(Debug)]
struct Canned(String);

#[async_trait::async_trait]
impl Transport for Canned {
    async fn send(&self, _: &HttpRequest, _: &Limits) -> Result<HttpReply, TransportError> {
        Ok(HttpReply::new(
            200,
            Some("application/json"),
            self.0.clone(),
        ))
    }
}

/// A reply around a payload.
pub(crate) fn reply(status: &str, message: &str, data: &str, sign: &str) -> String {
    format!(r#"{{"status":"{status}","message":"{message}","sign":"{sign}","data":{data}}}"#)
}

pub(crate) fn client(body: &str) -> Client {
    let builder = Client::builder()
        .credential("appkey", "AK")
        .credential("secret_key", SECRET)
        .transport(Canned(body.to_owned()));
    builder.build().expect("a client")
}

async fn ask(body: &str) -> Result<Outcome<Reply>, Error> {
    let request = Request::new("博山鲁星环保机械厂");
    client(body).execution_list_by_name(&request).await
}

fn wait<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(work)
}

/// Holds one changed payload against the plain verdict, in the check itself and through the client.
fn judge(what: &str, before: &Node, sign: &str, after: &Node) -> bool {
    let same = plain(&after.write()) == plain(&before.write());
    let body = reply("200", "操作成功", &after.write(), sign);
    let spec = VENDOR.reply_signature.expect("qixin signs");
    let found = spec.verify_reply(&body, &Secret::new(SECRET));
    assert_eq!(found == Ok(Signature::Verified), same, "{what}: {body}");
    match wait(ask(&body)) {
        Ok(outcome) => assert!(
            same && outcome.receipt.signature == Signature::Verified,
            "{what}: {body}"
        ),
        Err(error) => {
            let refused = matches!(error.kind(), Kind::SignatureMismatch);
            assert_eq!(refused, !same, "{what}: {error}: {body}");
        }
    }
    !same
}

#[test]
fn the_plain_way_is_pythons() {
    for (payload, sign) in documented() {
        let text = plain(&payload.write()).unwrap() + "&secret_key=" + SECRET;
        assert_eq!(digest(&text).to_lowercase(), sign);
        assert!(!judge("no change", &payload, sign, &payload), "it verifies");
    }
}

#[test]
fn every_change_at_every_place_breaks_it_but_those_that_are_listed() {
    let mut seen: Vec<&str> = Vec::new();
    let mut tried = 0;
    for (payload, sign) in documented() {
        for change in changes(&payload) {
            let after = change.of(&payload);
            let broken = judge(change.what, &payload, sign, &after);
            assert_eq!(
                broken,
                change.breaks(),
                "{}: {}",
                change.what,
                after.write()
            );
            seen.push(change.what);
            tried += 1;
        }
    }
    assert!(tried > 700, "{tried}");
    for what in UNNOTICED {
        assert!(seen.contains(&what), "not tried: {what}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn two_changes_by_chance_break_it_whenever_the_canonical_text_differs(
        example in 0..2_usize,
        first in any::<prop::sample::Index>(),
        second in any::<prop::sample::Index>(),
    ) {
        let (payload, sign) = documented()[example].clone();
        let once = first.get(&changes(&payload)).of(&payload);
        let again = changes(&once);
        if !again.is_empty() {
            judge("two changes", &payload, sign, &second.get(&again).of(&once));
        }
    }
}

/// One value can hold what looks like the next pair: the canonical text has no escapes.
#[test]
fn a_value_can_swallow_its_neighbour() {
    let [_, (payload, sign)] = documented();
    let swallowed = r#"{"key1":{"keyA":"valueI&key2.keyB=true"},"key3":[{"key4":1,"key5":[]}]}"#;
    let after = Node::read(swallowed).unwrap();
    assert!(!judge("swallowed", &payload, sign, &after), "it verifies");
    // Spelled with escapes and blanks it is the same JSON.
    let spelled = EXPLAINED
        .replace("valueI", "\\u0076alueI")
        .replace(':', " :\n ");
    let body = reply("200", "", &spelled, sign);
    let spec = VENDOR.reply_signature.unwrap();
    assert_eq!(
        spec.verify_reply(&body, &Secret::new(SECRET)),
        Ok(Signature::Verified)
    );
}

/// Status, message, unknown members and the question are outside of the signature.
#[test]
fn what_is_not_covered_verifies_all_the_same() {
    let [(payload, sign), _] = documented();
    let data = payload.write();
    let verified = |body: &str| {
        let outcome = wait(ask(body)).unwrap_or_else(|error| panic!("{error}: {body}"));
        assert_eq!(outcome.receipt.signature, Signature::Verified, "{body}");
        outcome
    };
    // The message; the status, from "found" to "found nothing", which the records then outrank; a member that is not documented.
    let found = verified(&reply("200", "", &data, sign));
    assert_eq!(
        verified(&reply("200", "别的话", &data, sign)).reply.data,
        found.reply.data
    );
    let altered = verified(&reply("201", "查询无结果", &data, sign));
    assert_eq!(
        (altered.answer, altered.records().len()),
        (Answer::Found, 2)
    );
    verified(&reply("200", "", &data, sign).replacen('{', r#"{"new":1,"#, 1));
    // A status of failure is believed whatever the payload says: nobody can tell who wrote it.
    let failed = wait(ask(&reply("102", "账户余额不足", &data, sign))).unwrap_err();
    assert_eq!(failed.code(), Some("102"));
    // Nothing says to which question a reply belongs, or when it was made: the same reply answers another question as well.
    let replayed = client(&reply("200", "", &data, sign));
    let other = wait(replayed.execution_list_by_name(&Request::new("另一家公司"))).unwrap();
    assert_eq!(other.receipt.signature, Signature::Verified);
    // And every reply without a payload has the same signature: hashlib.md5(b"&secret_key=SK").
    let empty = verified(&reply("201", "", "[]", "288844a05600a4cf650a144865861066"));
    assert_eq!(empty.answer, Answer::None);
}

/// Each way in which a changed reply verifies stands where users look.
#[test]
fn the_weaknesses_are_documented() {
    let page = include_str!("../../../../docs/reliability.md");
    for what in UNNOTICED {
        assert!(page.contains(what), "not documented: {what}");
    }
}
