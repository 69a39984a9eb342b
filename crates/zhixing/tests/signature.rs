//! A reply that was altered on its way gives a report no record, however many pages are asked for.

use std::sync::Arc;

use zhixing::{Conclusion, Question, Setup, State, Subject, check};
use zhixing_sandbox::{Fault, Route, Sandbox};

fn setup(fault: Option<Fault>) -> Setup {
    let builder = Sandbox::builder();
    let builder = match fault {
        Some(fault) => builder.fault(Route::to("qixin"), fault),
        None => builder,
    };
    let sandbox = builder.build().unwrap();
    let credentials = sandbox.clone();
    Setup::from_lookup(move |variable| credentials.lookup(variable))
        .transports(move |vendor| Arc::new(sandbox.transport_for(vendor.name)))
}

fn question() -> Question {
    Question::about(Subject::new("大量记录测试有限公司")).vendors(vec!["qixin".to_owned()])
}

#[tokio::test]
async fn an_altered_reply_is_no_record() {
    let altered = Fault::AlteredData {
        pointer: Some("/data/items/0/disabled".into()),
    };
    for fault in [
        Fault::WrongSignature,
        Fault::AlteredData { pointer: None },
        altered,
    ] {
        for question in [question(), question().all_pages()] {
            let report = check(&question, &setup(Some(fault.clone()))).await;
            let source = report
                .sources
                .iter()
                .find(|it| it.vendor == "qixin")
                .unwrap();
            assert_eq!(
                (source.state, source.fetched, source.complete),
                (State::Unavailable, 0, false)
            );
            let failure = source.error.as_ref().unwrap();
            assert_eq!(failure.kind, "signature_mismatch");
            // What was paid for is at hand, and neither shown nor stored with the report.
            let reply = failure.reply_to_keep().and_then(|it| it.text()).unwrap();
            assert!(reply.contains("执"), "{reply}");
            let stored = serde_json::to_string(&report).unwrap();
            for told in [stored, format!("{report:?}")] {
                assert!(!told.contains("执"), "{told}");
            }
            assert_eq!(
                (source.calls, report.records.len(), report.cases.len()),
                (1, 0, 0)
            );
            assert_eq!(report.conclusion, Conclusion::Inconclusive, "{fault:?}");
        }
    }
    // Nobody between: three pages of records, verified.
    let report = check(&question().all_pages(), &setup(None)).await;
    let source = report
        .sources
        .iter()
        .find(|it| it.vendor == "qixin")
        .unwrap();
    assert_eq!((source.fetched, source.complete), (57, true));
    assert_eq!(source.signature.as_deref(), Some("verified"));
}
