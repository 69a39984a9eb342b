//! What an operation of 20 fields costs the generator, and typify beside it: from the text of schemas in memory to Rust formatted
//! by prettyplease.
//!
//! The generator's time is that of all it does: it holds the schemas against the dialect and the examples against the
//! schemas, writes the request with its limits, the metadata, the schemas of `schemars`, the OpenAPI document and the tables of the
//! sandbox and the command. typify's is that of the types of request and reply.

#[path = "../tests/common/peer.rs"]
mod peer;
#[path = "../tests/common/synthetic.rs"]
mod synthetic;

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use xtask::codegen::generate;
use xtask::read::{Store, Texts};

fn texts(operations: usize) -> Texts {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = here.parent().unwrap_or(here);
    let mut texts = Texts::new();
    for file in ["vendor.schema.json", "operation.schema.json"] {
        let file = format!("schemas/dialect/{file}");
        texts.insert(file.clone(), root.bytes(&file).expect("the dialect"));
    }
    synthetic::vendor(&mut texts, operations, 20);
    texts
}

fn generator(criterion: &mut Criterion) {
    for (size, words) in [
        (1, "1 operation"),
        (100, "100 operations"),
        (1_000, "1,000 operations"),
    ] {
        let mut group = criterion.benchmark_group(format!("generator {words}"));
        let texts = texts(size);
        group.bench_function("zhixing", |bencher| {
            bencher.iter(|| generate(black_box(&texts), None).expect("no faults"));
        });
        let bodies = peer::bodies(&texts);
        group.bench_function("typify", |bencher| {
            bencher.iter(|| {
                black_box(&bodies)
                    .iter()
                    .map(peer::generate)
                    .map(|rust| rust.len())
                    .sum::<usize>()
            });
        });
        group.finish();
    }
}

criterion_group!(benches, generator);
criterion_main!(benches);
