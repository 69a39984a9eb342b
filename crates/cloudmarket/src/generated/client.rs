// Made by `cargo xtask codegen --vendor cloudmarket` from schemas/cloudmarket/vendor.json. Do not edit.

use zhixing_core::any::{AnyClient, AnyReply};
use zhixing_core::client::{Builder, Caller};
use zhixing_core::{Error, Outcome, Pages};

/// A client of 云市场 (Cloud marketplace).
///
/// Cheap to clone; clones share connections.
#[derive(Debug, Clone)]
pub struct Client {
    caller: Caller,
}

impl Client {
    /// A client with these credentials at this address.
    ///
    /// `endpoint`: The URL to call; the document prints none. `appcode`: The APPCODE of the buyer, found in the marketplace's list of purchased services; sent in a header.
    ///
    /// # Errors
    ///
    /// A credential is empty or holds characters that cannot be sent.
    #[cfg(feature = "reqwest")]
    pub fn new(
        endpoint: impl Into<String>,
        appcode: impl Into<String>,
    ) -> Result<Self, Error> {
        Self::builder().base_url(endpoint).credential("appcode", appcode).build()
    }

    /// A client with the credentials in `CLOUDMARKET_APPCODE`, at `CLOUDMARKET_URL`.
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

    /// An enterprise's entries on the list of dishonest judgment debtors (企业失信情况列表, section 1.1).
    ///
    /// One call, which costs money.
    ///
    /// # Errors
    ///
    /// See [`Error`]: wrong input (nothing is sent), transport, a documented status, a reply that
    /// cannot be verified or understood.
    pub async fn dishonest(
        &self,
        request: &super::dishonest::Request,
    ) -> Result<Outcome<super::dishonest::Reply>, Error> {
        self.caller.call(request).await
    }

    /// All pages of [`dishonest`](Self::dishonest), one call each.
    pub fn dishonest_pages(
        &self,
        request: &super::dishonest::Request,
    ) -> Pages<super::dishonest::Request> {
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
            "dishonest" => Some(AnyReply::of::<super::dishonest::Request>()),
            _ => None,
        }
    }
}
