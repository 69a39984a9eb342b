//! Putting a sandbox together: time, seed, who may call.

use std::fmt;
use std::sync::Arc;

use zhixing_core::clock::{Clock, SystemClock};
use zhixing_core::credentials::{CredentialError, Credentials, Secret};
use zhixing_core::spec::Vendor;

use crate::sandbox::{DEFAULT_SEED, House, Sandbox};
use crate::served::SERVED;

/// Puts a [`Sandbox`] together.
///
/// ```
/// use zhixing_core::clock::FixedClock;
/// use zhixing_sandbox::Sandbox;
///
/// let sandbox = Sandbox::builder()
///     .clock(FixedClock("2023-11-14T22:13:20Z".parse()?))
///     .seed(7)
///     .account("qixin", [("appkey", "AK"), ("secret_key", "SK")])
///     .build()?;
/// assert_eq!(sandbox.lookup("QIXIN_APPKEY").as_deref(), Some("AK"));
/// assert_eq!(sandbox.lookup("QCC_KEY").as_deref(), Some("sandbox-key"));
///
/// let error = Sandbox::builder().account("qixin", [("appkey", "AK")]).build().unwrap_err();
/// assert_eq!(error.to_string(), "an account of qixin lacks the credential secret_key");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Builder {
    clock: Arc<dyn Clock>,
    seed: u64,
    accounts: Vec<(String, Vec<(String, Secret)>)>,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            clock: Arc::new(SystemClock),
            seed: DEFAULT_SEED,
            accounts: Vec::new(),
        }
    }
}

impl Builder {
    /// The sandbox's time: signatures are judged by it, and replies are dated by it.
    #[must_use]
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// What the invented records are made from: one seed, one world. 0 unless given.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Lets these credentials call a vendor, by the names that its document gives them.
    ///
    /// A vendor's first account takes the place of the default one; more can be added.
    #[must_use]
    pub fn account<N: Into<String>, V: Into<String>>(
        mut self,
        vendor: impl Into<String>,
        credentials: impl IntoIterator<Item = (N, V)>,
    ) -> Self {
        let credentials = credentials
            .into_iter()
            .map(|(name, value)| (name.into(), Secret::new(value)))
            .collect();
        self.accounts.push((vendor.into(), credentials));
        self
    }

    /// The sandbox.
    ///
    /// # Errors
    /// An account is for a vendor that there is not, lacks a credential, names one that the vendor does not have, or has a
    /// value that cannot be sent.
    pub fn build(self) -> Result<Sandbox, SandboxError> {
        let mut houses = Vec::with_capacity(SERVED.len());
        for served in &SERVED {
            let mut accounts = Vec::new();
            for (_, given) in self
                .accounts
                .iter()
                .filter(|(name, _)| name == served.vendor.name)
            {
                accounts.push(account(served.vendor, given)?);
            }
            if accounts.is_empty() {
                accounts.push(default_account(served.vendor));
            }
            houses.push(House::new(served, accounts));
        }
        if let Some((unknown, _)) = self
            .accounts
            .iter()
            .find(|(name, _)| !SERVED.iter().any(|served| served.vendor.name == name))
        {
            return Err(SandboxError::UnknownVendor {
                vendor: unknown.clone(),
            });
        }
        Ok(Sandbox::assemble(self.clock, self.seed, houses))
    }
}

fn account(
    vendor: &'static Vendor,
    given: &[(String, Secret)],
) -> Result<Credentials, SandboxError> {
    let mut credentials = Credentials::new();
    for (name, value) in given {
        if !vendor.credentials.iter().any(|spec| spec.name == name) {
            return Err(SandboxError::UnknownCredential {
                vendor: vendor.name,
                credential: name.clone(),
            });
        }
        credentials.insert(name, value.expose()).map_err(|error| {
            SandboxError::InvalidCredential {
                vendor: vendor.name,
                error,
            }
        })?;
    }
    match vendor
        .credentials
        .iter()
        .find(|spec| credentials.get(spec.name).is_none())
    {
        Some(missing) => Err(SandboxError::MissingCredential {
            vendor: vendor.name,
            credential: missing.name,
        }),
        None => Ok(credentials),
    }
}

/// `sandbox-appkey` for `appkey`, `sandbox-secret-key` for `secret_key`.
pub(crate) fn default_account(vendor: &'static Vendor) -> Credentials {
    vendor
        .credentials
        .iter()
        .fold(Credentials::new(), |credentials, spec| {
            let value = format!("sandbox-{}", spec.name.replace('_', "-"));
            // A name in ASCII makes a value that can be sent.
            credentials
                .clone()
                .with(spec.name, value)
                .unwrap_or(credentials)
        })
}

/// Why a sandbox could not be put together. No value of a credential is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SandboxError {
    /// There is no such vendor.
    UnknownVendor {
        /// The name that was given.
        vendor: String,
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
            Self::UnknownVendor { vendor } => write!(f, "the sandbox has no vendor {vendor}"),
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
