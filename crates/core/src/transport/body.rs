//! The body of a reply: text, unless it is none.
//!
//! It is looked at once, piece by piece as it comes, and is text from there on: what is made of a reply are parts of it
//! ([`Text`](crate::wire::Text)), and nobody looks again.

#[cfg(feature = "reqwest")]
use std::collections::TryReserveError;
use std::fmt;
use std::ops::Deref;

/// The bytes of a reply, and whether they are text. `&[u8]` wherever that is wanted.
#[derive(Clone, PartialEq, Eq)]
pub struct Body(Repr);

#[derive(Clone, PartialEq, Eq)]
enum Repr {
    Text(String),
    Bytes(Vec<u8>),
}

impl Body {
    /// The text; `None` when it is not UTF-8.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.0 {
            Repr::Text(text) => Some(text),
            Repr::Bytes(_) => None,
        }
    }

    /// The text itself, or bytes that are none.
    ///
    /// # Errors
    /// The bytes, when they are not UTF-8.
    pub fn into_text(self) -> Result<String, Vec<u8>> {
        match self.0 {
            Repr::Text(text) => Ok(text),
            Repr::Bytes(bytes) => Err(bytes),
        }
    }
}

impl Default for Body {
    /// Nothing.
    fn default() -> Self {
        String::new().into()
    }
}

impl Deref for Body {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match &self.0 {
            Repr::Text(text) => text.as_bytes(),
            Repr::Bytes(bytes) => bytes,
        }
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Self(Repr::Text(text))
    }
}

impl From<&str> for Body {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<Vec<u8>> for Body {
    /// Text is copied: that takes a fifth of the time in which std looks at bytes before it calls them text.
    fn from(bytes: Vec<u8>) -> Self {
        match simdutf8::basic::from_utf8(&bytes) {
            Ok(text) => text.into(),
            Err(_) => Self(Repr::Bytes(bytes)),
        }
    }
}

impl From<&[u8]> for Body {
    fn from(bytes: &[u8]) -> Self {
        match simdutf8::basic::from_utf8(bytes) {
            Ok(text) => text.into(),
            Err(_) => Self(Repr::Bytes(bytes.to_vec())),
        }
    }
}

impl<B: AsRef<[u8]> + ?Sized> PartialEq<B> for Body {
    fn eq(&self, other: &B) -> bool {
        **self == *other.as_ref()
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Body({} bytes)", self.len())
    }
}

/// A body of which not all has come.
#[cfg(feature = "reqwest")]
#[derive(Default)]
pub(super) struct Growing {
    text: String,
    /// What follows and is no text: the beginning of a character, or all from the piece on in which something was none.
    rest: Vec<u8>,
}

#[cfg(feature = "reqwest")]
impl Growing {
    /// Makes room for so many bytes.
    ///
    /// # Errors
    /// There is not as much memory.
    pub(super) fn reserve(&mut self, bytes: usize) -> Result<(), TryReserveError> {
        self.text.try_reserve_exact(bytes)
    }

    /// The bytes that have come.
    pub(super) fn len(&self) -> usize {
        self.text.len() + self.rest.len()
    }

    pub(super) fn push(&mut self, mut piece: &[u8]) {
        // No character has more bytes.
        while let 1..4 = self.rest.len()
            && let Some((byte, behind)) = piece.split_first()
        {
            self.rest.push(*byte);
            piece = behind;
            if let Ok(character) = std::str::from_utf8(&self.rest) {
                self.text.push_str(character);
                self.rest.clear();
            }
        }
        if self.rest.is_empty() {
            let (whole, torn) = piece.split_at(piece.len() - torn(piece));
            if let Ok(text) = simdutf8::basic::from_utf8(whole) {
                self.text.push_str(text);
                piece = torn;
            }
        }
        self.rest.extend_from_slice(piece);
    }

    /// What has come.
    pub(super) fn end(mut self) -> Body {
        if self.rest.is_empty() {
            // A reply may be kept for long.
            self.text.shrink_to_fit();
            return self.text.into();
        }
        let mut bytes = self.text.into_bytes();
        bytes.reserve_exact(self.rest.len());
        bytes.append(&mut self.rest);
        // Characters that were looked for in the wrong places may be whole after all.
        bytes.into()
    }
}

/// How many bytes at the end are the beginning of a character whose other bytes are not there.
#[cfg(feature = "reqwest")]
fn torn(piece: &[u8]) -> usize {
    let back = piece.iter().rev().take(3);
    let lead = back.zip(1..).find(|(byte, _)| **byte & 0xC0 != 0x80);
    let wants = |byte: u8| match byte {
        0xF0.. => 4,
        0xE0.. => 3,
        0xC0.. => 2,
        _ => 1,
    };
    lead.map_or(
        0,
        |(byte, there)| if wants(*byte) > there { there } else { 0 },
    )
}

#[cfg(all(test, feature = "reqwest"))]
mod tests {
    use super::*;

    fn gathered(bytes: &[u8], sizes: impl IntoIterator<Item = usize>) -> Body {
        let mut growing = Growing::default();
        let mut rest = bytes;
        for size in sizes {
            let (piece, behind) = rest.split_at(size.min(rest.len()));
            growing.push(piece);
            rest = behind;
        }
        growing.push(rest);
        assert_eq!(growing.len(), bytes.len());
        growing.end()
    }

    #[test]
    fn text_is_text_wherever_it_was_broken() {
        let text = "aé中𠮷\u{0}z中中𠮷";
        for first in 0..=text.len() {
            for second in 0..=4 {
                let body = gathered(text.as_bytes(), [first, second, 1]);
                assert_eq!(body.text(), Some(text), "{first} {second}");
            }
        }
        let bytes = gathered(text.as_bytes(), std::iter::repeat_n(1, text.len()));
        assert_eq!(bytes.text(), Some(text));
    }

    #[test]
    fn what_is_no_text_arrives_as_it_is() {
        // A lead and no more, a lead and something else, a continuation by itself, GBK for 中, half of a surrogate pair, five bytes.
        for bad in [
            &b"ab\xE4\xB8"[..],
            b"\xE4\xB8a",
            b"a\xB8\xAD",
            b"{\"\xD6\xD0\"}",
            b"\xED\xA0\x80",
            b"\xF8\x88\x80\x80\x80",
            b"\xFF",
        ] {
            for size in 1..=bad.len() {
                let body = gathered(bad, std::iter::repeat_n(size, bad.len()));
                assert_eq!((body.text(), &*body), (None, bad), "{size}");
            }
        }
    }
}
