// Made by `cargo xtask codegen --vendor juhe` from schemas/juhe/vendor.json. Do not edit.

use zhixing_core::{sign, spec};

/// 聚合数据 (Juhe Data), as its document describes it.
///
/// Source: 个人自身风险开发文档 (版本日期：2025-01-15 14:59).
///
/// Of the document as a whole:
///
/// - Code 0 stands in no table: it is the error_code of the example, whose reason is 成功.
/// - The table of the reply's fields lists those of a record alone; reason, result, error_code, pageSize, pageIndex, totalRecords, data and orderid are known from the example.
/// - What stands in result when a call fails or finds nothing is not printed.
/// - The key in the example's request is left empty, and its keyword is cut in the middle of a character.
/// - The printed address is http, not https.
///
/// The document says:
///
/// - A call may be a GET or a POST. 请求方式：get/post (1、查询)
/// - The header that a request carries; name and value are two cells of a table. Content-Type application/x-www-form-urlencoded (1、查询 请求Header)
/// - The example of a request, a GET: the key is left empty, the keyword (江苏…) is cut in the middle of a character, realname is 张德洲. <http://apis.juhe.cn/personRisk/query?key=&keyword=%E6%B1%9F%E8%8B%8F%E&type=1&realname=%E5%BC%A0%E5%BE%B7%E6%B4%B2> (1、查询 请求示例)
/// - Replies are JSON. 返回格式：json (1、查询)
/// - The service-level codes (240101 to 240104) travel in error_code. 服务级错误码参照(error_code) (2、错误码参照)
/// - The older version of the interface gave the system-level codes 10001 to 10021 as 101 to 121, in resultcode. 旧版本(resultcode) (2、错误码参照 系统级错误码参照)
/// - How a code is built, for example 200201: 2 says service level (1: system level), 002 is the code of the service's module (its data ID), 01 the error itself. The cells of the table are separated by blanks here. The system-level codes printed have five digits, not six. 错误码格式说明（示例：200201）：2 002 01 服务级错误（1为系统级错误） 服务模块代码(即数据ID) 具体错误代码 (2、错误码参照)
pub static VENDOR: spec::Vendor = spec::Vendor {
    name: "juhe",
    title: spec::Bilingual {
        zh: "聚合数据",
        en: "Juhe Data",
    },
    document: "个人自身风险开发文档",
    base_url: spec::BaseUrl {
        url: Some("http://apis.juhe.cn"),
        environment: "JUHE_BASE_URL",
        whole_endpoint: false,
    },
    credentials: &[
        spec::CredentialSpec {
            name: "key",
            environment: "JUHE_KEY",
            description: "The key of the interface, found in the personal centre; sent as a parameter.",
        },
    ],
    auth: sign::Recipe {
        values: &[],
        fields: &[
            sign::AuthField {
                place: sign::Place::Form,
                name: "key",
                value: &[sign::Part::Credential("key")],
            },
        ],
    },
    statuses: &[
        spec::Status {
            code: "0",
            name: "Success",
            meaning: "成功",
            description: "The query succeeded.",
            class: spec::Class::Success,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[],
        },
        spec::Status {
            code: "240101",
            name: "NetworkError",
            meaning: "网络错误",
            description: "A network error.",
            class: spec::Class::Server,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[],
        },
        spec::Status {
            code: "240102",
            name: "NoData",
            meaning: "查无记录",
            description: "The query found nothing.",
            class: spec::Class::NoData,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[],
        },
        spec::Status {
            code: "240103",
            name: "ParameterInvalid",
            meaning: "参数异常",
            description: "Something is wrong with the parameters.",
            class: spec::Class::Parameter,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[spec::Cause::MissingParameter, spec::Cause::InvalidParameter],
        },
        spec::Status {
            code: "240104",
            name: "QueryFailed",
            meaning: "查询失败",
            description: "The query failed.",
            class: spec::Class::Server,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[],
        },
        spec::Status {
            code: "10001",
            name: "KeyInvalid",
            meaning: "错误的请求KEY",
            description: "The request's key is wrong.",
            class: spec::Class::Auth,
            valid_request: None,
            old_code: Some("101"),
            advice: None,
            causes: &[spec::Cause::UnknownKey],
        },
        spec::Status {
            code: "10002",
            name: "KeyNotAuthorised",
            meaning: "该KEY无请求权限",
            description: "The key has no right to make this request.",
            class: spec::Class::Permission,
            valid_request: None,
            old_code: Some("102"),
            advice: None,
            causes: &[spec::Cause::NotAuthorised],
        },
        spec::Status {
            code: "10003",
            name: "KeyExpired",
            meaning: "KEY过期",
            description: "The key has expired.",
            class: spec::Class::Auth,
            valid_request: None,
            old_code: Some("103"),
            advice: None,
            causes: &[],
        },
        spec::Status {
            code: "10004",
            name: "OpenIdInvalid",
            meaning: "错误的OPENID",
            description: "The OpenID is wrong.",
            class: spec::Class::Auth,
            valid_request: None,
            old_code: Some("104"),
            advice: None,
            causes: &[],
        },
        spec::Status {
            code: "10005",
            name: "ApplicationNotReviewed",
            meaning: "应用未审核超时，请提交认证",
            description: "The application was not reviewed in time; the vendor asks to submit the certification.",
            class: spec::Class::Permission,
            valid_request: None,
            old_code: Some("105"),
            advice: Some(spec::Advice {
                retry: spec::Retry::Never,
                verbatim: Some("请提交认证"),
                description: "Submit the certification.",
            }),
            causes: &[],
        },
        spec::Status {
            code: "10007",
            name: "SourceUnknown",
            meaning: "未知的请求源",
            description: "The request's source is unknown.",
            class: spec::Class::Permission,
            valid_request: None,
            old_code: Some("107"),
            advice: None,
            causes: &[],
        },
        spec::Status {
            code: "10008",
            name: "AddressForbidden",
            meaning: "被禁止的IP",
            description: "The caller's IP address is forbidden.",
            class: spec::Class::Permission,
            valid_request: None,
            old_code: Some("108"),
            advice: None,
            causes: &[spec::Cause::ForbiddenAddress],
        },
        spec::Status {
            code: "10009",
            name: "KeyForbidden",
            meaning: "被禁止的KEY",
            description: "The key is forbidden.",
            class: spec::Class::Auth,
            valid_request: None,
            old_code: Some("109"),
            advice: None,
            causes: &[spec::Cause::DisabledKey],
        },
        spec::Status {
            code: "10011",
            name: "AddressRateExceeded",
            meaning: "当前IP请求超过限制",
            description: "The caller's IP address has made more requests than are allowed.",
            class: spec::Class::Rate,
            valid_request: None,
            old_code: Some("111"),
            advice: None,
            causes: &[spec::Cause::TooFrequent],
        },
        spec::Status {
            code: "10012",
            name: "QuotaExceeded",
            meaning: "请求超过次数限制",
            description: "More requests were made than the quota allows.",
            class: spec::Class::Quota,
            valid_request: None,
            old_code: Some("112"),
            advice: None,
            causes: &[spec::Cause::NoQuota, spec::Cause::NoBalance],
        },
        spec::Status {
            code: "10013",
            name: "TestQuotaExceeded",
            meaning: "测试KEY超过请求限制",
            description: "The test key has made more requests than are allowed.",
            class: spec::Class::Quota,
            valid_request: None,
            old_code: Some("113"),
            advice: None,
            causes: &[],
        },
        spec::Status {
            code: "10014",
            name: "SystemError",
            meaning: "系统内部异常(调用充值类业务时，请务必联系客服或通过订单查询接口检测订单，避免造成损失)",
            description: "An exception inside the vendor's system.",
            class: spec::Class::Server,
            valid_request: None,
            old_code: Some("114"),
            advice: Some(spec::Advice {
                retry: spec::Retry::Never,
                verbatim: Some(
                    "调用充值类业务时，请务必联系客服或通过订单查询接口检测订单，避免造成损失",
                ),
                description: "For recharge products the vendor asks to contact its support or to look the order up, so that no loss arises. Of a query it says nothing; that the call is not simply repeated is inferred.",
            }),
            causes: &[spec::Cause::ServerError],
        },
        spec::Status {
            code: "10020",
            name: "InterfaceInMaintenance",
            meaning: "接口维护",
            description: "The interface is under maintenance.",
            class: spec::Class::Server,
            valid_request: None,
            old_code: Some("120"),
            advice: None,
            causes: &[],
        },
        spec::Status {
            code: "10021",
            name: "InterfaceDisabled",
            meaning: "接口停用",
            description: "The interface is out of service.",
            class: spec::Class::Retired,
            valid_request: None,
            old_code: Some("121"),
            advice: None,
            causes: &[],
        },
    ],
    http_statuses: &[],
    reply_signature: None,
    operations: &[&super::person_risk::OPERATION],
};
