//! The arguments of a call and the rules they must keep before anything is sent.
//!
//! Rules come from the document as data ([`Parameter`]), so a typed request and a call by name are
//! checked by the same code. A call that breaks a rule costs nothing: it never leaves.

use crate::error::Kind;
use crate::personal::Personal;
use crate::spec::{Operation, Parameter, Rule};

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

    /// The value of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, value)| value.as_str())
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Holds the arguments against the operation's rules and puts them into the documented order.
    pub(crate) fn checked(
        &self,
        operation: &'static Operation,
    ) -> Result<Vec<(&'static Parameter, &str)>, Kind> {
        for (index, (name, _)) in self.iter().enumerate() {
            if operation.parameter(name).is_none() {
                let known = operation.parameters.iter().map(|p| p.name).collect();
                return Err(Kind::UnknownParameter {
                    parameter: name.to_owned(),
                    known,
                });
            }
            if self.iter().take(index).any(|(earlier, _)| earlier == name) {
                let rule = "must be given once".to_owned();
                return Err(Kind::InvalidParameter {
                    parameter: name.to_owned(),
                    rule,
                });
            }
        }
        let mut ordered = Vec::with_capacity(self.0.len());
        for parameter in operation.parameters {
            match self.get(parameter.name) {
                Some(value) => {
                    check(parameter, value)?;
                    ordered.push((parameter, value));
                }
                None if parameter.required => {
                    return Err(Kind::MissingParameter {
                        parameter: parameter.name,
                    });
                }
                None => {}
            }
        }
        Ok(ordered)
    }
}

/// Holds one value against its parameter's rule. The error never holds the value.
fn check(parameter: &'static Parameter, value: &str) -> Result<(), Kind> {
    let broken = |rule: String| {
        Err(Kind::InvalidParameter {
            parameter: parameter.name.to_owned(),
            rule,
        })
    };
    if value.chars().any(char::is_control) {
        return broken("must not hold control characters or line ends".into());
    }
    match parameter.rule {
        Rule::Text { min, max } => {
            // Blanks around a name are no characters of it: "  " is as empty as "".
            let length = value.trim().chars().count();
            if length < min && min == 1 {
                return broken("must not be empty".into());
            }
            if length < min {
                return broken(format!(
                    "must have at least {min} characters and has {length}"
                ));
            }
            if let Some(max) = max.filter(|max| length > *max) {
                return broken(format!(
                    "must have at most {max} characters and has {length}"
                ));
            }
        }
        Rule::Integer { min, max } => {
            let range = match (min, max) {
                (Some(min), Some(max)) => format!("from {min} to {max}"),
                (Some(min), None) => format!("of at least {min}"),
                (None, Some(max)) => format!("of at most {max}"),
                (None, None) => String::new(),
            };
            // It is sent as it is written, so "+5" and "007" are refused: who knows how they are read.
            let fits = value.parse::<i64>().is_ok_and(|number| {
                number.to_string() == value
                    && min.is_none_or(|min| number >= min)
                    && max.is_none_or(|max| number <= max)
            });
            if !fits {
                return broken(
                    format!("must be a whole number {range}")
                        .trim_end()
                        .to_owned(),
                );
            }
        }
        Rule::OneOf(values) => {
            if !values.iter().any(|(known, _)| *known == value) {
                let known: Vec<String> = values
                    .iter()
                    .map(|(v, meaning)| format!("{v} ({meaning})"))
                    .collect();
                return broken(format!("must be one of {}", known.join(", ")));
            }
        }
    }
    Ok(())
}
