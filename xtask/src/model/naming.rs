//! Rust names for wire names.
//!
//! Vendors name fields in any script, with brackets, after words of the language, and twice once
//! cleaned. A Rust name is decided here, once, and kept beside the wire name from then on; nothing
//! derives one from the other later. The same schema always gives the same names.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::words::snake;
use crate::read::position::child;
use crate::schema::{Node, text};

/// Words that no item can be named, with those that no `r#` can save.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "Self", "static", "struct", "super", "trait", "true", "try", "type",
    "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Types, traits and constructors that the emitted code or its derives write without a path.
const TYPES: &[&str] = &[
    "BTreeMap",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Deserialize",
    "Eq",
    "Err",
    "From",
    "Hash",
    "Into",
    "None",
    "Ok",
    "Option",
    "PartialEq",
    "Result",
    "Self",
    "Send",
    "Serialize",
    "Some",
    "String",
    "Sync",
    "ToString",
    "Vec",
];

/// Setters of these names would look like methods of std's traits, or hide the constructor.
const METHODS: &[&str] = &[
    "add",
    "arguments",
    "as_mut",
    "as_ref",
    "bitand",
    "bitor",
    "bitxor",
    "borrow",
    "borrow_mut",
    "clone",
    "cmp",
    "default",
    "deref",
    "deref_mut",
    "div",
    "drop",
    "eq",
    "fmt",
    "from_iter",
    "from_str",
    "hash",
    "index",
    "index_mut",
    "into_iter",
    "mul",
    "neg",
    "new",
    "next",
    "not",
    "rem",
    "shl",
    "shr",
    "sub",
];

/// Whether the language keeps the word for itself.
#[must_use]
pub fn is_keyword(name: &str) -> bool {
    KEYWORDS.contains(&name)
}

/// The names of one scope, each given once.
#[derive(Debug, Default)]
pub struct Scope {
    /// Words that emitted code needs for itself.
    reserved: BTreeSet<&'static str>,
    given: BTreeSet<String>,
    /// The number that a name was given last, so that a thousand equal names are not counted through a thousand times.
    last: BTreeMap<String, usize>,
}

impl Scope {
    /// The names of a module's types.
    #[must_use]
    pub fn types() -> Self {
        Self::with(TYPES).and(&["Request", "Reply"])
    }

    /// The names of a reply's fields.
    #[must_use]
    pub fn fields() -> Self {
        Self::default().and(&["extra"])
    }

    /// The names of a request's parameters: fields and setters.
    #[must_use]
    pub fn parameters() -> Self {
        Self::with(METHODS)
    }

    /// The names of an enumeration's variants.
    #[must_use]
    pub fn variants(open: bool) -> Self {
        Self::default().and(if open { &["Unknown"] } else { &["ALL"] })
    }

    /// The names of a vendor's modules.
    #[must_use]
    pub fn modules() -> Self {
        Self::default().and(&[
            "client",
            "core",
            "generated",
            "record",
            "status",
            "vendor",
            "zhixing_core",
        ])
    }

    /// The names of a client's methods.
    #[must_use]
    pub fn methods() -> Self {
        Self::with(METHODS).and(&[
            "builder",
            "from_env",
            "caller",
            "call_any",
            "any_reply",
            "from",
        ])
    }

    fn with(names: &[&'static str]) -> Self {
        Self::default().and(names)
    }

    fn and(mut self, names: &[&'static str]) -> Self {
        self.reserved.extend(names);
        self
    }

    /// Whether the name has been given to something else.
    #[must_use]
    pub fn has_given(&self, name: &str) -> bool {
        self.given.contains(name)
    }

    /// The name that a wanted one becomes where no other is in its way: an underscore behind a word that is taken
    /// by the language or by emitted code.
    fn alone(&self, wanted: &str) -> String {
        if is_keyword(wanted) || self.reserved.contains(wanted) {
            format!("{wanted}_")
        } else {
            wanted.to_owned()
        }
    }

    /// The wanted name, or the nearest free one: a number behind a name that is given already.
    pub fn claim(&mut self, wanted: &str) -> String {
        let mut name = self.alone(wanted);
        let mut number = self.last.get(wanted).copied().unwrap_or(2);
        while self.given.contains(&name) {
            let separator = if wanted.starts_with(|c: char| c.is_ascii_uppercase()) {
                ""
            } else {
                "_"
            };
            name = format!("{wanted}{separator}{number}");
            number += 1;
            self.last.insert(wanted.to_owned(), number);
        }
        self.given.insert(name.clone());
        name
    }
}

/// A key whose Rust name another key before it has.
#[derive(Debug, PartialEq, Eq)]
pub struct Clash<'a> {
    /// The key.
    pub wire: &'a str,
    /// The one before it.
    pub first: &'a str,
    /// The name of both.
    pub name: String,
    /// One that is free.
    pub free: String,
}

/// Names for an object's properties, in their order: what a schema gives by `x-name`, else what the wire name makes.
///
/// That no two are one is for [`clashes`]: a number behind the second would be another key's as soon as the order
/// changes, and code that reads it would compile and read that.
#[must_use]
pub fn in_order(scope: &mut Scope, object: &Node<'_>) -> Vec<String> {
    let wanted = wanted(object);
    wanted.map(|(_, wanted)| scope.claim(&wanted)).collect()
}

/// The properties that would have a name that another one has.
#[must_use]
pub fn clashes<'a>(scope: Scope, object: &Node<'a>) -> Vec<Clash<'a>> {
    clashing(scope, wanted(object).collect())
}

