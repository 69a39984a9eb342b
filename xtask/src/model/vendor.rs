//! A vendor as its file says it: the file's own structure is the model.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Auth, Lowered, Operation, naming, operation};
use crate::read::{self, Document};

/// One vendor with its operations.
#[derive(Debug)]
pub struct Vendor {
    /// `vendor.json`.
    pub file: VendorFile,
    /// The operations, by name.
    pub operations: Vec<Operation>,
}

/// A text in two languages.
#[derive(Debug, Clone, Deserialize)]
#[allow(missing_docs)]
pub struct Bilingual {
    pub zh: String,
    pub en: String,
}

/// `vendor.json`, member by member; see the dialect for what each is.
#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct VendorFile {
    pub vendor: String,
    pub title: Bilingual,
    pub document: PrintedDocument,
    pub base_url: BaseUrl,
    pub credentials: Vec<Credential>,
    pub auth: Auth,
    pub envelope: Envelope,
    #[serde(default)]
    pub envelopes: BTreeMap<String, Envelope>,
    pub reply_signature: Option<ReplySignature>,
    pub statuses: Vec<Status>,
    #[serde(default)]
    pub http_statuses: Vec<HttpStatus>,
    #[serde(default)]
    pub statements: Vec<Statement>,
}

#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct PrintedDocument {
    pub title: String,
    pub file: String,
    pub version: Option<String>,
    #[serde(default)]
    pub notes: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct BaseUrl {
    pub url: Option<String>,
    pub environment: String,
    #[serde(default)]
    pub whole_endpoint: bool,
}

#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct Credential {
    pub name: String,
    pub environment: String,
    pub description: String,
}

#[derive(Debug, Clone, Deserialize)]
#[allow(missing_docs)]
pub struct Envelope {
    pub code: String,
    pub message: String,
    pub payload: Option<String>,
    pub order_number: Option<String>,
}

#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct ReplySignature {
    pub signature: String,
    pub payload: String,
    pub algorithm: String,
    pub suffix: String,
    pub credential: String,
}

#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct Status {
    pub code: Code,
    pub name: String,
    pub meaning: String,
    pub description: String,
    pub class: String,
    pub valid_request: Option<bool>,
    pub old_code: Option<String>,
    pub advice: Option<Advice>,
    #[serde(default)]
    pub causes: Vec<String>,
    pub notes: Option<String>,
}

/// A code, or several that are one status.
#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
#[serde(untagged)]
pub enum Code {
    Boolean(bool),
    Integer(i64),
    Text(String),
    Range {
        from: End,
        to: End,
    },
    /// The reply has none.
    Absent(()),
}

/// One end of a range, with the type that its codes have on the wire.
#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
#[serde(untagged)]
pub enum End {
    Integer(i64),
    Text(String),
}

impl End {
    /// The whole number; text that is none was refused.
    #[must_use]
    pub fn number(&self) -> i64 {
        match self {
            Self::Integer(number) => *number,
            Self::Text(text) => text.parse().unwrap_or_default(),
        }
    }
}

impl Code {
    /// The ends of a range.
    #[must_use]
    pub fn range(&self) -> Option<(i64, i64)> {
        match self {
            Self::Range { from, to } => Some((from.number(), to.number())),
            _ => None,
        }
    }
}

/// As the core writes it.
impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Boolean(value) => value.fmt(f),
            Self::Integer(number) => number.fmt(f),
            Self::Text(text) => f.write_str(text),
            Self::Range { from, to } => write!(f, "{}..={}", from.number(), to.number()),
            Self::Absent(()) => Ok(()),
        }
    }
}

#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct HttpStatus {
    pub status: u16,
    pub meaning: String,
    pub class: String,
    pub advice: Option<Advice>,
}

#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct Advice {
    pub retry: String,
    pub seconds: Option<u32>,
    pub verbatim: Option<String>,
    pub description: String,
}

#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct Statement {
    pub section: Option<String>,
    pub verbatim: String,
    pub description: String,
}

/// A vendor to which its operations are added.
#[derive(Debug)]
pub struct Draft {
    vendor: Vendor,
    modules: naming::Scope,
    methods: naming::Scope,
}

impl Draft {
    /// A vendor without operations.
    ///
    /// # Errors
    /// Its file is missing or cannot be expressed.
    pub fn of(folder: &read::Vendor) -> Lowered<Self> {
        let Some(document) = &folder.vendor else {
            return Err(Box::new(crate::diagnostic::Diagnostic {
                file: format!("schemas/{}/vendor.json", folder.folder),
                line: None,
                pointer: String::new(),
                reason: "The file is missing.".into(),
                hint: "Every vendor has one.".into(),
            }));
        };
        let file = VendorFile::deserialize(&document.value).map_err(|error| {
            Box::new(document.fault(
                "",
                format!("The file cannot be lowered: {error}."),
                "This is a gap of the checks: the dialect allows what the generator cannot express.",
            ))
        })?;
        Ok(Self {
            vendor: Vendor {
                file,
                operations: Vec::new(),
            },
            modules: naming::Scope::modules(),
            methods: naming::Scope::methods(),
        })
    }

    /// Lowers the next operation: vendor and operation.
    ///
    /// # Errors
    /// It cannot be expressed.
    pub fn add(&mut self, document: &Document) -> Lowered<(&VendorFile, &mut Operation)> {
        let Self {
            vendor: Vendor { file, operations },
            modules,
            methods,
        } = self;
        let lowered = operation::lower(document, file, modules, methods)?;
        Ok((file, operations.push_mut(lowered)))
    }

    /// The vendor with what was added.
    #[must_use]
    pub fn finish(self) -> Vendor {
        self.vendor
    }
}
