//! JSON pointers into a schema, and the paths that people are told.

use percent_encoding::percent_decode_str;

/// Appends a key to a JSON pointer.
pub(crate) fn child(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}

/// The keys of a JSON pointer.
pub(crate) fn segments(pointer: &str) -> Vec<String> {
    pointer
        .split('/')
        .skip(1)
        .map(|s| s.replace("~1", "/").replace("~0", "~"))
        .collect()
}

/// The JSON pointer of a reference inside a document: its fragment, percent-decoded.
pub(crate) fn fragment(reference: &str) -> Option<String> {
    let encoded = reference.strip_prefix('#')?;
    let decoded = percent_decode_str(encoded).decode_utf8().ok()?;
    Some(decoded.into_owned())
}

/// Where something stands: in the schema, and in the replies (`*` for a list's items and for keys
/// that are data).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) pointer: String,
    pub(crate) path: String,
    /// The key in the replies, for what its name gives away; the list's for an item.
    pub(crate) key: String,
}

impl Place {
    pub(crate) fn property(&self, key: &str) -> Self {
        Self {
            pointer: child(&child(&self.pointer, "properties"), key),
            path: child(&self.path, key),
            key: key.to_owned(),
        }
    }

    /// Below a keyword that describes all members.
    pub(crate) fn members(&self, keyword: &str) -> Self {
        Self {
            pointer: child(&self.pointer, keyword),
            path: child(&self.path, "*"),
            key: self.key.clone(),
        }
    }

    /// What the JSON in a text holds.
    pub(crate) fn content(&self) -> Self {
        Self {
            pointer: child(&self.pointer, "contentSchema"),
            path: self.path.clone() + "(JSON)",
            key: self.key.clone(),
        }
    }
}
