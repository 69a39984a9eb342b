//! What a vendor answers with, and what that means for the caller.

use std::ops::RangeInclusive;

use super::Vendor;

/// One documented status code.
#[derive(Debug, PartialEq, Eq)]
pub struct Status {
    /// As text; on the wire it may be a number or a boolean. Empty for the status of a reply without a code, and
    /// `1000..=1999` for all whole numbers of a range: [`Receipt::code`](crate::outcome::Receipt::code) and
    /// [`Error::code`](crate::Error::code) hold the code that arrived.
    pub code: &'static str,
    /// The variant of the generated enumeration.
    pub name: &'static str,
    /// What the document says, verbatim.
    pub meaning: &'static str,
    /// The same in one English line.
    pub description: &'static str,
    /// What it means for the caller.
    pub class: Class,
    /// Whether the document counts the call as a valid request; `None` where it does not say.
    pub valid_request: Option<bool>,
    /// The code that meant this before.
    pub old_code: Option<&'static str>,
    /// What the document says of waiting or retrying.
    pub advice: Option<Advice>,
    /// For which reasons a server answers so (see [`Cause`]).
    pub causes: &'static [Cause],
}

impl Status {
    /// The codes that have this status, where the document gives it to a range of them.
    #[must_use]
    pub fn range(&self) -> Option<RangeInclusive<i64>> {
        let (from, to) = self.code.split_once("..=")?;
        Some(from.parse().ok()?..=to.parse().ok()?)
    }

    /// Whether the code lies in this status' range. `007` does not: it is not how the number 7 is written.
    #[must_use]
    pub fn covers(&self, code: &str) -> bool {
        self.range().is_some_and(|range| {
            code.parse::<i64>()
                .is_ok_and(|number| range.contains(&number) && number.to_string() == code)
        })
    }
}

/// What the document says of an HTTP status code.
#[derive(Debug)]
pub struct HttpStatus {
    /// The HTTP status code.
    pub status: u16,
    /// Verbatim.
    pub meaning: &'static str,
    /// What it means for the caller.
    pub class: Class,
    /// What the document says of waiting or retrying.
    pub advice: Option<Advice>,
}

/// What a status means for the caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Class {
    /// The query succeeded.
    Success,
    /// The query succeeded and found nothing.
    NoData,
    /// The key or the signature is not accepted: check the credentials and the clock.
    Auth,
    /// The key is good but may not do this, or not from this address: talk to the vendor.
    Permission,
    /// The account is out of money: top it up.
    Balance,
    /// A daily or total allowance is used up: wait for the next period or buy more.
    Quota,
    /// Too many calls, or calls of a kind that is held back: slow down.
    Rate,
    /// A parameter is wrong: mend the request.
    Parameter,
    /// The vendor does not answer this kind of question.
    Unsupported,
    /// The answer is still being prepared: ask later.
    Pending,
    /// The product is switched off: ask the vendor.
    Retired,
    /// The data may not be handed out.
    Blocked,
    /// The vendor's server failed.
    Server,
}

impl Class {
    /// The word for machines, for example `no_data`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::NoData => "no_data",
            Self::Auth => "auth",
            Self::Permission => "permission",
            Self::Balance => "balance",
            Self::Quota => "quota",
            Self::Rate => "rate",
            Self::Parameter => "parameter",
            Self::Unsupported => "unsupported",
            Self::Pending => "pending",
            Self::Retired => "retired",
            Self::Blocked => "blocked",
            Self::Server => "server",
        }
    }
}

/// What a document says of waiting or retrying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Advice {
    /// When to ask again.
    pub retry: Retry,
    /// Verbatim, where the document has a sentence.
    pub verbatim: Option<&'static str>,
    /// In one English line.
    pub description: &'static str,
}

/// When to ask again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Retry {
    /// Not before something has been mended.
    Never,
    /// At once.
    Immediately,
    /// Later; the document does not say when.
    Later,
    /// After so many seconds.
    AfterSeconds(u32),
}

/// For which reason a server answers with a status.
///
/// The sandbox picks its answers by it. A client acts on three, in a status of [`Class::Auth`]: one with
/// [`BadSignature`](Self::BadSignature) or [`StaleTimestamp`](Self::StaleTimestamp) is signed once more where the clock is
/// known to be wrong, and one with [`ForbiddenAddress`](Self::ForbiddenAddress) names the address among what is to be
/// checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Cause {
    /// The key is not known.
    UnknownKey,
    /// The key has been switched off.
    DisabledKey,
    /// The signature does not fit.
    BadSignature,
    /// The time of signing is too far off.
    StaleTimestamp,
    /// A required parameter is missing or empty.
    MissingParameter,
    /// A parameter breaks a documented rule.
    InvalidParameter,
    /// The caller's address is not allowed.
    ForbiddenAddress,
    /// The key may not use this product.
    NotAuthorised,
    /// No money is left.
    NoBalance,
    /// No calls are left.
    NoQuota,
    /// The server failed.
    ServerError,
    /// Too many calls.
    TooFrequent,
}

/// What the vendor's document says of that code; empty for a code that it does not list.
#[doc(hidden)]
#[must_use]
pub fn meaning_of(vendor: &'static Vendor, code: &str) -> &'static str {
    vendor.status(code).map_or("", |status| status.meaning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_covers_whole_numbers_as_they_are_written() {
        let status = |code| Status {
            code,
            name: "Name",
            meaning: "",
            description: "",
            class: Class::Server,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[],
        };
        let range = status("-3..=12");
        for (code, covered) in [
            ("-3", true),
            ("0", true),
            ("12", true),
            ("-4", false),
            ("13", false),
            ("012", false),
            ("+1", false),
            ("-0", false),
            ("1.0", false),
            ("", false),
            ("99999999999999999999", false),
        ] {
            assert_eq!(range.covers(code), covered, "{code}");
        }
        for code in ["12", "", "..=", "a..=b"] {
            assert_eq!(status(code).range(), None, "{code}");
        }
    }
}
