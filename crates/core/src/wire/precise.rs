//! Numbers where serde_json keeps their digits.
//!
//! A crate anywhere in a program may switch on serde_json's feature `arbitrary_precision`, for everybody. serde_json then gives
//! a number that is no integer of 64 bits as an object with one private key, whose value is its text. To a typed field that is a number all the same.

use std::sync::LazyLock;

use serde::de::value::StringDeserializer;
use serde::de::{DeserializeSeed, Error, IntoDeserializer, MapAccess, Visitor};

use super::{Decode, Field};

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

/// Reads a field from an object, or from a number that comes as one.
pub(super) fn object<'de, T: Decode, A: MapAccess<'de>>(mut map: A) -> Result<Field<T>, A::Error> {
    let first = if *ON { map.next_key::<String>()? } else { None };
    let empty = *ON && first.is_none();
    if first.as_deref() == Some(KEY) {
        return number(&map.next_value::<String>()?).map(Field::Value);
    }
    let read = T::object(Replay { first, empty, map })?;
    Ok(read.map_or(Field::Empty(super::Empty::Object), Field::Value))
}

fn number<T: Decode, E: Error>(text: &str) -> Result<T, E> {
    if let Ok(integer) = text.parse::<i128>()
        && text != "-0"
    {
        return T::integer(integer);
    }
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => T::fraction(number),
        _ => Err(E::custom("number out of range")),
    }
}

/// An object whose first key was read already.
struct Replay<A> {
    first: Option<String>,
    /// There is nothing in it.
    empty: bool,
    map: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Replay<A> {
    type Error = A::Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        if self.empty {
            return Ok(None);
        }
        if let Some(first) = self.first.take() {
            let first: StringDeserializer<A::Error> = first.into_deserializer();
            return seed.deserialize(first).map(Some);
        }
        self.map.next_key_seed(seed)
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}
