//! A reply's text, read once for its status, its signature and its types.
//!
//! The status decides what the rest means and the signature covers text and not values, so both are looked up in the notes
//! of the text (`json/`), which are taken while it is typed. What no decoder takes as a whole, such as half of a surrogate
//! pair in some field, may still have a status: then the text is scanned for it.

use std::sync::Arc;

use serde_json::error::Category;

use crate::credentials::Secret;
use crate::envelope::Envelope;
use crate::flatten::Room;
use crate::json::{Node, Tree, Value, WHOLE};
use crate::spec::Operation;
use crate::verify::{ReplySignature, Signature, VerifyError};
use crate::wire::{At, Fill, Object, Root, Spelt};

/// A text whose outermost value is an object.
#[derive(Debug)]
pub(crate) struct Reading<'t> {
    text: &'t str,
    found: Found<'t>,
}

#[derive(Debug)]
enum Found<'t> {
    Noted(Tree, Node),
    Scanned(Envelope<'t>),
}

/// Why a text is not of a type.
#[derive(Debug)]
pub(crate) enum Misfit {
    /// The value at that JSON path is another than the type's.
    Shape { path: String, problem: String },
    /// It is not about the shape: a lone surrogate, a number beyond all range, too deep a nesting. Such a fault may sit in an
    /// undocumented field, whose key is content, so no path is told.
    Undecodable,
    /// Its lists hold more than is allowed.
    TooMany,
}

impl Misfit {
    fn of(error: &serde_json::Error, path: String) -> Self {
        if error.classify() != Category::Data {
            return Misfit::Undecodable;
        }
        // serde_json adds the place in the text, which helps nobody without the text.
        let problem = error.to_string();
        let problem = problem.split(" at line ").next().unwrap_or_default();
        let problem = problem.to_owned();
        Misfit::Shape { path, problem }
    }
}

impl<'t> Reading<'t> {
    /// Reads the text of that body, a reply to that operation with so many items of lists at most, into its type, or tells where it has another
    /// shape.
    pub(crate) fn of(
        text: &'t str,
        body: &Arc<String>,
        operation: &Operation,
        list_items: usize,
        reply: &mut dyn Object,
    ) -> Result<(Self, Result<(), Misfit>), serde_json::Error> {
        let mut tree = Tree::bounded(list_items);
        let (mut into, at) = (Root(reply), At::reply(body));
        let mut fill = Fill::at(&at, &mut into);
        let misfit = match tree.read_as(text, deepest(operation), Spelt(&mut fill)) {
            Ok((root, _)) if matches!(root.value, Value::Object(_)) => {
                let found = Found::Noted(tree, root);
                return Ok((Reading { text, found }, Ok(())));
            }
            Ok(_) => Misfit::Undecodable,
            Err(_) if tree.torn() => Misfit::Undecodable,
            Err(_) if tree.overfull() => {
                // Notes of all of it would be as large as its types.
                let found = Found::Scanned(Envelope::read(text)?);
                return Ok((Reading { text, found }, Err(Misfit::TooMany)));
            }
            Err(error) => Misfit::of(&error, tree.place(text)),
        };
        Self::untyped(text, Tree::default()).map(|reading| (reading, Err(misfit)))
    }

    fn untyped(text: &'t str, mut tree: Tree) -> Result<Self, serde_json::Error> {
        let found = match tree.read(text) {
            Ok(root) if matches!(root.value, Value::Object(_)) => Found::Noted(tree, root),
            _ => Found::Scanned(Envelope::read(text)?),
        };
        Ok(Reading { text, found })
    }

    /// The whole text.
    pub(crate) fn text(&self) -> &'t str {
        self.text
    }

    /// The value at that path as text: strings without quotes, numbers and booleans as they stand. `None` for null, "",
    /// lists and objects.
    pub(crate) fn scalar(&self, path: &[&str]) -> Option<String> {
        match &self.found {
            Found::Noted(tree, root) => tree.scalar(self.text, *root, path),
            Found::Scanned(envelope) => envelope.scalar(path),
        }
    }

    /// The text of the value at that path; `None` when there is none. It is scanned for.
    pub(crate) fn raw(&self, path: &[&str]) -> Option<&'t str> {
        match &self.found {
            Found::Noted(..) => Envelope::read(self.text).ok()?.raw(path),
            Found::Scanned(envelope) => envelope.raw(path),
        }
    }

    /// Checks the signature.
    pub(crate) fn verify(
        &mut self,
        spec: &ReplySignature,
        secret: &Secret,
    ) -> Result<Signature, VerifyError> {
        let read = match &mut self.found {
            Found::Noted(tree, root) => Some((tree, *root)),
            Found::Scanned(_) => None,
        };
        spec.verify_noted(self.text, read, &mut Room::default(), secret)
    }
}

/// How many containers what is looked up in a reply stands in. A signature is over all there is.
fn deepest(operation: &Operation) -> usize {
    if operation.vendor.reply_signature.is_some() {
        return WHOLE;
    }
    let envelope = operation.envelope;
    let none = operation.none.map(|none| none.path);
    [
        Some(envelope.code),
        Some(envelope.message),
        envelope.order_number,
        none,
    ]
    .into_iter()
    .flatten()
    .map(<[_]>::len)
    .max()
    .unwrap_or_default()
}
