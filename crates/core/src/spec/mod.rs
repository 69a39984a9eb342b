//! What a vendor's document says, as data.
//!
//! The generator turns each schema into constants of these types; everything in this crate that
//! acts — checking, signing, sending, classifying, paging — reads them and knows no vendor. A bug
//! is therefore mended once, here, and not in five generated crates.

use std::fmt;

mod parameter;
mod reply;
mod status;

pub use parameter::{ListStyle, Member, Parameter, Role, Rule};
pub use reply::{Field, Instead, JsonType, Object, Shape};
pub use status::{Advice, Cause, Class, HttpStatus, Retry, Status, meaning_of};

use crate::record::Kind;
use crate::sign::Recipe;
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

    /// The documented status of that code: the one that has it alone, else the range that it lies in.
    ///
    /// Codes are compared as text, so a reply may send `200` where the document prints `"200"`.
    #[must_use]
    pub fn status(&self, code: &str) -> Option<&'static Status> {
        let alone = self.statuses.iter().find(|s| s.code == code);
        alone.or_else(|| self.statuses.iter().find(|s| s.covers(code)))
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
    /// The path below the base URL; `{id}` in it stands for the parameter `id`.
    pub path: &'static str,
    /// Its parameters, in the order in which they are sent.
    pub parameters: &'static [Parameter],
    /// Where its reply says how it went.
    pub envelope: Envelope,
    /// What its reply holds: the whole reply first, then the objects inside it.
    pub reply: &'static [Object],
    /// A value in the reply that says that nothing was found, beside the no-data codes.
    pub none: Option<NoneMarker>,
    /// The number of records in the reply, where the reply says it itself.
    pub returned: Option<&'static [&'static str]>,
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

    /// The object of that name in its reply.
    #[must_use]
    pub fn object(&self, name: &str) -> Option<&'static Object> {
        self.reply.iter().find(|o| o.name == name)
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
