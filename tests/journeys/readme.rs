//! The README: its two languages say the same, and its examples run.
//!
//! Each `sh` block is run by bash and each `zsh` block by zsh. Not so a block right behind `<!-- example: in .ci/run -->`, of
//! which each line must stand in that script, or behind `<!-- example: not run, … -->`, which says why.

use crate::markdown::{Page, code_spans, links};
use crate::shell::{root, text_of};

fn pages() -> (Page, Page) {
    (
        Page::read(&text_of("README.md")),
        Page::read(&text_of("README.zh-CN.md")),
    )
}

#[test]
fn both_languages_have_the_same_sections_code_tables_and_links() {
    let (english, chinese) = pages();
    assert_eq!(english.headings, chinese.headings, "headings by depth");
    let blocks = |page: &Page| -> Vec<_> {
        let blocks = page.blocks.iter();
        blocks
            .map(|it| {
                (
                    it.section,
                    it.language.clone(),
                    it.mark.clone(),
                    it.text.clone(),
                )
            })
            .collect()
    };
    for (one, other) in blocks(&english).into_iter().zip(blocks(&chinese)) {
        assert_eq!(one, other);
    }
    assert_eq!(english.blocks.len(), chinese.blocks.len());

    // A row says the same where its code does: the words around it are another language's.
    let tables = |page: &Page| -> Vec<Vec<(usize, Vec<String>)>> {
        let row = |row: &String| {
            let code = code_spans(row).into_iter().map(str::to_owned).collect();
            (row.matches('|').count(), code)
        };
        page.tables
            .iter()
            .map(|rows| rows.iter().map(row).collect())
            .collect()
    };
    assert_eq!(
        tables(&english),
        tables(&chinese),
        "columns and code of each row"
    );

    // The first link of each leads to the other.
    let targets = |page: &Page| -> Vec<String> {
        links(&page.prose).into_iter().map(str::to_owned).collect()
    };
    let (one, other) = (targets(&english), targets(&chinese));
    assert_eq!(
        (one[0].as_str(), other[0].as_str()),
        ("README.zh-CN.md", "README.md")
    );
    assert_eq!(one[1..], other[1..], "where links lead");
    let sorted = |page: &Page| -> Vec<String> {
        let mut code: Vec<String> = code_spans(&page.prose)
            .into_iter()
            .map(str::to_owned)
            .collect();
        code.sort_unstable();
        code
    };
    assert_eq!(sorted(&english), sorted(&chinese), "code in the prose");
}

#[test]
fn what_the_pages_link_to_is_there() {
    for page in [
        "README.md",
        "README.zh-CN.md",
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "docs/command.md",
        "docs/sandbox.md",
        "docs/cookbook.md",
    ] {
        let text = text_of(page);
        let folder = root().join(page).parent().unwrap().to_owned();
        for link in links(&Page::read(&text).prose) {
            if !link.contains("://") {
                let target = folder.join(link.split('#').next().unwrap_or_default());
                assert!(target.exists(), "{page}: {link}");
            }
        }
    }
}

/// Blocks of that page that are not run are said to be run by CI, and are, or say why not.
pub(crate) fn excused(page: &str) {
    let ci = text_of(".ci/run");
    for block in Page::read(&text_of(page)).blocks {
        let at = format!("{page}, line {}", block.line);
        match block.mark.as_deref() {
            None => {}
            Some("in .ci/run") => {
                for line in block.text.lines() {
                    let step = format!("step {line}");
                    assert!(
                        ci.lines().any(|it| it == step),
                        "{at}: {line} is not in .ci/run"
                    );
                }
            }
            Some(mark) => assert!(mark.starts_with("not run, "), "{at}: {mark}"),
        }
    }
}

#[test]
fn what_is_not_run_here_says_why() {
    excused("README.md");
    let marked = Page::read(&text_of("README.md")).blocks;
    let marked = marked.iter().filter(|block| block.mark.is_some()).count();
    assert_eq!(marked, 2, "the tests, and the installation");
}

#[cfg(unix)]
#[test]
fn the_shell_examples_run_and_print_what_they_are_said_to() {
    let page = Page::read(&text_of("README.md"));
    let examples = page.examples("sh");
    assert!(examples.len() >= 5, "{examples:?}");
    for section in 0..=page.headings.len() {
        let of_section: Vec<_> = examples
            .iter()
            .copied()
            .filter(|(block, _)| block.section == section)
            .collect();
        if !of_section.is_empty() {
            crate::shell::run("README.md", &of_section);
        }
    }
}

#[cfg(unix)]
#[test]
fn the_completions_load_in_zsh() {
    let there = std::process::Command::new("zsh").arg("--version").output();
    if let Err(error) = there {
        assert!(std::env::var_os("CI").is_none(), "CI has zsh: {error}");
        eprintln!("skipped: zsh: {error}");
        return;
    }
    let page = Page::read(&text_of("README.md"));
    let examples = page.examples("zsh");
    assert_eq!(examples.len(), 1);
    // Files of a machine that others may write are no matter here: without -i compinit asks about them.
    let script = examples[0].0.text.replace("compinit\n", "compinit -i\n");
    let (success, printed) = crate::shell::in_shell("zsh", &["-f", "-e", "-c", &script]);
    assert!(success, "{printed}");
    assert_eq!(printed, "_zhixing\n");
}
