//! Vendors' replies as the fuzzer sends them: the documented ones, what it found, and some that are damaged by chance, as ordinary
//! tests. `FUZZ_CORPUS=fuzz/corpus cargo test -p zhixing --test fuzz_replay` writes the seeds of a run.

#[path = "../../../fuzz/src/corpus.rs"]
mod corpus;
#[path = "../../../fuzz/src/replies/mod.rs"]
mod replies;

use proptest::prelude::*;
use replies::{Came, Replies};

const VENDORS: [&str; 5] = ["qixin", "xinshu", "qcc", "juhe", "cloudmarket"];

#[test]
fn every_vendor_is_fuzzed() {
    let known: Vec<&str> = zhixing::VENDORS.iter().map(|it| it.vendor.name).collect();
    assert_eq!(known, VENDORS);
}

#[test]
fn the_documented_replies_give_no_finding() {
    for vendor in VENDORS {
        let replies = Replies::of(vendor);
        let seeds = replies.seeds();
        let entry = zhixing::vendor(vendor).unwrap().vendor;
        let mut words: Vec<&str> = vec!["\u{feff}", "null", "[]", "{}", "\"\"", "1e400", "\\ud800"];
        for operation in entry.operations {
            let fields = operation.reply.iter().flat_map(|object| object.fields);
            words.extend(fields.map(|field| field.name));
        }
        words.extend(entry.statuses.iter().map(|status| status.code));
        let target = format!("reply_{vendor}");
        let named = seeds.iter().map(|(name, seed)| (name, seed));
        corpus::write(&target, named, &corpus::dictionary(words));
        let typed = seeds.iter().filter(|(name, seed)| {
            let came = replies.check(seed);
            came.unwrap_or_else(|finding| panic!("{vendor} {name}: {finding}")) == Came::Typed
        });
        assert!(typed.count() > 0, "{vendor}: nothing was typed");
    }
}

/// A file of `fuzz/findings/` was a finding once.
#[test]
fn what_was_found_stays_mended() {
    for vendor in VENDORS {
        let replies = Replies::of(vendor);
        for (name, input) in corpus::findings(&format!("reply_{vendor}")) {
            if let Err(finding) = replies.check(&input) {
                panic!("{name}: {finding}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn replies_damaged_by_chance_give_no_finding(
        vendor in 0..VENDORS.len(),
        // Signed anew or not, and damaged.
        first in prop_oneof![Just(0b0001_0000_u8), Just(0b0001_1000)],
        steps in prop::collection::vec(any::<u8>(), 0..30),
    ) {
        let input = [&[first][..], &steps].concat();
        let came = Replies::of(VENDORS[vendor]).check(&input);
        prop_assert!(came.is_ok(), "{}", came.unwrap_err());
    }
}
