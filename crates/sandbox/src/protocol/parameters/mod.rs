//! The documented rules for parameters, as a server checks them, and which records of all a call asks for.
//!
//! Written apart from the check that clients make before they send: the sandbox stands for somebody else's server, and a
//! slip in one of the two shows as a disagreement.

use serde_json::Value;
use zhixing_core::spec::{Cause, Operation, Paging, Parameter, Role, Rule};

use super::incoming::{Incoming, Sent};
use super::refusal::Refusal;

mod rule;
#[cfg(test)]
mod tests;

use rule::{Fault, check, count, json};

/// The arguments of a call that keeps the rules. Parameters that the document does not list are ignored.
pub(crate) struct Arguments(Vec<(&'static Parameter, Vec<String>)>);

impl Arguments {
    /// Checks every documented parameter.
    pub(crate) fn read(operation: &'static Operation, request: &Incoming) -> Result<Self, Refusal> {
        let mut arguments = Vec::new();
        for parameter in operation.parameters {
            let sent = request.sent(operation, parameter);
            if let Some(values) = read(parameter, sent)? {
                arguments.push((parameter, values));
            }
        }
        Ok(Self(arguments))
    }

    /// The argument of that name; the first one of a list, the JSON of what is nested.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// All arguments of that name.
    pub(crate) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        let named = self.0.iter().find(|(parameter, _)| parameter.name == name);
        named
            .into_iter()
            .flat_map(|(_, values)| values.iter().map(String::as_str))
    }

    /// The argument that plays that role, and its parameter.
    pub(crate) fn role(&self, role: Role) -> Option<(&'static Parameter, &str)> {
        let played = self
            .0
            .iter()
            .find(|(parameter, _)| parameter.role == Some(role));
        played.and_then(|(parameter, values)| Some((*parameter, values.first()?.as_str())))
    }

    fn number(&self, name: &str) -> Option<u64> {
        self.get(name).and_then(|value| value.parse().ok())
    }
}

fn missing(parameter: &'static Parameter) -> Refusal {
    Refusal::of(Cause::MissingParameter, parameter.name, "不能为空")
}

fn invalid(parameter: &'static Parameter, fault: impl Into<String>) -> Refusal {
    Refusal::of(Cause::InvalidParameter, parameter.name, fault.into())
}

/// The values of a parameter, `None` if it was left out.
fn read(parameter: &'static Parameter, sent: Sent<'_>) -> Result<Option<Vec<String>>, Refusal> {
    let refuse = |fault: Fault| {
        let mut refusal = invalid(parameter, fault.words);
        refusal.too_short = fault.too_short;
        refusal
    };
    let fixed = matches!(parameter.rule, Rule::Constant { .. });
    match sent {
        Sent::NoJson => Err(invalid(parameter, "应为JSON")),
        Sent::Json(Value::Null) if parameter.required => Err(missing(parameter)),
        Sent::Json(value) => json(&parameter.rule, &value).map(Some).map_err(refuse),
        Sent::Texts(texts) => match (&texts[..], parameter.rule) {
            ([], _) if parameter.required || fixed => Err(missing(parameter)),
            ([], _) => Ok(None),
            (
                items,
                Rule::List {
                    items: rule,
                    min,
                    max,
                    ..
                },
            ) => {
                count(items.len(), min, max).map_err(refuse)?;
                for item in items {
                    check(rule, item).map_err(refuse)?;
                }
                Ok(Some(texts.into_iter().map(Into::into).collect()))
            }
            ([one], _) if parameter.required && one.trim().is_empty() => Err(missing(parameter)),
            ([one], rule) => {
                check(&rule, one).map_err(refuse)?;
                Ok(Some(vec![one.clone().into_owned()]))
            }
            _ => Err(invalid(parameter, "重复")),
        },
    }
}

/// Which records of all a call asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Window {
    /// How many lie before the first.
    pub(crate) before: u64,
    /// How many at most.
    pub(crate) size: u64,
    /// The number of the page, where pages are numbered.
    pub(crate) page: u64,
    /// Whether the call itself says how many.
    pub(crate) size_given: bool,
}

impl Window {
    /// Reads the paging parameters. What is left out is what the document says is assumed.
    pub(crate) fn read(operation: &Operation, arguments: &Arguments) -> Self {
        let all = Self {
            before: 0,
            size: u64::MAX,
            page: 1,
            size_given: false,
        };
        match operation.paging {
            Some(Paging::Offset { parameter, size }) => Self {
                before: arguments.number(parameter).unwrap_or(0),
                size,
                ..all
            },
            Some(Paging::Page {
                parameter,
                first,
                size_parameter,
                size,
            }) => {
                let asked = size_parameter.and_then(|name| arguments.number(name));
                let size = asked.unwrap_or(size);
                let page = arguments.number(parameter).unwrap_or(first);
                Self {
                    before: page.saturating_sub(first).saturating_mul(size),
                    size,
                    page,
                    size_given: asked.is_some(),
                }
            }
            _ => all,
        }
    }

    /// The records of this window among so many.
    pub(crate) fn range(&self, total: usize) -> std::ops::Range<usize> {
        let clamp = |number: u64| usize::try_from(number).map_or(total, |number| number.min(total));
        clamp(self.before)..clamp(self.before.saturating_add(self.size))
    }
}
