//! What a call that was answered brings back.

use std::fmt;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hash};
use std::sync::Arc;

use crate::credentials::MASK;
use crate::error::Counted;
use crate::operation::{Reply, Typed};
use crate::page::Position;
use crate::record::{Record, Source, Unify};
use crate::request::Arguments;
use crate::spec::{Operation, Role, Status};
use crate::transport::Body;
use crate::verify::Signature;
use crate::wire::View;

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

    /// How a page that is sent twice is known, whole or in part.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        fingerprint(&self.reply)
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

/// The same for two replies that hold the same records, whatever their order numbers: a hash of each record, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fingerprint(Vec<u64>);

impl Fingerprint {
    /// That of these records.
    pub fn of(records: impl IntoIterator<Item = impl Hash>) -> Self {
        let records = records.into_iter();
        Self(
            records
                .map(|it| BuildHasherDefault::<DefaultHasher>::new().hash_one(it))
                .collect(),
        )
    }

    pub(crate) fn records(&self) -> &[u64] {
        &self.0
    }
}

/// See [`Outcome::fingerprint`].
pub(crate) fn fingerprint(reply: &dyn Typed) -> Fingerprint {
    let records = (0..reply.fetched()).map(|index| reply.record(index));
    // Writing plain structs of text and numbers as JSON cannot fail.
    Fingerprint::of(records.map(|record: View<'_>| serde_json::to_vec(&record).unwrap_or_default()))
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
    /// Its code as it arrived; the status may be that of a range of them.
    pub code: String,
    /// The vendor's number for this call.
    pub order_number: Option<String>,
    /// How much of what there is was fetched.
    pub completeness: Completeness,
    /// What is known of the reply's signature.
    pub signature: Signature,
    /// How often the call was attempted: more than once only by what [`Repeats`](crate::client::Repeats) allows.
    pub attempts: u32,
    /// Whether one of the attempts before this answer may have been counted.
    pub(crate) earlier: Counted,
    /// The reply as it arrived.
    pub raw: RawReply,
}

impl Receipt {
    /// Whether the call was counted, at least once where there were several attempts.
    #[must_use]
    pub fn counted(&self) -> Counted {
        Counted::of(Some(self.status)).or(self.earlier)
    }

    /// Where records of this reply come from. Of an identity number it says that one was asked, and not which: records go
    /// into reports and files, and who asked has it.
    #[must_use]
    pub fn source(&self) -> Source {
        let number = self.operation.role(Role::IdNumber).map(|it| it.name);
        let asked = self.arguments.iter();
        let asked = asked.map(|(name, value)| match number {
            Some(number) if number == name => (name, MASK),
            _ => (name, value),
        });
        let mut source = Source::new(self.operation.vendor.name, self.operation.name)
            .with_query(asked.collect());
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
    /// Judges one reply. `position` is that of the page which was asked for; `None` where everything
    /// comes in one reply.
    pub(crate) fn judge(position: Option<Position>, fetched: u64, total: Option<u64>) -> Self {
        let complete = match position {
            None => total.is_none_or(|total| fetched >= total),
            // A page that equals the total is believed, be it full. One that holds more than all there are shows that
            // the total is wrong, and that it is short need not be the end: a server may give smaller pages than were asked for.
            Some(Position { before, size, .. }) => {
                before == 0
                    && match total {
                        Some(total) => fetched == total,
                        None => fetched < size,
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
    body: Result<Arc<String>, Vec<u8>>,
}

impl RawReply {
    pub(crate) fn new(http_status: u16, content_type: Option<String>, body: Body) -> Self {
        Self {
            http_status,
            content_type,
            body: body.into_text().map(Arc::new),
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
        match &self.body {
            Ok(text) => text.as_bytes(),
            Err(bytes) => bytes,
        }
    }

    /// The body as text; `None` when it is not UTF-8.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.shared().map(|text| text.as_str())
    }

    /// The text, to be shared by its types.
    pub(crate) fn shared(&self) -> Option<&Arc<String>> {
        self.body.as_ref().ok()
    }
}

impl fmt::Debug for RawReply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RawReply({} bytes)", self.body().len())
    }
}
