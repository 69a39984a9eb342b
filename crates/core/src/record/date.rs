//! A civil date, the value of every day in a record.
//!
//! Courts act on days, not on instants, and all of them in one time zone. The type is our own so that a change of the
//! date library underneath changes nothing for those who use records.

use std::fmt;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A day of the calendar, without time or zone. Written `YYYY-MM-DD`, in text and in JSON.
///
/// ```
/// use zhixing_core::record::Date;
///
/// let day = Date::new(2019, 5, 23).unwrap();
/// assert_eq!(day.to_string(), "2019-05-23");
/// assert!(Date::new(2019, 2, 29).is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date(NaiveDate);

/// Beijing time, which has had no daylight saving since 1991.
const BEIJING: Option<FixedOffset> = FixedOffset::east_opt(8 * 60 * 60);

impl Date {
    /// The day, where the calendar has it. Years are 1 to 9999.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        NaiveDate::from_ymd_opt(year.into(), month.into(), day.into()).and_then(Self::in_range)
    }

    /// The Beijing day of an instant in milliseconds since 1970-01-01 UTC, where it is in the years 1 to 9999.
    pub fn of_epoch_millis(millis: i64) -> Option<Self> {
        let instant = DateTime::from_timestamp_millis(millis)?;
        Self::in_range(instant.with_timezone(&BEIJING?).date_naive())
    }

    /// The Beijing day of an ISO date-time with an offset (`2023-02-14T16:00:00Z`, `…+08:00`, `…+0800`, `…+08`).
    pub(super) fn of_instant(text: &str) -> Option<Self> {
        let instant = DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%#z").ok()?;
        Self::of_epoch_millis(instant.timestamp_millis())
    }

    fn in_range(date: NaiveDate) -> Option<Self> {
        (1..=9999).contains(&date.year()).then_some(Self(date))
    }

    /// Reads exactly `YYYY-MM-DD`.
    pub fn from_iso(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let shape = bytes.len() == 10
            && bytes.iter().enumerate().all(|(at, b)| {
                if at == 4 || at == 7 {
                    *b == b'-'
                } else {
                    b.is_ascii_digit()
                }
            });
        if !shape {
            return None;
        }
        Self::new(
            text[..4].parse().ok()?,
            text[5..7].parse().ok()?,
            text[8..].parse().ok()?,
        )
    }

    /// The year.
    pub fn year(self) -> u16 {
        u16::try_from(self.0.year()).unwrap_or(0)
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        u8::try_from(self.0.month()).unwrap_or(0)
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        u8::try_from(self.0.day()).unwrap_or(0)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::from_iso(&text).ok_or_else(|| de::Error::custom("not a date of the form YYYY-MM-DD"))
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Date {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar() {
        assert!(Date::new(2020, 2, 29).is_some());
        for (year, month, day) in [
            (2019, 2, 29),
            (2019, 13, 1),
            (2019, 0, 1),
            (2019, 1, 0),
            (0, 1, 1),
            (u16::MAX, 1, 1),
        ] {
            assert_eq!(Date::new(year, month, day), None);
        }
    }

    #[test]
    fn midnight_in_beijing_is_the_day_that_begins() {
        // `date -u -d @1676390400` prints 2023-02-14 16:00:00, which is midnight of the 15th in Beijing.
        assert_eq!(
            Date::of_epoch_millis(1_676_390_400_000),
            Date::new(2023, 2, 15)
        );
        assert_eq!(
            Date::of_epoch_millis(1_676_390_399_999),
            Date::new(2023, 2, 14)
        );
        for extreme in [i64::MIN, i64::MAX] {
            assert_eq!(Date::of_epoch_millis(extreme), None);
        }
    }

    #[test]
    fn iso_both_ways() {
        let day = Date::new(987, 6, 5).unwrap();
        assert_eq!(serde_json::to_string(&day).unwrap(), "\"0987-06-05\"");
        assert_eq!(serde_json::from_str::<Date>("\"0987-06-05\"").unwrap(), day);
        for text in [
            "2019-5-23",
            "2019-05-23T",
            "2019年5月3",
            "2019-02-29",
            "+019-05-23",
        ] {
            assert_eq!(Date::from_iso(text), None, "{text}");
        }
    }

    #[test]
    fn earlier_days_are_less() {
        assert!(Date::new(2018, 12, 31) < Date::new(2019, 1, 1));
    }
}
