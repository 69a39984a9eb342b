//! What of a scaffold's reply nobody has worked on yet.
//!
//! `infer` may replace that, and nothing else: what a person wrote is not in any reply. The scaffold itself says what is its own, so that
//! a new word in it is known here.

use serde_json::Value;

use super::{PLACEHOLDER, schema};
use crate::read::position::child;

/// The schemas that a scaffold can hold, each without what is inside.
pub(crate) struct Scaffold {
    fields: Vec<Value>,
    request: Value,
}

impl Scaffold {
    /// For a vendor as it is now, and for one that was just begun: `vendor.json` may have been transcribed since.
    pub(crate) fn of(vendor: &Value) -> Self {
        let mut of = Self {
            fields: Vec::new(),
            request: Value::Null,
        };
        for vendor in [vendor, &schema::vendor("vendor")] {
            let (mut operation, _) = schema::operation("operation", vendor);
            // The reply itself has no words of its own: any object could be it.
            inner(&operation["reply"]).for_each(|(_, field)| collect(field, &mut of.fields));
            of.request = operation["request"].take();
        }
        of
    }

    /// Whether a request is as it was written.
    pub(crate) fn wrote_request(&self, request: &Value) -> bool {
        self.request == *request
    }

    /// Whether a schema and all that is inside are as they were written.
    pub(crate) fn wrote(&self, schema: &Value) -> bool {
        self.fields.contains(&bare(schema)) && inner(schema).all(|(_, field)| self.wrote(field))
    }

    /// Whether a whole reply is: its own description may be anything that is still to be replaced.
    pub(crate) fn wrote_reply(&self, reply: &Value) -> bool {
        let words = reply.get("description").and_then(Value::as_str);
        let mut itself = bare(reply);
        if let (Some(members), Some(true)) = (
            itself.as_object_mut(),
            words.map(|it| it.starts_with(PLACEHOLDER)),
        ) {
            members.shift_remove("description");
        }
        itself == serde_json::json!({ "type": "object" })
            && inner(reply).all(|(_, field)| self.wrote(field))
    }

    /// The largest parts of a reply that are, as pointers into it.
    pub(crate) fn parts(&self, reply: &Value) -> Vec<String> {
        let mut parts = Vec::new();
        self.find(reply, "", &mut parts);
        parts
    }

    fn find(&self, schema: &Value, pointer: &str, parts: &mut Vec<String>) {
        for (at, field) in inner(schema) {
            let pointer = format!("{pointer}{at}");
            if self.wrote(field) {
                parts.push(pointer);
            } else {
                self.find(field, &pointer, parts);
            }
        }
    }
}

fn collect(schema: &Value, into: &mut Vec<Value>) {
    into.push(bare(schema));
    inner(schema).for_each(|(_, field)| collect(field, into));
}

/// The schemas inside, with their places.
fn inner(schema: &Value) -> impl Iterator<Item = (String, &Value)> {
    let fields = schema.get("properties").and_then(Value::as_object);
    let fields = fields.into_iter().flatten();
    let items = schema
        .get("items")
        .map(|items| ("/items".to_owned(), items));
    fields
        .map(|(key, field)| (child("/properties", key), field))
        .chain(items)
}

/// Without what is inside, and without the name: whoever gives the records another has not described them yet, and the name is
/// kept apart.
fn bare(schema: &Value) -> Value {
    let mut bare = schema.clone();
    if let Value::Object(members) = &mut bare {
        for keyword in ["properties", "items", "title"] {
            members.shift_remove(keyword);
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn all_of_a_scaffold_is_untouched_until_a_word_is_changed() {
        let vendor = schema::vendor("acme");
        let mut reply = schema::operation("search", &vendor).0["reply"].clone();
        let scaffold = Scaffold::of(&vendor);
        assert!(scaffold.wrote_reply(&reply));
        let whole = ["code", "message", "data"].map(|key| format!("/properties/{key}"));
        assert_eq!(scaffold.parts(&reply), whole);

        let name = "/properties/data/properties/records/items/properties/name";
        reply.pointer_mut(name).expect("a field")["description"] = json!("The debtor.");
        assert!(!scaffold.wrote_reply(&reply));
        // What is around the field is no longer the scaffold's alone; its neighbours are.
        let case_no = "/properties/data/properties/records/items/properties/caseNo";
        let left = ["/properties/code", "/properties/message", case_no];
        assert_eq!(scaffold.parts(&reply), left);
    }

    #[test]
    fn a_type_that_was_changed_is_work_too() {
        let vendor = schema::vendor("acme");
        let mut reply = schema::operation("search", &vendor).0["reply"].clone();
        reply["properties"]["message"]["type"] = json!("integer");
        assert!(!Scaffold::of(&vendor).wrote_reply(&reply));
    }
}
