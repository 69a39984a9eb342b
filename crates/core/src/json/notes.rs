//! Writing the notes of a text while it is read.

use super::node::{Members, Node, Span, Step, Value};
use super::tree::Tree;
use crate::text::lies_in;

/// What is read, and what it is written down in.
pub(super) struct Notes<'s> {
    source: &'s str,
    /// Whoever reads takes it back at the end.
    pub(super) tree: Tree,
    /// The key whose value comes next, and its token.
    key: Option<(Span, u32)>,
    /// How many containers are open.
    depth: usize,
    /// Values below so many containers are read and not noted.
    deepest: usize,
    /// No control character stands in the source, so none stands in a string, where JSON forbids it.
    clean: bool,
    /// The value that is read next is a string of a clean source.
    quoted: bool,
    /// What is being read is no object: serde_json's way of giving a number where `arbitrary_precision` is on (`wire/precise.rs`).
    number: bool,
    /// Whoever reads takes numbers as they are spelt.
    pub(super) spelt: bool,
}

/// A container that is being read.
pub(super) struct Opened {
    key: Option<(Span, u32)>,
    token: u32,
    /// Where its members begin among those of all open containers.
    from: usize,
}

impl<'s> Notes<'s> {
    pub(super) fn new(source: &'s str, tree: Tree, deepest: usize) -> Self {
        Notes {
            source,
            tree,
            key: None,
            depth: 0,
            deepest,
            clean: source.bytes().fold(u8::MAX, u8::min) >= b' ',
            quoted: false,
            number: false,
            spelt: false,
        }
    }

    /// Counts an item of a list. The last that may come is one too many.
    pub(super) fn has_room(&mut self) -> bool {
        match &mut self.tree.items_left {
            None => true,
            Some(left) => {
                *left = left.saturating_sub(1);
                *left > 0
            }
        }
    }

    fn keeps(&self) -> bool {
        self.depth <= self.deepest
    }

    fn token(&mut self) -> u32 {
        let token = self.tree.tokens;
        self.tree.tokens += 1;
        token
    }

    /// A string that serde_json lent from the source lies where it points; `None` if it lies elsewhere.
    #[inline]
    fn lies_at(&self, text: &[u8]) -> Option<Span> {
        lies_in(self.source, text).map(|(start, end)| Span::new(start, end))
    }

    /// A string that was unescaped.
    fn kept(&mut self, text: &str) -> Span {
        let start = self.source.len() + self.tree.arena.len();
        let arena = &mut self.tree.arena;
        if arena.capacity() - arena.len() < text.len() {
            arena.reserve_exact(text.len() + arena.len() / 4);
        }
        arena.push_str(text);
        Span::new(start, start + text.len())
    }

    /// Notes a key that serde_json lent.
    #[inline]
    pub(super) fn key(&mut self, key: &str) {
        match self.lies_at(key.as_bytes()) {
            Some(span) => self.key = Some((span, self.token())),
            // No key of the text.
            None => self.number = true,
        }
    }

    /// Notes a key that was unescaped.
    pub(super) fn unescaped_key(&mut self, key: &str) {
        let span = self.kept(key);
        self.key = Some((span, self.token()));
    }

    /// The value of the key that was noted last is read next. The step to it.
    #[inline]
    pub(super) fn enter_member(&mut self) -> Step {
        let key = self.key.map(|(key, _)| key);
        let value = key.filter(|_| self.clean).and_then(|key| self.behind(key));
        self.quoted = value.is_some_and(|value| value.starts_with(b"\""));
        key.map_or(Step::Nowhere, Step::Key)
    }

    /// An item is read next. The step to it.
    #[inline]
    pub(super) fn enter_item(&mut self, index: usize) -> Step {
        self.quoted = false;
        Step::Index(index)
    }

    /// Whether the value that is read now may be asked for as bytes: serde_json then looks for the end of a string with SIMD,
    /// and not at each byte for what JSON forbids.
    #[inline]
    pub(super) fn as_bytes(&mut self) -> bool {
        std::mem::take(&mut self.quoted)
    }

    /// Reading ended with an error that lies behind this step: what a fault passes on its way out is its place.
    #[cold]
    pub(super) fn failed(&mut self, step: Step) {
        self.tree.fault.push(step);
    }

    /// The key of the value that is noted next, and the token that stands for it.
    fn begin(&mut self) -> (Span, u32) {
        let token = self.token();
        self.key.take().unwrap_or((Span::default(), token))
    }

