//! As JSON, for programs. `docs/diff.schema.json` describes it; members may be added.

use serde_json::{Value, json};

use super::{CrateReport, Fate, Report};
use crate::diff::change::Change;
use crate::diff::version::step;

impl Report {
    /// The comparison as one JSON document.
    #[must_use]
    pub fn json(&self) -> Value {
        let [old, new] = &self.workspace;
        json!({
            "from": self.from,
            "to": self.to,
            "whole": self.is_whole(),
            "workspace": {
                "version": old.as_ref().map(ToString::to_string),
                "now": new.as_ref().map(ToString::to_string),
                "next": self.next_of_workspace().map(|version| version.to_string()),
            },
            "crates": self.crates.iter().map(krate).collect::<Vec<_>>(),
        })
    }
}

fn krate(report: &CrateReport) -> Value {
    let fate = match report.fate {
        Fate::Changed => "changed",
        Fate::Added => "added",
        Fate::Removed => "removed",
    };
    let faults = report.faults.iter().map(|(side, fault)| {
        json!({
            "side": side,
            "file": fault.file,
            "line": fault.line,
            "pointer": fault.pointer,
            "reason": fault.reason,
            "hint": fault.hint,
        })
    });
    json!({
        "crate": report.name,
        "fate": fate,
        "effect": report.effect().word(),
        "step": step(report.effect()),
        "version": report.version.as_ref().map(ToString::to_string),
        "now": report.now.as_ref().map(ToString::to_string),
        "next": report.next().map(|version| version.to_string()),
        "enough": report.is_enough(),
        "changes": report.changes.iter().map(change).collect::<Vec<_>>(),
        "faults": faults.collect::<Vec<_>>(),
    })
}

fn change(change: &Change) -> Value {
    json!({
        "operation": change.operation,
        "path": change.path,
        "rule": change.rule.id(),
        "effect": change.effect().word(),
        "what": change.what,
        "why": change.rule.why(),
        "by_hand": change.by_hand,
    })
}
