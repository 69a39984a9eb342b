//! Recipes of schemes that no vendor here has, as a generator would write them; `vectors/schemes.py` says in words and in
//! Python what each of them is.

use zhixing_core::sign::{
    Algorithm, Alphabet, AuthField, Base64, Derived, Encoding, Escape, HexCase, Joined, NonceForm,
    Order, Parameters, Part, Place, Recipe, RequestPart, Shown, TextForm, TimeFormat, TimePart,
};

pub(crate) const SCHEMES: [(&str, Recipe); 9] = [
    ("sorted_md5", SORTED_MD5),
    ("sorted_values", SORTED_VALUES),
    ("names_and_values", NAMES_AND_VALUES),
    ("canonical_hmac", CANONICAL_HMAC),
    ("rpc", RPC),
    ("documented_order", DOCUMENTED_ORDER),
    ("url_safe", URL_SAFE),
    ("basic", BASIC),
    ("bearer", BEARER),
];

const fn field(place: Place, name: &'static str, value: &'static [Part]) -> AuthField {
    AuthField { place, name, value }
}

const BOTH: &[Place] = &[Place::Query, Place::Form];

const ALL: Parameters = Parameters {
    places: BOTH,
    without: &[],
    with: &[],
    skip_empty: false,
    order: Order::Name,
    shown: Shown::Pairs("="),
    separator: "&",
    escape: None,
};

const SORTED_MD5: Recipe = Recipe {
    values: &[
        ("time", Derived::Clock(TimeFormat::EpochSeconds)),
        (
            "nonce",
            Derived::Nonce(NonceForm::Characters {
                length: 32,
                alphabet: Alphabet::Alphanumeric,
            }),
        ),
        (
            "sign",
            Derived::Digest {
                algorithm: Algorithm::Md5,
                encoding: Encoding::Hex(HexCase::Upper),
                text: Joined::new(&[
                    Part::Parameters(&Parameters {
                        without: &["sign_type"],
                        with: &[
                            ("appid", &[Part::Credential("appid")]),
                            ("nonce_str", &[Part::Value("nonce")]),
                            ("timestamp", &[Part::Value("time")]),
                        ],
                        skip_empty: true,
                        ..ALL
                    }),
                    Part::Literal("&key="),
                    Part::Credential("secret"),
                ]),
            },
        ),
    ],
    fields: &[
        field(Place::Query, "appid", &[Part::Credential("appid")]),
        field(Place::Query, "nonce_str", &[Part::Value("nonce")]),
        field(Place::Query, "timestamp", &[Part::Value("time")]),
        field(Place::Query, "sign", &[Part::Value("sign")]),
    ],
};

const SORTED_VALUES: Recipe = Recipe {
    values: &[
        ("time", Derived::Clock(TimeFormat::EpochSeconds)),
        (
            "nonce",
            Derived::Nonce(NonceForm::Characters {
                length: 2,
                alphabet: Alphabet::Alphanumeric,
            }),
        ),
        (
            "signature",
            Derived::Digest {
                algorithm: Algorithm::Sha1,
                encoding: Encoding::Hex(HexCase::Lower),
                text: Joined::new(&[Part::Parameters(&Parameters {
                    places: &[],
                    with: &[
                        ("token", &[Part::Credential("token")]),
                        ("timestamp", &[Part::Value("time")]),
                        ("nonce", &[Part::Value("nonce")]),
                    ],
                    order: Order::Value,
                    shown: Shown::Values,
                    separator: "",
                    ..ALL
                })]),
            },
        ),
    ],
    fields: &[
        field(Place::Query, "timestamp", &[Part::Value("time")]),
        field(Place::Query, "nonce", &[Part::Value("nonce")]),
        field(Place::Query, "signature", &[Part::Value("signature")]),
    ],
};

