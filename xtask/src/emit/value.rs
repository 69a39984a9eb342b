//! What fields of a request hold, how they are taken, and how they become text or JSON.

use super::data::quoted;
use super::request::{declared, fields, methods};
use super::text::{Function, Item, docs};
use crate::model::{Object, Parameter, ParameterType};

/// The type of a value.
pub(super) fn ty(ty: &ParameterType) -> String {
    match ty {
        ParameterType::Text | ParameterType::Constant { .. } => "String".into(),
        ParameterType::Personal => "wire::Personal".into(),
        ParameterType::Integer => "i64".into(),
        ParameterType::Number => "f64".into(),
        ParameterType::Boolean => "bool".into(),
        ParameterType::Date(_) => "record::Date".into(),
        ParameterType::Enumeration(enumeration) => enumeration.name.clone(),
        ParameterType::Object(name) => name.clone(),
        ParameterType::List(item, _) => format!("Vec<{}>", self::ty(&item.ty)),
        ParameterType::JsonText(inner) => self::ty(&inner.ty),
    }
}

/// Whether a value is text that callers may give in any form.
fn is_text(ty: &ParameterType) -> bool {
    matches!(ty, ParameterType::Text | ParameterType::Personal)
}

/// What holds JSON text holds what the text does.
fn inside(ty: &ParameterType) -> &ParameterType {
    match ty {
        ParameterType::JsonText(inner) => inside(&inner.ty),
        other => other,
    }
}

/// How a value is taken, and how it is turned into the field's type.
pub(super) fn taken(parameter: &Parameter) -> (String, String) {
    let (name, ty) = (&parameter.rust, self::ty(&parameter.ty));
    match inside(&parameter.ty) {
        ParameterType::List(item, _) => {
            let inner = self::ty(&item.ty);
            if is_text(&item.ty) {
                (
                    format!("{name}: impl IntoIterator<Item = impl Into<{inner}>>"),
                    format!("{name}.into_iter().map(Into::into).collect()"),
                )
            } else {
                (
                    format!("{name}: impl IntoIterator<Item = {inner}>"),
                    format!("{name}.into_iter().collect()"),
                )
            }
        }
        text if is_text(text) => (format!("{name}: impl Into<{ty}>"), format!("{name}.into()")),
        _ => (format!("{name}: {ty}"), name.clone()),
    }
}

/// Whether leaving it out is the field's own empty value, and no `Option` stands around it.
pub(super) fn is_list(ty: &ParameterType) -> bool {
    matches!(inside(ty), ParameterType::List(..))
}

/// A single value as text. `reference` says that the value is one.
pub(super) fn text(ty: &ParameterType, value: &str, reference: bool) -> String {
    match ty {
        ParameterType::Text | ParameterType::Personal => format!("{value}.as_str()"),
        ParameterType::Enumeration(_) => format!("{value}.as_wire()"),
        ParameterType::Date(pattern) => {
            let day = dereferenced(value, reference);
            format!("request::date({day}, {})", quoted(pattern))
        }
        ParameterType::Integer | ParameterType::Number | ParameterType::Boolean => {
            format!("{value}.to_string()")
        }
        ParameterType::List(..)
        | ParameterType::Object(_)
        | ParameterType::JsonText(_)
        | ParameterType::Constant { .. } => {
            let json = json(inside(ty), value, reference);
            format!("request::json({json})")
        }
    }
}

fn dereferenced(value: &str, reference: bool) -> String {
    if reference {
        format!("*{value}")
    } else {
        value.to_owned()
    }
}

/// A value as something that serialises as the JSON on the wire: a reference to it.
fn json(ty: &ParameterType, value: &str, reference: bool) -> String {
    match ty {
        ParameterType::Enumeration(enumeration) if enumeration.integer => {
            format!("&request::number({value}.as_wire())")
        }
        ParameterType::Enumeration(_) => format!("{value}.as_wire()"),
        ParameterType::Date(_) | ParameterType::JsonText(_) => {
            let text = text(ty, value, reference);
            format!("&{text}")
        }
        ParameterType::List(item, _) if !is_plain(&item.ty) => {
            let inner = owned(&item.ty);
            format!("&{value}.iter().map(|value| {inner}).collect::<Vec<_>>()")
        }
        _ if reference => value.to_owned(),
        _ => format!("&{value}"),
    }
}

/// An item of a list, made new: what stands in a list cannot be borrowed from the closure that makes it.
fn owned(ty: &ParameterType) -> String {
    let value = "value";
    match ty {
        ParameterType::Enumeration(enumeration) if enumeration.integer => {
            "request::number(value.as_wire())".to_owned()
        }
        ParameterType::List(item, _) if !is_plain(&item.ty) => {
            let inner = owned(&item.ty);
            format!("value.iter().map(|value| {inner}).collect::<Vec<_>>()")
        }
        other if is_plain(other) => value.into(),
        other => text(other, value, true),
    }
}

/// Whether the type itself serialises as the JSON on the wire.
fn is_plain(ty: &ParameterType) -> bool {
    match ty {
        ParameterType::Enumeration(_) | ParameterType::Date(_) | ParameterType::JsonText(_) => {
            false
        }
        ParameterType::List(item, _) => is_plain(&item.ty),
        _ => true,
    }
}

/// An object of a JSON body: what the document requires stands in the constructor, as in a request.
pub(super) fn object(object: &Object, exact: bool) -> Vec<Item> {
    let members = fields(&object.members);
    let mut out = docs(&object.doc, 0);
    out.push_str(&declared(&object.name, &members, exact));
    let writer = Function {
        head: "fn serialize<S: serde::Serializer>",
        arguments: &["&self", "serializer: S"],
        returns: " -> Result<S::Ok, S::Error>",
        body: &writer(&members),
        ..Function::default()
    };
    let name = &object.name;
    vec![
        Item::lines(out),
        Item::Impl(
            format!("impl {name}"),
            methods(&members, "The object with what the document requires."),
        ),
        Item::Impl(
            format!("impl serde::Serialize for {name}"),
            vec![writer.written()],
        ),
    ]
}

/// How an object is written: what was left out is not there.
fn writer(members: &[&Parameter]) -> String {
    if members.is_empty() {
        return "        let members = serializer.serialize_map(None)?;\n        serde::ser::SerializeMap::end(members)\n".into();
    }
    let mut out = String::from("        let mut members = serializer.serialize_map(None)?;\n");
    for member in members {
        let (field, wire) = (&member.rust, quoted(&member.wire));
        let entry = |value: &str, reference| {
            let value = json(&member.ty, value, reference);
            format!("serde::ser::SerializeMap::serialize_entry(&mut members, {wire}, {value})?;\n")
        };
        let own = format!("self.{field}");
        let condition = if member.required {
            out.push_str(&format!("        {}", entry(&own, false)));
            continue;
        } else if is_list(&member.ty) {
            format!(
                "if !{own}.is_empty() {{\n            {}",
                entry(&own, false)
            )
        } else {
            let entry = entry("value", true);
            format!("if let Some(value) = &{own} {{\n            {entry}")
        };
        out.push_str(&format!("        {condition}        }}\n"));
    }
    out.push_str("        serde::ser::SerializeMap::end(members)\n");
    out
}
