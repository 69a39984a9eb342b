//! The notes: one node for each value, the members of a container side by side.
//!
//! A node holds no text. A string without escapes is a span of the source; what had to be unescaped or spelt lies in an arena
//! behind it. Both are one address space, so that a span is two numbers, whichever it is. All storage is kept for the next text.
//!
//! serde_json tells a number's value and not its spelling. An integer has one spelling only; that of any other number
//! (`1.0`, `-0`, 20 digits) is looked up in the text afterwards.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::Tokens;

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

    /// Positions fit: texts above 64 MiB are refused before they are read, and an arena is no larger than its text.
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
    /// Whether there are values below this one.
    pub(crate) fn is_parent(&self) -> bool {
        matches!(self, Value::List(members) | Value::Object(members) if !members.is_empty())
    }
}

/// A text, read.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    arena: String,
    nodes: Vec<Node>,
    /// Members of containers that are still open.
    open: Vec<Node>,
    tokens: u32,
    misspelt: bool,
}

impl Tree {
    /// Reads a whole text, and gives its root.
    pub(crate) fn read(&mut self, source: &str) -> Result<Node, serde_json::Error> {
        self.arena.clear();
        self.nodes.clear();
        self.open.clear();
        self.tokens = 0;
        self.misspelt = false;
        let mut reader = Reader { source, tree: self };
        let mut deserializer = serde_json::Deserializer::from_str(source);
        let mut root = Child {
            reader: &mut reader,
            key: None,
        }
        .deserialize(&mut deserializer)?;
        deserializer.end()?;
        if self.misspelt {
            self.spell(source, &mut root);
        }
        Ok(root)
    }

    pub(crate) fn text<'t>(&'t self, source: &'t str, span: Span) -> &'t str {
        let arena = &self.arena;
        Texts { source, arena }.of(span)
    }

    pub(crate) fn members(&self, members: Members) -> &[Node] {
        self.nodes
            .get(members.first as usize..members.end as usize)
            .unwrap_or_default()
    }

    /// Members to be sorted, and their keys' texts.
    pub(crate) fn members_mut<'t>(
        &'t mut self,
        members: Members,
        source: &'t str,
    ) -> (&'t mut [Node], Texts<'t>) {
        let nodes = self
            .nodes
            .get_mut(members.first as usize..members.end as usize);
        let arena = &self.arena;
        (nodes.unwrap_or_default(), Texts { source, arena })
    }

    pub(crate) fn node(&self, index: usize) -> Option<Node> {
        self.nodes.get(index).copied()
    }

    pub(crate) fn put(&mut self, index: usize, node: Node) {
        if let Some(place) = self.nodes.get_mut(index) {
            *place = node;
        }
    }

    /// Gives every number its spelling.
    fn spell(&mut self, source: &str, root: &mut Node) {
        let mut waiting: Vec<&mut Node> = self
            .nodes
            .iter_mut()
            .chain([root])
            .filter(|node| matches!(node.value, Value::Spelling(_)))
            .collect();
        let place = |node: &Node| match node.value {
            Value::Spelling(token) => token,
            _ => 0,
        };
        waiting.sort_unstable_by_key(|node| place(node));
        let mut tokens = Tokens::new(source).enumerate();
        for node in waiting {
            let wanted = place(node) as usize;
            if let Some((_, lexeme)) = tokens.find(|(index, _)| *index == wanted) {
                node.value = Value::Number(Span::new(lexeme.start, lexeme.end));
            }
        }
    }
}

/// What spans are pieces of.
#[derive(Clone, Copy)]
pub(crate) struct Texts<'t> {
    source: &'t str,
    arena: &'t str,
}

impl<'t> Texts<'t> {
    pub(crate) fn of(self, span: Span) -> &'t str {
        let (start, end) = (span.start as usize, span.end as usize);
        let behind = self.source.len();
        let found = match start.checked_sub(behind) {
            Some(start) => self.arena.get(start..end.saturating_sub(behind)),
            None => self.source.get(start..end),
        };
        found.unwrap_or_default()
    }
}

