//! Tables whose cells are told apart by tabs, as text extraction leaves them.

use super::{Block, Found, Row, Table, words};
use crate::import::columns;

/// The table that begins with the first of these lines. A blank line inside it is a page's end or a
/// wrapped row and does not end it; a second header does.
pub(super) fn table(lines: &[&str], number: usize) -> Found {
    let mut rows: Vec<Row> = Vec::new();
    let mut taken = 0;
    for (index, line) in lines.iter().enumerate() {
        if words(line).is_empty() && !rows.is_empty() {
            continue;
        }
        let row = row(line, number + index)?;
        rows.push(row);
        taken = index + 1;
        let rest = lines.iter().enumerate().skip(taken);
        let next = rest.clone().find(|(_, line)| !words(line).is_empty());
        let goes_on = next.is_some_and(|(at, line)| {
            let Some(next) = self::row(line, 0) else {
                return false;
            };
            let same = rows
                .last()
                .is_some_and(|r| r.cells.len() == next.cells.len());
            // Across a gap only what cannot be another table.
            columns::header(&next).is_none() && (at == taken || same)
        });
        if !goes_on {
            break;
        }
    }
    (!rows.is_empty()).then(|| (vec![Block::Table(Table { rows })], taken))
}

fn row(line: &str, number: usize) -> Option<Row> {
    (line.contains('\t') && !words(line).is_empty()).then(|| Row {
        line: number,
        cells: line
            .split('\t')
            .map(|cell| cell.trim_end().to_owned())
            .collect(),
    })
}
