//! Reports as JSON.

use serde::Serialize;
use zhixing::{Case, Conclusion, Report, SourceReport, Subject, Warning};
use zhixing_core::record::Record;

/// One document. `zhixing schema report` prints its JSON Schema.
pub(crate) fn report(report: &Report) -> Result<String, String> {
    let text = serde_json::to_string_pretty(report);
    text.map(|text| text + "\n")
        .map_err(|error| error.to_string())
}

/// A document per line: the report's conclusion, each source, each case, each record.
///
/// Each line says what it is and whether it is sample data, so that lines can be filtered one by one.
/// The conclusion is first, with the number of lines to come, so that a reader who stops early has
/// read it, and one whose input was cut short can tell.
pub(crate) fn lines(report: &Report) -> Result<String, String> {
    let sandbox = report.sandbox;
    let head = Line::Report {
        sandbox,
        subject: &report.subject,
        conclusion: report.conclusion,
        warnings: &report.warnings,
        sources: report.sources.len(),
        cases: report.cases.len(),
        records: report.records.len(),
    };
    let sources = report
        .sources
        .iter()
        .map(|source| Line::Source { sandbox, source });
    let cases = report.cases.iter().map(|case| Line::Case { sandbox, case });
    let records = report
        .records
        .iter()
        .enumerate()
        .map(|(index, record)| Line::Record {
            sandbox,
            index,
            record,
        });
    std::iter::once(head)
        .chain(sources)
        .chain(cases)
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
    Report {
        sandbox: bool,
        subject: &'a Subject,
        conclusion: Conclusion,
        warnings: &'a [Warning],
        sources: usize,
        cases: usize,
        records: usize,
    },
    Source {
        sandbox: bool,
        #[serde(flatten)]
        source: &'a SourceReport,
    },
    Case {
        sandbox: bool,
        #[serde(flatten)]
        case: &'a Case,
    },
    Record {
        sandbox: bool,
        /// The number by which a case's `records` name it.
        index: usize,
        #[serde(flatten)]
        record: &'a Record,
    },
}
