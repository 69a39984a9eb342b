//! Any text as the command's config file.

#![no_main]

#[path = "../src/config.rs"]
mod config;

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    if let Err(finding) = config::check(&String::from_utf8_lossy(input)) {
        panic!("{finding}");
    }
});
