//! What the signature of a reply is worth, once its status is known.

use crate::credentials::{Credentials, Secret};
use crate::error::Kind;
use crate::flatten::{EmptyRoot, Null, Policy};
use crate::reading::Reading;
use crate::spec::{Class, Status, Vendor};
use crate::verify::{ReplySignature, Signature};

/// What the reply's signature is worth. Anything that is not certain is an error, unless the caller accepts it.
pub(super) fn judge(
    vendor: &Vendor,
    reading: &mut Reading<'_>,
    status: &Status,
    credentials: &Credentials,
    accept_unverified: bool,
) -> Result<Signature, Kind> {
    let Some(spec) = &vendor.reply_signature else {
        return Ok(Signature::Unsigned);
    };
    match signature_of(spec, reading, status, credentials) {
        Err(Kind::SignatureMissing) if accept_unverified => Ok(Signature::Unsigned),
        Err(_) if accept_unverified => Ok(Signature::Mismatch),
        judged => judged,
    }
}

fn signature_of(
    spec: &ReplySignature,
    reading: &mut Reading<'_>,
    status: &Status,
    credentials: &Credentials,
) -> Result<Signature, Kind> {
    let Some(secret) = credentials.get(spec.credential) else {
        return Err(Kind::SignatureMismatch);
    };
    let nothing = status.class == Class::NoData && reading.raw(spec.payload).is_none_or(is_empty);
    // What cannot be flattened, or stands there twice, cannot be what was signed.
    match reading.verify(spec, secret) {
        Ok(Signature::Verified) => Ok(Signature::Verified),
        // A reply that says "nothing found" and carries nothing has nothing that could be signed.
        Ok(Signature::Unsigned) if nothing => Ok(Signature::Unsigned),
        Ok(Signature::Unsigned) => Err(Kind::SignatureMissing),
        _ if nothing && signs_nothing(spec, reading.text(), secret) => Ok(Signature::Verified),
        _ => Err(Kind::SignatureMismatch),
    }
}

/// Whether the signature is that of an empty payload by any named choice. The one document that signs
/// leaves open how it signs one, and a wrong guess would make an alarm of every "nothing found".
fn signs_nothing(spec: &ReplySignature, text: &str, secret: &Secret) -> bool {
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
                ..spec.policy
            };
            let spec = ReplySignature { policy, ..*spec };
            spec.verify_reply(text, secret) == Ok(Signature::Verified)
        })
    })
}

fn is_empty(payload: &str) -> bool {
    let bare: String = payload
        .chars()
        .filter(|c| !c.is_ascii_whitespace())
        .collect();
    matches!(bare.as_str(), "null" | "\"\"" | "[]" | "{}")
}
