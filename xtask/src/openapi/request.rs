//! Where each argument of a call travels: as a parameter, or as a property of the body.

use serde_json::{Map, Value, json};

use super::components::{Components, Named};
use super::examples::{self, Example};
use super::security::Security;
use super::{filled, object};
use crate::schema::{Node, Shape, text};

/// The places of a body, as the dialect and as HTTP name them.
const BODIES: [(&str, &str); 1] = [("form", "application/x-www-form-urlencoded")];

/// The parameters of an operation and its body.
#[derive(Debug, Default)]
pub(super) struct Request {
    pub parameters: Vec<Value>,
    pub body: Option<Value>,
}

/// One argument.
struct Argument<'a> {
    wire: &'a str,
    /// As it stands in the file.
    here: Node<'a>,
    required: bool,
    place: &'a str,
    examples: Vec<(String, Value)>,
}

impl Request {
    /// Reads an operation's request.
    ///
    /// # Errors
    /// An argument travels where a document has no place.
    pub(super) fn of(
        operation: &Value,
        prefix: &str,
        examples: &[Example<'_>],
        security: &Security,
        components: &mut Components,
    ) -> Result<Self, String> {
        let nothing = Value::Null;
        let root = operation.get("request").unwrap_or(&nothing);
        let named = Named::request(root, prefix, components);
        named.add_to(components);
        let mut request = Self {
            parameters: security.constants.clone(),
            body: None,
        };
        let arguments = arguments(operation, &named, examples)?;
        for argument in &arguments {
            match argument.place {
                "query" | "header" | "path" => request.parameters.push(argument.parameter(&named)),
                _ => {}
            }
        }
        // Fields of authentication that travel in a body travel in the form: the recipe knows no other.
        let usual = text(&operation["http"], "parameters").unwrap_or_default();
        let bodies = BODIES.iter().filter(|(place, _)| {
            arguments.iter().any(|argument| argument.place == *place)
                || (!security.in_body.is_empty() && usual == *place)
        });
        let mut content = Map::new();
        for (place, media_type) in bodies {
            let inside = arguments.iter().filter(|argument| argument.place == *place);
            let schema = body(inside, &named, security);
            let name = components.claim(&format!("{prefix}Request"));
            components.schemas.insert(name.clone(), schema);
            content.insert(
                (*media_type).into(),
                json!({ "schema": Components::reference(&name) }),
            );
        }
        request.body =
            filled(content).map(|content| json!({ "required": true, "content": content }));
        Ok(request)
    }
}

fn arguments<'a>(
    operation: &'a Value,
    named: &Named<'a>,
    examples: &[Example<'_>],
) -> Result<Vec<Argument<'a>>, String> {
    let body = named.body();
    let root = body
        .resolve(&body.node())
        .map_err(|refusal| refusal.reason)?;
    let required: Vec<&str> = super::list(root.value, "required")
        .filter_map(Value::as_str)
        .collect();
    let usual = text(&operation["http"], "parameters").unwrap_or_default();
    let mut all = Vec::new();
    for (wire, here) in root.properties() {
        let node = body.resolve(&here).map_err(|refusal| refusal.reason)?;
        let place = text(here.value, "x-in")
            .or_else(|| text(node.value, "x-in"))
            .unwrap_or(usual);
        let known = ["query", "header", "path"].contains(&place)
            || BODIES.iter().any(|(body, _)| *body == place);
        if !known {
            return Err(format!(
                "The argument `{wire}` travels in `{place}`, for which an OpenAPI document has no place yet."
            ));
        }
        let integer = matches!(
            node.shape(),
            Ok(Shape::Integer | Shape::Enumeration(_, true))
        );
        all.push(Argument {
            wire,
            required: place == "path" || required.contains(&wire),
            place,
            examples: examples::arguments(examples, wire, integer),
            here,
        });
    }
    Ok(all)
}

impl Argument<'_> {
    /// As a parameter. What the file says of it in one line is the parameter's description; where it travels is `in`.
    fn parameter(&self, named: &Named<'_>) -> Value {
        let mut schema = self.schema(named);
        let description = schema
            .as_object_mut()
            .and_then(|schema| schema.shift_remove("description"));
        let shown = self.examples.iter();
        let shown: Map<String, Value> = shown
            .map(|(name, value)| (name.clone(), json!({ "value": value })))
            .collect();
        object([
            ("name", Some(self.wire.into())),
            ("in", Some(self.place.into())),
            ("required", self.required.then_some(true.into())),
            ("description", description),
            ("schema", Some(schema)),
            ("examples", filled(shown)),
        ])
    }

    fn schema(&self, named: &Named<'_>) -> Value {
        let mut schema = named.used(&self.here);
        if let Some(schema) = schema.as_object_mut() {
            schema.shift_remove("x-in");
        }
        schema
    }
}

fn body<'a>(
    arguments: impl Iterator<Item = &'a Argument<'a>>,
    named: &Named<'_>,
    security: &Security,
) -> Value {
    let mut required: Vec<Value> = security
        .in_body
        .keys()
        .map(|name| name.as_str().into())
        .collect();
    let mut properties = security.in_body.clone();
    for argument in arguments {
        let mut schema = argument.schema(named);
        if let (Some(schema), false) = (schema.as_object_mut(), argument.examples.is_empty()) {
            let shown = argument.examples.iter().map(|(_, value)| value.clone());
            schema.insert("examples".into(), shown.collect());
        }
        properties.insert(argument.wire.to_owned(), schema);
        if argument.required {
            required.push(argument.wire.into());
        }
    }
    object([
        ("type", Some("object".into())),
        ("required", (!required.is_empty()).then(|| required.into())),
        ("properties", Some(Value::Object(properties))),
    ])
}
