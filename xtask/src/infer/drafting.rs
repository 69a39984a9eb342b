//! The parts of an operation's file that replies and a request give away, beside their fields.

use serde_json::{Map, Value, json};
use zhixing_shape::{Doubt, Observed, draft};

use crate::new::ROW;
use crate::read::position::{child, segments};

/// The reply's schema, with the status code required where every reply has it.
/// `of` is where vendor.json describes the operation's envelope.
pub(super) fn reply(
    observed: &Observed,
    replies: &[Value],
    vendor: &Value,
    of: &str,
) -> (Value, Vec<Doubt>) {
    let drafted = draft(observed);
    let (mut schema, mut doubts) = (drafted.schema, drafted.doubts);
    doubts.extend(missing(&schema, vendor, of));
    if let Some(code) = always(replies, vendor, of)
        && let Value::Object(members) = &mut schema
    {
        let at = members
            .keys()
            .position(|key| key == "properties")
            .unwrap_or(members.len());
        members.shift_insert(at, "required".to_owned(), json!([code]));
    }
    (schema, doubts)
}

/// What vendor.json promises of every reply and the schema does not describe.
pub(super) fn missing(schema: &Value, vendor: &Value, of: &str) -> Vec<Doubt> {
    let promised = envelope(vendor, of).into_iter();
    promised
        .filter(|(_, pointer)| described(schema, pointer).is_none())
        .map(|(name, pointer)| Doubt {
            pointer: String::new(),
            path: pointer.to_owned(),
            words: format!("No reply has what vendor.json calls the {name}; every operation's reply must describe it."),
        })
        .collect()
}

/// The schema of what a pointer into the replies leads to, through objects.
pub(super) fn described<'s>(schema: &'s Value, pointer: &str) -> Option<&'s Value> {
    segments(pointer)
        .iter()
        .try_fold(schema, |node, key| node.get("properties")?.get(key))
}

/// The key of the status code, where it is one that every reply has.
pub(super) fn always(replies: &[Value], vendor: &Value, of: &str) -> Option<String> {
    let code = vendor
        .pointer(&format!("{of}/code"))
        .and_then(Value::as_str)?;
    let [code] = &segments(code)[..] else {
        return None;
    };
    let everywhere = replies.iter().all(|reply| reply.get(code).is_some());
    everywhere.then(|| code.clone())
}

fn envelope<'a>(vendor: &'a Value, of: &str) -> Vec<(&'static str, &'a str)> {
    let places = [
        (of, "code", "status code"),
        (of, "message", "message"),
        (of, "payload", "payload"),
        (of, "order_number", "order number"),
        ("/reply_signature", "signature", "signature"),
        ("/reply_signature", "payload", "signed payload"),
    ];
    places
        .into_iter()
        .filter_map(|(of, key, name)| {
            Some((name, vendor.pointer(&format!("{of}/{key}"))?.as_str()?))
        })
        .collect()
}

/// Where the records seem to stand: the list of the objects with most fields. And their total: the
/// one integer outside of lists whose name says so.
pub(super) fn records(reply: &Value) -> (Option<String>, Option<String>) {
    let (mut lists, mut totals) = (Vec::new(), Vec::new());
    collect(reply, String::new(), &mut lists, &mut totals);
    // The first of equals.
    let records = lists.into_iter().rev().max_by_key(|(_, fields)| *fields);
    let records = records.map(|(pointer, _)| pointer);
    let total = match &totals[..] {
        [one] if records.is_some() => Some(one.clone()),
        _ => None,
    };
    (records, total)
}

/// Gives the records' object the name that the file had for it, or the scaffold's.
pub(super) fn name_rows(reply: &mut Value, records: &str, operation: &Value) {
    if let Some(Value::Object(item)) = reply.pointer_mut(&item_of(records)) {
        let title = title_of(operation);
        item.shift_insert(1.min(item.len()), "title".to_owned(), title.into());
    }
}

/// The name that the file has for the records' object, or the scaffold's.
pub(super) fn title_of(operation: &Value) -> &str {
    let records = operation.get("records").and_then(Value::as_str);
    let item = records.and_then(|records| operation.get("reply")?.pointer(&item_of(records)));
    item.and_then(|item| item.get("title")?.as_str())
        .unwrap_or(ROW)
}

/// Where the schema of a list's items stands, from where the list stands in the reply.
pub(super) fn item_of(list: &str) -> String {
    list.replace('/', "/properties/") + "/items"
}

fn collect(
    schema: &Value,
    pointer: String,
    lists: &mut Vec<(String, usize)>,
    totals: &mut Vec<String>,
) {
    let properties = schema.get("properties").and_then(Value::as_object);
    for (key, inner) in properties.into_iter().flatten() {
        let pointer = child(&pointer, key);
        let fields = inner
            .pointer("/items/properties")
            .and_then(Value::as_object);
        let fields = fields.map_or(0, Map::len);
        if fields > 0 {
            lists.push((pointer.clone(), fields));
        }
        if key.to_lowercase().starts_with("total") && inner.get("type") == Some(&json!("integer")) {
            totals.push(pointer.clone());
        }
        collect(inner, pointer, lists, totals);
    }
}

/// A parameter as a request shows it: one value says little more than its type.
pub(super) fn parameter(name: &str, value: &Value) -> Option<Value> {
    let paging = ["page", "size", "skip", "limit", "offset"];
    let is_paging = paging.iter().any(|word| name.to_lowercase().contains(word));
    let sensitive = zhixing_shape::text::sensitive_key(name);
    let mut schema = match value {
        Value::Number(number) if number.is_i64() => json!({ "type": "integer" }),
        Value::Number(_) => json!({ "type": "number" }),
        Value::Bool(_) => json!({ "type": "boolean" }),
        Value::String(text) if is_paging && text.parse::<i64>().is_ok() => {
            json!({ "type": "integer" })
        }
        Value::String(_) => json!({ "type": "string" }),
        _ => return None,
    };
    if let (Some(what), Some("string"), Value::Object(members)) = (
        sensitive,
        schema
            .get("type")
            .and_then(Value::as_str)
            .map(str::to_owned)
            .as_deref(),
        &mut schema,
    ) {
        members.insert("x-sensitive".into(), what.into());
        members.insert("x-guessed".into(), json!(["sensitive"]));
    }
    Some(schema)
}
