//! Words that a person must replace: replies do not say what a field is.

use serde_json::{Map, Value};

/// The description of a field that was seen and that nobody has described.
pub const SEEN: &str = "PLACEHOLDER: seen in replies; what it is must be taken from the document.";

/// Gives a field, and each field inside it, that description, so that nobody takes it for one that was held against the
/// document: the generator lists each `PLACEHOLDER`.
pub fn undescribed(schema: &mut Value) {
    let Value::Object(members) = schema else {
        return;
    };
    inside(members);
    members.insert("description".into(), SEEN.into());
}

fn inside(members: &mut Map<String, Value>) {
    if let Some(Value::Object(properties)) = members.get_mut("properties") {
        properties.values_mut().for_each(undescribed);
    }
    for keyword in ["items", "additionalProperties", "contentSchema"] {
        if let Some(Value::Object(inner)) = members.get_mut(keyword) {
            inside(inner);
        }
    }
}
