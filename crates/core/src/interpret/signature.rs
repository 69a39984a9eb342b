//! What the signature of a reply is worth, once its status is known.

use crate::credentials::Credentials;
use crate::error::Kind;
use crate::reading::Reading;
use crate::spec::{Class, Status, Vendor};
use crate::verify::{ReplySignature, Signature, holds_nothing};

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
    let nothing =
        status.class == Class::NoData && reading.raw(spec.payload).is_none_or(holds_nothing);
    // What cannot be flattened, or stands there twice, cannot be what was signed.
    match reading.verify(spec, secret) {
        Ok(Signature::Verified) => Ok(Signature::Verified),
        // A reply that says "nothing found" and carries nothing has nothing that could be signed.
        Ok(Signature::Unsigned) if nothing => Ok(Signature::Unsigned),
        Ok(Signature::Unsigned) => Err(Kind::SignatureMissing),
        _ if nothing && spec.signs_nothing(reading.text(), secret) => Ok(Signature::Verified),
        _ => Err(Kind::SignatureMismatch),
    }
}
