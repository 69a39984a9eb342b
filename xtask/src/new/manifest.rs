//! Where the workspace lists its vendors, with one more: the members, the report, the sandbox.
//!
//! The files are people's, with comments and an order of their own: a line is put behind that of the
//! last vendor, and nothing else is touched.

use std::collections::BTreeMap;
use std::path::Path;

use super::fault;
use crate::diagnostic::Diagnostics;
use crate::read;

/// A list of vendors, one a line: its file, the line that begins it, and what stands before and behind
/// the name.
struct Listed {
    file: &'static str,
    begins: &'static str,
    before: &'static str,
    line: &'static str,
}

const fn listed(
    file: &'static str,
    begins: &'static str,
    before: &'static str,
    line: &'static str,
) -> Listed {
    Listed {
        file,
        begins,
        before,
        line,
    }
}

/// Every list; `{}` stands for the name.
const LISTS: [Listed; 8] = [
    listed(
        "Cargo.toml",
        "members = [",
        "    \"crates/",
        "    \"crates/{}\",",
    ),
    listed(
        "Cargo.toml",
        "[workspace.dependencies]",
        "",
        "{} = { path = \"crates/{}\", default-features = false }",
    ),
    listed(
        "crates/zhixing/Cargo.toml",
        "reqwest = [",
        "    \"",
        "    \"{}/reqwest\",",
    ),
    listed(
        "crates/zhixing/Cargo.toml",
        "schemars = [",
        "    \"",
        "    \"{}/schemars\",",
    ),
    listed(
        "crates/zhixing/Cargo.toml",
        "[dependencies]",
        "",
        "{}.workspace = true",
    ),
    listed(
        "crates/zhixing/src/registry.rs",
        "pub static VENDORS: &[Entry] = &[",
        "    Entry::of::<",
        "    Entry::of::<{}::Client>(&{}::VENDOR),",
    ),
    listed(
        "crates/sandbox/Cargo.toml",
        "[dependencies]",
        "",
        "{}.workspace = true",
    ),
    listed(
        "crates/sandbox/src/served.rs",
        "static VENDORS: &[&Vendor] = &[",
        "    &",
        "    &{}::VENDOR,",
    ),
];

/// The files that list vendors, each once.
pub(crate) fn files() -> Vec<&'static str> {
    let mut files: Vec<&str> = LISTS.iter().map(|list| list.file).collect();
    files.dedup();
    files
}

/// The texts of these files with the vendor in them.
pub(super) fn with_vendor(
    root: &Path,
    name: &str,
) -> Result<BTreeMap<String, String>, Diagnostics> {
    let known = read::vendor_names(root);
    let mut faults = Diagnostics::default();
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for list in &LISTS {
        let text = match texts.get(list.file) {
            Some(text) => Ok(text.clone()),
            None => std::fs::read_to_string(root.join(list.file)),
        };
        let text = match text {
            Ok(text) => text,
            Err(error) => {
                let reason = format!("The file cannot be read: {}.", error.kind());
                faults.push(fault(list.file, reason, "It must be there, as UTF-8."));
                continue;
            }
        };
        let mut lines: Vec<&str> = text.lines().collect();
        let line = list.line.replace("{}", name);
        let Some(place) = place(&lines, list, &known) else {
            faults.push(fault(
                list.file,
                format!("No vendor's line was found under `{}`.", list.begins),
                "Write one line for each vendor there; the new one is put behind the last.",
            ));
            continue;
        };
        lines.insert(place, &line);
        texts.insert(list.file.to_owned(), lines.join("\n") + "\n");
    }
    if faults.is_empty() {
        Ok(texts)
    } else {
        Err(faults)
    }
}

/// Behind the last line of a known vendor inside the list.
fn place(lines: &[&str], list: &Listed, known: &[String]) -> Option<usize> {
    let start = lines.iter().position(|line| *line == list.begins)? + 1;
    let inside = lines
        .iter()
        .enumerate()
        .skip(start)
        .take_while(|(_, line)| !line.starts_with(['[', ']']));
    let of_vendor = |line: &str| {
        let name = line
            .strip_prefix(list.before)
            .and_then(|rest| rest.split(['"', ' ', '/', '.', ':']).next());
        name.is_some_and(|name| known.iter().any(|vendor| vendor == name))
    };
    let last = inside.filter(|(_, line)| of_vendor(line)).last();
    last.map(|(index, _)| index + 1)
}
