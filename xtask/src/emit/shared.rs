//! What is made from all vendors and belongs to no crate's sources: the list of types that a test holds against the
//! schemas, and the page of variables. An author would otherwise add a line to each by hand.

use proc_macro2::TokenStream;
use quote::quote;

use super::Files;
use super::file::{File, ident};
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

fn compared(vendors: &[Vendor]) -> Vec<TokenStream> {
    let operations = vendors.iter().flat_map(|vendor| {
        let krate = ident(&vendor.file.vendor);
        vendor.operations.iter().map(move |operation| {
            let (module, schema) = (ident(&operation.module), &operation.schema);
            quote!(derived::<#krate::#module::Request, #krate::#module::Reply>(#schema))
        })
    });
    vec![
        quote!(
            use super::generated::{Compared, derived};
        ),
        quote! {
            /// Every operation of every vendor's crate.
            pub(super) fn operations() -> impl Iterator<Item = Compared> {
                let operations = [#(#operations),*];
                operations.into_iter()
            }
        },
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
