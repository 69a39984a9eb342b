//! JSON inside a string.

use std::fmt;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Decode, Given, Mismatch, Promise, Text, View};

/// Text that holds JSON, such as `"[]"`. It stays text, as it arrived, until somebody asks.
///
/// Debug shows its length only: nobody knows what is inside.
#[derive(Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct JsonText(Text);

impl JsonText {
    /// The text as it arrived.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the text holds.
    ///
    /// # Errors
    /// The text is no JSON, or not of that type.
    pub fn parse<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        serde_json::from_str(&self.0)
    }
}

impl<T: Into<Text>> From<T> for JsonText {
    fn from(text: T) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for JsonText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "JsonText({} bytes)", self.0.len())
    }
}

impl Decode for JsonText {
    const PROMISE: &'static Promise = &Promise::scalar("text that holds JSON");

    fn decode(given: &Given<'_>) -> Result<Self, Mismatch> {
        match given {
            Given::Text(text) => Ok(Self(text.keep())),
            other => Err(Self::PROMISE.broken(other)),
        }
    }

    fn view(&self) -> View<'_> {
        View::Text(&self.0)
    }
}
