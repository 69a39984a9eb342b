//! What a call tells a log, at each level and however it ends; and that it costs nothing where nobody listens.
#![cfg(feature = "tracing")]

#[path = "support/recorder.rs"]
mod recorder;
mod support;

use std::future::{Future, pending};
use std::pin::pin;
use std::task::{Context, Waker};

use recorder::{Recorder, alone};
use support::{Double, builder, caller, plain, signed};
use tracing::Level;
use tracing::subscriber::with_default;
use zhixing_core::client::Caller;
use zhixing_core::request::Arguments;
use zhixing_core::transport::{
    Fault, HttpReply, HttpRequest, Limits, Phase, Transport, TransportError,
};

const FOUND: &str = r#"{"error_code":0,"result":{"orderid":"A","total":1,"list":[{"id":1}]}}"#;

fn run<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    runtime.unwrap().block_on(work)
}

/// Durations are whatever the machine needs.
fn told(recorder: &Recorder) -> Vec<String> {
    let lines = recorder.take().into_iter();
    let without = |line: String| match line.split_once(" elapsed_ms=") {
        Some((before, after)) => {
            let rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
            format!("{before} elapsed_ms=N{rest}")
        }
        None => line,
    };
    lines.map(without).collect()
}

fn ask(double: Double, level: Level) -> Vec<String> {
    let recorder = Recorder::up_to(level);
    with_default(recorder.clone(), || {
        let client = caller(&plain::VENDOR, double);
        let _ = run(client.call(&plain::Request::new("张德洲")));
    });
    told(&recorder)
}

const SPAN: &str = r#"span WARN zhixing call vendor="plain" operation="search""#;

/// The message of an event is the field that tracing names `message`; fields come in the order of the code.
fn event(level: &str, fields: &str) -> String {
    let name = r"event crates/core/src/trace/spoken.rs";
    format!("{name} {level} {fields}")
}

/// Without the line of the code that the event's name holds.
fn plainly(lines: Vec<String>) -> Vec<String> {
    let bare = |line: String| match line.strip_prefix("event ") {
        None => line,
        Some(rest) => {
            let (level, rest) = rest.split_once(" zhixing event ").unwrap();
            let (_, fields) = rest.split_once(' ').unwrap();
            event(level, fields)
        }
    };
    lines.into_iter().map(bare).collect()
}

#[test]
fn an_answer_tells_its_sizes_and_codes() {
    let _turn = alone();
    assert_eq!(
        plainly(ask(Double::answering(FOUND), Level::DEBUG)),
        [
            SPAN.to_owned(),
            event(
                "DEBUG",
                "message=exchange http_status=200 bytes=69 elapsed_ms=N"
            ),
            event(
                "DEBUG",
                "message=answered answer=\"found\" code=\"0\" signature=\"unsigned\" fetched=1 complete=true counted=\"yes\" elapsed_ms=N"
            ),
        ]
    );
    // A log of warnings alone has nothing to tell but that somebody asked.
    assert_eq!(ask(Double::answering(FOUND), Level::WARN), [SPAN]);
    assert_eq!(ask(Double::answering(FOUND), Level::ERROR), [""; 0]);
}

#[test]
fn a_failure_is_a_warning_with_its_kind_and_code() {
    let _turn = alone();
    let refused = r#"{"error_code":10011,"reason":"张德洲","result":{}}"#;
    assert_eq!(
        plainly(ask(Double::answering(refused), Level::WARN)),
        [
            SPAN.to_owned(),
            event(
                "WARN",
                "message=failed kind=\"status\" code=\"10011\" class=\"auth\" sent=\"yes\" counted=\"no\" elapsed_ms=N"
            ),
        ]
    );
    let cut = Double::new().then_fault(Fault::Cut, Phase::InDoubt);
    assert_eq!(
        plainly(ask(cut, Level::DEBUG))[1..],
        [
            event(
                "DEBUG",
                "message=exchange fault=the connection broke before a reply sent=\"in_doubt\" elapsed_ms=N"
            ),
            event(
                "WARN",
                "message=failed kind=\"transport\" sent=\"in_doubt\" counted=\"unknown\" elapsed_ms=N"
            ),
        ]
    );
}

#[test]
fn what_never_leaves_is_told_too() {
    let _turn = alone();
    let recorder = Recorder::default();
    with_default(recorder.clone(), || {
        let client = caller(&signed::VENDOR, Double::new());
        let arguments = Arguments::new().with("keyword", "");
        let call = client
            .call_with::<<signed::Request as zhixing_core::operation::Request>::Reply>(
                &signed::OPERATION,
                arguments,
            );
        run(call).unwrap_err();
    });
    let lines = plainly(told(&recorder));
    assert_eq!(
        lines[1..],
        [event(
            "WARN",
            "message=failed kind=\"invalid_parameter\" sent=\"no\" counted=\"no\" elapsed_ms=N"
        )]
    );
}

#[derive(Debug)]
struct Silence;

#[async_trait::async_trait]
impl Transport for Silence {
    async fn send(&self, _: &HttpRequest, _: &Limits) -> Result<HttpReply, TransportError> {
        pending().await
    }
}

#[test]
fn a_call_that_is_dropped_on_its_way_is_told() {
    let _turn = alone();
    let recorder = Recorder::default();
    with_default(recorder.clone(), || {
        let client: Caller = builder(&plain::VENDOR, Silence).build().unwrap();
        let request = plain::Request::new("张德洲");
        // Dropped before anything ran, a call is none: futures do nothing until they are polled.
        drop(client.call(&request));
        let mut call = pin!(client.call(&request));
        let polled = call.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        assert!(polled.is_pending());
    });
    assert_eq!(
        plainly(told(&recorder)),
        [
            SPAN.to_owned(),
            event("WARN", "message=abandoned sent=\"in_doubt\" elapsed_ms=N"),
        ]
    );
}

/// Counted, not timed: the listening call takes memory of the recorder's, the other one must take none.
#[test]
fn nobody_who_does_not_listen_pays() {
    let _turn = alone();
    let count = |listens: bool| {
        let client = caller(&plain::VENDOR, Double::answering(FOUND).then(FOUND));
        let request = plain::Request::new("某某");
        let runtime = tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap();
        let call = || {
            allocation_counter::measure(|| {
                runtime.block_on(client.call(&request)).unwrap();
            })
            .count_total
        };
        // The first call meets each place that tells something for the first time.
        call();
        if listens {
            with_default(Recorder::default(), call)
        } else {
            call()
        }
    };
    let bare = count(false);
    assert!(count(true) > bare, "the counter counts");
    assert_eq!(count(false), bare);
    let deaf = with_default(Recorder::up_to(Level::ERROR), || count(false));
    assert_eq!(deaf, bare, "a log of errors alone hears nothing of a call");
}
