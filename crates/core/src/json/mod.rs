//! The text of a reply, read once.
//!
//! Status, signature and payload are all taken from the text that arrived, and a signature covers the text of fields that
//! no type knows. One pass of serde_json notes where each key and each value stands; what follows — the envelope, the
//! canonical text, the check — works on those notes and never reads the text again.

mod token;
mod tree;

pub(crate) use token::{Token, Tokens};
pub(crate) use tree::{Members, Node, Tree, Value};
