//! One operation: its place among the paths, and everything about one call.

use indexmap::IndexMap;
use serde_json::{Map, Value, json};

use super::components::{Components, Named};
use super::printed::Members;
use super::request::Request;
use super::security::Security;
use super::{examples, kept, object, paragraphs, status};
use crate::model::words::pascal;
use crate::read;
use crate::schema::{Body, text};

/// The operations by path and method.
pub(super) type Paths = IndexMap<String, Members>;

/// What all operations of a vendor share.
#[derive(Debug)]
pub(super) struct Shared<'a> {
    pub vendor: &'a read::Vendor,
    pub about: &'a Value,
    pub security: Security,
    /// How the field of the status code is described.
    pub status: Value,
}

/// Adds an operation to the paths.
///
/// # Errors
/// Something of it has no place in a document.
pub(super) fn add(
    shared: &Shared<'_>,
    operation: &Value,
    components: &mut Components,
    paths: &mut Paths,
) -> Result<(), String> {
    let name = text(operation, "operation").unwrap_or_default();
    let http = &operation["http"];
    let (path, of_path) = path(shared.about, text(http, "path").unwrap_or_default());
    let method = text(http, "method")
        .unwrap_or_default()
        .to_ascii_lowercase();
    let written = written(shared, operation, of_path, components)?;
    // A document has one operation for a method and a path. What tells a second one apart is a fragment, which no client
    // sends.
    let taken = paths.get(&path).is_some_and(|item| item.contains(&method));
    let path = if taken {
        format!("{path}#{name}")
    } else {
        path
    };
    paths.entry(path).or_default().insert(method, &written)
}

fn written(
    shared: &Shared<'_>,
    operation: &Value,
    of_path: Option<Value>,
    components: &mut Components,
) -> Result<Value, String> {
    let name = text(operation, "operation").unwrap_or_default();
    let prefix = pascal(name, "Operation");
    let http = &operation["http"];
    let shown = examples::of(shared.vendor, operation);
    let request = Request::of(operation, &prefix, &shown, &shared.security, components)?;
    let mut parameters: Vec<Value> = of_path.into_iter().collect();
    parameters.extend(request.parameters);

    let nothing = Value::Null;
    let root = operation.get("reply").unwrap_or(&nothing);
    // An operation may name another envelope than the usual one.
    let other = text(operation, "envelope");
    let envelope = match other {
        Some(name) => &shared.about["envelopes"][name],
        None => &shared.about["envelope"],
    };
    let code = text(envelope, "code");
    let place = code.and_then(|pointer| (Body { root }).walk(pointer).ok()?.pop());
    let code_field = place.map(|(_, node)| (node.pointer, shared.status.clone()));
    let reply = Named::reply(root, &prefix, code_field, components);
    reply.add_to(components)?;
    let mut responses = Map::new();
    let schema = reply.used(&reply.body().node());
    responses.insert(
        "200".into(),
        status::ok(code, schema, examples::replies(&shown)),
    );
    responses.extend(status::responses(shared.about));

    let title = &operation["title"];
    let titles: Vec<&str> = ["zh", "en"]
        .iter()
        .filter_map(|key| text(title, key))
        .collect();
    let section =
        text(operation, "section").map(|section| format!("Section {section} of the document."));
    Ok(object([
        ("operationId", Some(name.into())),
        ("summary", Some(titles.join(" · ").into())),
        (
            "description",
            paragraphs([section.as_deref(), text(http, "notes")]),
        ),
        (
            "parameters",
            (!parameters.is_empty()).then(|| parameters.into()),
        ),
        ("requestBody", request.body),
        ("responses", Some(Value::Object(responses))),
        ("x-zhixing-section", kept(operation, "section")),
        ("x-zhixing-envelope", other.map(Value::from)),
        ("x-zhixing-lists", kept(operation, "lists")),
        ("x-zhixing-records", kept(operation, "records")),
        ("x-zhixing-total", kept(operation, "total")),
        ("x-zhixing-returned", kept(operation, "returned")),
        ("x-zhixing-none", kept(operation, "none")),
        ("x-zhixing-paging", kept(operation, "paging")),
        ("x-zhixing-statements", kept(operation, "statements")),
    ]))
}

/// The path as OpenAPI writes it, and the parameter that it needs.
///
/// Where the caller brings the whole endpoint, its last segment is a parameter: a document's path is never empty, and a
/// `/` at the end would be another address.
fn path(about: &Value, printed: &str) -> (String, Option<Value>) {
    let whole = about["base_url"]["whole_endpoint"] == json!(true);
    match (printed, whole) {
        ("", true) => (
            "/{endpoint}".into(),
            Some(json!({
                "name": "endpoint",
                "in": "path",
                "required": true,
                "description": "The last segment of the endpoint's path, as the vendor gives it to its customer; what stands before it is the server.",
                "schema": { "type": "string" },
            })),
        ),
        ("", false) => ("/".into(), None),
        (printed, _) => (printed.to_owned(), None),
    }
}
