//! `cargo xtask diff`: what a change of schemas means to those who use the crates.
//!
//! Both sides go the way of the generator, read → check → model, and the models are compared: what is told is
//! what is emitted. Every comparison takes the model's structs apart by name, so that a new member of the model
//! stops the build here until somebody decides what its change means. [`Rule`] holds what each kind of change
//! does and why; a judge from outside confirms it in the tests.

mod argument;
mod change;
mod enumeration;
mod envelope;
mod git;
mod load;
mod operation;
mod pairs;
mod parameter;
mod places;
mod raw;
mod recipe;
mod report;
mod rule;
mod side;
mod spell;
mod status;
mod types;
mod vendor;
mod version;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fmt, io};

pub use change::{Change, Effect};
pub use report::{CrateReport, Fate, Report};
pub use rule::Rule;
pub use version::{next, step};

use change::{Changes, code};
use load::Loaded;
use side::Side;

/// What to compare, and how to tell.
#[derive(Debug, Clone, clap::Args)]
pub struct Arguments {
    /// `REV` against the working tree, `REV..REV`, or `REV...REV` from where the two parted.
    #[arg(default_value = "HEAD", conflicts_with = "folders")]
    pub range: String,
    /// Two folders that hold schemas/, or are such folders themselves.
    #[arg(long, num_args = 2, value_names = ["OLD", "NEW"])]
    pub folders: Option<Vec<PathBuf>>,
    /// This vendor only.
    #[arg(long)]
    pub vendor: Option<String>,
    /// How to tell.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// Tell it as entries of CHANGELOG.md.
    #[arg(long, conflicts_with = "format")]
    pub changelog: bool,
}

/// How the changes are told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Markdown, which is read in a terminal as well.
    #[default]
    Md,
    /// One JSON document; `docs/diff.schema.json` is its JSON Schema.
    Json,
}

/// Why nothing was compared.
#[derive(Debug)]
pub enum Failure {
    /// git cannot be run.
    NoGit(io::Error),
    /// There is no such revision.
    Revision(String),
    /// git failed.
    Git {
        /// What was asked of it.
        command: String,
        /// What it said.
        said: String,
    },
    /// The folder holds no schemas.
    Folder(PathBuf),
    /// Neither side has that vendor.
    Vendor(String),
    /// A file cannot be read or written.
    Io(io::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoGit(error) => write!(
                f,
                "git cannot be run: {error}.\n  hint: install git, or compare two folders with --folders OLD NEW."
            ),
            Self::Revision(name) => write!(
                f,
                "There is no revision `{name}`.\n  hint: name a commit, a branch or a tag; `git log --oneline -- schemas` lists commits that changed schemas."
            ),
            Self::Git { command, said } => write!(f, "`git {command}` failed: {said}"),
            Self::Folder(path) => write!(
                f,
                "{} holds no schemas.\n  hint: name a folder with schemas/ in it, or one whose folders hold a vendor.json.",
                path.display()
            ),
            Self::Vendor(name) => write!(
                f,
                "Neither side has a vendor `{name}`.\n  hint: a vendor is a folder of schemas/."
            ),
            Self::Io(error) => write!(f, "A file cannot be read or written: {error}."),
        }
    }
}

impl std::error::Error for Failure {}

/// Compares, and tells as asked; with whether all could be compared.
///
/// # Errors
/// See [`Failure`]. Schemas with faults are no failure: what can be told is told, with the faults.
pub fn run(root: &Path, arguments: &Arguments) -> Result<(String, bool), Failure> {
    let (old, new) = match arguments.folders.as_deref() {
        Some([old, new]) => side::of_folders(old, new)?,
        _ => side::of_range(root, &arguments.range)?,
    };
    let report = compare(&old, &new, arguments.vendor.as_deref())?;
    let told = if arguments.changelog {
        report.changelog()
    } else {
        match arguments.format {
            Format::Md => report.markdown(),
            Format::Json => format!("{:#}", report.json()),
        }
    };
    Ok((told.trim_end().to_owned(), report.is_whole()))
}

/// Compares the schemas of two folders.
///
/// # Errors
/// A folder holds no schemas.
pub fn folders(old: &Path, new: &Path) -> Result<Report, Failure> {
    let (old, new) = side::of_folders(old, new)?;
    compare(&old, &new, None)
}

