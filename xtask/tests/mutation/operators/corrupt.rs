//! The bytes are damaged: flipped, cut, repeated, not UTF-8, marked with a byte order.

use xtask::read::Texts;

use super::tree;
use crate::rng::Rng;

pub(super) fn change(rng: &mut Rng, texts: &mut Texts) {
    let Some(file) = tree::file(rng, texts) else {
        return;
    };
    let Some(text) = texts.get_mut(&file) else {
        return;
    };
    let at = rng.below(text.len());
    let pieces: [&[u8]; 14] = [
        b"\0",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\"",
        b"\\",
        b"{",
        b"}",
        b"[",
        b",",
        b":",
        b"\\ud800",
        b"//",
        b"1e999",
        b"\x1e",
    ];
    match rng.below(7) {
        0 => text.truncate(at),
        1 if !text.is_empty() => text[at] ^= 1 << rng.below(8),
        2 => text.clear(),
        3 => drop(text.splice(0..0, pieces[2].iter().copied())),
        4 => {
            let again = text[at..].to_vec();
            text.extend(again);
        }
        5 => {
            let end = (at + 1 + rng.below(40)).min(text.len());
            text.drain(at..end);
        }
        _ => drop(text.splice(at..at, pieces[rng.below(pieces.len())].iter().copied())),
    }
}
