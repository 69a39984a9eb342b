//! `cargo xtask codegen`: the line from schemas to files, for the command and for tests.

use std::collections::BTreeSet;
use std::path::Path;
use std::{fmt, io};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::emit::{self, Files};
use crate::model::Vendor;
use crate::read::{self, Sources, Store};
use crate::unsettled::{Unsettled, unsettled};
use crate::write::{self, Change, ChangeKind};
use crate::{check, make, model, openapi};

/// What to do.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Options {
    /// This vendor only. What is made from all vendors, such as the sandbox's table of examples and the command's
    /// of schemas, stays as it is.
    #[arg(long)]
    pub vendor: Option<String>,
    /// Write nothing; list every stale, missing and orphaned file with a diff, and fail if there is one.
    #[arg(long)]
    pub check: bool,
}

/// Why nothing was generated.
#[derive(Debug)]
pub enum Failure {
    /// The schemas have faults.
    Faults(Diagnostics),
    /// The generator made something that is no Rust.
    Generator(String),
    /// A file cannot be read or written.
    Io(io::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Faults(faults) => faults.fmt(f),
            Self::Generator(reason) => {
                write!(f, "The generator has a bug: {reason}\nNothing was written.")
            }
            Self::Io(error) => write!(f, "A file cannot be read or written: {error}."),
        }
    }
}

impl std::error::Error for Failure {}

impl From<Box<Diagnostic>> for Failure {
    fn from(fault: Box<Diagnostic>) -> Self {
        let mut faults = Diagnostics::default();
        faults.push(*fault);
        Self::Faults(faults)
    }
}

/// What a step of the generator's own says that it cannot make.
impl From<String> for Failure {
    fn from(reason: String) -> Self {
        Self::Generator(reason)
    }
}

/// What was found, and done unless only a check was asked for.
#[derive(Debug)]
pub struct Report {
    /// What differed.
    pub changes: Vec<Change>,
    /// How many files are generated.
    pub files: usize,
    /// Whether nothing was written.
    pub check: bool,
    /// What the schemas leave to a person, though it generates.
    pub unsettled: Vec<Unsettled>,
}

impl Report {
    /// Whether the run ends well: nothing stale in a check; nothing left to a person otherwise.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.changes
            .iter()
            .all(|change| !self.check && change.kind != ChangeKind::Foreign)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for change in &self.changes {
            match change.kind {
                _ if self.check => writeln!(f, "{change}\n")?,
                ChangeKind::Foreign => writeln!(f, "{change}\n")?,
                ChangeKind::Orphaned => writeln!(f, "deleted {}", change.file)?,
                ChangeKind::Stale | ChangeKind::Missing => writeln!(f, "wrote {}", change.file)?,
            }
        }
        match (self.changes.len(), self.files, self.check) {
            (0, 1, _) => f.write_str("1 generated file is up to date."),
            (0, files, _) => write!(f, "{files} generated files are up to date."),
            (stale, files, true) => {
                write!(f, "{stale} of {files} generated files are not up to date.")
            }
            (stale, files, false) => {
                write!(f, "{stale} of {files} generated files were not up to date.")
            }
        }?;
        // At the end, where a long list of changes does not hide it.
        if !self.unsettled.is_empty() {
            f.write_str("\n\nNot held against the document yet; replace each placeholder, delete each x-guessed that is right, and give each key that has no Latin letter its Rust name by x-name:")?;
        }
        self.unsettled
            .iter()
            .try_for_each(|file| write!(f, "\n{file}"))
    }
}

/// Everything that the schemas under `root` generate.
///
/// # Errors
/// The schemas have faults; all of them are in the error.
pub fn generate<S: Store + ?Sized>(root: &S, vendor: Option<&str>) -> Result<Files, Failure> {
    let mut faults = Diagnostics::default();
    let sources = read::read(root, vendor, &mut faults);
    generated(root, sources, faults, vendor.is_none())
}

