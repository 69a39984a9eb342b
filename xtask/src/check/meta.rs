//! Holds every file against our dialect's meta-schema.

use std::borrow::Cow;

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind;

use super::dialect::{Dialect, File, Rules};
use super::hint::hint;
use super::keyword;
use super::misspelt::{self, Slip, as_written};
use super::style;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::read::position::child;
use crate::read::{Document, Sources};

impl Dialect {
    /// Reports where files are not of the dialect. Where keys are misspelt, the sources become as they are meant, for all
    /// other checks; the slips are returned.
    pub(super) fn check(
        &self,
        sources: &mut Cow<'_, Sources>,
        faults: &mut Diagnostics,
    ) -> Vec<Slip> {
        let mut slips = Vec::new();
        for index in 0..sources.vendors.len() {
            let folder = &sources.vendors[index];
            let vendor = folder.vendor.iter().map(|d| (File::Vendor, d));
            let operations = folder.operations.values().map(|d| (File::Operation, d));
            let mut wrong = vendor
                .chain(operations)
                .filter(|(kind, document)| !self.accepts(*kind, &document.value))
                .peekable();
            if wrong.peek().is_none() {
                continue;
            }
            let rules = match self.rules() {
                Ok(rules) => rules,
                Err(broken) => {
                    faults.push(broken.clone());
                    return slips;
                }
            };
            let meant: Vec<Document> = wrong
                .filter_map(|(kind, document)| file(rules, kind, document, &mut slips, faults))
                .collect();
            for document in meant {
                let folder = &mut sources.to_mut().vendors[index];
                let mut files = folder.operations.values_mut().chain(&mut folder.vendor);
                if let Some(written) = files.find(|written| written.file == document.file) {
                    *written = document;
                }
            }
        }
        slips
    }
}

/// Reports a file's faults, each misspelt key as one; the file as it is meant, if there are such keys.
fn file(
    rules: &Rules,
    kind: File,
    document: &Document,
    slips: &mut Vec<Slip>,
    faults: &mut Diagnostics,
) -> Option<Document> {
    let mut meant: Option<Document> = None;
    loop {
        let document = meant.as_ref().unwrap_or(document);
        let errors: Vec<_> = rules.validator(kind).iter_errors(&document.value).collect();
        let misspelt = |error| misspelt::find(rules, kind, document, error);
        let Some(found) = errors.iter().find_map(misspelt) else {
            let told = |error| {
                style::faults(rules, document, error).unwrap_or_else(|| faults_in(document, error))
            };
            let found = errors.iter().flat_map(told);
            found.for_each(|fault| faults.push(as_written(fault, slips)));
            return meant;
        };
        faults.push(as_written(found.fault, slips));
        slips.push(found.slip);
        meant = Some(found.meant);
    }
}

/// What to tell of an error.
pub(super) fn faults_in(document: &Document, error: &ValidationError<'_>) -> Vec<Diagnostic> {
    let leaves = leaves(error).into_iter();
    leaves
        .flat_map(|error| faults_of(document, error))
        .collect()
}

/// What is wrong in an error: of branches, the one that came furthest is the one that was meant, and among equals one that
/// lists what may be written.
fn leaves<'e, 'a>(error: &'e ValidationError<'a>) -> Vec<&'e ValidationError<'a>> {
    let Some(branches) = branches(error) else {
        return vec![error];
    };
    let depth = |errors: &&Vec<ValidationError<'_>>| {
        let deepest = errors
            .iter()
            .map(|e| e.instance_path().as_str().matches('/').count())
            .max();
        let lists = |e: &ValidationError<'_>| matches!(e.kind(), ValidationErrorKind::Enum { .. });
        let lists = errors.iter().any(lists);
        (deepest, std::cmp::Reverse(errors.len()), lists)
    };
    match branches
        .iter()
        .max_by_key(depth)
        .filter(|errors| !errors.is_empty())
    {
        Some(errors) => errors.iter().flat_map(leaves).collect(),
        None => vec![error],
    }
}

/// What is wrong in each branch of a choice.
pub(super) fn branches<'e, 'a>(
    error: &'e ValidationError<'a>,
) -> Option<&'e [Vec<ValidationError<'a>>]> {
    match error.kind() {
        ValidationErrorKind::OneOfNotValid { context } | ValidationErrorKind::AnyOf { context } => {
            Some(context)
        }
        _ => None,
    }
}

fn faults_of(document: &Document, error: &ValidationError<'_>) -> Vec<Diagnostic> {
    let pointer = error.instance_path().as_str();
    match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            let fault = |key: &String| {
                let (reason, hint) = unknown(pointer, key);
                document.fault(&child(pointer, key), reason, hint)
            };
            unexpected.iter().map(fault).collect()
        }
        ValidationErrorKind::Constant { .. } if is_format(error) => {
            let reason = format!("The format {} is not of the dialect.", error.instance());
            vec![document.fault(pointer, reason, keyword::FORMAT)]
        }
        _ => vec![document.fault(pointer, brief(error), hint(error))],
    }
}

/// Whether JSON Schema's `format` is what is wrong.
fn is_format(error: &ValidationError<'_>) -> bool {
    error
        .schema_path()
        .as_str()
        .ends_with("/properties/format/const")
}

/// A key that the dialect does not have. In a body it may be a keyword of JSON Schema.
fn unknown(pointer: &str, key: &str) -> (String, &'static str) {
    if in_body(pointer) && pointer.rsplit('/').nth(1) == Some("oneOf") {
        return (
            format!("`{key}` makes of `oneOf` a choice between schemas; here it lists values."),
            "List values by `const`. Where the schemas differ in type, say several types by `type`, which becomes any JSON value.",
        );
    }
    match keyword_hint(pointer, key) {
        Some(hint) => (
            format!("The keyword `{key}` of JSON Schema is not of the dialect."),
            hint,
        ),
        None => (
            format!("The key `{key}` is not of the dialect."),
            "See the keys in schemas/dialect/; ours begin with `x-`.",
        ),
    }
}

/// What to write instead of a key that is a keyword of JSON Schema where it stands.
pub(super) fn keyword_hint(pointer: &str, key: &str) -> Option<&'static str> {
    keyword::hint(key).filter(|_| in_body(pointer))
}

fn in_body(pointer: &str) -> bool {
    pointer.starts_with("/request") || pointer.starts_with("/reply")
}

/// The validator's words, without what a long value would add.
pub(super) fn brief(error: &ValidationError<'_>) -> String {
    let whole = error.to_string();
    if whole.chars().count() <= 160 {
        format!("{whole}.")
    } else {
        format!("{}.", error.masked_with("the value"))
    }
}
