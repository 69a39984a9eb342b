//! Numbers as they are spelt.
//!
//! serde_json tells what a number is and not how it is spelt, and a binary float has 15 digits that can be relied on: of an amount with
//! more, the last would be made up. Whoever notes where values stand (`json/`) knows the spelling, and tells it instead of the number to those
//! who ask for it by [`Spelt`], as bytes, which JSON has none of.
//!
//! Besides, a crate anywhere in a program may switch on serde_json's feature `arbitrary_precision`, for everybody. serde_json then gives
//! a number that is no integer of 64 bits as an object with one private key, whose value is its text. To a typed field that is a number all the same.

use std::fmt;
use std::sync::LazyLock;

use serde::de::{DeserializeSeed, Deserializer, Visitor};

use super::Given;

/// The name of [`Spelt`] to serde.
pub(crate) const SPELT: &str = "$zhixing_core::wire::Spelt";

/// Around what takes the spelling of numbers. To serde it is a newtype struct, whose name is all that a reader is told.
pub(crate) struct Spelt<S>(pub(super) S);

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Spelt<S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        deserializer.deserialize_newtype_struct(SPELT, self)
    }
}

impl<'de, S: DeserializeSeed<'de>> Visitor<'de> for Spelt<S> {
    type Value = S::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<S::Value, D::Error> {
        self.0.deserialize(inner)
    }
}

const KEY: &str = "$serde_json::private::Number";

/// Whether the feature is on in this program: a number then keeps digits that no binary float holds.
static ON: LazyLock<bool> = LazyLock::new(|| {
    const DIGITS: &str = "0.12345678901234567890";
    let number = DIGITS.parse::<serde_json::Number>();
    number.is_ok_and(|number| number.to_string() == DIGITS)
});

/// Whether an object with this key is such a number.
pub(super) fn is_key(key: &str) -> bool {
    key == KEY && *ON
}

/// The number that is spelt so.
pub(super) fn number(spelt: &str) -> Given<'_> {
    match spelt.parse::<i128>() {
        Ok(integer) if spelt != "-0" => Given::Integer(integer),
        _ => Given::Fraction(spelt),
    }
}
