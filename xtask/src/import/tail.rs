//! The end of a printed reply that was closed too early.
//!
//! Extraction may close all brackets at the end of a page and go on with the next record. What stands
//! last is then as certain as what stands first: read from its end, the last line closes the reply, and a key
//! before it is the reply's own.

use serde_json::{Map, Value};

use super::document::{Line, words};

/// An object or a list of which the end has been read, and the beginning has not.
enum Open {
    Object(Vec<(String, Value)>),
    List,
}

/// Puts the keys that are read from the end of a text into the reply, and says which.
pub(super) fn attach(reply: &mut Value, lines: &[Line]) -> Vec<String> {
    let mut open = open_at_the_end(lines).into_iter();
    let mut added = Vec::new();
    let (Some(root), Some(Open::Object(keys))) = (reply.as_object_mut(), open.next()) else {
        return added;
    };
    add(root, keys, &mut added);
    // One level further in only if there is one object that can be meant.
    let mut objects = root.values_mut().filter_map(Value::as_object_mut);
    if let (Some(Open::Object(keys)), Some(inner), None) =
        (open.next(), objects.next(), objects.next())
    {
        let lists = inner.values().filter(|value| value.is_array()).count();
        let fits = match open.next() {
            Some(Open::List) => lists == 1,
            Some(Open::Object(_)) => false,
            None => true,
        };
        if fits {
            add(inner, keys, &mut added);
        }
    }
    added
}

fn add(object: &mut Map<String, Value>, keys: Vec<(String, Value)>, added: &mut Vec<String>) {
    for (name, value) in keys.into_iter().rev() {
        if !object.contains_key(&name) {
            added.push(name.clone());
            object.insert(name, value);
        }
    }
}

/// What is open, outermost first, where a line is reached that is not whole.
fn open_at_the_end(lines: &[Line]) -> Vec<Open> {
    let mut open: Vec<Open> = Vec::new();
    let lines = lines
        .iter()
        .rev()
        .map(|line| words(&line.text).trim_end_matches(','));
    for line in lines.filter(|line| !line.is_empty()) {
        let begun = match line {
            "}" => {
                open.push(Open::Object(Vec::new()));
                continue;
            }
            "]" => {
                open.push(Open::List);
                continue;
            }
            "{" | "[" => line,
            _ => {
                let Some((name, value)) = key(line) else {
                    break;
                };
                match (value, open.last_mut()) {
                    ("{" | "[", _) => value,
                    (value, Some(Open::Object(keys))) => {
                        let Ok(value) = serde_json::from_str(value) else {
                            break;
                        };
                        keys.push((name.to_owned(), value));
                        continue;
                    }
                    _ => break,
                }
            }
        };
        // The last that was closed begins here; what closes the reply itself must not.
        let fits = match open.last() {
            Some(Open::Object(_)) => begun == "{",
            Some(Open::List) => begun == "[",
            None => false,
        };
        if !fits || open.len() == 1 {
            break;
        }
        open.pop();
    }
    open
}

/// `"name": value`
fn key(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.strip_prefix('"')?.split_once('"')?;
    Some((name, words(value).strip_prefix(':').map(words)?))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn lines(text: &str) -> Vec<Line> {
        let line = |(index, text): (usize, &str)| Line {
            number: index + 1,
            text: text.to_owned(),
        };
        text.lines().enumerate().map(line).collect()
    }

    #[test]
    fn keys_behind_the_records_are_read_from_the_end() {
        let end = "\"a\": 1,\n>b\": [\n{\n\"c\": 2\n}\n]\n}\n],\n\"order\": \"X1\"\n},\n\"status\": 0\n}\n";
        let mut reply = json!({ "reason": "ok", "result": { "data": [] } });
        assert_eq!(attach(&mut reply, &lines(end)), ["status", "order"]);
        let wanted =
            json!({ "reason": "ok", "result": { "data": [], "order": "X1" }, "status": 0 });
        assert_eq!(reply, wanted);
    }

    #[test]
    fn where_two_objects_could_be_meant_none_is_chosen() {
        let end = "],\n\"order\": \"X1\"\n},\n\"status\": 0\n}\n";
        let mut reply = json!({ "one": { "data": [] }, "two": { "data": [] } });
        assert_eq!(attach(&mut reply, &lines(end)), ["status"]);
        // What is no end of a reply says nothing.
        let mut reply = json!({});
        assert!(attach(&mut reply, &lines("\"status\": 0,")).is_empty());
        assert!(attach(&mut reply, &lines("{\n\"status\": 0\n}\n}")).is_empty());
    }
}
