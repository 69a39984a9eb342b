//! The types that are emitted for a reply.

use super::doc::{self, Doc};
use super::naming::Scope;
use super::words;

/// A type that is emitted.
#[derive(Debug)]
pub enum TypeDef {
    /// An object.
    Struct(Struct),
    /// A documented list of values.
    Enumeration(Enumeration),
}

impl TypeDef {
    /// The type's name.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Struct(s) => &s.name,
            Self::Enumeration(e) => &e.name,
        }
    }
}

/// An object with named fields.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Struct {
    pub name: String,
    pub fields: Vec<Field>,
    pub doc: Doc,
}

/// A field of a reply.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Field {
    pub wire: String,
    pub rust: String,
    pub ty: Ty,
    pub required: bool,
    pub doc: Doc,
}

/// A documented list of values.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Enumeration {
    pub name: String,
    pub integer: bool,
    pub choices: Vec<Choice>,
    pub doc: Doc,
}

/// One documented value.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Choice {
    pub wire: String,
    pub rust: String,
    pub meaning: String,
    pub doc: String,
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Ty {
    Text,
    Personal,
    Integer,
    Number,
    Boolean,
    /// Text that holds JSON, of this type if the schema says.
    JsonText(Option<Box<Ty>>),
    Any,
    Named(String),
    /// A named type behind a pointer, where its size would be endless.
    Boxed(String),
    List(Box<Ty>),
    Map(Box<Ty>),
}

impl Ty {
    /// The type's own name or that of its elements.
    #[must_use]
    pub fn element(&self) -> Option<&str> {
        match self {
            Self::Named(name) | Self::Boxed(name) => Some(name),
            Self::List(inner) => inner.element(),
            _ => None,
        }
    }
}

impl Choice {
    /// The variants of an enumeration.
    pub(super) fn all(choices: &[crate::schema::Choice<'_>], open: bool) -> Vec<Self> {
        let mut scope = Scope::variants(open);
        // Titles that a schema gives come before names that are made.
        let titles: Vec<Option<String>> = choices
            .iter()
            .map(|c| c.title.map(|title| scope.claim(title)))
            .collect();
        let named = titles.into_iter().zip(choices).enumerate();
        named
            .map(|(index, (title, choice))| {
                let rust =
                    title.unwrap_or_else(|| scope.claim(&words::variant(&choice.wire, index + 1)));
                let words = choice
                    .verbatim
                    .map(|words| format!(" {}", doc::inline(words)))
                    .unwrap_or_default();
                let line = choice.description.map(doc::english).unwrap_or_default();
                let colon = if line.is_empty() { "" } else { ": " };
                Self {
                    doc: format!("{}{words}{colon}{line}", doc::code(&choice.wire)),
                    meaning: choice
                        .verbatim
                        .or(choice.description)
                        .unwrap_or_default()
                        .to_owned(),
                    wire: choice.wire.clone(),
                    rust,
                }
            })
            .collect()
    }
}
