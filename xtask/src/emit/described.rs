//! What a reply holds, as data.

use super::data::{call, list, path, record, text};
use super::flow::Node;
use crate::model::described::{Form, Member, Object};

/// The objects of a reply.
#[must_use]
pub(super) fn described(objects: &[Object]) -> Node<'_> {
    list(objects.iter().map(object))
}

fn object(object: &Object) -> Node<'_> {
    let fields = [
        ("name", text(&object.name)),
        ("schema", text(&object.schema)),
        ("fields", list(object.fields.iter().map(field))),
    ];
    record("spec::Object", fields)
}

fn field(field: &Member) -> Node<'_> {
    let constructor = if field.required {
        "spec::Field::required"
    } else {
        "spec::Field::new"
    };
    call(constructor, [text(&field.wire), form(&field.form)])
}

fn form(it: &Form) -> Node<'_> {
    match it {
        Form::Text => path("spec::Shape::Text"),
        Form::Integer => path("spec::Shape::Integer"),
        Form::Number => path("spec::Shape::Number"),
        Form::Boolean => path("spec::Shape::Boolean"),
        Form::Any(types) => {
            let types = types
                .iter()
                .map(|it| path(format!("spec::JsonType::{}", json_type(it))));
            call("spec::Shape::Any", [list(types)])
        }
        Form::Choice(name) => path(format!("<{name} as wire::OpenEnum>::SHAPE")),
        Form::JsonText(inner) => {
            let inner = inner.as_ref().map(|inner| form(inner).referred());
            call("spec::Shape::JsonText", [super::data::option(inner)])
        }
        Form::List(inner) => call("spec::Shape::List", [form(inner).referred()]),
        Form::Map(inner) => call("spec::Shape::Map", [form(inner).referred()]),
        Form::Object(name) => call("spec::Shape::Object", [text(name)]),
        Form::Or(instead, inner) => {
            let instead = instead
                .iter()
                .map(|name| path(format!("spec::Instead::{name}")));
            call("spec::Shape::Or", [list(instead), form(inner).referred()])
        }
    }
}

/// The core's name of a type of JSON Schema.
fn json_type(name: &str) -> &'static str {
    match name {
        "boolean" => "Boolean",
        "integer" => "Integer",
        "number" => "Number",
        "string" => "Text",
        "array" => "List",
        "object" => "Object",
        _ => "Null",
    }
}
