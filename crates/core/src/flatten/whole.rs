//! Whole paths, written out and sorted: what the order of keys cannot give (see `order.rs`).

use super::walk::Payload;
use super::{Duplicates, MAX_BYTES};
use crate::json::{Node, Text};

/// The leaves below one object, sorted by their whole paths.
pub(super) struct WholePaths<'t> {
    paths: String,
    leaves: Vec<Leaf<'t>>,
}

struct Leaf<'t> {
    /// Where its path stands, between `&` and `=`.
    path: std::ops::Range<usize>,
    text: Text<'t>,
    node: Node,
}

impl<'t> WholePaths<'t> {
    /// `path` is the object's own, with `&` before it and its dot.
    pub(super) fn below(payload: Payload<'t>, object: &Node, path: &str) -> Self {
        let mut paths = String::new();
        let mut leaves = Vec::new();
        let unordered = Payload {
            unordered: true,
            ..payload
        };
        unordered.leaves(object, &mut path.to_owned(), &mut |path, text, node| {
            let start = paths.len() + 1;
            paths.push_str(path);
            leaves.push(Leaf {
                path: start..paths.len() - 1,
                text,
                node: *node,
            });
        });
        debug_assert!(paths.len() <= MAX_BYTES + 1);
        let path = |leaf: &Leaf<'_>| paths.get(leaf.path.clone()).unwrap_or_default();
        leaves.sort_unstable_by(|a, b| path(a).cmp(path(b)).then(a.node.token.cmp(&b.node.token)));
        if payload.policy.duplicates == Duplicates::LastCounts {
            leaves.dedup_by(|later, earlier| {
                let same = path(later) == path(earlier);
                if same {
                    std::mem::swap(later, earlier);
                }
                same
            });
        }
        Self { paths, leaves }
    }

    fn path(&self, leaf: &Leaf<'_>) -> &str {
        self.paths.get(leaf.path.clone()).unwrap_or_default()
    }

    /// Whether two leaves have one path.
    pub(super) fn has_one_twice(&self) -> bool {
        let mut pairs = self.leaves.windows(2);
        pairs.any(|pair| self.path(&pair[0]) == self.path(&pair[1]))
    }

    /// Gives each leaf with `&path=` and its text.
    pub(super) fn leaves(&self, leaf: &mut impl FnMut(&str, Text<'t>, &Node)) {
        for found in &self.leaves {
            let pair = found.path.start - 1..found.path.end + 1;
            leaf(
                self.paths.get(pair).unwrap_or_default(),
                found.text,
                &found.node,
            );
        }
    }
}
