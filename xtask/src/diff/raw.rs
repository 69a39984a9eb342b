//! Two JSON texts compared as text: for what has faults, and for what is not emitted.

use serde_json::Value;

use crate::read::position::child;

/// At most so many differences of one file are told.
pub(super) const MOST: usize = 20;

/// Where two values differ, as pointer and words.
pub(super) fn differences(old: &Value, new: &Value) -> Vec<(String, String)> {
    let mut found = Vec::new();
    compare("", old, new, &mut found);
    let more = found.len().saturating_sub(MOST);
    found.truncate(MOST);
    if more > 0 {
        found.push((String::new(), format!("and {more} more differences")));
    }
    found
}

fn compare(pointer: &str, old: &Value, new: &Value, found: &mut Vec<(String, String)>) {
    match (old, new) {
        (Value::Object(before), Value::Object(after)) => {
            for (key, value) in before {
                let at = child(pointer, key);
                match after.get(key) {
                    Some(other) => compare(&at, value, other, found),
                    None => found.push((at, format!("{} was removed", brief(value)))),
                }
            }
            let added = after.iter().filter(|(key, _)| !before.contains_key(*key));
            found.extend(
                added.map(|(key, value)| {
                    (child(pointer, key), format!("{} was added", brief(value)))
                }),
            );
        }
        (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
            for (index, (old, new)) in before.iter().zip(after).enumerate() {
                compare(&child(pointer, &index.to_string()), old, new, found);
            }
        }
        (old, new) if old == new => {}
        (Value::Array(before), Value::Array(after)) => {
            let added = after.iter().filter(|item| !before.contains(item));
            found.extend(
                added.map(|item| (pointer.to_owned(), format!("{} was added", brief(item)))),
            );
            let removed = before.iter().filter(|item| !after.contains(item));
            found.extend(
                removed.map(|item| (pointer.to_owned(), format!("{} was removed", brief(item)))),
            );
        }
        (old, new) => found.push((
            pointer.to_owned(),
            format!("was {}, is {}", brief(old), brief(new)),
        )),
    }
}

/// A value on one line, as code; long ones by their beginning.
fn brief(value: &Value) -> String {
    const LONGEST: usize = 80;
    let text = value.to_string();
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    super::change::code(&short)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn differences_are_told_with_their_place() {
        let old = json!({ "a": 1, "b": [1, 2], "c": { "d/e": "x" }, "same": [{}] });
        let new = json!({ "b": [1, 2, 3], "c": { "d/e": "y" }, "same": [{}], "f": null });
        let told = |pointer: &str, words: &str| (pointer.to_owned(), words.to_owned());
        assert_eq!(
            differences(&old, &new),
            [
                told("/a", "`1` was removed"),
                told("/b", "`3` was added"),
                told("/c/d~1e", "was `\"x\"`, is `\"y\"`"),
                told("/f", "`null` was added"),
            ]
        );
    }

    #[test]
    fn a_file_that_is_all_different_does_not_fill_the_report() {
        let list = |from: i32| {
            (from..from + 50)
                .map(|n| (n.to_string(), json!(n)))
                .collect()
        };
        let found = differences(&Value::Object(list(0)), &Value::Object(list(100)));
        assert_eq!(found.len(), MOST + 1);
        assert_eq!(
            found.last().map(|(_, words)| words.as_str()),
            Some("and 80 more differences")
        );
    }
}
