//! From an HTTP reply to an answer or an error: the second half of the pipeline.
//!
//! The text is read once (`reading.rs`), and then the order is the point: first the status decides what the rest means, then
//! the signature is checked on the text, and only a reply that holds is given out as types. What cannot be understood is an
//! error that keeps the reply, since it may have been paid for.

use crate::credentials::Credentials;
use crate::error::{Counted, Error, Kind};
use crate::observe::Watch;
use crate::operation::Typed;
use crate::outcome::{Answer, Completeness, RawReply, Receipt};
use crate::reading::{Misfit, Reading};
use crate::request::Arguments;
use crate::spec::{Class, Operation, Status};
use crate::transport::{HttpReply, Phase};
use crate::verify::Signature;

mod absence;
mod outside;
mod signature;

use absence::without_records;
pub(crate) use outside::broken;
use outside::{arrived, http_error, http_ok, json_path, not_an_object, shape, shortened, text_of};

/// On which terms a client understands replies.
#[derive(Clone, Copy)]
pub(crate) struct Terms<'c> {
    pub(crate) credentials: &'c Credentials,
    pub(crate) accept_unverified: bool,
    /// See [`Limits`](crate::transport::Limits).
    pub(crate) list_items: usize,
    pub(crate) watch: Option<&'c Watch>,
}

/// Understands a reply to that operation, and fills its type. After an error what was filled is of no use. The arguments are
/// taken where it is an answer.
pub(crate) fn interpret(
    operation: &'static Operation,
    arguments: &mut Arguments,
    reply: HttpReply,
    into: &mut dyn Typed,
    terms: Terms<'_>,
) -> Result<(Answer, Receipt), Error> {
    let raw = RawReply::new(reply.status, reply.content_type, reply.body);
    match read(operation, arguments, &raw, into, terms) {
        Ok(read) => {
            let receipt = Receipt {
                operation,
                arguments: std::mem::take(arguments),
                status: read.status,
                code: read.code,
                order_number: read.order_number,
                completeness: read.completeness,
                signature: read.signature,
                attempts: 1,
                earlier: Counted::No,
                raw,
            };
            Ok((read.answer, receipt))
        }
        Err(fault) => Err(Error::new(
            operation.vendor,
            Some(operation),
            fault.kind,
            Phase::Answered,
        )
        .with_code(fault.code)
        .with_vendor_words(fault.message, fault.order_number)
        .with_reply(raw)),
    }
}

struct Read {
    answer: Answer,
    status: &'static Status,
    code: String,
    order_number: Option<String>,
    completeness: Completeness,
    signature: Signature,
}

/// An error and the vendor's words that came with it.
struct Fault {
    kind: Kind,
    /// The code that arrived, where the status is that of a range.
    code: Option<String>,
    message: Option<String>,
    order_number: Option<String>,
}

impl From<Kind> for Box<Fault> {
    fn from(kind: Kind) -> Self {
        Self::new(Fault {
            kind,
            code: None,
            message: None,
            order_number: None,
        })
    }
}

/// What a reply says of itself, whatever its shape: that it answers, and with which status.
struct Head {
    status: &'static Status,
    code: String,
}

impl Head {
    /// Reads the status. A reply that does not answer is an error, whatever else it holds.
    fn read(
        operation: &'static Operation,
        raw: &RawReply,
        reading: &Reading<'_>,
        watch: Option<&Watch>,
    ) -> Result<Self, Box<Fault>> {
        let http_ok = http_ok(raw);
        let path = operation.envelope.code;
        // Some documents say by a reply without a code that it went well.
        let unsaid = || http_ok.then(|| operation.vendor.status("")).flatten();
        let code = reading.scalar(path);
        let Some(code) = code.or_else(|| unsaid().map(|_| String::new())) else {
            return Err(if http_ok {
                Kind::NoStatus {
                    path: json_path(path),
                    arrived: arrived(raw),
                }
            } else {
                http_error(raw)
            }
            .into());
        };
        let Some(status) = operation.vendor.status(&code) else {
            if let Some(watch) = watch.filter(|_| http_ok) {
                watch.reply(operation, reading.text());
            }
            // A gateway's own JSON may have a `code` too: under an HTTP error it is no vendor's status.
            let kind = if http_ok {
                let code = shortened(&code);
                Kind::UnknownStatus { code }
            } else {
                http_error(raw)
            };
            return Err(fault(operation, reading, kind));
        };
        if !matches!(status.class, Class::Success | Class::NoData) {
            let mut failed = fault(operation, reading, Kind::Status(status));
            failed.code = status.range().map(|_| code);
            return Err(failed);
        }
        if !http_ok {
            return Err(fault(operation, reading, http_error(raw)));
        }
        Ok(Self { status, code })
    }
}

