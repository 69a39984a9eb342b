//! The hash functions, and HMAC over them.
//!
//! HMAC is written here: it is two hashes (RFC 2104), takes keys of any length and so cannot fail, and a crate for it
//! would be one more for everybody.

use md5::{Digest as _, Md5};
#[cfg(feature = "sha1")]
use sha1::Sha1;
#[cfg(feature = "sha2")]
use sha2::Sha256;

use subtle::ConstantTimeEq as _;

use super::encode::{digit, hex};

/// A hash function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Algorithm {
    /// MD5 (RFC 1321). Vendors use it with a shared secret; that is integrity by convention, not a MAC.
    Md5,
    /// SHA-1 (FIPS 180-4).
    #[cfg(feature = "sha1")]
    Sha1,
    /// SHA-256 (FIPS 180-4).
    #[cfg(feature = "sha2")]
    Sha256,
}

/// Bytes that each of these functions takes at once; HMAC fills its key up to them.
const BLOCK: usize = 64;

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
        Hasher(match self {
            Algorithm::Md5 => State::Md5(Md5::new()),
            #[cfg(feature = "sha1")]
            Algorithm::Sha1 => State::Sha1(Sha1::new()),
            #[cfg(feature = "sha2")]
            Algorithm::Sha256 => State::Sha256(Sha256::new()),
        })
    }

    pub(super) fn hash(self, text: &[u8]) -> Vec<u8> {
        let mut hasher = self.hasher();
        hasher.update(text);
        hasher.finish_bytes()
    }

    /// HMAC (RFC 2104) of a text.
    pub(super) fn hmac(self, key: &[u8], text: &[u8]) -> Vec<u8> {
        let mut block = if key.len() > BLOCK {
            self.hash(key)
        } else {
            key.to_vec()
        };
        block.resize(BLOCK, 0);
        let with = |pad: u8, text: &[u8]| {
            let key: Vec<u8> = block.iter().map(|byte| byte ^ pad).collect();
            let mut hasher = self.hasher();
            hasher.update(&key);
            hasher.update(text);
            hasher.finish_bytes()
        };
        with(0x5c, &with(0x36, text))
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
pub struct Hasher(State);

#[derive(Clone)]
enum State {
    Md5(Md5),
    #[cfg(feature = "sha1")]
    Sha1(Sha1),
    #[cfg(feature = "sha2")]
    Sha256(Sha256),
}

impl std::fmt::Debug for Hasher {
    // The state of a hash over a secret is as good as the secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hasher").finish_non_exhaustive()
    }
}

