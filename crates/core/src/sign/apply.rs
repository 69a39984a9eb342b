//! Carrying out a recipe.
//!
//! One pass computes the derived values in their order and keeps how each came about; the fields are then only joined.

use super::stage::Text;
use super::{Derived, Part, Recipe, RequestPart, SignError, SignedField, Signing, Stage};
use crate::credentials::Credentials;

impl Recipe {
    /// The fields to add to a request.
    ///
    /// # Errors
    /// If a credential is missing, if there is no nonce to be had, or if the recipe itself is wrong (see [`SignError`]).
    pub fn apply(
        &self,
        credentials: &Credentials,
        signing: &Signing<'_>,
    ) -> Result<Vec<SignedField>, SignError> {
        let stages = self.stages(credentials, signing)?;
        let sources = Sources {
            credentials,
            signing,
            stages: &stages,
        };
        self.fields
            .iter()
            .map(|field| {
                let text = sources.join(field.value, "")?;
                Ok(SignedField {
                    place: field.place,
                    name: field.name,
                    value: text.open,
                    sensitive: text.sensitive,
                })
            })
            .collect()
    }

    /// The derived values in their order, with the text that each was made from.
    ///
    /// # Errors
    /// As [`Recipe::apply`].
    pub fn stages(
        &self,
        credentials: &Credentials,
        signing: &Signing<'_>,
    ) -> Result<Vec<Stage>, SignError> {
        let mut stages = Vec::with_capacity(self.values.len());
        for &(name, derived) in self.values {
            let sources = Sources {
                credentials,
                signing,
                stages: &stages,
            };
            let (text, value) = sources.derive(name, derived)?;
            stages.push(Stage { name, text, value });
        }
        Ok(stages)
    }

    /// Whether it reads anything of the request that it signs. Most recipes sign the time alone, and what they do not read
    /// need not be made.
    pub(crate) fn reads_request(&self) -> bool {
        let of_values = self.values.iter().any(|(_, derived)| match derived {
            Derived::Digest { text, .. } | Derived::Text { text, .. } => of_request(text.parts),
            Derived::Hmac { key, text, .. } => of_request(key) || of_request(text.parts),
            Derived::Clock(_) => false,
            #[cfg(feature = "nonce")]
            Derived::Nonce(_) => false,
        });
        of_values || self.fields.iter().any(|field| of_request(field.value))
    }

    /// The names of the credentials the recipe needs, each once, in the order of first use.
    pub fn credentials(&self) -> Vec<&'static str> {
        let mut names = Vec::new();
        for (_, derived) in self.values {
            match derived {
                Derived::Digest { text, .. } | Derived::Text { text, .. } => {
                    credentials_of(text.parts, &mut names);
                }
                Derived::Hmac { key, text, .. } => {
                    credentials_of(key, &mut names);
                    credentials_of(text.parts, &mut names);
                }
                Derived::Clock(_) => {}
                #[cfg(feature = "nonce")]
                Derived::Nonce(_) => {}
            }
        }
        for field in self.fields {
            credentials_of(field.value, &mut names);
        }
        names
    }
}

fn of_request(parts: &[Part]) -> bool {
    parts
        .iter()
        .any(|part| matches!(part, Part::Request(_) | Part::Parameters(_)))
}

fn credentials_of(parts: &'static [Part], names: &mut Vec<&'static str>) {
    for part in parts {
        match part {
            Part::Credential(name) if !names.contains(name) => names.push(name),
            Part::Parameters(parameters) => {
                for (_, parts) in parameters.with {
                    credentials_of(parts, names);
                }
            }
            _ => {}
        }
    }
}

/// What parts are taken from.
pub(super) struct Sources<'a> {
    pub(super) credentials: &'a Credentials,
    pub(super) signing: &'a Signing<'a>,
    pub(super) stages: &'a [Stage],
}

