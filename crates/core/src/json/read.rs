//! How serde_json fills the notes: a deserializer that writes down where each value stands and passes the value on.
//!
//! Whoever is read into, a typed reply or nothing at all, notices nothing of it. So one reading gives both the notes that a
//! signature is checked on and the types; `IgnoredAny` is read into where only the notes are wanted.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::node::Value;
use super::notes::Notes;
use crate::wire::SPELT;

/// Stands between serde_json and whoever is read into, around each of the objects that serde has them exchange for a value: what
/// asks for it, what it is read from, what takes it, and the members of an object.
pub(super) struct Noting<'n, 's, T> {
    pub(super) inner: T,
    pub(super) notes: &'n mut Notes<'s>,
}

impl<'n, 's, T> Noting<'n, 's, T> {
    /// The same around something else, and what it was around.
    fn around<U>(self, other: U) -> (T, Noting<'n, 's, U>) {
        let Noting { inner, notes } = self;
        let other = Noting {
            inner: other,
            notes,
        };
        (inner, other)
    }
}

impl<'de, T: DeserializeSeed<'de>> DeserializeSeed<'de> for Noting<'_, 'de, T> {
    type Value = T::Value;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T::Value, D::Error> {
        let (seed, deserializer) = self.around(deserializer);
        seed.deserialize(deserializer)
    }
}

impl<'de, T: Deserializer<'de>> Deserializer<'de> for Noting<'_, 'de, T> {
    type Error = T::Error;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, T::Error> {
        let as_bytes = self.notes.as_bytes();
        let (deserializer, visitor) = self.around(visitor);
        if as_bytes {
            deserializer.deserialize_bytes(visitor)
        } else {
            deserializer.deserialize_any(visitor)
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, T::Error> {
        let (deserializer, visitor) = self.around(visitor);
        deserializer.deserialize_option(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, T::Error> {
        let Noting { inner, notes } = self;
        let before = notes.spelt;
        notes.spelt = name == SPELT;
        let value = visitor.visit_newtype_struct(Noting {
            inner,
            notes: &mut *notes,
        });
        notes.spelt = before;
        value
    }

    // JSON says of itself what it is. A serde enum cannot be read so; replies have open enumerations instead.
    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de, T: Visitor<'de>> Visitor<'de> for Noting<'_, 'de, T> {
    type Value = T::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    fn visit_unit<E: Error>(self) -> Result<T::Value, E> {
        self.notes.leaf(Value::Null);
        self.inner.visit_unit()
    }

    fn visit_none<E: Error>(self) -> Result<T::Value, E> {
        self.notes.leaf(Value::Null);
        self.inner.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<T::Value, D::Error> {
        let (visitor, deserializer) = self.around(deserializer);
        visitor.visit_some(deserializer)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<T::Value, E> {
        self.notes.leaf(Value::Bool(value));
        self.inner.visit_bool(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T::Value, E> {
        self.notes.integer(value);
        self.inner.visit_u64(value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T::Value, E> {
        self.notes.integer(value);
        self.inner.visit_i64(value)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<T::Value, E> {
        match self.notes.fraction() {
            Some(spelt) => self.inner.visit_borrowed_bytes(spelt.as_bytes()),
            None => self.inner.visit_f64(value),
        }
    }

    #[inline]
    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<T::Value, E> {
        self.notes.text(text);
        self.inner.visit_borrowed_str(text)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T::Value, E> {
        self.notes.unescaped(text);
        self.inner.visit_str(text)
    }

    #[inline]
    fn visit_borrowed_bytes<E: Error>(self, bytes: &'de [u8]) -> Result<T::Value, E> {
        match self.notes.lent(bytes) {
            Some(text) => self.inner.visit_borrowed_str(text),
            None => self.visit_bytes(bytes),
        }
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<T::Value, E> {
        match simdutf8::basic::from_utf8(bytes) {
            Ok(text) => self.visit_str(text),
            Err(_) => {
                self.notes.torn();
                Err(E::custom("half of a surrogate pair in a string"))
            }
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, inner: A) -> Result<T::Value, A::Error> {
        let opened = self.notes.open();
        let notes = &mut *self.notes;
        let next = 0;
        let value = self.inner.visit_seq(Items { inner, notes, next })?;
        self.notes.close(opened, Value::List);
        Ok(value)
    }

    fn visit_map<A: MapAccess<'de>>(self, inner: A) -> Result<T::Value, A::Error> {
        let opened = self.notes.open();
        let notes = &mut *self.notes;
        let value = self.inner.visit_map(Noting { inner, notes })?;
        self.notes.close(opened, Value::Object);
        Ok(value)
    }
}

impl<'de, T: MapAccess<'de>> MapAccess<'de> for Noting<'_, 'de, T> {
    type Error = T::Error;

    #[inline]
    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        inner: S,
    ) -> Result<Option<S::Value>, T::Error> {
        let notes = &mut *self.notes;
        self.inner.next_key_seed(Key { inner, notes })
    }

    #[inline]
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, inner: S) -> Result<S::Value, T::Error> {
        let step = self.notes.enter_member();
        let notes = &mut *self.notes;
        let value = self.inner.next_value_seed(Noting { inner, notes });
        value.inspect_err(|_| self.notes.failed(step))
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

/// Reads the items of a list.
struct Items<'n, 's, T> {
    inner: T,
    notes: &'n mut Notes<'s>,
    next: usize,
}

impl<'de, T: SeqAccess<'de>> SeqAccess<'de> for Items<'_, 'de, T> {
    type Error = T::Error;

    #[inline]
    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        inner: S,
    ) -> Result<Option<S::Value>, T::Error> {
        let step = self.notes.enter_item(self.next);
        self.next += 1;
        let notes = &mut *self.notes;
        let item = self.inner.next_element_seed(Noting { inner, notes });
        let item = item.and_then(|item| {
            if item.is_some() && !self.notes.has_room() {
                return Err(T::Error::custom("more items of lists than are allowed"));
            }
            Ok(item)
        });
        item.inspect_err(|_| self.notes.failed(step))
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

/// [`Noting`] for a key: in turn what asks for it, what it is read from, and what takes it.
struct Key<'n, 's, T> {
    inner: T,
    notes: &'n mut Notes<'s>,
}

impl<'de, T: DeserializeSeed<'de>> DeserializeSeed<'de> for Key<'_, '_, T> {
    type Value = T::Value;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, inner: D) -> Result<T::Value, D::Error> {
        let notes = self.notes;
        self.inner.deserialize(Key { inner, notes })
    }
}

impl<'de, T: Deserializer<'de>> Deserializer<'de> for Key<'_, '_, T> {
    type Error = T::Error;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, inner: V) -> Result<V::Value, T::Error> {
        let notes = self.notes;
        self.inner.deserialize_str(Key { inner, notes })
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, T::Error> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        option seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de, T: Visitor<'de>> Visitor<'de> for Key<'_, '_, T> {
    type Value = T::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    #[inline]
    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<T::Value, E> {
        self.notes.key(text);
        self.inner.visit_borrowed_str(text)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T::Value, E> {
        self.notes.unescaped_key(text);
        self.inner.visit_str(text)
    }
}
