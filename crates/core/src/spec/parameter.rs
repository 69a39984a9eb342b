//! What an operation is asked with.

use crate::sign::Place;

/// One parameter of a request.
#[derive(Debug)]
pub struct Parameter {
    /// The name on the wire.
    pub name: &'static str,
    /// Whether the document requires it.
    pub required: bool,
    /// What the vendor assumes when it is left out.
    pub default: Option<&'static str>,
    /// Where it travels.
    pub place: Place,
    /// What it may hold.
    pub rule: Rule,
    /// What of a question it carries.
    pub role: Option<Role>,
    /// Whether it says something of a person.
    pub personal: bool,
    /// What it is, in one English line.
    pub description: &'static str,
    /// The document's words.
    pub verbatim: &'static str,
}

/// What a parameter may hold.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Rule {
    /// Text of so many characters (not bytes).
    Text {
        /// At least.
        min: usize,
        /// At most.
        max: Option<usize>,
    },
    /// A whole number.
    Integer {
        /// At least.
        min: Option<i64>,
        /// At most.
        max: Option<i64>,
    },
    /// One of the documented values, each with its meaning.
    OneOf(&'static [(&'static str, &'static str)]),
    /// One of the documented whole numbers, each with its meaning. A JSON body carries it as a number.
    OneOfNumbers(&'static [(&'static str, &'static str)]),
    /// A number, with a fraction or without.
    Number {
        /// At least.
        min: Option<i64>,
        /// At most.
        max: Option<i64>,
    },
    /// `true` or `false`.
    Boolean,
    /// A day, written by this pattern: `yyyy`, `MM` and `dd` with any signs between them.
    Date(&'static str),
    /// Always this value. It is sent with every call, and callers do not give it.
    Constant {
        /// As it stands on the wire.
        value: &'static str,
        /// Whether a JSON body carries it as text.
        quoted: bool,
    },
    /// Several values.
    List {
        /// What each may hold.
        items: &'static Rule,
        /// At least so many.
        min: usize,
        /// At most so many.
        max: Option<usize>,
        /// How they travel.
        style: ListStyle,
    },
    /// An object of a JSON body. By name it is given as JSON text.
    Object(&'static [Member]),
    /// Text that holds JSON.
    JsonText(&'static Rule),
}

impl Rule {
    /// Whether a value is one text on the wire, and not a list, an object or JSON.
    #[must_use]
    pub fn is_single(&self) -> bool {
        !matches!(
            self,
            Self::List { .. } | Self::Object(_) | Self::JsonText(_)
        )
    }

    /// Whether the argument may be given more than once: a list of single values.
    #[must_use]
    pub fn repeats(&self) -> bool {
        matches!(self, Self::List { items, .. } if items.is_single())
    }
}

/// How the values of a list travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ListStyle {
    /// The name once for each: `id=1&id=2`.
    Repeated,
    /// The name with brackets once for each: `id[]=1&id[]=2`.
    Brackets,
    /// In one value with this between them: `id=1,2`.
    Joined(&'static str),
    /// As a JSON list; outside of a JSON body, as the text of one: `id=[1,2]`.
    Json,
}

/// One member of an object in a request.
#[derive(Debug)]
pub struct Member {
    /// The name on the wire.
    pub name: &'static str,
    /// Whether the document requires it.
    pub required: bool,
    /// What it may hold.
    pub rule: Rule,
}

/// What of a question a parameter carries. By these the facade asks any vendor without knowing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Role {
    /// The name of the company or person that is asked about.
    Subject,
    /// A person beside the subject.
    Person,
    /// An identity number.
    IdNumber,
    /// Which enforcement list is asked.
    List,
}
