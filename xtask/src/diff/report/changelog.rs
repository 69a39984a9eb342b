//! As entries of CHANGELOG.md: what users of the crates must know, to be pasted and made shorter by hand.

use std::fmt::Write as _;

use super::{CrateReport, Report};
use crate::diff::change::{Change, Effect, code};
use crate::diff::rule::Rule;

/// The headings of Keep a Changelog that a schema's change can stand under.
const HEADINGS: [&str; 3] = ["Added", "Changed", "Removed"];

impl Report {
    /// The comparison as entries of a changelog.
    #[must_use]
    pub fn changelog(&self) -> String {
        let mut text = String::new();
        for heading in HEADINGS {
            let entries: Vec<(&CrateReport, Vec<String>)> = self
                .crates
                .iter()
                .map(|report| (report, entries(report, heading)))
                .filter(|(_, entries)| !entries.is_empty())
                .collect();
            if entries.is_empty() {
                continue;
            }
            // Writing to a String cannot fail.
            let _ = writeln!(text, "### {heading}\n");
            for (report, entries) in entries {
                let _ = writeln!(text, "#### `{}`\n\n{}\n", report.name, entries.join("\n"));
            }
        }
        for report in self
            .crates
            .iter()
            .filter(|report| !report.faults.is_empty())
        {
            let faults = match report.faults.len() {
                1 => "a fault".to_owned(),
                count => format!("{count} faults"),
            };
            let _ = writeln!(
                text,
                "<!-- `{}`: a side has {faults}; these entries are not whole. -->",
                report.name
            );
        }
        if text.is_empty() {
            text.push_str("<!-- Nothing that users of the crates would see. -->\n");
        }
        text
    }
}

fn entries(report: &CrateReport, heading: &str) -> Vec<String> {
    let told = report
        .changes
        .iter()
        .filter(|change| self::heading(change) == Some(heading));
    let (words, others): (Vec<&Change>, Vec<&Change>) =
        told.partition(|change| change.effect() == Effect::Docs);
    let mut entries: Vec<String> = others.into_iter().map(entry).collect();
    if !words.is_empty() {
        let places: Vec<String> = words.iter().map(|change| place(change)).collect();
        entries.push(format!("- Words of the document: {}.", places.join(", ")));
    }
    entries
}

fn heading(change: &Change) -> Option<&'static str> {
    match (change.effect(), change.rule) {
        (Effect::Nothing | Effect::Unknown, _) => None,
        (Effect::Addition, _) => Some("Added"),
        (
            _,
            Rule::VendorRemoved
            | Rule::OperationRemoved
            | Rule::FieldRemoved
            | Rule::TypeRemoved
            | Rule::ValueRemoved
            | Rule::ParameterRemoved
            | Rule::PagingRemoved
            | Rule::ArgumentRemoved
            | Rule::StatusRemoved,
        ) => Some("Removed"),
        _ => Some("Changed"),
    }
}

fn entry(change: &Change) -> String {
    let mark = if change.effect() == Effect::Breaking {
        "**Breaking:** "
    } else {
        ""
    };
    let place = place(change);
    let colon = if place.is_empty() { "" } else { ": " };
    format!(
        "- {mark}{place}{colon}{}.",
        change.what.trim_end_matches('.')
    )
}

fn place(change: &Change) -> String {
    let operation = change.operation.as_deref().map(code).unwrap_or_default();
    let path = if change.path.is_empty() {
        String::new()
    } else {
        code(&change.path)
    };
    format!("{operation} {path}").trim().to_owned()
}
