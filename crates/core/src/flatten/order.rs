//! Sorting, and the proof that sorting each level by its keys is mostly enough.
//!
//! The document sorts by the bytes of the **whole** path. Take two members *a* and *b* of one object and write *a'* for
//! what every path under *a* begins with behind the object's own path: the key if *a* is a leaf, the key and a dot if it is
//! a container with something in it.
//!
//! - If neither of *a'* and *b'* begins with the other, they differ at a byte that stands in every path of both. All paths
//!   under *a* then lie on one side of all paths under *b*: the side of the keys, unless that byte is the dot that was
//!   added to the shorter key.
//! - If *a* is a leaf and *b'* begins with *a'*, the path of *a* is the beginning of every path under *b*, and stands before them.
//! - If *a* is a container and *b'* begins with its key and dot, paths of the two may alternate (`{"a":{"x":…},"a.b":…}`).
//!
//! So the order of the keys is the order of the paths unless a container's key is the beginning of a sibling's key whose
//! next byte is a dot (they may alternate) or below it (`case` beside `case-number`: the added dot decides, and keys alone
//! say otherwise). Such an object is rare; its whole paths are written out and sorted. Where its keys are sorted, those that
//! begin with a key follow it at once, by their next byte; so a look at the one behind each container finds every such object.
//!
//! In a list the indexes are decimal numbers without a leading zero. The dot is below every digit, so none of the above
//! can happen, and their order as text (0, 1, 10, 11, …, 2, 20, …) is counted, not sorted.

use super::like::{self, Orders};
use super::walk::Payload;
use super::whole::WholePaths;
use super::{DottedKeys, Duplicates, FlattenError, MAX_BYTES, Policy};
use crate::json::{Members, Node, Tokens, Tree, Value};

/// Whether paths below siblings may alternate, or stand in another order than their keys.
pub(super) fn interleave(sorted: &[Node], tree: &Tree, source: &str) -> bool {
    sorted.windows(2).any(|pair| {
        let [first, second] = pair else { return false };
        first.value.is_parent() && {
            let (first, second) = (tree.text(source, first.key), tree.text(source, second.key));
            let behind = second.strip_prefix(first).map(str::as_bytes);
            matches!(behind, Some([next, ..]) if *next <= b'.')
        }
    })
}

/// Where a token begins, for an error.
pub(super) fn offset_of(source: &str, token: u32) -> usize {
    let found = Tokens::new(source).nth(token as usize);
    found.map_or(source.len(), |token| token.start)
}

/// The numbers below `count` in the order of their decimal text.
pub(super) fn decimal_order(count: usize) -> impl Iterator<Item = usize> {
    let mut next = 0_usize;
    (0..count).map(move |_| {
        let current = next;
        next = match current {
            0 => 1,
            _ if current.saturating_mul(10) < count => current * 10,
            _ => {
                let mut up = current;
                // The last of its decade: go on with the decade's own successor.
                while up % 10 == 9 || up + 1 >= count {
                    up /= 10;
                }
                up + 1
            }
        };
        current
    })
}

/// The bytes of a leaf's text, at most.
fn length(leaf: &Value) -> usize {
    match leaf {
        Value::Text(span) | Value::Escaped(span) | Value::Number(span) => span.len(),
        _ => "false".len(),
    }
}

/// Sorts every object below the root and holds the payload against policy and bounds.
pub(super) fn settle(
    tree: &mut Tree,
    orders: &mut Orders,
    source: &str,
    root: &mut Node,
    policy: &Policy,
) -> Result<(), FlattenError> {
    orders.clear();
    let mut settling = Settling {
        tree,
        orders,
        source,
        policy,
        bytes: 0,
    };
    settling.node(root, 0, false)
}

struct Settling<'t> {
    tree: &'t mut Tree,
    orders: &'t mut Orders,
    source: &'t str,
    policy: &'t Policy,
    /// The canonical text so far.
    bytes: usize,
}

