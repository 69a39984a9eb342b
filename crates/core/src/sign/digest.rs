//! The hash functions that vendors' documents ask for, behind one streaming type.
//!
//! Replies of megabytes are hashed piece by piece while they are flattened, so no joined copy of the text is needed.

use md5::{Digest as _, Md5};

/// A hash function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Algorithm {
    /// MD5 (RFC 1321). Vendors use it with a shared secret; that is integrity by convention, not a MAC.
    Md5,
}

impl Algorithm {
    /// Starts a hash.
    ///
    /// ```
    /// use zhixing_core::sign::{Algorithm, HexCase};
    ///
    /// let mut hasher = Algorithm::Md5.hasher();
    /// hasher.update(b"a");
    /// hasher.update(b"bc");
    /// // RFC 1321, appendix A.5
    /// assert_eq!(hasher.finish(HexCase::Lower), "900150983cd24fb0d6963f7d28e17f72");
    /// ```
    pub fn hasher(self) -> Hasher {
        match self {
            Algorithm::Md5 => Hasher(Md5::new()),
        }
    }
}

/// The case of hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum HexCase {
    /// `0123456789abcdef`
    Lower,
    /// `0123456789ABCDEF`
    Upper,
}

/// A hash under way.
#[derive(Clone)]
pub struct Hasher(Md5);

impl std::fmt::Debug for Hasher {
    // The state of a hash over a secret is as good as the secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hasher").finish_non_exhaustive()
    }
}

impl Hasher {
    /// Hashes some more bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The hash of everything given, in hexadecimal.
    pub fn finish(self, case: HexCase) -> String {
        let digits: &[u8; 16] = match case {
            HexCase::Lower => b"0123456789abcdef",
            HexCase::Upper => b"0123456789ABCDEF",
        };
        let digit = |value: u8| char::from(digits[usize::from(value & 15)]);
        self.0
            .finalize()
            .iter()
            .flat_map(|&byte| [digit(byte >> 4), digit(byte)])
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_cases_of_a_published_digest() {
        // RFC 1321, appendix A.5: MD5 ("message digest")
        let hash = |case| {
            let mut hasher = Algorithm::Md5.hasher();
            hasher.update(b"message digest");
            hasher.finish(case)
        };
        assert_eq!(hash(HexCase::Lower), "f96b697d7cb7938d525a2f31aaf161d0");
        assert_eq!(hash(HexCase::Upper), "F96B697D7CB7938D525A2F31AAF161D0");
    }
}
