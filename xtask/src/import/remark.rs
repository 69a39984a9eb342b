//! What an import could not be sure of, told line by line.
//!
//! A draft that looks complete and is not is worse than none: everything that was printed in a table and is
//! not in the draft, and everything in the draft that is a guess, stands in this list.

use std::fmt;

/// How a thing fared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It is not in the draft.
    LeftOut,
    /// It is in the draft as a guess, or as what is printed and may be wrong.
    Unsure,
}

/// One remark on the document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remark {
    /// The line of the document, from 1.
    pub line: usize,
    /// Whether the draft has it.
    pub fate: Fate,
    /// What stands there, shortened.
    pub text: String,
    /// Why, and what was done.
    pub reason: String,
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fate = match self.fate {
            Fate::LeftOut => "left out",
            Fate::Unsure => "unsure",
        };
        write!(
            f,
            "line {}, {fate}: {}\n  {}",
            self.line, self.text, self.reason
        )
    }
}

/// The remarks of one import.
#[derive(Debug, Default)]
pub(super) struct Remarks(Vec<Remark>);

impl Remarks {
    /// Notes what is not in the draft.
    pub(super) fn left_out(&mut self, line: usize, text: &str, reason: impl Into<String>) {
        self.push(line, Fate::LeftOut, text, reason.into());
    }

    /// Notes what is in the draft and may be wrong.
    pub(super) fn unsure(&mut self, line: usize, text: &str, reason: impl Into<String>) {
        self.push(line, Fate::Unsure, text, reason.into());
    }

    fn push(&mut self, line: usize, fate: Fate, text: &str, reason: String) {
        const LONGEST: usize = 80;
        let mut told: String = text.chars().take(LONGEST).collect();
        if text.chars().count() > LONGEST {
            told.push('…');
        }
        let remark = Remark {
            line,
            fate,
            text: told.replace(['\t', '\n'], " "),
            reason,
        };
        if !self.0.contains(&remark) {
            self.0.push(remark);
        }
    }

    /// By line.
    pub(super) fn sorted(mut self) -> Vec<Remark> {
        self.0.sort();
        self.0
    }
}
