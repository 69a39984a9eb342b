//! Sorting an object as the one before it was sorted.
//!
//! The records of a list are mostly written by one program, with the same keys in the same order. So the order that was found
//! for one is tried on the next of as many members: to see that it fits takes a comparison for each member, and no sorting.

use crate::json::{Node, Texts};

/// More members than any documented object has: an order for each number of members is kept up to here.
const MOST: usize = 64;

/// The orders found so far.
#[derive(Debug, Default)]
pub(super) struct Orders {
    /// By the number of members: where each stood before it was sorted.
    found: Vec<Vec<u8>>,
    unsorted: Vec<Node>,
}

impl Orders {
    /// Sorts members, which stand in the order of the text, by key and by place where a key stands twice. Says whether it
    /// is certain that no key does.
    pub(super) fn sort(&mut self, nodes: &mut [Node], texts: Texts<'_>) -> bool {
        if nodes.len() <= MOST && self.as_before(nodes, texts) {
            return true;
        }
        nodes.sort_unstable_by(|a, b| {
            let keys = texts.of(a.key).cmp(texts.of(b.key));
            keys.then(a.token.cmp(&b.token))
        });
        self.keep(nodes);
        false
    }

    /// Tries the order of the last object with as many members.
    fn as_before(&mut self, nodes: &mut [Node], texts: Texts<'_>) -> bool {
        self.unsorted.clear();
        self.unsorted.extend_from_slice(nodes);
        if let Some(order) = self.found.get(nodes.len()) {
            for (place, from) in nodes.iter_mut().zip(order) {
                if let Some(node) = self.unsorted.get(usize::from(*from)) {
                    *place = *node;
                }
            }
        }
        nodes.is_sorted_by(|a, b| texts.of(a.key) < texts.of(b.key))
    }

    fn keep(&mut self, sorted: &[Node]) {
        if sorted.len() > MOST {
            return;
        }
        if self.found.len() <= sorted.len() {
            self.found.resize(sorted.len() + 1, Vec::new());
        }
        let Orders { found, unsorted } = self;
        if let Some(order) = found.get_mut(sorted.len()) {
            order.clear();
            // Tokens ascend in a text.
            let place = |node: &Node| unsorted.partition_point(|other| other.token < node.token);
            order.extend(
                sorted
                    .iter()
                    .filter_map(|node| u8::try_from(place(node)).ok()),
            );
        }
    }
}
