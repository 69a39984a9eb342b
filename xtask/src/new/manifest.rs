//! The workspace's list of members and of its own crates, with one more vendor.
//!
//! The file is a person's, with comments and an order of its own: two lines are put behind those of the
//! last vendor, and nothing else is touched.

use std::path::Path;

use super::fault;
use crate::diagnostic::Diagnostics;
use crate::read;

/// The workspace's manifest.
pub(super) const FILE: &str = "Cargo.toml";

/// The manifest's text with the vendor's crate in it.
pub(super) fn with_vendor(root: &Path, name: &str) -> Result<String, Diagnostics> {
    let refuse = |reason: String, hint: &str| {
        let mut faults = Diagnostics::default();
        faults.push(fault(FILE, reason, hint));
        faults
    };
    let text = std::fs::read_to_string(root.join(FILE)).map_err(|error| {
        refuse(
            format!("The file cannot be read: {}.", error.kind()),
            "It must be there, as UTF-8.",
        )
    })?;
    let known = read::vendor_names(root);
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for (table, line, begins) in [
        (
            "members = [",
            format!("    \"crates/{name}\","),
            "    \"crates/",
        ),
        (
            "[workspace.dependencies]",
            format!("{name} = {{ path = \"crates/{name}\", default-features = false }}"),
            "",
        ),
    ] {
        let place = place(&lines, table, begins, &known).ok_or_else(|| {
            refuse(
                format!("No vendor's line was found under `{table}`."),
                "Write one line for each vendor there; the new one is put behind the last.",
            )
        })?;
        lines.insert(place, line);
    }
    Ok(lines.join("\n") + "\n")
}

/// Behind the last line of a known vendor inside the table.
fn place(lines: &[String], table: &str, begins: &str, known: &[String]) -> Option<usize> {
    let start = lines.iter().position(|line| line == table)? + 1;
    let inside = lines
        .iter()
        .enumerate()
        .skip(start)
        .take_while(|(_, line)| !line.starts_with(['[', ']']));
    let of_vendor = |line: &str| {
        let name = line
            .strip_prefix(begins)
            .and_then(|rest| rest.split(['"', ' ']).next());
        name.is_some_and(|name| known.iter().any(|vendor| vendor == name))
    };
    let last = inside.filter(|(_, line)| of_vendor(line)).last();
    last.map(|(index, _)| index + 1)
}
