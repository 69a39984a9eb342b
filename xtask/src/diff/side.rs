//! The two sides of a comparison: a revision, the working tree, a folder.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{Failure, git};

/// One side: a root with `schemas/` below it.
#[derive(Debug)]
pub(super) struct Side {
    /// What a reader calls it.
    pub label: String,
    pub root: PathBuf,
    /// Holds what was checked out until the comparison is done.
    _folder: Option<TempDir>,
}

impl Side {
    fn tree(root: &Path) -> Self {
        Self {
            label: "working tree".into(),
            root: root.to_owned(),
            _folder: None,
        }
    }

    fn revision(root: &Path, revision: &str) -> Result<Self, Failure> {
        let commit = git::commit(root, revision)?;
        let folder = tempfile::tempdir().map_err(Failure::Io)?;
        git::check_out(root, &commit, folder.path())?;
        let short = commit.get(..10).unwrap_or(&commit);
        let label = if commit.starts_with(revision) {
            short.to_owned()
        } else {
            format!("{revision} ({short})")
        };
        Ok(Self {
            label,
            root: folder.path().to_owned(),
            _folder: Some(folder),
        })
    }

    /// A folder that holds `schemas/`, or is such a folder itself.
    fn folder(path: &Path) -> Result<Self, Failure> {
        let label = path.display().to_string();
        if path.join("schemas").is_dir() {
            return Ok(Self {
                label,
                root: path.to_owned(),
                _folder: None,
            });
        }
        let has_vendor = std::fs::read_dir(path).is_ok_and(|entries| {
            let mut folders = entries.flatten().map(|entry| entry.path());
            folders.any(|folder| folder.join("vendor.json").is_file())
        });
        match (has_vendor, path.file_name(), path.parent()) {
            (true, Some(name), Some(parent)) if name == "schemas" => Ok(Self {
                label,
                root: parent.to_owned(),
                _folder: None,
            }),
            (true, ..) => {
                let folder = tempfile::tempdir().map_err(Failure::Io)?;
                copy(path, &folder.path().join("schemas")).map_err(Failure::Io)?;
                Ok(Self {
                    label,
                    root: folder.path().to_owned(),
                    _folder: Some(folder),
                })
            }
            (false, ..) => Err(Failure::Folder(path.to_owned())),
        }
    }
}

/// The sides that a range names: `REV` against the working tree, `REV..REV`, or `REV...REV` from where the
/// two parted. A revision that is left out is HEAD.
pub(super) fn of_range(root: &Path, range: &str) -> Result<(Side, Side), Failure> {
    let or_head = |name: &str| if name.is_empty() { "HEAD" } else { name }.to_owned();
    if let Some((old, new)) = range.split_once("...") {
        let (old, new) = (or_head(old), or_head(new));
        let [old, tip] = [git::commit(root, &old)?, git::commit(root, &new)?];
        let base = git::merge_base(root, &old, &tip)?;
        return Ok((Side::revision(root, &base)?, Side::revision(root, &new)?));
    }
    if let Some((old, new)) = range.split_once("..") {
        let (old, new) = (or_head(old), or_head(new));
        return Ok((Side::revision(root, &old)?, Side::revision(root, &new)?));
    }
    Ok((Side::revision(root, &or_head(range))?, Side::tree(root)))
}

/// Two folders.
pub(super) fn of_folders(old: &Path, new: &Path) -> Result<(Side, Side), Failure> {
    Ok((Side::folder(old)?, Side::folder(new)?))
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
