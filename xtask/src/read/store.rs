//! Where files come from: a folder on disk, or texts at hand.
//!
//! The command reads the repository. Tests that damage schemas by the thousand, and the fuzzer, read from memory: the same
//! reader, without a disk in between.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Files by their paths from the repository's root, with `/`.
pub trait Store {
    /// A file's bytes.
    ///
    /// # Errors
    /// There is none, or it cannot be read.
    fn bytes(&self, file: &str) -> io::Result<Vec<u8>>;

    /// Names in a folder and whether each is a folder itself, sorted; none if it cannot be listed.
    fn entries(&self, folder: &str) -> Vec<(String, bool)>;
}

impl Store for Path {
    fn bytes(&self, file: &str) -> io::Result<Vec<u8>> {
        fs::read(self.join(file))
    }

    fn entries(&self, folder: &str) -> Vec<(String, bool)> {
        let Ok(list) = fs::read_dir(self.join(folder)) else {
            return Vec::new();
        };
        let mut names: Vec<_> = list
            .flatten()
            .map(|entry| {
                let name = entry.file_name().to_string_lossy().into_owned();
                (name, entry.path().is_dir())
            })
            .collect();
        names.sort();
        names
    }
}

impl Store for PathBuf {
    fn bytes(&self, file: &str) -> io::Result<Vec<u8>> {
        self.as_path().bytes(file)
    }

    fn entries(&self, folder: &str) -> Vec<(String, bool)> {
        self.as_path().entries(folder)
    }
}

/// Files in memory.
pub type Texts = BTreeMap<String, Vec<u8>>;

impl Store for Texts {
    fn bytes(&self, file: &str) -> io::Result<Vec<u8>> {
        self.get(file)
            .cloned()
            .ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn entries(&self, folder: &str) -> Vec<(String, bool)> {
        let folder = format!("{folder}/");
        let mut names: Vec<(String, bool)> = self
            .range(folder.clone()..)
            .map_while(|(file, _)| file.strip_prefix(&folder))
            .map(|rest| match rest.split_once('/') {
                Some((inner, _)) => (inner.to_owned(), true),
                None => (rest.to_owned(), false),
            })
            .collect();
        names.sort();
        names.dedup();
        names
    }
}
