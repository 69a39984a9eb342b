//! The text of a value, which may have to be unescaped.
//!
//! serde_json unescapes a string into a buffer of its own, shows it and forgets it. To keep what it shows would hold that text a second
//! time, beside the body and the types, until the signature is checked. So a member's string stays in the source as it
//! is escaped, and is unescaped once more on its way into the hash, piece by piece. serde_json could do that too, but takes
//! memory for each string that it is asked to read, where a check is to take none.

use std::borrow::Cow;

/// The text of a value.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Text<'t> {
    /// As it stands.
    Plain(&'t str),
    /// A string with escapes.
    Escaped(Escaped<'t>),
}

/// A string that serde_json has unescaped.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Escaped<'t> {
    /// What stands behind its opening quote, to the end of the string or beyond.
    pub(super) raw: &'t [u8],
    /// Its bytes, unescaped.
    pub(super) length: usize,
}

impl<'t> Text<'t> {
    /// Gives it piece by piece.
    #[inline]
    pub(crate) fn give(self, mut to: impl FnMut(&[u8])) {
        match self {
            Text::Plain(text) => to(text.as_bytes()),
            Text::Escaped(text) => text.give(to),
        }
    }

    /// All of it.
    pub(crate) fn whole(self) -> Cow<'t, str> {
        match self {
            Text::Plain(text) => Cow::Borrowed(text),
            Text::Escaped(text) => {
                let mut whole = Vec::with_capacity(text.length);
                text.give(|piece| whole.extend_from_slice(piece));
                Cow::Owned(String::from_utf8_lossy(&whole).into_owned())
            }
        }
    }
}

impl Escaped<'_> {
    fn give(self, mut to: impl FnMut(&[u8])) {
        let Escaped { mut raw, length } = self;
        let mut left = length;
        while left > 0 {
            // No escape is shorter than what it stands for: so far the string goes at least.
            let surely = raw.get(..left).unwrap_or(raw);
            let plain = memchr::memchr(b'\\', surely).unwrap_or(surely.len());
            let (text, rest) = raw.split_at(plain);
            to(text);
            left -= plain;
            raw = rest;
            // Some texts have nothing but escapes, of three bytes and less: they are gathered.
            let mut gathered = Gathered {
                bytes: [0; 32],
                length: 0,
            };
            while let Some((character, rest)) = escape(raw).filter(|_| left > 0) {
                gathered.push(character, &mut to);
                left = left.saturating_sub(character.len_utf8());
                raw = rest;
            }
            if gathered.flush(&mut to) == 0 {
                // At the end of the string, or of what is no string.
                return;
            }
        }
    }
}

/// Characters on their way.
struct Gathered {
    bytes: [u8; 32],
    length: usize,
}

impl Gathered {
    #[inline]
    fn push(&mut self, character: char, to: &mut impl FnMut(&[u8])) {
        if self.length + 4 > self.bytes.len() {
            self.flush(to);
        }
        if let Some(free) = self.bytes.get_mut(self.length..) {
            self.length += character.encode_utf8(free).len();
        }
    }

    /// How many bytes there were.
    fn flush(&mut self, to: &mut impl FnMut(&[u8])) -> usize {
        to(self.bytes.get(..self.length).unwrap_or_default());
        std::mem::take(&mut self.length)
    }
}

/// The character that an escape stands for, and what follows (RFC 8259, section 7).
fn escape(raw: &[u8]) -> Option<(char, &[u8])> {
    let (character, rest) = match raw {
        [b'\\', b'u', rest @ ..] => return unicode(rest),
        [b'\\', letter, rest @ ..] => (*letter, rest),
        _ => return None,
    };
    let character = match character {
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        itself => char::from(itself),
    };
    Some((character, rest))
}

/// The character of four hexadecimal digits, or of a surrogate pair in twice four.
fn unicode(raw: &[u8]) -> Option<(char, &[u8])> {
    let (first, rest) = unit(raw)?;
    if let Some(character) = char::from_u32(u32::from(first)) {
        return Some((character, rest));
    }
    let (second, rest) = unit(rest.strip_prefix(b"\\u")?)?;
    let pair = char::decode_utf16([first, second]).next()?.ok()?;
    Some((pair, rest))
}

/// Four hexadecimal digits, which serde_json has seen to be such.
fn unit(raw: &[u8]) -> Option<(u16, &[u8])> {
    let (digits, rest) = raw.split_first_chunk::<4>()?;
    // The low bits of `1` are 1, and those of `A` and `a` too, whose bit 6 tells them from digits.
    let digit = |byte: u8| u16::from((byte & 0xf) + 9 * (byte >> 6));
    Some((
        digits.iter().fold(0, |unit, byte| unit << 4 | digit(*byte)),
        rest,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What serde_json makes of a string, and what is made of it here.
    fn both(raw: &str) -> (String, String) {
        let unescaped: String = serde_json::from_str(&format!("\"{raw}\"")).expect("a string");
        let escaped = Escaped {
            raw: &[raw.as_bytes(), b"\", \"\\nnext\""].concat(),
            length: unescaped.len(),
        };
        let ours = Text::Escaped(escaped).whole().into_owned();
        (unescaped, ours)
    }

    #[test]
    fn every_escape_is_what_serde_json_says() {
        for raw in [
            "",
            "plain",
            r"\n",
            r"a\nb\\n\/\b\f\t\r",
            r#"\"\\"#,
            r"\u6267\u884c",
            r"执\u0000行",
            r"\ud83d\ude00\uD83D\uDE00",
            r"\u00e9\u07ff\u0800\uffff\u007f",
            r"末\\",
        ] {
            let (expected, ours) = both(raw);
            assert_eq!(ours, expected, "{raw}");
        }
    }

    #[test]
    fn every_unit_of_utf_16_is_what_serde_json_says() {
        for unit in (0..=u16::MAX).filter(|unit| !(0xd800..0xe000).contains(unit)) {
            let (expected, ours) = both(&format!("a\\u{unit:04x}b"));
            assert_eq!(ours, expected, "{unit:04x}");
        }
    }

    #[test]
    fn what_is_no_string_gives_no_more_than_was_promised() {
        for raw in ["", "\\", "\\u12", "\\ud800", "\\ud800\\n", "密", "\\u+123"] {
            let raw = raw.as_bytes();
            let text = Text::Escaped(Escaped { raw, length: 3 });
            assert!(text.whole().len() <= 3);
        }
    }
}
