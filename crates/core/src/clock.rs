//! The time a request is signed at, and the time that a call takes.
//!
//! Three of the five documented recipes hash the time, so a signature can only be tested, explained or replayed if the
//! time is an argument. Nothing else in the core reads the system's clock: a client is given a [`Clock`], and a [`Timer`]
//! to wait by. How far the server's clock is off is learnt from its replies ([`Offset`]).

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use civil::Civil;

pub(crate) mod civil;
mod offset;
mod skew;
mod timer;

pub use offset::{Ignored, Offset};
pub use skew::KnownSkew;
pub(crate) use skew::{Skew, Trial};
pub use timer::Timer;
#[cfg(feature = "reqwest")]
pub use timer::TokioTimer;

/// A point in time, in whole milliseconds since 1970-01-01T00:00:00Z.
///
/// Milliseconds are the finest unit any documented recipe asks for. The range is that of RFC 3339, the years 0 to 9999,
/// so every value can be written, and read again.
///
/// ```
/// use zhixing_core::clock::Timestamp;
///
/// let at: Timestamp = "2023-11-14T22:13:20Z".parse()?;
/// assert_eq!(at.as_millis(), 1_700_000_000_000);
/// assert_eq!(at.as_seconds(), 1_700_000_000);
/// assert_eq!(at.to_string(), "2023-11-14T22:13:20Z");
/// # Ok::<(), zhixing_core::clock::TimestampError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

/// The first and the last millisecond that RFC 3339 can write: 0000-01-01T00:00:00Z and 9999-12-31T23:59:59.999Z.
const RANGE: RangeInclusive<i64> = -62_167_219_200_000..=253_402_300_799_999;

impl Timestamp {
    /// The start of 1970 in UTC.
    pub const UNIX_EPOCH: Timestamp = Timestamp(0);

    /// The time so many milliseconds after (or, if negative, before) the start of 1970 in UTC.
    ///
    /// # Errors
    /// [`TimestampError::OutOfRange`] if the year would lie outside 0 to 9999.
    pub fn from_millis(millis: i64) -> Result<Self, TimestampError> {
        if RANGE.contains(&millis) {
            Ok(Timestamp(millis))
        } else {
            Err(TimestampError::OutOfRange)
        }
    }

    /// The time of an HTTP date (RFC 9110, 5.6.7), as in the header `Date`; `None` where it is none, or lies before 1970.
    ///
    /// ```
    /// use zhixing_core::clock::Timestamp;
    ///
    /// let at = Timestamp::from_http_date("Sun, 06 Nov 1994 08:49:37 GMT").unwrap();
    /// assert_eq!(at.to_string(), "1994-11-06T08:49:37Z");
    /// ```
    #[must_use]
    pub fn from_http_date(text: &str) -> Option<Self> {
        let date = httpdate::parse_http_date(text.trim()).ok()?;
        let since = date.duration_since(UNIX_EPOCH).ok()?;
        Self::from_millis(i64::try_from(since.as_millis()).ok()?).ok()
    }

    /// Milliseconds since the start of 1970 in UTC.
    pub fn as_millis(self) -> i64 {
        self.0
    }

    /// Whole seconds since the start of 1970 in UTC, rounded down (towards the past).
    pub fn as_seconds(self) -> i64 {
        self.as_millis().div_euclid(1000)
    }

    /// The time so many milliseconds later, or earlier; the same where that would lie beyond the range.
    pub(crate) fn shifted(self, millis: i64) -> Self {
        let shifted = self.as_millis().saturating_add(millis);
        Self::from_millis(shifted).unwrap_or(self)
    }

    /// What a wall clock shows so many minutes east of UTC (Beijing is 480 all year).
    ///
    /// `None` if the offset is a day or more.
    pub(crate) fn civil(self, offset_minutes: i32) -> Option<Civil> {
        Civil::at(self.0, offset_minutes)
    }
}

impl fmt::Display for Timestamp {
    /// RFC 3339 in UTC, with a fraction only if there is one: `2023-11-14T22:13:20Z`, `2023-11-14T22:13:20.500Z`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // There is one of every timestamp.
        let Some(it) = self.civil(0) else {
            return Err(fmt::Error);
        };
        write!(f, "{:04}-{:02}-{:02}", it.year, it.month, it.day)?;
        write!(f, "T{:02}:{:02}:{:02}", it.hour, it.minute, it.second)?;
        match it.millis {
            0 => f.write_str("Z"),
            millis => write!(f, ".{millis:03}Z"),
        }
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Timestamp({self})")
    }
}