impl Hasher {
    /// Hashes some more bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        match &mut self.0 {
            State::Md5(state) => state.update(bytes),
            #[cfg(feature = "sha1")]
            State::Sha1(state) => state.update(bytes),
            #[cfg(feature = "sha2")]
            State::Sha256(state) => state.update(bytes),
        }
    }

    /// The hash of everything given, in hexadecimal.
    pub fn finish(self, case: HexCase) -> String {
        hex(&self.finish_bytes(), case)
    }

    /// Whether this hexadecimal text, in either case, is the hash of everything given. It takes the same time wherever the
    /// first difference is.
    pub(crate) fn is(self, claimed: &str) -> bool {
        let claimed = claimed.as_bytes();
        self.finish_with(|bytes| {
            let mut difference = u8::from(claimed.len() != 2 * bytes.len());
            for (byte, digits) in bytes.iter().zip(claimed.chunks(2)) {
                let expected = [byte >> 4, byte & 15].map(|value| digit(value, HexCase::Lower));
                let digits = [0, 1].map(|at| digits.get(at).copied().unwrap_or_default());
                difference |= expected[0] ^ digits[0].to_ascii_lowercase();
                difference |= expected[1] ^ digits[1].to_ascii_lowercase();
            }
            bool::from(difference.ct_eq(&0))
        })
    }

    fn finish_bytes(self) -> Vec<u8> {
        self.finish_with(<[u8]>::to_vec)
    }

    fn finish_with<T>(self, take: impl FnOnce(&[u8]) -> T) -> T {
        match self.0 {
            State::Md5(state) => take(&state.finalize()),
            #[cfg(feature = "sha1")]
            State::Sha1(state) => take(&state.finalize()),
            #[cfg(feature = "sha2")]
            State::Sha256(state) => take(&state.finalize()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(algorithm: Algorithm, text: &[u8], case: HexCase) -> String {
        let mut hasher = algorithm.hasher();
        hasher.update(text);
        hasher.finish(case)
    }

    #[test]
    fn both_cases_of_a_published_digest() {
        // RFC 1321, appendix A.5: MD5 ("message digest")
        let hash = |case| hash(Algorithm::Md5, b"message digest", case);
        assert_eq!(hash(HexCase::Lower), "f96b697d7cb7938d525a2f31aaf161d0");
        assert_eq!(hash(HexCase::Upper), "F96B697D7CB7938D525A2F31AAF161D0");
    }

    /// The long message of the FIPS 180 examples, of two blocks.
    #[cfg(any(feature = "sha1", feature = "sha2"))]
    const TWO_BLOCKS: &[u8] = b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";

    #[cfg(feature = "sha1")]
    #[test]
    fn sha1_of_the_fips_180_examples() {
        for (text, digest) in [
            (&b"abc"[..], "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (TWO_BLOCKS, "84983e441c3bd26ebaae4aa1f95129e5e54670f1"),
        ] {
            assert_eq!(hash(Algorithm::Sha1, text, HexCase::Lower), digest);
        }
    }

    #[cfg(feature = "sha2")]
    #[test]
    fn sha256_of_the_fips_180_examples() {
        for (text, digest) in [
            (
                &b"abc"[..],
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            ),
            (
                TWO_BLOCKS,
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
            ),
        ] {
            assert_eq!(hash(Algorithm::Sha256, text, HexCase::Lower), digest);
        }
    }

    fn hmac(algorithm: Algorithm, key: &[u8], text: &[u8]) -> String {
        hex(&algorithm.hmac(key, text), HexCase::Lower)
    }

    const JEFE: (&[u8], &[u8]) = (b"Jefe", b"what do ya want for nothing?");
    const LONGER_THAN_A_BLOCK: &[u8] = b"Test Using Larger Than Block-Size Key - Hash Key First";

    #[test]
    fn hmac_md5_of_rfc_2202() {
        // Section 2, test cases 1, 2, 6
        let md5 = |key, text| hmac(Algorithm::Md5, key, text);
        assert_eq!(
            md5(&[0x0b; 16], b"Hi There"),
            "9294727a3638bb1c13f48ef8158bfc9d"
        );
        assert_eq!(md5(JEFE.0, JEFE.1), "750c783e6ab0b503eaa86e310a5db738");
        assert_eq!(
            md5(&[0xaa; 80], LONGER_THAN_A_BLOCK),
            "6b1ab7fe4bd7bf8f0b62e6ce61b9d0cd"
        );
    }

    #[cfg(feature = "sha1")]
    #[test]
    fn hmac_sha1_of_rfc_2202() {
        // Section 3, test cases 1, 2, 6
        let sha1 = |key, text| hmac(Algorithm::Sha1, key, text);
        assert_eq!(
            sha1(&[0x0b; 20], b"Hi There"),
            "b617318655057264e28bc0b6fb378c8ef146be00"
        );
        assert_eq!(
            sha1(JEFE.0, JEFE.1),
            "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"
        );
        assert_eq!(
            sha1(&[0xaa; 80], LONGER_THAN_A_BLOCK),
            "aa4ae5e15272d00e95705637ce8a3b55ed402112"
        );
    }

    #[cfg(feature = "sha2")]
    #[test]
    fn hmac_sha256_of_rfc_4231() {
        // Section 4, test cases 1, 2, 6
        let sha256 = |key, text| hmac(Algorithm::Sha256, key, text);
        assert_eq!(
            sha256(&[0x0b; 20], b"Hi There"),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        );
        assert_eq!(
            sha256(JEFE.0, JEFE.1),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
        assert_eq!(
            sha256(&[0xaa; 131], LONGER_THAN_A_BLOCK),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        );
    }

    #[test]
    fn a_key_of_exactly_one_block_is_not_hashed_first() {
        // printf text | openssl dgst -md5 -hmac "$(printf 'k%.0s' {1..64})", and with 65
        assert_eq!(
            hmac(Algorithm::Md5, &[b'k'; 64], b"text"),
            "db24ea67182006970b94c91f1de303c5"
        );
        assert_eq!(
            hmac(Algorithm::Md5, &[b'k'; 65], b"text"),
            "6f76317da2a4bc5061037a5ebb3f0ba0"
        );
    }
}
