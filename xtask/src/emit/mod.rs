//! The model as Rust: data, names, and calls into the core.
//!
//! Nothing is decided here. An emitted file names its modules (`spec::Paging`), not their items, so
//! that a vendor's own `Paging` needs no other name.

mod choice;
mod client;
mod data;
mod described;
mod examples;
mod file;
mod flow;
mod operation;
mod recipe;
mod reply;
mod request;
mod rule;
mod schemas;
mod shared;
mod status;
mod text;
mod value;
mod vendor;

use std::collections::BTreeMap;

pub use file::{File, HEADER};
pub use reply::{enumeration, reply_impl, structure};
pub(crate) use request::is_exact;
pub use request::request;
pub use shared::shared_files;
pub use status::items as status;
pub use text::Item;

use data::list;
use flow::Node;

use crate::model::words::pascal;
use crate::model::{Operation, Vendor, VendorFile, doc};
use crate::read::position::segments;

/// Generated files by their path from the repository's root.
pub type Files = BTreeMap<String, String>;

/// The folder of a crate's generated files.
#[must_use]
pub fn folder(krate: &str) -> String {
    format!("crates/{krate}/src/generated")
}

/// The crate that serves the documented examples.
pub const SANDBOX: &str = "sandbox";

/// The crate of the command, which proposes changes to the schemas.
pub const COMMAND: &str = "cli";

/// The files of one vendor's crate.
///
/// # Errors
/// What was emitted is no Rust: a mistake of the generator's own.
pub fn vendor_files(vendor: &Vendor) -> Result<Files, String> {
    let mut files = own_files(vendor)?;
    for operation in &vendor.operations {
        files.extend([operation_file(&vendor.file, operation)?]);
    }
    Ok(files)
}

/// What a vendor's crate has once.
///
/// # Errors
/// As [`vendor_files`].
pub fn own_files(vendor: &Vendor) -> Result<Files, String> {
    let own = format!("schemas/{}/vendor.json", vendor.file.vendor);
    let files = [
        ("mod", modules(vendor)),
        ("vendor", vendor::items(vendor)),
        ("status", status(vendor)),
        ("client", client::items(vendor)),
    ];
    let files = files.map(|(name, items)| file(&vendor.file, name, &own, items, String::new()));
    files.into_iter().collect()
}

/// An operation's file: its path and text.
///
/// # Errors
/// As [`vendor_files`].
pub fn operation_file(
    vendor: &VendorFile,
    operation: &Operation,
) -> Result<(String, String), String> {
    let items = operation::items(vendor, operation);
    let calls = operation::calls(operation);
    file(vendor, &operation.module, &operation.schema, items, calls)
}

fn file(
    vendor: &VendorFile,
    module: &str,
    source: &str,
    items: Vec<Item>,
    calls: String,
) -> Result<(String, String), String> {
    let name = &vendor.vendor;
    let file = File {
        arguments: format!(" --vendor {name}"),
        source: source.to_owned(),
        items,
        calls,
    };
    Ok((format!("{}/{module}.rs", folder(name)), file.render()?))
}

/// The files of the sandbox: every documented example.
///
/// # Errors
/// What was emitted is no Rust: a mistake of the generator's own.
pub fn sandbox_files(vendors: &[Vendor]) -> Result<Files, String> {
    let index = ["mod examples;", "pub use examples::EXAMPLES;"];
    table(SANDBOX, "examples", index, examples::items(vendors))
}

/// The files of the command: the schemas themselves.
///
/// # Errors
/// What was emitted is no Rust: a mistake of the generator's own.
pub fn command_files(vendors: &[Vendor]) -> Result<Files, String> {
    let index = ["mod schemas;", "pub(crate) use schemas::SCHEMAS;"];
    table(COMMAND, "schemas", index, schemas::items(vendors))
}

/// A table over all vendors in a crate of its own, and the module around it.
fn table(krate: &str, name: &str, index: [&str; 2], items: Vec<Item>) -> Result<Files, String> {
    let file = |items| File {
        source: "schemas/*/*.json".to_owned(),
        items,
        ..File::default()
    };
    let folder = folder(krate);
    Ok([
        (format!("{folder}/{name}.rs"), file(items).render()?),
        (
            format!("{folder}/mod.rs"),
            file(index.map(Item::lines).into()).render()?,
        ),
    ]
    .into())
}

fn modules(vendor: &Vendor) -> Vec<Item> {
    let own = ["client", "status", "vendor"].map(|name| (name, ""));
    let operations = vendor.operations.iter();
    let operations = operations.map(|operation| (operation.module.as_str(), "pub "));
    let mut modules: Vec<(&str, &str)> = own.into_iter().chain(operations).collect();
    modules.sort_by_key(|(name, _)| *name);
    let declared: Vec<String> = modules
        .iter()
        .map(|(name, visibility)| format!("{visibility}mod {name};"))
        .collect();
    vec![
        // Names of variants and nested maps are the document's.
        Item::lines("#![allow(clippy::enum_variant_names, clippy::type_complexity)]"),
        Item::lines(declared.join("\n")),
        Item::lines("pub use client::Client;\npub use status::Status;\npub use vendor::VENDOR;"),
    ]
}

/// A word of the dialect as the variant of the core's enumeration: `no-data` is `NoData`.
fn word(word: &str) -> String {
    pascal(word, "Unnamed")
}

/// A JSON pointer as a path of keys.
fn place<'a>(pointer: &str) -> Node<'a> {
    list(segments(pointer).iter().map(|key| data::text(key)))
}

/// The document's place of an operation, for its module's first lines.
fn source(vendor: &VendorFile, section: &str) -> String {
    format!(
        "Source: {}, section {}.",
        doc::inline(&vendor.document.title),
        doc::inline(section)
    )
}
