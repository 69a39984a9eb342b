//! Calls each second of the vendors that do not sign their replies, 16 in flight: reqwest with the types, and ours.
//!
//! `crates/qixin/benches/client.rs` has the vendor that signs, and says how it is measured. Each reply is the documented
//! example with its records repeated up to 48 kB.

#[path = "../../qixin/benches/support/mod.rs"]
mod support;

use std::hint::black_box;
use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use serde_json::Value;
use support::load::{ByHand, row};
use support::server::{runtime, serve};
use zhixing_core::any::AnyClient;
use zhixing_core::client::{Builder, Caller};
use zhixing_core::operation::Request;

const BYTES: usize = 48_000;

/// The documented example with as many records as fill a page of that size.
fn reply(example: &str, records: &str) -> String {
    let mut reply: Value = serde_json::from_str(example).expect("JSON");
    let list = reply.pointer_mut(records).and_then(Value::as_array_mut);
    let list = list.expect("a list");
    let documented = list.clone();
    let bytes = serde_json::to_string(&documented).map_or(0, |text| text.len());
    for _ in 1..BYTES / bytes {
        list.extend_from_slice(&documented);
    }
    reply.to_string()
}

fn vendor<C, R>(criterion: &mut Criterion, builder: Builder<C>, request: R, reply: &str)
where
    C: From<Caller> + AnyClient,
    R: Request,
{
    let url = serve(reply);
    let client = builder.from_lookup(|_| Some("bench".into())).base_url(url);
    let client = client.build().expect("a client");
    let caller = client.caller();
    let mut group = criterion.benchmark_group(format!("{} 16 in flight", caller.vendor().name));
    let peer = ByHand::like(caller, &request);
    row(
        &mut group,
        "reqwest + typed decode",
        runtime(),
        16,
        move || {
            let peer = peer.clone();
            async move {
                black_box(peer.decode::<R::Reply>().await);
            }
        },
    );
    let ours = (caller.clone(), Arc::new(request));
    row(&mut group, "ours", runtime(), 16, move || {
        let (caller, request) = ours.clone();
        async move {
            let outcome = caller.call(&*request).await.expect("an answer");
            assert!(!outcome.records().is_empty());
            black_box(outcome);
        }
    });
    group.finish();
}

fn clients(criterion: &mut Criterion) {
    vendor(
        criterion,
        xinshu::Client::builder(),
        xinshu::executed_one_key_search::Request::new("某某"),
        &reply(
            include_str!("../../../schemas/xinshu/examples/executed_one_key_search/success.json"),
            "/data",
        ),
    );
    vendor(
        criterion,
        qcc::Client::builder(),
        qcc::limit_exit_check::Request::new("某某"),
        &reply(
            include_str!("../../../schemas/qcc/examples/limit_exit_check/success.json"),
            "/Result/Data",
        ),
    );
    vendor(
        criterion,
        juhe::Client::builder(),
        juhe::person_risk::Request::new("某某", "某某", juhe::person_risk::ListType::Dishonest),
        &reply(
            include_str!("../../../schemas/juhe/examples/person_risk/success.json"),
            "/result/data",
        ),
    );
    vendor(
        criterion,
        cloudmarket::Client::builder(),
        cloudmarket::dishonest::Request::new("某某"),
        &reply(
            include_str!("../../../schemas/cloudmarket/examples/dishonest/success.json"),
            "/result/items",
        ),
    );
}

criterion_group!(benches, clients);
criterion_main!(benches);
