//! Checking and typing a signed reply, beside the hash that nobody can do without, the naive way and single steps.

use std::hint::black_box;
use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use md5::{Digest as _, Md5};
use qixin::execution_list_by_name::Reply;
use serde_json::value::RawValue;
use zhixing_core::credentials::Secret;
use zhixing_core::verify::{Signature, Verifier};

mod support;
use support::{naive, reply};

fn compare(criterion: &mut Criterion, name: &str, records: usize) {
    let text = reply::reply(records);
    let bytes = text.as_bytes();
    let spec = qixin::VENDOR.reply_signature.expect("qixin signs");
    let signed = spec.explain(payload(&text)).expect("canonical text");
    let secret = Secret::new(reply::SECRET);
    let mut verifier = Verifier::new(spec);
    assert_eq!(verifier.verify(&text, &secret), Ok(Signature::Verified));

    let mut group = criterion.benchmark_group(name);
    group.bench_function("md5 alone", |bench| {
        bench.iter(|| Md5::digest(black_box(&signed)));
    });
    group.bench_function("UTF-8 by std", |bench| {
        bench.iter(|| std::str::from_utf8(black_box(bytes)).is_ok());
    });
    group.bench_function("UTF-8 by simdutf8", |bench| {
        bench.iter(|| simdutf8::basic::from_utf8(black_box(bytes)).is_ok());
    });
    group.bench_function("scan by serde_json", |bench| {
        bench.iter(|| serde_json::from_str::<&RawValue>(black_box(&text)).expect("JSON"));
    });
    group.bench_function("types, from bytes", |bench| {
        bench.iter(|| serde_json::from_slice::<Reply>(black_box(bytes)).expect("a reply"));
    });
    group.bench_function("types, from text", |bench| {
        bench.iter(|| serde_json::from_str::<Reply>(black_box(&text)).expect("a reply"));
    });
    group.bench_function("verify", |bench| {
        bench.iter(|| {
            let text = simdutf8::basic::from_utf8(black_box(bytes)).expect("UTF-8");
            verifier.verify(text, &secret)
        });
    });
    // A body that is text already, as the transport gives it. What that takes is looked at here once more.
    let body = Arc::new(text.clone());
    group.bench_function("verify and types", |bench| {
        bench.iter(|| {
            simdutf8::basic::from_utf8(black_box(body.as_bytes())).expect("UTF-8");
            verifier.verify_shared::<Reply>(&body, &secret)
        });
    });
    group.bench_function("naive verify", |bench| {
        bench.iter(|| naive::verify(black_box(&text), reply::SECRET));
    });
    group.bench_function("naive verify, then types", |bench| {
        bench.iter(|| {
            let verified = naive::verify(black_box(&text), reply::SECRET);
            (verified, serde_json::from_slice::<Reply>(bytes))
        });
    });
    group.finish();
}

/// The text of `data`: it stands last.
fn payload(reply: &str) -> &str {
    let (_, payload) = reply.split_once(r#""data":"#).expect("data");
    payload.strip_suffix('}').expect("the reply's end")
}

fn benches(criterion: &mut Criterion) {
    compare(criterion, "verify 20 records", 20);
    compare(criterion, "verify 2,000 records", 2_000);
}

criterion_group!(verify, benches);
criterion_main!(verify);
