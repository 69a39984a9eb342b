//! HTML: whole pages, and tables inside other text.
//!
//! html5ever's tokenizer knows references, comments and broken quotes, and tells the line of each token;
//! its tree does not, and a person needs the line. Of the tree only the table is needed, and
//! that is built here, as browsers do: a new row closes the row before it.

use std::cell::RefCell;

use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::{Block, Found, Line, Row, Table, words};

/// Whether the text is a page, and not another text with tables in it.
pub(super) fn is_page(text: &str) -> bool {
    let start: String = text.chars().take(2000).collect::<String>().to_lowercase();
    ["<!doctype html", "<html", "<body"]
        .iter()
        .any(|tag| start.contains(tag))
}

/// A table of HTML that begins in the first of these lines.
pub(super) fn table(lines: &[&str], number: usize) -> Found {
    if !lines.first()?.to_lowercase().contains("<table") {
        return None;
    }
    let end = |line: &&str| line.to_lowercase().contains("</table");
    let taken = lines.iter().position(end).map_or(lines.len(), |at| at + 1);
    let text = lines.get(..taken).unwrap_or_default().join("\n");
    Some((blocks(&text, number), taken))
}

/// The blocks of a page or a part of one, of which the first line has this number.
pub(super) fn blocks(text: &str, first: usize) -> Vec<Block> {
    let reader = Tokenizer::new(
        Reader {
            state: RefCell::new(State {
                first,
                ..State::default()
            }),
        },
        TokenizerOpts::default(),
    );
    let input = BufferQueue::default();
    // To HTML a carriage return alone ends a line, and to nobody who then looks for the line.
    let text = text.replace("\r\n", "\n").replace('\r', " ");
    input.push_back(StrTendril::from_slice(&text));
    let _ = reader.feed(&input);
    reader.end();
    let mut state = reader.sink.state.into_inner();
    while let Some(table) = state.tables.last_mut() {
        table.damaged(); // its last cell has no end, and may have taken in what follows
        state.end_table();
    }
    state.end_text();
    state.blocks
}

struct Reader {
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    first: usize,
    blocks: Vec<Block>,
    tables: Vec<Open>,
    text: String,
    line: usize,
    is_code: bool,
}

/// A table that is not yet closed. A row is a list of cells with how many columns and rows they fill.
#[derive(Default)]
struct Open {
    rows: Vec<(usize, Vec<Cell>)>,
    in_cell: bool,
}

#[derive(Default)]
struct Cell {
    text: String,
    columns: usize,
    rows: usize,
}

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut state = self.state.borrow_mut();
        let line = state.first + usize::try_from(line).unwrap_or(1).saturating_sub(1);
        match token {
            Token::CharacterTokens(text) => state.characters(&text, line),
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                state.start(&tag, line);
                let raw = match &*tag.name {
                    "script" | "style" => Some(RawKind::Rawtext),
                    "title" | "textarea" => Some(RawKind::Rcdata),
                    _ => None,
                };
                if let Some(raw) = raw {
                    return TokenSinkResult::RawData(raw);
                }
            }
            Token::TagToken(tag) => state.end(&tag.name),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl State {
    fn characters(&mut self, text: &str, line: usize) {
        match self.tables.last_mut() {
            Some(table) => {
                if let Some(cell) = table.cell() {
                    cell.text.push_str(text);
                }
            }
            None => {
                if words(&self.text).is_empty() && !self.is_code {
                    // The token may end lines behind its first word.
                    self.line = line.saturating_sub(text.trim_start().matches('\n').count());
                    self.text.clear();
                }
                self.text.push_str(text);
            }
        }
    }

    fn start(&mut self, tag: &Tag, line: usize) {
        let span = |name: &str| {
            let value = tag
                .attrs
                .iter()
                .find(|attribute| &*attribute.name.local == name);
            let number = value.and_then(|attribute| attribute.value.trim().parse().ok());
            number.unwrap_or(1_usize).clamp(1, 100)
        };
        match (&*tag.name, self.tables.last_mut()) {
            ("table", _) => {
                self.end_text();
                self.tables.push(Open::default());
            }
            ("tr", Some(table)) => {
                table.in_cell = false;
                table.rows.push((line, Vec::new()));
            }
            ("td" | "th", Some(table)) => {
                if table.rows.is_empty() {
                    table.rows.push((line, Vec::new()));
                }
                if let Some((_, cells)) = table.rows.last_mut() {
                    cells.push(Cell {
                        text: String::new(),
                        columns: span("colspan"),
                        rows: span("rowspan"),
                    });
                }
                table.in_cell = true;
            }
            ("br" | "p" | "div" | "li", Some(table)) => {
                if let Some(cell) = table.cell().filter(|cell| !cell.text.is_empty()) {
                    cell.text.push(' ');
                }
            }
            (name, Some(table)) if !is_known(name) => table.damaged(),
            ("pre", None) => {
                self.end_text();
                self.line = line;
                self.is_code = true;
            }
            ("br", None) => self.text.push('\n'),
            ("script" | "style" | "title", _) => self.end_text(),
            (name, None) if is_block(name) && !self.is_code => self.end_text(),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match (name, self.tables.last_mut()) {
            ("table", Some(_)) => self.end_table(),
            ("td" | "th" | "tr", Some(table)) => table.in_cell = false,
            (name, Some(table)) if !is_known(name) => table.damaged(),
            ("script" | "style" | "title", _) => self.text.clear(),
            (name, None) if is_block(name) && (name == "pre" || !self.is_code) => self.end_text(),
            _ => {}
        }
    }

    /// Puts the text that was read so far among the blocks.
    fn end_text(&mut self) {
        let text = std::mem::take(&mut self.text);
        let lines = text.lines().enumerate().map(|(index, text)| Line {
            number: self.line + index,
            text: text.to_owned(),
        });
        if std::mem::take(&mut self.is_code) {
            self.blocks.push(Block::Code(lines.collect()));
            return;
        }
        for line in lines.filter(|line| !words(&line.text).is_empty()) {
            let text = words(&line.text).to_owned();
            self.blocks.push(Block::Text(Line { text, ..line }));
        }
    }

    /// A table inside another's cell is a block before the outer one.
    fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else {
            return;
        };
        let rows = table.rows();
        if !rows.is_empty() {
            self.blocks.push(Block::Table(Table { rows }));
        }
    }
}

