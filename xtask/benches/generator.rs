//! What an operation of 20 fields costs the generator, from the text of its schemas to formatted Rust.

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
        group.finish();
    }
}

criterion_group!(benches, generator);
criterion_main!(benches);
