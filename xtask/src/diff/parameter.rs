//! What is asked: the request's parameters, its constructor, its limits.

use super::change::{Changes, code};
use super::enumeration;
use super::pairs::{pairs, reordered};
use super::rule::Rule;
use super::spell;
use crate::model::{Parameter, ParameterType};
use crate::read::position::child;

/// Compares the parameters of two versions of an operation.
pub(super) fn compare(old: &[Parameter], new: &[Parameter], changes: &mut Changes) {
    let matched = pairs(
        old,
        new,
        |parameter| parameter.wire.as_str(),
        |parameter| parameter.rust.as_str(),
    );
    for parameter in &matched.removed {
        changes.push(
            Rule::ParameterRemoved,
            place(parameter),
            format!("{} was removed", described(parameter)),
        );
    }
    for parameter in &matched.added {
        let rule = if parameter.required {
            Rule::RequiredAdded
        } else {
            Rule::OptionalAdded
        };
        changes.push(
            rule,
            place(parameter),
            format!("{} was added", described(parameter)),
        );
    }
    for (old, new) in &matched.both {
        pair(old, new, changes);
    }
    let arguments: Vec<_> = matched
        .both
        .iter()
        .filter(|(old, new)| old.required && new.required)
        .copied()
        .collect();
    if reordered(&arguments, new) {
        let names: Vec<&str> = new
            .iter()
            .filter(|parameter| parameter.required)
            .map(|parameter| parameter.rust.as_str())
            .collect();
        changes.push(
            Rule::ArgumentsReordered,
            "/request",
            format!("`Request::new` is now `new({})`", names.join(", ")),
        );
    } else if reordered(&matched.both, new) {
        changes.push(
            Rule::OrderChanged,
            "/request",
            "the parameters stand in another order",
        );
    }
}

fn place(parameter: &Parameter) -> String {
    child("/request", &parameter.wire)
}

fn described(parameter: &Parameter) -> String {
    let required = if parameter.required {
        "required"
    } else {
        "optional"
    };
    format!(
        "{required} parameter `{}: {}`",
        parameter.rust,
        spell::parameter(&parameter.ty)
    )
}

fn pair(old: &Parameter, new: &Parameter, changes: &mut Changes) {
    let Parameter {
        wire,
        rust,
        ty,
        required,
        default,
        place: _, // below, with all that is compared by one rule
        min,
        max,
        role,
        personal,
        description,
        verbatim,
        doc,
    } = new;
    let at = place(new);
    if old.rust != *rust {
        changes.push(
            Rule::ParameterRenamed,
            &at,
            format!("parameter `{}` is now `{rust}`", old.rust),
        );
    }
    if old.wire != *wire {
        changes.push(
            Rule::ParameterRewired,
            &at,
            format!(
                "`{rust}` is sent as {}, was as {}",
                code(wire),
                code(&old.wire)
            ),
        );
    }
    match (old.required, *required) {
        (false, true) => changes.push(Rule::NowRequired, &at, format!("`{rust}` is now required")),
        (true, false) => changes.push(Rule::NowOptional, &at, format!("`{rust}` is now optional")),
        _ => {}
    }
    types(&at, rust, &old.ty, ty, changes);
    limit(
        &at,
        (rust, "at least"),
        old.min,
        *min,
        |old, new| new > old,
        changes,
    );
    limit(
        &at,
        (rust, "at most"),
        old.max,
        *max,
        |old, new| new < old,
        changes,
    );
    let changed = Rule::ParameterChanged;
    changes.unless_equal(
        changed,
        &at,
        &format!("the default of `{rust}`"),
        (&old.default, default),
    );
    changes.unless_equal(
        changed,
        &at,
        &format!("the place of `{rust}`"),
        (&old.place, &new.place),
    );
    changes.unless_equal(
        changed,
        &at,
        &format!("the role of `{rust}`"),
        (&old.role, role),
    );
    if old.personal != *personal && spell::parameter(&old.ty) == spell::parameter(ty) {
        let word = if *personal { "now" } else { "no longer" };
        changes.push(
            changed,
            &at,
            format!("`{rust}` is {word} masked in what is printed"),
        );
    }
    let words = |description: &str, verbatim: &str, doc: &[String]| {
        let mut words = vec![description.to_owned(), verbatim.to_owned()];
        words.extend(doc.iter().cloned());
        words
    };
    changes.words(
        &at,
        &code(rust),
        &words(&old.description, &old.verbatim, &old.doc),
        &words(description, verbatim, doc),
    );
}

fn types(at: &str, rust: &str, old: &ParameterType, new: &ParameterType, changes: &mut Changes) {
    match (old, new) {
        (ParameterType::Enumeration(old), ParameterType::Enumeration(new)) => {
            if old.name != new.name {
                changes.push(
                    Rule::TypeRenamed,
                    at,
                    format!("type `{}` is now `{}`", old.name, new.name),
                );
            }
            enumeration::compare(at, old, new, false, None, changes);
        }
        (old, new) if spell::parameter(old) == spell::parameter(new) => {}
        (old, new) => {
            changes.push(
                Rule::ParameterRetyped,
                at,
                format!(
                    "`{rust}: {}` was `{}`",
                    spell::parameter(new),
                    spell::parameter(old)
                ),
            );
        }
    }
}

/// A limit; none is the loosest.
fn limit(
    at: &str,
    (rust, word): (&str, &str),
    old: Option<i64>,
    new: Option<i64>,
    is_tighter: impl Fn(i64, i64) -> bool,
    changes: &mut Changes,
) {
    let tightened = match (old, new) {
        (Some(old), Some(new)) if old == new => return,
        (None, None) => return,
        (Some(old), Some(new)) => is_tighter(old, new),
        (None, Some(_)) => true,
        (Some(_), None) => false,
    };
    let shown = |limit: Option<i64>| {
        limit.map_or("without limit".into(), |limit| format!("{word} {limit}"))
    };
    changes.push(
        if tightened {
            Rule::LimitTightened
        } else {
            Rule::LimitLoosened
        },
        at,
        format!("`{rust}` was {}, is {}", shown(old), shown(new)),
    );
}
