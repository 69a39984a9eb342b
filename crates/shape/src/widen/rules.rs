//! What one schema lacks for what was seen at its places.

use serde_json::{Map, Value, json};

use super::{Sight, Widened};
use crate::change::{Change, Kind, Patch};
use crate::draft::{self, doubt};
use crate::place::child;

/// Keywords that describe one type, so that no second type can be said.
const STRUCTURE: &[&str] = &[
    "properties",
    "additionalProperties",
    "items",
    "contentMediaType",
    "enum",
    "oneOf",
];

pub(super) fn node(sight: &Sight<'_>, out: &mut Widened) {
    let Some(members) = sight.schema.as_object() else {
        return;
    };
    let mut node = Node {
        sight,
        members,
        out,
        quirks: Vec::new(),
        dropped: None,
        unguessed: Vec::new(),
    };
    if node.guessed("type") && (sight.own.held() > 0) {
        return node.redraft();
    }
    let declared = node.declared();
    if declared.is_empty() && !members.contains_key("type") {
        return; // no type is said, so any value is described
    }
    node.types(&declared);
    node.limits();
    node.values(&declared);
    node.guesses();
    node.quirks();
    node.marks();
    node.inside(&declared);
}

pub(super) struct Node<'a, 'b> {
    pub(super) sight: &'a Sight<'a>,
    pub(super) members: &'a Map<String, Value>,
    pub(super) out: &'b mut Widened,
    /// Quirks to add.
    quirks: Vec<&'static str>,
    /// A guessed quirk that does not hold.
    pub(super) dropped: Option<&'static str>,
    /// Guesses that do not hold.
    pub(super) unguessed: Vec<&'static str>,
}

impl Node<'_, '_> {
    pub(super) fn guessed(&self, what: &str) -> bool {
        holds(self.members.get("x-guessed"), what)
    }

    pub(super) fn quirk(&self, name: &str) -> bool {
        holds(self.members.get("x-quirks"), name)
    }

    pub(super) fn doubt(&mut self, words: impl Into<String>) {
        doubt(&mut self.out.doubts, &self.sight.place, words);
    }

    pub(super) fn at(&self, keyword: &str) -> String {
        child(&self.sight.place.pointer, keyword)
    }

    pub(super) fn change(&mut self, kind: Kind, words: impl Into<String>, patch: Patch) {
        self.out.changes.push(Change {
            pointer: self.sight.place.pointer.clone(),
            path: self.sight.place.path.clone(),
            kind,
            words: words.into(),
            patch,
            after: None,
        });
    }

    /// Sets a keyword, new or not.
    pub(super) fn set(
        &mut self,
        kind: Kind,
        words: impl Into<String>,
        keyword: &str,
        value: Value,
    ) {
        let path = self.at(keyword);
        let patch = if self.members.contains_key(keyword) {
            Patch::Replace(path, value)
        } else {
            Patch::Add(path, value)
        };
        self.change(kind, words, patch);
    }

    /// The types that are said, `null` included; those of the values where only values are listed.
    pub(super) fn declared(&self) -> Vec<String> {
        let texts = |list: &[Value]| {
            list.iter()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect()
        };
        match self.members.get("type") {
            Some(Value::String(one)) => vec![one.clone()],
            Some(Value::Array(several)) => texts(several),
            _ => {
                let mut types: Vec<String> = Vec::new();
                for value in self.listed() {
                    let name = match value {
                        Value::Null => "null",
                        Value::String(_) => "string",
                        _ => "integer",
                    };
                    if !types.iter().any(|known| known == name) {
                        types.push(name.to_owned());
                    }
                }
                types
            }
        }
    }

    /// The values of an enumeration.
    pub(super) fn listed(&self) -> Vec<&Value> {
        let list = |keyword: &str| {
            self.members
                .get(keyword)
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
        };
        list("enum")
            .chain(list("oneOf").filter_map(|choice| choice.get("const")))
            .collect()
    }

    pub(super) fn is_enumeration(&self) -> bool {
        self.members.contains_key("enum") || self.members.contains_key("oneOf")
    }

    pub(super) fn types(&mut self, declared: &[String]) {
        let seen = &self.sight.own;
        let says = |name: &str| declared.iter().any(|known| known == name);
        let held: Vec<&str> = declared
            .iter()
            .map(String::as_str)
            .filter(|name| *name != "null")
            .collect();
        let mut types = declared.to_vec();
        let mut told: Vec<String> = Vec::new();
        let mut quirks = draft::quirks_of_empties(seen, &held);
        if seen.nulls > 0 && !says("null") && !self.quirk("null-for-none") {
            types.push("null".into());
            quirks.push("null-for-none");
            told.push("`null` was seen".into());
            self.null_as_value();
        }
        let texts = &seen.texts;
        let mut missing: Vec<&str> = Vec::new();
        let scalar_numbers = says("integer") || says("number");
        let as_text = self.quirk("number-for-text");
        if seen.fractions > 0 && !says("number") && !as_text {
            match &held[..] {
                ["integer"] if !self.is_enumeration() => {
                    types
                        .iter_mut()
                        .filter(|name| *name == "integer")
                        .for_each(|name| *name = "number".into());
                    told.push("a number with a fraction, or beyond 64 bits, was seen".into());
                }
                ["string"] => quirks.push("number-for-text"),
                _ => missing.push("number"),
            }
        }
        if seen.integers.count + seen.whole_floats > 0
            && !scalar_numbers
            && !as_text
            && seen.fractions == 0
        {
            match &held[..] {
                ["string"] => quirks.push("number-for-text"),
                _ => missing.push("integer"),
            }
        }
        if texts.count > 0 && !says("string") {
            let now_number = types.iter().any(|name| name == "number");
            let numeric = if now_number {
                texts.numbers
            } else {
                texts.integers
            };
            match &held[..] {
                _ if numeric == texts.count && self.quirk("number-as-text") => {}
                ["integer" | "number"] if numeric == texts.count => quirks.push("number-as-text"),
                ["integer"] if texts.numbers == texts.count && !self.is_enumeration() => {
                    types
                        .iter_mut()
                        .filter(|name| *name == "integer")
                        .for_each(|name| *name = "number".into());
                    told.push("text that holds a number with a fraction was seen".into());
                    quirks.push("number-as-text");
                }
                _ => missing.push("string"),
            }
        }
        for (count, name) in [
            (seen.booleans, "boolean"),
            (seen.objects.count, "object"),
            (seen.lists.count, "array"),
        ] {
            if count > 0 && !says(name) {
                missing.push(name);
            }
        }
        if !missing.is_empty() {
            self.second_type(&missing, &mut types, &mut told);
        }
        if types != declared {
            let value = match &types[..] {
                [one] => json!(one),
                several => json!(several),
            };
            self.set(
                Kind::Type,
                format!("{}: the type becomes {}", told.join("; "), listing(&types)),
                "type",
                value,
            );
        }
        quirks.retain(|quirk| !self.quirk(quirk));
        self.quirks = quirks;
    }

