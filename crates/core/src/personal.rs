//! Text about a person, kept out of logs.
//!
//! Enforcement data names people and prints their identity numbers. Such values must reach the caller and the caller's
//! files, and must not reach a log line because somebody formatted a struct with `{:?}`. [`Personal`] is a [`Text`] with
//! just that difference: serialised as it is, masked by `Debug`, and without `Display`.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

use crate::text::Text;

/// A string that says something about a person: a name, an identity number, an address, a telephone number.
///
/// Its `Debug` prints `Personal(masked)` for every value, the empty one included, so that not even the length shows.
/// It reads as a `&str` wherever one is wanted; writing it to text is a decision the caller makes with
/// [`as_str`](Personal::as_str).
///
/// ```
/// use zhixing_core::personal::Personal;
///
/// let name = Personal::from("张德洲");
/// assert_eq!(format!("{name:?}"), "Personal(masked)");
/// assert_eq!(name.as_str(), "张德洲");
/// assert_eq!(name.chars().count(), 3);
/// ```
///
/// There is no `Display`:
///
/// ```compile_fail
/// let name = zhixing_core::personal::Personal::from("张德洲");
/// println!("{}", name);
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Personal(Text);

impl Personal {
    /// Wraps `text`.
    pub fn new(text: impl Into<Text>) -> Self {
        Self(text.into())
    }

    /// The text in clear.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text in clear, by itself: without the reply that it is a part of.
    pub fn into_string(self) -> String {
        self.0.into_string()
    }
}

impl fmt::Debug for Personal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Personal(masked)")
    }
}

impl Deref for Personal {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Personal {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

// Sound because the derived Hash, Eq and Ord of the one field are those of `str`.
impl Borrow<str> for Personal {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl<T: Into<Text>> From<T> for Personal {
    fn from(text: T) -> Self {
        Self(text.into())
    }
}

impl From<Personal> for String {
    fn from(personal: Personal) -> Self {
        personal.into_string()
    }
}

impl PartialEq<str> for Personal {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Personal {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Personal {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Personal".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_neither_text_nor_length() {
        for text in ["", "张", "11010519491231002X"] {
            assert_eq!(format!("{:?}", Personal::from(text)), "Personal(masked)");
            assert_eq!(
                format!("{:#?}", Some(Personal::from(text))),
                "Some(\n    Personal(masked),\n)"
            );
        }
    }

    #[test]
    fn json_is_the_plain_string() {
        let name = Personal::from("郎红梅");
        assert_eq!(serde_json::to_string(&name).unwrap(), "\"郎红梅\"");
        assert_eq!(
            serde_json::from_str::<Personal>("\"郎红梅\"").unwrap(),
            name
        );
    }
}
