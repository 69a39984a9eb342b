//! Puts generated files where they belong, or says which are not there.
//!
//! One list of changes serves both: writing applies it, checking prints it. Nothing can therefore be
//! clean for one and stale for the other.

use std::collections::BTreeSet;
use std::path::Path;
use std::{fmt, fs, io};

use similar::TextDiff;

use crate::emit::{self, Files};
use crate::openapi;

/// One file that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its path from the repository's root.
    pub file: String,
    /// What is the matter.
    pub kind: ChangeKind,
    /// From what is there to what should be, as a unified diff.
    pub diff: String,
    /// The command that mends it.
    pub mend: String,
}

/// What is the matter with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// It differs from what the schemas say.
    Stale,
    /// It is not there.
    Missing,
    /// Nothing generates it any more.
    Orphaned,
    /// Nothing generates it, and the generator did not write it: a person must decide.
    Foreign,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = match self.kind {
            ChangeKind::Stale => "stale",
            ChangeKind::Missing => "missing",
            ChangeKind::Orphaned => "orphaned",
            ChangeKind::Foreign => "not ours",
        };
        writeln!(f, "{word}: {}", self.file)?;
        f.write_str(&self.diff)?;
        write!(f, "mend: {}", self.mend)
    }
}

/// Every file that differs, is missing, or stands in one of `folders` and is not generated; by path.
///
/// # Errors
/// A file or folder cannot be read.
pub fn changes(root: &Path, files: &Files, folders: &BTreeSet<String>) -> io::Result<Vec<Change>> {
    let mut changes = Vec::new();
    let mut present = BTreeSet::new();
    for folder in folders {
        list(root, folder, &mut present)?;
    }
    for (file, wanted) in files {
        let found = match fs::read(root.join(file)) {
            Ok(bytes) => Some(String::from_utf8_lossy(&bytes).into_owned()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        let kind = match &found {
            Some(found) if found == wanted => continue,
            Some(_) => ChangeKind::Stale,
            None => ChangeKind::Missing,
        };
        changes.push(Change {
            diff: diff(file, &found.unwrap_or_default(), wanted),
            mend: command(file, files),
            file: file.clone(),
            kind,
        });
    }
    for file in present.into_iter().filter(|file| !files.contains_key(file)) {
        let found = String::from_utf8_lossy(&fs::read(root.join(&file))?).into_owned();
        let ours = [emit::HEADER, openapi::HEADER]
            .iter()
            .any(|header| found.starts_with(header));
        changes.push(Change {
            kind: if ours {
                ChangeKind::Orphaned
            } else {
                ChangeKind::Foreign
            },
            diff: diff(&file, &found, ""),
            mend: if ours {
                command(&file, files)
            } else {
                format!(
                    "move the file out of {}, or delete it",
                    holder(&file, folders)
                )
            },
            file,
        });
    }
    changes.sort_by(|a, b| a.file.cmp(&b.file));
    Ok(changes)
}

/// Writes what is stale or missing and deletes what is orphaned. What is not ours stays.
///
/// # Errors
/// A file cannot be written or deleted.
pub fn apply(root: &Path, files: &Files, changes: &[Change]) -> io::Result<()> {
    for change in changes {
        let path = root.join(&change.file);
        match (change.kind, files.get(&change.file)) {
            (ChangeKind::Stale | ChangeKind::Missing, Some(text)) => {
                if let Some(folder) = path.parent() {
                    fs::create_dir_all(folder)?;
                }
                fs::write(path, text)?;
            }
            (ChangeKind::Orphaned, _) => fs::remove_file(path)?,
            _ => {}
        }
    }
    Ok(())
}

/// The folders of generated files that exist, whatever crate they are in, and that of the OpenAPI documents.
#[must_use]
pub fn generated_folders(root: &Path) -> BTreeSet<String> {
    let crates = fs::read_dir(root.join("crates")).into_iter().flatten();
    let names = crates
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    names
        .map(|name| emit::folder(&name))
        .chain([openapi::FOLDER.to_owned()])
        .filter(|folder| root.join(folder).is_dir())
        .collect()
}

fn list(root: &Path, folder: &str, into: &mut BTreeSet<String>) -> io::Result<()> {
    let entries = match fs::read_dir(root.join(folder)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let entry = entry?;
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            list(root, &path, into)?;
        } else {
            into.insert(path);
        }
    }
    Ok(())
}

/// The last segment of the folder that a file should not stand in, with its slash.
fn holder(file: &str, folders: &BTreeSet<String>) -> String {
    let folder = folders
        .iter()
        .find(|folder| file.starts_with(&format!("{folder}/")));
    let last = folder.and_then(|folder| folder.rsplit('/').next());
    format!("{}/", last.unwrap_or_default())
}

fn diff(file: &str, found: &str, wanted: &str) -> String {
    TextDiff::from_lines(found, wanted)
        .unified_diff()
        .header(&format!("a/{file}"), &format!("b/{file}"))
        .to_string()
}

/// The command that mends a file: for a vendor that still has schemas, its own.
fn command(file: &str, files: &Files) -> String {
    let vendor = file
        .strip_prefix("crates/")
        .and_then(|rest| rest.split('/').next())
        .or_else(|| {
            let document = file.strip_prefix(openapi::FOLDER)?;
            document.strip_prefix('/')?.strip_suffix(".json")
        })
        .unwrap_or_default();
    let still_made = files.contains_key(&openapi::file(vendor));
    if still_made {
        format!("cargo xtask codegen --vendor {vendor}")
    } else {
        "cargo xtask codegen".into()
    }
}
