//! What the exit code says.

use std::process::ExitCode;

use zhixing::Failure;

/// The table that `--help` prints.
pub(crate) const TABLE: &str = "\
Exit codes:
    0  every source that was asked answered (records, or that there are none)
    1  the command itself failed (a file, a port, a fault in its code)
    2  wrong arguments or parameters; nothing was sent
    3  several sources failed in several ways; see each one
    4  a reply's signature is wrong or missing
    5  a server could not be reached; nothing was sent
    6  in doubt: the line broke or time ran out after the request was sent
    7  no credentials, or none that can be used; or a fault in the config file
    8  the vendor refused the key, the signature, the address or the product
    9  the vendor says that balance, quota or rate is used up
   10  the vendor answered with another status
   11  a reply could not be understood, stopped before its end, or was an HTTP error
   12  stored replies differ from the schemas (drift alone)
   13  stopped before more calls were made than --max-calls allows
  130  interrupted";

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    Answered = 0,
    Failed = 1,
    Usage = 2,
    Several = 3,
    Signature = 4,
    NotReached = 5,
    InDoubt = 6,
    NotConfigured = 7,
    Refused = 8,
    UsedUp = 9,
    Status = 10,
    NotUnderstood = 11,
    Drift = 12,
    Budget = 13,
    Interrupted = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        // The variants' numbers all fit a byte.
        Self::from(exit as u8)
    }
}

impl From<&Failure> for Exit {
    fn from(failure: &Failure) -> Self {
        match failure.kind.as_str() {
            "unknown_operation"
            | "unknown_parameter"
            | "missing_parameter"
            | "invalid_parameter"
            | "identity_number_over_plain_http" => Self::Usage,
            "missing_credential" | "invalid_credential" | "missing_base_url"
            | "invalid_base_url" | "signing" | "no_transport" => Self::NotConfigured,
            "signature_mismatch" | "signature_missing" => Self::Signature,
            "transport" | "timeout" => match failure.sent.as_str() {
                "no" => Self::NotReached,
                "in_doubt" => Self::InDoubt,
                _ => Self::NotUnderstood,
            },
            "status" => match failure.class.as_deref() {
                Some("auth" | "permission") => Self::Refused,
                Some("balance" | "quota" | "rate") => Self::UsedUp,
                _ => Self::Status,
            },
            "unknown_status" => Self::Status,
            "budget" => Self::Budget,
            // A gateway's refusal: what HTTP itself says, where the document prints no code for it.
            "http" => match failure.class.as_deref() {
                Some("auth" | "permission") => Self::Refused,
                Some("rate") => Self::UsedUp,
                _ => Self::NotUnderstood,
            },
            _ => Self::NotUnderstood,
        }
    }
}

impl Exit {
    /// Of several sources: the one way in which they failed, or that there were several.
    pub(crate) fn of_all(failures: impl IntoIterator<Item = Self>) -> Self {
        failures
            .into_iter()
            .reduce(|first, next| if first == next { first } else { Self::Several })
            .unwrap_or(Self::Answered)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_way_of_failing_is_told_and_several_are_not_mixed_up() {
        assert_eq!(Exit::of_all([]), Exit::Answered);
        assert_eq!(Exit::of_all([Exit::UsedUp, Exit::UsedUp]), Exit::UsedUp);
        assert_eq!(Exit::of_all([Exit::UsedUp, Exit::Signature]), Exit::Several);
        assert_eq!(
            Exit::of_all([Exit::UsedUp, Exit::Signature, Exit::UsedUp]),
            Exit::Several
        );
    }
}
