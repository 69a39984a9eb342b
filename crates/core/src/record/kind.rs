//! Which of the courts' lists a record stands on.
//!
//! The lists differ in what they mean for a person (being sued to judgment, being called dishonest, being kept from
//! flying), so that one word for all of them would mislead. The vendors number them differently; the names are here.

use serde::{Deserialize, Serialize};

/// A list of the enforcement courts.
///
/// Ordered as declared here, which is the order of [`Record::kinds`](super::Record::kinds).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Kind {
    /// 失信被执行人: published as dishonest for not performing what a document in force orders.
    Dishonest,
    /// 被执行人: a debtor against whom enforcement was filed.
    Enforced,
    /// 限制消费: barred from high consumption (flights, fast trains, hotels …).
    ConsumptionRestricted,
    /// 限制出境: barred from leaving the country.
    ExitRestricted,
    /// 终本 (终结本次执行程序): this round of enforcement was closed without full performance. The debt remains.
    Terminated,
}

impl Kind {
    /// Every kind, in order.
    pub const ALL: [Kind; 5] = [
        Kind::Dishonest,
        Kind::Enforced,
        Kind::ConsumptionRestricted,
        Kind::ExitRestricted,
        Kind::Terminated,
    ];

    /// The Chinese term.
    pub fn label(self) -> &'static str {
        match self {
            Kind::Dishonest => "失信被执行人",
            Kind::Enforced => "被执行人",
            Kind::ConsumptionRestricted => "限制消费",
            Kind::ExitRestricted => "限制出境",
            Kind::Terminated => "终本",
        }
    }

    /// The name used in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Dishonest => "dishonest",
            Kind::Enforced => "enforced",
            Kind::ConsumptionRestricted => "consumption_restricted",
            Kind::ExitRestricted => "exit_restricted",
            Kind::Terminated => "terminated",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_names_are_the_codes_and_read_back() {
        for kind in Kind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.code());
            assert_eq!(
                serde_json::from_value::<Kind>(kind.code().into()).unwrap(),
                kind
            );
        }
    }

    #[test]
    fn all_is_sorted_and_labels_differ() {
        assert!(Kind::ALL.is_sorted());
        let labels: std::collections::BTreeSet<_> = Kind::ALL.map(Kind::label).into();
        assert_eq!(labels.len(), Kind::ALL.len());
    }
}
