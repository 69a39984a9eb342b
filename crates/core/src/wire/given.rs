//! What arrives for a field, and what is said where it does not fit.

use std::borrow::Cow;
use std::fmt;

use super::Decode;

/// One value as it arrives. What is in a list or an object comes after it, and what says nothing does not come here at all.
#[derive(Debug, Clone, Copy)]
pub enum Given<'a> {
    /// Text; not empty unless it is an item of a list.
    Text(&'a str),
    /// An integer.
    Integer(i128),
    /// A number with a fraction or an exponent.
    Fraction(f64),
    /// `true` or `false`
    Boolean(bool),
    /// A list.
    List,
    /// An object.
    Object,
}

impl Given<'_> {
    /// The answer of a type that does not accept this, and promises that.
    ///
    /// # Errors
    /// It is no list or object: those are refused by who reads, if they turn out to hold something.
    pub fn refused(self, expected: &'static str) -> Result<(), Mismatch> {
        let found = match self {
            Given::Text(_) => "text",
            Given::Integer(_) => "an integer",
            Given::Fraction(_) => "a number with a fraction",
            Given::Boolean(_) => "a boolean",
            Given::List | Given::Object => return Ok(()),
        };
        Err(Mismatch { expected, found })
    }

    /// Whether this is an object. Generated code calls it.
    ///
    /// # Errors
    /// It is neither an object nor a list, which may turn out to be empty.
    pub fn is_object(self) -> Result<bool, Mismatch> {
        match self {
            Given::Object => Ok(true),
            other => other.refused("an object").map(|()| false),
        }
    }
}

impl<'a> Given<'a> {
    /// This as the value of an enumeration, whose values are integers or not: `2.0` is the integer 2. `None` for a list or an
    /// object. Generated code calls it.
    ///
    /// # Errors
    /// Such a value is in no enumeration.
    pub fn choice(self, integer: bool) -> Result<Option<Cow<'a, str>>, Mismatch> {
        Ok(Some(match self {
            Given::Text(text) => Cow::Borrowed(text),
            Given::Integer(number) => Cow::Owned(number.to_string()),
            Given::Fraction(_) if integer => match i64::decode(self)? {
                Some(number) => Cow::Owned(number.to_string()),
                None => return Ok(None),
            },
            Given::Fraction(number) => Cow::Owned(number.to_string()),
            other => return other.refused("text or an integer").map(|()| None),
        }))
    }
}

/// A value of another type stands where the document promises one. It says what was found, never the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mismatch {
    pub(super) expected: &'static str,
    pub(super) found: &'static str,
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} stands where the document promises {}",
            self.found, self.expected
        )
    }
}
