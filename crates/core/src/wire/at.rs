//! Where a value stands in a reply, which decides what may be empty, what becomes of what cannot be read, and whose parts texts are.

use std::sync::Arc;

/// Where a value stands, and what holds there.
pub(crate) struct At<'b> {
    pub(super) place: Place,
    pub(super) keep: Keep,
    /// The body that texts are parts of.
    pub(super) body: Option<&'b Arc<String>>,
}

/// The place decides what may be empty.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Anything may.
    Field,
    /// A list has no missing items, so an empty one is a wrong shape, except for text, where `""` is a value like any other.
    List,
    /// Nothing may but an object.
    Root,
}

/// What becomes of a value that is none of its type: text for an integer, or a list for text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// The struct keeps it, as one below will.
    Yes,
    /// It is a wrong shape, but a struct below keeps what it cannot read.
    Below,
    /// It is a wrong shape, and what is below is as well, but for the items of lists: of the rest it is judged whether records
    /// were found and whether they are all, and nothing is concluded from what was not understood.
    InItems,
}

impl At<'static> {
    /// A field by itself, without a struct.
    pub(super) const ALONE: &'static Self = &Self::of(Place::Field, Keep::Below, None);
}

impl<'b> At<'b> {
    /// The whole of a text is read into a generated struct; with the body that it is, texts are parts of that.
    pub(crate) fn root(body: Option<&'b Arc<String>>) -> Self {
        Self::of(Place::Root, Keep::Below, body)
    }

    /// The same, by whoever concludes something from what is there.
    pub(crate) fn reply(body: &'b Arc<String>) -> Self {
        Self::of(Place::Root, Keep::InItems, Some(body))
    }

    const fn of(place: Place, keep: Keep, body: Option<&'b Arc<String>>) -> Self {
        Self { place, keep, body }
    }

    /// The items of a list that stands there.
    pub(super) fn item(&self) -> Self {
        Self::of(Place::List, Keep::Below, self.body)
    }

    /// The fields of a struct that stands there.
    pub(super) fn member(&self) -> Self {
        let keep = match (self.keep, self.place) {
            (Keep::InItems, Place::Root | Place::Field) => Keep::InItems,
            _ => Keep::Yes,
        };
        Self::of(Place::Field, keep, self.body)
    }
}
