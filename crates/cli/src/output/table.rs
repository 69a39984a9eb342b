//! Reports for people at a terminal.

use comfy_table::{ContentArrangement, Table, presets};
use zhixing::{Report, SourceReport, State};

use super::SAMPLE;
use super::row::{COLUMNS, row};

/// Columns of a record that a terminal shows; the rest is in the other forms.
const SHOWN: [usize; 9] = [0, 1, 2, 3, 4, 5, 6, 8, 10];

/// First what was asked and what came of it, then the records.
pub(crate) fn report(report: &Report) -> String {
    let mut text = String::new();
    if report.sandbox {
        text.push_str(SAMPLE);
        text.push_str("\n\n");
    }
    text.push_str(&sources(report));
    if !report.records.is_empty() {
        text.push('\n');
        text.push_str(&records(report));
    }
    text
}

/// One line for each source.
pub(crate) fn sources(report: &Report) -> String {
    let mut table = plain();
    table.set_header([
        "source",
        "list",
        "state",
        "fetched",
        "complete",
        "signature",
        "order number",
        "note",
    ]);
    for source in &report.sources {
        let asked = source.state != State::NotAsked && source.calls > 0;
        let fetched = match source.total {
            Some(total) => format!("{} of {total}", source.fetched),
            None => source.fetched.to_string(),
        };
        table.add_row([
            source.vendor.clone(),
            source.list.clone().unwrap_or_default(),
            state(source).to_owned(),
            if asked { fetched } else { String::new() },
            if !asked {
                ""
            } else if source.complete {
                "yes"
            } else {
                "NO"
            }
            .to_owned(),
            source.signature.clone().unwrap_or_default(),
            source.order_number.clone().unwrap_or_default(),
            note(source),
        ]);
    }
    format!("{table}\n")
}

fn state(source: &SourceReport) -> &'static str {
    match source.state {
        State::Found => "found",
        State::None => "searched, none",
        State::Unavailable => "COULD NOT BE SEARCHED",
        State::NotAsked => "not asked",
    }
}

fn note(source: &SourceReport) -> String {
    match (&source.error, &source.reason) {
        (Some(error), _) => format!("{}\n→ {}", error.message, error.next_step),
        (None, Some(reason)) => reason.clone(),
        (None, None) => String::new(),
    }
}

fn records(report: &Report) -> String {
    let mut table = plain();
    table.set_header(SHOWN.map(|column| COLUMNS[column]));
    for record in &report.records {
        let cells = row(record);
        table.add_row(SHOWN.map(|column| cells[column].clone()));
    }
    format!("{table}\n{} records\n", report.records.len())
}

/// A table without walls, as wide as the terminal.
pub(crate) fn plain() -> Table {
    let mut table = Table::new();
    table
        .load_style(presets::NOTHING)
        .set_content_arrangement(ContentArrangement::Dynamic);
    table
}
