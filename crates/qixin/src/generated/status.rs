// Made by `cargo xtask codegen --vendor qixin` from schemas/qixin/vendor.json. Do not edit.

use zhixing_core::{Error, spec};

/// The status codes that the document lists.
///
/// ```
/// # fn advise(error: &qixin::Error) {
/// match qixin::Status::of(error) {
///     Some(qixin::Status::BalanceInsufficient) => println!("top up the account"),
///     Some(status) => println!("{}: {}", status.code(), status.meaning()),
///     None => println!("{error}"),
/// }
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Status {
    /// `200` 查询成功: The query succeeded.
    ///
    /// The example prints the message 操作成功.
    Success,
    /// `201` 查询无结果: The query found nothing.
    NoData,
    /// `213` 调用次数超过今日额度限制: Today's quota of calls is used up.
    DailyQuotaExceeded,
    /// `207` 查询错误，请联系技术人员: The query failed; the vendor asks to be contacted.
    ///
    /// Contact the vendor's technicians. 请联系技术人员
    QueryError,
    /// `208` 参数名错误或参数为空: A parameter's name is wrong or its value is empty.
    ParameterInvalid,
    /// `209` 接口查询异常，请联系技术人员: The interface met an exception; the vendor asks to be contacted.
    ///
    /// Contact the vendor's technicians. 请联系技术人员
    QueryException,
    /// `101` Appkey 无效: The appkey is not valid.
    ///
    /// The document names no code for a wrong signature or time; that it is 101 is inferred.
    AppkeyInvalid,
    /// `102` 账户余额不足: The account's balance is too low.
    BalanceInsufficient,
    /// `103` appkey 被停用: The appkey has been disabled.
    AppkeyDisabled,
    /// `104` IP 未授权: The caller's IP address is not authorised.
    AddressNotAllowed,
    /// `105` 未授权调用该接口: The account may not call this interface.
    InterfaceNotAuthorised,
    /// `109` 接口被停用等其他状态: The interface is disabled or in another such state.
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
                "200" => Self::Success,
                "201" => Self::NoData,
                "213" => Self::DailyQuotaExceeded,
                "207" => Self::QueryError,
                "208" => Self::ParameterInvalid,
                "209" => Self::QueryException,
                "101" => Self::AppkeyInvalid,
                "102" => Self::BalanceInsufficient,
                "103" => Self::AppkeyDisabled,
                "104" => Self::AddressNotAllowed,
                "105" => Self::InterfaceNotAuthorised,
                "109" => Self::InterfaceDisabled,
                _ => return None,
            },
        )
    }

    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Success => "200",
            Self::NoData => "201",
            Self::DailyQuotaExceeded => "213",
            Self::QueryError => "207",
            Self::ParameterInvalid => "208",
            Self::QueryException => "209",
            Self::AppkeyInvalid => "101",
            Self::BalanceInsufficient => "102",
            Self::AppkeyDisabled => "103",
            Self::AddressNotAllowed => "104",
            Self::InterfaceNotAuthorised => "105",
            Self::InterfaceDisabled => "109",
        }
    }

    /// What the document says of it.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        spec::meaning_of(&super::VENDOR, self.code())
    }
}
