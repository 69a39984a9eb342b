//! Any bytes as a vendor's reply, through the whole client: a transport answers with them, and what comes out must hold.
//!
//! The first byte says how the reply comes: its HTTP status, whether it is signed anew (a changed reply would otherwise never be
//! typed where replies are signed), and whether the rest is the body itself or instructions for damaging a documented one.

use std::sync::Arc;

use tokio::runtime::Runtime;
use zhixing::{Entry, Setup};
use zhixing_core::Error;
use zhixing_core::any::AnyOutcome;
use zhixing_core::credentials::Secret;
use zhixing_core::request::Arguments;
use zhixing_core::transport::{HttpReply, HttpRequest, Limits, Transport, TransportError};
use zhixing_sandbox::{EXAMPLES, Example};

#[path = "../awkward.rs"]
mod awkward;
mod damage;
mod judge;
#[path = "../plain.rs"]
mod plain;
#[path = "../tree.rs"]
mod tree;
mod words;

use damage::damaged;
use judge::Judge;
use tree::Node;

const SECRET: &str = "fuzzSecretOfNobody";

/// Bits of the first byte.
const SIGNED: u8 = 0b0000_1000;
const DAMAGED: u8 = 0b0001_0000;
/// Statuses, by the lowest three bits. None that a document says to ask again after.
const STATUSES: [u16; 8] = [200, 200, 200, 200, 201, 302, 404, 500];

/// The first byte of a reply that comes as it stands, under HTTP 200, and of one that is signed anew. Signs of text, so that a
/// seed is text.
const AS_IT_STANDS: u8 = b' ';
const SIGNED_ANEW: u8 = AS_IT_STANDS | SIGNED;

/// What one input came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Came {
    Typed,
    Refused,
}

/// Sends one vendor's replies through its client.
pub(crate) struct Replies {
    entry: &'static Entry,
    examples: Vec<&'static Example>,
    judge: Judge,
    runtime: Runtime,
}

impl Replies {
    /// # Panics
    /// There is no such vendor.
    pub(crate) fn of(vendor: &str) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build()
            .expect("a runtime");
        let entry = zhixing::vendor(vendor).expect("a vendor");
        let own = EXAMPLES.iter().filter(|example| example.vendor == vendor);
        Self {
            entry,
            examples: own.collect(),
            judge: Judge::of(entry.vendor),
            runtime,
        }
    }

    /// The documented replies as inputs. The tests write them for a run.
    #[allow(dead_code)]
    pub(crate) fn seeds(&self) -> Vec<(String, Vec<u8>)> {
        let mut seeds = Vec::new();
        for example in &self.examples {
            let name = example.file.rsplit('/').next().unwrap_or_default();
            let tight = Node::read(example.reply).map(|node| node.write());
            let body = tight.unwrap_or_default().into_bytes();
            for first in [AS_IT_STANDS, SIGNED_ANEW] {
                let input = [&[first][..], &body].concat();
                seeds.push((format!("{name}-{first}"), input));
            }
            let steps = [SIGNED | DAMAGED, 0, 0, 9, 9, 3, 4, 40];
            seeds.push((format!("{name}-damaged"), steps.to_vec()));
        }
        seeds
    }

    /// Sends it.
    ///
    /// # Errors
    /// A finding: what came out does not hold.
    pub(crate) fn check(&self, input: &[u8]) -> Result<Came, String> {
        let Some((first, rest)) = input.split_first() else {
            return Ok(Came::Refused);
        };
        let mut rest = rest;
        let mut example = self.examples[0];
        let mut body = if first & DAMAGED != 0 {
            if let Some((which, steps)) = rest.split_first() {
                example = self.examples[usize::from(*which) % self.examples.len()];
                rest = steps;
            }
            damaged(example.reply, rest).into_bytes()
        } else {
            rest.to_vec()
        };
        if first & SIGNED != 0 {
            body = self.signed(body);
        }
        let status = STATUSES[usize::from(first % 8)];
        let signs = self.entry.vendor.reply_signature.is_some();
        let came = self.ask(example, status, &body, !signs);
        let mut found = self.judge.holds(&came, &body);
        if signs {
            let insisting = self.ask(example, status, &body, true);
            found = found
                .and_then(|()| self.judge.holds(&insisting, &body))
                .and_then(|()| self.judge.certain(&came, &insisting, &body, SECRET));
        }
        found.map_err(|what| format!("{what}\n{}", String::from_utf8_lossy(&body)))?;
        Ok(if came.is_ok() {
            Came::Typed
        } else {
            Came::Refused
        })
    }

    /// Puts the right signature into a reply that has a payload, by the sandbox's way to sign.
    fn signed(&self, body: Vec<u8>) -> Vec<u8> {
        let text = std::str::from_utf8(&body).ok().and_then(Node::read);
        let (Some(spec), Some(mut node)) = (&self.entry.vendor.reply_signature, text) else {
            return body;
        };
        let payload = spec
            .payload
            .iter()
            .try_fold(&mut node, |at, key| at.member(key));
        let payload = payload.map_or_else(|| "null".to_owned(), |node| node.write());
        let Ok(sign) = spec.sign_payload(&payload, &Secret::new(SECRET)) else {
            return body;
        };
        let place = spec
            .signature
            .iter()
            .try_fold(&mut node, |at, key| at.member(key));
        match place {
            Some(place) => *place = Node::text(&sign),
            None => return body,
        }
        node.write().into_bytes()
    }

    /// Asks for a page that is answered so. Whoever insists also listens to what differs from the document.
    fn ask(
        &self,
        example: &Example,
        status: u16,
        body: &[u8],
        insist: bool,
    ) -> Result<AnyOutcome, Error> {
        let vendor = self.entry.vendor;
        let reply = HttpReply::new(status, Some("application/json"), body);
        let answering = Answering(reply);
        let mut setup = Setup::from_lookup(move |variable| {
            let mut credentials = vendor.credentials.iter();
            let host = vendor.base_url.url.is_none() && variable == vendor.base_url.environment;
            let secret = credentials.any(|credential| credential.environment == variable);
            let secret = secret.then(|| SECRET.to_owned());
            secret.or_else(|| host.then(|| "https://fuzz.invalid/".to_owned()))
        })
        .transports(move |_| Arc::new(answering.clone()));
        if insist {
            setup = setup
                .dangerously_accept_unverified_replies()
                .observer(|event: &zhixing_core::observe::Event| drop(format!("{event:?}")));
        }
        // An example does not print all that was asked.
        let operation = vendor.operation(example.operation);
        let mut arguments = Arguments::new();
        for parameter in operation.map_or(&[][..], |operation| operation.parameters) {
            let mut printed = example.arguments.iter();
            let value = match printed.find(|(name, _)| *name == parameter.name) {
                Some((_, value)) => *value,
                None if !parameter.required || parameter.default.is_some() => continue,
                None => "沙箱示例贸易有限公司",
            };
            arguments.push(parameter.name, value);
        }
        let client = self.entry.connect(&setup)?;
        self.runtime
            .block_on(client.call_any(example.operation, arguments))
    }
}

/// Answers everything with one reply.
#[derive(Debug, Clone)]
struct Answering(HttpReply);

#[async_trait::async_trait]
impl Transport for Answering {
    async fn send(&self, _: &HttpRequest, _: &Limits) -> Result<HttpReply, TransportError> {
        Ok(self.0.clone())
    }
}
