//! What is done again by itself, and how long to wait before.
//!
//! A call is a purchase, so the list is short and closed: what provably was not sent, what the vendor's document says to
//! repeat at once, and a signature that was refused for a clock of which the error is known by then. Everything else is the
//! caller's decision.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::time::Duration;

use crate::error::{Error, Kind};
use crate::spec::{Cause, Class, Retry};
use crate::transport::{Fault, Phase};

/// How often and for how long a call is attempted.
///
/// Three attempts by default, none of which begins unless it could still take all the time that
/// [`Limits::attempt`](crate::transport::Limits) allows before 60 seconds are over: a deadline that cut an attempt short
/// would put a paid answer in doubt. Before each, a time between nothing and 250 ms, 500 ms, 1 s … 4 s at most is waited, of
/// which any is as likely as any other ("full jitter"), so that clients that failed together do not come back together.
///
/// Repeated is only
/// - what provably was not sent, because the host's name was not found or no connection was made. Not what TLS refused: a
///   certificate does not become valid by asking again;
/// - what the vendor's document says to ask again at once ([`Retry::Immediately`]), such as HTTP 502 and 503 at xinshu;
/// - a signature that was refused, if the time that it was made at was wrong by what the server's replies say: once, signed
///   by the server's time.
///
/// Each attempt is checked against the budget and signed anew. [`Error::attempts`] and
/// [`Receipt::attempts`](crate::outcome::Receipt::attempts) say how many there were.
///
/// ```
/// use std::time::Duration;
/// use zhixing_core::client::Repeats;
///
/// // qixin::Client::builder().repeats(…)
/// let patient = Repeats::default().attempts(5).within(Duration::from_secs(300));
/// let never = Repeats::none();
/// assert_ne!(patient, never);
/// assert_eq!(never, Repeats::default().attempts(1));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repeats {
    attempts: u32,
    within: Duration,
    first: Duration,
    longest: Duration,
}

impl Default for Repeats {
    fn default() -> Self {
        Self {
            attempts: 3,
            within: Duration::from_secs(60),
            first: Duration::from_millis(250),
            longest: Duration::from_secs(4),
        }
    }
}

impl Repeats {
    /// Nothing is repeated by itself.
    #[must_use]
    pub fn none() -> Self {
        Self::default().attempts(1)
    }

    /// So many attempts in all, the first one included.
    #[must_use]
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// Begins no attempt that could end later than so long after the call began. The first attempt is always made.
    #[must_use]
    pub fn within(mut self, within: Duration) -> Self {
        self.within = within;
        self
    }

    /// Waits at most `first` before the second attempt, twice as long before each further one, and never more than
    /// `longest`.
    #[must_use]
    pub fn pauses(mut self, first: Duration, longest: Duration) -> Self {
        self.first = first;
        self.longest = longest;
        self
    }

    /// Whether there may be one more attempt after so many.
    pub(super) fn allows(&self, made: u32) -> bool {
        made < self.attempts
    }

    /// Whether an attempt that takes `attempt` may begin after `elapsed`.
    pub(super) fn fits(&self, elapsed: Duration, attempt: Duration) -> bool {
        elapsed.saturating_add(attempt) <= self.within
    }

    /// How long to wait after so many attempts.
    pub(super) fn pause(&self, made: u32) -> Duration {
        let doubled = 1_u32.checked_shl(made.saturating_sub(1));
        let most = self.first.saturating_mul(doubled.unwrap_or(u32::MAX));
        let most = most.min(self.longest).as_micros();
        let bound = u64::try_from(most + 1).unwrap_or(u64::MAX);
        Duration::from_micros(random() % bound)
    }
}

/// A random number. std keys the hash of each map anew, out of what the system gives it: jitter needs no more, and no crate for it.
fn random() -> u64 {
    RandomState::new().build_hasher().finish()
}

/// Why an attempt may be repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    /// It was not sent, or the document says so: after a pause.
    Again,
    /// Its signature was refused: at once, if the clock was wrong.
    Clock,
}

/// Whether a failed attempt may be repeated by itself, and why.
pub(super) fn reason(error: &Error) -> Option<Reason> {
    if error.phase() == Phase::NotSent {
        let passing = matches!(
            error.kind(),
            Kind::Transport(Fault::NameNotFound | Fault::NoConnection | Fault::ConnectTimeout)
        );
        return passing.then_some(Reason::Again);
    }
    let advised = error.advice().map(|advice| advice.retry);
    if advised == Some(Retry::Immediately) {
        return Some(Reason::Again);
    }
    refuses_the_time(error).then_some(Reason::Clock)
}

/// Whether the vendor may have refused the signature for its time: the document has a code for that, or one for all wrong
/// signatures.
pub(super) fn refuses_the_time(error: &Error) -> bool {
    error.status().is_some_and(|status| {
        let of_time = |cause: &Cause| matches!(cause, Cause::StaleTimestamp | Cause::BadSignature);
        status.class == Class::Auth && status.causes.iter().any(of_time)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_are_anything_up_to_a_bound_that_doubles() {
        let millis = Duration::from_millis;
        let repeats = Repeats::default();
        for (made, most) in [(1, 250), (2, 500), (3, 1_000), (5, 4_000), (60, 4_000)] {
            let pauses: Vec<Duration> = (0..1_000).map(|_| repeats.pause(made)).collect();
            let [least, longest] = [pauses.iter().min(), pauses.iter().max()].map(Option::unwrap);
            assert!(*longest <= millis(most), "{longest:?}");
            // Of 1,000 even draws none falls into a tenth at one end once in 10^45.
            assert!(*longest > millis(most) * 9 / 10, "{longest:?}");
            assert!(*least < millis(most) / 10, "{least:?}");
        }
        assert_eq!(
            repeats.pauses(Duration::ZERO, Duration::MAX).pause(9),
            Duration::ZERO
        );
    }

    #[test]
    fn no_attempt_begins_that_could_end_too_late() {
        let seconds = Duration::from_secs;
        let repeats = Repeats::default();
        assert!(repeats.fits(seconds(40), seconds(20)));
        assert!(!repeats.fits(seconds(41), seconds(20)));
        assert!(!repeats.fits(seconds(0), Duration::MAX));
        assert!(repeats.allows(2) && !repeats.allows(3));
        assert!(!Repeats::none().allows(1));
    }
}