impl Sources<'_> {
    /// The text that a value is made from, if it is made from one, and the value.
    #[cfg_attr(not(feature = "nonce"), allow(unused_variables))] // only a nonce needs its name
    fn derive(
        &self,
        name: &'static str,
        derived: Derived,
    ) -> Result<(Option<Text>, Text), SignError> {
        // Whoever reads a digest over a secret can send the same request again, so it is masked as well.
        Ok(match derived {
            Derived::Clock(format) => (None, Text::open(&format.write(self.signing.at)?)),
            #[cfg(feature = "nonce")]
            Derived::Nonce(form) => {
                let nonce = self.signing.nonces.nonce(name, form);
                (
                    None,
                    Text::open(&nonce.map_err(|_| SignError::Nonce { name })?),
                )
            }
            Derived::Text { form, text } => {
                let text = self.join(text.parts, text.separator)?;
                let value = text.map(|open| form.write(open));
                (Some(text), value)
            }
            Derived::Digest {
                algorithm,
                encoding,
                text,
            } => {
                let text = self.join(text.parts, text.separator)?;
                let hash = algorithm.hash(text.open.as_bytes());
                (Some(text), Text::hidden(&encoding.write(&hash)))
            }
            Derived::Hmac {
                algorithm,
                key,
                encoding,
                text,
            } => {
                let key = self.join(key, "")?;
                let text = self.join(text.parts, text.separator)?;
                let hash = algorithm.hmac(key.open.as_bytes(), text.open.as_bytes());
                (Some(text), Text::hidden(&encoding.write(&hash)))
            }
        })
    }

    pub(super) fn join(&self, parts: &[Part], separator: &str) -> Result<Text, SignError> {
        let mut text = Text::with_room();
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                text.push_open(separator);
            }
            self.push(*part, &mut text)?;
        }
        Ok(text)
    }

    fn push(&self, part: Part, text: &mut Text) -> Result<(), SignError> {
        let request = self.signing.request;
        match part {
            Part::Literal(literal) => text.push_open(literal),
            Part::Credential(name) => match self.credentials.get(name) {
                Some(secret) => text.push_hidden(secret.expose()),
                None => return Err(SignError::MissingCredential { name }),
            },
            Part::Value(name) => match self.stages.iter().find(|stage| stage.name == name) {
                Some(stage) => text.push(&stage.value),
                None => return Err(SignError::UnknownValue { name }),
            },
            Part::Request(RequestPart::Method) => text.push_open(request.method.as_str()),
            // A path, too, may hold what is asked.
            Part::Request(RequestPart::Path) => text.push_hidden(&request.path),
            Part::Request(RequestPart::Query) => text.push_hidden(&request.query),
            Part::Request(RequestPart::Body) => text.push_hidden(&request.body),
            Part::Parameters(parameters) => text.push(&parameters.write(self)?),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{
        Algorithm, AuthField, Encoding, HexCase, Joined, Order, Parameters, Place, RequestToSign,
        Shown, TextForm, TimeFormat,
    };
    use super::*;
    use crate::clock::Timestamp;
    use crate::spec::Method;

    const RECIPE: Recipe = Recipe {
        values: &[
            ("seconds", Derived::Clock(TimeFormat::EpochSeconds)),
            (
                "token",
                Derived::Digest {
                    algorithm: Algorithm::Md5,
                    encoding: Encoding::Hex(HexCase::Upper),
                    text: Joined::new(&[
                        Part::Credential("key"),
                        Part::Value("seconds"),
                        Part::Literal("/"),
                        Part::Credential("secret"),
                    ]),
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
            .stages(&credentials(), &Signing::at(Timestamp::UNIX_EPOCH))
            .expect("stages");
        let fields = RECIPE
            .apply(&credentials(), &Signing::at(Timestamp::UNIX_EPOCH))
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
        let error = RECIPE
            .apply(&only_key, &Signing::at(Timestamp::UNIX_EPOCH))
            .unwrap_err();
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
            LATE.apply(&none, &Signing::at(Timestamp::UNIX_EPOCH)),
            Err(SignError::UnknownValue { name: "later" })
        );
        assert_eq!(
            FAR.apply(&none, &Signing::at(Timestamp::UNIX_EPOCH)),
            Err(SignError::Offset { minutes: 5940 })
        );
    }

    const WHOLE: Recipe = Recipe {
        values: &[
            (
                "all",
                Derived::Text {
                    form: TextForm::Plain,
                    text: Joined {
                        separator: "|",
                        parts: &[
                            Part::Request(RequestPart::Method),
                            Part::Request(RequestPart::Path),
                            Part::Request(RequestPart::Query),
                            Part::Request(RequestPart::Body),
                            Part::Parameters(&Parameters {
                                places: &[Place::Query, Place::Form],
                                without: &["left"],
                                with: &[("b", &[Part::Credential("secret")])],
                                skip_empty: true,
                                order: Order::Name,
                                shown: Shown::Pairs("="),
                                separator: "&",
                                escape: None,
                            }),
                        ],
                    },
                },
            ),
            (
                "mac",
                Derived::Hmac {
                    algorithm: Algorithm::Md5,
                    key: &[Part::Credential("key"), Part::Literal("&")],
                    encoding: Encoding::Hex(HexCase::Lower),
                    text: Joined::new(&[Part::Value("all")]),
                },
            ),
        ],
        fields: &[AuthField {
            place: Place::Header,
            name: "X-All",
            value: &[Part::Value("all")],
        }],
    };

    fn person() -> RequestToSign {
        let parameter = |place, name: &str, value: &str| (place, name.to_owned(), value.to_owned());
        RequestToSign {
            method: Method::Post,
            path: "/张三".into(),
            query: "c=%E5%BC%A0".into(),
            body: "body-张三".into(),
            parameters: vec![
                parameter(Place::Query, "c", "张三"),
                parameter(Place::Form, "a", "李四"),
                parameter(Place::Query, "left", "out"),
                parameter(Place::Header, "elsewhere", "x"),
                parameter(Place::Query, "empty", ""),
            ],
        }
    }

    #[test]
    fn a_request_is_read_and_what_is_asked_is_masked() {
        let request = person();
        let signing = Signing::at(Timestamp::UNIX_EPOCH).request(&request);
        let stages = WHOLE.stages(&credentials(), &signing).expect("stages");
        let fields = WHOLE.apply(&credentials(), &signing).expect("fields");
        let open = "POST|/张三|c=%E5%BC%A0|body-张三|a=李四&b=Zx9&c=张三";
        assert_eq!(stages[0].value(), open);
        assert_eq!(fields[0].value, open);
        // printf '%s' "POST|/张三|…" | openssl dgst -md5 -hmac 'Kq7&'
        assert_eq!(stages[1].value(), "e2d6085dd13c458d6b52524c4d4fa6da");
        assert_eq!(
            stages[0].masked_text(),
            Some("POST|***|***|***|a=***&b=***&c=***")
        );
        let shown = format!("{stages:?} {fields:?} {signing:?}");
        for hidden in ["张三", "李四", "E5%BC", "Zx9", "Kq7", stages[1].value()] {
            assert!(!shown.contains(hidden), "{hidden} in {shown}");
        }
        assert_eq!(fields[0].masked_value(), "***");
        assert_eq!(WHOLE.credentials(), ["secret", "key"]);
    }
}
