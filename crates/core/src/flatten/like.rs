//! Sorting an object as the one before it was sorted.
//!
//! The records of a list are mostly written by one program, with the same keys in the same order. So each key is held against the
//! one that stood in its place in the last object of as many members: if all are the same, so is the order, and no key stands
//! twice, which takes a comparison for each member and no sorting.

use crate::json::{Node, Span, Texts};

/// More members than any documented object has: an order for each number of members is kept up to here.
const MOST: usize = 64;

/// Sorts by key, and by place in the text where a key stands twice.
pub(super) fn sort(nodes: &mut [Node], texts: Texts<'_>) {
    nodes.sort_unstable_by(|a, b| {
        let keys = texts.of(a.key).cmp(texts.of(b.key));
        keys.then(a.token.cmp(&b.token))
    });
}

/// Moves the last node of each key to the front, of nodes sorted by key, and says how many there are.
pub(super) fn last_of_each(nodes: &mut [Node], texts: Texts<'_>) -> usize {
    let mut kept = 0;
    for position in 0..nodes.len() {
        let node = nodes[position];
        if kept == 0 || texts.of(nodes[kept - 1].key) != texts.of(node.key) {
            kept += 1;
        }
        nodes[kept - 1] = node;
    }
    kept
}

/// The orders found so far in a text.
#[derive(Debug, Default)]
pub(super) struct Orders {
    /// By the number of members: the keys in order, and where each stood before it was sorted.
    found: Vec<Vec<(Span, u8)>>,
    unsorted: Vec<Node>,
}

impl Orders {
    /// Forgets the text before.
    pub(super) fn clear(&mut self) {
        self.found.iter_mut().for_each(Vec::clear);
    }

    /// Sorts members, which stand in the order of the text, by key and by place where a key stands twice. Says whether it
    /// is certain that no key does.
    pub(super) fn sort(&mut self, nodes: &mut [Node], texts: Texts<'_>) -> bool {
        self.unsorted.clear();
        self.unsorted.extend_from_slice(nodes);
        if self.as_before(nodes, texts) {
            return true;
        }
        nodes.copy_from_slice(&self.unsorted);
        sort(nodes, texts);
        let rises = |pair: &[Node]| texts.of(pair[0].key) < texts.of(pair[1].key);
        let distinct = nodes.windows(2).all(rises);
        if distinct && nodes.len() <= MOST {
            self.keep(nodes);
        }
        distinct
    }

    /// Tries the order of the last object with as many members. If it does not fit, it has left a part of it in `nodes`.
    fn as_before(&self, nodes: &mut [Node], texts: Texts<'_>) -> bool {
        let order = self.found.get(nodes.len()).map_or(&[][..], Vec::as_slice);
        let mut members = nodes.iter_mut().zip(order);
        order.len() == self.unsorted.len()
            && members.all(
                |(place, (key, from))| match self.unsorted.get(usize::from(*from)) {
                    Some(node) if texts.of(node.key) == texts.of(*key) => {
                        *place = *node;
                        true
                    }
                    _ => false,
                },
            )
    }

    fn keep(&mut self, sorted: &[Node]) {
        if self.found.len() <= sorted.len() {
            self.found.resize(sorted.len() + 1, Vec::new());
        }
        let Orders { found, unsorted } = self;
        if let Some(order) = found.get_mut(sorted.len()) {
            order.clear();
            order.extend(sorted.iter().filter_map(|node| {
                // Tokens ascend in a text.
                let from = unsorted.partition_point(|other| other.token < node.token);
                Some((node.key, u8::try_from(from).ok()?))
            }));
        }
    }
}
