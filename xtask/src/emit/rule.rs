//! The rules of parameters, as the core reads them.

use super::data::{boolean, call, list, number, option, path, record, text, tuple};
use super::flow::Node;
use crate::model::{Item, ListStyle, Object, Parameter, ParameterType};

/// A type with its limits.
#[derive(Clone, Copy)]
struct Limited<'a> {
    ty: &'a ParameterType,
    min: Option<i64>,
    max: Option<i64>,
}

impl<'a> From<&'a Parameter> for Limited<'a> {
    fn from(parameter: &'a Parameter) -> Self {
        Self {
            ty: &parameter.ty,
            min: parameter.min,
            max: parameter.max,
        }
    }
}

impl<'a> From<&'a Item> for Limited<'a> {
    fn from(item: &'a Item) -> Self {
        Self {
            ty: &item.ty,
            min: item.min,
            max: item.max,
        }
    }
}

/// The rule of a parameter; `objects` are those of its operation.
pub(super) fn rule<'a>(parameter: &'a Parameter, objects: &'a [Object]) -> Node<'a> {
    of(parameter.into(), parameter.place == "json", objects)
}

/// `json` says that the value stands in JSON, where numbers and text are told apart.
fn of<'a>(limited: Limited<'a>, json: bool, objects: &'a [Object]) -> Node<'a> {
    let limits = || {
        [("min", limited.min), ("max", limited.max)]
            .map(|(name, limit)| (name, option(limit.map(number))))
    };
    let sizes = || {
        let least = size(limited.min.unwrap_or(0));
        let most = option(limited.max.map(size));
        [("min", least), ("max", most)]
    };
    match limited.ty {
        ParameterType::Enumeration(enumeration) => {
            let values = enumeration
                .choices
                .iter()
                .map(|choice| tuple([text(&choice.wire), text(&choice.meaning)]));
            let rule = if json && enumeration.integer {
                "spec::Rule::OneOfNumbers"
            } else {
                "spec::Rule::OneOf"
            };
            call(rule, [list(values)])
        }
        ParameterType::Integer => record("spec::Rule::Integer", limits()),
        ParameterType::Number => record("spec::Rule::Number", limits()),
        ParameterType::Boolean => path("spec::Rule::Boolean"),
        ParameterType::Date(pattern) => call("spec::Rule::Date", [text(pattern)]),
        ParameterType::Text | ParameterType::Personal => record("spec::Rule::Text", sizes()),
        ParameterType::Constant { value, quoted } => {
            let fields = [("value", text(value)), ("quoted", boolean(*quoted))];
            record("spec::Rule::Constant", fields)
        }
        ParameterType::List(item, style) => {
            let as_json = matches!(style, ListStyle::Json);
            let items = of((&**item).into(), json || as_json, objects);
            let style = match style {
                ListStyle::Repeated => path("spec::ListStyle::Repeated"),
                ListStyle::Brackets => path("spec::ListStyle::Brackets"),
                ListStyle::Json => path("spec::ListStyle::Json"),
                ListStyle::Joined(by) => call("spec::ListStyle::Joined", [text(by)]),
            };
            let [least, most] = sizes();
            let fields = [("items", items.referred()), least, most, ("style", style)];
            record("spec::Rule::List", fields)
        }
        ParameterType::JsonText(inner) => {
            let inner = of((&**inner).into(), true, objects);
            call("spec::Rule::JsonText", [inner.referred()])
        }
        ParameterType::Object(name) => {
            let members = objects.iter().find(|object| object.name == *name);
            let members = members.into_iter().flat_map(|object| &object.members);
            let members = members.map(|member| {
                let fields = [
                    ("name", text(&member.wire)),
                    ("required", boolean(member.required)),
                    ("rule", of(member.into(), true, objects)),
                ];
                record("spec::Member", fields)
            });
            call("spec::Rule::Object", [list(members)])
        }
    }
}

fn size<'a>(limit: i64) -> Node<'a> {
    number(limit.max(0))
}
