//! Numbers where serde_json keeps their digits.
//!
//! A crate anywhere in a program may switch on serde_json's feature `arbitrary_precision`, for everybody. serde_json then gives
//! a number that is no integer of 64 bits as an object with one private key, whose value is its text. To a typed field that is a number all the same.

use std::sync::LazyLock;

use serde::de::{Error, MapAccess, Visitor};

use super::Given;

const KEY: &str = "$serde_json::private::Number";

/// Whether the feature is on in this program.
static ON: LazyLock<bool> = LazyLock::new(|| {
    struct IsMap;
    impl<'de> Visitor<'de> for IsMap {
        type Value = bool;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a number")
        }

        fn visit_f64<E: Error>(self, _: f64) -> Result<bool, E> {
            Ok(false)
        }

        fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<bool, A::Error> {
            Ok(true)
        }
    }
    let mut fraction = serde_json::Deserializer::from_str("1.5");
    serde::Deserializer::deserialize_any(&mut fraction, IsMap).unwrap_or(true)
});

/// Whether an object with this key is such a number.
pub(super) fn is_key(key: &str) -> bool {
    key == KEY && *ON
}

/// The number with these digits.
pub(super) fn number<E: Error>(text: &str) -> Result<Given<'static>, E> {
    if let Ok(integer) = text.parse::<i128>()
        && text != "-0"
    {
        return Ok(Given::Integer(integer));
    }
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(Given::Fraction(number)),
        _ => Err(E::custom("number out of range")),
    }
}
