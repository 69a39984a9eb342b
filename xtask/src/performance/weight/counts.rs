//! How many crates each program builds.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use super::build::cargo;
use super::programs::{PROGRAMS, Program};
use crate::performance::{Failure, output};

/// For which machine: what is needed differs between systems.
const TARGET: &str = "x86_64-unknown-linux-gnu";

/// So many more than the packages asked for alone, at most.
const MORE: usize = 12;

/// So many at most without `reqwest`.
const WITHOUT_REQWEST: usize = 35;

/// The table of counts.
pub(super) fn counted(folder: &Path) -> Result<String, Failure> {
    let mut text = format!("\n**Crates of a program's tree, itself not counted, on {TARGET}**\n\n");
    text.push_str("| program depends on | crates | more | goal | |\n|---|---|---|---|---|\n");
    let mut unit = None;
    for program in PROGRAMS {
        let crates = crates(folder, program)?;
        let unit = *unit.get_or_insert(crates);
        let goal = match program.id {
            "vendor" => Some((format!("at most {MORE} more"), crates <= unit + MORE)),
            "no-reqwest" => Some((
                format!("at most {WITHOUT_REQWEST}"),
                crates <= WITHOUT_REQWEST,
            )),
            _ => None,
        };
        let (goal, verdict) = match goal {
            Some((goal, true)) => (goal, "met"),
            Some((goal, false)) => (goal, "**missed**"),
            None => (String::new(), ""),
        };
        let more = match (crates, unit) {
            (crates, unit) if crates > unit => format!("+{}", crates - unit),
            (crates, unit) => format!("−{}", unit - crates),
        };
        let more = if crates == unit { String::new() } else { more };
        // Writing into a text does not fail.
        let _ = writeln!(
            text,
            "| {} | {crates} | {more} | {goal} | {verdict} |",
            program.words
        );
    }
    Ok(text)
}

/// Names with versions of all that is built: what is linked, and what runs during the build.
fn crates(folder: &Path, program: &Program) -> Result<usize, Failure> {
    let mut command = cargo(&folder.join(program.id));
    command.args(["tree", "--edges", "normal,build", "--prefix", "none"]);
    command.args(["--format", "{p}", "--target", TARGET]);
    let tree = output(&mut command, "cargo tree")?;
    let names: BTreeSet<Vec<&str>> = tree
        .lines()
        .map(|line| line.split_whitespace().take(2).collect::<Vec<_>>())
        .filter(|words| !words.is_empty())
        .collect();
    Ok(names.len() - 1)
}
