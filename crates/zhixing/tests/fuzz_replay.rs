//! Vendors' replies as the fuzzer sends them, and scenario files of the sandbox as it writes them: the documented ones, what it
//! found, and some that are damaged by chance, as ordinary tests. `FUZZ_CORPUS=fuzz/corpus cargo test -p zhixing --test fuzz_replay` writes the seeds of a run.

#[path = "../../../fuzz/src/corpus.rs"]
mod corpus;
#[path = "../../../fuzz/src/replies/mod.rs"]
mod replies;
#[path = "../../../fuzz/src/scenario.rs"]
mod scenario;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use replies::{Came, Replies};
use scenario::Scenarios;

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

#[test]
fn the_scenarios_of_the_repository_give_no_finding() {
    let scenarios = Scenarios::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/scenarios");
    let mut seeds = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(path).unwrap();
        assert_eq!(scenarios.check(&text), Ok(true), "{name}");
        seeds.insert(name, text.into_bytes());
    }
    assert!(seeds.len() >= 10);
    let account = r#"{"clock":{"offset_seconds":-7},"address":"10.0.0.1","seed":7,"accounts":[{"vendor":"qcc",
        "credentials":{"key":"k1234567","secret_key":"s1234567"},"addresses":["10.0.0.2"],"disabled":true,
        "not_authorised":["limit_exit_check"],"clock_window_seconds":1}]}"#;
    assert_eq!(scenarios.check(account), Ok(true));
    seeds.insert("account".into(), account.into());
    // A secret of a credential that there is not is no part of the refusal.
    let refused = account.replace("\"key\"", "\"kee\"");
    assert_eq!(scenarios.check(&refused), Ok(false));
    seeds.insert("refused".into(), refused.into_bytes());
    let words = [
        "\"about\"",
        "\"clock\"",
        "\"fixed\"",
        "\"offset_seconds\"",
        "\"accounts\"",
        "\"faults\"",
        "\"answers\"",
        "\"vendor\"",
        "\"operation\"",
        "\"when\"",
        "\"subject\"",
        "\"after\"",
        "\"times\"",
        "\"fault\"",
        "\"answer\"",
        "\"status\"",
        "\"message\"",
        "\"delay\"",
        "\"millis\"",
        "\"cut_body\"",
        "\"wrong_length\"",
        "\"by\"",
        "\"slow_drip\"",
        "\"bytes\"",
        "\"every_millis\"",
        "\"redirect\"",
        "\"location\"",
        "\"huge_body\"",
        "\"garbled\"",
        "\"html\"",
        "\"wrong_signature\"",
        "\"altered_data\"",
        "\"pointer\"",
        "\"bill_then_drop\"",
        "\"reset_before_reading\"",
        "\"reset_after_reading\"",
        "18446744073709551615",
        "-1",
        "\"qixin\"",
        "\"xinshu\"",
        "\"qcc\"",
        "\"juhe\"",
        "\"cloudmarket\"",
        "2023-11-14T22:13:20Z",
    ];
    corpus::write("scenario", &seeds, &corpus::dictionary(words));
    for (name, input) in corpus::findings("scenario") {
        let found = scenarios.check(&String::from_utf8_lossy(&input));
        found.unwrap_or_else(|finding| panic!("{name}: {finding}"));
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
