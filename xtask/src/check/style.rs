//! A choice whose branches are named by `style`: who names one has made it, and is told of that one alone.
//!
//! Else `"style": "offset"` with a key of the other style would be told to add what that one lacks, and that it is no
//! such style.

use jsonschema::ValidationError;
use serde_json::Value;

use super::dialect::Rules;
use super::meta::{branches, faults_in};
use crate::diagnostic::Diagnostic;
use crate::read::Document;
use crate::read::position::child;

const STYLE: &str = "style";

/// A branch: its name, and the keys that it has.
struct Style<'r> {
    name: &'r str,
    keys: Vec<&'r str>,
}

impl Style<'_> {
    fn told(&self) -> String {
        let keys: Vec<String> = self.keys.iter().map(|key| format!("`{key}`")).collect();
        format!("`{}` has the keys {}", self.name, keys.join(", "))
    }
}

/// What to tell of an error; `None` if it is about no such choice.
pub(super) fn faults(
    rules: &Rules,
    document: &Document,
    error: &ValidationError<'_>,
) -> Option<Vec<Diagnostic>> {
    let branches = branches(error)?;
    let pointer = error.instance_path().as_str();
    // As it is written: an error's own instance is that of one keyword.
    let written = document.value.pointer(pointer)?.as_object()?;
    let styles = styles(rules, error)?;
    let named = written.get(STYLE);
    let chosen = styles
        .iter()
        .zip(branches)
        .find(|(style, _)| named.and_then(Value::as_str) == Some(style.name));
    let Some((style, errors)) = chosen else {
        let all: Vec<String> = styles.iter().map(Style::told).collect();
        let (at, reason) = match named {
            Some(named) => (child(pointer, STYLE), format!("{named} is no style.")),
            None => (pointer.to_owned(), format!("It has no `{STYLE}`.")),
        };
        let hint = format!("Name one: {}.", all.join("; "));
        return Some(vec![document.fault(&at, reason, hint)]);
    };
    let faults = errors.iter().flat_map(|error| faults_in(document, error));
    let told = faults.map(|mut fault| {
        let key = fault.pointer.strip_prefix(pointer).unwrap_or_default();
        let key = key.trim_start_matches('/');
        if written.contains_key(key) && !style.keys.contains(&key) {
            fault.reason = format!("The key `{key}` is not of style `{}`.", style.name);
            fault.hint = format!("{}: drop it, or write another `style`.", style.told());
        } else if key.is_empty() {
            fault.hint = format!("{} Style {}.", fault.hint, style.told());
        }
        fault
    });
    Some(told.collect())
}

/// The branches by their names, if all have one.
fn styles<'r>(rules: &'r Rules, error: &ValidationError<'_>) -> Option<Vec<Style<'r>>> {
    let choice = rules.at(error.absolute_keyword_location()?.as_str())?;
    let style = |branch: &'r Value| {
        let properties = branch.get("properties")?.as_object()?;
        Some(Style {
            name: properties.get(STYLE)?.get("const")?.as_str()?,
            keys: properties.keys().map(String::as_str).collect(),
        })
    };
    choice.as_array()?.iter().map(style).collect()
}
