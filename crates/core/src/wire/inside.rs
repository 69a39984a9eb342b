//! Reading what is in a list or an object: items into a list, members into the fields of a struct, entries under keys that are data, and
//! whatever it is where all of it is kept.

use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess};
use serde_json::Value;

use super::at::At;
use super::fill::Fill;
use super::key::Key;
use super::slot::{Entries, Fields, Items, Object, View};
use super::whole::Whole;

pub(super) fn items<'de, A: SeqAccess<'de>>(
    into: &mut dyn Items,
    mut list: A,
    at: &At<'_>,
) -> Result<(), A::Error> {
    let mut read = Ok(Some(None));
    while let Ok(Some(_)) = read {
        into.lend(&mut |slot| {
            read = list.next_element_seed(&mut Fill::at(at, slot));
        });
    }
    read.map(drop)
}

/// All items of a list, whatever their type.
pub(super) fn all<'de, A: SeqAccess<'de>>(mut list: A) -> Result<Value, A::Error> {
    let mut items = Vec::new();
    let mut item = Value::Null;
    while list
        .next_element_seed(&mut Fill::field(&mut Whole(&mut item)))?
        .is_some()
    {
        items.push(std::mem::take(&mut item));
    }
    Ok(Value::Array(items))
}

/// Reads the members of an object that begins with this key. What no field takes is kept.
pub(super) fn members<'de, A: MapAccess<'de>>(
    into: &mut dyn Object,
    mut first: Option<Key<'de>>,
    mut map: A,
    at: &At<'_>,
) -> Result<(), A::Error> {
    let mut read = Ok(());
    into.lend(&mut |fields| read = listed(fields, first.take(), &mut map, at));
    read
}

fn listed<'de, A: MapAccess<'de>>(
    fields: Fields<'_, '_>,
    first: Option<Key<'de>>,
    map: &mut A,
    at: &At<'_>,
) -> Result<(), A::Error> {
    let Fields { keys, slots, extra } = fields;
    let mut next = first;
    // Behind the last field, and behind all that came: none of those can come twice.
    let (mut after, mut behind) = (0, 0);
    while let Some(Key(key)) = next {
        if let Some(place) = position(keys, after, &key) {
            let slot = &mut *slots[place];
            if place < behind && !matches!(slot.view(), View::Missing) {
                // A key that the document lists: it says nothing of anybody.
                return Err(A::Error::custom(format_args!("duplicate field `{key}`")));
            }
            if let Some(value) = map.next_value_seed(&mut Fill::at(at, slot))? {
                extra.insert_unreadable(key.into_owned(), *value);
            }
            after = place + 1;
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
pub(super) fn entries<'de, A: MapAccess<'de>>(
    into: &mut dyn Entries,
    first: Option<Key<'de>>,
    mut map: A,
) -> Result<(), A::Error> {
    let mut next = first;
    while let Some(Key(key)) = next {
        let value = value(&mut map)?;
        let mut read = Ok(None);
        into.lend(key.into_owned(), &mut |slot| {
            read = Fill::field(slot).deserialize(&value);
            read.is_ok()
        });
        read.map_err(A::Error::custom)?;
        next = map.next_key()?;
    }
    Ok(())
}

/// All of an object that begins with this key, whatever is in it.
pub(super) fn object<'de, A: MapAccess<'de>>(
    first: Option<Key<'de>>,
    mut map: A,
) -> Result<Value, A::Error> {
    let mut fields = serde_json::Map::new();
    let mut next = first;
    while let Some(Key(key)) = next {
        fields.insert(key.into_owned(), value(&mut map)?);
        next = map.next_key()?;
    }
    Ok(Value::Object(fields))
}

/// Reads a member's value, whatever its type.
fn value<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Value, A::Error> {
    let mut value = Value::Null;
    map.next_value_seed(&mut Fill::field(&mut Whole(&mut value)))?;
    Ok(value)
}
