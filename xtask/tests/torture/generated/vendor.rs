// Made by `cargo xtask codegen --vendor torture` from schemas/torture/vendor.json. Do not edit.

use zhixing_core::{sign, spec};

/// 酷刑\* (Torture \<b>), as its document describes it.
///
/// Source: 文档 \[1\] (1.0).
///
/// Of the document as a whole:
///
/// - \- A note.
/// - <http://a.example>.
pub static VENDOR: spec::Vendor = spec::Vendor {
    name: "torture",
    title: spec::Bilingual {
        zh: "酷刑*",
        en: "Torture <b>",
    },
    document: "文档 [1]",
    base_url: spec::BaseUrl {
        url: None,
        environment: "TORTURE_URL",
        whole_endpoint: false,
    },
    credentials: &[
        spec::CredentialSpec {
            name: "self",
            environment: "TORTURE_SELF",
            description: "A keyword.",
        },
        spec::CredentialSpec {
            name: "endpoint",
            environment: "TORTURE_ENDPOINT",
            description: "The name of the URL's argument.",
        },
        spec::CredentialSpec {
            name: "secret",
            environment: "TORTURE_SECRET",
            description: "A key of HMACs.",
        },
    ],
    auth: sign::Recipe {
        values: &[
            (
                "day",
                sign::Derived::Clock(sign::TimeFormat::Day {
                    offset_hours: -3,
                }),
            ),
            ("seconds", sign::Derived::Clock(sign::TimeFormat::EpochSeconds)),
            ("millis", sign::Derived::Clock(sign::TimeFormat::EpochMillis)),
            (
                "iso",
                sign::Derived::Clock(sign::TimeFormat::Civil {
                    parts: &[
                        sign::TimePart::Year,
                        sign::TimePart::Text("-"),
                        sign::TimePart::Month,
                        sign::TimePart::Text("-"),
                        sign::TimePart::Day,
                        sign::TimePart::Text("T"),
                        sign::TimePart::Hour,
                        sign::TimePart::Text(":"),
                        sign::TimePart::Minute,
                        sign::TimePart::Text(":"),
                        sign::TimePart::Second,
                        sign::TimePart::Text("."),
                        sign::TimePart::Millisecond,
                        sign::TimePart::Text("Z"),
                    ],
                    offset_minutes: 0,
                }),
            ),
            (
                "local",
                sign::Derived::Clock(sign::TimeFormat::Civil {
                    parts: &[
                        sign::TimePart::Year,
                        sign::TimePart::Text("年"),
                        sign::TimePart::Month,
                        sign::TimePart::Text("月"),
                        sign::TimePart::Day,
                        sign::TimePart::Text("日 "),
                        sign::TimePart::Hour,
                        sign::TimePart::Text(":"),
                        sign::TimePart::Minute,
                        sign::TimePart::Text("'"),
                        sign::TimePart::Second,
                        sign::TimePart::Text("\"\\"),
                    ],
                    offset_minutes: 330,
                }),
            ),
            (
                "west",
                sign::Derived::Clock(sign::TimeFormat::Civil {
                    parts: &[
                        sign::TimePart::Year,
                        sign::TimePart::Month,
                        sign::TimePart::Day,
                        sign::TimePart::Hour,
                        sign::TimePart::Minute,
                        sign::TimePart::Second,
                    ],
                    offset_minutes: -210,
                }),
            ),
            (
                "digits",
                sign::Derived::Nonce(sign::NonceForm::Characters {
                    length: 6,
                    alphabet: sign::Alphabet::Digits,
                }),
            ),
            (
                "hex",
                sign::Derived::Nonce(sign::NonceForm::Characters {
                    length: 16,
                    alphabet: sign::Alphabet::Hex,
                }),
            ),
            (
                "letters",
                sign::Derived::Nonce(sign::NonceForm::Characters {
                    length: 255,
                    alphabet: sign::Alphabet::Alphanumeric,
                }),
            ),
            ("uuid", sign::Derived::Nonce(sign::NonceForm::Uuid)),
            (
                "plain",
                sign::Derived::Text {
                    form: sign::TextForm::Plain,
                    text: sign::Joined {
                        separator: "\"\\",
                        parts: &[
                            sign::Part::Credential("self"),
                            sign::Part::Value("seconds"),
                        ],
                    },
                },
            ),
            (
                "in_base64",
                sign::Derived::Text {
                    form: sign::TextForm::Base64(sign::Base64::Standard),
                    text: sign::Joined::new(&[sign::Part::Value("plain")]),
                },
            ),
            (
                "escaped",
                sign::Derived::Text {
                    form: sign::TextForm::Escaped(sign::Escape::Rfc3986),
                    text: sign::Joined::new(
                        &[
                            sign::Part::Parameters(
                                &sign::Parameters {
                                    places: &[
                                        sign::Place::Query,
                                        sign::Place::Form,
                                        sign::Place::Json,
                                    ],
                                    without: &["new"],
                                    with: &[
                                        ("key", &[sign::Part::Credential("endpoint")]),
                                        ("time", &[sign::Part::Value("seconds")]),
                                        (
                                            "Secret",
                                            &[
                                                sign::Part::Credential("secret"),
                                                sign::Part::Literal("&"),
                                            ],
                                        ),
                                    ],
                                    skip_empty: true,
                                    order: sign::Order::Name,
                                    shown: sign::Shown::Pairs("="),
                                    separator: "&",
                                    escape: Some(sign::Escape::Rfc3986),
                                },
                            ),
                        ],
                    ),
                },
            ),
            (
                "md5",
                sign::Derived::Digest {
                    algorithm: sign::Algorithm::Md5,
                    encoding: sign::Encoding::Hex(sign::HexCase::Lower),
                    text: sign::Joined {
                        separator: "|",
                        parts: &[
                            sign::Part::Parameters(
                                &sign::Parameters {
                                    places: &[sign::Place::Form],
                                    without: &[],
                                    with: &[],
                                    skip_empty: false,
                                    order: sign::Order::Documented,
                                    shown: sign::Shown::Pairs(""),
                                    separator: "",
                                    escape: Some(sign::Escape::Form),
                                },
                            ),
                            sign::Part::Value("escaped"),
                        ],
                    },
                },
            ),
            (
                "sha1",
                sign::Derived::Digest {
                    algorithm: sign::Algorithm::Sha1,
                    encoding: sign::Encoding::Hex(sign::HexCase::Upper),
                    text: sign::Joined::new(
                        &[
                            sign::Part::Parameters(
                                &sign::Parameters {
                                    places: &[
                                        sign::Place::Query,
                                        sign::Place::Form,
                                        sign::Place::Json,
                                    ],
                                    without: &[],
                                    with: &[],
                                    skip_empty: false,
                                    order: sign::Order::Value,
                                    shown: sign::Shown::Values,
                                    separator: ",",
                                    escape: None,
                                },
                            ),
                            sign::Part::Value("millis"),
                        ],
                    ),
                },
            ),
            (
                "sha256",
                sign::Derived::Digest {
                    algorithm: sign::Algorithm::Sha256,
                    encoding: sign::Encoding::Base64(sign::Base64::UrlSafe),
                    text: sign::Joined {
                        separator: "\n",
                        parts: &[
                            sign::Part::Request(sign::RequestPart::Method),
                            sign::Part::Request(sign::RequestPart::Path),
                            sign::Part::Request(sign::RequestPart::Query),
                            sign::Part::Request(sign::RequestPart::Body),
                        ],
                    },
                },
            ),
            (
                "hmac_md5",
                sign::Derived::Hmac {
                    algorithm: sign::Algorithm::Md5,
                    key: &[sign::Part::Credential("secret")],
                    encoding: sign::Encoding::Hex(sign::HexCase::Lower),
                    text: sign::Joined::new(&[sign::Part::Value("sha256")]),
                },
            ),
            (
                "hmac_sha1",
                sign::Derived::Hmac {
                    algorithm: sign::Algorithm::Sha1,
                    key: &[sign::Part::Value("md5"), sign::Part::Literal("&")],
                    encoding: sign::Encoding::Base64(sign::Base64::Standard),
                    text: sign::Joined {
                        separator: "\n",
                        parts: &[
                            sign::Part::Value("hmac_md5"),
                            sign::Part::Value("in_base64"),
                            sign::Part::Value("iso"),
                            sign::Part::Value("west"),
                            sign::Part::Value("local"),
                        ],
                    },
                },
            ),
            (
                "hmac_sha256",
                sign::Derived::Hmac {
                    algorithm: sign::Algorithm::Sha256,
                    key: &[sign::Part::Credential("secret")],
                    encoding: sign::Encoding::Base64(sign::Base64::UrlSafeUnpadded),
                    text: sign::Joined {
                        separator: ".",
                        parts: &[
                            sign::Part::Value("hmac_sha1"),
                            sign::Part::Parameters(
                                &sign::Parameters {
                                    places: &[sign::Place::Query],
                                    without: &[],
                                    with: &[],
                                    skip_empty: false,
                                    order: sign::Order::Name,
                                    shown: sign::Shown::Names,
                                    separator: "&",
                                    escape: None,
                                },
                            ),
                            sign::Part::Value("sha1"),
                            sign::Part::Value("digits"),
                            sign::Part::Value("hex"),
                            sign::Part::Value("letters"),
                            sign::Part::Value("uuid"),
                        ],
                    },
                },
            ),
        ],
        fields: &[
            sign::AuthField {
                place: sign::Place::Header,
                name: "X-Day",
                value: &[
                    sign::Part::Literal("a\"\\b"),
                    sign::Part::Value("day"),
                    sign::Part::Credential("self"),
                    sign::Part::Credential("endpoint"),
                ],
            },
            sign::AuthField {
                place: sign::Place::Query,
                name: "key",
                value: &[sign::Part::Credential("endpoint")],
            },
            sign::AuthField {
                place: sign::Place::Query,
                name: "time",
                value: &[sign::Part::Value("seconds")],
            },
            sign::AuthField {
                place: sign::Place::Header,
                name: "X-Version",
                value: &[sign::Part::Literal("2.0")],
            },
            sign::AuthField {
                place: sign::Place::Header,
                name: "X-Nonce",
                value: &[sign::Part::Value("hex")],
            },
            sign::AuthField {
                place: sign::Place::Header,
                name: "Authorization",
                value: &[
                    sign::Part::Literal("HMAC "),
                    sign::Part::Credential("endpoint"),
                    sign::Part::Literal(":"),
                    sign::Part::Value("uuid"),
                    sign::Part::Literal(":"),
                    sign::Part::Value("hmac_sha256"),
                ],
            },
        ],
    },
    statuses: &[
        spec::Status {
            code: "0",
            name: "Self",
            meaning: "成功 [0]",
            description: "A keyword.",
            class: spec::Class::Success,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[],
        },
        spec::Status {
            code: "",
            name: "Unknown",
            meaning: "",
            description: "",
            class: spec::Class::Balance,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[],
        },
    ],
    http_statuses: &[
        spec::HttpStatus {
            status: 503,
            meaning: "<busy>",
            class: spec::Class::Server,
            advice: Some(spec::Advice {
                retry: spec::Retry::Later,
                verbatim: None,
                description: "Later.",
            }),
        },
    ],
    reply_signature: None,
    operations: &[&super::client_::OPERATION, &super::type_::OPERATION],
};
