//! Calls in flight, and the ways of calling that ours is held against.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Throughput};
use serde::de::DeserializeOwned;
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinSet;

/// So many calls one after the other are made by each task of a batch: enough to hide what it costs to start one.
const EACH: usize = 8;

/// A runtime with so many threads that do the work; with one, the calling thread is it.
pub fn runtime(threads: usize) -> Runtime {
    let mut builder = if threads == 1 {
        Builder::new_current_thread()
    } else {
        Builder::new_multi_thread()
    };
    builder.worker_threads(threads).enable_all();
    builder.build().expect("a runtime")
}

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
    (threads, in_flight): (usize, usize),
    call: impl Fn() -> F + Clone + Send + 'static,
) {
    let runtime = runtime(threads);
    group.throughput(Throughput::Elements((in_flight * EACH) as u64));
    group.bench_function(name, |bench| {
        bench.iter(|| batch(&runtime, in_flight, &call));
    });
}

/// reqwest with the settings of our transport, for whoever writes a call by hand.
#[derive(Clone)]
pub struct ByHand {
    client: reqwest::Client,
    post: bool,
    url: String,
}

impl ByHand {
    /// Calls of that URL.
    pub fn new(post: bool, url: String) -> Self {
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
            .retry(reqwest::retry::never())
            .connect_timeout(Duration::from_secs(3))
            .timeout(Duration::from_secs(20))
            .build()
            .expect("a client");
        Self { client, post, url }
    }

    /// Sends the request and reads the body.
    pub async fn send(&self) -> impl AsRef<[u8]> + use<> {
        let request = if self.post {
            self.client.post(&self.url).header("content-length", "0")
        } else {
            self.client.get(&self.url)
        };
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
