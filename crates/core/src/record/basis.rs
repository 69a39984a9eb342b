//! 执行依据: the document that a case enforces.
//!
//! It is most often a judgment, whose number reads like a case number, and may be an arbitration award or a notarial
//! deed, whose number does not. A row that merges several lists can have one document per list.

use serde::{Deserialize, Serialize};

use super::case_number::CaseNumber;
use super::kind::Kind;

/// The document that a case enforces (执行依据文号).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Basis {
    /// Its number, with the parts where it is a court's.
    pub document: CaseNumber,
    /// The list it is the basis for, where the vendor tells its lists apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
}

impl Basis {
    /// Reads the number of a document; `None` for a [blank](super::is_blank) text.
    ///
    /// ```
    /// use zhixing_core::record::Basis;
    ///
    /// let basis = Basis::parse("（2015）博商初字第 403号民事判决书").unwrap();
    /// assert_eq!(basis.document.parts().unwrap().tail.as_deref(), Some("民事判决书"));
    /// ```
    pub fn parse(raw: &str) -> Option<Self> {
        Some(Self {
            document: CaseNumber::parse(raw)?,
            kind: None,
        })
    }

    /// Reads the number of a document that is the basis for one list.
    pub fn parse_for(kind: Kind, raw: &str) -> Option<Self> {
        Some(Self {
            kind: Some(kind),
            ..Self::parse(raw)?
        })
    }
}
