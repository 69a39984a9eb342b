//! A cursor over JSON text that is known to be valid.
//!
//! serde_json's visitors hand over numbers as `f64` or `u64`, so the characters that were sent are gone; its `RawValue`
//! keeps them, but only for one level, and taking each level apart anew reads the inner text once per level of depth. So
//! serde_json validates the whole text once (as one `RawValue`), and this cursor then only has to find where the pieces
//! begin and end. It is total all the same: on a text that is not valid it gives `None` or nonsense, never a panic.

/// A position in a text. Positions between pieces are always at ASCII characters, so every span can be sliced.
pub(super) struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

/// A piece of the text, in bytes from its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lexeme {
    pub(super) start: usize,
    pub(super) end: usize,
    /// For a string: whether it holds a backslash.
    pub(super) escaped: bool,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Cursor { text, at: 0 }
    }

    pub(super) fn offset(&self) -> usize {
        self.at
    }

    /// The next byte that is not white space, left in place.
    pub(super) fn peek(&mut self) -> Option<u8> {
        let rest = self.text.as_bytes().get(self.at..)?;
        let blanks = rest
            .iter()
            .take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
            .count();
        self.at += blanks;
        rest.get(blanks).copied()
    }

    /// The next byte that is not white space, taken.
    pub(super) fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    /// A string, without its quotes and with its escapes untouched.
    pub(super) fn string(&mut self) -> Option<Lexeme> {
        if self.next()? != b'"' {
            return None;
        }
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut end = start;
        let mut escaped = false;
        loop {
            match bytes.get(end)? {
                b'"' => break,
                // Whatever follows a backslash belongs to it; of `\u0041` the digits are ordinary characters here.
                b'\\' => {
                    escaped = true;
                    end += 2;
                }
                _ => end += 1,
            }
        }
        self.at = end + 1;
        Some(Lexeme {
            start,
            end,
            escaped,
        })
    }

    /// A number, `true`, `false` or `null`: everything up to a delimiter.
    pub(super) fn word(&mut self) -> Option<Lexeme> {
        self.peek()?;
        let start = self.at;
        let rest = self.text.as_bytes().get(start..)?;
        let length = rest
            .iter()
            .take_while(|byte| !matches!(byte, b',' | b']' | b'}' | b' ' | b'\t' | b'\n' | b'\r'))
            .count();
        self.at = start + length;
        (length > 0).then_some(Lexeme {
            start,
            end: self.at,
            escaped: false,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_ends_at_the_first_quote_that_no_backslash_owns() {
        let text = r#" "a\"b\\" , "" "#;
        let mut cursor = Cursor::new(text);
        let first = cursor.string().expect("a string");
        assert_eq!(&text[first.start..first.end], r#"a\"b\\"#);
        assert!(first.escaped);
        assert_eq!(cursor.next(), Some(b','));
        let second = cursor.string().expect("a string");
        assert_eq!(
            (&text[second.start..second.end], second.escaped),
            ("", false)
        );
        assert_eq!(cursor.peek(), None);
    }

    #[test]
    fn a_text_that_breaks_off_gives_none() {
        for text in ["", " ", "\"", "\"a\\", "\"\\\"", "\"密"] {
            assert_eq!(Cursor::new(text).string(), None, "{text}");
        }
        assert_eq!(Cursor::new(" ").word(), None);
    }
}
