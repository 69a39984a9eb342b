//! A signed request before it becomes bytes, so that it can be shown with its secrets masked.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::HttpRequest;
use crate::spec::Method;

/// What RFC 3986 calls unreserved stays, and `*`, which a form leaves as it is; all else is escaped, blanks as `%20`, which every server
/// reads, in a query as in a form.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~')
    .remove(b'*');

/// One name and value of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestField {
    /// The name on the wire.
    pub name: String,
    /// The value; personal, so masked in Debug.
    pub value: crate::personal::Personal,
    /// Whether it is a credential or made from one.
    pub secret: bool,
}

/// A signed request whose parts are still apart.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Prepared {
    /// The method.
    pub method: Method,
    /// The URL without its query.
    pub endpoint: String,
    /// The query.
    pub query: Vec<RequestField>,
    /// The headers.
    pub headers: Vec<RequestField>,
    /// The form; empty when the request has no body.
    pub form: Vec<RequestField>,
}

/// What stands in place of a secret.
const MASK: &str = "***";

fn escape(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}

impl Prepared {
    /// A request without fields yet.
    pub(crate) fn new(method: Method, endpoint: String) -> Self {
        Self {
            method,
            endpoint,
            query: Vec::new(),
            headers: Vec::new(),
            form: Vec::new(),
        }
    }

    /// The request as it is sent.
    #[must_use]
    pub fn to_http(&self) -> HttpRequest {
        self.render(|field| field.value.as_str())
    }

    /// The request with its secrets masked, for people to look at.
    #[must_use]
    pub fn masked(&self) -> HttpRequest {
        self.render(|field| {
            if field.secret {
                MASK
            } else {
                field.value.as_str()
            }
        })
    }

    fn render<'a>(&'a self, shown: impl Fn(&'a RequestField) -> &'a str) -> HttpRequest {
        let pairs = |fields: &'a [RequestField]| {
            let pairs: Vec<String> = fields
                .iter()
                .map(|field| format!("{}={}", escape(&field.name), escape(shown(field))))
                .collect();
            pairs.join("&")
        };
        let mut url = self.endpoint.clone();
        if !self.query.is_empty() {
            url.push(if url.contains('?') { '&' } else { '?' });
            url.push_str(&pairs(&self.query));
        }
        let mut headers: Vec<(String, String)> = self
            .headers
            .iter()
            .map(|field| (field.name.clone(), shown(field).to_owned()))
            .collect();
        let mut body = None;
        if !self.form.is_empty() {
            headers.push((
                "Content-Type".into(),
                "application/x-www-form-urlencoded".into(),
            ));
            body = Some(pairs(&self.form));
        }
        HttpRequest {
            method: self.method,
            url,
            headers,
            body,
        }
    }
}