impl Open {
    fn cell(&mut self) -> Option<&mut Cell> {
        let in_cell = self.in_cell;
        let (_, cells) = self.rows.last_mut()?;
        cells.last_mut().filter(|_| in_cell)
    }

    /// A tag that is none (`List<Object>` unescaped, or `</td<td>`) hides a part of the text.
    fn damaged(&mut self) {
        if let Some(cell) = self.cell() {
            cell.text.push('\u{fffd}');
        }
    }

    /// The rows with spanning cells repeated wherever they reach.
    fn rows(&self) -> Vec<Row> {
        let mut above: Vec<(usize, String)> = Vec::new(); // rows left to fill, by column
        let mut rows = Vec::new();
        for (line, cells) in &self.rows {
            let mut row: Vec<String> = Vec::new();
            let mut next = cells.iter();
            loop {
                if let Some((left, text)) = above.get_mut(row.len()).filter(|(left, _)| *left > 0) {
                    *left -= 1;
                    row.push(text.clone());
                    continue;
                }
                let Some(cell) = next.next() else { break };
                // Ordinary blanks around a cell mean nothing here; unbreakable ones indent.
                let text = cell.text.replace(['\n', '\t'], " ");
                let text = text.trim_matches(' ').to_owned();
                for _ in 0..cell.columns {
                    above.resize(above.len().max(row.len() + 1), (0, String::new()));
                    if let Some(place) = above.get_mut(row.len()) {
                        *place = (cell.rows - 1, text.clone());
                    }
                    row.push(text.clone());
                }
            }
            if row.iter().any(|cell| !words(cell).is_empty()) {
                rows.push(Row {
                    line: *line,
                    cells: row,
                });
            }
        }
        rows
    }
}

/// Whether a tag inside a cell takes nothing from the text.
fn is_known(name: &str) -> bool {
    const INLINE: &[&str] = &[
        "a", "abbr", "b", "br", "button", "caption", "center", "code", "col", "colgroup", "del",
        "em", "font", "hr", "i", "img", "input", "ins", "kbd", "label", "mark", "nobr", "s",
        "small", "span", "strike", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th",
        "thead", "tr", "tt", "u", "var", "wbr",
    ];
    is_block(name) || INLINE.contains(&name)
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "li"
            | "ul"
            | "ol"
            | "pre"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "dt"
            | "dd"
            | "section"
            | "article"
            | "blockquote"
            | "header"
            | "footer"
            | "head"
            | "body"
    )
}