impl FromStr for Timestamp {
    type Err = TimestampError;

    /// Reads RFC 3339 with `Z` or a numeric offset, which may be as short as ISO 8601 has it (`+0800`, `+08`). Digits finer than a millisecond are dropped (towards the past).
    fn from_str(text: &str) -> Result<Self, TimestampError> {
        let millis = civil::instant(text).ok_or(TimestampError::Syntax)?;
        // An offset can carry the first and the last day of the range out of it.
        Timestamp::from_millis(millis)
    }
}

/// Why a text or a number is not a [`Timestamp`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TimestampError {
    /// The text is not an RFC 3339 time with an offset.
    Syntax,
    /// The year lies outside 0 to 9999.
    OutOfRange,
}

impl fmt::Display for TimestampError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            TimestampError::Syntax => "not a time in RFC 3339 form, such as 2023-11-14T22:13:20Z",
            TimestampError::OutOfRange => "the time lies outside the years 0 to 9999",
        })
    }
}

impl std::error::Error for TimestampError {}

/// Where a client takes the time from.
pub trait Clock: fmt::Debug + Send + Sync {
    /// The time now.
    fn now(&self) -> Timestamp;
}

impl<C: Clock + ?Sized> Clock for Arc<C> {
    fn now(&self) -> Timestamp {
        (**self).now()
    }
}

/// The clock of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    /// The machine's time. A machine whose clock is set outside the range of [`Timestamp`] gets the start of 1970: every
    /// vendor refuses such a signature, which is a clearer fault than a panic here.
    fn now(&self) -> Timestamp {
        let since = match SystemTime::now().duration_since(UNIX_EPOCH) {
            Ok(after) => i64::try_from(after.as_millis()).ok(),
            Err(before) => i64::try_from(before.duration().as_millis())
                .ok()
                .map(|millis| -millis),
        };
        since
            .and_then(|millis| Timestamp::from_millis(millis).ok())
            .unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

/// A clock that stands still: for tests, and for printing what a request would have been at a given time.
///
/// ```
/// use zhixing_core::clock::{Clock, FixedClock, Timestamp};
///
/// let clock = FixedClock(Timestamp::UNIX_EPOCH);
/// assert_eq!(clock.now(), clock.now());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct FixedClock(pub Timestamp);

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("a time")
    }

    #[test]
    fn a_fraction_is_cut_to_milliseconds_towards_the_past() {
        assert_eq!(at("1970-01-01T00:00:00.0019Z").as_millis(), 1);
        assert_eq!(at("1969-12-31T23:59:59.9999Z").as_millis(), -1);
        assert_eq!(at("1969-12-31T23:59:59.9999Z").as_seconds(), -1);
    }

    #[test]
    fn an_offset_is_applied() {
        assert_eq!(at("2023-11-15T06:13:20+08:00"), at("2023-11-14T22:13:20Z"));
    }

    #[test]
    fn a_time_without_an_offset_is_refused() {
        assert_eq!(
            "2023-11-14T22:13:20".parse::<Timestamp>(),
            Err(TimestampError::Syntax)
        );
        assert_eq!("".parse::<Timestamp>(), Err(TimestampError::Syntax));
    }

    #[test]
    fn the_range_is_what_can_be_written() {
        let [first, last] = ["0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z"];
        for (text, beyond) in [(first, -1), (last, 1)] {
            assert_eq!(at(text).to_string(), text);
            assert_eq!(
                Timestamp::from_millis(at(text).as_millis() + beyond),
                Err(TimestampError::OutOfRange)
            );
        }
        for outside in ["0000-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01"] {
            assert_eq!(
                outside.parse::<Timestamp>(),
                Err(TimestampError::OutOfRange)
            );
        }
        assert_eq!(
            Timestamp::from_millis(i64::MAX),
            Err(TimestampError::OutOfRange)
        );
    }

    #[test]
    fn the_system_clock_is_past_the_day_this_was_written() {
        assert!(SystemClock.now() > at("2024-01-01T00:00:00Z"));
    }
}
