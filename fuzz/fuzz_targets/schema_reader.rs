//! Any bytes as a vendor's schemas: read, check, lower, emit. Nothing may panic, hang or overflow the stack.

#![no_main]

#[path = "../src/packed.rs"]
mod packed;

use std::sync::LazyLock;

use packed::Reader;

/// The dialect is compiled once.
static READER: LazyLock<Reader> = LazyLock::new(Reader::new);

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    if let Err(finding) = READER.read(input) {
        panic!("{finding}");
    }
});
