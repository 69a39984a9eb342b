//! Any text as a vendor's document that `cargo xtask import` drafts schemas from.

use xtask::import::draft;

/// Drafts, twice.
///
/// # Errors
/// A finding: a remark about a line that is not there or that fills a screen, or two drafts of one text that differ.
pub(crate) fn check(text: &str) -> Result<(), String> {
    let drafted = draft(text, "lanting", "case_search", None);
    let lines = text.lines().count().max(1);
    for remark in &drafted.remarks {
        if !(1..=lines).contains(&remark.line) {
            return Err(format!("{remark}: there are {lines} lines"));
        }
        if remark.to_string().lines().count() > 2 {
            return Err(format!("{remark:?}: it fills more than two lines"));
        }
    }
    let again = draft(text, "lanting", "case_search", None);
    if format!("{drafted:?}") != format!("{again:?}") {
        return Err("drafted again, it is another draft".into());
    }
    Ok(())
}
