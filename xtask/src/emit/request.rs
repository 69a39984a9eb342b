//! The request type: what the document requires stands in the constructor, the rest in setters.

use super::choice::closed;
use super::data::{own, path, quoted};
use super::flow::{self, Line, MARGIN};
use super::text::{Function, Item, Written, docs, of_schemars};
use super::value::{self, is_list, taken, ty};
use crate::model::doc::english;
use crate::model::{Enumeration, Object, Parameter, ParameterType};

/// The request, the objects in it and the enumerations of its parameters.
#[must_use]
pub fn request(parameters: &[Parameter], objects: &[Object]) -> Vec<Item> {
    let asked = fields(parameters);
    let mut out = docs(&["What is asked.".into()], 0);
    out.push_str(&declared("Request", &asked, is_exact(&asked, objects)));
    let arguments = Function {
        head: "fn arguments",
        arguments: &["&self"],
        returns: " -> request::Arguments",
        body: &arguments(&asked),
        ..Function::default()
    };
    let associated =
        "    type Reply = Reply;\n    const OPERATION: &'static spec::Operation = &OPERATION;";
    let mut items = vec![
        Item::lines(out),
        Item::Impl(
            "impl Request".into(),
            methods(&asked, "A request with what the document requires."),
        ),
        Item::Impl(
            "impl operation::Request for Request".into(),
            vec![Written::lines(associated.into()), arguments.written()],
        ),
    ];
    for object in objects {
        let members = fields(&object.members);
        items.extend(value::object(object, is_exact(&members, objects)));
    }
    let members = objects.iter().flat_map(|object| &object.members);
    for parameter in parameters.iter().chain(members) {
        if let Some(enumeration) = enumeration(&parameter.ty) {
            items.extend(closed(enumeration));
        }
    }
    items
}

/// What callers give.
pub(super) fn fields(parameters: &[Parameter]) -> Vec<&Parameter> {
    let given = parameters.iter().filter(|it| !it.ty.is_constant());
    given.collect()
}

fn enumeration(ty: &ParameterType) -> Option<&Enumeration> {
    match ty {
        ParameterType::Enumeration(enumeration) => Some(enumeration),
        ParameterType::List(item, _) | ParameterType::JsonText(item) => enumeration(&item.ty),
        _ => None,
    }
}

/// Whether two values are equal or not, and never neither, as numbers with a fraction may be.
pub(crate) fn is_exact(fields: &[&Parameter], objects: &[Object]) -> bool {
    fields.iter().all(|field| exact(&field.ty, objects))
}

fn exact(ty: &ParameterType, objects: &[Object]) -> bool {
    match ty {
        ParameterType::Number => false,
        ParameterType::List(item, _) | ParameterType::JsonText(item) => exact(&item.ty, objects),
        ParameterType::Object(name) => objects
            .iter()
            .filter(|object| object.name == *name)
            .all(|object| is_exact(&fields(&object.members), objects)),
        _ => true,
    }
}

/// A struct that callers fill, behind its documentation.
pub(super) fn declared(name: &str, fields: &[&Parameter], exact: bool) -> String {
    let mut derived = vec!["Debug", "Clone", "PartialEq"];
    if exact {
        derived.push("Eq");
    }
    if fields.iter().all(|parameter| !parameter.required) {
        derived.push("Default");
    }
    let mut out = format!("#[derive({})]\n", derived.join(", "));
    out.push_str(&of_schemars(&["derive(schemars::JsonSchema)"], 0));
    out.push_str(&format!("#[non_exhaustive]\npub struct {name} {{"));
    if !fields.is_empty() {
        out.push('\n');
    }
    for parameter in fields {
        field(parameter, &mut out);
    }
    out.push('}');
    out
}

/// The constructor and the setters.
pub(super) fn methods(fields: &[&Parameter], about: &str) -> Vec<Written> {
    let optional = fields.iter().filter(|parameter| !parameter.required);
    std::iter::once(constructor(fields, about))
        .chain(optional.map(|parameter| setter(parameter)))
        .collect()
}

