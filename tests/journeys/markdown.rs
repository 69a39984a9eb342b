//! The examples of a page, as data: what stands in its fences, under which heading, and what they are said to print.

/// One fenced block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    /// The line of the page on which it begins, from 1.
    pub(crate) line: usize,
    /// How many headings stand before it.
    pub(crate) section: usize,
    /// What is written behind the opening fence: `sh`, `rust,no_run`, …
    pub(crate) language: String,
    /// The words of an `<!-- example: … -->` right before it.
    pub(crate) mark: Option<String>,
    pub(crate) text: String,
}

/// A page, taken apart.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// The depth of each heading.
    pub(crate) headings: Vec<usize>,
    pub(crate) blocks: Vec<Block>,
    /// The rows of each table.
    pub(crate) tables: Vec<Vec<String>>,
    /// Everything else.
    pub(crate) prose: String,
}

const MARK: &str = "<!-- example: ";

impl Page {
    pub(crate) fn read(text: &str) -> Self {
        let mut page = Self::default();
        let mut mark = None;
        let mut in_table = false;
        let mut lines = (1..).zip(text.lines());
        while let Some((line, written)) = lines.next() {
            let trimmed = written.trim_start();
            let was_table = std::mem::take(&mut in_table);
            if let Some(language) = trimmed.strip_prefix("```") {
                let inside: Vec<&str> = lines
                    .by_ref()
                    .map(|(_, inside)| inside)
                    .take_while(|inside| inside.trim() != "```")
                    .collect();
                page.blocks.push(Block {
                    line,
                    section: page.headings.len(),
                    language: language.to_owned(),
                    mark: mark.take(),
                    text: inside.join("\n") + "\n",
                });
            } else if let Some(words) = trimmed.strip_prefix(MARK) {
                mark = words.strip_suffix(" -->").map(str::to_owned);
            } else if written.starts_with('#') {
                let depth = written.chars().take_while(|sign| *sign == '#').count();
                page.headings.push(depth);
            } else if written.starts_with('|') {
                in_table = true;
                if !was_table {
                    page.tables.push(Vec::new());
                }
                page.tables
                    .last_mut()
                    .expect("pushed")
                    .push(written.to_owned());
            } else {
                page.prose.push_str(written);
                page.prose.push('\n');
            }
        }
        page
    }

    /// The blocks in that language that are to be run, and, right behind each, what it is said to print.
    pub(crate) fn examples(&self, language: &str) -> Vec<(&Block, Option<&Block>)> {
        let next = self.blocks.iter().skip(1).map(Some).chain([None]);
        self.blocks
            .iter()
            .zip(next)
            .filter(|(block, _)| block.language == language && block.mark.is_none())
            .map(|(block, next)| {
                let prints = next.filter(|it| it.language == "text" && it.section == block.section);
                (block, prints)
            })
            .collect()
    }
}

/// What stands between backquotes, in order.
pub(crate) fn code_spans(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// Where links lead.
pub(crate) fn links(text: &str) -> Vec<&str> {
    text.split("](")
        .skip(1)
        .filter_map(|rest| rest.split_once(')'))
        .map(|(target, _)| target)
        .collect()
}

/// Says which line of `said` is missing in `printed`. Lines stand in that order, with others in between; `…` is anything,
/// and blanks are as wide as they like.
pub(crate) fn missing<'a>(said: &'a str, printed: &str) -> Option<&'a str> {
    let squeeze = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut printed = printed.lines().map(squeeze);
    said.lines()
        .filter(|line| !line.trim().is_empty())
        .find(|line| {
            let wanted = squeeze(line);
            !printed.any(|line| matches(&wanted, &line))
        })
}

fn matches(wanted: &str, line: &str) -> bool {
    let parts: Vec<&str> = wanted.split('…').collect();
    let [first, .., last] = parts[..] else {
        return wanted == line;
    };
    let Some(mut rest) = line.strip_prefix(first) else {
        return false;
    };
    for part in &parts[1..parts.len() - 1] {
        match rest.split_once(part) {
            Some((_, behind)) => rest = behind,
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[test]
fn a_line_that_is_not_printed_is_missed() {
    let printed = "qcc   found 2 of 2\nexit code 5\n";
    assert_eq!(missing("qcc found …\nexit code 5", printed), None);
    assert_eq!(
        missing("exit code 5\nqcc found …", printed),
        Some("qcc found …"),
        "in order"
    );
    assert_eq!(missing("exit code", printed), Some("exit code"));
    assert_eq!(missing("… found 3 …", printed), Some("… found 3 …"));
    assert_eq!(missing("q…nd … of 2", printed), None);
}
