//! What was seen at one place of many values: counted, and not kept.
//!
//! The only values that are held at all, in memory, are few distinct short ones, since otherwise a
//! value that an enumeration lacks could not be told from one that it has.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde_json::Value;

use crate::text::{self, DateForm};

/// More distinct values than this are no enumeration.
const MOST_VALUES: usize = 256;
/// A value of more characters is not one of an enumeration.
const LONGEST_VALUE: usize = 32;

/// What the values at one place have in common. Replies are added one by one, in any number.
#[derive(Clone, Default, PartialEq)]
pub struct Observed {
    /// How many values were seen here.
    pub(crate) seen: u64,
    pub(crate) nulls: u64,
    pub(crate) booleans: u64,
    pub(crate) integers: Integers,
    /// `3.0`: an integer to JSON Schema.
    pub(crate) whole_floats: u64,
    pub(crate) fractions: u64,
    pub(crate) texts: Texts,
    pub(crate) objects: Objects,
    pub(crate) lists: Lists,
    /// Integers and texts, as text, while they are few and short.
    pub(crate) values: Values,
}

#[derive(Clone, Default, PartialEq)]
pub(crate) struct Integers {
    pub(crate) count: u64,
    pub(crate) midnights: u64,
    pub(crate) least: i64,
    pub(crate) greatest: i64,
}

#[derive(Clone, Default, PartialEq)]
pub(crate) struct Texts {
    /// Those that hold something.
    pub(crate) count: u64,
    pub(crate) empty: u64,
    /// What an integer field reads as an integer.
    pub(crate) integers: u64,
    /// What a number field reads as a number.
    pub(crate) numbers: u64,
    /// What is written as people write numbers.
    pub(crate) plain_numbers: u64,
    pub(crate) dates: u64,
    pub(crate) date_forms: BTreeSet<DateForm>,
    pub(crate) case_numbers: u64,
    pub(crate) addresses: u64,
    pub(crate) identity_numbers: u64,
    pub(crate) mobiles: u64,
    pub(crate) shortest: usize,
    pub(crate) longest: usize,
    /// Those that hold a JSON object or list, and what that is.
    pub(crate) json: u64,
    pub(crate) content: Option<Box<Observed>>,
}

#[derive(Clone, Default, PartialEq)]
pub(crate) struct Objects {
    /// Those that hold something.
    pub(crate) count: u64,
    pub(crate) empty: u64,
    /// In the order in which they came first.
    pub(crate) fields: Vec<(String, Observed)>,
    index: BTreeMap<String, usize>,
}

#[derive(Clone, Default, PartialEq)]
pub(crate) struct Lists {
    /// Those that hold something.
    pub(crate) count: u64,
    pub(crate) empty: u64,
    pub(crate) items: Option<Box<Observed>>,
}

/// Distinct values; `None` when there were too many, or one too long.
#[derive(Clone, PartialEq)]
pub(crate) struct Values(pub(crate) Option<BTreeSet<String>>);

impl Default for Values {
    fn default() -> Self {
        Self(Some(BTreeSet::new()))
    }
}

/// Values of replies are not printed.
impl fmt::Debug for Observed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Observed")
            .field("seen", &self.seen)
            .finish_non_exhaustive()
    }
}

impl Observed {
    /// Takes in one more value.
    pub fn add(&mut self, value: &Value) {
        self.seen += 1;
        match value {
            Value::Null => self.nulls += 1,
            Value::Bool(_) => self.booleans += 1,
            Value::Number(number) => match (number.as_i64(), number.as_f64()) {
                (Some(integer), _) => {
                    self.integers.add(integer);
                    self.values.add(&integer.to_string());
                }
                // What lies beyond 64 bits is no integer to a client.
                (None, Some(float)) if float.fract() == 0.0 && float.abs() < 9.0e18 => {
                    self.whole_floats += 1
                }
                _ => self.fractions += 1,
            },
            Value::String(text) => {
                self.texts.add(text);
                if !text.is_empty() {
                    self.values.add(text);
                }
            }
            Value::Array(items) => self.lists.add(items),
            Value::Object(members) => {
                if members.is_empty() {
                    self.objects.empty += 1;
                } else {
                    self.objects.count += 1;
                }
                for (key, value) in members {
                    self.objects.field(key).add(value);
                }
            }
        }
    }

    /// How many values were added.
    #[must_use]
    pub fn seen(&self) -> u64 {
        self.seen
    }

    /// Takes in what was seen elsewhere of the same thing.
    pub fn merge(&mut self, other: &Self) {
        self.merge_own(other);
        for (key, field) in &other.objects.fields {
            self.objects.field(key).merge(field);
        }
        if let Some(items) = &other.lists.items {
            self.lists.items.get_or_insert_default().merge(items);
        }
        if let Some(content) = &other.texts.content {
            self.texts.content.get_or_insert_default().merge(content);
        }
    }

