//! Rust names for wire names.
//!
//! Vendors name fields in any script, with brackets, after words of the language, and twice once
//! cleaned. A Rust name is decided here, once, and kept beside the wire name from then on; nothing
//! derives one from the other later. The same schema always gives the same names.

use std::collections::BTreeSet;

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
        Self::with(METHODS).and(&["builder", "from_env", "caller", "call_any", "from"])
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
        let mut number = 2usize;
        while self.given.contains(&name) {
            let separator = if wanted.starts_with(|c: char| c.is_ascii_uppercase()) {
                ""
            } else {
                "_"
            };
            name = format!("{wanted}{separator}{number}");
            number += 1;
        }
        self.given.insert(name.clone());
        name
    }
}

/// Names for an object's properties, in their order. Names that a schema gives by `x-name` come
/// first, then wire names that are names already, then those that are made: so no made name ever
/// takes a given one away.
#[must_use]
pub fn in_order(scope: &mut Scope, object: &Node<'_>) -> Vec<String> {
    let properties = object.properties();
    let mut names: Vec<Option<String>> = vec![None; properties.len()];
    let given = |node: &Node<'_>, _: &str, _: usize| text(node.value, "x-name").map(str::to_owned);
    let already = |_: &Node<'_>, wire: &str, position: usize| {
        Some(snake(wire, position)).filter(|name| name == wire)
    };
    let made = |_: &Node<'_>, wire: &str, position: usize| Some(snake(wire, position));
    let passes: [&dyn Fn(&Node<'_>, &str, usize) -> Option<String>; 3] = [&given, &already, &made];
    for pass in passes {
        for (index, (name, (wire, node))) in names.iter_mut().zip(&properties).enumerate() {
            if name.is_none() {
                *name = pass(node, wire, index + 1).map(|wanted| scope.claim(&wanted));
            }
        }
    }
    names.into_iter().flatten().collect()
}

/// A field's name; `position` counts from 1 and names what has no ASCII letter or digit.
#[must_use]
pub fn snake(wire: &str, position: usize) -> String {
    let words: Vec<String> = words(wire)
        .iter()
        .map(|word| word.to_ascii_lowercase())
        .collect();
    match words.join("_") {
        name if name.is_empty() => format!("field_{position}"),
        name if name.starts_with(|c: char| c.is_ascii_digit()) => format!("field_{name}"),
        name => name,
    }
}

/// A type's name.
#[must_use]
pub fn pascal(wire: &str, fallback: &str) -> String {
    let name: String = words(wire)
        .iter()
        .map(|word| {
            let (head, tail) = word.split_at(1); // words are ASCII
            head.to_ascii_uppercase() + &tail.to_ascii_lowercase()
        })
        .collect();
    match name {
        name if name.is_empty() => fallback.to_owned(),
        name if name.starts_with(|c: char| c.is_ascii_digit()) => format!("{fallback}{name}"),
        name => name,
    }
}

/// A variant's name for a value that has no title.
#[must_use]
pub fn variant(wire: &str, position: usize) -> String {
    if wire.is_empty() {
        return "Empty".into();
    }
    let by_position = format!("Value{position}");
    match wire.strip_prefix('-') {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("ValueMinus{}", words(rest).concat())
        }
        _ if wire.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("Value{}", words(wire).concat())
        }
        _ => pascal(wire, &by_position),
    }
}

/// Runs of ASCII letters and digits, cut where a capital begins a word.
fn words(wire: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    let characters: Vec<char> = wire.chars().collect();
    for (index, &c) in characters.iter().enumerate() {
        if !c.is_ascii_alphanumeric() {
            open = false;
            continue;
        }
        let before = index.checked_sub(1).and_then(|i| characters.get(i));
        let after = characters.get(index + 1);
        let begins = c.is_ascii_uppercase()
            && (before.is_some_and(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
                || (before.is_some_and(char::is_ascii_uppercase)
                    && after.is_some_and(char::is_ascii_lowercase)));
        match words.last_mut() {
            Some(word) if open && !begins => word.push(c),
            _ => words.push(c.to_string()),
        }
        open = true;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wire_names_of_all_styles_become_snake_case() {
        for (wire, rust) in [
            ("oper_name", "oper_name"),
            ("CaseNo", "case_no"),
            ("bzxrGistId", "bzxr_gist_id"),
            ("KeyNo", "key_no"),
            ("PDFUrl", "pdf_url"),
            ("ID", "id"),
            ("a-b.c", "a_b_c"),
            ("addr2Street", "addr2_street"),
            ("3d", "field_3d"),
            ("注册资本", "field_7"),
            ("金额(USD/元)", "usd"),
            ("_", "field_7"),
        ] {
            assert_eq!(snake(wire, 7), rust, "{wire}");
        }
    }

    #[test]
    fn types_and_variants() {
        assert_eq!(pascal("limit_list", "Type"), "LimitList");
        assert_eq!(pascal("ExecutedList", "Type"), "ExecutedList");
        assert_eq!(pascal("名单", "Type"), "Type");
        assert_eq!(variant("0", 1), "Value0");
        assert_eq!(variant("-1", 2), "ValueMinus1");
        assert_eq!(variant("", 2), "Empty");
        assert_eq!(variant("失信", 3), "Value3");
        assert_eq!(variant("on-hold", 3), "OnHold");
    }

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