impl Settling<'_> {
    /// `path` is the length of the node's path; `covered` says that an object above has looked at all whole paths.
    fn node(&mut self, node: &mut Node, path: usize, covered: bool) -> Result<(), FlattenError> {
        match &mut node.value {
            Value::Object(members) if !members.is_empty() => {
                self.sort(members)?;
                let members = *members;
                self.undotted(members)?;
                if !self.leaves(members, path)? {
                    return Ok(());
                }
                let nodes = self.tree.members(members);
                let mixed = !covered && interleave(nodes, self.tree, self.source);
                for index in members.indexes() {
                    match self.tree.node(index) {
                        Some(child) if child.value.is_parent() => {
                            let path = path + child.key.len() + 1;
                            self.child(index, child, path, covered || mixed)?;
                        }
                        _ => {}
                    }
                }
                if mixed {
                    self.whole_paths(node)?;
                }
                Ok(())
            }
            Value::List(items) if !items.is_empty() => {
                for (position, index) in items.indexes().enumerate() {
                    let digits = position.checked_ilog10().map_or(1, |log| log as usize + 1);
                    if let Some(child) = self.tree.node(index) {
                        self.child(index, child, path + digits + 1, covered)?;
                    }
                }
                Ok(())
            }
            leaf => self.count(path + length(leaf) + 1),
        }
    }

    /// What is in a container at that index.
    fn child(
        &mut self,
        index: usize,
        mut child: Node,
        path: usize,
        covered: bool,
    ) -> Result<(), FlattenError> {
        self.node(&mut child, path, covered)?;
        self.tree.put(index, child);
        Ok(())
    }

    fn undotted(&self, members: Members) -> Result<(), FlattenError> {
        if self.policy.dotted_keys != DottedKeys::Refuse {
            return Ok(());
        }
        let dotted = |node: &&Node| self.tree.text(self.source, node.key).contains('.');
        match self.tree.members(members).iter().find(dotted) {
            None => Ok(()),
            Some(node) => Err(FlattenError::DottedKey {
                offset: offset_of(self.source, node.token),
            }),
        }
    }

    /// Counts the members that are leaves. Says whether there are others.
    fn leaves(&mut self, members: Members, path: usize) -> Result<bool, FlattenError> {
        let mut others = false;
        let mut bytes = 0_usize;
        for node in self.tree.members(members) {
            if node.value.is_parent() {
                others = true;
            } else {
                let pair = path + node.key.len() + "=".len() + length(&node.value) + "&".len();
                bytes = bytes.saturating_add(pair);
            }
        }
        self.count(bytes).map(|()| others)
    }

    /// Counts what is written, so that the text is known to be small enough before it is made: paths repeat their beginnings, and a
    /// long key over a long list makes a text that grows with the square of the payload.
    fn count(&mut self, bytes: usize) -> Result<(), FlattenError> {
        self.bytes = self.bytes.saturating_add(bytes);
        if self.bytes > MAX_BYTES {
            return Err(FlattenError::TooLarge);
        }
        Ok(())
    }

    /// Sorts members by key, and by place where a key stands twice.
    fn sort(&mut self, members: &mut Members) -> Result<(), FlattenError> {
        let (nodes, texts) = self.tree.members_mut(*members, self.source);
        if self.orders.sort(nodes, texts) {
            return Ok(());
        }
        let same = |a: &Node, b: &Node| texts.of(a.key) == texts.of(b.key);
        let Some(twice) = nodes.windows(2).find(|pair| same(&pair[0], &pair[1])) else {
            return Ok(());
        };
        match self.policy.duplicates {
            Duplicates::Refuse => Err(FlattenError::Duplicate {
                offset: offset_of(self.source, twice[1].token),
            }),
            Duplicates::LastCounts => {
                members.truncate(like::last_of_each(nodes, texts));
                Ok(())
            }
        }
    }

    /// Looks for two leaves with one path. Only below such an object can there be two: elsewhere different keys make different paths.
    fn whole_paths(&self, object: &Node) -> Result<(), FlattenError> {
        let payload = Payload {
            source: self.source,
            tree: self.tree,
            policy: self.policy,
            unordered: false,
        };
        let twice = WholePaths::below(payload, object, "&").has_one_twice();
        if twice && self.policy.duplicates == Duplicates::Refuse {
            return Err(FlattenError::SamePath);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indexes_are_counted_in_the_order_of_their_text() {
        for count in [
            0, 1, 2, 9, 10, 11, 12, 19, 20, 21, 99, 100, 101, 110, 999, 1_000, 1_234, 10_001,
        ] {
            let mut expected: Vec<usize> = (0..count).collect();
            expected.sort_by_key(usize::to_string);
            assert!(decimal_order(count).eq(expected), "{count}");
        }
    }
}
