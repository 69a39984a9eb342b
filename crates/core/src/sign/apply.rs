//! Carrying out a recipe.
//!
//! One pass computes the derived values in their order and keeps how each came about; the fields are then only joined.

use std::fmt;

use super::{Derived, Part, Place, Recipe, SignError, TimeFormat};
use crate::clock::Timestamp;
use crate::credentials::{Credentials, MASK};

impl Recipe {
    /// The fields to add to a request that is signed at that time.
    ///
    /// # Errors
    /// If a credential is missing, or if the recipe itself is wrong (see [`SignError`]).
    pub fn apply(
        &self,
        credentials: &Credentials,
        at: Timestamp,
    ) -> Result<Vec<SignedField>, SignError> {
        let stages = self.stages(credentials, at)?;
        self.fields
            .iter()
            .map(|field| {
                let text = join(field.value, credentials, &stages)?;
                Ok(SignedField {
                    place: field.place,
                    name: field.name,
                    value: text.open,
                    sensitive: text.sensitive,
                })
            })
            .collect()
    }

    /// The derived values in their order, with the text that each digest was taken of.
    ///
    /// # Errors
    /// As [`Recipe::apply`].
    pub fn stages(
        &self,
        credentials: &Credentials,
        at: Timestamp,
    ) -> Result<Vec<Stage>, SignError> {
        let mut stages = Vec::with_capacity(self.values.len());
        for (name, derived) in self.values {
            let stage = match derived {
                Derived::Clock(format) => Stage {
                    name,
                    text: None,
                    value: write_time(*format, at)?,
                },
                Derived::Digest {
                    algorithm,
                    case,
                    parts,
                } => {
                    let text = join(parts, credentials, &stages)?;
                    let mut hasher = algorithm.hasher();
                    hasher.update(text.open.as_bytes());
                    Stage {
                        name,
                        value: hasher.finish(*case),
                        text: Some(text),
                    }
                }
            };
            stages.push(stage);
        }
        Ok(stages)
    }

    /// The names of the credentials the recipe needs, each once, in the order of first use.
    pub fn credentials(&self) -> Vec<&'static str> {
        let digested = self.values.iter().flat_map(|(_, derived)| match derived {
            Derived::Digest { parts, .. } => *parts,
            Derived::Clock(_) => &[],
        });
        let sent = self.fields.iter().flat_map(|field| field.value);
        let mut names = Vec::new();
        for part in digested.chain(sent) {
            if let Part::Credential(name) = part
                && !names.contains(name)
            {
                names.push(*name);
            }
        }
        names
    }
}

fn write_time(format: TimeFormat, at: Timestamp) -> Result<String, SignError> {
    match format {
        TimeFormat::EpochMillis => Ok(at.as_millis().to_string()),
        TimeFormat::EpochSeconds => Ok(at.as_seconds().to_string()),
        TimeFormat::Day { offset_hours } => at
            .day(offset_hours)
            .ok_or(SignError::Offset { offset_hours }),
    }
}

/// A joined text, once as it is and once as it may be shown.
#[derive(Clone, PartialEq, Eq, Default)]
struct Text {
    open: String,
    masked: String,
    sensitive: bool,
}

fn join(parts: &[Part], credentials: &Credentials, stages: &[Stage]) -> Result<Text, SignError> {
    let mut text = Text::default();
    for part in parts {
        // A digest over a secret lets whoever reads it send the same request again, so it is masked as well.
        let (open, sensitive) = match *part {
            Part::Literal(literal) => (literal, false),
            Part::Credential(name) => match credentials.get(name) {
                Some(secret) => (secret.expose(), true),
                None => return Err(SignError::MissingCredential { name }),
            },
            Part::Value(name) => match stages.iter().find(|stage| stage.name == name) {
                Some(stage) => (stage.value.as_str(), stage.text.is_some()),
                None => return Err(SignError::UnknownValue { name }),
            },
        };
        text.open.push_str(open);
        text.masked.push_str(if sensitive { MASK } else { open });
        text.sensitive |= sensitive;
    }
    Ok(text)
}

/// A field to add to a request. `Debug` masks a sensitive value.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SignedField {
    /// Where it travels.
    pub place: Place,
    /// Its name on the wire.
    pub name: &'static str,
    /// Its value, not yet encoded for its place.
    pub value: String,
    /// Whether the value holds a credential or a digest and must not be shown.
    pub sensitive: bool,
}

