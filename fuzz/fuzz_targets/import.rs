//! Any text as a vendor's document that schemas are drafted from.

#![no_main]

#[path = "../src/import.rs"]
mod import;

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    if let Err(finding) = import::check(&String::from_utf8_lossy(input)) {
        panic!("{finding}");
    }
});
