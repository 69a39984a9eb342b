//! The leaves of a payload in canonical order, one after the other.
//!
//! One path grows and shrinks on the way; no leaf keeps a copy of it. So memory does not grow with paths that repeat.

use std::fmt::Write as _;

use super::order::{self, decimal_order};
use super::whole::WholePaths;
use super::{Null, Policy};
use crate::json::{Node, Text, Tree, Value};

/// A payload whose objects are sorted by their keys.
#[derive(Clone, Copy)]
pub(super) struct Payload<'t> {
    pub(super) source: &'t str,
    pub(super) tree: &'t Tree,
    pub(super) policy: &'t Policy,
    /// Any order will do: the caller sorts.
    pub(super) unordered: bool,
}

impl<'t> Payload<'t> {
    /// Gives each leaf below a container with what stands before its text, `&path=`, and its text. The path so far begins
    /// with `&` and ends with its dot, if there is one.
    pub(super) fn leaves(
        self,
        container: &Node,
        path: &mut String,
        leaf: &mut impl FnMut(&str, Text<'t>, &Node),
    ) {
        let prefix = path.len();
        match container.value {
            Value::Object(members) => {
                let nodes = self.tree.members(members);
                if !self.unordered && order::interleave(nodes, self.tree, self.source) {
                    WholePaths::below(self, container, path).leaves(leaf);
                    return;
                }
                for member in nodes {
                    path.push_str(self.tree.text(self.source, member.key));
                    self.step(member, path, leaf);
                    path.truncate(prefix);
                }
            }
            Value::List(items) => {
                let nodes = self.tree.members(items);
                for index in decimal_order(nodes.len()) {
                    // Writing to a string cannot fail.
                    let _ = write!(path, "{index}");
                    if let Some(item) = nodes.get(index) {
                        self.step(item, path, leaf);
                    }
                    path.truncate(prefix);
                }
            }
            _ => {}
        }
    }

    /// One child: a leaf, or the leaves below it.
    fn step(self, node: &Node, path: &mut String, leaf: &mut impl FnMut(&str, Text<'t>, &Node)) {
        if node.value.is_parent() {
            path.push('.');
            self.leaves(node, path, leaf);
        } else if let Some(text) = self.text(node) {
            path.push('=');
            leaf(path, text, node);
        }
    }

    /// The text of a leaf; `None` if it is left out.
    pub(super) fn text(self, leaf: &Node) -> Option<Text<'t>> {
        Some(Text::Plain(match leaf.value {
            Value::Text(_) | Value::Escaped(_) | Value::Number(_) => {
                return self.tree.text_of(self.source, &leaf.value);
            }
            Value::Bool(true) => "true",
            Value::Bool(false) => "false",
            Value::Object(_) => "{}",
            Value::List(_) => "[]",
            Value::Null => match self.policy.null {
                Null::Word => "null",
                Null::Empty => "",
                Null::LeftOut => return None,
            },
            // Every spelling was looked up when the text was read.
            Value::Spelling(_) => "",
        }))
    }
}