const NAMES_AND_VALUES: Recipe = Recipe {
    values: &[
        (
            "time",
            Derived::Clock(TimeFormat::Civil {
                parts: &[
                    TimePart::Year,
                    TimePart::Text("-"),
                    TimePart::Month,
                    TimePart::Text("-"),
                    TimePart::Day,
                    TimePart::Text(" "),
                    TimePart::Hour,
                    TimePart::Text(":"),
                    TimePart::Minute,
                    TimePart::Text(":"),
                    TimePart::Second,
                ],
                offset_minutes: 480,
            }),
        ),
        (
            "sign",
            Derived::Digest {
                algorithm: Algorithm::Md5,
                encoding: Encoding::Hex(HexCase::Upper),
                text: Joined::new(&[
                    Part::Credential("secret"),
                    Part::Parameters(&Parameters {
                        with: &[
                            ("app_key", &[Part::Credential("app_key")]),
                            ("timestamp", &[Part::Value("time")]),
                        ],
                        shown: Shown::Pairs(""),
                        separator: "",
                        ..ALL
                    }),
                    Part::Credential("secret"),
                ]),
            },
        ),
    ],
    fields: &[
        field(Place::Form, "app_key", &[Part::Credential("app_key")]),
        field(Place::Form, "timestamp", &[Part::Value("time")]),
        field(Place::Form, "sign", &[Part::Value("sign")]),
    ],
};

/// `yyyy-MM-ddTHH:mm:ssZ` in UTC.
const ISO: TimeFormat = TimeFormat::Civil {
    parts: &[
        TimePart::Year,
        TimePart::Text("-"),
        TimePart::Month,
        TimePart::Text("-"),
        TimePart::Day,
        TimePart::Text("T"),
        TimePart::Hour,
        TimePart::Text(":"),
        TimePart::Minute,
        TimePart::Text(":"),
        TimePart::Second,
        TimePart::Text("Z"),
    ],
    offset_minutes: 0,
};

const CANONICAL_HMAC: Recipe = Recipe {
    values: &[
        ("time", Derived::Clock(ISO)),
        ("nonce", Derived::Nonce(NonceForm::Uuid)),
        (
            "body_hash",
            Derived::Digest {
                algorithm: Algorithm::Sha256,
                encoding: Encoding::Hex(HexCase::Lower),
                text: Joined::new(&[Part::Request(RequestPart::Body)]),
            },
        ),
        (
            "signature",
            Derived::Hmac {
                algorithm: Algorithm::Sha256,
                key: &[Part::Credential("secret")],
                encoding: Encoding::Base64(Base64::Standard),
                text: Joined {
                    separator: "\n",
                    parts: &[
                        Part::Request(RequestPart::Method),
                        Part::Request(RequestPart::Path),
                        Part::Request(RequestPart::Query),
                        Part::Value("body_hash"),
                        Part::Value("time"),
                        Part::Value("nonce"),
                    ],
                },
            },
        ),
    ],
    fields: &[
        field(Place::Header, "X-Date", &[Part::Value("time")]),
        field(
            Place::Header,
            "Authorization",
            &[
                Part::Literal("HMAC id="),
                Part::Credential("id"),
                Part::Literal(",nonce="),
                Part::Value("nonce"),
                Part::Literal(",signature="),
                Part::Value("signature"),
            ],
        ),
    ],
};

const RPC: Recipe = Recipe {
    values: &[
        ("time", Derived::Clock(ISO)),
        ("nonce", Derived::Nonce(NonceForm::Uuid)),
        (
            "escaped",
            Derived::Text {
                form: TextForm::Escaped(Escape::Rfc3986),
                text: Joined::new(&[Part::Parameters(&Parameters {
                    with: &[
                        ("Timestamp", &[Part::Value("time")]),
                        ("Format", &[Part::Literal("XML")]),
                        ("AccessKeyId", &[Part::Credential("AccessKeyId")]),
                        ("SignatureMethod", &[Part::Literal("HMAC-SHA1")]),
                        ("SignatureNonce", &[Part::Value("nonce")]),
                        ("Version", &[Part::Literal("2014-05-26")]),
                        ("SignatureVersion", &[Part::Literal("1.0")]),
                    ],
                    escape: Some(Escape::Rfc3986),
                    ..ALL
                })]),
            },
        ),
        (
            "signature",
            Derived::Hmac {
                algorithm: Algorithm::Sha1,
                key: &[Part::Credential("secret"), Part::Literal("&")],
                encoding: Encoding::Base64(Base64::Standard),
                text: Joined {
                    separator: "&",
                    parts: &[
                        Part::Request(RequestPart::Method),
                        Part::Literal("%2F"),
                        Part::Value("escaped"),
                    ],
                },
            },
        ),
    ],
    fields: &[
        field(Place::Query, "Timestamp", &[Part::Value("time")]),
        field(Place::Query, "Format", &[Part::Literal("XML")]),
        field(
            Place::Query,
            "AccessKeyId",
            &[Part::Credential("AccessKeyId")],
        ),
        field(
            Place::Query,
            "SignatureMethod",
            &[Part::Literal("HMAC-SHA1")],
        ),
        field(Place::Query, "SignatureNonce", &[Part::Value("nonce")]),
        field(Place::Query, "Version", &[Part::Literal("2014-05-26")]),
        field(Place::Query, "SignatureVersion", &[Part::Literal("1.0")]),
        field(Place::Query, "Signature", &[Part::Value("signature")]),
    ],
};

