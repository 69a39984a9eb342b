//! Tables of which text extraction left single blanks between the cells.
//!
//! A blank is a border or a part of a sentence, so a row is told only by what its cells are: a name, a known type, a
//! known mark, and the rest is the description; or a number and its meaning. Other tables of this kind
//! cannot be read for certain, and [`is_lost`] tells them.

use super::{Block, Found, Row, Table, words};
use crate::import::columns::{self, Column, Header};
use crate::import::{label, types};

/// The table that begins with the first of these lines.
pub(super) fn table(lines: &[&str], number: usize) -> Found {
    let first = split(lines.first()?, number);
    let header = readable(&first)?;
    let is_codes = header.columns.first() == Some(&Column::Code);
    let mut rows = vec![first];
    let mut wrapped = 0;
    let mut taken = 1;
    let text = lines
        .iter()
        .enumerate()
        .skip(1)
        .filter(|(_, line)| !words(line).is_empty());
    let text: Vec<(usize, &str)> = text.map(|(index, line)| (index, words(line))).collect();
    for (place, (index, line)) in text.iter().enumerate() {
        let next = text.get(place + 1).map_or("", |(_, line)| line);
        match cells(line, &header) {
            Some(cells) => rows.push(Row {
                line: number + index,
                cells,
            }),
            None if ends(line, next) => break,
            // The rest of a wrapped row has no name, which is told where rows are read.
            None => {
                let mut cells = vec![String::new(); header.columns.len()];
                if let Some(last) = cells.last_mut() {
                    (*line).clone_into(last);
                }
                wrapped += 1;
                rows.push(Row {
                    line: number + index,
                    cells,
                });
            }
        }
        taken = index + 1;
    }
    let certain = wrapped == 0 || !is_codes;
    let readable = certain && rows.len() > wrapped + 1;
    readable.then(|| (vec![Block::Table(Table { rows })], taken))
}

/// Whether a line of text reads like the header of a table that could not be told from text.
pub(in crate::import) fn is_lost(line: &str) -> bool {
    let row = split(line, 0);
    let short = row.cells.len() <= 8 && row.cells.iter().all(|cell| cell.chars().count() <= 8);
    let known = |cell: &String| {
        columns::header(&Row {
            line: 0,
            cells: vec![cell.clone(), "类型".into()],
        })
        .is_some()
    };
    let begins = row.cells.first().is_some_and(known);
    row.cells.len() > 1 && short && (begins || columns::header(&row).is_some())
}

/// A header that names every column, the description last, behind a name and its type or behind a code.
fn readable(row: &Row) -> Option<Header> {
    let header = columns::header(row)?;
    let fine = matches!(
        &header.columns[..],
        [Column::Code, Column::Description]
            | [Column::Name, Column::Type, Column::Description]
            | [
                Column::Name,
                Column::Type,
                Column::Required,
                Column::Description
            ]
    );
    fine.then_some(header)
}

fn split(line: &str, number: usize) -> Row {
    Row {
        line: number,
        cells: line.split_whitespace().map(str::to_owned).collect(),
    }
}

/// The cells of a row, if each is what its column says.
fn cells(line: &str, header: &Header) -> Option<Vec<String>> {
    let mut cells = Vec::new();
    let mut rest = line;
    for column in &header.columns {
        let (cell, after) = match column {
            Column::Description => (rest, ""),
            _ => rest.split_once(' ').unwrap_or((rest, "")),
        };
        let fits = match column {
            Column::Name => cell.starts_with(|c: char| c.is_ascii_alphabetic()) && cell.is_ascii(),
            Column::Type => types::printed(cell).kind.is_some(),
            Column::Required => !cell.is_empty() && types::required(cell).is_some(),
            Column::Code => !cell.is_empty() && cell.bytes().all(|b| b.is_ascii_digit()),
            _ => !cell.is_empty() || header.columns.first() == Some(&Column::Name),
        };
        if !fits {
            return None;
        }
        cells.push(cell.to_owned());
        rest = words(after);
    }
    Some(cells)
}

/// Whether a line that is no row ends the table: it heads something else.
fn ends(line: &str, next: &str) -> bool {
    let numbered = label::unnumbered(line).len() < line.len()
        && line.starts_with(|c: char| c.is_ascii_digit());
    let header = |line: &str| columns::header(&split(line, 0)).is_some();
    numbered
        || line.ends_with(['：', ':'])
        || line.starts_with(['{', '[', '`', '<', '|'])
        || line.contains('\t')
        || header(line)
        || header(next)
        || label::subject(line).is_some()
}
