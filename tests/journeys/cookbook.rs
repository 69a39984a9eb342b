//! The cookbook's shell recipes run and print what stands below them. Its Rust recipes are doc tests of `crates/zhixing`.

#[cfg(unix)]
#[test]
fn every_recipe_runs_and_prints_what_it_is_said_to() {
    use crate::markdown::Page;

    let page = Page::read(&crate::shell::text_of("docs/cookbook.md"));
    let examples = page.examples("sh");
    assert!(examples.len() >= 15, "{}", examples.len());
    for section in 0..=page.headings.len() {
        let of_section: Vec<_> = examples
            .iter()
            .copied()
            .filter(|(block, _)| block.section == section)
            .collect();
        if !of_section.is_empty() {
            crate::shell::run("docs/cookbook.md", &of_section);
        }
    }
}

#[test]
fn what_is_not_run_here_says_why() {
    crate::readme::excused("docs/cookbook.md");
}

#[test]
fn every_example_is_in_a_language_that_something_runs() {
    let page = crate::markdown::Page::read(&crate::shell::text_of("docs/cookbook.md"));
    for block in page.blocks {
        assert!(
            ["sh", "text", "rust"].contains(&block.language.as_str()),
            "line {}: nothing runs {:?}",
            block.line,
            block.language
        );
    }
}
