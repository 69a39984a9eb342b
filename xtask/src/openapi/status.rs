//! What a reply says of itself: the vendor's own status codes, and the few HTTP statuses that a document speaks of.

use serde_json::{Map, Value, json};

use super::components::Components;
use super::{filled, kept, list, object, paragraphs};
use crate::schema::text;

/// The documented codes as a component, and how the field that carries them is described.
///
/// A code is the vendor's, not HTTP's: it travels in the reply, whatever HTTP says.
///
/// # Errors
/// They cannot be printed.
pub(super) fn component(about: &Value, components: &mut Components) -> Result<Value, String> {
    let choices: Vec<Value> = list(about, "statuses").filter_map(choice).collect();
    let mut types: Vec<&str> = choices.iter().map(kind).collect();
    types.sort_unstable();
    types.dedup();
    let types = match types[..] {
        [] => None,
        [one] => Some(one.into()),
        _ => Some(types.into()),
    };
    // A code may stand inside a documented range: then it is two of these.
    let ranges = choices.iter().any(|choice| choice.get("const").is_none());
    let keyword = if ranges { "anyOf" } else { "oneOf" };
    let name = components.claim("Status");
    let words = "A documented status code. It travels in the reply and is no HTTP status; `x-zhixing-statuses` says what to do about each.";
    let schema = object([
        ("description", Some(words.into())),
        ("type", types),
        (keyword, (!choices.is_empty()).then(|| choices.into())),
    ]);
    components.schemas.insert(name.clone(), &schema)?;
    Ok(Components::reference(&name))
}

/// A code, or a range of whole numbers. The absence of a code, and ranges of texts, stand in the table alone.
fn choice(status: &Value) -> Option<Value> {
    let code = status.get("code")?;
    let range = (code["from"].is_i64() && code["to"].is_i64()).then_some(code);
    let single = code.is_string() || code.is_i64() || code.is_boolean();
    (single || range.is_some()).then(|| {
        object([
            ("const", single.then(|| code.clone())),
            ("minimum", range.and_then(|range| kept(range, "from"))),
            ("maximum", range.and_then(|range| kept(range, "to"))),
            ("title", kept(status, "name")),
            ("description", kept(status, "description")),
            ("x-description", kept(status, "meaning")),
        ])
    })
}

fn kind(choice: &Value) -> &'static str {
    match choice.get("const") {
        Some(Value::String(_)) => "string",
        Some(Value::Bool(_)) => "boolean",
        _ => "integer",
    }
}

/// The table of codes, without the causes: they say what the sandbox answers, and when our clients sign once more.
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
