//! No text from outside breaks a form: not the page, not the spreadsheet, not the terminal.

use proptest::prelude::*;
use zhixing::{Failure, Report, SourceReport, State, Subject};
use zhixing_core::transport::Phase;

use super::row::COLUMNS;
use super::sample::{of, record_of};
use super::table::Look;
use super::words::Lang;
use super::{csv, html, table};

/// A report of which every text that is not ours is this one.
fn found(text: &str) -> Report {
    let mut source = SourceReport::new("qixin", "execution_list_by_name", State::Found);
    source.fetched = 1;
    source.order_number = Some(text.into());
    let mut failed = SourceReport::new("qcc", "limit_exit_check", State::Unavailable);
    failed.error = Some(Failure::new("status", text, Phase::InDoubt));
    of(
        Subject::new("x").person(text),
        vec![(source, vec![record_of(text)]), (failed, vec![])],
    )
}

/// The page without its text: the elements and their attributes, in order.
fn elements(page: &str) -> Vec<&str> {
    page.split('<')
        .skip(1)
        .map(|part| part.split_once('>').expect("an element ends").0)
        .collect()
}

/// Texts that mean something to a browser, a spreadsheet or a terminal, and any others.
fn hostile() -> impl Strategy<Value = String> {
    let mean = prop::sample::select(vec![
        "<script>alert(1)</script>",
        "</style><img src=http://example.invalid/ onerror=x>",
        "\" onmouseover=\"x",
        "-->]]>&lt;",
        "=HYPERLINK(\"http://example.invalid\")",
        "\r\n+1,\"2\"\t",
        "\u{1b}[2J\u{1b}]0;title\u{7}\u{9b}31m",
        "\u{202e}\u{2066}\u{200f}",
        "\n\n1. (2019)沪0105执1号",
        "一、二……，（）",
    ]);
    prop_oneof![
        mean.prop_map(str::to_owned),
        any::<String>(),
        (any::<String>(), "[<>&\"'=+@,;\r\n\t\u{1b}\u{0}-]{1,8}").prop_map(|(a, b)| b + &a + &a),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_breaks_the_page(text in hostile()) {
        // Behind a letter, since a blank text would be no value at all.
        let page = html::report(&found(&format!("x{text}")), Lang::En, "");
        let harmless = html::report(&found("x"), Lang::En, "");
        prop_assert_eq!(elements(&page), elements(&harmless));
    }

    #[test]
    fn no_text_breaks_the_spreadsheet(text in hostile(), excel in any::<bool>()) {
        let report = found(&text);
        let written = csv::report(&report, excel).unwrap();
        let mut reader = ::csv::Reader::from_reader(written.trim_start_matches('\u{feff}').as_bytes());
        let rows: Vec<::csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
        // The record, and the lines of sources that have something to say of themselves.
        let records: Vec<_> = rows.iter().filter(|row| &row[row.len() - 2] == "record").collect();
        prop_assert_eq!(records.len(), 1);
        prop_assert!(rows.iter().skip(1).all(|row| ["none", "not_asked", "unavailable", "incomplete"].contains(&&row[row.len() - 2])));
        for cell in rows.iter().flatten() {
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{:?}", cell);
        }
        // The obligation arrives whole, behind a quote where it would be a formula.
        let place = COLUMNS.iter().position(|column| *column == "obligation").unwrap();
        // Behind the column that says whether it is sample data.
        let obligation = &rows[0][1 + place];
        prop_assert!(obligation == text || obligation.strip_prefix('\'') == Some(text.as_str()), "{:?}", obligation);
    }

    #[test]
    fn no_text_breaks_the_table(text in hostile(), full in any::<bool>()) {
        let look = Look { full, lang: Lang::En, colour: false, width: Some(80) };
        let written = table::report(&found(&text), &look);
        for line in written.lines() {
            prop_assert!(!line.chars().any(char::is_control), "{:?}", line);
        }
        // One heading of a case, whatever the text pretends.
        let headings = written.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit()));
        prop_assert_eq!(headings.count(), 1, "{}", written);
    }
}
