//! What the five vendor crates' tests of documented examples share.
//!
//! None of it knows a vendor: it takes the example's text, which was transcribed from the document, and holds
//! what our types make of it against that text.

use std::collections::BTreeMap;

use async_trait::async_trait;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use zhixing_core::Outcome;
use zhixing_core::operation::Reply;
use zhixing_core::outcome::Answer;
use zhixing_core::record::{Record, Source, Unify};
use zhixing_core::transport::{HttpReply, HttpRequest, Limits, Transport, TransportError};

/// A transport that answers every request with one body, as JSON under HTTP 200.
#[derive(Debug)]
pub(crate) struct Canned(pub(crate) &'static str);

#[async_trait]
impl Transport for Canned {
    async fn send(&self, _: &HttpRequest, _: &Limits) -> Result<HttpReply, TransportError> {
        Ok(HttpReply::new(200, Some("application/json"), self.0))
    }
}

/// The text as JSON, without our types.
pub(crate) fn json_of(text: &str) -> Value {
    serde_json::from_str(text).expect("the example is JSON")
}

/// Types the text and writes it again: nothing may be lost or changed on the way.
pub(crate) fn lossless<R: Reply>(text: &str) -> R {
    let reply: R = serde_json::from_str(text).expect("the example is the documented reply");
    let again = serde_json::to_value(&reply).expect("a reply is JSON");
    assert_eq!(
        again,
        json_of(text),
        "decoded and encoded, the example is another"
    );
    reply
}

/// No field of the example is unknown to the types, at any level; and a field that is unknown, added to each of
/// its objects in turn, is kept at every level.
///
/// The first is read off Debug, which prints the names of unknown fields. The second shows that this reading sees
/// every level.
pub(crate) fn every_field_is_documented<R: Reply + std::fmt::Debug>(text: &str) {
    const EXTRA: &str = "\"zz_not_documented\"";
    let known: R = serde_json::from_str(text).expect("the example is the documented reply");
    let shown = format!("{known:?}");
    let levels = shown.matches("extra: {").count();
    assert_eq!(
        levels,
        shown.matches("extra: {}").count(),
        "an undocumented field in {shown}"
    );

    let mut widened = json_of(text);
    let objects = widen(&mut widened);
    let kept: R = serde_json::from_value(widened.clone()).expect("an unknown field costs no reply");
    assert_eq!(
        serde_json::to_value(&kept).expect("a reply is JSON"),
        widened
    );
    assert_eq!(format!("{kept:?}").matches(EXTRA).count(), objects);
    assert_eq!(levels, objects);
}

/// Adds an undocumented field to every object and counts them.
fn widen(value: &mut Value) -> usize {
    match value {
        Value::Object(fields) => {
            let inside: usize = fields.values_mut().map(widen).sum();
            fields.insert("zz_not_documented".into(), json!(1));
            1 + inside
        }
        Value::Array(items) => items.iter_mut().map(widen).sum(),
        _ => 0,
    }
}

/// Every value of the vendor's rows that says something stands in the unified record, as often as in the row, as the
/// vendor wrote it.
///
/// The question and the copy of the subject are left out of the count: a value that is found there alone was not mapped.
pub(crate) fn every_value_is_told(rows: &[Value], records: &[Record]) {
    assert_eq!(rows.len(), records.len());
    for (row, record) in rows.iter().zip(records) {
        let told = count(texts_of_record(record));
        for (text, times) in count(leaves(row)) {
            let found = told.get(&text).copied().unwrap_or(0);
            assert!(
                found >= times,
                "{text:?} stands {times} times in the row and {found} times in the record"
            );
        }
    }
}

/// Puts a value that occurs nowhere else into each field of the rows in turn: it must reach the unified record, from
/// the whole row and from a row that holds nothing else. So no field can hide behind another that holds the same value,
/// and none needs another to be told.
pub(crate) fn every_field_has_a_place<R>(rows: &[Value])
where
    R: DeserializeOwned + Unify,
{
    for row in rows {
        let pointers = pointers(row);
        assert!(!pointers.is_empty());
        for pointer in pointers {
            let mut marked = row.clone();
            let field = marked
                .pointer_mut(&pointer)
                .expect("the pointer comes from the row");
            let marker = if field.is_number() {
                json!(918_273_645)
            } else {
                json!("标记XQ9")
            };
            *field = marker.clone();
            let alone = alone(&marked, &pointer);
            for row in [marked, alone] {
                let typed: R = serde_json::from_value(row).expect("another value costs no row");
                let record = typed.unify(Source::new("vendor", "operation"));
                let told = texts_of_record(&record);
                assert!(
                    told.contains(&text_of(&marker)),
                    "what stands at {pointer} is not in the record"
                );
            }
        }
    }
}

/// The value with nothing in it but what stands at the pointer.
fn alone(value: &Value, pointer: &str) -> Value {
    let Some(rest) = pointer.strip_prefix('/') else {
        return value.clone();
    };
    let name = rest.split('/').next().unwrap_or_default();
    let below = alone(
        value
            .pointer(&format!("/{name}"))
            .expect("a pointer into the value"),
        &rest[name.len()..],
    );
    match value {
        Value::Array(_) => json!([below]),
        _ => json!({ name: below }),
    }
}

/// The facts of a call that a caller decides by. A struct, whose fields a snapshot shows in one order always.
#[derive(Serialize)]
pub(crate) struct Facts {
    state: &'static str,
    status: &'static str,
    class: &'static str,
    counted: &'static str,
    fetched: u64,
    total: Option<u64>,
    complete: bool,
    order_number: Option<String>,
    signature: String,
}

/// The facts of this call.
pub(crate) fn facts<R: Reply>(outcome: &Outcome<R>) -> Facts {
    let receipt = &outcome.receipt;
    Facts {
        state: match outcome.answer {
            Answer::Found => "found",
            Answer::None => "none",
        },
        status: receipt.status.code,
        class: receipt.status.class.as_str(),
        counted: receipt.counted().as_str(),
        fetched: receipt.completeness.fetched,
        total: receipt.completeness.total,
        complete: receipt.completeness.complete,
        order_number: receipt.order_number.clone(),
        signature: format!("{:?}", receipt.signature).to_lowercase(),
    }
}

/// What a record says, as the vendor wrote it: raw texts, plain texts and the values of details.
fn texts_of_record(record: &Record) -> Vec<String> {
    let mut value = serde_json::to_value(record).expect("a record is JSON");
    let fields = value.as_object_mut().expect("a record is an object");
    fields.remove("subject");
    let source = fields["source"]
        .as_object_mut()
        .expect("a source is an object");
    source.retain(|name, _| name == "record_id");
    texts(&value)
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Object(fields) => match (fields.get("raw"), fields.get("name"), fields.get("value"))
        {
            (Some(raw), ..) => vec![text_of(raw)],
            (None, Some(_), Some(value)) => vec![text_of(value)],
            _ => fields.values().flat_map(texts).collect(),
        },
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        other => vec![text_of(other)],
    }
}

/// The leaves of a row that say something. The spellings of "nothing" are those that were met in the wild.
fn leaves(value: &Value) -> Vec<String> {
    match value {
        Value::Object(fields) => fields.values().flat_map(leaves).collect(),
        Value::Array(items) => items.iter().flat_map(leaves).collect(),
        other => {
            let text = text_of(other);
            let blank = matches!(
                text.as_str(),
                "" | "-" | "暂无" | "无" | "null" | "{}" | "[]"
            );
            if blank { Vec::new() } else { vec![text] }
        }
    }
}

/// The pointers of all leaves that hold text or a number; `null` has no type that a marker could take.
fn pointers(value: &Value) -> Vec<String> {
    let below = |name: &str, value: &Value| -> Vec<String> {
        pointers(value)
            .into_iter()
            .map(|rest| format!("/{name}{rest}"))
            .collect()
    };
    match value {
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(name, value)| below(name, value))
            .collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .flat_map(|(at, value)| below(&at.to_string(), value))
            .collect(),
        Value::Null => Vec::new(),
        _ => vec![String::new()],
    }
}

fn text_of(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

fn count(texts: Vec<String>) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    for text in texts {
        *counted.entry(text).or_default() += 1;
    }
    counted
}
