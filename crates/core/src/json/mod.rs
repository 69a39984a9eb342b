//! A JSON text, read once.
//!
//! A signature covers the text of fields that no type knows, so it is checked on the text. One pass of serde_json notes where each
//! key and each value stands; what follows works on those notes and does not scan the text again.

mod node;
mod notes;
mod read;
mod text;
mod token;
mod tree;

pub(crate) use node::{Members, Node, Span, Texts, Value};
pub(crate) use text::Text;
pub(crate) use token::Tokens;
pub(crate) use tree::{Tree, WHOLE};
