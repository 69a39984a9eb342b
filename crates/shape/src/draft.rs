//! A schema of our dialect for what was seen, where there is none yet.

mod guess;

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::change::Doubt;
use crate::observed::Observed;
use crate::place::Place;
use crate::text;

/// So many keys of one shape are guessed to be data.
const MANY_KEYS: usize = 8;

/// A schema, and what it is not sure of.
#[derive(Debug, Clone, PartialEq)]
pub struct Drafted {
    /// The schema. It describes every value that was observed, as [`accepted`](crate::accepted) reads it.
    pub schema: Value,
    /// What a person must decide.
    pub doubts: Vec<Doubt>,
}

/// Drafts a schema.
#[must_use]
pub fn draft(observed: &Observed) -> Drafted {
    let mut doubts = Vec::new();
    let schema = node(observed, &Place::default(), &mut doubts);
    Drafted { schema, doubts }
}

/// The types of the values that held something; more than one only where no quirk covers it.
pub(crate) fn types(seen: &Observed) -> Vec<&'static str> {
    let mut types = Vec::new();
    let texts_are_numbers = seen.texts.plain_numbers == seen.texts.count;
    let floats = seen.whole_floats + seen.fractions > 0;
    if seen.numbers() > 0 {
        let texts_are_fractions = texts_are_numbers && seen.texts.integers < seen.texts.count;
        types.push(if floats || texts_are_fractions {
            "number"
        } else {
            "integer"
        });
    }
    if seen.texts.count > 0 && !(seen.numbers() > 0 && texts_are_numbers) {
        types.push("string");
    }
    for (count, name) in [
        (seen.booleans, "boolean"),
        (seen.objects.count, "object"),
        (seen.lists.count, "array"),
    ] {
        if count > 0 {
            types.push(name);
        }
    }
    types
}

/// The quirks that cover empty values beside these types; `null` excepted.
pub(crate) fn quirks_of_empties(seen: &Observed, types: &[&str]) -> Vec<&'static str> {
    let mut quirks = Vec::new();
    if seen.texts.empty > 0 {
        quirks.push("empty-text-for-none");
    }
    if seen.lists.empty > 0 && !types.contains(&"array") {
        let is_object = types == ["object"];
        quirks.push(if is_object {
            "array-for-object"
        } else {
            "empty-array-for-none"
        });
    }
    if seen.objects.empty > 0 && !types.contains(&"object") {
        quirks.push("empty-object-for-none");
    }
    quirks
}

/// One schema, in the order in which transcribed schemas have their keywords.
pub(crate) fn node(seen: &Observed, place: &Place, doubts: &mut Vec<Doubt>) -> Value {
    let mut draft = Draft {
        seen,
        place,
        doubts,
        guessed: Vec::new(),
    };
    let mut types = types(seen);
    if types.is_empty() {
        types.extend(draft.empty());
    }
    let mut quirks = quirks_of_empties(seen, &types);
    if seen.nulls > 0 && types != ["null"] {
        quirks.push("null-for-none");
    }
    if seen.texts.count > 0 && seen.numbers() > 0 && !types.contains(&"string") {
        quirks.push("number-as-text");
    }
    let details = match types[..] {
        ["string"] => draft.text(&mut quirks),
        ["integer" | "number"] => draft.number(types == ["integer"]),
        ["object"] if seen.objects.count > 0 => draft.object(),
        ["array"] => draft.list(),
        [_, _, ..] => draft.several(&types),
        _ => Map::new(),
    };
    let guessed = draft.guessed;
    let mut schema = Map::new();
    if seen.nulls > 0 && types != ["null"] {
        types.push("null");
    }
    match types[..] {
        [] => {}
        [one] => drop(schema.insert("type".into(), one.into())),
        _ => drop(schema.insert("type".into(), types.into())),
    }
    let (structure, words): (Map<_, _>, Map<_, _>) = details.into_iter().partition(|(key, _)| {
        ["properties", "additionalProperties", "items"].contains(&key.as_str())
    });
    schema.extend(words);
    if !quirks.is_empty() {
        schema.insert("x-quirks".into(), quirks.into());
    }
    if !guessed.is_empty() {
        schema.insert("x-guessed".into(), guessed.into());
    }
    schema.extend(structure);
    Value::Object(schema)
}

struct Draft<'a> {
    seen: &'a Observed,
    place: &'a Place,
    doubts: &'a mut Vec<Doubt>,
    guessed: Vec<&'static str>,
}

