//! The sandbox itself: what it holds, and how clients find it.

use std::fmt;
use std::net::IpAddr;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex};

use zhixing_core::clock::Clock;
use zhixing_core::spec::Vendor;

use crate::builder::Builder;
use crate::error::SandboxError;
use crate::fault::Fault;
use crate::forced::Forced;
use crate::protocol::Incoming;
use crate::route::Rule;
use crate::served::{self, Served};
use crate::state::{Bill, Entry, Holder, lock};
use crate::world::World;

/// What in-process base URLs begin with. Nothing is ever sent there.
const NOWHERE: &str = "https://sandbox.invalid";

/// Five vendors' servers. Cheap to clone; clones share what changes with use: the numbers of orders, the accounts' state,
/// the bill, and how often a rule has applied.
///
/// As a [`Transport`](zhixing_core::transport::Transport) it tells the vendor by the host of the URL, the documented one,
/// or by the first segment of the path (`https://sandbox.invalid/qixin/…`). A URL that is neither is answered with HTTP
/// 404; [`transport_for`](Self::transport_for) needs no such telling.
#[derive(Clone)]
pub struct Sandbox(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) world: World,
    pub(crate) houses: Vec<House>,
    /// Where in-process calls come from.
    pub(crate) address: IpAddr,
    pub(crate) faults: Vec<Rule<Fault>>,
    pub(crate) forced: Vec<Rule<Forced>>,
    pub(crate) entries: Mutex<Vec<Entry>>,
}

/// One vendor's server and its state.
pub(crate) struct House {
    pub(crate) vendor: &'static Vendor,
    pub(crate) accounts: Vec<Holder>,
    pub(crate) orders: AtomicU64,
}

impl House {
    pub(crate) fn new(vendor: &'static Vendor, accounts: Vec<Holder>) -> Self {
        Self {
            vendor,
            accounts,
            orders: AtomicU64::new(0),
        }
    }

    /// The product whose address this is. A wrong address is judged like a call of the vendor's first product.
    pub(crate) fn served(&self, request: &Incoming) -> Option<&'static Served> {
        let own = || served::of(self.vendor);
        own()
            .find(|served| request.is_for(served.operation))
            .or_else(|| own().next())
    }
}

impl fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sandbox")
            .field("clock", &self.0.clock)
            .field("world", &self.0.world)
            .finish_non_exhaustive()
    }
}

impl Default for Sandbox {
    fn default() -> Self {
        Self::new()
    }
}

impl Sandbox {
    /// A sandbox with the system's clock, the default world and the default credentials: `sandbox-` and the credential's
    /// name with hyphens, for example `sandbox-appkey`.
    #[must_use]
    pub fn new() -> Self {
        Builder::default().with_default_accounts()
    }

    /// The sandbox that a scenario file describes (see `docs/sandbox.md`).
    ///
    /// ```
    /// let sandbox = zhixing_sandbox::Sandbox::from_scenario(
    ///     r#"{"accounts": [{"vendor": "qcc", "balance": 5}]}"#,
    /// )?;
    /// assert_eq!(sandbox.bill().counted("qcc"), 0);
    ///
    /// let error = zhixing_sandbox::Sandbox::from_scenario(r#"{"seeed": 1}"#).unwrap_err();
    /// assert!(error.to_string().contains("unknown field `seeed`, expected one of `about`, `seed`"));
    /// # Ok::<(), zhixing_sandbox::SandboxError>(())
    /// ```
    ///
    /// # Errors
    /// [`SandboxError::Scenario`] for a text that is no scenario, and whatever [`Builder::build`] refuses.
    pub fn from_scenario(text: &str) -> Result<Self, SandboxError> {
        Self::builder().scenario(text)?.build()
    }

    /// A sandbox with a clock, seed or credentials of the caller's.
    #[must_use]
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// What the vendors have been asked so far, and what of it counts.
    ///
    /// On a port it is at `GET /_sandbox/bill`, as JSON.
    #[must_use]
    pub fn bill(&self) -> Bill {
        Bill {
            entries: lock(&self.0.entries).clone(),
            vendors: self.vendors().map(|vendor| vendor.name).collect(),
        }
    }

    /// The vendors that are served.
    pub fn vendors(&self) -> impl Iterator<Item = &'static Vendor> {
        self.0.houses.iter().map(|house| house.vendor)
    }

    /// The vendor's first account, as names and values; nothing for a vendor that is not served.
    #[must_use]
    pub fn credentials(&self, vendor: &str) -> Vec<(&str, &str)> {
        let Some(account) = self.house(vendor).and_then(|house| house.accounts.first()) else {
            return Vec::new();
        };
        let credentials = &account.credentials;
        credentials
            .names()
            .filter_map(|name| Some((name, credentials.get(name)?.expose())))
            .collect()
    }

    /// The value of a documented environment variable that lets an in-process client in: for
    /// [`Builder::from_lookup`](zhixing_core::client::Builder::from_lookup).
    ///
    /// ```
    /// let sandbox = zhixing_sandbox::Sandbox::new();
    /// assert_eq!(sandbox.lookup("QIXIN_APPKEY").as_deref(), Some("sandbox-appkey"));
    /// assert_eq!(sandbox.lookup("CLOUDMARKET_URL").as_deref(), Some("https://sandbox.invalid/cloudmarket"));
    /// assert_eq!(sandbox.lookup("HOME"), None);
    /// ```
    #[must_use]
    pub fn lookup(&self, variable: &str) -> Option<String> {
        self.variables(NOWHERE)
            .into_iter()
            .find(|(name, _)| name == variable)
            .map(|(_, value)| value)
    }

    /// The variables that lead a client to this sandbox on a port of 127.0.0.1 (see [`serve`](crate::serve())): base URL and
    /// credentials of every vendor, by their documented names.
    #[must_use]
    pub fn environment(&self, port: u16) -> Vec<(String, String)> {
        self.variables(&format!("http://127.0.0.1:{port}"))
    }

    /// Every documented variable with the value for a sandbox whose vendors are below that URL.
    fn variables(&self, root: &str) -> Vec<(String, String)> {
        let mut variables = Vec::new();
        for house in &self.0.houses {
            let vendor = house.vendor;
            let url = format!("{root}/{}", vendor.name);
            variables.push((vendor.base_url.environment.to_owned(), url));
            for (name, value) in self.credentials(vendor.name) {
                if let Some(spec) = vendor.credentials.iter().find(|spec| spec.name == name) {
                    variables.push((spec.environment.to_owned(), value.to_owned()));
                }
            }
        }
        variables
    }

    pub(crate) fn house(&self, vendor: &str) -> Option<&House> {
        self.0
            .houses
            .iter()
            .find(|house| house.vendor.name == vendor)
    }
}
