//! Writing what stands around the content of every reply: code, message, order number, signature.

use serde_json::{Map, Value};
use zhixing_core::credentials::Credentials;
use zhixing_core::spec::{Cause, Class, Operation, Status, Vendor};

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
        _ => None,
    }
}

/// The code as the vendor types it: a number where the documented example of a reply has one.
fn code_value(operation: &Operation, code: &str) -> Value {
    let documented = EXAMPLES
        .iter()
        .find(|example| {
            example.vendor == operation.vendor.name && example.operation == operation.name
        })
        .and_then(|example| serde_json::from_str::<Value>(example.reply).ok());
    let is_number = documented
        .as_ref()
        .and_then(|reply| find(reply, operation.envelope.code))
        .is_some_and(Value::is_number);
    match code.parse::<i64>() {
        Ok(number) if is_number => number.into(),
        _ => code.into(),
    }
}

/// Writes code and message.
pub(crate) fn write_status(reply: &mut Value, operation: &Operation, code: &str, words: &str) {
    put(reply, operation.envelope.code, code_value(operation, code));
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

/// The first documented status of a class.
pub(crate) fn of_class(vendor: &'static Vendor, class: Class) -> Option<&'static Status> {
    vendor.statuses.iter().find(|status| status.class == class)
}

/// A refusal in the vendor's words, without content and order number, as the one documented example of a failure is.
///
/// Where the document prints no code for the cause, the refusal is an HTTP status with a short text, as a gateway in
/// front of the product would send it.
pub(crate) fn refuse(
    operation: &'static Operation,
    refusal: &Refusal,
) -> (Answered, Option<&'static Status>) {
    let vendor = operation.vendor;
    // The one cause that some documents split further.
    let short = refusal.too_short.then(|| {
        vendor
            .statuses
            .iter()
            .find(|status| status.name == "ParameterTooShort")
    });
    let by_cause = || {
        vendor
            .statuses
            .iter()
            .find(|status| status.causes.contains(&refusal.cause))
    };
    let Some(status) = short.flatten().or_else(by_cause) else {
        return (gateway(refusal), None);
    };
    let words = fill(
        status.meaning,
        [refusal.parameter, refusal.fault.as_deref()],
    );
    (bare(operation, status.code, &words), Some(status))
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
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn braces_are_filled_in_order() {
        let meaning = "参数{}设置错误:{...具体错误信息...}";
        assert_eq!(
            fill(meaning, [Some("q"), Some("不能为空")]),
            "参数q设置错误:不能为空"
        );
        assert_eq!(fill("查询成功", [Some("q"), None]), "查询成功");
        assert_eq!(fill("a{b", [Some("q"), None]), "a{b");
    }

    #[test]
    fn a_value_goes_where_its_path_leads_and_nowhere_else() {
        let mut reply = json!({"a": {"b": 1}, "n": null});
        put(&mut reply, &["a", "c"], 2.into());
        put(&mut reply, &["d", "e"], 3.into());
        put(&mut reply, &["n", "x"], 4.into());
        assert_eq!(
            reply,
            json!({"a": {"b": 1, "c": 2}, "d": {"e": 3}, "n": null})
        );
    }
}
