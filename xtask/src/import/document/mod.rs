//! A document as a row of blocks: lines of text, tables, and printed code.
//!
//! Every later step asks what stands above a table and in which line, and none asks how the table
//! was drawn. So the forms of tables are told apart here alone: tabs, pipes, HTML, columns aligned by several
//! blanks, and what is left of a table when single blanks are.

mod aligned;
mod code;
mod html;
mod pipes;
pub(super) mod single;
mod tabs;

/// One line of text, or one row's place: numbered from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) number: usize,
    pub(super) text: String,
}

/// A row of a table. Cells keep blanks in front, which may say how deep a field stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) line: usize,
    pub(super) cells: Vec<String>,
}

impl Row {
    /// A cell's words; nothing where the row is too short.
    pub(super) fn cell(&self, index: usize) -> &str {
        self.cells.get(index).map_or("", |cell| words(cell))
    }

    /// The row as it can be told to a person.
    pub(super) fn told(&self) -> String {
        let cells: Vec<&str> = self.cells.iter().map(|cell| words(cell)).collect();
        cells.join(" | ")
    }
}

/// A table with at least one row. Whether the first is a header is asked later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
}

/// What stands in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    Text(Line),
    Table(Table),
    /// Printed code, without its fences.
    Code(Vec<Line>),
}

/// Text without blanks around it, the wide and the unbreakable ones included.
pub(super) fn words(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'))
}

/// The blocks of a document, in its order. Lines that are blank are none.
pub(super) fn read(text: &str) -> Vec<Block> {
    if html::is_page(text) {
        return html::blocks(text, 1);
    }
    let lines: Vec<&str> = text.lines().collect();
    let mut blocks = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let rest = lines.get(at..).unwrap_or_default();
        let number = at + 1;
        let found = code::fenced(rest, number)
            .or_else(|| html::table(rest, number))
            .or_else(|| tabs::table(rest, number))
            .or_else(|| pipes::table(rest, number))
            .or_else(|| aligned::table(rest, number))
            .or_else(|| single::table(rest, number))
            .or_else(|| code::bare(rest, number));
        match found {
            Some((found, taken)) => {
                blocks.extend(found);
                at += taken.max(1);
            }
            None => {
                if !words(line).is_empty() {
                    let text = words(line).to_owned();
                    blocks.push(Block::Text(Line { number, text }));
                }
                at += 1;
            }
        }
    }
    blocks
}

/// Blocks that were found at the beginning of some lines, and how many lines they take.
type Found = Option<(Vec<Block>, usize)>;

#[cfg(test)]
mod tests {
    use super::*;

    fn tables(text: &str) -> Vec<Vec<Vec<String>>> {
        let tables = read(text).into_iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        let cells = |row: &Row| {
            row.cells
                .iter()
                .map(|cell| words(cell).to_owned())
                .collect()
        };
        tables
            .map(|table| table.rows.iter().map(cells).collect())
            .collect()
    }

    /// The same two rows, drawn in the forms that documents have.
    #[test]
    fn one_table_in_every_form() {
        let forms = [
            "字段\t类型\t说明\ncolour\tString\t颜色\n\nsize\tInt\t大小\n",
            "| 字段 | 类型 | 说明 |\n|---|:-:|---|\n| colour | String | 颜色 |\n| size | Int | 大小 |\n",
            "字段 | 类型 | 说明\n--- | --- | ---\ncolour | String | 颜色\nsize | Int | 大小\n",
            "字段      类型    说明\ncolour    String  颜色\nsize      Int     大小\n",
            "<table><tr><th>字段<th>类型<th>说明<tr><td>colour<td>String<td>颜色<tr><td>size</td><td>Int</td><td>大小</td></tr></table>",
            "<html><body><p>x</p><table>\n<thead><tr><th>字段</th><th>类型</th><th>说明</th></tr></thead>\n<tbody><tr><td><p>colour</p></td><td>String</td><td>颜色</td></tr>\n<tr><td>size</td><td>Int</td><td>大小</td></tr></tbody></table></body></html>",
        ];
        let wanted = [
            ["字段", "类型", "说明"],
            ["colour", "String", "颜色"],
            ["size", "Int", "大小"],
        ];
        for form in forms {
            let found = tables(form);
            assert_eq!(found.len(), 1, "{form}");
            assert_eq!(found[0], wanted, "{form}");
        }
    }

    #[test]
    fn a_span_of_html_fills_what_it_spans() {
        let text = "<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td colspan=2>d</table>";
        assert_eq!(tables(text)[0], [["a", "b"], ["a", "c"], ["d", "d"]]);
    }

    #[test]
    fn a_pipe_inside_code_or_behind_a_backslash_is_no_border() {
        let text = "| a | b |\n|---|---|\n| `x|y` | p\\|q |\n";
        assert_eq!(tables(text)[0][1], ["x|y", "p|q"]);
    }

    #[test]
    fn rows_know_their_lines_in_every_form() {
        for text in [
            "\n字段\t类型\nx\tInt\n",
            "\n| 字段 | 类型 |\n| x | Int |\n",
            "\n<table><tr><td>字段<td>类型</tr>\n<tr><td>x<td>Int</tr></table>",
            "<html>\n<table><tr><td>字段<td>类型</tr>\n<tr><td>x<td>Int</tr></table>",
        ] {
            let blocks = read(text);
            let Some(Block::Table(table)) = blocks.last() else {
                panic!("{text}: {blocks:?}")
            };
            let lines: Vec<usize> = table.rows.iter().map(|row| row.line).collect();
            assert_eq!(lines, [2, 3], "{text}");
        }
    }
}
