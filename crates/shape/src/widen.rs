//! The changes that an existing schema needs to describe what was seen.
//!
//! Only what the schema does not describe changes: words, names, order and formats stay, and no guess
//! is made about a field that somebody has described. What could only be described by giving up a
//! description is left to a person, as a [`Doubt`].

mod inside;
mod rules;
mod values;

use std::collections::BTreeMap;

use serde_json::Value;

use crate::change::{Change, Doubt};
use crate::draft::doubt;
use crate::observed::Observed;
use crate::place::{Place, fragment};
use crate::text;

/// Changes to a schema, and what they leave open.
#[derive(Debug, Clone, PartialEq)]
pub struct Widened {
    /// In the order in which [`apply`](crate::apply) takes them.
    pub changes: Vec<Change>,
    /// What a person must decide.
    pub doubts: Vec<Doubt>,
}

/// Lists what a schema lacks. With the changes applied, the same values ask for none.
#[must_use]
pub fn widen(schema: &Value, observed: &Observed) -> Widened {
    let mut sights = Sights {
        root: schema,
        order: Vec::new(),
        index: BTreeMap::new(),
        doubts: Vec::new(),
    };
    if observed.seen() > 0 {
        sights.assign(schema, Place::default(), observed);
    }
    let Sights { order, doubts, .. } = sights;
    let mut widened = Widened {
        changes: Vec::new(),
        doubts,
    };
    for sight in order {
        rules::node(&sight, &mut widened);
    }
    widened
}

/// One schema that says something itself, and what was seen at all the places that it describes.
struct Sight<'a> {
    schema: &'a Value,
    place: Place,
    /// Without what other schemas describe: fields, items and content are those that nothing does.
    own: Observed,
    /// What came before each undescribed field.
    after: BTreeMap<String, String>,
    /// How many of the objects had each described field.
    having: BTreeMap<String, u64>,
}

struct Sights<'a> {
    root: &'a Value,
    order: Vec<Sight<'a>>,
    /// By the schema's pointer.
    index: BTreeMap<String, usize>,
    doubts: Vec<Doubt>,
}

impl<'a> Sights<'a> {
    /// Hands what was seen to the schemas that describe it. It ends where the replies end, so a
    /// recursive schema does no harm.
    fn assign(&mut self, schema: &'a Value, mut place: Place, seen: &Observed) {
        let mut schema = schema;
        let mut passed = Vec::new();
        while let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            let target = fragment(reference)
                .filter(|pointer| !passed.contains(pointer))
                .and_then(|pointer| Some((self.root.pointer(&pointer)?, pointer)));
            let Some((found, pointer)) = target else {
                doubt(
                    &mut self.doubts,
                    &place,
                    "The `$ref` leads nowhere: what stands here was not compared.",
                );
                return;
            };
            (schema, place.pointer) = (found, pointer.clone());
            passed.push(pointer);
        }
        let index = match self.index.get(&place.pointer) {
            Some(index) => *index,
            None => {
                self.index.insert(place.pointer.clone(), self.order.len());
                self.order.push(Sight {
                    schema,
                    place: place.clone(),
                    own: Observed::default(),
                    after: BTreeMap::new(),
                    having: BTreeMap::new(),
                });
                self.order.len() - 1
            }
        };
        self.order[index].own.merge_own(seen);
        self.fields(index, schema, &place, seen);
        if let Some(items) = &seen.lists.items {
            match schema.get("items") {
                Some(described) => self.assign(described, place.members("items"), items),
                None => self.order[index]
                    .own
                    .lists
                    .items
                    .get_or_insert_default()
                    .merge(items),
            }
        }
        if let Some(content) = &seen.texts.content {
            match schema.get("contentSchema") {
                Some(described) => self.assign(described, place.content(), content),
                None => self.order[index]
                    .own
                    .texts
                    .content
                    .get_or_insert_default()
                    .merge(content),
            }
        }
    }

    fn fields(&mut self, index: usize, schema: &'a Value, place: &Place, seen: &Observed) {
        let properties = schema.get("properties").and_then(Value::as_object);
        let keys_are_data = schema
            .get("additionalProperties")
            .filter(|values| values.is_object());
        let mut before: Option<&str> = None;
        for (key, field) in &seen.objects.fields {
            if let Some(described) = properties.and_then(|properties| properties.get(key)) {
                *self.order[index].having.entry(key.clone()).or_default() += field.seen;
                self.assign(described, place.property(key), field);
            } else if let Some(described) = keys_are_data {
                self.assign(described, place.members("additionalProperties"), field);
            } else {
                let sight = &mut self.order[index];
                sight.own.objects.field(key).merge(field);
                if let Some(before) = before {
                    sight
                        .after
                        .entry(key.clone())
                        .or_insert_with(|| before.to_owned());
                }
                if text::is_data_key(key) {
                    continue;
                }
            }
            before = Some(key);
        }
    }
}
