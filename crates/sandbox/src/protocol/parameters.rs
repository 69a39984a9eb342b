//! The documented rules for parameters, as a server checks them, and which records of all a call asks for.
//!
//! Written apart from the check that clients make before they send: the sandbox stands for somebody else's server, and a
//! slip in one of the two shows as a disagreement.

use serde_json::Value;
use zhixing_core::spec::{Cause, Operation, Paging, Parameter, Role, Rule};

use super::incoming::{Incoming, Sent};
use super::refusal::Refusal;

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

/// What is wrong with a value.
struct Fault {
    words: String,
    too_short: bool,
}

impl From<String> for Fault {
    fn from(words: String) -> Self {
        Self {
            words,
            too_short: false,
        }
    }
}

impl From<&str> for Fault {
    fn from(words: &str) -> Self {
        words.to_owned().into()
    }
}

fn check(rule: &Rule, value: &str) -> Result<(), Fault> {
    if value.chars().any(char::is_control) {
        return Err("含有控制字符".into());
    }
    match *rule {
        Rule::Text { min, max } => {
            let length = value.trim().chars().count();
            if length < min {
                let words = format!("长度不能小于{min}");
                return Err(Fault {
                    words,
                    too_short: true,
                });
            }
            if let Some(max) = max.filter(|max| length > *max) {
                return Err(format!("长度不能大于{max}").into());
            }
        }
        Rule::Integer { min, max } => {
            let Ok(number) = value.parse::<i64>() else {
                return Err("应为整数".into());
            };
            if let Some(min) = min.filter(|min| number < *min) {
                return Err(format!("不能小于{min}").into());
            }
            if let Some(max) = max.filter(|max| number > *max) {
                return Err(format!("不能大于{max}").into());
            }
        }
        Rule::Number { min, max } => {
            let Some(number) = value.parse::<f64>().ok().filter(|it| it.is_finite()) else {
                return Err("应为数字".into());
            };
            if let Some(min) = min.filter(|min| number < *min as f64) {
                return Err(format!("不能小于{min}").into());
            }
            if let Some(max) = max.filter(|max| number > *max as f64) {
                return Err(format!("不能大于{max}").into());
            }
        }
        Rule::Boolean if value != "true" && value != "false" => {
            return Err("应为true或false".into());
        }
        Rule::Date(pattern) if !is_day(pattern, value) => {
            return Err(format!("应为{pattern}格式的日期").into());
        }
        Rule::Constant { value: fixed, .. } if fixed != value => {
            return Err(format!("应为{fixed}").into());
        }
        Rule::OneOf(values) | Rule::OneOfNumbers(values)
            if !values.iter().any(|(known, _)| *known == value) =>
        {
            let known: Vec<&str> = values.iter().map(|(known, _)| *known).collect();
            return Err(format!("应为{}之一", known.join("、")).into());
        }
        _ => {}
    }
    Ok(())
}

/// Reads a day from where the pattern has its letters.
fn is_day(pattern: &str, value: &str) -> bool {
    let pairs = || pattern.chars().zip(value.chars());
    let part = |letter: char| -> Option<i16> {
        let digits: String = pairs()
            .filter(|(p, _)| *p == letter)
            .map(|(_, c)| c)
            .collect();
        digits.parse().ok()
    };
    let signs =
        pairs().all(|(p, c)| p == c || (matches!(p, 'y' | 'M' | 'd') && c.is_ascii_digit()));
    let day = || {
        let month_and_day = (
            i8::try_from(part('M')?).ok()?,
            i8::try_from(part('d')?).ok()?,
        );
        jiff::civil::Date::new(part('y')?, month_and_day.0, month_and_day.1).ok()
    };
    pattern.chars().count() == value.chars().count() && signs && day().is_some()
}

fn count(count: usize, min: usize, max: Option<usize>) -> Result<(), Fault> {
    if count < min {
        return Err(format!("数量不能小于{min}").into());
    }
    match max.filter(|max| count > *max) {
        Some(max) => Err(format!("数量不能大于{max}").into()),
        None => Ok(()),
    }
}

/// Checks a value of JSON, type included, and gives the values of a list one by one.
fn json(rule: &Rule, value: &Value) -> Result<Vec<String>, Fault> {
    match *rule {
        Rule::List {
            items, min, max, ..
        } => {
            let Value::Array(list) = value else {
                return Err("应为数组".into());
            };
            count(list.len(), min, max)?;
            let values = list.iter().map(|item| json(items, item));
            let values: Vec<Vec<String>> = values.collect::<Result<_, _>>()?;
            if items.is_single() {
                Ok(values.concat())
            } else {
                Ok(vec![value.to_string()])
            }
        }
        Rule::Object(members) => {
            let Value::Object(held) = value else {
                return Err("应为对象".into());
            };
            for member in members {
                let fixed = matches!(member.rule, Rule::Constant { .. });
                match held.get(member.name) {
                    Some(value) => drop(json(&member.rule, value).map_err(|fault| {
                        Fault::from(format!("{}：{}", member.name, fault.words))
                    })?),
                    None if member.required || fixed => {
                        return Err(format!("{}：不能为空", member.name).into());
                    }
                    None => {}
                }
            }
            Ok(vec![value.to_string()])
        }
        // In a query it was text, and has been read already.
        Rule::JsonText(inner) => match value {
            Value::String(text) => {
                let held = serde_json::from_str(text).map_err(|_| Fault::from("应为JSON"))?;
                json(inner, &held)
            }
            held => json(inner, held),
        },
        ref single => {
            let text = match (single, value) {
                (Rule::Integer { .. } | Rule::OneOfNumbers(_), Value::Number(number)) => {
                    number.is_i64().then(|| number.to_string())
                }
                (
                    Rule::Number { .. } | Rule::Constant { quoted: false, .. },
                    Value::Number(number),
                ) => Some(number.to_string()),
                (Rule::Boolean | Rule::Constant { quoted: false, .. }, Value::Bool(held)) => {
                    Some(held.to_string())
                }
                (
                    Rule::Text { .. }
                    | Rule::OneOf(_)
                    | Rule::Date(_)
                    | Rule::Constant { quoted: true, .. },
                    Value::String(text),
                ) => Some(text.clone()),
                _ => None,
            };
            let text = text.ok_or_else(|| Fault::from("类型错误"))?;
            check(single, &text)?;
            Ok(vec![text])
        }
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
