//! What the records of one case say, field by field, and where they differ.

use serde::Serialize;
use zhixing_core::personal::Personal;
use zhixing_core::record::{Amount, Day, Kind, Record, State};

/// One field of a case: every value that was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FieldValues {
    /// The field of the unified record.
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
    /// Who said it, and of which list.
    pub said_by: Vec<SaidBy>,
}

/// A vendor, and the lists on which its record stands: the days of publication of two lists differ
/// rightly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SaidBy {
    /// The vendor.
    pub vendor: String,
    /// The lists of its record.
    pub lists: Vec<Kind>,
}

/// What a record says of a field, if it says something.
type Read = fn(&Record) -> Option<Said>;

/// A value as it is shown, and the text by which it is compared.
struct Said {
    shown: String,
    compared: String,
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
        Some(read(performance.raw(), performance.degree().code()))
    }),
    ("performed_part", |record| {
        text(record.performed_part.as_deref())
    }),
    ("unperformed_part", |record| {
        text(record.unperformed_part.as_deref())
    }),
    ("obligation", |record| text(record.obligation.as_deref())),
    ("standing", |record| {
        text(Some(state(record.standing.as_ref()?.state)))
    }),
    ("case_state", |record| text(record.case_state.as_deref())),
];

/// What these records say of every field of which any says something.
pub(super) fn compare(records: &[&Record]) -> Vec<FieldValues> {
    FIELDS
        .iter()
        .filter_map(|(field, read)| {
            let mut values: Vec<(String, Value)> = Vec::new();
            for record in records {
                let Some(Said { shown, compared }) = read(record) else {
                    continue;
                };
                let said_by = SaidBy {
                    vendor: record.source.vendor.clone(),
                    lists: record.kinds.clone(),
                };
                match values.iter_mut().find(|(known, _)| *known == compared) {
                    Some((_, known)) if known.said_by.contains(&said_by) => {}
                    Some((_, known)) => known.said_by.push(said_by),
                    None => values.push((
                        compared,
                        Value {
                            value: shown.into(),
                            said_by: vec![said_by],
                        },
                    )),
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
    text.chars()
        .filter(|c| !c.is_whitespace())
        .map(half)
        .collect()
}

fn text(text: Option<&str>) -> Option<Said> {
    text.map(|text| Said {
        shown: text.to_owned(),
        compared: bare(text),
    })
}

/// What was understood is compared by what it means.
fn read(raw: &str, means: &str) -> Said {
    Said {
        shown: raw.to_owned(),
        compared: bare(means),
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
    let mut means: Vec<&str> = grounds.items().iter().map(|item| item.label()).collect();
    means.sort_unstable();
    Some(read(grounds.raw(), &means.join(",")))
}

fn day(day: Option<&Day>) -> Option<Said> {
    let day = day?;
    match day.date() {
        Some(date) => text(Some(&date.to_string())),
        None => text(Some(day.raw())),
    }
}

fn amount(amount: Option<&Amount>) -> Option<Said> {
    let amount = amount?;
    match amount.yuan() {
        Some(yuan) => text(Some(&yuan.normalize().to_string())),
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
    })
}

fn state(state: State) -> &'static str {
    match state {
        State::Current => "current",
        State::Withdrawn => "withdrawn",
        _ => "unknown",
    }
}
