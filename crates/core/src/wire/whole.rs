//! A value of whatever type, read as all others are.
//!
//! serde_json reads its own [`Value`] through a visitor of its own, which would be compiled once more for each way of reading.

use serde_json::Value;

use super::slot::{Inside, Slot, View};
use super::{Any, Decode, Empty, Given, Mismatch, Promise};

/// Takes whatever arrives.
pub(super) struct Whole<'v>(pub(super) &'v mut Value);

impl Slot for Whole<'_> {
    fn promise(&self) -> &'static Promise {
        Any::PROMISE
    }

    fn take(&mut self, given: &Given<'_>) -> Result<Inside<'_>, Mismatch> {
        *self.0 = of(given);
        Ok(Inside::Json(self.0))
    }

    fn view(&self) -> View<'_> {
        View::Json(self.0)
    }
}

/// What arrives, as JSON; for a list or an object a place that is filled with it.
pub(super) fn of(given: &Given<'_>) -> Value {
    match *given {
        Given::Nothing(Empty::Text) => String::new().into(),
        Given::Nothing(Empty::List) => Value::Array(Vec::new()),
        Given::Nothing(Empty::Object) => Value::Object(serde_json::Map::new()),
        Given::Text(text) => (*text).into(),
        Given::Integer(number) => self::number(&number.to_string()),
        Given::Fraction(spelt) => self::number(spelt),
        Given::Boolean(value) => value.into(),
        Given::Nothing(Empty::Null) | Given::Unreadable | Given::List | Given::Object => {
            Value::Null
        }
    }
}

/// A number; beyond 64 bits, and where it has a fraction, it keeps all its digits only if serde_json does.
fn number(spelt: &str) -> Value {
    let number = spelt.parse::<serde_json::Number>();
    // What was read as a number is one.
    number.map_or(Value::Null, Value::Number)
}
