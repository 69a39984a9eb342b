//! Finding payload and signature in the raw text of a reply.
//!
//! A key that stands twice on the way is refused: the check would read one of the two and a decoder the other.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::ReplySignature;

/// What a check needs of a reply.
#[derive(Clone)]
#[non_exhaustive]
pub struct Located<'t> {
    /// The payload as it was sent; `None` if the reply has none.
    pub payload: Option<&'t RawValue>,
    /// The signature; `None` if the reply has none or `null`. One that is no string is given as its JSON text, which can
    /// match no digest.
    pub signature: Option<String>,
}

impl fmt::Debug for Located<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Located")
            .field("payload", &self.payload.map(|payload| payload.get().len()))
            .field("signature", &self.signature)
            .finish()
    }
}

impl ReplySignature {
    /// Finds payload and signature in the text of a whole reply.
    ///
    /// # Errors
    /// [`LocateError`] if the reply is not a JSON object or if a key on one of the paths stands twice.
    pub fn locate<'t>(&self, reply: &'t str) -> Result<Located<'t>, LocateError> {
        let signature = find(reply, self.signature)?
            .map(RawValue::get)
            .filter(|&text| text != "null")
            .map(|text| serde_json::from_str(text).unwrap_or_else(|_| text.to_owned()));
        Ok(Located {
            payload: find(reply, self.payload)?,
            signature,
        })
    }
}

fn find<'t>(reply: &'t str, path: &[&str]) -> Result<Option<&'t RawValue>, LocateError> {
    if path.is_empty() {
        // The reply as a whole.
        return serde_json::from_str(reply)
            .map(Some)
            .map_err(|_| LocateError::NotAnObject);
    }
    let mut twice = false;
    let mut reader = serde_json::Deserializer::from_str(reply);
    let member = Member {
        path,
        twice: &mut twice,
    };
    let found = member
        .deserialize(&mut reader)
        .and_then(|found| reader.end().map(|()| found));
    match found {
        _ if twice => Err(LocateError::Twice),
        Ok(found) => Ok(found),
        Err(_) => Err(LocateError::NotAnObject),
    }
}

/// Reads the value at a path of keys; below an object that lacks a key, and in anything but an object, there is none.
struct Member<'p> {
    path: &'p [&'p str],
    twice: &'p mut bool,
}

impl<'de> DeserializeSeed<'de> for Member<'_> {
    type Value = Option<&'de RawValue>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Member<'_> {
    type Value = Option<&'de RawValue>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (wanted, rest) = match self.path.split_first() {
            Some((first, rest)) => (Some(*first), rest),
            None => (None, self.path),
        };
        let mut seen = false;
        let mut found = None;
        while let Some(key) = map.next_key::<String>()? {
            if Some(key.as_str()) != wanted {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            if seen {
                *self.twice = true;
                return Err(A::Error::custom("a key stands twice"));
            }
            seen = true;
            found = if rest.is_empty() {
                Some(map.next_value::<&RawValue>()?)
            } else {
                let twice = &mut *self.twice;
                map.next_value_seed(Member { path: rest, twice })?
            };
        }
        Ok(found)
    }
}

/// Why payload and signature could not be found for certain. It tells nothing of the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LocateError {
    /// The reply, or a value on the way to payload or signature, is not a JSON object.
    NotAnObject,
    /// A key on the way to payload or signature stands twice in one object.
    Twice,
}

impl fmt::Display for LocateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            LocateError::NotAnObject => "the reply is not a JSON object of the documented shape",
            LocateError::Twice => "the payload or the signature stands twice in the reply",
        })
    }
}

impl std::error::Error for LocateError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nested_path_is_followed() {
        let at = |text, path: &[&str]| find(text, path).map(|found| found.map(RawValue::get));
        let reply = r#"{"x": {"sign": 1}, "r": {"q": 0, "\u0073ign": [1, 2.0]}}"#;
        assert_eq!(at(reply, &["r", "sign"]), Ok(Some("[1, 2.0]")));
        assert_eq!(at(reply, &["r", "none"]), Ok(None));
        assert_eq!(at(reply, &[]), Ok(Some(reply)));
        assert_eq!(at(reply, &["none", "sign"]), Ok(None));
        assert_eq!(at(reply, &["r", "q", "z"]), Err(LocateError::NotAnObject));
        assert_eq!(
            at(r#"{"r": {"s": 1, "s": 1}}"#, &["r", "s"]),
            Err(LocateError::Twice)
        );
    }
}
