//! The line between a call and the network.
//!
//! [`Transport`] is all that the pipeline knows of HTTP. The default implementation
//! (`HttpTransport`, on reqwest) is behind the `reqwest` feature; a
//! test, a sandbox or a recording puts its own in place, and nothing of any HTTP library shows in
//! this crate's public signatures.

use std::fmt;
use std::time::Duration;

use async_trait::async_trait;

use crate::spec::Method;

mod body;
mod prepared;
#[cfg(feature = "reqwest")]
mod reqwest;

pub use body::Body;
pub use prepared::{PathPiece, Prepared, RequestField};
#[cfg(feature = "reqwest")]
pub use reqwest::HttpTransport;

/// Carries one request to a server and brings back what it answered.
///
/// An implementation sends a request **at most once**: a call is a purchase, and repeating one is
/// the caller's decision.
#[async_trait]
pub trait Transport: fmt::Debug + Send + Sync {
    /// Sends the request and reads the whole reply.
    ///
    /// # Errors
    /// [`TransportError`] says what went wrong and whether the server may have got the request.
    async fn send(
        &self,
        request: &HttpRequest,
        limits: &Limits,
    ) -> Result<HttpReply, TransportError>;
}

#[async_trait]
impl<T: Transport + ?Sized> Transport for std::sync::Arc<T> {
    async fn send(
        &self,
        request: &HttpRequest,
        limits: &Limits,
    ) -> Result<HttpReply, TransportError> {
        (**self).send(request, limits).await
    }
}

/// One HTTP request, ready to be sent. It holds credentials: Debug shows none of them.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct HttpRequest {
    /// The method.
    pub method: Method,
    /// The whole URL, query included.
    pub url: String,
    /// The headers that the document asks for.
    pub headers: Vec<(String, String)>,
    /// The body, already encoded.
    pub body: Option<String>,
}

impl HttpRequest {
    /// A bare GET of that URL: no header and no credential, for asking whether a host is there.
    #[must_use]
    pub fn get(url: impl Into<String>) -> Self {
        Self {
            method: Method::Get,
            url: url.into(),
            headers: Vec::new(),
            body: None,
        }
    }
}

impl fmt::Debug for HttpRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.headers.iter().map(|(name, _)| name.as_str()).collect();
        f.debug_struct("HttpRequest")
            .field("method", &self.method)
            .field("headers", &names)
            .field("body_bytes", &self.body.as_ref().map_or(0, String::len))
            .finish_non_exhaustive()
    }
}

/// What came back. Debug shows sizes, not content.
#[derive(Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct HttpReply {
    /// The HTTP status code.
    pub status: u16,
    /// The `Content-Type` header.
    pub content_type: Option<String>,
    /// The `Date` header.
    pub date: Option<String>,
    /// The `Age` header, which only a reply out of a cache has.
    pub age: Option<String>,
    /// The body after decompression.
    pub body: Body,
}

impl HttpReply {
    /// A reply with this status and body.
    #[must_use]
    pub fn new(status: u16, content_type: Option<&str>, body: impl Into<Body>) -> Self {
        Self {
            status,
            content_type: content_type.map(str::to_owned),
            date: None,
            age: None,
            body: body.into(),
        }
    }
}

impl fmt::Debug for HttpReply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpReply")
            .field("status", &self.status)
            .field("content_type", &self.content_type)
            .field("body_bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

/// What an exchange may cost in time and memory. `docs/reliability.md` ("Bounds") says what each ends in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// For the connection to be made, name and TLS included. A transport that pools connections takes it
    /// from the client that is built first.
    pub connect: Duration,
    /// For the reply to begin, from the start of the exchange: the time in which the vendor searches.
    pub head: Duration,
    /// For the next bytes of a body that has begun.
    pub silence: Duration,
    /// For the whole exchange.
    pub attempt: Duration,
    /// Bytes of the body, after decompression.
    pub reply_bytes: usize,
    /// Items of all lists of a reply together: three bytes of a reply can be a record of a thousand.
    pub list_items: usize,
}

impl Limits {
    /// 3 s for the connection, 15 s until the reply begins, 5 s of silence, 20 s in all; 8 MiB, and 20,000 items.
    pub const DEFAULT: Self = Self {
        connect: Duration::from_secs(3),
        head: Duration::from_secs(15),
        silence: Duration::from_secs(5),
        attempt: Duration::from_secs(20),
        reply_bytes: 8 * 1024 * 1024,
        list_items: 20_000,
    };
}

impl Default for Limits {
    /// [`DEFAULT`](Self::DEFAULT).
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// An exchange that did not bring a whole reply. What it shows holds neither URL nor header nor body.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TransportError {
    /// What went wrong.
    pub fault: Fault,
    /// Whether the server may have got the request.
    pub phase: Phase,
    /// What had arrived of a reply that did not arrive whole: it may have been paid for.
    pub partial: Option<Box<HttpReply>>,
}

impl TransportError {
    /// An error of this fault and phase.
    #[must_use]
    pub fn new(fault: Fault, phase: Phase) -> Self {
        Self {
            fault,
            phase,
            partial: None,
        }
    }

    /// An error inside a reply of which this much arrived.
    #[must_use]
    pub fn inside(fault: Fault, partial: HttpReply) -> Self {
        Self {
            fault,
            phase: Phase::Answered,
            partial: Some(Box::new(partial)),
        }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fault.fmt(f)
    }
}

impl std::error::Error for TransportError {}

/// How far a call got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Phase {
    /// It provably was not sent: it cost nothing.
    NotSent,
    /// The server may have got it: it may have been counted.
    InDoubt,
    /// The server answered, with whatever.
    Answered,
}

impl Phase {
    /// The word for machines: `no`, `in_doubt`, `yes` (was it sent?).
    #[must_use]
    pub fn sent(self) -> &'static str {
        match self {
            Self::NotSent => "no",
            Self::InDoubt => "in_doubt",
            Self::Answered => "yes",
        }
    }
}

/// What went wrong on the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Fault {
    /// The request could not be built.
    Request,
    /// The host's name has no address.
    NameNotFound,
    /// No connection could be made.
    NoConnection,
    /// No secure connection could be made.
    Tls,
    /// No connection within the time allowed.
    ConnectTimeout,
    /// No whole reply within the time allowed.
    Timeout,
    /// The connection broke before a reply.
    Cut,
    /// What came is not HTTP, or its header lines are more than is read: 400 KiB, 100 lines.
    UnreadableHead,
    /// The connection broke inside the reply's body.
    BodyCut,
    /// The body is longer than allowed.
    TooLarge {
        /// Bytes allowed.
        limit: usize,
    },
    /// The body cannot be decompressed: it is spoilt, or compressed in a way that was not asked for (gzip is read with
    /// the feature `gzip`).
    Compression,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Request => "the request could not be built",
            Self::NameNotFound => "the host's name has no address",
            Self::NoConnection => "no connection could be made",
            Self::Tls => "no secure connection could be made (certificate or TLS version)",
            Self::ConnectTimeout => "no connection within the time allowed",
            Self::Timeout => "no whole reply within the time allowed",
            Self::Cut => "the connection broke before a reply",
            Self::UnreadableHead => {
                "what the server sent is not HTTP, or has too many header lines"
            }
            Self::BodyCut => "the connection broke inside the reply",
            Self::TooLarge { limit } => {
                return write!(f, "the reply is longer than the {limit} bytes allowed");
            }
            Self::Compression => "the reply cannot be decompressed",
        })
    }
}
