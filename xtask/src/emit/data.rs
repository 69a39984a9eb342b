//! Tables as they are built: values of data, which [`flow`](super::flow) lays out without a parser.
//!
//! The description of an operation is two thirds of its file. As tokens it would be made, walked and dropped again to reach
//! the text that it is known to become.

use std::borrow::Cow;

use proc_macro2::Literal;

use super::flow::{self, Kind, Line, MARGIN, Node};
use super::text::{Written, docs};

/// A text.
pub(super) fn text<'a>(value: &str) -> Node<'a> {
    Node::new(quoted(value), Kind::Literal, Vec::new())
}

/// A literal of Rust, for example `"a\n"`.
pub(super) fn quoted(text: &str) -> String {
    // What is printed as it is, among what documents hold. The rest is asked of who knows all of Unicode.
    let plain = |letter: char| {
        matches!(letter, ' '..='~' | '、'..='〃' | '《'..='】' | '一'..='鿿' | '（' | '）' | '，' | '：' | '；')
            && !matches!(letter, '"' | '\\')
    };
    if text.chars().all(plain) {
        ["\"", text, "\""].concat()
    } else {
        Literal::string(text).to_string()
    }
}

/// A number.
pub(super) fn number<'a>(value: impl ToString) -> Node<'a> {
    Node::new(value.to_string(), Kind::Literal, Vec::new())
}

/// A path, which is a constant, a variant or a truth value.
pub(super) fn path<'a>(path: impl Into<Cow<'a, str>>) -> Node<'a> {
    Node::new(path, Kind::Path, Vec::new())
}

/// `true` or `false`.
pub(super) fn boolean<'a>(value: bool) -> Node<'a> {
    path(if value { "true" } else { "false" })
}

/// `&[…]`, of anything but numbers, with which prettyplease would fill lines.
pub(super) fn list<'a>(items: impl IntoIterator<Item = Node<'a>>) -> Node<'a> {
    group("", Kind::Array, items).referred()
}

/// `(…)`, of two and more.
pub(super) fn tuple<'a>(items: impl IntoIterator<Item = Node<'a>>) -> Node<'a> {
    group("", Kind::Tuple, items)
}

/// `path(…)`
pub(super) fn call<'a>(
    path: impl Into<Cow<'a, str>>,
    items: impl IntoIterator<Item = Node<'a>>,
) -> Node<'a> {
    group(path, Kind::Call, items)
}

/// `include_str!(…)`
pub(super) fn included<'a>(file: &str) -> Node<'a> {
    group("include_str!", Kind::Macro, [text(file)])
}

fn group<'a>(
    head: impl Into<Cow<'a, str>>,
    kind: Kind,
    items: impl IntoIterator<Item = Node<'a>>,
) -> Node<'a> {
    let items = items.into_iter().map(|item| (None, item));
    Node::new(head, kind, items.collect())
}

/// `Self { … }`, where a field without a value has the name of a variable.
pub(super) fn own<'a>(fields: impl IntoIterator<Item = (&'a str, Option<Node<'a>>)>) -> Node<'a> {
    let fields = fields.into_iter().map(|(name, value)| match value {
        Some(value) => (Some(name), value),
        None => (None, path(name)),
    });
    Node::new("Self", Kind::Struct, fields.collect())
}

/// `path { name: … }`
pub(super) fn record<'a>(
    path: impl Into<Cow<'a, str>>,
    fields: impl IntoIterator<Item = (&'a str, Node<'a>)>,
) -> Node<'a> {
    let fields = fields.into_iter().map(|(name, value)| (Some(name), value));
    Node::new(path, Kind::Struct, fields.collect())
}

/// `Some(…)` or `None`
pub(super) fn option(value: Option<Node<'_>>) -> Node<'_> {
    match value {
        Some(value) => call("Some", [value]),
        None => path("None"),
    }
}

/// `pub static NAME: Type = …;`, where `declared` is what stands before the value.
pub(super) fn table(doc: &[String], declared: &str, value: &Node<'_>) -> Written {
    let mut out = docs(doc, 0);
    constant(&mut out, 0, declared, value);
    Written::laid(out)
}

/// A constant or static at some depth.
pub(super) fn constant(out: &mut String, indent: usize, declared: &str, value: &Node<'_>) {
    let begin = format!("{}{declared} = ", " ".repeat(indent));
    let line = Line {
        indent,
        space: MARGIN.saturating_sub(begin.len()),
        behind: ";".len(),
    };
    out.push_str(&begin);
    flow::print(value, line, out);
    out.push(';');
}

#[cfg(test)]
mod tests;
