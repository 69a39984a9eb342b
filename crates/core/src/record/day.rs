//! Days as the vendors write them.
//!
//! The five documents use five spellings of a date, three of them inside one record, and one of them is a count of
//! milliseconds that is a day early when it is read in UTC. The rules are few and stated at [`Day::parse`]; whatever
//! they do not cover is kept as text.

use serde::{Deserialize, Deserializer, Serialize};

use super::blank::is_blank;
use super::date::Date;
use super::raw::reread;
use super::width::{compact, half, is_space};

/// A day as the vendor wrote it, and the date where it is understood.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Day {
    /// The text (or number) as the vendor sent it.
    raw: String,
    /// The date, `YYYY-MM-DD`; absent where the text is not understood.
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<Date>,
}

impl Day {
    /// Reads a day. The rules, in order:
    ///
    /// 1. A [blank](super::is_blank) text is `None`, and so are `0001-01-01` and `0000-00-00` in any spelling, with or without a
    ///    time: they are what a database writes for no date.
    /// 2. Eight digits are year, month and day: `20190523`.
    /// 3. Thirteen digits are milliseconds since 1970 and mean the day in Beijing (UTC+8): `1676390400000` is
    ///    2023-02-15. So are twelve, the years 1973 to 2001, where they are a midnight there to the millisecond and no year is
    ///    written out in front: `928166400000` is 1999-06-01. Other counts of digits are not guessed at.
    /// 4. Year, month and day with `年月日` and blanks anywhere: `2019 年 05 月 10 日`. The 日 may be missing.
    /// 5. Year, month and day with `-`, `/` or `.` between them, one and the same: `2016-01-05`, `2016/1/5`.
    /// 6. A time behind rule 5, after a `T` or a blank, is checked and dropped: `2016-01-05T00:00:00`. With an offset
    ///    (`Z`, `+08:00`) the text is an instant and means its day in Beijing, as in rule 3.
    ///
    /// Digits and marks may be full width. A date that the calendar does not have is kept as text, and so is one on which no
    /// court of these lists can have done anything: before the People's Republic (1949-10-01) or after 2099, as `1900-01-01`
    /// and `9999-12-31`, with which databases say that they know none, and `1970-01-01`, where computers begin to count. That
    /// is a policy and no knowledge: such a text is more likely nothing than a day.
    ///
    /// ```
    /// use zhixing_core::record::{Date, Day};
    ///
    /// let day = Day::parse("2019年05月23日").unwrap();
    /// assert_eq!(day.date(), Date::new(2019, 5, 23));
    /// assert_eq!(day.raw(), "2019年05月23日");
    /// assert_eq!(Day::parse("2019-02-30").unwrap().date(), None);
    /// assert_eq!(Day::parse("0001-01-01T00:00:00"), None);
    /// ```
    pub fn parse(raw: &str) -> Option<Self> {
        if is_blank(raw) || is_unset(raw) {
            return None;
        }
        Some(Self::read(raw))
    }

    /// Reads a number of milliseconds since 1970 as its day in Beijing, with the digits as raw text. It follows rule 3
    /// of [`parse`](Self::parse): what that rule does not take is kept as text only, as it is more likely something else.
    pub fn from_epoch_millis(millis: i64) -> Self {
        Self::read(&millis.to_string())
    }

    fn read(raw: &str) -> Self {
        Self {
            raw: raw.to_owned(),
            date: date(raw).filter(is_possible),
        }
    }

    /// The text as the vendor sent it.
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// The date, where the text is understood.
    pub fn date(&self) -> Option<Date> {
        self.date
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reread(deserializer, Self::read)
    }
}

/// `0001-01-01` (.NET) and `0000-00-00` (MySQL), in any spelling, with a time or an offset or without.
fn is_unset(raw: &str) -> bool {
    let zeros = || {
        let text = compact(raw);
        let spelling = |c: char| {
            matches!(
                c,
                '0' | '-' | '/' | '.' | ':' | 'T' | 'Z' | '年' | '月' | '日'
            )
        };
        text.starts_with("0000") && text.matches('0').count() >= 8 && text.chars().all(spelling)
    };
    let first = date(raw).filter(|date| Some(*date) == Date::new(1, 1, 1));
    first.is_some() || zeros()
}

/// Whether a court can have acted on it: see [`Day::parse`].
fn is_possible(date: &Date) -> bool {
    let of = |year, month, day| Date::new(year, month, day);
    Some(*date) >= of(1949, 10, 1) && date.year() < 2100 && Some(*date) != of(1970, 1, 1)
}

