//! Putting a sandbox together: time, seed, who may call, what goes wrong.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::{Arc, Mutex};

use zhixing_core::clock::{Clock, SystemClock};
use zhixing_core::credentials::{Credentials, Secret};
use zhixing_core::spec::Vendor;

use crate::account::Account;
use crate::error::SandboxError;
use crate::fault::Fault;
use crate::forced::ForcedAnswer;
use crate::route::{Route, Rule};
use crate::sandbox::{House, Inner, Sandbox};
use crate::served;
use crate::state::{Holder, Terms};
use crate::world::World;

/// What the world is made from unless the caller says otherwise.
const DEFAULT_SEED: u64 = 0;

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
    address: IpAddr,
    accounts: Vec<(String, Account)>,
    faults: Vec<(Route, Fault)>,
    answers: Vec<(Route, ForcedAnswer)>,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            clock: Arc::new(SystemClock),
            seed: DEFAULT_SEED,
            address: Ipv4Addr::LOCALHOST.into(),
            accounts: Vec::new(),
            faults: Vec::new(),
            answers: Vec::new(),
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

    /// Where in-process calls come from, for accounts that allow certain addresses only; 127.0.0.1 unless given. On a port
    /// the peer's address counts.
    #[must_use]
    pub fn address(mut self, address: IpAddr) -> Self {
        self.address = address;
        self
    }

    /// Opens an account with a vendor: an [`Account`], or just credentials by the names that the vendor's document gives
    /// them.
    ///
    /// A vendor's first account takes the place of the default one; more can be added.
    #[must_use]
    pub fn account(mut self, vendor: impl Into<String>, account: impl Into<Account>) -> Self {
        self.accounts.push((vendor.into(), account.into()));
        self
    }

    /// Lets calls go wrong: which ones, and how. A vendor's name stands for every call to it.
    #[must_use]
    pub fn fault(mut self, route: impl Into<Route>, fault: Fault) -> Self {
        self.faults.push((route.into(), fault));
        self
    }

    /// Answers calls that are in order with a code of the caller's.
    #[must_use]
    pub fn answer(mut self, route: impl Into<Route>, answer: impl Into<ForcedAnswer>) -> Self {
        self.answers.push((route.into(), answer.into()));
        self
    }

    /// The sandbox.
    ///
    /// # Errors
    /// An account, a fault or an answer is for a vendor or an operation that there is not. An account lacks a credential,
    /// names one that the vendor does not have, or has a value that cannot be sent. A fault cannot happen as it is
    /// described. An answer has a code that the vendor does not document, and no message.
    pub fn build(self) -> Result<Sandbox, SandboxError> {
        let mut houses = Vec::new();
        for vendor in served::vendors() {
            let mut holders = Vec::new();
            for (_, given) in self.accounts.iter().filter(|(name, _)| name == vendor.name) {
                for operation in &given.terms.not_authorised {
                    known_operation(vendor, operation)?;
                }
                let name = given
                    .name
                    .clone()
                    .unwrap_or_else(|| format!("account-{}", holders.len() + 1));
                let credentials = credentials(vendor, &given.credentials)?;
                holders.push(Holder::new(name, credentials, given.terms.clone()));
            }
            if holders.is_empty() {
                holders.push(default_holder(vendor));
            }
            houses.push(House::new(vendor, holders));
        }
        for (vendor, _) in &self.accounts {
            known_vendor(vendor)?;
        }
        let mut faults = Vec::new();
        for (route, fault) in self.faults {
            let vendor = known_route(&route)?;
            if let Some(problem) = fault.problem(vendor) {
                return Err(SandboxError::Fault {
                    vendor: vendor.name,
                    fault: fault.name(),
                    problem,
                });
            }
            faults.push(Rule::new(route, fault));
        }
        let mut forced = Vec::new();
        for (route, answer) in self.answers {
            let answer = answer.of(known_route(&route)?)?;
            forced.push(Rule::new(route, answer));
        }
        Ok(Sandbox(Arc::new(Inner {
            clock: self.clock,
            world: World::new(self.seed),
            houses,
            address: self.address,
            faults,
            forced,
            entries: Mutex::default(),
        })))
    }

    /// The sandbox that nothing was asked of, which nothing can be wrong with.
    pub(crate) fn with_default_accounts(self) -> Sandbox {
        let houses = served::vendors()
            .map(|vendor| House::new(vendor, vec![default_holder(vendor)]))
            .collect();
        Sandbox(Arc::new(Inner {
            clock: self.clock,
            world: World::new(self.seed),
            houses,
            address: self.address,
            faults: Vec::new(),
            forced: Vec::new(),
            entries: Mutex::default(),
        }))
    }
}

fn known_vendor(name: &str) -> Result<&'static Vendor, SandboxError> {
    served::vendors()
        .find(|vendor| vendor.name == name)
        .ok_or_else(|| SandboxError::UnknownVendor {
            vendor: name.to_owned(),
        })
}

fn known_operation(vendor: &'static Vendor, name: &str) -> Result<(), SandboxError> {
    match vendor.operation(name) {
        Some(_) => Ok(()),
        None => Err(SandboxError::UnknownOperation {
            vendor: vendor.name,
            operation: name.to_owned(),
        }),
    }
}

fn known_route(route: &Route) -> Result<&'static Vendor, SandboxError> {
    let vendor = known_vendor(&route.vendor)?;
    if let Some(operation) = &route.operation {
        known_operation(vendor, operation)?;
    }
    Ok(vendor)
}

fn credentials(
    vendor: &'static Vendor,
    given: &[(String, Secret)],
) -> Result<Credentials, SandboxError> {
    if given.is_empty() {
        return Ok(default_credentials(vendor));
    }
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

fn default_holder(vendor: &'static Vendor) -> Holder {
    let credentials = default_credentials(vendor);
    Holder::new("account-1".to_owned(), credentials, Terms::default())
}

/// `sandbox-appkey` for `appkey`, `sandbox-secret-key` for `secret_key`.
fn default_credentials(vendor: &'static Vendor) -> Credentials {
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
