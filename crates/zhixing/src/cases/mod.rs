//! One case, several lists, several vendors.
//!
//! The same case appears under 被执行, 失信, 限高 and 终本, at one vendor and at others. Records are
//! grouped by normalised case number, court and the subject's role, never by a card number, and
//! nothing is merged away: each field keeps every value that was said, and by whom.

use std::collections::BTreeMap;

use serde::Serialize;
use zhixing_core::record::{Record, Role};

use crate::registry::independent;

mod fields;
mod lists;

pub use fields::{FieldValues, SaidBy, Value};
pub use lists::{CaseList, Listing};

/// Records that are about one case.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Case {
    /// The case number in its canonical form; null where a record has none.
    pub case_number: Option<String>,
    /// The enforcing court.
    pub court: Option<String>,
    /// The part that the subject plays in it.
    pub role: Role,
    /// The lists that it is told of, and whether it still stands there.
    pub lists: Vec<CaseList>,
    /// The vendors that hold it.
    pub vendors: Vec<String>,
    /// How many of these do not, as far as is known, share a source. Two vendors agreeing may be one
    /// source twice.
    pub independent_vendors: usize,
    /// The places of its records in the report's `records`.
    pub records: Vec<usize>,
    /// Every value of every field, and who said it.
    pub fields: Vec<FieldValues>,
}

impl Case {
    /// The fields on which the records do not agree.
    pub fn disagreements(&self) -> impl Iterator<Item = &FieldValues> {
        self.fields.iter().filter(|field| !field.agree)
    }
}

/// Groups records into cases, in the order in which the cases first appear.
#[must_use]
pub fn cases(records: &[Record]) -> Vec<Case> {
    let mut groups: Vec<(Key, Vec<usize>)> = Vec::new();
    let mut places: BTreeMap<Key, usize> = BTreeMap::new();
    for (index, key) in keys(records).into_iter().enumerate() {
        match places.get(&key) {
            Some(&place) => groups[place].1.push(index),
            None => {
                places.insert(key.clone(), groups.len());
                groups.push((key, vec![index]));
            }
        }
    }
    groups
        .into_iter()
        .map(|(key, members)| case(records, key.role, members))
        .collect()
}

/// What makes two records one case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    /// The number's key, or the record's own place where it has no number to match by.
    number: Result<String, usize>,
    court: Option<String>,
    role: Role,
}

/// The keys of all records. A record that names no court joins its number's only court, unless something of it could not be read: that
/// may be the court, and another one.
fn keys(records: &[Record]) -> Vec<Key> {
    let mut keys: Vec<Key> = records
        .iter()
        .enumerate()
        .map(|(index, record)| key(index, record))
        .collect();
    let mut courts: BTreeMap<(Result<String, usize>, Role), Vec<String>> = BTreeMap::new();
    for key in &keys {
        if let Some(court) = &key.court {
            let known = courts.entry((key.number.clone(), key.role)).or_default();
            if !known.contains(court) {
                known.push(court.clone());
            }
        }
    }
    for (key, record) in keys.iter_mut().zip(records) {
        if key.court.is_none()
            && record.unreadable.is_empty()
            && let Some([only]) = courts
                .get(&(key.number.clone(), key.role))
                .map(Vec::as_slice)
        {
            key.court = Some(only.clone());
        }
    }
    keys
}

fn key(index: usize, record: &Record) -> Key {
    let number = record.case_number.as_ref().and_then(|number| number.key());
    Key {
        number: number.ok_or(index),
        court: record.court.as_deref().map(fields::bare),
        role: record.role(),
    }
}

fn case(records: &[Record], role: Role, members: Vec<usize>) -> Case {
    let group: Vec<&Record> = members.iter().map(|index| &records[*index]).collect();
    let mut vendors: Vec<String> = Vec::new();
    for record in &group {
        if !vendors.contains(&record.source.vendor) {
            vendors.push(record.source.vendor.clone());
        }
    }
    Case {
        case_number: group
            .iter()
            .find_map(|record| record.case_number.as_ref())
            .map(|number| number.canonical().to_owned()),
        court: group.iter().find_map(|record| record.court.clone()),
        role,
        lists: lists::lists(&group),
        independent_vendors: independent(&vendors),
        vendors,
        fields: fields::compare(records, &members),
        records: members,
    }
}

#[cfg(test)]
mod tests;
