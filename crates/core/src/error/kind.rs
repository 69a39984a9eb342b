//! Every way in which a call can fail, one variant each.

use std::fmt;

use crate::client::Exceeded;
use crate::credentials::CredentialFault;
use crate::outcome::RawReply;
use crate::spec::Status;
use crate::transport::Fault;

/// What went wrong.
///
/// Variants hold names of parameters, sizes, codes and JSON paths. None holds a URL, a credential, a
/// value that was asked for or anything that was answered.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Kind {
    /// The vendor has no operation of that name. Ask for one of those listed.
    UnknownOperation {
        /// What was asked for, as far as it can be a name.
        operation: String,
        /// The documented operations.
        known: Vec<&'static str>,
    },
    /// The operation has no parameter of that name. Use one of those listed.
    UnknownParameter {
        /// The name that was given, as far as it can be one.
        parameter: String,
        /// The documented names.
        known: Vec<&'static str>,
    },
    /// A required parameter is missing. Give it.
    MissingParameter {
        /// Its name.
        parameter: &'static str,
    },
    /// A parameter breaks a documented rule. Mend the value.
    InvalidParameter {
        /// Its name.
        parameter: String,
        /// The rule, as the end of a sentence: "must …".
        rule: String,
    },
    /// The parameter holds an identity number, and nothing encrypts what is sent to this host. Take an `https://` base
    /// URL where the vendor serves one, or allow it
    /// ([`allow_identity_numbers_over_plain_http`](crate::client::Builder::allow_identity_numbers_over_plain_http)).
    IdentityNumberOverPlainHttp {
        /// Its name.
        parameter: &'static str,
    },
    /// A credential is missing. Set it, for example by its environment variable.
    MissingCredential {
        /// Its name.
        credential: &'static str,
        /// The environment variable that would hold it.
        environment: &'static str,
    },
    /// A credential cannot be one: empty, or with characters that cannot be sent. Copy it again.
    InvalidCredential {
        /// Its name.
        credential: String,
        /// What is wrong with it.
        fault: CredentialFault,
    },
    /// The document prints no URL and none was given. Copy it from the product page.
    MissingBaseUrl {
        /// The environment variable that would hold it.
        environment: &'static str,
    },
    /// The base URL cannot be one.
    InvalidBaseUrl {
        /// What is wrong with it.
        reason: &'static str,
    },
    /// The request could not be signed.
    Signing {
        /// Why.
        reason: String,
    },
    /// The crate was built without the `reqwest` feature and no transport was given.
    NoTransport,
    /// The client's budget would be exceeded. Raise it, if the call is worth its price.
    Budget(Exceeded),
    /// The line to the server failed.
    Transport(Fault),
    /// The server answered with an HTTP error and no documented status.
    Http(Arrived),
    /// The server asked to be called elsewhere. Redirects are not followed: they would carry the
    /// credentials along.
    Redirect(Arrived),
    /// A web page stands where JSON is documented, as gateways and login pages do.
    Html(Arrived),
    /// The reply has no body.
    EmptyBody(Arrived),
    /// The reply ends in the middle.
    Truncated(Arrived),
    /// The reply is no JSON.
    NotJson(Arrived),
    /// The reply is JSON and holds what no decoder takes: half of a character, a number beyond all range, or more than 127
    /// levels.
    Undecodable(Arrived),
    /// The reply's lists hold more items than [`Limits::list_items`](crate::transport::Limits::list_items) allows.
    TooManyItems {
        /// Items allowed.
        limit: usize,
        /// What arrived.
        arrived: Arrived,
    },
    /// The reply holds no status code where the document puts it.
    NoStatus {
        /// The JSON path of the status code.
        path: String,
        /// What arrived.
        arrived: Arrived,
    },
    /// A value of the reply has another shape than the document says.
    Shape {
        /// Its JSON path.
        path: String,
        /// What is wrong with it.
        problem: String,
        /// What arrived.
        arrived: Arrived,
    },
    /// The reply's signature does not fit its content: it was altered, or the secret is another.
    SignatureMismatch,
    /// The document promises a signature and the reply has none.
    SignatureMissing,
    /// The vendor answered with a documented status other than success.
    Status(&'static Status),
    /// The vendor answered with a status that its document does not list.
    UnknownStatus {
        /// The code on the wire.
        code: String,
    },
    /// The next page was not asked for, since the limit of pages was reached.
    PageLimit {
        /// The limit.
        pages: u32,
        /// Records fetched so far.
        fetched: u64,
        /// Records in all, as the vendor says.
        total: Option<u64>,
    },
    /// The vendor sent the same page twice, so further pages would never end.
    RepeatedPage {
        /// Records fetched so far.
        fetched: u64,
    },
}

/// The outside of a reply that could not be understood: never its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrived {
    /// The HTTP status code.
    pub http_status: u16,
    /// Bytes of the body.
    pub bytes: usize,
    /// The content type, cut to its first 60 visible ASCII characters.
    pub content_type: Option<String>,
}

impl Arrived {
    pub(crate) fn of(raw: &RawReply) -> Self {
        let content_type = raw.content_type().map(|text| {
            text.chars()
                .filter(char::is_ascii_graphic)
                .take(60)
                .collect()
        });
        Self {
            http_status: raw.http_status(),
            bytes: raw.body().len(),
            content_type,
        }
    }
}

impl fmt::Display for Arrived {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let content_type = self.content_type.as_deref().unwrap_or("no content type");
        write!(
            f,
            "HTTP {}, {} bytes, {content_type}",
            self.http_status, self.bytes
        )
    }
}

