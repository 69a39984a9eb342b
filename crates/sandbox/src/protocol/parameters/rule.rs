//! One rule for one value, in the words of a server.

use chrono::NaiveDate;
use serde_json::Value;
use zhixing_core::spec::Rule;

/// What is wrong with a value.
pub(super) struct Fault {
    pub(super) words: String,
    pub(super) too_short: bool,
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

/// Checks a single value, as it stands on the wire.
pub(super) fn check(rule: &Rule, value: &str) -> Result<(), Fault> {
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
    let part = |letter: char| -> String {
        pairs()
            .filter(|(p, _)| *p == letter)
            .map(|(_, c)| c)
            .collect()
    };
    let signs =
        pairs().all(|(p, c)| p == c || (matches!(p, 'y' | 'M' | 'd') && c.is_ascii_digit()));
    let day = || {
        let [year, month, day] = ['y', 'M', 'd'].map(part);
        let (month, day) = (month.parse().ok()?, day.parse().ok()?);
        NaiveDate::from_ymd_opt(year.parse().ok()?, month, day)
    };
    pattern.chars().count() == value.chars().count() && signs && day().is_some()
}

/// Checks how many values a list has.
pub(super) fn count(count: usize, min: usize, max: Option<usize>) -> Result<(), Fault> {
    if count < min {
        return Err(format!("数量不能小于{min}").into());
    }
    match max.filter(|max| count > *max) {
        Some(max) => Err(format!("数量不能大于{max}").into()),
        None => Ok(()),
    }
}

/// Checks a value of JSON, type included, and gives the values of a list one by one.
pub(super) fn json(rule: &Rule, value: &Value) -> Result<Vec<String>, Fault> {
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
