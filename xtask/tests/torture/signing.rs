//! A recipe with every building block, signed by generated data and the core, against a signature that Python made
//! (`sign.py`).

use std::collections::BTreeMap;

use async_trait::async_trait;
use serde_json::Value;
use zhixing_core::any::AnyClient as _;
use zhixing_core::request::Arguments;
use zhixing_core::sign::{NonceError, NonceForm, Nonces, ZeroNonces};
use zhixing_core::transport::{
    Fault, HttpReply, HttpRequest, Limits, Phase, Transport, TransportError,
};

use super::generated::{Client, VENDOR, type_};

#[derive(Debug)]
struct Nowhere;

#[async_trait]
impl Transport for Nowhere {
    async fn send(&self, _: &HttpRequest, _: &Limits) -> Result<HttpReply, TransportError> {
        Err(TransportError::new(Fault::NoConnection, Phase::NotSent))
    }
}

/// Nonces by the name of their value.
#[derive(Debug)]
struct Given(BTreeMap<String, String>);

impl Nonces for Given {
    fn nonce(&self, name: &'static str, form: NonceForm) -> Result<String, NonceError> {
        let nonce = self.0.get(name).filter(|nonce| form.fits(nonce));
        nonce.cloned().ok_or(NonceError)
    }
}

fn signed() -> Value {
    serde_json::from_str(include_str!("signed.json")).expect("JSON")
}

fn texts(value: &Value) -> BTreeMap<String, String> {
    let members = value.as_object().expect("an object").iter();
    members
        .map(|(name, value)| (name.clone(), value.as_str().expect("text").to_owned()))
        .collect()
}

fn client(expected: &Value) -> Client {
    let mut builder = zhixing_core::client::Builder::<Client>::new(&VENDOR)
        .base_url("https://torture.test")
        .transport(Nowhere)
        .nonces(Given(texts(&expected["nonces"])));
    for (name, value) in texts(&expected["credentials"]) {
        builder = builder.credential(&name, value);
    }
    builder.build().expect("a client")
}

fn arguments(expected: &Value) -> Arguments {
    let given = texts(&expected["arguments"]).into_iter();
    given.fold(Arguments::new(), |all, (name, value)| all.with(name, value))
}

#[test]
fn every_building_block_is_signed_as_python_signs_it() {
    let expected = signed();
    let client = client(&expected);
    let at = expected["at"]
        .as_str()
        .expect("text")
        .parse()
        .expect("a time");
    let prepared = client
        .caller()
        .prepare(&type_::OPERATION, &arguments(&expected), at)
        .expect("a request");
    let request = prepared.to_http();
    assert_eq!(Value::from(request.url), expected["url"]);
    assert_eq!(Value::from(request.body), expected["body"]);
    let headers: BTreeMap<String, String> = request.headers.into_iter().collect();
    assert_eq!(headers, texts(&expected["headers"]));

    let masked = prepared.masked();
    let shown = format!(
        "{masked:?} {prepared:?} {} {:?}",
        masked.url, masked.headers
    );
    for secret in ["密", "EK/1", "EK%2F1", "我"] {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
    let header = |name: &str| {
        let mut headers = masked.headers.iter();
        headers
            .find(|(held, _)| held == name)
            .map(|(_, value)| value.as_str())
    };
    assert_eq!(header("Authorization"), Some("***"));
    assert_eq!(header("X-Nonce"), Some("0123456789abcdef"));
}

#[test]
fn each_call_has_nonces_of_its_own_unless_they_stand_still() {
    let expected = signed();
    let builder = texts(&expected["credentials"]).into_iter().fold(
        zhixing_core::client::Builder::<Client>::new(&VENDOR)
            .base_url("https://torture.test")
            .transport(Nowhere),
        |builder, (name, value)| builder.credential(&name, value),
    );
    let client: Client = builder.build().expect("a client");
    let at = "2023-11-14T22:13:20Z".parse().expect("a time");
    let arguments = arguments(&expected);
    let prepare = || client.caller().prepare(&type_::OPERATION, &arguments, at);
    assert_ne!(prepare().expect("a request"), prepare().expect("a request"));
    let still = || {
        let caller = client.caller();
        caller.prepare_with_nonces(&type_::OPERATION, &arguments, at, &ZeroNonces)
    };
    assert_eq!(still().expect("a request"), still().expect("a request"));
}
