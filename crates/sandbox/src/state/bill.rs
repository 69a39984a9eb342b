//! What a vendor would charge for, so that a test can ask whether a caller paid twice.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::ser::SerializeStruct;
use zhixing_core::spec::{Class, Status};

/// Every call that reached a vendor, in the order of arrival, and whether it counts.
///
/// What counts: where the document says of a code whether the request is a valid one (qcc: 有效请求 and 无效请求), that
/// decides, so a parameter that is wrong counts there. Elsewhere a success counts, and so does "nothing was found", as
/// the vendor has searched; a refusal does not. That a counted call is one that is charged is inferred: no document says
/// so. A call that was never read is not on the bill; one whose reply got lost is.
///
/// As JSON it is `{"counted": {"qixin": 1, …}, "entries": […]}` with the fields of [`Entry`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Bill {
    /// The calls.
    pub entries: Vec<Entry>,
    pub(crate) vendors: Vec<&'static str>,
}

/// One call on the bill. It holds no credential, no parameter and no name but the account's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Entry {
    /// When it was answered: RFC 3339, by the sandbox's clock.
    pub at: String,
    /// The vendor.
    pub vendor: &'static str,
    /// The operation; none if the address or the method was not a documented one.
    pub operation: Option<&'static str>,
    /// The account's name; none if the key was unknown, or nobody looked at it.
    pub account: Option<String>,
    /// The HTTP status that was answered, or would have been if the line had held; none if nothing was to be answered.
    pub http_status: Option<u16>,
    /// The vendor's code in that answer.
    pub code: Option<String>,
    /// Whether the call counts.
    pub counted: bool,
    /// The fault that was met on the way, by its name in scenario files.
    pub fault: Option<&'static str>,
}

impl Bill {
    /// How many of a vendor's calls count.
    #[must_use]
    pub fn counted(&self, vendor: &str) -> usize {
        self.of(vendor).filter(|entry| entry.counted).count()
    }

    /// A vendor's calls.
    pub fn of<'a>(&'a self, vendor: &'a str) -> impl Iterator<Item = &'a Entry> {
        self.entries
            .iter()
            .filter(move |entry| entry.vendor == vendor)
    }
}

impl Serialize for Bill {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let counted: BTreeMap<&str, usize> = self
            .vendors
            .iter()
            .map(|vendor| (*vendor, self.counted(vendor)))
            .collect();
        let mut bill = serializer.serialize_struct("Bill", 2)?;
        bill.serialize_field("counted", &counted)?;
        bill.serialize_field("entries", &self.entries)?;
        bill.end()
    }
}

/// Whether a call that is answered so counts.
pub(crate) fn counts(status: &Status) -> bool {
    let searched = matches!(status.class, Class::Success | Class::NoData);
    status.valid_request.unwrap_or(searched)
}
