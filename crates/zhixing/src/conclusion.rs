//! What the whole report says, in one word that cannot be read as more than it is.

use serde::{Deserialize, Serialize};

use crate::report::State;
use crate::source::SourceAnswer;

/// What may be concluded from a report.
///
/// There is no "clean". The most that a report without records says is that every source that was
/// asked for was searched to its end and held none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Conclusion {
    /// There are records, and every source was searched to its end.
    Records,
    /// There are records, and there may be more: a source failed, was not asked, or was not searched
    /// to its end.
    RecordsAndMayBeMore,
    /// Every source was searched to its end, and none holds a record.
    SearchedNone,
    /// No records were found, and nothing follows from that: a source failed, was not asked, or was
    /// not searched to its end.
    Inconclusive,
}

impl Conclusion {
    /// Judges what all sources said.
    pub(crate) fn of(answers: &[SourceAnswer]) -> Self {
        let found = answers
            .iter()
            .any(|answer| answer.report.state == State::Found);
        let certain = !answers.is_empty()
            && answers.iter().all(|answer| {
                let searched = matches!(answer.report.state, State::Found | State::None);
                searched && answer.report.complete && answer.report.error.is_none()
            });
        match (found, certain) {
            (true, true) => Self::Records,
            (true, false) => Self::RecordsAndMayBeMore,
            (false, true) => Self::SearchedNone,
            (false, false) => Self::Inconclusive,
        }
    }

    /// The word for machines.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Records => "records",
            Self::RecordsAndMayBeMore => "records_and_may_be_more",
            Self::SearchedNone => "searched_none",
            Self::Inconclusive => "inconclusive",
        }
    }
}
