//! What arrives for a field.

use std::borrow::Cow;
use std::ops::Deref;
use std::sync::Arc;

use super::{Decode, Empty, Mismatch, Promise};
use crate::text::Text;

/// One value as it arrives. What is in a list or an object comes after it.
#[derive(Debug, Clone, Copy)]
pub enum Given<'a> {
    /// Nothing, said in that way. A [`Field`](super::Field) keeps it, and no [`Decode`] sees it.
    Nothing(Empty),
    /// What the field does not take, and its struct keeps. No [`Decode`] takes it.
    Unreadable,
    /// Text; not empty unless it is an item of a list.
    Text(Passage<'a>),
    /// An integer.
    Integer(i128),
    /// A number with a fraction or an exponent, or of more than 128 bits: as it is spelt, where the reader knows how.
    Fraction(&'a str),
    /// `true` or `false`
    Boolean(bool),
    /// A list.
    List,
    /// An object.
    Object,
}

/// Text as it arrives, and the reply's body, where there is one that its types share. A `&str` to those that keep no text.
#[derive(Debug, Clone, Copy)]
pub struct Passage<'a> {
    text: &'a str,
    body: Option<&'a Arc<String>>,
}

impl<'a> Passage<'a> {
    pub(super) fn of(text: &'a str, body: Option<&'a Arc<String>>) -> Self {
        Self { text, body }
    }

    /// The text for whoever looks at it.
    #[must_use]
    pub fn as_str(&self) -> &'a str {
        self.text
    }

    /// The text for whoever keeps it.
    #[inline]
    #[must_use]
    pub fn keep(&self) -> Text {
        Text::part(self.text, self.body)
    }
}

impl<'a> From<&'a str> for Passage<'a> {
    fn from(text: &'a str) -> Self {
        Self::of(text, None)
    }
}

impl Deref for Passage<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.text
    }
}

impl<'a> Given<'a> {
    /// This as the value of an enumeration, whose values are integers or not: `2.0` is the integer 2.
    ///
    /// # Errors
    /// Such a value is in no enumeration.
    pub(super) fn choice(
        &self,
        integer: bool,
        promise: &'static Promise,
    ) -> Result<Cow<'a, str>, Mismatch> {
        Ok(match self {
            Given::Text(passage) => Cow::Borrowed(passage.as_str()),
            Given::Integer(number) => Cow::Owned(number.to_string()),
            Given::Fraction(_) if integer => Cow::Owned(i64::decode(self)?.to_string()),
            Given::Fraction(spelt) => Cow::Borrowed(spelt),
            other => return Err(promise.broken(other)),
        })
    }
}
