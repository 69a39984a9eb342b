//! A reply's description as data: the same schemas that become types, for whoever holds a reply against
//! its document. The names are those of the types.

use std::collections::{BTreeMap, VecDeque};

use serde_json::Value;

use crate::schema::{Body, Node, Refusal, Shape, member};

/// An object of the reply.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Object {
    pub name: String,
    /// The pointer of its schema in the operation's file.
    pub schema: String,
    pub fields: Vec<Member>,
}

/// A field of an object.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Member {
    pub wire: String,
    pub required: bool,
    pub form: Form,
}

/// What a value is documented to be.
#[derive(Debug)]
#[allow(missing_docs)]
pub enum Form {
    Text,
    Integer,
    Number,
    Boolean,
    /// Of these types of JSON Schema, or of any.
    Any(Vec<String>),
    /// An enumeration, by its type's name.
    Choice(String),
    JsonText(Option<Box<Form>>),
    List(Box<Form>),
    Map(Box<Form>),
    /// An object, by its type's name.
    Object(String),
    /// What may stand in its place, by the core's names.
    Or(Vec<&'static str>, Box<Form>),
}

/// Describes the whole reply, then each object in the order in which it is met. `names` are those of the
/// types, by the pointers of their schemas.
pub(super) fn describe(
    body: Body<'_>,
    names: &BTreeMap<String, String>,
) -> Result<Vec<Object>, Refusal> {
    let mut describing = Describing {
        body,
        names,
        open: [body.resolve(&body.node())?].into(),
        met: vec!["Reply".to_owned()],
    };
    let mut objects = Vec::new();
    while let Some(node) = describing.open.pop_front() {
        objects.push(describing.object(&node)?);
    }
    Ok(objects)
}

struct Describing<'a> {
    body: Body<'a>,
    names: &'a BTreeMap<String, String>,
    /// Objects that were met and are not described yet.
    open: VecDeque<Node<'a>>,
    met: Vec<String>,
}

impl<'a> Describing<'a> {
    fn object(&mut self, node: &Node<'a>) -> Result<Object, Refusal> {
        let required: Vec<&str> = member(node.value, "required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let mut fields = Vec::new();
        for (wire, here) in node.properties() {
            fields.push(Member {
                wire: wire.to_owned(),
                required: required.contains(&wire),
                form: self.form(&here, false)?,
            });
        }
        Ok(Object {
            name: self.name(node),
            schema: format!("/reply{}", node.pointer),
            fields,
        })
    }

    fn name(&self, node: &Node<'a>) -> String {
        self.names.get(&node.pointer).cloned().unwrap_or_default()
    }

    /// `sensitive` says that a list around the value is masked.
    fn form(&mut self, here: &Node<'a>, sensitive: bool) -> Result<Form, Refusal> {
        let node = self.body.resolve(here)?;
        let sensitive = sensitive
            || [here, &node]
                .iter()
                .any(|node| member(node.value, "x-sensitive").is_some());
        let form = match node.shape()? {
            // What is masked is text, or any value: numbers are kept as they are, and its values are not told
            // apart.
            Shape::Text => Form::Text,
            Shape::Enumeration(_, false) if sensitive => Form::Text,
            Shape::Integer | Shape::Enumeration(_, true) if sensitive => {
                Form::Any(vec!["integer".to_owned()])
            }
            Shape::Integer => Form::Integer,
            Shape::Number => Form::Number,
            Shape::Boolean => Form::Boolean,
            Shape::Any => Form::Any(node.types().into_iter().map(str::to_owned).collect()),
            Shape::Enumeration(..) => Form::Choice(self.name(&node)),
            Shape::JsonText(None) => Form::JsonText(None),
            Shape::JsonText(Some(inner)) => {
                Form::JsonText(Some(Box::new(self.form(&inner, sensitive)?)))
            }
            Shape::List(None) => Form::List(Box::new(Form::Any(Vec::new()))),
            Shape::List(Some(items)) => Form::List(Box::new(self.form(&items, sensitive)?)),
            Shape::Map(values) => Form::Map(Box::new(self.form(&values, sensitive)?)),
            Shape::Object => {
                let name = self.name(&node);
                if !self.met.contains(&name) {
                    self.met.push(name.clone());
                    self.open.push_back(node.clone());
                }
                Form::Object(name)
            }
        };
        let instead = instead(here, &node);
        Ok(if instead.is_empty() {
            form
        } else {
            Form::Or(instead, Box::new(form))
        })
    }
}

/// What the schema says may stand in a value's place: of two nodes, as quirks may stand beside a `$ref`.
fn instead(here: &Node<'_>, node: &Node<'_>) -> Vec<&'static str> {
    let quirk = |name: &str| {
        let list = |node: &Node<'_>| {
            let quirks = member(node.value, "x-quirks").and_then(Value::as_array);
            quirks.is_some_and(|quirks| quirks.iter().any(|quirk| quirk == name))
        };
        list(here) || list(node)
    };
    let is_null = |value: &Value| value.is_null() || value.get("const").is_some_and(Value::is_null);
    let null = ["enum", "oneOf"]
        .iter()
        .filter_map(|keyword| member(node.value, keyword).and_then(Value::as_array))
        .flatten()
        .any(is_null)
        || match member(node.value, "type") {
            Some(Value::Array(types)) => types.iter().any(|it| it == "null"),
            Some(it) => it == "null",
            None => false,
        };
    [
        ("Null", null || quirk("null-for-none")),
        ("EmptyText", quirk("empty-text-for-none")),
        (
            "EmptyList",
            quirk("array-for-object") || quirk("empty-array-for-none"),
        ),
        ("EmptyObject", quirk("empty-object-for-none")),
        ("NumberText", quirk("number-as-text")),
        ("TextNumber", quirk("number-for-text")),
    ]
    .into_iter()
    .filter_map(|(name, holds)| holds.then_some(name))
    .collect()
}
