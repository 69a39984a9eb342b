//! Something stands twice: a key in its object, a member under a second name, an element, an operation.

use serde_json::Value;
use xtask::read::Texts;

use super::tree;
use crate::odd;
use crate::rng::Rng;

pub(super) fn change(rng: &mut Rng, texts: &mut Texts) {
    match rng.below(6) {
        0 => line(rng, texts),
        1 => operation(rng, texts),
        _ => tree::json(rng, texts, |rng, value| {
            let holds = |_: &str, v: &Value| {
                v.as_array().is_some_and(|a| !a.is_empty())
                    || v.as_object().is_some_and(|o| !o.is_empty())
            };
            match tree::place(rng, value, &holds) {
                Some((_, Value::Array(items))) => {
                    let again = items[rng.below(items.len())].clone();
                    items.insert(rng.below(items.len() + 1), again);
                }
                Some((_, Value::Object(members))) => {
                    let index = rng.below(members.len());
                    if let Some((key, again)) = members
                        .iter()
                        .nth(index)
                        .map(|(k, v)| (k.clone(), v.clone()))
                    {
                        let name = match rng.below(4) {
                            0 => format!("{key}_"),
                            1 => key.to_uppercase(),
                            2 => format!("{key}_2"),
                            _ => odd::name(rng),
                        };
                        members.insert(name, again);
                    }
                }
                _ => {}
            }
        }),
    }
}

/// A line of the text stands twice, which often repeats a key.
fn line(rng: &mut Rng, texts: &mut Texts) {
    let Some(file) = tree::file(rng, texts) else {
        return;
    };
    let Some(text) = texts.get_mut(&file) else {
        return;
    };
    let mut lines: Vec<Vec<u8>> = text
        .split_inclusive(|b| *b == b'\n')
        .map(<[u8]>::to_vec)
        .collect();
    let at = rng.below(lines.len());
    if let Some(again) = lines.get(at).cloned() {
        lines.insert(at, again);
    }
    *text = lines.concat();
}

/// An operation under a second name.
fn operation(rng: &mut Rng, texts: &mut Texts) {
    let Some(file) = tree::file(rng, texts).filter(|file| !file.contains("/examples/")) else {
        return;
    };
    let Some((folder, _)) = file.rsplit_once('/') else {
        return;
    };
    // A file's name has at most 255 bytes; no disk would hold a longer one.
    let name = odd::name(rng).to_ascii_lowercase();
    let name: String = name
        .chars()
        .filter(|c| !matches!(c, '/' | '\0'))
        .take(60)
        .collect();
    let Some(Ok(mut value)) = texts
        .get(&file)
        .map(|text| serde_json::from_slice::<Value>(text))
    else {
        return;
    };
    value["operation"] = name.clone().into();
    value["examples"] = Value::Array(Vec::new());
    texts.insert(
        format!("{folder}/{name}.json"),
        crate::source::pretty(&value),
    );
}
