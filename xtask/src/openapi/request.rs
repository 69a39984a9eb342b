//! Where each argument of a call travels: as a parameter, or as a property of the body.

use serde_json::{Map, Value, json};

use super::components::{Components, Named};
use super::examples::{self, Example};
use super::lists::Listed;
use super::security::Security;
use super::{filled, kept, object};
use crate::schema::{Node, Shape, text};

/// The places of a body, as the dialect and as HTTP name them.
const BODIES: [(&str, &str); 2] = [
    (FORM, "application/x-www-form-urlencoded"),
    ("json", "application/json"),
];

/// The body in which fields of authentication may travel.
const FORM: &str = "form";

/// The parameters of an operation and its body.
#[derive(Debug, Default)]
pub(super) struct Request {
    pub parameters: Vec<Value>,
    pub body: Option<Value>,
}

/// One argument.
struct Argument<'a> {
    wire: &'a str,
    /// As it stands in the file, and with references followed.
    here: Node<'a>,
    node: Node<'a>,
    required: bool,
    place: &'a str,
    listed: Option<Listed>,
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
        named.add_to(components)?;
        let mut request = Self {
            parameters: security.constants.clone(),
            body: None,
        };
        request.parameters.extend(headers(&operation["http"]));
        let arguments = arguments(operation, &named, examples)?;
        for argument in &arguments {
            match argument.place {
                "query" | "header" | "path" => request.parameters.push(argument.parameter(&named)),
                _ => {}
            }
        }
        let usual = text(&operation["http"], "parameters").unwrap_or_default();
        let bodies = BODIES.iter().filter(|(place, _)| {
            arguments.iter().any(|argument| argument.place == *place)
                || (*place == usual && !security.in_body(place).is_empty())
        });
        let mut content = Map::new();
        for (place, media_type) in bodies {
            let inside: Vec<&Argument<'_>> = arguments
                .iter()
                .filter(|argument| argument.place == *place)
                .collect();
            let schema = body(&inside, &named, security.in_body(place));
            let encodings = inside.iter().filter_map(|argument| {
                Some((argument.name(), argument.listed.as_ref()?.encoding()?))
            });
            let name = components.claim(&format!("{prefix}Request"));
            components.schemas.insert(name.clone(), &schema)?;
            content.insert(
                (*media_type).into(),
                object([
                    ("schema", Some(Components::reference(&name))),
                    ("encoding", filled(encodings.collect())),
                ]),
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
        let listed = Listed::of(&node, place);
        let item = match node.under("items") {
            Some(item) => body.resolve(&item).map_err(|refusal| refusal.reason)?,
            None => node.clone(),
        };
        let integer = matches!(
            item.shape(),
            Ok(Shape::Integer | Shape::Enumeration(_, true))
        );
        let shown = examples::arguments(examples, wire, integer).into_iter();
        all.push(Argument {
            wire,
            // What is always sent is required, whoever gives it.
            required: place == "path"
                || required.contains(&wire)
                || node.value.get("const").is_some(),
            place,
            examples: shown
                .map(|(name, value)| (name, Listed::example(listed.as_ref(), value)))
                .collect(),
            listed,
            here,
            node,
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
            .and_then(|schema| schema.shift_remove("description"))
            .or_else(|| kept(self.node.value, "description"));
        let shown = self.examples.iter();
        let shown: Map<String, Value> = shown
            .map(|(name, value)| (name.clone(), json!({ "value": value })))
            .collect();
        let (style, explode) = match self.listed {
            Some(Listed::Style { style, explode, .. }) => {
                (Some(style.into()), Some(explode.into()))
            }
            _ => (None, None),
        };
        let (schema, content) = match self.listed {
            Some(Listed::Json) => (
                None,
                Some(json!({ "application/json": { "schema": schema } })),
            ),
            _ => (Some(schema), None),
        };
        object([
            ("name", Some(self.name().into())),
            ("in", Some(self.place.into())),
            ("required", self.required.then_some(true.into())),
            ("description", description),
            ("style", style),
            ("explode", explode),
            ("schema", schema),
            ("examples", filled(shown).filter(|_| content.is_none())),
            ("content", content),
        ])
    }

    fn schema(&self, named: &Named<'_>) -> Value {
        let mut schema = named.used(&self.here);
        if let Some(schema) = schema.as_object_mut() {
            schema.shift_remove("x-in");
            // More generators know an enumeration of one than `const`.
            if let Some(constant) = schema.shift_remove("const") {
                schema.insert("enum".into(), json!([constant]));
            }
        }
        Listed::schema(self.listed.as_ref(), schema)
    }

    /// The name that is sent.
    fn name(&self) -> String {
        Listed::name(self.listed.as_ref(), self.wire)
    }
}

/// The headers that every call carries.
fn headers(http: &Value) -> impl Iterator<Item = Value> {
    let all = http.get("headers").and_then(Value::as_object);
    all.into_iter().flatten().map(|(name, value)| {
        json!({ "name": name, "in": "header", "required": true, "schema": { "type": "string", "enum": [value] } })
    })
}

fn body(arguments: &[&Argument<'_>], named: &Named<'_>, signed: &Map<String, Value>) -> Value {
    let mut required: Vec<Value> = signed.keys().map(|name| name.as_str().into()).collect();
    let mut properties = signed.clone();
    for argument in arguments {
        let mut schema = argument.schema(named);
        if let (Some(schema), false) = (schema.as_object_mut(), argument.examples.is_empty()) {
            let shown = argument.examples.iter().map(|(_, value)| value.clone());
            schema.insert("examples".into(), shown.collect());
        }
        properties.insert(argument.name(), schema);
        if argument.required {
            required.push(argument.name().into());
        }
    }
    object([
        ("type", Some("object".into())),
        ("required", (!required.is_empty()).then(|| required.into())),
        ("properties", Some(Value::Object(properties))),
    ])
}
