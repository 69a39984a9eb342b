//! From an HTTP reply to an answer or an error: the second half of the pipeline.
//!
//! The order is the point. The status code is read from the text, the signature is checked on the
//! text, and only then is anything typed; what cannot be understood is an error that keeps the reply,
//! since it may have been paid for.

use serde_json::Value;
use serde_json::error::Category;

use crate::credentials::{Credentials, Secret};
use crate::envelope::Envelope;
use crate::error::{Error, Kind};
use crate::flatten::{EmptyRoot, Null, Policy};
use crate::observe::Watch;
use crate::operation::Reply;
use crate::outcome::{Answer, Completeness, Outcome, RawReply, Receipt};
use crate::request::Arguments;
use crate::spec::{Class, Operation, Status};
use crate::transport::{HttpReply, Phase};
use crate::verify::{ReplySignature, Signature};

mod outside;

use outside::{arrived, http_error, json_path, not_an_object, shape, shortened, text_of};

/// Understands a reply to that operation.
pub(crate) fn interpret<R: Reply>(
    operation: &'static Operation,
    arguments: Arguments,
    reply: HttpReply,
    credentials: &Credentials,
    accept_unverified: bool,
    watch: Option<&Watch>,
) -> Result<Outcome<R>, Error> {
    let raw = RawReply::new(reply.status, reply.content_type, reply.body);
    let read = read(
        operation,
        &arguments,
        &raw,
        credentials,
        accept_unverified,
        watch,
    );
    match read {
        Ok(read) => {
            let receipt = Receipt {
                operation,
                arguments,
                status: read.status,
                code: read.code,
                order_number: read.order_number,
                completeness: read.completeness,
                signature: read.signature,
                raw,
            };
            Ok(Outcome {
                answer: read.answer,
                reply: read.reply,
                receipt,
            })
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

struct Read<R> {
    reply: R,
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

fn read<R: Reply>(
    operation: &'static Operation,
    arguments: &Arguments,
    raw: &RawReply,
    credentials: &Credentials,
    accept_unverified: bool,
    watch: Option<&Watch>,
) -> Result<Read<R>, Box<Fault>> {
    let arrived = || arrived(raw);
    let http_ok = (200..300).contains(&raw.http_status());
    let text = match text_of(raw) {
        // What came with an HTTP error need not be JSON: the HTTP status says more.
        Err(_) if !http_ok => return Err(http_error(raw).into()),
        other => other?,
    };
    let envelope = match Envelope::read(text) {
        Ok(envelope) => envelope,
        Err(_) if !http_ok => return Err(http_error(raw).into()),
        Err(error) => return Err(not_an_object(text, &error, arrived()).into()),
    };

    let path = operation.envelope;
    // Some documents say by a reply without a code that it went well.
    let unsaid = || http_ok.then(|| operation.vendor.status("")).flatten();
    let code = envelope.scalar(path.code);
    let Some(code) = code.or_else(|| unsaid().map(|_| String::new())) else {
        let kind = if http_ok {
            Kind::NoStatus {
                path: json_path(path.code),
                arrived: arrived(),
            }
        } else {
            http_error(raw)
        };
        return Err(kind.into());
    };
    let words = |kind| {
        Box::new(Fault {
            kind,
            code: None,
            message: envelope.scalar(path.message),
            order_number: path.order_number.and_then(|path| envelope.scalar(path)),
        })
    };
    let Some(status) = operation.vendor.status(&code) else {
        if let Some(watch) = watch.filter(|_| http_ok) {
            watch.reply(operation, text);
        }
        // A gateway's own JSON may have a `code` too: under an HTTP error it is no vendor's status.
        return Err(words(if http_ok {
            Kind::UnknownStatus {
                code: shortened(&code),
            }
        } else {
            http_error(raw)
        }));
    };
    let answered = matches!(status.class, Class::Success | Class::NoData);
    if !answered {
        let mut fault = words(Kind::Status(status));
        fault.code = status.range().map(|_| code);
        return Err(fault);
    }
    if !http_ok {
        return Err(words(http_error(raw)));
    }

    let signature = match &operation.vendor.reply_signature {
        None => Signature::Unsigned,
        Some(spec) => {
            let judged = signature_of(spec, text, &envelope, status, credentials);
            match judged {
                Ok(signature) => signature,
                Err(Kind::SignatureMissing) if accept_unverified => Signature::Unsigned,
                Err(_) if accept_unverified => Signature::Mismatch,
                Err(kind) => return Err(words(kind)),
            }
        }
    };
    // Before decoding, so that a shape which cannot be read is told as well.
    if let Some(watch) = watch {
        watch.reply(operation, text);
    }
    let reply: R = decode(text).map_err(|fault| {
        words(match fault {
            Some((path, problem)) => shape(path, problem, raw),
            None => Kind::NotJson(arrived()),
        })
    })?;

    let fetched = reply.records().len() as u64;
    let total = reply.total().and_then(|total| u64::try_from(total).ok());
    let answer = if fetched > 0 {
        // Records outrank a statement that there are none: an answer that was paid for is not dropped.
        Answer::Found
    } else {
        without_records(operation, status, &envelope, total)
            .map_err(|(path, problem)| words(shape(path, problem, raw)))?
    };
    let position = operation.paging.map(|paging| paging.position(arguments));
    // Nothing on a later page is no statement about the pages before it.
    let first = position.is_none_or(|position| position.before == 0);
    let total = if answer == Answer::None && first {
        total.or(Some(0))
    } else {
        total
    };
    let order_number = path.order_number.and_then(|path| envelope.scalar(path));
    let mut completeness = Completeness::judge(position, fetched, total);
    // There are records, and none of them came.
    completeness.complete &= fetched > 0 || answer == Answer::None;
    // A total that counts nothing says nothing of the rest.
    completeness.complete &= reply.total().is_none_or(|total| total >= 0);
    Ok(Read {
        reply,
        answer,
        status,
        code,
        order_number,
        completeness,
        signature,
    })
}

/// What a success or no-data reply without records says: that there are none only if it says so.
fn without_records(
    operation: &Operation,
    status: &Status,
    envelope: &Envelope<'_>,
    total: Option<u64>,
) -> Result<Answer, (String, &'static str)> {
    if status.class == Class::NoData {
        return Ok(Answer::None);
    }
    let marked_none = operation.none.and_then(|none| {
        let value = envelope.scalar(none.path)?;
        Some(value == none.value)
    });
    match (marked_none, total) {
        (None | Some(true), Some(0)) | (Some(true), None) => return Ok(Answer::None),
        // It says that there are records, or contradicts itself: then nobody knows that there are none.
        (Some(_), _) | (None, Some(_)) => return Ok(Answer::Found),
        (None, None) => {}
    }
    if let Some(path) = operation.envelope.payload
        && let Some(problem) = no_statement(envelope.raw(path), operation.none.is_some())
    {
        return Err((json_path(path), problem));
    }
    Ok(Answer::None)
}

/// What the reply's signature is worth. Anything that is not certain is an error.
fn signature_of(
    spec: &ReplySignature,
    text: &str,
    envelope: &Envelope<'_>,
    status: &Status,
    credentials: &Credentials,
) -> Result<Signature, Kind> {
    let Some(secret) = credentials.get(spec.credential) else {
        return Err(Kind::SignatureMismatch);
    };
    let nothing = status.class == Class::NoData && envelope.raw(spec.payload).is_none_or(is_empty);
    // What cannot be flattened, or stands there twice, cannot be what was signed.
    match spec.verify_reply(text, secret) {
        Ok(Signature::Verified) => Ok(Signature::Verified),
        // A reply that says "nothing found" and carries nothing has nothing that could be signed.
        Ok(Signature::Unsigned) if nothing => Ok(Signature::Unsigned),
        Ok(Signature::Unsigned) => Err(Kind::SignatureMissing),
        _ if nothing && signs_nothing(spec, text, secret) => Ok(Signature::Verified),
        _ => Err(Kind::SignatureMismatch),
    }
}

/// Whether the signature is that of an empty payload by any named choice. The one document that signs
/// leaves open how it signs one, and a wrong guess would make an alarm of every "nothing found".
fn signs_nothing(spec: &ReplySignature, text: &str, secret: &Secret) -> bool {
    let choices = [
        EmptyRoot::NoPairs,
        EmptyRoot::EmptyKey,
        EmptyRoot::ValueAlone,
    ];
    choices.into_iter().any(|empty_root| {
        [Null::Word, Null::Empty].into_iter().any(|null| {
            let policy = Policy {
                empty_root,
                null,
                ..spec.policy
            };
            let spec = ReplySignature { policy, ..*spec };
            spec.verify_reply(text, secret) == Ok(Signature::Verified)
        })
    })
}

/// Why a success without records does not say that there are none: absence is stated, never inferred
/// from a payload that is gone or that keeps its list under another name.
fn no_statement(payload: Option<&str>, has_marker: bool) -> Option<&'static str> {
    let Some(payload) = payload else {
        return Some("it is missing, and the status is one of success");
    };
    // A vendor that says in the payload whether there is something says nothing without one.
    if has_marker && payload.trim() == "null" {
        return Some("it is null, and the status is one of success");
    }
    // The text has been decoded once already.
    let payload = serde_json::from_str(payload).unwrap_or_default();
    holds_a_list(&payload).then_some("it holds a list, and no records where they are documented")
}

fn holds_a_list(value: &Value) -> bool {
    match value {
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => fields.values().any(holds_a_list),
        _ => false,
    }
}

fn is_empty(payload: &str) -> bool {
    let bare: String = payload
        .chars()
        .filter(|c| !c.is_ascii_whitespace())
        .collect();
    matches!(bare.as_str(), "null" | "\"\"" | "[]" | "{}")
}

/// Types the text. Only when that fails is the JSON path worth its price.
///
/// An error without a path is not about the shape: a lone surrogate, a number beyond all range, too
/// deep a nesting. Such a fault may sit in an undocumented field, whose key is content.
fn decode<R: Reply>(text: &str) -> Result<R, Option<(String, String)>> {
    if let Ok(reply) = serde_json::from_str(text) {
        return Ok(reply);
    }
    let mut deserializer = serde_json::Deserializer::from_str(text);
    match serde_path_to_error::deserialize::<_, R>(&mut deserializer) {
        Ok(reply) => Ok(reply),
        Err(error) => {
            if error.inner().classify() != Category::Data {
                return Err(None);
            }
            let path = format!("$.{}", error.path());
            let problem = error.into_inner().to_string();
            // serde_json adds the place in the text, which helps nobody without the text.
            let problem = problem
                .split(" at line ")
                .next()
                .unwrap_or_default()
                .to_owned();
            Err(Some((path.trim_end_matches('.').to_owned(), problem)))
        }
    }
}
