//! What an observer costs where there is none: nothing, by count of allocations and not by a clock.

mod support;

use serde_json::json;
use support::{Double, builder, plain};
use zhixing_core::client::Caller;
use zhixing_core::observe::Event;

/// Replies of so many rows: as documented, and the same with a tolerated value and a new field in each row.
fn reply(rows: usize, drifts: bool) -> String {
    let row = |n: usize| {
        if drifts {
            json!({"id": n.to_string(), "court": "法院", "level": 7})
        } else {
            json!({"id": n, "court": "法院", "level": 7})
        }
    };
    let rows: Vec<_> = (0..rows).map(row).collect();
    json!({"error_code": 0, "reason": "", "result": {"total": rows.len(), "list": rows}})
        .to_string()
}

fn caller(text: &str, watched: bool) -> Caller {
    let builder = builder(&plain::VENDOR, Double::answering(text));
    let builder = if watched {
        builder.observer(|_: &Event| {})
    } else {
        builder
    };
    builder.build().unwrap()
}

/// How often memory is taken by a call, besides by decoding its reply once. Decoded by itself, a text takes memory twice, for itself and for its
/// owner; in a call it is a part of the body. Each row has one, its court.
fn beside_decoding(rows: usize, drifts: bool, watched: bool) -> u64 {
    let text = reply(rows, drifts);
    let decoding = allocation_counter::measure(|| {
        let _: plain::Reply = serde_json::from_str(&text).unwrap();
    });
    let caller = caller(&text, watched);
    let request = plain::Request::new("某某");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let call = allocation_counter::measure(|| {
        runtime.block_on(caller.call(&request)).unwrap();
    });
    call.count_total + 2 * rows as u64 - decoding.count_total
}

#[test]
fn without_an_observer_a_reply_is_read_once_and_drift_costs_nothing() {
    let few = beside_decoding(10, false, false);
    for (rows, drifts) in [(10, true), (1000, false), (1000, true)] {
        // A second pass would take memory for each row, and so would anything kept of a difference.
        assert_eq!(
            beside_decoding(rows, drifts, false),
            few,
            "{rows} rows, drift: {drifts}"
        );
    }
}

/// The count can tell: the same call with an observer takes memory for each row.
#[test]
fn with_an_observer_the_count_grows() {
    let off = beside_decoding(1000, true, false);
    let on = beside_decoding(1000, true, true);
    assert!(on > off + 1000, "{off} without and {on} with an observer");
}
