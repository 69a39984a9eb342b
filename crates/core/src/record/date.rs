//! A civil date, the value of every day in a record.
//!
//! Courts act on days, not on instants, and all of them in one time zone. The type is our own so that a change of the
//! date library underneath changes nothing for those who use records.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::clock::civil::{self, Civil};

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
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// Beijing time, which has had no daylight saving since 1991.
const BEIJING: i32 = 8 * 60;

impl Date {
    /// The day, where the calendar has it. Years are 1 to 9999.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        (year > 0 && civil::is_day(year.into(), month, day)).then_some(Self { year, month, day })
    }

    /// The Beijing day of an instant in milliseconds since 1970-01-01 UTC, where it is in the years 1 to 9999.
    pub fn of_epoch_millis(millis: i64) -> Option<Self> {
        let there = Civil::at(millis, BEIJING)?;
        Self::new(there.year.try_into().ok()?, there.month, there.day)
    }

    /// The Beijing day at that time of this day somewhere else, at an offset from UTC (`Z`, `+08:00`, `+0800`, `+08`).
    pub(super) fn in_beijing(self, [hour, minute, second]: [u8; 3], offset: &str) -> Option<Self> {
        let there = Civil {
            year: self.year.into(),
            month: self.month,
            day: self.day,
            hour,
            minute,
            second,
            millis: 0,
        };
        Self::of_epoch_millis(there.instant(civil::minutes_east(offset)?)?)
    }

    /// Reads exactly `YYYY-MM-DD`.
    pub fn from_iso(text: &str) -> Option<Self> {
        let [year, month, day] = civil::numbers(text, "0000-00-00")?;
        Self::new(year, month.try_into().ok()?, day.try_into().ok()?)
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
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
