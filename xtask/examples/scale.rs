//! How long the generator takes for 1, 10, 100 and 1,000 operations of 20 fields: read, check, make.
//!
//! ```sh
//! cargo run --release -p xtask --example scale
//! ```

#[path = "../tests/common/synthetic.rs"]
mod synthetic;

use std::path::Path;
use std::time::Instant;

use xtask::check::check;
use xtask::diagnostic::Diagnostics;
use xtask::make;
use xtask::read::{Store, Texts, read};

fn main() {
    println!(
        "| operations | read | check | make them | make the rest | all | an operation | generated |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    let most = std::env::args()
        .nth(1)
        .and_then(|n| n.parse().ok())
        .unwrap_or(1_000);
    for operations in [1, 10, 100, 1_000].into_iter().filter(|n| *n <= most) {
        row(operations);
    }
}

fn row(operations: usize) {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = here.parent().unwrap_or(here);
    let mut texts = Texts::new();
    for file in ["vendor.schema.json", "operation.schema.json"] {
        let file = format!("schemas/dialect/{file}");
        texts.insert(file.clone(), root.bytes(&file).expect("the dialect"));
    }
    synthetic::vendor(&mut texts, operations, 20);

    let mut faults = Diagnostics::default();
    let mut ends = vec![Instant::now()];
    let mut sources = read(&texts, None, &mut faults);
    ends.push(Instant::now());
    check(&sources, &mut faults);
    ends.push(Instant::now());
    assert!(faults.is_empty(), "{faults}");
    let (vendors, mut files) = make::operations(&mut sources).expect("no faults");
    ends.push(Instant::now());
    files.extend(make::around(&vendors, true).expect("Rust"));
    ends.push(Instant::now());

    let milliseconds = |from: usize, to: usize| (ends[to] - ends[from]).as_secs_f64() * 1_000.0;
    let steps: Vec<String> = (1..5)
        .map(|end| format!("{:.1} ms", milliseconds(end - 1, end)))
        .collect();
    let all = milliseconds(0, 4);
    let bytes: usize = files.values().map(String::len).sum();
    println!(
        "| {operations} | {} | {all:.1} ms | {:.2} ms | {:.2} MB |",
        steps.join(" | "),
        all / operations as f64,
        bytes as f64 / 1e6
    );
}
