//! A text says something else: words that a comment, a literal or Markdown could choke on, or another word of the dialect.

use serde_json::Value;
use xtask::read::Texts;

use super::tree;
use crate::odd;
use crate::rng::Rng;

pub(super) fn change(rng: &mut Rng, texts: &mut Texts) {
    let only_words = rng.once_in(2);
    let fits = move |pointer: &str, v: &Value| {
        let key = pointer.rsplit('/').next().unwrap_or_default();
        let is_words = matches!(
            key,
            "description"
                | "x-description"
                | "verbatim"
                | "meaning"
                | "zh"
                | "en"
                | "notes"
                | "$comment"
                | "x-type"
                | "section"
                | "default"
                | "const"
                | "literal"
                | "path"
        );
        v.is_string() && (!only_words || is_words)
    };
    tree::json(rng, texts, |rng, value| {
        let others = tree::places(value, &|_, v| v.is_string());
        let other = rng
            .pick(&others)
            .and_then(|place| value.pointer(place))
            .cloned();
        if let Some((_, place)) = tree::place(rng, value, &fits) {
            *place = match rng.below(4) {
                0 => other.unwrap_or_default(),
                1 => odd::name(rng).into(),
                _ => odd::words(rng).into(),
            };
        }
    });
}