    /// As [`merge`](Self::merge), without fields, items and content.
    pub(crate) fn merge_own(&mut self, other: &Self) {
        self.seen += other.seen;
        self.nulls += other.nulls;
        self.booleans += other.booleans;
        self.integers.merge(&other.integers);
        self.whole_floats += other.whole_floats;
        self.fractions += other.fractions;
        self.texts.merge_own(&other.texts);
        self.objects.count += other.objects.count;
        self.objects.empty += other.objects.empty;
        self.lists.count += other.lists.count;
        self.lists.empty += other.lists.empty;
        self.values.merge(&other.values);
    }

    /// How many numbers there were.
    pub(crate) fn numbers(&self) -> u64 {
        self.integers.count + self.whole_floats + self.fractions
    }

    /// How many values held something.
    pub(crate) fn held(&self) -> u64 {
        self.booleans + self.numbers() + self.texts.count + self.objects.count + self.lists.count
    }
}

impl Integers {
    fn add(&mut self, integer: i64) {
        let one = Self {
            count: 1,
            midnights: u64::from(text::is_midnight_in_beijing(integer)),
            least: integer,
            greatest: integer,
        };
        self.merge(&one);
    }

    fn merge(&mut self, other: &Self) {
        if other.count == 0 {
            return;
        }
        if self.count == 0 {
            (self.least, self.greatest) = (other.least, other.greatest);
        }
        self.least = self.least.min(other.least);
        self.greatest = self.greatest.max(other.greatest);
        self.count += other.count;
        self.midnights += other.midnights;
    }
}

impl Texts {
    fn add(&mut self, text: &str) {
        if text.is_empty() {
            self.empty += 1;
            return;
        }
        let is = |holds: bool| u64::from(holds);
        let date = text::date_form(text);
        let length = text.chars().count();
        let json = Some(text.trim_start())
            .filter(|text| text.starts_with(['{', '[']))
            .and_then(|text| serde_json::from_str::<Value>(text).ok());
        let one = Self {
            count: 1,
            integers: is(text.trim().parse::<i64>().is_ok()),
            numbers: is(text.trim().parse::<f64>().is_ok_and(f64::is_finite)
                && text.bytes().any(|b| b.is_ascii_digit())),
            plain_numbers: is(text::is_plain_number(text)),
            dates: is(date.is_some()),
            date_forms: date.into_iter().collect(),
            case_numbers: is(text::is_case_number(text)),
            addresses: is(text.starts_with("http://") || text.starts_with("https://")),
            identity_numbers: is(text::is_identity_number(text)),
            mobiles: is(text::is_mobile(text)),
            shortest: length,
            longest: length,
            json: is(json.is_some()),
            ..Self::default()
        };
        self.merge_own(&one);
        if let Some(value) = json {
            self.content.get_or_insert_default().add(&value);
        }
    }

    fn merge_own(&mut self, other: &Self) {
        self.empty += other.empty;
        if other.count == 0 {
            return;
        }
        let first = self.count == 0;
        self.shortest = if first {
            other.shortest
        } else {
            self.shortest.min(other.shortest)
        };
        self.longest = self.longest.max(other.longest);
        self.count += other.count;
        self.integers += other.integers;
        self.numbers += other.numbers;
        self.plain_numbers += other.plain_numbers;
        self.dates += other.dates;
        self.date_forms.extend(&other.date_forms);
        self.case_numbers += other.case_numbers;
        self.addresses += other.addresses;
        self.identity_numbers += other.identity_numbers;
        self.mobiles += other.mobiles;
        self.json += other.json;
    }
}

impl Objects {
    /// What was seen under a key.
    pub(crate) fn field(&mut self, key: &str) -> &mut Observed {
        let index = match self.index.get(key) {
            Some(index) => *index,
            None => {
                self.index.insert(key.to_owned(), self.fields.len());
                self.fields.push((key.to_owned(), Observed::default()));
                self.fields.len() - 1
            }
        };
        &mut self.fields[index].1
    }

    /// What was seen under a key, if anything.
    pub(crate) fn get(&self, key: &str) -> Option<&Observed> {
        let index = *self.index.get(key)?;
        self.fields.get(index).map(|(_, field)| field)
    }
}

impl Lists {
    fn add(&mut self, items: &[Value]) {
        if items.is_empty() {
            self.empty += 1;
            return;
        }
        self.count += 1;
        let seen = self.items.get_or_insert_default();
        items.iter().for_each(|item| seen.add(item));
    }
}

impl Values {
    fn add(&mut self, value: &str) {
        if value.chars().count() > LONGEST_VALUE {
            self.0 = None;
        }
        if let Some(values) = &mut self.0 {
            if !values.contains(value) {
                values.insert(value.to_owned());
            }
            if values.len() > MOST_VALUES {
                self.0 = None;
            }
        }
    }

    fn merge(&mut self, other: &Self) {
        match &other.0 {
            None => self.0 = None,
            Some(values) => values.iter().for_each(|value| self.add(value)),
        }
    }
}
