//! The many spellings of "nothing".
//!
//! A vendor that has no value says so in many ways: an empty string, a dash, 暂无, an empty JSON container, even a
//! string that holds one, or what its programs print for nothing (SQL, Python, JavaScript). Read literally, each of them
//! becomes a court called `-`. The list is closed on purpose: a text that is not on it is a value. `NaN` is not, since Nan may
//! be somebody, nor is 不详, which says that there is something.

use super::width::is_space;

/// Whether `raw` is one of the spellings of "no value": the empty string and white space, dashes (`-`, `--`, `—`),
/// `暂无`, `无`, `null`, `none`, `N/A` and `undefined` in letters of either case, `{}`, `[]`, and the last two once more in
/// quotes (`"[]"`).
///
/// ```
/// use zhixing_core::record::is_blank;
///
/// assert!(is_blank(" - "));
/// assert!(is_blank("暂无"));
/// assert!(!is_blank("0"));
/// ```
pub fn is_blank(raw: &str) -> bool {
    let text = raw.trim_matches(is_space);
    text.chars().all(|c| matches!(c, '-' | '－' | '—' | '–'))
        || matches!(text, "暂无" | "无" | "{}" | "[]" | "\"[]\"" | "\"{}\"")
        || ["null", "none", "n/a", "undefined"]
            .iter()
            .any(|nothing| text.eq_ignore_ascii_case(nothing))
}

/// The text without the white space around it, or `None` where it [is blank](is_blank).
///
/// ```
/// use zhixing_core::record::text;
///
/// assert_eq!(text(" 上海海事法院 ").as_deref(), Some("上海海事法院"));
/// assert_eq!(text("[]"), None);
/// ```
pub fn text(raw: &str) -> Option<String> {
    (!is_blank(raw)).then(|| raw.trim_matches(is_space).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_spelling_is_blank() {
        for raw in [
            "",
            " ",
            "\u{3000}",
            "-",
            "--",
            "－",
            "—",
            "暂无",
            " 无 ",
            "null",
            "NULL",
            " Null ",
            "None",
            "N/A",
            "n/a",
            "undefined",
            "{}",
            "[]",
            "\"[]\"",
        ] {
            assert!(is_blank(raw), "{raw:?}");
            assert_eq!(text(raw), None, "{raw:?}");
        }
    }

    #[test]
    fn a_value_that_merely_resembles_a_blank_is_kept() {
        for raw in [
            "0",
            "NA",
            "Nan",
            "None Ltd.",
            "不详",
            "无锡市中级人民法院",
            "-1",
            "[1]",
            "{\"a\":1}",
            "暂无履行能力",
            "无正当理由",
        ] {
            assert_eq!(text(raw).as_deref(), Some(raw));
        }
    }
}
