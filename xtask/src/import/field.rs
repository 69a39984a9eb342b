//! A field as printed, and the tree that the printed paths, indents and sub-tables make.

use super::types::Kind;

/// What is printed of a field, verbatim.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Printed {
    pub(super) kind: String,
    pub(super) required: String,
    pub(super) length: String,
    pub(super) description: String,
    /// What other columns say, each behind its header's words.
    pub(super) others: Vec<String>,
}

/// A field or a parameter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) line: usize,
    pub(super) kind: Option<Kind>,
    /// The name of a type of the document's own.
    pub(super) named: Option<String>,
    pub(super) printed: Printed,
    pub(super) is_required: bool,
    /// Whether an example shows `null`.
    pub(super) is_nullable: bool,
    /// Whether no table has it.
    pub(super) is_of_example: bool,
    /// Where a parameter travels, verbatim.
    pub(super) place: String,
    /// What must be said of it in the draft.
    pub(super) comments: Vec<String>,
    pub(super) contradiction: Option<String>,
    pub(super) children: Vec<Field>,
}

impl Field {
    /// Whether fields can stand in it, as far as is known.
    pub(super) fn may_hold_fields(&self) -> bool {
        self.kind.as_ref().is_none_or(Kind::holds_fields)
    }
}

/// The fields at a path, each step a name; the root's at the empty path.
pub(super) fn at<'a>(fields: &'a [Field], path: &[String]) -> Option<&'a [Field]> {
    match path.split_first() {
        None => Some(fields),
        Some((name, rest)) => at(&named(fields, name)?.children, rest),
    }
}

/// The same, to be changed.
pub(super) fn at_mut<'a>(
    fields: &'a mut Vec<Field>,
    path: &[String],
) -> Option<&'a mut Vec<Field>> {
    match path.split_first() {
        None => Some(fields),
        Some((name, rest)) => {
            let field = fields.iter_mut().find(|field| field.name == *name)?;
            at_mut(&mut field.children, rest)
        }
    }
}

/// The field of a name.
pub(super) fn named<'a>(fields: &'a [Field], name: &str) -> Option<&'a Field> {
    fields.iter().find(|field| field.name == name)
}

/// The field at a path.
pub(super) fn find<'a>(fields: &'a [Field], path: &[String]) -> Option<&'a Field> {
    let (name, parents) = path.split_last()?;
    named(at(fields, parents)?, name)
}

/// The paths of all fields that fit, outer before inner.
pub(super) fn paths(fields: &[Field], fits: &dyn Fn(&Field) -> bool) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for field in fields {
        let own = vec![field.name.clone()];
        if fits(field) {
            found.push(own.clone());
        }
        let inner = paths(&field.children, fits);
        found.extend(inner.into_iter().map(|path| [own.clone(), path].concat()));
    }
    found
}
