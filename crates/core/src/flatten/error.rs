//! Why a text has no canonical text.

use std::fmt;

use super::{MAX_BYTES, MAX_DEPTH};

/// Why a text has no canonical text. Offsets are bytes from the start of the text; no content is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FlattenError {
    /// The text is not JSON.
    Syntax {
        /// Where it stops being JSON.
        offset: usize,
    },
    /// A string escapes half of a surrogate pair, which is no character.
    Surrogate {
        /// Where the string begins.
        offset: usize,
    },
    /// A number is beyond every range (`1e400`), so no decoder could read what was signed.
    Number {
        /// Where it begins.
        offset: usize,
    },
    /// Containers are nested more than [`MAX_DEPTH`] deep.
    TooDeep {
        /// The container that is one too deep.
        offset: usize,
    },
    /// The text, or its canonical text, has more than [`MAX_BYTES`].
    TooLarge,
    /// A key stands twice in one object, and the policy refuses that.
    Duplicate {
        /// Where the second one begins.
        offset: usize,
    },
    /// Two leaves have one joined path, and the policy refuses that.
    SamePath,
    /// A key holds a dot, and the policy refuses that.
    DottedKey {
        /// Where the key begins.
        offset: usize,
    },
    /// The whole text is a string, a number or a boolean, and the policy refuses that.
    ScalarRoot {
        /// Where it begins.
        offset: usize,
    },
}

impl fmt::Display for FlattenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FlattenError::Syntax { offset } => write!(f, "not JSON at byte {offset}"),
            FlattenError::Surrogate { offset } => {
                write!(f, "the string at byte {offset} holds half a surrogate pair")
            }
            FlattenError::Number { offset } => {
                write!(f, "the number at byte {offset} is beyond every range")
            }
            FlattenError::TooDeep { offset } => {
                write!(f, "nested more than {MAX_DEPTH} deep at byte {offset}")
            }
            FlattenError::TooLarge => write!(
                f,
                "too large to flatten: the text or its canonical text has more than {} MiB",
                MAX_BYTES >> 20
            ),
            FlattenError::Duplicate { offset } => {
                write!(f, "the key at byte {offset} stands twice in one object")
            }
            FlattenError::SamePath => f.write_str("two values have one path"),
            FlattenError::DottedKey { offset } => write!(f, "the key at byte {offset} holds a dot"),
            FlattenError::ScalarRoot { offset } => write!(
                f,
                "the value at byte {offset} is neither an object nor a list"
            ),
        }
    }
}

impl std::error::Error for FlattenError {}
