//! Why a request is refused, before it is put into a vendor's words.

use zhixing_core::spec::Cause;

/// A refusal. It holds names of parameters and rules, never a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// For which reason.
    pub(crate) cause: Cause,
    /// The parameter that is to blame.
    pub(crate) parameter: Option<&'static str>,
    /// What is wrong with it.
    pub(crate) fault: Option<String>,
    /// Whether a text has fewer characters than the document asks for: some documents have a code for just that.
    pub(crate) too_short: bool,
}

impl Refusal {
    /// A refusal for this reason.
    pub(crate) fn new(cause: Cause) -> Self {
        Self {
            cause,
            parameter: None,
            fault: None,
            too_short: false,
        }
    }

    /// A refusal for which a parameter is to blame.
    pub(crate) fn of(cause: Cause, parameter: &'static str, fault: impl Into<String>) -> Self {
        Self {
            parameter: Some(parameter),
            fault: Some(fault.into()),
            ..Self::new(cause)
        }
    }
}
