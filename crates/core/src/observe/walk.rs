//! Holding a reply against its description.
//!
//! The text is looked at and not the typed reply, which no longer knows that its 30 came as `"30"`. What
//! can be read is asked of [`Field`] itself, so that tolerance is written once.

use serde::Deserialize;
use serde_json::{Map, Number, Value};

use super::Drift;
use super::path::{self, Path};
use crate::envelope::Envelope;
use crate::spec::{Class, Instead, JsonType, Object, Operation, Shape};
use crate::wire::{Decode, Empty, Field, Given, Text};

/// More unknown fields in one object look like keys that are data.
const MOST_NEW_FIELDS: usize = 8;

/// One difference, with what is needed to look into it. It holds values of the reply: it is for tools
/// that hold the reply themselves, and an [`Observer`](super::Observer) is not given it.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Difference<'a> {
    /// Where in the reply, without anything of its content.
    pub path: &'a str,
    /// What is different.
    pub kind: Drift,
    /// The JSON pointer of the place's schema in the operation's file, references on the way not yet
    /// followed; that of the object around it for an unknown or missing field.
    pub schema: &'a str,
    /// The field's name on the wire, for an unknown or missing field. It may be data.
    pub key: Option<&'a str>,
    /// The value, where there is one.
    pub value: Option<&'a Value>,
}

impl std::fmt::Debug for Difference<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Difference")
            .field("path", &self.path)
            .field("kind", &self.kind)
            .field("schema", &self.schema)
            .finish_non_exhaustive()
    }
}

/// Tells every difference between a reply and its document, in the order of the reply, each as often as it
/// occurs.
///
/// A reply with an undocumented status differs in that alone, and one without a status or with one of failure in
/// nothing: a client types none of them. Where the status says that nothing was found, a payload that is missing or empty
/// in any way is no difference: documents print replies that hold something.
///
/// # Errors
/// The text is no JSON object, or a fault of it was found before its end.
pub fn differences(
    operation: &'static Operation,
    text: &str,
    mut found: impl FnMut(Difference<'_>),
) -> Result<(), serde_json::Error> {
    let envelope = Envelope::read(text)?;
    let code = envelope.scalar(operation.envelope.code);
    let status = code.as_deref().map(|code| operation.vendor.status(code));
    let mut walk = Walk {
        operation,
        path: Path::root(),
        schema: String::new(),
        may_be_empty: None,
        open: Vec::new(),
        found: &mut found,
    };
    match status {
        Some(None) => {
            walk.path = Path::of(operation.envelope.code);
            walk.tell(Drift::UnknownStatus, None, None);
            return Ok(());
        }
        Some(Some(status)) if !matches!(status.class, Class::Success | Class::NoData) => {
            return Ok(());
        }
        Some(Some(status)) if status.class == Class::NoData => {
            walk.may_be_empty = operation.envelope.payload.map(Path::of);
        }
        Some(Some(_)) => {}
        None => return Ok(()),
    }
    let reply: Value = serde_json::from_str(text)?;
    if let (Some(object), Value::Object(fields)) = (operation.reply.first(), &reply) {
        walk.object(object, fields);
    }
    Ok(())
}

struct Walk<'w> {
    operation: &'static Operation,
    path: Path,
    schema: String,
    /// The payload, where the status says that nothing was found.
    may_be_empty: Option<Path>,
    /// The named objects on the way, each with the length of the path to it.
    open: Vec<(&'static str, usize)>,
    found: &'w mut dyn FnMut(Difference<'_>),
}

