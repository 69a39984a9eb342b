//! The recipe by which calls are signed, as a constant for the core.

use super::data::{boolean, call, list, number, option, path, record, text, tuple};
use super::flow::Node;
use crate::model::{
    Auth, AuthField, Clock, Derived, DerivedText, Digest, Nonce, Part, SignedParameters, TimePart,
};

/// The recipe by which calls are signed.
pub(super) fn recipe(auth: &Auth) -> Node<'_> {
    let writer = Writer {
        fields: &auth.fields,
    };
    let values = auth.values.iter().map(|value| {
        let how = match &value.how {
            Derived::Clock(clock) => call("sign::Derived::Clock", [time_format(clock)]),
            Derived::Nonce(nonce) => call("sign::Derived::Nonce", [nonce_form(nonce)]),
            Derived::Text(text) => writer.text(text),
            Derived::Digest(digest) => writer.digest(digest),
        };
        tuple([text(&value.name), how])
    });
    let fields = auth.fields.iter().map(|field| {
        let fields = [
            ("place", variant("sign::Place", &field.place)),
            ("name", text(&field.name)),
            ("value", writer.parts(&field.value)),
        ];
        record("sign::AuthField", fields)
    });
    record(
        "sign::Recipe",
        [("values", list(values)), ("fields", list(fields))],
    )
}

/// A word of the dialect as a value of that enumeration of the core's.
fn variant<'a>(enumeration: &str, word: &str) -> Node<'a> {
    path(format!("{enumeration}::{}", super::word(word)))
}

fn time_format(clock: &Clock) -> Node<'_> {
    match clock {
        Clock::Epoch(unit) if unit == "epoch-seconds" => path("sign::TimeFormat::EpochSeconds"),
        Clock::Epoch(_) => path("sign::TimeFormat::EpochMillis"),
        Clock::Day { utc_offset_hours } => record(
            "sign::TimeFormat::Day",
            [("offset_hours", number(utc_offset_hours))],
        ),
        Clock::Civil {
            parts,
            offset_minutes,
        } => {
            let fields = [
                ("parts", list(parts.iter().map(time_part))),
                ("offset_minutes", number(offset_minutes)),
            ];
            record("sign::TimeFormat::Civil", fields)
        }
    }
}

fn time_part(part: &TimePart) -> Node<'_> {
    match part {
        TimePart::Year => path("sign::TimePart::Year"),
        TimePart::Month => path("sign::TimePart::Month"),
        TimePart::Day => path("sign::TimePart::Day"),
        TimePart::Hour => path("sign::TimePart::Hour"),
        TimePart::Minute => path("sign::TimePart::Minute"),
        TimePart::Second => path("sign::TimePart::Second"),
        TimePart::Millisecond => path("sign::TimePart::Millisecond"),
        TimePart::Text(words) => call("sign::TimePart::Text", [text(words)]),
    }
}

fn nonce_form(nonce: &Nonce) -> Node<'_> {
    match nonce {
        Nonce::Uuid(_) => path("sign::NonceForm::Uuid"),
        Nonce::Characters { length, alphabet } => {
            let fields = [
                ("length", number(length)),
                ("alphabet", variant("sign::Alphabet", alphabet)),
            ];
            record("sign::NonceForm::Characters", fields)
        }
    }
}

/// Writes parts; those that name a field need to know the fields.
struct Writer<'a> {
    fields: &'a [AuthField],
}

impl<'a> Writer<'a> {
    fn text(&self, text: &'a DerivedText) -> Node<'a> {
        let form = match (&text.base64, &text.escape) {
            (Some(alphabet), _) => call(
                "sign::TextForm::Base64",
                [variant("sign::Base64", alphabet)],
            ),
            (None, Some(escape)) => {
                call("sign::TextForm::Escaped", [variant("sign::Escape", escape)])
            }
            (None, None) => path("sign::TextForm::Plain"),
        };
        let joined = self.joined(&text.separator, &text.parts);
        record("sign::Derived::Text", [("form", form), ("text", joined)])
    }

    fn digest(&self, digest: &'a Digest) -> Node<'a> {
        let encoding = match (&digest.base64, &digest.hex) {
            (Some(alphabet), _) => call(
                "sign::Encoding::Base64",
                [variant("sign::Base64", alphabet)],
            ),
            (None, case) => {
                let case = case.as_deref().unwrap_or("lower");
                call("sign::Encoding::Hex", [variant("sign::HexCase", case)])
            }
        };
        let encoding = ("encoding", encoding);
        let joined = ("text", self.joined(&digest.separator, &digest.parts));
        let algorithm = |name| ("algorithm", variant("sign::Algorithm", name));
        match digest.algorithm.strip_prefix("hmac-") {
            Some(name) => {
                let key = self.parts(digest.key.as_deref().unwrap_or_default());
                record(
                    "sign::Derived::Hmac",
                    [algorithm(name), ("key", key), encoding, joined],
                )
            }
            None => record(
                "sign::Derived::Digest",
                [algorithm(&digest.algorithm), encoding, joined],
            ),
        }
    }

    fn joined(&self, separator: &'a str, parts: &'a [Part]) -> Node<'a> {
        let parts = self.parts(parts);
        if separator.is_empty() {
            call("sign::Joined::new", [parts])
        } else {
            record(
                "sign::Joined",
                [("separator", text(separator)), ("parts", parts)],
            )
        }
    }

    fn parts(&self, parts: &'a [Part]) -> Node<'a> {
        list(parts.iter().map(|part| match part {
            Part::Literal(words) => call("sign::Part::Literal", [text(words)]),
            Part::Credential(name) => call("sign::Part::Credential", [text(name)]),
            Part::Value(name) => call("sign::Part::Value", [text(name)]),
            Part::Request(what) => {
                call("sign::Part::Request", [variant("sign::RequestPart", what)])
            }
            Part::Parameters(parameters) => call(
                "sign::Part::Parameters",
                [self.parameters(parameters).referred()],
            ),
        }))
    }

    fn parameters(&self, signed: &'a SignedParameters) -> Node<'a> {
        let places = signed.places.iter();
        let places = places.map(|place| variant("sign::Place", place));
        let of_fields = signed.fields.iter().filter_map(|name| {
            let field = self.fields.iter().find(|field| field.name == *name)?;
            Some((name, &field.value))
        });
        let of_pairs = signed.pairs.iter().map(|pair| (&pair.name, &pair.value));
        let with = of_fields.chain(of_pairs);
        let with = with.map(|(name, value)| tuple([text(name), self.parts(value)]));
        let shown = match signed.write.as_str() {
            "names" => path("sign::Shown::Names"),
            "values" => path("sign::Shown::Values"),
            _ => call("sign::Shown::Pairs", [text(&signed.between)]),
        };
        let escape = signed.escape.as_deref();
        let escape = escape.map(|escape| variant("sign::Escape", escape));
        let fields = [
            ("places", list(places)),
            (
                "without",
                list(signed.without.iter().map(|name| text(name))),
            ),
            ("with", list(with)),
            ("skip_empty", boolean(signed.skip_empty)),
            ("order", variant("sign::Order", &signed.order)),
            ("shown", shown),
            ("separator", text(&signed.separator)),
            ("escape", option(escape)),
        ];
        record("sign::Parameters", fields)
    }
}