const DOCUMENTED_ORDER: Recipe = Recipe {
    values: &[
        (
            "time",
            Derived::Clock(TimeFormat::Civil {
                parts: &[
                    TimePart::Year,
                    TimePart::Month,
                    TimePart::Day,
                    TimePart::Hour,
                    TimePart::Minute,
                    TimePart::Second,
                    TimePart::Millisecond,
                ],
                offset_minutes: 330,
            }),
        ),
        (
            "key",
            Derived::Digest {
                algorithm: Algorithm::Md5,
                encoding: Encoding::Hex(HexCase::Lower),
                text: Joined::new(&[Part::Credential("secret")]),
            },
        ),
        (
            "sign",
            Derived::Hmac {
                algorithm: Algorithm::Md5,
                key: &[Part::Value("key")],
                encoding: Encoding::Hex(HexCase::Upper),
                text: Joined {
                    separator: "|",
                    parts: &[
                        Part::Parameters(&Parameters {
                            order: Order::Documented,
                            escape: Some(Escape::Form),
                            ..ALL
                        }),
                        Part::Value("time"),
                    ],
                },
            },
        ),
    ],
    fields: &[
        field(Place::Header, "X-Time", &[Part::Value("time")]),
        field(Place::Header, "X-Sign", &[Part::Value("sign")]),
    ],
};

const URL_SAFE: Recipe = Recipe {
    values: &[
        (
            "day",
            Derived::Clock(TimeFormat::Civil {
                parts: &[TimePart::Year, TimePart::Month, TimePart::Day],
                offset_minutes: -210,
            }),
        ),
        (
            "number",
            Derived::Nonce(NonceForm::Characters {
                length: 6,
                alphabet: Alphabet::Digits,
            }),
        ),
        (
            "sign",
            Derived::Hmac {
                algorithm: Algorithm::Sha1,
                key: &[Part::Credential("secret")],
                encoding: Encoding::Base64(Base64::UrlSafeUnpadded),
                text: Joined {
                    separator: ".",
                    parts: &[
                        Part::Parameters(&Parameters {
                            shown: Shown::Names,
                            separator: ",",
                            ..ALL
                        }),
                        Part::Value("day"),
                        Part::Value("number"),
                    ],
                },
            },
        ),
    ],
    fields: &[
        field(Place::Header, "X-Number", &[Part::Value("number")]),
        field(Place::Header, "X-Sign", &[Part::Value("sign")]),
    ],
};

const BASIC: Recipe = Recipe {
    values: &[(
        "pair",
        Derived::Text {
            form: TextForm::Base64(Base64::Standard),
            text: Joined {
                separator: ":",
                parts: &[Part::Credential("user"), Part::Credential("password")],
            },
        },
    )],
    fields: &[field(
        Place::Header,
        "Authorization",
        &[Part::Literal("Basic "), Part::Value("pair")],
    )],
};

const BEARER: Recipe = Recipe {
    values: &[],
    fields: &[
        field(Place::Header, "X-Api-Version", &[Part::Literal("2024-01")]),
        field(
            Place::Header,
            "Authorization",
            &[Part::Literal("Bearer "), Part::Credential("token")],
        ),
    ],
};
