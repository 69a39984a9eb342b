//! What is made from all vendors and belongs to no crate's sources: the list of types that a test holds against the
//! schemas, and the page of variables. An author would otherwise add a line to each by hand.

use super::Files;
use super::data::quoted;
use super::file::File;
use super::flow::MARGIN;
use super::text::Item;
use crate::model::Vendor;

/// The list of a test of `crates/zhixing`, which knows all vendors.
const COMPARED: &str = "tests/schemas/operations.rs";

/// The page of variables.
const VARIABLES: &str = "docs/variables.md";

/// The two files.
///
/// # Errors
/// What was emitted is no Rust: a mistake of the generator's own.
pub fn shared_files(vendors: &[Vendor]) -> Result<Files, String> {
    let compared = File {
        source: "schemas/*/*.json".to_owned(),
        items: compared(vendors),
        ..File::default()
    };
    Ok([
        (COMPARED.to_owned(), compared.render()?),
        (VARIABLES.to_owned(), variables(vendors)),
    ]
    .into())
}

fn compared(vendors: &[Vendor]) -> Vec<Item> {
    let mut function = String::from(
        "/// Every operation of every vendor's crate.\n\
         pub(super) fn operations() -> impl Iterator<Item = Compared> {\n    let operations = [\n",
    );
    for vendor in vendors {
        for operation in &vendor.operations {
            let types = ["Request", "Reply"]
                .map(|name| format!("{}::{}::{name}", vendor.file.vendor, operation.module));
            let schema = quoted(&operation.schema);
            let line = format!("        derived::<{}>({schema}),\n", types.join(", "));
            if line.len() <= MARGIN + "\n".len() {
                function.push_str(&line);
                continue;
            }
            function.push_str("        derived::<\n");
            for ty in types {
                function.push_str(&format!("            {ty},\n"));
            }
            function.push_str(&format!("        >({schema}),\n"));
        }
    }
    function.push_str("    ];\n    operations.into_iter()\n}");
    vec![
        Item::lines("use super::generated::{Compared, derived};"),
        Item::lines(function),
    ]
}

fn variables(vendors: &[Vendor]) -> String {
    let mut page = String::from(
        "<!-- Made by `cargo xtask codegen` from schemas/*/vendor.json. Do not edit. -->\n\n\
         # The variables of the vendors\n\n\
         One for each credential and each host, with its place in the [config file](command.md#the-config-file).\n\n\
         | variable | in the config file | what it is |\n|---|---|---|\n",
    );
    for vendor in vendors {
        let (file, host) = (&vendor.file, &vendor.file.base_url);
        let mut row = |variable: &str, key: &str, what: &str| {
            let (name, what) = (&file.vendor, what.replace('|', "\\|"));
            page.push_str(&format!(
                "| `{variable}` | `[….{name}]` `{key}` | {what} |\n"
            ));
        };
        for credential in &file.credentials {
            row(
                &credential.environment,
                &credential.name,
                &credential.description,
            );
        }
        let (key, mut what) = if host.whole_endpoint {
            ("url", "The whole endpoint, path included".to_owned())
        } else {
            ("base_url", "Moves the host".to_owned())
        };
        match &host.url {
            None => what.push_str("; the document prints none"),
            Some(url) if url.starts_with("http://") => {
                what.push_str("; the document's is plain http")
            }
            Some(_) => {}
        }
        row(&host.environment, key, &format!("{what}."));
    }
    page
}
