//! Writing what stands around the content of every reply: code, message, order number, signature.

use std::borrow::Cow;

use serde_json::{Map, Value};
use zhixing_core::credentials::Credentials;
use zhixing_core::spec::{Cause, Class, Operation, Shape, Status, Vendor};

use super::refusal::Refusal;
use super::{Answered, wrong};
use crate::generated::EXAMPLES;

/// Puts a value where the path leads; nothing happens where the way there is blocked, as by a `null` content.
pub(crate) fn put(root: &mut Value, path: &[&str], value: Value) {
    let Some((last, way)) = path.split_last() else {
        return;
    };
    let mut place = root;
    for key in way {
        let Value::Object(fields) = place else {
            return;
        };
        place = fields
            .entry(*key)
            .or_insert_with(|| Value::Object(Map::new()));
    }
    if let Value::Object(fields) = place {
        fields.insert((*last).to_owned(), value);
    }
}

/// The value that the path leads to.
pub(crate) fn find<'a>(root: &'a Value, path: &[&str]) -> Option<&'a Value> {
    path.iter().try_fold(root, |place, key| place.get(*key))
}

/// The code in a reply's body, as text.
pub(crate) fn code_of(operation: &Operation, body: &[u8]) -> Option<String> {
    let reply: Value = serde_json::from_slice(body).ok()?;
    match find(&reply, operation.envelope.code)? {
        Value::String(code) => Some(code.clone()),
        Value::Number(code) => Some(code.to_string()),
        Value::Bool(code) => Some(code.to_string()),
        _ => None,
    }
}

/// The code as the vendor types it: a number or a boolean where the documented example of a reply has one.
fn code_value(operation: &Operation, code: &str) -> Value {
    match (documented(operation), code.parse::<i64>(), code) {
        (Some(Value::Number(_)), Ok(number), _) => number.into(),
        (Some(Value::Bool(_)), _, "true" | "false") => (code == "true").into(),
        _ => code.into(),
    }
}

/// The code of the first documented example.
fn documented(operation: &Operation) -> Option<Value> {
    let example = EXAMPLES.iter().find(|example| {
        example.vendor == operation.vendor.name && example.operation == operation.name
    })?;
    let reply = serde_json::from_str::<Value>(example.reply).ok()?;
    find(&reply, operation.envelope.code).cloned()
}

/// A code that means this status: of a range, the first that means nothing else.
pub(crate) fn code_for(vendor: &Vendor, status: &'static Status) -> Cow<'static, str> {
    let own = |code: &String| {
        vendor
            .status(code)
            .is_some_and(|of| std::ptr::eq(of, status))
    };
    let codes = status
        .range()
        .into_iter()
        .flatten()
        .map(|code| code.to_string());
    codes
        .into_iter()
        .find(own)
        .map_or(status.code.into(), Into::into)
}

/// Writes code and message.
pub(crate) fn write_status(reply: &mut Value, operation: &Operation, code: &str, words: &str) {
    // Some documents say by a reply without a code that it went well.
    if !code.is_empty() {
        put(reply, operation.envelope.code, code_value(operation, code));
    }
    put(reply, operation.envelope.message, words.into());
}

/// Signs the content with the caller's secret, where the vendor signs its replies.
pub(crate) fn sign(reply: &mut Value, vendor: &Vendor, account: &Credentials) -> Option<()> {
    let Some(spec) = vendor.reply_signature else {
        return Some(());
    };
    let payload = find(reply, spec.payload).map_or_else(|| "null".to_owned(), Value::to_string);
    let secret = account.get(spec.credential)?;
    let signature = spec.sign_payload(&payload, secret).ok()?;
    put(reply, spec.signature, signature.into());
    Some(())
}

/// What the reply is documented to hold at the end of that path.
fn shape_at<'a>(operation: &'a Operation, path: &[&str]) -> Option<&'a Shape> {
    let (last, way) = path.split_last()?;
    let mut object = operation.reply.first()?;
    for key in way {
        let field = object.fields.iter().find(|field| field.name == *key)?;
        let Shape::Object(name) = alone(&field.shape) else {
            return None;
        };
        object = operation.object(name)?;
    }
    let field = object.fields.iter().find(|field| field.name == *last)?;
    Some(alone(&field.shape))
}

/// The shape without what may stand in its place.
fn alone(shape: &Shape) -> &Shape {
    match shape {
        Shape::Or(_, shape) => alone(shape),
        shape => shape,
    }
}

