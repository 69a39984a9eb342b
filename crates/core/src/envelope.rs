//! Looking single values up in a reply's text, whatever else it holds.
//!
//! One scan finds the outermost fields, and what lies deeper is looked up within their text; nothing is decoded but what is asked
//! for. So a reply keeps its status where some field of it cannot be decoded (`reading.rs`), and an observer finds it first.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::wire::Key;

/// The outermost fields of a reply, each as the text that arrived.
#[derive(Debug)]
pub(crate) struct Envelope<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'a> Envelope<'a> {
    /// Scans the whole text once.
    pub(crate) fn read(text: &'a str) -> Result<Self, serde_json::Error> {
        serde_json::from_str::<Fields<'a>>(text).map(|fields| Self(fields.0))
    }

    /// The outermost keys, as they stand there.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(key, _)| key.as_ref())
    }

    /// The text of the value at that path; `None` when there is none.
    pub(crate) fn raw(&self, path: &[&str]) -> Option<&'a str> {
        let (first, rest) = path.split_first()?;
        let (_, value) = self.0.iter().rev().find(|(key, _)| key == first)?;
        if rest.is_empty() {
            return Some(value.get());
        }
        // What is not an object has no fields.
        Envelope::read(value.get()).ok()?.raw(rest)
    }

    /// The value at that path as text: strings without quotes, numbers and booleans as they stand.
    /// `None` for null, "", lists and objects.
    pub(crate) fn scalar(&self, path: &[&str]) -> Option<String> {
        let raw = self.raw(path)?;
        match raw.as_bytes().first()? {
            b'"' => serde_json::from_str::<String>(raw)
                .ok()
                .filter(|text| !text.is_empty()),
            b'{' | b'[' | b'n' => None,
            _ => Some(raw.to_owned()),
        }
    }
}

struct Fields<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Fields<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer
            .deserialize_map(FieldsVisitor)
            .map(|fields| Self(fields.0))
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some((Key(key), value)) = map.next_entry::<Key<'de>, &'de RawValue>()? {
            fields.push((key, value));
        }
        Ok(Fields(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_at_any_depth_and_keep_their_text() {
        let text = r#"{"code": 0, "r": {"id": "a\u00e9", "n": 1.10, "none": null, "empty": ""}, "l": [1]}"#;
        let envelope = Envelope::read(text).unwrap();
        assert_eq!(envelope.scalar(&["code"]).as_deref(), Some("0"));
        assert_eq!(envelope.scalar(&["r", "id"]).as_deref(), Some("aé"));
        assert_eq!(
            envelope.scalar(&["r", "n"]).as_deref(),
            Some("1.10"),
            "the number keeps its spelling"
        );
        assert_eq!(envelope.scalar(&["r", "none"]), None);
        assert_eq!(envelope.scalar(&["r", "empty"]), None);
        assert_eq!(envelope.scalar(&["l", "x"]), None, "a list has no fields");
        assert_eq!(envelope.raw(&["l"]), Some("[1]"));
        assert_eq!(envelope.raw(&["absent"]), None);
    }

    #[test]
    fn escaped_keys_are_the_keys_that_they_spell() {
        let envelope = Envelope::read(r#"{"d\u0061ta": {}}"#).unwrap();
        assert_eq!(envelope.raw(&["data"]), Some("{}"));
    }

    #[test]
    fn what_is_no_object_is_refused() {
        assert!(Envelope::read("[]").is_err());
        assert!(Envelope::read("{\"a\": 1").unwrap_err().is_eof());
        assert!(Envelope::read("{} trailing").is_err());
    }
}
