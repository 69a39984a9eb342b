//! A vendor's server as its document describes it: route, recognise the caller, check, look up, answer.
//!
//! Nothing here names a vendor. What differs between them is the data that clients are made of as well (the vendor's
//! description in its crate), and the few facts in [`crate::served`] that this data has no place for.

mod auth;
pub(crate) mod envelope;
mod incoming;
mod parameters;
mod refusal;
mod time;

use std::net::IpAddr;

use serde_json::{Value, json};
use zhixing_core::clock::Timestamp;
use zhixing_core::sign::Place;
use zhixing_core::spec::{Cause, Class, Method, Operation, Status};

pub(crate) use auth::DigestCase;
pub(crate) use incoming::{Incoming, Sent};
pub(crate) use parameters::{Arguments, Window};

use crate::forced::Forced;
use crate::served::{Content, Served};
use crate::state::{Holder, counts};
use crate::world::World;
use refusal::Refusal;

/// The content type of every reply of a vendor.
const JSON: &str = "application/json; charset=utf-8";

/// What the sandbox knows when it answers.
pub(crate) struct Circumstances<'a> {
    /// Who may call.
    pub(crate) accounts: &'a [Holder],
    /// Where the call comes from.
    pub(crate) caller: IpAddr,
    /// The server's time.
    pub(crate) now: Timestamp,
    /// What there is to be found.
    pub(crate) world: &'a World,
    /// Gives the number of the next order.
    pub(crate) next_order: &'a dyn Fn() -> String,
    /// The answer that is forced on a call that is in order, if one is.
    pub(crate) forced: &'a dyn Fn() -> Option<&'a Forced>,
}

/// An HTTP reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answered {
    pub(crate) status: u16,
    pub(crate) content_type: &'static str,
    /// Where a redirect leads.
    pub(crate) location: Option<String>,
    pub(crate) body: Vec<u8>,
}

impl Answered {
    pub(crate) fn new(status: u16, content_type: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status,
            content_type,
            location: None,
            body: body.into(),
        }
    }

    pub(crate) fn json(status: u16, body: &Value) -> Self {
        Self::new(status, JSON, body.to_string())
    }
}

/// An HTTP error with a short text.
pub(crate) fn wrong(status: u16, message: &str) -> Answered {
    Answered::json(status, &json!({ "message": message }))
}

/// A reply, and what the bill says of it.
pub(crate) struct Judged {
    pub(crate) answered: Answered,
    pub(crate) operation: Option<&'static str>,
    pub(crate) account: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) counted: bool,
}

impl Judged {
    /// A reply in no vendor's words.
    fn wrong(status: u16, message: &str) -> Self {
        Self {
            answered: wrong(status, message),
            operation: None,
            account: None,
            code: None,
            counted: false,
        }
    }
}

/// Answers one request to one vendor.
pub(crate) fn answer(
    served: &Served,
    circumstances: &Circumstances<'_>,
    request: &Incoming,
) -> Judged {
    let operation = served.operation;
    if !request.is_for(operation) {
        return Judged::wrong(404, "Not found");
    }
    if !allows(operation, &request.method) {
        return Judged::wrong(405, "Method not allowed");
    }
    let recipe = &operation.vendor.auth;
    let found = auth::recognise(recipe, circumstances.accounts, request);
    let Ok(account) = found else {
        let (answered, status) = envelope::refuse(operation, &Refusal::new(Cause::UnknownKey));
        return judged(operation, None, answered, status, false);
    };
    let name = Some(account.name.clone());
    // Held until the call is paid for.
    let mut ledger = account.ledger();
    let entered = auth::verify(
        operation,
        served.digest_case,
        account,
        circumstances.now,
        request,
    )
    .and_then(|nonce| {
        let (now, window) = (circumstances.now, account.terms.window);
        let replayed = nonce.is_some_and(|nonce| !ledger.is_first(nonce, now, window));
        // No document has a code for it: it is a signature that is not taken.
        if replayed {
            return Err(Refusal::new(Cause::BadSignature));
        }
        ledger
            .admit(
                &account.terms,
                circumstances.now,
                circumstances.caller,
                operation.name,
            )
            .map_err(Refusal::new)
    });
    if let Err(refusal) = entered {
        let (answered, status) = envelope::refuse(operation, &refusal);
        return judged(operation, name, answered, status, false);
    }
    let (answered, status) = match Arguments::read(operation, request) {
        Err(refusal) => envelope::refuse(operation, &refusal),
        Ok(arguments) => match (circumstances.forced)() {
            Some(forced) => force(served, circumstances, account, &arguments, forced),
            None => look_up(served, circumstances, account, &arguments),
        },
    };
    let judged = judged(operation, name, answered, status, true);
    if judged.counted {
        ledger.charge();
    }
    judged
}

