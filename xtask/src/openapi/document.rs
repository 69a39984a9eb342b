//! A vendor's document as a whole.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::components::Components;
use super::operation::{self, Paths, Shared};
use super::printed::Members;
use super::security::{self, Security};
use super::{file, kept, list, object, paragraphs, status};
use crate::read;
use crate::schema::text;

/// A document, in the order in which it is written.
#[derive(Debug, Serialize)]
struct Document {
    #[serde(rename = "x-made-by")]
    made_by: String,
    openapi: &'static str,
    info: Value,
    servers: Value,
    security: Value,
    paths: Paths,
    components: Parts,
    #[serde(flatten)]
    about: Value,
}

#[derive(Debug, Serialize)]
struct Parts {
    #[serde(skip_serializing_if = "Members::is_empty")]
    schemas: Members,
    #[serde(rename = "securitySchemes", skip_serializing_if = "Map::is_empty")]
    security: Map<String, Value>,
}

/// A document to which its operations are added.
#[derive(Debug)]
pub struct Draft<'a> {
    shared: Shared<'a>,
    components: Components,
    paths: Paths,
}

impl<'a> Draft<'a> {
    /// A document without operations.
    ///
    /// # Errors
    /// Something of the vendor's file has no place in a document.
    pub fn of(vendor: &'a read::Vendor) -> Result<Self, String> {
        let about = vendor.vendor.as_ref();
        let about =
            about.ok_or_else(|| format!("schemas/{}/vendor.json is missing", vendor.folder))?;
        let mut components = Components::default();
        let status = status::component(&about.value, &mut components)?;
        let shared = Shared {
            vendor,
            about: &about.value,
            security: Security::of(&about.value),
            status,
        };
        Ok(Self {
            shared,
            components,
            paths: Paths::new(),
        })
    }

    /// Adds the next operation.
    ///
    /// # Errors
    /// Something of it has no place in a document.
    pub fn add(&mut self, operation: &Value) -> Result<(), String> {
        operation::add(
            &self.shared,
            operation,
            &mut self.components,
            &mut self.paths,
        )
        .map_err(|reason| format!("schemas/{}: {reason}", self.shared.vendor.folder))
    }

    /// The document's path and text.
    ///
    /// # Errors
    /// It cannot be printed.
    pub fn file(self) -> Result<(String, String), String> {
        let Shared {
            vendor,
            about,
            security,
            ..
        } = self.shared;
        let name = &vendor.folder;
        let document = Document {
            made_by: format!(
                "cargo xtask codegen --vendor {name}, from schemas/{name}. Do not edit."
            ),
            openapi: "3.1.0",
            info: info(name, about),
            servers: servers(about),
            security: security.requirement(),
            paths: self.paths,
            components: Parts {
                schemas: self.components.schemas,
                security: security.schemes,
            },
            about: object([
                ("x-zhixing-auth", security::recipe(about)),
                ("x-zhixing-envelope", kept(about, "envelope")),
                ("x-zhixing-envelopes", kept(about, "envelopes")),
                ("x-zhixing-reply-signature", kept(about, "reply_signature")),
                ("x-zhixing-statuses", Some(status::table(about))),
                ("x-zhixing-statements", kept(about, "statements")),
            ]),
        };
        let text = serde_json::to_string_pretty(&document).map_err(|error| error.to_string())?;
        Ok((file(name), text + "\n"))
    }
}

fn info(name: &str, about: &Value) -> Value {
    let document = &about["document"];
    let titles: Vec<&str> = ["zh", "en"]
        .iter()
        .filter_map(|key| text(&about["title"], key))
        .collect();
    let source = format!(
        "What the vendor's document 《{}》 says, as transcribed in `schemas/{name}/`. Words of the document stand verbatim under `x-description`.",
        text(document, "title").unwrap_or_default()
    );
    let code = text(&about["envelope"], "code").map(|code| {
        format!("Whether a call went well is said by the status code in the reply (`{code}`), not by HTTP: `x-zhixing-statuses` says of each code what it means, whether the call counts, and whether to ask again.")
    });
    let signed = "OpenAPI can name the fields that sign a call and not how they are computed: `x-zhixing-auth` holds the recipe as data. Its values are computed in their order for every call, then its fields are placed.";
    let verify = "The vendor signs its replies, which OpenAPI cannot say: `x-zhixing-reply-signature` names what is covered and by which credential. Check it on the text that arrived, before the reply is typed.";
    let notes: Vec<&str> = list(document, "notes").filter_map(Value::as_str).collect();
    let notes = notes
        .iter()
        .map(|note| format!("- {note}"))
        .collect::<Vec<_>>()
        .join("\n");
    let notes = if notes.is_empty() {
        notes
    } else {
        format!("Of the document:\n\n{notes}")
    };
    object([
        ("title", Some(titles.join(" ").into())),
        // OpenAPI wants a version; the document that is described may print none.
        (
            "version",
            kept(document, "version").or_else(|| Some("not printed".into())),
        ),
        (
            "description",
            paragraphs([
                Some(source.as_str()),
                code.as_deref(),
                security::is_computed(about).then_some(signed),
                about.get("reply_signature").map(|_| verify),
                Some(notes.as_str()),
            ]),
        ),
        ("x-zhixing-document", kept(about, "document")),
    ])
}

fn servers(about: &Value) -> Value {
    let base = &about["base_url"];
    let section = kept(base, "section");
    let server = match kept(base, "url") {
        Some(url) => object([
            ("url", Some(url)),
            ("description", Some("As printed.".into())),
            ("x-zhixing-section", section),
        ]),
        // A variable must have a default. This one is reserved for names that lead nowhere (RFC 2606).
        None => object([
            ("url", Some("{base_url}".into())),
            (
                "description",
                Some("The document prints no address: the vendor gives it to its customer.".into()),
            ),
            (
                "variables",
                Some(json!({ "base_url": {
                    "default": "https://address-not-printed.invalid",
                    "description": "Everything before the path of the operation, without a `/` at the end.",
                } })),
            ),
            ("x-zhixing-section", section),
        ]),
    };
    json!([server])
}
