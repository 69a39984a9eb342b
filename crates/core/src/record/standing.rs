//! Whether a record still stands on the list it was taken from.
//!
//! Every vendor has a code of its own for this, and they contradict each other: `0` is "on the list now" at two
//! vendors and would be "no" at a third. There is no parser here, therefore; each vendor's mapping decides, and
//! the raw code stays beside the decision.

use serde::{Deserialize, Serialize};

/// Whether a record still stands on its list, with the vendor's own code.
///
/// ```
/// use zhixing_core::record::{Standing, State};
///
/// let standing = Standing::withdrawn("已下架");
/// assert_eq!((standing.state, &*standing.raw), (State::Withdrawn, "已下架"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Standing {
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
    pub fn current(raw: impl Into<String>) -> Self {
        Self {
            raw: raw.into(),
            state: State::Current,
        }
    }

    /// Published once and taken off since.
    pub fn withdrawn(raw: impl Into<String>) -> Self {
        Self {
            raw: raw.into(),
            state: State::Withdrawn,
        }
    }

    /// A code that the vendor's document does not explain.
    pub fn unknown(raw: impl Into<String>) -> Self {
        Self {
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
            (Standing::current("0"), "0", "current"),
            (Standing::withdrawn("1"), "1", "withdrawn"),
            (Standing::unknown("?"), "?", "unknown"),
        ] {
            let json = serde_json::json!({ "raw": raw, "state": state });
            assert_eq!(serde_json::to_value(&standing).unwrap(), json);
            assert_eq!(serde_json::from_value::<Standing>(json).unwrap(), standing);
        }
    }
}
