//! Holds the tables against the printed replies: the example wins.
//!
//! A reply shows where a table belongs that no line places, which fields no table describes, and where a
//! printed type is not what is sent.

use serde_json::{Map, Value};

use super::example::Example;
use super::field::{self, Field};
use super::remark::Remarks;
use super::types::{self, Kind};

const ONLY_IN_EXAMPLE: &str = "The field is in the printed reply only; no table describes it.";

/// Corrects and completes the reply's fields by an example.
pub(super) fn merge(reply: &mut Vec<Field>, example: &Example, remarks: &mut Remarks) {
    let Some(object) = example.value.as_object() else {
        return;
    };
    relocate(reply, object, example, remarks);
    fields(reply, object, example, remarks);
}

/// Moves fields that stand at the root, and that the example shows together at one other place, there.
fn relocate(
    reply: &mut Vec<Field>,
    root: &Map<String, Value>,
    example: &Example,
    remarks: &mut Remarks,
) {
    let strayed = |field: &Field| !root.contains_key(&field.name);
    let names: Vec<String> = reply
        .iter()
        .filter(|field| strayed(field))
        .map(|field| field.name.clone())
        .collect();
    let Some(first) = reply.iter().find(|field| strayed(field)) else {
        return;
    };
    let line = first.line;
    let told = names.join(", ");
    let mut objects: Vec<(Vec<String>, Vec<&String>)> = Vec::new();
    collect(root, &mut Vec::new(), &mut objects);
    objects.retain(|(_, keys)| names.iter().all(|name| keys.contains(&name)));
    let [(path, _)] = &objects[..] else {
        let reason = "The printed reply does not show this at its root, nor at any one other place; drafted at the root.";
        return remarks.unsure(line, &told, reason);
    };
    let reason = format!(
        "Where this stands is not said; the printed reply shows it in `{}`.",
        path.join(".")
    );
    remarks.unsure(line, &told, reason);
    let (moved, kept) = std::mem::take(reply).into_iter().partition(strayed);
    *reply = kept;
    let mut value = path.first().and_then(|name| root.get(name));
    for (depth, name) in path.iter().enumerate() {
        let Some(shown) = value else { break };
        if let Some(fields) = field::at_mut(reply, &path[..depth])
            && field::named(fields, name).is_none()
        {
            remarks.unsure(example.line_of(name), name, ONLY_IN_EXAMPLE);
            fields.push(of_example(name, shown, example));
        }
        value = inner(shown).and_then(|object| object.get(path.get(depth + 1)?));
    }
    if let Some(fields) = field::at_mut(reply, path) {
        let moved: Vec<Field> = moved;
        let is_new = |field: &Field, fields: &[Field]| field::named(fields, &field.name).is_none();
        for field in moved {
            if is_new(&field, fields) {
                fields.push(field);
            } else {
                let reason = "There are two fields of this name at the place where the printed reply shows it.";
                remarks.left_out(field.line, &field.name, reason);
            }
        }
    }
}

/// All objects below the root, by the names on the way to them; elements of one list are one.
fn collect<'a>(
    object: &'a Map<String, Value>,
    path: &mut Vec<String>,
    into: &mut Vec<(Vec<String>, Vec<&'a String>)>,
) {
    for (name, value) in object {
        if let Some(inner) = inner(value) {
            path.push(name.clone());
            into.push((path.clone(), inner.keys().collect()));
            collect(inner, path, into);
            path.pop();
        }
    }
}

/// The object that a value is, or that its first element is.
fn inner(value: &Value) -> Option<&Map<String, Value>> {
    match value {
        Value::Array(items) => items.first()?.as_object(),
        value => value.as_object(),
    }
}

fn fields(
    known: &mut Vec<Field>,
    object: &Map<String, Value>,
    example: &Example,
    remarks: &mut Remarks,
) {
    for (name, value) in object {
        if !known.iter().any(|field| field.name == *name) {
            remarks.unsure(example.line_of(name), name, ONLY_IN_EXAMPLE);
            known.push(of_example(name, value, example));
        }
        let Some(field) = known.iter_mut().find(|field| field.name == *name) else {
            continue;
        };
        correct(field, value, remarks);
        let items = match value {
            Value::Array(items) => items.as_slice(),
            value => std::slice::from_ref(value),
        };
        for object in items.iter().filter_map(Value::as_object) {
            fields(&mut field.children, object, example, remarks);
        }
    }
}

fn of_example(name: &str, value: &Value, example: &Example) -> Field {
    Field {
        name: name.to_owned(),
        line: example.line_of(name),
        kind: shown(value),
        is_of_example: true,
        comments: vec!["In the example only; no table describes it.".into()],
        ..Field::default()
    }
}

/// The type that a value shows.
fn shown(value: &Value) -> Option<Kind> {
    match value {
        Value::Null => None,
        Value::Bool(_) => Some(Kind::Boolean),
        Value::Number(number) if number.is_i64() => Some(Kind::Integer),
        Value::Number(_) => Some(Kind::Number),
        Value::String(_) => Some(Kind::Text),
        Value::Array(items) => Some(Kind::List(items.first().and_then(shown).map(Box::new))),
        Value::Object(_) => Some(Kind::Object),
    }
}

/// The example wins over the printed type, and the contradiction is written down.
fn correct(field: &mut Field, value: &Value, remarks: &mut Remarks) {
    let Some(shown) = shown(value) else {
        field.is_nullable = true;
        return;
    };
    let Some(known) = &field.kind else {
        // Nothing was known, or two types were seen already.
        if field.contradiction.is_none() {
            field.kind = Some(shown);
        }
        return;
    };
    match (known, &shown) {
        _ if *known == shown => {}
        (Kind::List(Some(_)), Kind::List(None)) => {}
        (Kind::List(None), Kind::List(_)) => field.kind = Some(shown),
        (Kind::Number, Kind::Integer) => {
            // `Number` leaves fractions open, `double` does not.
            if field.printed.kind.eq_ignore_ascii_case("number") {
                let reason = "Printed as Number; the printed reply shows whole numbers, so it is drafted as one.";
                remarks.unsure(field.line, &field.name, reason);
                field.kind = Some(shown);
            }
        }
        _ if field.is_of_example => {
            let said = "The example shows it with two types.";
            remarks.unsure(
                field.line,
                &field.name,
                format!("{said} It is drafted without one."),
            );
            field.contradiction = Some(said.into());
            field.kind = None;
        }
        // The type was none that is known, and the draft took it for an object.
        _ if types::printed(&field.printed.kind).kind.is_none() => field.kind = Some(shown),
        _ => {
            let said = format!(
                "The table prints {}, the example shows {}.",
                field.printed.kind,
                shown.word()
            );
            remarks.unsure(field.line, &field.name, format!("{said} The example wins."));
            field.contradiction = Some(said);
            field.kind = Some(shown);
        }
    }
}
