// Made by `cargo xtask codegen --vendor asking` from schemas/asking/vendor.json. Do not edit.

use zhixing_core::{sign, spec};

/// 问法 (Asking), as its document describes it.
///
/// Source: 请求大全.
pub static VENDOR: spec::Vendor = spec::Vendor {
    name: "asking",
    title: spec::Bilingual {
        zh: "问法",
        en: "Asking",
    },
    document: "请求大全",
    base_url: spec::BaseUrl {
        url: Some("https://asking.example"),
        environment: "ASKING_BASE_URL",
        whole_endpoint: false,
    },
    credentials: &[
        spec::CredentialSpec {
            name: "key",
            environment: "ASKING_KEY",
            description: "The key.",
        },
    ],
    auth: sign::Recipe {
        values: &[],
        fields: &[
            sign::AuthField {
                place: sign::Place::Header,
                name: "X-Key",
                value: &[sign::Part::Credential("key")],
            },
        ],
    },
    statuses: &[
        spec::Status {
            code: "200",
            name: "Success",
            meaning: "成功",
            description: "It worked.",
            class: spec::Class::Success,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[],
        },
        spec::Status {
            code: "true",
            name: "Yes",
            meaning: "true",
            description: "It worked.",
            class: spec::Class::Success,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[],
        },
        spec::Status {
            code: "",
            name: "Unsaid",
            meaning: "无错误码",
            description: "It worked.",
            class: spec::Class::Success,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[],
        },
        spec::Status {
            code: "204",
            name: "NoData",
            meaning: "无数据",
            description: "Nothing found.",
            class: spec::Class::NoData,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[],
        },
        spec::Status {
            code: "false",
            name: "No",
            meaning: "false",
            description: "It failed.",
            class: spec::Class::Server,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[],
        },
        spec::Status {
            code: "1000..=1999",
            name: "Wrong",
            meaning: "参数错误",
            description: "A parameter is wrong.",
            class: spec::Class::Parameter,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[spec::Cause::MissingParameter, spec::Cause::InvalidParameter],
        },
        spec::Status {
            code: "1402",
            name: "NoBalance",
            meaning: "余额不足",
            description: "The account is empty.",
            class: spec::Class::Balance,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[],
        },
        spec::Status {
            code: "-9..=-1",
            name: "Broken",
            meaning: "系统异常",
            description: "The server failed.",
            class: spec::Class::Server,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[],
        },
    ],
    http_statuses: &[],
    reply_signature: None,
    operations: &[
        &super::form::OPERATION,
        &super::list::OPERATION,
        &super::search::OPERATION,
    ],
};
