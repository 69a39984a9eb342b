//! Bytes as instructions for damaging a JSON text here and there: a fuzzer that only changes characters hardly ever leaves the
//! text JSON, and then nothing behind the reader is reached.

use super::awkward::{KEYS, LEAVES};
use super::tree::Node;

/// What vendors have been seen to write where something else is documented, beside the awkward leaves.
const WORDS: [&str; 16] = [
    "\"0\"",
    "\"1\"",
    "2",
    "\"200\"",
    "\"2019-05-23\"",
    "1676390400000",
    "\"（2016）鲁 0304执字第 00086号\"",
    "\"2,737,600元\"",
    "\"-\"",
    "\"暂无\"",
    "[{}]",
    "[null]",
    "{\"a\":{\"b\":[1,{\"c\":\"郎红梅\"}]}}",
    "[[\"x\"]]",
    "\"110101199003074578\"",
    "-7",
];

/// Damages a text place by place, each by three bytes: what is done, where, and with what.
pub(crate) fn damaged(text: &str, mut steps: &[u8]) -> String {
    let Some(mut root) = Node::read(text) else {
        return text.to_owned();
    };
    // Each may double what is there.
    let mut left = 24;
    while let ([what, place, with, rest @ ..], 1..) = (steps, left) {
        steps = rest;
        left -= 1;
        let ways = root.ways();
        let way = &ways[usize::from(*place) % ways.len()];
        if let Some(node) = root.at(way) {
            step(node, *what, *with);
        }
    }
    let text = root.write();
    // What is left over cuts the end off, now and then.
    match steps {
        [cut @ 1..=40, ..] => {
            let kept = text.chars().count().saturating_sub(usize::from(*cut));
            text.chars().take(kept).collect()
        }
        _ => text,
    }
}

fn step(node: &mut Node, what: u8, with: u8) {
    let index = usize::from(with);
    let leaf = || {
        let leaves = LEAVES.iter().chain(&WORDS);
        let text = leaves.cycle().nth(index).copied().unwrap_or("null");
        Node::Leaf(text.to_owned())
    };
    match (what % 8, node) {
        (0 | 1, node) => *node = leaf(),
        (2, Node::Object(members)) if !members.is_empty() => {
            members.remove(index % members.len());
        }
        (2, Node::List(items)) if !items.is_empty() => {
            items.remove(index % items.len());
        }
        (3, Node::Object(members)) => members.push((key(index), leaf())),
        (3, Node::List(items)) => items.push(leaf()),
        // The same once more: a key that stands twice, a row that comes again.
        (4, Node::Object(members)) if !members.is_empty() => {
            let again = members[index % members.len()].clone();
            members.push(again);
        }
        (4, Node::List(items)) if !items.is_empty() => {
            let again = items[index % items.len()].clone();
            items.push(again);
        }
        (5, Node::Object(members)) if !members.is_empty() => {
            let at = index % members.len();
            members[at].0 = key(index);
        }
        (6, node) => *node = Node::List(vec![node.clone()]),
        (7, node) => *node = Node::Object(vec![(key(index), node.clone())]),
        (_, node) => *node = leaf(),
    }
}

/// The awkward keys are written with JSON's escapes.
fn key(index: usize) -> String {
    let quoted = format!("\"{}\"", KEYS[index % KEYS.len()]);
    serde_json::from_str(&quoted).unwrap_or_default()
}
