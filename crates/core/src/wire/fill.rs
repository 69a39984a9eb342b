//! Reading any JSON into fields whose types are not known here.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::record::is_blank;

use super::at::{At, Keep, Place};
use super::inside::{all, entries, items, members, object};
use super::key::Key;
use super::precise;
use super::slot::{Inside, Object, Slot, View};
use super::whole;
use super::{Empty, Field, Given, Mismatch, Passage, Promise, Takes, Text};

/// Reads one value into a field, and gives back what the field does not take, where a struct is there to keep it.
pub(crate) struct Fill<'s> {
    slot: &'s mut dyn Slot,
    at: &'s At<'s>,
}

/// What a field did not take.
type Unread = Option<Box<Value>>;

impl<'s> Fill<'s> {
    /// A field by itself, without a struct.
    pub(crate) fn field(slot: &'s mut dyn Slot) -> Self {
        Self::at(At::ALONE, slot)
    }

    pub(crate) fn at(at: &'s At<'_>, slot: &'s mut dyn Slot) -> Self {
        Self { slot, at }
    }

    fn take<E: Error>(&mut self, given: &Given<'_>) -> Result<Unread, E> {
        match give(self.slot, given) {
            Ok(_) => Ok(None),
            Err(mismatch) => self.unread(mismatch, whole::of(given)).map_err(E::custom),
        }
    }

    /// What the field does not take is kept, where somebody does. What should be a list or an object is not: whoever looked into it would
    /// see nothing. A text that says that there is nothing (`-`, 暂无) is no other list than an empty one.
    #[cold]
    fn unread(&mut self, mismatch: Mismatch, value: Value) -> Result<Unread, Mismatch> {
        let single = matches!(self.slot.promise().takes, Takes::Scalar | Takes::Choice(_));
        let is_field = self.at.place == Place::Field;
        if !single && is_field && value.as_str().is_some_and(is_blank) {
            self.slot.take(&Given::Nothing(Empty::Text))?;
            return Ok(None);
        }
        if self.at.keep != Keep::Yes || !single {
            return Err(mismatch);
        }
        self.slot.take(&Given::Unreadable)?;
        Ok(Some(Box::new(value)))
    }

    /// Whether that text says that there is nothing.
    fn is_nothing(&self, text: &str) -> bool {
        text.is_empty() && self.at.place != Place::List
    }

    fn nothing<E: Error>(&mut self, empty: Empty) -> Result<Unread, E> {
        match self.at.place {
            Place::Field => self.take(&Given::Nothing(empty)),
            Place::List => Err(E::custom(self.refused("an empty value in a list"))),
            Place::Root => Err(E::custom(self.refused("an empty value"))),
        }
    }

    fn refused(&self, found: &'static str) -> Mismatch {
        self.slot.promise().broken_by(found)
    }

    /// What stands where no list and no object is promised.
    fn container<E: Error>(&mut self, value: Value) -> Result<Unread, E> {
        match &value {
            Value::Array(items) if items.is_empty() => self.nothing(Empty::List),
            Value::Object(fields) if fields.is_empty() => self.nothing(Empty::Object),
            _ => {
                let list = value.is_array();
                let mismatch = self.refused(if list { "a list" } else { "an object" });
                self.unread(mismatch, value).map_err(E::custom)
            }
        }
    }
}

// Lent and not handed over: serde passes it on some ten times a value, and what is written in words and read in pairs of them makes a
// processor wait.
impl<'de> DeserializeSeed<'de> for &mut Fill<'_> {
    type Value = Unread;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Unread, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for &mut Fill<'_> {
    type Value = Unread;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slot.promise().words)
    }

    fn visit_unit<E: Error>(self) -> Result<Unread, E> {
        self.nothing(Empty::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Unread, E> {
        self.visit_unit()
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Unread, E> {
        if self.is_nothing(text) {
            return self.nothing(Empty::Text);
        }
        let body = self.at.body;
        self.take(&Given::Text(Passage::of(text, body)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Unread, E> {
        if self.is_nothing(text) {
            return self.nothing(Empty::Text);
        }
        self.take(&Given::Text(text.into()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Unread, E> {
        self.take(&Given::Integer(i128::from(number)))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Unread, E> {
        self.take(&Given::Integer(i128::from(number)))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Unread, E> {
        // The shortest text that denotes it and is no integer's.
        self.take(&Given::Fraction(&format!("{number:?}")))
    }

    /// A number as it is spelt: see [`precise`].
    fn visit_bytes<E: Error>(self, spelt: &[u8]) -> Result<Unread, E> {
        let spelt = std::str::from_utf8(spelt).unwrap_or_default();
        self.take(&precise::number(spelt))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Unread, E> {
        self.take(&Given::Boolean(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Unread, A::Error> {
        match give(self.slot, &Given::List).map_err(A::Error::custom)? {
            Inside::Items(into) => items(into, list, &self.at.item())?,
            Inside::Json(into) => *into = all(list)?,
            _ => return self.container(all(list)?),
        }
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Unread, A::Error> {
        let first = map.next_key::<Key<'_>>()?;
        if first.as_ref().is_some_and(|Key(key)| precise::is_key(key)) {
            let mut spelt: Field<Text> = Field::Missing;
            map.next_value_seed(&mut Fill::field(&mut spelt))?;
            let number = precise::number(spelt.as_deref().unwrap_or_default());
            return self.take(&number);
        }
        match give(self.slot, &Given::Object).map_err(A::Error::custom)? {
            Inside::Object(into) => members(into, first, map, &self.at.member())?,
            Inside::Entries(into) => entries(into, first, map)?,
            Inside::Json(into) => *into = object(first, map)?,
            _ => {
                return self.container(object(first, map)?);
            }
        }
        Ok(None)
    }
}

/// Hands over what arrives in the form that the field takes. Nothing is in a list or an object where none is promised: it must
/// turn out to be empty.
fn give<'s>(slot: &'s mut dyn Slot, given: &Given<'_>) -> Result<Inside<'s>, Mismatch> {
    let promise = slot.promise();
    match (promise.takes, given) {
        (Takes::Anything, _)
        | (_, Given::Nothing(_) | Given::Unreadable)
        | (Takes::List, Given::List)
        | (Takes::Object, Given::Object)
        | (Takes::Choice(_), Given::Text(_)) => slot.take(given),
        (_, Given::List | Given::Object) => Ok(Inside::Nothing),
        (Takes::Scalar, _) => slot.take(given),
        (Takes::Choice(integer), _) => {
            slot.take(&Given::Text((&*given.choice(integer, promise)?).into()))
        }
        (Takes::List | Takes::Object, _) => Err(promise.broken(given)),
    }
}

/// A generated struct for a whole reply.
pub(crate) struct Root<'s>(pub(crate) &'s mut dyn Object);

impl Slot for Root<'_> {
    fn promise(&self) -> &'static Promise {
        &Promise::OBJECT
    }

    fn take(&mut self, _: &Given<'_>) -> Result<Inside<'_>, Mismatch> {
        Ok(Inside::Object(self.0))
    }

    fn view(&self) -> View<'_> {
        View::Object(self.0)
    }
}
