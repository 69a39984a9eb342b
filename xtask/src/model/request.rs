//! What a request holds: parameters, and the objects that stand in a JSON body.
//!
//! A member of such an object is a parameter in another place, so the two are one type here.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::doc::{self, Doc};
use super::naming::{self, Scope};
use super::operation::{Http, wire};
use super::types::{Choice, Enumeration};
use super::words;
use crate::schema::{Body, Node, Refusal, Shape, text};

/// One parameter, or one member of an object in a JSON body.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Parameter {
    pub wire: String,
    pub rust: String,
    pub ty: ParameterType,
    pub required: bool,
    pub default: Option<String>,
    pub place: String,
    /// Characters of a text, values of a number, items of a list.
    pub min: Option<i64>,
    pub max: Option<i64>,
    pub role: Option<String>,
    pub personal: bool,
    pub description: String,
    pub verbatim: String,
    pub doc: Doc,
}

/// What a parameter holds.
#[derive(Debug)]
#[allow(missing_docs)]
pub enum ParameterType {
    Text,
    Personal,
    Integer,
    Number,
    Boolean,
    /// A day, by its pattern on the wire.
    Date(String),
    Enumeration(Enumeration),
    /// Always the same; no field of the request.
    Constant {
        value: String,
        quoted: bool,
    },
    List(Box<Item>, ListStyle),
    /// One of the operation's objects, by name.
    Object(String),
    /// Text that holds JSON.
    JsonText(Box<Item>),
}

/// What a list or a JSON text holds.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Item {
    pub ty: ParameterType,
    pub min: Option<i64>,
    pub max: Option<i64>,
}

/// How the values of a list travel.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub enum ListStyle {
    Repeated,
    Brackets,
    Json,
    Joined(String),
}

/// An object in a JSON body.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Object {
    pub name: String,
    pub members: Vec<Parameter>,
    pub doc: Doc,
}

impl ParameterType {
    /// Whether a value is one text on the wire.
    #[must_use]
    pub fn is_single(&self) -> bool {
        !matches!(self, Self::List(..) | Self::Object(_) | Self::JsonText(_))
    }

    /// Whether callers do not give it.
    #[must_use]
    pub fn is_constant(&self) -> bool {
        matches!(self, Self::Constant { .. })
    }
}

/// Lowers a request: its parameters, and the objects in them.
pub(super) fn lower(
    body: Body<'_>,
    http: &Http,
    types: &mut Scope,
) -> Result<(Vec<Parameter>, Vec<Object>), Refusal> {
    let root = body.resolve(&body.node())?;
    let mut lowering = Lowering {
        body,
        types,
        names: BTreeMap::new(),
        objects: Vec::new(),
    };
    let mut parameters = lowering.members(&root, &http.parameters)?;
    parameters.extend(http.headers.iter().map(|(name, value)| Parameter {
        wire: name.clone(),
        rust: String::new(),
        ty: ParameterType::Constant {
            value: wire(value),
            quoted: true,
        },
        required: false,
        default: None,
        place: "header".into(),
        min: None,
        max: None,
        role: None,
        personal: false,
        description: "A header that every call carries.".into(),
        verbatim: String::new(),
        doc: Doc::new(),
    }));
    Ok((parameters, lowering.objects))
}

struct Lowering<'a, 's> {
    body: Body<'a>,
    types: &'s mut Scope,
    /// The names of objects by the pointers of their schemas.
    names: BTreeMap<String, String>,
    objects: Vec<Object>,
}

