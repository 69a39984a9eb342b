//! What a table is.

use std::collections::BTreeMap;

/// What is measured together.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// Its name in the page and on the command line.
    pub name: &'static str,
    /// Where its numbers come from.
    pub source: Source,
    /// What is compared with each other.
    pub parts: &'static [Part],
}

/// Where a table's numbers come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A bench by criterion.
    Bench {
        /// The package.
        package: &'static str,
        /// The bench of that package.
        bench: &'static str,
    },
    /// Programs built from nothing.
    Builds,
}

/// Rows that are compared with each other.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// What is measured, in words.
    pub title: &'static str,
    /// What the ratios are of.
    pub scale: Scale,
    /// The row that is 1.00.
    pub unit: &'static str,
    /// The rows, in the order in which they are shown.
    pub rows: &'static [Row],
}

/// What the ratios are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// How long it takes: less is better.
    Time,
    /// How often it is done in a second: more is better.
    Rate,
}

/// One piece of work.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// As criterion names it: `group/function`; of builds, `<profile> <cpu or wall>/<what is built>`.
    pub id: &'static str,
    /// What is done, in words.
    pub words: &'static str,
    /// How often one iteration does it.
    pub work: f64,
    /// What it is held to.
    pub goals: &'static [Goal],
}

/// A ratio to a row of the same part.
#[derive(Debug, Clone, Copy)]
pub struct Goal {
    /// From which side.
    pub bound: Bound,
    /// The ratio, of times or of rates as the part has it.
    pub ratio: f64,
    /// The other row, as criterion names it.
    pub of: &'static str,
}

/// From which side a goal bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Not more.
    AtMost,
    /// Not less.
    AtLeast,
}

/// Nanoseconds of an iteration by criterion's name, one map for each round.
pub type Measured = Vec<BTreeMap<String, f64>>;
