// Made by `cargo xtask codegen --vendor qixin` from schemas/qixin/vendor.json. Do not edit.

use zhixing_core::sign::{Algorithm, AuthField, Derived, HexCase, Part, Place, Recipe, TimeFormat};
use zhixing_core::spec::{
    Advice, BaseUrl, Bilingual, Cause, Class, CredentialSpec, HttpStatus, Retry, Status, Vendor,
};
use zhixing_core::verify::ReplySignature;

/// 启信宝 (Qixinbao), as its document describes it.
pub static VENDOR: Vendor = Vendor {
    name: "qixin",
    title: Bilingual {
        zh: "启信宝",
        en: "Qixinbao",
    },
    document: "5.5 失信被执行企业",
    base_url: BaseUrl {
        url: Some("https://api.qixin.com"),
        environment: "QIXIN_BASE_URL",
        whole_endpoint: false,
    },
    credentials: &[
        CredentialSpec {
            name: "appkey",
            environment: "QIXIN_APPKEY",
            description: "The application key; sent in a header.",
        },
        CredentialSpec {
            name: "secret_key",
            environment: "QIXIN_SECRET_KEY",
            description: "The secret that signs; never sent.",
        },
    ],
    auth: Recipe {
        values: &[
            ("timestamp", Derived::Clock(TimeFormat::EpochMillis)),
            (
                "sign",
                Derived::Digest {
                    algorithm: Algorithm::Md5,
                    case: HexCase::Lower,
                    parts: &[
                        Part::Credential("appkey"),
                        Part::Value("timestamp"),
                        Part::Credential("secret_key"),
                    ],
                },
            ),
        ],
        fields: &[
            AuthField {
                place: Place::Header,
                name: "Auth-Version",
                value: &[Part::Literal("2.0")],
            },
            AuthField {
                place: Place::Header,
                name: "appkey",
                value: &[Part::Credential("appkey")],
            },
            AuthField {
                place: Place::Header,
                name: "timestamp",
                value: &[Part::Value("timestamp")],
            },
            AuthField {
                place: Place::Header,
                name: "sign",
                value: &[Part::Value("sign")],
            },
        ],
    },
    statuses: &[
        Status {
            code: "200",
            name: "Success",
            meaning: "查询成功",
            description: "The query succeeded.",
            class: Class::Success,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[],
        },
        // … one per status
    ],
    http_statuses: &[],
    reply_signature: Some(ReplySignature {
        signature: &["sign"],
        payload: &["data"],
        algorithm: Algorithm::Md5,
        suffix: "&secret_key=",
        credential: "secret_key",
    }),
    operations: &[&super::execution_list_by_name::OPERATION],
};