struct Reader<'r, 's> {
    source: &'s str,
    tree: &'r mut Tree,
}

impl Reader<'_, '_> {
    fn token(&mut self) -> u32 {
        let token = self.tree.tokens;
        self.tree.tokens += 1;
        token
    }

    /// A string that serde_json lent from the source lies where it points.
    fn lent(&self, text: &str) -> Span {
        let start = (text.as_ptr() as usize).wrapping_sub(self.source.as_ptr() as usize);
        Span::new(start, start + text.len())
    }

    fn kept(&mut self, text: fmt::Arguments<'_>) -> Span {
        use fmt::Write as _;
        let start = self.source.len() + self.tree.arena.len();
        // Writing to a string cannot fail.
        let _ = self.tree.arena.write_fmt(text);
        Span::new(start, self.source.len() + self.tree.arena.len())
    }

    fn close(&mut self, from: usize) -> Members {
        let first = self.tree.nodes.len();
        self.tree.nodes.extend(self.tree.open.drain(from..));
        let Span { start, end } = Span::new(first, self.tree.nodes.len());
        Members { first: start, end }
    }
}

/// Reads one value.
struct Child<'a, 'r, 's> {
    reader: &'a mut Reader<'r, 's>,
    /// The key and its token, in an object.
    key: Option<(Span, u32)>,
}

impl Child<'_, '_, '_> {
    fn node(self, value: impl FnOnce(&mut Reader<'_, '_>, u32) -> Value) -> Node {
        let token = self.reader.token();
        let value = value(self.reader, token);
        let (key, token) = self.key.unwrap_or((Span::default(), token));
        Node { key, value, token }
    }
}

impl<'de> DeserializeSeed<'de> for Child<'_, '_, '_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Child<'_, '_, '_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        Ok(self.node(|_, _| Value::Null))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Node, E> {
        Ok(self.node(|_, _| Value::Bool(value)))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Node, E> {
        Ok(self.node(|reader, _| Value::Number(reader.kept(format_args!("{value}")))))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Node, E> {
        Ok(self.node(|reader, _| Value::Number(reader.kept(format_args!("{value}")))))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Node, E> {
        self.reader.tree.misspelt = true;
        Ok(self.node(|_, token| Value::Spelling(token)))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Node, E> {
        Ok(self.node(|reader, _| Value::Text(reader.lent(text))))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Node, E> {
        Ok(self.node(|reader, _| Value::Text(reader.kept(format_args!("{text}")))))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let token = self.reader.token();
        let from = self.reader.tree.open.len();
        while let Some(item) = items.next_element_seed(Child {
            reader: self.reader,
            key: None,
        })? {
            self.reader.tree.open.push(item);
        }
        let value = Value::List(self.reader.close(from));
        let (key, token) = self.key.unwrap_or((Span::default(), token));
        Ok(Node { key, value, token })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Node, A::Error> {
        let token = self.reader.token();
        let from = self.reader.tree.open.len();
        while let Some(key) = members.next_key_seed(Key(self.reader))? {
            let member = members.next_value_seed(Child {
                reader: self.reader,
                key: Some(key),
            })?;
            self.reader.tree.open.push(member);
        }
        let value = Value::Object(self.reader.close(from));
        let (key, token) = self.key.unwrap_or((Span::default(), token));
        Ok(Node { key, value, token })
    }
}

/// Reads a key.
struct Key<'a, 'r, 's>(&'a mut Reader<'r, 's>);

impl<'de> DeserializeSeed<'de> for Key<'_, '_, '_> {
    type Value = (Span, u32);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(Span, u32), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key<'_, '_, '_> {
    type Value = (Span, u32);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<(Span, u32), E> {
        Ok((self.0.lent(text), self.0.token()))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(Span, u32), E> {
        Ok((self.0.kept(format_args!("{text}")), self.0.token()))
    }
}