fn field(parameter: &Parameter, out: &mut String) {
    let mut rules = Vec::new();
    if parameter.wire != parameter.rust {
        rules.push(format!("rename = {}", quoted(&parameter.wire)));
    }
    rules.extend(limits(&parameter.ty, parameter.min, parameter.max));
    if let ParameterType::List(item, _) = &parameter.ty {
        let limits = limits(&item.ty, item.min, item.max);
        rules.extend(limits.map(|limits| format!("inner({limits})")));
    }
    if is_list(&parameter.ty) && !parameter.required {
        // An empty list is one that is left out; without this, its JSON Schema would demand it.
        rules.push("default".into());
        rules.push(r#"skip_serializing_if = "Vec::is_empty""#.into());
    }
    out.push_str(&docs(&parameter.doc, 4));
    if !rules.is_empty() {
        let rules = format!("schemars({})", rules.join(", "));
        out.push_str(&of_schemars(&[&rules], 4));
    }
    let (name, ty) = (&parameter.rust, ty(&parameter.ty));
    if parameter.required || is_list(&parameter.ty) {
        out.push_str(&format!("    pub {name}: {ty},\n"));
    } else {
        out.push_str(&format!("    pub {name}: Option<{ty}>,\n"));
    }
}

/// What a JSON Schema is to say of the least and the most.
fn limits(ty: &ParameterType, min: Option<i64>, max: Option<i64>) -> Option<String> {
    let limits = [("min", min), ("max", max)].into_iter();
    let limits = limits.filter_map(|(key, limit)| {
        let limit = limit?;
        // Where nothing says a type, the compiler takes a number for 32 bits.
        let suffix = i32::try_from(limit).map_or("i64", |_| "");
        Some(format!("{key} = {limit}{suffix}"))
    });
    let limits: Vec<String> = limits.collect();
    let kind = match ty {
        ParameterType::Integer | ParameterType::Number => "range",
        ParameterType::Text | ParameterType::Personal | ParameterType::List(..) => "length",
        _ => return None,
    };
    (!limits.is_empty()).then(|| format!("{kind}({})", limits.join(", ")))
}

fn constructor(parameters: &[&Parameter], about: &str) -> Written {
    let required: Vec<&&Parameter> = parameters
        .iter()
        .filter(|parameter| parameter.required)
        .collect();
    if required.is_empty() {
        let doc = about.replace(
            " with what the document requires.",
            "; the document requires nothing.",
        );
        let function = Function {
            doc: &[doc],
            attributes: &["#[must_use]"],
            head: "pub fn new",
            returns: " -> Self",
            body: "        Self::default()\n",
            ..Function::default()
        };
        return function.written();
    }
    let said = required
        .iter()
        .map(|parameter| format!("`{}`: {}", parameter.rust, english(&parameter.description)));
    let doc: Vec<String> = std::iter::once(about.to_owned()).chain(said).collect();
    let takes: Vec<String> = required.iter().map(|it| taken(it).0).collect();
    let takes: Vec<&str> = takes.iter().map(String::as_str).collect();
    let fields = parameters.iter().map(|parameter| {
        let value = match taken(parameter).1 {
            _ if !parameter.required && is_list(&parameter.ty) => Some("Vec::new()".into()),
            _ if !parameter.required => Some("None".into()),
            value if value == parameter.rust => None,
            value => Some(value),
        };
        (parameter.rust.as_str(), value.map(path))
    });
    let mut body = " ".repeat(8);
    let line = Line {
        indent: 8,
        space: MARGIN - 8,
        behind: 0,
    };
    flow::print(&own(fields), line, &mut body);
    body.push('\n');
    let many = required.len() > 7;
    let attributes = ["#[must_use]", "#[allow(clippy::too_many_arguments)]"];
    let function = Function {
        doc: &doc,
        attributes: &attributes[..1 + usize::from(many)],
        head: "pub fn new",
        arguments: &takes,
        returns: " -> Self",
        body: &body,
    };
    function.written()
}

fn setter(parameter: &Parameter) -> Written {
    let name = &parameter.rust;
    let (takes, mut value) = taken(parameter);
    if !is_list(&parameter.ty) {
        value = format!("Some({value})");
    }
    let function = Function {
        doc: parameter.doc.get(..1).unwrap_or_default(),
        attributes: &["#[must_use]"],
        head: &format!("pub fn {name}"),
        arguments: &["mut self", &takes],
        returns: " -> Self",
        body: &format!("        self.{name} = {value};\n        self\n"),
    };
    function.written()
}

/// The lines that turn the fields into arguments.
fn arguments(fields: &[&Parameter]) -> String {
    if fields.is_empty() {
        return "        request::Arguments::new()\n".into();
    }
    let mut out = String::from("        let mut arguments = request::Arguments::new();\n");
    for parameter in fields {
        push(parameter, &mut out);
    }
    out.push_str("        arguments\n");
    out
}

fn push(parameter: &Parameter, out: &mut String) {
    let (own, wire) = (format!("self.{}", parameter.rust), quoted(&parameter.wire));
    let (around, text) = match &parameter.ty {
        // An empty list is one that is left out.
        ParameterType::List(item, _) if item.ty.is_single() => (
            Some(format!("for value in &{own}")),
            value::text(&item.ty, "value", true),
        ),
        ty if is_list(ty) => (
            Some(format!("if !{own}.is_empty()")),
            value::text(ty, &own, false),
        ),
        ty if parameter.required => (None, value::text(ty, &own, false)),
        ty => (
            Some(format!("if let Some(value) = &{own}")),
            value::text(ty, "value", true),
        ),
    };
    let statement = format!("arguments.push({wire}, {text});\n");
    match around {
        None => out.push_str(&format!("        {statement}")),
        Some(around) => out.push_str(&format!(
            "        {around} {{\n            {statement}        }}\n"
        )),
    }
}
