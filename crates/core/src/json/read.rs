//! How serde_json fills the notes: a deserializer that writes down where each value stands and passes the value on.
//!
//! Whoever is read into, a typed reply or nothing at all, notices nothing of it. So one reading gives both the notes that a
//! signature is checked on and the types; `IgnoredAny` is read into where only the notes are wanted.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::notes::Notes;
use super::tree::Value;

/// Reads one value.
pub(super) struct Noting<'n, 's, D> {
    pub(super) inner: D,
    pub(super) notes: &'n mut Notes<'s>,
}

impl<'n, 's, D> Noting<'n, 's, D> {
    fn visitor<V>(self, visitor: V) -> (D, Noted<'n, 's, V>) {
        let Noting { inner, notes } = self;
        (inner, Noted { visitor, notes })
    }
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Noting<'_, '_, D> {
    type Error = D::Error;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let (inner, visitor) = self.visitor(visitor);
        inner.deserialize_any(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let (inner, visitor) = self.visitor(visitor);
        inner.deserialize_option(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        visitor.visit_newtype_struct(self)
    }

    // JSON says of itself what it is. A serde enum cannot be read so; replies have open enumerations instead.
    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// Takes a value for a visitor, and notes it.
struct Noted<'n, 's, V> {
    visitor: V,
    notes: &'n mut Notes<'s>,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Noted<'_, '_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.notes.leaf(Value::Null);
        self.visitor.visit_unit()
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.notes.leaf(Value::Null);
        self.visitor.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        let Noted { visitor, notes } = self;
        visitor.visit_some(Noting { inner, notes })
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<V::Value, E> {
        self.notes.leaf(Value::Bool(value));
        self.visitor.visit_bool(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<V::Value, E> {
        self.notes.integer(value);
        self.visitor.visit_u64(value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<V::Value, E> {
        self.notes.integer(value);
        self.visitor.visit_i64(value)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<V::Value, E> {
        self.notes.fraction();
        self.visitor.visit_f64(value)
    }

    #[inline]
    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<V::Value, E> {
        self.notes.text(text);
        self.visitor.visit_borrowed_str(text)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<V::Value, E> {
        self.notes.unescaped(text);
        self.visitor.visit_str(text)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, inner: A) -> Result<V::Value, A::Error> {
        let Noted { visitor, notes } = self;
        let opened = notes.open();
        let value = visitor.visit_seq(Items {
            inner,
            notes: &mut *notes,
            next: 0,
        })?;
        notes.close(opened, Value::List);
        Ok(value)
    }

    fn visit_map<A: MapAccess<'de>>(self, inner: A) -> Result<V::Value, A::Error> {
        let Noted { visitor, notes } = self;
        let opened = notes.open();
        let value = visitor.visit_map(Members {
            inner,
            notes: &mut *notes,
        })?;
        notes.close(opened, Value::Object);
        Ok(value)
    }
}

/// Reads the items of a list.
struct Items<'n, 's, A> {
    inner: A,
    notes: &'n mut Notes<'s>,
    next: usize,
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Items<'_, '_, A> {
    type Error = A::Error;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, A::Error> {
        let notes = &mut *self.notes;
        notes.enter_item(self.next);
        self.next += 1;
        let item = self.inner.next_element_seed(Item { seed, notes })?;
        if item.is_some() && !self.notes.has_room() {
            return Err(A::Error::custom("more items of lists than are allowed"));
        }
        self.notes.leave();
        Ok(item)
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

/// Reads the members of an object.
struct Members<'n, 's, A> {
    inner: A,
    notes: &'n mut Notes<'s>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Members<'_, '_, A> {
    type Error = A::Error;

    #[inline]
    fn next_key_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, A::Error> {
        let notes = &mut *self.notes;
        self.inner.next_key_seed(Key { seed, notes })
    }

    #[inline]
    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, A::Error> {
        let notes = &mut *self.notes;
        notes.enter_member();
        let value = self.inner.next_value_seed(Item { seed, notes })?;
        self.notes.leave();
        Ok(value)
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

/// Whoever is read into next.
struct Item<'n, 's, T> {
    seed: T,
    notes: &'n mut Notes<'s>,
}

impl<'de, T: DeserializeSeed<'de>> DeserializeSeed<'de> for Item<'_, '_, T> {
    type Value = T::Value;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, inner: D) -> Result<T::Value, D::Error> {
        let Item { seed, notes } = self;
        seed.deserialize(Noting { inner, notes })
    }
}

/// Reads a key: in turn what asks for it, what it is read from, and what takes it.
struct Key<'n, 's, T> {
    seed: T,
    notes: &'n mut Notes<'s>,
}

impl<'de, T: DeserializeSeed<'de>> DeserializeSeed<'de> for Key<'_, '_, T> {
    type Value = T::Value;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, inner: D) -> Result<T::Value, D::Error> {
        let Key { seed, notes } = self;
        seed.deserialize(KeyText { inner, notes })
    }
}

struct KeyText<'n, 's, D> {
    inner: D,
    notes: &'n mut Notes<'s>,
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for KeyText<'_, '_, D> {
    type Error = D::Error;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let KeyText { inner, notes } = self;
        inner.deserialize_str(KeyNoted { visitor, notes })
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        option seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

struct KeyNoted<'n, 's, V> {
    visitor: V,
    notes: &'n mut Notes<'s>,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for KeyNoted<'_, '_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    #[inline]
    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<V::Value, E> {
        self.notes.key(text);
        self.visitor.visit_borrowed_str(text)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<V::Value, E> {
        self.notes.unescaped_key(text);
        self.visitor.visit_str(text)
    }
}
