//! What the tests share: requests written out by hand, and clients with nothing but the pipeline.

#![allow(dead_code, unreachable_pub)] // Each test file uses its own part.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;
use zhixing_core::client::{Builder, Caller};
use zhixing_core::clock::{FixedClock, Timestamp};
use zhixing_core::operation::Reply;
use zhixing_core::request::Arguments;
use zhixing_core::spec::{Method, Operation, Vendor};
use zhixing_core::transport::{HttpReply, HttpRequest, Limits, Transport};
use zhixing_core::{Error, Outcome};
use zhixing_sandbox::Sandbox;

/// 1700000000 seconds after 1970: the 15th of November, 06:13:20, in Beijing.
pub const NOW: &str = "2023-11-14T22:13:20Z";

pub fn clock(at: &str) -> FixedClock {
    FixedClock(at.parse().expect("a time"))
}

/// A sandbox at [`NOW`] with short credentials that signatures can be made of by hand.
pub fn sandbox_at(at: &str) -> Sandbox {
    Sandbox::builder()
        .clock(clock(at))
        .account("qixin", [("appkey", "AK"), ("secret_key", "SK")])
        .account("xinshu", [("apikey", "XK"), ("private_key", "abc")])
        .account("qcc", [("key", "K"), ("secret_key", "S")])
        .account("juhe", [("key", "JK")])
        .account("cloudmarket", [("appcode", "AC")])
        .build()
        .expect("a sandbox")
}

pub fn sandbox() -> Sandbox {
    sandbox_at(NOW)
}

pub struct Plain(pub Caller);

impl From<Caller> for Plain {
    fn from(caller: Caller) -> Self {
        Self(caller)
    }
}

/// A client of the sandbox, signing by the sandbox's clock.
pub fn caller(sandbox: &Sandbox, vendor: &'static Vendor) -> Caller {
    let built: Result<Plain, Error> = Builder::new(vendor)
        .from_lookup(|variable| sandbox.lookup(variable))
        .transport(sandbox.transport_for(vendor.name))
        .clock(clock(NOW))
        .build();
    built.expect("a client").0
}

/// Calls with these arguments.
pub async fn call<R: Reply>(
    sandbox: &Sandbox,
    operation: &'static Operation,
    arguments: &[(&str, &str)],
) -> Result<Outcome<R>, Error> {
    let mut given = Arguments::new();
    for (name, value) in arguments {
        given.push(*name, *value);
    }
    caller(sandbox, operation.vendor)
        .call_with(operation, given)
        .await
}

pub fn pairs(fields: &[(&str, &str)]) -> String {
    let pairs: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC)))
        .collect();
    pairs.join("&")
}

/// A request as somebody without this project's clients would write it.
pub fn request(
    method: Method,
    url: &str,
    query: &[(&str, &str)],
    headers: &[(&str, &str)],
    form: &[(&str, &str)],
) -> HttpRequest {
    // A request can only be made by a client; everything in it is then replaced.
    let mut request = caller(&Sandbox::new(), &cloudmarket::VENDOR)
        .prepare(
            &cloudmarket::dishonest::OPERATION,
            &Arguments::new().with("keyword", "x"),
            Timestamp::UNIX_EPOCH,
        )
        .expect("a request")
        .to_http();
    request.method = method;
    request.url = url.to_owned();
    if !query.is_empty() {
        request.url = format!("{url}?{}", pairs(query));
    }
    request.headers = headers
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    request.body = None;
    if !form.is_empty() {
        request.headers.push((
            "Content-Type".to_owned(),
            "application/x-www-form-urlencoded".to_owned(),
        ));
        request.body = Some(pairs(form));
    }
    request
}

pub async fn send(sandbox: &Sandbox, request: &HttpRequest) -> HttpReply {
    sandbox
        .send(request, &Limits::default())
        .await
        .expect("a reply")
}

pub fn json(reply: &HttpReply) -> Value {
    serde_json::from_slice(&reply.body).expect("JSON")
}

/// The file of a documented example, as people transcribed it.
pub fn documented(file: &str) -> Value {
    let path = format!("{}/../../schemas/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the example's file");
    serde_json::from_str(&text).expect("JSON")
}

/// The reply to a call of a client that signs and verifies, as it arrived.
pub async fn raw<R: Reply>(operation: &'static Operation, arguments: &[(&str, &str)]) -> Value {
    let outcome = call::<R>(&sandbox(), operation, arguments)
        .await
        .expect("an answer");
    serde_json::from_slice(outcome.receipt.raw.body()).expect("JSON")
}
