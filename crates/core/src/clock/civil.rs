//! The calendar: what a wall clock shows at a fixed offset from UTC, and the instant of what it shows.
//!
//! A few functions over the algorithms of `datealgo`. A library of dates has zones, formats and arithmetic besides, which every program
//! with one vendor's crate would build and none would call.

use std::ops::RangeInclusive;

/// A day and a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Civil {
    pub(crate) year: i32,
    pub(crate) month: u8,
    pub(crate) day: u8,
    pub(crate) hour: u8,
    pub(crate) minute: u8,
    pub(crate) second: u8,
    pub(crate) millis: i64,
}

/// A day has so many minutes, and every offset fewer.
const DAY: i32 = 24 * 60;

/// The seconds whose days datealgo knows: far more than the years 0 to 9999.
const KNOWN: RangeInclusive<i64> = datealgo::RD_SECONDS_MIN..=datealgo::RD_SECONDS_MAX;

impl Civil {
    /// What a clock shows so many milliseconds after 1970-01-01T00:00:00Z, so many minutes east of UTC. `None` if the offset is a day or
    /// more, or the year is beyond all that a calendar is made for.
    pub(crate) fn at(millis: i64, minutes_east: i32) -> Option<Self> {
        if minutes_east.abs() >= DAY {
            return None;
        }
        let local = millis.checked_add(i64::from(minutes_east) * 60_000)?;
        let seconds = local.div_euclid(1000);
        if !KNOWN.contains(&seconds) {
            return None;
        }
        let (year, month, day, hour, minute, second) = datealgo::secs_to_datetime(seconds);
        Some(Self {
            year,
            month,
            day,
            hour,
            minute,
            second,
            millis: local.rem_euclid(1000),
        })
    }

    /// The instant of it, in milliseconds since 1970-01-01T00:00:00Z, so many minutes east of UTC. `None` if no clock shows it. A leap second is
    /// the first of the next minute.
    pub(crate) fn instant(self, minutes_east: i32) -> Option<i64> {
        let Self {
            year, month, day, ..
        } = self;
        let clock = self.hour <= 23 && self.minute <= 59 && self.second <= 60;
        if !clock || !is_day(year, month, day) {
            return None;
        }
        let midnight = datealgo::datetime_to_secs((year, month, day, 0, 0, 0));
        let minutes = i64::from(self.hour) * 60 + i64::from(self.minute) - i64::from(minutes_east);
        let seconds = midnight + minutes * 60 + i64::from(self.second);
        Some(seconds * 1000 + self.millis)
    }
}

/// Whether the calendar has that day, in the years 0 to 9999.
pub(crate) fn is_day(year: i32, month: u8, day: u8) -> bool {
    (0..=9999).contains(&year)
        && (1..=12).contains(&month)
        && (1..=datealgo::days_in_month(year, month)).contains(&day)
}

/// Reads RFC 3339, and the shorter offsets of ISO 8601: milliseconds since 1970-01-01T00:00:00Z. Finer digits are dropped, towards the past.
pub(super) fn instant(text: &str) -> Option<i64> {
    let [year, month, day] = numbers(text.get(..10)?, "0000-00-00")?;
    let time = text.get(10..)?.strip_prefix(['T', 't', ' '])?;
    let [hour, minute, second] = numbers(time.get(..8)?, "00:00:00")?;
    let rest = time.get(8..)?;
    let (fraction, offset) = match rest.strip_prefix('.') {
        Some(rest) => rest.split_at(
            rest.find(|c: char| !c.is_ascii_digit())
                .filter(|at| *at > 0)?,
        ),
        None => ("", rest),
    };
    let millis = fraction.bytes().chain(*b"000").take(3);
    let millis = millis.fold(0, |millis, digit| millis * 10 + i64::from(digit - b'0'));
    let [month, day, hour, minute, second] = [month, day, hour, minute, second].map(narrow);
    let civil = Civil {
        year: i32::from(year),
        month,
        day,
        hour,
        minute,
        second,
        millis,
    };
    civil.instant(minutes_east(offset)?)
}

/// Reads an offset from UTC in minutes: `Z`, `+08:00`, `+0800`, `+08`.
pub(crate) fn minutes_east(text: &str) -> Option<i32> {
    if matches!(text, "Z" | "z") {
        return Some(0);
    }
    let (sign, digits) = text.split_at_checked(1)?;
    let [hours, minutes] = match digits.len() {
        2 => [numbers::<1>(digits, "00")?[0], 0],
        4 => numbers::<1>(digits, "0000")?.map(|both| [both / 100, both % 100])[0],
        _ => numbers(digits, "00:00")?,
    };
    if hours > 23 || minutes > 59 {
        return None;
    }
    let minutes = i32::from(hours * 60 + minutes);
    match sign {
        "+" => Some(minutes),
        "-" => Some(-minutes),
        _ => None,
    }
}

