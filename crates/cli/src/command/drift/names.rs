//! Which keys of replies may be written: a key that no document lists may be data.

use std::collections::BTreeSet;

use serde_json::Value;
use zhixing_core::observe::is_name;
use zhixing_core::spec::Operation;

/// Keywords of a schema under which another schema stands.
const INSIDE: [&str; 3] = ["items", "additionalProperties", "contentSchema"];

/// What an operation's document lists, and what of the rest was judged to be data.
pub(super) struct Names<'a> {
    documented: BTreeSet<&'static str>,
    own_words: bool,
    masked: &'a BTreeSet<String>,
}

impl<'a> Names<'a> {
    pub(super) fn new(operation: &Operation, masked: &'a BTreeSet<String>) -> Self {
        let fields = operation.reply.iter().flat_map(|object| object.fields);
        let documented: BTreeSet<&str> = fields.map(|field| field.name).collect();
        Self {
            own_words: documented.iter().any(|name| !name.is_ascii()),
            documented,
            masked,
        }
    }

    pub(super) fn shows(&self, key: &str) -> bool {
        self.documented.contains(key)
            || (is_name(key, self.own_words) && !self.masked.contains(key))
    }

    /// A place in replies, written as a JSON pointer, in the form of the drift's own paths. There, `.*`
    /// stands for any place of a list too.
    pub(super) fn path(&self, pointer: &str) -> String {
        let mut path = "$".to_owned();
        for step in pointer.split('/').skip(1) {
            let (step, is_text) = match step.strip_suffix("(JSON)") {
                Some(step) => (step, true),
                None => (step, false),
            };
            let key = step.replace("~1", "/").replace("~0", "~");
            path.push('.');
            path.push_str(if self.shows(&key) { &key } else { "*" });
            if is_text {
                path.push_str("|$");
            }
        }
        path
    }

    /// Drops the properties of a drafted schema whose names may be data; whether there were any.
    pub(super) fn without_data(&self, schema: &mut Value) -> bool {
        let Value::Object(members) = schema else {
            return false;
        };
        let mut dropped = false;
        if let Some(Value::Object(properties)) = members.get_mut("properties") {
            let before = properties.len();
            properties.retain(|key, _| self.shows(key));
            dropped |= properties.len() < before;
            properties
                .values_mut()
                .for_each(|property| dropped |= self.without_data(property));
            let names: BTreeSet<String> = properties.keys().cloned().collect();
            if let Some(Value::Array(required)) = members.get_mut("required") {
                required.retain(|name| name.as_str().is_some_and(|name| names.contains(name)));
            }
        }
        for inside in INSIDE {
            if let Some(inner) = members.get_mut(inside) {
                dropped |= self.without_data(inner);
            }
        }
        dropped
    }
}

/// Drops guessed enumerations: they are the only values of replies that a draft holds.
pub(super) fn without_values(schema: &mut Value) {
    let Value::Object(members) = schema else {
        return;
    };
    members.shift_remove("enum");
    members.shift_remove("oneOf");
    if let Some(Value::Array(guesses)) = members.get_mut("x-guessed") {
        guesses.retain(|guess| guess != "enumeration");
        if guesses.is_empty() {
            members.shift_remove("x-guessed");
        }
    }
    if let Some(Value::Object(properties)) = members.get_mut("properties") {
        properties.values_mut().for_each(without_values);
    }
    for inside in INSIDE {
        if let Some(inner) = members.get_mut(inside) {
            without_values(inner);
        }
    }
}