impl<'a> Lowering<'a, '_> {
    fn members(&mut self, object: &Node<'a>, place: &str) -> Result<Vec<Parameter>, Refusal> {
        let required = object.value.get("required").and_then(Value::as_array);
        let required: BTreeSet<&str> = required
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let names = naming::in_order(&mut Scope::parameters(), object);
        let mut members = Vec::new();
        for ((wire_name, here), rust) in object.properties().into_iter().zip(names) {
            let node = self.body.resolve(&here)?;
            let say = |key: &str| text(here.value, key).or_else(|| text(node.value, key));
            let role = say("x-role").map(str::to_owned);
            let personal = say("x-sensitive").is_some()
                || matches!(role.as_deref(), Some("subject" | "person" | "id-number"));
            let doc = doc::field(wire_name, &rust, &here, &node, &node.shape()?);
            let item = self.item(&here, wire_name, personal)?;
            let default = here
                .value
                .get("default")
                .or_else(|| node.value.get("default"));
            members.push(Parameter {
                // What is always the same is required of nobody.
                required: required.contains(wire_name) && !item.ty.is_constant(),
                default: default.map(wire),
                place: say("x-in").unwrap_or(place).to_owned(),
                role,
                personal: personal || self.is_personal(&item.ty),
                description: say("description").unwrap_or_default().to_owned(),
                verbatim: say("x-description").unwrap_or_default().to_owned(),
                wire: wire_name.to_owned(),
                rust,
                ty: item.ty,
                min: item.min,
                max: item.max,
                doc,
            });
        }
        Ok(members)
    }

    /// Whether something of a person is somewhere in it.
    fn is_personal(&self, ty: &ParameterType) -> bool {
        match ty {
            ParameterType::Personal => true,
            ParameterType::List(item, _) | ParameterType::JsonText(item) => {
                self.is_personal(&item.ty)
            }
            ParameterType::Object(name) => self
                .objects
                .iter()
                .filter(|object| object.name == *name)
                .any(|object| object.members.iter().any(|member| member.personal)),
            _ => false,
        }
    }

    /// What a schema describes, with its limits. `wanted` names its type if it has no title.
    fn item(&mut self, here: &Node<'a>, wanted: &str, personal: bool) -> Result<Item, Refusal> {
        let node = self.body.resolve(here)?;
        let personal = personal || text(node.value, "x-sensitive").is_some();
        let say = |key: &str| text(here.value, key).or_else(|| text(node.value, key));
        let limit = |key: &str| node.value.get(key).and_then(Value::as_i64);
        let shape = node.shape()?;
        let (min, max) = match shape {
            Shape::Text => (limit("minLength"), limit("maxLength")),
            Shape::List(_) => (limit("minItems"), limit("maxItems")),
            _ => (limit("minimum"), limit("maximum")),
        };
        let constant = node.value.get("const");
        let ty = match shape {
            _ if constant.is_some() => ParameterType::Constant {
                value: constant.map(wire).unwrap_or_default(),
                quoted: constant.is_some_and(Value::is_string),
            },
            Shape::Text if node.day().is_some() => {
                ParameterType::Date(node.day().unwrap_or_default().to_owned())
            }
            Shape::Text if personal => ParameterType::Personal,
            Shape::Text => ParameterType::Text,
            Shape::Integer => ParameterType::Integer,
            Shape::Number => ParameterType::Number,
            Shape::Boolean => ParameterType::Boolean,
            Shape::Enumeration(choices, integer) => {
                let name =
                    say("title").map_or_else(|| words::pascal(wanted, "Choice"), str::to_owned);
                ParameterType::Enumeration(Enumeration {
                    name: self.types.claim(&name),
                    integer,
                    choices: Choice::all(&choices, false),
                    doc: doc::named(here, &node),
                })
            }
            Shape::List(Some(items)) => {
                let item = self.item(&items, &format!("{wanted}_item"), personal)?;
                ParameterType::List(Box::new(item), style(&node))
            }
            Shape::Object => ParameterType::Object(self.object(here, &node, wanted)?),
            Shape::JsonText(Some(inner)) => {
                ParameterType::JsonText(Box::new(self.item(&inner, wanted, personal)?))
            }
            _ => {
                return Err(Refusal::new(
                    format!("The parameter `{wanted}` is nothing that can be sent."),
                    "",
                ));
            }
        };
        Ok(Item { ty, min, max })
    }

    fn object(
        &mut self,
        here: &Node<'a>,
        node: &Node<'a>,
        wanted: &str,
    ) -> Result<String, Refusal> {
        if let Some(known) = self.names.get(&node.pointer) {
            return Ok(known.clone());
        }
        let title = text(node.value, "title").or_else(|| text(here.value, "title"));
        let wanted = title.map_or_else(|| words::pascal(wanted, "Object"), str::to_owned);
        let name = self.types.claim(&wanted);
        self.names.insert(node.pointer.clone(), name.clone());
        let members = self.members(node, "json")?;
        let doc = doc::named(here, node);
        self.objects.push(Object {
            name: name.clone(),
            members,
            doc,
        });
        Ok(name)
    }
}

/// How a list travels. In a JSON body nothing is said, since there is one way.
fn style(node: &Node<'_>) -> ListStyle {
    match node.value.get("x-list") {
        Some(Value::String(style)) if style == "repeated" => ListStyle::Repeated,
        Some(Value::String(style)) if style == "brackets" => ListStyle::Brackets,
        Some(Value::Object(style)) => {
            ListStyle::Joined(style.get("joined").map(wire).unwrap_or_default())
        }
        _ => ListStyle::Json,
    }
}
