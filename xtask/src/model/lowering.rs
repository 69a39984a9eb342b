//! A reply's schema as Rust types.

use std::collections::BTreeMap;

use serde_json::Value;

use super::doc;
use super::naming::{self, Scope};
use super::operation::{Path, Step};
use super::types::{Choice, Enumeration, Field, Struct, Ty, TypeDef};
use super::{Bilingual, boxing, words};
use crate::read::position::segments;
use crate::schema::{Body, DEEPEST, Node, Refusal, Shape, member, text};

/// Lowers one reply.
pub(super) struct Lowering<'a> {
    body: Body<'a>,
    scope: &'a mut Scope,
    /// The names of types by the pointers of their schemas.
    names: BTreeMap<String, String>,
    /// In the order in which they are met; `None` while a type is being lowered.
    types: Vec<Option<TypeDef>>,
    depth: usize,
    /// Where a refusal was met.
    pub(super) refused_at: String,
}

impl<'a> Lowering<'a> {
    pub(super) fn new(body: Body<'a>, scope: &'a mut Scope) -> Self {
        Self {
            body,
            scope,
            names: BTreeMap::new(),
            types: Vec::new(),
            depth: 0,
            refused_at: String::new(),
        }
    }

    /// Lowers the whole reply.
    pub(super) fn root(&mut self, vendor: &Bilingual) -> Result<(), Refusal> {
        let node = self.body.resolve(&self.body.node())?;
        self.names.insert(node.pointer.clone(), "Reply".into());
        self.names.insert(String::new(), "Reply".into());
        self.types.push(None);
        let lead = doc::said(text(node.value, "description"))
            .unwrap_or_else(|| "What is answered.".into());
        let doc = vec![
            lead,
            format!(
                "The whole reply of {}, envelope included.",
                doc::title(vendor)
            ),
        ];
        let fields = self.fields(&node, "Reply")?;
        if let Some(slot) = self.types.first_mut() {
            *slot = Some(TypeDef::Struct(Struct {
                name: "Reply".into(),
                fields,
                doc,
            }));
        }
        Ok(())
    }

    /// The names of types by the pointers of their schemas.
    pub(super) fn names(&self) -> &BTreeMap<String, String> {
        &self.names
    }

    /// The types, each of a finite size.
    pub(super) fn finish(self) -> Vec<TypeDef> {
        let mut types: Vec<TypeDef> = self.types.into_iter().flatten().collect();
        boxing::break_cycles(&mut types);
        types
    }

    /// The fields on the way to a place, and what stands there.
    pub(super) fn path(&self, pointer: &str) -> Result<(Path, Option<Ty>), String> {
        let mut owner = Some("Reply".to_owned());
        let mut path = Vec::new();
        let mut last = None;
        for key in segments(pointer) {
            let found = self.types.iter().flatten().find_map(|def| match def {
                TypeDef::Struct(s) if Some(&s.name) == owner.as_ref() => {
                    s.fields.iter().find(|field| field.wire == key)
                }
                _ => None,
            });
            let Some(field) = found else {
                return Err(format!("`{pointer}` leads to no field."));
            };
            path.push(Step {
                rust: field.rust.clone(),
            });
            owner = match &field.ty {
                Ty::Named(name) => Some(name.clone()),
                _ => None,
            };
            last = Some(field.ty.clone());
        }
        Ok((path, last))
    }

