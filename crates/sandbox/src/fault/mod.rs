//! What can go wrong on the way, on purpose.
//!
//! A client of a paid service is judged by what it does when the line breaks after the money was spent. Each fault here
//! happens on a real socket when the sandbox is on a port; in-process it is told as the library's own HTTP transport
//! tells it, so that a test without a socket learns the same.

mod content;
mod line;

use serde::Deserialize;
use zhixing_core::spec::Vendor;

pub(crate) use content::spoil;
pub(crate) use line::{Line, in_process};

/// One way in which a call goes wrong.
///
/// "Answered and counted" says whether the vendor does its work before the fault, so that the call is on the
/// [`Bill`](crate::Bill) as it would be without the fault. The last column is what
/// [`Transport::send`](zhixing_core::transport::Transport::send) gives, over HTTP and in-process alike.
///
/// | fault | on the line | answered and counted | what the caller's transport says |
/// |---|---|---|---|
/// | `Delay` | the reply comes late | yes | the reply; `Timeout`, in doubt, if the time allowed is over |
/// | `ResetBeforeReading` | reset while the request lies unread | no, and not on the bill | `Cut`, in doubt |
/// | `ResetAfterReading` | reset once the request was read | no | `Cut`, in doubt |
/// | `BillThenDrop` | closed without a byte | yes | `Cut`, in doubt |
/// | `CutBody` | the right length declared, fewer bytes sent, closed | yes | `BodyCut`, answered |
/// | `WrongLength`, more | a greater length declared, closed after the body | yes | `BodyCut`, answered |
/// | `WrongLength`, less | a smaller length declared | yes | a reply that lacks its end |
/// | `SlowDrip` | a few bytes at a time | yes | the reply; `Timeout`, answered, if the time allowed is over |
/// | `Status` | this HTTP status, as a gateway gives it | no | that reply |
/// | `Html` | HTTP 200 with a page | no | that reply |
/// | `Redirect` | an HTTP redirect | no | that reply: nothing is followed |
/// | `WrongSignature` | the reply's signature is not that of its data | yes | that reply |
/// | `AlteredData` | a value was changed after signing | yes | that reply |
/// | `HugeBody` | blanks after the JSON | yes | `TooLarge`, answered, above the caller's limit; else the reply |
/// | `Garbled` | `Content-Encoding: gzip` on what is no gzip | yes | `Compression`, answered |
///
/// In scenario files the names are in snake case: `"html"`, `{"delay": {"millis": 100}}`, `{"cut_body": {}}`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Fault {
    /// The reply comes late. In-process the time really passes as well.
    Delay {
        /// So much later, in milliseconds.
        millis: u64,
    },
    /// The connection is reset before the server has read the request.
    ResetBeforeReading,
    /// The connection is reset after the server has read the request and before it does anything.
    ResetAfterReading,
    /// The vendor does its work and counts the call, and the connection is closed without a reply.
    BillThenDrop,
    /// The connection is closed inside the body.
    CutBody {
        /// After so many bytes of the body; half of them unless given.
        #[serde(default)]
        after: Option<usize>,
    },
    /// The declared length is not the body's.
    WrongLength {
        /// So many bytes more, or, if negative, less.
        by: i64,
    },
    /// The body comes a few bytes at a time.
    SlowDrip {
        /// So many bytes at a time, at least 1.
        bytes: usize,
        /// So often, in milliseconds.
        every_millis: u64,
    },
    /// A gateway answers, and not the vendor.
    Status {
        /// The HTTP status, 200 to 599.
        status: u16,
        /// A body in plain text; a short one unless given.
        #[serde(default)]
        body: Option<String>,
    },
    /// A page answers, as that of a hotel's network or of a firewall does: HTTP 200 and `text/html`.
    Html,
    /// The caller is sent elsewhere.
    Redirect {
        /// Where to.
        location: String,
        /// The HTTP status, 300 to 399; 302 unless given.
        #[serde(default)]
        status: Option<u16>,
    },
    /// The reply's signature does not fit its data. Only for a vendor that signs its replies.
    WrongSignature,
    /// A value of the reply is changed after it was signed. A vendor that does not sign its replies gives the caller no
    /// way to see it.
    AlteredData {
        /// Which value, as a JSON pointer (RFC 6901) from the reply's root. Unless given, it is the first text or number of
        /// the payload in the order of pointers. A reply without the value stays as it is.
        #[serde(default)]
        pointer: Option<String>,
    },
    /// Blanks are sent after the reply, which JSON allows.
    HugeBody {
        /// Bytes in all, 256 MiB at most.
        bytes: usize,
    },
    /// The reply is said to be compressed with gzip, and is not.
    Garbled,
}

/// A body that is larger than any client's limit should be, and still fits a test machine.
const MOST_BYTES: usize = 256 * 1024 * 1024;

impl Fault {
    /// Its name in scenario files and on the bill.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Delay { .. } => "delay",
            Self::ResetBeforeReading => "reset_before_reading",
            Self::ResetAfterReading => "reset_after_reading",
            Self::BillThenDrop => "bill_then_drop",
            Self::CutBody { .. } => "cut_body",
            Self::WrongLength { .. } => "wrong_length",
            Self::SlowDrip { .. } => "slow_drip",
            Self::Status { .. } => "status",
            Self::Html => "html",
            Self::Redirect { .. } => "redirect",
            Self::WrongSignature => "wrong_signature",
            Self::AlteredData { .. } => "altered_data",
            Self::HugeBody { .. } => "huge_body",
            Self::Garbled => "garbled",
        }
    }

    /// What is wrong with the fault itself at this vendor.
    pub(crate) fn problem(&self, vendor: &Vendor) -> Option<&'static str> {
        match self {
            Self::WrongLength { by: 0 } => Some("a difference of 0 bytes is none"),
            Self::SlowDrip { bytes: 0, .. } => Some("0 bytes at a time never end"),
            Self::Status { status, .. } if !(200..600).contains(status) => {
                Some("an HTTP status of a reply is from 200 to 599")
            }
            Self::Redirect { status, .. } if status.is_some_and(|s| !(300..400).contains(&s)) => {
                Some("an HTTP status of a redirect is from 300 to 399")
            }
            Self::Redirect { location, .. } if !location.bytes().all(|b| b.is_ascii_graphic()) => {
                Some("a location is a URL in visible ASCII")
            }
            Self::WrongSignature if vendor.reply_signature.is_none() => {
                Some("this vendor does not sign its replies")
            }
            Self::AlteredData {
                pointer: Some(pointer),
            } if !pointer.starts_with('/') => Some("a JSON pointer begins with a slash"),
            Self::HugeBody { bytes } if *bytes > MOST_BYTES => Some("more than 256 MiB"),
            _ => None,
        }
    }
}
