//! The Rust of a new vendor or operation: texts of `templates/` with names put in.

use serde_json::Value;

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
pub(super) fn tests(vendor: &str, operation: &str, about: &Value, watched: &[String]) -> String {
    let own = [
        format!("schemas/{vendor}/{operation}.json"),
        format!("schemas/{vendor}/{}", schema::example_file(operation)),
    ];
    let watched: String = own
        .iter()
        .chain(watched)
        .map(|file| format!("    \"{file}\",\n"))
        .collect();
    let mut setters = String::new();
    let credentials = about.get("credentials").and_then(Value::as_array);
    for name in credentials
        .into_iter()
        .flatten()
        .filter_map(|credential| credential.get("name")?.as_str())
    {
        setters.push_str(&format!("        .credential(\"{name}\", \"TEST\")\n"));
    }
    if about.pointer("/base_url/url").is_none() {
        setters.push_str("        .base_url(\"https://test.invalid\")\n");
    }
    if about.get("reply_signature").is_some() {
        // The placeholder is signed by nobody; the document's example may be.
        setters.push_str("        .dangerously_accept_unverified_replies()\n");
    }
    fill(include_str!("templates/tests.rs.txt"), vendor, operation)
        .replace("{{example}}", &example(&own[1]))
        .replace("{{watched}}", &watched)
        .replace("{{setters}}", &setters)
        .replace("{{records}}", &schema::records(about))
}

/// The constant that holds the example, broken where rustfmt breaks it: beyond 100 columns.
fn example(file: &str) -> String {
    let (name, value) = (
        "const EXAMPLE: &str =",
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
