//! Details of texts and numbers, most of them guesses: what they denote, whether they are codes.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{Draft, node};
use crate::text;

/// More different codes than this are not guessed to be an enumeration.
const MOST_CODES: usize = 12;

impl Draft<'_> {
    pub(super) fn text(&mut self, quirks: &mut Vec<&'static str>) -> Map<String, Value> {
        let mut details = Map::new();
        let texts = &self.seen.texts;
        let all = |count: u64| texts.count > 0 && count == texts.count;
        if all(texts.json) {
            details.insert("contentMediaType".into(), "application/json".into());
            if let Some(content) = &texts.content {
                let schema = node(content, &self.place.content(), self.doubts);
                details.insert("contentSchema".into(), schema);
            }
        }
        let by_value = match () {
            () if all(texts.identity_numbers) => Some("identity-number"),
            () if all(texts.mobiles) => Some("telephone"),
            () => None,
        };
        let sensitive = by_value.or_else(|| text::sensitive_key(&self.place.key));
        if let Some(what) = sensitive {
            self.guessed.push("sensitive");
            details.insert("x-sensitive".into(), what.into());
        } else if let Some(codes) = self.codes(false) {
            self.guess_codes(codes, &mut details);
            return details;
        } else {
            self.few_words();
        }
        let format = match () {
            () if all(texts.dates) => Some("date"),
            () if all(texts.case_numbers) => Some("case-number"),
            () if all(texts.addresses) => Some("url"),
            () if all(texts.plain_numbers) && text::names_money(&self.place.key) => Some("amount"),
            () => None,
        };
        if let Some(format) = format {
            self.guessed.push("format");
            details.insert("x-format".into(), format.into());
            if format == "date" && texts.date_forms.len() > 1 {
                quirks.push("several-formats");
            }
        }
        // A single digit is more likely a code.
        if all(texts.plain_numbers)
            && texts.longest > 1
            && sensitive.is_none()
            && (format == Some("amount") || !text::identifies(&self.place.key))
        {
            self.guessed.push("number-as-text");
            quirks.push("number-as-text");
        }
        details
    }

    pub(super) fn number(&mut self, integer: bool) -> Map<String, Value> {
        let mut details = Map::new();
        if let Some(codes) = self.codes(true).filter(|_| integer) {
            self.guess_codes(codes, &mut details);
            return details;
        }
        let integers = &self.seen.integers;
        let format = match () {
            () if integer && integers.count > 0 && integers.midnights == integers.count => {
                Some("epoch-milliseconds-beijing")
            }
            () if text::names_money(&self.place.key) => Some("amount"),
            () => None,
        };
        if let Some(format) = format {
            self.guessed.push("format");
            details.insert("x-format".into(), format.into());
        }
        details
    }

    /// The values of a guessed enumeration: few, short, repeated, and codes all of them.
    fn codes(&self, integer: bool) -> Option<Vec<Value>> {
        let values = self.seen.values.0.as_ref()?;
        let held = self.seen.texts.count + self.seen.integers.count;
        if !few(values.len(), held) || text::counts(&self.place.key) {
            return None;
        }
        let mut codes = BTreeSet::new();
        for value in values.iter().filter(|value| text::is_code(value)) {
            let number = value.parse::<i64>().ok();
            if integer && !number.is_some_and(|number| (0..=99).contains(&number)) {
                return None;
            }
            codes.insert((number, value.as_str()));
        }
        if codes.len() < values.len() {
            return None;
        }
        let written = codes.into_iter().map(|(number, value)| match number {
            Some(number) if integer => json!(number),
            _ => json!(value),
        });
        let mut written: Vec<Value> = written.collect();
        written.dedup();
        Some(written)
    }

    fn guess_codes(&mut self, mut codes: Vec<Value>, details: &mut Map<String, Value>) {
        self.doubt(format!(
            "{} short codes, repeated: guessed to be an enumeration. The document knows what they mean, and which others there are.",
            codes.len()
        ));
        if self.seen.nulls > 0 {
            codes.push(Value::Null);
        }
        self.guessed.push("enumeration");
        details.insert("enum".into(), codes.into());
    }

    fn few_words(&mut self) {
        let texts = self.seen.texts.count;
        let distinct = self
            .seen
            .values
            .0
            .as_ref()
            .map_or(usize::MAX, BTreeSet::len);
        if few(distinct, texts) && !text::counts(&self.place.key) {
            self.doubt(format!(
                "Only {distinct} different texts in {texts} places: perhaps an enumeration. They are not copied, since they may be names; the document may list them."
            ));
        }
    }
}

/// Few enough, and seen often enough, to be a list of values.
fn few(distinct: usize, held: u64) -> bool {
    (2..=MOST_CODES).contains(&distinct) && held >= 6.max(3 * distinct as u64)
}
