//! `cargo xtask performance`: measures beside peers, and writes what was measured into `docs/performance.md`.
//!
//! A time says little about a machine that nobody else has; a ratio to a peer of the same run says something everywhere.
//! So every table has a row that is 1.00, all of its rows are measured several times in turn, and the goals are
//! ratios. What stands in a table is data, in [`tables`]; what is measured is the benches of the workspace. The text between the
//! tables is written by people and stays.

mod bench;
mod machine;
mod page;
mod render;
mod table;
pub mod tables;
mod weight;

use std::fmt;
use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

pub use table::{Bound, Goal, Measured, Part, Row, Scale, Source, Table};
use tables::TABLES;

/// Where the tables are written, from the root.
pub const PAGE: &str = "docs/performance.md";

/// What to measure.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Options {
    /// This table only; may be given several times. The others stay as they are.
    #[arg(long, value_name = "NAME")]
    pub only: Vec<String>,
    /// Fewer and shorter rounds, and nothing of the table of weight is built for release: for a look, and not for figures to keep.
    /// The benches are built with optimisation all the same, which takes minutes the first time.
    #[arg(long)]
    pub quick: bool,
    /// Print the tables and write nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// Why nothing was measured, or not written.
#[derive(Debug)]
pub enum Failure {
    /// No table has this name.
    NoTable(String),
    /// The page has no place for a table.
    NoPlace(String),
    /// A command could not be started.
    NotStarted(String, io::Error),
    /// A command failed; what it said.
    Failed(String, String),
    /// A bench did not measure what a table shows; what it measured instead.
    Missing(String, Vec<String>),
    /// What a bench left behind cannot be understood; the file, and why.
    NotUnderstood(String, String),
    /// A file cannot be read or written.
    Io(String, io::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoTable(name) => {
                let names: Vec<&str> = TABLES.iter().map(|table| table.name).collect();
                write!(
                    f,
                    "No table is named `{name}`; there are {}.",
                    names.join(", ")
                )
            }
            Self::NoPlace(name) => write!(
                f,
                "{PAGE} has no place for `{name}`: write the lines `{}` and `{}` where the table shall stand.",
                page::begin(name),
                page::end(name)
            ),
            Self::NotStarted(command, error) => {
                write!(f, "`{command}` cannot be started: {error}.")
            }
            Self::Failed(command, said) => write!(f, "`{command}` failed:\n{said}"),
            Self::Missing(id, found) => write!(
                f,
                "No bench measured `{id}`. Measured were: {}.",
                found.join(", ")
            ),
            Self::NotUnderstood(file, reason) => write!(f, "{file}: {reason}."),
            Self::Io(file, error) => write!(f, "{file} cannot be read or written: {error}."),
        }
    }
}

impl std::error::Error for Failure {}

/// Measures, writes, and returns the tables as text.
///
/// # Errors
/// See [`Failure`]. A table that was measured is written before the next one is begun.
pub fn run(root: &Path, options: &Options) -> Result<String, Failure> {
    let file = root.join(PAGE);
    let unreadable = |error| Failure::Io(PAGE.into(), error);
    let chosen = chosen(options)?;
    let mut text = fs::read_to_string(&file).map_err(unreadable)?;
    // A page without a place is told before anything is measured for minutes.
    for table in &chosen {
        text = page::replace(&text, table.name, None)?;
    }
    let mut told = String::new();
    for table in &chosen {
        let mut shown = machine::line(table.name, options.quick);
        let measured = match table.source {
            Source::Bench { package, bench } => {
                bench::measure(root, (package, bench), options.quick)?
            }
            Source::Builds => {
                let (told, measured) = weight::measure(root, options.quick)?;
                shown.push_str(&told);
                measured
            }
        };
        shown.push_str(&table.render(&measured, options.quick)?);
        if !options.dry_run {
            text = fs::read_to_string(&file).map_err(unreadable)?;
            text = page::replace(&text, table.name, Some(&shown))?;
            fs::write(&file, &text).map_err(unreadable)?;
        }
        told.push_str(&format!("## {}\n\n{shown}\n", table.name));
    }
    Ok(told.trim_end().to_owned())
}

fn chosen(options: &Options) -> Result<Vec<&'static Table>, Failure> {
    let unknown = |name: &&String| !TABLES.iter().any(|table| table.name == **name);
    if let Some(name) = options.only.iter().find(unknown) {
        return Err(Failure::NoTable(name.clone()));
    }
    let wanted =
        |name: &str| options.only.is_empty() || options.only.iter().any(|only| only == name);
    Ok(TABLES.iter().filter(|table| wanted(table.name)).collect())
}

/// Runs a command to its end; what it printed, if it went well.
fn output(command: &mut Command, words: &str) -> Result<String, Failure> {
    let done = command
        .output()
        .map_err(|error| Failure::NotStarted(words.into(), error))?;
    if done.status.success() {
        Ok(String::from_utf8_lossy(&done.stdout).into_owned())
    } else {
        let said = [&done.stderr[..], &done.stdout].concat();
        let said = String::from_utf8_lossy(&said).trim().to_owned();
        Err(Failure::Failed(words.into(), said))
    }
}
