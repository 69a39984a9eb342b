//! How calls are signed, in words: a recipe is data, and its change is read best as a formula.

use std::collections::BTreeMap;

use super::change::{Changes, code};
use super::pairs::{pairs, reordered};
use super::rule::Rule;
use crate::model::{
    Auth, AuthField, Clock, Derived, DerivedText, DerivedValue, Digest, Nonce, Pair, Part,
    SignedParameters, TimePart,
};
use crate::read::position::child;

/// Compares two recipes, value by value and field by field. `by_hand` goes to the first change.
pub(super) fn compare(old: &Auth, new: &Auth, by_hand: &mut Option<String>, changes: &mut Changes) {
    order(old, new, changes);
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
    let mut told = |place: &String, what: String| {
        changes.by_hand(Rule::RecipeChanged, place, what, by_hand.take());
    };
    for (place, formula) in &before {
        match new_lines.get(place.as_str()) {
            None => told(place, format!("{} was dropped", code(formula))),
            Some(now) if now != formula => {
                told(place, format!("was {}, is {}", code(formula), code(now)));
            }
            Some(_) => {}
        }
    }
    for (place, formula) in &after {
        if !old_lines.contains_key(place.as_str()) {
            told(place, format!("{} was added", code(formula)));
        }
    }
}

/// Fields stand in that order in a query, a form and a JSON body; values have names, and their order only shows.
fn order(old: &Auth, new: &Auth, changes: &mut Changes) {
    let place = |field: &AuthField| (field.place.clone(), field.name.clone());
    let fields = pairs(&old.fields, &new.fields, place, place);
    if reordered(&fields.both, &new.fields) {
        let names: Vec<&str> = new.fields.iter().map(|field| field.name.as_str()).collect();
        changes.push(
            Rule::RecipeChanged,
            "/auth/fields",
            format!("the fields stand in another order: {}", names.join(", ")),
        );
    }
    let name = |value: &DerivedValue| value.name.clone();
    let values = pairs(&old.values, &new.values, name, name);
    if reordered(&values.both, &new.values) {
        changes.push(
            Rule::OrderChanged,
            "/auth/values",
            "the values of the recipe stand in another order",
        );
    }
}

fn value(value: &DerivedValue) -> (String, String) {
    let DerivedValue { name, how } = value;
    let formula = match how {
        Derived::Clock(clock) => self::clock(clock),
        Derived::Nonce(Nonce::Characters { length, alphabet }) => {
            format!("{length} random characters of {alphabet}")
        }
        Derived::Nonce(Nonce::Uuid(_)) => "random uuid".into(),
        Derived::Text(text) => {
            let DerivedText {
                parts,
                separator,
                base64,
                escape,
            } = text;
            encoded(
                &joined(parts, separator),
                &[("base64", base64), ("escaped", escape)],
            )
        }
        Derived::Digest(digest) => self::digest(digest),
    };
    (child("/auth/values", name), format!("{name} = {formula}"))
}

fn clock(clock: &Clock) -> String {
    match clock {
        Clock::Epoch(unit) => format!("clock in {unit}"),
        Clock::Day { utc_offset_hours } => format!("day at UTC{utc_offset_hours:+}"),
        Clock::Civil {
            parts,
            offset_minutes,
        } => {
            let format: String = parts.iter().map(time).collect();
            let (hours, minutes) = (offset_minutes / 60, offset_minutes.abs() % 60);
            let sign = if *offset_minutes < 0 { '-' } else { '+' };
            format!(
                "time as {format} at UTC{sign}{:02}:{minutes:02}",
                hours.abs()
            )
        }
    }
}

/// A piece of a written time, in the letters of the schema.
fn time(part: &TimePart) -> String {
    match part {
        TimePart::Year => "yyyy".into(),
        TimePart::Month => "MM".into(),
        TimePart::Day => "dd".into(),
        TimePart::Hour => "HH".into(),
        TimePart::Minute => "mm".into(),
        TimePart::Second => "ss".into(),
        TimePart::Millisecond => "SSS".into(),
        TimePart::Text(text) if text.contains(|c: char| c.is_ascii_alphabetic() || c == '\'') => {
            format!("'{}'", text.replace('\'', "''"))
        }
        TimePart::Text(text) => text.clone(),
    }
}

fn digest(digest: &Digest) -> String {
    let Digest {
        algorithm,
        key,
        hex,
        base64,
        parts,
        separator,
    } = digest;
    let key = key.as_ref();
    let key = key.map_or_else(String::new, |key| format!(" with key {}", joined(key, "")));
    let written = match base64 {
        Some(alphabet) => format!("{alphabet} base64"),
        None => format!("{}-case hex", hex.as_deref().unwrap_or("lower")),
    };
    format!(
        "{algorithm}({}){key} in {written}",
        joined(parts, separator)
    )
}

fn field(field: &AuthField) -> (String, String) {
    let AuthField { place, name, value } = field;
    (
        child(&child("/auth/fields", place), name),
        format!("{place} {name} = {}", joined(value, "")),
    )
}

/// Text with what is done to it, where something is.
fn encoded(text: &str, how: &[(&str, &Option<String>)]) -> String {
    let done = how
        .iter()
        .find_map(|(word, kind)| Some((word, kind.as_ref()?)));
    done.map_or_else(
        || text.to_owned(),
        |(word, kind)| format!("{word}({text}) by {kind}"),
    )
}

/// Parts as they are joined: literals in quotation marks, credentials in angle brackets.
fn joined(parts: &[Part], separator: &str) -> String {
    let parts: Vec<String> = parts
        .iter()
        .map(|part| match part {
            Part::Literal(text) => format!("{text:?}"),
            Part::Credential(name) => format!("<{name}>"),
            Part::Value(name) => name.clone(),
            Part::Request(what) => format!("request {what}"),
            Part::Parameters(signed) => parameters(signed),
        })
        .collect();
    let by = if separator.is_empty() {
        " + ".to_owned()
    } else {
        format!(" + {separator:?} + ")
    };
    parts.join(&by)
}

/// The request's parameters as one text: only what is not usual is said.
fn parameters(signed: &SignedParameters) -> String {
    let SignedParameters {
        order,
        places,
        without,
        fields,
        pairs,
        skip_empty,
        write,
        between,
        separator,
        escape,
    } = signed;
    let mut told = format!("{} of {} by {order}", write, places.join(" and "));
    let mut say = |word: &str, names: &[String]| {
        if !names.is_empty() {
            told.push_str(&format!(" {word} {}", names.join(", ")));
        }
    };
    say("without", without);
    say("with", fields);
    let pairs: Vec<String> = pairs
        .iter()
        .map(|Pair { name, value }| format!("{name} = {}", joined(value, "")))
        .collect();
    say("with", &pairs);
    if *skip_empty {
        told.push_str(" without empty ones");
    }
    let escape = escape.as_ref();
    let escape = escape.map_or_else(String::new, |escape| format!(", escaped by {escape}"));
    format!("({told}, {between:?} and {separator:?}{escape})")
}
