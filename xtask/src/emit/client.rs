//! `client.rs`: the vendor's client, whose methods each are one call into the core.

use super::data::quoted;
use super::flow::MARGIN;
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
    let mut own = constructors(vendor);
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

fn constructors(vendor: &Vendor) -> Vec<Written> {
    let builder = Function {
        doc: &["A client with a transport, clock, host or limits of the caller's.".into()],
        attributes: &["#[must_use]"],
        head: "pub fn builder",
        returns: " -> Builder<Self>",
        body: "        Builder::new(&super::VENDOR)\n",
        ..Function::default()
    };
    vec![
        of_arguments(vendor),
        of_variables(vendor),
        builder.written(),
    ]
}

/// The attribute of what needs our transport.
const TRANSPORT: &str = r#"#[cfg(feature = "reqwest")]"#;

/// From credentials that are at hand.
fn of_arguments(vendor: &Vendor) -> Written {
    let file = &vendor.file;
    let mut scope = Scope::parameters();
    let (mut about, mut arguments, mut calls) = (Vec::new(), Vec::new(), Vec::new());
    let lead = if file.base_url.url.is_none() {
        let name = scope.claim("endpoint");
        about.push(format!(
            "`{name}`: The URL to call; the document prints none."
        ));
        arguments.push(format!("{name}: impl Into<String>"));
        calls.push(format!(".base_url({name})"));
        "A client with these credentials at this address."
    } else {
        "A client with these credentials and the documented host."
    };
    for credential in &file.credentials {
        let name = scope.claim(&credential.name);
        about.push(format!("`{name}`: {}", english(&credential.description)));
        arguments.push(format!("{name}: impl Into<String>"));
        calls.push(format!(".credential({}, {name})", quoted(&credential.name)));
    }
    calls.push(".build()".into());
    let begin = "        Self::builder()";
    let line = [begin, &calls.concat()].concat();
    let body = if line.len() <= MARGIN {
        line
    } else {
        let between = "\n            ";
        [begin, between, &calls.join(between)].concat()
    };
    let new = Function {
        doc: &[
            lead.into(),
            about.join(" "),
            "# Errors".into(),
            "A credential is empty or holds characters that cannot be sent.".into(),
        ],
        attributes: match file.credentials.len() {
            0..=6 => &[TRANSPORT],
            _ => &[TRANSPORT, "#[allow(clippy::too_many_arguments)]"],
        },
        head: "pub fn new",
        arguments: &arguments.iter().map(String::as_str).collect::<Vec<_>>(),
        returns: " -> Result<Self, Error>",
        body: &format!("{body}\n"),
    };
    new.written()
}

/// From the variables of the environment.
fn of_variables(vendor: &Vendor) -> Written {
    let file = &vendor.file;
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
    let host = match file.base_url.url {
        Some(_) => format!(", at `{host}` if that is set"),
        None => format!(", at `{host}`"),
    };
    let from_env = Function {
        doc: &[
            format!("A client{variables}{host}."),
            "# Errors".into(),
            "A variable is missing or its value is malformed; the error names it.".into(),
        ],
        attributes: &[TRANSPORT],
        head: "pub fn from_env",
        returns: " -> Result<Self, Error>",
        body: "        Self::builder().from_env().build()\n",
        ..Function::default()
    };
    from_env.written()
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
