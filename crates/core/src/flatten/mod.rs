//! The canonical text of a JSON value, which a signed reply's digest is taken of.
//!
//! The rules (qixin 5.5, section 7, is the only document that has them): the path to every leaf is its keys joined by
//! `.`, with the index from 0 in a list; leaves become text, an empty list `[]` and an empty object `{}`; `path=value`
//! pairs are sorted by path and joined by `&`. What the rules leave open is a [`Policy`].
//!
//! It works on the **text** that was sent, not on a parsed value: a parsed number has lost the characters that the vendor
//! hashed (`1.0`, `1E+7`, 20 digits), and a typed reply has lost the fields it does not know. Strings are unescaped.
//!
//! **Order.** Whole paths are compared byte by byte: `items.10.x` comes before `items.2.x`, and `case-number` before
//! `case.x` as `-` is below `.`. Sorting each level by its keys is a different order and is not done. (Java and
//! JavaScript compare UTF-16 units, which differs from bytes only between U+E000–U+FFFF and characters above; no
//! documented key has either.) An empty key is a segment like any other: `{"a":{"":1}}` is `a.=1`.
//!
//! **How.** serde_json validates the text, a small cursor finds the pieces (see `scan.rs` for why there is one), one walk
//! copies each leaf's path into one arena, the leaves are sorted, and the pieces go to a sink without being joined, so a
//! hash can take them as they come. All storage is kept for the next payload in a [`Flattener`].
//!
//! **Bounds.** With *n* the length of the text and *t* that of the canonical text: time is linear in *n* + *t* but for the
//! sort, which compares *t* · log(leaves) bytes at most. Since paths repeat their beginnings, *t* can grow with the square
//! of *n* (a long key over a long list); so the arena, which holds all paths and all unescaped strings, and the text are
//! each refused above [`MAX_BYTES`]. Memory is then at most the arena and some 50 bytes for each leaf and open member.
//! Depth is refused above [`MAX_DEPTH`].

mod policy;
mod scan;
mod walk;

use std::fmt;

use serde_json::value::RawValue;

pub use policy::{DottedKeys, Duplicates, EmptyRoot, Null, Numbers, Policy, ScalarRoot};
use walk::Store;

/// How deep containers may be nested.
pub const MAX_DEPTH: usize = 128;

/// The most bytes that a text, or all its paths and unescaped strings together, may have.
pub const MAX_BYTES: usize = 64 << 20;

/// Gives the canonical text of a JSON text to a sink, piece by piece.
///
/// An error is found before the sink is given anything.
///
/// ```
/// use zhixing_core::flatten::{Policy, flatten};
///
/// let mut text = Vec::new();
/// let reply = r#"{"b": [1.0, {"c": "\u6267"}, []], "a": true}"#;
/// flatten(reply, &Policy::DEFAULT, |piece| text.extend_from_slice(piece))?;
/// assert_eq!(String::from_utf8_lossy(&text), "a=true&b.0=1.0&b.1.c=执&b.2=[]");
/// # Ok::<(), zhixing_core::flatten::FlattenError>(())
/// ```
///
/// # Errors
/// If the text is not JSON, is too deep or too large, or if the policy refuses it: see [`FlattenError`].
pub fn flatten(text: &str, policy: &Policy, sink: impl FnMut(&[u8])) -> Result<(), FlattenError> {
    Flattener::default().flatten(text, policy)?.feed(sink);
    Ok(())
}

/// [`flatten`] with storage that is used again for the next text.
#[derive(Debug, Default)]
pub struct Flattener {
    store: Store,
}

impl Flattener {
    /// Without any storage yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Finds the pairs of a JSON text.
    ///
    /// # Errors
    /// As [`flatten`].
    pub fn flatten<'f>(
        &'f mut self,
        text: &'f str,
        policy: &Policy,
    ) -> Result<Flat<'f>, FlattenError> {
        if text.len() > MAX_BYTES {
            return Err(FlattenError::TooLarge);
        }
        // Only asked whether it is JSON; offsets below are those of the whole text, white space before the value included.
        serde_json::from_str::<&RawValue>(text).map_err(|error| FlattenError::Syntax {
            offset: offset_of(text, &error),
        })?;
        self.store.walk(text, policy)?;
        let Store { arena, leaves, .. } = &mut self.store;
        // Paths were written one after the other, so their place tells the order of the text.
        leaves.sort_unstable_by(|a, b| {
            let paths = a.path.of(arena).cmp(b.path.of(arena));
            paths.then(a.path.start.cmp(&b.path.start))
        });
        match policy.duplicates {
            Duplicates::Refuse => {
                let same = |pair: &[walk::Leaf]| pair[0].path.of(arena) == pair[1].path.of(arena);
                if leaves.windows(2).any(same) {
                    return Err(FlattenError::SamePath);
                }
            }
            Duplicates::LastCounts => leaves.dedup_by(|later, earlier| {
                let same = later.path.of(arena) == earlier.path.of(arena);
                if same {
                    *earlier = *later;
                }
                same
            }),
        }
        Ok(Flat {
            source: text,
            store: &self.store,
        })
    }
}

/// Where serde_json found the fault, in bytes. It counts lines and columns from 1, columns in bytes.
fn offset_of(text: &str, error: &serde_json::Error) -> usize {
    let before = error.line().saturating_sub(1);
    let lines: usize = text.split_inclusive('\n').take(before).map(str::len).sum();
    (lines + error.column().saturating_sub(1)).min(text.len())
}

/// The pairs of a text, sorted by path.
#[derive(Clone, Copy)]
pub struct Flat<'f> {
    source: &'f str,
    store: &'f Store,
}

impl<'f> Flat<'f> {
    /// Each leaf's whole path and text, in canonical order.
    pub fn pairs(&self) -> impl Iterator<Item = (&'f str, &'f str)> + use<'f> {
        let Flat { source, store } = *self;
        store.leaves.iter().map(move |leaf| {
            let path = leaf.path.of(&store.arena);
            (path, leaf.value.of(source, &store.arena))
        })
    }

    /// Gives the canonical text to a sink, piece by piece.
    pub fn feed(&self, mut sink: impl FnMut(&[u8])) {
        for (position, (path, value)) in self.pairs().enumerate() {
            if position > 0 {
                sink(b"&");
            }
            if !self.store.value_alone {
                sink(path.as_bytes());
                sink(b"=");
            }
            sink(value.as_bytes());
        }
    }
}

impl fmt::Display for Flat<'_> {
    /// The canonical text, joined.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, (path, value)) in self.pairs().enumerate() {
            if position > 0 {
                f.write_str("&")?;
            }
            if !self.store.value_alone {
                f.write_str(path)?;
                f.write_str("=")?;
            }
            f.write_str(value)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Flat<'_> {
    /// How many pairs there are: the pairs themselves tell of people.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Flat")
            .field("pairs", &self.store.leaves.len())
            .finish_non_exhaustive()
    }
}

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
    /// Containers are nested more than [`MAX_DEPTH`] deep.
    TooDeep {
        /// The container that is one too deep.
        offset: usize,
    },
    /// The text, or its paths together, have more than [`MAX_BYTES`].
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
            FlattenError::TooDeep { offset } => {
                write!(f, "nested more than {MAX_DEPTH} deep at byte {offset}")
            }
            FlattenError::TooLarge => write!(
                f,
                "too large to flatten: the text or its paths have more than {} MiB",
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