    fn fields(&mut self, node: &Node<'a>, owner: &str) -> Result<Vec<Field>, Refusal> {
        let names = naming::in_order(&mut Scope::fields(), node);
        let required: std::collections::BTreeSet<&str> = member(node.value, "required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let mut fields = Vec::new();
        for ((wire, here), rust) in node.properties().into_iter().zip(names) {
            let resolved = self.body.resolve(&here)?;
            let mut doc = doc::field(wire, &rust, &here, &resolved, &resolved.shape()?);
            let wanted = words::pascal(wire, &format!("{owner}Field"));
            let ty = self.ty(&here, &wanted, owner, false)?;
            if let Ty::JsonText(Some(inner)) = &ty {
                doc.push(format!(
                    "The text holds JSON: read it by `parse::<{}>()`.",
                    parsed_as(inner)
                ));
            }
            fields.push(Field {
                wire: wire.to_owned(),
                rust,
                ty,
                required: required.contains(wire),
                doc,
            });
        }
        Ok(fields)
    }

    /// The type of a schema. `wanted` names it if it has no title; `sensitive` says that a list
    /// around it is masked.
    fn ty(
        &mut self,
        here: &Node<'a>,
        wanted: &str,
        owner: &str,
        sensitive: bool,
    ) -> Result<Ty, Refusal> {
        if self.depth >= DEEPEST {
            self.refused_at.clone_from(&here.pointer);
            return Err(Refusal::new(
                format!("Types are nested more than {DEEPEST} deep."),
                "Describe what lies deeper without `properties` and `items`: it stays readable as any JSON value.",
            ));
        }
        self.depth += 1;
        let node = self.body.resolve(here)?;
        let sensitive = sensitive
            || [here, &node]
                .iter()
                .any(|n| member(n.value, "x-sensitive").is_some());
        let ty = match node.shape()? {
            Shape::Text | Shape::Enumeration(_, false) if sensitive => Ty::Personal,
            // Numbers that would show in Debug are kept as they are behind a type that does not.
            Shape::Integer | Shape::Enumeration(_, true) if sensitive => Ty::Any,
            Shape::Text => Ty::Text,
            Shape::Integer => Ty::Integer,
            Shape::Number => Ty::Number,
            Shape::Boolean => Ty::Boolean,
            Shape::Any => Ty::Any,
            Shape::List(None) => Ty::List(Box::new(Ty::Any)),
            Shape::List(Some(items)) => Ty::List(Box::new(self.ty(
                &items,
                &format!("{wanted}Item"),
                owner,
                sensitive,
            )?)),
            Shape::Map(values) => Ty::Map(Box::new(self.ty(
                &values,
                &format!("{wanted}Value"),
                owner,
                sensitive,
            )?)),
            Shape::JsonText(None) => Ty::JsonText(None),
            Shape::JsonText(Some(inner)) => Ty::JsonText(Some(Box::new(self.ty(
                &inner,
                &format!("{wanted}Content"),
                owner,
                sensitive,
            )?))),
            Shape::Enumeration(choices, integer) => {
                let (name, slot) = self.named(&node, wanted, owner);
                if let Some(slot) = slot {
                    let doc = doc::named(&node, &node);
                    let choices = Choice::all(&choices, true);
                    self.fill(
                        slot,
                        TypeDef::Enumeration(Enumeration {
                            name: name.clone(),
                            integer,
                            choices,
                            doc,
                        }),
                    );
                }
                Ty::Named(name)
            }
            Shape::Object => {
                let (name, slot) = self.named(&node, wanted, owner);
                if let Some(slot) = slot {
                    let doc = doc::named(&node, &node);
                    let fields = self.fields(&node, &name)?;
                    self.fill(
                        slot,
                        TypeDef::Struct(Struct {
                            name: name.clone(),
                            fields,
                            doc,
                        }),
                    );
                }
                Ty::Named(name)
            }
        };
        self.depth -= 1;
        Ok(ty)
    }

    /// The name of a schema's type, and a place to put it if it is met for the first time.
    fn named(&mut self, node: &Node<'a>, wanted: &str, owner: &str) -> (String, Option<usize>) {
        if let Some(known) = self.names.get(&node.pointer) {
            return (known.clone(), None);
        }
        let wanted = text(node.value, "title").unwrap_or(wanted);
        let wanted = if self.scope.has_given(wanted) {
            format!("{owner}{wanted}")
        } else {
            wanted.to_owned()
        };
        let name = self.scope.claim(&wanted);
        self.names.insert(node.pointer.clone(), name.clone());
        self.types.push(None);
        (name, Some(self.types.len() - 1))
    }

    fn fill(&mut self, slot: usize, def: TypeDef) {
        if let Some(place) = self.types.get_mut(slot) {
            *place = Some(def);
        }
    }
}

/// What a caller has the JSON in a text parsed as.
pub fn parsed_as(ty: &Ty) -> String {
    match ty {
        Ty::Text => "String".into(),
        Ty::Personal => "Personal".into(),
        Ty::Integer => "i64".into(),
        Ty::Number => "f64".into(),
        Ty::Boolean => "bool".into(),
        Ty::JsonText(_) => "JsonText".into(),
        Ty::Any => "serde_json::Value".into(),
        Ty::Named(name) | Ty::Boxed(name) => name.clone(),
        Ty::List(inner) => format!("Vec<{}>", parsed_as(inner)),
        Ty::Map(inner) => format!("BTreeMap<String, {}>", parsed_as(inner)),
    }
}
