//! The JSON Schemas of what the facade writes, for whoever reads it in another language.
//!
//! They are kept in `docs/`, and `zhixing schema` prints them.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::Value;
use zhixing_core::record::Record;

use crate::Report;

/// The schema of a [`Report`].
#[must_use]
pub fn report() -> Schema {
    published::<Report>()
}

/// The schema of a [`Record`].
#[must_use]
pub fn record() -> Schema {
    published::<Record>()
}

/// JSON Schema 2020-12 of what is written, which is stricter than what could be read: keys sorted, so
/// that its bytes hang on nothing but the type, and descriptions without what only readers of the Rust
/// documentation can use.
fn published<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value();
    describe_plainly(&mut schema);
    schema.sort_all_objects();
    // What was an object is one still.
    Schema::try_from(schema).unwrap_or_default()
}

fn describe_plainly(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(text) if name == "description" => *text = plain(text),
                    other => describe_plainly(other),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(describe_plainly),
        _ => {}
    }
}

/// Without examples in Rust and without links to items: `[blank](super::is_blank)` is `blank`.
fn plain(description: &str) -> String {
    // Every second piece is inside a fence.
    let outside: Vec<&str> = description.split("```").step_by(2).map(str::trim).collect();
    let mut rest = outside.join("\n\n");
    let mut told = String::new();
    while let Some(open) = rest.find('[') {
        let (before, linked) = (rest[..open].to_owned(), rest[open + 1..].to_owned());
        let Some((label, after)) = linked.split_once(']') else {
            break;
        };
        told.push_str(&before);
        match after
            .strip_prefix('(')
            .and_then(|target| target.split_once(')'))
        {
            Some((_, after)) => {
                told.push_str(label);
                rest = after.to_owned();
            }
            None if label.starts_with('`') && label.ends_with('`') && label.len() > 1 => {
                told.push_str(label);
                rest = after.to_owned();
            }
            // Brackets that are no link stay.
            None => {
                told.push_str(&format!("[{label}]"));
                rest = after.to_owned();
            }
        }
    }
    told.push_str(&rest);
    told.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn descriptions_are_for_readers_of_json() {
        assert_eq!(plain("A day.\n\n```\nuse x;\n```"), "A day.");
        assert_eq!(
            plain("A [blank](super::is_blank) [`Personal`] text [sic], `[]`."),
            "A blank `Personal` text [sic], `[]`."
        );
        for schema in [super::record(), super::report()] {
            let text = schema.to_value().to_string();
            for rust in ["```", "super::", "zhixing_core"] {
                assert!(!text.contains(rust), "{rust} in a published schema");
            }
        }
    }
}
