//! Tables drawn with pipes, as Markdown has them.

use super::{Block, Found, Row, Table, words};

/// The table that begins with the first of these lines: rows that begin with a pipe, or rows around a
/// line of dashes.
pub(super) fn table(lines: &[&str], number: usize) -> Found {
    let first = lines.first().map(|line| words(line))?;
    let ruled = lines.get(1).is_some_and(|line| is_rule(line));
    if !(first.contains('|') && (first.starts_with('|') || ruled)) || is_rule(first) {
        return None;
    }
    let belongs = |line: &&&str| {
        let line = words(line);
        line.contains('|') && (ruled || line.starts_with('|'))
    };
    let taken = lines.iter().take_while(belongs).count();
    let rows: Vec<Row> = lines
        .iter()
        .take(taken)
        .enumerate()
        .filter(|(_, line)| !is_rule(line))
        .map(|(index, line)| Row {
            line: number + index,
            cells: cells(words(line)),
        })
        .collect();
    (taken >= 2).then(|| (vec![Block::Table(Table { rows })], taken))
}

/// `|---|:-:|`: pipes and dashes, and nothing else.
fn is_rule(line: &str) -> bool {
    let line = words(line);
    line.contains('-')
        && line.contains('|')
        && line
            .chars()
            .all(|c| matches!(c, '|' | '-' | ':' | ' ' | '+'))
}

/// The cells, with the one blank that Markdown puts behind a pipe taken off. A pipe inside backticks or
/// behind a backslash is text.
fn cells(line: &str) -> Vec<String> {
    let line = line.strip_prefix('|').unwrap_or(line);
    let mut cells = vec![String::new()];
    let mut in_code = false;
    let mut characters = line.chars().peekable();
    while let Some(c) = characters.next() {
        let Some(cell) = cells.last_mut() else { break };
        match c {
            '\\' if characters.peek() == Some(&'|') => {
                cell.push('|');
                characters.next();
            }
            '`' => in_code = !in_code,
            '|' if !in_code => cells.push(String::new()),
            _ => cell.push(c),
        }
    }
    if line.ends_with('|') && cells.last().is_some_and(|cell| words(cell).is_empty()) {
        cells.pop();
    }
    cells
        .iter()
        .map(|cell| cell.strip_prefix(' ').unwrap_or(cell).trim_end().to_owned())
        .collect()
}
