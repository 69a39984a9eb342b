//! A number is out of range, a fraction, or written another way. On the text: JSON values forget how a number was written.

use serde_json::json;
use xtask::read::Texts;

use super::tree;
use crate::odd;
use crate::rng::Rng;

pub(super) fn change(rng: &mut Rng, texts: &mut Texts) {
    if rng.once_in(2) {
        limit(rng, texts);
    }
    let Some(file) = tree::file(rng, texts) else {
        return;
    };
    let Some(Ok(text)) = texts.get(&file).map(|text| String::from_utf8(text.clone())) else {
        return;
    };
    // A number stands behind a colon, a blank or a bracket, outside of quotes as far as a line tells.
    let starts: Vec<usize> = text
        .char_indices()
        .filter(|(at, c)| {
            let before = text[..*at].chars().next_back();
            (c.is_ascii_digit() || *c == '-')
                && matches!(before, Some(' ' | '[' | ':' | ','))
                && text[text[..*at].rfind('\n').unwrap_or(0)..*at]
                    .matches('"')
                    .count()
                    % 2
                    == 0
        })
        .map(|(at, _)| at)
        .collect();
    let Some(&start) = rng.pick(&starts) else {
        return;
    };
    let is_of_number = |c: char| c.is_ascii_digit() || "+-.eE".contains(c);
    let length = text[start..].find(|c| !is_of_number(c)).unwrap_or(0);
    let number = rng.pick(odd::NUMBERS).copied().unwrap_or("0");
    let changed = format!("{}{number}{}", &text[..start], &text[start + length..]);
    texts.insert(file, changed.into_bytes());
}

/// A limit that the schema did not have, so that there are numbers where none stood; 7 is then changed like any other.
fn limit(rng: &mut Rng, texts: &mut Texts) {
    tree::operation(rng, texts, |rng, value| {
        let Some((_, schema)) = tree::place(rng, value, &tree::is_schema) else {
            return;
        };
        let is_text = schema["type"] == "string";
        let keys = if is_text {
            ["minLength", "maxLength", "default"]
        } else {
            ["minimum", "maximum", "default"]
        };
        schema[keys[rng.below(3)]] = json!(7);
    });
}
