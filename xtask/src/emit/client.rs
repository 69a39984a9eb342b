//! `client.rs`: the vendor's client, whose methods each are one call into the core.

use proc_macro2::TokenStream;
use quote::quote;

use super::data::quoted;
use super::file::{docs, ident};
use super::text::{self, Function, Item, Written, arm};
use crate::model::doc::{english, inline, title};
use crate::model::naming::Scope;
use crate::model::{Operation, Vendor};

/// The items of `client.rs`.
pub(super) fn items(vendor: &Vendor) -> Vec<Item> {
    let operations = &vendor.operations;
    let has_pages = operations.iter().any(|it| it.pages_method.is_some());
    let pages = if has_pages { ", Pages" } else { "" };
    let doc = [
        format!("A client of {}.", title(&vendor.file.title)),
        "Cheap to clone; clones share connections.".into(),
    ];
    let mut own = vec![Written::tokens(&constructors(vendor))];
    own.extend(operations.iter().flat_map(methods));
    vec![
        Item::lines(format!(
            "use zhixing_core::any::{{AnyClient, AnyReply}};\n\
             use zhixing_core::client::{{Builder, Caller}};\n\
             use zhixing_core::{{Error, Outcome{pages}}};"
        )),
        Item::lines(format!(
            "{}#[derive(Debug, Clone)]\npub struct Client {{\n    caller: Caller,\n}}",
            text::docs(&doc, 0)
        )),
        Item::Impl("impl Client".into(), own),
        Item::lines(FROM),
        Item::Impl("impl AnyClient for Client".into(), any(operations)),
    ]
}

/// A client is made of what calls.
const FROM: &str = "\
impl From<Caller> for Client {
    fn from(caller: Caller) -> Self {
        Self { caller }
    }
}";

/// What a client is to those who know no operation.
fn any(operations: &[Operation]) -> Vec<Written> {
    let caller = Function {
        head: "fn caller",
        arguments: &["&self"],
        returns: " -> &Caller",
        body: "        &self.caller\n",
        ..Function::default()
    };
    let mut body = String::from("        match operation {\n");
    for operation in operations {
        let reply = format!(
            "Some(AnyReply::of::<super::{}::Request>())",
            operation.module
        );
        body.push_str(&arm(&quoted(&operation.name), &reply));
    }
    body.push_str("            _ => None,\n        }\n");
    let reply = Function {
        head: "fn any_reply",
        arguments: &["&self", "operation: &str"],
        returns: " -> Option<AnyReply>",
        body: &body,
        ..Function::default()
    };
    vec![caller.written(), reply.written()]
}

fn constructors(vendor: &Vendor) -> TokenStream {
    let file = &vendor.file;
    let mut scope = Scope::parameters();
    let endpoint = file
        .base_url
        .url
        .is_none()
        .then(|| ident(&scope.claim("endpoint")));
    let wires: Vec<&String> = file
        .credentials
        .iter()
        .map(|credential| &credential.name)
        .collect();
    let names: Vec<_> = wires.iter().map(|name| ident(&scope.claim(name))).collect();
    let mut about: Vec<String> = file
        .credentials
        .iter()
        .zip(&names)
        .map(|(credential, name)| format!("`{name}`: {}", english(&credential.description)))
        .collect();
    if let Some(name) = &endpoint {
        about.insert(
            0,
            format!("`{name}`: The URL to call; the document prints none."),
        );
    }
    let lead = if endpoint.is_none() {
        "A client with these credentials and the documented host."
    } else {
        "A client with these credentials at this address."
    };
    let allow = (names.len() > 6).then(|| quote!(#[allow(clippy::too_many_arguments)]));
    let new_doc = docs(&[
        lead.into(),
        about.join(" "),
        "# Errors".into(),
        "A credential is empty or holds characters that cannot be sent.".into(),
    ]);
    let variables: Vec<String> = file
        .credentials
        .iter()
        .map(|credential| format!("`{}`", credential.environment))
        .collect();
    let variables = if variables.is_empty() {
        String::new()
    } else {
        format!(" with the credentials in {}", variables.join(" and "))
    };
    let host = &file.base_url.environment;
    let host = if endpoint.is_none() {
        format!(", at `{host}` if that is set")
    } else {
        format!(", at `{host}`")
    };
    let env_doc = docs(&[
        format!("A client{variables}{host}."),
        "# Errors".into(),
        "A variable is missing or its value is malformed; the error names it.".into(),
    ]);
    let moved = endpoint.as_ref().map(|name| quote!(.base_url(#name)));
    let endpoint = endpoint.map(|name| quote!(#name: impl Into<String>,));
    quote! {
        #new_doc
        #[cfg(feature = "reqwest")]
        #allow
        pub fn new(#endpoint #(#names: impl Into<String>),*) -> Result<Self, Error> {
            Self::builder()#moved #(.credential(#wires, #names))*.build()
        }

        #env_doc
        #[cfg(feature = "reqwest")]
        pub fn from_env() -> Result<Self, Error> {
            Self::builder().from_env().build()
        }

        /// A client with a transport, clock, host or limits of the caller's.
        #[must_use]
        pub fn builder() -> Builder<Self> {
            Builder::new(&super::VENDOR)
        }
    }
}

fn methods(operation: &Operation) -> Vec<Written> {
    let (method, module) = (&operation.method, &operation.module);
    let title = format!(
        "{} ({}, section {}).",
        english(&operation.title.en).trim_end_matches('.'),
        inline(&operation.title.zh),
        inline(&operation.section)
    );
    let doc = [
        title,
        "One call, which costs money.".into(),
        "# Errors".into(),
        "See [`Error`]: wrong input (nothing is sent), transport, a documented status, a reply that\ncannot be verified or understood.".into(),
    ];
    let arguments = ["&self", &format!("request: &super::{module}::Request")];
    let one = Function {
        doc: &doc,
        head: &format!("pub async fn {method}"),
        arguments: &arguments,
        returns: &format!(" -> Result<Outcome<super::{module}::Reply>, Error>"),
        body: "        self.caller.call(request).await\n",
        ..Function::default()
    };
    let mut written = vec![one.written()];
    if let Some(pages) = &operation.pages_method {
        let all = Function {
            doc: &[format!(
                "All pages of [`{method}`](Self::{method}), one call each."
            )],
            head: &format!("pub fn {pages}"),
            arguments: &arguments,
            returns: &format!(" -> Pages<super::{module}::Request>"),
            body: "        self.caller.pages(request)\n",
            ..Function::default()
        };
        written.push(all.written());
    }
    written
}
