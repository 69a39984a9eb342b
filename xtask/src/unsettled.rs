//! What schemas still leave to a person: places that a scaffold marked, and guesses that nobody has held against the
//! document yet.
//!
//! Both generate code that compiles, so a run that generates says where they are.

use std::fmt;

use crate::new::PLACEHOLDER;
use crate::read::{Document, Sources};

/// The key of a guess, as JSON writes it.
const GUESSED: &str = "\"x-guessed\"";

/// A file with something that a person has to settle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsettled {
    /// The file, from the repository's root.
    pub file: String,
    /// The lines that hold a placeholder, from 1.
    pub placeholders: Vec<usize>,
    /// The lines that hold a guess, from 1.
    pub guesses: Vec<usize>,
}

impl fmt::Display for Unsettled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        for (what, lines) in [
            (PLACEHOLDER, &self.placeholders),
            ("x-guessed", &self.guesses),
        ] {
            let Some((first, others)) = lines.split_first() else {
                continue;
            };
            let noun = if others.is_empty() { "line" } else { "lines" };
            write!(f, "\n  {what} in {noun} {first}")?;
            for line in others {
                write!(f, ", {line}")?;
            }
        }
        Ok(())
    }
}

/// The files that are not settled, each vendor's own file first.
#[must_use]
pub fn unsettled(sources: &Sources) -> Vec<Unsettled> {
    let files = sources.vendors.iter().flat_map(|folder| {
        let own = folder.vendor.iter().chain(folder.operations.values());
        own.chain(folder.examples.values().flatten())
    });
    files.filter_map(of_file).collect()
}

fn of_file(document: &Document) -> Option<Unsettled> {
    let lines_with = |word| -> Vec<usize> {
        let lines = (1..).zip(document.text().lines());
        let found = lines.filter(|(_, line)| line.contains(word));
        found.map(|(number, _)| number).collect()
    };
    let (placeholders, guesses) = (lines_with(PLACEHOLDER), lines_with(GUESSED));
    (!placeholders.is_empty() || !guesses.is_empty()).then(|| Unsettled {
        file: document.file.clone(),
        placeholders,
        guesses,
    })
}
