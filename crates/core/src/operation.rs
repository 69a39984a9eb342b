//! What the generator gives each operation: its request and its reply, tied to their description.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::request::Arguments;
use crate::spec::Operation;
use crate::wire::{Decode, Object, View};

/// A typed request. Implemented by generated code.
pub trait Request: Send + Sync + 'static {
    /// What is answered.
    type Reply: Reply;

    /// The operation, as its document describes it.
    const OPERATION: &'static Operation;

    /// The parameters by their wire names.
    fn arguments(&self) -> Arguments;
}

/// A typed reply. Implemented by generated code.
pub trait Reply: Object + Default + DeserializeOwned + Serialize + Send + Sync + 'static {
    /// One entry of the list that the reply is about.
    type Record: Decode + Clone + Serialize + Send + Sync;

    /// The entries of this reply.
    fn records(&self) -> &[Self::Record];

    /// The entries themselves.
    fn into_records(self) -> Vec<Self::Record>;

    /// How many entries there are in all, as the vendor says.
    fn total(&self) -> Option<i64>;
}

/// A reply whose type is not known: all that the pipeline asks of one, so that it is compiled once and not for every operation.
pub(crate) trait Typed: Object + Send + Sync {
    /// Empties it.
    fn clear(&mut self);

    /// How many entries came.
    fn fetched(&self) -> usize;

    /// One of them.
    fn record(&self, index: usize) -> View<'_>;

    /// How many there are in all, as the vendor says.
    fn in_all(&self) -> Option<i64>;
}

impl<R: Reply> Typed for R {
    fn clear(&mut self) {
        *self = R::default();
    }

    fn fetched(&self) -> usize {
        self.records().len()
    }

    fn record(&self, index: usize) -> View<'_> {
        match self.records().get(index) {
            Some(record) => record.view(),
            None => View::Missing,
        }
    }

    fn in_all(&self) -> Option<i64> {
        self.total()
    }
}
