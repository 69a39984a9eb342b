//! What must hold inside a request's or reply's schema.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::diagnostic::Diagnostics;
use crate::model::naming::{self, Clash, Scope};
use crate::read::Document;
use crate::read::position::child;
use crate::schema::{Body, Node, Shape, member, text};

/// What may stand beside `$ref`: words about this place, and nothing that would make another type.
const BESIDE_REF: &[&str] = &[
    "$ref",
    "$comment",
    "$defs",
    "title",
    "description",
    "default",
    "x-description",
    "x-type",
    "x-length",
    "x-required",
    "x-name",
    "x-format",
    "x-quirks",
    "x-contradiction",
    "x-role",
    "x-in",
];

/// Checks the schema at `base` (`/request` or `/reply`).
pub(super) fn check(document: &Document, base: &str, faults: &mut Diagnostics) {
    let Some(root) = document.value.pointer(base) else {
        return;
    };
    let body = Body { root };
    let mut check = Check {
        document,
        base,
        body,
        faults,
    };
    let node = body.node();
    match body.resolve(&node).map(|resolved| resolved.shape()) {
        Ok(Ok(Shape::Object)) => {}
        Ok(Ok(_)) => check.fault(
            &node,
            "",
            "The whole must be an object.",
            "Say `\"type\": \"object\"` and its properties.",
        ),
        _ => {} // reported below
    }
    check.visit(&node);
}

struct Check<'a> {
    document: &'a Document,
    base: &'a str,
    body: Body<'a>,
    faults: &'a mut Diagnostics,
}

impl<'a> Check<'a> {
    fn fault(
        &mut self,
        node: &Node<'_>,
        key: &str,
        reason: impl Into<String>,
        hint: impl Into<String>,
    ) {
        let mut pointer = format!("{}{}", self.base, node.pointer);
        if !key.is_empty() {
            pointer = child(&pointer, key);
        }
        self.faults
            .push(self.document.fault(&pointer, reason, hint));
    }

    fn visit(&mut self, node: &Node<'a>) {
        if !node.value.is_object() {
            return; // the meta-schema has said so
        }
        self.own(node);
        let mut inner: Vec<Node<'a>> = node
            .properties()
            .into_iter()
            .map(|(_, property)| property)
            .collect();
        for keyword in ["items", "additionalProperties", "contentSchema"] {
            inner.extend(node.under(keyword).filter(|n| n.value.is_object()));
        }
        if let Some(definitions) = node.under("$defs") {
            for (name, value) in definitions.value.as_object().into_iter().flatten() {
                inner.push(Node {
                    value,
                    pointer: child(&definitions.pointer, name),
                });
            }
        }
        for node in inner {
            self.visit(&node);
        }
    }

    fn own(&mut self, node: &Node<'a>) {
        if text(node.value, "$ref").is_some() {
            if let Err(refusal) = self.body.grounded(node) {
                self.fault(node, "$ref", refusal.reason, refusal.hint);
            }
            let strange: Vec<String> = node
                .value
                .as_object()
                .into_iter()
                .flatten()
                .map(|(key, _)| key.clone())
                .filter(|key| !BESIDE_REF.contains(&key.as_str()))
                .collect();
            for key in strange {
                let reason = format!("`{key}` beside `$ref` would make another type.");
                self.fault(
                    node,
                    &key,
                    reason,
                    "Write it in the schema that is referred to, or write that schema out here.",
                );
            }
            return;
        }
        match node.shape() {
            Err(refusal) => self.fault(node, "", refusal.reason, refusal.hint),
            Ok(shape) => self.shaped(node, &shape),
        }
        self.names(node);
    }

