//! The generator's work grows as its input does, and not as the square of it.
//!
//! What is counted is what it allocates, in bytes and times, by its own thread: the same on every machine, whatever else
//! runs there. `cargo run --release -p xtask --example scale` takes the time.

mod common;
#[path = "common/synthetic.rs"]
mod synthetic;

use allocation_counter::{AllocationInfo, measure};
use common::dialect;
use serde_json::{Value, json};
use xtask::codegen::{Failure, generate};
use xtask::diagnostic::Diagnostics;
use xtask::emit::Files;
use xtask::read::{Texts, read};

/// A vendor of that size, with its operations changed.
fn texts(operations: usize, fields: usize, change: impl Fn(&mut Value)) -> Texts {
    let mut texts = dialect();
    synthetic::vendor(&mut texts, operations, fields);
    for (file, text) in &mut texts {
        if file.contains("operation_") && !file.contains("/examples/") {
            let mut value: Value = serde_json::from_slice(text).expect("JSON");
            change(&mut value);
            *text = value.to_string().into_bytes();
        }
    }
    texts
}

/// What the generation costs, and its outcome.
fn cost(texts: &Texts) -> (AllocationInfo, Result<Files, Failure>) {
    let mut done = None;
    let info = measure(|| done = Some(generate(texts, None)));
    (info, done.expect("it ran"))
}

/// Twice and four times the input must add in proportion: the second doubling may cost a tenth more than twice the first,
/// which leaves room for growing buffers and none for a square, whose second doubling costs four times the first.
fn assert_linear(what: &str, step: usize, made: impl Fn(usize) -> Texts, sound: bool) {
    // What is made once for the process, like the standard's meta-schemas, counts for nobody.
    drop(cost(&made(1)));
    let costs = [step, 2 * step, 4 * step].map(|size| {
        let (info, outcome) = cost(&made(size));
        assert_eq!(outcome.is_ok(), sound, "{what} {size}");
        [info.count_total, info.bytes_total]
    });
    for (unit, name) in ["allocations", "bytes"].iter().enumerate() {
        let [one, two, four] = costs.map(|cost| cost[unit]);
        let (first, second) = (two - one, four - two);
        println!(
            "{what} of {step}, {}, {}: {one}, {two}, {four} {name}",
            2 * step,
            4 * step
        );
        assert!(
            second * 10 <= first * 22,
            "{what}: {name} {one}, {two}, {four} are not linear"
        );
    }
}

#[test]
fn operations_cost_in_proportion_to_their_number() {
    assert_linear("operations", 25, |size| texts(size, 20, |_| {}), true);
}

/// Operations are made one after the other. What is held at once is what was read, which is given back on the way, and what was
/// made of it: with everything of every step at hand, it would be more than two and a half times what was read.
#[test]
fn operations_are_given_back_as_they_are_made() {
    let texts = texts(50, 20, |_| {});
    drop(cost(&texts));
    let mut sources = None;
    let read = measure(|| sources = Some(read(&texts, None, &mut Diagnostics::default())));
    drop(sources);
    let (whole, outcome) = cost(&texts);
    assert!(outcome.is_ok());
    let (read, whole) = (read.bytes_current, whole.bytes_max);
    println!("50 operations: {read} bytes read, {whole} at most");
    assert!(whole * 10 <= read.unsigned_abs() * 14, "{whole} of {read}");
}

#[test]
fn fields_cost_in_proportion_to_their_number() {
    assert_linear("fields", 200, |size| texts(1, size, |_| {}), true);
}

/// Names that are equal once cleaned are refused, each with a free one, which is found by counting that must not begin anew for
/// each. They are of one length: twice as many are twice the text.
#[test]
fn fields_of_one_name_cost_in_proportion_to_their_number() {
    let made = |size| {
        texts(1, 4, |operation| {
            let fields = &mut operation["request"]["properties"];
            for number in 0..size {
                let digits = format!("{number:011b}")
                    .replace('0', "第")
                    .replace('1', "条");
                fields[format!("金额{digits}(usd)")] = json!({ "type": "string" });
            }
        })
    };
    assert_linear("fields of one name", 300, made, false);
}

#[test]
fn values_of_an_enumeration_cost_in_proportion_to_their_number() {
    let made = |size: usize| {
        texts(1, 4, |operation| {
            let values: Vec<String> = (0..size).map(|number| format!("v{number}")).collect();
            operation["request"]["properties"]["page2"] =
                json!({ "type": "string", "enum": values });
            operation["reply"]["properties"]["sort"] = json!({ "type": "string", "enum": values });
        })
    };
    assert_linear("values", 500, made, true);
}

#[test]
fn faults_cost_in_proportion_to_their_number() {
    let made = |size: usize| {
        texts(1, 4, |operation| {
            for number in 0..size {
                operation["reply"]["properties"][format!("f{number}")] =
                    json!({ "$ref": "#/$defs/missing", "format": "date" });
            }
        })
    };
    assert_linear("faults", 300, made, false);
}
