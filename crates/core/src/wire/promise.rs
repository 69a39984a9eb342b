//! What a document promises of a value, and what is said where another arrives.

use std::fmt;

use super::Given;

/// What the document promises of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promise {
    /// In which form the type takes it.
    pub takes: Takes,
    /// In words, for error messages: `text`, `an integer`, …
    pub words: &'static str,
}

/// The form in which a type takes what arrives. Whoever reads sees to it, once for all types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// Text, a number or a boolean.
    Scalar,
    /// The value of an enumeration, as text; and whether the values are integers.
    Choice(bool),
    /// A list.
    List,
    /// An object.
    Object,
    /// Whatever it is.
    Anything,
}

impl Promise {
    /// A list.
    pub const LIST: Self = Self {
        takes: Takes::List,
        words: "a list",
    };

    /// An object.
    pub const OBJECT: Self = Self {
        takes: Takes::Object,
        words: "an object",
    };

    /// Text, a number or a boolean, in these words.
    #[must_use]
    pub const fn scalar(words: &'static str) -> Self {
        let takes = Takes::Scalar;
        Self { takes, words }
    }

    /// The value of an enumeration, whose values are integers or not.
    #[must_use]
    pub const fn choice(integer: bool) -> Self {
        Self {
            takes: Takes::Choice(integer),
            words: "text or an integer",
        }
    }

    /// What a type says to a value that it does not accept.
    // Not inlined: every type says it.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn broken(&'static self, given: &Given<'_>) -> Mismatch {
        self.broken_by(match given {
            Given::Nothing(_) | Given::Unreadable => "an empty value",
            Given::Text(_) => "text",
            Given::Integer(_) => "an integer",
            Given::Fraction(_) => "a number with a fraction",
            Given::Boolean(_) => "a boolean",
            Given::List => "a list",
            Given::Object => "an object",
        })
    }

    /// What it says to a value that these words tell of.
    #[must_use]
    pub fn broken_by(&'static self, found: &'static str) -> Mismatch {
        let promise = self;
        Mismatch { promise, found }
    }
}

/// A value of another type stands where the document promises one. It says what was found, never the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mismatch {
    promise: &'static Promise,
    found: &'static str,
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} stands where the document promises {}",
            self.found, self.promise.words
        )
    }
}
