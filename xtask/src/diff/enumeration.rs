//! Enumerations: open ones of replies, closed ones of parameters.

use super::change::{Changes, code};
use super::pairs::{pairs, reordered};
use super::rule::Rule;
use crate::model::{Choice, Enumeration};

/// Compares two enumerations that are one. `open` is one of a reply; `by_hand` is what a new value asks for.
pub(super) fn compare(
    place: &str,
    old: &Enumeration,
    new: &Enumeration,
    open: bool,
    by_hand: Option<String>,
    changes: &mut Changes,
) {
    let Enumeration {
        name,
        integer,
        choices,
        doc,
    } = new;
    let matched = pairs(
        &old.choices,
        choices,
        |choice| choice.wire.as_str(),
        |choice| choice.rust.as_str(),
    );
    for choice in &matched.removed {
        changes.by_hand(
            Rule::ValueRemoved,
            place,
            format!("{} was removed", variant(name, choice)),
            by_hand.clone(),
        );
    }
    for choice in &matched.added {
        changes.by_hand(
            Rule::ValueAdded,
            place,
            format!("{} was added", variant(name, choice)),
            by_hand.clone(),
        );
    }
    for (old, new) in &matched.both {
        let Choice {
            wire,
            rust,
            meaning,
            doc,
        } = new;
        if old.rust != *rust {
            changes.by_hand(
                Rule::ValueRenamed,
                place,
                format!(
                    "`{name}::{}` ({}) is now `{name}::{rust}`",
                    old.rust,
                    code(wire)
                ),
                by_hand.clone(),
            );
        }
        if old.wire != *wire {
            changes.push(
                Rule::ValueRewired,
                place,
                format!(
                    "`{name}::{rust}` is {}, was {}",
                    code(wire),
                    code(&old.wire)
                ),
            );
        }
        let words = |meaning: &str, doc: &str| [doc.to_owned(), meaning.to_owned()];
        let (before, after) = (words(&old.meaning, &old.doc), words(meaning, doc));
        if old.rust == *rust && old.wire == *wire {
            changes.words(place, &format!("`{name}::{rust}`"), &before, &after);
        }
    }
    if old.integer != *integer {
        let word = |integer: bool| if integer { "integers" } else { "text" };
        changes.push(
            Rule::ValuesRetyped,
            place,
            format!(
                "the values of `{name}` were {}, are {}",
                word(old.integer),
                word(*integer)
            ),
        );
    }
    let is_reordered = reordered(&matched.both, choices);
    if is_reordered {
        changes.push(
            Rule::OrderChanged,
            place,
            format!("the values of `{name}` stand in another order"),
        );
    }
    if !open {
        let names = |choices: &[Choice]| choices.iter().map(|c| c.rust.clone()).collect::<Vec<_>>();
        numbering(place, name, &names(&old.choices), &names(choices), changes);
    }
    changes.words(place, &code(name), &old.doc, doc);
}

/// A value as a reviewer reads it.
fn variant(name: &str, choice: &Choice) -> String {
    let meaning = if choice.meaning.is_empty() {
        String::new()
    } else {
        format!(", {}", choice.meaning)
    };
    format!(
        "`{name}::{}` ({}{meaning})",
        choice.rust,
        code(&choice.wire)
    )
}

/// Tells if a variant that stays has another position, in an enumeration whose variants can be cast.
pub(super) fn numbering(
    place: &str,
    name: &str,
    old: &[String],
    new: &[String],
    changes: &mut Changes,
) {
    let moved = old.iter().enumerate().find_map(|(before, variant)| {
        let after = new.iter().position(|other| other == variant)?;
        (before != after).then_some((variant, before, after))
    });
    if let Some((variant, before, after)) = moved {
        changes.push(
            Rule::NumberingChanged,
            place,
            format!("`{name}::{variant} as i32` was {before}, is {after}"),
        );
    }
}
