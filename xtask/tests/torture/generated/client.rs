// Made by `cargo xtask codegen --vendor torture` from schemas/torture/vendor.json. Do not edit.

use zhixing_core::any::{AnyClient, AnyReply};
use zhixing_core::client::{Builder, Caller};
use zhixing_core::{Error, Outcome, Pages};

/// A client of 酷刑\* (Torture \<b>).
///
/// Cheap to clone; clones share connections.
#[derive(Debug, Clone)]
pub struct Client {
    caller: Caller,
}

impl Client {
    /// A client with these credentials at this address.
    ///
    /// `endpoint`: The URL to call; the document prints none. `self_`: A keyword. `endpoint_2`: The name of the URL's argument. `secret`: A key of HMACs.
    ///
    /// # Errors
    ///
    /// A credential is empty or holds characters that cannot be sent.
    #[cfg(feature = "reqwest")]
    pub fn new(
        endpoint: impl Into<String>,
        self_: impl Into<String>,
        endpoint_2: impl Into<String>,
        secret: impl Into<String>,
    ) -> Result<Self, Error> {
        Self::builder()
            .base_url(endpoint)
            .credential("self", self_)
            .credential("endpoint", endpoint_2)
            .credential("secret", secret)
            .build()
    }

    /// A client with the credentials in `TORTURE_SELF` and `TORTURE_ENDPOINT` and `TORTURE_SECRET`, at `TORTURE_URL`.
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

    /// An operation called like a module (客户, section 2).
    ///
    /// One call, which costs money.
    ///
    /// # Errors
    ///
    /// See [`Error`]: wrong input (nothing is sent), transport, a documented status, a reply that
    /// cannot be verified or understood.
    pub async fn client(
        &self,
        request: &super::client_::Request,
    ) -> Result<Outcome<super::client_::Reply>, Error> {
        self.caller.call(request).await
    }

    /// Everything that is hard to name (酷刑\[测试\], section 1. \<一>).
    ///
    /// One call, which costs money.
    ///
    /// # Errors
    ///
    /// See [`Error`]: wrong input (nothing is sent), transport, a documented status, a reply that
    /// cannot be verified or understood.
    pub async fn type_(
        &self,
        request: &super::type_::Request,
    ) -> Result<Outcome<super::type_::Reply>, Error> {
        self.caller.call(request).await
    }

    /// All pages of [`type_`](Self::type_), one call each.
    pub fn type_pages(
        &self,
        request: &super::type_::Request,
    ) -> Pages<super::type_::Request> {
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
            "client" => Some(AnyReply::of::<super::client_::Request>()),
            "type" => Some(AnyReply::of::<super::type_::Request>()),
            _ => None,
        }
    }
}
