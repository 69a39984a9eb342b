//! Where the tokens of a valid text stand: asked for only when a number's spelling or an error's place is wanted.

/// The keys, scalars and opening brackets of a valid JSON text, in their order.
///
/// It is total: on a text that is not valid it gives nonsense, never a panic.
pub(crate) struct Tokens<'t> {
    text: &'t [u8],
    at: usize,
    depth: usize,
}

/// Where a token stands, in bytes from the start of the text. A string comes without its quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// How many containers are open, the one that this token opens included.
    pub(crate) depth: usize,
    /// Whether it is a string.
    pub(crate) quoted: bool,
}

impl<'t> Tokens<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Tokens {
            text: text.as_bytes(),
            at: 0,
            depth: 0,
        }
    }

    fn end_of_string(&self, start: usize) -> usize {
        let mut end = start;
        loop {
            match self.text.get(end) {
                None | Some(b'"') => return end,
                // Whatever follows a backslash belongs to it; of `\u0041` the digits are ordinary characters here.
                Some(b'\\') => end += 2,
                Some(_) => end += 1,
            }
        }
    }

    fn end_of_word(&self, start: usize) -> usize {
        let rest = self.text.get(start..).unwrap_or_default();
        let length = rest.iter().position(|byte| b" \t\r\n,]}".contains(byte));
        start + length.unwrap_or(rest.len())
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        loop {
            let at = self.at;
            let (start, end, next) = match self.text.get(at)? {
                b']' | b'}' => {
                    self.depth = self.depth.saturating_sub(1);
                    self.at += 1;
                    continue;
                }
                b' ' | b'\t' | b'\r' | b'\n' | b',' | b':' => {
                    self.at += 1;
                    continue;
                }
                b'{' | b'[' => {
                    self.depth += 1;
                    (at, at + 1, at + 1)
                }
                b'"' => {
                    let end = self.end_of_string(at + 1);
                    (at + 1, end, end + 1)
                }
                _ => {
                    let end = self.end_of_word(at);
                    (at, end, end)
                }
            };
            self.at = next;
            return Some(Token {
                start,
                end,
                depth: self.depth,
                quoted: start > at,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<(&str, usize)> {
        Tokens::new(text)
            .map(|token| (text.get(token.start..token.end).unwrap_or(""), token.depth))
            .collect()
    }

    #[test]
    fn tokens_come_in_the_order_of_the_text() {
        assert_eq!(
            tokens(" {\"a\\\"\" : [ -1.50 , true],\"\":null} "),
            [
                ("{", 1),
                ("a\\\"", 1),
                ("[", 2),
                ("-1.50", 2),
                ("true", 2),
                ("", 1),
                ("null", 1)
            ]
        );
    }

    #[test]
    fn a_text_that_breaks_off_ends() {
        for text in ["", " ", "\"", "\"a\\", "\"\\\"", "\"密", "]]", "1"] {
            assert!(tokens(text).len() <= 1, "{text}");
        }
    }
}
