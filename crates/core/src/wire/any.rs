//! A field to which the document gives several types, or none.

use std::fmt;

use serde::Serialize;
use serde::de::{Error, MapAccess, SeqAccess};
use serde_json::{Map, Value};

use super::Decode;

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
    const EXPECTED: &'static str = "anything";

    fn text<E: Error>(text: &str) -> Result<Self, E> {
        Ok(Self(text.into()))
    }

    fn integer<E: Error>(number: i128) -> Result<Self, E> {
        serde_json::to_value(number).map(Self).map_err(E::custom)
    }

    fn fraction<E: Error>(number: f64) -> Result<Self, E> {
        Ok(Self(number.into()))
    }

    fn boolean<E: Error>(value: bool) -> Result<Self, E> {
        Ok(Self(value.into()))
    }

    fn sequence<'de, A: SeqAccess<'de>>(mut list: A) -> Result<Option<Self>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element::<Value>()? {
            items.push(item);
        }
        Ok(Some(Self(Value::Array(items))))
    }

    fn object<'de, A: MapAccess<'de>>(mut map: A) -> Result<Option<Self>, A::Error> {
        let mut entries = Map::new();
        while let Some((key, value)) = map.next_entry()? {
            entries.insert(key, value);
        }
        Ok(Some(Self(Value::Object(entries))))
    }
}
