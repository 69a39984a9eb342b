//! Damaged schemas by the thousand: each is refused with an explanation, or becomes Rust that compiles.
//!
//! Every schema that the repository holds is a base (the vendors', the torture test's, the fixtures'), found by itself.
//! A mutant is a base and a few operators, each with a seed: the same numbers always make the same mutant. All are
//! generated and parsed; of those that generate, a sample is compiled in one crate by one call.
//!
//! The long form, and a single mutant that a failure named:
//!
//! ```sh
//! MUTATION_MUTANTS=50000 MUTATION_COMPILED=1500 MUTATION_CLIPPY=1 cargo test --release -p xtask --test mutation -- --nocapture
//! MUTATION_SEED=17 MUTATION_MUTANTS=1 cargo test -p xtask --test mutation
//! ```

#[path = "../common/mod.rs"]
mod common;
mod compiled;
mod judge;
mod mutant;
mod odd;
mod operators;
mod rng;
mod source;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use judge::{Generated, Verdict, judge};
use mutant::Mutant;
use source::Base;
use xtask::check::check;
use xtask::diagnostic::Diagnostics;
use xtask::read::{MetaSchemas, read};

/// A number from the environment, for the long form.
fn number(variable: &str, short: u64) -> u64 {
    let given = std::env::var(variable).ok();
    given.map_or(short, |text| text.parse().expect("a number"))
}

/// Those that do not compile, told.
fn uncompiled(bases: &[Base], sample: &[(u64, Generated)]) -> Vec<String> {
    let failures = compiled::failures(sample);
    let told = failures.iter().map(|(seed, errors)| {
        let reason = format!("It does not compile.\n{errors}");
        Mutant::new(bases, *seed).told(*seed, &reason)
    });
    told.collect()
}

#[test]
fn the_bases_are_sound() {
    let bases = source::bases();
    assert!(
        bases.len() >= 14,
        "five vendors, two fixtures, each with and without examples"
    );
    for base in &bases {
        let fault = match judge(&base.texts) {
            Ok(Verdict::Generated(_)) => continue,
            Ok(Verdict::Refused(faults)) => faults.to_string(),
            Err(finding) => finding,
        };
        panic!("{}: {fault}", base.name);
    }
}

#[test]
fn a_mutant_is_refused_with_an_explanation_or_compiles() {
    let (first, count) = (number("MUTATION_SEED", 1), number("MUTATION_MUTANTS", 400));
    let mut left = number("MUTATION_COMPILED", 30);
    let bases = source::bases();
    // If the process dies, of its stack or of its patience, this file says of which mutant.
    let current = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mutation-current");
    let (mut findings, mut sample, mut compiled) = (Vec::new(), Vec::new(), 0usize);
    let mut told: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    for seed in first..first + count {
        fs::write(
            &current,
            format!("MUTATION_SEED={seed} MUTATION_MUTANTS=1\n"),
        )
        .expect("a file");
        let mutant = Mutant::new(&bases, seed);
        let texts = mutant.texts();
        let generated = match judge(&texts) {
            Ok(Verdict::Refused(_)) => false,
            Ok(Verdict::Generated(generated)) => {
                // Those that came through unchanged are compiled elsewhere.
                if left > 0 && texts != mutant.base.texts {
                    sample.push((seed, generated));
                    left -= 1;
                }
                true
            }
            Err(_) => {
                let smallest = mutant.smallest(|texts| judge(texts).is_err());
                let reason = judge(&smallest.texts()).expect_err("it still fails");
                let finding = smallest.told(seed, &reason);
                // At once: a long run may be stopped.
                eprintln!("{finding}\n");
                findings.push(finding);
                false
            }
        };
        for name in mutant.operators() {
            told.entry(name.to_owned()).or_default()[usize::from(generated)] += 1;
        }
        if sample.len() == compiled::BATCH {
            compiled += sample.len();
            findings.extend(uncompiled(&bases, &std::mem::take(&mut sample)));
        }
    }
    compiled += sample.len();
    findings.extend(uncompiled(&bases, &sample));
    println!("{count} mutants, {compiled} compiled; by operator, refused and generated:");
    for (name, [refused, generated]) in &told {
        println!("  {name:<14} {refused:>7} {generated:>7}");
    }
    assert!(
        findings.is_empty(),
        "{} findings\n\n{}",
        findings.len(),
        findings.join("\n\n")
    );
    // A mutator that no longer reaches both ends would hold nothing.
    let sums = told
        .values()
        .fold([0, 0], |sum, n| [sum[0] + n[0], sum[1] + n[1]]);
    if count >= 400 {
        assert!(
            told.len() == operators::ALL.len() && sums.iter().all(|n| *n > 50),
            "{told:?}"
        );
    }
}

/// The meta-schemas that are built in say by generated code whether a file is right. With a blank more they are others, by which a
/// validator is built as it was for each before: both must say the same of every file.
#[test]
fn the_dialect_that_is_built_in_judges_as_one_that_is_read() {
    let bases = source::bases();
    let mut refused = 0;
    for seed in 1..=number("MUTATION_MUTANTS", 400) {
        let texts = Mutant::new(&bases, seed).texts();
        let mut read_anew = texts.clone();
        for file in ["vendor", "operation"] {
            let file = format!("schemas/dialect/{file}.schema.json");
            read_anew.entry(file).or_default().push(b' ');
        }
        let [by_code, by_validator] = [texts, read_anew].map(|texts| {
            let mut faults = Diagnostics::default();
            let sources = read(&texts, None, &mut faults);
            let is_built_in = matches!(sources.dialect, Some(MetaSchemas::BuiltIn));
            check(&sources, &mut faults);
            (is_built_in, faults.to_string())
        });
        assert!(by_code.0 && !by_validator.0);
        assert_eq!(by_code.1, by_validator.1, "MUTATION_SEED={seed}");
        refused += usize::from(!by_code.1.is_empty());
    }
    assert!(refused > 50, "{refused}");
}

#[test]
fn the_same_seed_makes_the_same_mutant_and_another_one_another() {
    let bases = source::bases();
    let texts = |seed| Mutant::new(&bases, seed).texts();
    assert_eq!(texts(7), texts(7));
    assert!((8..40).any(|seed| texts(seed) != texts(7)));
}

/// The judge must be able to condemn: an unexplained failure, and Rust that is none.
#[test]
fn what_a_compiler_refuses_is_found() {
    let bases = source::bases();
    let Ok(Verdict::Generated(mut generated)) = judge(&bases[0].texts) else {
        panic!("the base is sound")
    };
    let file = generated.files.values_mut().next().expect("a file");
    file.push_str("\nfn broken() -> u8 { \"text\" }\n");
    let failures = uncompiled(&bases, &[(3, generated)]);
    assert!(
        failures.len() == 1 && failures[0].contains("MUTATION_SEED=3"),
        "{failures:?}"
    );
}
