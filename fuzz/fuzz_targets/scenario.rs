//! Any text as a scenario file of the sandbox, and calls to it.

#![no_main]

#[path = "../src/scenario.rs"]
mod scenario;

use std::sync::LazyLock;

use scenario::Scenarios;

static SCENARIOS: LazyLock<Scenarios> = LazyLock::new(Scenarios::new);

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    if let Err(finding) = SCENARIOS.check(&String::from_utf8_lossy(input)) {
        panic!("{finding}");
    }
});
