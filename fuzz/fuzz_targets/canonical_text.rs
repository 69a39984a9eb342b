//! The canonical text of any JSON, and the check of a reply that carries it, against the plainest way to make it.

#![no_main]

#[path = "../src/canonical.rs"]
mod canonical;

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    if let Err(finding) = canonical::check(input) {
        panic!("{finding}");
    }
});
