//! A request as a server sees it, whichever way it came.
//!
//! The in-process transport and the port both end here, so that there is one protocol and not two.

use std::borrow::Cow;
use std::fmt;

use percent_encoding::percent_decode_str;
use zhixing_core::sign::Place;
use zhixing_core::spec::Operation;

/// One request. It holds credentials and names: Debug shows none of them.
pub(crate) struct Incoming {
    /// The method, as in the request line.
    pub(crate) method: String,
    /// The path below the vendor's base URL.
    pub(crate) path: String,
    /// The query as it came.
    pub(crate) query: String,
    /// The body as it came.
    pub(crate) body: String,
    /// Whether the body is a form.
    pub(crate) is_form: bool,
    headers: Vec<(String, String)>,
    fields: Vec<(Place, String, String)>,
}

impl fmt::Debug for Incoming {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Incoming")
            .field("method", &self.method)
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}

/// How often something that may stand once was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Given<'a> {
    /// Not at all.
    Missing,
    /// Once.
    Once(&'a str),
    /// More than once: which of them counts would be a guess.
    Repeated,
}

impl<'a> Given<'a> {
    fn of(mut values: impl Iterator<Item = &'a str>) -> Self {
        match (values.next(), values.next()) {
            (None, _) => Self::Missing,
            (Some(value), None) => Self::Once(value),
            (Some(_), Some(_)) => Self::Repeated,
        }
    }

    /// The value that was given once.
    pub(crate) fn once(self) -> Option<&'a str> {
        match self {
            Self::Once(value) => Some(value),
            Self::Missing | Self::Repeated => None,
        }
    }
}

impl Incoming {
    /// Puts a request together. The body is read as a form unless its type says that it is something else.
    pub(crate) fn new(
        method: &str,
        path: &str,
        query: &str,
        headers: Vec<(String, String)>,
        body: &str,
    ) -> Self {
        let mut incoming = Self {
            method: method.to_owned(),
            path: path.to_owned(),
            query: query.to_owned(),
            body: body.to_owned(),
            is_form: false,
            headers,
            fields: Vec::new(),
        };
        incoming.is_form = match incoming.header("content-type") {
            Given::Missing => true,
            Given::Once(kind) => kind.split(';').next().is_some_and(|kind| {
                kind.trim()
                    .eq_ignore_ascii_case("application/x-www-form-urlencoded")
            }),
            Given::Repeated => false,
        };
        incoming.fields = pairs(Place::Query, query).collect();
        if incoming.is_form {
            incoming.fields.extend(pairs(Place::Form, body));
        }
        incoming
    }

    /// Whether the address is the operation's.
    pub(crate) fn is_for(&self, operation: &Operation) -> bool {
        self.path.trim_end_matches('/') == operation.path
    }

    /// A header; the case of its name does not matter.
    pub(crate) fn header(&self, name: &str) -> Given<'_> {
        Given::of(
            self.headers
                .iter()
                .filter(|(held, _)| held.eq_ignore_ascii_case(name))
                .map(|(_, value)| value.as_str()),
        )
    }

    /// A parameter, wherever it travels: a document that allows GET and POST allows query and form.
    pub(crate) fn parameter(&self, name: &str) -> Given<'_> {
        Given::of(
            self.fields
                .iter()
                .filter(|(_, held, _)| held == name)
                .map(|(_, _, value)| value.as_str()),
        )
    }

    /// All parameters as they came, query before form.
    pub(crate) fn parameters(&self) -> &[(Place, String, String)] {
        &self.fields
    }
}

/// `a=b&c=d`, percent-decoded, `+` as a blank. What is no UTF-8 is replaced, and then matches nothing.
fn pairs(place: Place, text: &str) -> impl Iterator<Item = (Place, String, String)> {
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    pairs.map(move |pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (place, decode(name), decode(value))
    })
}

/// The text of a query or form without the pairs of these names, and else as it came.
pub(super) fn without(text: &str, names: &[&str]) -> String {
    let left: Vec<&str> = text
        .split('&')
        .filter(|pair| {
            let name = pair.split_once('=').map_or(*pair, |(name, _)| name);
            !names.contains(&decode(name).as_str())
        })
        .collect();
    left.join("&")
}

fn decode(text: &str) -> String {
    let text: Cow<'_, str> = if text.contains('+') {
        text.replace('+', " ").into()
    } else {
        text.into()
    };
    percent_decode_str(&text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_decoded_and_repetitions_are_seen() {
        let kind = vec![(
            "Content-Type".to_owned(),
            "application/x-www-form-urlencoded; charset=utf-8".to_owned(),
        )];
        let asked = Incoming::new("POST", "", "a=%E4%B8%AD+1&b", kind, "c=%2B&a=2");
        assert_eq!(asked.parameter("a"), Given::Repeated);
        assert_eq!(asked.parameter("b"), Given::Once(""));
        assert_eq!(asked.parameter("c"), Given::Once("+"));
        assert_eq!(asked.parameter("d"), Given::Missing);
        let asked = Incoming::new("GET", "", "a=%E4%B8%AD+1", Vec::new(), "");
        assert_eq!(asked.parameter("a"), Given::Once("中 1"));
    }

    #[test]
    fn a_body_of_another_type_is_no_form() {
        let kind = vec![("content-type".to_owned(), "application/json".to_owned())];
        let asked = Incoming::new("POST", "", "", kind, "a=1");
        assert_eq!(asked.parameter("a"), Given::Missing);
        assert_eq!(
            asked.header("CONTENT-TYPE"),
            Given::Once("application/json")
        );
    }
}
