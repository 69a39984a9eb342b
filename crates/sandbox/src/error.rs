//! Why a sandbox could not be put together.

use std::fmt;

use zhixing_core::credentials::CredentialError;

use crate::served;

/// Why a sandbox could not be put together. No value of a credential is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SandboxError {
    /// There is no such vendor.
    UnknownVendor {
        /// The name that was given.
        vendor: String,
    },
    /// The vendor has no operation of that name.
    UnknownOperation {
        /// The vendor.
        vendor: &'static str,
        /// The name that was given.
        operation: String,
    },
    /// The vendor's document has no such code, and no message was given for it.
    UnknownStatus {
        /// The vendor.
        vendor: &'static str,
        /// The code that was given.
        code: String,
    },
    /// A fault cannot happen as it is described.
    Fault {
        /// The vendor.
        vendor: &'static str,
        /// The fault, by its name in scenario files.
        fault: &'static str,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// A text is no scenario.
    Scenario {
        /// Where in the scenario, as a path of keys; empty for the whole.
        at: String,
        /// What is wrong there, with line and column.
        problem: String,
    },
    /// The vendor has no credential of that name.
    UnknownCredential {
        /// The vendor.
        vendor: &'static str,
        /// The name that was given.
        credential: String,
    },
    /// A credential is not given.
    MissingCredential {
        /// The vendor.
        vendor: &'static str,
        /// The credential.
        credential: &'static str,
    },
    /// A credential's value cannot be sent.
    InvalidCredential {
        /// The vendor.
        vendor: &'static str,
        /// What is wrong.
        error: CredentialError,
    },
}

impl fmt::Display for SandboxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownVendor { vendor } => {
                let known: Vec<&str> = served::vendors().map(|vendor| vendor.name).collect();
                let known = known.join(", ");
                write!(f, "the sandbox has no vendor {vendor}; it has {known}")
            }
            Self::UnknownOperation { vendor, operation } => {
                let known: Vec<&str> = served::vendors()
                    .filter(|known| known.name == *vendor)
                    .flat_map(|known| known.operations)
                    .map(|operation| operation.name)
                    .collect();
                let known = known.join(", ");
                write!(f, "{vendor} has no operation {operation}; it has {known}")
            }
            Self::UnknownStatus { vendor, code } => write!(
                f,
                "{vendor} documents no code {code}; with a message it can be answered all the same"
            ),
            Self::Fault {
                vendor,
                fault,
                problem,
            } => write!(f, "the fault {fault} at {vendor}: {problem}"),
            Self::Scenario { at, problem } if at.is_empty() => {
                write!(f, "the scenario: {problem}")
            }
            Self::Scenario { at, problem } => write!(f, "the scenario at {at}: {problem}"),
            Self::UnknownCredential { vendor, credential } => {
                write!(f, "{vendor} has no credential {credential}")
            }
            Self::MissingCredential { vendor, credential } => {
                write!(
                    f,
                    "an account of {vendor} lacks the credential {credential}"
                )
            }
            Self::InvalidCredential { vendor, .. } => {
                write!(
                    f,
                    "an account of {vendor} has a credential that cannot be sent"
                )
            }
        }
    }
}

impl std::error::Error for SandboxError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::InvalidCredential { error, .. } => Some(error),
            _ => None,
        }
    }
}
