//! One value in the notes of a text, and the texts that it points to.

use super::text::{Escaped, Text};

/// A piece of the source or of the arena.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Span {
    start: u32,
    end: u32,
}

impl Span {
    pub(crate) fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Where it ends in the source; `None` if it lies in the arena.
    pub(super) fn end_in(self, source: &str) -> Option<usize> {
        Some(self.end as usize).filter(|end| *end <= source.len())
    }

    /// Its text with the byte before and the byte behind it.
    pub(crate) fn with_ends(self, source: &str) -> &str {
        let (start, end) = (self.start as usize, self.end as usize);
        source
            .get(start.saturating_sub(1)..end + 1)
            .unwrap_or_default()
    }

    /// Its text; `None` if it lies in the arena.
    pub(super) fn of_source(self, source: &str) -> Option<&str> {
        source.get(self.start as usize..self.end as usize)
    }

    /// Positions fit: longer texts are refused before they are read ([`LONGEST`]), and an arena is no larger than its text.
    pub(crate) fn new(start: usize, end: usize) -> Self {
        let narrow = |position| u32::try_from(position).unwrap_or(u32::MAX);
        Span {
            start: narrow(start),
            end: narrow(end),
        }
    }
}

/// A value and, in an object, its key.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    pub(crate) key: Span,
    pub(crate) value: Value,
    /// Which token of the text this is, or its key: for order, and for the place in an error.
    pub(crate) token: u32,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    /// A number as it is spelt.
    Number(Span),
    /// A number whose spelling is that of this token.
    Spelling(u32),
    Text(Span),
    /// A string with escapes: it begins here in the source, and the length is that of its text.
    Escaped(Span),
    /// The items are these nodes.
    List(Members),
    /// The members are these nodes.
    Object(Members),
}

/// A range of nodes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Members {
    pub(crate) first: u32,
    pub(crate) end: u32,
}

impl Members {
    pub(super) fn new(first: usize, end: usize) -> Self {
        let Span { start, end } = Span::new(first, end);
        Members { first: start, end }
    }

    pub(crate) fn is_empty(self) -> bool {
        self.first == self.end
    }

    pub(crate) fn indexes(self) -> std::ops::Range<usize> {
        self.first as usize..self.end as usize
    }

    /// Keeps so many of them.
    pub(crate) fn truncate(&mut self, kept: usize) {
        self.end = self
            .end
            .min(self.first + u32::try_from(kept).unwrap_or(u32::MAX));
    }
}

impl Value {
    /// The values in this one, in the order of the text until they are sorted.
    pub(super) fn inside(&self) -> std::ops::Range<usize> {
        match self {
            Value::List(members) | Value::Object(members) => members.indexes(),
            _ => 0..0,
        }
    }

    /// Whether there are values below this one.
    pub(crate) fn is_parent(&self) -> bool {
        matches!(self, Value::List(members) | Value::Object(members) if !members.is_empty())
    }
}

/// A step from a container to what is in it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    Key(Span),
    Index(usize),
    /// To a number's own text (`wire/precise.rs`).
    Nowhere,
}

/// What spans are pieces of.
#[derive(Clone, Copy)]
pub(crate) struct Texts<'t> {
    pub(super) source: &'t str,
    pub(super) arena: &'t str,
}

impl<'t> Texts<'t> {
    /// Without an arena.
    pub(crate) fn of_source(source: &'t str) -> Self {
        Self { source, arena: "" }
    }

    pub(crate) fn of(self, span: Span) -> &'t str {
        let (start, end) = (span.start as usize, span.end as usize);
        let behind = self.source.len();
        let found = match start.checked_sub(behind) {
            Some(start) => self.arena.get(start..end.saturating_sub(behind)),
            None => self.source.get(start..end),
        };
        found.unwrap_or_default()
    }

    /// The text of a string or a number.
    #[inline]
    pub(crate) fn of_value(self, value: &Value) -> Option<Text<'t>> {
        Some(match value {
            Value::Text(span) | Value::Number(span) => Text::Plain(self.of(*span)),
            Value::Escaped(span) => Text::Escaped(Escaped {
                raw: self
                    .source
                    .as_bytes()
                    .get(span.start as usize..)
                    .unwrap_or_default(),
                length: span.len(),
            }),
            _ => return None,
        })
    }
}
