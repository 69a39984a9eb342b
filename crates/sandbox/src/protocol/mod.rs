//! A vendor's server as its document describes it: route, recognise the caller, check, look up, answer.
//!
//! Nothing here names a vendor. What differs between them is the data that clients are made of as well (the vendor's
//! description in its crate), and the few facts in [`crate::served`] that this data has no place for.

mod auth;
mod envelope;
mod incoming;
mod parameters;
mod refusal;

use serde_json::{Value, json};
use zhixing_core::clock::Timestamp;
use zhixing_core::credentials::Credentials;
use zhixing_core::sign::Place;
use zhixing_core::spec::{Class, Method, Operation};

pub(crate) use auth::DigestCase;
pub(crate) use incoming::Incoming;
pub(crate) use parameters::{Arguments, Window};

use crate::served::{Content, Served};
use crate::world::World;

/// What the sandbox knows when it answers.
pub(crate) struct Circumstances<'a> {
    /// Who may call.
    pub(crate) accounts: &'a [Credentials],
    /// The server's time.
    pub(crate) now: Timestamp,
    /// What there is to be found.
    pub(crate) world: &'a World,
    /// Gives the number of the next order.
    pub(crate) next_order: &'a dyn Fn() -> String,
}

/// An HTTP status and a JSON body.
pub(crate) struct Answered {
    pub(crate) status: u16,
    pub(crate) body: String,
}

impl Answered {
    fn json(status: u16, body: &Value) -> Self {
        Self {
            status,
            body: body.to_string(),
        }
    }
}

/// An HTTP error with a short text.
pub(crate) fn wrong(status: u16, message: &str) -> Answered {
    Answered::json(status, &json!({ "message": message }))
}

/// Answers one request to one vendor.
pub(crate) fn answer(
    served: &Served,
    circumstances: &Circumstances<'_>,
    request: &Incoming,
) -> Answered {
    let operation = served.operation;
    if request.path.trim_end_matches('/') != operation.path {
        return wrong(404, "Not found");
    }
    if !allows(operation, &request.method) {
        return wrong(405, "Method not allowed");
    }
    let entered = auth::authenticate(
        &operation.vendor.auth,
        served.digest_case,
        circumstances.accounts,
        circumstances.now,
        request,
    )
    .and_then(|account| Ok((account, Arguments::read(operation, request)?)));
    let (account, arguments) = match entered {
        Ok(entered) => entered,
        Err(refusal) => return envelope::refuse(operation, &refusal),
    };
    let failure = || wrong(500, "Internal server error");
    let Ok(content) = (served.content)(circumstances.world, &arguments) else {
        return failure();
    };
    let (mut reply, class) = match content {
        Content::Found(reply) => (reply, Class::Success),
        Content::Nothing(reply) => (reply, Class::NoData),
    };
    let Some(status) = envelope::of_class(operation.vendor, class) else {
        return failure();
    };
    envelope::write_status(&mut reply, operation, status, status.meaning);
    if let Some(path) = operation.envelope.order_number {
        envelope::put(&mut reply, path, (circumstances.next_order)().into());
    }
    if envelope::sign(&mut reply, operation.vendor, account).is_none() {
        return failure();
    }
    Answered::json(200, &reply)
}

/// The documented method; and GET where the parameters are those of a form, since a form may be sent either way.
fn allows(operation: &Operation, method: &str) -> bool {
    let form = operation
        .parameters
        .iter()
        .any(|parameter| parameter.place == Place::Form);
    method == operation.method.as_str() || (form && method == Method::Get.as_str())
}
