//! What calls may cost in all: a stop that comes before the money is gone, and not after.
//!
//! What counts is attempts and not calls, since each may be billed. An attempt is entered before it is sent, so that calls
//! in flight cannot exceed the budget together; it is struck out again only if it provably was not sent. One that is
//! cancelled stays: nobody knows whether the server got it.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::spec::Operation;

/// A budget for calls, for money, or for both. Clones share what is spent: one budget can be given to several clients.
///
/// Prices are the caller's: no document prints any. Money is counted in whole units of the caller's, as small as the prices need: in 分,
/// or in 厘 where a call costs a part of one. Under a budget for money an operation without a price is not called.
///
/// ```
/// use zhixing_core::client::Budget;
///
/// // In 分: 200 yuan, and 0.80 a call.
/// let budget = Budget::new()
///     .calls(1_000)
///     .money(200_00)
///     .price("qixin", "execution_list_by_name", 80);
/// // qixin::Client::builder().budget(budget.clone()) …
/// assert_eq!(budget.spent().calls, 0);
/// assert_eq!(budget.spent().money, 0);
/// ```
#[derive(Clone, Default)]
pub struct Budget {
    calls: Option<u64>,
    money: Option<u64>,
    /// By vendor and operation; there are few.
    prices: Vec<(String, String, u64)>,
    spent: Arc<Mutex<Spent>>,
}

/// What calls have cost so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Spent {
    /// Attempts that were sent or may have been, those on their way included.
    pub calls: u64,
    /// Their prices added up, as far as prices were given.
    pub money: u64,
}

/// What a budget would not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Exceeded {
    /// One more call than it has.
    Calls {
        /// Calls that it has.
        limit: u64,
    },
    /// More money than it has.
    Money {
        /// The money that it has.
        limit: u64,
        /// What is spent already.
        spent: u64,
        /// The price of the call.
        price: u64,
    },
    /// It is one for money, and the operation has no price.
    NoPrice,
}

impl Budget {
    /// One without limits, which only counts.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Allows so many calls. To be said before it is cloned.
    #[must_use]
    pub fn calls(mut self, calls: u64) -> Self {
        self.calls = Some(calls);
        self
    }

    /// Allows so much money, in the unit of the prices. To be said before it is cloned.
    #[must_use]
    pub fn money(mut self, money: u64) -> Self {
        self.money = Some(money);
        self
    }

    /// What a call of that vendor's operation costs, in the unit of the budget's money.
    #[must_use]
    pub fn price(mut self, vendor: &str, operation: &str, price: u64) -> Self {
        self.prices
            .retain(|(of, name, _)| of != vendor || name != operation);
        self.prices
            .push((vendor.to_owned(), operation.to_owned(), price));
        self
    }

    /// What is spent so far, by all clients that share the budget.
    #[must_use]
    pub fn spent(&self) -> Spent {
        *self.ledger()
    }

    /// Enters one attempt, if it fits.
    pub(super) fn reserve(&self, operation: &Operation) -> Result<Reserved<'_>, Exceeded> {
        let price = self.price_of(operation);
        let mut spent = self.ledger();
        if let Some(limit) = self.calls.filter(|limit| spent.calls >= *limit) {
            return Err(Exceeded::Calls { limit });
        }
        if let Some(limit) = self.money {
            let price = price.ok_or(Exceeded::NoPrice)?;
            let sum = spent.money.checked_add(price);
            if sum.is_none_or(|sum| sum > limit) {
                return Err(Exceeded::Money {
                    limit,
                    spent: spent.money,
                    price,
                });
            }
        }
        let price = price.unwrap_or_default();
        spent.calls = spent.calls.saturating_add(1);
        spent.money = spent.money.saturating_add(price);
        Ok(Reserved {
            budget: self,
            price,
        })
    }

    fn price_of(&self, operation: &Operation) -> Option<u64> {
        let mut prices = self.prices.iter();
        let price = prices
            .find(|(vendor, name, _)| vendor == operation.vendor.name && name == operation.name);
        price.map(|(.., price)| *price)
    }

    fn ledger(&self) -> MutexGuard<'_, Spent> {
        // Both sums are whole after every step.
        self.spent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Budget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Budget")
            .field("calls", &self.calls)
            .field("money", &self.money)
            .field("spent", &self.spent())
            .finish_non_exhaustive()
    }
}

/// One attempt that was entered. Dropped, it stays entered.
#[must_use = "what was not sent is to be struck out"]
pub(super) struct Reserved<'a> {
    budget: &'a Budget,
    price: u64,
}

impl Reserved<'_> {
    /// Strikes it out: it was not sent.
    pub(super) fn give_back(self) {
        let mut spent = self.budget.ledger();
        spent.calls = spent.calls.saturating_sub(1);
        spent.money = spent.money.saturating_sub(self.price);
    }
}

impl fmt::Display for Exceeded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Calls { limit } => write!(f, "the budget of {limit} calls is used up"),
            Self::Money {
                limit,
                spent,
                price,
            } => write!(
                f,
                "the budget of {limit} has {spent} spent and would be exceeded by a call at {price}"
            ),
            Self::NoPrice => f.write_str("the budget is one for money, and the call has no price"),
        }
    }
}
