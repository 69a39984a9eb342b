//! The people and organisations of a record, and what part each plays.
//!
//! One record may name the debtor, the person who answers for it, the creditor who asked for enforcement and the person
//! who may not leave the country. Taking one for another would accuse the wrong one, so that no party is without a role.

use serde::{Deserialize, Serialize};

use super::blank::text;
use super::identifier::Identifier;
use crate::personal::Personal;

/// The part that a party plays in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Role {
    /// 被执行人: who is to perform.
    Debtor,
    /// 申请执行人: who asked for enforcement.
    Applicant,
    /// 法定代表人或负责人: who answers for the debtor.
    ResponsiblePerson,
    /// 限制对象 (限制出境对象, 限制消费人员): who is restricted, which need not be the debtor.
    RestrictedPerson,
}

impl Role {
    /// The Chinese term.
    pub fn label(self) -> &'static str {
        match self {
            Role::Debtor => "被执行人",
            Role::Applicant => "申请执行人",
            Role::ResponsiblePerson => "法定代表人或负责人",
            Role::RestrictedPerson => "限制对象",
        }
    }
}

/// Whether a party is a person or an organisation, as far as the vendor says so.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PartyType {
    /// A natural person.
    Person,
    /// A company or another organisation.
    Organisation,
    /// The vendor does not say. It is not guessed from the name.
    #[default]
    Unknown,
}

impl PartyType {
    fn is_unknown(&self) -> bool {
        *self == PartyType::Unknown
    }
}

/// A person or an organisation of a record. Names and numbers are [`Personal`]: `Debug` masks them.
///
/// ```
/// use zhixing_core::record::{Party, PartyType, Role};
///
/// let debtor = Party::named(Role::Debtor, "乐视云计算有限公司")
///     .unwrap()
///     .with_type(PartyType::Organisation)
///     .with_id("30637425-9");
/// assert_eq!(debtor.name.as_deref(), Some("乐视云计算有限公司"));
/// assert!(Party::named(Role::ResponsiblePerson, "").is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Party {
    /// The part it plays.
    pub role: Role,
    /// Its name, where the vendor prints one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Personal>,
    /// Person or organisation; left out of JSON where the vendor does not say.
    #[serde(
        default,
        rename = "type",
        skip_serializing_if = "PartyType::is_unknown"
    )]
    pub party_type: PartyType,
    /// Its official number, often masked. Not fit to join records by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Identifier>,
    /// The vendor's own key for it, which means nothing at another vendor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vendor_id: Option<Personal>,
}

impl Party {
    /// A party of which nothing but its role is known yet.
    pub fn new(role: Role) -> Self {
        Self {
            role,
            name: None,
            party_type: PartyType::Unknown,
            id: None,
            vendor_id: None,
        }
    }

    /// A party with a name; `None` where the name is [blank](super::is_blank).
    pub fn named(role: Role, name: &str) -> Option<Self> {
        let name = text(name)?;
        Some(Self {
            name: Some(name.into()),
            ..Self::new(role)
        })
    }

    /// With its type.
    #[must_use]
    pub fn with_type(mut self, party_type: PartyType) -> Self {
        self.party_type = party_type;
        self
    }

    /// With its official number; a blank one changes nothing.
    #[must_use]
    pub fn with_id(mut self, raw: &str) -> Self {
        self.id = Identifier::parse(raw).or(self.id);
        self
    }

    /// With the vendor's own key; a blank one changes nothing.
    #[must_use]
    pub fn with_vendor_id(mut self, raw: &str) -> Self {
        self.vendor_id = text(raw).map(Personal::from).or(self.vendor_id);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_names_nobody() {
        let party = Party::named(Role::RestrictedPerson, "郎红梅")
            .unwrap()
            .with_id("11010519491231002X")
            .with_vendor_id("k1");
        let shown = format!("{party:?}");
        assert!(shown.contains("RestrictedPerson"), "{shown}");
        for secret in ["郎红梅", "1949", "k1"] {
            assert!(!shown.contains(secret), "{shown}");
        }
    }

    #[test]
    fn json_leaves_out_what_is_not_known() {
        let party = Party::named(Role::Applicant, " 某公司 ")
            .unwrap()
            .with_id("-")
            .with_vendor_id("");
        let json = serde_json::json!({ "role": "applicant", "name": "某公司" });
        assert_eq!(serde_json::to_value(&party).unwrap(), json);
        assert_eq!(serde_json::from_value::<Party>(json).unwrap(), party);
    }

    #[test]
    fn json_of_everything() {
        let party = Party::named(Role::Debtor, "乐视云计算有限公司")
            .unwrap()
            .with_type(PartyType::Organisation)
            .with_id("30637425-9")
            .with_vendor_id("26900010");
        let json = serde_json::json!({
            "role": "debtor",
            "name": "乐视云计算有限公司",
            "type": "organisation",
            "id": { "raw": "30637425-9", "form": "organisation_code", "check": "passed" },
            "vendor_id": "26900010",
        });
        assert_eq!(serde_json::to_value(&party).unwrap(), json);
        assert_eq!(serde_json::from_value::<Party>(json).unwrap(), party);
    }
}