impl Walk<'_> {
    fn tell(&mut self, kind: Drift, key: Option<&str>, value: Option<&Value>) {
        (self.found)(Difference {
            path: self.path.as_str(),
            kind,
            schema: &self.schema,
            key,
            value,
        });
    }

    /// Does something one step further down.
    fn below(&mut self, schema: &str, step: impl FnOnce(&mut Path), visit: impl FnOnce(&mut Self)) {
        let (path, pointer) = (self.path.len(), self.schema.len());
        step(&mut self.path);
        self.schema.push_str(schema);
        visit(self);
        self.path.truncate(path);
        self.schema.truncate(pointer);
    }

    fn value(&mut self, shape: &Shape, value: &Value, instead: &[Instead], in_list: bool) {
        if let Shape::Or(instead, shape) = shape {
            return self.value(shape, value, instead, in_list);
        }
        if let Some(empty) = nothing(value, shape) {
            // A list has no missing elements.
            if in_list {
                self.refuse(shape, value);
            } else if !documented(empty, instead) && !self.is_empty_payload() {
                self.tell(Drift::Nothing(empty), None, Some(value));
            }
            return;
        }
        match (shape, value) {
            (Shape::Any(types), _) => {
                let found = JsonType::of(value);
                let fits = |documented: &JsonType| covers(*documented, found);
                if let Some(documented) = types.first().filter(|_| !types.iter().any(fits)) {
                    let (documented, found) = (*documented, found);
                    self.tell(Drift::OtherType { documented, found }, None, Some(value));
                }
            }
            (Shape::Text, _) => self.scalar::<Text>(JsonType::Text, value, instead),
            (Shape::Integer, _) => self.scalar::<i64>(JsonType::Integer, value, instead),
            (Shape::Number, _) => self.scalar::<f64>(JsonType::Number, value, instead),
            (Shape::Boolean, _) => self.scalar::<bool>(JsonType::Boolean, value, instead),
            (Shape::Choice(known, _), Value::String(text)) => {
                self.choice(known, shape, text, value, instead);
            }
            (Shape::Choice(known, integer), Value::Number(number)) => {
                match number_value(number, *integer) {
                    Some(wire) => self.choice(known, shape, &wire, value, instead),
                    None => self.refuse(shape, value),
                }
            }
            (Shape::JsonText(inner), Value::String(text)) => self.text(*inner, text, value),
            (Shape::List(items), Value::Array(list)) => {
                self.below("/items", Path::push_place, |walk| {
                    for item in list {
                        walk.value(items, item, &[], true);
                    }
                });
            }
            (Shape::Map(values), Value::Object(entries)) => {
                let step = |path: &mut Path| path.push_name(path::ANY);
                self.below("/additionalProperties", step, |walk| {
                    for entry in entries.values() {
                        walk.value(values, entry, &[], false);
                    }
                });
            }
            (Shape::Object(name), Value::Object(fields)) => {
                if let Some(object) = self.operation.object(name) {
                    self.object(object, fields);
                }
            }
            _ => self.refuse(shape, value),
        }
    }

    fn is_empty_payload(&self) -> bool {
        let payload = self.may_be_empty.as_ref();
        payload.is_some_and(|payload| payload.as_str() == self.path.as_str())
    }

    fn refuse(&mut self, shape: &Shape, value: &Value) {
        let (documented, found) = (type_of(shape), JsonType::of(value));
        self.tell(Drift::WrongShape { documented, found }, None, Some(value));
    }

    fn scalar<T: Decode>(&mut self, documented: JsonType, value: &Value, instead: &[Instead]) {
        let found = JsonType::of(value);
        if Field::<T>::deserialize(value).is_err() {
            self.tell(Drift::WrongShape { documented, found }, None, Some(value));
        } else if !covers(documented, found) && !stands_for(documented, found, instead) {
            self.tell(Drift::OtherType { documented, found }, None, Some(value));
        }
    }

    fn choice(
        &mut self,
        known: &[(&str, &str)],
        shape: &Shape,
        wire: &str,
        value: &Value,
        instead: &[Instead],
    ) {
        let (documented, found) = (type_of(shape), JsonType::of(value));
        if !covers(documented, found) && !stands_for(documented, found, instead) {
            self.tell(Drift::OtherType { documented, found }, None, Some(value));
        }
        if !known.iter().any(|(value, _)| *value == wire) {
            self.tell(Drift::UnknownValue, None, Some(value));
        }
    }

    /// Text that holds JSON.
    fn text(&mut self, inner: Option<&Shape>, text: &str, value: &Value) {
        match serde_json::from_str::<Value>(text) {
            Err(_) => self.tell(Drift::UnreadableText, None, Some(value)),
            Ok(content) => {
                if let Some(inner) = inner {
                    self.below("/contentSchema", Path::push_text, |walk| {
                        walk.value(inner, &content, &[], false);
                    });
                }
            }
        }
    }

    fn object(&mut self, object: &'static Object, fields: &Map<String, Value>) {
        // A type inside itself is the same place again: paths stay as few as the schema is long.
        let outermost = self.open.iter().find(|(name, _)| *name == object.name);
        let outermost = outermost.map(|(_, len)| *len);
        let before = outermost.map(|len| self.path.anywhere_below(len));
        let schema = std::mem::replace(&mut self.schema, object.schema.to_owned());
        self.open.push((object.name, self.path.len()));
        self.documented_fields(object, fields);
        self.unknown_fields(object, fields);
        self.open.pop();
        self.schema = schema;
        if let Some(before) = before {
            self.path = before;
        }
    }

    fn documented_fields(&mut self, object: &'static Object, fields: &Map<String, Value>) {
        for field in object.fields {
            let step = |path: &mut Path| path.push_name(field.name);
            match fields.get(field.name) {
                Some(value) => {
                    let pointer = format!("/properties/{}", escaped(field.name));
                    self.below(&pointer, step, |walk| {
                        walk.value(&field.shape, value, &[], false);
                    });
                }
                None if field.required => self.below("", step, |walk| {
                    if !walk.is_empty_payload() {
                        walk.tell(Drift::MissingField, Some(field.name), None);
                    }
                }),
                None => {}
            }
        }
    }

    fn unknown_fields(&mut self, object: &'static Object, fields: &Map<String, Value>) {
        let is_new = |key: &String| !object.fields.iter().any(|field| field.name == *key);
        let many = fields.keys().filter(|key| is_new(key)).count() > MOST_NEW_FIELDS;
        for (key, value) in fields.iter().filter(|(key, _)| is_new(key)) {
            let name = if many {
                path::ANY
            } else {
                path::name(key, object)
            };
            self.below(
                "",
                |path| path.push_name(name),
                |walk| walk.tell(Drift::UnknownField, Some(key), Some(value)),
            );
        }
    }
}

