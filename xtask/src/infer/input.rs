//! Reads real replies and requests. What is wrong with a file is told without what it holds.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};
use zhixing_shape::Observed;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::read::{BYTE_ORDER_MARK, WITHOUT_MARK};

/// The replies of all files; a file may hold several, one after the other.
pub(super) fn replies(
    files: &[impl AsRef<Path>],
    faults: &mut Diagnostics,
) -> (Observed, Vec<Value>) {
    let (mut observed, mut all) = (Observed::default(), Vec::new());
    for file in files {
        let file = file.as_ref();
        let Some(text) = read(file, faults) else {
            continue;
        };
        let mut count = 0;
        for value in serde_json::Deserializer::from_str(&text).into_iter::<Value>() {
            count += 1;
            match value {
                Ok(value) if value.is_object() => {
                    observed.add(&value);
                    all.push(value);
                }
                Ok(_) => faults.push(fault(
                    file,
                    None,
                    "A reply is a JSON object, envelope included.",
                    "Give the whole reply as it arrived, or several, one after the other.",
                )),
                Err(error) => {
                    faults.push(fault(
                        file,
                        Some(error.line()),
                        "It is no JSON.",
                        "Give the reply's body as it arrived, without headers; in UTF-8.",
                    ));
                    break;
                }
            }
        }
        if count == 0 {
            faults.push(fault(
                file,
                None,
                "There is no reply in it.",
                "Give the whole reply as it arrived.",
            ));
        }
    }
    (observed, all)
}

/// The parameters of a real request, in their order: a JSON object, or a query or form.
pub(super) fn request(file: &Path, faults: &mut Diagnostics) -> Vec<(String, Value)> {
    let Some(text) = read(file, faults) else {
        return Vec::new();
    };
    let text = text.trim();
    if text.starts_with('{') {
        return match serde_json::from_str::<Map<String, Value>>(text) {
            Ok(members) => members.into_iter().collect(),
            Err(error) => {
                faults.push(fault(
                    file,
                    Some(error.line()),
                    "It is no JSON object.",
                    "A JSON request is one object of parameters.",
                ));
                Vec::new()
            }
        };
    }
    let pairs = text.rsplit_once('?').map_or(text, |(_, query)| query);
    let mut seen: BTreeMap<String, ()> = BTreeMap::new();
    let mut parameters = Vec::new();
    for pair in pairs.split('&').filter(|pair| !pair.is_empty()) {
        let Some((name, value)) = pair.split_once('=') else {
            faults.push(fault(file, None, "A part of it is no `name=value`.", "Give a JSON object, or a query or form: `name=value&name=value`, with or without the address before `?`."));
            continue;
        };
        let (Some(name), Some(value)) = (decoded(name), decoded(value)) else {
            faults.push(fault(
                file,
                None,
                "A part of it is not percent-encoded UTF-8.",
                "Give the query or form as it was sent.",
            ));
            continue;
        };
        if seen.insert(name.clone(), ()).is_none() {
            parameters.push((name, Value::String(value)));
        }
    }
    parameters
}

fn decoded(text: &str) -> Option<String> {
    let text = text.replace('+', " ");
    let decoded = percent_decode_str(&text).decode_utf8().ok()?;
    Some(decoded.into_owned())
}

fn read(file: &Path, faults: &mut Diagnostics) -> Option<String> {
    match fs::read_to_string(file) {
        Ok(text) if text.starts_with(BYTE_ORDER_MARK) => {
            let reason = "It begins with a byte order mark (BOM), which no server sends and no editor shows.";
            faults.push(fault(file, Some(1), reason, WITHOUT_MARK));
            None
        }
        Ok(text) => Some(text),
        Err(error) => {
            let reason = format!("The file cannot be read: {}.", error.kind());
            faults.push(fault(file, None, &reason, "It must be there, as UTF-8."));
            None
        }
    }
}

fn fault(file: &Path, line: Option<usize>, reason: &str, hint: &str) -> Diagnostic {
    Diagnostic {
        file: file.display().to_string(),
        line,
        pointer: String::new(),
        reason: reason.into(),
        hint: hint.into(),
    }
}
