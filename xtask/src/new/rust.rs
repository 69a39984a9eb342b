//! The Rust of a new vendor or operation: texts of `templates/` with names put in.

use super::{PLACEHOLDER, schema};

/// The crate's `Cargo.toml`.
pub(super) fn manifest(vendor: &str, operation: &str) -> String {
    fill(
        include_str!("templates/manifest.toml.txt"),
        vendor,
        operation,
    )
}

/// The crate's `lib.rs`.
pub(super) fn library(vendor: &str, operation: &str) -> String {
    fill(include_str!("templates/lib.rs.txt"), vendor, operation)
}

/// The mapping of an operation's rows to the unified record.
pub(super) fn mapping(vendor: &str, operation: &str) -> String {
    fill(include_str!("templates/record.rs.txt"), vendor, operation)
}

/// The tests of an operation's example. `watched` are files that must lose their placeholders, beside
/// the operation's own schema and example.
pub(super) fn tests(vendor: &str, operation: &str, watched: &[String]) -> String {
    let own = [
        format!("schemas/{vendor}/{operation}.json"),
        format!("schemas/{vendor}/{}", schema::example_file(operation)),
    ];
    let watched: String = own
        .iter()
        .chain(watched)
        .map(|file| format!("    \"{file}\",\n"))
        .collect();
    fill(include_str!("templates/tests.rs.txt"), vendor, operation)
        .replace("{{schema}}", &constant("SCHEMA", &own[0]))
        .replace("{{example}}", &constant("EXAMPLE", &own[1]))
        .replace("{{watched}}", &watched)
}

/// A constant that holds a file, broken where rustfmt breaks it: beyond 100 columns.
fn constant(name: &str, file: &str) -> String {
    let (name, value) = (
        format!("const {name}: &str ="),
        format!("include_str!(\"../../../{file}\");"),
    );
    if name.len() + 1 + value.len() <= 100 {
        format!("{name} {value}")
    } else {
        format!("{name}\n    {value}")
    }
}

/// The file with `mod <operation>;` in it, behind its first paragraph of documentation.
pub(super) fn with_module(text: &str, operation: &str) -> String {
    let head: usize = text
        .split_inclusive('\n')
        .take_while(|line| line.starts_with("//!"))
        .map(str::len)
        .sum();
    let (head, rest) = text.split_at(head);
    let gap = if head.is_empty() { "" } else { "\n" };
    format!("{head}{gap}mod {operation};\n\n{}", rest.trim_start())
}

fn fill(template: &str, vendor: &str, operation: &str) -> String {
    template
        .replace("{{vendor}}", vendor)
        .replace("{{VENDOR}}", &vendor.to_ascii_uppercase())
        .replace("{{operation}}", operation)
        .replace("{{placeholder}}", PLACEHOLDER)
}

/// What is left to a person.
pub(super) fn next_steps(vendor: &str, operation: &str, is_vendor: bool) -> Vec<String> {
    let template = if is_vendor {
        include_str!("templates/next_vendor.txt")
    } else {
        include_str!("templates/next_operation.txt")
    };
    fill(template, vendor, operation)
        .lines()
        .map(str::to_owned)
        .collect()
}
