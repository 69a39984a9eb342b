//! Reports as JSON.

use serde::Serialize;
use zhixing::{Report, SourceReport};
use zhixing_core::record::Record;

/// One document.
pub(crate) fn report(report: &Report) -> Result<String, String> {
    let text = serde_json::to_string_pretty(report);
    text.map(|text| text + "\n")
        .map_err(|error| error.to_string())
}

/// A document per line: each source, then each record. Each line says what it is and whether it is
/// sample data, so that lines can be filtered one by one.
pub(crate) fn lines(report: &Report) -> Result<String, String> {
    let sandbox = report.sandbox;
    let sources = report
        .sources
        .iter()
        .map(|source| Line::Source { sandbox, source });
    let records = report
        .records
        .iter()
        .map(|record| Line::Record { sandbox, record });
    sources
        .chain(records)
        .map(|line| {
            serde_json::to_string(&line)
                .map(|text| text + "\n")
                .map_err(|error| error.to_string())
        })
        .collect()
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Line<'a> {
    Source {
        sandbox: bool,
        #[serde(flatten)]
        source: &'a SourceReport,
    },
    Record {
        sandbox: bool,
        #[serde(flatten)]
        record: &'a Record,
    },
}
