//! The reply's types: structs whose fields are tolerant, the key of each field, and open enumerations.

use super::data::{constant, list, quoted, text, tuple};
use super::text::{Function, Item, Written, arm, docs, of_schemars, variants};
use crate::model::{Enumeration, Field, Path, Struct, Ty};

/// One object.
#[must_use]
pub fn structure(structure: &Struct) -> Item {
    // Not `schemars(required)` on the field: schemars ignores it where serde may leave a field out. And
    // `vec!`, since a long list in plain brackets would exhaust the recursion of `json!`.
    let required: Vec<String> = structure
        .fields
        .iter()
        .filter(|field| field.required)
        .map(|field| quoted(&field.wire))
        .collect();
    let mut out = docs(&structure.doc, 0);
    out.push_str("#[derive(Debug, Clone, PartialEq)]\n");
    out.push_str(DERIVED);
    if !required.is_empty() {
        let required = required.join(", ");
        let extended = format!("schemars(extend(\"required\" = vec![{required}]))");
        out.push_str(&of_schemars(&[&extended], 0));
    }
    out.push_str("#[non_exhaustive]\npub struct ");
    out.push_str(&structure.name);
    out.push_str(" {\n");
    for it in &structure.fields {
        field(it, &mut out);
    }
    out.push_str(EXTRA);
    out.push('}');
    Item::lines(out)
}

/// What schemars is told of every object.
const DERIVED: &str = r#"#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
"#;

/// The last field of every object.
const EXTRA: &str = r#"    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
"#;

/// Which field stands under which key: the core reads and writes by it.
pub(super) fn keys(structure: &Struct, out: &mut String) {
    for text in ["    ", &structure.name, " {\n"] {
        out.push_str(text);
    }
    for field in &structure.fields {
        for text in ["        ", &quoted(&field.wire), " => ", &field.rust, ",\n"] {
            out.push_str(text);
        }
    }
    out.push_str("    }\n");
}

fn field(field: &Field, out: &mut String) {
    out.push_str(&docs(&field.doc, 4));
    if field.wire != field.rust {
        let rename = format!("serde(rename = {})", quoted(&field.wire));
        out.push_str(&of_schemars(&[&rename], 4));
    }
    for text in ["    pub ", &field.rust, ": wire::Field<"] {
        out.push_str(text);
    }
    ty(&field.ty, out);
    out.push_str(">,\n");
}

fn ty(ty: &Ty, out: &mut String) {
    let (begin, inner, end) = match ty {
        Ty::Text => return out.push_str("wire::Text"),
        Ty::Personal => return out.push_str("wire::Personal"),
        Ty::Integer => return out.push_str("i64"),
        Ty::Number => return out.push_str("f64"),
        Ty::Boolean => return out.push_str("bool"),
        Ty::JsonText(_) => return out.push_str("wire::JsonText"),
        Ty::Any => return out.push_str("wire::Any"),
        Ty::Named(name) => return out.push_str(name),
        Ty::Boxed(name) => return out.push_str(&format!("Box<{name}>")),
        Ty::List(inner) => ("Vec<", inner, ">"),
        Ty::Map(inner) => (
            "std::collections::BTreeMap<String, wire::Field<",
            inner,
            ">>",
        ),
    };
    out.push_str(begin);
    self::ty(inner, out);
    out.push_str(end);
}

