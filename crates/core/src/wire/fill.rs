//! Reading any JSON into fields whose types are not known here.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::key::Key;
use super::slot::{Entries, Fields, Inside, Items, Object, Slot, View};
use super::whole::Whole;
use super::{Empty, Field, Given, Mismatch, Promise, Takes, precise};

/// Reads one value into a field.
pub(crate) struct Fill<'s> {
    slot: &'s mut dyn Slot,
    place: Place,
}

/// Where the value stands, which decides what may be empty.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Anything may.
    Field,
    /// A list has no missing items, so an empty one is a wrong shape, except for text, where `""` is a value like any other.
    List,
    /// Nothing may but an object.
    Root,
}

impl<'s> Fill<'s> {
    pub(crate) fn field(slot: &'s mut dyn Slot) -> Self {
        let place = Place::Field;
        Self { slot, place }
    }

    /// The whole reply is read into a generated struct.
    pub(crate) fn root(slot: &'s mut Root<'_>) -> Self {
        let place = Place::Root;
        Self { slot, place }
    }

    fn item(slot: &'s mut dyn Slot) -> Self {
        let place = Place::List;
        Self { slot, place }
    }

    fn take<E: Error>(self, given: Given<'_>) -> Result<(), E> {
        give(self.slot, given).map(drop).map_err(E::custom)
    }

    fn nothing<E: Error>(self, empty: Empty) -> Result<(), E> {
        match self.place {
            Place::Field => self.take(Given::Nothing(empty)),
            Place::List => Err(self.refused("an empty value in a list")),
            Place::Root => Err(self.refused("an empty value")),
        }
    }

    fn refused<E: Error>(&self, found: &'static str) -> E {
        E::custom(self.slot.promise().broken_by(found))
    }

    fn number<E: Error>(self, text: &str) -> Result<(), E> {
        // What keeps any value keeps all digits.
        if self.slot.promise().takes == Takes::Anything
            && let Ok(Inside::Json(into)) = self.slot.take(Given::Object)
        {
            *into = Value::Number(text.parse().map_err(E::custom)?);
            return Ok(());
        }
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
        f.write_str(self.slot.promise().words)
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.nothing(Empty::Null)
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.nothing(Empty::Null)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        if text.is_empty() && self.place != Place::List {
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
        match give(self.slot, Given::List).map_err(A::Error::custom)? {
            Inside::Items(into) => items(into, list),
            Inside::Json(into) => {
                let mut items = Vec::new();
                let mut item = Value::Null;
                while list
                    .next_element_seed(Fill::field(&mut Whole(&mut item)))?
                    .is_some()
                {
                    items.push(std::mem::take(&mut item));
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
            let mut digits: Field<String> = Field::Missing;
            map.next_value_seed(Fill::field(&mut digits))?;
            return self.number(digits.as_deref().unwrap_or_default());
        }
        match give(self.slot, Given::Object).map_err(A::Error::custom)? {
            Inside::Object(into) => members(into, first, map),
            Inside::Entries(into) => entries(into, first, map),
            Inside::Json(into) => {
                let mut fields = serde_json::Map::new();
                let mut next = first;
                while let Some(Key(key)) = next {
                    fields.insert(key.into_owned(), value(&mut map)?);
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

/// Hands over what arrives in the form that the field takes. Nothing is in a list or an object where none is promised: it must
/// turn out to be empty.
fn give<'s>(slot: &'s mut dyn Slot, given: Given<'_>) -> Result<Inside<'s>, Mismatch> {
    let promise = slot.promise();
    match (promise.takes, given) {
        (Takes::Anything, _)
        | (_, Given::Nothing(_))
        | (Takes::List, Given::List)
        | (Takes::Object, Given::Object)
        | (Takes::Choice(_), Given::Text(_)) => slot.take(given),
        (_, Given::List | Given::Object) => Ok(Inside::Nothing),
        (Takes::Scalar, _) => slot.take(given),
        (Takes::Choice(integer), _) => slot.take(Given::Text(&given.choice(integer, promise)?)),
        (Takes::List | Takes::Object, _) => Err(promise.broken(given)),
    }
}

fn items<'de, A: SeqAccess<'de>>(into: &mut dyn Items, mut list: A) -> Result<(), A::Error> {
    let mut read = Ok(Some(()));
    while let Ok(Some(())) = read {
        into.lend(&mut |slot| read = list.next_element_seed(Fill::item(slot)));
    }
    read.map(drop)
}

/// Reads the members of an object that begins with this key. What the document does not list is kept.
fn members<'de, A: MapAccess<'de>>(
    into: &mut dyn Object,
    mut first: Option<Key<'de>>,
    mut map: A,
) -> Result<(), A::Error> {
    let mut read = Ok(());
    into.lend(&mut |fields| read = listed(fields, first.take(), &mut map));
    read
}

fn listed<'de, A: MapAccess<'de>>(
    fields: Fields<'_, '_>,
    first: Option<Key<'de>>,
    map: &mut A,
) -> Result<(), A::Error> {
    let Fields { keys, slots, extra } = fields;
    let mut next = first;
    // Behind the last field, and behind all that came: none of those can come twice.
    let (mut after, mut behind) = (0, 0);
    while let Some(Key(key)) = next {
        if let Some(at) = position(keys, after, &key) {
            let slot = &mut *slots[at];
            if at < behind && !matches!(slot.view(), View::Missing) {
                // A key that the document lists: it says nothing of anybody.
                return Err(A::Error::custom(format_args!("duplicate field `{key}`")));
            }
            map.next_value_seed(Fill::field(slot))?;
            after = at + 1;
            behind = behind.max(after);
        } else {
            extra.insert(key.into_owned(), value(map)?);
        }
        next = map.next_key()?;
    }
    Ok(())
}

/// Where a key is listed. Replies mostly keep the document's order, so the place after the last one is looked at first.
fn position(keys: &[&str], next: usize, key: &str) -> Option<usize> {
    if keys.get(next).is_some_and(|listed| *listed == key) {
        return Some(next);
    }
    keys.iter().position(|listed| *listed == key)
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
        let value = value(&mut map)?;
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

/// Reads a member's value, whatever its type.
fn value<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Value, A::Error> {
    let mut value = Value::Null;
    map.next_value_seed(Fill::field(&mut Whole(&mut value)))?;
    Ok(value)
}

/// A generated struct for a whole reply.
pub(crate) struct Root<'s>(pub(crate) &'s mut dyn Object);

impl Slot for Root<'_> {
    fn promise(&self) -> &'static Promise {
        &Promise::OBJECT
    }

    fn take(&mut self, _: Given<'_>) -> Result<Inside<'_>, Mismatch> {
        Ok(Inside::Object(self.0))
    }

    fn view(&self) -> View<'_> {
        View::Object(self.0)
    }
}
