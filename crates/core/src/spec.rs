//! What a vendor's document says, as data.
//!
//! The generator turns each schema into constants of these types; everything in this crate that
//! acts — checking, signing, sending, classifying, paging — reads them and knows no vendor. A bug
//! is therefore mended once, here, and not in five generated crates.

use std::fmt;

use crate::record::Kind;
use crate::sign::{Place, Recipe};
use crate::verify::ReplySignature;

/// A text in the document's language and in ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bilingual {
    /// Chinese, verbatim.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

/// One vendor: what all its products share.
#[derive(Debug)]
pub struct Vendor {
    /// The crate's name, for example `qixin`.
    pub name: &'static str,
    /// The vendor's name.
    pub title: Bilingual,
    /// The printed title of the document that was transcribed.
    pub document: &'static str,
    /// Where its products are.
    pub base_url: BaseUrl,
    /// What a caller needs to be let in.
    pub credentials: &'static [CredentialSpec],
    /// How a call is signed.
    pub auth: Recipe,
    /// Every documented status code.
    pub statuses: &'static [Status],
    /// What the document says of HTTP status codes.
    pub http_statuses: &'static [HttpStatus],
    /// How replies are signed, if they are.
    pub reply_signature: Option<ReplySignature>,
    /// The documented products.
    pub operations: &'static [&'static Operation],
}

impl Vendor {
    /// The operation of that name.
    #[must_use]
    pub fn operation(&self, name: &str) -> Option<&'static Operation> {
        self.operations.iter().copied().find(|o| o.name == name)
    }

    /// The documented status of that code.
    #[must_use]
    pub fn status(&self, code: &str) -> Option<&'static Status> {
        self.statuses.iter().find(|s| s.code == code)
    }
}

/// Where a vendor's products are.
#[derive(Debug, Clone, Copy)]
pub struct BaseUrl {
    /// Scheme and host as printed; `None` where the document prints none.
    pub url: Option<&'static str>,
    /// The environment variable that moves it.
    pub environment: &'static str,
    /// Whether the variable holds the whole endpoint, path included.
    pub whole_endpoint: bool,
}

/// One thing that a caller must have.
#[derive(Debug, Clone, Copy)]
pub struct CredentialSpec {
    /// Its name, for example `secret_key`.
    pub name: &'static str,
    /// The environment variable that holds it.
    pub environment: &'static str,
    /// What it is.
    pub description: &'static str,
}

/// Where a reply says how it went: paths of keys from the root.
#[derive(Debug, Clone, Copy)]
pub struct Envelope {
    /// The status code.
    pub code: &'static [&'static str],
    /// The message that goes with it.
    pub message: &'static [&'static str],
    /// What was asked for.
    pub payload: Option<&'static [&'static str]>,
    /// The vendor's number for this call.
    pub order_number: Option<&'static [&'static str]>,
}

/// One documented status code.
#[derive(Debug, PartialEq, Eq)]
pub struct Status {
    /// As text; on the wire it may be a number.
    pub code: &'static str,
    /// The variant of the generated enumeration.
    pub name: &'static str,
    /// What the document says, verbatim.
    pub meaning: &'static str,
    /// The same in one English line.
    pub description: &'static str,
    /// What it means for the caller.
    pub class: Class,
    /// Whether the document counts the call as a valid request; `None` where it does not say.
    pub valid_request: Option<bool>,
    /// The code that meant this before.
    pub old_code: Option<&'static str>,
    /// What the document says of waiting or retrying.
    pub advice: Option<Advice>,
    /// For which reasons a server answers so (see [`Cause`]).
    pub causes: &'static [Cause],
}

/// What the document says of an HTTP status code.
#[derive(Debug)]
pub struct HttpStatus {
    /// The HTTP status code.
    pub status: u16,
    /// Verbatim.
    pub meaning: &'static str,
    /// What it means for the caller.
    pub class: Class,
    /// What the document says of waiting or retrying.
    pub advice: Option<Advice>,
}

/// What a status means for the caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Class {
    /// The query succeeded.
    Success,
    /// The query succeeded and found nothing.
    NoData,
    /// The key or the signature is not accepted: check the credentials and the clock.
    Auth,
    /// The key is good but may not do this, or not from this address: talk to the vendor.
    Permission,
    /// The account is out of money: top it up.
    Balance,
    /// A daily or total allowance is used up: wait for the next period or buy more.
    Quota,
    /// Too many calls, or calls of a kind that is held back: slow down.
    Rate,
    /// A parameter is wrong: mend the request.
    Parameter,
    /// The vendor does not answer this kind of question.
    Unsupported,
    /// The answer is still being prepared: ask later.
    Pending,
    /// The product is switched off: ask the vendor.
    Retired,
    /// The data may not be handed out.
    Blocked,
    /// The vendor's server failed.
    Server,
}

impl Class {
    /// The word for machines, for example `no_data`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::NoData => "no_data",
            Self::Auth => "auth",
            Self::Permission => "permission",
            Self::Balance => "balance",
            Self::Quota => "quota",
            Self::Rate => "rate",
            Self::Parameter => "parameter",
            Self::Unsupported => "unsupported",
            Self::Pending => "pending",
            Self::Retired => "retired",
            Self::Blocked => "blocked",
            Self::Server => "server",
        }
    }
}

