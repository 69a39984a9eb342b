//! Faults of the reply itself: it arrives whole, and is not what the vendor meant to say.

use serde_json::Value;
use zhixing_core::spec::Operation;

use super::Fault;
use crate::protocol::Answered;
use crate::protocol::envelope::find;

const HTML: &str = "<!DOCTYPE html>\n<html><head><title>Sandbox</title></head>\
    <body><p>Please log in to the network.</p></body></html>\n";

impl Fault {
    /// What answers in the vendor's place, if anything does.
    pub(crate) fn stand_in(&self) -> Option<Answered> {
        match self {
            Self::Status { status, body } => {
                let body = body.as_deref().unwrap_or("sandbox fault");
                // RFC 9110: these two have no body.
                let body = if matches!(status, 204 | 304) {
                    ""
                } else {
                    body
                };
                Some(Answered::new(*status, "text/plain; charset=utf-8", body))
            }
            Self::Html => Some(Answered::new(200, "text/html; charset=utf-8", HTML)),
            Self::Redirect { location, status } => {
                let mut answered = Answered::new(status.unwrap_or(302), "text/plain", "");
                answered.location = Some(location.clone());
                Some(answered)
            }
            _ => None,
        }
    }
}

/// Changes the vendor's reply as the fault says.
pub(crate) fn spoil(fault: &Fault, operation: &Operation, answered: &mut Answered) {
    match fault {
        Fault::WrongSignature => {
            let Some(signature) = operation.vendor.reply_signature else {
                return;
            };
            let pointer: String = signature
                .signature
                .iter()
                .map(|key| format!("/{}", escape(key)))
                .collect();
            rewrite(answered, &pointer);
        }
        Fault::AlteredData { pointer } => {
            let first = || {
                let reply: Value = serde_json::from_slice(&answered.body).ok()?;
                let way = operation.envelope.payload?;
                let prefix: String = way.iter().map(|key| format!("/{}", escape(key))).collect();
                let mut leaves = Vec::new();
                collect(find(&reply, way)?, &prefix, &mut leaves);
                leaves.into_iter().min()
            };
            if let Some(pointer) = pointer.clone().or_else(first) {
                rewrite(answered, &pointer);
            }
        }
        Fault::HugeBody { bytes } if answered.body.len() < *bytes => {
            answered.body.resize(*bytes, b' ');
        }
        _ => {}
    }
}

/// Changes the value there, and keeps its type.
fn rewrite(answered: &mut Answered, pointer: &str) {
    let Ok(mut reply) = serde_json::from_slice::<Value>(&answered.body) else {
        return;
    };
    let Some(place) = reply.pointer_mut(pointer) else {
        return;
    };
    *place = match &*place {
        Value::String(text) => other_text(text).into(),
        Value::Number(number) => number.as_i64().map_or(0, |n| n.wrapping_add(1)).into(),
        Value::Bool(value) => (!value).into(),
        _ => return,
    };
    answered.body = reply.to_string().into_bytes();
}

/// The text with another last character: a digit stays one, so that a date or a hash still looks like one.
fn other_text(text: &str) -> String {
    let mut changed: Vec<char> = text.chars().collect();
    match changed.last_mut() {
        Some(last) => *last = if *last == '0' { '1' } else { '0' },
        None => changed.push('0'),
    }
    changed.into_iter().collect()
}

/// Pointers of all texts and numbers.
fn collect(value: &Value, pointer: &str, leaves: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                collect(value, &format!("{pointer}/{}", escape(key)), leaves);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                collect(value, &format!("{pointer}/{index}"), leaves);
            }
        }
        Value::String(_) | Value::Number(_) => leaves.push(pointer.to_owned()),
        _ => {}
    }
}

/// RFC 6901, 3.
fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
