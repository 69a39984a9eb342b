//! What no field of a struct takes.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The fields of an object that its document does not list, and those that hold something else than it promises
/// ([`Field::Unreadable`](super::Field::Unreadable)), kept as they arrived.
///
/// Which of the two an entry is was seen where it was read, against the document. In JSON it is not written: what is read with its struct
/// is told apart again, and an `Extra` that is read by itself knows no document.
///
/// Debug shows their names only: nobody has said yet whether what they hold is personal.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Extra(BTreeMap<String, Kept>);

/// What arrived, and whether the document has a field of that name, which did not take it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(transparent)]
struct Kept {
    value: Value,
    #[serde(skip)]
    unreadable: bool,
}

impl Extra {
    /// Whether the fields took everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What arrived under that name and no field took.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name).map(|kept| &kept.value)
    }

    /// All of it, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0
            .iter()
            .map(|(name, kept)| (name.as_str(), &kept.value))
    }

    /// Whether the document lists a field of that name, and what arrived there is not what it promises. A field that it does not list is
    /// not unreadable: nobody has said how it is to be read.
    #[must_use]
    pub fn is_unreadable(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(|kept| kept.unreadable)
    }

    /// Takes what arrived under that name out, where it was read after all: it is not told a second time then, as something that could not
    /// be.
    pub fn take(&mut self, name: &str) -> Option<Value> {
        self.0.remove(name).map(|kept| kept.value)
    }
}

impl Extra {
    /// Keeps a field that the document does not list; of two with one name the last, as most readers of JSON do.
    pub(super) fn insert(&mut self, name: String, value: Value) {
        let unreadable = false;
        self.0.insert(name, Kept { value, unreadable });
    }

    /// Keeps what a field of the document did not take.
    pub(super) fn insert_unreadable(&mut self, name: String, value: Value) {
        let unreadable = true;
        self.0.insert(name, Kept { value, unreadable });
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}
