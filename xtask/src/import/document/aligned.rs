//! Tables whose columns are told apart by several blanks.
//!
//! One blank may be part of a sentence, two are a border. Where a cell is empty its border is lost, so a
//! row that has fewer cells than the header is passed on as it is, and left out where rows are read.

use super::{Block, Found, Row, Table, words};
use crate::import::columns;

/// The table that begins with the first of these lines, which must be a header that is known.
pub(super) fn table(lines: &[&str], number: usize) -> Found {
    let header = row(lines.first()?, number)?;
    columns::header(&header)?;
    let mut rows = vec![header];
    for (index, line) in lines.iter().enumerate().skip(1) {
        match row(line, number + index) {
            Some(row) if columns::header(&row).is_none() => rows.push(row),
            _ => break,
        }
    }
    let taken = rows.len();
    (taken >= 2).then(|| (vec![Block::Table(Table { rows })], taken))
}

fn row(line: &str, number: usize) -> Option<Row> {
    let indent: String = line.chars().take_while(|c| c.is_whitespace()).collect();
    let mut cells: Vec<String> = Vec::new();
    let mut cell = String::new();
    let mut blanks = String::new();
    for c in words(line).chars() {
        if c == ' ' || c == '\u{3000}' {
            blanks.push(c);
            continue;
        }
        if blanks.chars().count() >= 2 || blanks.contains('\u{3000}') {
            cells.push(std::mem::take(&mut cell));
        } else {
            cell.push_str(&blanks);
        }
        blanks.clear();
        cell.push(c);
    }
    cells.push(cell);
    if let Some(first) = cells.first_mut() {
        *first = indent + first;
    }
    (cells.len() >= 2).then_some(Row {
        line: number,
        cells,
    })
}
