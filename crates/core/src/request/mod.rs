//! The arguments of a call and the rules they must keep before anything is sent.
//!
//! Rules come from the document as data ([`Parameter`]), so a typed request and a call by name are
//! checked by the same code. A call that breaks a rule costs nothing: it never leaves.
//!
//! Every value is text, as it stands on the wire. A list of single values is its name given several
//! times; what is nested in a JSON body is JSON text.

use std::borrow::Cow;

use serde::Serialize;

use crate::error::Kind;
use crate::personal::Personal;
use crate::sign::Place;
use crate::spec::{ListStyle, Operation, Parameter, Rule};

mod date;
mod json;
mod rule;

pub use date::date;
pub(crate) use json::{encoded, quoted};

/// Wire names and values, in the order in which they were given. Debug masks the values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arguments(Vec<(String, Personal)>);

impl Arguments {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, name: impl Into<String>, value: impl Into<Personal>) {
        self.0.push((name.into(), value.into()));
    }

    /// Adds one, in a chain.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<Personal>) -> Self {
        self.push(name, value);
        self
    }

    /// Replaces the value of that name, or adds it.
    pub fn set(&mut self, name: &str, value: impl Into<Personal>) {
        match self.0.iter_mut().find(|(n, _)| n == name) {
            Some((_, old)) => *old = value.into(),
            None => self.push(name, value),
        }
    }

    /// The value of that name, the first one of a list.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, value)| value.as_str())
    }

    /// All values of that name: those of a list.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.iter()
            .filter(move |(n, _)| *n == name)
            .map(|(_, value)| value)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Holds the arguments against the operation's rules and puts them into the documented order.
    pub(crate) fn checked(&self, operation: &'static Operation) -> Result<Vec<Checked<'_>>, Kind> {
        for (index, (name, _)) in self.iter().enumerate() {
            let Some(parameter) = operation.parameter(name) else {
                let callers = operation.parameters.iter().filter(|p| !is_constant(p));
                return Err(Kind::UnknownParameter {
                    parameter: name_shown(name).into_owned(),
                    known: callers.map(|p| p.name).collect(),
                });
            };
            let again = self.iter().take(index).any(|(earlier, _)| earlier == name);
            if again && !parameter.rule.repeats() {
                return Err(broken(name, "must be given once"));
            }
        }
        let mut ordered = Vec::with_capacity(self.0.len());
        for parameter in operation.parameters {
            let given: Vec<&str> = self.all(parameter.name).collect();
            let values = match (&given[..], parameter.rule) {
                ([], Rule::Constant { value, .. }) => vec![value.into()],
                ([], _) if parameter.required => {
                    return Err(Kind::MissingParameter {
                        parameter: parameter.name,
                    });
                }
                ([], _) => continue,
                _ => values(parameter, &given)?,
            };
            ordered.push(Checked { parameter, values });
        }
        Ok(ordered)
    }
}

/// An argument that keeps its rule.
#[derive(Debug)]
pub(crate) struct Checked<'a> {
    pub(crate) parameter: &'static Parameter,
    /// The values of a list, else one. What is nested is JSON text.
    pub(crate) values: Vec<Cow<'a, str>>,
}

fn is_constant(parameter: &Parameter) -> bool {
    matches!(parameter.rule, Rule::Constant { .. })
}

/// A name that somebody gave, for an error. What cannot be one may be a value in the wrong place: a key, a person, a
/// number of one. It is told by its length.
///
/// ```
/// use zhixing_core::request::name_shown;
///
/// assert_eq!(name_shown("keyword"), "keyword");
/// assert_eq!(name_shown("11010519491231002X"), "… (18 characters)");
/// assert_eq!(name_shown("张德洲"), "… (3 characters)");
/// ```
#[must_use]
pub fn name_shown(name: &str) -> Cow<'_, str> {
    let usual = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '[' | ']');
    let digits = name.bytes().filter(u8::is_ascii_digit).count();
    if name.len() <= 40 && digits <= 4 && name.chars().all(usual) {
        return name.into();
    }
    format!("… ({} characters)", name.chars().count()).into()
}

fn broken(name: &str, rule: impl Into<String>) -> Kind {
    Kind::InvalidParameter {
        parameter: name.to_owned(),
        rule: rule.into(),
    }
}

/// Holds what was given for a parameter against its rule. The error never holds a value.
fn values<'a>(parameter: &'static Parameter, given: &[&'a str]) -> Result<Vec<Cow<'a, str>>, Kind> {
    let name = parameter.name;
    if let Rule::List {
        items,
        min,
        max,
        style,
    } = parameter.rule
        && items.is_single()
    {
        rule::count(given.len(), min, max).map_err(|rule| broken(name, rule))?;
        for (index, value) in given.iter().enumerate() {
            let place = || format!("{name}[{index}]");
            rule::check(items, value).map_err(|rule| broken(&place(), rule))?;
            if let ListStyle::Joined(by) = style
                && value.contains(by)
            {
                let rule = format!("must not hold `{by}`, which stands between the values");
                return Err(broken(&place(), rule));
            }
        }
        return Ok(given.iter().map(|value| (*value).into()).collect());
    }
    let mut values = Vec::with_capacity(given.len());
    for value in given {
        let nested = match &parameter.rule {
            Rule::JsonText(inner) => Some(*inner),
            rule if !rule.is_single() => Some(rule),
            _ => None,
        };
        values.push(match nested {
            Some(rule) => json::written(rule, value, name)
                .map_err(|fault| broken(&fault.place, fault.rule))?
                .into(),
            None => {
                rule::check(&parameter.rule, value).map_err(|rule| broken(name, rule))?;
                if parameter.place == Place::Path {
                    segment(value).map_err(|rule| broken(name, rule))?;
                }
                (*value).into()
            }
        });
    }
    Ok(values)
}

/// What stands in a path must be one segment of it for everybody on the way: `%2F` is a slash to some
/// servers, and `%2E%2E` goes up to all who read URLs as browsers do.
fn segment(value: &str) -> Result<(), &'static str> {
    match value.trim() {
        "" => Err("must not be empty"),
        "." | ".." => Err("must not be `.` or `..`: it stands in the path"),
        text if text.contains(['/', '\\']) => {
            Err("must not hold slashes: it is one segment of the path")
        }
        _ => Ok(()),
    }
}

/// A nested value of a request as JSON text. Generated requests call this.
///
/// What cannot be written as JSON gives an empty text, which no rule of a nested value allows.
#[must_use]
pub fn json(value: &(impl Serialize + ?Sized)) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// The number that an enumeration's wire text stands for. Generated requests call this.
#[must_use]
pub fn number(wire: &str) -> Option<i64> {
    wire.parse().ok()
}
