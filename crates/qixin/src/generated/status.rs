// Made by `cargo xtask codegen --vendor qixin` from schemas/qixin/vendor.json. Do not edit.

use zhixing_core::Error;

/// The status codes that the document lists.
///
/// ```
/// # fn advise(error: &zhixing_core::Error) {
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
    Success,
    /// `102` 账户余额不足: The account's balance is too low.
    BalanceInsufficient,
    // … one per status
}

impl Status {
    /// The status that made a call fail; `None` for a failure that is not a documented status.
    #[must_use]
    pub fn of(error: &Error) -> Option<Self> {
        error
            .status()
            .and_then(|status| Self::from_code(status.code))
    }

    /// The status of that code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "200" => Self::Success,
            "102" => Self::BalanceInsufficient,
            _ => return None,
        })
    }

    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Success => "200",
            Self::BalanceInsufficient => "102",
        }
    }

    /// What the document says of it.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        zhixing_core::spec::meaning_of(&super::VENDOR, self.code())
    }
}
