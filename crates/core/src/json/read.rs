//! How serde_json fills the notes: a visitor that writes down where each value stands and keeps nothing else.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::tree::{Members, Node, Span, Tree, Value};

/// What is read, and what it is written down in.
pub(super) struct Reader<'r, 's> {
    pub(super) source: &'s str,
    pub(super) tree: &'r mut Tree,
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
        Members::new(first, self.tree.nodes.len())
    }
}

/// Reads one value.
pub(super) struct Child<'a, 'r, 's> {
    reader: &'a mut Reader<'r, 's>,
    /// The key and its token, in an object.
    key: Option<(Span, u32)>,
}

impl<'a, 'r, 's> Child<'a, 'r, 's> {
    /// Reads the whole text.
    pub(super) fn root(reader: &'a mut Reader<'r, 's>) -> Self {
        Child { reader, key: None }
    }

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
