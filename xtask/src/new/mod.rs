//! `cargo xtask new`: begins a vendor or an operation.
//!
//! What is written compiles at once, and whatever a person must decide holds the word
//! [`PLACEHOLDER`]: a test of the new crate fails until none is left. Everything is made and checked in
//! memory first, so that a refusal writes nothing.

pub(crate) mod manifest;
pub(crate) mod names;
mod rust;
pub(crate) mod schema;
pub(crate) mod untouched;

use std::collections::BTreeMap;
use std::path::Path;
use std::{fmt, fs, io};

use crate::check;
use crate::codegen::{self, Failure, Options};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::read::{self, Document, Sources};

/// The word in all that a person must replace.
pub const PLACEHOLDER: &str = "PLACEHOLDER";

/// What a scaffold calls the object of the records: `record.rs` knows it by this name.
pub(crate) const ROW: &str = "Row";

/// What was written, and what is left to do.
#[derive(Debug)]
pub struct Begun {
    /// Files written or changed, from the repository's root, without the generated ones.
    pub files: Vec<String>,
    /// How many files were generated anew.
    pub generated: usize,
    /// What no tool can do, in order.
    pub next: Vec<String>,
}

impl fmt::Display for Begun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for file in &self.files {
            writeln!(f, "wrote {file}")?;
        }
        writeln!(f, "generated {} files\n\nNext:", self.generated)?;
        for (index, step) in self.next.iter().enumerate() {
            let end = if index + 1 < self.next.len() {
                "\n"
            } else {
                ""
            };
            write!(f, "{}. {step}{end}", index + 1)?;
        }
        Ok(())
    }
}

/// What to begin.
#[derive(Debug, Clone, clap::Subcommand)]
pub enum Beginning {
    /// A vendor's schemas and its crate, with one operation.
    Vendor {
        /// The crate's and the folder's name.
        name: String,
        /// The first operation's name.
        #[arg(long, default_value = "search")]
        operation: String,
    },
    /// One more operation of a vendor.
    Operation {
        /// The vendor's name.
        vendor: String,
        /// The operation's name.
        name: String,
    },
}

/// Begins a vendor or an operation.
///
/// # Errors
/// A name cannot be used, or the schemas of this vendor that are there have faults. Nothing was written.
pub fn begin(root: &Path, beginning: &Beginning) -> Result<Begun, Failure> {
    match beginning {
        Beginning::Vendor { name, operation } => vendor(root, name, operation),
        Beginning::Operation { vendor, name } => operation(root, vendor, name),
    }
}

/// Begins a vendor with one operation.
///
/// # Errors
/// A name cannot be used, or the schemas of this vendor that are there have faults. Nothing was written.
pub fn vendor(root: &Path, name: &str, operation: &str) -> Result<Begun, Failure> {
    let mut faults = Diagnostics::default();
    names::vendor(root, name, &mut faults);
    names::operation(name, operation, &mut faults);
    refuse_if_any(faults)?;

    let mut files = BTreeMap::new();
    let about = schema::vendor(name);
    files.insert(format!("schemas/{name}/vendor.json"), schema::text(&about));
    schemas_of_operation(name, operation, &about, &mut files);
    let changed = manifest::with_vendor(root, name).map_err(Failure::Faults)?;
    files.insert(
        format!("crates/{name}/Cargo.toml"),
        rust::manifest(name, operation),
    );
    files.insert(
        format!("crates/{name}/src/lib.rs"),
        rust::library(name, operation),
    );
    let mapping = format!("crates/{name}/src/record.rs");
    files.insert(mapping.clone(), rust::mapping(name, operation));
    let watched = [
        format!("schemas/{name}/vendor.json"),
        format!("crates/{name}/Cargo.toml"),
        format!("crates/{name}/src/lib.rs"),
        mapping,
    ];
    files.insert(
        format!("crates/{name}/tests/{operation}.rs"),
        rust::tests(name, operation, &watched),
    );
    refuse_existing(root, files.keys())?;
    finish(root, name, operation, files, changed, true)
}

/// Begins an operation of a vendor that is there.
///
/// # Errors
/// A name cannot be used, or the schemas of this vendor that are there have faults. Nothing was written.
pub fn operation(root: &Path, vendor: &str, name: &str) -> Result<Begun, Failure> {
    let mut faults = Diagnostics::default();
    let sources = read::read(root, Some(vendor), &mut faults);
    names::operation(vendor, name, &mut faults);
    refuse_if_any(faults)?;
    codegen::checked(&sources, Diagnostics::default())?;
    let about = sources
        .vendors
        .first()
        .and_then(|folder| folder.vendor.as_ref())
        .map(|document| document.value.clone())
        .unwrap_or_default();

    let mut files = BTreeMap::new();
    schemas_of_operation(vendor, name, &about, &mut files);
    let mapping = format!("crates/{vendor}/src/record/{name}.rs");
    files.insert(mapping.clone(), rust::mapping(vendor, name));
    files.insert(
        format!("crates/{vendor}/tests/{name}.rs"),
        rust::tests(vendor, name, &[mapping]),
    );
    refuse_existing(root, files.keys())?;
    let parent = format!("crates/{vendor}/src/record.rs");
    let text = fs::read_to_string(root.join(&parent)).map_err(|error| {
        refusal(
            &parent,
            format!("The file cannot be read: {}.", error.kind()),
            "The vendor's mappings to the unified record must be there.",
        )
    })?;
    let changed = BTreeMap::from([(parent, rust::with_module(&text, name))]);
    finish(root, vendor, name, files, changed, false)
}

