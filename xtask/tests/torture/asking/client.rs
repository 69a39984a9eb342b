// Made by `cargo xtask codegen --vendor asking` from schemas/asking/vendor.json. Do not edit.

use zhixing_core::any::{AnyClient, AnyReply};
use zhixing_core::client::{Builder, Caller};
use zhixing_core::{Error, Outcome};

/// A client of 问法 (Asking).
///
/// Cheap to clone; clones share connections.
#[derive(Debug, Clone)]
pub struct Client {
    caller: Caller,
}

impl Client {
    /// A client with these credentials and the documented host.
    ///
    /// `key`: The key.
    ///
    /// # Errors
    ///
    /// A credential is empty or holds characters that cannot be sent.
    #[cfg(feature = "reqwest")]
    pub fn new(key: impl Into<String>) -> Result<Self, Error> {
        Self::builder().credential("key", key).build()
    }

    /// A client with the credentials in `ASKING_KEY`, at `ASKING_BASE_URL` if that is set.
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

    /// A form (表单, section 3).
    ///
    /// One call, which costs money.
    ///
    /// # Errors
    ///
    /// See [`Error`]: wrong input (nothing is sent), transport, a documented status, a reply that
    /// cannot be verified or understood.
    pub async fn form(
        &self,
        request: &super::form::Request,
    ) -> Result<Outcome<super::form::Reply>, Error> {
        self.caller.call(request).await
    }

    /// A list by query (列表, section 2).
    ///
    /// One call, which costs money.
    ///
    /// # Errors
    ///
    /// See [`Error`]: wrong input (nothing is sent), transport, a documented status, a reply that
    /// cannot be verified or understood.
    pub async fn list(
        &self,
        request: &super::list::Request,
    ) -> Result<Outcome<super::list::Reply>, Error> {
        self.caller.call(request).await
    }

    /// A search by JSON (查询, section 1).
    ///
    /// One call, which costs money.
    ///
    /// # Errors
    ///
    /// See [`Error`]: wrong input (nothing is sent), transport, a documented status, a reply that
    /// cannot be verified or understood.
    pub async fn search(
        &self,
        request: &super::search::Request,
    ) -> Result<Outcome<super::search::Reply>, Error> {
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
            "form" => Some(AnyReply::of::<super::form::Request>()),
            "list" => Some(AnyReply::of::<super::list::Request>()),
            "search" => Some(AnyReply::of::<super::search::Request>()),
            _ => None,
        }
    }
}
