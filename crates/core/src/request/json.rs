//! Values of a JSON body: held against their rules on the text, and written in the documented order.
//!
//! Nothing is read into numbers on the way: what was given as `1.10` is sent as `1.10`.

use serde_json::value::RawValue;

use super::rule;
use crate::envelope::Envelope;
use crate::spec::{Member, Rule};

/// What is wrong inside a value, and where, from the parameter on: `filter.days[2]`.
pub(super) struct Broken {
    pub(super) place: String,
    pub(super) rule: String,
}

/// A text as a JSON string.
pub(crate) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A single value that keeps its rule, as JSON.
pub(crate) fn encoded(rule: &Rule, value: &str) -> String {
    if is_bare(rule) {
        value.to_owned()
    } else {
        quoted(value)
    }
}

/// Whether JSON writes such a value without quotes.
fn is_bare(rule: &Rule) -> bool {
    matches!(
        rule,
        Rule::Integer { .. }
            | Rule::Number { .. }
            | Rule::Boolean
            | Rule::OneOfNumbers(_)
            | Rule::Constant { quoted: false, .. }
    )
}

/// JSON text that keeps the rule, without blanks and in the documented order.
pub(super) fn written(rule: &Rule, raw: &str, place: &str) -> Result<String, Broken> {
    let broken = |rule: String| Broken {
        place: place.to_owned(),
        rule,
    };
    let raw = raw.trim();
    match *rule {
        Rule::Object(members) => object(members, raw, place),
        Rule::List {
            items, min, max, ..
        } => {
            let values: Vec<&RawValue> = serde_json::from_str(raw)
                .map_err(|_| broken("must be a JSON list, such as [\"a\",\"b\"]".into()))?;
            rule::count(values.len(), min, max).map_err(broken)?;
            let values = values
                .iter()
                .enumerate()
                .map(|(index, value)| written(items, value.get(), &format!("{place}[{index}]")));
            let values = values.collect::<Result<Vec<_>, _>>()?;
            Ok(format!("[{}]", values.join(",")))
        }
        Rule::JsonText(inner) => {
            let text: String =
                serde_json::from_str(raw).map_err(|_| broken("must be text in quotes".into()))?;
            Ok(quoted(&written(inner, &text, place)?))
        }
        ref single => {
            let text = if is_bare(single) {
                raw.to_owned()
            } else {
                serde_json::from_str(raw).map_err(|_| broken("must be text in quotes".into()))?
            };
            rule::check(single, &text).map_err(broken)?;
            Ok(encoded(single, &text))
        }
    }
}

fn object(members: &[Member], raw: &str, place: &str) -> Result<String, Broken> {
    let inside = |name: &str| format!("{place}.{name}");
    let Ok(given) = Envelope::read(raw) else {
        return Err(Broken {
            place: place.to_owned(),
            rule: "must be a JSON object, such as {\"name\":\"value\"}".into(),
        });
    };
    let mut seen: Vec<&str> = Vec::new();
    for name in given.keys() {
        let rule = if seen.contains(&name) {
            "must be given once".to_owned()
        } else if members.iter().any(|member| member.name == name) {
            seen.push(name);
            continue;
        } else {
            let known: Vec<&str> = members.iter().map(|member| member.name).collect();
            format!("is not documented; there are {}", known.join(", "))
        };
        return Err(Broken {
            place: inside(name),
            rule,
        });
    }
    let mut pairs = Vec::new();
    for member in members {
        let place = inside(member.name);
        let value = match (given.raw(&[member.name]), &member.rule) {
            (Some(raw), rule) => written(rule, raw, &place)?,
            (None, rule @ Rule::Constant { value, .. }) => encoded(rule, value),
            (None, _) if member.required => {
                return Err(Broken {
                    place,
                    rule: "must be given".into(),
                });
            }
            (None, _) => continue,
        };
        pairs.push(format!("{}:{value}", quoted(member.name)));
    }
    Ok(format!("{{{}}}", pairs.join(",")))
}
