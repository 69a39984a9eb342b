//! Signed replies: what is verified, what is refused, what is handed out all the same when somebody insists.
//!
//! The digests are Python's: `hashlib.md5((canonical + "&secret_key=" + SECRET).encode()).hexdigest()`, where the canonical
//! text was written by hand after section 7 of the qixin document (pairs of whole keys in byte order, joined by `&`).

mod support;

use std::sync::Arc;

use support::{Double, SECRET, builder, caller, signed};
use zhixing_core::credentials::Secret;
use zhixing_core::error::Kind;
use zhixing_core::operation::Reply;
use zhixing_core::transport::Phase;
use zhixing_core::verify::{Signature, Verifier};
use zhixing_core::{Answer, Error, Outcome};

/// Of `items.0.name_x=y&items.0.number=1&items.0.oper_name=张德洲&total=1`.
const OF_ONE: &str = "4462b039daf54e3e63fc94be8ef2f70a";
/// Of the empty canonical text.
const OF_NOTHING: &str = "fa4ee780be55dd43dc600a4981a80b69";
const ONE: &str = r#"{"total":1,"items":[{"oper_name":"张德洲","number":1,"name_x":"y"}]}"#;

type Signed = Result<Outcome<signed::Reply>, Error>;

fn body(status: &str, data: &str, sign: Option<&str>) -> String {
    let sign = sign.map_or(String::new(), |sign| format!(r#","sign":"{sign}""#));
    format!(r#"{{"status":"{status}","message":"m","data":{data}{sign}}}"#)
}

async fn ask(body: &str) -> Signed {
    caller(&signed::VENDOR, Double::answering(body))
        .call(&signed::Request::new("x"))
        .await
}

async fn insist(body: &str) -> Signed {
    builder(&signed::VENDOR, Double::answering(body))
        .dangerously_accept_unverified_replies()
        .build()
        .unwrap()
        .call(&signed::Request::new("x"))
        .await
}

async fn refused(body: &str) -> Kind {
    let error = ask(body).await.unwrap_err();
    assert_eq!(error.phase(), Phase::Answered);
    let kept = error.raw_reply().unwrap();
    assert_eq!(kept.text(), Some(body), "what was paid for is kept");
    error.kind().clone()
}

#[tokio::test]
async fn a_signed_reply_is_verified() {
    for sign in [OF_ONE, &OF_ONE.to_uppercase()] {
        let outcome = ask(&body("200", ONE, Some(sign))).await.unwrap();
        assert_eq!(outcome.receipt.signature, Signature::Verified);
        assert_eq!(outcome.answer, Answer::Found);
        assert_eq!(outcome.records()[0].oper_name.as_deref(), Some("张德洲"));
    }
    // Under a byte order mark as well, and with its members in another order.
    let turned = format!("\u{feff}{{\"sign\":\"{OF_ONE}\",\"data\":{ONE},\"status\":200}}");
    let outcome = ask(&turned).await.unwrap();
    assert_eq!(outcome.receipt.signature, Signature::Verified);
}

#[tokio::test]
async fn an_altered_payload_is_refused_documented_or_not() {
    for (was, now) in [
        ("张德洲", "张德州"),
        ("\"number\":1", "\"number\":2"),
        ("\"number\":1", "\"number\":1.0"),
        ("\"total\":1", "\"total\":2"),
        ("\"name_x\":\"y\"", "\"name_x\":\"z\""),
        (",\"name_x\":\"y\"", ""),
        ("\"total\":1", "\"total\":1,\"new\":1"),
        ("\"total\":1", "\"total\":1,\"total\":1"),
    ] {
        let altered = ONE.replace(was, now);
        assert_ne!(altered, ONE);
        let kind = refused(&body("200", &altered, Some(OF_ONE))).await;
        assert_eq!(kind, Kind::SignatureMismatch, "{now}");
    }
    for sign in [&OF_ONE[..31], OF_NOTHING, "x"] {
        let kind = refused(&body("200", ONE, Some(sign))).await;
        assert_eq!(kind, Kind::SignatureMismatch, "{sign}");
    }
}

#[tokio::test]
async fn a_payload_that_stands_twice_is_refused() {
    let twice =
        format!(r#"{{"status":"200","data":{ONE},"data":{{"total":0}},"sign":"{OF_ONE}"}}"#);
    assert_eq!(refused(&twice).await, Kind::SignatureMismatch);
}

#[tokio::test]
async fn another_secret_is_refused() {
    let error = builder(
        &signed::VENDOR,
        Double::answering(body("200", ONE, Some(OF_ONE))),
    )
    .credential("secret", "another")
    .build()
    .unwrap()
    .call(&signed::Request::new("x"))
    .await
    .unwrap_err();
    assert_eq!(*error.kind(), Kind::SignatureMismatch);
    assert!(!format!("{error} {error:?}").contains(SECRET));
}

#[tokio::test]
async fn records_without_a_signature_are_refused() {
    let null = body("200", ONE, None).replace("}]}", "}]},\"sign\":null");
    for unsigned in [
        body("200", ONE, None),
        body("200", ONE, Some("")),
        null,
        // A success is signed even when it is empty, and so are records under a no-data code.
        body("200", r#"{"total":0}"#, None),
        body("200", "[]", None),
        body("201", ONE, None),
        body("201", r#"{"total":0}"#, None),
    ] {
        assert_eq!(
            refused(&unsigned).await,
            Kind::SignatureMissing,
            "{unsigned}"
        );
    }
}

#[tokio::test]
async fn no_data_without_a_payload_has_nothing_to_sign() {
    for data in ["null", "\"\"", "[]", "{}", "[ ]", "{\n}"] {
        let outcome = ask(&body("201", data, None)).await.unwrap();
        assert_eq!(outcome.answer, Answer::None, "{data}");
        assert_eq!(outcome.receipt.signature, Signature::Unsigned, "{data}");
    }
    let outcome = ask(r#"{"status":"201"}"#).await.unwrap();
    assert_eq!(outcome.receipt.signature, Signature::Unsigned);
    // If it is signed, the signature is held against it.
    let outcome = ask(&body("201", "{}", Some(OF_NOTHING))).await.unwrap();
    assert_eq!(outcome.receipt.signature, Signature::Verified);
    // How an empty payload is signed is left open: any named choice will do.
    for (data, digest) in [
        // Of `={}`, `[]`, `null` and `=`.
        ("{}", "61c05d9183b904da58bfe47d477951c0"),
        ("[]", "67ac9ebe65aa3251f4f9496cd8c18c6d"),
        ("null", "8eba35e74d092fbf1c33f8ba0e2ea75f"),
        ("null", "465faa44b0e5cc8381718ed26221b6f5"),
    ] {
        let outcome = ask(&body("201", data, Some(digest))).await.unwrap();
        assert_eq!(outcome.receipt.signature, Signature::Verified, "{data}");
    }
    let kind = refused(&body("201", "{}", Some(OF_ONE))).await;
    assert_eq!(kind, Kind::SignatureMismatch);
}

#[tokio::test]
async fn who_insists_gets_typed_data_that_says_what_it_is() {
    let altered = ONE.replace("\"number\":1", "\"number\":2");
    let outcome = insist(&body("200", &altered, Some(OF_ONE))).await.unwrap();
    assert_eq!(outcome.receipt.signature, Signature::Mismatch);
    assert_eq!(outcome.records()[0].number.get(), Some(&2));
    let outcome = insist(&body("200", ONE, None)).await.unwrap();
    assert_eq!(outcome.receipt.signature, Signature::Unsigned);
    let outcome = insist(&body("200", ONE, Some(OF_ONE))).await.unwrap();
    assert_eq!(
        outcome.receipt.signature,
        Signature::Verified,
        "a good one stays good"
    );
    // It waives the signature and nothing else.
    let error = insist(&body("200", "7", None)).await.unwrap_err();
    assert!(matches!(error.kind(), Kind::Shape { .. }), "{error}");
}

/// What was signed and what is typed are the same digits, in a call and of a reply that was stored.
#[tokio::test]
async fn a_number_keeps_the_digits_that_were_signed() {
    // Of `items.0.oper_name=526190220000.2800000001`.
    let sign = Some("06606d91ac8c06e9959e3e804b2a457d");
    let data = r#"{"items":[{"oper_name":526190220000.2800000001}]}"#;
    let text = body("200", data, sign);
    let called = ask(&text).await.unwrap().reply;
    let mut verifier = Verifier::new(signed::VENDOR.reply_signature.unwrap());
    let secret = Secret::new(SECRET);
    let stored = verifier.verify_as::<signed::Reply>(&text, &secret);
    let shared = verifier.verify_shared::<signed::Reply>(&Arc::new(text), &secret);
    for (signature, reply) in [stored.unwrap(), shared.unwrap()] {
        assert_eq!(signature, Signature::Verified);
        assert_eq!(reply.as_ref(), Some(&called));
    }
    let name = called.records()[0].oper_name.as_deref();
    assert_eq!(name, Some("526190220000.2800000001"));
}
