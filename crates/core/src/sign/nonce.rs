//! Texts that no other request carries.
//!
//! Randomness comes from a [`Nonces`] that the client holds, as the time comes from a clock: the system's by default,
//! something that stands still where a request must come out the same again.

use std::fmt;
use std::sync::Arc;

/// What a nonce looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NonceForm {
    /// So many characters of an alphabet.
    Characters {
        /// How many.
        length: u8,
        /// Which.
        alphabet: Alphabet,
    },
    /// A random UUID (RFC 9562, version 4) in lower case with hyphens.
    Uuid,
}

/// The characters of a nonce.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Alphabet {
    /// `0` to `9`.
    Digits,
    /// `0` to `9`, `a` to `f`.
    Hex,
    /// `0` to `9`, `A` to `Z`, `a` to `z`.
    Alphanumeric,
}

impl Alphabet {
    fn characters(self) -> &'static [u8] {
        match self {
            Alphabet::Digits => b"0123456789",
            Alphabet::Hex => b"0123456789abcdef",
            Alphabet::Alphanumeric => {
                b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
            }
        }
    }
}

/// The digits of a UUID in groups.
const GROUPS: [usize; 5] = [8, 4, 4, 4, 12];

impl NonceForm {
    /// Whether a text has this form.
    ///
    /// ```
    /// use zhixing_core::sign::{Alphabet, NonceForm};
    ///
    /// let form = NonceForm::Characters { length: 4, alphabet: Alphabet::Hex };
    /// assert!(form.fits("09af") && !form.fits("09AF") && !form.fits("09a"));
    /// assert!(NonceForm::Uuid.fits("00000000-0000-4000-8000-000000000000"));
    /// ```
    #[must_use]
    pub fn fits(self, text: &str) -> bool {
        match self {
            NonceForm::Characters { length, alphabet } => {
                text.len() == usize::from(length)
                    && text.bytes().all(|b| alphabet.characters().contains(&b))
            }
            NonceForm::Uuid => {
                let groups: Vec<&str> = text.split('-').collect();
                let hex = |group: &str| {
                    group
                        .bytes()
                        .all(|b| Alphabet::Hex.characters().contains(&b))
                };
                groups.iter().map(|group| group.len()).eq(GROUPS)
                    && groups.iter().all(|group| hex(group))
                    && groups[2].starts_with('4')
                    && groups[3].starts_with(['8', '9', 'a', 'b'])
            }
        }
    }

    /// A text of this form, made of whatever bytes `fill` gives. Every text of the form is as likely as any other if
    /// every byte is.
    #[cfg_attr(not(feature = "nonce"), allow(dead_code))]
    fn made_of<E>(self, mut fill: impl FnMut(&mut [u8]) -> Result<(), E>) -> Result<String, E> {
        match self {
            NonceForm::Characters { length, alphabet } => {
                let characters = alphabet.characters();
                // Bytes beyond the last whole round through the alphabet would favour its beginning.
                let rounds = 256 / characters.len() * characters.len();
                let mut text = String::with_capacity(usize::from(length));
                let mut bytes = [0; 32];
                while text.len() < usize::from(length) {
                    fill(&mut bytes)?;
                    let left = usize::from(length) - text.len();
                    let usable = bytes.iter().map(|byte| usize::from(*byte));
                    text.extend(
                        usable
                            .filter(|byte| *byte < rounds)
                            .filter_map(|byte| characters.get(byte % characters.len()))
                            .take(left)
                            .map(|byte| char::from(*byte)),
                    );
                }
                Ok(text)
            }
            NonceForm::Uuid => {
                let mut bytes = [0; 16];
                fill(&mut bytes)?;
                bytes[6] = bytes[6] & 0x0f | 0x40;
                bytes[8] = bytes[8] & 0x3f | 0x80;
                Ok(uuid(&bytes))
            }
        }
    }

    fn zeros(self) -> String {
        match self {
            NonceForm::Characters { length, .. } => "0".repeat(usize::from(length)),
            NonceForm::Uuid => "00000000-0000-4000-8000-000000000000".to_owned(),
        }
    }
}

#[cfg_attr(not(feature = "nonce"), allow(dead_code))]
fn uuid(bytes: &[u8; 16]) -> String {
    let digits = super::encode::hex(bytes, super::HexCase::Lower);
    let mut rest = digits.as_str();
    let groups = GROUPS.map(|length| {
        let (group, behind) = rest.split_at(length);
        rest = behind;
        group
    });
    groups.join("-")
}

