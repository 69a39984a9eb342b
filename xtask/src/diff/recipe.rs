//! How calls are signed, in words: a recipe is data, and its change is read best as a formula.

use std::collections::BTreeMap;

use super::change::Changes;
use super::rule::Rule;
use crate::model::{Auth, AuthField, Clock, Derived, DerivedValue, Part};
use crate::read::position::child;

/// Compares two recipes, value by value and field by field.
pub(super) fn compare(old: &Auth, new: &Auth, changes: &mut Changes) {
    let [before, after] = [old, new].map(|auth| {
        let Auth { values, fields } = auth;
        let values = values.iter().map(value);
        values.chain(fields.iter().map(field)).collect::<Vec<_>>()
    });
    let [old_lines, new_lines] = [&before, &after].map(|lines| {
        lines
            .iter()
            .map(|(place, formula)| (place.as_str(), formula.as_str()))
            .collect::<BTreeMap<_, _>>()
    });
    for (place, formula) in &before {
        match new_lines.get(place.as_str()) {
            None => changes.push(
                Rule::RecipeChanged,
                place,
                format!("`{formula}` was dropped"),
            ),
            Some(now) if now != formula => changes.push(
                Rule::RecipeChanged,
                place,
                format!("was `{formula}`, is `{now}`"),
            ),
            Some(_) => {}
        }
    }
    for (place, formula) in &after {
        if !old_lines.contains_key(place.as_str()) {
            changes.push(Rule::RecipeChanged, place, format!("`{formula}` was added"));
        }
    }
}

fn value(value: &DerivedValue) -> (String, String) {
    let DerivedValue { name, how } = value;
    let formula = match how {
        Derived::Clock(Clock::Epoch(unit)) => format!("clock in {unit}"),
        Derived::Clock(Clock::Day {
            day,
            utc_offset_hours,
        }) => format!("day as {day} at UTC{utc_offset_hours:+}"),
        Derived::Digest {
            algorithm,
            hex,
            parts,
        } => format!("{algorithm}({}) in {hex}-case hex", joined(parts)),
    };
    (child("/auth/values", name), format!("{name} = {formula}"))
}

fn field(field: &AuthField) -> (String, String) {
    let AuthField { place, name, value } = field;
    (
        child(&child("/auth/fields", place), name),
        format!("{place} {name} = {}", joined(value)),
    )
}

/// Parts as they are joined: literals in quotation marks, credentials in angle brackets.
fn joined(parts: &[Part]) -> String {
    let parts: Vec<String> = parts
        .iter()
        .map(|part| match part {
            Part::Literal(text) => format!("{text:?}"),
            Part::Credential(name) => format!("<{name}>"),
            Part::Value(name) => name.clone(),
        })
        .collect();
    parts.join(" + ")
}
