//! Text of a reply, without a copy of it.
//!
//! A reply is kept with what was made of it, since it was paid for. So its texts need no memory of their own: each is a part of the
//! body, which all of them share. A string for each was half of what the types of a reply cost.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

/// A text that is read and not written: `&str` wherever one is wanted. Of a reply, it is a part of the body.
///
/// A clone costs next to nothing. A part keeps the whole body in memory for as long as it is kept itself; who collects a few texts of many
/// replies takes them by [`into_string`](Self::into_string).
///
/// ```
/// use zhixing_core::wire::Text;
///
/// let court = Text::from("淄博市博山区人民法院");
/// assert_eq!(court, "淄博市博山区人民法院");
/// assert!(court.ends_with("法院"));
/// assert_eq!(court.into_string().len(), 30);
/// ```
// A single owner, be it a body or a text by itself: a vendor's crate drops thousands of these, and compiles it for each struct.
#[derive(Clone)]
pub struct Text {
    body: Arc<String>,
    start: u32,
    end: u32,
}

/// The end of what is no part, however long it is.
const WHOLE: u32 = u32::MAX;

impl Text {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let part = self.start as usize..self.end as usize;
        match self.end {
            WHOLE => &self.body,
            _ => self.body.get(part).unwrap_or_default(),
        }
    }

    /// The text by itself, without the reply that it is a part of.
    #[must_use]
    pub fn into_string(self) -> String {
        match self.end {
            WHOLE => Arc::unwrap_or_clone(self.body),
            _ => self.as_str().to_owned(),
        }
    }

    /// A text that was read from that body, and is no copy where it lies in it.
    #[inline]
    pub(crate) fn part(text: &str, body: Option<&Arc<String>>) -> Self {
        match body.and_then(|body| Some((body, narrow(lies_in(body, text.as_bytes())?)?))) {
            Some((body, (start, end))) => Self {
                body: Arc::clone(body),
                start,
                end,
            },
            None => text.into(),
        }
    }
}

/// From where to where bytes that were lent from a text lie in it; `None` if they lie elsewhere.
#[inline]
pub(crate) fn lies_in(text: &str, lent: &[u8]) -> Option<(usize, usize)> {
    let start = (lent.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize);
    let end = start.checked_add(lent.len())?;
    (end <= text.len()).then_some((start, end))
}

/// The same in half the space; `None` beyond 4 GiB.
#[inline]
fn narrow((start, end): (usize, usize)) -> Option<(u32, u32)> {
    let end = u32::try_from(end).ok().filter(|end| *end != WHOLE)?;
    Some((u32::try_from(start).ok()?, end))
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self
    }
}

// Sound because Hash, Eq and Ord are those of `str`.
impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        self
    }
}

impl Default for Text {
    fn default() -> Self {
        "".into()
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self {
            body: Arc::new(text),
            start: 0,
            end: WHOLE,
        }
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.into_string()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.as_str(), f)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl Eq for Text {}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl Ord for Text {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other)
    }
}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Text {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string" })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_part_of_a_body_is_no_copy_and_outlives_whoever_read_it() {
        let body = Arc::new("{\"名\":\"李建国\"}".to_owned());
        let name = Text::part(&body[8..17], Some(&body));
        assert_eq!(Arc::strong_count(&body), 2);
        assert_eq!(name.as_ptr(), body[8..].as_ptr());
        drop(body);
        assert_eq!(name, "李建国");
        assert_eq!(name.clone().into_string(), "李建国");
    }

    #[test]
    fn what_lies_elsewhere_is_copied() {
        let body = Arc::new("李建国".to_owned());
        for elsewhere in ["李建国", "", "建"].map(str::to_owned) {
            let text = Text::part(&elsewhere, Some(&body));
            assert_eq!(text, *elsewhere);
            assert_eq!(Arc::strong_count(&body), 1, "{elsewhere:?}");
        }
        assert_eq!(Text::part("国", None), "国");
    }

    #[test]
    fn texts_are_compared_by_what_they_say() {
        let body = Arc::new("乙甲".to_owned());
        let part = Text::part(&body[3..], Some(&body));
        assert_eq!(part, Text::from("甲"));
        let texts = BTreeSet::from([part, Text::from("乙"), Text::from("甲")]);
        assert!(texts.contains("甲"), "as `str` compares");
        assert_eq!(texts.len(), 2);
    }
}