impl Draft<'_> {
    fn doubt(&mut self, words: impl Into<String>) {
        doubt(self.doubts, self.place, words);
    }

    /// The type where only empty values were seen.
    fn empty(&mut self) -> Option<&'static str> {
        let seen = self.seen;
        let found = if seen.objects.empty > 0 {
            "object"
        } else if seen.lists.empty > 0 {
            "array"
        } else if seen.texts.empty > 0 {
            "string"
        } else if seen.nulls > 0 {
            "null"
        } else {
            return None;
        };
        self.guessed.push("type");
        self.doubt("Only empty values were seen: the type is not known.");
        Some(found)
    }

    fn several(&mut self, types: &[&str]) -> Map<String, Value> {
        self.doubt(format!(
            "Values of several types were seen ({}): the client gets any JSON value here. If the document says one, write that.",
            types.join(", ")
        ));
        Map::new()
    }

    fn list(&mut self) -> Map<String, Value> {
        let mut details = Map::new();
        // Without items only empty lists were seen, which has been told.
        if let Some(items) = &self.seen.lists.items {
            let schema = node(items, &self.place.members("items"), self.doubts);
            details.insert("items".into(), schema);
            if items.nulls > 0 {
                self.doubt(
                    "A list holds `null`, which the client refuses: what it means must be decided.",
                );
            }
        }
        details
    }

    fn object(&mut self) -> Map<String, Value> {
        let fields = &self.seen.objects.fields;
        let data = fields
            .iter()
            .filter(|(key, _)| text::is_data_key(key))
            .count();
        if data == fields.len() || many_of_one_shape(self.seen) {
            self.doubt(format!(
                "{} different keys of one kind: guessed to be data, so that no key is written.",
                fields.len()
            ));
            self.guessed.push("map");
            let mut values = Observed::default();
            fields.iter().for_each(|(_, value)| values.merge(value));
            let place = self.place.members("additionalProperties");
            let schema = node(&values, &place, self.doubts);
            return Map::from_iter([("additionalProperties".to_owned(), schema)]);
        }
        doubtful_keys(self.seen, self.place, self.doubts);
        let mut properties = Map::new();
        for (key, value) in fields.iter().filter(|(key, _)| !text::is_data_key(key)) {
            let schema = node(value, &self.place.property(key), self.doubts);
            properties.insert(key.clone(), schema);
        }
        Map::from_iter([("properties".to_owned(), Value::Object(properties))])
    }
}

pub(crate) fn doubt(doubts: &mut Vec<Doubt>, place: &Place, words: impl Into<String>) {
    doubts.push(Doubt {
        pointer: place.pointer.clone(),
        path: place.path.clone(),
        words: words.into(),
    });
}

/// Tells of keys that may be data among those that are not written down yet.
pub(crate) fn doubtful_keys(seen: &Observed, place: &Place, doubts: &mut Vec<Doubt>) {
    let keys = || seen.objects.fields.iter().map(|(key, _)| key);
    let data = keys().filter(|key| text::is_data_key(key)).count();
    if data > 0 {
        let words = format!(
            "{data} keys look like data beside others that are names: they are not written, nor what they hold."
        );
        doubt(doubts, place, words);
    }
    let like_names =
        |key: &&String| (2..=4).contains(&key.chars().count()) && key.chars().all(text::is_chinese);
    if keys().any(|key| like_names(&key)) {
        doubt(
            doubts,
            place,
            "There are keys of two to four Chinese characters: if they are names of people, delete them and describe the object by `additionalProperties`.",
        );
    }
}

/// Many keys, whose values look the same, and none of which most of the objects have; of one object
/// alone, only if its values are objects themselves.
fn many_of_one_shape(seen: &Observed) -> bool {
    let fields = &seen.objects.fields;
    let shape = |value: &Observed| {
        let names: Vec<&str> = value
            .objects
            .fields
            .iter()
            .map(|(key, _)| key.as_str())
            .collect();
        (
            types(value),
            names
                .into_iter()
                .map(str::to_owned)
                .collect::<BTreeSet<_>>(),
        )
    };
    let Some((_, first)) = fields.first() else {
        return false;
    };
    let first = shape(first);
    let rare = seen.objects.count >= 2
        && fields
            .iter()
            .all(|(_, value)| value.seen * 2 <= seen.objects.count);
    fields.len() >= MANY_KEYS
        && fields.iter().all(|(_, value)| shape(value) == first)
        && (rare || first.1.len() >= 2)
}
