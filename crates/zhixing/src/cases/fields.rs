//! What the records of one case say, field by field, and where they differ.

use serde::Serialize;
use zhixing_core::personal::Personal;
use zhixing_core::record::{Amount, Day, Degree, Ground, Kind, Record, State};

/// One field of a case: every value that was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FieldValues {
    /// The field of the unified record; of a standing with the list that it is of, `standing_dishonest`.
    pub field: String,
    /// Whether all who said something said the same.
    pub agree: bool,
    /// The values, each once, in the order in which they were said.
    pub values: Vec<Value>,
}

/// One value and who said it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Value {
    /// Normalised where it was understood, else as the vendor wrote it. Debug masks it.
    pub value: Personal,
    /// Whether `value` is a day (`YYYY-MM-DD`), an amount in yuan or a word for a standing. Otherwise it is a text of the
    /// vendor's, whatever it looks like.
    pub normalised: bool,
    /// Who said it, and of which list.
    pub said_by: Vec<SaidBy>,
}

/// A vendor, and the lists that its record is of: the days of publication of two lists differ rightly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SaidBy {
    /// The vendor.
    pub vendor: String,
    /// The lists of its record.
    pub lists: Vec<Kind>,
    /// The places in the report's `records` of those that say it: joint debtors of one case may stand differently.
    pub records: Vec<usize>,
}

impl Value {
    /// The record at that place says it too.
    fn add(&mut self, place: usize, record: &Record) {
        let mut known = self.said_by.iter_mut();
        let is_same =
            |by: &&mut SaidBy| by.vendor == record.source.vendor && by.lists == record.kinds;
        match known.find(is_same) {
            Some(known) => known.records.push(place),
            None => self.said_by.push(SaidBy {
                vendor: record.source.vendor.clone(),
                lists: record.kinds.clone(),
                records: vec![place],
            }),
        }
    }
}

/// What a record says of a field, if it says something.
type Read = fn(&Record) -> Option<Said>;

/// A value as it is shown, and the text by which it is compared.
struct Said {
    shown: String,
    compared: String,
    normalised: bool,
}

/// The fields that are compared.
const FIELDS: &[(&str, Read)] = &[
    ("subject", subject),
    ("court", |record| text(record.court.as_deref())),
    ("authority", |record| text(record.authority.as_deref())),
    ("province", |record| text(record.province.as_deref())),
    ("basis", basis),
    ("filed", |record| day(record.filed.as_ref())),
    ("published", |record| day(record.published.as_ref())),
    ("closed", |record| day(record.closed.as_ref())),
    ("amount", |record| amount(record.amount.as_ref())),
    ("outstanding", |record| amount(record.outstanding.as_ref())),
    ("ground", ground),
    ("performance", |record| {
        let performance = record.performance.as_ref()?;
        Some(match performance.degree() {
            Degree::Unknown(term) => said(performance.raw(), term.as_str()),
            known => read(performance.raw(), known.code()),
        })
    }),
    ("performed_part", |record| {
        text(record.performed_part.as_deref())
    }),
    ("unperformed_part", |record| {
        text(record.unperformed_part.as_deref())
    }),
    ("obligation", |record| text(record.obligation.as_deref())),
    // What one vendor says of one list neither agrees nor disagrees with what another says of another.
    ("standing_dishonest", |record| {
        standing(record, Kind::Dishonest)
    }),
    ("standing_enforced", |record| {
        standing(record, Kind::Enforced)
    }),
    ("standing_consumption_restricted", |record| {
        standing(record, Kind::ConsumptionRestricted)
    }),
    ("standing_exit_restricted", |record| {
        standing(record, Kind::ExitRestricted)
    }),
    ("standing_terminated", |record| {
        standing(record, Kind::Terminated)
    }),
    ("case_state", |record| text(record.case_state.as_deref())),
];

