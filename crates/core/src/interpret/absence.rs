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
    let payload = operation.envelope.payload;
    let payload = payload.map(|path| (path, reading.raw(path)));
    let marked_none = operation.none.and_then(|none| {
        let value = reading.scalar(none.path)?;
        Some(value == none.value)
    });
    let stated = status.class == Class::NoData
        || matches!(
            (marked_none, total),
            (None | Some(true), Some(0)) | (Some(true), None)
        );
    if stated {
        // A list beside it may hold the records, under a name that no document has.
        let contradicted = payload.is_some_and(|(_, payload)| payload.is_some_and(holds_a_list));
        return Ok(if contradicted {
            Answer::Found
        } else {
            Answer::None
        });
    }
    if marked_none.is_some() || total.is_some() {
        // It says that there are records, or contradicts itself: then nobody knows that there are none.
        return Ok(Answer::Found);
    }
    if let Some((path, payload)) = payload
        && let Some(problem) = no_statement(payload, operation.none.is_some())
    {
        return Err((json_path(path), problem));
    }
    Ok(Answer::None)
}

/// Why a success without records does not say that there are none: absence is stated, never inferred
/// from a payload that is gone or that keeps its list under another name.
fn no_statement(payload: Option<&str>, has_marker: bool) -> Option<&'static str> {
    let Some(payload) = payload else {
        return Some("it is missing, and the status is one of success");
    };
    // A vendor that says in the payload whether there is something says nothing without one.
    if has_marker && payload.trim() == "null" {
        return Some("it is null, and the status is one of success");
    }
    holds_a_list(payload).then_some("it holds a list, and no records where they are documented")
}

/// Whether there is something in some list of this text, which has been decoded once already.
fn holds_a_list(payload: &str) -> bool {
    holds(&serde_json::from_str(payload).unwrap_or_default())
}

fn holds(value: &Value) -> bool {
    match value {
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => fields.values().any(holds),
        _ => false,
    }
}
