// Made by `cargo xtask codegen --vendor xinshu` from schemas/xinshu/vendor.json. Do not edit.

use zhixing_core::any::{AnyClient, AnyReply};
use zhixing_core::client::{Builder, Caller};
use zhixing_core::{Error, Outcome};

/// A client of 信数 (Xinshu).
///
/// Cheap to clone; clones share connections.
#[derive(Debug, Clone)]
pub struct Client {
    caller: Caller,
}

impl Client {
    /// A client with these credentials and the documented host.
    ///
    /// `apikey`: The authorisation string; sent as a parameter. `private_key`: The private key that signs; never sent.
    ///
    /// # Errors
    ///
    /// A credential is empty or holds characters that cannot be sent.
    #[cfg(feature = "reqwest")]
    pub fn new(
        apikey: impl Into<String>,
        private_key: impl Into<String>,
    ) -> Result<Self, Error> {
        Self::builder()
            .credential("apikey", apikey)
            .credential("private_key", private_key)
            .build()
    }

    /// A client with the credentials in `XINSHU_APIKEY` and `XINSHU_PRIVATE_KEY`, at `XINSHU_BASE_URL` if that is set.
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

    /// One search over all enforcement cases of a subject (执行案件一键查, section 2.4).
    ///
    /// One call, which costs money.
    ///
    /// # Errors
    ///
    /// See [`Error`]: wrong input (nothing is sent), transport, a documented status, a reply that
    /// cannot be verified or understood.
    pub async fn executed_one_key_search(
        &self,
        request: &super::executed_one_key_search::Request,
    ) -> Result<Outcome<super::executed_one_key_search::Reply>, Error> {
        self.caller.call(request).await
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
            "executed_one_key_search" => {
                Some(AnyReply::of::<super::executed_one_key_search::Request>())
            }
            _ => None,
        }
    }
}
