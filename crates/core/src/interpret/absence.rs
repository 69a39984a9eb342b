//! Whether a reply without records says that there are none: absence is stated, never inferred.

use serde_json::Value;

use super::outside::json_path;
use crate::outcome::Answer;
use crate::reading::Reading;
use crate::spec::{Class, Operation, Status};

/// What a success or no-data reply without records says: that there are none only if it says so.
pub(super) fn without_records(
    operation: &Operation,
    status: &Status,
    reading: &Reading<'_>,
    total: Option<u64>,
) -> Result<Answer, (String, &'static str)> {
    let marked_none = operation.none.and_then(|none| {
        let value = reading.scalar(none.path)?;
        Some(value == none.value)
    });
    let stated = match (marked_none, total) {
        // A code that says none, and a value beside it that says some: nobody knows which.
        (Some(false), _) => false,
        (None | Some(true), Some(0)) | (Some(true), None) => true,
        _ => status.class == Class::NoData,
    };
    if stated {
        // A list somewhere in the reply may hold the records, under a name that no document has, and a number beside it may count them.
        return Ok(match speaks_of_records(reading.text()) {
            true => Answer::Found,
            false => Answer::None,
        });
    }
    if marked_none.is_some() || total.is_some() {
        // It says that there are records, or contradicts itself: then nobody knows that there are none.
        return Ok(Answer::Found);
    }
    let Some(path) = operation.envelope.payload else {
        return Ok(Answer::None);
    };
    match no_statement(reading.raw(path), reading.text(), operation.none.is_some()) {
        Some(problem) => Err((json_path(path), problem)),
        None => Ok(Answer::None),
    }
}

/// Why a success without records does not say that there are none: absence is stated, never inferred
/// from a payload that is gone, that holds nothing, or that keeps its list under another name.
fn no_statement(payload: Option<&str>, reply: &str, has_marker: bool) -> Option<&'static str> {
    let Some(payload) = payload else {
        return Some("it is missing, and the status is one of success");
    };
    if speaks_of_records(reply) {
        return Some(
            "the reply holds a list or counts something, and holds no records where they are documented",
        );
    }
    let payload = parsed(payload);
    let is_list = |value: &Value| value.is_array();
    // Where a value in the payload says whether there is something, an empty list in the payload's place says nothing.
    let says = within(&payload, &is_list) && !(has_marker && payload.is_array());
    (!says).then_some(
        "it holds no list of records, not even an empty one, and the status is one of success",
    )
}

/// Whether there is something in some list of this text, or some number counts something. The text has been decoded once already.
fn speaks_of_records(text: &str) -> bool {
    within(&parsed(text), &|value| match value {
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => fields.iter().any(|(key, value)| counts(key, value)),
        _ => false,
    })
}

/// Whether that is a number of things by its name, and not of none: `totalCount`, `num`. `pageNum` is not.
fn counts(key: &str, value: &Value) -> bool {
    let key = key.to_ascii_lowercase();
    let is_count = key == "num"
        || key.starts_with("total")
        || key.ends_with("total")
        || key.ends_with("count");
    is_count && value.as_i64().is_some_and(|count| count > 0)
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

/// Whether it is so of the value or of something in it.
fn within(value: &Value, is_so: &dyn Fn(&Value) -> bool) -> bool {
    is_so(value)
        || match value {
            Value::Array(items) => items.iter().any(|item| within(item, is_so)),
            Value::Object(fields) => fields.values().any(|field| within(field, is_so)),
            _ => false,
        }
}
