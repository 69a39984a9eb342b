// Made by `cargo xtask codegen --vendor qcc` from schemas/qcc/vendor.json. Do not edit.

use zhixing_core::any::{AnyClient, AnyReply};
use zhixing_core::client::{Builder, Caller};
use zhixing_core::{Error, Outcome, Pages};

/// A client of 企查查 (Qichacha).
///
/// Cheap to clone; clones share connections.
#[derive(Debug, Clone)]
pub struct Client {
    caller: Caller,
}

impl Client {
    /// A client with these credentials and the documented host.
    ///
    /// `key`: The company's key; sent in the query. `secret_key`: The secret that signs; never sent.
    ///
    /// # Errors
    ///
    /// A credential is empty or holds characters that cannot be sent.
    #[cfg(feature = "reqwest")]
    pub fn new(
        key: impl Into<String>,
        secret_key: impl Into<String>,
    ) -> Result<Self, Error> {
        Self::builder()
            .credential("key", key)
            .credential("secret_key", secret_key)
            .build()
    }

    /// A client with the credentials in `QCC_KEY` and `QCC_SECRET_KEY`, at `QCC_BASE_URL` if that is set.
    ///
    /// # Errors
    ///
    /// A variable is missing or its value is malformed; the error names it.
    #[cfg(feature = "reqwest")]
    pub fn from_env() -> Result<Self, Error> {
        Self::builder().from_env().build()
    }

    /// A client with a transport, clock, host or limits of the caller's.
    #[must_use]
    pub fn builder() -> Builder<Self> {
        Builder::new(&super::VENDOR)
    }

    /// Check for restrictions on leaving the country (限制出境核查, section 6.3.1).
    ///
    /// One call, which costs money.
    ///
    /// # Errors
    ///
    /// See [`Error`]: wrong input (nothing is sent), transport, a documented status, a reply that
    /// cannot be verified or understood.
    pub async fn limit_exit_check(
        &self,
        request: &super::limit_exit_check::Request,
    ) -> Result<Outcome<super::limit_exit_check::Reply>, Error> {
        self.caller.call(request).await
    }

    /// All pages of [`limit_exit_check`](Self::limit_exit_check), one call each.
    pub fn limit_exit_check_pages(
        &self,
        request: &super::limit_exit_check::Request,
    ) -> Pages<super::limit_exit_check::Request> {
        self.caller.pages(request)
    }
}

impl From<Caller> for Client {
    fn from(caller: Caller) -> Self {
        Self { caller }
    }
}

impl AnyClient for Client {
    fn caller(&self) -> &Caller {
        &self.caller
    }

    fn any_reply(&self, operation: &str) -> Option<AnyReply> {
        match operation {
            "limit_exit_check" => {
                Some(AnyReply::of::<super::limit_exit_check::Request>())
            }
            _ => None,
        }
    }
}
