//! How the values of a list travel outside of a JSON body (`x-list`), as OpenAPI says it.

use serde_json::{Value, json};

use super::object;
use crate::schema::Node;

/// How a list travels.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Listed {
    /// As OpenAPI's `style` and `explode`; the name may end in brackets.
    Style {
        style: &'static str,
        explode: bool,
        brackets: bool,
    },
    /// As JSON text.
    Json,
    /// Joined by a text that OpenAPI has no word for: there it is one text.
    Text(String),
}

impl Listed {
    /// How this argument's values travel; nothing if it is no list, or one in a JSON body.
    pub(super) fn of(node: &Node<'_>, place: &str) -> Option<Self> {
        let how = node.value.get("x-list")?;
        let plain = if matches!(place, "path" | "header") {
            "simple"
        } else {
            "form"
        };
        let repeated = |brackets| Self::Style {
            style: "form",
            explode: true,
            brackets,
        };
        let joined = |style| Self::Style {
            style,
            explode: false,
            brackets: false,
        };
        Some(
            match (how.as_str(), how.get("joined").and_then(Value::as_str)) {
                (Some("repeated"), _) => repeated(false),
                (Some("brackets"), _) => repeated(true),
                (Some("json"), _) => Self::Json,
                (_, Some(",")) => joined(plain),
                (_, Some(" ")) if place == "query" => joined("spaceDelimited"),
                (_, Some("|")) if place == "query" => joined("pipeDelimited"),
                (_, separator) => Self::Text(separator.unwrap_or_default().to_owned()),
            },
        )
    }

    /// The name that is sent.
    pub(super) fn name(listed: Option<&Self>, wire: &str) -> String {
        match listed {
            Some(Self::Style { brackets: true, .. }) => format!("{wire}[]"),
            _ => wire.to_owned(),
        }
    }

    /// How a form writes the property.
    pub(super) fn encoding(&self) -> Option<Value> {
        match self {
            Self::Style { style, explode, .. } => {
                Some(json!({ "style": style, "explode": explode }))
            }
            Self::Json => Some(json!({ "contentType": "application/json" })),
            Self::Text(_) => None,
        }
    }

    /// The schema of what is given: that of the list, or of the text that it becomes.
    pub(super) fn schema(listed: Option<&Self>, schema: Value) -> Value {
        let (Some(Self::Text(_)), Some(members)) = (listed, schema.as_object()) else {
            return schema;
        };
        let words = [
            "description",
            "x-description",
            "x-type",
            "x-required",
            "x-list",
        ];
        let kept = words.map(|key| (key, members.get(key).cloned()));
        object([("type", Some("string".into()))].into_iter().chain(kept))
    }

    /// An example's value as the schema wants it.
    pub(super) fn example(listed: Option<&Self>, value: Value) -> Value {
        let (Some(Self::Text(separator)), Some(items)) = (listed, value.as_array()) else {
            return value;
        };
        let texts: Vec<String> = items
            .iter()
            .map(|item| {
                item.as_str()
                    .map_or_else(|| item.to_string(), str::to_owned)
            })
            .collect();
        texts.join(separator).into()
    }
}
