//! What can go wrong before anything is sent: a credential that was not given, or a recipe that cannot be carried out.

use std::fmt;

/// Why a request could not be signed. Nothing has been sent. It names credentials and never tells their values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignError {
    /// A credential was not given. Remedy: give it to the client.
    MissingCredential {
        /// Its name.
        name: &'static str,
    },
    /// The recipe uses a derived value that does not stand before its use. Remedy: mend the vendor's file.
    UnknownValue {
        /// The name that is used.
        name: &'static str,
    },
    /// The recipe's offset from UTC does not exist. Remedy: mend the vendor's file.
    Offset {
        /// The offset in minutes.
        minutes: i32,
    },
    /// There is no nonce to be had: the source of randomness failed. Remedy: see that the system gives random bytes.
    Nonce {
        /// The name of the derived value.
        name: &'static str,
    },
}

impl fmt::Display for SignError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SignError::MissingCredential { name } => write!(f, "the credential {name} is missing"),
            SignError::UnknownValue { name } => write!(
                f,
                "the signing recipe uses the value {name} before it is defined"
            ),
            SignError::Offset { minutes } => write!(
                f,
                "the signing recipe has an offset of {minutes} minutes from UTC, which is no time zone"
            ),
            SignError::Nonce { name } => write!(
                f,
                "there is no nonce for the value {name}: the source of randomness failed"
            ),
        }
    }
}

impl std::error::Error for SignError {}
