//! The rows of a table of fields: names, how deep they stand, and what is printed of them.
//!
//! A row is taken only if its cells can be told apart for certain. A cell that was lost shifts all that
//! follow, and a shifted row would make a field of a type's name.

use super::columns::{Column, Header};
use super::document::{Row, words};
use super::field::{Field, Printed, at_mut, find, named};
use super::path::{Step, indent, path};
use super::remark::Remarks;
use super::types::{self, Kind};

/// Puts the rows into the tree, below `base`.
pub(super) fn read(
    header: &Header,
    rows: &[Row],
    base: &[String],
    tree: &mut Vec<Field>,
    remarks: &mut Remarks,
) {
    let mut reader = Reader {
        header,
        base: base.to_vec(),
        above: Vec::new(),
        tree,
        remarks,
    };
    for row in rows {
        reader.row(row);
    }
}

struct Reader<'a> {
    header: &'a Header,
    base: Vec<String>,
    /// How far the rows above are indented, and where they stand.
    above: Vec<(usize, Vec<String>)>,
    tree: &'a mut Vec<Field>,
    remarks: &'a mut Remarks,
}

impl Reader<'_> {
    fn row(&mut self, row: &Row) {
        if let Some(reason) = damaged(self.header, row) {
            return self.remarks.left_out(row.line, &row.told(), reason);
        }
        let place = self.header.place(&Column::Name).unwrap_or_default();
        let raw = row.cells.get(place).map_or("", String::as_str);
        let (indent, name) = indent(raw);
        if self.begins_sub_table(row, name) {
            return;
        }
        let parent = self.parent(indent, row);
        let steps = match path(name) {
            Ok(steps) => steps,
            Err(reason) => return self.remarks.left_out(row.line, &row.told(), reason),
        };
        let field = self.field(row);
        if let Some(path) = self.put(parent, steps, field, row) {
            self.above.push((indent, path));
        }
    }

    /// A row with nothing but the name of a field that can hold fields heads what follows.
    fn begins_sub_table(&mut self, row: &Row, name: &str) -> bool {
        let alone = row
            .cells
            .iter()
            .filter(|cell| !words(cell).is_empty())
            .count()
            == 1;
        if !alone || !self.header.columns.contains(&Column::Type) {
            return false;
        }
        let heads = |field: &Field| field.name == name && field.may_hold_fields();
        let candidates = super::field::paths(self.tree, &heads);
        let [path] = &candidates[..] else {
            return false;
        };
        self.base.clone_from(path);
        self.above.clear();
        true
    }

    /// The place that an indent means: inside the last row that stands further out.
    fn parent(&mut self, indent: usize, row: &Row) -> Vec<String> {
        while self.above.last().is_some_and(|(outer, _)| *outer >= indent) {
            self.above.pop();
        }
        while let Some((_, path)) = self.above.last() {
            if find(self.tree, path).is_some_and(Field::may_hold_fields) {
                return path.clone();
            }
            let reason =
                "It is indented below a field that can hold none; drafted beside that field.";
            self.remarks.unsure(row.line, &row.told(), reason);
            self.above.pop();
        }
        self.base.clone()
    }

    fn field(&mut self, row: &Row) -> Field {
        let cell = |column: &Column| self.header.cell(row, column).to_owned();
        let mut printed = Printed {
            kind: cell(&Column::Type),
            required: cell(&Column::Required),
            length: cell(&Column::Length),
            description: cell(&Column::Description),
            others: self.header.others(row),
        };
        if self.header.place(&Column::Required).is_none()
            && let Some(mark) = types::mark_in(&printed.description)
        {
            printed.required = mark.to_owned();
        }
        let is_required = types::required(&printed.required);
        if is_required.is_none() {
            let reason = format!(
                "`{}` is no known mark of being required; drafted as optional.",
                printed.required
            );
            self.remarks.unsure(row.line, &row.told(), reason);
        }
        let kind = types::printed(&printed.kind);
        match &kind.kind {
            None if printed.kind.is_empty() => {
                let reason = "No type is printed.";
                self.remarks.unsure(row.line, &row.told(), reason);
            }
            None => {
                let reason = format!("`{}` is no known type.", printed.kind);
                self.remarks.unsure(row.line, &row.told(), reason);
            }
            Some(as_kind) if kind.unsure && *as_kind != Kind::Number => {
                let reason = format!(
                    "`{}` leaves open what is sent; drafted as {}.",
                    printed.kind,
                    as_kind.word()
                );
                self.remarks.unsure(row.line, &row.told(), reason);
            }
            Some(_) => {}
        }
        Field {
            line: row.line,
            kind: kind.kind,
            named: kind.named,
            is_required: is_required.unwrap_or_default(),
            place: cell(&Column::Place),
            printed,
            ..Field::default()
        }
    }

    /// Puts a field at the end of a path, with what is missing on the way; says where it is then.
    fn put(
        &mut self,
        parent: Vec<String>,
        steps: Vec<Step>,
        mut field: Field,
        row: &Row,
    ) -> Option<Vec<String>> {
        let mut at = parent;
        let mut steps = steps;
        // A table headed `data` may print whole paths: `data.name`.
        let repeats = steps.len() > 1
            && steps.first().map(|step| &step.name) == at.last()
            && find(self.tree, &at).is_some_and(|f| named(&f.children, &steps[0].name).is_none());
        if repeats {
            steps.remove(0);
        }
        let last = steps.pop()?;
        for step in steps {
            let fields = at_mut(self.tree, &at)?;
            match named(fields, &step.name) {
                None => {
                    let reason = format!(
                        "`{}` has no row of its own; it is known from this path.",
                        step.name
                    );
                    self.remarks.unsure(row.line, &row.told(), reason);
                    fields.push(Field {
                        name: step.name.clone(),
                        line: row.line,
                        kind: Some(step.kind()),
                        ..Field::default()
                    });
                }
                Some(known) if !known.may_hold_fields() => {
                    let reason = format!(
                        "`{}` is printed as {}, which holds no fields.",
                        step.name, known.printed.kind
                    );
                    self.remarks.left_out(row.line, &row.told(), reason);
                    return None;
                }
                Some(_) => {}
            }
            at.push(step.name);
        }
        let fields = at_mut(self.tree, &at)?;
        if let Some(known) = named(fields, &last.name) {
            let reason = format!(
                "There are two rows of this name; the one of line {} is kept.",
                known.line
            );
            self.remarks.left_out(row.line, &row.told(), reason);
            return None;
        }
        if last.is_list && !matches!(field.kind, Some(Kind::List(_))) {
            field.kind = Some(Kind::List(field.kind.take().map(Box::new)));
        }
        field.name.clone_from(&last.name);
        fields.push(field);
        at.push(last.name);
        Some(at)
    }
}

