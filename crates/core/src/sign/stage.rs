//! What signing brings about: fields to send, and the stages that led to them. Both are shown masked.

use std::fmt;

use super::Place;
use crate::credentials::MASK;

/// A joined text, once as it is and once as it may be shown.
#[derive(Clone, PartialEq, Eq, Default)]
pub(super) struct Text {
    pub(super) open: String,
    pub(super) masked: String,
    pub(super) sensitive: bool,
}

impl Text {
    /// A text that may be shown.
    pub(super) fn open(text: &str) -> Self {
        Self {
            open: text.to_owned(),
            masked: text.to_owned(),
            sensitive: false,
        }
    }

    /// A text that must not be shown.
    pub(super) fn hidden(text: &str) -> Self {
        Self {
            open: text.to_owned(),
            masked: MASK.to_owned(),
            sensitive: true,
        }
    }

    /// With room for what is joined in practice, so that it is not moved while it grows.
    pub(super) fn with_room() -> Self {
        Self {
            open: String::with_capacity(96),
            masked: String::with_capacity(96),
            sensitive: false,
        }
    }

    pub(super) fn push(&mut self, more: &Self) {
        self.open.push_str(&more.open);
        self.masked.push_str(&more.masked);
        self.sensitive |= more.sensitive;
    }

    pub(super) fn push_open(&mut self, more: &str) {
        self.open.push_str(more);
        self.masked.push_str(more);
    }

    pub(super) fn push_hidden(&mut self, more: &str) {
        self.open.push_str(more);
        self.masked.push_str(MASK);
        self.sensitive = true;
    }

    /// The text after a change; what is hidden stays so.
    pub(super) fn map(&self, change: impl FnOnce(&str) -> String) -> Self {
        let changed = change(&self.open);
        if self.sensitive {
            Self::hidden(&changed)
        } else {
            Self::open(&changed)
        }
    }
}

/// A field to add to a request. `Debug` masks a sensitive value.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SignedField {
    /// Where it travels.
    pub place: Place,
    /// Its name on the wire.
    pub name: &'static str,
    /// Its value, not yet encoded for its place.
    pub value: String,
    /// Whether the value holds a credential, a digest or what is asked, and must not be shown.
    pub sensitive: bool,
}

impl SignedField {
    /// The value if it may be shown, [`MASK`] if not.
    pub fn masked_value(&self) -> &str {
        if self.sensitive { MASK } else { &self.value }
    }
}

impl fmt::Debug for SignedField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignedField")
            .field("place", &self.place)
            .field("name", &self.name)
            .field("value", &self.masked_value())
            .finish()
    }
}

/// One derived value and how it came about. `Debug` masks what must not be shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Stage {
    pub(super) name: &'static str,
    pub(super) text: Option<Text>,
    pub(super) value: Text,
}

impl Stage {
    /// The value's name in the recipe.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The value: the time or nonce as it is sent, the text or digest as it is written. It may be **secret**.
    pub fn value(&self) -> &str {
        &self.value.open
    }

    /// The text that was hashed or encoded, **secrets included**; `None` for a time and a nonce.
    pub fn text_to_sign(&self) -> Option<&str> {
        self.text.as_ref().map(|text| text.open.as_str())
    }

    /// The text that was hashed or encoded, with [`MASK`] in place of each credential, of each digest and of what is
    /// asked.
    pub fn masked_text(&self) -> Option<&str> {
        self.text.as_ref().map(|text| text.masked.as_str())
    }
}

impl fmt::Debug for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stage")
            .field("name", &self.name)
            .field("text", &self.masked_text())
            .field("value", &self.value.masked)
            .finish()
    }
}
