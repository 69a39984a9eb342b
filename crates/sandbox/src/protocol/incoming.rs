//! A request as a server sees it, whichever way it came.
//!
//! The in-process transport and the port both end here, so that there is one protocol and not two.

use std::borrow::Cow;
use std::fmt;

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};
use zhixing_core::sign::Place;
use zhixing_core::spec::{ListStyle, Operation, Parameter, Rule};

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
    json: Map<String, Value>,
}

/// What was sent for a parameter.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Sent<'a> {
    /// These values; none if there is nothing.
    Texts(Vec<Cow<'a, str>>),
    /// This, in JSON.
    Json(Value),
    /// Text that should be JSON and is not.
    NoJson,
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
    /// Puts a request together. The body is read as a form unless its type says that it is something else: JSON, or
    /// nothing that a document asks for.
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
            json: Map::new(),
        };
        let is = |wanted: &str| match incoming.header("content-type") {
            Given::Missing => wanted == FORM,
            Given::Once(kind) => kind
                .split(';')
                .next()
                .is_some_and(|kind| kind.trim().eq_ignore_ascii_case(wanted)),
            Given::Repeated => false,
        };
        let (is_form, is_json) = (is(FORM), is("application/json"));
        let mut fields: Vec<_> = pairs(Place::Query, query).collect();
        if is_form {
            fields.extend(pairs(Place::Form, body));
        } else if is_json {
            incoming.json = serde_json::from_str(body).unwrap_or_default();
        }
        // What a signature covers of a JSON body is text as well.
        fields.extend(incoming.json.iter().map(|(name, value)| {
            let text = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            (Place::Json, name.clone(), text)
        }));
        incoming.is_form = is_form;
        incoming.fields = fields;
        incoming
    }

    /// Whether the address is the operation's.
    pub(crate) fn is_for(&self, operation: &Operation) -> bool {
        filled(operation.path, self.path.trim_end_matches('/')).is_some()
    }

    /// What was sent for a parameter of that operation, where its document says that it travels.
    pub(crate) fn sent(&self, operation: &Operation, parameter: &Parameter) -> Sent<'_> {
        let (name, style) = match parameter.rule {
            Rule::List { style, .. } => (parameter.name, style),
            _ => (parameter.name, ListStyle::Repeated),
        };
        let texts: Vec<Cow<'_, str>> = match parameter.place {
            Place::Json => {
                let none = || Sent::Texts(Vec::new());
                return self.json.get(name).cloned().map_or_else(none, Sent::Json);
            }
            Place::Path => {
                let filled = filled(operation.path, self.path.trim_end_matches('/'));
                let named = filled
                    .into_iter()
                    .flatten()
                    .filter(|(held, _)| *held == name);
                // In a path a plus is a plus.
                let decoded = named.map(|(_, text)| percent_decode_str(text).decode_utf8_lossy());
                decoded.map(|text| text.into_owned().into()).collect()
            }
            Place::Header => self
                .headers
                .iter()
                .filter(|(held, _)| held.eq_ignore_ascii_case(name))
                .map(|(_, value)| value.as_str().into())
                .collect(),
            _ => {
                let wanted = match style {
                    ListStyle::Brackets => format!("{name}[]"),
                    _ => name.to_owned(),
                };
                let named = self.fields.iter().filter(|(held_in, held, _)| {
                    // A document that allows GET and POST allows query and form.
                    *held_in != Place::Json && *held == wanted
                });
                named.map(|(_, _, value)| value.as_str().into()).collect()
            }
        };
        let in_json = match parameter.rule {
            Rule::List { .. } => style == ListStyle::Json,
            rule => matches!(rule, Rule::JsonText(_)),
        };
        match (&texts[..], style) {
            ([one], _) if in_json => serde_json::from_str(one).map_or(Sent::NoJson, Sent::Json),
            ([one], ListStyle::Joined(by)) => {
                let items = one.split(by).map(|item| item.to_owned().into());
                Sent::Texts(items.collect())
            }
            _ => Sent::Texts(texts),
        }
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

/// The type of a form.
const FORM: &str = "application/x-www-form-urlencoded";

/// What stands in a path for each name in braces of its template; `None` if the path is of another form. A name stands
/// for something within one segment.
fn filled<'a>(template: &'static str, path: &'a str) -> Option<Vec<(&'static str, &'a str)>> {
    let mut found = Vec::new();
    let (mut template, mut path) = (template, path);
    while let Some((before, inside)) = template.split_once('{') {
        let (name, after) = inside.split_once('}')?;
        path = path.strip_prefix(before)?;
        let segment = path.split('/').next().unwrap_or_default();
        let literal = after.split(['{', '/']).next().unwrap_or_default();
        let end = if literal.is_empty() {
            segment.len()
        } else {
            segment.rfind(literal)?
        };
        let (value, rest) = path
            .split_at_checked(end)
            .filter(|(value, _)| !value.is_empty())?;
        found.push((name, value));
        (template, path) = (after, rest);
    }
    (template == path).then_some(found)
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
    fn names_in_a_path_stand_for_one_segment_or_a_part_of_it() {
        let cases = "/v1/{id}/cases";
        assert_eq!(
            filled(cases, "/v1/a%2Fb/cases"),
            Some(vec![("id", "a%2Fb")])
        );
        for other in ["/v1//cases", "/v1/a/b/cases", "/v1/a", "/v1/a/cases/b"] {
            assert_eq!(filled(cases, other), None, "{other}");
        }
        assert_eq!(
            filled("/{year}-{number}.json", "/2024-7.json"),
            Some(vec![("year", "2024"), ("number", "7")])
        );
        assert_eq!(filled("", ""), Some(Vec::new()));
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
