//! One field of a reply.

use std::fmt;
use std::ops::Deref;

use serde::de::{Deserialize, DeserializeSeed, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::fill::Fill;
use super::slot::{Inside, Slot, View};
use super::{Decode, Given, Mismatch, Promise, Text};

/// One field of a reply, as it arrived: missing, empty in some way, holding a value, or something that is none of its type.
///
/// Vendors say "nothing" in five ways. Most callers want [`get`](Self::get) and do not care which;
/// those that do can tell, and encoding gives back what arrived. What is said and not understood is not nothing: whoever concludes from
/// what is not there asks [`is_unreadable`](Self::is_unreadable) too.
///
/// ```
/// use zhixing_core::wire::{Empty, Field};
///
/// let field: Field<i64> = serde_json::from_str("\"30\"")?;
/// assert_eq!(field.get(), Some(&30));
/// let field: Field<i64> = serde_json::from_str("null")?;
/// assert_eq!(field, Field::Empty(Empty::Null));
/// assert_eq!(field.get(), None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(PartialEq, Eq, Hash)]
pub enum Field<T> {
    /// The key is not there.
    Missing,
    /// The key is there and holds nothing.
    Empty(Empty),
    /// The key is there and holds something else than the document promises (`-` for an integer). The struct's `extra` keeps it, under the
    /// same key.
    Unreadable,
    /// The key is there and holds this.
    Value(T),
}

/// In which way a field holds nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Empty {
    /// `null`
    Null,
    /// `""`; and where a list or an object is documented, any text that says nothing (`-`, 暂无), which is written as `""` again.
    Text,
    /// `[]`, where no list is documented.
    List,
    /// `{}`, where no object is documented.
    Object,
}

impl<T> Field<T> {
    /// The value, if there is one.
    #[must_use]
    pub fn get(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Missing | Self::Empty(_) | Self::Unreadable => None,
        }
    }

    /// The value itself, if there is one.
    #[must_use]
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Missing | Self::Empty(_) | Self::Unreadable => None,
        }
    }

    /// Whether the key is not there. (serde leaves such fields out.)
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }

    /// Whether the key holds something that is none of this type. The struct's `extra` has it.
    #[must_use]
    pub fn is_unreadable(&self) -> bool {
        matches!(self, Self::Unreadable)
    }
}

impl<T: Deref> Field<T> {
    /// The value, borrowed: `Option<&str>` for text.
    #[must_use]
    pub fn as_deref(&self) -> Option<&T::Target> {
        self.get().map(Deref::deref)
    }
}

impl<T> Field<Vec<T>> {
    /// The elements; none when the field is missing or empty.
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        match self {
            Self::Value(list) => list,
            Self::Missing | Self::Empty(_) | Self::Unreadable => &[],
        }
    }
}

// Not derived: what is derived is inlined, and a row of 20 fields has then 20 copies of it.
impl<T: Clone> Clone for Field<T> {
    #[inline(never)]
    fn clone(&self) -> Self {
        match self {
            Self::Missing => Self::Missing,
            Self::Empty(empty) => Self::Empty(*empty),
            Self::Unreadable => Self::Unreadable,
            Self::Value(value) => Self::Value(value.clone()),
        }
    }
}

// Not derived: a derive would ask for `T: Default`.
#[allow(clippy::derivable_impls)]
impl<T> Default for Field<T> {
    fn default() -> Self {
        Self::Missing
    }
}

impl<T> From<T> for Field<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl From<&str> for Field<Text> {
    fn from(text: &str) -> Self {
        Self::Value(text.into())
    }
}

impl From<String> for Field<Text> {
    fn from(text: String) -> Self {
        Self::Value(text.into())
    }
}

impl<T: fmt::Debug> fmt::Debug for Field<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("Missing"),
            Self::Empty(empty) => write!(f, "Empty({empty:?})"),
            Self::Unreadable => f.write_str("Unreadable"),
            Self::Value(value) => value.fmt(f),
        }
    }
}

impl<T: Decode> Slot for Field<T> {
    fn promise(&self) -> &'static Promise {
        T::PROMISE
    }

    fn take(&mut self, given: &Given<'_>) -> Result<Inside<'_>, Mismatch> {
        // Compiled for every type, and longer with `?`. Each kind of field is put there by itself, and by assignment: one that is nothing or a
        // value, and put there once, is written in pieces and read in others, and so is what was there before if it is taken out, for
        // which a processor waits longer than all else here takes.
        if let Given::Nothing(empty) = *given {
            *self = Field::Empty(empty);
            return Ok(Inside::Nothing);
        }
        match T::decode(given) {
            Ok(value) => *self = Field::Value(value),
            // No type takes it, so that those that are read need not look for it.
            Err(_) if matches!(given, Given::Unreadable) => {
                *self = Field::Unreadable;
            }
            Err(mismatch) => return Err(mismatch),
        }
        Ok(match self {
            Field::Value(value) => value.inside(),
            Field::Missing | Field::Empty(_) | Field::Unreadable => Inside::Nothing,
        })
    }

    fn view(&self) -> View<'_> {
        match self {
            Field::Missing => View::Missing,
            Field::Empty(empty) => View::Nothing(*empty),
            Field::Unreadable => View::Unreadable,
            Field::Value(value) => value.view(),
        }
    }
}

impl<T: Decode> Serialize for Field<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.view().serialize(serializer)
    }
}

impl<'de, T: Decode> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut field = Field::Missing;
        Fill::field(&mut field).deserialize(deserializer)?;
        Ok(field)
    }
}

#[cfg(feature = "schemars")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Field<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        T::json_schema(generator)
    }
}
