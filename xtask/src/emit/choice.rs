//! Enumerations of a request: unlike those of replies they are closed, since callers pick from what is documented.

use super::data::{constant, list, number, path, quoted, text, tuple};
use super::text::{Function, Item, Written, arm, docs, variants};
use crate::model::Enumeration;

/// An enumeration that the caller picks from: the documented values and no others.
pub(super) fn closed(enumeration: &Enumeration) -> Vec<Item> {
    let (name, choices) = (&enumeration.name, &enumeration.choices);
    let mut out = docs(&enumeration.doc, 0);
    out.push_str("#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]\n#[non_exhaustive]\n");
    out.push_str(&variants(enumeration));
    out.push('}');
    let mut arms = String::from("        match self {\n");
    for choice in choices {
        let variant = format!("Self::{}", choice.rust);
        arms.push_str(&arm(&variant, &quoted(&choice.wire)));
    }
    arms.push_str("        }\n");

    let values = choices
        .iter()
        .map(|choice| path(format!("Self::{}", choice.rust)));
    let mut all = String::from("    /// Every documented value.\n");
    constant(&mut all, 4, "pub const ALL: &'static [Self]", &list(values));
    let to = Function {
        doc: &["The value on the wire.".into()],
        attributes: &["#[must_use]"],
        head: "pub fn as_wire",
        arguments: &["self"],
        returns: " -> &'static str",
        body: &arms,
    };
    let from = Function {
        doc: &["The documented value of that wire text.".into()],
        attributes: &["#[must_use]"],
        head: "pub fn from_wire",
        arguments: &["value: &str"],
        returns: " -> Option<Self>",
        body: "        Self::ALL.iter().copied().find(|known| known.as_wire() == value)\n",
    };
    vec![
        Item::lines(out),
        Item::Impl(
            format!("impl {name}"),
            vec![Written::laid(all), to.written(), from.written()],
        ),
        schema(enumeration),
    ]
}

/// What schemars is told of it.
fn schema(enumeration: &Enumeration) -> Item {
    let (kind, value) = if enumeration.integer {
        ("integer", "i64")
    } else {
        ("string", "&str")
    };
    let values = enumeration.choices.iter().map(|choice| {
        let wire = match choice.wire.parse::<i64>() {
            Ok(integer) if enumeration.integer => number(integer),
            _ => text(&choice.wire),
        };
        tuple([wire, text(&choice.meaning)])
    });
    let mut body = String::new();
    let declared = format!("const VALUES: &[({value}, &str)]");
    constant(&mut body, 8, &declared, &list(values));
    body.push_str(&format!(
        r#"
        let values = VALUES
            .iter()
            .map(|(value, meaning)| {{
                schemars::json_schema!({{ "const" : value, "description" : meaning }})
            }});
        schemars::json_schema!(
            {{ "type" : "{kind}", "oneOf" : values.collect:: < Vec < _ >> () }}
        )
"#
    ));
    let schema = Function {
        head: "fn json_schema",
        arguments: &["_: &mut schemars::SchemaGenerator"],
        returns: " -> schemars::Schema",
        body: &body,
        ..Function::default()
    };
    let schema = Written::laid(schema.written().text);
    let title = format!("        {}.into()\n", quoted(&enumeration.name));
    let title = Function {
        head: "fn schema_name",
        returns: " -> std::borrow::Cow<'static, str>",
        body: &title,
        ..Function::default()
    };
    let inline = Function {
        head: "fn inline_schema",
        returns: " -> bool",
        body: "        true\n",
        ..Function::default()
    };
    Item::Impl(
        format!(
            "#[cfg(feature = \"schemars\")]\nimpl schemars::JsonSchema for {}",
            enumeration.name
        ),
        vec![inline.written(), title.written(), schema],
    )
}
