//! Reading any JSON into fields whose types are not known here.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::key::Key;
use super::slot::{Entries, Inside, Items, Object, Slot, View};
use super::{Empty, Given, Mismatch, precise};

/// Reads one value into a field.
pub(crate) struct Fill<'s> {
    slot: &'s mut dyn Slot,
    /// A list has no missing items, so an empty one is a wrong shape, except for text, where `""` is a value like any other.
    in_list: bool,
}

impl<'s> Fill<'s> {
    pub(crate) fn field(slot: &'s mut dyn Slot) -> Self {
        let in_list = false;
        Self { slot, in_list }
    }

    fn item(slot: &'s mut dyn Slot) -> Self {
        let in_list = true;
        Self { slot, in_list }
    }

    fn take<E: Error>(self, given: Given<'_>) -> Result<(), E> {
        self.slot.take(given).map(drop).map_err(E::custom)
    }

    fn nothing<E: Error>(self, empty: Empty) -> Result<(), E> {
        if self.in_list {
            return Err(self.refused("an empty value in a list"));
        }
        self.slot.nothing(empty);
        Ok(())
    }

    fn refused<E: Error>(&self, found: &'static str) -> E {
        let expected = self.slot.expected();
        E::custom(Mismatch { expected, found })
    }

    fn number<E: Error>(self, text: &str) -> Result<(), E> {
        self.take(precise::number(text)?)
    }
}

impl<'de> DeserializeSeed<'de> for Fill<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Fill<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slot.expected())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.nothing(Empty::Null)
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.nothing(Empty::Null)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        if text.is_empty() && !self.in_list {
            return self.nothing(Empty::Text);
        }
        self.take(Given::Text(text))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        self.take(Given::Integer(i128::from(number)))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.take(Given::Integer(i128::from(number)))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<(), E> {
        self.take(Given::Fraction(number))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.take(Given::Boolean(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        match self.slot.take(Given::List).map_err(A::Error::custom)? {
            Inside::Items(into) => items(into, list),
            Inside::Json(into) => {
                let mut items = Vec::new();
                while let Some(item) = list.next_element()? {
                    items.push(item);
                }
                *into = Value::Array(items);
                Ok(())
            }
            _ => match list.next_element::<IgnoredAny>()? {
                None => self.nothing(Empty::List),
                Some(_) => Err(self.refused("a list")),
            },
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let first = map.next_key::<Key<'_>>()?;
        if first.as_ref().is_some_and(|Key(key)| precise::is_key(key)) {
            return self.number(&map.next_value::<String>()?);
        }
        match self.slot.take(Given::Object).map_err(A::Error::custom)? {
            Inside::Object(into) => members(into, first, map),
            Inside::Entries(into) => entries(into, first, map),
            Inside::Json(into) => {
                let mut fields = serde_json::Map::new();
                let mut next = first;
                while let Some(Key(key)) = next {
                    fields.insert(key.into_owned(), map.next_value()?);
                    next = map.next_key()?;
                }
                *into = Value::Object(fields);
                Ok(())
            }
            _ if first.is_none() => self.nothing(Empty::Object),
            _ => Err(self.refused("an object")),
        }
    }
}

fn items<'de, A: SeqAccess<'de>>(into: &mut dyn Items, mut list: A) -> Result<(), A::Error> {
    let mut read = Ok(Some(()));
    while let Ok(Some(())) = read {
        into.lend(&mut |slot| {
            read = list.next_element_seed(Fill::item(slot));
            matches!(read, Ok(Some(())))
        });
    }
    read.map(drop)
}

/// Reads the members of an object that begins with this key. What the document does not list is kept.
fn members<'de, A: MapAccess<'de>>(
    into: &mut dyn Object,
    first: Option<Key<'de>>,
    mut map: A,
) -> Result<(), A::Error> {
    let mut next = first;
    while let Some(Key(key)) = next {
        match into.field(&key) {
            Some(slot) if matches!(slot.view(), View::Missing) => {
                map.next_value_seed(Fill::field(slot))?;
            }
            // A key that the document lists: it says nothing of anybody.
            Some(_) => return Err(A::Error::custom(format_args!("duplicate field `{key}`"))),
            None => {
                let value = map.next_value()?;
                into.extra_mut().insert(key.into_owned(), value);
            }
        }
        next = map.next_key()?;
    }
    Ok(())
}

/// Reads an object whose keys are data, a name perhaps. Each value is therefore read whole first and judged here, where the JSON
/// path of an error ends before the key.
fn entries<'de, A: MapAccess<'de>>(
    into: &mut dyn Entries,
    first: Option<Key<'de>>,
    mut map: A,
) -> Result<(), A::Error> {
    let mut next = first;
    while let Some(Key(key)) = next {
        let value: Value = map.next_value()?;
        let mut read = Ok(());
        into.lend(key.into_owned(), &mut |slot| {
            read = Fill::field(slot).deserialize(&value);
            read.is_ok()
        });
        read.map_err(A::Error::custom)?;
        next = map.next_key()?;
    }
    Ok(())
}

/// Reads an object into a generated struct.
pub(crate) struct Members<'s>(pub(crate) &'s mut dyn Object);

impl<'de> DeserializeSeed<'de> for Members<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Members<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let first = map.next_key()?;
        members(self.0, first, map)
    }
}
