//! A signed request before it becomes bytes, so that it can be shown with its secrets masked.
//!
//! Fields are kept apart until the end: what is masked is masked before it is encoded, so that a masked
//! form is still a form and a masked JSON body is still JSON.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::HttpRequest;
use crate::credentials::MASK;
use crate::request::quoted;
use crate::sign::{Place, RequestToSign};
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

/// A signed request whose parts are still apart. Debug shows no URL: an endpoint of the caller's may hold a token.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Prepared {
    /// The method.
    pub method: Method,
    /// The base URL, or the whole one where the vendor prints none.
    pub endpoint: String,
    /// The path below it, in pieces.
    pub path: Vec<PathPiece>,
    /// The query.
    pub query: Vec<RequestField>,
    /// The headers.
    pub headers: Vec<RequestField>,
    /// The form; empty when the request has none.
    pub form: Vec<RequestField>,
    /// The members of the JSON object in the body, each value as JSON text; `None` when the request has none.
    pub json: Option<Vec<RequestField>>,
}

/// A piece of a URL's path.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum PathPiece {
    /// As the document prints it.
    Text(&'static str),
    /// A parameter, which is escaped.
    Field(RequestField),
}

impl fmt::Debug for Prepared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Prepared")
            .field("method", &self.method)
            .field("path", &self.path)
            .field("query", &self.query)
            .field("headers", &self.headers)
            .field("form", &self.form)
            .field("json", &self.json)
            .finish_non_exhaustive()
    }
}

/// Adds a text as a URL or a form carries it.
fn escape(text: &str, to: &mut String) {
    to.extend(utf8_percent_encode(text, ESCAPED));
}

impl Prepared {
    /// A request without fields yet.
    pub(crate) fn new(method: Method, endpoint: String) -> Self {
        Self {
            method,
            endpoint,
            query: Vec::new(),
            headers: Vec::new(),
            path: Vec::new(),
            form: Vec::new(),
            json: None,
        }
    }

    /// The path below the base URL, as it is sent.
    #[must_use]
    pub fn path_text(&self) -> String {
        self.path_shown(|field| &field.value)
    }

    fn path_shown(&self, shown: Shown) -> String {
        let mut path = String::new();
        for piece in &self.path {
            match piece {
                PathPiece::Text(text) => path.push_str(text),
                PathPiece::Field(field) => escape(shown(field), &mut path),
            }
        }
        path
    }

    /// What a signature may read of this request, to which nothing that signs was added yet. `asked` is what it asks, in
    /// the document's order.
    pub(crate) fn to_sign(&self, asked: Vec<(Place, String, String)>) -> RequestToSign {
        let http = self.to_http();
        let path = self.path_text();
        // An endpoint of the caller's may hold a query of its own, which is none of the document's.
        let query = http.url.get(self.endpoint.len() + path.len()..);
        // Where the caller gives the whole endpoint, its path is that of the URL.
        let host = self.endpoint.split_once("://").map_or("", |(_, rest)| rest);
        let host = host.split('?').next().unwrap_or_default();
        let whole = host.find('/').and_then(|slash| host.get(slash..));
        RequestToSign {
            method: self.method,
            query: query
                .unwrap_or_default()
                .trim_start_matches(['?', '&'])
                .to_owned(),
            path: if path.is_empty() {
                whole.unwrap_or("/").to_owned()
            } else {
                path
            },
            body: http.body.unwrap_or_default(),
            parameters: asked,
        }
    }

    /// The request as it is sent.
    #[must_use]
    pub fn to_http(&self) -> HttpRequest {
        self.render(self.endpoint.clone(), |field| &field.value)
    }

    /// The request with its secrets masked, for people to look at. A query that the endpoint brought along is masked
    /// whole: a token may be in it.
    #[must_use]
    pub fn masked(&self) -> HttpRequest {
        let endpoint = match self.endpoint.split_once('?') {
            Some((endpoint, _)) => format!("{endpoint}?{MASK}"),
            None => self.endpoint.clone(),
        };
        self.render(endpoint, |field| {
            if field.secret {
                MASK
            } else {
                field.value.as_str()
            }
        })
    }

    fn render(&self, endpoint: String, shown: Shown) -> HttpRequest {
        let pairs = |fields: &[RequestField], to: &mut String| {
            for (index, field) in fields.iter().enumerate() {
                if index > 0 {
                    to.push('&');
                }
                escape(&field.name, to);
                to.push('=');
                escape(shown(field), to);
            }
        };
        let mut url = endpoint + &self.path_shown(shown);
        if !self.query.is_empty() {
            url.push(if url.contains('?') { '&' } else { '?' });
            pairs(&self.query, &mut url);
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
            pairs(&self.form, body.insert(String::new()));
        }
        if let Some(members) = &self.json {
            headers.push(("Content-Type".into(), "application/json".into()));
            body = Some(object(members, shown));
        }
        HttpRequest {
            method: self.method,
            url,
            headers,
            body,
        }
    }
}

/// What is shown of a field: its value, or something in its place.
type Shown = fn(&RequestField) -> &str;

/// A JSON object of these members. What is shown in place of a secret is text, as JSON writes it.
fn object(members: &[RequestField], shown: Shown) -> String {
    let pairs: Vec<String> = members
        .iter()
        .map(|field| {
            let value = match shown(field) {
                MASK => quoted(MASK),
                value => value.to_owned(),
            };
            format!("{}:{value}", quoted(&field.name))
        })
        .collect();
    format!("{{{}}}", pairs.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(name: &str, value: &str) -> RequestField {
        RequestField {
            name: name.into(),
            value: value.into(),
            secret: false,
        }
    }

    #[test]
    fn what_is_signed_is_what_is_sent() {
        let mut prepared = Prepared::new(Method::Post, "https://h.test/moved".into());
        prepared.path.push(PathPiece::Text("/v1/"));
        prepared.path.push(PathPiece::Field(field("id", "x y")));
        prepared.query.push(field("q", "张 三"));
        prepared.form.push(field("f", "a&b"));
        let asked = [(Place::Query, "q", "张 三"), (Place::Form, "f", "a&b")];
        let asked = asked.map(|(place, name, text)| (place, name.to_owned(), text.to_owned()));
        let signed = prepared.to_sign(asked.into());
        assert_eq!(
            signed.path, "/v1/x%20y",
            "a host that was moved changes nothing"
        );
        assert_eq!(signed.query, "q=%E5%BC%A0%20%E4%B8%89");
        assert_eq!(signed.body, "f=a%26b");
        assert_eq!(signed.parameters[1].2, "a&b");
        let sent = prepared.to_http();
        assert!(sent.url.ends_with(&format!("?{}", signed.query)));
        assert_eq!(sent.body, Some(signed.body));
    }

    #[test]
    fn of_a_whole_endpoint_the_path_is_the_urls_and_its_own_query_is_not_signed() {
        for (endpoint, path) in [
            ("https://h.test/a/b?token=1", "/a/b"),
            ("https://h.test", "/"),
            ("https://h.test?x=/y", "/"),
        ] {
            let mut prepared = Prepared::new(Method::Get, endpoint.into());
            assert_eq!(prepared.to_sign(Vec::new()).query, "");
            prepared.query.push(field("q", "1"));
            let signed = prepared.to_sign(Vec::new());
            assert_eq!(
                (signed.path.as_str(), signed.query.as_str()),
                (path, "q=1"),
                "{endpoint}"
            );
            assert_eq!(signed.body, "");
        }
    }
}