fn judged(
    operation: &Operation,
    account: Option<String>,
    answered: Answered,
    status: Option<&Status>,
    admitted: bool,
) -> Judged {
    Judged {
        code: envelope::code_of(operation, &answered.body),
        answered,
        operation: Some(operation.name),
        account,
        // Whom a vendor does not know or let in, it cannot charge.
        counted: admitted && status.is_some_and(counts),
    }
}

type Replied = (Answered, Option<&'static Status>);

/// The reply to a call that is in order.
fn look_up(
    served: &Served,
    circumstances: &Circumstances<'_>,
    account: &Holder,
    arguments: &Arguments,
) -> Replied {
    let operation = served.operation;
    let Ok(content) = (served.content)(operation, circumstances.world, arguments) else {
        return failure();
    };
    let (reply, status) = match content {
        Content::Found(reply) => (reply, envelope::of_class(operation, Class::Success)),
        Content::Nothing(mut reply) => {
            let status = envelope::of_class(operation, Class::NoData).or_else(|| {
                // Without a code for it, the reply itself must say that there is nothing.
                envelope::state_nothing(operation, &mut reply);
                envelope::of_class(operation, Class::Success)
            });
            (reply, status)
        }
    };
    let Some(status) = status else {
        return failure();
    };
    let dressed = dress(
        served,
        circumstances,
        account,
        reply,
        &envelope::code_for(served.vendor, status),
        status.meaning,
    );
    dressed.map_or_else(failure, |answered| (answered, Some(status)))
}

/// The reply that a scenario asks for: with content where its class has one, else of code and message alone.
fn force(
    served: &Served,
    circumstances: &Circumstances<'_>,
    account: &Holder,
    arguments: &Arguments,
    forced: &Forced,
) -> Replied {
    let content = match forced.status.map(|status| status.class) {
        Some(Class::Success) => (served.content)(served.operation, circumstances.world, arguments),
        Some(Class::NoData) => (served.nothing)(arguments).map(Content::Nothing),
        _ => {
            let answered = envelope::bare(served.operation, &forced.code, &forced.message);
            return (answered, forced.status);
        }
    };
    let Ok(Content::Found(reply) | Content::Nothing(reply)) = content else {
        return failure();
    };
    let dressed = dress(
        served,
        circumstances,
        account,
        reply,
        &forced.code,
        &forced.message,
    );
    dressed.map_or_else(failure, |answered| (answered, forced.status))
}

fn failure() -> Replied {
    (wrong(500, "Internal server error"), None)
}

/// Puts code, message, order number and signature around the content.
fn dress(
    served: &Served,
    circumstances: &Circumstances<'_>,
    account: &Holder,
    mut reply: Value,
    code: &str,
    words: &str,
) -> Option<Answered> {
    let operation = served.operation;
    envelope::write_status(&mut reply, operation, code, words);
    if let Some(path) = operation.envelope.order_number {
        envelope::put(&mut reply, path, (circumstances.next_order)().into());
    }
    envelope::sign(&mut reply, operation.vendor, &account.credentials)?;
    Some(Answered::json(200, &reply))
}

/// The documented method; and GET where the parameters are those of a form, since a form may be sent either way.
fn allows(operation: &Operation, method: &str) -> bool {
    let form = operation
        .parameters
        .iter()
        .any(|parameter| parameter.place == Place::Form);
    method == operation.method.as_str() || (form && method == Method::Get.as_str())
}