fn compare(old: &Side, new: &Side, only: Option<&str>) -> Result<Report, Failure> {
    let mut before = load::load(&old.root);
    let mut after = load::load(&new.root);
    let names: BTreeSet<String> = before.keys().chain(after.keys()).cloned().collect();
    if let Some(wanted) = only.filter(|name| !names.contains(*name)) {
        return Err(Failure::Vendor(wanted.to_owned()));
    }
    let mut crates = Vec::new();
    for name in names
        .into_iter()
        .filter(|name| only.is_none_or(|only| only == name))
    {
        let (loaded_old, loaded_new) = (before.remove(&name), after.remove(&name));
        let fate = match (&loaded_old, &loaded_new) {
            (None, _) => Fate::Added,
            (_, None) => Fate::Removed,
            _ => Fate::Changed,
        };
        let changes = match (&loaded_old, &loaded_new) {
            (Some(old), Some(new)) => both(&name, old, new),
            (old, new) => one(&name, old.is_some(), old.as_ref().or(new.as_ref())),
        };
        let faults = [(&old.label, loaded_old), (&new.label, loaded_new)];
        let faults = faults.into_iter().flat_map(|(label, loaded)| {
            let faults = loaded.map(|loaded| loaded.faults).unwrap_or_default();
            faults.into_iter().map(|fault| (label.clone(), fault))
        });
        let faults: Vec<_> = faults.collect();
        if !changes.is_empty() || !faults.is_empty() {
            let versions = [old, new].map(|side| version::of_crate(&side.root, &name));
            crates.push(CrateReport::new(name, fate, changes, faults, versions));
        }
    }
    let versions = [old, new].map(|side| version::of_workspace(&side.root));
    Ok(Report::new([&old.label, &new.label], crates, versions))
}

/// A vendor that one side has.
fn one(name: &str, was: bool, loaded: Option<&Loaded>) -> Vec<Change> {
    let mut changes = Changes::default();
    let model = loaded.and_then(|loaded| loaded.model.as_ref());
    let title = model.map_or_else(String::new, |vendor| format!(" ({})", vendor.file.title.zh));
    let operations = model.into_iter().flat_map(|vendor| &vendor.operations);
    let operations: Vec<String> = operations.map(|operation| code(&operation.name)).collect();
    let with = if operations.is_empty() {
        String::new()
    } else {
        format!(" with {}", operations.join(", "))
    };
    if was {
        let lists: Vec<String> = crate::new::manifest::files()
            .into_iter()
            .map(code)
            .collect();
        changes.by_hand(
            Rule::VendorRemoved,
            "",
            format!("vendor `{name}`{title} was removed{with}"),
            Some(format!(
                "delete `crates/{name}`, and the lines of `{name}` in {}",
                lists.join(", ")
            )),
        );
    } else {
        changes.by_hand(
            Rule::VendorAdded,
            "",
            format!("vendor `{name}`{title} was added{with}"),
            Some(format!(
                "`crates/{name}`, where it is not there yet: `docs/adding-a-vendor.md`, from “Begin” on, and for the records “Map a row”"
            )),
        );
    }
    changes.finish()
}

/// A vendor that both sides have.
fn both(name: &str, old: &Loaded, new: &Loaded) -> Vec<Change> {
    let unread: Vec<String> = old.unread.union(&new.unread).cloned().collect();
    let mut changes = match (&old.model, &new.model) {
        (Some(old), Some(new)) => vendor::compare(old, new, &unread),
        _ => Vec::new(),
    };
    // Though the texts were equal, what they mean was not looked at.
    let mut unchecked = Changes::default();
    for (side, loaded) in [("old", old), ("new", new)] {
        if loaded.is_unchecked() {
            let what =
                format!("the dialect of the {side} side is broken: nothing checked its schemas");
            unchecked.push(Rule::Unread, "", what);
        }
    }
    changes.extend(unchecked.finish());
    let has_models = old.model.is_some() && new.model.is_some();
    changes.extend(unmodelled(name, (old, new), has_models, &unread, &changes));
    changes
}

/// What no model tells: files with faults, what is not emitted, examples.
fn unmodelled(
    name: &str,
    (old, new): (&Loaded, &Loaded),
    has_models: bool,
    unread: &[String],
    told: &[Change],
) -> Vec<Change> {
    let mut changes = Changes::default();
    let files: BTreeSet<&String> = old.schemas.keys().chain(new.schemas.keys()).collect();
    for file in files {
        let operation = file.strip_suffix(".json").filter(|stem| *stem != "vendor");
        let is_unread = match operation {
            Some(operation) => unread.iter().any(|unread| unread == operation),
            None => !has_models,
        };
        let is_told = told
            .iter()
            .any(|change| change.operation.as_deref() == operation);
        changes.about(operation);
        match (old.schemas.get(file), new.schemas.get(file)) {
            (Some(old), Some(new)) if is_unread || !is_told => {
                let rule = if is_unread {
                    Rule::Unread
                } else {
                    Rule::SchemaOnly
                };
                for (pointer, words) in raw::differences(old, new) {
                    changes.push(rule, pointer, words);
                }
            }
            (before, after) if is_unread && before.is_some() != after.is_some() => {
                let word = if after.is_some() {
                    "came or was mended"
                } else {
                    "went or is broken"
                };
                changes.push(Rule::Unread, "", format!("`schemas/{name}/{file}` {word}"));
            }
            _ => {}
        }
    }
    let paths: BTreeSet<&String> = old.examples.keys().chain(new.examples.keys()).collect();
    for path in paths {
        let word = match (old.examples.get(path), new.examples.get(path)) {
            (Some(old), Some(new)) if old == new => continue,
            (Some(_), Some(_)) => "says something else",
            (None, _) => "was added",
            (_, None) => "was removed",
        };
        changes.about(path.split('/').nth(1));
        changes.push(
            Rule::ExamplesChanged,
            format!("/{path}"),
            format!("`{path}` {word}"),
        );
    }
    changes.finish()
}
