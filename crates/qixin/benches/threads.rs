//! Many replies at once: what a second thread adds.
//!
//! `from memory` is the client over a transport that answers with a reply it holds, so it is the check of the signature and the
//! types and nothing else: each thread takes its share of 256 replies. The other rows are whole calls, 16 in flight, on a runtime of so many
//! workers; the server needs a thread of its own beside them. `large reply` says how long one reply keeps its thread.

mod support;

use std::hint::black_box;
use std::thread;

use async_trait::async_trait;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use qixin::Client;
use qixin::execution_list_by_name::{Reply, Request};
use support::load::{ByHand, row};
use support::{reply, server};
use zhixing_core::any::AnyClient;
use zhixing_core::client::Builder;
use zhixing_core::transport::{HttpReply, HttpRequest, Limits, Transport, TransportError};

/// Replies of a batch.
const BATCH: usize = 256;

#[derive(Debug)]
struct FromMemory(String);

#[async_trait]
impl Transport for FromMemory {
    async fn send(&self, _: &HttpRequest, _: &Limits) -> Result<HttpReply, TransportError> {
        Ok(HttpReply::new(200, None, self.0.as_bytes()))
    }
}

fn client(builder: Builder<Client>) -> Client {
    let builder = builder.credential("appkey", "bench-key");
    let builder = builder.credential("secret_key", reply::SECRET);
    builder.build().expect("a client")
}

fn from_memory(records: usize) -> Client {
    client(Client::builder().transport(FromMemory(reply::reply(records))))
}

async fn call(client: Client) {
    let request = Request::new("某");
    let outcome = client.execution_list_by_name(&request).await;
    black_box(outcome.expect("an answer"));
}

fn threads(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("threads");
    let client_from_memory = from_memory(20);
    for threads in [1, 2] {
        group.throughput(Throughput::Elements(BATCH as u64));
        group.bench_function(format!("from memory, {threads} threads"), |bench| {
            let runtimes: Vec<_> = (0..threads).map(|_| server::runtime()).collect();
            bench.iter(|| {
                thread::scope(|scope| {
                    for runtime in &runtimes {
                        let client = &client_from_memory;
                        scope.spawn(move || {
                            for _ in 0..BATCH / threads {
                                runtime.block_on(call(client.clone()));
                            }
                        });
                    }
                });
            });
        });
    }
    let ours = client(Client::builder().base_url(server::serve(&reply::reply(20))));
    let by_hand = ByHand::like(AnyClient::caller(&ours), &Request::new("某"));
    for workers in [1, 2] {
        let peer = by_hand.clone();
        let name = format!("reqwest + typed decode, {workers} workers");
        row(&mut group, &name, server::workers(workers), 16, move || {
            let peer = peer.clone();
            async move {
                black_box(peer.decode::<Reply>().await);
            }
        });
        let ours = ours.clone();
        let name = format!("ours, {workers} workers");
        row(&mut group, &name, server::workers(workers), 16, move || {
            call(ours.clone())
        });
    }
    group.finish();
}

fn large(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("large reply");
    let runtime = server::runtime();
    for records in [20, 200, 2000] {
        let client = from_memory(records);
        group.bench_function(format!("{records} records"), |bench| {
            bench.iter(|| runtime.block_on(call(client.clone())));
        });
    }
    group.finish();
}

criterion_group!(benches, threads, large);
criterion_main!(benches);
