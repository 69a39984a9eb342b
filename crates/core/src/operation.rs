//! What the generator gives each operation: its request and its reply, tied to their description.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::request::Arguments;
use crate::spec::Operation;

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
pub trait Reply: DeserializeOwned + Serialize + Send + Sync + 'static {
    /// One entry of the list that the reply is about.
    type Record: Clone + Serialize + Send + Sync;

    /// The entries of this reply.
    fn records(&self) -> &[Self::Record];

    /// The entries themselves.
    fn into_records(self) -> Vec<Self::Record>;

    /// How many entries there are in all, as the vendor says.
    fn total(&self) -> Option<i64>;
}
