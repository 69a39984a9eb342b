//! What a vendor gave its customer: keys, secrets, codes.
//!
//! They are named as the vendor's document names them, so that a recipe can refer to them as data. A value is checked when
//! it is put in, since a stray line end copied from a web page otherwise shows only as a refused signature; and it is
//! masked wherever it could be printed by accident.

use std::fmt;

/// A value that must not be printed: `Debug` is masked, there is no `Display`, and [`Secret::expose`] is easy to find
/// in a review.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Takes a value as it is, unchecked; [`Credentials::insert`] is the door that checks.
    pub fn new(value: impl Into<String>) -> Self {
        Secret(value.into())
    }

    /// The value itself.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(MASK)
    }
}

/// The value of an environment variable. What is not UTF-8 in it is replaced, and not the variable passed over: somebody set it,
/// and another host or account in its place would cost money.
#[must_use]
pub fn variable(name: &str) -> Option<String> {
    std::env::var_os(name).map(|value| value.to_string_lossy().into_owned())
}

/// What stands in place of a secret in anything printed. It has one length, so it tells nothing of the value's.
pub const MASK: &str = "***";

/// Credentials by name, in the order they were put in.
///
/// ```
/// use zhixing_core::credentials::Credentials;
///
/// let credentials = Credentials::new().with("appkey", "AK")?.with("secret_key", "SK")?;
/// assert_eq!(credentials.get("appkey").map(|secret| secret.expose()), Some("AK"));
/// assert_eq!(format!("{credentials:?}"), r#"{"appkey": ***, "secret_key": ***}"#);
///
/// let error = Credentials::new().with("appkey", "AK\n").unwrap_err();
/// assert_eq!(error.to_string(), "the credential appkey holds a line end or another control character");
/// # Ok::<(), zhixing_core::credentials::CredentialError>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Credentials(Vec<(String, Secret)>);

impl Credentials {
    /// No credentials.
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a credential in; one of the same name is replaced and keeps its place.
    ///
    /// # Errors
    /// If the value is empty, holds a line end or another control character, or begins or ends with a blank. The error
    /// names the credential and never its value.
    pub fn insert(
        &mut self,
        name: impl Into<String>,
        value: impl Into<String>,
    ) -> Result<(), CredentialError> {
        let (name, value) = (name.into(), value.into());
        if let Some(fault) = fault_of(&value) {
            return Err(CredentialError { name, fault });
        }
        let secret = Secret(value);
        match self.0.iter_mut().find(|(held, _)| *held == name) {
            Some((_, held)) => *held = secret,
            None => self.0.push((name, secret)),
        }
        Ok(())
    }

    /// [`Credentials::insert`] for use in a chain.
    ///
    /// # Errors
    /// As [`Credentials::insert`].
    pub fn with(
        mut self,
        name: impl Into<String>,
        value: impl Into<String>,
    ) -> Result<Self, CredentialError> {
        self.insert(name, value)?;
        Ok(self)
    }

    /// The credential of that name.
    pub fn get(&self, name: &str) -> Option<&Secret> {
        self.0
            .iter()
            .find(|(held, _)| held == name)
            .map(|(_, secret)| secret)
    }

    /// The names, in the order they were put in.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map()
            .entries(self.0.iter().map(|(name, secret)| (name, secret)))
            .finish()
    }
}

fn fault_of(value: &str) -> Option<CredentialFault> {
    // U+2028 and U+2029 end a line too, without being control characters.
    let ends_line = |c: char| c.is_control() || c == '\u{2028}' || c == '\u{2029}';
    if value.is_empty() {
        Some(CredentialFault::Empty)
    } else if value.contains(ends_line) {
        Some(CredentialFault::ControlCharacter)
    } else if value.trim() != value {
        Some(CredentialFault::SurroundingBlank)
    } else {
        None
    }
}

/// A credential that cannot be right. It names the credential and never tells its value.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CredentialError {
    /// The credential's name.
    pub name: String,
    /// What is wrong with its value.
    pub fault: CredentialFault,
}

/// What is wrong with a credential's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CredentialFault {
    /// It has no characters.
    Empty,
    /// It holds a line end or another control character.
    ControlCharacter,
    /// It begins or ends with a blank.
    SurroundingBlank,
}

impl fmt::Display for CredentialFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            CredentialFault::Empty => "is empty",
            CredentialFault::ControlCharacter => "holds a line end or another control character",
            CredentialFault::SurroundingBlank => "begins or ends with a blank",
        })
    }
}

impl fmt::Display for CredentialError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the credential {} {}", self.name, self.fault)
    }
}

impl std::error::Error for CredentialError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_cannot_be_right_is_refused() {
        use CredentialFault::{ControlCharacter, Empty, SurroundingBlank};
        let cases = [
            ("", Empty),
            ("a\r\n", ControlCharacter),
            ("a\0b", ControlCharacter),
            ("a\u{2028}b", ControlCharacter),
            (" a", SurroundingBlank),
            ("a\u{3000}", SurroundingBlank),
        ];
        for (value, fault) in cases {
            let error = Credentials::new().with("key", value).unwrap_err();
            assert_eq!(
                (error.name.as_str(), error.fault),
                ("key", fault),
                "{value:?}"
            );
        }
        assert!(Credentials::new().with("key", "a b 密").is_ok());
    }

    #[test]
    fn a_second_value_replaces_the_first() {
        let held = Credentials::new()
            .with("b", "1")
            .and_then(|held| held.with("a", "2"))
            .and_then(|held| held.with("b", "3"))
            .expect("good values");
        assert_eq!(held.names().collect::<Vec<_>>(), ["b", "a"]);
        assert_eq!(held.get("b").map(Secret::expose), Some("3"));
        assert_eq!(held.get("c"), None);
    }

    #[test]
    fn nothing_printed_holds_a_value() {
        let error = Credentials::new().with("key", "hunter2\n").unwrap_err();
        assert!(!format!("{error:?} {error}").contains("hunter2"));
        assert_eq!(format!("{:?}", Secret::new("hunter2")), "***");
    }
}