impl SignedField {
    /// The value if it may be shown, [`MASK`] if not.
    pub fn masked_value(&self) -> &str {
        if self.sensitive { MASK } else { &self.value }
    }
}

impl fmt::Debug for SignedField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignedField")
            .field("place", &self.place)
            .field("name", &self.name)
            .field("value", &self.masked_value())
            .finish()
    }
}

/// One derived value and how it came about. `Debug` masks what must not be shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Stage {
    name: &'static str,
    text: Option<Text>,
    value: String,
}

impl Stage {
    /// The value's name in the recipe.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The value: the time as it is sent, or the digest in hexadecimal.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// The text the digest was taken of, **secrets included**; `None` if the value is not a digest.
    pub fn text_to_sign(&self) -> Option<&str> {
        self.text.as_ref().map(|text| text.open.as_str())
    }

    /// The text the digest was taken of, with [`MASK`] in place of each credential.
    pub fn masked_text(&self) -> Option<&str> {
        self.text.as_ref().map(|text| text.masked.as_str())
    }
}

impl fmt::Debug for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = if self.text.is_some() {
            MASK
        } else {
            &self.value
        };
        f.debug_struct("Stage")
            .field("name", &self.name)
            .field("text", &self.masked_text())
            .field("value", &value)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Algorithm, AuthField, HexCase};
    use super::*;

    const RECIPE: Recipe = Recipe {
        values: &[
            ("seconds", Derived::Clock(TimeFormat::EpochSeconds)),
            (
                "token",
                Derived::Digest {
                    algorithm: Algorithm::Md5,
                    case: HexCase::Upper,
                    parts: &[
                        Part::Credential("key"),
                        Part::Value("seconds"),
                        Part::Literal("/"),
                        Part::Credential("secret"),
                    ],
                },
            ),
        ],
        fields: &[
            AuthField {
                place: Place::Header,
                name: "Token",
                value: &[Part::Literal("t="), Part::Value("token")],
            },
            AuthField {
                place: Place::Query,
                name: "time",
                value: &[Part::Value("seconds")],
            },
        ],
    };

    fn credentials() -> Credentials {
        Credentials::new()
            .with("key", "Kq7")
            .and_then(|held| held.with("secret", "Zx9"))
            .expect("good values")
    }

    #[test]
    fn debug_and_the_masked_text_hold_no_secret_and_no_digest() {
        let stages = RECIPE
            .stages(&credentials(), Timestamp::UNIX_EPOCH)
            .expect("stages");
        let fields = RECIPE
            .apply(&credentials(), Timestamp::UNIX_EPOCH)
            .expect("fields");
        assert_eq!(stages[1].text_to_sign(), Some("Kq70/Zx9"));
        assert_eq!(stages[1].masked_text(), Some("***0/***"));
        let shown = format!("{stages:?} {fields:?}");
        for hidden in ["Kq7", "Zx9", stages[1].value()] {
            assert!(!shown.contains(hidden), "{shown}");
        }
        assert_eq!(fields[0].masked_value(), "***");
        assert_eq!(fields[1].masked_value(), "0");
    }

    #[test]
    fn a_missing_credential_is_named() {
        let only_key = Credentials::new().with("key", "K").expect("a good value");
        let error = RECIPE.apply(&only_key, Timestamp::UNIX_EPOCH).unwrap_err();
        assert_eq!(error.to_string(), "the credential secret is missing");
        assert_eq!(RECIPE.credentials(), ["key", "secret"]);
    }

    #[test]
    fn a_wrong_recipe_is_an_error() {
        const LATE: Recipe = Recipe {
            values: &[],
            fields: &[AuthField {
                place: Place::Form,
                name: "x",
                value: &[Part::Value("later")],
            }],
        };
        const FAR: Recipe = Recipe {
            values: &[("day", Derived::Clock(TimeFormat::Day { offset_hours: 99 }))],
            fields: &[],
        };
        let none = Credentials::new();
        assert_eq!(
            LATE.apply(&none, Timestamp::UNIX_EPOCH),
            Err(SignError::UnknownValue { name: "later" })
        );
        assert_eq!(
            FAR.apply(&none, Timestamp::UNIX_EPOCH),
            Err(SignError::Offset { offset_hours: 99 })
        );
    }
}
