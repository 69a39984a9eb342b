//! The documented rules for parameters, as a server checks them, and which records of all a call asks for.
//!
//! Written apart from the check that clients make before they send: the sandbox stands for somebody else's server, and a
//! slip in one of the two shows as a disagreement.

use zhixing_core::spec::{Cause, Operation, Paging, Parameter, Role, Rule};

use super::incoming::{Given, Incoming};
use super::refusal::Refusal;

/// The arguments of a call that keeps the rules. Parameters that the document does not list are ignored.
pub(crate) struct Arguments<'a>(Vec<(&'static Parameter, &'a str)>);

impl<'a> Arguments<'a> {
    /// Checks every documented parameter.
    pub(crate) fn read(
        operation: &'static Operation,
        request: &'a Incoming,
    ) -> Result<Self, Refusal> {
        let mut arguments = Vec::new();
        for parameter in operation.parameters {
            match request.parameter(parameter.name) {
                Given::Missing if parameter.required => return Err(missing(parameter)),
                Given::Once(value) if parameter.required && value.trim().is_empty() => {
                    return Err(missing(parameter));
                }
                Given::Missing => {}
                Given::Once(value) => {
                    check(parameter, value)?;
                    arguments.push((parameter, value));
                }
                Given::Repeated => return Err(invalid(parameter, "重复".to_owned())),
            }
        }
        Ok(Self(arguments))
    }

    /// The argument of that name.
    pub(crate) fn get(&self, name: &str) -> Option<&'a str> {
        self.0
            .iter()
            .find(|(parameter, _)| parameter.name == name)
            .map(|(_, value)| *value)
    }

    /// The argument that plays that role, and its parameter.
    pub(crate) fn role(&self, role: Role) -> Option<(&'static Parameter, &'a str)> {
        self.0
            .iter()
            .find(|(parameter, _)| parameter.role == Some(role))
            .copied()
    }

    fn number(&self, name: &str) -> Option<u64> {
        self.get(name).and_then(|value| value.parse().ok())
    }
}

fn missing(parameter: &'static Parameter) -> Refusal {
    Refusal::of(Cause::MissingParameter, parameter.name, "不能为空")
}

fn invalid(parameter: &'static Parameter, fault: String) -> Refusal {
    Refusal::of(Cause::InvalidParameter, parameter.name, fault)
}

fn check(parameter: &'static Parameter, value: &str) -> Result<(), Refusal> {
    if value.chars().any(char::is_control) {
        return Err(invalid(parameter, "含有控制字符".to_owned()));
    }
    match parameter.rule {
        Rule::Text { min, max } => {
            let length = value.trim().chars().count();
            if length < min {
                let mut refusal = invalid(parameter, format!("长度不能小于{min}"));
                refusal.too_short = true;
                return Err(refusal);
            }
            if let Some(max) = max.filter(|max| length > *max) {
                return Err(invalid(parameter, format!("长度不能大于{max}")));
            }
        }
        Rule::Integer { min, max } => {
            let Ok(number) = value.parse::<i64>() else {
                return Err(invalid(parameter, "应为整数".to_owned()));
            };
            if let Some(min) = min.filter(|min| number < *min) {
                return Err(invalid(parameter, format!("不能小于{min}")));
            }
            if let Some(max) = max.filter(|max| number > *max) {
                return Err(invalid(parameter, format!("不能大于{max}")));
            }
        }
        Rule::OneOf(values) if !values.iter().any(|(known, _)| *known == value) => {
            let known: Vec<&str> = values.iter().map(|(known, _)| *known).collect();
            return Err(invalid(parameter, format!("应为{}之一", known.join("、"))));
        }
        _ => {}
    }
    Ok(())
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
    pub(crate) fn read(operation: &Operation, arguments: &Arguments<'_>) -> Self {
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
