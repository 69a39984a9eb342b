//! Finds the keys of an example that the reply's schema does not name.
//!
//! JSON Schema lets unknown keys pass, and so do the generated types, since vendors add fields. In a
//! document's own example such a key is a field that was misspelt or left out when it was transcribed.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::diagnostic::Diagnostics;
use crate::read::Document;
use crate::read::position::{child, step};
use crate::schema::{Body, Node, Shape};

/// Tells each unnamed key once, where it stands first.
pub(super) fn check(body: Body, reply: &Document, schema: &str, faults: &mut Diagnostics) {
    let mut told = BTreeSet::new();
    walk(
        body,
        &body.node(),
        &reply.value,
        &mut String::new(),
        &mut |named, place| {
            if !told.insert(named) {
                return;
            }
            faults.push(reply.fault(
            place,
            "The example holds a key that the reply's schema does not name.",
            format!("The example wins: add the property to the reply in {schema}, or mend its name there."),
        ));
        },
    );
}

/// Calls `unnamed` with the place in the schema and the place in the example. It ends where the
/// example does, so a recursive schema does no harm.
fn walk<'a>(
    body: Body<'a>,
    node: &Node<'a>,
    value: &Value,
    place: &mut String,
    unnamed: &mut impl FnMut(String, &str),
) {
    // What cannot be resolved or expressed is told where bodies are checked.
    let Ok(node) = body.resolve(node) else { return };
    let here = place.len();
    match (node.shape(), value) {
        (Ok(Shape::Object), Value::Object(fields)) => {
            // Without `properties` no key is named; with `additionalProperties` others are provided for.
            if node.under("properties").is_none() || node.under("additionalProperties").is_some() {
                return;
            }
            for (key, value) in fields {
                step(place, key);
                match node.property(key) {
                    Some(property) => walk(body, &property, value, place, unnamed),
                    // Told where the schema's `required` is held against its properties.
                    None if required(&node, key) => {}
                    None => unnamed(child(&node.pointer, key), place),
                }
                place.truncate(here);
            }
        }
        (Ok(Shape::Map(values)), Value::Object(fields)) => {
            for (key, value) in fields {
                step(place, key);
                walk(body, &values, value, place, unnamed);
                place.truncate(here);
            }
        }
        (Ok(Shape::List(Some(items))), Value::Array(values)) => {
            for (index, value) in values.iter().enumerate() {
                step(place, &index.to_string());
                walk(body, &items, value, place, unnamed);
                place.truncate(here);
            }
        }
        _ => {}
    }
}

fn required(node: &Node, key: &str) -> bool {
    let keys = node.value.get("required").and_then(Value::as_array);
    keys.is_some_and(|keys| keys.iter().any(|required| required == key))
}
