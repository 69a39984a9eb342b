//! What a client does about a clock that is wrong: nothing until a signature was refused for it.
//!
//! A gateway with a wrong `Date` must not break the signatures of a machine with a good clock. So offsets are learnt from every
//! reply but tried only after a refusal that they explain, at most once for a call, and kept only if the vendor then accepts.
//! An offset that did not help is not tried again. A kept offset is left in the same way, once it is refused.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{Offset, Timestamp};
use crate::sign::{Derived, Recipe, TimeFormat, TimePart};
use crate::transport::HttpReply;

/// How far a signed instant must be off to be a reason for refusing it, in milliseconds. The documents print no window; five
/// minutes is usual, and nobody is known to allow less than a minute.
const REFUSED_FROM: i64 = 30_000;

/// What a client knows of its clock and the server's; clones of the client share it.
#[derive(Debug, Default)]
pub(crate) struct Skew(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    known: KnownSkew,
    /// The offset that was tried last and did not help.
    refuted: Option<Offset>,
}

/// What a client has learnt of the server's clock.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct KnownSkew {
    /// As the last reply told it whose date could be used.
    pub learnt: Option<Offset>,
    /// What is added to the clock when a request is signed: an offset with which the vendor accepted what it had refused
    /// without.
    pub applied: Option<Offset>,
}

impl KnownSkew {
    fn correct(self, at: Timestamp) -> Timestamp {
        self.applied
            .map_or(at, |offset| at.shifted(offset.as_millis()))
    }
}

/// A signature by another offset, after one was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Trial {
    offset: Offset,
    /// Added to the offset: near midnight the day on the other side of what is certain is tried.
    shift: i64,
}

impl Trial {
    /// The time to sign at.
    pub(crate) fn correct(self, now: Timestamp) -> Timestamp {
        now.shifted(self.offset.as_millis() + self.shift)
    }
}

impl Skew {
    pub(crate) fn known(&self) -> KnownSkew {
        self.state().known
    }

    /// The time to sign at.
    pub(crate) fn correct(&self, now: Timestamp) -> Timestamp {
        self.known().correct(now)
    }

    /// Takes note of a reply to a request that was sent then.
    pub(crate) fn learn(
        &self,
        recipe: &Recipe,
        sent: Timestamp,
        received: Timestamp,
        reply: &HttpReply,
    ) {
        if clocks(recipe).next().is_none() {
            return;
        }
        let offset = Offset::learn(sent, received, reply.date.as_deref(), reply.age.as_deref());
        if let Ok(offset) = offset {
            self.state().known.learnt = Some(offset);
        }
    }

    /// Whether a signature made at `signed`, when the machine's clock showed `then`, was of a wrong time by what is known of
    /// the server's clock `now`; and by which offset to sign instead.
    pub(crate) fn explain(
        &self,
        recipe: &Recipe,
        then: Timestamp,
        signed: Timestamp,
        now: Timestamp,
    ) -> Option<Trial> {
        let state = self.state();
        let offset = state.known.learnt?;
        if state.refuted.is_some_and(|refuted| refuted.agrees(offset)) {
            return None;
        }
        let within = offset.within_millis();
        let trials = [0, within, -within].map(|shift| Trial { offset, shift });
        let off = then.shifted(offset.as_millis()).as_millis() - signed.as_millis();
        trials.into_iter().find(|trial| {
            clocks(recipe).any(|format| {
                if tells_the_minute(format) {
                    trial.shift == 0 && off.abs() >= REFUSED_FROM
                } else {
                    format.write(signed) != format.write(trial.correct(now))
                }
            })
        })
    }

    /// The vendor took a signature by that offset.
    pub(crate) fn confirm(&self, trial: Trial) {
        // One that may be none is none: the clock is right, or was set right meanwhile.
        self.state().known.applied = Some(trial.offset).filter(|offset| offset.is_certain());
    }

    /// The vendor refused that one too.
    pub(crate) fn refute(&self, trial: Trial) {
        self.state().refuted = Some(trial.offset);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Each step leaves it whole.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How the recipe writes the time; nothing where it signs none.
fn clocks(recipe: &Recipe) -> impl Iterator<Item = TimeFormat> {
    recipe.values.iter().filter_map(|(_, how)| match how {
        Derived::Clock(format) => Some(*format),
        _ => None,
    })
}

/// Whether a server can hold such a time against its own clock by minutes. Otherwise it compares what is written.
fn tells_the_minute(format: TimeFormat) -> bool {
    match format {
        TimeFormat::EpochMillis | TimeFormat::EpochSeconds => true,
        TimeFormat::Day { .. } => false,
        TimeFormat::Civil { parts, .. } => {
            parts.contains(&TimePart::Hour) && parts.contains(&TimePart::Minute)
        }
    }
}
