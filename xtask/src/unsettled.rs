//! What schemas still leave to a person: places that a scaffold marked, guesses that nobody has held against the
//! document yet, and keys that are named by their place.
//!
//! All generate code that compiles, so a run that generates says where they are.

use std::fmt;

use crate::model::naming::is_nameless;
use crate::new::PLACEHOLDER;
use crate::read::position::child;
use crate::read::{Document, Sources};
use crate::schema::{Node, text};

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
    /// The lines of keys that make no Rust name and have no `x-name`, from 1: a field that comes before one renames it.
    pub nameless: Vec<usize>,
}

impl fmt::Display for Unsettled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        for (what, lines) in [
            (PLACEHOLDER, &self.placeholders),
            ("x-guessed", &self.guesses),
            ("a key without x-name", &self.nameless),
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
    let unsettled = Unsettled {
        file: document.file.clone(),
        placeholders: lines_with(PLACEHOLDER),
        guesses: lines_with(GUESSED),
        nameless: nameless(document),
    };
    let lines = [
        &unsettled.placeholders,
        &unsettled.guesses,
        &unsettled.nameless,
    ];
    let is_settled = lines.iter().all(|lines| lines.is_empty());
    (!is_settled).then_some(unsettled)
}

/// The lines of keys that are named by their place.
fn nameless(document: &Document) -> Vec<usize> {
    let mut pointers = Vec::new();
    for base in ["/request", "/reply"] {
        if let Some(value) = document.value.pointer(base) {
            below(
                &Node {
                    value,
                    pointer: base.to_owned(),
                },
                &mut pointers,
            );
        }
    }
    let lines = pointers.iter().filter_map(|pointer| document.line(pointer));
    let mut lines: Vec<usize> = lines.collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}

fn below(schema: &Node<'_>, pointers: &mut Vec<String>) {
    for (wire, property) in schema.properties() {
        if is_nameless(wire) && text(property.value, "x-name").is_none() {
            pointers.push(property.pointer.clone());
        }
        below(&property, pointers);
    }
    let inner = ["items", "additionalProperties", "contentSchema"];
    for inner in inner.iter().filter_map(|keyword| schema.under(keyword)) {
        below(&inner, pointers);
    }
    if let Some(definitions) = schema.under("$defs") {
        for (name, value) in definitions.value.as_object().into_iter().flatten() {
            let pointer = child(&definitions.pointer, name);
            below(&Node { value, pointer }, pointers);
        }
    }
}
