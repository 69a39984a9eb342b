//! A signed request before it becomes bytes, so that it can be shown with its secrets masked.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::HttpRequest;
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

    /// Puts the fields of another behind these.
    pub(crate) fn append(&mut self, other: Self) {
        self.query.extend(other.query);
        self.headers.extend(other.headers);
        self.form.extend(other.form);
    }

    /// What a signature may read of this request, to which nothing that signs was added yet. `asked` is what it asks, in
    /// the document's order.
    pub(crate) fn to_sign<'a>(
        &self,
        path: &str,
        asked: impl Iterator<Item = (Place, &'a str, &'a str)>,
    ) -> RequestToSign {
        let http = self.to_http();
        // An endpoint of the caller's may hold a query of its own, which is none of the document's.
        let query = http.url.get(self.endpoint.len()..).unwrap_or_default();
        // Where the caller gives the whole endpoint, its path is that of the URL.
        let host = self.endpoint.split_once("://").map_or("", |(_, rest)| rest);
        let host = host.split('?').next().unwrap_or_default();
        let whole = host.find('/').and_then(|slash| host.get(slash..));
        RequestToSign {
            method: self.method,
            path: if path.is_empty() {
                whole.unwrap_or("/").to_owned()
            } else {
                path.to_owned()
            },
            query: query.trim_start_matches(['?', '&']).to_owned(),
            body: http.body.unwrap_or_default(),
            parameters: asked
                .map(|(place, name, value)| (place, name.to_owned(), value.to_owned()))
                .collect(),
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
        let mut prepared = Prepared::new(Method::Post, "https://h.test/moved/v1/x".into());
        prepared.query.push(field("q", "张 三"));
        prepared.form.push(field("f", "a&b"));
        let asked = [(Place::Query, "q", "张 三"), (Place::Form, "f", "a&b")];
        let signed = prepared.to_sign("/v1/x", asked.into_iter());
        assert_eq!(
            signed.path, "/v1/x",
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
            assert_eq!(prepared.to_sign("", std::iter::empty()).query, "");
            prepared.query.push(field("q", "1"));
            let signed = prepared.to_sign("", std::iter::empty());
            assert_eq!(
                (signed.path.as_str(), signed.query.as_str()),
                (path, "q=1"),
                "{endpoint}"
            );
            assert_eq!(signed.body, "");
        }
    }
}
