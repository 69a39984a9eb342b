//! What a schema needs, one change at a time: for a reviewer in words, for a tool as a JSON Patch.

use std::fmt;

use serde_json::{Map, Value, json};

use crate::place::{child, segments};

/// One change of a schema.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The schema that changes, as a JSON pointer into the body that was given.
    pub pointer: String,
    /// Where that stands in the replies, with `*` for items and for keys that are data.
    pub path: String,
    /// What sort of change it is.
    pub kind: Kind,
    /// What was seen and what is done about it. No value of a reply is told.
    pub words: String,
    /// The operation.
    pub patch: Patch,
    /// For a new property: the property that comes before it in the replies, if there is one.
    pub after: Option<String>,
}

/// Sorts of changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A key that no property describes.
    Field,
    /// A type, `null` included.
    Type,
    /// A value that an enumeration does not list.
    Value,
    /// Something else than the documented type stands there, and the client reads it all the same.
    Tolerated,
    /// A rule (`required`, a limit, a guess) that does not hold.
    Rule,
}

impl Kind {
    /// One word, for machines.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Field => "field",
            Self::Type => "type",
            Self::Value => "value",
            Self::Tolerated => "tolerated",
            Self::Rule => "rule",
        }
    }
}

/// An operation of JSON Patch (RFC 6902). A path that ends in `/-` appends to a list.
#[derive(Debug, Clone, PartialEq)]
pub enum Patch {
    /// Adds a member or an element.
    Add(String, Value),
    /// Replaces what is there.
    Replace(String, Value),
    /// Removes what is there.
    Remove(String),
}

impl Patch {
    /// The place that it is about.
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Self::Add(path, _) | Self::Replace(path, _) | Self::Remove(path) => path,
        }
    }

    /// The same operation on a document that holds the schema at `base`.
    #[must_use]
    pub fn below(&self, base: &str) -> Self {
        let path = format!("{base}{}", self.path());
        match self {
            Self::Add(_, value) => Self::Add(path, value.clone()),
            Self::Replace(_, value) => Self::Replace(path, value.clone()),
            Self::Remove(_) => Self::Remove(path),
        }
    }

    /// As RFC 6902 writes it.
    #[must_use]
    pub fn to_json(&self) -> Value {
        match self {
            Self::Add(path, value) => json!({ "op": "add", "path": path, "value": value }),
            Self::Replace(path, value) => json!({ "op": "replace", "path": path, "value": value }),
            Self::Remove(path) => json!({ "op": "remove", "path": path }),
        }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", shown(&self.path), self.words)
    }
}

/// Something that replies alone do not decide.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Doubt {
    /// The schema in question, as a JSON pointer into the body.
    pub pointer: String,
    /// Where that stands in the replies.
    pub path: String,
    /// What is not sure, and what to do. No value of a reply is told.
    pub words: String,
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", shown(&self.path), self.words)
    }
}

fn shown(path: &str) -> &str {
    if path.is_empty() {
        "(whole reply)"
    } else {
        path
    }
}

/// Applies changes in their order. New properties come where the replies have them.
///
/// # Errors
/// The place of an operation is not there: the changes were made for another schema.
pub fn apply(schema: &mut Value, changes: &[Change]) -> Result<(), String> {
    for change in changes {
        one(schema, change)
            .ok_or_else(|| format!("There is no place `{}`.", change.patch.path()))?;
    }
    Ok(())
}

fn one(schema: &mut Value, change: &Change) -> Option<()> {
    let mut keys = segments(change.patch.path());
    let last = keys.pop()?;
    let parent = keys
        .iter()
        .fold(String::new(), |pointer, key| child(&pointer, key));
    match schema.pointer_mut(&parent)? {
        Value::Object(members) => member(members, last, change),
        Value::Array(items) => match &change.patch {
            Patch::Add(_, value) if last == "-" => {
                items.push(value.clone());
                Some(())
            }
            Patch::Add(_, value) => {
                let index: usize = last.parse().ok().filter(|index| *index <= items.len())?;
                items.insert(index, value.clone());
                Some(())
            }
            Patch::Replace(_, value) => {
                *items.get_mut(last.parse::<usize>().ok()?)? = value.clone();
                Some(())
            }
            Patch::Remove(_) => {
                let index: usize = last.parse().ok().filter(|index| *index < items.len())?;
                items.remove(index);
                Some(())
            }
        },
        _ => None,
    }
}

fn member(members: &mut Map<String, Value>, key: String, change: &Change) -> Option<()> {
    match &change.patch {
        Patch::Add(_, value) => {
            let before = change.after.as_ref();
            let at = before.and_then(|before| members.keys().position(|known| known == before));
            match at.filter(|_| !members.contains_key(&key)) {
                Some(index) => drop(members.shift_insert(index + 1, key, value.clone())),
                None => drop(members.insert(key, value.clone())),
            }
            Some(())
        }
        Patch::Replace(_, value) => {
            *members.get_mut(&key)? = value.clone();
            Some(())
        }
        Patch::Remove(_) => members.shift_remove(&key).map(drop),
    }
}
