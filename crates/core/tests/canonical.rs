//! The canonical text against the plainest way to make it, which the fuzzer uses too: on texts of every awkward kind, on large ones,
//! and the check of whole replies with it.

#[path = "../../../fuzz/src/canonical.rs"]
mod canonical;

use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_flattened_as_plainly(input in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert_eq!(canonical::check(&input), Ok(()));
    }
}

#[test]
fn known_texts_are_flattened_as_plainly() {
    let deep = |levels: usize| {
        let (open, close) = ("{\"a\":[".repeat(levels / 2), "]}".repeat(levels / 2));
        format!("{open}1{close}")
    };
    // The reply around it is one level more.
    for text in [
        deep(100),
        deep(126),
        r#"{"case":{"x":1},"case-number":2,"case.y":3,"casé":[]}"#.to_owned(),
        r#"{"a":{"":1},"a.":2}"#.to_owned(),
        r#"{"a":[1,2,3,4,5,6,7,8,9,10,11,12],"a.1":{"x":0}}"#.to_owned(),
        r#"[{"b":1.0,"a":-0},{"b":1e400,"a":12345678901234567890},{"a":1,"b":2,"c":3}]"#.to_owned(),
        r#"[{"b":1,"a":2},{"b":1,"\u0061":2},{"b":1,"b":2}]"#.to_owned(),
    ] {
        assert_eq!(canonical::check(text.as_bytes()), Ok(()));
    }
}

#[test]
fn ten_megabytes_are_flattened_as_plainly() {
    let record = r#"{"b":"案号","a.b":1.50,"a":{"z":[],"y":null},"10":true,"2":"\u6267\n"},"#;
    let records = record.repeat(10_000_000 / record.len());
    let text = format!("[{}]", records.trim_end_matches(','));
    assert_eq!(canonical::check(text.as_bytes()), Ok(()));
}
