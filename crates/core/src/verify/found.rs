//! What a check of a signature says.

use std::fmt;

use super::LocateError;
use crate::flatten::FlattenError;

/// What a check of a reply's signature found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Signature {
    /// The signature is that of the payload and the secret.
    Verified,
    /// There is a signature, and it is not that of the payload and the secret: the payload was changed, the secret is
    /// another, or the vendor chose otherwise where its document leaves a choice (see [`Policy`](crate::flatten::Policy)).
    Mismatch,
    /// The reply carries no signature.
    Unsigned,
}

impl Signature {
    pub(super) fn of(equal: bool) -> Self {
        if equal {
            Signature::Verified
        } else {
            Signature::Mismatch
        }
    }

    /// `verified`, `mismatch` or `unsigned`: the word used in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Signature::Verified => "verified",
            Signature::Mismatch => "mismatch",
            Signature::Unsigned => "unsigned",
        }
    }
}

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Why a reply's signature could not be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum VerifyError {
    /// Payload and signature were not found for certain.
    Locate(LocateError),
    /// The payload has no canonical text.
    Flatten(FlattenError),
}

impl From<LocateError> for VerifyError {
    fn from(error: LocateError) -> Self {
        VerifyError::Locate(error)
    }
}

impl From<FlattenError> for VerifyError {
    fn from(error: FlattenError) -> Self {
        VerifyError::Flatten(error)
    }
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the reply's signature could not be checked")
    }
}

impl std::error::Error for VerifyError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(match self {
            VerifyError::Locate(error) => error,
            VerifyError::Flatten(error) => error,
        })
    }
}
