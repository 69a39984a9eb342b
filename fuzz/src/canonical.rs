//! Any bytes as a JSON text: its canonical text, and the check of a reply that carries it, against the plain way (`plain.rs`).

use serde_json::Value;
use zhixing_core::credentials::Secret;
use zhixing_core::flatten::{Policy, flatten};
use zhixing_core::sign::{Algorithm, HexCase};
use zhixing_core::verify::{ReplySignature, Signature, Verifier};

#[path = "awkward.rs"]
mod awkward;
#[path = "plain.rs"]
mod plain;

use awkward::{KEYS, LEAVES};
use plain::{digest, plain};

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
    let sign = digest(&signed);
    for (data, verdict) in [
        (&*text, Signature::Verified),
        ("{\"0\":0}", Signature::Mismatch),
    ] {
        let reply = format!(r#"{{"status": "200", "data": {data}, "sign": "{sign}"}}"#);
        let secret = Secret::new("SECRET");
        let mut verifier = Verifier::new(SIGNATURE);
        let untyped = verifier.verify(&reply, &secret);
        let typed = verifier.verify_as::<Value>(&reply, &secret);
        let same = signed == "0=0&secret_key=SECRET";
        // Nothing is typed that is not verified.
        let believed = matches!(&typed, Ok((found, Some(_))) if *found != Signature::Verified);
        // What is typed on the way is what serde_json types alone.
        let alone = serde_json::from_str::<Value>(&reply).ok();
        let other = matches!(&typed, Ok((Signature::Verified, value)) if *value != alone);
        let typed = typed.map(|(found, _)| found);
        if !same && (untyped != Ok(verdict) || typed != Ok(verdict) || believed || other) {
            return Err(format!(
                "{verdict} expected, {untyped:?} and {typed:?}: {reply}"
            ));
        }
    }
    Ok(())
}

/// Bytes as instructions for writing a JSON text: each begins a container, ends one, or writes a leaf.
struct Writer<'a>(&'a [u8]);

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
