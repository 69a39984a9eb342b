//! How bytes and texts are written where only some characters may stand.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::HexCase;

/// How a hash is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Encoding {
    /// In hexadecimal, two digits a byte.
    Hex(HexCase),
    /// In base64.
    #[cfg(feature = "base64")]
    Base64(Base64),
}

/// How a derived text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TextForm {
    /// As it is.
    Plain,
    /// With characters escaped.
    Escaped(Escape),
    /// Its UTF-8 in base64.
    #[cfg(feature = "base64")]
    Base64(Base64),
}

/// The alphabets of base64 (RFC 4648).
#[cfg(feature = "base64")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Base64 {
    /// With `+` and `/`, filled up with `=`.
    Standard,
    /// With `-` and `_`, filled up with `=`.
    UrlSafe,
    /// With `-` and `_`, not filled up.
    UrlSafeUnpadded,
}

/// Which characters of a text are percent-encoded, in UTF-8 and with upper-case digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Escape {
    /// All but letters, digits, `-`, `_`, `.` and `~`; a blank is `%20` (RFC 3986, unreserved).
    Rfc3986,
    /// All but letters, digits, `-`, `_`, `.` and `*`; a blank is `+` (`application/x-www-form-urlencoded`, as
    /// `URLEncoder` of Java and browsers write it).
    Form,
}

const RFC_3986: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

const FORM: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'*');

impl Encoding {
    pub(super) fn write(self, bytes: &[u8]) -> String {
        match self {
            Encoding::Hex(case) => hex(bytes, case),
            #[cfg(feature = "base64")]
            Encoding::Base64(alphabet) => alphabet.write(bytes),
        }
    }
}

impl TextForm {
    pub(super) fn write(self, text: &str) -> String {
        match self {
            TextForm::Plain => text.to_owned(),
            TextForm::Escaped(escape) => escape.write(text),
            #[cfg(feature = "base64")]
            TextForm::Base64(alphabet) => alphabet.write(text.as_bytes()),
        }
    }
}

#[cfg(feature = "base64")]
impl Base64 {
    fn write(self, bytes: &[u8]) -> String {
        use base64::engine::Engine as _;
        use base64::engine::general_purpose::{STANDARD, URL_SAFE, URL_SAFE_NO_PAD};
        match self {
            Base64::Standard => STANDARD.encode(bytes),
            Base64::UrlSafe => URL_SAFE.encode(bytes),
            Base64::UrlSafeUnpadded => URL_SAFE_NO_PAD.encode(bytes),
        }
    }
}

impl Escape {
    pub(super) fn write(self, text: &str) -> String {
        match self {
            Escape::Rfc3986 => utf8_percent_encode(text, RFC_3986).to_string(),
            // Every blank is `%20` after encoding, and no other character becomes that.
            Escape::Form => utf8_percent_encode(text, FORM)
                .to_string()
                .replace("%20", "+"),
        }
    }
}

/// Two digits a byte.
pub(super) fn hex(bytes: &[u8], case: HexCase) -> String {
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        text.push(char::from(digit(byte >> 4, case)));
        text.push(char::from(digit(byte & 15, case)));
    }
    text
}

/// The digit of a value below 16.
pub(super) fn digit(value: u8, case: HexCase) -> u8 {
    let digits: &[u8; 16] = match case {
        HexCase::Lower => b"0123456789abcdef",
        HexCase::Upper => b"0123456789ABCDEF",
    };
    digits[usize::from(value & 15)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_differ_in_blank_tilde_and_asterisk() {
        let text = "a-b_c.d~e*f g+h%/中";
        // python3: urllib.parse.quote(text, safe="") and urllib.parse.quote_plus(text, safe="*") with ~ as %7E
        assert_eq!(
            Escape::Rfc3986.write(text),
            "a-b_c.d~e%2Af%20g%2Bh%25%2F%E4%B8%AD"
        );
        assert_eq!(
            Escape::Form.write(text),
            "a-b_c.d%7Ee*f+g%2Bh%25%2F%E4%B8%AD"
        );
    }

    #[cfg(feature = "base64")]
    #[test]
    fn alphabets_of_base64() {
        // RFC 4648, section 10, and the two characters in which the alphabets differ: 0xfb 0xff.
        assert_eq!(Base64::Standard.write(b"foob"), "Zm9vYg==");
        assert_eq!(Base64::UrlSafe.write(b"foob"), "Zm9vYg==");
        assert_eq!(Base64::UrlSafeUnpadded.write(b"foob"), "Zm9vYg");
        assert_eq!(Base64::Standard.write(&[0xfb, 0xff]), "+/8=");
        assert_eq!(Base64::UrlSafe.write(&[0xfb, 0xff]), "-_8=");
        assert_eq!(Base64::Standard.write(b""), "");
    }
}
