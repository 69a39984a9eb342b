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
