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
//! `case.x` as `-` is below `.`. Sorting each level by its keys gives this order in most objects and another one in some;
//! `order.rs` says which, and why. (Java and
//! JavaScript compare UTF-16 units, which differs from bytes only between U+E000–U+FFFF and characters above; no
//! documented key has either.) An empty key is a segment like any other: `{"a":{"":1}}` is `a.=1`.
//!
//! **How.** serde_json reads the text once and notes where each piece stands (`json/`); the notes of each object are
//! sorted, which gives the order of whole paths wherever that can be proved and is looked for where it cannot (`order.rs`); then
//! one walk gives paths and values to a hash. Nothing is joined, no leaf keeps
//! its path, and all storage is kept for the next payload in a [`Flattener`].
//!
//! **Bounds.** With *n* the length of the text and *t* that of the canonical text: time is linear in *n* + *t* but for sorting the
//! keys of each object. Since paths repeat their beginnings, *t* can grow with the square of *n* (a long key over a long
//! list), so it is counted before it is made and refused above [`MAX_BYTES`]. Memory is 24 bytes for each value, a
//! copy of escaped keys and items of lists and, below an object whose whole paths must be sorted, those paths. Depth is refused above [`MAX_DEPTH`].

mod error;
mod like;
mod order;
mod policy;
mod walk;
mod whole;

use std::fmt;

use serde_json::value::RawValue;

pub use error::FlattenError;
use like::Orders;
pub use policy::{DottedKeys, Duplicates, EmptyRoot, Null, Numbers, Policy, ScalarRoot};
use walk::Payload;

use crate::json::{Node, Tokens, Tree, Value};

/// How deep containers may be nested: as deep as serde_json decodes.
pub const MAX_DEPTH: usize = 127;

/// The most bytes that a text or its canonical text may have.
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
    tree: Tree,
    room: Room,
}

/// What putting into order and writing need room for.
#[derive(Debug, Default)]
pub(crate) struct Room {
    orders: Orders,
    path: String,
}

impl Flattener {
    /// Without any storage yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a JSON text and puts its pairs into order.
    ///
    /// # Errors
    /// As [`flatten`].
    pub fn flatten<'f>(
        &'f mut self,
        text: &'f str,
        policy: &'f Policy,
    ) -> Result<Flat<'f>, FlattenError> {
        if text.len() > MAX_BYTES {
            return Err(FlattenError::TooLarge);
        }
        let read = self.tree.read(text);
        let root = read.map_err(|error| why(text, &error))?;
        Flat::of(text, &mut self.tree, root, policy, &mut self.room)
    }
}

/// What the whole payload becomes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Pairs, or none if it is empty.
    Pairs,
    /// One pair with an empty key.
    EmptyKey,
    /// The value alone.
    ValueAlone,
}

impl Form {
    /// `None` if the policy refuses the payload.
    fn of(root: &Node, policy: &Policy) -> Option<Self> {
        Some(match root.value {
            Value::Object(_) | Value::List(_) if root.value.is_parent() => Form::Pairs,
            Value::Object(_) | Value::List(_) | Value::Null => match policy.empty_root {
                EmptyRoot::NoPairs => Form::Pairs,
                EmptyRoot::EmptyKey => Form::EmptyKey,
                EmptyRoot::ValueAlone => Form::ValueAlone,
            },
            _ => match policy.scalar_root {
                ScalarRoot::Refuse => return None,
                ScalarRoot::EmptyKey => Form::EmptyKey,
                ScalarRoot::ValueAlone => Form::ValueAlone,
            },
        })
    }
}

/// Why serde_json could not read a text: not JSON, or JSON that is beyond what it decodes.
fn why(text: &str, error: &serde_json::Error) -> FlattenError {
    // A raw value is only looked through and not decoded.
    if let Err(error) = serde_json::from_str::<&RawValue>(text) {
        let offset = offset_of(text, &error);
        return FlattenError::Syntax { offset };
    }
    for token in Tokens::new(text) {
        let offset = token.start;
        if token.depth > MAX_DEPTH {
            return FlattenError::TooDeep { offset };
        }
        let quoted = text.get(token.start.saturating_sub(1)..token.end + 1);
        if token.quoted && quoted.is_none_or(|text| serde_json::from_str::<String>(text).is_err()) {
            return FlattenError::Surrogate { offset };
        }
    }
    let offset = offset_of(text, error);
    FlattenError::Syntax { offset }
}

/// Where serde_json found the fault, in bytes. It counts lines and columns from 1, columns in bytes.
fn offset_of(text: &str, error: &serde_json::Error) -> usize {
    let before = error.line().saturating_sub(1);
    let lines: usize = text.split_inclusive('\n').take(before).map(str::len).sum();
    (lines + error.column().saturating_sub(1)).min(text.len())
}

/// The pairs of a text, sorted by path.
pub struct Flat<'f> {
    payload: Payload<'f>,
    root: Node,
    form: Form,
    path: &'f mut String,
}

impl<'f> Flat<'f> {
    /// Puts a value of a text that was read into order. Errors tell places in the whole text.
    pub(crate) fn of(
        text: &'f str,
        tree: &'f mut Tree,
        mut root: Node,
        policy: &'f Policy,
        room: &'f mut Room,
    ) -> Result<Self, FlattenError> {
        order::settle(tree, &mut room.orders, text, &mut root, policy)?;
        let form = Form::of(&root, policy).ok_or_else(|| FlattenError::ScalarRoot {
            offset: order::offset_of(text, root.token),
        })?;
        Ok(Flat {
            payload: Payload {
                source: text,
                tree,
                policy,
                unordered: false,
            },
            root,
            form,
            path: &mut room.path,
        })
    }

    /// Gives the canonical text to a sink, piece by piece: a hash has a buffer of its own.
    pub fn feed(self, mut sink: impl FnMut(&[u8])) {
        let Flat { path, .. } = self;
        path.clear();
        write(self.payload, &self.root, self.form, path, &mut sink);
    }
}

impl fmt::Display for Flat<'_> {
    /// The canonical text, joined.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = Vec::new();
        let path = &mut String::new();
        write(self.payload, &self.root, self.form, path, &mut |piece| {
            text.extend_from_slice(piece);
        });
        f.write_str(&String::from_utf8_lossy(&text))
    }
}

/// Writes `path=value` pairs with `&` between.
fn write(
    payload: Payload<'_>,
    root: &Node,
    form: Form,
    path: &mut String,
    out: &mut impl FnMut(&[u8]),
) {
    if form != Form::Pairs {
        if let Some(text) = payload.text(root) {
            if form == Form::EmptyKey {
                out(b"=");
            }
            text.give(out);
        }
        return;
    }
    path.push('&');
    let mut joint = 1;
    payload.leaves(root, path, &mut |pair, text, _| {
        // No `&` stands before the first pair.
        out(pair.as_bytes().get(joint..).unwrap_or_default());
        text.give(&mut *out);
        joint = 0;
    });
}

impl fmt::Debug for Flat<'_> {
    /// Nothing of the pairs: they tell of people.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Flat").finish_non_exhaustive()
    }
}