impl Kind {
    /// The word for machines, for example `invalid_parameter`.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::UnknownOperation { .. } => "unknown_operation",
            Self::UnknownParameter { .. } => "unknown_parameter",
            Self::MissingParameter { .. } => "missing_parameter",
            Self::InvalidParameter { .. } => "invalid_parameter",
            Self::IdentityNumberOverPlainHttp { .. } => "identity_number_over_plain_http",
            Self::MissingCredential { .. } => "missing_credential",
            Self::InvalidCredential { .. } => "invalid_credential",
            Self::MissingBaseUrl { .. } => "missing_base_url",
            Self::InvalidBaseUrl { .. } => "invalid_base_url",
            Self::Signing { .. } => "signing",
            Self::NoTransport => "no_transport",
            Self::Budget(_) => "budget",
            Self::Transport(Fault::Timeout | Fault::ConnectTimeout) => "timeout",
            Self::Transport(Fault::TooLarge { .. }) => "too_large",
            Self::Transport(_) => "transport",
            Self::Http(_) => "http",
            Self::Redirect(_) => "redirect",
            Self::Html(_) => "html",
            Self::EmptyBody(_) => "empty_body",
            Self::Truncated(_) => "truncated",
            Self::NotJson(_) => "not_json",
            Self::Undecodable(_) => "undecodable",
            Self::TooManyItems { .. } => "too_large",
            Self::NoStatus { .. } => "no_status",
            Self::Shape { .. } => "shape",
            Self::SignatureMismatch => "signature_mismatch",
            Self::SignatureMissing => "signature_missing",
            Self::Status(_) => "status",
            Self::UnknownStatus { .. } => "unknown_status",
            Self::PageLimit { .. } => "page_limit",
            Self::RepeatedPage { .. } => "repeated_page",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let came =
            |f: &mut fmt::Formatter<'_>, what, arrived: &Arrived| write!(f, "{what} ({arrived})");
        match self {
            Self::UnknownOperation { operation, known } => {
                write!(
                    f,
                    "there is no operation `{operation}`; there is {}",
                    known.join(", ")
                )
            }
            Self::UnknownParameter { parameter, known } => {
                write!(
                    f,
                    "there is no parameter `{parameter}`; there are {}",
                    known.join(", ")
                )
            }
            Self::MissingParameter { parameter } => {
                write!(f, "the required parameter `{parameter}` is missing")
            }
            Self::InvalidParameter { parameter, rule } => {
                write!(f, "the parameter `{parameter}` {rule}")
            }
            Self::IdentityNumberOverPlainHttp { parameter } => write!(
                f,
                "the parameter `{parameter}` holds an identity number, and anybody on the way could read it (plain http)"
            ),
            Self::MissingCredential {
                credential,
                environment,
            } => {
                write!(
                    f,
                    "the credential `{credential}` is missing; set {environment}"
                )
            }
            Self::InvalidCredential { credential, fault } => {
                write!(f, "the credential `{credential}` {fault}")
            }
            Self::MissingBaseUrl { environment } => {
                write!(
                    f,
                    "the document prints no URL; copy it from the product page into {environment}"
                )
            }
            Self::InvalidBaseUrl { reason } => write!(f, "the base URL {reason}"),
            Self::Signing { reason } => write!(f, "the request could not be signed: {reason}"),
            Self::NoTransport => f.write_str(
                "no transport: give one to the builder, or build with the feature `reqwest`",
            ),
            Self::Budget(exceeded) => exceeded.fmt(f),
            Self::Transport(fault) => fault.fmt(f),
            Self::Http(arrived) => came(f, "the server answered with an HTTP error", arrived),
            Self::Redirect(arrived) => {
                let what = "the server asks to be called elsewhere, which is not followed";
                came(f, what, arrived)
            }
            Self::Html(arrived) => came(f, "a web page came in place of JSON", arrived),
            Self::EmptyBody(arrived) => came(f, "the reply is empty", arrived),
            Self::Truncated(arrived) => came(f, "the reply ends in the middle", arrived),
            Self::NotJson(arrived) => came(f, "the reply is no JSON", arrived),
            Self::Undecodable(arrived) => {
                let what = "the reply holds half of a character, a number beyond all range, or too many levels";
                came(f, what, arrived)
            }
            Self::TooManyItems { limit, arrived } => {
                write!(
                    f,
                    "the reply's lists hold more than the {limit} items allowed ({arrived})"
                )
            }
            Self::NoStatus { path, arrived } => {
                write!(f, "the reply has no status code at `{path}` ({arrived})")
            }
            Self::Shape {
                path,
                problem,
                arrived,
            } => {
                write!(
                    f,
                    "the reply has another shape than documented at `{path}`: {problem} ({arrived})"
                )
            }
            Self::SignatureMismatch => {
                f.write_str("the reply's signature does not fit its content")
            }
            Self::SignatureMissing => {
                f.write_str("the reply is not signed, and the document promises that it is")
            }
            Self::Status(status) => write!(
                f,
                "status {}: {} ({})",
                status.code, status.meaning, status.description
            ),
            Self::UnknownStatus { code } => {
                write!(f, "status {code}, which the document does not list")
            }
            Self::PageLimit {
                pages,
                fetched,
                total,
            } => match total {
                Some(total) => write!(
                    f,
                    "stopped after {pages} pages with {fetched} of {total} records"
                ),
                None => write!(f, "stopped after {pages} pages with {fetched} records"),
            },
            Self::RepeatedPage { fetched } => {
                write!(
                    f,
                    "stopped after {fetched} records: the vendor sent the same page twice"
                )
            }
        }
    }
}
