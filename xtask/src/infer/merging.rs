//! A reply of which a person has described a part: that part is widened, and the rest is drafted.
//!
//! Only what `new` wrote and nobody changed gives way to what the replies hold, where they contradict it. It is taken out first, so that
//! widening finds it missing and adds it as it adds any field.

use serde_json::{Value, json};
use zhixing_shape::{Observed, Patch};

use super::{Work, drafting};
use crate::check::envelope_of;
use crate::new::untouched::Scaffold;
use crate::read::position::{child, segments};

impl Work {
    /// Widens what is described and drafts what is missing.
    pub(super) fn merge(
        &mut self,
        operation: &Value,
        observed: &Observed,
        replies: &[Value],
        vendor: &Value,
    ) {
        let Some(reply) = operation.get("reply").filter(|_| !replies.is_empty()) else {
            return self.widen(operation, observed);
        };
        let parts = Scaffold::of(vendor).parts(reply);
        if parts.is_empty() {
            return self.widen(operation, observed);
        }
        let seen = drafting::records(&zhixing_shape::draft(observed).schema).0;
        for part in parts {
            let values = values(replies, &part);
            let elsewhere = seen.is_some() && holds_records(operation, &part);
            let field = reply.pointer(&part).unwrap_or(&Value::Null);
            if values.is_empty() && !elsewhere {
                self.doubts.push(format!("{}: it is still the scaffold's, and no reply has it. Describe it from the document, or delete it.", shown(&part)));
            } else if values.is_empty() || !fits(field, &values) {
                let words = format!(
                    "{}: it was still the scaffold's, and gives way to what the replies hold",
                    shown(&part)
                );
                self.patch(&Patch::Remove(format!("/reply{part}")), None, words);
            }
        }
        self.widen(&self.now(), observed);
        let reply = self.now().get("reply").cloned().unwrap_or_default();
        self.code_is_required(&reply, replies, vendor, &envelope_of(operation));
        drafting::missing(&reply, vendor, &envelope_of(operation))
            .iter()
            .for_each(|doubt| self.doubt(doubt));
        let (records, total) = drafting::records(&reply);
        self.places(operation, &reply, records, total);
        self.name_rows(operation);
    }

    /// The file as it is by now.
    pub(super) fn now(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_default()
    }

    fn code_is_required(&mut self, reply: &Value, replies: &[Value], vendor: &Value, of: &str) {
        if reply.get("required").is_none()
            && let Some(code) = drafting::always(replies, vendor, of)
        {
            let words = format!("/reply: `{code}` is required, as every reply has it");
            let patch = Patch::Add("/reply/required".into(), json!([code]));
            self.patch(&patch, Some("type"), words);
        }
    }

    /// Where the records and their total stand: as the file says, where that leads to such a place, else as guessed.
    pub(super) fn places(
        &mut self,
        operation: &Value,
        reply: &Value,
        records: Option<String>,
        total: Option<String>,
    ) {
        for (key, found, after) in [("records", records, "reply"), ("total", total, "records")] {
            let said = operation.get(key).and_then(Value::as_str);
            if said.is_some_and(|said| drafting::described(reply, said).is_some()) {
                continue;
            }
            match (found, said) {
                (Some(pointer), _) => {
                    let words = format!("/{key}: `{pointer}`, guessed from the names and shapes");
                    let patch = Patch::Add(child("", key), pointer.into());
                    self.patch(&patch, Some(after), words);
                }
                (None, Some(_)) => self.doubts.push(format!(
                    "/{key}: the replies have nothing there. Say where it stands, or delete it."
                )),
                (None, None) if key == "records" => self.doubts.push(
                    "/records: no list of objects was seen. Say where the records stand.".into(),
                ),
                (None, None) => {}
            }
        }
    }

    /// `record.rs` knows the records' object by its name.
    fn name_rows(&mut self, operation: &Value) {
        let now = self.now();
        let at = |key: &str| now.get(key).and_then(Value::as_str);
        let Some(item) =
            at("records").map(|records| format!("/reply{}", drafting::item_of(records)))
        else {
            return;
        };
        let unnamed = now
            .pointer(&item)
            .is_some_and(|it| it.get("title").is_none());
        if unnamed {
            let title = drafting::title_of(operation);
            let words = format!("{item}: it keeps the name `{title}`");
            let patch = Patch::Add(child(&item, "title"), title.into());
            self.patch(&patch, Some("type"), words);
        }
    }
}

/// A schema's place as it is told of replies: `/data/records/*/caseNo`.
fn shown(part: &str) -> String {
    let keys = segments(part);
    let mut keys = keys.iter();
    let mut path = String::new();
    while let Some(keyword) = keys.next() {
        let key = match keyword.as_str() {
            "items" => Some("*"),
            _ => keys.next().map(String::as_str),
        };
        path = child(&path, key.unwrap_or_default());
    }
    path
}

/// What replies hold at a schema's place, without what holds nothing.
fn values<'r>(replies: &'r [Value], part: &str) -> Vec<&'r Value> {
    let mut here: Vec<&Value> = replies.iter().collect();
    let keys = segments(part);
    let mut keys = keys.iter();
    while let Some(keyword) = keys.next() {
        here = match keyword.as_str() {
            "items" => here
                .into_iter()
                .filter_map(Value::as_array)
                .flatten()
                .collect(),
            _ => {
                let key = keys.next().map(String::as_str).unwrap_or_default();
                here.into_iter().filter_map(|it| it.get(key)).collect()
            }
        };
    }
    here.retain(|value| match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(members) => !members.is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
    });
    here
}

/// Whether the scaffold's field describes these as it is. What has fields inside is guessed anew: they were a guess too.
fn fits(field: &Value, values: &[&Value]) -> bool {
    let is_of: fn(&Value) -> bool = match field.get("type").and_then(Value::as_str) {
        Some("string") => Value::is_string,
        Some("integer") => Value::is_i64,
        Some("boolean") => Value::is_boolean,
        _ => return false,
    };
    values.iter().all(|value| is_of(value))
}

/// Whether a part of the reply is, or is around, the list of the records.
fn holds_records(operation: &Value, part: &str) -> bool {
    let records = operation.get("records").and_then(Value::as_str);
    let list = records.map(|records| records.replace('/', "/properties/"));
    list.is_some_and(|list| format!("{list}/").starts_with(&format!("{part}/")))
}