/// The file of an operation that is begun, without writing it.
///
/// # Errors
/// The name cannot be used.
pub fn operation_text(
    vendor: &str,
    name: &str,
    about: &serde_json::Value,
) -> Result<String, Failure> {
    let mut faults = Diagnostics::default();
    names::operation(vendor, name, &mut faults);
    refuse_if_any(faults)?;
    Ok(schema::text(&schema::operation(name, about).0))
}

fn schemas_of_operation(
    vendor: &str,
    operation: &str,
    about: &serde_json::Value,
    files: &mut BTreeMap<String, String>,
) {
    let (body, example) = schema::operation(operation, about);
    let base = format!("schemas/{vendor}");
    files.insert(format!("{base}/{operation}.json"), schema::text(&body));
    files.insert(
        format!("{base}/{}", schema::example_file(operation)),
        schema::text(&example),
    );
}

/// Checks the schemas as they would be, and writes everything.
fn finish(
    root: &Path,
    vendor: &str,
    operation: &str,
    files: BTreeMap<String, String>,
    changed: BTreeMap<String, String>,
    is_vendor: bool,
) -> Result<Begun, Failure> {
    let mut faults = Diagnostics::default();
    let mut sources = read::read(root, None, &mut faults);
    add(&mut sources, vendor, &files);
    check::check(&sources, &mut faults);
    // What somebody else has not decided yet is no reason to refuse this.
    let faults = faults.below(&format!("schemas/{vendor}/"));
    sources.vendors.retain(|known| known.folder == vendor);
    let vendors = codegen::lowered(&sources, faults)?;
    codegen::buildable(root, &sources, &vendors)?;
    for (file, text) in files.iter().chain(&changed) {
        write(&root.join(file), text).map_err(Failure::Io)?;
    }
    let mut next = rust::next_steps(vendor, operation, is_vendor);
    let alone = Options {
        vendor: Some(vendor.to_owned()),
        check: false,
    };
    let mut generated = codegen::run(root, &alone)?.changes.len();
    match codegen::run(root, &Options::default()) {
        Ok(report) => generated += report.changes.len(),
        Err(Failure::Faults(_)) => next.insert(
            0,
            "cargo xtask codegen: another vendor's schemas have faults, and what is made from all vendors waits for it.".to_owned(),
        ),
        Err(other) => return Err(other),
    }
    Ok(Begun {
        files: files.into_keys().chain(changed.into_keys()).collect(),
        generated,
        next,
    })
}

/// Puts the new schemas among those that were read.
fn add(sources: &mut Sources, vendor: &str, files: &BTreeMap<String, String>) {
    if !sources.vendors.iter().any(|known| known.folder == vendor) {
        sources.vendors.push(read::Vendor {
            folder: vendor.to_owned(),
            vendor: None,
            operations: BTreeMap::new(),
            complete: true,
            examples: BTreeMap::new(),
        });
    }
    let Some(folder) = sources.vendors.iter_mut().find(|v| v.folder == vendor) else {
        return;
    };
    let base = format!("schemas/{vendor}/");
    for (file, text) in files {
        let (Some(name), Ok(document)) = (file.strip_prefix(&base), Document::parse(file, text))
        else {
            continue;
        };
        if name == "vendor.json" {
            folder.vendor = Some(document);
        } else if name.starts_with("examples/") {
            folder.examples.insert(name.to_owned(), Some(document));
        } else if let Some(stem) = name.strip_suffix(".json") {
            folder.operations.insert(stem.to_owned(), document);
        }
    }
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}

fn refuse_existing<'a>(
    root: &Path,
    files: impl IntoIterator<Item = &'a String>,
) -> Result<(), Failure> {
    let mut faults = Diagnostics::default();
    for file in files {
        if root.join(file).exists() {
            faults.push(fault(
                file,
                "The file is there already.",
                "Choose another name, go on with what is there, or delete it to begin anew.",
            ));
        }
    }
    refuse_if_any(faults)
}

fn refuse_if_any(faults: Diagnostics) -> Result<(), Failure> {
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Failure::Faults(faults))
    }
}

fn refusal(file: &str, reason: impl Into<String>, hint: impl Into<String>) -> Failure {
    let mut faults = Diagnostics::default();
    faults.push(fault(file, reason, hint));
    Failure::Faults(faults)
}

fn fault(file: &str, reason: impl Into<String>, hint: impl Into<String>) -> Diagnostic {
    Diagnostic {
        file: file.to_owned(),
        line: None,
        pointer: String::new(),
        reason: reason.into(),
        hint: hint.into(),
    }
}
