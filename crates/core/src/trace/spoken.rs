//! A call that tells `tracing`.

use std::time::Instant;

use tracing::{Instrument, Span, debug, warn, warn_span};

use crate::error::Error;
use crate::outcome::{Answer, Receipt};
use crate::spec::Operation;
use crate::transport::{HttpReply, Phase, TransportError};

/// One call from its beginning to its end, whatever that is.
#[derive(Debug)]
pub(crate) struct Call {
    span: Span,
    /// Nobody who does not listen pays for a clock.
    begun: Option<Instant>,
    /// Whether a request may have left.
    sent: bool,
    settled: bool,
}

impl Call {
    pub(crate) fn begin(operation: &'static Operation) -> Self {
        let span = warn_span!(
            target: "zhixing",
            "call",
            vendor = operation.vendor.name,
            operation = operation.name
        );
        let begun = (!span.is_disabled()).then(Instant::now);
        Self {
            span,
            begun,
            sent: false,
            settled: false,
        }
    }

    /// Waits for one exchange. What libraries below tell of it stands in the call's span.
    pub(crate) async fn exchange(
        &mut self,
        sending: impl Future<Output = Result<HttpReply, TransportError>>,
    ) -> Result<HttpReply, TransportError> {
        let begun = self.begun.map(|_| Instant::now());
        let before = self.sent;
        self.sent = true;
        let outcome = sending.instrument(self.span.clone()).await;
        let elapsed_ms = milliseconds(begun);
        match &outcome {
            Ok(reply) => debug!(
                target: "zhixing",
                parent: &self.span,
                http_status = reply.status,
                bytes = reply.body.len(),
                elapsed_ms,
                "exchange"
            ),
            Err(error) => {
                // What an earlier exchange may have bought is not undone by one that never left.
                self.sent = before || error.phase != Phase::NotSent;
                debug!(
                    target: "zhixing",
                    parent: &self.span,
                    fault = %error.fault,
                    sent = error.phase.sent(),
                    elapsed_ms,
                    "exchange"
                );
            }
        }
        outcome
    }

    /// The call is over.
    pub(crate) fn settle(&mut self, outcome: Result<(Answer, &Receipt), &Error>) {
        self.settled = true;
        let elapsed_ms = milliseconds(self.begun);
        match outcome {
            Ok((answer, receipt)) => debug!(
                target: "zhixing",
                parent: &self.span,
                answer = match answer {
                    Answer::Found => "found",
                    Answer::None => "none",
                },
                code = receipt.status.code,
                signature = receipt.signature.as_str(),
                fetched = receipt.completeness.fetched,
                complete = receipt.completeness.complete,
                counted = receipt.counted().as_str(),
                elapsed_ms,
                "answered"
            ),
            Err(error) => warn!(
                target: "zhixing",
                parent: &self.span,
                kind = error.kind().as_str(),
                code = error.code(),
                class = error.class().map(|class| class.as_str()),
                sent = error.phase().sent(),
                counted = error.counted().as_str(),
                elapsed_ms,
                "failed"
            ),
        }
    }

    /// The call is over with this error.
    pub(crate) fn failed(&mut self, error: Error) -> Error {
        self.settle(Err(&error));
        error
    }
}

impl Drop for Call {
    /// A future that is dropped in the middle may have bought something: a log that says nothing of it would hide that.
    fn drop(&mut self) {
        if !self.settled {
            let sent = if self.sent {
                Phase::InDoubt
            } else {
                Phase::NotSent
            };
            warn!(
                target: "zhixing",
                parent: &self.span,
                sent = sent.sent(),
                elapsed_ms = milliseconds(self.begun),
                "abandoned"
            );
        }
    }
}

fn milliseconds(begun: Option<Instant>) -> Option<u64> {
    begun.map(|begun| u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX))
}
