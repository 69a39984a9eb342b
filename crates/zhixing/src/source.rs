//! Where answers come from.
//!
//! [`Source`] is object-safe, so that a team can put its own register, cache or archive next to the
//! vendors: `zhixing::ask(&question, sources)` treats all alike.

use std::fmt;

use async_trait::async_trait;
use zhixing_core::record::Record;
use zhixing_core::transport::Phase;

use crate::report::{Failure, SourceReport, State};
use crate::subject::Question;

/// Something that can be asked about a subject.
#[async_trait]
pub trait Source: fmt::Debug + Send + Sync {
    /// A line of the report that says who this is and nothing else yet, with [`State::Unavailable`] or
    /// [`State::NotAsked`].
    fn introduce(&self) -> SourceReport;

    /// Answers into `answer`, which begins as [`introduce`](Self::introduce) says.
    ///
    /// What is in `answer` when this future is dropped, at the question's deadline, is kept: put
    /// records there as they come.
    async fn ask(&self, question: &Question, answer: &mut SourceAnswer);
}

/// What one source said.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SourceAnswer {
    /// Its line of the report.
    pub report: SourceReport,
    /// Its records.
    pub records: Vec<Record>,
    /// How far its requests got when it was left, where that is known. Of a source of one's own it is not.
    pub(crate) reached: Option<Phase>,
}

impl SourceAnswer {
    pub(crate) fn of(source: &dyn Source) -> Self {
        Self {
            report: source.introduce(),
            records: Vec::new(),
            reached: None,
        }
    }

    /// Everything that the source holds, and that this is everything. No records says that it was
    /// searched and holds none.
    pub fn complete(&mut self, records: Vec<Record>) {
        let fetched = records.len() as u64;
        self.report.state = if records.is_empty() {
            State::None
        } else {
            State::Found
        };
        self.report.fetched = fetched;
        self.report.total = Some(fetched);
        self.report.complete = true;
        self.records = records;
    }

    /// The source could not be searched, or not to its end. What was found before is kept.
    pub fn fail(&mut self, failure: Failure) {
        if !self.records.is_empty() {
            self.report.state = State::Found;
            self.report.fetched = self.records.len() as u64;
        } else if self.report.state == State::None {
            // "Searched and holds none" would be read as an answer.
            self.report.state = State::Unavailable;
        }
        self.report.complete = false;
        self.report.error = Some(failure);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_that_said_none_and_then_failed_was_not_searched() {
        let mut answer = SourceAnswer {
            report: SourceReport::new("archive", "lookup", State::Unavailable),
            records: Vec::new(),
            reached: None,
        };
        answer.complete(Vec::new());
        assert_eq!(answer.report.state, State::None);
        answer.fail(Failure::new("closed", "it closed", Phase::Answered));
        assert_eq!(answer.report.state, State::Unavailable);
        assert!(!answer.report.complete);
    }
}
