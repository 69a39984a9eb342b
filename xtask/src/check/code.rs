//! What must hold of status codes: their types on the wire, and ranges of them.

use serde_json::Value;

use super::{as_wire, items};
use crate::diagnostic::Diagnostics;
use crate::read::Document;
use crate::schema::{Node, Shape};

/// How a code stands on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Integer,
    Boolean,
}

impl Kind {
    fn words(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Integer => "an integer",
            Self::Boolean => "a boolean",
        }
    }
}

/// How the documented code stands on the wire; `None` for the status of a reply without one.
fn kind(status: &Value) -> Option<Kind> {
    match status.get("code")? {
        Value::String(_) => Some(Kind::Text),
        Value::Bool(_) => Some(Kind::Boolean),
        Value::Object(range) if range.get("from").is_some_and(Value::is_string) => Some(Kind::Text),
        Value::Number(_) | Value::Object(_) => Some(Kind::Integer),
        _ => None,
    }
}

/// What the reply's field for the code can hold; empty if it is none.
pub(super) fn kinds(node: &Node<'_>, shape: &Shape<'_>) -> Vec<Kind> {
    match shape {
        Shape::Text | Shape::Enumeration(_, false) => vec![Kind::Text],
        Shape::Integer | Shape::Enumeration(_, true) => vec![Kind::Integer],
        Shape::Boolean => vec![Kind::Boolean],
        Shape::Any => {
            let kinds = node.types().into_iter().map(|name| match name {
                "string" => Some(Kind::Text),
                "integer" => Some(Kind::Integer),
                _ => None,
            });
            kinds.collect::<Option<Vec<_>>>().unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

/// Holds the vendor's codes against what one reply declares. Of several envelopes each must have a
/// code; of one, every code must be its own.
pub(super) fn of_reply(
    vendor: &Document,
    document: &Document,
    declared: &[Kind],
    faults: &mut Diagnostics,
) {
    let statuses = items(&vendor.value, "/statuses");
    let fits = |status: &Value| kind(status).is_none_or(|kind| declared.contains(&kind));
    let several = vendor.value.get("envelopes").is_some();
    let wrong = statuses.iter().find(|(_, status)| !fits(status));
    let some = statuses
        .iter()
        .any(|(_, status)| kind(status).is_some() && fits(status));
    let Some((pointer, _)) = wrong.filter(|_| !several || !some) else {
        return;
    };
    let words: Vec<&str> = declared.iter().map(|kind| kind.words()).collect();
    let reason = format!(
        "The codes are not {}, which the reply of {} declares.",
        words.join(" or "),
        document.file
    );
    faults.push(vendor.fault(
        &format!("{pointer}/code"),
        reason,
        "Write the codes and the reply's field with the type on the wire.",
    ));
}

/// The status of a code as a reply holds it; of `null` for a reply without one. A single code comes
/// before a range.
pub(super) fn status_of<'a>(vendor: &'a Value, code: &Value) -> Option<&'a Value> {
    let statuses = items(vendor, "/statuses");
    let of = |fits: &dyn Fn(&Value) -> bool| {
        let found = statuses
            .iter()
            .find(|(_, s)| s.get("code").is_some_and(fits));
        found.map(|(_, status)| *status)
    };
    let text = as_wire(code);
    let alone = |held: &Value| held.is_null() == code.is_null() && as_wire(held) == text;
    let within = |held: &Value| {
        range(held).is_some_and(|(from, to)| {
            whole(&text).is_some_and(|number| from <= number && number <= to)
        })
    };
    of(&alone).or_else(|| of(&within))
}

/// The whole number that a text is, written as numbers are.
fn whole(text: &str) -> Option<i64> {
    text.parse::<i64>()
        .ok()
        .filter(|number| number.to_string() == text)
}

fn range(code: &Value) -> Option<(i64, i64)> {
    let end = |key: &str| whole(&as_wire(code.as_object()?.get(key)?));
    Some((end("from")?, end("to")?))
}

/// Checks the table itself.
pub(super) fn table(document: &Document, both: bool, faults: &mut Diagnostics) {
    let statuses = items(&document.value, "/statuses");
    // One code table has one type, unless replies declare more.
    let first = statuses.iter().find_map(|(_, status)| kind(status));
    for (pointer, status) in &statuses {
        if let Some(kind) = kind(status)
            && Some(kind) != first
            && !both
        {
            faults.push(document.fault(
                &format!("{pointer}/code"),
                "The codes are not all of one type.",
                "Write every code with the type that it has on the wire; those of another envelope need `envelopes`.",
            ));
        }
    }
    ranges(document, &statuses, faults);
}

fn ranges(document: &Document, statuses: &[(String, &Value)], faults: &mut Diagnostics) {
    let mut before: Vec<(i64, i64, &str)> = Vec::new();
    for (pointer, status) in statuses {
        let Some(code) = status.get("code") else {
            continue;
        };
        let place = format!("{pointer}/code");
        if code.as_str().is_some_and(|text| text.contains("..=")) {
            faults.push(document.fault(
                &place,
                "This code cannot be told from a range.",
                "A range is written `{ \"from\": 1000, \"to\": 1999 }`.",
            ));
        }
        let (Some(from), Some(to)) = (code.get("from"), code.get("to")) else {
            continue;
        };
        let fault = match range(code) {
            None => Some("The ends of a range are whole numbers, or text that is one.".to_owned()),
            Some(_) if from.is_string() != to.is_string() => {
                Some("One end of the range is text and one is a number.".to_owned())
            }
            Some((from, to)) if from >= to => {
                Some(format!("The range goes from {from} to {to}, and not up."))
            }
            Some((from, to)) => {
                let other = before.iter().find(|other| from <= other.1 && other.0 <= to);
                let reason = other.map(|(start, end, other)| {
                    format!("The range {from} to {to} overlaps {start} to {end} at {other}.")
                });
                before.push((from, to, pointer));
                reason
            }
        };
        if let Some(reason) = fault {
            let hint = "A code has one meaning: a single code may lie in a range and comes before it, ranges do not overlap.";
            faults.push(document.fault(&place, reason, hint));
        }
    }
}
