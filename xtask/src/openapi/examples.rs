//! The documented examples: replies as they are printed, and the arguments that they answer.
//!
//! A reply and the arguments of one example have the same name, which is how mock servers pair them. Nothing is
//! invented: a parameter that the document shows no value of has no example.

use serde_json::{Map, Value};

use super::{kept, list, object};
use crate::read;
use crate::schema::text;

/// One example of an operation.
#[derive(Debug)]
pub(super) struct Example<'a> {
    pub name: String,
    pub about: &'a Value,
    pub reply: &'a Value,
}

/// An operation's examples.
pub(super) fn of<'a>(vendor: &'a read::Vendor, operation: &'a Value) -> Vec<Example<'a>> {
    let folder = format!(
        "examples/{}/",
        text(operation, "operation").unwrap_or_default()
    );
    list(operation, "examples")
        .filter_map(|about| {
            let file = text(about, "file")?;
            let reply = &vendor.examples.get(file)?.as_ref()?.value;
            let name = file.strip_prefix(&folder).unwrap_or(file);
            let name = name.strip_suffix(".json").unwrap_or(name).to_owned();
            Some(Example { name, about, reply })
        })
        .collect()
}

/// The replies.
pub(super) fn replies(examples: &[Example<'_>]) -> Map<String, Value> {
    let written = examples.iter().map(|example| {
        let value = object([
            ("summary", kept(example.about, "title")),
            ("value", Some(example.reply.clone())),
            ("x-zhixing-arguments", kept(example.about, "arguments")),
            ("x-zhixing-state", kept(example.about, "state")),
            ("x-zhixing-records", kept(example.about, "records")),
            ("x-zhixing-section", kept(example.about, "section")),
            ("x-zhixing-repairs", kept(example.about, "repairs")),
        ]);
        (example.name.clone(), value)
    });
    written.collect()
}

/// What the examples give a parameter, by the example's name. Arguments are written as text; an integer is one here.
pub(super) fn arguments(
    examples: &[Example<'_>],
    parameter: &str,
    integer: bool,
) -> Vec<(String, Value)> {
    let given = examples.iter().filter_map(|example| {
        let value = example.about.get("arguments")?.get(parameter)?;
        let typed = |value: &Value| {
            let number = value.as_str().and_then(|text| text.parse::<i64>().ok());
            number
                .filter(|_| integer)
                .map_or_else(|| value.clone(), Value::from)
        };
        let value = match value.as_array() {
            Some(several) => several.iter().map(typed).collect(),
            None => typed(value),
        };
        Some((example.name.clone(), value))
    });
    given.collect()
}
