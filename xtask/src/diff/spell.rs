//! Types as a caller writes them, as they are emitted.

use crate::model::described::Form;
use crate::model::{ParameterType, Ty};

/// The type of a reply's field, inside its `Field`.
pub(super) fn ty(ty: &Ty) -> String {
    match ty {
        Ty::Text => "Text".into(),
        Ty::Personal => "Personal".into(),
        Ty::Integer => "i64".into(),
        Ty::Number => "f64".into(),
        Ty::Boolean => "bool".into(),
        Ty::JsonText(_) => "JsonText".into(),
        Ty::Any => "Any".into(),
        Ty::Named(name) => name.clone(),
        Ty::Boxed(name) => format!("Box<{name}>"),
        Ty::List(inner) => format!("Vec<{}>", self::ty(inner)),
        Ty::Map(inner) => format!("BTreeMap<String, Field<{}>>", self::ty(inner)),
    }
}

/// A field of a reply with its type.
pub(super) fn field(rust: &str, ty: &Ty) -> String {
    format!("`{rust}: Field<{}>`", self::ty(ty))
}

/// The type of a parameter's value.
pub(super) fn parameter(ty: &ParameterType) -> String {
    match ty {
        ParameterType::Text | ParameterType::Constant { .. } => "String".into(),
        ParameterType::Personal => "Personal".into(),
        ParameterType::Integer => "i64".into(),
        ParameterType::Number => "f64".into(),
        ParameterType::Boolean => "bool".into(),
        ParameterType::Date(_) => "Date".into(),
        ParameterType::Enumeration(enumeration) => enumeration.name.clone(),
        ParameterType::Object(name) => name.clone(),
        ParameterType::List(item, _) => format!("Vec<{}>", parameter(&item.ty)),
        ParameterType::JsonText(inner) => parameter(&inner.ty),
    }
}

/// The named type inside a type, if there is one.
pub(super) fn named(ty: &Ty) -> Option<&str> {
    match ty {
        Ty::Named(name) | Ty::Boxed(name) => Some(name),
        Ty::List(inner) | Ty::Map(inner) | Ty::JsonText(Some(inner)) => named(inner),
        Ty::Text
        | Ty::Personal
        | Ty::Integer
        | Ty::Number
        | Ty::Boolean
        | Ty::JsonText(None)
        | Ty::Any => None,
    }
}

/// What observers expect of a value. Named types are not named: their own change is told elsewhere.
pub(super) fn form(form: &Form) -> String {
    match form {
        Form::Text => "text".into(),
        Form::Integer => "integer".into(),
        Form::Number => "number".into(),
        Form::Boolean => "boolean".into(),
        Form::Any(types) if types.is_empty() => "anything".into(),
        Form::Any(types) => types.join(" or "),
        Form::Choice(_) | Form::Object(_) => "its type".into(),
        Form::JsonText(None) => "JSON in text".into(),
        Form::JsonText(Some(inner)) => format!("JSON in text of {}", self::form(inner)),
        Form::List(inner) => format!("list of {}", self::form(inner)),
        Form::Map(inner) => format!("map of {}", self::form(inner)),
        Form::Or(instead, inner) => {
            let instead: Vec<String> = instead.iter().map(|name| spaced(name)).collect();
            format!("{} or {}", self::form(inner), instead.join(" or "))
        }
    }
}

/// The words of a name in Rust.
fn spaced(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(letter.to_lowercase());
    }
    words
}
