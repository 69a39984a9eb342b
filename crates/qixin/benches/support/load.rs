//! Calls in flight, and the ways of calling that ours is held against.

use std::future::Future;
use std::sync::Arc;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Throughput};
use reqwest::header::{ACCEPT_ENCODING, HeaderValue};
use serde::de::DeserializeOwned;
use tokio::runtime::Runtime;
use tokio::task::JoinSet;
use zhixing_core::client::Caller;
use zhixing_core::clock::Timestamp;
use zhixing_core::operation::Request;
use zhixing_core::spec::Method;
use zhixing_core::transport::{HttpRequest, Limits};

/// So many calls one after the other are made by each task of a batch: enough to hide what it costs to start one.
const EACH: usize = 8;

/// Makes a batch of calls, so many of them in flight at any time.
pub fn batch<F: Future<Output = ()> + Send>(
    runtime: &Runtime,
    in_flight: usize,
    call: &(impl Fn() -> F + Clone + Send + 'static),
) {
    runtime.block_on(async {
        let mut tasks = JoinSet::new();
        for _ in 0..in_flight {
            let call = call.clone();
            tasks.spawn(async move {
                for _ in 0..EACH {
                    call().await;
                }
            });
        }
        while let Some(done) = tasks.join_next().await {
            done.expect("a call");
        }
    });
}

/// One row of a group: calls each second, so many of them in flight.
pub fn row<F: Future<Output = ()> + Send>(
    group: &mut BenchmarkGroup<'_, WallTime>,
    name: &str,
    runtime: Runtime,
    in_flight: usize,
    call: impl Fn() -> F + Clone + Send + 'static,
) {
    group.throughput(Throughput::Elements((in_flight * EACH) as u64));
    group.bench_function(name, |bench| {
        bench.iter(|| batch(&runtime, in_flight, &call));
    });
}

/// reqwest with the settings of our transport, for whoever writes a call by hand. It sends what ours sends, byte for byte but
/// for the time of signing: the request is made once, and not for each call.
#[derive(Clone)]
pub struct ByHand {
    client: reqwest::Client,
    request: HttpRequest,
}

impl ByHand {
    /// Calls that send this.
    pub fn new(request: HttpRequest) -> Self {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = rustls::ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("versions")
            .with_root_certificates(rustls::RootCertStore::empty())
            .with_no_client_auth();
        let client = reqwest::Client::builder()
            .tls_backend_preconfigured(tls)
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .user_agent("zhixing/0.1.0")
            .default_headers(
                [(ACCEPT_ENCODING, HeaderValue::from_static("identity"))]
                    .into_iter()
                    .collect(),
            )
            .retry(reqwest::retry::never())
            .connect_timeout(Limits::default().connect)
            .timeout(Limits::default().attempt)
            .build()
            .expect("a client");
        Self { client, request }
    }

    /// Calls that send what this client sends for that request.
    pub fn like<R: Request>(caller: &Caller, request: &R) -> Self {
        let at = Timestamp::UNIX_EPOCH;
        let prepared = caller.prepare(R::OPERATION, &request.arguments(), at);
        Self::new(prepared.expect("a good request").to_http())
    }

    /// Sends the request and reads the body.
    pub async fn send(&self) -> impl AsRef<[u8]> + use<> {
        let mut request = match (self.request.method, &self.request.body) {
            (Method::Get, _) => self.client.get(&self.request.url),
            (Method::Post, Some(body)) => self.client.post(&self.request.url).body(body.clone()),
            (Method::Post, None) => {
                let post = self.client.post(&self.request.url);
                post.header("content-length", "0")
            }
        };
        for (name, value) in &self.request.headers {
            request = request.header(name, value);
        }
        let response = request.send().await.expect("a reply");
        assert_eq!(response.status().as_u16(), 200);
        response.bytes().await.expect("a body")
    }

    /// Sends the request and types the body.
    pub async fn decode<R: DeserializeOwned>(&self) -> R {
        let body = self.send().await;
        serde_json::from_slice(body.as_ref()).expect("a typed reply")
    }
}
