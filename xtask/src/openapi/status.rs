//! What a reply says of itself: the vendor's own status codes, and the few HTTP statuses that a document speaks of.

use serde_json::{Map, Value, json};

use super::components::Components;
use super::{filled, kept, list, object, paragraphs};
use crate::schema::text;

/// The documented codes as a component, and how the field that carries them is described.
///
/// A code is the vendor's, not HTTP's: it travels in the reply, whatever HTTP says.
pub(super) fn component(about: &Value, components: &mut Components) -> Value {
    let choices: Vec<Value> = list(about, "statuses")
        .filter_map(|status| {
            Some(object([
                ("const", Some(status.get("code")?.clone())),
                ("title", kept(status, "name")),
                ("description", kept(status, "description")),
                ("x-description", kept(status, "meaning")),
            ]))
        })
        .collect();
    let integers = choices.iter().all(|choice| choice["const"].is_i64());
    let name = components.claim("Status");
    let schema = json!({
        "description": "A documented status code. It travels in the reply and is no HTTP status; `x-zhixing-statuses` says what to do about each.",
        "type": if integers { "integer" } else { "string" },
        "oneOf": choices,
    });
    components.schemas.insert(name.clone(), schema);
    Components::reference(&name)
}

/// The table of codes, without what only the sandbox asks.
pub(super) fn table(about: &Value) -> Value {
    list(about, "statuses")
        .map(|status| {
            let members = status.as_object().into_iter().flatten();
            let told = members.filter(|(key, _)| *key != "causes");
            told.map(|(key, value)| (key.clone(), value.clone()))
                .collect::<Map<_, _>>()
        })
        .collect()
}

/// The HTTP statuses that the document speaks of, as responses.
pub(super) fn responses(about: &Value) -> Map<String, Value> {
    list(about, "http_statuses")
        .filter_map(|http| {
            let response = object([
                (
                    "description",
                    paragraphs([text(http, "description"), text(http, "meaning")]),
                ),
                ("x-zhixing-class", kept(http, "class")),
                ("x-zhixing-advice", kept(http, "advice")),
            ]);
            Some((http.get("status")?.to_string(), response))
        })
        .collect()
}

/// The reply that a call is made for.
pub(super) fn ok(code: Option<&str>, schema: Value, examples: Map<String, Value>) -> Value {
    let description = code.map_or_else(
        || "The reply.".to_owned(),
        |code| format!("The reply. Whether anything was found, or the call failed, is said by its `{code}` and not by HTTP."),
    );
    let content = object([("schema", Some(schema)), ("examples", filled(examples))]);
    json!({ "description": description, "content": { "application/json": content } })
}
