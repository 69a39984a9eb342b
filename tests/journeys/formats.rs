//! What reaches a pipe, a terminal and a spreadsheet.

use crate::support::{COMPANY, Said, zhixing};

#[test]
fn a_pipe_gets_no_escape_codes_and_no_wrapped_lines() {
    let mut command = zhixing(&["check", "--sandbox", COMPANY]);
    let said = Said::by(command.env("TERM", "xterm-256color"));
    assert!(!said.stdout.contains('\u{1b}'), "{said:?}");
    // The conclusion stands before the records, and says what was not searched.
    let conclusion = said.stdout.find("there may be more").expect("a conclusion");
    let case = said.stdout.find("(2019)沪0105执00447号").expect("a case");
    assert!(conclusion < case);
    assert!(said.stdout.contains("juhe: not asked"), "{said:?}");
}

#[test]
fn long_texts_are_cut_unless_they_are_asked_for() {
    let short = Said::by(&mut zhixing(&["check", "--sandbox", COMPANY])).stdout;
    let full = Said::by(&mut zhixing(&["check", "--sandbox", COMPANY, "--full"])).stdout;
    // The end of the longest obligation that xinshu's document prints for this company.
    let end = "五、被告丁阿才";
    assert!(
        short.contains('…') && short.contains("--full") && !short.contains(end),
        "{short}"
    );
    assert!(full.contains(end) && !full.contains("--full"), "{full}");
}

#[test]
fn a_company_of_which_nothing_was_found_is_not_called_clean() {
    let said = Said::by(&mut zhixing(&["check", "--sandbox", "查无此人有限公司"]));
    assert!(
        said.stdout.contains("Inconclusive: nothing follows"),
        "{said:?}"
    );
}

#[test]
fn the_spreadsheet_for_excel_is_marked_and_the_rest_is_told_on_stderr() {
    let csv = ["check", "--sandbox", COMPANY, "--format", "csv", "--bom"];
    let said = Said::by(&mut zhixing(&csv));
    assert!(said.stdout.starts_with('\u{feff}') && said.stdout.contains("\r\n"));
    assert!(said.stderr.contains("there may be more"), "{said:?}");
    let wrong = Said::by(&mut zhixing(&["check", "--sandbox", COMPANY, "--bom"]));
    assert_eq!((wrong.exit, wrong.stdout.as_str()), (2, ""), "{wrong:?}");
}
