//! What a failed call tells its caller: what went wrong, how far it got, what it may have cost, what
//! to do next. Never a URL, a key, a name, or anything of the reply's content.

use std::fmt;

use crate::outcome::RawReply;
use crate::spec::{Advice, Class, Operation, Status, Vendor};
use crate::transport::Phase;

mod kind;
mod step;

pub use kind::{Arrived, Kind};
pub use step::Step;

/// A call that brought no answer.
///
/// A reply that arrived and could not be understood has been paid for all the same: it is kept in
/// [`raw_reply`](Self::raw_reply), out of reach of Debug and Display.
pub struct Error(Box<Inner>);

struct Inner {
    vendor: &'static Vendor,
    operation: Option<&'static Operation>,
    kind: Kind,
    phase: Phase,
    attempts: u32,
    /// What all attempts come to, where there were any.
    counted: Counted,
    /// The code that arrived, where the status is that of a range.
    code: Option<String>,
    vendor_message: Option<String>,
    order_number: Option<String>,
    raw_reply: Option<RawReply>,
}

/// Whether a call was counted, that is, whether it probably cost money.
///
/// Documents say at most which statuses are valid requests; that valid means billed is inferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Counted {
    /// The document calls the status a valid request.
    Yes,
    /// It was not sent, or the document calls the status no valid request.
    No,
    /// Nobody can tell from here: look at the vendor's bill.
    Unknown,
}

impl Counted {
    /// The word for machines: `yes`, `no`, `unknown`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown => "unknown",
        }
    }

    /// Of two attempts: yes if one was counted for certain, no if neither was.
    pub(crate) fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, _) | (_, Self::Yes) => Self::Yes,
            (Self::No, Self::No) => Self::No,
            _ => Self::Unknown,
        }
    }

    pub(crate) fn of(status: Option<&Status>) -> Self {
        match status.and_then(|status| status.valid_request) {
            Some(true) => Self::Yes,
            Some(false) => Self::No,
            None => Self::Unknown,
        }
    }
}

impl Error {
    /// An error before anything was sent.
    pub(crate) fn not_sent(
        vendor: &'static Vendor,
        operation: Option<&'static Operation>,
        kind: Kind,
    ) -> Self {
        Self::new(vendor, operation, kind, Phase::NotSent)
    }

    pub(crate) fn new(
        vendor: &'static Vendor,
        operation: Option<&'static Operation>,
        kind: Kind,
        phase: Phase,
    ) -> Self {
        Self(Box::new(Inner {
            vendor,
            operation,
            kind,
            phase,
            attempts: 0,
            counted: Counted::No,
            code: None,
            vendor_message: None,
            order_number: None,
            raw_reply: None,
        }))
    }

    pub(crate) fn with_reply(mut self, raw: RawReply) -> Self {
        self.0.raw_reply = Some(raw);
        self
    }

    pub(crate) fn with_code(mut self, code: Option<String>) -> Self {
        self.0.code = code;
        self
    }

    pub(crate) fn with_attempts(mut self, attempts: u32, counted: Counted) -> Self {
        self.0.attempts = attempts;
        self.0.counted = counted;
        self
    }

    pub(crate) fn with_vendor_words(
        mut self,
        message: Option<String>,
        order_number: Option<String>,
    ) -> Self {
        self.0.vendor_message = message;
        self.0.order_number = order_number;
        self
    }

