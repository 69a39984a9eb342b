//! What is asked.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use zhixing_core::personal::Personal;

/// Whom a question is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Subject {
    /// A company's or person's name; most vendors also take a registration number or unified social
    /// credit code.
    pub name: Personal,
    /// A person beside it, for products about a person at a company.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<Personal>,
    /// The subject's identity number. Not part of a report's JSON: it is personal and the reader has it.
    #[serde(skip)]
    pub id_number: Option<Personal>,
}

impl Subject {
    /// A subject by its name or number.
    #[must_use]
    pub fn new(name: impl Into<Personal>) -> Self {
        Self {
            name: name.into(),
            person: None,
            id_number: None,
        }
    }

    /// With a person beside it.
    #[must_use]
    pub fn person(mut self, name: impl Into<Personal>) -> Self {
        self.person = Some(name.into());
        self
    }

    /// With its identity number.
    #[must_use]
    pub fn id_number(mut self, number: impl Into<Personal>) -> Self {
        self.id_number = Some(number.into());
        self
    }
}

/// A subject, and whom to ask how much about it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Question {
    /// Whom it is about.
    pub subject: Subject,
    /// The vendors to ask; empty means all.
    pub vendors: Vec<String>,
    /// Whether every page is fetched, a call each. Otherwise one call per vendor and list.
    pub all_pages: bool,
    /// Sources that are asked at a time. 8 unless given.
    pub in_flight: usize,
    /// When to stop waiting: what has not been answered by then is stated as such. None unless given;
    /// each call has its own limit in any case.
    pub deadline: Option<Duration>,
}

impl Question {
    /// All vendors, one page each.
    #[must_use]
    pub fn about(subject: Subject) -> Self {
        Self {
            subject,
            vendors: Vec::new(),
            all_pages: false,
            in_flight: 8,
            deadline: None,
        }
    }

    /// Asks only these vendors.
    #[must_use]
    pub fn vendors(mut self, names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.vendors = names.into_iter().map(Into::into).collect();
        self
    }

    /// Fetches every page.
    #[must_use]
    pub fn all_pages(mut self) -> Self {
        self.all_pages = true;
        self
    }

    /// Asks at most so many sources at a time.
    #[must_use]
    pub fn in_flight(mut self, sources: usize) -> Self {
        self.in_flight = sources;
        self
    }

    /// Stops waiting after this long.
    #[must_use]
    pub fn deadline(mut self, within: Duration) -> Self {
        self.deadline = Some(within);
        self
    }
}