/// What came with an HTTP error need not be JSON: the HTTP status says more.
fn unreadable(raw: &RawReply, kind: Kind) -> Box<Fault> {
    if http_ok(raw) { kind } else { http_error(raw) }.into()
}

/// An error with the vendor's words.
fn fault(operation: &Operation, reading: &Reading<'_>, kind: Kind) -> Box<Fault> {
    Box::new(Fault {
        kind,
        code: None,
        message: reading.scalar(operation.envelope.message),
        order_number: order_number(operation, reading),
    })
}

fn order_number(operation: &Operation, reading: &Reading<'_>) -> Option<String> {
    let path = operation.envelope.order_number?;
    reading.scalar(path)
}

fn read(
    operation: &'static Operation,
    arguments: &Arguments,
    raw: &RawReply,
    reply: &mut dyn Typed,
    terms: Terms<'_>,
) -> Result<Read, Box<Fault>> {
    let (body, text) = text_of(raw).map_err(|kind| unreadable(raw, kind))?;
    let watch = terms.watch;
    let (mut reading, typed) = Reading::of(text, body, operation, terms.list_items, reply)
        .map_err(|error| unreadable(raw, not_an_object(text, &error, arrived(raw))))?;
    let Head { status, code } = Head::read(operation, raw, &reading, watch)?;
    if let Err(Misfit::TooMany) = typed {
        // To check its signature would be to read all of it after all.
        let limit = terms.list_items;
        let kind = Kind::TooManyItems {
            limit,
            arrived: arrived(raw),
        };
        return Err(fault(operation, &reading, kind));
    }
    let signature = signature::judge(
        operation.vendor,
        &mut reading,
        status,
        terms.credentials,
        terms.accept_unverified,
    );
    let words = |kind| fault(operation, &reading, kind);
    let signature = signature.map_err(words)?;
    // Before a shape that cannot be read is an error, so that it is told as well.
    if let Some(watch) = watch {
        watch.reply(operation, text);
    }
    typed.map_err(|misfit| {
        words(match misfit {
            Misfit::Shape { path, problem } => shape(path, problem, raw),
            Misfit::Undecodable | Misfit::TooMany => Kind::Undecodable(arrived(raw)),
        })
    })?;
    let (fetched, total) = counts(reply);
    let answer = if fetched > 0 {
        // Records outrank a statement that there are none: an answer that was paid for is not dropped.
        Answer::Found
    } else {
        without_records(operation, status, &reading, total)
            .map_err(|(path, problem)| words(shape(path, problem, raw)))?
    };
    let mut completeness = completeness(operation, arguments, reply, answer);
    if let Some(path) = operation.returned {
        // What the reply counts and does not hold is somewhere: then nobody knows that this is all.
        let returned = reading.scalar(path);
        completeness.complete &= returned.is_none_or(|it| it.trim() == fetched.to_string());
    }
    Ok(Read {
        order_number: order_number(operation, &reading),
        completeness,
        answer,
        status,
        code,
        signature,
    })
}

/// How many records came, and how many there are.
fn counts(reply: &dyn Typed) -> (u64, Option<u64>) {
    let total = reply.in_all().and_then(|total| u64::try_from(total).ok());
    (reply.fetched() as u64, total)
}

/// How much of what there is came with this reply.
fn completeness(
    operation: &Operation,
    arguments: &Arguments,
    reply: &dyn Typed,
    answer: Answer,
) -> Completeness {
    let (fetched, total) = counts(reply);
    let position = operation.paging.map(|paging| paging.position(arguments));
    // Nothing on a later page is no statement about the pages before it.
    let first = position.is_none_or(|position| position.before == 0);
    let total = if answer == Answer::None && first {
        total.or(Some(0))
    } else {
        total
    };
    let mut completeness = Completeness::judge(position, fetched, total);
    // There are records, and none of them came.
    completeness.complete &= fetched > 0 || answer == Answer::None;
    // A total that counts nothing says nothing of the rest.
    completeness.complete &= reply.in_all().is_none_or(|total| total >= 0);
    completeness
}
