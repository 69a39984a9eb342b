//! What changes with use: money, allowances, and the bill.
//!
//! A test that says "the quota is used up" is worth more when the calls before really used it up. So the sandbox counts,
//! per account, and by its injected clock, and writes down what it counted.

mod bill;
mod ledger;

use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use zhixing_core::credentials::Credentials;

pub(crate) use bill::counts;
pub use bill::{Bill, Entry};
pub(crate) use ledger::Ledger;

/// How far a time of signing may be off unless the account says otherwise.
///
/// No document prints a window; five minutes is common among signed interfaces.
const WINDOW: Duration = Duration::from_secs(5 * 60);

/// What an account may do.
#[derive(Debug, Clone)]
pub(crate) struct Terms {
    pub(crate) balance: Option<u64>,
    pub(crate) daily_quota: Option<u64>,
    pub(crate) calls_per_second: Option<u32>,
    pub(crate) addresses: Option<Vec<IpAddr>>,
    pub(crate) disabled: bool,
    pub(crate) not_authorised: Vec<String>,
    pub(crate) window: Duration,
}

impl Default for Terms {
    fn default() -> Self {
        Self {
            balance: None,
            daily_quota: None,
            calls_per_second: None,
            addresses: None,
            disabled: false,
            not_authorised: Vec::new(),
            window: WINDOW,
        }
    }
}

/// An account that is open: its credentials, its terms, and what it has used.
pub(crate) struct Holder {
    pub(crate) name: String,
    pub(crate) credentials: Credentials,
    pub(crate) terms: Terms,
    ledger: Mutex<Ledger>,
}

impl Holder {
    pub(crate) fn new(name: String, credentials: Credentials, terms: Terms) -> Self {
        let ledger = Mutex::new(Ledger::new(&terms));
        Self {
            name,
            credentials,
            terms,
            ledger,
        }
    }

    /// Held for a whole call, so that two calls at once cannot spend the same money.
    pub(crate) fn ledger(&self) -> MutexGuard<'_, Ledger> {
        lock(&self.ledger)
    }
}

/// Locks. A panic elsewhere cannot leave these values half changed, so a poisoned lock is as good as any.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
