//! What a reply holds, as data.
//!
//! Typed replies forget what they tolerated: `"30"` read as an integer is 30. Who wants to know in
//! what a reply differs from its document therefore holds its text against this description, which the
//! generator writes beside the types. Nothing reads it while no [observer](crate::observe) is set.

/// An object with named fields.
#[derive(Debug, Clone, Copy)]
pub struct Object {
    /// The name by which [`Shape::Object`] refers to it: that of its Rust type.
    pub name: &'static str,
    /// The JSON pointer of its schema in the operation's file.
    pub schema: &'static str,
    /// Its documented fields.
    pub fields: &'static [Field],
}

/// A field of a reply's object.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The name on the wire.
    pub name: &'static str,
    /// Whether the document says that it is always there.
    pub required: bool,
    /// What it holds.
    pub shape: Shape,
}

impl Field {
    /// A field that may be missing.
    #[must_use]
    pub const fn new(name: &'static str, shape: Shape) -> Self {
        Self {
            name,
            required: false,
            shape,
        }
    }

    /// A field that is documented to be always there.
    #[must_use]
    pub const fn required(name: &'static str, shape: Shape) -> Self {
        Self {
            name,
            required: true,
            shape,
        }
    }
}

/// What a value of a reply is documented to be.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Shape {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// A boolean.
    Boolean,
    /// One of these types; of any where there are none.
    Any(&'static [JsonType]),
    /// A documented list of values, each with its meaning; whether they are integers.
    Choice(&'static [(&'static str, &'static str)], bool),
    /// Text that holds JSON, of this shape if the document says.
    JsonText(Option<&'static Shape>),
    /// A list of values of this shape.
    List(&'static Shape),
    /// An object whose keys are data, with values of this shape.
    Map(&'static Shape),
    /// The object of that name among [`Operation::reply`](super::Operation::reply).
    Object(&'static str),
    /// That shape, or something that is documented to stand in its place.
    Or(&'static [Instead], &'static Shape),
}

/// What is documented to stand in place of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Instead {
    /// `null`
    Null,
    /// `""`
    EmptyText,
    /// `[]`
    EmptyList,
    /// `{}`
    EmptyObject,
    /// A number as text.
    NumberText,
    /// A number for text.
    TextNumber,
}

/// A type of JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum JsonType {
    Null,
    Boolean,
    Integer,
    Number,
    Text,
    List,
    Object,
}

impl JsonType {
    /// The word that JSON Schema has for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Text => "string",
            Self::List => "array",
            Self::Object => "object",
        }
    }

    /// The type of a value. A number without a fraction is an integer, as JSON Schema has it.
    #[must_use]
    pub fn of(value: &serde_json::Value) -> Self {
        use serde_json::Value;
        match value {
            Value::Null => Self::Null,
            Value::Bool(_) => Self::Boolean,
            Value::Number(number) if number.is_i64() || number.is_u64() => Self::Integer,
            Value::Number(number) => match number.as_f64() {
                Some(float) if float.fract() == 0.0 => Self::Integer,
                _ => Self::Number,
            },
            Value::String(_) => Self::Text,
            Value::Array(_) => Self::List,
            Value::Object(_) => Self::Object,
        }
    }
}
