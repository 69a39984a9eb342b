//! Records as a table for spreadsheets.

use zhixing::Report;

use super::row::{COLUMNS, row};

/// A line of headings, then a line per record. The first column says whether it is sample data.
///
/// What was not searched is no record and stands in no line: sources are told on stderr.
pub(crate) fn report(report: &Report) -> Result<String, String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let fail = |error: csv::Error| error.to_string();
    writer
        .write_record(std::iter::once("sandbox").chain(COLUMNS))
        .map_err(fail)?;
    let sandbox = report.sandbox.to_string();
    for record in &report.records {
        let cells = row(record);
        let cells = std::iter::once(sandbox.as_str()).chain(cells.iter().map(String::as_str));
        writer.write_record(cells.map(inert)).map_err(fail)?;
    }
    eprint!("{}", super::table::sources(report));
    let bytes = writer.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

/// A spreadsheet runs a cell that begins like a formula. A quote in front makes it text.
fn inert(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(inert("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(inert("(2019)沪0105执00447号"), "(2019)沪0105执00447号");
    }
}
