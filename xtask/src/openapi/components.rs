//! A body's schemas as components of the document.
//!
//! Inside `schemas/` a reference is a pointer from the body's root; a document has another root. So everything that is
//! referred to becomes a component, and so does everything that deserves a name in a generated client: objects and
//! enumerations. The rest is copied as it is.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::printed::Members;
use crate::model::naming::Scope;
use crate::model::words::pascal;
use crate::read::position::{child, segments};
use crate::schema::{Body, Node, Shape, fragment, member, text};

/// The components of a document: their schemas, and the names that are given.
#[derive(Debug, Default)]
pub(super) struct Components {
    pub schemas: Members,
    names: Scope,
}

impl Components {
    /// A free name like the wanted one.
    pub(super) fn claim(&mut self, wanted: &str) -> String {
        self.names.claim(wanted)
    }

    /// A reference to a component.
    pub(super) fn reference(name: &str) -> Value {
        json!({ "$ref": format!("#/components/schemas/{name}") })
    }
}

/// A request or a reply whose schemas have their names.
#[derive(Debug)]
pub(super) struct Named<'a> {
    body: Body<'a>,
    names: BTreeMap<String, String>,
    /// Whether an enumeration admits values that the document does not list.
    open: bool,
    /// The field of the status code, and what stands for it.
    code: Option<(String, Value)>,
}

impl<'a> Named<'a> {
    /// A reply: a value that the document does not list is no reason to lose an answer that was paid for, so its
    /// enumerations are open.
    pub(super) fn reply(
        root: &'a Value,
        prefix: &str,
        code: Option<(String, Value)>,
        components: &mut Components,
    ) -> Self {
        let mut named = Self::new(root, true, code);
        let name = components.claim(&format!("{prefix}Reply"));
        named.names.insert(String::new(), name);
        named.name_all(prefix, components);
        named
    }

    /// A request. Its root is no schema of the document: its properties travel in several places.
    pub(super) fn request(root: &'a Value, prefix: &str, components: &mut Components) -> Self {
        let mut named = Self::new(root, false, None);
        named.name_all(prefix, components);
        named
    }

    fn new(root: &'a Value, open: bool, code: Option<(String, Value)>) -> Self {
        Self {
            body: Body { root },
            names: BTreeMap::new(),
            open,
            code,
        }
    }

    /// The body as it stands in the file.
    pub(super) fn body(&self) -> Body<'a> {
        self.body
    }

    /// The name of a schema that is a component.
    pub(super) fn name(&self, pointer: &str) -> Option<&str> {
        self.names.get(pointer).map(String::as_str)
    }

    fn name_all(&mut self, prefix: &str, components: &mut Components) {
        let mut wanted = Vec::new();
        let mut open = vec![self.body.node()];
        while let Some(node) = open.pop() {
            if let Some(target) = text(node.value, "$ref").and_then(fragment) {
                wanted.push(target);
            }
            if node.pointer.contains('/') && deserves_name(&node) {
                wanted.push(node.pointer.clone());
            }
            // The last is taken first: the order of the file decides who has a name without a number.
            open.extend(inner(&node).into_iter().rev());
        }
        for pointer in wanted {
            let Some(value) = self.body.root.pointer(&pointer) else {
                continue;
            };
            if self.names.contains_key(&pointer) {
                continue;
            }
            let own =
                text(value, "title").map_or_else(|| pascal(&key(&pointer), "Type"), str::to_owned);
            let name = components.claim(&format!("{prefix}{own}"));
            self.names.insert(pointer, name);
        }
    }

    /// Adds everything that has a name.
    ///
    /// # Errors
    /// It cannot be printed.
    pub(super) fn add_to(&self, components: &mut Components) -> Result<(), String> {
        for (pointer, name) in &self.names {
            if let Some(value) = self.body.root.pointer(pointer) {
                let node = Node {
                    value,
                    pointer: pointer.clone(),
                };
                let mut schema = self.written(&node);
                // The key is the name. Some generators prefer a title, which two operations may share.
                if let Some(members) = schema.as_object_mut() {
                    members.shift_remove("title");
                }
                components.schemas.insert(name.clone(), &schema)?;
            }
        }
        Ok(())
    }

    /// A schema where it is used: a reference if it has a name.
    pub(super) fn used(&self, node: &Node<'_>) -> Value {
        match self.name(&node.pointer) {
            Some(name) => self.refer(node, name),
            None => self.written(node),
        }
    }

    fn refer(&self, node: &Node<'_>, name: &str) -> Value {
        let reference = Components::reference(name);
        match node.shape() {
            Ok(Shape::Enumeration(_, integer)) if self.open => {
                let declared = member(node.value, "type").cloned();
                let word = if integer { "integer" } else { "string" };
                json!({ "anyOf": [reference, { "type": declared.unwrap_or_else(|| word.into()) }] })
            }
            _ => reference,
        }
    }

    /// A schema with its references as the document writes them.
    fn written(&self, node: &Node<'_>) -> Value {
        let Some(members) = node.value.as_object() else {
            return node.value.clone();
        };
        let mut out = Map::new();
        for (key, value) in members {
            match key.as_str() {
                "$defs" => {} // components, all that is used of it
                "$ref" => {
                    let target = value.as_str().and_then(fragment).unwrap_or_default();
                    let there = self.body.root.pointer(&target).map(|value| Node {
                        value,
                        pointer: target,
                    });
                    if let Some(Value::Object(reference)) = there.map(|there| self.used(&there)) {
                        out.extend(reference);
                    }
                }
                "properties" => {
                    let properties = node.properties().into_iter();
                    let written =
                        properties.map(|(name, inner)| (name.to_owned(), self.used(&inner)));
                    out.insert(key.clone(), Value::Object(written.collect()));
                }
                "items" | "contentSchema" | "additionalProperties" if value.is_object() => {
                    let inner = Node {
                        value,
                        pointer: child(&node.pointer, key),
                    };
                    out.insert(key.clone(), self.used(&inner));
                }
                _ => drop(out.insert(key.clone(), value.clone())),
            }
        }
        if let Some((_, status)) = self
            .code
            .as_ref()
            .filter(|(place, _)| *place == node.pointer)
        {
            let declared = json!({ "type": member(node.value, "type") });
            out.shift_remove("type");
            out.insert("anyOf".into(), json!([status, declared]));
        }
        Value::Object(out)
    }
}

/// The name under which a schema stands in its file: that of the last property or definition on the way to it.
fn key(pointer: &str) -> String {
    let mut last = String::new();
    let mut steps = segments(pointer).into_iter();
    while let Some(keyword) = steps.next() {
        if keyword == "properties" || keyword == "$defs" {
            last = steps.next().unwrap_or_default();
        }
    }
    last
}

/// Whether a generated client would have to invent a name.
fn deserves_name(node: &Node<'_>) -> bool {
    ["properties", "oneOf", "enum"]
        .iter()
        .any(|keyword| member(node.value, keyword).is_some())
}

/// The schemas directly inside a schema.
fn inner<'a>(node: &Node<'a>) -> Vec<Node<'a>> {
    let mut all: Vec<Node<'a>> = node
        .properties()
        .into_iter()
        .map(|(_, inner)| inner)
        .collect();
    for keyword in ["items", "additionalProperties", "contentSchema"] {
        all.extend(node.under(keyword).filter(|inner| inner.value.is_object()));
    }
    if let Some(definitions) = member(node.value, "$defs").and_then(Value::as_object) {
        let base = child(&node.pointer, "$defs");
        all.extend(definitions.iter().map(|(name, value)| Node {
            value,
            pointer: child(&base, name),
        }));
    }
    all
}
