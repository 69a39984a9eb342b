//! Reading and writing generated structs.
//!
//! A struct says which field stands under which key, and everything else is here, once. It is no serde derive since replies keep
//! what no field takes: serde's `flatten` reads a whole object into a buffer before it looks at any field, and
//! makes several times the code for it, which every program would compile for every struct.

use serde::de::{DeserializeSeed, Deserializer};
use serde::ser::Serializer;

use super::at::At;
use super::fill::{Fill, Root};
use super::precise::Spelt;
use super::{Object, show};

/// Reads a generated struct from anything that holds an object.
///
/// # Errors
/// A field has the wrong shape, or stands there twice, or it is no object.
pub fn deserialize<'de, T: Object + Default, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let mut object = T::default();
    let (mut into, at) = (Root(&mut object), At::root(None));
    Spelt(&mut Fill::at(&at, &mut into)).deserialize(deserializer)?;
    Ok(object)
}

/// Writes a generated struct: its fields, then what no field takes.
///
/// # Errors
/// What is written to refuses.
pub fn serialize<S: Serializer>(object: &dyn Object, serializer: S) -> Result<S::Ok, S::Error> {
    show::members(object, serializer)
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

/// Makes generated structs readable and writable. Generated code calls it once for each file, with the field under each key.
#[doc(hidden)]
#[macro_export]
macro_rules! __objects {
    ($($name:ident { $($key:literal => $field:ident),* $(,)? })*) => {
        $(
            impl $crate::wire::Object for $name {
                fn lend(&mut self, fill: &mut dyn FnMut($crate::wire::Fields<'_, '_>)) {
                    fill($crate::wire::Fields {
                        keys: &[$($key),*],
                        slots: &mut [$(&mut self.$field),*],
                        extra: &mut self.extra,
                    });
                }

                #[allow(unused_variables)] // an object may list no fields
                fn show(&self, to: &mut dyn $crate::wire::Show) {
                    $(to.field($key, &self.$field);)*
                }

                fn extra(&self) -> &$crate::wire::Extra {
                    &self.extra
                }
            }

            // Not derived: a derive would call a function for each field.
            impl Default for $name {
                #[inline(never)]
                fn default() -> Self {
                    Self { $($field: $crate::wire::Field::Missing,)* extra: $crate::wire::Extra::default() }
                }
            }

            impl $crate::wire::Decode for $name {
                const PROMISE: &'static $crate::wire::Promise = &$crate::wire::Promise::OBJECT;

                fn decode(_: &$crate::wire::Given<'_>) -> Result<Self, $crate::wire::Mismatch> {
                    Ok(Self::default())
                }

                fn inside(&mut self) -> $crate::wire::Inside<'_> {
                    $crate::wire::Inside::Object(self)
                }

                fn view(&self) -> $crate::wire::View<'_> {
                    $crate::wire::View::Object(self)
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
