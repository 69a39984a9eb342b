//! Mends printed JSON that has one way only to be mended.

use serde_json::Value;

use super::field::{self, Field};

/// Joins lines that were wrapped inside a text with nothing; says whether there were any.
pub(super) fn join_texts(json: &str) -> (String, bool) {
    let mut joined = String::with_capacity(json.len());
    let (mut in_text, mut escaped, mut wrapped) = (false, false, false);
    let mut characters = json.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            _ if escaped => escaped = false,
            '\\' if in_text => escaped = true,
            '"' => in_text = !in_text,
            '\n' if in_text => {
                wrapped = true;
                joined.truncate(joined.trim_end().len());
                while characters.next_if(|next| next.is_whitespace()).is_some() {}
                continue;
            }
            _ => {}
        }
        joined.push(c);
    }
    (joined, wrapped)
}

/// Puts back the one `}` that a text lacks, if the tables leave one place for it: every object that
/// a table describes must then have the table's fields and no others.
pub(super) fn close(json: &str, reply: &[Field]) -> Option<(Value, String)> {
    const MOST: usize = 2000;
    let places = places(json)?;
    if places.len() > MOST {
        return None;
    }
    let mut found = None;
    for (place, outer) in places {
        let (before, after) = (json.get(..place)?, json.get(place..)?);
        let text = format!("{before}}}{}{after}", if outer { "" } else { "\n" });
        let Ok(value) = serde_json::from_str::<Value>(&text) else {
            continue;
        };
        if !fits(&value, reply) {
            continue;
        }
        if found.is_some() {
            return None; // two places would do: which was meant is not certain
        }
        let next: String = after
            .trim_start_matches([',', ' ', '\n', '\r', '\t'])
            .chars()
            .take(20)
            .collect();
        let next = next.lines().next().unwrap_or_default().to_owned();
        let repair = format!(
            "The document lacks a }}: it is added before {next}, the one place that fits the tables."
        );
        found = Some((value, repair));
    }
    found
}

/// Where a `}` may be missing: before a comma inside an object inside another, and at the end. Nothing
/// unless exactly one is missing.
fn places(json: &str) -> Option<Vec<(usize, bool)>> {
    let mut open: Vec<char> = Vec::new();
    let mut places = Vec::new();
    let (mut in_text, mut escaped) = (false, false);
    for (at, c) in json.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if in_text => escaped = true,
            '"' => in_text = !in_text,
            _ if in_text => {}
            '{' | '[' => open.push(c),
            '}' if open.pop() != Some('{') => return None,
            ']' if open.pop() != Some('[') => return None,
            ',' if open.len() > 1 && open.last() == Some(&'{') => places.push((at, true)),
            _ => {}
        }
    }
    places.push((json.len(), false));
    (open == ['{']).then_some(places)
}

/// Whether the objects below the root hold what the tables say, and at least one was compared.
fn fits(value: &Value, reply: &[Field]) -> bool {
    let mut compared = 0;
    let inner = value.as_object().into_iter().flatten();
    let all = inner.clone().all(|(name, value)| {
        field::named(reply, name).is_none_or(|field| agrees(value, field, &mut compared))
    });
    all && compared > 0
}

fn agrees(value: &Value, field: &Field, compared: &mut usize) -> bool {
    match value {
        Value::Array(items) => items.iter().all(|item| agrees(item, field, compared)),
        Value::Object(object) if !field.children.is_empty() => {
            *compared += 1;
            let named = |name: &String| field.children.iter().any(|child| child.name == *name);
            object.len() == field.children.len()
                && object.keys().all(named)
                && field.children.iter().all(|child| {
                    object
                        .get(&child.name)
                        .is_some_and(|value| agrees(value, child, compared))
                })
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn field(name: &str, children: Vec<Field>) -> Field {
        Field {
            name: name.into(),
            children,
            ..Field::default()
        }
    }

    #[test]
    fn wrapped_texts_are_joined_and_nothing_else_changes() {
        let (joined, wrapped) = join_texts("{\n\"a\": \"一二\n\n  三\",\n\"b\": \"x\\\"y z\"\n}");
        assert!(wrapped);
        assert_eq!(joined, "{\n\"a\": \"一二三\",\n\"b\": \"x\\\"y z\"\n}");
    }

    #[test]
    fn a_lost_bracket_is_put_where_the_tables_say() {
        let tables = [field(
            "Result",
            vec![field("Found", vec![]), field("Rows", vec![])],
        )];
        let text =
            "{\"Result\": {\"Found\": 1, \"Rows\": [],\n\"Status\": \"200\", \"Note\": \"x\"\n}";
        let (value, repair) = close(text, &tables).expect("one place fits");
        let wanted = json!({"Result": {"Found": 1, "Rows": []}, "Status": "200", "Note": "x"});
        assert_eq!(value, wanted);
        assert!(repair.contains("before \"Status\""), "{repair}");
        // Without a table every place is as good as another.
        assert_eq!(close(text, &[]), None);
        // Two are missing.
        assert_eq!(
            close("{\"Result\": {\"Found\": 1, \"Rows\": [", &tables),
            None
        );
    }
}
