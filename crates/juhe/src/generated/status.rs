// Made by `cargo xtask codegen --vendor juhe` from schemas/juhe/vendor.json. Do not edit.

use zhixing_core::{Error, spec};

/// The status codes that the document lists.
///
/// ```
/// # fn advise(error: &juhe::Error) {
/// match juhe::Status::of(error) {
///     Some(status) => println!("{}: {}", status.code(), status.meaning()),
///     None => println!("{error}"),
/// }
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Status {
    /// `0` 成功: The query succeeded.
    ///
    /// In no table; the example's error_code, with the example's reason as its meaning.
    Success,
    /// `240101` 网络错误: A network error.
    ///
    /// Whose network failed is not said; read as one behind the vendor's server, since that answered (inferred).
    NetworkError,
    /// `240102` 查无记录: The query found nothing.
    NoData,
    /// `240103` 参数异常: Something is wrong with the parameters.
    ///
    /// The document does not tell a missing parameter from a wrong one; that both are 240103 is inferred.
    ParameterInvalid,
    /// `240104` 查询失败: The query failed.
    QueryFailed,
    /// `10001` 错误的请求KEY: The request's key is wrong.
    ///
    /// Formerly `101`.
    KeyInvalid,
    /// `10002` 该KEY无请求权限: The key has no right to make this request.
    ///
    /// Formerly `102`.
    KeyNotAuthorised,
    /// `10003` KEY过期: The key has expired.
    ///
    /// Formerly `103`.
    KeyExpired,
    /// `10004` 错误的OPENID: The OpenID is wrong.
    ///
    /// Formerly `104`.
    OpenIdInvalid,
    /// `10005` 应用未审核超时，请提交认证: The application was not reviewed in time; the vendor asks to submit the certification.
    ///
    /// Formerly `105`. Submit the certification. 请提交认证
    ApplicationNotReviewed,
    /// `10007` 未知的请求源: The request's source is unknown.
    ///
    /// Formerly `107`. What the source of a request is, is not said; read as the caller (inferred).
    SourceUnknown,
    /// `10008` 被禁止的IP: The caller's IP address is forbidden.
    ///
    /// Formerly `108`.
    AddressForbidden,
    /// `10009` 被禁止的KEY: The key is forbidden.
    ///
    /// Formerly `109`.
    KeyForbidden,
    /// `10011` 当前IP请求超过限制: The caller's IP address has made more requests than are allowed.
    ///
    /// Formerly `111`. The limit and its period are not printed; that it is one of frequency is inferred.
    AddressRateExceeded,
    /// `10012` 请求超过次数限制: More requests were made than the quota allows.
    ///
    /// Formerly `112`. No code is printed for an empty balance; that it is answered so is inferred.
    QuotaExceeded,
    /// `10013` 测试KEY超过请求限制: The test key has made more requests than are allowed.
    ///
    /// Formerly `113`.
    TestQuotaExceeded,
    /// `10014` 系统内部异常(调用充值类业务时，请务必联系客服或通过订单查询接口检测订单，避免造成损失): An exception inside the vendor's system.
    ///
    /// Formerly `114`. For recharge products the vendor asks to contact its support or to look the order up, so that no loss arises. Of a query it says nothing; that the call is not simply repeated is inferred. 调用充值类业务时，请务必联系客服或通过订单查询接口检测订单，避免造成损失
    SystemError,
    /// `10020` 接口维护: The interface is under maintenance.
    ///
    /// Formerly `120`.
    InterfaceInMaintenance,
    /// `10021` 接口停用: The interface is out of service.
    ///
    /// Formerly `121`.
    InterfaceDisabled,
}

impl Status {
    /// The status that made a call fail; `None` for a failure that is not a documented status.
    #[must_use]
    pub fn of(error: &Error) -> Option<Self> {
        error.status().and_then(|status| Self::from_code(status.code))
    }

    /// The status of that code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Some(
            match code {
                "0" => Self::Success,
                "240101" => Self::NetworkError,
                "240102" => Self::NoData,
                "240103" => Self::ParameterInvalid,
                "240104" => Self::QueryFailed,
                "10001" => Self::KeyInvalid,
                "10002" => Self::KeyNotAuthorised,
                "10003" => Self::KeyExpired,
                "10004" => Self::OpenIdInvalid,
                "10005" => Self::ApplicationNotReviewed,
                "10007" => Self::SourceUnknown,
                "10008" => Self::AddressForbidden,
                "10009" => Self::KeyForbidden,
                "10011" => Self::AddressRateExceeded,
                "10012" => Self::QuotaExceeded,
                "10013" => Self::TestQuotaExceeded,
                "10014" => Self::SystemError,
                "10020" => Self::InterfaceInMaintenance,
                "10021" => Self::InterfaceDisabled,
                _ => return None,
            },
        )
    }

    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Success => "0",
            Self::NetworkError => "240101",
            Self::NoData => "240102",
            Self::ParameterInvalid => "240103",
            Self::QueryFailed => "240104",
            Self::KeyInvalid => "10001",
            Self::KeyNotAuthorised => "10002",
            Self::KeyExpired => "10003",
            Self::OpenIdInvalid => "10004",
            Self::ApplicationNotReviewed => "10005",
            Self::SourceUnknown => "10007",
            Self::AddressForbidden => "10008",
            Self::KeyForbidden => "10009",
            Self::AddressRateExceeded => "10011",
            Self::QuotaExceeded => "10012",
            Self::TestQuotaExceeded => "10013",
            Self::SystemError => "10014",
            Self::InterfaceInMaintenance => "10020",
            Self::InterfaceDisabled => "10021",
        }
    }

    /// What the document says of it.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        spec::meaning_of(&super::VENDOR, self.code())
    }
}
