//! How a request's or a reply's JSON Schema is read: references followed, shapes told apart.
//!
//! Checking and lowering must agree on what a schema means, so both ask here. What cannot be
//! expressed in Rust is refused here too, as a [`Refusal`], and never reaches lowering.

mod body;

use std::collections::HashSet;

use serde_json::Value;

pub use body::{Body, fragment};

use crate::read::position::child;

/// Types inside types. Documents go six deep; more than this is a mistake, and syn without optimisation takes 80 kB of
/// stack for each map in a map, of which a thread has two megabytes.
pub const DEEPEST: usize = 16;

/// One schema inside a body.
#[derive(Debug, Clone)]
pub struct Node<'a> {
    /// The schema.
    pub value: &'a Value,
    /// Its JSON pointer from the body's root.
    pub pointer: String,
}

/// Why a schema cannot become code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong.
    pub reason: String,
    /// How to mend it.
    pub hint: String,
}

impl Refusal {
    /// A refusal.
    pub fn new(reason: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
            hint: hint.into(),
        }
    }
}

/// What a schema describes.
#[derive(Debug)]
pub enum Shape<'a> {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// A truth value.
    Boolean,
    /// Text that holds JSON, of the second schema if that is given.
    JsonText(Option<Node<'a>>),
    /// One of these values.
    Enumeration(Vec<Choice<'a>>, Integer),
    /// An object with named fields.
    Object,
    /// An object whose keys are data.
    Map(Node<'a>),
    /// A list.
    List(Option<Node<'a>>),
    /// Several types, or none given.
    Any,
}

/// Whether an enumeration's values are integers on the wire.
pub type Integer = bool;

/// One value of an enumeration.
#[derive(Debug, Clone)]
pub struct Choice<'a> {
    /// As text.
    pub wire: String,
    /// The variant's name, where the schema gives one.
    pub title: Option<&'a str>,
    /// The English line.
    pub description: Option<&'a str>,
    /// The document's words.
    pub verbatim: Option<&'a str>,
}

/// A member of a schema. It has a handful of keywords: looking through them is quicker than hashing the one that is looked for.
#[must_use]
pub fn member<'a>(value: &'a Value, key: &str) -> Option<&'a Value> {
    let members = value.as_object()?;
    if members.len() > MANY {
        return members.get(key);
    }
    let found = members.iter().find(|(known, _)| known.as_str() == key);
    found.map(|(_, value)| value)
}

/// More members than a schema has keywords: an object of data.
const MANY: usize = 16;

/// A text member of a schema.
#[must_use]
pub fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    member(value, key).and_then(Value::as_str)
}

impl<'a> Node<'a> {
    /// The schema of a property, a reference not yet followed.
    #[must_use]
    pub fn property(&self, name: &str) -> Option<Self> {
        let value = member(self.value, "properties")?.get(name)?;
        Some(Node {
            value,
            pointer: child(&format!("{}/properties", self.pointer), name),
        })
    }

    /// The properties in their order.
    #[must_use]
    pub fn properties(&self) -> Vec<(&'a str, Self)> {
        let Some(map) = member(self.value, "properties").and_then(Value::as_object) else {
            return Vec::new();
        };
        let base = format!("{}/properties", self.pointer);
        map.iter()
            .map(|(name, value)| {
                (
                    name.as_str(),
                    Node {
                        value,
                        pointer: child(&base, name),
                    },
                )
            })
            .collect()
    }

    /// A schema under a keyword.
    #[must_use]
    pub fn under(&self, keyword: &str) -> Option<Self> {
        let value = member(self.value, keyword)?;
        Some(Node {
            value,
            pointer: child(&self.pointer, keyword),
        })
    }

