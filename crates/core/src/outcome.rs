//! What a call that was answered brings back.

use std::fmt;

use crate::error::Counted;
use crate::operation::Reply;
use crate::record::{Record, Source, Unify};
use crate::request::Arguments;
use crate::spec::{Operation, Paging, Status};
use crate::verify::Signature;

/// The answer to a call. That nothing was found is an answer too, and not an error.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Outcome<R> {
    /// Records, or the statement that there are none.
    pub answer: Answer,
    /// The reply, typed. With [`Answer::None`] it may be an envelope without content.
    pub reply: R,
    /// What is known of the call besides.
    pub receipt: Receipt,
}

/// Whether the vendor holds something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    /// The reply holds records.
    Found,
    /// The vendor searched and found nothing.
    None,
}

impl<R: Reply> Outcome<R> {
    /// The records of this reply, as the vendor writes them.
    pub fn records(&self) -> &[R::Record] {
        self.reply.records()
    }
}

impl<R: Reply> Outcome<R>
where
    R::Record: Unify + Clone,
{
    /// The records of this reply in the form that is the same for all vendors.
    pub fn unified(&self) -> Vec<Record> {
        let source = self.receipt.source();
        self.reply
            .records()
            .iter()
            .map(|record| record.clone().unify(source.clone()))
            .collect()
    }
}

/// What is known of a call besides its content.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Receipt {
    /// The operation that was called.
    pub operation: &'static Operation,
    /// What was asked, without credentials.
    pub arguments: Arguments,
    /// The status that the vendor answered with.
    pub status: &'static Status,
    /// The vendor's number for this call.
    pub order_number: Option<String>,
    /// How much of what there is was fetched.
    pub completeness: Completeness,
    /// What is known of the reply's signature.
    pub signature: Signature,
    /// The reply as it arrived.
    pub raw: RawReply,
}

impl Receipt {
    /// Whether the call was counted.
    #[must_use]
    pub fn counted(&self) -> Counted {
        Counted::of(Some(self.status))
    }

    /// Where records of this reply come from.
    #[must_use]
    pub fn source(&self) -> Source {
        let mut source = Source::new(self.operation.vendor.name, self.operation.name)
            .with_query(self.arguments.iter().collect());
        source.order_number.clone_from(&self.order_number);
        source
    }
}

/// How much of what the vendor holds was fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Completeness {
    /// Records in this reply.
    pub fetched: u64,
    /// Records in all, as the vendor says. It can be wrong.
    pub total: Option<u64>,
    /// Whether this reply holds everything. `false` wherever that is not certain.
    pub complete: bool,
}

impl Completeness {
    /// Judges one reply. `before` is how many records lie before its first one.
    pub(crate) fn judge(
        operation: &Operation,
        before: u64,
        asked_size: u64,
        fetched: u64,
        total: Option<u64>,
    ) -> Self {
        let complete = match operation.paging {
            // Everything comes in one reply.
            None => total.is_none_or(|total| fetched >= total),
            // A full page may have a successor whatever the total says: totals have been seen to be
            // too small. A full page that equals the total is believed.
            Some(Paging::Offset { .. } | Paging::Page { .. }) => {
                before == 0
                    && match total {
                        Some(total) => {
                            fetched == total || (fetched > total && fetched < asked_size)
                        }
                        None => fetched < asked_size,
                    }
            }
        };
        Self {
            fetched,
            total,
            complete,
        }
    }
}

/// A reply as it arrived. It holds what was paid for and people's names: Debug shows its size.
#[derive(Clone, PartialEq, Eq)]
pub struct RawReply {
    http_status: u16,
    content_type: Option<String>,
    body: Vec<u8>,
}

impl RawReply {
    pub(crate) fn new(http_status: u16, content_type: Option<String>, body: Vec<u8>) -> Self {
        Self {
            http_status,
            content_type,
            body,
        }
    }

    /// The HTTP status code.
    #[must_use]
    pub fn http_status(&self) -> u16 {
        self.http_status
    }

    /// The `Content-Type` header.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.content_type.as_deref()
    }

    /// The body after decompression, byte for byte.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The body as text; `None` when it is not UTF-8.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.body).ok()
    }
}

impl fmt::Debug for RawReply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RawReply({} bytes)", self.body.len())
    }
}
