//! Enumerations that a vendor may extend.

use std::fmt;

use serde::ser::Serializer;

use super::show;
use crate::spec::Shape;

/// A documented list of values that stays open: a value that the document does not list decodes to
/// the enumeration's `Unknown` and encodes to what it was.
pub trait OpenEnum: Sized {
    /// The documented values as they stand on the wire, each with its meaning.
    const KNOWN: &'static [(&'static str, &'static str)];

    /// Whether the values are numbers on the wire.
    const INTEGER: bool;

    /// The list as data, for the description of a reply.
    #[doc(hidden)]
    const SHAPE: Shape = Shape::Choice(Self::KNOWN, Self::INTEGER);

    /// The variant for a value on the wire.
    fn from_wire(value: &str) -> Self;

    /// The value on the wire.
    fn as_wire(&self) -> &str;

    /// What the document says of the value; `None` for one that it does not list.
    fn meaning(&self) -> Option<&'static str> {
        Self::KNOWN
            .iter()
            .find(|(value, _)| *value == self.as_wire())
            .map(|(_, meaning)| *meaning)
    }
}

/// A value that the document does not list. Only decoding makes one, so it can never hold a
/// documented value.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Unknown(String);

impl Unknown {
    /// For generated `from_wire`, after every documented value has been ruled out.
    #[doc(hidden)]
    #[must_use]
    pub fn undocumented(value: &str) -> Self {
        Self(value.to_owned())
    }

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Writes an enumeration as the type that the document gives it.
///
/// # Errors
/// The serializer's.
pub fn serialize_value<T: OpenEnum, S: Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    show::choice(value.as_wire(), T::INTEGER, serializer)
}

/// Makes an [`OpenEnum`] a wire type: decoding, encoding, JSON Schema. Generated code calls it once
/// for each enumeration of a reply.
#[doc(hidden)]
#[macro_export]
macro_rules! __open_enum {
    ($name:ident) => {
        impl $crate::wire::Decode for $name {
            const PROMISE: &'static $crate::wire::Promise =
                &$crate::wire::Promise::choice(<Self as $crate::wire::OpenEnum>::INTEGER);

            fn decode(given: &$crate::wire::Given<'_>) -> Result<Self, $crate::wire::Mismatch> {
                match given {
                    $crate::wire::Given::Text(value) => {
                        Ok($crate::wire::OpenEnum::from_wire(value))
                    }
                    other => Err(Self::PROMISE.broken(other)),
                }
            }

            fn view(&self) -> $crate::wire::View<'_> {
                $crate::wire::View::Choice(
                    $crate::wire::OpenEnum::as_wire(self),
                    <Self as $crate::wire::OpenEnum>::INTEGER,
                )
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::wire::serialize_value(self, serializer)
            }
        }

        #[cfg(feature = "schemars")]
        impl ::schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                $crate::wire::enumeration_schema::<Self>()
            }
        }
    };
}
pub use crate::__open_enum as open_enum;

/// The JSON Schema of an open enumeration: the documented values, or anything of their type.
#[cfg(feature = "schemars")]
#[must_use]
pub fn enumeration_schema<T: OpenEnum>() -> schemars::Schema {
    let kind = if T::INTEGER { "integer" } else { "string" };
    let known: Vec<serde_json::Value> = T::KNOWN
        .iter()
        .map(|(value, meaning)| {
            let value = match value.parse::<i64>() {
                Ok(number) if T::INTEGER => serde_json::Value::from(number),
                _ => serde_json::Value::from(*value),
            };
            serde_json::json!({ "const": value, "description": meaning })
        })
        .collect();
    schemars::json_schema!({ "type": kind, "anyOf": [{ "oneOf": known }, { "type": kind }] })
}