/// In which way a value of that shape says nothing, if it does.
fn nothing(value: &Value, shape: &Shape) -> Option<Empty> {
    let may_be = |wanted| match shape {
        Shape::Any(types) => types.is_empty() || types.contains(&wanted),
        Shape::Text => wanted == JsonType::Text,
        Shape::Choice(known, _) => {
            wanted == JsonType::Text && known.iter().any(|(value, _)| value.is_empty())
        }
        Shape::List(_) => wanted == JsonType::List,
        Shape::Map(_) | Shape::Object(_) => wanted == JsonType::Object,
        _ => false,
    };
    let (empty, json) = match value {
        Value::Null => (Empty::Null, JsonType::Null),
        Value::String(text) if text.is_empty() => (Empty::Text, JsonType::Text),
        Value::Array(list) if list.is_empty() => (Empty::List, JsonType::List),
        Value::Object(fields) if fields.is_empty() => (Empty::Object, JsonType::Object),
        _ => return None,
    };
    (!may_be(json)).then_some(empty)
}

fn documented(empty: Empty, instead: &[Instead]) -> bool {
    let wanted = match empty {
        Empty::Null => Instead::Null,
        Empty::Text => Instead::EmptyText,
        Empty::List => Instead::EmptyList,
        Empty::Object => Instead::EmptyObject,
    };
    instead.contains(&wanted)
}

/// A number as the value of an enumeration, as decoding reads it.
fn number_value(number: &Number, integer: bool) -> Option<String> {
    if !number.is_f64() {
        return Some(number.to_string());
    }
    let spelt = number.to_string();
    if integer {
        let whole = i64::decode(&Given::Fraction(&spelt)).ok()?;
        return Some(whole.to_string());
    }
    Some(spelt)
}

/// Whether a document that says the one type allows the other: an integer is a number.
fn covers(documented: JsonType, found: JsonType) -> bool {
    documented == found || (documented == JsonType::Number && found == JsonType::Integer)
}

/// Whether the document says that this type may stand for that one.
fn stands_for(documented: JsonType, found: JsonType, instead: &[Instead]) -> bool {
    let is_number = |it| matches!(it, JsonType::Integer | JsonType::Number);
    let quirk = match (documented, found) {
        (number, JsonType::Text) if is_number(number) => Instead::NumberText,
        (JsonType::Text, number) if is_number(number) => Instead::TextNumber,
        _ => return false,
    };
    instead.contains(&quirk)
}

fn type_of(shape: &Shape) -> JsonType {
    match shape {
        Shape::Text | Shape::JsonText(_) | Shape::Choice(_, false) => JsonType::Text,
        Shape::Integer | Shape::Choice(_, true) => JsonType::Integer,
        Shape::Number => JsonType::Number,
        Shape::Boolean => JsonType::Boolean,
        Shape::Any(types) => types.first().copied().unwrap_or(JsonType::Null),
        Shape::List(_) => JsonType::List,
        Shape::Map(_) | Shape::Object(_) => JsonType::Object,
        Shape::Or(_, shape) => type_of(shape),
    }
}

/// A name as a step of a JSON pointer.
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
