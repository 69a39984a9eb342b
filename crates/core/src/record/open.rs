//! The unknown value of an open list.
//!
//! The courts' terms are a closed list in the rules and an open one in the data. An unknown term is kept, in a type
//! that only the parser can make, so that an unknown value can never hold a known one and `==` means what it says. Nor
//! may it be taken for one where it is written: a vendor may send `nothing`, which is our word for 全部未履行. So the word for
//! every unknown term is `unknown`, and the term stands elsewhere.

use std::fmt;

use serde::Serialize;

/// A term that is on no list known here, in compact spelling (half width, without blanks).
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct UnknownTerm(String);

impl UnknownTerm {
    pub(super) fn new(text: String) -> Self {
        Self(text)
    }

    /// The term.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for UnknownTerm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}
