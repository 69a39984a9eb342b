//! What a check takes in memory, by counting and not by a clock.

mod support;

use allocation_counter::measure;
use serde_json::json;
use support::{SECRET, signed};
use zhixing_core::credentials::Secret;
use zhixing_core::verify::{Signature, Verifier};

/// A signed reply of so many records. One string of each is escaped or not, and one number has more than one spelling.
fn reply(records: usize, escaped: bool) -> String {
    let duty = if escaped {
        "偿还借款本金\n及利息"
    } else {
        "偿还借款本金；及利息"
    };
    let record = |n: usize| json!({"name": format!("某{n}"), "duty": duty.repeat(20), "amount": 1.5, "court": "法院", "n": n});
    let records: Vec<_> = (0..records).map(record).collect();
    let data = json!({ "items": records }).to_string();
    let spec = signed::VENDOR.reply_signature.expect("it signs");
    let sign = spec
        .sign_payload(&data, &Secret::new(SECRET))
        .expect("it has a text");
    format!(r#"{{"status":"200","message":"ok","sign":"{sign}","data":{data}}}"#)
}

fn verifier() -> Verifier {
    Verifier::new(signed::VENDOR.reply_signature.expect("it signs"))
}

#[test]
fn a_warm_verifier_takes_no_memory() {
    let secret = Secret::new(SECRET);
    let mut verifier = verifier();
    let mut warm = |text: &str| {
        assert_eq!(verifier.verify(text, &secret), Ok(Signature::Verified));
        let again = measure(|| {
            assert_eq!(verifier.verify(text, &secret), Ok(Signature::Verified));
        });
        again.count_total
    };
    assert_eq!(
        [2_000, 20, 1].map(|records| warm(&reply(records, false))),
        [0; 3]
    );
    // serde_json unescapes into a buffer of its own, which grows to the longest string and cannot be kept.
    let [many, few] = [2_000, 20].map(|records| warm(&reply(records, true)));
    assert_eq!(many, few);
}

#[test]
fn typing_at_the_same_time_takes_what_the_types_take() {
    let secret = Secret::new(SECRET);
    let mut verifier = verifier();
    let text = reply(200, true);
    assert_eq!(verifier.verify(&text, &secret), Ok(Signature::Verified));
    let types = measure(|| {
        let _: serde_json::Value = serde_json::from_str(&text).unwrap();
    });
    let both = measure(|| {
        let (signature, typed) = verifier
            .verify_as::<serde_json::Value>(&text, &secret)
            .unwrap();
        assert_eq!(signature, Signature::Verified);
        assert!(typed.is_some());
    });
    assert_eq!(both.count_total, types.count_total);
}

#[test]
fn a_cold_verifier_takes_notes_and_no_copy_of_the_text() {
    let text = reply(2_000, true);
    let cost = measure(|| {
        assert_eq!(
            verifier().verify(&text, &Secret::new(SECRET)),
            Ok(Signature::Verified)
        );
    });
    // 24 bytes for each of 12,000 values, twice while a list grows, once more while its members wait for its end; and serde_json's
    // buffer for one string that it unescapes.
    let notes = 2 * 24 * 12_000 * 2;
    let buffer = 4_096;
    assert!(
        cost.bytes_max as usize <= notes + buffer,
        "{} bytes for {} of text",
        cost.bytes_max,
        text.len()
    );
}