fn date(raw: &str) -> Option<Date> {
    let text: String = raw.trim_matches(is_space).chars().map(half).collect();
    if text.bytes().all(|b| b.is_ascii_digit()) {
        return match text.len() {
            8 => Date::new(
                text[..4].parse().ok()?,
                text[4..6].parse().ok()?,
                text[6..].parse().ok()?,
            ),
            13 => Date::of_epoch_millis(text.parse().ok()?),
            12 if is_midnight(text.parse().ok()?) && !starts_with_year(&text) => {
                Date::of_epoch_millis(text.parse().ok()?)
            }
            _ => None,
        };
    }
    if text.contains('年') {
        return han(&compact(&text));
    }
    let (day, time) = match text.split_once(|c: char| c == 'T' || is_space(c)) {
        Some((day, time)) => (day, Some(time.trim_matches(is_space))),
        None => (&*text, None),
    };
    let date = ['-', '/', '.']
        .into_iter()
        .find_map(|separator| separated(day, separator))?;
    match time {
        None => Some(date),
        Some(time) => timed(date, time),
    }
}

/// Whether a day begins in Beijing, eight hours before it does in UTC.
fn is_midnight(millis: i64) -> bool {
    const HOUR: i64 = 3_600_000;
    (millis + 8 * HOUR) % (24 * HOUR) == 0
}

/// `201901081030` is a date and a time.
fn starts_with_year(digits: &str) -> bool {
    let year = digits.get(..4).and_then(|it| it.parse().ok());
    year.is_some_and(|year: u16| (1900..2100).contains(&year))
}

fn han(text: &str) -> Option<Date> {
    let (year, rest) = text.split_once('年')?;
    let (month, day) = rest.split_once('月')?;
    numbers(year, month, day.strip_suffix('日').unwrap_or(day))
}

fn separated(text: &str, separator: char) -> Option<Date> {
    let mut parts = text.split(separator);
    let date = numbers(parts.next()?, parts.next()?, parts.next()?)?;
    parts.next().is_none().then_some(date)
}