/// What these of the records say of every field of which any says something.
pub(super) fn compare(records: &[Record], members: &[usize]) -> Vec<FieldValues> {
    let members = || {
        members
            .iter()
            .filter_map(|place| Some((*place, records.get(*place)?)))
    };
    FIELDS
        .iter()
        .filter_map(|(field, read)| {
            let mut values: Vec<(String, Value)> = Vec::new();
            for (place, record) in members() {
                let Some(said) = read(record) else { continue };
                match values.iter_mut().find(|(known, _)| *known == said.compared) {
                    Some((_, known)) => known.add(place, record),
                    None => {
                        let mut value = Value {
                            value: said.shown.into(),
                            normalised: said.normalised,
                            said_by: Vec::new(),
                        };
                        value.add(place, record);
                        values.push((said.compared, value));
                    }
                }
            }
            (!values.is_empty()).then(|| FieldValues {
                field: (*field).to_owned(),
                agree: values.len() == 1,
                values: values.into_iter().map(|(_, value)| value).collect(),
            })
        })
        .collect()
}

/// The text by which two values are compared: white space and the width of signs are no difference.
pub(super) fn bare(text: &str) -> String {
    let half = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '。' => '.',
        '、' => ',',
        _ => c,
    };
    // The marks of no width that copying out of web pages leaves behind are white space to a reader.
    let is_space = |c: &char| {
        c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
    };
    text.chars().filter(|c| !is_space(c)).map(half).collect()
}

fn text(text: Option<&str>) -> Option<Said> {
    text.map(|text| said(text, text))
}

/// A text of the vendor's. What it is compared by begins with a blank, which no reading of ours does: a vendor may send one
/// of our words.
fn said(text: &str, compared: &str) -> Said {
    Said {
        shown: text.to_owned(),
        compared: format!(" {}", bare(compared)),
        normalised: false,
    }
}

/// What was understood is compared by what it means.
fn read(raw: &str, means: &str) -> Said {
    Said {
        shown: raw.to_owned(),
        compared: means.to_owned(),
        normalised: false,
    }
}

fn normalised(value: impl Into<String>) -> Said {
    let value = value.into();
    Said {
        compared: value.clone(),
        shown: value,
        normalised: true,
    }
}

/// All of them, where the record is about several.
fn subject(record: &Record) -> Option<Said> {
    let mut names: Vec<&str> = record
        .subjects()
        .filter_map(|it| it.name.as_deref())
        .collect();
    names.sort_unstable();
    text((!names.is_empty()).then(|| names.join("、")).as_deref())
}

fn ground(record: &Record) -> Option<Said> {
    let grounds = record.ground.as_ref()?;
    let means = grounds.items().iter().map(|item| match item {
        Ground::Unknown(term) => format!(" {}", bare(term.as_str())),
        known => known.code().to_owned(),
    });
    let mut means: Vec<String> = means.collect();
    means.sort_unstable();
    Some(read(grounds.raw(), &means.join(",")))
}

fn day(day: Option<&Day>) -> Option<Said> {
    let day = day?;
    match day.date() {
        Some(date) => Some(normalised(date.to_string())),
        None => text(Some(day.raw())),
    }
}

fn amount(amount: Option<&Amount>) -> Option<Said> {
    let amount = amount?;
    match amount.yuan_shortest() {
        Some(yuan) => Some(normalised(yuan.to_owned())),
        None => text(Some(amount.raw())),
    }
}

/// Documents are compared as case numbers are: what follows the 号, as in `…号民事判决书`, is no other
/// document.
fn basis(record: &Record) -> Option<Said> {
    let mut shown = Vec::new();
    let mut compared = Vec::new();
    for basis in &record.basis {
        let document = &basis.document;
        let key = document.key().unwrap_or_else(|| bare(document.canonical()));
        if !compared.contains(&key) {
            shown.push(document.canonical());
            compared.push(key);
        }
    }
    compared.sort_unstable();
    (!shown.is_empty()).then(|| Said {
        shown: shown.join("; "),
        compared: compared.join("; "),
        normalised: false,
    })
}

fn standing(record: &Record, kind: Kind) -> Option<Said> {
    Some(normalised(match record.state_on(kind)? {
        State::Current => "current",
        State::Withdrawn => "withdrawn",
        _ => "unknown",
    }))
}
