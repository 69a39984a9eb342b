//! Clients behind one object-safe trait.
//!
//! A program that asks whichever vendors it has keys for cannot name their types. [`AnyClient`] is
//! what all generated clients have in common: their description as data, a call by name, and records
//! in the form that is the same for all.

use async_trait::async_trait;
use serde_json::Value;

use crate::client::Caller;
use crate::error::Error;
use crate::operation::{Reply, Request, Typed};
use crate::outcome::{Answer, Fingerprint, Receipt, fingerprint};
use crate::record::{Record, Source, Unify};
use crate::request::Arguments;
use crate::spec::{Operation, Vendor};
use crate::wire::View;

/// A client of some vendor.
#[async_trait]
pub trait AnyClient: std::fmt::Debug + Send + Sync {
    /// What makes its calls.
    fn caller(&self) -> &Caller;

    /// The vendor, as its document describes it.
    fn vendor(&self) -> &'static Vendor {
        self.caller().vendor()
    }

    /// An empty reply of the operation of that name, if the vendor has it.
    fn any_reply(&self, operation: &str) -> Option<AnyReply>;

    /// Makes one call, which may cost money.
    ///
    /// # Errors
    /// See [`Error`]; among them that the vendor has no such operation.
    async fn call_any(&self, operation: &str, arguments: Arguments) -> Result<AnyOutcome, Error> {
        match self.any_reply(operation) {
            Some(reply) => self.caller().call_any(reply, arguments).await,
            None => Err(self.caller().unknown_operation(operation)),
        }
    }
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
    pub fingerprint: Fingerprint,
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

/// An empty reply of some operation, to be filled by a call.
pub struct AnyReply {
    pub(crate) operation: &'static Operation,
    reply: Box<dyn Unified>,
}

impl std::fmt::Debug for AnyReply {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AnyReply")
            .field("operation", &self.operation.name)
            .finish_non_exhaustive()
    }
}

impl AnyReply {
    /// That of an operation.
    #[must_use]
    pub fn of<R: Request>() -> Self
    where
        <R::Reply as Reply>::Record: Unify,
    {
        Self {
            operation: R::OPERATION,
            reply: Box::new(<R::Reply as Default>::default()),
        }
    }

    pub(crate) fn typed(&mut self) -> &mut dyn Typed {
        &mut *self.reply
    }

    pub(crate) fn outcome(mut self, answer: Answer, receipt: Receipt) -> AnyOutcome {
        let typed = &*self.reply;
        let fingerprint = fingerprint(typed);
        // Writing plain structs of text and numbers as JSON cannot fail.
        let reply = serde_json::to_value(View::Object(typed)).unwrap_or_default();
        let mut records = Vec::with_capacity(typed.fetched());
        let source = receipt.source();
        self.reply
            .unify(&source, &mut |record| records.push(record));
        records.reverse();
        AnyOutcome {
            answer,
            reply,
            records,
            fingerprint,
            receipt,
        }
    }
}

/// A reply whose records can be told in the unified form.
trait Unified: Typed {
    /// Tells its records, from the last to the first. Each is given away, and taken from the list's end: to copy one, or to
    /// iterate over what is given away, is a hundred lines for every operation.
    fn unify(&mut self, source: &Source, tell: &mut dyn FnMut(Record));
}

impl<R: Reply> Unified for R
where
    R::Record: Unify,
{
    fn unify(&mut self, source: &Source, tell: &mut dyn FnMut(Record)) {
        let mut records = std::mem::take(self).into_records();
        while let Some(record) = records.pop() {
            tell(record.unify(source.clone()));
        }
    }
}
