//! Holds every file against our dialect's meta-schema.

use jsonschema::error::ValidationErrorKind;
use jsonschema::{Draft, Registry, ValidationError};
use serde_json::Value;

use crate::diagnostic::Diagnostics;
use crate::read::position::child;
use crate::read::{Document, Sources};

/// Reports where files are not of the dialect.
pub(super) fn check(sources: &Sources, faults: &mut Diagnostics) {
    let (Some(vendor), Some(operation)) = (&sources.vendor_dialect, &sources.operation_dialect)
    else {
        return;
    };
    let registry = Registry::new()
        .add("zhixing:dialect/vendor", vendor.value.clone())
        .and_then(|registry| registry.add("zhixing:dialect/operation", operation.value.clone()))
        .and_then(|registry| registry.prepare());
    let registry = match registry {
        Ok(registry) => registry,
        Err(error) => {
            return faults.push(vendor.fault(
                "",
                format!("The dialect is broken: {error}."),
                "Mend the meta-schemas.",
            ));
        }
    };
    for (dialect, is_vendor) in [(vendor, true), (operation, false)] {
        let built = jsonschema::options()
            .with_draft(Draft::Draft202012)
            .offline()
            .with_registry(&registry)
            .build(&dialect.value);
        let validator = match built {
            Ok(validator) => validator,
            Err(error) => {
                faults.push(dialect.fault(
                    "",
                    format!("The dialect is broken: {error}."),
                    "Mend the meta-schema.",
                ));
                continue;
            }
        };
        for folder in &sources.vendors {
            let documents: Vec<&Document> = if is_vendor {
                folder.vendor.iter().collect()
            } else {
                folder.operations.values().collect()
            };
            for document in documents {
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
                let reason = format!("The key `{key}` is not of the dialect.");
                faults.push(document.fault(
                    &child(pointer, key),
                    reason,
                    "See the keys in schemas/dialect/; ours begin with `x-`.",
                ));
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
        _ => faults.push(document.fault(pointer, brief(error), hint(error))),
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
        _ => format!("The rule is {keyword} in schemas/dialect/."),
    }
}