/// Why a row's cells cannot be told apart, or are not what the header says.
fn damaged(header: &Header, row: &Row) -> Option<String> {
    let wanted = header.columns.len();
    let told = row.cells.len();
    if row.cells.iter().any(|cell| cell.contains('\u{fffd}')) {
        return Some(
            "The text is damaged: a sign was lost, or stands inside a tag that is none.".into(),
        );
    }
    if (wanted..told).any(|index| !row.cell(index).is_empty()) {
        return Some(format!(
            "The row has {told} cells and the header {wanted}: two rows may be joined."
        ));
    }
    let name = header.cell(row, &Column::Name);
    if name.is_empty() {
        return Some("The row has no name: it may be the rest of the row above, whose words would then be cut.".into());
    }
    // Blanks at the end of a line are often lost, so a row may be short; then what is there must fit.
    let kind = header.cell(row, &Column::Type);
    let short = told < wanted;
    let no_type = !kind.is_empty() && types::printed(kind).kind.is_none();
    let is_type = types::printed(name).kind.is_some();
    let mark = header.cell(row, &Column::Required);
    let shifted = no_type && types::required(kind).is_some()
        || types::required(mark).is_none() && types::printed(mark).kind.is_some();
    if shifted || short && (no_type || is_type) {
        return Some(format!(
            "The row has {told} cells and the header {wanted}: one may be missing."
        ));
    }
    None
}