    /// The types that the schema allows besides null.
    #[must_use]
    pub fn types(&self) -> Vec<&'a str> {
        let types = match member(self.value, "type") {
            Some(Value::String(one)) => vec![one.as_str()],
            Some(Value::Array(several)) => several.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        };
        types.into_iter().filter(|t| *t != "null").collect()
    }

    /// The pattern by which a day is written, where the schema says one.
    #[must_use]
    pub fn day(&self) -> Option<&'a str> {
        let printed = text(self.value, "x-format").filter(|format| format.contains("yyyy"));
        let standard = text(self.value, "format").filter(|format| *format == "date");
        printed.or(standard.map(|_| "yyyy-MM-dd"))
    }

    /// What the schema describes; the node must not be a reference.
    ///
    /// # Errors
    /// It cannot be expressed.
    pub fn shape(&self) -> Result<Shape<'a>, Refusal> {
        if let Some((choices, integer)) = self.choices()? {
            return Ok(Shape::Enumeration(choices, integer));
        }
        let types = self.types();
        let has = |keyword: &str| member(self.value, keyword).is_some();
        let only = if let [one] = types[..] { one } else { "" };
        for (keyword, wanted) in [
            ("properties", "object"),
            ("required", "object"),
            ("items", "array"),
            ("contentMediaType", "string"),
        ] {
            if has(keyword) && only != wanted {
                return Err(Refusal::new(
                    format!("`{keyword}` describes one type, and `type` is not `{wanted}` alone."),
                    format!(
                        "Say `\"type\": \"{wanted}\"`, or drop `{keyword}`: a field of several types becomes any JSON value."
                    ),
                ));
            }
        }
        if has("contentSchema") && !has("contentMediaType") {
            return Err(Refusal::new(
                "`contentSchema` stands without `contentMediaType`.",
                "Add `\"contentMediaType\": \"application/json\"`.",
            ));
        }
        let keys_are_data =
            member(self.value, "additionalProperties").is_some_and(Value::is_object);
        Ok(match only {
            "string" if has("contentMediaType") => Shape::JsonText(self.under("contentSchema")),
            "string" => Shape::Text,
            "integer" => Shape::Integer,
            "number" => Shape::Number,
            "boolean" => Shape::Boolean,
            "array" => Shape::List(self.under("items")),
            "object" if keys_are_data && has("properties") => {
                return Err(Refusal::new(
                    "Named fields and keys that are data stand in one object.",
                    "Drop `properties` and describe every value by `additionalProperties`, or make `additionalProperties` a boolean.",
                ));
            }
            "object" => match self.under("additionalProperties").filter(|_| keys_are_data) {
                Some(values) => Shape::Map(values),
                None => Shape::Object,
            },
            _ => Shape::Any,
        })
    }

    /// The values of an enumeration and whether they are integers; `None` if this is none.
    fn choices(&self) -> Result<Option<(Vec<Choice<'a>>, Integer)>, Refusal> {
        let (keyword, list) = match (member(self.value, "enum"), member(self.value, "oneOf")) {
            (None, None) => return Ok(None),
            (Some(_), Some(_)) => {
                return Err(Refusal::new(
                    "`enum` and `oneOf` stand together.",
                    "Keep `oneOf`: it can carry meanings.",
                ));
            }
            (Some(list), None) => ("enum", list),
            (None, Some(list)) => ("oneOf", list),
        };
        let mut choices: Vec<Choice<'a>> = Vec::new();
        let mut known = HashSet::new();
        let (mut texts, mut integers) = (0usize, 0usize);
        for item in list.as_array().into_iter().flatten() {
            let constant = if keyword == "enum" {
                Some(item)
            } else {
                member(item, "const")
            };
            let wire = match constant {
                Some(Value::String(text)) => {
                    texts += 1;
                    text.clone()
                }
                Some(Value::Number(number)) if number.is_i64() => {
                    integers += 1;
                    number.to_string()
                }
                Some(Value::Null) => continue,
                _ => {
                    return Err(Refusal::new(
                        "A value of the enumeration is neither text nor an integer of 64 bits.",
                        "Only such values become variants; drop the enumeration and say the type.",
                    ));
                }
            };
            if !known.insert(wire.clone()) {
                return Err(Refusal::new(
                    format!("The value `{wire}` stands twice in the enumeration."),
                    "Keep one of the two.",
                ));
            }
            let [title, description, verbatim] =
                ["title", "description", "x-description"].map(|key| text(item, key));
            choices.push(Choice {
                wire,
                title,
                description,
                verbatim,
            });
        }
        let integer = integers > 0 || (texts == 0 && self.types() == ["integer"]);
        let declared = if integer { "integer" } else { "string" };
        let types = self.types();
        if (texts > 0 && integers > 0) || types.iter().any(|t| *t != declared) {
            return Err(Refusal::new(
                "The enumeration's values are not all of the declared type.",
                "Write each value as it stands on the wire: all text (`string`) or all integers (`integer`).",
            ));
        }
        Ok(Some((choices, integer)))
    }
}
