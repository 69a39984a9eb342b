//! What a document's operations and schemas are kept as: text.
//!
//! As a tree, a vendor of a thousand operations would fill memory five times what is written of it, and no cache would hold
//! it. So a part is printed as soon as nothing is added to it any more, as it will stand in the file.

use indexmap::IndexMap;
use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;

/// What the lines of a part are indented by: an operation stands below `paths` and its path, a schema below `components` and
/// `schemas`, each with its key.
const INDENTATION: &str = "\n      ";

/// Parts by their keys, in their order.
#[derive(Debug, Default, Serialize)]
pub(super) struct Members(IndexMap<String, Box<RawValue>>);

impl Members {
    /// Prints a part.
    ///
    /// # Errors
    /// It cannot be printed.
    pub(super) fn insert(&mut self, key: String, part: &Value) -> Result<(), String> {
        // A line ends between members only: inside a text it is escaped.
        let printed = serde_json::to_string_pretty(part)
            .map(|text| text.replace('\n', INDENTATION))
            .and_then(RawValue::from_string)
            .map_err(|error| error.to_string())?;
        self.0.insert(key, printed);
        Ok(())
    }

    pub(super) fn contains(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
