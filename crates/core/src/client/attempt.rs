//! The attempts of one call: each checked against the budget, signed anew, sent once; and what their caller is told in the
//! end.
//!
//! Nothing here knows the type of the reply, so it is compiled once and not once for each operation.

use std::time::Duration;

use super::budget::Reserved;
use super::repeat::{Reason, reason, refuses_the_time};
use super::{Caller, Inner};
use crate::clock::{Timestamp, Trial};
use crate::error::{Counted, Error, Kind};
use crate::interpret::broken;
use crate::outcome::{Answer, Receipt};
use crate::request::Arguments;
use crate::spec::Operation;
use crate::trace::Call;
use crate::transport::{HttpReply, HttpRequest, Phase, Transport, TransportError};

/// A call on its way from its first attempt to its end.
pub(super) struct Course<'c> {
    caller: &'c Caller,
    operation: &'static Operation,
    /// When it began, by the timer.
    began: Duration,
    /// Attempts that were made.
    made: u32,
    /// Whether one of the attempts that failed may have been counted.
    counted: Counted,
    /// Of those, the one that got furthest.
    furthest: Option<Error>,
    /// What the clock showed at the last attempt, and the time it was signed at.
    signed: Option<(Timestamp, Timestamp)>,
    /// How the next attempt is signed, or how the last one was.
    trial: Option<Trial>,
    tried: bool,
    /// What a log is told.
    log: Call,
}

impl<'c> Course<'c> {
    pub(super) fn begin(caller: &'c Caller, operation: &'static Operation) -> Self {
        let timer = caller.0.timer.as_ref();
        Self {
            caller,
            operation,
            began: timer.map_or(Duration::ZERO, |timer| timer.elapsed()),
            made: 0,
            counted: Counted::No,
            furthest: None,
            signed: None,
            trial: None,
            tried: false,
            log: Call::begin(operation),
        }
    }

    /// The reply to the next attempt that brings one, after one that failed if there was any. What was not sent is attempted
    /// again.
    ///
    /// Flat, with two places to wait at: each further one would be code and memory of every operation's call.
    ///
    /// # Errors
    /// There is no further attempt: what the call came to.
    pub(super) async fn reply(
        &mut self,
        arguments: &Arguments,
        mut failed: Option<Error>,
    ) -> Result<HttpReply, Error> {
        let inner = self.inner();
        // The transport itself and not the `Arc` that it is in, which would box the future a second time.
        let transport: &dyn Transport = &*inner.transport;
        loop {
            if let Some(error) = failed.take() {
                let pause = self.again(error)?;
                if let Some(timer) = inner.timer.as_ref().filter(|_| !pause.is_zero()) {
                    timer.sleep(pause).await;
                }
            }
            match self.begin_attempt(arguments) {
                Err(error) => failed = Some(error),
                Ok((request, reserved)) => {
                    let sending = transport.send(&request, &inner.limits);
                    let sent = self.log.exchange(sending).await;
                    match self.came(sent, reserved) {
                        Ok(reply) => return Ok(reply),
                        Err(error) => failed = Some(error),
                    }
                }
            }
        }
    }

    /// Whether there is another attempt after one that failed, and how long to wait before.
    fn again(&mut self, error: Error) -> Result<Duration, Error> {
        self.judge_trial(Some(&error));
        match self.pause(&error) {
            Some(pause) => {
                self.keep(error);
                Ok(pause)
            }
            None => Err(self.end(error)),
        }
    }

    /// Takes note that the last attempt was answered well.
    pub(super) fn answered(&mut self, answer: Answer, receipt: &mut Receipt) {
        self.judge_trial(None);
        receipt.attempts = self.made;
        receipt.earlier = self.counted;
        self.log.settle(Ok((answer, receipt)));
    }

    fn inner(&self) -> &'c Inner {
        &self.caller.0
    }

    /// Signs the request anew and enters it into the budget.
    fn begin_attempt(
        &mut self,
        arguments: &Arguments,
    ) -> Result<(HttpRequest, Reserved<'c>), Error> {
        let inner = self.inner();
        let now = inner.clock.now();
        let at = match self.trial {
            Some(trial) => trial.correct(now),
            None => inner.skew.correct(now),
        };
        self.signed = Some((now, at));
        let request = self.caller.prepare(self.operation, arguments, at)?;
        let request = request.to_http();
        let reserved = inner.budget.reserve(self.operation).map_err(|exceeded| {
            Error::not_sent(inner.vendor, Some(self.operation), Kind::Budget(exceeded))
        })?;
        self.made += 1;
        Ok((request, reserved))
    }

    /// Takes note of what came of the request.
    fn came(
        &mut self,
        sent: Result<HttpReply, TransportError>,
        reserved: Reserved<'_>,
    ) -> Result<HttpReply, Error> {
        let inner = self.inner();
        match sent {
            Ok(reply) => {
                if let Some((sent, _)) = self.signed {
                    let received = inner.clock.now();
                    inner.skew.learn(&inner.vendor.auth, sent, received, &reply);
                }
                Ok(reply)
            }
            Err(error) => {
                if error.phase == Phase::NotSent {
                    reserved.give_back();
                }
                Err(broken(self.operation, error))
            }
        }
    }

    /// How long to wait before the next attempt; `None` if there is none.
    fn pause(&mut self, error: &Error) -> Option<Duration> {
        let inner = self.inner();
        let timer = inner.timer.as_ref()?;
        if self.made == 0 || !inner.repeats.allows(self.made) {
            return None;
        }
        let pause = match reason(error)? {
            Reason::Again => inner.repeats.pause(self.made),
            Reason::Clock => {
                let (then, signed) = self.signed.filter(|_| !self.tried)?;
                let now = inner.clock.now();
                let trial = inner.skew.explain(&inner.vendor.auth, then, signed, now)?;
                self.trial = Some(trial);
                self.tried = true;
                Duration::ZERO
            }
        };
        let elapsed = timer.elapsed().saturating_sub(self.began);
        let begins = elapsed.saturating_add(pause);
        let fits = inner.repeats.fits(begins, inner.limits.attempt);
        fits.then_some(pause)
    }

    /// Tells what is known of the clock whether signing by it helped: an answer, or another status than a refused signature,
    /// is one that came after the signature was taken. What was not understood says nothing.
    fn judge_trial(&mut self, error: Option<&Error>) {
        let Some(trial) = self.trial else { return };
        let skew = &self.inner().skew;
        match error {
            Some(error) if refuses_the_time(error) => skew.refute(trial),
            Some(error) if error.status().is_none() => return,
            _ => skew.confirm(trial),
        }
        self.trial = None;
    }

    fn keep(&mut self, error: Error) {
        self.counted = self.counted.or(error.counted());
        self.furthest = Some(self.further(error));
    }

    /// Of the attempts before and this one, the error of the one that got furthest: what may have been paid for is told, and
    /// not that the line was down afterwards.
    fn further(&mut self, error: Error) -> Error {
        let attempted =
            matches!(error.kind(), Kind::Transport(_)) || error.phase() != Phase::NotSent;
        let rank = |error: &Error| match error.phase() {
            Phase::NotSent => 0,
            Phase::Answered => 1,
            Phase::InDoubt => 2,
        };
        match self.furthest.take() {
            Some(before) if !attempted || rank(&before) > rank(&error) => before,
            _ => error,
        }
    }

    fn end(&mut self, error: Error) -> Error {
        let counted = self.counted.or(error.counted());
        let error = self.further(error).with_attempts(self.made, counted);
        self.log.failed(error)
    }
}
