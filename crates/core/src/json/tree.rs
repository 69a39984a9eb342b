//! The notes: one node for each value, the members of a container side by side.
//!
//! A node holds no text. A string is a span of the source; a key or an item of a list that had to be unescaped, and a number that had
//! to be spelt, lie in an arena behind it. Both are one address space, so that a span is two numbers, whichever it is. All storage is
//! kept for the next text.
//!
//! serde_json tells a number's value and not its spelling. An integer has one spelling only; that of any other number
//! (`1.0`, `-0`, 20 digits) is looked up in the text afterwards.

use std::marker::PhantomData;

use serde::de::{DeserializeSeed, IgnoredAny};

use super::node::{Members, Node, Span, Step, Texts, Value};
use super::notes::Notes;
use super::read::Noting;
use super::text::Text;
use super::token::{self, Tokens};

/// A text's bytes at most.
const LONGEST: usize = 1 << 31;

/// Everything is noted.
pub(crate) const WHOLE: usize = usize::MAX;

/// A text, read.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    pub(super) arena: String,
    pub(super) nodes: Vec<Node>,
    /// Members of containers that are still open.
    pub(super) open: Vec<Node>,
    pub(super) tokens: u32,
    pub(super) misspelt: bool,
    /// Reading ended at half of a surrogate pair.
    pub(super) torn: bool,
    /// Where reading ended, if it ended with an error: the steps to there, the last one first.
    pub(super) fault: Vec<Step>,
    /// How many items of lists may still come; any number where nobody says.
    pub(super) items_left: Option<usize>,
}

impl Tree {
    /// A tree of a text whose lists hold so many items at most, all together. One more is an error, and [`overfull`](Self::overfull).
    pub(crate) fn bounded(items: usize) -> Self {
        Self {
            items_left: Some(items.saturating_add(1)),
            ..Self::default()
        }
    }

    /// Whether reading ended at an item too many.
    pub(crate) fn overfull(&self) -> bool {
        self.items_left == Some(0)
    }

    /// Whether reading ended at half of a surrogate pair, which serde's error takes for a fault of the type.
    pub(crate) fn torn(&self) -> bool {
        self.torn
    }

    /// Reads a whole text, and gives its root.
    pub(crate) fn read(&mut self, source: &str) -> Result<Node, serde_json::Error> {
        match self.read_as(source, WHOLE, PhantomData::<IgnoredAny>) {
            Ok((root, _)) => Ok(root),
            // A number beyond the range of every decoder is JSON all the same, and somebody has hashed its spelling.
            Err(error) => match token::in_range(source) {
                Some(stand_in) => {
                    let (root, _) = self.note(&stand_in, WHOLE, PhantomData::<IgnoredAny>)?;
                    Ok(self.spelt(source, root))
                }
                None => Err(error),
            },
        }
    }

    /// Reads a whole text into something at the same time, and notes what stands in at most so many containers.
    pub(crate) fn read_as<'t, S: DeserializeSeed<'t>>(
        &mut self,
        source: &'t str,
        deepest: usize,
        into: S,
    ) -> Result<(Node, S::Value), serde_json::Error> {
        let (root, value) = self.note(source, deepest, into)?;
        Ok((self.spelt(source, root), value))
    }

    fn note<'t, S: DeserializeSeed<'t>>(
        &mut self,
        source: &'t str,
        deepest: usize,
        into: S,
    ) -> Result<(Node, S::Value), serde_json::Error> {
        if source.len() > LONGEST {
            return Err(serde::de::Error::custom("it is longer than 2 GiB"));
        }
        self.arena.clear();
        self.nodes.clear();
        self.open.clear();
        self.fault.clear();
        self.tokens = 0;
        self.misspelt = false;
        self.torn = false;
        let mut deserializer = serde_json::Deserializer::from_str(source);
        let mut notes = Notes::new(source, std::mem::take(self), deepest);
        let value = into.deserialize(Noting {
            inner: &mut deserializer,
            notes: &mut notes,
        });
        *self = notes.tree;
        let value = value?;
        deserializer.end()?;
        // A type that reads nothing has noted nothing.
        let root = self.open.pop();
        let root = root.ok_or_else(|| serde::de::Error::custom("nothing was read"))?;
        Ok((root, value))
    }

    /// The JSON path of the value at which reading ended, if it ended with an error.
    pub(crate) fn place(&self, source: &str) -> String {
        let mut place = "$".to_owned();
        for step in self.fault.iter().rev() {
            match step {
                Step::Key(key) => place = place + "." + self.text(source, *key),
                Step::Index(index) => place += &format!("[{index}]"),
                Step::Nowhere => {}
            }
        }
        place
    }

    pub(crate) fn text<'t>(&'t self, source: &'t str, span: Span) -> &'t str {
        let arena = &self.arena;
        Texts { source, arena }.of(span)
    }

    /// The text of a string or a number.
    #[inline]
    pub(crate) fn text_of<'t>(&'t self, source: &'t str, value: &Value) -> Option<Text<'t>> {
        let arena = &self.arena;
        Texts { source, arena }.of_value(value)
    }

    /// The value at a path of keys; below an object that lacks a key there is none. `Err` if a key on the way stands twice,
    /// or is looked for in what is no object.
    pub(crate) fn member(
        &self,
        source: &str,
        root: Node,
        path: &[&str],
    ) -> Result<Option<Node>, Unclear> {
        let mut found = root;
        for key in path {
            let Value::Object(members) = found.value else {
                return Err(Unclear);
            };
            let mut same = self
                .members(members)
                .iter()
                .filter(|member| self.text(source, member.key) == *key);
            match (same.next(), same.next()) {
                (None, _) => return Ok(None),
                (Some(member), None) => found = *member,
                (Some(_), Some(_)) => return Err(Unclear),
            }
        }
        Ok(Some(found))
    }

    /// The value at a path of keys as text: strings without quotes, numbers and booleans as they stand; of a key that stands
    /// twice the last. `None` for null, "", lists and objects.
    pub(crate) fn scalar(&self, source: &str, root: Node, path: &[&str]) -> Option<String> {
        let mut found = root;
        for key in path {
            let Value::Object(members) = found.value else {
                return None;
            };
            let is = |member: &&Node| self.text(source, member.key) == *key;
            found = *self.members(members).iter().rev().find(is)?;
        }
        match found.value {
            Value::Bool(value) => Some(value.to_string()),
            value => {
                let text = self.text_of(source, &value)?.whole();
                Some(text.into_owned()).filter(|text| !text.is_empty())
            }
        }
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
    fn spelt(&mut self, source: &str, mut root: Node) -> Node {
        if !self.misspelt {
            return root;
        }
        let mut tokens = Tokens::new(source).enumerate();
        let mut spell = |node: &mut Node| {
            if let Value::Spelling(token) = node.value
                && let Some((_, lexeme)) = tokens.find(|(index, _)| *index == token as usize)
            {
                node.value = Value::Number(Span::new(lexeme.start, lexeme.end));
            }
        };
        spell(&mut root);
        // In the order of the text: what is in a value comes before the value behind it.
        let mut waiting = vec![root.value.inside()];
        while let Some(mut members) = waiting.pop() {
            if let Some(index) = members.next()
                && let Some(node) = self.nodes.get_mut(index)
            {
                spell(node);
                waiting.extend([members, node.value.inside()]);
            }
        }
        root
    }
}

/// There is no one value at a path.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unclear;
