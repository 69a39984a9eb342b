//! Holds every file against our dialect's meta-schema.

use jsonschema::error::ValidationErrorKind;
use jsonschema::{Draft, Registry, ValidationError, Validator};
use serde_json::Value;

use super::keyword;
use crate::diagnostic::Diagnostics;
use crate::read::position::child;
use crate::read::{Document, Sources};

/// The two meta-schemas, ready to validate by. Building them takes longer than checking a file.
#[derive(Debug)]
pub struct Dialect {
    vendor: Validator,
    operation: Validator,
}

impl Dialect {
    /// The dialect that was read; `None` if it is missing or broken, which is then reported.
    pub fn of(sources: &Sources, faults: &mut Diagnostics) -> Option<Self> {
        let vendor = sources.vendor_dialect.as_ref()?;
        let operation = sources.operation_dialect.as_ref()?;
        let registry = Registry::new()
            .add("zhixing:dialect/vendor", vendor.value.clone())
            .and_then(|registry| registry.add("zhixing:dialect/operation", operation.value.clone()))
            .and_then(|registry| registry.prepare());
        let mut build = |dialect: &Document| {
            let built = match &registry {
                Ok(registry) => jsonschema::options()
                    .with_draft(Draft::Draft202012)
                    .offline()
                    .with_registry(registry)
                    .build(&dialect.value)
                    .map_err(|error| error.to_string()),
                Err(error) => Err(error.to_string()),
            };
            built
                .map_err(|error| {
                    faults.push(dialect.fault(
                        "",
                        format!("The dialect is broken: {error}."),
                        "Mend the meta-schema.",
                    ));
                })
                .ok()
        };
        let (vendor, operation) = (build(vendor), build(operation));
        Some(Self {
            vendor: vendor?,
            operation: operation?,
        })
    }

    /// Reports where files are not of the dialect.
    pub(super) fn check(&self, sources: &Sources, faults: &mut Diagnostics) {
        for folder in &sources.vendors {
            let vendor = folder.vendor.iter().map(|d| (&self.vendor, d));
            let operations = folder.operations.values().map(|d| (&self.operation, d));
            for (validator, document) in vendor.chain(operations) {
                for error in validator.iter_errors(&document.value) {
                    report(document, &error, faults);
                }
            }
        }
    }
}

fn report(document: &Document, error: &ValidationError<'_>, faults: &mut Diagnostics) {
    let pointer = error.instance_path().as_str();
    match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            for key in unexpected {
                let (reason, hint) = unknown(pointer, key);
                faults.push(document.fault(&child(pointer, key), reason, hint));
            }
        }
        // The branch that came furthest is the one that was meant.
        ValidationErrorKind::OneOfNotValid { context } | ValidationErrorKind::AnyOf { context } => {
            let depth = |errors: &Vec<ValidationError<'_>>| {
                let deepest = errors
                    .iter()
                    .map(|e| e.instance_path().as_str().matches('/').count())
                    .max();
                (deepest, std::cmp::Reverse(errors.len()))
            };
            match context
                .iter()
                .max_by_key(|errors| depth(errors))
                .filter(|errors| !errors.is_empty())
            {
                Some(errors) => errors
                    .iter()
                    .for_each(|inner| report(document, inner, faults)),
                None => faults.push(document.fault(pointer, brief(error), hint(error))),
            }
        }
        ValidationErrorKind::Constant { .. } if is_format(error) => {
            let reason = format!("The format {} is not of the dialect.", error.instance());
            faults.push(document.fault(pointer, reason, keyword::FORMAT));
        }
        _ => faults.push(document.fault(pointer, brief(error), hint(error))),
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
    let in_body = pointer.starts_with("/request") || pointer.starts_with("/reply");
    let parent = pointer.rsplit('/').nth(1);
    if in_body && parent == Some("oneOf") {
        return (
            format!("`{key}` makes of `oneOf` a choice between schemas; here it lists values."),
            "List values by `const`. Where the schemas differ in type, say several types by `type`, which becomes any JSON value.",
        );
    }
    match keyword::hint(key).filter(|_| in_body) {
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

/// The validator's words, without what a long value would add.
pub(super) fn brief(error: &ValidationError<'_>) -> String {
    let whole = error.to_string();
    if whole.chars().count() <= 160 {
        format!("{whole}.")
    } else {
        format!("{}.", error.masked_with("the value"))
    }
}

fn hint(error: &ValidationError<'_>) -> String {
    let keyword = error.schema_path().as_str();
    match error.kind() {
        ValidationErrorKind::Required { property } => {
            format!("Add the key `{}`.", property.as_str().unwrap_or_default())
        }
        ValidationErrorKind::Enum { options } => {
            let known: Vec<String> = options
                .as_array()
                .into_iter()
                .flatten()
                .map(Value::to_string)
                .collect();
            format!("Use one of {}.", known.join(", "))
        }
        ValidationErrorKind::Constant { expected_value } => {
            format!("Only {expected_value} is possible here.")
        }
        ValidationErrorKind::Type { .. } if error.instance().is_boolean() && is_body(keyword) => {
            "Write a schema as an object: `{}` is any value. What may not be there is not described.".into()
        }
        _ => format!("The rule is {keyword} in schemas/dialect/."),
    }
}

/// Whether a rule of the dialect is that of a request's or reply's schemas.
fn is_body(rule: &str) -> bool {
    rule.contains("/$defs/body")
        || rule.contains("/properties/reply")
        || rule.contains("/properties/request")
}
