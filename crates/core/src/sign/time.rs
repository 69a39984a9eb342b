//! The time of signing as text: a number since 1970, or what a wall clock shows at a fixed offset from UTC.
//!
//! No time zone database is here. A document says "Beijing time"; the generator turns a named zone into its offset, and
//! refuses a zone that has more than one.

use super::SignError;
use crate::clock::Timestamp;

/// How the time is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TimeFormat {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    EpochMillis,
    /// Whole seconds since 1970-01-01T00:00:00Z.
    EpochSeconds,
    /// `yyyyMMdd` at a fixed offset, whatever the machine's own zone is.
    Day {
        /// Hours east of UTC, −23 to 23; Beijing is 8.
        offset_hours: i8,
    },
    /// Date and time at a fixed offset, piece by piece.
    Civil {
        /// What is written, in this order, with nothing between.
        parts: &'static [TimePart],
        /// Minutes east of UTC, −1439 to 1439; Beijing is 480.
        offset_minutes: i16,
    },
}

/// A piece of a written time. What is finer than the finest piece is cut off, not rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TimePart {
    /// The year in four digits.
    Year,
    /// The month in two digits, from `01`.
    Month,
    /// The day of the month in two digits, from `01`.
    Day,
    /// The hour in two digits, `00` to `23`.
    Hour,
    /// The minute in two digits.
    Minute,
    /// The second in two digits.
    Second,
    /// The millisecond in three digits.
    Millisecond,
    /// This text.
    Text(&'static str),
}

/// `yyyyMMdd`
const DAY: &[TimePart] = &[TimePart::Year, TimePart::Month, TimePart::Day];

impl TimeFormat {
    /// The time as text.
    ///
    /// ```
    /// use zhixing_core::sign::{TimeFormat, TimePart};
    ///
    /// let at = "2023-11-14T22:13:20Z".parse()?;
    /// let hour = TimeFormat::Civil { parts: &[TimePart::Hour, TimePart::Text("点")], offset_minutes: 480 };
    /// assert_eq!(hour.write(at)?, "06点");
    /// assert_eq!(TimeFormat::EpochSeconds.write(at)?, "1700000000");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`SignError::Offset`] if there is no such offset from UTC.
    pub fn write(self, at: Timestamp) -> Result<String, SignError> {
        let (parts, minutes) = match self {
            TimeFormat::EpochMillis => return Ok(at.as_millis().to_string()),
            TimeFormat::EpochSeconds => return Ok(at.as_seconds().to_string()),
            TimeFormat::Day { offset_hours } => (DAY, i32::from(offset_hours) * 60),
            TimeFormat::Civil {
                parts,
                offset_minutes,
            } => (parts, i32::from(offset_minutes)),
        };
        let civil = at.civil(minutes).ok_or(SignError::Offset { minutes })?;
        let mut text = String::new();
        for part in parts {
            text.push_str(&match *part {
                TimePart::Year => format!("{:04}", civil.year),
                TimePart::Month => format!("{:02}", civil.month),
                TimePart::Day => format!("{:02}", civil.day),
                TimePart::Hour => format!("{:02}", civil.hour),
                TimePart::Minute => format!("{:02}", civil.minute),
                TimePart::Second => format!("{:02}", civil.second),
                TimePart::Millisecond => format!("{:03}", civil.millis),
                TimePart::Text(text) => text.to_owned(),
            });
        }
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("a time")
    }

    #[test]
    fn the_beijing_day_turns_at_sixteen_hours_utc() {
        let day = TimeFormat::Day { offset_hours: 8 };
        let written = |text| day.write(at(text));
        assert_eq!(
            written("2024-02-28T15:59:59.999Z").as_deref(),
            Ok("20240228")
        );
        assert_eq!(written("2024-02-28T16:00:00Z").as_deref(), Ok("20240229"));
    }

    #[test]
    fn every_part_is_padded_and_cut_off() {
        use TimePart::*;
        let format = TimeFormat::Civil {
            parts: &[
                Year,
                Text("/"),
                Month,
                Day,
                Text("T"),
                Hour,
                Minute,
                Second,
                Text("."),
                Millisecond,
            ],
            offset_minutes: -210,
        };
        assert_eq!(
            format.write(at("2024-03-01T03:04:05.0069Z")).as_deref(),
            Ok("2024/0229T233405.006")
        );
    }

    #[test]
    fn an_offset_that_is_none_is_an_error() {
        for (format, minutes) in [
            (TimeFormat::Day { offset_hours: 99 }, 5940),
            (
                TimeFormat::Civil {
                    parts: &[],
                    offset_minutes: -1440,
                },
                -1440,
            ),
        ] {
            assert_eq!(
                format.write(at("2024-01-01T00:00:00Z")),
                Err(SignError::Offset { minutes })
            );
        }
    }
}