/// The statuses of this operation's envelope. A vendor's envelopes share one table of codes, and it is the type of the
/// code that tells which are whose.
fn statuses(operation: &'static Operation) -> impl Iterator<Item = &'static Status> {
    let flag = is_flag(operation);
    let statuses = operation.vendor.statuses.iter();
    statuses.filter(move |status| {
        status.code.is_empty() || matches!(status.code, "true" | "false") == flag
    })
}

/// Whether replies say by `true` and `false` how it went.
fn is_flag(operation: &Operation) -> bool {
    matches!(
        shape_at(operation, operation.envelope.code),
        Some(Shape::Boolean)
    )
}

/// The first documented status of a class in this operation's envelope: one with a code where the documented reply has
/// one, and one without where it has none.
pub(crate) fn of_class(operation: &'static Operation, class: Class) -> Option<&'static Status> {
    let all = || statuses(operation).filter(|status| status.class == class);
    let has_code = documented(operation).is_some();
    all()
        .find(|status| status.code.is_empty() != has_code)
        .or_else(|| all().next())
}

/// Says inside of a reply that there is nothing, where no code says it: the documented mark of it, and an empty payload.
pub(crate) fn state_nothing(operation: &Operation, reply: &mut Value) {
    if let Some(path) = operation.envelope.payload
        && find(reply, path).is_none()
    {
        match shape_at(operation, path) {
            Some(Shape::List(_)) => put(reply, path, Value::Array(Vec::new())),
            Some(Shape::Object(_) | Shape::Map(_)) => put(reply, path, Value::Object(Map::new())),
            _ => {}
        }
    }
    if let Some(none) = operation.none {
        let value = match (shape_at(operation, none.path), none.value.parse::<i64>()) {
            (Some(Shape::Integer | Shape::Choice(_, true)), Ok(number)) => number.into(),
            (Some(Shape::Boolean), _) => (none.value == "true").into(),
            _ => none.value.into(),
        };
        put(reply, none.path, value);
    }
}

/// A refusal in the vendor's words, without content and order number, as the one documented example of a failure is.
///
/// Where the document prints no code for the cause, an envelope that says only whether it worked says that it did not;
/// elsewhere the refusal is an HTTP status with a short text, as a gateway in front of the product would send it. The
/// code of another envelope is never sent.
pub(crate) fn refuse(
    operation: &'static Operation,
    refusal: &Refusal,
) -> (Answered, Option<&'static Status>) {
    let vendor = operation.vendor;
    let first = |fits: &dyn Fn(&Status) -> bool| statuses(operation).find(|status| fits(status));
    // The one cause that some documents split further.
    let short = refusal
        .too_short
        .then(|| first(&|status| status.name == "ParameterTooShort"));
    let by_cause = || first(&|status| status.causes.contains(&refusal.cause));
    let failed = || {
        first(&|status| {
            is_flag(operation) && !matches!(status.class, Class::Success | Class::NoData)
        })
    };
    let found = short.flatten().or_else(by_cause).or_else(failed);
    let Some(status) = found else {
        return (gateway(refusal), None);
    };
    let words = fill(
        status.meaning,
        [refusal.parameter, refusal.fault.as_deref()],
    );
    let code = code_for(vendor, status);
    (bare(operation, &code, &words), Some(status))
}

/// A reply of code and message alone.
pub(crate) fn bare(operation: &Operation, code: &str, words: &str) -> Answered {
    let mut reply = Value::Object(Map::new());
    write_status(&mut reply, operation, code, words);
    Answered::json(200, &reply)
}

fn gateway(refusal: &Refusal) -> Answered {
    let (status, message) = match refusal.cause {
        Cause::UnknownKey | Cause::BadSignature | Cause::StaleTimestamp => (401, "Unauthorized"),
        Cause::MissingParameter | Cause::InvalidParameter => (400, "Invalid parameter"),
        Cause::TooFrequent => (429, "Too many requests"),
        Cause::ServerError => (500, "Internal server error"),
        _ => (403, "Forbidden"),
    };
    wrong(status, message)
}

/// Fills the braces of a documented message, such as `参数{}设置错误:{...}`, one after the other.
fn fill(meaning: &str, words: [Option<&str>; 2]) -> String {
    let mut filled = String::new();
    let mut rest = meaning;
    for word in words {
        let Some((before, after)) = rest.split_once('{') else {
            break;
        };
        let Some((_, behind)) = after.split_once('}') else {
            break;
        };
        filled.push_str(before);
        filled.push_str(word.unwrap_or_default());
        rest = behind;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests;
