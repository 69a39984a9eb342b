//! Types as a caller writes them, as they are emitted.

use crate::model::{ParameterType, Ty};

/// The type of a reply's field, inside its `Field`.
pub(super) fn ty(ty: &Ty) -> String {
    match ty {
        Ty::Text => "String".into(),
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
pub(super) fn parameter(ty: &ParameterType) -> &str {
    match ty {
        ParameterType::Text => "String",
        ParameterType::Personal => "Personal",
        ParameterType::Integer => "i64",
        ParameterType::Enumeration(enumeration) => &enumeration.name,
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
