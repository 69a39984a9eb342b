//! What the tests of the pipeline share: two invented vendors written as the generator writes them, and a transport that
//! answers from a list and remembers what it was asked.
//!
//! Each test file is a crate of its own and uses a part of this.
#![allow(dead_code, unreachable_pub, missing_docs)]

pub mod broken;
pub mod plain;
pub mod rushed;
pub mod shop;
pub mod signed;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use zhixing_core::client::{Builder, Caller};
use zhixing_core::clock::FixedClock;
use zhixing_core::spec::{Class, Status, Vendor};
use zhixing_core::transport::{
    Body, Fault, HttpReply, HttpRequest, Limits, Phase, Transport, TransportError,
};

/// Credentials that can be found again wherever they should not be.
pub const KEY: &str = "kEyMaRkEr71";
pub const SECRET: &str = "sEcReTmArKeR72";
/// 2023-11-14T22:13:20Z
pub const AT: &str = "2023-11-14T22:13:20Z";

type Answer = Result<HttpReply, TransportError>;

/// Answers from a list, in order, and keeps each request.
#[derive(Clone, Default, Debug)]
pub struct Double(Arc<Mutex<(Vec<HttpRequest>, VecDeque<Answer>)>>);

impl Double {
    pub fn new() -> Self {
        Self::default()
    }

    /// One whose first answer is this JSON under HTTP 200.
    pub fn answering(body: impl Into<Body>) -> Self {
        Self::new().then(body)
    }

    /// Answers so next.
    pub fn then(self, body: impl Into<Body>) -> Self {
        self.then_reply(HttpReply::new(200, Some("application/json"), body))
    }

    pub fn then_reply(self, reply: HttpReply) -> Self {
        self.0.lock().unwrap().1.push_back(Ok(reply));
        self
    }

    pub fn then_fault(self, fault: Fault, phase: Phase) -> Self {
        let error = TransportError::new(fault, phase);
        self.0.lock().unwrap().1.push_back(Err(error));
        self
    }

    /// What it was asked so far.
    pub fn requests(&self) -> Vec<HttpRequest> {
        self.0.lock().unwrap().0.clone()
    }
}

#[async_trait::async_trait]
impl Transport for Double {
    async fn send(&self, request: &HttpRequest, _: &Limits) -> Answer {
        let mut state = self.0.lock().unwrap();
        state.0.push(request.clone());
        state.1.pop_front().expect("more calls than answers")
    }
}

/// A builder with good credentials, a clock that stands still, and this transport.
pub fn builder(vendor: &'static Vendor, transport: impl Transport + 'static) -> Builder<Caller> {
    Builder::new(vendor)
        .credential("key", KEY)
        .credential("secret", SECRET)
        .clock(FixedClock(AT.parse().unwrap()))
        .transport(transport)
}

/// A client of that vendor behind this transport.
pub fn caller(vendor: &'static Vendor, transport: impl Transport + 'static) -> Caller {
    builder(vendor, transport).build().unwrap()
}

/// A status of that code and class, with nothing else to say.
pub const fn status(code: &'static str, class: Class, valid_request: Option<bool>) -> Status {
    Status {
        code,
        name: "Name",
        meaning: "含义",
        description: "A meaning.",
        class,
        valid_request,
        old_code: None,
        advice: None,
        causes: &[],
    }
}
