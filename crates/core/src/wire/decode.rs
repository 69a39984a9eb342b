//! How one documented type reads each kind of JSON value.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Error, IgnoredAny, MapAccess, SeqAccess};
use serde_json::Value;

use super::{Field, Personal};

/// A type that a [`Field`](super::Field) can hold: how it reads text, numbers, lists and objects.
///
/// Every method refuses by default, so a type says only what it accepts.
pub trait Decode: Sized {
    /// What the document promises, for error messages: `text`, `an integer`, …
    const EXPECTED: &'static str;

    /// Reads text that is not empty.
    ///
    /// # Errors
    /// The type does not accept this text. The message must not hold it.
    fn text<E: Error>(_text: &str) -> Result<Self, E> {
        Err(mismatch::<Self, E>("text"))
    }

    /// Reads an integer.
    ///
    /// # Errors
    /// The type does not accept integers, or not this one.
    fn integer<E: Error>(_number: i128) -> Result<Self, E> {
        Err(mismatch::<Self, E>("an integer"))
    }

    /// Reads a number with a fraction or an exponent.
    ///
    /// # Errors
    /// The type does not accept such numbers.
    fn fraction<E: Error>(_number: f64) -> Result<Self, E> {
        Err(mismatch::<Self, E>("a number with a fraction"))
    }

    /// Reads a boolean.
    ///
    /// # Errors
    /// The type does not accept booleans.
    fn boolean<E: Error>(_value: bool) -> Result<Self, E> {
        Err(mismatch::<Self, E>("a boolean"))
    }

    /// Reads a list; `None` when the list is empty and the type is not a list.
    ///
    /// # Errors
    /// The type does not accept lists that hold something.
    fn sequence<'de, A: SeqAccess<'de>>(mut list: A) -> Result<Option<Self>, A::Error> {
        match list.next_element::<IgnoredAny>()? {
            None => Ok(None),
            Some(_) => Err(mismatch::<Self, A::Error>("a list")),
        }
    }

    /// Reads an object; `None` when the object is empty and the type is not an object.
    ///
    /// # Errors
    /// The type does not accept objects that hold something.
    fn object<'de, A: MapAccess<'de>>(mut map: A) -> Result<Option<Self>, A::Error> {
        match map.next_key::<IgnoredAny>()? {
            None => Ok(None),
            Some(_) => Err(mismatch::<Self, A::Error>("an object")),
        }
    }
}

/// The error of a type that met something else. It says what was found, never the value.
pub fn mismatch<T: Decode, E: Error>(found: &'static str) -> E {
    E::custom(Mismatch {
        expected: T::EXPECTED,
        found,
    })
}

#[derive(Debug)]
struct Mismatch {
    expected: &'static str,
    found: &'static str,
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} stands where the document promises {}",
            self.found, self.expected
        )
    }
}

impl Decode for String {
    const EXPECTED: &'static str = "text";

    fn text<E: Error>(text: &str) -> Result<Self, E> {
        Ok(text.to_owned())
    }

    fn integer<E: Error>(number: i128) -> Result<Self, E> {
        Ok(number.to_string())
    }

    /// The shortest text that denotes the number: exact up to 15 significant digits.
    fn fraction<E: Error>(number: f64) -> Result<Self, E> {
        Ok(number.to_string())
    }

    fn boolean<E: Error>(value: bool) -> Result<Self, E> {
        Ok(value.to_string())
    }
}

impl Decode for Personal {
    const EXPECTED: &'static str = String::EXPECTED;

    fn text<E: Error>(text: &str) -> Result<Self, E> {
        String::text(text).map(Self::from)
    }

    fn integer<E: Error>(number: i128) -> Result<Self, E> {
        String::integer(number).map(Self::from)
    }

    fn fraction<E: Error>(number: f64) -> Result<Self, E> {
        String::fraction(number).map(Self::from)
    }

    fn boolean<E: Error>(value: bool) -> Result<Self, E> {
        String::boolean(value).map(Self::from)
    }
}

impl Decode for i64 {
    const EXPECTED: &'static str = "an integer";

    fn text<E: Error>(text: &str) -> Result<Self, E> {
        text.trim()
            .parse()
            .map_err(|_| mismatch::<Self, E>("text that is no integer"))
    }

    fn integer<E: Error>(number: i128) -> Result<Self, E> {
        Self::try_from(number).map_err(|_| mismatch::<Self, E>("an integer of more than 64 bits"))
    }

