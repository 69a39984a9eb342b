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
    ],
    auth: sign::Recipe {
        values: &[
            (
                "day",
                sign::Derived::Clock(sign::TimeFormat::Day {
                    offset_hours: -3,
                }),
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