    /// A second type makes the field any JSON value; where a structure is described, it would be lost.
    pub(super) fn second_type(
        &mut self,
        missing: &[&str],
        types: &mut Vec<String>,
        told: &mut Vec<String>,
    ) {
        let known = types.join(", ");
        let structured = STRUCTURE
            .iter()
            .any(|keyword| self.members.contains_key(*keyword));
        if structured || self.sight.place.pointer.is_empty() {
            return self.doubt(format!(
                "{} was seen where {known} is described: one schema cannot describe both, so nothing was changed. The client refuses such a reply.",
                listing(missing)
            ));
        }
        let at = types
            .iter()
            .position(|name| name == "null")
            .unwrap_or(types.len());
        for (index, name) in missing.iter().enumerate() {
            types.insert(at + index, (*name).to_owned());
        }
        told.push(format!("{} was seen", listing(missing)));
        self.doubt("With several types the client gets any JSON value here, which changes the generated type. If the document says one, write that.");
    }

    pub(super) fn null_as_value(&mut self) {
        let words = "`null` is listed among the values";
        let listed = self.listed().contains(&&Value::Null);
        for (keyword, value) in [("enum", Value::Null), ("oneOf", json!({ "const": null }))] {
            if self.members.contains_key(keyword) && !listed {
                self.change(
                    Kind::Type,
                    words,
                    Patch::Add(self.at(keyword) + "/-", value),
                );
            }
        }
    }

    /// All that happens to the list of quirks, at once.
    pub(super) fn quirks(&mut self) {
        let quirks = std::mem::take(&mut self.quirks);
        let mut words: Vec<&str> = quirks.iter().map(|quirk| quirk_words(quirk)).collect();
        if let Some(gone) = self.dropped {
            words.push("not every text is a number: the guess is removed");
            let old = self.members.get("x-quirks").and_then(Value::as_array);
            let old = old.into_iter().flatten().filter(|quirk| **quirk != gone);
            let left: Vec<Value> = old
                .cloned()
                .chain(quirks.iter().map(|quirk| json!(quirk)))
                .collect();
            return if left.is_empty() {
                let path = self.at("x-quirks");
                self.change(Kind::Rule, words.join("; "), Patch::Remove(path));
            } else {
                self.set(Kind::Rule, words.join("; "), "x-quirks", left.into());
            };
        }
        if quirks.is_empty() {
            return;
        }
        if !self.members.contains_key("x-quirks") {
            return self.set(Kind::Tolerated, words.join("; "), "x-quirks", json!(quirks));
        }
        for (quirk, words) in quirks.iter().zip(words) {
            let path = self.at("x-quirks") + "/-";
            self.change(Kind::Tolerated, words, Patch::Add(path, json!(quirk)));
        }
    }

    /// Takes marks away whose guesses do not hold.
    pub(super) fn marks(&mut self) {
        let gone = std::mem::take(&mut self.unguessed);
        if gone.is_empty() {
            return;
        }
        let old = self.members.get("x-guessed").and_then(Value::as_array);
        let left: Vec<Value> = old
            .into_iter()
            .flatten()
            .filter(|guess| !gone.iter().any(|gone| *guess == gone))
            .cloned()
            .collect();
        let words = "the mark of the guess is removed";
        if left.is_empty() {
            let path = self.at("x-guessed");
            self.change(Kind::Rule, words, Patch::Remove(path));
        } else {
            self.set(Kind::Rule, words, "x-guessed", left.into());
        }
    }
}

pub(super) fn holds(list: Option<&Value>, word: &str) -> bool {
    list.and_then(Value::as_array)
        .is_some_and(|list| list.iter().any(|one| one == word))
}

pub(super) fn listing<T: AsRef<str>>(types: &[T]) -> String {
    let types: Vec<String> = types
        .iter()
        .map(|one| format!("`{}`", one.as_ref()))
        .collect();
    types.join(" or ")
}

fn quirk_words(quirk: &str) -> &'static str {
    match quirk {
        "empty-text-for-none" => "`\"\"` was seen",
        "null-for-none" => "`null` may stand for none",
        "array-for-object" | "empty-array-for-none" => "`[]` was seen",
        "empty-object-for-none" => "`{}` was seen",
        "number-as-text" => "a number was seen as text",
        "number-for-text" => "a number was seen where text is described",
        _ => "something else was seen",
    }
}