/// What a document says of waiting or retrying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Advice {
    /// When to ask again.
    pub retry: Retry,
    /// Verbatim, where the document has a sentence.
    pub verbatim: Option<&'static str>,
    /// In one English line.
    pub description: &'static str,
}

/// When to ask again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Retry {
    /// Not before something has been mended.
    Never,
    /// At once.
    Immediately,
    /// Later; the document does not say when.
    Later,
    /// After so many seconds.
    AfterSeconds(u32),
}

/// For which reason a server answers with a status. The sandbox picks its answers by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Cause {
    /// The key is not known.
    UnknownKey,
    /// The key has been switched off.
    DisabledKey,
    /// The signature does not fit.
    BadSignature,
    /// The time of signing is too far off.
    StaleTimestamp,
    /// A required parameter is missing or empty.
    MissingParameter,
    /// A parameter breaks a documented rule.
    InvalidParameter,
    /// The caller's address is not allowed.
    ForbiddenAddress,
    /// The key may not use this product.
    NotAuthorised,
    /// No money is left.
    NoBalance,
    /// No calls are left.
    NoQuota,
    /// The server failed.
    ServerError,
    /// Too many calls.
    TooFrequent,
}

/// One documented product.
pub struct Operation {
    /// The vendor that sells it.
    pub vendor: &'static Vendor,
    /// Its name, for example `execution_list_by_name`.
    pub name: &'static str,
    /// The printed title.
    pub title: Bilingual,
    /// Its section of the document.
    pub section: &'static str,
    /// Which enforcement lists it can answer for.
    pub lists: &'static [Kind],
    /// How it is called.
    pub method: Method,
    /// The path below the base URL.
    pub path: &'static str,
    /// Its parameters, in the order in which they are sent.
    pub parameters: &'static [Parameter],
    /// Where its reply says how it went.
    pub envelope: Envelope,
    /// A value in the reply that says that nothing was found, beside the no-data codes.
    pub none: Option<NoneMarker>,
    /// How further records are asked for.
    pub paging: Option<Paging>,
}

/// The two names only: the vendor lists its operations, so printing every field would never end.
impl fmt::Debug for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Operation")
            .field("vendor", &self.vendor.name)
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

impl Operation {
    /// The parameter of that wire name.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&'static Parameter> {
        self.parameters.iter().find(|p| p.name == name)
    }

    /// The parameter that plays that role.
    #[must_use]
    pub fn role(&self, role: Role) -> Option<&'static Parameter> {
        self.parameters.iter().find(|p| p.role == Some(role))
    }
}

/// An HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// GET
    Get,
    /// POST
    Post,
}

impl Method {
    /// As it stands in the request line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }
}

/// A value in a reply that says that nothing was found.
#[derive(Debug, Clone, Copy)]
pub struct NoneMarker {
    /// Where it stands.
    pub path: &'static [&'static str],
    /// The value, as text.
    pub value: &'static str,
}

/// One parameter of a request.
#[derive(Debug)]
pub struct Parameter {
    /// The name on the wire.
    pub name: &'static str,
    /// Whether the document requires it.
    pub required: bool,
    /// What the vendor assumes when it is left out.
    pub default: Option<&'static str>,
    /// Where it travels.
    pub place: Place,
    /// What it may hold.
    pub rule: Rule,
    /// What of a question it carries.
    pub role: Option<Role>,
    /// Whether it says something of a person.
    pub personal: bool,
    /// What it is, in one English line.
    pub description: &'static str,
    /// The document's words.
    pub verbatim: &'static str,
}

/// What a parameter may hold.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Rule {
    /// Text of so many characters (not bytes).
    Text {
        /// At least.
        min: usize,
        /// At most.
        max: Option<usize>,
    },
    /// A whole number.
    Integer {
        /// At least.
        min: Option<i64>,
        /// At most.
        max: Option<i64>,
    },
    /// One of the documented values, each with its meaning.
    OneOf(&'static [(&'static str, &'static str)]),
}

/// What of a question a parameter carries. By these the facade asks any vendor without knowing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Role {
    /// The name of the company or person that is asked about.
    Subject,
    /// A person beside the subject.
    Person,
    /// An identity number.
    IdNumber,
    /// Which enforcement list is asked.
    List,
}

/// How further records are asked for.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Paging {
    /// So many records are skipped.
    Offset {
        /// The parameter that says how many.
        parameter: &'static str,
        /// Records that a call returns at most.
        size: u64,
    },
    /// Pages are numbered.
    Page {
        /// The parameter that says which.
        parameter: &'static str,
        /// The number of the first page.
        first: u64,
        /// The parameter that says how many records a page holds.
        size_parameter: Option<&'static str>,
        /// Records on a page when that is left out.
        size: u64,
    },
}

/// What the vendor's document says of that code; empty for a code that it does not list.
#[doc(hidden)]
#[must_use]
pub fn meaning_of(vendor: &'static Vendor, code: &str) -> &'static str {
    vendor.status(code).map_or("", |status| status.meaning)
}