fn generated<S: Store + ?Sized>(
    root: &S,
    mut sources: Sources,
    mut faults: Diagnostics,
    all: bool,
) -> Result<Files, Failure> {
    check::check(&sources, &mut faults);
    refused(faults)?;
    let (vendors, mut files) = make::operations(&mut sources)?;
    buildable(root, &sources, &vendors)?;
    drop(sources);
    files.extend(make::around(&vendors, all)?);
    Ok(files)
}

/// The OpenAPI documents alone.
///
/// # Errors
/// The schemas have faults; all of them are in the error.
pub fn documents(root: &Path, vendor: Option<&str>) -> Result<Files, Failure> {
    let mut faults = Diagnostics::default();
    let sources = read::read(root, vendor, &mut faults);
    documented(&sources, faults)
}

fn documented(sources: &Sources, faults: Diagnostics) -> Result<Files, Failure> {
    checked(sources, faults)?;
    Ok(openapi::files(sources)?)
}

/// The model of what was read, if neither reading nor checking finds a fault.
///
/// # Errors
/// The schemas have faults; all of them are in the error.
pub fn checked(sources: &Sources, mut faults: Diagnostics) -> Result<Vec<Vendor>, Failure> {
    check::check(sources, &mut faults);
    lowered(sources, faults)
}

fn refused(faults: Diagnostics) -> Result<(), Failure> {
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Failure::Faults(faults))
    }
}

/// The model of what was checked, if no fault was found so far.
///
/// # Errors
/// The schemas have faults; all of them are in the error.
pub fn lowered(sources: &Sources, mut faults: Diagnostics) -> Result<Vec<Vendor>, Failure> {
    if faults.is_empty() {
        let vendors = model::lower(sources, &mut faults);
        refused(faults).map(|()| vendors)
    } else {
        Err(Failure::Faults(faults))
    }
}

/// Whether the vendors' crates can build what is generated for them.
///
/// # Errors
/// A crate does not switch on what its vendor's recipe needs.
pub fn buildable<S: Store + ?Sized>(
    root: &S,
    sources: &Sources,
    vendors: &[Vendor],
) -> Result<(), Failure> {
    let mut faults = Diagnostics::default();
    check::features::check(root, sources, vendors, &mut faults);
    refused(faults)
}

/// Generates, and writes or checks.
///
/// # Errors
/// See [`Failure`]. Nothing is written when the schemas have faults.
pub fn run(root: &Path, options: &Options) -> Result<Report, Failure> {
    let mut faults = Diagnostics::default();
    let sources = read::read(root, options.vendor.as_deref(), &mut faults);
    let unsettled = unsettled(&sources);
    let files = generated(root, sources, faults, options.vendor.is_none())?;
    let folders = match &options.vendor {
        Some(vendor) => [emit::folder(vendor)].into(),
        None => write::generated_folders(root),
    };
    settle(root, options, unsettled, &files, &folders)
}

/// Generates the OpenAPI documents, and writes or checks. [`run`] does so too: this is for those who want nothing else.
///
/// # Errors
/// See [`Failure`]. Nothing is written when the schemas have faults.
pub fn run_openapi(root: &Path, options: &Options) -> Result<Report, Failure> {
    let mut faults = Diagnostics::default();
    let sources = read::read(root, options.vendor.as_deref(), &mut faults);
    let files = documented(&sources, faults)?;
    // The folder is that of all vendors.
    let folders = match &options.vendor {
        Some(_) => BTreeSet::new(),
        None => [openapi::FOLDER.to_owned()].into(),
    };
    settle(root, options, unsettled(&sources), &files, &folders)
}

fn settle(
    root: &Path,
    options: &Options,
    unsettled: Vec<Unsettled>,
    files: &Files,
    folders: &BTreeSet<String>,
) -> Result<Report, Failure> {
    let changes = write::changes(root, files, folders).map_err(Failure::Io)?;
    if !options.check {
        write::apply(root, files, &changes).map_err(Failure::Io)?;
    }
    Ok(Report {
        changes,
        files: files.len(),
        check: options.check,
        unsettled,
    })
}