    fn shaped(&mut self, node: &Node<'a>, shape: &Shape<'a>) {
        let sensitive = member(node.value, "x-sensitive").is_some();
        if sensitive
            && matches!(
                shape,
                Shape::Object | Shape::Map(_) | Shape::Boolean | Shape::Number
            )
        {
            self.fault(
                node,
                "x-sensitive",
                "Only text, integers and lists of them can be masked.",
                "Mark the fields inside that say something of a person.",
            );
        }
        for (keyword, fits) in [
            ("minimum", matches!(shape, Shape::Integer | Shape::Number)),
            ("maximum", matches!(shape, Shape::Integer | Shape::Number)),
            ("minLength", matches!(shape, Shape::Text)),
            ("maxLength", matches!(shape, Shape::Text)),
            ("minItems", matches!(shape, Shape::List(_))),
            ("maxItems", matches!(shape, Shape::List(_))),
            ("x-list", matches!(shape, Shape::List(_))),
            ("format", matches!(shape, Shape::Text)),
        ] {
            if member(node.value, keyword).is_some() && !fits {
                self.fault(
                    node,
                    keyword,
                    format!("`{keyword}` does not fit the type."),
                    "Lengths and days are for text, minimum and maximum for numbers, counts of items for lists.",
                );
            }
        }
        for keyword in ["const", "x-list"] {
            if self.base == "/reply" && member(node.value, keyword).is_some() {
                self.fault(
                    node,
                    keyword,
                    format!("`{keyword}` says something of a request."),
                    "In a reply, say the type; one value that is always sent is an `enum` of one.",
                );
            }
        }
        for (low, high) in [
            ("minimum", "maximum"),
            ("minLength", "maxLength"),
            ("minItems", "maxItems"),
        ] {
            let [min, max] =
                [low, high].map(|keyword| member(node.value, keyword).and_then(Value::as_i64));
            if let (Some(min), Some(max)) = (min, max)
                && min > max
            {
                self.fault(
                    node,
                    low,
                    format!("`{low}` {min} is above `{high}` {max}."),
                    "No value could keep both.",
                );
            }
        }
        if let (Shape::Enumeration(choices, _), true) =
            (shape, member(node.value, "oneOf").is_some())
        {
            let mut titles: BTreeMap<&str, usize> = BTreeMap::new();
            for (index, title) in choices
                .iter()
                .enumerate()
                .filter_map(|(i, c)| Some((i, c.title?)))
            {
                if titles.insert(title, index).is_some() {
                    let at = Node {
                        value: node.value,
                        pointer: format!("{}/oneOf/{index}", node.pointer),
                    };
                    self.fault(
                        &at,
                        "title",
                        format!("The variant `{title}` is used twice."),
                        "Give this value another title.",
                    );
                }
            }
        }
    }

    fn names(&mut self, node: &Node<'a>) {
        if let Some(title) = text(node.value, "title")
            && !is_type_name(title)
        {
            self.fault(
                node,
                "title",
                format!("`{title}` is no name of a type."),
                "Begin with an ASCII capital and go on with ASCII letters and digits.",
            );
        }
        let properties = node.properties();
        let known: BTreeSet<&str> = properties.iter().map(|(wire, _)| *wire).collect();
        for (index, required) in member(node.value, "required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .enumerate()
        {
            if let Some(name) = required.as_str().filter(|name| !known.contains(name)) {
                let at = Node {
                    value: node.value,
                    pointer: format!("{}/required/{index}", node.pointer),
                };
                self.fault(
                    &at,
                    "",
                    format!("The required `{name}` is no property."),
                    "Name a key of `properties`.",
                );
            }
        }
        for (wire, property) in &properties {
            if wire.is_empty() {
                self.fault(
                    property,
                    "",
                    "A property has an empty name.",
                    "Nothing can be called that; drop it.",
                );
            }
        }
        let scope = match self.base {
            "/request" => Scope::parameters(),
            _ => Scope::fields(),
        };
        for Clash {
            wire,
            first,
            name,
            free,
        } in naming::clashes(scope, node)
        {
            let Some(property) = node.property(wire) else {
                continue;
            };
            if member(property.value, "x-name").is_some() {
                self.fault(
                    &property,
                    "x-name",
                    format!("The Rust name `{name}` is that of `{first}` already."),
                    format!("Write another here, such as `\"x-name\": \"{free}\"`."),
                );
            } else {
                self.fault(
                    &property,
                    "",
                    format!("`{first}` and `{wire}` would both be `{name}` in Rust."),
                    format!("Write `\"x-name\": \"{free}\"`, or a better name, at the key that is new: code that says `{name}` must go on with the same key."),
                );
            }
        }
    }
}

fn is_type_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.bytes().all(|b| b.is_ascii_alphanumeric())
}
