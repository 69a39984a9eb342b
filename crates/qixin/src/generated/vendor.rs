// Made by `cargo xtask codegen --vendor qixin` from schemas/qixin/vendor.json. Do not edit.

use zhixing_core::{flatten, sign, spec, verify};

/// 启信宝 (Qixinbao), as its document describes it.
///
/// Source: 5.5 失信被执行企业.
///
/// Of the document as a whole:
///
/// - That the header timestamp, UTC to the millisecond (UTC 时间，精确到毫秒), holds milliseconds since 1970 is inferred: neither a pattern nor an example of a request is printed.
/// - The printed `sign` of the example cannot be checked: the secret that made it is not printed.
/// - The appendix is headed 错误码参照(error_code), but the code travels in `status`.
///
/// The document says:
///
/// - The secret key itself is not sent. 说明：secret_key 参数无需传递 (5.1)
/// - Replies are signed with md5 against tampering; whether to check is left to the developer. We check. 我们的加密方式使用 MD5进行 sign 签名验证，以此来杜绝信息篡改的发生。开发人员可根据实际需要自主选择是否加密。 (7)
/// - The content of data is flattened to one level. 将响应数据的 data 中内容（key value ），转换为扁平格式化，得到只有一层深度的 json (7 1))
/// - The keys of all levels are joined by dots; array items by their index from 0. 将每一级的 key 的返回值通过“.”连接，数组则加上用序号连接（从 0开始），得到只有一层深度的 json (7 1) a)
/// - Numbers, strings and booleans become strings. 将 value 为基础数据类型（number, string, boolean 等）的强制转换成 string 类型 (7 1) b)
/// - An empty array becomes \[\], an empty object {}. 将 value 为“空数组”转换成 "\[\]"，“空对象”转换成 "{}" (7 1) c)
/// - key=value, sorted by key in dictionary order, joined by &. 将处理后的 json 键值对的 key 和 value 用“=”连接，key 按照字典序排序后，键值对之间用“&”符号连接 (7 2))
/// - Then \&secret_key= and the secret are appended. 将第 2 步得到的字符串拼接上“\&secret_key=${secret_key}” (7 3))
/// - The md5 of that text is the signature. 将第 3 步得到的字符串，进行 md5 计算，得到最终的签名 (7 4))
/// - Equal to the reply's sign: verified. 将第 4 步得到的签名，和响应结果中的 sign 字段进行字符串比较，相等则验签通过 (7 5))
/// - Replies are JSON. JSON (3、数据格式)
pub static VENDOR: spec::Vendor = spec::Vendor {
    name: "qixin",
    title: spec::Bilingual {
        zh: "启信宝",
        en: "Qixinbao",
    },
    document: "5.5 失信被执行企业",
    base_url: spec::BaseUrl {
        url: Some("https://api.qixin.com"),
        environment: "QIXIN_BASE_URL",
        whole_endpoint: false,
    },
    credentials: &[
        spec::CredentialSpec {
            name: "appkey",
            environment: "QIXIN_APPKEY",
            description: "The application key; sent in a header.",
        },
        spec::CredentialSpec {
            name: "secret_key",
            environment: "QIXIN_SECRET_KEY",
            description: "The secret that signs; never sent.",
        },
    ],
    auth: sign::Recipe {
        values: &[
            ("timestamp", sign::Derived::Clock(sign::TimeFormat::EpochMillis)),
            (
                "sign",
                sign::Derived::Digest {
                    algorithm: sign::Algorithm::Md5,
                    encoding: sign::Encoding::Hex(sign::HexCase::Lower),
                    text: sign::Joined::new(
                        &[
                            sign::Part::Credential("appkey"),
                            sign::Part::Value("timestamp"),
                            sign::Part::Credential("secret_key"),
                        ],
                    ),
                },
            ),
        ],
        fields: &[
            sign::AuthField {
                place: sign::Place::Header,
                name: "Auth-Version",
                value: &[sign::Part::Literal("2.0")],
            },
            sign::AuthField {
                place: sign::Place::Header,
                name: "appkey",
                value: &[sign::Part::Credential("appkey")],
            },
            sign::AuthField {
                place: sign::Place::Header,
                name: "timestamp",
                value: &[sign::Part::Value("timestamp")],
            },
            sign::AuthField {
                place: sign::Place::Header,
                name: "sign",
                value: &[sign::Part::Value("sign")],
            },
        ],
    },
    statuses: &[
        spec::Status {
            code: "200",
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
            code: "201",
            name: "NoData",
            meaning: "查询无结果",
            description: "The query found nothing.",
            class: spec::Class::NoData,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[],
        },
        spec::Status {
            code: "213",
            name: "DailyQuotaExceeded",
            meaning: "调用次数超过今日额度限制",
            description: "Today's quota of calls is used up.",
            class: spec::Class::Quota,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[spec::Cause::NoQuota],
        },
        spec::Status {
            code: "207",
            name: "QueryError",
            meaning: "查询错误，请联系技术人员",
            description: "The query failed; the vendor asks to be contacted.",
            class: spec::Class::Server,
            valid_request: None,
            old_code: None,
            advice: Some(spec::Advice {
                retry: spec::Retry::Never,
                verbatim: Some("请联系技术人员"),
                description: "Contact the vendor's technicians.",
            }),
            causes: &[],
        },
        spec::Status {
            code: "208",
            name: "ParameterInvalid",
            meaning: "参数名错误或参数为空",
            description: "A parameter's name is wrong or its value is empty.",
            class: spec::Class::Parameter,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[spec::Cause::MissingParameter, spec::Cause::InvalidParameter],
        },
        spec::Status {
            code: "209",
            name: "QueryException",
            meaning: "接口查询异常，请联系技术人员",
            description: "The interface met an exception; the vendor asks to be contacted.",
            class: spec::Class::Server,
            valid_request: None,
            old_code: None,
            advice: Some(spec::Advice {
                retry: spec::Retry::Never,
                verbatim: Some("请联系技术人员"),
                description: "Contact the vendor's technicians.",
            }),
            causes: &[spec::Cause::ServerError],
        },
        spec::Status {
            code: "101",
            name: "AppkeyInvalid",
            meaning: "Appkey 无效",
            description: "The appkey is not valid.",
            class: spec::Class::Auth,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[
                spec::Cause::UnknownKey,
                spec::Cause::BadSignature,
                spec::Cause::StaleTimestamp,
            ],
        },
        spec::Status {
            code: "102",
            name: "BalanceInsufficient",
            meaning: "账户余额不足",
            description: "The account's balance is too low.",
            class: spec::Class::Balance,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[spec::Cause::NoBalance],
        },
        spec::Status {
            code: "103",
            name: "AppkeyDisabled",
            meaning: "appkey 被停用",
            description: "The appkey has been disabled.",
            class: spec::Class::Auth,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[spec::Cause::DisabledKey],
        },
        spec::Status {
            code: "104",
            name: "AddressNotAllowed",
            meaning: "IP 未授权",
            description: "The caller's IP address is not authorised.",
            class: spec::Class::Permission,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[spec::Cause::ForbiddenAddress],
        },
        spec::Status {
            code: "105",
            name: "InterfaceNotAuthorised",
            meaning: "未授权调用该接口",
            description: "The account may not call this interface.",
            class: spec::Class::Permission,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[spec::Cause::NotAuthorised],
        },
        spec::Status {
            code: "109",
            name: "InterfaceDisabled",
            meaning: "接口被停用等其他状态",
            description: "The interface is disabled or in another such state.",
            class: spec::Class::Retired,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[],
        },
    ],
    http_statuses: &[],
    reply_signature: Some(verify::ReplySignature {
        payload: &["data"],
        signature: &["sign"],
        separator: "&secret_key=",
        credential: "secret_key",
        algorithm: sign::Algorithm::Md5,
        case: sign::HexCase::Lower,
        policy: flatten::Policy::DEFAULT,
    }),
    operations: &[&super::execution_list_by_name::OPERATION],
};
