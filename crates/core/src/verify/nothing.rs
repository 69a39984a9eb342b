//! The signature of nothing.
//!
//! The one document that signs leaves open how it signs a reply that carries nothing, and a wrong guess would make an alarm of every
//! "nothing found". Whoever checks a reply, on its way or stored, goes by the same rule.

use super::{ReplySignature, Signature};
use crate::credentials::Secret;
use crate::flatten::{EmptyRoot, Null, Policy};

impl ReplySignature {
    /// Whether the reply is signed as one without payload is, by any named choice of how nothing is written: see [`holds_nothing`].
    #[must_use]
    pub fn signs_nothing(&self, reply: &str, secret: &Secret) -> bool {
        let choices = [
            EmptyRoot::NoPairs,
            EmptyRoot::EmptyKey,
            EmptyRoot::ValueAlone,
        ];
        choices.into_iter().any(|empty_root| {
            [Null::Word, Null::Empty].into_iter().any(|null| {
                let policy = Policy {
                    empty_root,
                    null,
                    ..self.policy
                };
                let spec = ReplySignature { policy, ..*self };
                spec.verify_reply(reply, secret) == Ok(Signature::Verified)
            })
        })
    }
}

/// Whether the JSON text of a payload is one that nothing is in.
///
/// ```
/// use zhixing_core::verify::holds_nothing;
///
/// assert!(holds_nothing("[ ]"));
/// assert!(!holds_nothing("0"));
/// ```
#[must_use]
pub fn holds_nothing(payload: &str) -> bool {
    let bare: String = payload.split_ascii_whitespace().collect();
    matches!(bare.as_str(), "null" | "\"\"" | "[]" | "{}")
}
