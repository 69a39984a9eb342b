//! A written time, read back: when a request says that it was signed.

use chrono::{FixedOffset, NaiveDate};
use zhixing_core::clock::Timestamp;
use zhixing_core::sign::{TimeFormat, TimePart};

/// A time as exact as it is written: from its first millisecond to its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) first: Timestamp,
    /// How many milliseconds are written alike.
    pub(super) millis: i64,
}

impl Written {
    /// Reads a text of that format. `None` if it is none, or if the format does not say which day it is.
    pub(super) fn read(format: TimeFormat, text: &str) -> Option<Self> {
        let number = || text.parse::<i64>().ok();
        let (millis, first) = match format {
            TimeFormat::EpochMillis => (1, number()?),
            TimeFormat::EpochSeconds => (1000, number()?.checked_mul(1000)?),
            TimeFormat::Day { offset_hours } => {
                let day = [TimePart::Year, TimePart::Month, TimePart::Day];
                civil(&day, i32::from(offset_hours) * 60, text)?
            }
            TimeFormat::Civil {
                parts,
                offset_minutes,
            } => civil(parts, i32::from(offset_minutes), text)?,
            _ => return None,
        };
        Some(Self {
            first: Timestamp::from_millis(first).ok()?,
            millis,
        })
    }

    /// How far it is from another time: nothing while that time is written alike. Far-off times must not overflow.
    pub(super) fn distance(self, now: Timestamp) -> i128 {
        let now = i128::from(now.as_millis());
        let first = i128::from(self.first.as_millis());
        let last = first + i128::from(self.millis) - 1;
        (first - now).max(now - last).max(0)
    }
}

fn civil(parts: &[TimePart], offset_minutes: i32, text: &str) -> Option<(i64, i64)> {
    let mut rest = text;
    let [mut year, mut month, mut day] = [None; 3];
    let [mut hour, mut minute, mut second, mut milli] = [None; 4];
    for part in parts {
        match part {
            TimePart::Year => year = Some(digits(&mut rest, 4)?),
            TimePart::Month => month = Some(digits(&mut rest, 2)?),
            TimePart::Day => day = Some(digits(&mut rest, 2)?),
            TimePart::Hour => hour = Some(digits(&mut rest, 2)?),
            TimePart::Minute => minute = Some(digits(&mut rest, 2)?),
            TimePart::Second => second = Some(digits(&mut rest, 2)?),
            TimePart::Millisecond => milli = Some(digits(&mut rest, 3)?),
            TimePart::Text(text) => {
                rest = rest.strip_prefix(text)?;
            }
            _ => return None,
        }
    }
    if !rest.is_empty() {
        return None;
    }
    let [at_hour, at_minute, at_second, at_milli] =
        [hour, minute, second, milli].map(|it| it.unwrap_or(0));
    let first = NaiveDate::from_ymd_opt(i32::try_from(year?).ok()?, month?, day?)?
        .and_hms_milli_opt(at_hour, at_minute, at_second, at_milli)?
        .and_local_timezone(FixedOffset::east_opt(offset_minutes.checked_mul(60)?)?)
        .single()?;
    let millis = match (hour, minute, second, milli) {
        (_, _, _, Some(_)) => 1,
        (_, _, Some(_), _) => 1000,
        (_, Some(_), _, _) => 60_000,
        (Some(_), _, _, _) => 3_600_000,
        _ => 86_400_000,
    };
    Some((millis, first.timestamp_millis()))
}

/// So many digits. Signs, which would be parsed as well, are none.
fn digits(rest: &mut &str, count: usize) -> Option<u32> {
    let (head, tail) = rest.split_at_checked(count)?;
    *rest = tail;
    if head.bytes().all(|b| b.is_ascii_digit()) {
        head.parse().ok()
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TO_THE_MINUTE: TimeFormat = TimeFormat::Civil {
        parts: &[
            TimePart::Day,
            TimePart::Text("."),
            TimePart::Month,
            TimePart::Text("."),
            TimePart::Year,
            TimePart::Text("年 "),
            TimePart::Hour,
            TimePart::Minute,
        ],
        offset_minutes: 330,
    };

    #[test]
    fn a_time_is_as_exact_as_it_is_written() {
        let read = Written::read(TO_THE_MINUTE, "01.03.2024年 0400").expect("a time");
        // 04:00 in India is 22:30 of the day before in UTC.
        assert_eq!(read.first.to_string(), "2024-02-29T22:30:00Z");
        let distance = |now: &str| read.distance(now.parse().expect("a time"));
        assert_eq!(distance("2024-02-29T22:30:59.999Z"), 0);
        assert_eq!(distance("2024-02-29T22:31:00Z"), 1);
        assert_eq!(distance("2024-02-29T22:29:58Z"), 2000);
    }

    #[test]
    fn what_was_never_written_so_is_not_read() {
        for wrong in [
            "",
            "01.03.2024年 04",
            "01.03.2024年 04000",
            "1.03.2024年 04000",
            "+1.03.2024年 0400",
            "30.02.2024年 0400",
            "01.03.2024年 2400",
            "01.03.2024年 0400 ",
        ] {
            assert_eq!(Written::read(TO_THE_MINUTE, wrong), None, "{wrong}");
        }
        assert_eq!(
            Written::read(TimeFormat::EpochSeconds, "9223372036854775807"),
            None
        );
        let day = Written::read(TimeFormat::Day { offset_hours: 8 }, "20240301").expect("a day");
        assert_eq!(
            (day.first.to_string().as_str(), day.millis),
            ("2024-02-29T16:00:00Z", 86_400_000)
        );
    }
}