    fn fraction<E: Error>(number: f64) -> Result<Self, E> {
        // 3.0 and 1e3 are integers that some servers write so; below 2^53 the reading is exact.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if number.fract() == 0.0 && number.abs() < EXACT {
            #[allow(clippy::cast_possible_truncation)] // checked on the line above
            return Ok(number as Self);
        }
        Err(mismatch::<Self, E>("a number with a fraction"))
    }
}

impl Decode for f64 {
    const EXPECTED: &'static str = "a number";

    fn text<E: Error>(text: &str) -> Result<Self, E> {
        match text.trim().parse::<Self>() {
            Ok(number) if number.is_finite() => Ok(number),
            _ => Err(mismatch::<Self, E>("text that is no number")),
        }
    }

    fn integer<E: Error>(number: i128) -> Result<Self, E> {
        #[allow(clippy::cast_precision_loss)] // a documented "number" is a binary float by JSON
        Ok(number as Self)
    }

    fn fraction<E: Error>(number: f64) -> Result<Self, E> {
        Ok(number)
    }
}

impl Decode for bool {
    const EXPECTED: &'static str = "a boolean";

    fn text<E: Error>(text: &str) -> Result<Self, E> {
        match text.trim() {
            "true" | "1" => Ok(true),
            "false" | "0" => Ok(false),
            _ => Err(mismatch::<Self, E>("text that is no boolean")),
        }
    }

    fn integer<E: Error>(number: i128) -> Result<Self, E> {
        match number {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(mismatch::<Self, E>("an integer that is neither 0 nor 1")),
        }
    }

    fn boolean<E: Error>(value: bool) -> Result<Self, E> {
        Ok(value)
    }
}

impl<T: Decode> Decode for Vec<T> {
    const EXPECTED: &'static str = "a list";

    fn sequence<'de, A: SeqAccess<'de>>(mut list: A) -> Result<Option<Self>, A::Error> {
        let mut items = Self::new();
        while let Some(Item(item)) = list.next_element()? {
            items.push(item);
        }
        // Replies are kept; a short list is not worth moving.
        if items.len() > 8 {
            items.shrink_to_fit();
        }
        Ok(Some(items))
    }
}

impl<T: Decode> Decode for BTreeMap<String, Field<T>> {
    const EXPECTED: &'static str = "an object";

    fn object<'de, A: MapAccess<'de>>(mut map: A) -> Result<Option<Self>, A::Error> {
        let mut entries = Self::new();
        // The keys of such an object are data, a name perhaps. Each value is therefore read whole
        // first and judged here, where the JSON path of an error ends before the key.
        while let Some((key, value)) = map.next_entry::<String, Value>()? {
            let value = Field::deserialize(value).map_err(A::Error::custom)?;
            entries.insert(key, value);
        }
        Ok(Some(entries))
    }
}

impl<T: Decode> Decode for Box<T> {
    const EXPECTED: &'static str = T::EXPECTED;

    fn text<E: Error>(text: &str) -> Result<Self, E> {
        T::text(text).map(Self::new)
    }

    fn integer<E: Error>(number: i128) -> Result<Self, E> {
        T::integer(number).map(Self::new)
    }

    fn fraction<E: Error>(number: f64) -> Result<Self, E> {
        T::fraction(number).map(Self::new)
    }

    fn boolean<E: Error>(value: bool) -> Result<Self, E> {
        T::boolean(value).map(Self::new)
    }

    fn sequence<'de, A: SeqAccess<'de>>(list: A) -> Result<Option<Self>, A::Error> {
        Ok(T::sequence(list)?.map(Self::new))
    }

    fn object<'de, A: MapAccess<'de>>(map: A) -> Result<Option<Self>, A::Error> {
        Ok(T::object(map)?.map(Self::new))
    }
}

/// One element of a list. A list has no missing elements, so an empty one is a wrong shape, except
/// for text, where `""` is a value like any other.
struct Item<T>(T);

impl<'de, T: Decode> Deserialize<'de> for Item<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Field::<T>::deserialize(deserializer)? {
            Field::Value(value) => Ok(Self(value)),
            Field::Empty(super::Empty::Text) => T::text("").map(Self),
            Field::Empty(_) | Field::Missing => {
                Err(mismatch::<T, D::Error>("an empty value in a list"))
            }
        }
    }
}