    /// The vendor that was asked.
    #[must_use]
    pub fn vendor(&self) -> &'static Vendor {
        self.0.vendor
    }

    /// The operation that was called, once it is known.
    #[must_use]
    pub fn operation(&self) -> Option<&'static Operation> {
        self.0.operation
    }

    /// What went wrong.
    #[must_use]
    pub fn kind(&self) -> &Kind {
        &self.0.kind
    }

    /// How far the call got; of several attempts, the one that got furthest.
    #[must_use]
    pub fn phase(&self) -> Phase {
        self.0.phase
    }

    /// Whether the call was counted, at least once where there were several attempts.
    #[must_use]
    pub fn counted(&self) -> Counted {
        let told = match self.phase() {
            Phase::NotSent => Counted::No,
            Phase::InDoubt => Counted::Unknown,
            Phase::Answered => Counted::of(self.status()),
        };
        told.or(self.0.counted)
    }

    /// How often the call was attempted: 0 if something kept it from being attempted at all, more than 1 only by what
    /// [`Repeats`](crate::client::Repeats) allows. An attempt may have failed before anything was sent.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// The documented status that the vendor answered with.
    ///
    /// Cause: the vendor understood the call and refused it, or could not serve it. Remedy: by its
    /// [`class`](Self::class) and [`advice`](Self::advice).
    #[must_use]
    pub fn status(&self) -> Option<&'static Status> {
        match self.0.kind {
            Kind::Status(status) => Some(status),
            _ => None,
        }
    }

    /// The code that the vendor answered with, documented or not.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        match &self.0.kind {
            Kind::Status(status) => Some(self.0.code.as_deref().unwrap_or(status.code)),
            Kind::UnknownStatus { code } => Some(code),
            _ => None,
        }
    }

    /// What the failure means for the caller, where the document lets one say so.
    #[must_use]
    pub fn class(&self) -> Option<Class> {
        match &self.0.kind {
            Kind::Status(status) => Some(status.class),
            Kind::Http(arrived) => self
                .http_status(arrived.http_status)
                .map(|status| status.class),
            _ => None,
        }
    }

    /// What the document says of waiting or retrying after this failure.
    #[must_use]
    pub fn advice(&self) -> Option<Advice> {
        match &self.0.kind {
            Kind::Status(status) => status.advice,
            Kind::Http(arrived) => self
                .http_status(arrived.http_status)
                .and_then(|status| status.advice),
            _ => None,
        }
    }

    fn http_status(&self, status: u16) -> Option<&'static crate::spec::HttpStatus> {
        self.0
            .vendor
            .http_statuses
            .iter()
            .find(|documented| documented.status == status)
    }

    /// The vendor's own message. It may repeat what was asked: do not log it.
    #[must_use]
    pub fn vendor_message(&self) -> Option<&str> {
        self.0.vendor_message.as_deref()
    }

    /// The vendor's number for this call, for talking to its support.
    #[must_use]
    pub fn order_number(&self) -> Option<&str> {
        self.0.order_number.as_deref()
    }

    /// The reply, if one arrived: what came of it where the line broke inside it ([`Kind::Transport`]). It holds what was
    /// paid for: do not log it.
    #[must_use]
    pub fn raw_reply(&self) -> Option<&RawReply> {
        self.0.raw_reply.as_ref()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.vendor.name)?;
        if let Some(operation) = self.0.operation {
            write!(f, " {}", operation.name)?;
        }
        match (&self.0.kind, &self.0.code) {
            (Kind::Status(status), Some(code)) => {
                let (meaning, description) = (status.meaning, status.description);
                write!(f, ": status {code}: {meaning} ({description})")?;
            }
            (kind, _) => write!(f, ": {kind}")?,
        }
        if let (Kind::Transport(_), Some(partial)) = (&self.0.kind, &self.0.raw_reply) {
            write!(f, " ({})", Arrived::of(partial))?;
        }
        match self.phase() {
            // The pages before it were sent, and paid for.
            Phase::NotSent if matches!(self.0.kind, Kind::PageLimit { .. }) => {
                f.write_str("; the next page was not asked for")
            }
            // Calls before it may have been sent.
            Phase::NotSent if matches!(self.0.kind, Kind::Budget(_)) => {
                f.write_str("; the call was not sent")
            }
            Phase::NotSent => f.write_str("; nothing was sent"),
            Phase::InDoubt => f.write_str("; it is in doubt whether the server got the request"),
            Phase::Answered => Ok(()),
        }?;
        match self.0.attempts {
            0 | 1 => Ok(()),
            attempts => write!(f, "; {attempts} attempts"),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("vendor", &self.0.vendor.name)
            .field(
                "operation",
                &self.0.operation.map(|operation| operation.name),
            )
            .field("kind", &self.0.kind)
            .field("phase", &self.0.phase)
            .finish_non_exhaustive()
    }
}

impl std::error::Error for Error {}