fn numbers(year: &str, month: &str, day: &str) -> Option<Date> {
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let counts = year.len() == 4 && (1..=2).contains(&month.len()) && (1..=2).contains(&day.len());
    if !counts || !digits(year) || !digits(month) || !digits(day) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// The day of `date` at a `time` that may carry an offset.
fn timed(date: Date, time: &str) -> Option<Date> {
    let clock_end = time
        .find(|c: char| !(c.is_ascii_digit() || c == ':' || c == '.'))
        .unwrap_or(time.len());
    let (clock, offset) = time.split_at(clock_end);
    let (whole, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    if fraction.is_empty() || fraction.contains(['.', ':']) {
        return None;
    }
    let fields: Option<Vec<u8>> = whole
        .split(':')
        .map(|it| it.parse().ok().filter(|_| (1..=2).contains(&it.len())))
        .collect();
    let (hour, minute, second) = match *fields? {
        [hour, minute] => (hour, minute, 0),
        [hour, minute, second] => (hour, minute, second),
        _ => return None,
    };
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    match offset.trim_matches(is_space) {
        "" => Some(date),
        offset => date.in_beijing([hour, minute, second], offset),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn reads(raw: &str, expected: &str) {
        let day = Day::parse(raw).unwrap();
        assert_eq!(
            day.date().map(|date| date.to_string()).as_deref(),
            Some(expected),
            "{raw}"
        );
        assert_eq!(day.raw(), raw);
    }

    #[test]
    fn spellings_of_the_documents() {
        reads("2016-01-05", "2016-01-05");
        reads("2019年05月23日", "2019-05-23");
        reads("2019 年 05 月 10 日", "2019-05-10");
        reads("20190523", "2019-05-23");
        // python3: datetime.fromtimestamp(t / 1000, timezone(timedelta(hours=8)))
        reads("1676390400000", "2023-02-15");
        reads("1697990400000", "2023-10-23");
        reads("1554048000000", "2019-04-01");
        reads("1555344000000", "2019-04-16");
        reads("928166400000", "1999-06-01");
        assert_eq!(
            Day::from_epoch_millis(1_554_048_000_000),
            Day::parse("1554048000000").unwrap()
        );
    }

    #[test]
    fn other_spellings() {
        reads(" ２０１９－０５－２３ ", "2019-05-23");
        reads("2019/5/3", "2019-05-03");
        reads("2019.05.23", "2019-05-23");
        reads("2019年\u{3000}5月3", "2019-05-03");
        reads("2016-01-05T00:00:00", "2016-01-05");
        reads("2016-01-05 23:59:59.999", "2016-01-05");
        reads("2016-01-05 9:30", "2016-01-05");
    }

    #[test]
    fn an_instant_means_its_day_in_beijing() {
        reads("2023-02-14T16:00:00Z", "2023-02-15");
        reads("2023-02-14T15:59:59.999Z", "2023-02-14");
        reads("2023-02-15T00:00:00+08:00", "2023-02-15");
        reads("2023-02-15T00:00:00+0800", "2023-02-15");
    }

    #[test]
    fn no_date_is_none() {
        for raw in [
            "",
            "-",
            "暂无",
            "NULL",
            "0001-01-01T00:00:00",
            "0001-01-01",
            "0001/1/1 0:00:00",
            "0001-01-01T00:00:00+08:00",
            "0001年1月1日",
            "00010101",
            "0000-00-00 00:00:00",
            "0000/00/00",
            "00000000",
        ] {
            assert_eq!(Day::parse(raw), None, "{raw}");
        }
    }

    #[test]
    fn what_is_no_date_is_kept_as_text() {
        for raw in [
            "2019-02-30",
            "20191301",
            "2019年13月01日",
            "2019-05/23",
            "2019-05",
            "05-23-2019",
            "19-05-23",
            "2019年",
            "1676390400",
            "201901081030",
            "928166400001",
            "92816640000",
            "16763904000000",
            "0",
            "-1",
            "2016-01-05T24:00:00",
            "2016-01-05Tx",
            "2016-01-05 上午",
            "2016-01-05T",
            "2016-01-05T10:00:00+99:99",
            "9999999999999999",
            "不详",
        ] {
            let day = Day::parse(raw).unwrap();
            assert_eq!((day.raw(), day.date()), (raw, None));
        }
        assert_eq!(Day::from_epoch_millis(i64::MIN).date(), None);
        assert_eq!(Day::from_epoch_millis(0).raw(), "0");
    }

    /// Publication began in 2009, enforcement by the law of civil procedure in 1982, the courts in 1949.
    #[test]
    fn a_day_on_which_no_court_can_have_acted_is_kept_as_text() {
        for raw in [
            "1970-01-01",
            "1970-01-01 08:00:00",
            "1969-12-31T16:00:00Z",
            "1970年1月1日",
            "19700101",
            "1900-01-01",
            "1900-01-01T00:00:00",
            "1899-12-30",
            "1753-01-01",
            "1601-01-01",
            "1949-09-30",
            "9999-12-31",
            "2100-01-01",
        ] {
            let day = Day::parse(raw).unwrap();
            assert_eq!((day.raw(), day.date()), (raw, None));
        }
        assert_eq!(Day::from_epoch_millis(-28_800_000).date(), None);
        reads("1949-10-01", "1949-10-01");
        reads("1969-12-31", "1969-12-31");
        reads("1970-01-02", "1970-01-02");
        reads("1983-07-05", "1983-07-05");
        reads("2099-12-31", "2099-12-31");
    }

    #[test]
    fn json() {
        let day = Day::parse("2019 年 05 月 10 日").unwrap();
        let json = serde_json::json!({ "raw": "2019 年 05 月 10 日", "date": "2019-05-10" });
        assert_eq!(serde_json::to_value(&day).unwrap(), json);
        assert_eq!(serde_json::from_value::<Day>(json).unwrap(), day);
    }

    proptest! {
        #[test]
        fn never_panics_and_keeps_the_raw_text(raw in prop_oneof![any::<String>(), "[0-9０-９年月日\\-/.T: Z+]{0,24}"]) {
            if let Some(day) = Day::parse(&raw) {
                prop_assert_eq!(day.raw(), raw);
                if let Some(date) = day.date() {
                    let printed = date.to_string();
                    prop_assert_eq!(Day::read(&printed).date(), Some(date));
                }
            }
        }

        #[test]
        fn any_number_is_read_without_panic(millis in any::<i64>()) {
            let day = Day::from_epoch_millis(millis);
            prop_assert_eq!(day.raw(), millis.to_string());
        }
    }
}
