//! Is a reply what the vendor sent?
//!
//! A vendor that signs its replies hashes the payload's canonical text (see [`crate::flatten`]) and a shared secret. The
//! check runs on the raw text, before anything is decoded, since fields that no type knows are signed too. How a vendor
//! signs is data, a [`ReplySignature`], like the recipes of [`crate::sign`].
//!
//! **What a verified signature does not say.** The hash covers the payload only, not status, message or time, so an old
//! reply can be sent again and all empty payloads have one signature. The canonical text is ambiguous: a value may hold
//! `&` and `=`, a key may hold `.`, so another arrangement of the same characters verifies too. And MD5 over a text with a
//! secret at its end is a convention, not a MAC. It shows tampering by those who do not study the scheme, and damage on
//! the way; TLS does the rest.

use serde_json::value::RawValue;

use crate::credentials::{MASK, Secret};
use crate::flatten::{Flat, FlattenError, Flattener, Policy};
use crate::sign::{Algorithm, Hasher, HexCase};

mod found;
mod member;
mod nothing;
mod verifier;

pub use found::{Signature, VerifyError};
pub use member::{LocateError, Located};
pub use nothing::holds_nothing;
pub use verifier::Verifier;

/// How a vendor signs its replies.
///
/// ```
/// use zhixing_core::credentials::Secret;
/// use zhixing_core::flatten::Policy;
/// use zhixing_core::sign::{Algorithm, HexCase};
/// use zhixing_core::verify::{ReplySignature, Signature};
///
/// const SIGNATURE: ReplySignature = ReplySignature {
///     payload: &["data"],
///     signature: &["sign"],
///     separator: "&secret_key=",
///     credential: "secret_key",
///     algorithm: Algorithm::Md5,
///     case: HexCase::Lower,
///     policy: Policy::DEFAULT,
/// };
///
/// // The example of the qixin document, 5.5, section 7.
/// let payload = r#"{"key1": {"keyA": "valueI"}, "key2": {"keyB": true}, "key3": [{"key4": 1, "key5": []}]}"#;
/// let secret = Secret::new("SECRET");
/// let signed = SIGNATURE.verify(payload, Some("31265e36ba96b780f6fb4ae1edce3915"), &secret)?;
/// assert_eq!(signed, Signature::Verified);
/// assert_eq!(SIGNATURE.verify("{}", Some("31265e36ba96b780f6fb4ae1edce3915"), &secret)?, Signature::Mismatch);
/// assert_eq!(SIGNATURE.verify(payload, None, &secret)?, Signature::Unsigned);
/// assert_eq!(SIGNATURE.explain(r#"{"a": [1]}"#)?, "a.0=1&secret_key=***");
/// # Ok::<(), zhixing_core::flatten::FlattenError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReplySignature {
    /// The path of keys to the signed payload in the reply.
    pub payload: &'static [&'static str],
    /// The path of keys to the signature in the reply.
    pub signature: &'static [&'static str],
    /// What stands between the canonical text and the secret.
    pub separator: &'static str,
    /// The name of the credential whose value ends the text.
    pub credential: &'static str,
    /// The hash function.
    pub algorithm: Algorithm,
    /// The case of the digits that the vendor sends; a check accepts either.
    pub case: HexCase,
    /// The choices for what the document leaves open.
    pub policy: Policy,
}

impl ReplySignature {
    /// Checks a payload, given as the text that was sent, against the signature that came with it.
    ///
    /// No signature, or an empty one, is [`Signature::Unsigned`]; whether that is acceptable is the caller's to say, and
    /// of a vendor that always signs it is not. The comparison ignores the case of the digits and takes the same time
    /// wherever the first difference is.
    ///
    /// # Errors
    /// If the payload has no canonical text: it is not JSON, or the policy refuses it. Such a reply is not verified.
    pub fn verify(
        &self,
        payload: &str,
        signature: Option<&str>,
        secret: &Secret,
    ) -> Result<Signature, FlattenError> {
        let Some(claimed) = signature.filter(|claimed| !claimed.is_empty()) else {
            return Ok(Signature::Unsigned);
        };
        Ok(Signature::of(self.hash(payload, secret)?.is(claimed)))
    }

    /// Finds payload and signature in the text of a whole reply and checks them.
    ///
    /// A reply without the payload is checked as if it were `null`: a writer of JSON may leave a null member out.
    ///
    /// # Errors
    /// [`VerifyError::Locate`] if the reply is not an object or holds one of the paths twice, [`VerifyError::Flatten`] as
    /// [`ReplySignature::verify`].
    pub fn verify_reply(&self, reply: &str, secret: &Secret) -> Result<Signature, VerifyError> {
        Verifier::new(*self).verify(reply, secret)
    }

    /// The same, looking for the two before reading anything else: for a text of which a part cannot be decoded.
    fn verify_located(&self, reply: &str, secret: &Secret) -> Result<Signature, VerifyError> {
        let located = self.locate(reply)?;
        let payload = located.payload.map_or("null", RawValue::get);
        Ok(self.verify(payload, located.signature.as_deref(), secret)?)
    }

    /// The signature of a payload, in the case that the vendor sends: what a sandbox puts into its replies.
    ///
    /// # Errors
    /// As [`ReplySignature::verify`].
    pub fn sign_payload(&self, payload: &str, secret: &Secret) -> Result<String, FlattenError> {
        Ok(self.hash(payload, secret)?.finish(self.case))
    }