/// Where a client takes nonces from. Each call of a client asks for new ones.
pub trait Nonces: fmt::Debug + Send + Sync {
    /// A nonce of this form for the derived value of this name.
    ///
    /// # Errors
    /// [`NonceError`] if there is none to be had; the request is then not sent.
    fn nonce(&self, name: &'static str, form: NonceForm) -> Result<String, NonceError>;
}

impl<N: Nonces + ?Sized> Nonces for Arc<N> {
    fn nonce(&self, name: &'static str, form: NonceForm) -> Result<String, NonceError> {
        (**self).nonce(name, form)
    }
}

/// There is no nonce to be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NonceError;

impl fmt::Display for NonceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the source of randomness failed")
    }
}

impl std::error::Error for NonceError {}

/// The operating system's randomness. It needs the feature `nonce`; without it no recipe has a nonce.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemNonces;

impl Nonces for SystemNonces {
    #[cfg(feature = "nonce")]
    fn nonce(&self, _: &'static str, form: NonceForm) -> Result<String, NonceError> {
        form.made_of(|bytes| getrandom::getrandom(bytes).map_err(|_| NonceError))
    }

    #[cfg(not(feature = "nonce"))]
    fn nonce(&self, _: &'static str, _: NonceForm) -> Result<String, NonceError> {
        Err(NonceError)
    }
}

/// Nonces of zeros: for printing a request that is the same every time. A vendor accepts it once at most.
#[derive(Clone, Copy, Debug, Default)]
pub struct ZeroNonces;

impl Nonces for ZeroNonces {
    fn nonce(&self, _: &'static str, form: NonceForm) -> Result<String, NonceError> {
        Ok(form.zeros())
    }
}

/// The same nonce every time, whatever form is asked for: for tests.
#[derive(Clone, Debug)]
pub struct FixedNonce(pub String);

impl Nonces for FixedNonce {
    fn nonce(&self, _: &'static str, _: NonceForm) -> Result<String, NonceError> {
        Ok(self.0.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORMS: [NonceForm; 5] = [
        NonceForm::Characters {
            length: 6,
            alphabet: Alphabet::Digits,
        },
        NonceForm::Characters {
            length: 32,
            alphabet: Alphabet::Hex,
        },
        NonceForm::Characters {
            length: 255,
            alphabet: Alphabet::Alphanumeric,
        },
        NonceForm::Characters {
            length: 0,
            alphabet: Alphabet::Hex,
        },
        NonceForm::Uuid,
    ];

    /// Fills with 255, 254, …: some bytes lie beyond the last whole round of each alphabet.
    fn falling() -> impl FnMut(&mut [u8]) -> Result<(), NonceError> {
        let mut next = 0u8;
        move |bytes| {
            for byte in bytes {
                next = next.wrapping_sub(1);
                *byte = next;
            }
            Ok(())
        }
    }

    #[test]
    fn every_form_is_kept() {
        for form in FORMS {
            let made = form.made_of(falling()).expect("bytes");
            assert!(form.fits(&made), "{form:?}: {made}");
            assert!(form.fits(&form.zeros()), "{form:?}");
            assert_eq!(
                form.made_of(|_| Err(NonceError)).is_err(),
                !made.is_empty(),
                "{form:?}"
            );
        }
    }

    #[test]
    fn no_character_is_favoured() {
        // One of each byte: 62 characters go four times into 248 of them, and the 8 left over are thrown away. The next
        // 32 bytes then begin anew, so 256 bytes give exactly four of each.
        let form = NonceForm::Characters {
            length: 248,
            alphabet: Alphabet::Alphanumeric,
        };
        let made = form.made_of(falling()).expect("bytes");
        for character in Alphabet::Alphanumeric.characters() {
            let count = made.bytes().filter(|byte| byte == character).count();
            assert_eq!(count, 4, "{}", char::from(*character));
        }
    }

    #[test]
    fn a_uuid_says_its_version_and_variant() {
        let all_ones = NonceForm::Uuid.made_of(|bytes| {
            bytes.fill(0xff);
            Ok::<(), NonceError>(())
        });
        // RFC 9562, 5.4: version 4 in the first digit of the third group, variant 10xx in that of the fourth.
        assert_eq!(
            all_ones.as_deref(),
            Ok("ffffffff-ffff-4fff-bfff-ffffffffffff")
        );
        for wrong in [
            "",
            "ffffffff-ffff-3fff-bfff-ffffffffffff",
            "ffffffff-ffff-4fff-cfff-ffffffffffff",
            "FFFFFFFF-ffff-4fff-bfff-ffffffffffff",
            "ffffffffffff4fffbfffffffffffffffffff",
            "ffffffff-ffff-4fff-bfff-ffffffffffff-",
        ] {
            assert!(!NonceForm::Uuid.fits(wrong), "{wrong}");
        }
    }

    #[cfg(feature = "nonce")]
    #[test]
    fn the_system_repeats_itself_in_no_thousand() {
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..1000 {
            let nonce = SystemNonces.nonce("n", FORMS[1]).expect("randomness");
            assert!(FORMS[1].fits(&nonce), "{nonce}");
            assert!(seen.insert(nonce), "repeated");
        }
    }
}
