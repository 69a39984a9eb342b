//! One spelling for characters that look alike.
//!
//! The vendors copy text that clerks typed: digits and brackets come full width or half width, and blanks turn up
//! anywhere, U+3000 among them. Every parser of the record compares text only after it went through here, and keeps the
//! original beside the result.

/// The half-width twin of a full-width character of ASCII (`０` is `0`, `（` is `(`, `，` is `,`); others as they are.
pub(super) fn half(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// White space, and the marks of no width that copying out of web pages leaves behind.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// Half width, with all white space dropped.
pub(super) fn compact(text: &str) -> String {
    text.chars().filter(|c| !is_space(*c)).map(half).collect()
}

/// A Han character (the unified block and extension A, which hold every term of the field).
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_width_and_drops_blanks() {
        assert_eq!(
            compact(" （２０１９）沪\u{3000}0105 执\u{200B}00447 号\t"),
            "(2019)沪0105执00447号"
        );
        assert_eq!(compact("２，７３７，６００．５Ｅ＋７"), "2,737,600.5E+7");
    }

    #[test]
    fn leaves_other_marks_alone() {
        assert_eq!(compact("〔2015〕、。"), "〔2015〕、。");
    }
}
