//! The recipe by which calls are signed, as a constant for the core.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::file::option;
use super::vendor::word;
use crate::model::{
    Auth, AuthField, Clock, Derived, DerivedText, Digest, Nonce, Part, SignedParameters, TimePart,
};

/// The recipe by which calls are signed.
#[must_use]
pub fn recipe(auth: &Auth) -> TokenStream {
    let writer = Writer {
        fields: &auth.fields,
    };
    let values = auth.values.iter().map(|value| {
        let name = &value.name;
        let how = match &value.how {
            Derived::Clock(clock) => {
                let format = time_format(clock);
                quote!(sign::Derived::Clock(sign::TimeFormat::#format))
            }
            Derived::Nonce(nonce) => {
                let form = nonce_form(nonce);
                quote!(sign::Derived::Nonce(sign::NonceForm::#form))
            }
            Derived::Text(text) => writer.text(text),
            Derived::Digest(digest) => writer.digest(digest),
        };
        quote!((#name, #how))
    });
    let fields = auth.fields.iter().map(|field| {
        let (place, name, value) = (word(&field.place), &field.name, writer.parts(&field.value));
        quote!(sign::AuthField { place: sign::Place::#place, name: #name, value: #value })
    });
    quote!(sign::Recipe { values: &[#(#values),*], fields: &[#(#fields),*] })
}

fn time_format(clock: &Clock) -> TokenStream {
    match clock {
        Clock::Epoch(unit) if unit == "epoch-seconds" => quote!(EpochSeconds),
        Clock::Epoch(_) => quote!(EpochMillis),
        Clock::Day { utc_offset_hours } => {
            let hours = Literal::i8_unsuffixed(*utc_offset_hours);
            quote!(Day { offset_hours: #hours })
        }
        Clock::Civil {
            parts,
            offset_minutes,
        } => {
            let parts = parts.iter().map(|part| match part {
                TimePart::Year => quote!(sign::TimePart::Year),
                TimePart::Month => quote!(sign::TimePart::Month),
                TimePart::Day => quote!(sign::TimePart::Day),
                TimePart::Hour => quote!(sign::TimePart::Hour),
                TimePart::Minute => quote!(sign::TimePart::Minute),
                TimePart::Second => quote!(sign::TimePart::Second),
                TimePart::Millisecond => quote!(sign::TimePart::Millisecond),
                TimePart::Text(text) => quote!(sign::TimePart::Text(#text)),
            });
            let minutes = Literal::i16_unsuffixed(*offset_minutes);
            quote!(Civil { parts: &[#(#parts),*], offset_minutes: #minutes })
        }
    }
}

fn nonce_form(nonce: &Nonce) -> TokenStream {
    match nonce {
        Nonce::Uuid(_) => quote!(Uuid),
        Nonce::Characters { length, alphabet } => {
            let (length, alphabet) = (Literal::u8_unsuffixed(*length), word(alphabet));
            quote!(Characters { length: #length, alphabet: sign::Alphabet::#alphabet })
        }
    }
}

/// Writes parts; those that name a field need to know the fields.
struct Writer<'a> {
    fields: &'a [AuthField],
}

impl Writer<'_> {
    fn text(&self, text: &DerivedText) -> TokenStream {
        let form = match (&text.base64, &text.escape) {
            (Some(alphabet), _) => {
                let alphabet = word(alphabet);
                quote!(Base64(sign::Base64::#alphabet))
            }
            (None, Some(escape)) => {
                let escape = word(escape);
                quote!(Escaped(sign::Escape::#escape))
            }
            (None, None) => quote!(Plain),
        };
        let joined = self.joined(&text.separator, &text.parts);
        quote!(sign::Derived::Text { form: sign::TextForm::#form, text: #joined })
    }

    fn digest(&self, digest: &Digest) -> TokenStream {
        let encoding = match (&digest.base64, &digest.hex) {
            (Some(alphabet), _) => {
                let alphabet = word(alphabet);
                quote!(Base64(sign::Base64::#alphabet))
            }
            (None, case) => {
                let case = word(case.as_deref().unwrap_or("lower"));
                quote!(Hex(sign::HexCase::#case))
            }
        };
        let joined = self.joined(&digest.separator, &digest.parts);
        match digest.algorithm.strip_prefix("hmac-") {
            Some(algorithm) => {
                let algorithm = word(algorithm);
                let key = self.parts(digest.key.as_deref().unwrap_or_default());
                quote!(sign::Derived::Hmac {
                    algorithm: sign::Algorithm::#algorithm,
                    key: #key,
                    encoding: sign::Encoding::#encoding,
                    text: #joined
                })
            }
            None => {
                let algorithm = word(&digest.algorithm);
                quote!(sign::Derived::Digest {
                    algorithm: sign::Algorithm::#algorithm,
                    encoding: sign::Encoding::#encoding,
                    text: #joined
                })
            }
        }
    }

    fn joined(&self, separator: &str, parts: &[Part]) -> TokenStream {
        let parts = self.parts(parts);
        if separator.is_empty() {
            quote!(sign::Joined::new(#parts))
        } else {
            quote!(sign::Joined { separator: #separator, parts: #parts })
        }
    }

    fn parts(&self, parts: &[Part]) -> TokenStream {
        let parts = parts.iter().map(|part| match part {
            Part::Literal(text) => quote!(sign::Part::Literal(#text)),
            Part::Credential(name) => quote!(sign::Part::Credential(#name)),
            Part::Value(name) => quote!(sign::Part::Value(#name)),
            Part::Request(what) => {
                let what = word(what);
                quote!(sign::Part::Request(sign::RequestPart::#what))
            }
            Part::Parameters(parameters) => {
                let parameters = self.parameters(parameters);
                quote!(sign::Part::Parameters(&#parameters))
            }
        });
        quote!(&[#(#parts),*])
    }

    fn parameters(&self, signed: &SignedParameters) -> TokenStream {
        let places = signed.places.iter().map(|place| word(place));
        let without = &signed.without;
        let of_fields = signed.fields.iter().filter_map(|name| {
            let field = self.fields.iter().find(|field| field.name == *name)?;
            Some((name, &field.value))
        });
        let of_pairs = signed.pairs.iter().map(|pair| (&pair.name, &pair.value));
        let with = of_fields.chain(of_pairs).map(|(name, value)| {
            let value = self.parts(value);
            quote!((#name, #value))
        });
        let (skip_empty, order) = (signed.skip_empty, word(&signed.order));
        let between = &signed.between;
        let shown = match signed.write.as_str() {
            "names" => quote!(Names),
            "values" => quote!(Values),
            _ => quote!(Pairs(#between)),
        };
        let separator = &signed.separator;
        let escape = option(signed.escape.as_ref().map(|escape| {
            let escape = word(escape);
            quote!(sign::Escape::#escape)
        }));
        quote!(sign::Parameters {
            places: &[#(sign::Place::#places),*],
            without: &[#(#without),*],
            with: &[#(#with),*],
            skip_empty: #skip_empty,
            order: sign::Order::#order,
            shown: sign::Shown::#shown,
            separator: #separator,
            escape: #escape,
        })
    }
}