/// Of keys with the names that they ask for, those whose name one before them has.
fn clashing(mut scope: Scope, keys: Vec<(&str, String)>) -> Vec<Clash<'_>> {
    let mut taken: BTreeMap<String, &str> = BTreeMap::new();
    let mut clashing = Vec::new();
    for (wire, wanted) in keys {
        let name = scope.alone(&wanted);
        match taken.get(&name) {
            Some(first) => clashing.push((wire, *first, name, wanted)),
            None => drop(taken.insert(name, wire)),
        }
    }
    // After all that are alone, so that what is proposed is nobody's.
    scope.given.extend(taken.into_keys());
    let clash = |(wire, first, name, wanted): (_, _, _, String)| Clash {
        wire,
        first,
        name,
        free: scope.claim(&wanted),
    };
    clashing.into_iter().map(clash).collect()
}

/// What a schema that a machine drafted must say so that its names are told apart: the places of `x-name`, below the
/// schema, and the names. Keys that were there before keep theirs.
#[must_use]
pub fn apart(
    schema: &Value,
    before: Option<&Value>,
    scope: fn() -> Scope,
) -> Vec<(String, String)> {
    let mut names = Vec::new();
    below(schema, before, scope, "", &mut names);
    names
}

fn below(
    schema: &Value,
    before: Option<&Value>,
    scope: fn() -> Scope,
    pointer: &str,
    names: &mut Vec<(String, String)>,
) {
    let node = Node {
        value: schema,
        pointer: pointer.to_owned(),
    };
    let of_old = |wire: &str| before.and_then(|before| before.get("properties")?.get(wire));
    let (old, new): (Vec<_>, Vec<_>) = wanted(&node).partition(|(wire, _)| of_old(wire).is_some());
    for clash in clashing(scope(), old.into_iter().chain(new).collect()) {
        let property = node.property(clash.wire);
        // What a person named is for the checks to tell.
        if let Some(property) = property.filter(|it| text(it.value, "x-name").is_none()) {
            names.push((child(&property.pointer, "x-name"), clash.free));
        }
    }
    for (wire, property) in node.properties() {
        below(
            property.value,
            of_old(wire),
            scope,
            &property.pointer,
            names,
        );
    }
    for keyword in ["items", "additionalProperties", "contentSchema"] {
        if let Some(inner) = node.under(keyword) {
            let before = before.and_then(|before| before.get(keyword));
            below(inner.value, before, scope, &inner.pointer, names);
        }
    }
}

/// The properties with the names that they ask for.
fn wanted<'a>(object: &Node<'a>) -> impl Iterator<Item = (&'a str, String)> + use<'a> {
    let properties = object.properties().into_iter().zip(1..);
    properties.map(|((wire, node), position)| {
        let given = text(node.value, "x-name").map(str::to_owned);
        (wire, given.unwrap_or_else(|| snake(wire, position)))
    })
}

/// Whether a key says nothing that a Rust name could be made of, so that its place would name it.
#[must_use]
pub fn is_nameless(wire: &str) -> bool {
    !wire.contains(|c: char| c.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, json};

    use super::*;

    #[test]
    fn taken_names_give_way() {
        let mut fields = Scope::fields();
        let wanted = [
            "self", "Self", "type", "extra", "amount", "amount", "amount", "amount_2",
        ];
        let given: Vec<String> = wanted.iter().map(|name| fields.claim(name)).collect();
        assert_eq!(
            given,
            [
                "self_",
                "Self_",
                "type_",
                "extra_",
                "amount",
                "amount_2",
                "amount_3",
                "amount_2_2"
            ]
        );
        let mut types = Scope::types();
        assert_eq!(types.claim("String"), "String_");
        assert_eq!(types.claim("Item"), "Item");
        assert_eq!(types.claim("Item"), "Item2");
    }

    #[test]
    fn what_was_there_keeps_its_name_wherever_the_new_key_stands() {
        let text = || json!({ "type": "string" });
        let of = |keys: &[&str]| {
            let properties: Map<String, Value> =
                keys.iter().map(|key| ((*key).to_owned(), text())).collect();
            json!({ "items": { "type": "object", "properties": properties } })
        };
        let (before, after) = (
            of(&["caseNo"]),
            of(&["case_no", "caseNo", "case-no", "type", "Type"]),
        );
        let names = apart(&after, Some(&before), Scope::fields);
        let at =
            |key: &str, name: &str| (format!("/items/properties/{key}/x-name"), name.to_owned());
        assert_eq!(
            names,
            [
                at("case_no", "case_no_2"),
                at("case-no", "case_no_3"),
                at("Type", "type_2")
            ]
        );
    }
}
