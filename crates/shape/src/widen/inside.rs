//! What stands inside an object, a list or a text, and nothing describes.

use serde_json::{Map, Value, json};

use super::rules::{Node, listing};
use crate::change::{Change, Kind, Patch};
use crate::draft::{self, doubtful_keys};
use crate::place::child;
use crate::text;

impl Node<'_, '_> {
    /// What stands inside and is not described.
    pub(super) fn inside(&mut self, declared: &[String]) {
        let held: Vec<&str> = declared
            .iter()
            .map(String::as_str)
            .filter(|name| *name != "null")
            .collect();
        let own = &self.sight.own;
        match held[..] {
            ["object"] => {
                self.required();
                self.fields();
            }
            ["array"] => {
                if let Some(items) = &own.lists.items
                    && !self.members.contains_key("items")
                {
                    let place = self.sight.place.members("items");
                    let schema = draft::node(items, &place, &mut self.out.doubts);
                    self.change(
                        Kind::Field,
                        "the list's items are described",
                        Patch::Add(place.pointer, schema),
                    );
                }
            }
            ["string"] => self.content(),
            _ => {}
        }
    }

    pub(super) fn content(&mut self) {
        let texts = &self.sight.own.texts;
        if !self.members.contains_key("contentMediaType") {
            if texts.count > 0 && texts.json == texts.count {
                self.doubt("Every text here holds JSON: with `contentMediaType` and `contentSchema` it would be described, and the generated type change.");
            }
            return;
        }
        if texts.json < texts.count {
            self.doubt("Not every text here holds a JSON object or list.");
        }
        if let Some(content) = &texts.content
            && !self.members.contains_key("contentSchema")
        {
            let place = self.sight.place.content();
            let schema = draft::node(content, &place, &mut self.out.doubts);
            self.change(
                Kind::Field,
                "the JSON inside the text is described",
                Patch::Add(place.pointer, schema),
            );
        }
    }

    /// Required keys that some object lacks, from the last, so that the places stay good.
    pub(super) fn required(&mut self) {
        let own = &self.sight.own;
        let list = self.members.get("required").and_then(Value::as_array);
        // An empty object is one without its keys, unless a quirk lets it stand for none.
        let objects = own.objects.count + own.objects.empty;
        for (index, key) in list.map_or(&[][..], Vec::as_slice).iter().enumerate().rev() {
            let Some(key) = key.as_str() else { continue };
            let having = self.sight.having.get(key).copied();
            let having = having.or_else(|| own.objects.get(key).map(|field| field.seen));
            if having.unwrap_or(0) < objects {
                let path = child(&self.at("required"), &index.to_string());
                self.change(
                    Kind::Rule,
                    format!("`{key}` is missing in a reply: it is no longer required"),
                    Patch::Remove(path),
                );
            }
        }
    }

    pub(super) fn fields(&mut self) {
        let own = &self.sight.own;
        if own.objects.fields.is_empty()
            || self.members.contains_key("additionalProperties")
                && !self.members.contains_key("properties")
                && self.members["additionalProperties"].is_object()
        {
            return;
        }
        if !self.members.contains_key("properties") {
            let drafted = draft::node(&fields_only(own), &self.sight.place, &mut self.out.doubts);
            for keyword in ["properties", "additionalProperties"] {
                let Some(value) = drafted.get(keyword) else {
                    continue;
                };
                self.set(
                    Kind::Field,
                    "what the object holds is described",
                    keyword,
                    value.clone(),
                );
                if keyword == "additionalProperties" {
                    let mut guessed: Vec<Value> = self
                        .members
                        .get("x-guessed")
                        .and_then(Value::as_array)
                        .cloned()
                        .unwrap_or_default();
                    guessed.push(json!("map"));
                    self.set(
                        Kind::Rule,
                        "that the keys are data is a guess",
                        "x-guessed",
                        guessed.into(),
                    );
                }
            }
            return;
        }
        doubtful_keys(own, &self.sight.place, &mut self.out.doubts);
        for (key, field) in own
            .objects
            .fields
            .iter()
            .filter(|(key, _)| !text::is_data_key(key))
        {
            let place = self.sight.place.property(key);
            let schema = draft::node(field, &place, &mut self.out.doubts);
            self.out.changes.push(Change {
                words: format!(
                    "the key is not described; it becomes {}",
                    described(&schema)
                ),
                patch: Patch::Add(place.pointer.clone(), schema),
                pointer: place.pointer,
                path: place.path,
                kind: Kind::Field,
                after: self.sight.after.get(key).cloned(),
            });
        }
    }

    /// Something at last where only empty values had been.
    pub(super) fn redraft(&mut self) {
        let mut own = self.sight.own.clone();
        for name in self.declared() {
            own.add(&match name.as_str() {
                "object" => json!({}),
                "array" => json!([]),
                "string" => json!(""),
                _ => Value::Null,
            }); // what the earlier replies held
        }
        let drafted = draft::node(&own, &self.sight.place, &mut self.out.doubts);
        let mut quirks = self
            .members
            .get("x-quirks")
            .and_then(Value::as_array)
            .cloned()
            .unwrap_or_default();
        for (keyword, value) in drafted.as_object().into_iter().flatten() {
            if keyword == "x-quirks" {
                let more = value
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter(|quirk| !quirks.contains(quirk));
                let more: Vec<Value> = more.cloned().collect();
                quirks.extend(more);
            } else if self.members.get(keyword) != Some(value) {
                self.set(
                    Kind::Type,
                    format!("a value was seen at last: `{keyword}` is known"),
                    keyword,
                    value.clone(),
                );
            }
        }
        if drafted.get("x-guessed").is_none() {
            self.unguessed.push("type");
            self.marks();
        }
        if self.members.get("x-quirks").and_then(Value::as_array) != Some(&quirks)
            && !quirks.is_empty()
        {
            self.set(
                Kind::Tolerated,
                "empty values are kept in mind",
                "x-quirks",
                quirks.into(),
            );
        }
    }
}

fn fields_only(own: &crate::Observed) -> crate::Observed {
    let mut objects = own.objects.clone();
    objects.empty = 0;
    crate::Observed {
        seen: own.objects.count,
        objects,
        ..Default::default()
    }
}

fn described(schema: &Value) -> String {
    let types = match schema.get("type") {
        Some(Value::Array(several)) => several.iter().filter_map(Value::as_str).collect(),
        Some(Value::String(one)) => vec![one.as_str()],
        _ => Vec::new(),
    };
    let fields = schema
        .get("properties")
        .and_then(Value::as_object)
        .map_or(0, Map::len);
    if fields > 0 {
        let plural = if fields == 1 { "" } else { "s" };
        format!("{} with {fields} field{plural}", listing(&types))
    } else {
        listing(&types)
    }
}
