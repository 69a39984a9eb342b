//! Holding one text against one rule. A sentence says what is wrong; it never holds the value.

use super::date;
use crate::record::Date;
use crate::spec::Rule;

/// Holds a single value, as it stands on the wire, against its rule.
pub(super) fn check(rule: &Rule, value: &str) -> Result<(), String> {
    if value.chars().any(char::is_control) {
        return Err("must not hold control characters or line ends".into());
    }
    match *rule {
        Rule::Text { min, max } => text(value, min, max),
        Rule::Integer { min, max } => {
            // It is sent as it is written, so "+5" and "007" are refused: who knows how they are read.
            let fits = value.parse::<i64>().is_ok_and(|number| {
                number.to_string() == value
                    && min.is_none_or(|min| number >= min)
                    && max.is_none_or(|max| number <= max)
            });
            within(fits, "a whole number", min, max)
        }
        Rule::Number { min, max } => {
            // What fits a limit fits it as far as an f64 can tell.
            let fits = is_number(value)
                && value.parse::<f64>().is_ok_and(|number| {
                    number.is_finite()
                        && min.is_none_or(|min| number >= min as f64)
                        && max.is_none_or(|max| number <= max as f64)
                });
            within(fits, "a number", min, max)
        }
        Rule::Boolean if matches!(value, "true" | "false") => Ok(()),
        Rule::Boolean => Err("must be true or false".into()),
        Rule::Date(pattern) if date::read(value, pattern).is_some() => Ok(()),
        Rule::Date(pattern) => {
            let example = Date::new(2024, 1, 31).map(|day| date::date(day, pattern));
            let example = example.unwrap_or_default();
            Err(format!(
                "must be a day written {pattern}, such as {example}"
            ))
        }
        Rule::Constant { value: fixed, .. } if fixed == value => Ok(()),
        Rule::Constant { value: fixed, .. } => {
            Err(format!("must be {fixed} and need not be given"))
        }
        Rule::OneOf(values) | Rule::OneOfNumbers(values) => {
            if values.iter().any(|(known, _)| *known == value) {
                return Ok(());
            }
            let known: Vec<String> = values
                .iter()
                .map(|(v, meaning)| format!("{v} ({meaning})"))
                .collect();
            Err(format!("must be one of {}", known.join(", ")))
        }
        Rule::List { .. } | Rule::Object(_) | Rule::JsonText(_) => {
            Err("must be given as JSON text".into())
        }
    }
}

fn text(value: &str, min: usize, max: Option<usize>) -> Result<(), String> {
    // Blanks around a name are no characters of it: "  " is as empty as "".
    let length = value.trim().chars().count();
    if length < min && min == 1 {
        return Err("must not be empty".into());
    }
    if length < min {
        return Err(format!(
            "must have at least {min} characters and has {length}"
        ));
    }
    match max.filter(|max| length > *max) {
        Some(max) => Err(format!(
            "must have at most {max} characters and has {length}"
        )),
        None => Ok(()),
    }
}

fn within(fits: bool, what: &str, min: Option<i64>, max: Option<i64>) -> Result<(), String> {
    if fits {
        return Ok(());
    }
    let range = match (min, max) {
        (Some(min), Some(max)) => format!(" from {min} to {max}"),
        (Some(min), None) => format!(" of at least {min}"),
        (None, Some(max)) => format!(" of at most {max}"),
        (None, None) => String::new(),
    };
    Err(format!("must be {what}{range}"))
}

/// How many values a list may have.
pub(super) fn count(count: usize, min: usize, max: Option<usize>) -> Result<(), String> {
    if count < min {
        return Err(format!("must have at least {min} values and has {count}"));
    }
    match max.filter(|max| count > *max) {
        Some(max) => Err(format!("must have at most {max} values and has {count}")),
        None => Ok(()),
    }
}

/// Whether JSON would call the text a number (RFC 8259, 6), so that a JSON body can carry it as it is.
pub(super) fn is_number(text: &str) -> bool {
    let begins = text.starts_with(|c: char| c == '-' || c.is_ascii_digit());
    begins
        && text.ends_with(|c: char| c.is_ascii_digit())
        && text.parse::<serde_json::Number>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::is_number;

    /// RFC 8259, section 6.
    #[test]
    fn numbers_are_those_of_json() {
        for text in ["0", "-0", "1.10", "-1.5e10", "1E+2", "12345678901234567890"] {
            assert!(is_number(text), "{text}");
        }
        for text in [
            "", "-", "+1", ".5", "5.", "01", "0x1", "1 ", " 1", "NaN", "inf", "1e", "1,5", "１",
        ] {
            assert!(!is_number(text), "{text}");
        }
    }
}
