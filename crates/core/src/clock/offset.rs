//! How far a server's clock is from this machine's, as one reply tells it.
//!
//! A reply's `Date` is the second in which it was made (RFC 9110, 6.6.1), somewhere between sending and receiving. The middle
//! of both is taken, so the estimate is wrong by at most half a second and half the round trip. A reply out of a cache says
//! when it was made for somebody else; one that took long says too little.

use std::fmt;

use super::Timestamp;

/// The longest round trip, in milliseconds, of which a reply's date is believed.
const LONGEST: i64 = 4_000;

/// 2024-01-01 and 2100-01-01: a server that says to be elsewhere is wrong itself. What this machine says is not judged: one
/// without a battery wakes up in 1970.
const PLAUSIBLE: std::ops::Range<i64> = 1_704_067_200_000..4_102_444_800_000;

/// By how much a server's clock is ahead of this machine's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offset {
    millis: i64,
    within: i64,
}

impl Offset {
    /// What a reply tells, by its headers `Date` and `Age` and by when the request was sent and the reply received, both by
    /// this machine's clock.
    ///
    /// ```
    /// use zhixing_core::clock::{Ignored, Offset};
    ///
    /// let (sent, received) = ("2023-11-14T22:13:20.100Z".parse()?, "2023-11-14T22:13:20.300Z".parse()?);
    /// let offset = Offset::learn(sent, received, Some("Tue, 14 Nov 2023 22:23:20 GMT"), None);
    /// assert_eq!(offset, Err(Ignored::Implausible));
    /// let (sent, received) = ("2026-11-22T08:00:00.100Z".parse()?, "2026-11-22T08:00:00.300Z".parse()?);
    /// let offset = Offset::learn(sent, received, Some("Sun, 22 Nov 2026 08:10:00 GMT"), None).unwrap();
    /// assert_eq!((offset.as_millis(), offset.within_millis()), (600_300, 600));
    /// # Ok::<(), zhixing_core::clock::TimestampError>(())
    /// ```
    ///
    /// # Errors
    /// [`Ignored`]: why it tells nothing.
    pub fn learn(
        sent: Timestamp,
        received: Timestamp,
        date: Option<&str>,
        age: Option<&str>,
    ) -> Result<Self, Ignored> {
        // Whatever it says: only caches write it.
        if age.is_some() {
            return Err(Ignored::Cached);
        }
        let date = date.and_then(Timestamp::from_http_date);
        let date = date.ok_or(Ignored::NoDate)?.as_millis();
        if !PLAUSIBLE.contains(&date) {
            return Err(Ignored::Implausible);
        }
        let trip = received.as_millis().saturating_sub(sent.as_millis());
        if !(0..=LONGEST).contains(&trip) {
            return Err(Ignored::RoundTrip);
        }
        Ok(Self {
            millis: date + 500 - (sent.as_millis() + trip / 2),
            within: 500 + (trip + 1) / 2,
        })
    }

    /// Milliseconds by which the server is ahead; negative where it is behind.
    #[must_use]
    pub fn as_millis(self) -> i64 {
        self.millis
    }

    /// Milliseconds by which that may be wrong: from 500 to 2,500.
    #[must_use]
    pub fn within_millis(self) -> i64 {
        self.within
    }

    /// Whether the two clocks differ for certain.
    #[must_use]
    pub fn is_certain(self) -> bool {
        self.millis.abs() > self.within
    }

    /// Whether both may be the same.
    pub(super) fn agrees(self, other: Self) -> bool {
        (self.millis - other.millis).abs() <= self.within + other.within
    }
}

/// Why nothing is learnt from a reply's date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Ignored {
    /// It has none, or none in a form of RFC 9110.
    NoDate,
    /// It has an `Age`: it comes out of a cache.
    Cached,
    /// It took more than 4 seconds, or less than none because the clock was set meanwhile.
    RoundTrip,
    /// The date lies before 2024 or after 2099: the server is wrong.
    Implausible,
}

impl fmt::Display for Ignored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoDate => "the reply has no date",
            Self::Cached => "the reply comes out of a cache",
            Self::RoundTrip => "the reply took too long, or the clock was set meanwhile",
            Self::Implausible => "the server's date cannot be right",
        })
    }
}

impl std::error::Error for Ignored {}
