//! Any bytes as a reply of qixin, through its whole client.

#![no_main]

#[path = "../src/replies/mod.rs"]
mod replies;

use std::sync::LazyLock;

use replies::Replies;

static REPLIES: LazyLock<Replies> = LazyLock::new(|| Replies::of("qixin"));

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    if let Err(finding) = REPLIES.check(input) {
        panic!("{finding}");
    }
});
