//! A field to which the document gives several types, or none.

use std::fmt;

use serde::Serialize;
use serde_json::Value;

use super::slot::{Inside, View};
use super::{Decode, Given, Mismatch, Promise, Takes, whole};

/// Any JSON value: what is generated where one key has several documented types.
///
/// Debug shows its type only.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Any(Value);

impl Any {
    /// The value.
    #[must_use]
    pub fn as_value(&self) -> &Value {
        &self.0
    }

    /// The value itself.
    #[must_use]
    pub fn into_value(self) -> Value {
        self.0
    }
}

impl From<Value> for Any {
    fn from(value: Value) -> Self {
        Self(value)
    }
}

impl fmt::Debug for Any {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Value::Null => "Any(null)",
            Value::Bool(_) => "Any(boolean)",
            Value::Number(_) => "Any(number)",
            Value::String(_) => "Any(text)",
            Value::Array(_) => "Any(list)",
            Value::Object(_) => "Any(object)",
        })
    }
}

impl Decode for Any {
    const PROMISE: &'static Promise = &Promise {
        takes: Takes::Anything,
        words: "anything",
    };

    fn decode(given: &Given<'_>) -> Result<Self, Mismatch> {
        Ok(Self(whole::of(given)))
    }

    fn inside(&mut self) -> Inside<'_> {
        Inside::Json(&mut self.0)
    }

    fn view(&self) -> View<'_> {
        View::Json(&self.0)
    }
}
