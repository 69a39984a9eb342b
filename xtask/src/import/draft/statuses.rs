//! Status codes as `vendor.json` has them.

use serde_json::{Value, json};

use crate::import::codes::{self, Code};
use crate::import::remark::Remarks;
use crate::import::types::Kind;
use crate::new::PLACEHOLDER;

/// The codes; one that is a placeholder as a whole if none is printed.
pub(super) fn statuses(printed: &[Code], kind: Option<Kind>, remarks: &mut Remarks) -> Vec<Value> {
    if printed.is_empty() {
        return vec![json!({
            "code": PLACEHOLDER,
            "name": PLACEHOLDER,
            "meaning": PLACEHOLDER,
            "description": PLACEHOLDER,
            "class": PLACEHOLDER,
        })];
    }
    let as_number = |code: &str| {
        code.parse::<i64>()
            .ok()
            .filter(|number| number.to_string() == code)
    };
    let numbers =
        kind == Some(Kind::Integer) && printed.iter().all(|code| as_number(&code.code).is_some());
    if !matches!(kind, Some(Kind::Text | Kind::Integer)) {
        let reason =
            "Whether codes are sent as text or as numbers is not printed; drafted as text.";
        remarks.unsure(printed[0].line, &printed[0].code, reason);
    }
    let is_success = |code: &&Code| codes::guess(&code.meaning) == Some("success");
    let one_success = printed.iter().filter(is_success).count() == 1;
    let mut statuses = Vec::new();
    for code in printed {
        let guess = codes::guess(&code.meaning).filter(|class| *class != "success" || one_success);
        let wire = match as_number(&code.code) {
            Some(number) if numbers => number.into(),
            _ => Value::from(code.code.as_str()),
        };
        let mut status = json!({
            "code": wire,
            "name": name(&code.code),
            "meaning": code.meaning,
            "description": format!("{PLACEHOLDER}: one English line."),
            "class": guess.unwrap_or(PLACEHOLDER),
        });
        if let Some(valid) = code.valid_request {
            status["valid_request"] = valid.into();
        }
        if !code.old_code.is_empty() {
            status["old_code"] = code.old_code.clone().into();
        }
        let mut notes = code.others.clone();
        if let Some(class) = guess {
            notes.push(format!("{PLACEHOLDER}: the class `{class}` is a guess by the meaning's words; confirm it and drop this note."));
        }
        if !notes.is_empty() {
            status["notes"] = notes.join(" ").into();
        }
        statuses.push(status);
    }
    statuses
}

/// A name that a variant can have until somebody gives it a better one.
fn name(code: &str) -> String {
    let minus = if code.starts_with('-') { "Minus" } else { "" };
    let rest: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    format!("{PLACEHOLDER}{minus}{rest}")
}
