//! The lists that a case is told of, and what its records say of its standing there.
//!
//! Being on a list and having been on it are two things, and a vendor that does not say which says neither. Of all
//! that is said of one list, one word is made here; the case's fields tell who said what.

use serde::Serialize;
use zhixing_core::record::{Kind, Record, State};

/// A list that a case is told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CaseList {
    /// The list.
    pub kind: Kind,
    /// Whether the case still stands there.
    pub standing: Listing,
}

/// Whether a case still stands on a list, after all of its records of that list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Listing {
    /// One at least says that it is published now, and none that it was withdrawn.
    Current,
    /// All say that it was withdrawn: history, and not the same as never listed.
    Withdrawn,
    /// Some say that it was withdrawn, and others the contrary, or nothing that is understood.
    Unsettled,
    /// None says anything that is understood. The case may stand there now.
    Unknown,
}

impl Listing {
    /// The name used in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Withdrawn => "withdrawn",
            Self::Unsettled => "unsettled",
            Self::Unknown => "unknown",
        }
    }
}

/// The lists of these records, each once, in the order of [`Kind`].
pub(super) fn lists(records: &[&Record]) -> Vec<CaseList> {
    let of = |kind: Kind| {
        let states: Vec<Option<State>> = records
            .iter()
            .filter(|record| record.is(kind))
            .map(|record| record.state_on(kind))
            .collect();
        (!states.is_empty()).then(|| CaseList {
            kind,
            standing: listing(&states),
        })
    };
    Kind::ALL.into_iter().filter_map(of).collect()
}

/// Silence contradicts nobody who says that the case is published, and does not let it off with one who says that it
/// was withdrawn: that one's copy may be the older.
fn listing(states: &[Option<State>]) -> Listing {
    let says = |state: State| states.contains(&Some(state));
    match (says(State::Current), says(State::Withdrawn)) {
        (true, false) => Listing::Current,
        (false, false) => Listing::Unknown,
        (false, true) if states.iter().all(|it| *it == Some(State::Withdrawn)) => {
            Listing::Withdrawn
        }
        (_, true) => Listing::Unsettled,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_withdrawal_takes_everybody() {
        let (current, withdrawn, unknown) = (
            Some(State::Current),
            Some(State::Withdrawn),
            Some(State::Unknown),
        );
        for (states, listing) in [
            (vec![current], Listing::Current),
            (vec![current, None, unknown], Listing::Current),
            (vec![withdrawn, withdrawn], Listing::Withdrawn),
            (vec![withdrawn, current], Listing::Unsettled),
            (vec![withdrawn, None], Listing::Unsettled),
            (vec![withdrawn, unknown], Listing::Unsettled),
            (vec![None, unknown], Listing::Unknown),
        ] {
            assert_eq!(super::listing(&states), listing, "{states:?}");
            let json = serde_json::to_value(listing).expect("a word");
            assert_eq!(json, listing.as_str());
        }
    }
}
