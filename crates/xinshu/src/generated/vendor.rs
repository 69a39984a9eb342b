// Made by `cargo xtask codegen --vendor xinshu` from schemas/xinshu/vendor.json. Do not edit.

use zhixing_core::{sign, spec};

/// 信数 (Xinshu), as its document describes it.
///
/// Source: 执行案件一键查 接口文档 (1.0, 2019.02.11).
///
/// Of the document as a whole:
///
/// - The vendor is printed as 上海信数科技有限公司, Shanghai Xinshu Technology Co. LTD.
/// - Section 1, 概述, is empty: it says 略。
/// - The address is plain http: apikey, sign and the subject travel unencrypted.
/// - Nothing is said of paging, of a total, of limits of speed or of which calls are charged.
/// - The status codes stand at the end of section 2.4, under a heading without a number.
///
/// The document says:
///
/// - Every interface takes two common parameters: apikey and sign. 公共参数（授权和签名），所有接口都需要传入两个参数： (2.3 安全加密)
/// - sign is the md5 of the private key followed by the current day. MD5(私钥+当前日期) (2.3 安全加密)
/// - The day is written yyyyMMdd, in Beijing's time zone, UTC+8. 当前日期格式为： yyyyMMdd ， 使用北京东八时区 (2.3 安全加密)
/// - The md5 is 32 hexadecimal digits; their case does not matter. MD5 算法生成 32 位信息摘要，不区分大小写 (2.3 安全加密)
pub static VENDOR: spec::Vendor = spec::Vendor {
    name: "xinshu",
    title: spec::Bilingual {
        zh: "信数",
        en: "Xinshu",
    },
    document: "执行案件一键查 接口文档",
    base_url: spec::BaseUrl {
        url: Some("http://api.xinshucredit.com"),
        environment: "XINSHU_BASE_URL",
        whole_endpoint: false,
    },
    credentials: &[
        spec::CredentialSpec {
            name: "apikey",
            environment: "XINSHU_APIKEY",
            description: "The authorisation string; sent as a parameter.",
        },
        spec::CredentialSpec {
            name: "private_key",
            environment: "XINSHU_PRIVATE_KEY",
            description: "The private key that signs; never sent.",
        },
    ],
    auth: sign::Recipe {
        values: &[
            (
                "day",
                sign::Derived::Clock(sign::TimeFormat::Day {
                    offset_hours: 8,
                }),
            ),
            (
                "sign",
                sign::Derived::Digest {
                    algorithm: sign::Algorithm::Md5,
                    encoding: sign::Encoding::Hex(sign::HexCase::Lower),
                    text: sign::Joined::new(
                        &[
                            sign::Part::Credential("private_key"),
                            sign::Part::Value("day"),
                        ],
                    ),
                },
            ),
        ],
        fields: &[
            sign::AuthField {
                place: sign::Place::Query,
                name: "apikey",
                value: &[sign::Part::Credential("apikey")],
            },
            sign::AuthField {
                place: sign::Place::Query,
                name: "sign",
                value: &[sign::Part::Value("sign")],
            },
        ],
    },
    statuses: &[
        spec::Status {
            code: "0000",
            name: "Success",
            meaning: "查询成功",
            description: "The query succeeded.",
            class: spec::Class::Success,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[],
        },
        spec::Status {
            code: "0001",
            name: "NoData",
            meaning: "查询成功,无数据",
            description: "The query succeeded and found nothing.",
            class: spec::Class::NoData,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[],
        },
        spec::Status {
            code: "1000",
            name: "ApikeyInvalid",
            meaning: "apikey 校验失败",
            description: "The apikey did not pass the check.",
            class: spec::Class::Auth,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[spec::Cause::UnknownKey],
        },
        spec::Status {
            code: "1001",
            name: "ApikeySuspended",
            meaning: "apikey 暂停使用",
            description: "The apikey is suspended.",
            class: spec::Class::Auth,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[spec::Cause::DisabledKey],
        },
        spec::Status {
            code: "1002",
            name: "SignInvalid",
            meaning: "sign 校验失败",
            description: "The signature did not pass the check.",
            class: spec::Class::Auth,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[spec::Cause::BadSignature, spec::Cause::StaleTimestamp],
        },
        spec::Status {
            code: "1003",
            name: "AccessNotConfigured",
            meaning: "未配置资源访问权限",
            description: "No right of access to a resource has been configured for the account.",
            class: spec::Class::Permission,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[],
        },
        spec::Status {
            code: "1004",
            name: "AccessDenied",
            meaning: "无该资源访问权限",
            description: "The account has no right of access to this resource.",
            class: spec::Class::Permission,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[spec::Cause::NotAuthorised],
        },
        spec::Status {
            code: "1005",
            name: "AddressNotAllowed",
            meaning: "未授权的 IP 地址",
            description: "The caller's IP address is not authorised.",
            class: spec::Class::Permission,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[spec::Cause::ForbiddenAddress],
        },
        spec::Status {
            code: "2000",
            name: "ParameterInvalid",
            meaning: "参数{}设置错误:{...具体错误信息...}",
            description: "A parameter is set wrongly; the message names it and the fault.",
            class: spec::Class::Parameter,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[spec::Cause::MissingParameter, spec::Cause::InvalidParameter],
        },
        spec::Status {
            code: "3000",
            name: "QueryCountNotConfigured",
            meaning: "未配置查询次数",
            description: "No number of queries has been configured for the account.",
            class: spec::Class::Permission,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[],
        },
        spec::Status {
            code: "3001",
            name: "QueryCountExhausted",
            meaning: "可用查询次数为 0",
            description: "The number of queries left is 0.",
            class: spec::Class::Quota,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[spec::Cause::NoQuota],
        },
        spec::Status {
            code: "3002",
            name: "ResourcePoolNotConfigured",
            meaning: "未配置资源池",
            description: "No resource pool has been configured for the account.",
            class: spec::Class::Permission,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[],
        },
        spec::Status {
            code: "3003",
            name: "ResourcePoolExhausted",
            meaning: "资源池可用次数为 0",
            description: "The number of queries left in the resource pool is 0.",
            class: spec::Class::Quota,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[],
        },
        spec::Status {
            code: "9999",
            name: "ServerError",
            meaning: "查询失败, 服务端异常",
            description: "The query failed: an exception on the server's side.",
            class: spec::Class::Server,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[spec::Cause::ServerError],
        },
    ],
    http_statuses: &[
        spec::HttpStatus {
            status: 502,
            meaning: "如果 HTTP 状态码为 502/503,通常为网络不稳定,请忽略再重试",
            class: spec::Class::Server,
            advice: Some(spec::Advice {
                retry: spec::Retry::Immediately,
                verbatim: Some("请忽略再重试"),
                description: "Ignore it and try again.",
            }),
        },
        spec::HttpStatus {
            status: 503,
            meaning: "如果 HTTP 状态码为 502/503,通常为网络不稳定,请忽略再重试",
            class: spec::Class::Server,
            advice: Some(spec::Advice {
                retry: spec::Retry::Immediately,
                verbatim: Some("请忽略再重试"),
                description: "Ignore it and try again.",
            }),
        },
    ],
    reply_signature: None,
    operations: &[&super::executed_one_key_search::OPERATION],
};
