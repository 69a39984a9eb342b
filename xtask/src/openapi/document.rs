//! A vendor's document as a whole.

use serde_json::{Map, Value, json};

use super::components::Components;
use super::operation::{self, Shared};
use super::security::{self, Security};
use super::{filled, kept, list, object, paragraphs, status};
use crate::read;
use crate::schema::text;

/// Puts a document together.
///
/// # Errors
/// Something of the schemas has no place in a document.
pub(super) fn document(vendor: &read::Vendor, about: &Value) -> Result<Value, String> {
    let name = &vendor.folder;
    let mut components = Components::default();
    let status = status::component(about, &mut components);
    let security = Security::of(about);
    let shared = Shared {
        vendor,
        about,
        security: &security,
        status,
    };
    let mut paths = Map::new();
    for operation in vendor.operations.values() {
        operation::add(&shared, &operation.value, &mut components, &mut paths)?;
    }
    let made_by = format!("cargo xtask codegen --vendor {name}, from schemas/{name}. Do not edit.");
    let requirement = security.requirement();
    let parts = object([
        ("schemas", filled(components.schemas)),
        ("securitySchemes", filled(security.schemes)),
    ]);
    Ok(object([
        ("x-made-by", Some(made_by.into())),
        ("openapi", Some("3.1.0".into())),
        ("info", Some(info(name, about))),
        ("servers", Some(servers(about))),
        ("security", Some(requirement)),
        ("paths", Some(Value::Object(paths))),
        ("components", Some(parts)),
        ("x-zhixing-auth", security::recipe(about)),
        ("x-zhixing-envelope", kept(about, "envelope")),
        ("x-zhixing-envelopes", kept(about, "envelopes")),
        ("x-zhixing-reply-signature", kept(about, "reply_signature")),
        ("x-zhixing-statuses", Some(status::table(about))),
        ("x-zhixing-statements", kept(about, "statements")),
    ]))
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
