//! The dialect, ready to validate by.
//!
//! Nearly every file is right, and a validator takes longer to build than a file to check. So the meta-schemas that are built in were made
//! into code that says only whether a file is right; a validator is built for the first one that is not, and tells what is wrong.

use std::sync::LazyLock;

use jsonschema::{Draft, Registry, Validator};
use serde_json::Value;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::read::{Document, MetaSchemas, Sources};

/// The dialect of what was read.
#[derive(Debug)]
pub(super) enum Dialect {
    /// That of the generator.
    BuiltIn,
    /// One of a revision of old.
    Other(Box<Rules>),
}

/// Which of a vendor's files.
#[derive(Debug, Clone, Copy)]
pub(super) enum File {
    Vendor,
    Operation,
}

/// The validators that tell what is wrong.
#[derive(Debug)]
pub(super) struct Rules {
    vendor: Rule,
    operation: Rule,
}

#[derive(Debug)]
struct Rule {
    schema: Value,
    validator: Validator,
}

#[jsonschema::validator(
    path = "../schemas/dialect/vendor.schema.json",
    draft = Draft202012,
    methods = { is_valid = true, validate = false, iter_errors = false }
)]
struct VendorFile;

#[jsonschema::validator(
    path = "../schemas/dialect/operation.schema.json",
    draft = Draft202012,
    resources = { "zhixing:dialect/vendor" => { path = "../schemas/dialect/vendor.schema.json" } },
    methods = { is_valid = true, validate = false, iter_errors = false }
)]
struct OperationFile;

static BUILT_IN: LazyLock<Result<Rules, Diagnostic>> =
    LazyLock::new(|| Rules::of(&MetaSchemas::BuiltIn));

impl Dialect {
    /// The dialect that was read; `None` if it is missing or broken, which is then reported.
    pub(super) fn of(sources: &Sources, faults: &mut Diagnostics) -> Option<Self> {
        let schemas = sources.dialect.as_ref()?;
        if let MetaSchemas::BuiltIn = schemas {
            return Some(Self::BuiltIn);
        }
        match Rules::of(schemas) {
            Ok(rules) => Some(Self::Other(Box::new(rules))),
            Err(broken) => {
                faults.push(broken);
                None
            }
        }
    }

    /// Whether a file is right.
    pub(super) fn accepts(&self, file: File, value: &Value) -> bool {
        match (self, file) {
            (Self::BuiltIn, File::Vendor) => VendorFile::is_valid(value),
            (Self::BuiltIn, File::Operation) => OperationFile::is_valid(value),
            (Self::Other(rules), _) => rules.validator(file).is_valid(value),
        }
    }

    /// What tells why a file is not right; the error says that the dialect is broken.
    pub(super) fn rules(&self) -> Result<&Rules, &Diagnostic> {
        match self {
            Self::BuiltIn => BUILT_IN.as_ref(),
            Self::Other(rules) => Ok(rules),
        }
    }
}

impl Rules {
    fn of(schemas: &MetaSchemas) -> Result<Self, Diagnostic> {
        let [vendor, operation] = schemas
            .documents()
            .map_err(|error| broken("schemas/dialect", &error))?;
        let registry = Registry::new()
            .add("zhixing:dialect/vendor", vendor.value.clone())
            .and_then(|registry| registry.add("zhixing:dialect/operation", operation.value.clone()))
            .and_then(|registry| registry.prepare())
            .map_err(|error| broken("schemas/dialect", &error))?;
        let rule = |document: Document| {
            let validator = jsonschema::options()
                .with_draft(Draft::Draft202012)
                .offline()
                .with_registry(&registry)
                .build(&document.value)
                .map_err(|error| broken(&document.file, &error))?;
            Ok(Rule {
                schema: document.value,
                validator,
            })
        };
        Ok(Self {
            vendor: rule(vendor)?,
            operation: rule(operation)?,
        })
    }

    pub(super) fn validator(&self, file: File) -> &Validator {
        match file {
            File::Vendor => &self.vendor.validator,
            File::Operation => &self.operation.validator,
        }
    }

    /// What stands at a place that a validator names, `zhixing:dialect/vendor#/$defs/clock`.
    pub(super) fn at(&self, location: &str) -> Option<&Value> {
        let (id, pointer) = location.split_once('#')?;
        let schema = [&self.vendor.schema, &self.operation.schema]
            .into_iter()
            .find(|schema| schema.get("$id").and_then(Value::as_str) == Some(id))?;
        schema.pointer(pointer)
    }
}

fn broken(file: &str, error: &dyn std::fmt::Display) -> Diagnostic {
    Diagnostic {
        file: file.into(),
        line: None,
        pointer: String::new(),
        reason: format!("The dialect is broken: {error}."),
        hint: "Mend the meta-schema.".into(),
    }
}
