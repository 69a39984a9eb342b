//! Why a source was not asked.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Why a source was not asked, and with that what would have it asked.
///
/// ```
/// use zhixing::Reason;
///
/// let reason = Reason::not_configured(["JUHE_KEY"]);
/// assert_eq!(reason.to_string(), "not configured: JUHE_KEY not set");
/// assert_eq!(
///     serde_json::to_value(reason)?,
///     serde_json::json!({ "kind": "not_configured", "variables": ["JUHE_KEY"] })
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Reason {
    /// The question names the vendors to ask, and its vendor is none of them.
    NotChosen,
    /// It asks about a person at the subject, and the question names none.
    NeedsPerson,
    /// It needs an identity number, and the question holds none.
    NeedsIdNumber,
    /// It needs a parameter of which a question says nothing. Only a call of the operation can give it.
    NeedsParameter {
        /// The parameter's name in the document.
        parameter: String,
    },
    /// Credentials, or an address that is needed with them, are not there.
    NotConfigured {
        /// The environment variables that would hold them.
        variables: Vec<String>,
    },
    /// What a source says that is none of ours.
    Other {
        /// In a sentence.
        message: String,
    },
}

impl Reason {
    /// These environment variables are not set.
    pub fn not_configured(variables: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let variables = variables.into_iter().map(Into::into).collect();
        Self::NotConfigured { variables }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotChosen => f.write_str("not among the vendors asked for"),
            Self::NeedsPerson => {
                f.write_str("asks about a person at the subject, and none was given (--person)")
            }
            Self::NeedsIdNumber => {
                f.write_str("needs an identity number, and none was given (--id-number)")
            }
            Self::NeedsParameter { parameter } => write!(
                f,
                "needs the parameter `{parameter}`, which only a call by its name can give (zhixing call)"
            ),
            Self::NotConfigured { variables } => {
                write!(f, "not configured: {} not set", variables.join(", "))
            }
            Self::Other { message } => f.write_str(message),
        }
    }
}
