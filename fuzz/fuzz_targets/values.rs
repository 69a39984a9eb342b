//! Any text as a case number, a day, an amount, an identifier, grounds and a performance.

#![no_main]

#[path = "../src/values.rs"]
mod values;

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    if let Err(finding) = values::check(&String::from_utf8_lossy(input)) {
        panic!("{finding}");
    }
});
