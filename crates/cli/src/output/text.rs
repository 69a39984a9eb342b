//! Text from outside on a terminal: made harmless, measured, cut and wrapped.
//!
//! A vendor's text is data. On a terminal an escape sequence in it would be a command, a line break
//! would forge a line of ours, and a mark that turns the direction of writing would show something
//! else than what arrived. Chinese is two columns wide.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The text in one line without anything that a terminal would obey.
pub(crate) fn clean(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => ' ',
            c if is_unseen(c) => '\u{fffd}',
            c => c,
        })
        .collect()
}

/// The text for a page: line breaks stay, and what would not be seen is named by its number.
pub(crate) fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if is_unseen(c) && !matches!(c, '\n' | '\t') {
            shown.push_str(&format!("⟨U+{:04X}⟩", u32::from(c)));
        } else {
            shown.push(c);
        }
    }
    shown
}

/// Control characters, and marks that turn the direction of writing.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// How many columns it takes.
pub(crate) fn width(text: &str) -> usize {
    text.width()
}

/// The text, or its beginning and a `…`, in at most so many columns.
pub(crate) fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut kept = String::new();
    for c in text.chars() {
        kept.push(c);
        if width(&kept) + 1 > columns {
            kept.pop();
            break;
        }
    }
    kept.push('…');
    kept
}

/// The text in lines of at most so many columns: broken at blanks, and anywhere between wide signs.
pub(crate) fn wrap(text: &str, columns: Option<usize>) -> Vec<String> {
    let Some(columns) = columns.map(|columns| columns.max(8)) else {
        return vec![text.to_owned()];
    };
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in words(text) {
        if !line.is_empty() && width(&line) + width(word.trim_end_matches(' ')) > columns {
            lines.push(line.trim_end_matches(' ').to_owned());
            line.clear();
        }
        for c in word.chars() {
            if width(&line) + c.width().unwrap_or(0) > columns && c != ' ' {
                lines.push(std::mem::take(&mut line));
            }
            line.push(c);
        }
    }
    if !line.trim_end_matches(' ').is_empty() || lines.is_empty() {
        lines.push(line.trim_end_matches(' ').to_owned());
    }
    lines
}

/// What is not to be broken: a word with the blank behind it, or one wide sign with the marks that
/// may not begin a line.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut previous: Option<char> = None;
    for (at, c) in text.char_indices() {
        let breaks = previous.is_some_and(|before| {
            let wide = |c: char| c.width() == Some(2);
            (before == ' ' && c != ' ')
                || ((wide(before) || wide(c)) && !hangs(c) && c != ' ' && !opens(before))
        });
        if breaks {
            words.push(&text[start..at]);
            start = at;
        }
        previous = Some(c);
    }
    words.push(&text[start..]);
    words
}

fn hangs(c: char) -> bool {
    matches!(
        c,
        '，' | '。'
            | '、'
            | '；'
            | '：'
            | '）'
            | '》'
            | '」'
            | '！'
            | '？'
            | '…'
            | ')'
            | ','
            | '.'
            | ';'
            | ':'
    )
}

fn opens(c: char) -> bool {
    matches!(c, '（' | '《' | '「' | '(')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_is_left() {
        assert_eq!(clean("a\u{1b}[31mb\nc\u{202e}d\u{9b}1m"), "a�[31mb c�d�1m");
    }

    #[test]
    fn chinese_takes_two_columns() {
        assert_eq!(cut("上海市长宁区", 12), "上海市长宁区");
        assert_eq!(cut("上海市长宁区", 11), "上海市长宁…");
        assert_eq!(cut("上海市长宁区", 10), "上海市长…");
        assert_eq!(
            wrap("the court 上海市长宁区人民法院", Some(14)),
            ["the court 上海", "市长宁区人民法", "院"]
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_line_is_too_wide_and_nothing_is_lost(text in any::<String>(), columns in 8usize..100) {
            let text = clean(&text);
            let bare = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
            let lines = wrap(&text, Some(columns));
            prop_assert_eq!(bare(&lines.concat()), bare(&text));
            for line in &lines {
                let sum: usize = line.chars().map(|c| c.width().unwrap_or(0)).sum();
                prop_assert!(width(line) <= columns || sum <= columns, "{:?}", line);
            }
            prop_assert!(width(&cut(&text, columns)) <= columns);
        }
    }
}
