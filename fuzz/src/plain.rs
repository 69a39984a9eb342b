//! The canonical text of a JSON text by the plainest way there is: every leaf's whole path is written out, then all are sorted.
//!
//! It shares no step with the code under test but serde_json, which it uses on raw values, so that numbers keep their spelling.

use md5::{Digest as _, Md5};
use serde_json::value::RawValue;
use zhixing_core::flatten::MAX_DEPTH;

/// The MD5 of a text, as most print it.
pub(crate) fn digest(text: &str) -> String {
    let digest = Md5::digest(text);
    digest.iter().map(|byte| format!("{byte:02X}")).collect()
}

/// `None` where there is no canonical text: not JSON, too deep, one key or path twice, or a scalar as a whole.
pub(crate) fn plain(text: &str) -> Option<String> {
    let raw: &RawValue = serde_json::from_str(text).ok()?;
    let mut leaves = Vec::new();
    match raw.get().as_bytes().first()? {
        b'{' | b'[' => {}
        b'n' => return Some(String::new()),
        _ => return None,
    }
    if !below("", raw, 1, &mut leaves)? {
        return Some(String::new());
    }
    leaves.sort();
    if leaves.windows(2).any(|pair| pair[0].0 == pair[1].0) {
        return None;
    }
    let pairs: Vec<String> = leaves
        .into_iter()
        .map(|(path, text)| format!("{path}={text}"))
        .collect();
    Some(pairs.join("&"))
}

/// Adds the leaves below a container; says whether it holds anything.
fn below(
    path: &str,
    raw: &RawValue,
    depth: usize,
    leaves: &mut Vec<(String, String)>,
) -> Option<bool> {
    if depth > MAX_DEPTH {
        return None;
    }
    let members: Vec<(String, &RawValue)> = if raw.get().starts_with('[') {
        let items: Vec<&RawValue> = serde_json::from_str(raw.get()).ok()?;
        let numbered = items.into_iter().enumerate();
        numbered
            .map(|(index, item)| (index.to_string(), item))
            .collect()
    } else {
        members(raw.get())?
    };
    let some = !members.is_empty();
    for (key, value) in members {
        let path = if path.is_empty() && depth == 1 {
            key
        } else {
            format!("{path}.{key}")
        };
        let text = value.get();
        let text = match text.as_bytes().first()? {
            b'{' | b'[' if below(&path, value, depth + 1, leaves)? => continue,
            b'{' => "{}".to_owned(),
            b'[' => "[]".to_owned(),
            b'"' => serde_json::from_str(text).ok()?,
            _ => text.to_owned(),
        };
        leaves.push((path, text));
    }
    Some(some)
}

/// The members of an object, as they stand; `None` if a key stands twice.
pub(crate) fn members(text: &str) -> Option<Vec<(String, &RawValue)>> {
    let pairs: Pairs<'_> = serde_json::from_str(text).ok()?;
    let mut keys: Vec<&String> = pairs.0.iter().map(|(key, _)| key).collect();
    keys.sort();
    let twice = keys.windows(2).any(|pair| pair[0] == pair[1]);
    (!twice).then_some(pairs.0)
}

struct Pairs<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> serde::Deserialize<'de> for Pairs<'a> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Pairs<'de>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                mut map: A,
            ) -> Result<Self::Value, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(Visitor)
    }
}
