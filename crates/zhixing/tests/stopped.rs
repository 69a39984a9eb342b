//! A question that is stopped says how often each source was called and whether the calls were sent, and no more and no less.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use tokio::sync::Notify;
use zhixing::{Question, Report, Setup, SourceReport, Subject, check, check_until};
use zhixing_core::transport::{
    Fault, HttpReply, HttpRequest, Limits, Phase, Transport, TransportError,
};
use zhixing_sandbox::Sandbox;

#[derive(Debug, Clone, Copy)]
enum Step {
    /// HTTP 503, after which xinshu's document says to ask again.
    Again,
    /// Nobody takes the connection, so it is attempted again.
    Refused,
    /// It is on its way for ever.
    Silent,
}

/// Ends its attempts one after the other as it is told, and says when it was told the last one.
#[derive(Debug)]
struct Steps {
    left: Mutex<Vec<Step>>,
    last: Arc<Notify>,
}

#[async_trait]
impl Transport for Steps {
    async fn send(&self, _: &HttpRequest, _: &Limits) -> Result<HttpReply, TransportError> {
        let (step, last) = {
            let mut left = self.left.lock().unwrap();
            (left.remove(0), left.is_empty())
        };
        if last {
            self.last.notify_one();
        }
        match step {
            Step::Again => Ok(HttpReply::new(503, None, "busy".to_owned())),
            Step::Refused => Err(TransportError::new(Fault::NoConnection, Phase::NotSent)),
            Step::Silent => std::future::pending().await,
        }
    }
}

fn setup(steps: &[Step], last: &Arc<Notify>) -> Setup {
    let sandbox = Sandbox::new();
    let (steps, last) = (steps.to_vec(), last.clone());
    Setup::from_lookup(move |variable| sandbox.lookup(variable)).transports(move |_| {
        Arc::new(Steps {
            left: Mutex::new(steps.clone()),
            last: last.clone(),
        })
    })
}

fn question() -> Question {
    Question::about(Subject::new("公司")).vendors(vec!["xinshu".to_owned()])
}

/// The words of what stopped it, whether it was sent, whether it was counted; and the calls.
fn told(report: &Report) -> (&str, &str, &str, u32) {
    let mut sources = report.sources.iter();
    let source: &SourceReport = sources.find(|it| it.vendor == "xinshu").unwrap();
    let failure = source.error.as_ref().unwrap();
    (&failure.kind, &failure.sent, &failure.counted, source.calls)
}

const ENDS: [(&[Step], &str, &str, u32); 5] = [
    (&[Step::Silent], "in_doubt", "unknown", 1),
    (
        &[Step::Again, Step::Again, Step::Silent],
        "in_doubt",
        "unknown",
        3,
    ),
    // In the pause before the next attempt nothing is on its way.
    (&[Step::Again, Step::Again], "yes", "unknown", 2),
    (&[Step::Refused], "no", "no", 1),
    (&[Step::Refused, Step::Again], "yes", "unknown", 2),
];

#[tokio::test]
async fn an_interrupt_counts_what_was_sent() {
    for (steps, sent, counted, calls) in ENDS {
        let last = Arc::new(Notify::new());
        let report = check_until(&question(), &setup(steps, &last), last.notified()).await;
        let expected = ("interrupted", sent, counted, calls);
        assert_eq!(told(&report), expected, "{steps:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_deadline_counts_what_was_sent() {
    for (steps, sent, counted, calls) in ENDS {
        // In a pause a deadline comes only by chance.
        if !matches!(steps.last(), Some(Step::Silent)) {
            continue;
        }
        let setup = setup(steps, &Arc::new(Notify::new()));
        let question = question().deadline(Duration::from_secs(5));
        let report = check(&question, &setup).await;
        let expected = ("deadline", sent, counted, calls);
        assert_eq!(told(&report), expected, "{steps:?}");
    }
}
