// Made by `cargo xtask codegen --vendor qcc` from schemas/qcc/vendor.json. Do not edit.

use zhixing_core::{Error, spec};

/// The status codes that the document lists.
///
/// ```
/// # fn advise(error: &qcc::Error) {
/// match qcc::Status::of(error) {
///     Some(qcc::Status::KeyInArrears) => println!("top up the account"),
///     Some(status) => println!("{}: {}", status.code(), status.meaning()),
///     None => println!("{error}"),
/// }
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Status {
    /// `200` 【有效请求】 查询成功: The query succeeded.
    ///
    /// The document counts the call as a valid request. The example prints the message without the blank after the bracket.
    Success,
    /// `201` 【有效请求】 查询无结果: The query found nothing.
    ///
    /// The document counts the call as a valid request.
    NoData,
    /// `202` 【有效请求】 查询参数错误， 请检查: A query parameter is wrong; the vendor asks to check.
    ///
    /// The document counts the call as a valid request. Check the query parameters. 请检查
    ParameterInvalid,
    /// `205` 【有效请求】 等待处理中: The request waits to be processed.
    ///
    /// The document counts the call as a valid request. The answer is not ready: ask again later (inferred). How long to wait, and whether asking again counts as a new request, is not said. 等待处理中
    Pending,
    /// `207` 【有效请求】 请求数据的条目数超过上限（5000）: The number of entries of the requested data is above the limit of 5000.
    ///
    /// The document counts the call as a valid request. Whether the entries of the request or of its result are meant is not said; either way the request must ask for less (inferred).
    TooManyEntries,
    /// `208` 【有效请求】 此接口不支持此公司类型查询: The interface does not support a query for this type of company.
    ///
    /// The document counts the call as a valid request.
    CompanyTypeUnsupported,
    /// `209` 【有效请求】 企业数量超过上限: The number of enterprises is above the limit.
    ///
    /// The document counts the call as a valid request. Which number is meant is not said; that the request must ask for less is inferred, as at 207.
    TooManyEnterprises,
    /// `213` 【有效请求】 参数长度不能小于 2: The length of a parameter must not be less than 2.
    ///
    /// The document counts the call as a valid request. Neither the parameter nor the unit is named; read as the characters of searchKey (inferred).
    ParameterTooShort,
    /// `215` 【有效请求】 不支持的查询关键字: The query keyword is not supported.
    ///
    /// The document counts the call as a valid request. Whether the form of the keyword or what it names is not supported is not said; read as the latter (inferred).
    KeywordUnsupported,
    /// `218` 【有效请求】 该企业暂不支持空壳扫描: The enterprise cannot be scanned for being a shell company for the time being.
    ///
    /// The document counts the call as a valid request. Reads as a code of another product of the platform (inferred).
    ShellScanUnsupported,
    /// `219` 【有效请求】 该企业暂不支持准入尽调: The enterprise cannot undergo admission due diligence for the time being.
    ///
    /// The document counts the call as a valid request. Reads as a code of another product of the platform (inferred).
    AdmissionDiligenceUnsupported,
    /// `105` 【有效请求】 接口已下线停用: The interface has been taken off line and is out of use.
    ///
    /// The document counts the call as a valid request.
    InterfaceOffline,
    /// `110` 【有效请求】 当前相同查询连续出错， 请等 2 小时后重试: The same query has failed several times running; wait two hours.
    ///
    /// The document counts the call as a valid request. Wait two hours before this query is sent again. 请等 2 小时后重试 It bars this one query; other queries are not said to be barred.
    RepeatedQueryFailing,
    /// `101` 【无效请求】 当前的 KEY 无效或者还未生效中: The key is not valid, or not yet in force.
    ///
    /// The document counts the call as an invalid request.
    KeyInvalid,
    /// `102` 【无效请求】 当前 KEY 已欠费: The key's account is in arrears.
    ///
    /// The document counts the call as an invalid request.
    KeyInArrears,
    /// `103` 【无效请求】 当前 KEY 被暂停使用: The key has been suspended.
    ///
    /// The document counts the call as an invalid request.
    KeySuspended,
    /// `104` 【无效请求】请求 KEY 异常，请联系管理员: There is something wrong with the key of the request; the vendor asks to be contacted.
    ///
    /// The document counts the call as an invalid request. Contact the vendor's administrator. 请联系管理员
    KeyAbnormal,
    /// `106` 【无效请求】非法请求过多，请联系管理员: Too many illegal requests; the vendor asks to be contacted.
    ///
    /// The document counts the call as an invalid request. Contact the vendor's administrator. 请联系管理员
    TooManyIllegalRequests,
    /// `107` 【无效请求】被禁止的 IP 或者签名错误: The IP address is forbidden, or the signature is wrong.
    ///
    /// The document counts the call as an invalid request. One code for two causes, of which one is a matter of permission: the reply does not say which.
    AddressForbiddenOrSignatureWrong,
    /// `108` 【无效请求】异常请求过多，请联系管理员: Too many abnormal requests; the vendor asks to be contacted.
    ///
    /// The document counts the call as an invalid request. Contact the vendor's administrator. 请联系管理员
    TooManyAbnormalRequests,
    /// `109` 【无效请求】请求超过每日系统限制: The requests are above the system's limit for a day.
    ///
    /// The document counts the call as an invalid request.
    DailySystemLimitExceeded,
    /// `111` 【无效请求】接口权限未开通，请联系管理员: The right to this interface has not been opened; the vendor asks to be contacted.
    ///
    /// The document counts the call as an invalid request. Contact the vendor's administrator. 请联系管理员
    InterfaceNotAuthorised,
    /// `112` 【无效请求】您的账号剩余使用量已不足或已过期: The account's remaining usage is insufficient or has expired.
    ///
    /// The document counts the call as an invalid request. Usage (使用量) that is used up or has expired is read as an allowance and not as money, for which 102 is the code (inferred): more of it must be bought. That it comes back with a new period is not said.
    UsageInsufficient,
    /// `113` 【无效请求】当前接口已被删除，请重新申请: The interface has been deleted; the vendor asks to apply anew.
    ///
    /// The document counts the call as an invalid request. Apply for the interface anew. 请重新申请
    InterfaceDeleted,
    /// `114` 【无效请求】当前接口已被禁用，请联系管理员: The interface has been disabled; the vendor asks to be contacted.
    ///
    /// The document counts the call as an invalid request. Contact the vendor's administrator. 请联系管理员
    InterfaceDisabled,
    /// `115` 【无效请求】身份验证错误或者已过期: The authentication is wrong or has expired.
    ///
    /// The document counts the call as an invalid request. The document does not say what expires; that an old Timespan is answered so is inferred.
    AuthenticationFailed,
    /// `116` 【无效请求】请求超过每日调用总量限制: The requests are above the quota of calls for a day.
    ///
    /// The document counts the call as an invalid request. 109 also means a daily limit, the system's; the account's own quota is read as this code.
    DailyCallQuotaExceeded,
    /// `117` 【无效请求】当前不支持的请求参数调用量过多: Too many calls with request parameters that are not supported.
    ///
    /// The document counts the call as an invalid request. It tells of parameters and of too many calls. The class follows the parameters, since fewer calls would not make them supported (inferred).
    TooManyUnsupportedParameters,
    /// `118` 【无效请求】当前接口不支持此方式的调用: The interface does not support this way of calling.
    ///
    /// The document counts the call as an invalid request. What is meant by 方式 is not said; read as how the call was made, which is the caller's to mend (inferred).
    CallMethodUnsupported,
    /// `119` 【无效请求】您的帐号出现异常，请联系管理员: There is something wrong with the account; the vendor asks to be contacted.
    ///
    /// The document counts the call as an invalid request. Contact the vendor's administrator. 请联系管理员
    AccountAbnormal,
    /// `120` 【无效请求】系统流量异常，请稍后再试: The traffic of the system is abnormal; try again later.
    ///
    /// The document counts the call as an invalid request. Try again later; how much later is not said. 请稍后再试 The document names no code for calls that follow too fast; this is the one about traffic that may be tried again (inferred).
    SystemTrafficAbnormal,
    /// `121` 【无效请求】数据不能出境: The data may not leave the country.
    ///
    /// The document counts the call as an invalid request.
    ExportForbidden,
    /// `199` 【无效请求】系统未知错误，请联系技术客服: An unknown error of the system; the vendor asks to be contacted.
    ///
    /// The document counts the call as an invalid request. Contact the vendor's technical support. 请联系技术客服
    UnknownError,
    /// `203` 【无效请求】系统查询有异常，请联系技术人员: The system met an exception in the query; the vendor asks to be contacted.
    ///
    /// The document counts the call as an invalid request. Contact the vendor's technicians. 请联系技术人员
    QueryException,
    /// `214` 【无效请求】您还未购买过该接口，请先购买: The interface has not been bought; the vendor asks to buy it first.
    ///
    /// The document counts the call as an invalid request. Buy the interface first. 请先购买
    InterfaceNotPurchased,
    /// `223` 【无效请求】当前接口的计费方式不支持此查询参数: The way in which the interface is billed does not support this query parameter.
    ///
    /// The document counts the call as an invalid request. Not this question but this parameter is what the account's way of billing does not support: read as a call that must leave it out or write it otherwise (inferred).
    BillingModeUnsupported,
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
                "202" => Self::ParameterInvalid,
                "205" => Self::Pending,
                "207" => Self::TooManyEntries,
                "208" => Self::CompanyTypeUnsupported,
                "209" => Self::TooManyEnterprises,
                "213" => Self::ParameterTooShort,
                "215" => Self::KeywordUnsupported,
                "218" => Self::ShellScanUnsupported,
                "219" => Self::AdmissionDiligenceUnsupported,
                "105" => Self::InterfaceOffline,
                "110" => Self::RepeatedQueryFailing,
                "101" => Self::KeyInvalid,
                "102" => Self::KeyInArrears,
                "103" => Self::KeySuspended,
                "104" => Self::KeyAbnormal,
                "106" => Self::TooManyIllegalRequests,
                "107" => Self::AddressForbiddenOrSignatureWrong,
                "108" => Self::TooManyAbnormalRequests,
                "109" => Self::DailySystemLimitExceeded,
                "111" => Self::InterfaceNotAuthorised,
                "112" => Self::UsageInsufficient,
                "113" => Self::InterfaceDeleted,
                "114" => Self::InterfaceDisabled,
                "115" => Self::AuthenticationFailed,
                "116" => Self::DailyCallQuotaExceeded,
                "117" => Self::TooManyUnsupportedParameters,
                "118" => Self::CallMethodUnsupported,
                "119" => Self::AccountAbnormal,
                "120" => Self::SystemTrafficAbnormal,
                "121" => Self::ExportForbidden,
                "199" => Self::UnknownError,
                "203" => Self::QueryException,
                "214" => Self::InterfaceNotPurchased,
                "223" => Self::BillingModeUnsupported,
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
            Self::ParameterInvalid => "202",
            Self::Pending => "205",
            Self::TooManyEntries => "207",
            Self::CompanyTypeUnsupported => "208",
            Self::TooManyEnterprises => "209",
            Self::ParameterTooShort => "213",
            Self::KeywordUnsupported => "215",
            Self::ShellScanUnsupported => "218",
            Self::AdmissionDiligenceUnsupported => "219",
            Self::InterfaceOffline => "105",
            Self::RepeatedQueryFailing => "110",
            Self::KeyInvalid => "101",
            Self::KeyInArrears => "102",
            Self::KeySuspended => "103",
            Self::KeyAbnormal => "104",
            Self::TooManyIllegalRequests => "106",
            Self::AddressForbiddenOrSignatureWrong => "107",
            Self::TooManyAbnormalRequests => "108",
            Self::DailySystemLimitExceeded => "109",
            Self::InterfaceNotAuthorised => "111",
            Self::UsageInsufficient => "112",
            Self::InterfaceDeleted => "113",
            Self::InterfaceDisabled => "114",
            Self::AuthenticationFailed => "115",
            Self::DailyCallQuotaExceeded => "116",
            Self::TooManyUnsupportedParameters => "117",
            Self::CallMethodUnsupported => "118",
            Self::AccountAbnormal => "119",
            Self::SystemTrafficAbnormal => "120",
            Self::ExportForbidden => "121",
            Self::UnknownError => "199",
            Self::QueryException => "203",
            Self::InterfaceNotPurchased => "214",
            Self::BillingModeUnsupported => "223",
        }
    }

    /// What the document says of it.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        spec::meaning_of(&super::VENDOR, self.code())
    }
}
