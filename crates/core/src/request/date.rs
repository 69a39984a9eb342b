//! Days as a request writes them: by the pattern that the document prints.

use crate::record::Date;

/// The day by a pattern of `yyyy`, `MM` and `dd` with any signs between them.
///
/// ```
/// use zhixing_core::record::Date;
/// use zhixing_core::request::date;
///
/// let day = Date::new(2019, 5, 3).unwrap();
/// assert_eq!(date(day, "yyyyMMdd"), "20190503");
/// assert_eq!(date(day, "yyyy年MM月dd日"), "2019年05月03日");
/// ```
#[must_use]
pub fn date(day: Date, pattern: &str) -> String {
    pattern
        .replace("yyyy", &format!("{:04}", day.year()))
        .replace("MM", &format!("{:02}", day.month()))
        .replace("dd", &format!("{:02}", day.day()))
}

/// The day that a text denotes by that pattern, if it is exactly one.
pub(super) fn read(text: &str, pattern: &str) -> Option<Date> {
    let (mut year, mut month, mut day) = (0u16, 0u8, 0u8);
    let mut characters = text.chars();
    for sign in pattern.chars() {
        let c = characters.next()?;
        let digit = c.to_digit(10).and_then(|digit| u8::try_from(digit).ok());
        match sign {
            'y' => year = year.checked_mul(10)?.checked_add(u16::from(digit?))?,
            'M' => month = month.checked_mul(10)?.checked_add(digit?)?,
            'd' => day = day.checked_mul(10)?.checked_add(digit?)?,
            other if other == c => {}
            _ => return None,
        }
    }
    characters.next().is_none().then_some(())?;
    Date::new(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_by_its_pattern_and_by_no_other() {
        let leap = Date::new(2024, 2, 29);
        for (pattern, text) in [
            ("yyyy-MM-dd", "2024-02-29"),
            ("yyyyMMdd", "20240229"),
            ("yyyy/MM/dd", "2024/02/29"),
            ("yyyy年MM月dd日", "2024年02月29日"),
            ("dd.MM.yyyy", "29.02.2024"),
        ] {
            assert_eq!(read(text, pattern), leap, "{pattern}");
            assert_eq!(leap.map(|day| date(day, pattern)).as_deref(), Some(text));
            for wrong in ["2024-2-29", "2023-02-29", "", "2024-02-291", "20240230"] {
                assert_eq!(read(wrong, pattern), None, "{wrong} by {pattern}");
            }
        }
    }
}
