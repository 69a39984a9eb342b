//! JSON as it is written: members in their order, keys that may stand twice, leaves as text. What is to be damaged at one place
//! and nowhere else must not go through a reader that tidies up.

use serde_json::value::RawValue;

use super::plain::members;

/// One value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node {
    /// A scalar, as JSON text.
    Leaf(String),
    List(Vec<Node>),
    /// Keys are without quotes and escapes.
    Object(Vec<(String, Node)>),
}

/// The way to a value: indices of items and of members.
pub(crate) type Way = Vec<usize>;

impl Node {
    /// Reads a JSON text; `None` if it is none.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let text = serde_json::from_str::<&RawValue>(text).ok()?.get();
        Some(match text.as_bytes().first()? {
            b'[' => {
                let items: Vec<&RawValue> = serde_json::from_str(text).ok()?;
                let items = items.into_iter().map(|item| Self::read(item.get()));
                Self::List(items.collect::<Option<_>>()?)
            }
            b'{' => {
                let members = members(text)?.into_iter();
                let members = members.map(|(key, value)| Some((key, Self::read(value.get())?)));
                Self::Object(members.collect::<Option<_>>()?)
            }
            _ => Self::Leaf(text.to_owned()),
        })
    }

    /// A leaf that holds this text.
    pub(crate) fn text(text: &str) -> Self {
        Self::Leaf(quoted(text))
    }

    /// The JSON text, without blanks.
    pub(crate) fn write(&self) -> String {
        match self {
            Self::Leaf(text) => text.clone(),
            Self::List(items) => {
                let items: Vec<String> = items.iter().map(Self::write).collect();
                format!("[{}]", items.join(","))
            }
            Self::Object(members) => {
                let members: Vec<String> = members
                    .iter()
                    .map(|(key, value)| format!("{}:{}", quoted(key), value.write()))
                    .collect();
                format!("{{{}}}", members.join(","))
            }
        }
    }

    /// The way to every value, this one first.
    pub(crate) fn ways(&self) -> Vec<Way> {
        let mut ways = vec![Way::new()];
        for (index, child) in self.children().into_iter().enumerate() {
            ways.extend(child.ways().into_iter().map(|mut way| {
                way.insert(0, index);
                way
            }));
        }
        ways
    }

    fn children(&self) -> Vec<&Node> {
        match self {
            Self::Leaf(_) => Vec::new(),
            Self::List(items) => items.iter().collect(),
            Self::Object(members) => members.iter().map(|(_, value)| value).collect(),
        }
    }

    /// The value at the end of a way.
    pub(crate) fn at(&mut self, way: &[usize]) -> Option<&mut Node> {
        let Some((first, rest)) = way.split_first() else {
            return Some(self);
        };
        match self {
            Self::Leaf(_) => None,
            Self::List(items) => items.get_mut(*first)?.at(rest),
            Self::Object(members) => members.get_mut(*first)?.1.at(rest),
        }
    }

    /// The value under a key, if this is an object that has it.
    pub(crate) fn member(&mut self, key: &str) -> Option<&mut Node> {
        let Self::Object(members) = self else {
            return None;
        };
        let mut members = members.iter_mut();
        members
            .find(|(name, _)| name == key)
            .map(|(_, value)| value)
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