    /// Notes a value without others in it.
    #[inline]
    pub(super) fn leaf(&mut self, value: Value) {
        let (key, token) = self.begin();
        if self.keeps() {
            self.tree.open.push(Node { key, value, token });
        }
    }

    /// Notes a string that serde_json lent.
    #[inline]
    pub(super) fn text(&mut self, text: &str) {
        match self.lies_at(text.as_bytes()) {
            Some(span) => self.leaf(Value::Text(span)),
            None => self.unescaped(text),
        }
    }

    /// Notes a string whose bytes serde_json lent, and gives its text; `None` if they lie elsewhere than in the source.
    #[inline]
    pub(super) fn lent(&mut self, bytes: &[u8]) -> Option<&'s str> {
        let span = self.lies_at(bytes)?;
        let text = span.of_source(self.source)?;
        self.leaf(Value::Text(span));
        Some(text)
    }

    /// Unescaped bytes are no text: there is half of a surrogate pair among them.
    pub(super) fn torn(&mut self) {
        self.tree.torn = true;
    }

    /// Notes a string that was unescaped. Behind a key it is known where it stands; an item of a list is kept.
    pub(super) fn unescaped(&mut self, text: &str) {
        if !self.keeps() {
            return self.leaf(Value::Null);
        }
        let value = match self.behind_key() {
            Some((start, [b'"', ..])) => {
                Value::Escaped(Span::new(start + 1, start + 1 + text.len()))
            }
            _ => Value::Text(self.kept(text)),
        };
        self.leaf(value);
    }

    /// Notes an integer, which has one spelling.
    pub(super) fn integer(&mut self, value: impl ToString) {
        if !self.keeps() {
            return self.leaf(Value::Null);
        }
        let span = match self.number_behind_key() {
            Some(span) => span,
            None => self.kept(&value.to_string()),
        };
        self.leaf(Value::Number(span));
    }

    /// Notes a number with more than one spelling; gives that, where it is known and asked for.
    pub(super) fn fraction(&mut self) -> Option<&'s str> {
        let span = match self.keeps() || self.spelt {
            true => self.number_behind_key(),
            false => None,
        };
        let value = match span {
            _ if !self.keeps() => Value::Null,
            Some(span) => Value::Number(span),
            None => {
                self.tree.misspelt = true;
                Value::Spelling(self.tree.tokens)
            }
        };
        self.leaf(value);
        span.filter(|_| self.spelt)?.of_source(self.source)
    }

    /// What stands behind a key and its colon, if the key stands in the source.
    #[inline]
    fn behind(&self, key: Span) -> Option<&'s [u8]> {
        let blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b':');
        // Behind the key's closing quote.
        let rest = self.source.as_bytes().get(key.end_in(self.source)? + 1..)?;
        rest.get(rest.iter().position(|byte| !blank(byte))?..)
    }

    /// What stands behind the key whose value is noted next, and where.
    fn behind_key(&self) -> Option<(usize, &'s [u8])> {
        let (key, _) = self.key?;
        let behind = self.behind(key)?;
        Some((self.source.len() - behind.len(), behind))
    }

    /// The number that stands behind a key.
    fn number_behind_key(&self) -> Option<Span> {
        let (start, digits) = self.behind_key()?;
        let part = |byte: &u8| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
        let length = digits.iter().position(|byte| !part(byte));
        Some(Span::new(start, start + length.unwrap_or(digits.len())))
    }

    pub(super) fn open(&mut self) -> Opened {
        let key = self.key.take();
        let token = self.token();
        let from = self.tree.open.len();
        self.depth += 1;
        Opened { key, token, from }
    }

    pub(super) fn close(&mut self, opened: Opened, value: impl FnOnce(Members) -> Value) {
        let Opened { key, token, from } = opened;
        let Tree { nodes, open, .. } = &mut self.tree;
        self.depth -= 1;
        if std::mem::take(&mut self.number) {
            open.truncate(from);
            self.tree.tokens = token;
            self.key = key;
            self.fraction();
            return;
        }
        if self.depth > self.deepest {
            return;
        }
        let first = nodes.len();
        let members = open.get(from..).unwrap_or_default();
        nodes.extend_from_slice(members);
        open.truncate(from);
        let value = value(Members::new(first, nodes.len()));
        let (key, token) = key.unwrap_or((Span::default(), token));
        open.push(Node { key, value, token });
    }
}
