//! What the records of one case say, field by field, and where they differ.

use serde::Serialize;
use zhixing_core::personal::Personal;
use zhixing_core::record::{Day, Kind, Record};

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

/// The fields that are compared, and the text by which.
type Read = fn(&Record) -> Option<String>;
const FIELDS: &[(&str, Read)] = &[
    ("subject", |record| {
        record.subject.as_ref()?.name.as_deref().map(str::to_owned)
    }),
    ("court", |record| record.court.clone()),
    ("authority", |record| record.authority.clone()),
    ("province", |record| record.province.clone()),
    ("basis", |record| {
        let documents: Vec<&str> = record
            .basis
            .iter()
            .map(|basis| basis.document.canonical())
            .collect();
        (!documents.is_empty()).then(|| {
            let mut documents = documents;
            documents.sort_unstable();
            documents.dedup();
            documents.join("; ")
        })
    }),
    ("filed", |record| day(record.filed.as_ref())),
    ("published", |record| day(record.published.as_ref())),
    ("closed", |record| day(record.closed.as_ref())),
    ("amount", |record| record.amount.as_ref().map(amount)),
    ("outstanding", |record| {
        record.outstanding.as_ref().map(amount)
    }),
    ("ground", |record| {
        record.ground.as_ref().map(|ground| ground.raw().to_owned())
    }),
    ("performance", |record| {
        record.performance.as_ref().map(|it| it.raw().to_owned())
    }),
    ("obligation", |record| {
        record.obligation.as_deref().map(str::to_owned)
    }),
    ("standing", |record| {
        record
            .standing
            .as_ref()
            .map(|standing| state(standing.state).to_owned())
    }),
    ("case_state", |record| record.case_state.clone()),
];

/// What these records say of every field of which any says something.
pub(super) fn compare(records: &[&Record]) -> Vec<FieldValues> {
    FIELDS
        .iter()
        .filter_map(|(field, read)| {
            let mut values: Vec<(String, Value)> = Vec::new();
            for record in records {
                let Some(value) = read(record) else { continue };
                let said_by = SaidBy {
                    vendor: record.source.vendor.clone(),
                    lists: record.kinds.clone(),
                };
                let compared = bare(&value);
                match values.iter_mut().find(|(known, _)| *known == compared) {
                    Some((_, known)) if known.said_by.contains(&said_by) => {}
                    Some((_, known)) => known.said_by.push(said_by),
                    None => values.push((
                        compared,
                        Value {
                            value: value.into(),
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

fn day(day: Option<&Day>) -> Option<String> {
    let day = day?;
    Some(
        day.date()
            .map_or_else(|| day.raw().to_owned(), |date| date.to_string()),
    )
}

fn amount(amount: &zhixing_core::record::Amount) -> String {
    amount.yuan().map_or_else(
        || amount.raw().to_owned(),
        |yuan| yuan.normalize().to_string(),
    )
}

fn state(state: zhixing_core::record::State) -> &'static str {
    match state {
        zhixing_core::record::State::Current => "current",
        zhixing_core::record::State::Withdrawn => "withdrawn",
        _ => "unknown",
    }
}
