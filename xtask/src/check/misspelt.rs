//! A misspelt key: which one was meant, and the file as it reads with that one.
//!
//! Whoever misspells `properties` has made one fault. So it is told as one, and all else is checked as if the key were
//! right, without what would follow from its being missing.

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind;
use serde_json::{Map, Value};

use super::dialect::{File, Rules};
use super::meta::{branches, keyword_hint};
use crate::diagnostic::Diagnostic;
use crate::read::Document;
use crate::read::position::child;

/// A key that is one or two slips away from one of the dialect's.
pub(super) struct Misspelt {
    /// What to tell.
    pub(super) fault: Diagnostic,
    /// The file with the key that is meant. Its lines are those of the file.
    pub(super) meant: Document,
    /// The difference.
    pub(super) slip: Slip,
}

/// Where a file was read otherwise than it is written.
pub(super) struct Slip {
    file: String,
    written: String,
    meant: String,
}

/// The fault with the pointer that leads there in the file as it is written; `slips` are those since then, in their order.
pub(super) fn as_written(mut fault: Diagnostic, slips: &[Slip]) -> Diagnostic {
    for slip in slips.iter().rev().filter(|slip| slip.file == fault.file) {
        let below = fault.pointer.strip_prefix(&slip.meant);
        if let Some(rest) = below.filter(|rest| rest.is_empty() || rest.starts_with('/')) {
            fault.pointer = format!("{}{rest}", slip.written);
        }
    }
    fault
}

/// A misspelt key that an error is about. In a choice it is looked for in each branch, since a branch with a misspelt key may
/// not be the one that came furthest; the one that leaves the least wrong was meant, unless nothing is gained by it: a key
/// that is right in one branch may resemble one of another.
pub(super) fn find(
    rules: &Rules,
    kind: File,
    document: &Document,
    error: &ValidationError<'_>,
) -> Option<Misspelt> {
    let Some(branches) = branches(error) else {
        return find_in(rules, document, error);
    };
    let wrong = |document: &Document| -> usize {
        let errors = rules.validator(kind).iter_errors(&document.value);
        errors.map(|error| weight(&error)).sum()
    };
    let inner = branches.iter().flatten();
    let found = inner.filter_map(|error| find(rules, kind, document, error));
    let (least, best) = found
        .map(|found| (wrong(&found.meant), found))
        .min_by_key(|(left, _)| *left)?;
    (least < wrong(document)).then_some(best)
}

/// How much is wrong, in all branches.
fn weight(error: &ValidationError<'_>) -> usize {
    match (branches(error), error.kind()) {
        (Some(branches), _) => branches.iter().flatten().map(weight).sum(),
        (None, ValidationErrorKind::AdditionalProperties { unexpected }) => unexpected.len(),
        (None, _) => 1,
    }
}

/// The first misspelt key of an error about keys that the dialect does not have.
fn find_in(rules: &Rules, document: &Document, error: &ValidationError<'_>) -> Option<Misspelt> {
    let ValidationErrorKind::AdditionalProperties { unexpected } = error.kind() else {
        return None;
    };
    let pointer = error.instance_path().as_str();
    let known = known(error, rules)?;
    unexpected.iter().find_map(|key| {
        if keyword_hint(pointer, key).is_some() {
            return None;
        }
        let nearest = nearest(key, known.keys())?;
        let written = child(pointer, key);
        let fault = document.fault(
            &written,
            format!("The key `{key}` is not of the dialect."),
            format!("Write `{nearest}`, if that is meant. The keys are in schemas/dialect/; ours begin with `x-`."),
        );
        let meant = document.renamed(pointer, key, nearest)?;
        let slip = Slip {
            file: document.file.clone(),
            written,
            meant: child(pointer, nearest),
        };
        Some(Misspelt { fault, meant, slip })
    })
}

/// The keys that the dialect has where the error is.
fn known<'r>(error: &ValidationError<'_>, rules: &'r Rules) -> Option<&'r Map<String, Value>> {
    let rule = error.absolute_keyword_location()?.as_str();
    let around = rules.at(rule.strip_suffix("/additionalProperties")?)?;
    around.get("properties")?.as_object()
}

/// The one that differs by the fewest slips: one in three letters, and never more than two.
fn nearest<'k>(key: &str, known: impl Iterator<Item = &'k String>) -> Option<&'k str> {
    let most = (key.chars().count() / 3).min(2);
    known
        .map(|known| (strsim::osa_distance(key, known), known.as_str()))
        .min()
        .filter(|(slips, _)| *slips <= most)
        .map(|(_, known)| known)
}
