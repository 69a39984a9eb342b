//! Authentication, as far as OpenAPI can say it.
//!
//! OpenAPI knows a key that is sent as it is. Here keys, times and digests are sent side by side, so each field is an
//! `apiKey` of its own, all of them are required together, and how a value is made is data: the vendor's recipe, whole,
//! under `x-zhixing-auth`. A constant is an ordinary header or query parameter; a field of a body is a property of the
//! body, for which OpenAPI has no security scheme.

use serde_json::{Map, Value, json};

use super::{kept, list, object, paragraphs};
use crate::model::naming::Scope;
use crate::model::words::snake;
use crate::schema::text;

/// The vendor's fields of authentication, each in its place.
#[derive(Debug, Default)]
pub(super) struct Security {
    pub schemes: Map<String, Value>,
    /// Constants in headers and queries, as parameters of every operation.
    pub constants: Vec<Value>,
    /// What travels in a form, by name.
    pub in_form: Map<String, Value>,
    /// What travels in a JSON body, by name.
    pub in_json: Map<String, Value>,
}

impl Security {
    /// Reads `auth`.
    pub(super) fn of(about: &Value) -> Self {
        let mut all = Self::default();
        let mut names = Scope::default();
        for (index, field) in list(&about["auth"], "fields").enumerate() {
            let name = text(field, "name").unwrap_or_default();
            let place = text(field, "in").unwrap_or_default();
            let parts: Vec<&Value> = list(field, "value").collect();
            let constant: Option<String> = parts.iter().map(|part| text(part, "literal")).collect();
            let description = paragraphs([
                Some(made_of(&parts).as_str()),
                text(field, "x-description"),
                text(field, "notes"),
            ]);
            // A constant is an enumeration of one, which more generators know than `const`.
            if !matches!(place, "header" | "query") {
                let schema = match constant {
                    Some(value) => {
                        json!({ "type": "string", "enum": [value], "description": description })
                    }
                    None => json!({ "type": "string", "minLength": 1, "description": description }),
                };
                let body = if place == "json" {
                    &mut all.in_json
                } else {
                    &mut all.in_form
                };
                body.insert(name.to_owned(), schema);
            } else if let Some(value) =
                constant.filter(|_| !name.eq_ignore_ascii_case("Authorization"))
            {
                all.constants.push(json!({
                    "name": name,
                    "in": place,
                    "required": true,
                    "description": description,
                    "schema": { "type": "string", "enum": [value] },
                }));
            } else {
                let scheme = if is_bearer(place, name, &parts) {
                    object([
                        ("type", Some("http".into())),
                        ("scheme", Some("bearer".into())),
                        ("description", description),
                    ])
                } else {
                    object([
                        ("type", Some("apiKey".into())),
                        ("name", Some(name.into())),
                        ("in", Some(place.into())),
                        ("description", description),
                    ])
                };
                all.schemes
                    .insert(names.claim(&key(name, index + 1)), scheme);
            }
        }
        all
    }

    /// What travels in a body of this kind.
    pub(super) fn in_body(&self, place: &str) -> &Map<String, Value> {
        if place == "json" {
            &self.in_json
        } else {
            &self.in_form
        }
    }

    /// All fields are sent with every call.
    pub(super) fn requirement(&self) -> Value {
        if self.schemes.is_empty() {
            return json!([]);
        }
        let all: Map<String, Value> = self
            .schemes
            .keys()
            .map(|key| (key.clone(), json!([])))
            .collect();
        json!([all])
    }
}

/// The recipe as data, whatever the dialect lets it say.
pub(super) fn recipe(about: &Value) -> Option<Value> {
    let mut recipe = Map::new();
    recipe.insert("credentials".into(), kept(about, "credentials")?);
    recipe.extend(about.get("auth")?.as_object()?.clone());
    Some(Value::Object(recipe))
}

/// Whether anything that is sent must be computed for the call.
pub(super) fn is_computed(about: &Value) -> bool {
    list(&about["auth"], "values").next().is_some()
}

/// What a value is joined from, in words.
fn made_of(parts: &[&Value]) -> String {
    let words: Vec<String> = parts
        .iter()
        .map(|part| {
            match (
                text(part, "literal"),
                text(part, "credential"),
                text(part, "value"),
            ) {
                (Some(literal), ..) => format!("the text `{literal}`"),
                (_, Some(credential), _) => format!("the credential `{credential}`"),
                (.., Some(value)) => {
                    format!("the value `{value}`, computed for each call as `x-zhixing-auth` says")
                }
                _ => "what `x-zhixing-auth` says".to_owned(),
            }
        })
        .collect();
    let mut sentence = words.join(", then ");
    if let Some(first) = sentence.get(..1).map(str::to_ascii_uppercase) {
        sentence.replace_range(..1, &first);
    }
    sentence + "."
}

/// `Authorization: Bearer CREDENTIAL`.
fn is_bearer(place: &str, name: &str, parts: &[&Value]) -> bool {
    let [scheme, token] = parts else {
        return false;
    };
    place == "header"
        && name.eq_ignore_ascii_case("Authorization")
        && text(scheme, "literal").is_some_and(|literal| literal.eq_ignore_ascii_case("Bearer "))
        && text(token, "credential").is_some()
}

/// The name of a scheme in the document; components allow a few signs only.
fn key(name: &str, position: usize) -> String {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
    if !name.is_empty() && name.chars().all(allowed) {
        name.to_owned()
    } else {
        snake(name, position)
    }
}
