//! What was seen of each operation, over all files.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use zhixing_core::observe::{Drift, differences};
use zhixing_core::spec::{Class, Operation};
use zhixing_shape::Observed;

use super::files::Reply;
use super::patch::{self, Left};
use crate::lang::Stored;

/// Everything, in the order in which operations were met.
#[derive(Default)]
pub(super) struct Seen(Vec<OfOperation>);

struct OfOperation {
    operation: &'static Operation,
    replies: u64,
    /// Replies whose status is one of failure, or none: a client types none of them.
    failures: u64,
    files: BTreeSet<String>,
    rows: BTreeMap<(String, Drift), Count>,
    /// Keys of unknown fields that may be data.
    masked: BTreeSet<String>,
    observed: Observed,
}

#[derive(Default)]
struct Count {
    replies: u64,
    files: BTreeSet<String>,
}

/// What follows for one operation.
pub(super) struct Finding {
    pub(super) operation: &'static Operation,
    /// The schema's file, from the repository's root.
    pub(super) schema: String,
    pub(super) files: usize,
    pub(super) replies: u64,
    pub(super) failures: u64,
    pub(super) rows: Vec<Row>,
    pub(super) patch: Vec<Value>,
    pub(super) left: Vec<Left>,
}

/// One difference.
pub(super) struct Row {
    pub(super) path: String,
    pub(super) kind: Drift,
    pub(super) replies: u64,
    pub(super) files: usize,
}

impl Seen {
    /// Takes in one reply.
    pub(super) fn add(
        &mut self,
        operation: &'static Operation,
        file: &str,
        reply: &Reply,
    ) -> Result<(), Stored> {
        let Some(class) = class(operation, &reply.value) else {
            return Err(Stored::NoStatus {
                path: format!("$.{}", operation.envelope.code.join(".")),
                operation: format!("{} {}", operation.vendor.name, operation.name),
            });
        };
        let (mut told, mut masked) = (BTreeSet::new(), BTreeSet::new());
        differences(operation, &reply.text, |it| {
            told.insert((it.path.to_owned(), it.kind));
            if it.kind == Drift::UnknownField && it.path.ends_with('*') {
                masked.extend(it.key.map(str::to_owned));
            }
        })
        .map_err(|_| Stored::NoObject)?;
        let index = self.0.iter().position(|it| {
            (it.operation.vendor.name, it.operation.name) == (operation.vendor.name, operation.name)
        });
        let index = index.unwrap_or_else(|| {
            self.0.push(OfOperation {
                operation,
                replies: 0,
                failures: 0,
                files: BTreeSet::new(),
                rows: BTreeMap::new(),
                masked: BTreeSet::new(),
                observed: Observed::default(),
            });
            self.0.len() - 1
        });
        let Some(seen) = self.0.get_mut(index) else {
            return Ok(());
        };
        seen.replies += 1;
        seen.files.insert(file.to_owned());
        seen.masked.append(&mut masked);
        for difference in told {
            let count = seen.rows.entry(difference).or_default();
            count.replies += 1;
            count.files.insert(file.to_owned());
        }
        match class {
            Some(Class::Success) => seen.observed.add(&reply.value),
            Some(Class::NoData) => seen.observed.add(&without_payload(operation, &reply.value)),
            _ => seen.failures += 1,
        }
        Ok(())
    }

    /// What follows, with short codes as new values of enumerations if they are wanted.
    pub(super) fn findings(&self, values: bool) -> Vec<Finding> {
        let of = |seen: &OfOperation| {
            let operation = seen.operation;
            let rows: Vec<Row> = seen
                .rows
                .iter()
                .map(|((path, kind), count)| Row {
                    path: path.clone(),
                    kind: *kind,
                    replies: count.replies,
                    files: count.files.len(),
                })
                .collect();
            let (patch, left) = if rows.is_empty() {
                (Vec::new(), Vec::new())
            } else {
                patch::propose(operation, &seen.observed, &seen.masked, &rows, values)
            };
            Finding {
                operation,
                schema: format!("schemas/{}/{}.json", operation.vendor.name, operation.name),
                files: seen.files.len(),
                replies: seen.replies,
                failures: seen.failures,
                rows,
                patch,
                left,
            }
        };
        self.0.iter().map(of).collect()
    }
}

/// The class of a reply's status, or that it is not documented; `None` where it has no status.
fn class(operation: &Operation, reply: &Value) -> Option<Option<Class>> {
    let path = operation.envelope.code;
    let code = match path.iter().try_fold(reply, |at, key| at.get(key))? {
        Value::String(text) if !text.is_empty() => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(flag) => flag.to_string(),
        _ => return None,
    };
    Some(operation.vendor.status(&code).map(|status| status.class))
}

/// A reply that says "nothing found" without its payload where that is empty, which no document prints.
fn without_payload(operation: &Operation, reply: &Value) -> Value {
    let mut reply = reply.clone();
    let Some((last, way)) = operation.envelope.payload.and_then(<[_]>::split_last) else {
        return reply;
    };
    let owner = way.iter().try_fold(&mut reply, |at, key| at.get_mut(key));
    let is_empty = |value: &Value| match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    };
    if let Some(Value::Object(fields)) = owner
        && fields.get(*last).is_some_and(is_empty)
    {
        fields.shift_remove(*last);
    }
    reply
}
