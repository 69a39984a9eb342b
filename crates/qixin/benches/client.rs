//! Calls each second against a server on this machine that sends a signed reply of 20 records: reqwest alone, what one writes by
//! hand with it, and ours. One thread makes the calls, the server has another.
//!
//! `reqwest` reads the body and does nothing with it. `naive` is the check of the signature as most would write it
//! ([`support::naive`]), and types the value that it parsed for it. `ours without verification` is the same client of a vendor whose
//! description has no signature of replies.

mod support;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use qixin::execution_list_by_name::{OPERATION, Reply, Request};
use qixin::{Client, VENDOR};
use serde_json::Value;
use support::load::{ByHand, row};
use support::server::runtime;
use support::{naive, reply, server};
use zhixing_core::any::AnyClient;
use zhixing_core::client::{Builder, Caller};
use zhixing_core::operation::Request as _;
use zhixing_core::spec::{Operation, Vendor};
use zhixing_core::verify::Signature;

fn client(criterion: &mut Criterion) {
    let url = server::serve(&reply::reply(20));
    let ours: Client = credentials(Client::builder(), &url);
    let by_hand = ByHand::like(AnyClient::caller(&ours), &Request::new("某"));
    let (vendor, operation) = unsigned();
    let unverified: Caller = credentials(Builder::new(vendor), &url);
    for in_flight in [1, 16, 64] {
        let mut group = criterion.benchmark_group(format!("client {in_flight} in flight"));
        let peer = by_hand.clone();
        row(&mut group, "reqwest", runtime(), in_flight, move || {
            let peer = peer.clone();
            async move {
                black_box(peer.send().await);
            }
        });
        let peer = by_hand.clone();
        row(
            &mut group,
            "reqwest + typed decode",
            runtime(),
            in_flight,
            move || {
                let peer = peer.clone();
                async move {
                    black_box(peer.decode::<Reply>().await);
                }
            },
        );
        let peer = by_hand.clone();
        row(&mut group, "naive", runtime(), in_flight, move || {
            let peer = peer.clone();
            async move {
                let value: Value = peer.decode().await;
                assert!(naive::verify_value(&value, reply::SECRET));
                let reply: Reply = serde_json::from_value(value).expect("a typed reply");
                black_box(reply);
            }
        });
        let peer = ours.clone();
        row(&mut group, "ours", runtime(), in_flight, move || {
            let peer = peer.clone();
            async move {
                let request = Request::new("某");
                let outcome = peer.execution_list_by_name(&request);
                let outcome = outcome.await.expect("an answer");
                assert_eq!(outcome.receipt.signature, Signature::Verified);
                black_box(outcome);
            }
        });
        let peer = unverified.clone();
        row(
            &mut group,
            "ours without verification",
            runtime(),
            in_flight,
            move || {
                let peer = peer.clone();
                async move {
                    let arguments = Request::new("某").arguments();
                    let outcome = peer.call_with::<Reply>(operation, arguments);
                    let outcome = outcome.await.expect("an answer");
                    assert_eq!(outcome.receipt.signature, Signature::Unsigned);
                    black_box(outcome);
                }
            },
        );
        group.finish();
    }
}

fn credentials<C: From<Caller>>(builder: Builder<C>, url: &str) -> C {
    let builder = builder.credential("appkey", "bench-key");
    let builder = builder.credential("secret_key", reply::SECRET);
    builder.base_url(url).build().expect("a client")
}

/// The vendor and its operation as if replies were not signed.
fn unsigned() -> (&'static Vendor, &'static Operation) {
    let vendor: &'static Vendor = Box::leak(Box::new(Vendor {
        reply_signature: None,
        ..VENDOR
    }));
    let operation = Operation {
        vendor,
        ..OPERATION
    };
    (vendor, Box::leak(Box::new(operation)))
}

criterion_group!(benches, client);
criterion_main!(benches);
