//! How a parsed value is read back from JSON: from its raw text.
//!
//! A parsed value is written with its raw text and with what was understood of it. Only the raw text is read again, and
//! parsed again, so that no file can hold a raw text and a reading that contradict each other, and so that a better
//! parser improves old files.

use serde::{Deserialize, Deserializer};

#[derive(Deserialize)]
struct Raw {
    raw: String,
}

/// Reads `{"raw": …}`, ignoring everything else in the object, and parses the text.
pub(super) fn reread<'de, D, T>(deserializer: D, parse: fn(&str) -> T) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
{
    Raw::deserialize(deserializer).map(|it| parse(&it.raw))
}