/// What the core asks of a reply.
#[must_use]
pub fn reply_impl(records: &Path, record: &str, total: Option<&Path>) -> Item {
    let borrowed = match reach(records, "get") {
        (Some(owner), list) => format!("{owner}.map_or(&[], |value| value.{list}.as_slice())"),
        (None, list) => format!("self.{list}.as_slice()"),
    };
    let moved = match reach(records, "into_option") {
        (Some(owner), list) => format!("{owner}.and_then(|value| value.{list}.into_option())"),
        (None, list) => format!("self.{list}.into_option()"),
    };
    let total = total.map_or_else(
        || "None".to_owned(),
        |path| match reach(path, "get") {
            (Some(owner), number) => {
                format!("{owner}.and_then(|value| value.{number}.get()).copied()")
            }
            (None, number) => format!("self.{number}.get().copied()"),
        },
    );
    let function = |head, receiver, returns: &str, value: &str| {
        let body = format!("        {value}\n");
        let function = Function {
            head,
            arguments: &[receiver],
            returns,
            body: &body,
            ..Function::default()
        };
        function.written()
    };
    let borrowed = function(
        "fn records",
        "&self",
        &format!(" -> &[{record}]"),
        &borrowed,
    );
    let moved = function(
        "fn into_records",
        "self",
        &format!(" -> Vec<{record}>"),
        &format!("{moved}.unwrap_or_default()"),
    );
    let total = function("fn total", "&self", " -> Option<i64>", &total);
    Item::Impl(
        "impl operation::Reply for Reply".into(),
        vec![
            Written::lines(format!("    type Record = {record};")),
            borrowed,
            moved,
            total,
        ],
    )
}

/// The object that holds the last field of a path, and that field. `None` is the reply itself.
fn reach<'a>(path: &'a Path, method: &str) -> (Option<String>, &'a str) {
    let mut names = path.iter().map(|step| step.rust.as_str());
    let last = names.next_back().unwrap_or("extra"); // paths are never empty
    let owner = names.fold(None, |owner: Option<String>, name| {
        Some(match owner {
            None => format!("self.{name}.{method}()"),
            Some(owner) => format!("{owner}.and_then(|value| value.{name}.{method}())"),
        })
    });
    (owner, last)
}

/// A list of values that stays open.
#[must_use]
pub fn enumeration(enumeration: &Enumeration) -> Vec<Item> {
    let (name, choices) = (&enumeration.name, &enumeration.choices);
    let mut out = docs(&enumeration.doc, 0);
    out.push_str("#[derive(Debug, Clone, PartialEq, Eq, Hash)]\n#[non_exhaustive]\n");
    out.push_str(&variants(enumeration));
    out.push_str(
        "    /// A value that the document does not list.\n    Unknown(wire::Unknown),\n}",
    );

    let known = choices
        .iter()
        .map(|choice| tuple([text(&choice.wire), text(&choice.meaning)]));
    let mut constants = String::new();
    constant(
        &mut constants,
        4,
        "const KNOWN: &'static [(&'static str, &'static str)]",
        &list(known),
    );
    let integer = enumeration.integer;
    constants.push_str(&format!("\n    const INTEGER: bool = {integer};"));

    let (mut from, mut to) = (String::new(), String::new());
    if choices.is_empty() {
        from.push_str("        Self::Unknown(wire::Unknown::undocumented(value))\n");
        to.push_str("        let Self::Unknown(value) = self;\n        value.as_str()\n");
    } else {
        from.push_str("        match value {\n");
        to.push_str("        match self {\n");
        for choice in choices {
            let (wire, variant) = (quoted(&choice.wire), format!("Self::{}", choice.rust));
            from.push_str(&arm(&wire, &variant));
            to.push_str(&arm(&variant, &wire));
        }
        from.push_str("            other => Self::Unknown(wire::Unknown::undocumented(other)),\n");
        to.push_str("            Self::Unknown(value) => value.as_str(),\n");
        from.push_str("        }\n");
        to.push_str("        }\n");
    }
    let from = Function {
        head: "fn from_wire",
        arguments: &["value: &str"],
        returns: " -> Self",
        body: &from,
        ..Function::default()
    };
    let to = Function {
        head: "fn as_wire",
        arguments: &["&self"],
        returns: " -> &str",
        body: &to,
        ..Function::default()
    };
    vec![
        Item::lines(out),
        Item::Impl(
            format!("impl wire::OpenEnum for {name}"),
            vec![Written::laid(constants), from.written(), to.written()],
        ),
    ]
}
