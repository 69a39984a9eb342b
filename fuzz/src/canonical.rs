//! Any bytes as a JSON text, and its canonical text by the plainest way there is: every leaf's whole path is written out, then all
//! are sorted.
//!
//! It shares no step with the code under test but serde_json, which it uses on raw values, so that numbers keep their spelling.

use md5::{Digest as _, Md5};
use serde::de::IgnoredAny;
use serde_json::Value;
use serde_json::value::RawValue;
use zhixing_core::credentials::Secret;
use zhixing_core::flatten::{MAX_DEPTH, Policy, flatten};
use zhixing_core::sign::{Algorithm, HexCase};
use zhixing_core::verify::{ReplySignature, Signature, Verifier};

const SIGNATURE: ReplySignature = ReplySignature {
    payload: &["data"],
    signature: &["sign"],
    separator: "&secret_key=",
    credential: "secret_key",
    algorithm: Algorithm::Md5,
    case: HexCase::Lower,
    policy: Policy::DEFAULT,
};

/// Holds the canonical text of these bytes, and the check of a reply around it, against the plain way.
pub(crate) fn check(input: &[u8]) -> Result<(), String> {
    let text = match input.split_first() {
        // As they are.
        Some((b'{' | b'[', _)) => String::from_utf8_lossy(input).into_owned(),
        _ => Writer(input).text(),
    };
    let mut ours = Vec::new();
    let found = flatten(&text, &Policy::DEFAULT, |piece| {
        ours.extend_from_slice(piece)
    });
    let expected = plain(&text);
    match (&found, &expected) {
        (Ok(()), Some(expected)) if ours == expected.as_bytes() => {}
        (Err(_), None) => return Ok(()),
        _ => {
            let ours = String::from_utf8_lossy(&ours);
            return Err(format!(
                "of {text}\nours {found:?}: {ours}\nplainly: {expected:?}"
            ));
        }
    }
    let mut signed = expected.unwrap_or_default();
    signed.push_str("&secret_key=SECRET");
    let sign: String = Md5::digest(&signed)
        .iter()
        .map(|byte| format!("{byte:02X}"))
        .collect();
    for (data, verdict) in [
        (&*text, Signature::Verified),
        ("{\"0\":0}", Signature::Mismatch),
    ] {
        let reply = format!(r#"{{"status": "200", "data": {data}, "sign": "{sign}"}}"#);
        let secret = Secret::new("SECRET");
        let mut verifier = Verifier::new(SIGNATURE);
        let untyped = verifier
            .verify_as::<IgnoredAny>(&reply, &secret)
            .map(|(found, _)| found);
        let typed = verifier
            .verify_as::<Value>(&reply, &secret)
            .map(|(found, _)| found);
        let same = signed == "0=0&secret_key=SECRET";
        if !same && (untyped != Ok(verdict) || typed != Ok(verdict)) {
            return Err(format!(
                "{verdict} expected, {untyped:?} and {typed:?}: {reply}"
            ));
        }
    }
    Ok(())
}

/// `None` where there is no canonical text: not JSON, too deep, one key or path twice, or a scalar as a whole.
fn plain(text: &str) -> Option<String> {
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
fn members(text: &str) -> Option<Vec<(String, &RawValue)>> {
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

/// Bytes as instructions for writing a JSON text: each begins a container, ends one, or writes a leaf.
struct Writer<'a>(&'a [u8]);

/// Keys that are the beginnings of others, with bytes around the dot, digits, escapes, and none at all.
const KEYS: [&str; 32] = [
    "a",
    "b",
    "ab",
    "a.b",
    "a-b",
    "a.",
    "a-",
    ".",
    "",
    "a=b",
    "a&b",
    "=",
    "&",
    "0",
    "1",
    "10",
    "2",
    "案号",
    "案",
    "案.号",
    "\\u0061",
    "\\u6848",
    "\\\"",
    "\\n",
    "\\ud842\\udfb7",
    "a.b.c",
    "a.0",
    "a/",
    "\u{e000}",
    "𠮷",
    "case",
    "case-number",
];

const LEAVES: [&str; 32] = [
    "null",
    "true",
    "false",
    "\"\"",
    "\"a\"",
    "\"&a=b\"",
    "\"\\u6267\"",
    "\"\\ud842\\udfb7\"",
    "\"\\\\\\\"\\n\"",
    "\"执行\"",
    "0",
    "-0",
    "-1",
    "1.0",
    "1.10",
    "1E+7",
    "1e-7",
    "-0.0",
    "12345678901234567890",
    "123456789012345678901234567890",
    "1e400",
    "-1E999",
    "9007199254740993",
    "0.1",
    "\"null\"",
    "\"[]\"",
    "\"{}\"",
    "\"\\ud800\"",
    "[]",
    "{}",
    "[ ]",
    "{\n}",
];

impl Writer<'_> {
    fn text(mut self) -> String {
        let mut text = String::new();
        // Whether each open container is an object, and whether something stands in it.
        let mut open: Vec<(bool, bool)> = Vec::new();
        while let Some(step) = self.next() {
            let closes = step % 8 == 7;
            if closes {
                match open.pop() {
                    Some((object, _)) => text.push(if object { '}' } else { ']' }),
                    None => break,
                }
                if open.is_empty() {
                    break;
                }
                continue;
            }
            if let Some((object, some)) = open.last_mut() {
                if *some {
                    text.push_str([",", " ,\t", ",\r\n"][usize::from(step) % 3]);
                }
                *some = true;
                if *object {
                    let key = self.next().unwrap_or_default();
                    text.push_str(&format!("\"{}\":", KEYS[usize::from(key) % KEYS.len()]));
                    if key > 200 {
                        text.push(' ');
                    }
                }
            }
            match step % 8 {
                0 | 1 => {
                    open.push((true, false));
                    text.push('{');
                }
                2 => {
                    open.push((false, false));
                    text.push('[');
                }
                _ => {
                    let leaf = self.next().unwrap_or_default();
                    text.push_str(LEAVES[usize::from(leaf) % LEAVES.len()]);
                    if open.is_empty() {
                        break;
                    }
                }
            }
        }
        for (object, _) in open.into_iter().rev() {
            text.push(if object { '}' } else { ']' });
        }
        text
    }

    fn next(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }
}