/// The numbers in a text that is written like `pattern`, where each `0` stands for a digit and all else for itself.
pub(crate) fn numbers<const N: usize>(text: &str, pattern: &str) -> Option<[u16; N]> {
    if text.len() != pattern.len() {
        return None;
    }
    let mut numbers = [0; N];
    let mut next = 0;
    for (byte, like) in text.bytes().zip(pattern.bytes()) {
        match (byte, like) {
            (b'0'..=b'9', b'0') => {
                let number = numbers.get_mut(next)?;
                *number = *number * 10 + u16::from(byte - b'0');
            }
            (_, b'0') => return None,
            _ if byte == like => next += 1,
            _ => return None,
        }
    }
    Some(numbers)
}

/// Two digits fit a byte.
fn narrow(number: u16) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Timelike};
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_offset_is_read_in_each_of_its_forms() {
        for (text, minutes) in [
            ("Z", 0),
            ("+08:00", 480),
            ("+0800", 480),
            ("+08", 480),
            ("-03:30", -210),
            ("-2359", -1439),
        ] {
            assert_eq!(minutes_east(text), Some(minutes), "{text}");
        }
        for text in [
            "",
            "+",
            "8",
            "08:00",
            "+8",
            "+08:0",
            "+24:00",
            "+08:60",
            "+08:00:00",
            "+０８",
            "UTC",
        ] {
            assert_eq!(minutes_east(text), None, "{text}");
        }
    }

    #[test]
    fn what_no_clock_shows_is_no_instant() {
        // `date -ud '2016-12-31T23:59:59Z' +%s` is 1483228799; the leap second behind it is the next.
        assert_eq!(instant("2016-12-31T23:59:60Z"), Some(1_483_228_800_000));
        for text in [
            "",
            "2023-02-29T00:00:00Z",
            "2023-00-10T00:00:00Z",
            "2023-13-10T00:00:00Z",
            "2023-02-00T00:00:00Z",
            "2023-02-01T24:00:00Z",
            "2023-02-01T00:60:00Z",
            "2023-02-01T00:00:61Z",
            "2023-02-01T00:00:00.Z",
            "2023-02-01T00:00:00.1",
            "2023-02-01T00:00:00",
            "2023-02-01T00:00Z",
            "2023-02-01_00:00:00Z",
            "02023-02-01T00:00:00Z",
            "二〇二三-02-01T00:00:00Z",
        ] {
            assert_eq!(instant(text), None, "{text}");
        }
    }

    proptest! {
        /// What chrono says.
        #[test]
        fn a_clock_shows_what_another_library_says(millis in -70_000_000_000_000_i64..260_000_000_000_000, minutes in -1439..1440_i32) {
            let offset = FixedOffset::east_opt(minutes * 60).expect("an offset");
            let plain = DateTime::from_timestamp_millis(millis).expect("an instant").with_timezone(&offset).naive_local();
            let civil = Civil::at(millis, minutes).expect("an instant");
            let Civil { year, month, day, hour, minute, second, millis: fraction } = civil;
            prop_assert_eq!((year, month.into(), day.into()), (plain.year(), plain.month(), plain.day()));
            prop_assert_eq!((u32::from(hour), minute.into(), second.into()), (plain.hour(), plain.minute(), plain.second()));
            prop_assert_eq!(fraction, i64::from(plain.and_utc().timestamp_subsec_millis()));
            if (0..=9999).contains(&year) {
                prop_assert_eq!(civil.instant(minutes), Some(millis));
            }
        }

        #[test]
        fn a_text_is_read_as_another_library_reads_it(
            text in "[0-9]{4}-[01][0-9]-[0-3][0-9][Tt ][0-2][0-9]:[0-6][0-9]:[0-6][0-9](\\.[0-9]{0,10})?([Zz]|[+-][0-2][0-9]:[0-6][0-9])"
        ) {
            let plain = DateTime::parse_from_rfc3339(&text).ok();
            // chrono keeps a leap second as a second that is longer, with more than 1000 milliseconds.
            prop_assert_eq!(instant(&text), plain.map(|it| it.timestamp_millis()));
        }

        #[test]
        fn a_day_is_one_of_the_calendar(year in 0..10_000_i32, month in 0..14_u8, day in 0..33_u8) {
            let plain = NaiveDate::from_ymd_opt(year, month.into(), day.into());
            prop_assert_eq!(is_day(year, month, day), plain.is_some());
        }
    }
}
