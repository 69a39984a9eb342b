// Made by `cargo xtask codegen --vendor torture` from schemas/torture/vendor.json. Do not edit.

use zhixing_core::{Error, spec};

/// The status codes that the document lists.
///
/// ```
/// # fn advise(error: &torture::Error) {
/// match torture::Status::of(error) {
///     Some(torture::Status::Unknown_) => println!("top up the account"),
///     Some(status) => println!("{}: {}", status.code(), status.meaning()),
///     None => println!("{error}"),
/// }
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Status {
    /// `0` 成功 \[0\]: A keyword.
    Self_,
    /// (empty) :
    Unknown_,
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
                "0" => Self::Self_,
                "" => Self::Unknown_,
                _ => return None,
            },
        )
    }

    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Self_ => "0",
            Self::Unknown_ => "",
        }
    }

    /// What the document says of it.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        spec::meaning_of(&super::VENDOR, self.code())
    }
}
