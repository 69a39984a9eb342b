// Made by `cargo xtask codegen --vendor qixin` from schemas/qixin/vendor.json. Do not edit.

use zhixing_core::any::{AnyClient, AnyReply};
use zhixing_core::client::{Builder, Caller};
use zhixing_core::{Error, Outcome, Pages};

/// A client of 启信宝 (Qixinbao).
///
/// Cheap to clone; clones share connections.
#[derive(Debug, Clone)]
pub struct Client {
    caller: Caller,
}

impl Client {
    /// A client with these credentials and the documented host.
    ///
    /// `appkey`: The application key; sent in a header. `secret_key`: The secret that signs; never sent.
    ///
    /// # Errors
    ///
    /// A credential is empty or holds characters that cannot be sent.
    #[cfg(feature = "reqwest")]
    pub fn new(
        appkey: impl Into<String>,
        secret_key: impl Into<String>,
    ) -> Result<Self, Error> {
        Self::builder()
            .credential("appkey", appkey)
            .credential("secret_key", secret_key)
            .build()
    }

    /// A client with the credentials in `QIXIN_APPKEY` and `QIXIN_SECRET_KEY`, at `QIXIN_BASE_URL` if that is set.
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

    /// Enterprises on the list of dishonest judgment debtors (失信被执行企业, section 5.5).
    ///
    /// One call, which costs money.
    ///
    /// # Errors
    ///
    /// See [`Error`]: wrong input (nothing is sent), transport, a documented status, a reply that
    /// cannot be verified or understood.
    pub async fn execution_list_by_name(
        &self,
        request: &super::execution_list_by_name::Request,
    ) -> Result<Outcome<super::execution_list_by_name::Reply>, Error> {
        self.caller.call(request).await
    }

    /// All pages of [`execution_list_by_name`](Self::execution_list_by_name), one call each.
    pub fn execution_list_by_name_pages(
        &self,
        request: &super::execution_list_by_name::Request,
    ) -> Pages<super::execution_list_by_name::Request> {
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
            "execution_list_by_name" => {
                Some(AnyReply::of::<super::execution_list_by_name::Request>())
            }
            _ => None,
        }
    }
}
