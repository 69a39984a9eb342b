//! Reading and writing generated structs.
//!
//! A struct says which field stands under which key, and everything else is here, once. It is no serde derive since replies keep
//! what the document does not list: serde's `flatten` reads a whole object into a buffer before it looks at any field, and
//! makes several times the code for it, which every program would compile for every struct.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Decode, Extra, Field};

/// A struct whose fields are [`Field`]s. Implemented by [`objects!`](super::objects).
pub trait Object: Default {
    /// Reads the value under that key, if the document lists the key.
    ///
    /// # Errors
    /// The value has the wrong shape, or the key stood there before.
    fn read<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<bool, A::Error>;

    /// Writes the fields that are there, in the document's order.
    ///
    /// # Errors
    /// What is written to refuses.
    fn write<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error>;

    /// The fields that the document does not list.
    fn extra(&self) -> &Extra;

    /// The same, to add to.
    fn extra_mut(&mut self) -> &mut Extra;
}

/// Reads an object key by key.
///
/// # Errors
/// A field has the wrong shape, or stands there twice.
pub fn object<'de, T: Object, A: MapAccess<'de>>(mut map: A) -> Result<T, A::Error> {
    let mut object = T::default();
    while let Some(Key(key)) = map.next_key()? {
        if !object.read(&key, &mut map)? {
            let value = map.next_value()?;
            object.extra_mut().insert(key.into_owned(), value);
        }
    }
    Ok(object)
}

/// Reads one field. Generated code calls it.
///
/// # Errors
/// The value has the wrong shape, or the field stood there before.
pub fn read<'de, T: Decode, A: MapAccess<'de>>(
    field: &mut Field<T>,
    key: &'static str,
    map: &mut A,
) -> Result<bool, A::Error> {
    if !field.is_missing() {
        return Err(A::Error::duplicate_field(key));
    }
    *field = map.next_value()?;
    Ok(true)
}

/// Writes one field, if it is there. Generated code calls it.
///
/// # Errors
/// What is written to refuses.
pub fn write<T: Serialize, M: SerializeMap>(
    field: &Field<T>,
    key: &'static str,
    map: &mut M,
) -> Result<(), M::Error> {
    match field {
        Field::Missing => Ok(()),
        there => map.serialize_entry(key, there),
    }
}

/// Reads a generated struct from anything that holds an object.
///
/// # Errors
/// As [`object`], or it is no object.
pub fn deserialize<'de, T: Object, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

/// Writes a generated struct: its fields, then what the document does not list.
///
/// # Errors
/// What is written to refuses.
pub fn serialize<T: Object, S: Serializer>(object: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    object.write(&mut map)?;
    for (key, value) in object.extra().iter() {
        map.serialize_entry(key, value)?;
    }
    map.end()
}

/// What a generated struct asks of its JSON Schema: that a field may be left out is no default value.
#[cfg(feature = "schemars")]
pub fn without_defaults(schema: &mut schemars::Schema) {
    let properties = schema
        .get_mut("properties")
        .and_then(|properties| properties.as_object_mut());
    for property in properties.into_iter().flatten() {
        if let Some(property) = property.1.as_object_mut() {
            property.remove("default");
        }
    }
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Object> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        object(map)
    }
}

/// A key, borrowed from the text wherever it has no escapes.
struct Key<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_identifier(KeyVisitor)
    }
}

struct KeyVisitor;

impl<'de> Visitor<'de> for KeyVisitor {
    type Value = Key<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<Self::Value, E> {
        Ok(Key(Cow::Borrowed(key)))
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
        Ok(Key(Cow::Owned(key.to_owned())))
    }

    fn visit_string<E: Error>(self, key: String) -> Result<Self::Value, E> {
        Ok(Key(Cow::Owned(key)))
    }
}

/// Makes generated structs readable and writable. Generated code calls it once for each file, with the field under each key.
#[doc(hidden)]
#[macro_export]
macro_rules! __objects {
    ($($name:ident { $($key:literal => $field:ident),* $(,)? })*) => {
        $(
            impl $crate::wire::Object for $name {
                #[allow(unused_variables)] // an object may list no fields
                fn read<'de, A: $crate::wire::MapAccess<'de>>(
                    &mut self,
                    key: &str,
                    map: &mut A,
                ) -> Result<bool, A::Error> {
                    match key {
                        $($key => $crate::wire::read(&mut self.$field, $key, map),)*
                        _ => Ok(false),
                    }
                }

                #[allow(unused_variables)] // an object may list no fields
                fn write<M: $crate::wire::SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
                    $($crate::wire::write(&self.$field, $key, map)?;)*
                    Ok(())
                }

                fn extra(&self) -> &$crate::wire::Extra {
                    &self.extra
                }

                fn extra_mut(&mut self) -> &mut $crate::wire::Extra {
                    &mut self.extra
                }
            }

            impl $crate::wire::Decode for $name {
                const EXPECTED: &'static str = "an object";

                fn object<'de, A: $crate::wire::MapAccess<'de>>(map: A) -> Result<Option<Self>, A::Error> {
                    $crate::wire::object(map).map(Some)
                }
            }

            impl<'de> $crate::wire::Deserialize<'de> for $name {
                fn deserialize<D: $crate::wire::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    $crate::wire::deserialize(deserializer)
                }
            }

            impl $crate::wire::Serialize for $name {
                fn serialize<S: $crate::wire::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    $crate::wire::serialize(self, serializer)
                }
            }
        )*
    };
}
pub use crate::__objects as objects;
