//! Whole paths, written out and sorted: what the order of keys cannot give (see `order.rs`).

use super::walk::Payload;
use super::{Duplicates, MAX_BYTES, like};
use crate::json::{Node, Span, Text, Texts};

/// The leaves below one object, sorted by their whole paths.
pub(super) struct WholePaths<'t> {
    payload: Payload<'t>,
    paths: String,
    /// The key of each is its path, and stands in `paths` between `&` and `=`.
    leaves: Vec<Node>,
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
        unordered.leaves(object, &mut path.to_owned(), &mut |path, _, leaf| {
            let start = paths.len() + 1;
            paths.push_str(path);
            let key = Span::new(start, paths.len() - 1);
            leaves.push(Node { key, ..*leaf });
        });
        debug_assert!(paths.len() <= MAX_BYTES + 1);
        let texts = Texts::of_source(&paths);
        like::sort(&mut leaves, texts);
        if payload.policy.duplicates == Duplicates::LastCounts {
            let kept = like::last_of_each(&mut leaves, texts);
            leaves.truncate(kept);
        }
        Self {
            payload,
            paths,
            leaves,
        }
    }

    /// Whether two leaves have one path.
    pub(super) fn has_one_twice(&self) -> bool {
        let path = |leaf: &Node| Texts::of_source(&self.paths).of(leaf.key);
        let mut pairs = self.leaves.windows(2);
        pairs.any(|pair| path(&pair[0]) == path(&pair[1]))
    }

    /// Gives each leaf with `&path=` and its text.
    pub(super) fn leaves(&self, leaf: &mut impl FnMut(&str, Text<'t>, &Node)) {
        for found in &self.leaves {
            // A leaf that is left out has no path here.
            if let Some(text) = self.payload.text(found) {
                leaf(found.key.with_ends(&self.paths), text, found);
            }
        }
    }
}
