//! Walks a document and gathers what its tables say.
//!
//! A table says what it holds by its columns, by the line above it, or by the field that the line names. If
//! none of them says it, the table is left out: a reply's field among the parameters would be worse.

use super::codes::{self, Code};
use super::columns::{self, Column, Header};
use super::document::{Block, Line, Row, Table, single};
use super::field::{self, Field};
use super::label::{self, Subject};
use super::remark::Remarks;
use super::rows;
use super::types::Kind;

/// A fixed header of every request, which has a value and no type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FixedHeader {
    pub(super) name: String,
    pub(super) value: String,
}

/// What the tables say.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) parameters: Vec<Field>,
    pub(super) headers: Vec<Field>,
    pub(super) common: Vec<Field>,
    pub(super) fixed_headers: Vec<FixedHeader>,
    pub(super) reply: Vec<Field>,
    pub(super) codes: Vec<Code>,
}

/// Reads all tables.
pub(super) fn gather(blocks: &[Block], remarks: &mut Remarks) -> Gathered {
    let mut walk = Walk {
        found: Gathered::default(),
        remarks,
        labels: Vec::new(),
        last: None,
    };
    for block in blocks {
        match block {
            Block::Text(line) => {
                if single::is_lost(&line.text) {
                    let reason = "It reads like a table's header, and nothing but single blanks tells the cells below it apart: the table is left out.";
                    walk.remarks.left_out(line.number, &line.text, reason);
                }
                walk.labels.push(line.clone());
            }
            // What stands above an example heads no table below it.
            Block::Code(code) => {
                walk.in_code(code);
                walk.labels.clear();
                walk.last = None;
            }
            Block::Table(table) => {
                walk.table(table);
                walk.labels.clear();
            }
        }
    }
    let mut found = walk.found;
    settle(&mut found.reply, remarks);
    found
}

/// What a table was taken for, and below which field it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    subject: Subject,
    base: Vec<Vec<String>>,
}

struct Walk<'a> {
    found: Gathered,
    remarks: &'a mut Remarks,
    /// The lines since the last table.
    labels: Vec<Line>,
    last: Option<Place>,
}