    /// The text that is hashed, with [`MASK`] in place of the secret. It shows the whole payload.
    ///
    /// # Errors
    /// As [`ReplySignature::verify`].
    pub fn explain(&self, payload: &str) -> Result<String, FlattenError> {
        let mut flattener = Flattener::new();
        let flat = flattener.flatten(payload, &self.policy)?;
        Ok(format!("{flat}{}{MASK}", self.separator))
    }

    fn hash(&self, payload: &str, secret: &Secret) -> Result<Hasher, FlattenError> {
        let mut flattener = Flattener::new();
        let flat = flattener.flatten(payload, &self.policy)?;
        Ok(self.hash_of(flat, secret))
    }

    fn hash_of(&self, flat: Flat<'_>, secret: &Secret) -> Hasher {
        let mut hasher = self.algorithm.hasher();
        flat.feed(|piece| hasher.update(piece));
        hasher.update(self.separator.as_bytes());
        hasher.update(secret.expose().as_bytes());
        hasher
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIGNATURE: ReplySignature = ReplySignature {
        payload: &["data"],
        signature: &["sign"],
        separator: "&secret_key=",
        credential: "secret_key",
        algorithm: Algorithm::Md5,
        case: HexCase::Upper,
        policy: Policy::DEFAULT,
    };
    // printf 'a=1&secret_key=SECRET' | md5sum
    const OF_A_1: &str = "5b620b0cc4eacc201c7c64adcf25dccc";
    // printf '&secret_key=SECRET' | md5sum
    const OF_NOTHING: &str = "f917e689747640663785a104adc5de4b";

    fn secret() -> Secret {
        Secret::new("SECRET")
    }

    fn check(reply: &str) -> Result<Signature, VerifyError> {
        SIGNATURE.verify_reply(reply, &secret())
    }

    #[test]
    fn either_case_is_verified_and_nothing_else_is() {
        let verify = |claimed: &str| SIGNATURE.verify(r#"{"a":1}"#, Some(claimed), &secret());
        assert_eq!(verify(OF_A_1), Ok(Signature::Verified));
        assert_eq!(verify(&OF_A_1.to_uppercase()), Ok(Signature::Verified));
        for wrong in [
            &OF_A_1[..31],
            &format!("{OF_A_1}0"),
            &format!(" {OF_A_1}"),
            OF_NOTHING,
            "密",
        ] {
            assert_eq!(verify(wrong), Ok(Signature::Mismatch), "{wrong}");
        }
        assert_eq!(verify(""), Ok(Signature::Unsigned));
    }

    #[test]
    fn the_sandbox_signs_in_the_vendors_case() {
        let signed = SIGNATURE.sign_payload(r#"{"a":1}"#, &secret());
        assert_eq!(signed, Ok(OF_A_1.to_uppercase()));
    }

    #[cfg(all(feature = "sha1", feature = "sha2"))]
    #[test]
    fn other_hashes_are_verified_too() {
        // printf 'a=1&secret_key=SECRET' | sha1sum, and sha256sum
        for (algorithm, of_a_1) in [
            (Algorithm::Sha1, "34bf3afed203b0ba5970c7105511f7825801c7aa"),
            (
                Algorithm::Sha256,
                "92fc97e1f58e1b645b96f7567e0c46a7bf3c44dc320008c52840f7201fe8a956",
            ),
        ] {
            let signature = ReplySignature {
                algorithm,
                ..SIGNATURE
            };
            let verify = |claimed| signature.verify(r#"{"a":1}"#, Some(claimed), &secret());
            assert_eq!(verify(of_a_1), Ok(Signature::Verified));
            assert_eq!(verify(OF_A_1), Ok(Signature::Mismatch));
        }
    }

    #[test]
    fn a_whole_reply_is_checked_wherever_its_members_stand() {
        let reply = format!(r#" {{"status":"200","sign":"{OF_A_1}","x":[],"data":{{"a":1}}}} "#);
        assert_eq!(check(&reply), Ok(Signature::Verified));
        assert_eq!(check(&reply.replace(":1", ":2")), Ok(Signature::Mismatch));
        assert_eq!(check(r#"{"data":{"a":1}}"#), Ok(Signature::Unsigned));
        assert_eq!(check(r#"{"sign":null,"data":{}}"#), Ok(Signature::Unsigned));
        assert_eq!(check(r#"{"sign":7,"data":{}}"#), Ok(Signature::Mismatch));
        for empty in ["", r#","data":null"#, r#","data":[]"#, r#","data":{}"#] {
            let reply = format!(r#"{{"sign":"{OF_NOTHING}"{empty}}}"#);
            assert_eq!(check(&reply), Ok(Signature::Verified), "{reply}");
        }
    }

    #[test]
    fn what_cannot_be_checked_is_an_error_and_not_a_verdict() {
        let twice = format!(r#"{{"data":{{"a":1}},"sign":"{OF_A_1}","data":{{"a":2}}}}"#);
        assert_eq!(check(&twice), Err(VerifyError::Locate(LocateError::Twice)));
        for text in ["", "[]", "<html>", r#"{"data":"#, "{} {}"] {
            let found = check(text);
            assert!(
                matches!(found, Err(VerifyError::Locate(_))),
                "{text} {found:?}"
            );
        }
        let inner = format!(r#"{{"data":{{"a":2,"a":1}},"sign":"{OF_A_1}"}}"#);
        assert!(matches!(
            check(&inner),
            Err(VerifyError::Flatten(FlattenError::Duplicate { .. }))
        ));
    }

    #[test]
    fn the_explanation_masks_the_secret() {
        assert_eq!(
            SIGNATURE.explain(r#"{"b":"x&y","a":[]}"#).as_deref(),
            Ok("a=[]&b=x&y&secret_key=***")
        );
    }
}
