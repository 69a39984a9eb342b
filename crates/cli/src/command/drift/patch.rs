//! The change of a schema that describes what was seen, as a JSON Patch (RFC 6902).
//!
//! The schema is the one that this build was generated from: it is built in, so a patch always fits
//! what the drift was told against, wherever the command is run.

use std::collections::BTreeSet;

use serde_json::Value;
use zhixing_core::observe::Drift;
use zhixing_core::spec::Operation;
use zhixing_shape::{Change, Kind, Observed, Patch, undescribed, widen};

use super::names::{Names, without_values};
use super::seen::Row;
use crate::generated::SCHEMAS;

/// Something that replies do not decide.
pub(super) struct Left {
    pub(super) path: String,
    pub(super) reason: String,
}

/// The patch for the operation's schema file, and what it leaves to a person. Keys that may be data are
/// not written.
pub(super) fn propose(
    operation: &Operation,
    observed: &Observed,
    masked: &BTreeSet<String>,
    rows: &[Row],
    values: bool,
) -> (Vec<Value>, Vec<Left>) {
    let mut proposal = Proposal {
        names: Names::new(operation, masked),
        values,
        patch: Vec::new(),
        left: rows.iter().filter_map(never_patched).collect(),
    };
    let schema = SCHEMAS
        .iter()
        .find(|(vendor, name, _)| (*vendor, *name) == (operation.vendor.name, operation.name))
        .and_then(|(.., text)| serde_json::from_str::<Value>(text).ok());
    if let Some(reply) = schema.as_ref().and_then(|schema| schema.get("reply")) {
        let widened = widen(reply, observed);
        for change in widened.changes {
            proposal.change(change);
        }
        for doubt in widened.doubts {
            proposal.leave(&doubt.path, doubt.words);
        }
    }
    (proposal.patch, proposal.left)
}

/// What no patch of the reply's schema mends.
fn never_patched(row: &Row) -> Option<Left> {
    let reason = match row.kind {
        Drift::UnknownStatus => {
            "statuses stand in vendor.json: what the code means and its class, only the vendor says"
        }
        Drift::UnknownField if row.path.ends_with('*') => {
            "the key may be data, and is not written: if it is a name, add it by hand"
        }
        _ => return None,
    };
    Some(Left {
        path: row.path.clone(),
        reason: reason.into(),
    })
}

struct Proposal<'a> {
    names: Names<'a>,
    values: bool,
    patch: Vec<Value>,
    left: Vec<Left>,
}

impl Proposal<'_> {
    fn leave(&mut self, pointer: &str, reason: impl Into<String>) {
        let left = Left {
            path: self.names.path(pointer),
            reason: reason.into(),
        };
        let known = |it: &Left| (&it.path, &it.reason) == (&left.path, &left.reason);
        if !self.left.iter().any(known) {
            self.left.push(left);
        }
    }

    fn change(&mut self, change: Change) {
        if change.kind == Kind::Value && !self.values {
            let reason = "a value is not listed; --values lets short codes into the change";
            return self.leave(&change.path, reason);
        }
        let patch = match change.patch.below("/reply") {
            Patch::Add(pointer, mut schema) if change.kind == Kind::Field => {
                let key = pointer.rsplit('/').next().unwrap_or_default();
                let key = key.replace("~1", "/").replace("~0", "~");
                if !self.names.shows(&key) {
                    return; // told with its path, which shows no key
                }
                if self.names.without_data(&mut schema) {
                    let reason = "keys inside may be data, and are not written";
                    self.leave(&change.path, reason);
                }
                if !self.values {
                    without_values(&mut schema);
                }
                undescribed(&mut schema);
                Patch::Add(pointer, schema)
            }
            other => other,
        };
        self.patch.push(patch.to_json());
    }
}
