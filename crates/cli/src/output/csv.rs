//! Records as a table for spreadsheets.

use zhixing::{Report, SourceReport, State};
use zhixing_core::spec::{Operation, Role};

use super::row::{COLUMNS, row};

/// What marks UTF-8 for Excel, which otherwise reads the file in the machine's own encoding.
const BOM: &str = "\u{feff}";

/// A line of headings, then a line per record. The first column says whether it is sample data; the
/// last ones give the record's case, as tables and pages number it, the vendor's number for the call,
/// and what came of the source.
///
/// A source whose records are not all here has a line of its own, without a record, with whom it was asked about, its state
/// and why: a file without records must not read as if nothing had been found, and it tells of somebody, beside other files too. The caller tells the
/// conclusion and all sources on stderr as well. Lines end with LF, as every tool of a shell expects; for Excel they end with
/// CRLF (RFC 4180) behind a byte order mark, as Excel itself writes them.
pub(crate) fn report(report: &Report, excel: bool) -> Result<String, String> {
    let end = if excel {
        csv::Terminator::CRLF
    } else {
        csv::Terminator::Any(b'\n')
    };
    let start = if excel { BOM.into() } else { Vec::new() };
    let mut writer = csv::WriterBuilder::new().terminator(end).from_writer(start);
    let fail = |error: csv::Error| error.to_string();
    let headings = std::iter::once("sandbox").chain(COLUMNS);
    writer
        .write_record(headings.chain(["case", "order_number", "state", "note"]))
        .map_err(fail)?;
    for (place, record) in report.records.iter().enumerate() {
        let case = report
            .cases
            .iter()
            .position(|case| case.records.contains(&place));
        let cells = [
            case.map(|case| (case + 1).to_string()).unwrap_or_default(),
            record.source.order_number.clone().unwrap_or_default(),
            "record".to_owned(),
            String::new(),
        ];
        let cells = std::iter::once(report.sandbox.to_string())
            .chain(row(record))
            .chain(cells);
        writer
            .write_record(cells.map(|cell| inert(&cell)))
            .map_err(fail)?;
    }
    for source in report.sources.iter().filter(|source| !everything(source)) {
        let cells = source_line(report, source);
        writer
            .write_record(cells.iter().map(|cell| inert(cell)))
            .map_err(fail)?;
    }
    let bytes = writer.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

/// Whether a source's line would say nothing that its records do not say.
fn everything(source: &SourceReport) -> bool {
    source.state == State::Found && source.complete && source.error.is_none()
}

/// A line about a source: its vendor, who was asked about (in brackets, as in a record's line), its state, and why.
fn source_line(report: &Report, source: &SourceReport) -> Vec<String> {
    let state = match source.state {
        State::Found => "incomplete",
        other => other.as_str(),
    };
    let note = match (&source.error, &source.reason) {
        (Some(error), _) => error.message.clone(),
        (None, Some(reason)) => reason.to_string(),
        (None, None) => match source.total {
            Some(total) => format!("{} of {total} records", source.fetched),
            None => format!("{} records", source.fetched),
        },
    };
    let mut cells = vec![report.sandbox.to_string(), source.vendor.clone()];
    cells.push(list(source));
    cells.push(format!("({})", asked(report, source)));
    // The other columns of a record are empty, and so is that of its case.
    cells.resize(1 + COLUMNS.len() + 1, String::new());
    cells.extend([
        source.order_number.clone().unwrap_or_default(),
        state.to_owned(),
        note,
    ]);
    cells
}

/// The list that a source was asked about, in the words of a record's line and not in the document's own (失信): who filters the
/// column by a list must find what that list lacks. A list that is none of ours keeps its name.
fn list(source: &SourceReport) -> String {
    let words = source.list.as_deref().unwrap_or_default();
    let asked = operation(source).map_or(&[][..], |it| it.lists);
    let mut labels = asked.iter().map(|kind| kind.label());
    let ours = labels.find(|label| !words.is_empty() && label.starts_with(words));
    ours.unwrap_or(words).to_owned()
}

fn operation(source: &SourceReport) -> Option<&'static Operation> {
    let vendor = zhixing::vendor(&source.vendor)?.vendor;
    vendor.operation(&source.operation)
}

/// Whom a source is about: the person, where a person at a company is what its product asks about.
fn asked<'r>(report: &'r Report, source: &SourceReport) -> &'r str {
    let about_a_person = operation(source).is_some_and(|it| it.role(Role::Person).is_some());
    let subject = &report.subject;
    let person = subject.person.as_ref().filter(|_| about_a_person);
    person.unwrap_or(&subject.name).as_str()
}

/// A spreadsheet runs a cell that begins like a formula; East Asian ones take full-width signs for it
/// too. A quote in front makes it text.
fn inert(cell: &str) -> String {
    let formula = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];
    if cell.starts_with(formula) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use zhixing::Subject;
    use zhixing_core::record::Kind;

    use super::super::sample::{COMPANY, sandbox};
    use super::{inert, report};

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(inert("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(inert("＝1+1"), "'＝1+1");
        assert_eq!(inert("(2019)沪0105执00447号"), "(2019)沪0105执00447号");
    }

    /// juhe's document calls its lists 失信, 被执行 and 限制消费, and two of them have pages that were not fetched, the third has none.
    #[test]
    fn a_list_has_one_name_in_all_lines() {
        let text = report(&sandbox(Subject::new(COMPANY).person("张德洲")), false).unwrap();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let lines: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let headings = reader.headers().unwrap();
        let column = |name: &str| headings.iter().position(|it| it == name).unwrap();
        let (vendor, lists, state) = (column("vendor"), column("lists"), column("state"));
        let of_sources: Vec<(&str, &str)> = lines
            .iter()
            .filter(|line| &line[vendor] == "juhe" && &line[state] != "record")
            .map(|line| (&line[lists], &line[state]))
            .collect();
        let expected = [("失信被执行人", "incomplete"), ("限制消费", "none")];
        assert_eq!(of_sources, expected);
        for line in &lines {
            let mut names = line[lists].split('、').filter(|name| !name.is_empty());
            assert!(names.all(|name| Kind::ALL.iter().any(|kind| kind.label() == name)));
        }
    }
}
