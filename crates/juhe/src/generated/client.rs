// Made by `cargo xtask codegen --vendor juhe` from schemas/juhe/vendor.json. Do not edit.

use zhixing_core::any::{AnyClient, AnyReply};
use zhixing_core::client::{Builder, Caller};
use zhixing_core::{Error, Outcome, Pages};

/// A client of 聚合数据 (Juhe Data).
///
/// Cheap to clone; clones share connections.
#[derive(Debug, Clone)]
pub struct Client {
    caller: Caller,
}

impl Client {
    /// A client with these credentials and the documented host.
    ///
    /// `key`: The key of the interface, found in the personal centre; sent as a parameter.
    ///
    /// # Errors
    ///
    /// A credential is empty or holds characters that cannot be sent.
    #[cfg(feature = "reqwest")]
    pub fn new(key: impl Into<String>) -> Result<Self, Error> {
        Self::builder().credential("key", key).build()
    }

    /// A client with the credentials in `JUHE_KEY`, at `JUHE_BASE_URL` if that is set.
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

    /// A person's own risks (个人自身风险, section 1、查询).
    ///
    /// One call, which costs money.
    ///
    /// # Errors
    ///
    /// See [`Error`]: wrong input (nothing is sent), transport, a documented status, a reply that
    /// cannot be verified or understood.
    pub async fn person_risk(
        &self,
        request: &super::person_risk::Request,
    ) -> Result<Outcome<super::person_risk::Reply>, Error> {
        self.caller.call(request).await
    }

    /// All pages of [`person_risk`](Self::person_risk), one call each.
    pub fn person_risk_pages(
        &self,
        request: &super::person_risk::Request,
    ) -> Pages<super::person_risk::Request> {
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
            "person_risk" => Some(AnyReply::of::<super::person_risk::Request>()),
            _ => None,
        }
    }
}
