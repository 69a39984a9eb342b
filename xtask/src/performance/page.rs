//! The page: what is written between two marks is the machine's, everything else is people's.

use super::Failure;

/// The line above a table.
pub(super) fn begin(name: &str) -> String {
    format!("<!-- performance:{name} -->")
}

/// The line below a table.
pub(super) fn end(name: &str) -> String {
    format!("<!-- /performance:{name} -->")
}

/// The page with another table between the marks of that name, or as it is without one.
pub(super) fn replace(page: &str, name: &str, table: Option<&str>) -> Result<String, Failure> {
    let (begin, end) = (begin(name), end(name));
    let missing = || Failure::NoPlace(name.to_owned());
    let (before, rest) = page.split_once(&begin).ok_or_else(missing)?;
    let (_, after) = rest.split_once(&end).ok_or_else(missing)?;
    Ok(match table {
        None => page.to_owned(),
        Some(table) => format!("{before}{begin}\n{}\n{end}{after}", table.trim_end()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "A\n<!-- performance:a -->\nold\n<!-- /performance:a -->\nB\n<!-- performance:b -->\n<!-- /performance:b -->\nC\n";

    #[test]
    fn only_what_stands_between_the_marks_changes() {
        let page = replace(PAGE, "a", Some("new\n\n")).expect("it has a place");
        assert_eq!(page, PAGE.replace("old", "new"));
        let page = replace(&page, "b", Some("| b |")).expect("it has a place");
        assert!(page.contains("<!-- performance:b -->\n| b |\n<!-- /performance:b -->\nC"));
    }

    #[test]
    fn a_page_without_a_place_is_told_what_to_write() {
        let failure = replace(PAGE, "c", Some("")).expect_err("there is none");
        assert!(failure.to_string().contains("<!-- /performance:c -->"));
        assert!(replace("<!-- performance:c -->", "c", None).is_err());
    }
}
