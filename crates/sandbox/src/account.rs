//! An account with a vendor: who may call, and on what terms.
//!
//! A client is only as good as what it does on the day the money runs out. Each term here is one such day, and is
//! refused with the code that the vendor's document has for it.

use std::net::IpAddr;
use std::time::Duration;

use zhixing_core::credentials::Secret;

use crate::state::Terms;

/// One account with one vendor. Without credentials it has the sandbox's default ones; without terms nothing limits it.
///
/// ```
/// use zhixing_sandbox::{Account, Sandbox};
///
/// let sandbox = Sandbox::builder()
///     .account("qcc", Account::new().name("batch").balance(5).daily_quota(100))
///     .account("juhe", [("key", "JK")])
///     .account("xinshu", Account::from([("apikey", "XK"), ("private_key", "abc")]).disabled())
///     .build()?;
/// assert_eq!(sandbox.lookup("QCC_KEY").as_deref(), Some("sandbox-key"));
/// # Ok::<(), zhixing_sandbox::SandboxError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Account {
    pub(crate) name: Option<String>,
    pub(crate) credentials: Vec<(String, Secret)>,
    pub(crate) terms: Terms,
}

impl Account {
    /// An account with the default credentials and no limits.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What the bill calls it; `account-1` for a vendor's first one, and so on, unless given. No credential belongs here.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// A credential, by the name that the vendor's document gives it.
    #[must_use]
    pub fn credential(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.credentials.push((name.into(), Secret::new(value)));
        self
    }

    /// How many calls the money is left for. Only calls that count are paid for (see [`Bill`](crate::Bill)).
    #[must_use]
    pub fn balance(mut self, calls: u64) -> Self {
        self.terms.balance = Some(calls);
        self
    }

    /// How many calls are let in on one day in Beijing, counted or not.
    #[must_use]
    pub fn daily_quota(mut self, calls: u64) -> Self {
        self.terms.daily_quota = Some(calls);
        self
    }

    /// How many calls are let in within any second of the sandbox's clock.
    #[must_use]
    pub fn calls_per_second(mut self, calls: u32) -> Self {
        self.terms.calls_per_second = Some(calls);
        self
    }

    /// The only addresses that may call. On a port the peer's counts, in-process
    /// [`Builder::address`](crate::Builder::address).
    #[must_use]
    pub fn addresses(mut self, addresses: impl IntoIterator<Item = IpAddr>) -> Self {
        self.terms.addresses = Some(addresses.into_iter().collect());
        self
    }

    /// Its key is switched off.
    #[must_use]
    pub fn disabled(mut self) -> Self {
        self.terms.disabled = true;
        self
    }

    /// It may not call this operation.
    #[must_use]
    pub fn not_authorised(mut self, operation: impl Into<String>) -> Self {
        self.terms.not_authorised.push(operation.into());
        self
    }

    /// How far a time of signing may be from the sandbox's clock; five minutes unless given. Whoever signs the day and
    /// not the time (xinshu) may be off by as much around midnight.
    #[must_use]
    pub fn clock_window(mut self, window: Duration) -> Self {
        self.terms.window = window;
        self
    }
}

impl<N: Into<String>, V: Into<String>, const COUNT: usize> From<[(N, V); COUNT]> for Account {
    /// An account with these credentials and no limits.
    fn from(credentials: [(N, V); COUNT]) -> Self {
        credentials
            .into_iter()
            .fold(Self::new(), |account, (name, value)| {
                account.credential(name, value)
            })
    }
}
