//! Rust names for wire names.
//!
//! Vendors name fields in any script, with brackets, after words of the language, and twice once
//! cleaned. A Rust name is decided here, once, and kept beside the wire name from then on; nothing
//! derives one from the other later. The same schema always gives the same names.

use std::collections::{BTreeMap, BTreeSet};

use super::words::snake;
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

    /// The wanted name, or the nearest free one: an underscore behind a word that is taken by the
    /// language or by emitted code, a number behind a name that another field has.
    pub fn claim(&mut self, wanted: &str) -> String {
        let mut name = wanted.to_owned();
        if is_keyword(&name) || self.reserved.contains(wanted) {
            name.push('_');
        }
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

/// Which names are given out first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pass {
    Given,
    Already,
    Made,
}

/// Names for an object's properties, in their order. Names that a schema gives by `x-name` come
/// first, then wire names that are names already, then those that are made: so no made name ever
/// takes a given one away.
#[must_use]
pub fn in_order(scope: &mut Scope, object: &Node<'_>) -> Vec<String> {
    let properties = object.properties();
    let wanted: Vec<(Pass, String)> = properties
        .iter()
        .enumerate()
        .map(|(index, (wire, node))| match text(node.value, "x-name") {
            Some(given) => (Pass::Given, given.to_owned()),
            None => match snake(wire, index + 1) {
                name if name == *wire => (Pass::Already, name),
                made => (Pass::Made, made),
            },
        })
        .collect();
    let mut names: Vec<Option<String>> = vec![None; wanted.len()];
    for pass in [Pass::Given, Pass::Already, Pass::Made] {
        for (name, (_, wanted)) in names
            .iter_mut()
            .zip(&wanted)
            .filter(|(_, (when, _))| *when == pass)
        {
            *name = Some(scope.claim(wanted));
        }
    }
    names.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
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
}
