//! What readiness for further attempts costs a call that needs none: no allocation, by count and not by a clock.

mod support;

use support::rushed::Rushed;
use support::{Double, builder, signed};
use zhixing_core::client::{Budget, Caller, Repeats};
use zhixing_core::transport::{Fault, HttpReply, Phase};

const NONE: &str =
    r#"{"status":"201","data":{"total":0},"sign":"72778abd0316889d6a38031c7e45a0dc"}"#;

fn dated() -> HttpReply {
    let mut reply = HttpReply::new(200, None, NONE);
    reply.date = Some("Sun, 22 Nov 2026 08:00:00 GMT".into());
    reply
}

/// How often memory is taken by a call.
fn taken(caller: &Caller) -> u64 {
    let request = signed::Request::new("某某");
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let runtime = runtime.unwrap();
    let call = || {
        runtime.block_on(caller.call(&request)).unwrap();
    };
    allocation_counter::measure(call).count_total
}

#[test]
fn a_call_that_needs_one_attempt_takes_no_memory_for_more() {
    let bare = builder(&signed::VENDOR, Double::answering(NONE));
    let bare = taken(&bare.repeats(Repeats::none()).build().unwrap());
    let budget = Budget::new().calls(9).money(900);
    let budget = budget.price("signet", "list", 80);
    let ready = |double: Double| {
        let builder = builder(&signed::VENDOR, double).timer(Rushed::new());
        builder.budget(budget.clone()).build().unwrap()
    };
    assert_eq!(taken(&ready(Double::new().then_reply(dated()))), bare);
    // The count can tell: a second attempt takes more.
    let down = Double::new().then_fault(Fault::NoConnection, Phase::NotSent);
    assert!(taken(&ready(down.then_reply(dated()))) > bare + 10);
}
