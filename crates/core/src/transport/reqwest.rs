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
use tokio::time::timeout;

use super::body::{Body, Growing};
use super::{Fault, HttpReply, HttpRequest, Limits, Phase, Transport, TransportError};
use crate::host::is_loopback;
use crate::spec::Method;

/// Real HTTP. Cheap to clone; clones share connections.
#[derive(Clone)]
pub struct HttpTransport {
    client: reqwest::Client,
    /// For hosts on this machine: a proxy that the environment names would carry the call away from it.
    local: reqwest::Client,
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
        let builder = || {
            reqwest::Client::builder()
                .tls_backend_preconfigured(tls.clone())
                .redirect(reqwest::redirect::Policy::none())
                .referer(false)
                .retry(reqwest::retry::never())
                .connect_timeout(limits.connect)
                .user_agent(concat!("zhixing/", env!("CARGO_PKG_VERSION")))
                .default_headers(default_headers())
        };
        let build = |builder: reqwest::ClientBuilder| {
            let built = builder.build();
            built.map_err(|_| TransportError::new(Fault::Request, Phase::NotSent))
        };
        Ok(Self {
            client: build(builder())?,
            local: build(builder().no_proxy())?,
        })
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
        let client = if is_loopback(&request.url) {
            &self.local
        } else {
            &self.client
        };
        let mut builder = client.request(method, &request.url).timeout(limits.attempt);
        for (name, value) in &request.headers {
            let mut value = HeaderValue::from_str(value)
                .map_err(|_| TransportError::new(Fault::Request, Phase::NotSent))?;
            // Keys and signatures travel so: whatever a library logs of its headers, these it masks.
            value.set_sensitive(true);
            builder = builder.header(name, value);
        }
        if let Some(body) = &request.body {
            builder = builder.body(body.clone());
        } else if request.method == Method::Post {
            // RFC 9110, 8.6: some servers wait for a body, or refuse, unless told that there is none.
            builder = builder.header("content-length", "0");
        }
        let begun = timeout(limits.head, builder.send()).await;
        let begun = begun.map_err(|_| TransportError::new(Fault::Timeout, Phase::InDoubt))?;
        let mut response = begun.map_err(|error| before_reply(&error))?;
        let mut reply = head(&response);
        let mut body = Growing::default();
        let read = read_body(&mut response, limits, &mut body).await;
        reply.body = body.end();
        match read {
            Ok(()) => Ok(reply),
            Err(fault) => Err(TransportError::inside(fault, reply)),
        }
    }
}

/// The reply's head, as far as anything is done with it.
fn head(response: &reqwest::Response) -> HttpReply {
    let header = |name: &str| {
        let value = response.headers().get(name)?.to_str().ok()?;
        // Longer than any that is meant, and a reply may be kept for long.
        (value.len() <= 256).then(|| value.to_owned())
    };
    HttpReply {
        status: response.status().as_u16(),
        content_type: header("content-type"),
        date: header("date"),
        age: header("age"),
        body: Body::default(),
    }
}

/// Reads the body to its end, never more than is allowed of it. What arrived before a fault stays in `body`, and so does what nobody here
/// can unpack: it was paid for.
async fn read_body(
    response: &mut reqwest::Response,
    limits: &Limits,
    body: &mut Growing,
) -> Result<(), Fault> {
    let encoded = is_encoded(response.headers());
    let limit = limits.reply_bytes;
    // What comes compressed announces no length.
    let announced = response.content_length().unwrap_or(0);
    let room = usize::try_from(announced).map_err(|_| Fault::TooLarge { limit })?;
    if room > limit {
        return Err(Fault::TooLarge { limit });
    }
    // At once, so that nothing is copied while the body grows. What is not written to is no memory yet. Where the limit is
    // none to speak of, what is announced may be more than any machine has.
    body.reserve(room).map_err(|_| Fault::TooLarge { limit })?;
    loop {
        let chunk = timeout(limits.silence, response.chunk()).await;
        let chunk = chunk.map_err(|_| Fault::Timeout)?;
        let Some(chunk) = chunk.map_err(|error| inside_reply(&error))? else {
            break;
        };
        if chunk.len() > limit - body.len() {
            return Err(Fault::TooLarge { limit });
        }
        body.push(&chunk);
    }
    if encoded {
        return Err(Fault::Compression);
    }
    Ok(())
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
    } else if caused_by_head(error) {
        (Fault::UnreadableHead, Phase::Answered)
    } else {
        (Fault::Cut, Phase::InDoubt)
    };
    TransportError::new(fault, phase)
}

/// Whether something came, and cannot be read as the head of a reply.
fn caused_by_head(error: &reqwest::Error) -> bool {
    causes(error).any(|cause| {
        cause
            .downcast_ref::<hyper::Error>()
            .is_some_and(hyper::Error::is_parse)
    })
}

fn inside_reply(error: &reqwest::Error) -> Fault {
    if error.is_timeout() {
        Fault::Timeout
    } else if error.is_decode() && !caused_by_io(error) {
        Fault::Compression
    } else {
        Fault::BodyCut
    }
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
