// Made by `cargo xtask codegen --vendor asking` from schemas/asking/vendor.json. Do not edit.

use zhixing_core::{Error, spec};

/// The status codes that the document lists.
///
/// ```
/// # fn advise(error: &asking::Error) {
/// match asking::Status::of(error) {
///     Some(asking::Status::NoBalance) => println!("top up the account"),
///     Some(status) => println!("{}: {}", status.code(), status.meaning()),
///     None => println!("{error}"),
/// }
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Status {
    /// `200` 成功: It worked.
    Success,
    /// `true` true: It worked.
    Yes,
    /// No code, 无错误码: It worked.
    Unsaid,
    /// `204` 无数据: Nothing found.
    NoData,
    /// `false` false: It failed.
    No,
    /// `1000` to `1999` 参数错误: A parameter is wrong.
    Wrong(i64),
    /// `1402` 余额不足: The account is empty.
    NoBalance,
    /// `-9` to `-1` 系统异常: The server failed.
    Broken(i64),
}

impl Status {
    /// The status that made a call fail; `None` for a failure that is not a documented status.
    #[must_use]
    pub fn of(error: &Error) -> Option<Self> {
        error.status()?;
        error.code().and_then(Self::from_code)
    }

    /// The status of that code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Some(
            match code {
                "200" => Self::Success,
                "true" => Self::Yes,
                "" => Self::Unsaid,
                "204" => Self::NoData,
                "false" => Self::No,
                "1402" => Self::NoBalance,
                _ => {
                    let number = code
                        .parse::<i64>()
                        .ok()
                        .filter(|number| number.to_string() == code)?;
                    match number {
                        1000..=1999 => Self::Wrong(number),
                        -9..=-1 => Self::Broken(number),
                        _ => return None,
                    }
                }
            },
        )
    }

    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> std::borrow::Cow<'static, str> {
        match self {
            Self::Success => "200".into(),
            Self::Yes => "true".into(),
            Self::Unsaid => "".into(),
            Self::NoData => "204".into(),
            Self::No => "false".into(),
            Self::NoBalance => "1402".into(),
            Self::Wrong(code) => code.to_string().into(),
            Self::Broken(code) => code.to_string().into(),
        }
    }

    /// What the document says of it.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        spec::meaning_of(&super::VENDOR, &self.code())
    }
}
