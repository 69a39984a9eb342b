//! Whether a record still stands on the list it was taken from.
//!
//! Every vendor has a code of its own for this, and they contradict each other: `0` is "on the list now" at two
//! vendors and would be "no" at a third. There is no parser here, therefore; each vendor's mapping decides, and
//! the raw code stays beside the decision.
//!
//! What is said is said of one list. A row that merges several may be withdrawn from one of them while the debt is
//! enforced as ever, so that no standing is without its list, and of the row's other lists it says nothing.

use serde::{Deserialize, Serialize};

use super::kind::Kind;

/// Whether a record still stands on one of its lists, with the vendor's own code.
///
/// ```
/// use zhixing_core::record::{Kind, Standing, State};
///
/// let standing = Standing::withdrawn(Kind::Dishonest, "已下架");
/// assert_eq!((standing.state, &*standing.raw), (State::Withdrawn, "已下架"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Standing {
    /// The list that it is said of, and no other.
    pub kind: Kind,
    /// The code or text as the vendor sent it.
    pub raw: String,
    /// What it means.
    pub state: State,
}

/// The meaning of a [`Standing`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum State {
    /// Published now.
    Current,
    /// Published once and taken off since: history.
    Withdrawn,
    /// The vendor sent a code that its document does not explain.
    Unknown,
}

impl Standing {
    /// Published now.
    pub fn current(kind: Kind, raw: impl Into<String>) -> Self {
        Self {
            kind,
            raw: raw.into(),
            state: State::Current,
        }
    }

    /// Published once and taken off since.
    pub fn withdrawn(kind: Kind, raw: impl Into<String>) -> Self {
        Self {
            kind,
            raw: raw.into(),
            state: State::Withdrawn,
        }
    }

    /// A code that the vendor's document does not explain.
    pub fn unknown(kind: Kind, raw: impl Into<String>) -> Self {
        Self {
            kind,
            raw: raw.into(),
            state: State::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json() {
        for (standing, raw, state) in [
            (Standing::current(Kind::Dishonest, "0"), "0", "current"),
            (Standing::withdrawn(Kind::Dishonest, "1"), "1", "withdrawn"),
            (Standing::unknown(Kind::Dishonest, "?"), "?", "unknown"),
        ] {
            let json = serde_json::json!({ "kind": "dishonest", "raw": raw, "state": state });
            assert_eq!(serde_json::to_value(&standing).unwrap(), json);
            assert_eq!(serde_json::from_value::<Standing>(json).unwrap(), standing);
        }
    }
}
