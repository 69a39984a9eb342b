//! What to write where a file is not of the dialect.
//!
//! The commonest slips (a number where text is wanted, a name that begins with a capital, a pointer without its slash) are
//! answered by what would be right there, as nobody wants to read a meta-schema for them.

use jsonschema::ValidationError;
use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::types::JsonType;
use serde_json::Value;

use crate::model::words::{pascal, snake};

pub(super) fn hint(error: &ValidationError<'_>) -> String {
    let keyword = error.schema_path().as_str();
    let instance = error.instance();
    match error.kind() {
        ValidationErrorKind::Required { property } => {
            format!("Add the key `{}`.", property.as_str().unwrap_or_default())
        }
        ValidationErrorKind::Enum { options } => {
            let known: Vec<String> = options
                .as_array()
                .into_iter()
                .flatten()
                .map(Value::to_string)
                .collect();
            format!("Use one of {}.", known.join(", "))
        }
        ValidationErrorKind::Constant { expected_value } => {
            format!("Only {expected_value} is possible here.")
        }
        ValidationErrorKind::Type { .. } if instance.is_boolean() && is_body(keyword) => {
            "Write a schema as an object: `{}` is any value. What may not be there is not described.".into()
        }
        ValidationErrorKind::Type { kind } => of_type(kind, instance),
        ValidationErrorKind::Pattern { pattern } => {
            of_pattern(pattern, instance.as_str().unwrap_or_default())
        }
        ValidationErrorKind::Minimum { limit } => format!("Write {limit} or more."),
        ValidationErrorKind::Maximum { limit } => format!("Write {limit} or less."),
        ValidationErrorKind::MinLength { .. } => "Write what it is, or drop the key.".into(),
        ValidationErrorKind::MinItems { limit } => format!("Write {limit} or more, or drop the key."),
        ValidationErrorKind::MinProperties { limit } => {
            format!("Write {limit} or more members, or drop the key.")
        }
        ValidationErrorKind::OneOfMultipleValid { .. } => {
            "Write one of the forms that docs/transcribing-a-document.md has for it.".into()
        }
        _ => format!("The rule is {keyword} in schemas/dialect/."),
    }
}

/// What would be of the type.
fn of_type(kind: &TypeKind, instance: &Value) -> String {
    let types: Vec<JsonType> = match kind {
        TypeKind::Single(one) => vec![*one],
        TypeKind::Multiple(several) => several.iter().collect(),
    };
    let is_short = instance.is_number() || instance.is_boolean();
    let number = instance.as_str().filter(|text| text.parse::<i64>().is_ok());
    match &types[..] {
        [JsonType::String] if is_short => format!("Write it in quotation marks: `\"{instance}\"`."),
        [JsonType::Integer | JsonType::Number] if number.is_some() => {
            format!(
                "Write it without quotation marks: `{}`.",
                number.unwrap_or_default()
            )
        }
        [JsonType::Boolean] if matches!(instance.as_str(), Some("true" | "false")) => {
            format!(
                "Write it without quotation marks: `{}`.",
                instance.as_str().unwrap_or_default()
            )
        }
        types => {
            let words: Vec<&str> = types.iter().map(word).collect();
            format!(
                "Write {}, or drop the key where it may be left out.",
                words.join(" or ")
            )
        }
    }
}

fn word(of: &JsonType) -> &'static str {
    match of {
        JsonType::String => "text in quotation marks",
        JsonType::Integer => "a whole number",
        JsonType::Number => "a number",
        JsonType::Boolean => "`true` or `false`",
        JsonType::Null => "`null`",
        JsonType::Array => "a list: `[…]`",
        JsonType::Object => "an object: `{…}`",
    }
}

/// What would fit the pattern: a pattern says it to whoever reads patterns.
fn of_pattern(pattern: &str, written: &str) -> String {
    // Not longer than a line, whatever stands there.
    let written: String = written.chars().take(60).collect();
    let such = |text: &str| {
        if text.is_empty() {
            String::new()
        } else {
            format!(": `{text}`")
        }
    };
    match pattern {
        "^[a-z][a-z0-9_]*$" => format!(
            "Begin with a small letter and go on with small letters, digits and `_`{}.",
            such(&snake(&written, 1))
        ),
        "^[A-Z][A-Za-z0-9]*$" => format!(
            "Begin with a capital and go on with letters and digits{}.",
            such(&pascal(&written, "Name"))
        ),
        "^[A-Z][A-Z0-9_]*$" => format!(
            "Begin with a capital and go on with capitals, digits and `_`{}.",
            such(&snake(&written, 1).to_ascii_uppercase())
        ),
        "^(/[^/]+)+$" => {
            let steps = written.split(['/', '.']).filter(|step| !step.is_empty());
            let pointer: String = steps.map(|step| format!("/{step}")).collect();
            let example = if pointer.is_empty() { "/data/items" } else { &pointer };
            format!("Write a JSON pointer, a slash before each key{}.", such(example))
        }
        "^examples/" => "Name a file below `examples/`: `examples/search/success.json`.".into(),
        "^https?://[^/]+$" => {
            "Write scheme and host, without a path and without a slash at the end: `https://api.example.com`. The path is each operation's.".into()
        }
        "^(/.*)?$" => format!("A path begins with a slash{}.", such(&format!("/{written}"))),
        "^#(/.*)?$" => "Point into this body: `#/$defs/person`.".into(),
        _ => format!("It must fit `{pattern}`."),
    }
}

/// Whether a rule of the dialect is that of a request's or reply's schemas.
fn is_body(rule: &str) -> bool {
    rule.contains("/$defs/body")
        || rule.contains("/properties/reply")
        || rule.contains("/properties/request")
}
