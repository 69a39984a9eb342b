//! Clients behind one object-safe trait.
//!
//! A program that asks whichever vendors it has keys for cannot name their types. [`AnyClient`] is
//! what all generated clients have in common: their description as data, a call by name, and records
//! in the form that is the same for all.

use async_trait::async_trait;
use serde_json::Value;

use crate::client::Caller;
use crate::error::Error;
use crate::operation::Reply;
use crate::outcome::{Answer, Outcome, Receipt};
use crate::record::{Record, Unify};
use crate::request::Arguments;
use crate::spec::Vendor;

/// A client of some vendor.
#[async_trait]
pub trait AnyClient: std::fmt::Debug + Send + Sync {
    /// What makes its calls.
    fn caller(&self) -> &Caller;

    /// The vendor, as its document describes it.
    fn vendor(&self) -> &'static Vendor {
        self.caller().vendor()
    }

    /// Makes one call, which may cost money.
    ///
    /// # Errors
    /// See [`Error`]; among them that the vendor has no such operation.
    async fn call_any(&self, operation: &str, arguments: Arguments) -> Result<AnyOutcome, Error>;
}

/// An answer of some vendor.
#[derive(Clone)]
#[non_exhaustive]
pub struct AnyOutcome {
    /// Records, or the statement that there are none.
    pub answer: Answer,
    /// The typed reply, written as JSON again.
    pub reply: Value,
    /// Its records in the form that is the same for all vendors.
    pub records: Vec<Record>,
    /// The same for two replies that hold the same records.
    pub fingerprint: u64,
    /// What is known of the call besides.
    pub receipt: Receipt,
}

impl std::fmt::Debug for AnyOutcome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AnyOutcome")
            .field("answer", &self.answer)
            .field("records", &self.records.len())
            .field("receipt", &self.receipt)
            .finish_non_exhaustive()
    }
}

impl<R: Reply> From<Outcome<R>> for AnyOutcome
where
    R::Record: Unify,
{
    fn from(outcome: Outcome<R>) -> Self {
        let records = outcome.unified();
        let fingerprint = outcome.fingerprint();
        // Writing plain structs of text and numbers as JSON cannot fail.
        let reply = serde_json::to_value(&outcome.reply).unwrap_or(Value::Null);
        Self {
            answer: outcome.answer,
            reply,
            records,
            fingerprint,
            receipt: outcome.receipt,
        }
    }
}
