//! The model as Rust: data, names, and calls into the core.
//!
//! Nothing is decided here. An emitted file names its modules (`spec::Paging`), not their items, so
//! that a vendor's own `Paging` needs no other name.

mod choice;
mod client;
mod described;
mod examples;
mod file;
mod flow;
mod operation;
mod print;
mod recipe;
mod reply;
mod request;
mod rule;
mod schemas;
mod shared;
mod status;
mod value;
mod vendor;

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

pub use described::described;
pub use file::{File, HEADER};
pub use operation::paging;
pub use recipe::recipe;
pub use reply::{enumeration, reply_impl, structure};
pub(crate) use request::is_exact;
pub use request::request;
pub use shared::shared_files;
pub use status::items as status;

use crate::model::{Vendor, doc};
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
    let name = &vendor.file.vendor;
    let mut files = Files::new();
    let mut add = |file: &str, source: &str, tokens: File| {
        let tokens = File {
            arguments: format!(" --vendor {name}"),
            source: source.to_owned(),
            ..tokens
        };
        files.insert(format!("{}/{file}.rs", folder(name)), tokens.render()?);
        Ok::<(), String>(())
    };
    let own = format!("schemas/{name}/vendor.json");
    let (inner, items) = modules(vendor);
    let file = |inner, items| File {
        inner,
        items,
        ..File::default()
    };
    add("mod", &own, file(inner, items))?;
    for (name, items) in [
        ("vendor", vendor::items(vendor)),
        ("status", status(vendor)),
        ("client", client::items(vendor)),
    ] {
        add(name, &own, file(TokenStream::new(), items))?;
    }
    for operation in &vendor.operations {
        let tokens = File {
            calls: operation::calls(operation),
            ..file(
                operation::inner(vendor, operation),
                operation::items(operation),
            )
        };
        add(&operation.module, &operation.schema, tokens)?;
    }
    Ok(files)
}

/// The files of the sandbox: every documented example.
///
/// # Errors
/// What was emitted is no Rust: a mistake of the generator's own.
pub fn sandbox_files(vendors: &[Vendor]) -> Result<Files, String> {
    let index = vec![
        quote!(
            mod examples;
        ),
        quote!(
            pub use examples::EXAMPLES;
        ),
    ];
    table(SANDBOX, "examples", index, examples::items(vendors))
}

/// The files of the command: the schemas themselves.
///
/// # Errors
/// What was emitted is no Rust: a mistake of the generator's own.
pub fn command_files(vendors: &[Vendor]) -> Result<Files, String> {
    let index = vec![
        quote!(
            mod schemas;
        ),
        quote!(
            pub(crate) use schemas::SCHEMAS;
        ),
    ];
    table(COMMAND, "schemas", index, schemas::items(vendors))
}

/// A table over all vendors in a crate of its own, and the module around it.
fn table(
    krate: &str,
    name: &str,
    index: Vec<TokenStream>,
    items: Vec<TokenStream>,
) -> Result<Files, String> {
    let file = |items| File {
        source: "schemas/*/*.json".to_owned(),
        items,
        ..File::default()
    };
    let folder = folder(krate);
    Ok([
        (format!("{folder}/{name}.rs"), file(items).render()?),
        (format!("{folder}/mod.rs"), file(index).render()?),
    ]
    .into())
}

fn modules(vendor: &Vendor) -> (TokenStream, Vec<TokenStream>) {
    // Names of variants and nested maps are the document's.
    let inner = quote!(#![allow(clippy::enum_variant_names, clippy::type_complexity)]);
    let mut modules: Vec<(String, TokenStream)> = ["client", "status", "vendor"]
        .map(|name| (name.to_owned(), TokenStream::new()))
        .into();
    modules.extend(
        vendor
            .operations
            .iter()
            .map(|operation| (operation.module.clone(), quote!(pub))),
    );
    modules.sort_by(|a, b| a.0.cmp(&b.0));
    let names = modules.iter().map(|(name, _)| file::ident(name));
    let visibilities = modules.iter().map(|(_, visibility)| visibility);
    let declared = quote!(#(#visibilities mod #names;)*);
    let exported = quote! {
        pub use client::Client;
        pub use status::Status;
        pub use vendor::VENDOR;
    };
    (inner, vec![declared, exported])
}

/// A JSON pointer as a path of keys.
fn path_tokens(pointer: &str) -> TokenStream {
    let keys = segments(pointer);
    quote!(&[#(#keys),*])
}

/// The document's place of an operation, for its module's first lines.
fn source(vendor: &Vendor, section: &str) -> String {
    format!(
        "Source: {}, section {}.",
        doc::inline(&vendor.file.document.title),
        doc::inline(section)
    )
}
