//! Values that a schema's rules do not allow: beyond its limits, not among its values, not as guessed.

use serde_json::{Value, json};

use super::rules::{Node, holds};
use crate::change::{Kind, Patch};
use crate::text;

impl Node<'_, '_> {
    /// Limits that a value broke go; a new limit would be a value of a reply.
    pub(super) fn limits(&mut self) {
        let seen = &self.sight.own;
        let integers =
            (seen.integers.count > 0).then_some((seen.integers.least, seen.integers.greatest));
        let lengths = (seen.texts.count > 0)
            .then_some((seen.texts.shortest as i64, seen.texts.longest as i64));
        let limit = |keyword: &str| self.members.get(keyword).and_then(Value::as_i64);
        // Empty text is covered by its quirk.
        let broken: Vec<&str> = [
            ("minimum", integers.map(|(least, _)| least), true),
            ("maximum", integers.map(|(_, greatest)| greatest), false),
            ("minLength", lengths.map(|(least, _)| least), true),
            ("maxLength", lengths.map(|(_, longest)| longest), false),
        ]
        .into_iter()
        .filter(|(keyword, found, low)| match (limit(keyword), found) {
            (Some(limit), Some(found)) => {
                if *low {
                    *found < limit
                } else {
                    *found > limit
                }
            }
            _ => false,
        })
        .map(|(keyword, ..)| keyword)
        .collect();
        for keyword in broken {
            self.change(
                Kind::Rule,
                format!("a value breaks `{keyword}`, which is removed"),
                Patch::Remove(self.at(keyword)),
            );
        }
    }

    pub(super) fn values(&mut self, declared: &[String]) {
        if !self.is_enumeration() || declared.is_empty() {
            return;
        }
        let seen = &self.sight.own;
        let integer = declared.iter().any(|name| name == "integer");
        let Some(values) = &seen.values.0 else {
            return self.doubt("Too many or too long values for an enumeration were seen.");
        };
        let listed: Vec<String> = self.listed().into_iter().map(wire).collect();
        let unknown: Vec<&String> = values
            .iter()
            .filter(|value| !listed.contains(value))
            .collect();
        let fits = |value: &str| {
            let number = value
                .parse::<i64>()
                .ok()
                .filter(|number| number.to_string() == *value);
            let of_type = !integer || number.is_some();
            of_type
                && (text::is_code(value)
                    || integer && number.is_some_and(|n| (-999..=99_999).contains(&n)))
        };
        let (codes, others): (Vec<&String>, Vec<&String>) =
            unknown.into_iter().partition(|value| fits(value));
        let guess_fails =
            self.guessed("enumeration") && (!others.is_empty() || listed.len() + codes.len() > 16);
        if guess_fails {
            let path = self.at("enum");
            self.change(
                Kind::Rule,
                "other values were seen than short codes: the guessed enumeration is removed",
                Patch::Remove(path),
            );
            self.unguessed.push("enumeration");
            return;
        }
        for code in codes {
            let value = match code.parse::<i64>() {
                Ok(number) if integer => json!(number),
                _ => json!(code),
            };
            let words = format!("the value {value} is not listed; what it means is not known");
            let (keyword, value) = if self.members.contains_key("oneOf") {
                ("oneOf", json!({ "const": value }))
            } else {
                ("enum", value)
            };
            self.change(
                Kind::Value,
                words,
                Patch::Add(self.at(keyword) + "/-", value),
            );
        }
        if !others.is_empty() {
            self.doubt(format!(
                "{} values are not listed. They are no short codes, so they are not copied; the client reads them as unknown.",
                others.len()
            ));
        }
    }

    /// Guesses that no longer hold go, with their mark. What a person has confirmed has none.
    pub(super) fn guesses(&mut self) {
        let texts = &self.sight.own.texts;
        if texts.count == 0 {
            return;
        }
        let format = self.members.get("x-format").and_then(Value::as_str);
        let fitting = match format {
            Some("date") => texts.dates,
            Some("case-number") => texts.case_numbers,
            Some("url") => texts.addresses,
            Some("amount") => texts.numbers,
            _ => texts.count,
        };
        let wrong_format = self.guessed("format") && fitting < texts.count;
        let is_text = self
            .members
            .get("type")
            .is_some_and(|one| one == "string" || holds(Some(one), "string"));
        let wrong_number = self.guessed("number-as-text") && is_text && texts.numbers < texts.count;
        if wrong_format {
            self.change(
                Kind::Rule,
                "not every text is of the guessed format, which is removed",
                Patch::Remove(self.at("x-format")),
            );
        }
        if wrong_format {
            self.unguessed.push("format");
        }
        if wrong_number {
            self.dropped = Some("number-as-text");
            self.unguessed.push("number-as-text");
        }
    }
}

fn wire(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
