//! A schema of our dialect for what was seen, where there is none yet.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::change::Doubt;
use crate::observed::Observed;
use crate::place::Place;
use crate::text;

/// More different codes than this are not guessed to be an enumeration.
const MOST_CODES: usize = 12;
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

    fn text(&mut self, quirks: &mut Vec<&'static str>) -> Map<String, Value> {
        let mut details = Map::new();
        let texts = &self.seen.texts;
        let all = |count: u64| texts.count > 0 && count == texts.count;
        if all(texts.json) {
            details.insert("contentMediaType".into(), "application/json".into());
            if let Some(content) = &texts.content {
                let schema = node(content, &self.place.content(), self.doubts);
                details.insert("contentSchema".into(), schema);
            }
        }
        let by_value = match () {
            () if all(texts.identity_numbers) => Some("identity-number"),
            () if all(texts.mobiles) => Some("telephone"),
            () => None,
        };
        let sensitive = by_value.or_else(|| text::sensitive_key(&self.place.key));
        if let Some(what) = sensitive {
            self.guessed.push("sensitive");
            details.insert("x-sensitive".into(), what.into());
        } else if let Some(codes) = self.codes(false) {
            self.guess_codes(codes, &mut details);
            return details;
        } else {
            self.few_words();
        }
        let format = match () {
            () if all(texts.dates) => Some("date"),
            () if all(texts.case_numbers) => Some("case-number"),
            () if all(texts.addresses) => Some("url"),
            () if all(texts.plain_numbers) && text::names_money(&self.place.key) => Some("amount"),
            () => None,
        };
        if let Some(format) = format {
            self.guessed.push("format");
            details.insert("x-format".into(), format.into());
            if format == "date" && texts.date_forms.len() > 1 {
                quirks.push("several-formats");
            }
        }
        // A single digit is more likely a code.
        if all(texts.plain_numbers)
            && texts.longest > 1
            && sensitive.is_none()
            && (format == Some("amount") || !text::identifies(&self.place.key))
        {
            self.guessed.push("number-as-text");
            quirks.push("number-as-text");
        }
        details
    }

    fn number(&mut self, integer: bool) -> Map<String, Value> {
        let mut details = Map::new();
        if let Some(codes) = self.codes(true).filter(|_| integer) {
            self.guess_codes(codes, &mut details);
            return details;
        }
        let integers = &self.seen.integers;
        let format = match () {
            () if integer && integers.count > 0 && integers.midnights == integers.count => {
                Some("epoch-milliseconds-beijing")
            }
            () if text::names_money(&self.place.key) => Some("amount"),
            () => None,
        };
        if let Some(format) = format {
            self.guessed.push("format");
            details.insert("x-format".into(), format.into());
        }
        details
    }

    /// The values of a guessed enumeration: few, short, repeated, and codes all of them.
    fn codes(&self, integer: bool) -> Option<Vec<Value>> {
        let values = self.seen.values.0.as_ref()?;
        let held = self.seen.texts.count + self.seen.integers.count;
        if !few(values.len(), held) || text::counts(&self.place.key) {
            return None;
        }
        let mut codes = BTreeSet::new();
        for value in values.iter().filter(|value| text::is_code(value)) {
            let number = value.parse::<i64>().ok();
            if integer && !number.is_some_and(|number| (0..=99).contains(&number)) {
                return None;
            }
            codes.insert((number, value.as_str()));
        }
        if codes.len() < values.len() {
            return None;
        }
        let written = codes.into_iter().map(|(number, value)| match number {
            Some(number) if integer => json!(number),
            _ => json!(value),
        });
        let mut written: Vec<Value> = written.collect();
        written.dedup();
        Some(written)
    }

    fn guess_codes(&mut self, mut codes: Vec<Value>, details: &mut Map<String, Value>) {
        self.doubt(format!(
            "{} short codes, repeated: guessed to be an enumeration. The document knows what they mean, and which others there are.",
            codes.len()
        ));
        if self.seen.nulls > 0 {
            codes.push(Value::Null);
        }
        self.guessed.push("enumeration");
        details.insert("enum".into(), codes.into());
    }

    fn few_words(&mut self) {
        let texts = self.seen.texts.count;
        let distinct = self
            .seen
            .values
            .0
            .as_ref()
            .map_or(usize::MAX, BTreeSet::len);
        if few(distinct, texts) && !text::counts(&self.place.key) {
            self.doubt(format!(
                "Only {distinct} different texts in {texts} places: perhaps an enumeration. They are not copied, since they may be names; the document may list them."
            ));
        }
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

/// Few enough, and seen often enough, to be a list of values.
fn few(distinct: usize, held: u64) -> bool {
    (2..=MOST_CODES).contains(&distinct) && held >= 6.max(3 * distinct as u64)
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
