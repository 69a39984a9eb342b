//! A file as it reads with another name for one of its keys.

use super::position::child;
use super::{Document, fixups};

impl Document {
    /// The file with `key` of the object at a pointer called `name`, in the text too, so that lines stay what they are.
    /// `None` if the key does not stand in the line of its value, or if there is one called so already.
    #[must_use]
    pub fn renamed(&self, object: &str, key: &str, name: &str) -> Option<Self> {
        let line = self.line(&child(object, key))?;
        // What was read may say more than its text: reasons of fix-ups.
        let mut wanted: serde_json::Value = serde_json::from_str(&self.text).ok()?;
        let members = wanted.pointer_mut(object)?.as_object_mut()?;
        if members.contains_key(name) {
            return None;
        }
        *members = std::mem::take(members)
            .into_iter()
            .map(|(known, value)| (if known == key { name.into() } else { known }, value))
            .collect();
        let (key, name) = (format!("\"{key}\""), format!("\"{name}\""));
        // The word may stand in that line more than once: the right one gives what is wanted.
        let places = self.text.match_indices(&key).map(|(at, _)| at);
        let texts = places
            .filter(|at| self.text[..*at].matches('\n').count() + 1 == line)
            .map(|at| [&self.text[..at], &name, &self.text[at + key.len()..]].concat());
        let mut found = texts
            .filter_map(|text| Self::parse(&self.file, text).ok())
            .find(|document| document.value == wanted)?;
        fixups::tell(&mut found.value);
        Some(found)
    }
}
