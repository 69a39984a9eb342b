//! Faults of schemas: where, why, and what to do about it.
//!
//! A person who transcribes a document mends faults one after the other, so a run collects all of
//! them and stops none early. Everything that reads a schema reports here and goes on.

use std::collections::BTreeSet;
use std::fmt;

/// One fault of a schema.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// The file, from the repository's root.
    pub file: String,
    /// The line, from 1, where the place can be told.
    pub line: Option<usize>,
    /// The JSON pointer into the file.
    pub pointer: String,
    /// What is wrong.
    pub reason: String,
    /// How to mend it.
    pub hint: String,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        writeln!(
            f,
            " {}",
            if self.pointer.is_empty() {
                "(whole file)"
            } else {
                &self.pointer
            }
        )?;
        writeln!(f, "  {}", self.reason)?;
        write!(f, "  hint: {}", self.hint)
    }
}

/// All faults of a run.
#[derive(Debug, Default)]
pub struct Diagnostics {
    all: BTreeSet<Diagnostic>,
    places: BTreeSet<(String, String)>,
}

impl Diagnostics {
    /// Adds one. Two equal faults are one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let place = (diagnostic.file.clone(), diagnostic.pointer.clone());
        self.places.insert(place);
        self.all.insert(diagnostic);
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// By file, line and pointer: the same faults come in the same order in every run.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.all.iter()
    }

    /// Those of one folder's files.
    #[must_use]
    pub fn below(&self, folder: &str) -> Self {
        let mut own = Self::default();
        for diagnostic in self.all.iter().filter(|it| it.file.starts_with(folder)) {
            own.push(diagnostic.clone());
        }
        own
    }

    /// Whether a fault is known at exactly this place.
    #[must_use]
    pub fn knows(&self, file: &str, pointer: &str) -> bool {
        self.places.contains(&(file.to_owned(), pointer.to_owned()))
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for diagnostic in &self.all {
            writeln!(f, "{diagnostic}\n")?;
        }
        match self.all.len() {
            1 => write!(f, "1 fault. Nothing was written."),
            count => write!(f, "{count} faults. Nothing was written."),
        }
    }
}
