//! Answers that a scenario forces, so that every documented code can be met, even those with no cause in a sandbox.

use zhixing_core::spec::{Status, Vendor};

use crate::error::SandboxError;

/// A code that a call is answered with although nothing is wrong with it.
///
/// The call must be in order: who cannot be let in, or asks wrongly, is told so. A code that means success or "nothing
/// found" comes with the content that goes with it; any other comes alone with its message.
///
/// ```
/// use zhixing_sandbox::{ForcedAnswer, Route, Sandbox};
///
/// let sandbox = Sandbox::builder()
///     .answer(Route::to("qcc").subject("沙箱示例贸易有限公司"), "207")
///     .answer("juhe", "121") // a code from before, of the document's list of old codes
///     .answer("xinshu", ForcedAnswer::status("4711").message("no document has this one"))
///     .build()?;
/// # Ok::<(), zhixing_sandbox::SandboxError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForcedAnswer {
    code: String,
    message: Option<String>,
}

impl ForcedAnswer {
    /// The answer with this code, current or old, and the document's message word for word.
    #[must_use]
    pub fn status(code: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            message: None,
        }
    }

    /// Another message. A code that the vendor does not document needs one.
    #[must_use]
    pub fn message(mut self, message: impl Into<String>) -> Self {
        self.message = Some(message.into());
        self
    }

    pub(crate) fn of(self, vendor: &'static Vendor) -> Result<Forced, SandboxError> {
        let old = || {
            let old = |status: &&Status| status.old_code == Some(self.code.as_str());
            vendor.statuses.iter().find(old)
        };
        let status = vendor.status(&self.code).or_else(old);
        let documented = || status.map(|status| status.meaning.to_owned());
        let Some(message) = self.message.or_else(documented) else {
            return Err(SandboxError::UnknownStatus {
                vendor: vendor.name,
                code: self.code,
            });
        };
        Ok(Forced {
            status,
            code: self.code,
            message,
        })
    }
}

impl From<&str> for ForcedAnswer {
    fn from(code: &str) -> Self {
        Self::status(code)
    }
}

/// A forced answer that was looked up.
#[derive(Debug)]
pub(crate) struct Forced {
    /// The documented status; none for a code that no document has.
    pub(crate) status: Option<&'static Status>,
    pub(crate) code: String,
    pub(crate) message: String,
}
