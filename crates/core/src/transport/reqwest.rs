//! HTTP by reqwest.
//!
//! No redirects, no referer, no retries of reqwest's own (it would repeat a purchase), no proxy
//! surprises beyond the environment's. TLS is rustls on ring: it builds with a C compiler alone,
//! needs no system library, and is handed over as a value, so no process-wide provider is set.

use std::error::Error as StdError;
use std::sync::Arc;

use async_trait::async_trait;
use reqwest::header::{ACCEPT_ENCODING, CONTENT_ENCODING, HeaderMap, HeaderValue};
use rustls_platform_verifier::BuilderVerifierExt;

use super::{Fault, HttpReply, HttpRequest, Limits, Phase, Transport, TransportError};
use crate::spec::Method;

/// Real HTTP. Cheap to clone; clones share connections.
#[derive(Clone)]
pub struct HttpTransport {
    client: reqwest::Client,
}

impl std::fmt::Debug for HttpTransport {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("HttpTransport")
    }
}

impl HttpTransport {
    /// A transport whose connections are made within `limits.connect`.
    ///
    /// # Errors
    /// The TLS library refuses its own defaults.
    pub fn new(limits: &Limits) -> Result<Self, TransportError> {
        let tls = tls_config().map_err(|_| TransportError::new(Fault::Tls, Phase::NotSent))?;
        let client = reqwest::Client::builder()
            .tls_backend_preconfigured(tls)
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .retry(reqwest::retry::never())
            .connect_timeout(limits.connect)
            .user_agent(concat!("zhixing/", env!("CARGO_PKG_VERSION")))
            .default_headers(default_headers())
            .build()
            .map_err(|_| TransportError::new(Fault::Request, Phase::NotSent))?;
        Ok(Self { client })
    }
}

/// RFC 9110, 12.5.3: who names no encoding accepts every one, so what cannot be read must be refused by name. With the
/// feature `gzip`, reqwest asks for that.
fn default_headers() -> HeaderMap {
    let mut headers = HeaderMap::new();
    if cfg!(not(feature = "gzip")) {
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
    }
    headers
}

/// Whether the body is still in some encoding: reqwest takes the header away with the encoding that it undid.
fn is_encoded(reply: &HeaderMap) -> bool {
    let encodings = reply.get_all(CONTENT_ENCODING);
    let is_none = |encoding: &HeaderValue| {
        let encoding = encoding.as_bytes().trim_ascii();
        encoding.is_empty() || encoding.eq_ignore_ascii_case(b"identity")
    };
    !encodings.into_iter().all(is_none)
}

fn tls_config() -> Result<rustls::ClientConfig, rustls::Error> {
    let builder = rustls::ClientConfig::builder_with_provider(Arc::new(
        rustls::crypto::ring::default_provider(),
    ))
    .with_safe_default_protocol_versions()?;
    let config = match builder.clone().with_platform_verifier() {
        Ok(trusting) => trusting.with_no_client_auth(),
        // A machine without root certificates, such as a bare container, can still speak plain
        // http; each https call then fails as a TLS fault.
        Err(_) => builder
            .with_root_certificates(rustls::RootCertStore::empty())
            .with_no_client_auth(),
    };
    Ok(config)
}

#[async_trait]
impl Transport for HttpTransport {
    async fn send(
        &self,
        request: &HttpRequest,
        limits: &Limits,
    ) -> Result<HttpReply, TransportError> {
        let method = match request.method {
            Method::Get => reqwest::Method::GET,
            Method::Post => reqwest::Method::POST,
        };
        let mut builder = self
            .client
            .request(method, &request.url)
            .timeout(limits.attempt);
        for (name, value) in &request.headers {
            builder = builder.header(name, value);
        }
        if let Some(body) = &request.body {
            builder = builder.body(body.clone());
        } else if request.method == Method::Post {
            // RFC 9110, 8.6: some servers wait for a body, or refuse, unless told that there is none.
            builder = builder.header("content-length", "0");
        }
        let mut response = builder.send().await.map_err(|error| before_reply(&error))?;
        if is_encoded(response.headers()) {
            return Err(TransportError::new(Fault::Compression, Phase::Answered));
        }
        let header = |name: &str| {
            response
                .headers()
                .get(name)
                .and_then(|value| value.to_str().ok())
                .map(str::to_owned)
        };
        let announced = response.content_length();
        let mut reply = HttpReply {
            status: response.status().as_u16(),
            content_type: header("content-type"),
            date: header("date"),
            age: header("age"),
            body: Vec::new(),
        };
        let room = limits.reply_bytes as u64;
        if announced.is_some_and(|bytes| bytes > room) {
            return Err(too_large(limits));
        }
        // Taken at once, so that nothing is copied while the body grows. What comes compressed announces no length.
        reply.body = Vec::with_capacity(announced.unwrap_or(0) as usize);
        while let Some(chunk) = response
            .chunk()
            .await
            .map_err(|error| inside_reply(&error))?
        {
            if reply.body.len() + chunk.len() > limits.reply_bytes {
                return Err(too_large(limits));
            }
            reply.body.extend_from_slice(&chunk);
        }
        // A reply may be kept for long.
        reply.body.shrink_to_fit();
        Ok(reply)
    }
}

fn too_large(limits: &Limits) -> TransportError {
    let limit = limits.reply_bytes;
    TransportError::new(Fault::TooLarge { limit }, Phase::Answered)
}

/// Nothing of the error itself is kept: its text holds the URL, and the URL holds keys and names.
fn before_reply(error: &reqwest::Error) -> TransportError {
    let (fault, phase) = if error.is_builder() {
        (Fault::Request, Phase::NotSent)
    } else if error.is_connect() {
        let fault = if error.is_timeout() {
            Fault::ConnectTimeout
        } else if error.is_dns() {
            Fault::NameNotFound
        } else if caused_by_tls(error) {
            Fault::Tls
        } else {
            Fault::NoConnection
        };
        (fault, Phase::NotSent)
    } else if error.is_timeout() {
        (Fault::Timeout, Phase::InDoubt)
    } else {
        (Fault::Cut, Phase::InDoubt)
    };
    TransportError::new(fault, phase)
}

fn inside_reply(error: &reqwest::Error) -> TransportError {
    let fault = if error.is_timeout() {
        Fault::Timeout
    } else if error.is_decode() && !caused_by_io(error) {
        Fault::Compression
    } else {
        Fault::BodyCut
    };
    TransportError::new(fault, Phase::Answered)
}

fn causes(error: &reqwest::Error) -> impl Iterator<Item = &(dyn StdError + 'static)> {
    std::iter::successors(error.source(), |cause: &&(dyn StdError + 'static)| {
        (*cause).source()
    })
}

fn caused_by_tls(error: &reqwest::Error) -> bool {
    causes(error).any(|cause| {
        // An error of IO says its inner error's cause and not the inner error; hyper-rustls puts one into another.
        let mut inner: &(dyn StdError + 'static) = cause;
        while let Some(held) = inner
            .downcast_ref::<std::io::Error>()
            .and_then(std::io::Error::get_ref)
        {
            inner = held;
        }
        inner.is::<rustls::Error>()
    })
}

fn caused_by_io(error: &reqwest::Error) -> bool {
    causes(error).any(|cause| {
        cause.downcast_ref::<std::io::Error>().is_some_and(|io| {
            use std::io::ErrorKind::{ConnectionAborted, ConnectionReset, UnexpectedEof};
            matches!(
                io.kind(),
                ConnectionAborted | ConnectionReset | UnexpectedEof
            )
        })
    })
}
