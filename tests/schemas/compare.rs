//! Compares what two JSON Schemas say of the same values: names of properties, types, which are required, documented
//! values, limits of length and size.
//!
//! Descriptions and `x-…` keywords are no part of it, nor whether a value may be `null`: our types read `null`
//! everywhere. `$ref`s are resolved in the schema that holds them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde_json::Value;

/// One thing that the two schemas say differently.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    /// Where in the schema file.
    pub(crate) documented: String,
    /// Where in the schema of the types.
    pub(crate) derived: String,
    /// What.
    pub(crate) what: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "file #{} / types #{}: {}",
            self.documented, self.derived, self.what
        )
    }
}

/// A place in a schema.
#[derive(Clone)]
struct Place<'a> {
    root: &'a Value,
    pointer: String,
}

/// All differences between the schema at `pointer` of the file and the schema derived from the types.
pub(crate) fn differences(file: &Value, pointer: &str, derived: &Value) -> Vec<Difference> {
    let documented = Place {
        root: file,
        pointer: pointer.to_owned(),
    };
    let derived = Place {
        root: derived,
        pointer: String::new(),
    };
    let mut found = Vec::new();
    walk(&documented, &derived, &mut BTreeSet::new(), &mut found);
    found
}

fn walk(
    documented: &Place<'_>,
    derived: &Place<'_>,
    seen: &mut BTreeSet<(String, String)>,
    found: &mut Vec<Difference>,
) {
    let (documented, derived) = (documented.resolved(), derived.resolved());
    // A type that holds itself comes round to a pair of places that has been compared.
    if !seen.insert((documented.pointer.clone(), derived.pointer.clone())) {
        return;
    }
    let (left, right) = (Facts::of(&documented), Facts::of(&derived));
    let mut differ = |what: String| {
        found.push(Difference {
            documented: documented.pointer.clone(),
            derived: derived.pointer.clone(),
            what,
        });
    };
    if left.types != right.types {
        differ(format!(
            "the type is {:?} and {:?}",
            left.types, right.types
        ));
    }
    if left.required != right.required {
        differ(format!(
            "required are {:?} and {:?}",
            left.required, right.required
        ));
    }
    if left.values != right.values {
        differ(format!(
            "the documented values are {:?} and {:?}",
            left.values, right.values
        ));
    }
    if left.limits != right.limits {
        differ(format!(
            "the limits are {:?} and {:?}",
            left.limits, right.limits
        ));
    }
    for name in left.properties.keys() {
        if !right.properties.contains_key(name) {
            differ(format!("the types lack the property {name:?}"));
        }
    }
    for name in right.properties.keys() {
        if !left.properties.contains_key(name) {
            differ(format!("the file lacks the property {name:?}"));
        }
    }
    if left.items.is_some() != right.items.is_some() {
        differ("only one of them says what a list holds".to_owned());
    }
    for (name, below) in &left.properties {
        if let Some(other) = right.properties.get(name) {
            walk(below, other, seen, found);
        }
    }
    if let (Some(below), Some(other)) = (&left.items, &right.items) {
        walk(below, other, seen, found);
    }
}

/// What a schema says of a value, gathered from all keywords that can say it.
struct Facts<'a> {
    types: BTreeSet<String>,
    required: BTreeSet<String>,
    /// As JSON text: `1` and `"1"` are two values.
    values: BTreeSet<String>,
    limits: BTreeMap<&'static str, String>,
    properties: BTreeMap<String, Place<'a>>,
    items: Option<Place<'a>>,
}

impl<'a> Facts<'a> {
    fn of(place: &Place<'a>) -> Self {
        let mut facts = Self {
            types: BTreeSet::new(),
            required: BTreeSet::new(),
            values: BTreeSet::new(),
            limits: BTreeMap::new(),
            properties: BTreeMap::new(),
            items: None,
        };
        facts.gather(place, 0);
        facts.types.remove("null");
        facts.values.remove("null");
        facts
    }

    /// Adds what the schema says, and what its parts say of the same value.
    fn gather(&mut self, place: &Place<'a>, depth: u32) {
        assert!(
            depth < 16,
            "a schema that refers to itself and to nothing else"
        );
        let place = place.resolved();
        let schema = place.value();
        self.types.extend(texts(&schema["type"]));
        self.required.extend(texts(&schema["required"]));
        self.values
            .extend(schema.get("const").map(Value::to_string));
        let listed = schema["enum"].as_array().into_iter().flatten();
        self.values.extend(listed.map(Value::to_string));
        for limit in ["minLength", "maxLength", "minimum", "maximum"] {
            if let Some(value) = schema.get(limit) {
                self.limits.insert(limit, value.to_string());
            }
        }
        for name in schema["properties"]
            .as_object()
            .into_iter()
            .flat_map(|it| it.keys())
        {
            let escaped = name.replace('~', "~0").replace('/', "~1");
            let below = place.below(&format!("/properties/{escaped}"));
            self.properties.insert(name.clone(), below);
        }
        if schema.get("items").is_some() {
            self.items = Some(place.below("/items"));
        }
        for keyword in ["oneOf", "anyOf", "allOf"] {
            for index in 0..schema[keyword].as_array().map_or(0, Vec::len) {
                self.gather(&place.below(&format!("/{keyword}/{index}")), depth + 1);
            }
        }
    }
}

impl<'a> Place<'a> {
    fn value(&self) -> &'a Value {
        let found = self.root.pointer(&self.pointer);
        found.unwrap_or_else(|| panic!("nothing stands at #{}", self.pointer))
    }

    fn below(&self, step: &str) -> Self {
        Self {
            root: self.root,
            pointer: format!("{}{step}", self.pointer),
        }
    }

    /// The place that a `$ref` leads to; beside a `$ref` our schemas say nothing that is compared.
    fn resolved(&self) -> Self {
        let mut place = self.clone();
        for _ in 0..16 {
            let Some(target) = place.value().get("$ref").and_then(Value::as_str) else {
                return place;
            };
            let pointer = target.strip_prefix('#');
            let pointer = pointer.unwrap_or_else(|| panic!("{target:?} leads out of the schema"));
            place.pointer = pointer.to_owned();
        }
        panic!("references that lead to each other at #{}", self.pointer)
    }
}

/// A text, or a list of texts.
fn texts(value: &Value) -> Vec<String> {
    let one = value.as_str().into_iter();
    let many = value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str);
    one.chain(many).map(str::to_owned).collect()
}