impl Walk<'_> {
    fn table(&mut self, table: &Table) {
        let Some((first, rest)) = table.rows.split_first() else {
            return;
        };
        let Some(header) = columns::header(first) else {
            let reason = format!(
                "A table of {} rows without a header that is known.",
                table.rows.len()
            );
            return self.remarks.left_out(first.line, &first.told(), reason);
        };
        let Some(place) = self.place(&header, first) else {
            self.last = None;
            return;
        };
        self.last = Some(place.clone());
        let tree = match place.subject {
            Subject::Codes(valid) => {
                return codes::read(&header, rest, valid, &mut self.found.codes, self.remarks);
            }
            Subject::HttpCodes | Subject::Example => {
                let reason = "A table of HTTP status codes or of an example: write it by hand.";
                return self.remarks.left_out(first.line, &first.told(), reason);
            }
            Subject::Headers if header.place(&Column::Type).is_none() => {
                return self.fixed(&header, rest);
            }
            Subject::Headers => &mut self.found.headers,
            Subject::Common => &mut self.found.common,
            Subject::Request => &mut self.found.parameters,
            Subject::Reply => &mut self.found.reply,
        };
        for base in &place.base {
            rows::read(&header, rest, base, tree, self.remarks);
        }
    }

    /// Where the table's rows belong; if that is not said, the table is reported.
    fn place(&mut self, header: &Header, first: &Row) -> Option<Place> {
        let place = |subject: Subject| {
            Some(Place {
                subject,
                base: vec![Vec::new()],
            })
        };
        let headings: Vec<Line> = self
            .labels
            .iter()
            .rev()
            .filter(|line| !label::is_remark(&line.text))
            .take(3)
            .cloned()
            .collect();
        let said = headings.iter().find_map(|line| label::subject(&line.text));
        if header.place(&Column::Code).is_some() && header.place(&Column::Type).is_none() {
            return match said {
                Some(codes @ (Subject::Codes(_) | Subject::HttpCodes)) => place(codes),
                _ => place(Subject::Codes(None)),
            };
        }
        if header.place(&Column::Name).is_none() {
            let reason = "No column is known to hold the fields' names.";
            self.remarks.left_out(first.line, &first.told(), reason);
            return None;
        }
        if let Some(nearest) = headings.first()
            && let Some(base) = self.sub_table(&nearest.clone(), said)
        {
            return base;
        }
        // A page may end inside a table, whose header is printed again.
        let goes_on = self.labels.is_empty().then(|| self.last.clone()).flatten();
        match said {
            Some(Subject::Codes(_) | Subject::HttpCodes | Subject::Example) | None => {
                if goes_on.is_some() {
                    return goes_on;
                }
                if header.place(&Column::Place).is_some() {
                    return place(Subject::Request);
                }
                let reason = "No line above it says whether it is of the request or of the reply.";
                self.remarks.left_out(first.line, &first.told(), reason);
                None
            }
            Some(subject) => {
                if subject == Subject::Reply && !self.found.reply.is_empty() {
                    let reason = "Another table of the reply, and of which field is not said; drafted at the root unless a printed reply shows it elsewhere.";
                    self.remarks.unsure(first.line, &first.told(), reason);
                }
                place(subject)
            }
        }
    }

    /// The place of a table that a line heads by a field's name: nothing if the line names no field, and
    /// no place if it names one that is not there.
    fn sub_table(&mut self, line: &Line, said: Option<Subject>) -> Option<Option<Place>> {
        let reply = &self.found.reply;
        let place = |base: Vec<Vec<String>>| {
            Some(Some(Place {
                subject: Subject::Reply,
                base,
            }))
        };
        for name in label::names(&line.text) {
            let fits = |field: &Field| field.name == name && field.may_hold_fields();
            let candidates = field::paths(reply, &fits);
            let empty = |path: &&Vec<String>| {
                field::find(reply, path).is_some_and(|f| f.children.is_empty())
            };
            let open: Vec<Vec<String>> = candidates.iter().filter(empty).cloned().collect();
            if open.len() == 1 {
                return place(open);
            }
            if open.is_empty() && candidates.len() == 1 {
                return place(candidates);
            }
            if !candidates.is_empty() {
                let reason = format!(
                    "{} fields are called `{name}`: which of them the table describes is not said.",
                    candidates.len()
                );
                self.remarks.left_out(line.number, &line.text, reason);
                return Some(None);
            }
            let of_type = field::paths(reply, &|field| field.named.as_deref() == Some(name));
            if !of_type.is_empty() {
                return place(of_type);
            }
        }
        let name = label::only_name(&line.text)?;
        if label::subject(&line.text).is_some() {
            return None; // `Response` alone
        }
        if said == Some(Subject::Reply) && reply.is_empty() {
            let reason =
                "It heads a table, and no field is so called; drafted as an object of the reply.";
            self.remarks.unsure(line.number, &line.text, reason);
            self.found.reply.push(Field {
                name: name.to_owned(),
                line: line.number,
                kind: Some(Kind::Object),
                comments: vec!["Heads a table of its own, without type or description.".into()],
                ..Field::default()
            });
            return Some(Some(Place {
                subject: Subject::Reply,
                base: vec![vec![name.to_owned()]],
            }));
        }
        let reason = "It heads a table, and no field that could hold fields is so called: the table is left out.";
        self.remarks.left_out(line.number, &line.text, reason);
        Some(None)
    }

    /// A lost fence turns what stands between two examples into code, tables included.
    fn in_code(&mut self, code: &[Line]) {
        for line in code {
            let cells: Vec<String> = line.text.split('\t').map(str::to_owned).collect();
            let row = Row {
                line: line.number,
                cells,
            };
            if columns::header(&row).is_some() {
                let reason = "A table inside printed code, perhaps because a fence was lost: it is left out.";
                self.remarks.left_out(line.number, &row.told(), reason);
            }
        }
    }

    fn fixed(&mut self, header: &Header, rows: &[Row]) {
        let value = [Column::Value, Column::Description];
        for row in rows {
            let name = header.cell(row, &Column::Name);
            let value = value
                .iter()
                .map(|column| header.cell(row, column))
                .find(|cell| !cell.is_empty());
            let reason = "A header that each request carries: no keyword of an operation says that; see `auth` and `statements`.";
            self.remarks.left_out(row.line, &row.told(), reason);
            if let Some(value) = value {
                self.found.fixed_headers.push(FixedHeader {
                    name: name.to_owned(),
                    value: value.to_owned(),
                });
            }
        }
    }
}

/// A field in which others stand holds fields, whatever little its type says.
fn settle(fields: &mut [Field], remarks: &mut Remarks) {
    for field in fields {
        if !field.children.is_empty() {
            match &mut field.kind {
                Some(kind) => kind.of_objects(),
                None => {
                    let text = format!("{} {}", field.name, field.printed.kind);
                    let reason =
                        "Whether it is one object or a list is not said; drafted as an object.";
                    remarks.unsure(field.line, &text, reason);
                    field.kind = Some(Kind::Object);
                }
            }
        }
        settle(&mut field.children, remarks);
    }
}
