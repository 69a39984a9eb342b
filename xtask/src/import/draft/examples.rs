//! What the printed replies give beside fields: files with their entries, and codes that no table has.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::Read;
use super::envelope::Envelope;
use crate::import::codes::Code;
use crate::import::example::Example;
use crate::import::remark::Remarks;
use crate::new::{PLACEHOLDER, schema};
use crate::read::position::segments;

/// A code that a printed reply shows is a code, whether or not a table has it.
pub(super) fn add_shown_codes(read: &mut Read, envelope: &Envelope, remarks: &mut Remarks) {
    let shown = |example: &Example, pointer: &Option<String>| {
        let value = example.value.pointer(pointer.as_deref()?)?;
        let text = value.as_str().map(str::to_owned);
        text.or_else(|| value.as_i64().map(|number| number.to_string()))
    };
    for example in &read.examples {
        let (Some(code), Some(meaning)) = (
            shown(example, &envelope.code),
            shown(example, &envelope.message),
        ) else {
            continue;
        };
        if meaning.is_empty() || read.gathered.codes.iter().any(|known| known.code == code) {
            continue;
        }
        let line = envelope
            .code
            .as_deref()
            .and_then(|pointer| segments(pointer).pop());
        let line = line.map_or(example.line, |key| example.line_of(&key));
        let reason =
            "The code stands in no table; drafted with the printed reply's message as its meaning.";
        remarks.unsure(line, &format!("{code} {meaning}"), reason);
        read.gathered.codes.push(Code {
            line,
            code,
            meaning,
            old_code: String::new(),
            valid_request: None,
            others: vec![
                "In no table; it is the printed reply's, with its message as the meaning.".into(),
            ],
        });
    }
}

/// The entries of the examples, and the files.
pub(super) fn files(
    operation: &str,
    read: &Read,
    envelope: &Envelope,
    records: &str,
    request: &Value,
    statuses: &[Value],
) -> (Vec<Value>, BTreeMap<String, Value>) {
    let mut entries = Vec::new();
    let mut files = BTreeMap::new();
    // Which call a printed reply answers is rarely printed beside it.
    let required = request.get("required").and_then(Value::as_array);
    let asked: Map<String, Value> = required
        .into_iter()
        .flatten()
        .filter_map(|name| Some((name.as_str()?.to_owned(), PLACEHOLDER.into())))
        .collect();
    for example in &read.examples {
        let held = example
            .value
            .pointer(records)
            .and_then(Value::as_array)
            .map_or(0, Vec::len);
        let failed = ["失败", "错误", "异常", "fail", "error"];
        let code = envelope
            .code
            .as_deref()
            .and_then(|pointer| example.value.pointer(pointer));
        let status = statuses
            .iter()
            .find(|status| code.is_some() && status.get("code") == code);
        let state = match status
            .and_then(|status| status.get("class"))
            .and_then(Value::as_str)
        {
            Some("success") => "found",
            Some("no-data") => "none",
            Some(class) if class != PLACEHOLDER => "failed",
            _ if failed
                .iter()
                .any(|word| example.label.to_lowercase().contains(word)) =>
            {
                "failed"
            }
            _ if held > 0 => "found",
            _ => PLACEHOLDER,
        };
        let stem = match state {
            "found" => "success",
            "failed" => "failure",
            "none" => "none",
            _ => "example",
        };
        let name = |number: usize| match number {
            1 => format!("examples/{operation}/{stem}.json"),
            number => format!("examples/{operation}/{stem}_{number}.json"),
        };
        let Some(file) = (1..).map(name).find(|file| !files.contains_key(file)) else {
            continue;
        };
        let mut entry = json!({
            "file": file,
            "title": format!("{PLACEHOLDER}: {}", example.label),
            "state": state,
            "records": held,
        });
        if state == "found" && !asked.is_empty() {
            entry["arguments"] = json!(asked);
        }
        if !example.repairs.is_empty() {
            entry["repairs"] = json!(example.repairs);
        }
        entries.push(entry);
        files.insert(file, example.value.clone());
    }
    if !files.contains_key(&schema::example_file(operation)) {
        // The scaffold's test reads this file; until somebody fills it, the generator points at it.
        let file = schema::example_file(operation);
        entries.push(json!({
            "file": file, "title": PLACEHOLDER, "state": "found", "records": 1, "arguments": asked,
        }));
        files.insert(
            file,
            json!({ PLACEHOLDER: "Put the printed reply here, as valid JSON." }),
        );
    }
    (entries, files)
}
