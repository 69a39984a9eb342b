// Made by `cargo xtask codegen --vendor xinshu` from schemas/xinshu/vendor.json. Do not edit.

use zhixing_core::{Error, spec};

/// The status codes that the document lists.
///
/// ```
/// # fn advise(error: &xinshu::Error) {
/// match xinshu::Status::of(error) {
///     Some(status) => println!("{}: {}", status.code(), status.meaning()),
///     None => println!("{error}"),
/// }
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Status {
    /// `0000` 查询成功: The query succeeded.
    Success,
    /// `0001` 查询成功,无数据: The query succeeded and found nothing.
    NoData,
    /// `1000` apikey 校验失败: The apikey did not pass the check.
    ApikeyInvalid,
    /// `1001` apikey 暂停使用: The apikey is suspended.
    ApikeySuspended,
    /// `1002` sign 校验失败: The signature did not pass the check.
    ///
    /// The document names no code for a signature of another day; that it is answered as a wrong one is inferred.
    SignInvalid,
    /// `1003` 未配置资源访问权限: No right of access to a resource has been configured for the account.
    AccessNotConfigured,
    /// `1004` 无该资源访问权限: The account has no right of access to this resource.
    AccessDenied,
    /// `1005` 未授权的 IP 地址: The caller's IP address is not authorised.
    AddressNotAllowed,
    /// `2000` 参数{}设置错误:{...具体错误信息...}: A parameter is set wrongly; the message names it and the fault.
    ///
    /// The meaning is a template: the vendor fills both pairs of braces in `msg`.
    ParameterInvalid,
    /// `3000` 未配置查询次数: No number of queries has been configured for the account.
    ///
    /// What was never configured is not used up, and no next period brings it: read as a right that the vendor must open, as at 1003 (inferred).
    QueryCountNotConfigured,
    /// `3001` 可用查询次数为 0: The number of queries left is 0.
    QueryCountExhausted,
    /// `3002` 未配置资源池: No resource pool has been configured for the account.
    ///
    /// What was never configured is not used up, and no next period brings it: read as a right that the vendor must open, as at 1003 (inferred).
    ResourcePoolNotConfigured,
    /// `3003` 资源池可用次数为 0: The number of queries left in the resource pool is 0.
    ///
    /// The document knows counts, not money: no code means an empty balance.
    ResourcePoolExhausted,
    /// `9999` 查询失败, 服务端异常: The query failed: an exception on the server's side.
    ServerError,
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
                "0000" => Self::Success,
                "0001" => Self::NoData,
                "1000" => Self::ApikeyInvalid,
                "1001" => Self::ApikeySuspended,
                "1002" => Self::SignInvalid,
                "1003" => Self::AccessNotConfigured,
                "1004" => Self::AccessDenied,
                "1005" => Self::AddressNotAllowed,
                "2000" => Self::ParameterInvalid,
                "3000" => Self::QueryCountNotConfigured,
                "3001" => Self::QueryCountExhausted,
                "3002" => Self::ResourcePoolNotConfigured,
                "3003" => Self::ResourcePoolExhausted,
                "9999" => Self::ServerError,
                _ => return None,
            },
        )
    }

    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Success => "0000",
            Self::NoData => "0001",
            Self::ApikeyInvalid => "1000",
            Self::ApikeySuspended => "1001",
            Self::SignInvalid => "1002",
            Self::AccessNotConfigured => "1003",
            Self::AccessDenied => "1004",
            Self::AddressNotAllowed => "1005",
            Self::ParameterInvalid => "2000",
            Self::QueryCountNotConfigured => "3000",
            Self::QueryCountExhausted => "3001",
            Self::ResourcePoolNotConfigured => "3002",
            Self::ResourcePoolExhausted => "3003",
            Self::ServerError => "9999",
        }
    }

    /// What the document says of it.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        spec::meaning_of(&super::VENDOR, self.code())
    }
}
