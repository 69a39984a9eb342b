//! What no field of a struct takes.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The fields of an object that its document does not list, and those that hold something else than it promises
/// ([`Field::Unreadable`](super::Field::Unreadable)), kept as they arrived.
///
/// Debug shows their names only: nobody has said yet whether what they hold is personal.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Extra(BTreeMap<String, Value>);

impl Extra {
    /// Whether the fields took everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What arrived under that name and no field took.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// All of it, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }
}

impl Extra {
    /// Keeps a field; of two with one name the last, as most readers of JSON do.
    pub(super) fn insert(&mut self, name: String, value: Value) {
        self.0.insert(name, value);
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}
