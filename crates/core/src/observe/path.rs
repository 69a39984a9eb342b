//! Where in a reply: a path that holds names of fields and nothing else.

use crate::spec::Object;

/// What stands for a name that may be data.
pub(super) const ANY: &str = "*";

/// Names longer than this are no names.
const LONGEST: usize = 40;

/// More digits than a name has: `address2` and `md5` are names, `2020-01-01` and `kEy18f3a90` are not.
const DIGITS: usize = 3;

/// A path from the root, in the form of RFC 9535.
#[derive(Debug)]
pub(super) struct Path(String);

impl Path {
    pub(super) fn root() -> Self {
        Self("$".to_owned())
    }

    /// To a field, by the names on the way.
    pub(super) fn of(names: &[&str]) -> Self {
        let mut path = Self::root();
        for name in names {
            path.push_name(name);
        }
        path
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn truncate(&mut self, len: usize) {
        self.0.truncate(len);
    }

    /// Below that field; the name is a documented one or has been judged by [`name`].
    pub(super) fn push_name(&mut self, name: &str) {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || !c.is_ascii();
        if name == ANY
            || (!name.starts_with(|c: char| c.is_ascii_digit()) && name.chars().all(plain))
        {
            self.0.push('.');
            self.0.push_str(name);
            return;
        }
        // After `..` a bracket stands as well as a name.
        self.0.push_str("['");
        for c in name.chars() {
            if matches!(c, '\'' | '\\') {
                self.0.push('\\');
            }
            self.0.push(c);
        }
        self.0.push_str("']");
    }

    /// Below any place of a list.
    pub(super) fn push_place(&mut self) {
        self.0.push_str("[*]");
    }

    /// Into the JSON that a text holds.
    pub(super) fn push_text(&mut self) {
        self.0.push_str("|$");
    }

    /// Anywhere below a type that contains itself, of which the outermost ends at `len`: the path that was.
    pub(super) fn anywhere_below(&mut self, len: usize) -> Self {
        let mut below = self.0.get(..len).unwrap_or_default().to_owned();
        below.push('.');
        Self(std::mem::replace(&mut self.0, below))
    }
}

/// The name of an unknown field, or `*` where it may be data.
pub(super) fn name<'k>(key: &'k str, object: &Object) -> &'k str {
    let own_words = object.fields.iter().any(|field| !field.name.is_ascii());
    if !object.fields.is_empty() && is_name(key, own_words) {
        key
    } else {
        ANY
    }
}

/// Whether a key that no document lists reads as a name, and not as data. `own_words` says that names beside
/// it are documented that are not ASCII.
#[must_use]
pub fn is_name(key: &str, own_words: bool) -> bool {
    let rest = key.strip_prefix(['$', '@']).unwrap_or(key);
    let fits = |c: char| {
        c.is_ascii_alphanumeric()
            || matches!(c, '_' | '-' | '.')
            || (own_words && !c.is_ascii() && (c.is_alphabetic() || matches!(c, '（' | '）')))
    };
    !rest.is_empty()
        && !rest.starts_with(|c: char| c.is_numeric())
        && rest.chars().count() <= LONGEST
        && rest.chars().filter(|c| c.is_numeric()).count() <= DIGITS
        && rest.chars().all(fits)
}
