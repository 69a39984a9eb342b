//! What a schema describes, as places that something can exercise, and how a reply touches them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::read::position::child;
use crate::schema::{Body, Node, Shape};

/// The fields and the enumerations' values of one body, by where they stand in the schema: a schema that
/// several `$ref`s lead to is one place.
#[derive(Debug, Default)]
pub(super) struct Universe {
    /// The path in a reply (`*` for items and for keys that are data) by the property's pointer.
    pub(super) fields: BTreeMap<String, String>,
    /// The path by pointer and value.
    pub(super) values: BTreeMap<(String, String), String>,
    /// In the schema's order.
    pub(super) order: Vec<String>,
}

/// What was touched, in the same terms.
#[derive(Debug, Default)]
pub(super) struct Touched {
    pub(super) fields: BTreeSet<String>,
    pub(super) values: BTreeSet<(String, String)>,
}

/// All that a body describes.
pub(super) fn universe(body: Body<'_>) -> Universe {
    let mut found = Universe::default();
    visit(body, &body.node(), "", &mut BTreeSet::new(), &mut found);
    found
}

fn visit(
    body: Body<'_>,
    here: &Node<'_>,
    path: &str,
    known: &mut BTreeSet<String>,
    found: &mut Universe,
) {
    let Ok(node) = body.resolve(here) else { return };
    let shape = node.shape();
    if let Ok(Shape::Enumeration(choices, _)) = &shape {
        for choice in choices {
            let place = (node.pointer.clone(), choice.wire.clone());
            found.values.entry(place).or_insert_with(|| path.to_owned());
        }
    }
    if !known.insert(node.pointer.clone()) {
        return;
    }
    match shape {
        Ok(Shape::Object) => {
            for (key, property) in node.properties() {
                let path = child(path, key);
                if found
                    .fields
                    .insert(property.pointer.clone(), path.clone())
                    .is_none()
                {
                    found.order.push(property.pointer.clone());
                }
                visit(body, &property, &path, known, found);
            }
        }
        Ok(Shape::Map(inner) | Shape::List(Some(inner))) => {
            visit(body, &inner, &child(path, "*"), known, found)
        }
        Ok(Shape::JsonText(Some(inner))) => visit(body, &inner, path, known, found),
        _ => {}
    }
}

/// What a reply holds. A key with nothing in it (`null`, `""`, `[]`, `{}`) exercises nothing.
pub(super) fn touch(body: Body<'_>, here: &Node<'_>, value: &Value, touched: &mut Touched) {
    let Ok(node) = body.resolve(here) else { return };
    match (node.shape(), value) {
        (Ok(Shape::Enumeration(..)), value) => {
            touched.values.insert((node.pointer.clone(), wire(value)));
        }
        (Ok(Shape::Object), Value::Object(fields)) => {
            for (key, value) in fields {
                let Some(property) = node.property(key) else {
                    continue;
                };
                if !is_nothing(value) {
                    touched.fields.insert(property.pointer.clone());
                    touch(body, &property, value, touched);
                }
            }
        }
        (Ok(Shape::Map(inner)), Value::Object(fields)) => {
            fields
                .values()
                .for_each(|value| touch(body, &inner, value, touched));
        }
        (Ok(Shape::List(Some(inner))), Value::Array(items)) => {
            items
                .iter()
                .for_each(|value| touch(body, &inner, value, touched));
        }
        (Ok(Shape::JsonText(Some(inner))), Value::String(text)) => {
            if let Ok(value) = serde_json::from_str(text) {
                touch(body, &inner, &value, touched);
            }
        }
        _ => {}
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => matches!(text.trim(), "" | "[]" | "{}"),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

/// A value as text.
pub(super) fn wire(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
