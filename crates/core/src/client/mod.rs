//! A client of one vendor: its credentials, host, transport, clock and limits, and the one pipeline
//! that every call takes.
//!
//! check -> build -> sign -> send -> bound -> read envelope -> verify -> classify -> decode
//!
//! The first half is here, the second, which reads the reply, in `interpret`. Around both stand the attempts of a call
//! (`attempt`), what makes a further one (`repeat`) and what they may cost (`budget`). Generated clients wrap
//! a [`Caller`] and add nothing but names.

use std::fmt;
use std::sync::Arc;

use crate::any::{AnyOutcome, AnyReply};
use crate::clock::{Clock, KnownSkew, Skew, Timer, Timestamp};
use crate::credentials::Credentials;
use crate::error::{Error, Kind};
use crate::interpret::{Terms, interpret};
use crate::observe::Watch;
use crate::operation::{Reply, Request, Typed};
use crate::outcome::{Answer, Outcome, Receipt};
use crate::page::Pages;
use crate::request::{Arguments, name_shown};
use crate::sign::{Nonces, Place, Signing};
use crate::spec::{Operation, Vendor};
use crate::transport::{Limits, Prepared, Transport};

mod attempt;
mod budget;
mod builder;
mod place;
mod repeat;

use attempt::Course;
pub use budget::{Budget, Exceeded, Spent};
pub use builder::Builder;
pub use repeat::Repeats;

/// Makes calls to one vendor. Cheap to clone; clones share the transport, the budget, and what was learnt of the server's clock.
#[derive(Clone)]
pub struct Caller(Arc<Inner>);

struct Inner {
    vendor: &'static Vendor,
    credentials: Credentials,
    base_url: String,
    transport: Arc<dyn Transport>,
    clock: Arc<dyn Clock>,
    skew: Skew,
    timer: Option<Arc<dyn Timer>>,
    nonces: Arc<dyn Nonces>,
    limits: Limits,
    repeats: Repeats,
    budget: Budget,
    accept_unverified: bool,
    /// Whether identity numbers may be sent to the base URL.
    identity_numbers: bool,
    watch: Option<Watch>,
}

impl fmt::Debug for Caller {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Caller")
            .field("vendor", &self.0.vendor.name)
            .field("credentials", &self.0.credentials)
            .field("limits", &self.0.limits)
            .finish_non_exhaustive()
    }
}

impl Caller {
    /// The vendor that is called.
    #[must_use]
    pub fn vendor(&self) -> &'static Vendor {
        self.0.vendor
    }

    /// Makes one call, which may cost money. What is attempted again by itself is on the page of [`Repeats`].
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn call<R: Request>(&self, request: &R) -> Result<Outcome<R::Reply>, Error> {
        self.call_with::<R::Reply>(R::OPERATION, request.arguments())
            .await
    }

    /// All pages of an operation, one call each.
    pub fn pages<R: Request>(&self, request: &R) -> Pages<R> {
        Pages::new(self, request.arguments())
    }

    /// Makes one call with arguments by their wire names.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn call_with<R: Reply>(
        &self,
        operation: &'static Operation,
        arguments: Arguments,
    ) -> Result<Outcome<R>, Error> {
        let mut reply = R::default();
        let (answer, receipt) = self.answered(operation, arguments, &mut reply).await?;
        Ok(Outcome {
            answer,
            reply,
            receipt,
        })
    }

    /// Makes one call and fills its reply: what of a call is the same for every type.
    async fn answered(
        &self,
        operation: &'static Operation,
        mut arguments: Arguments,
        into: &mut dyn Typed,
    ) -> Result<(Answer, Receipt), Error> {
        let terms = Terms {
            credentials: &self.0.credentials,
            accept_unverified: self.0.accept_unverified,
            list_items: self.0.limits.list_items,
            watch: self.0.watch.as_ref(),
        };
        let mut course = Course::begin(self, operation);
        let mut failed = None;
        loop {
            let reply = course.reply(&arguments, failed).await?;
            match interpret(operation, &mut arguments, reply, into, terms) {
                Ok((answer, mut receipt)) => {
                    course.answered(answer, &mut receipt);
                    return Ok((answer, receipt));
                }
                Err(error) => failed = Some(error),
            }
            // What the attempt that failed has filled is none of the next one's.
            into.clear();
        }
    }

    /// What the calls of this client cost so far, together with those of all that share its budget.
    #[must_use]
    pub fn spent(&self) -> Spent {
        self.0.budget.spent()
    }

    /// What this client has learnt of the server's clock.
    #[must_use]
    pub fn skew(&self) -> KnownSkew {
        self.0.skew.known()
    }

    /// Makes one call and gives back what every vendor's answers have in common.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn call_any(
        &self,
        mut reply: AnyReply,
        arguments: Arguments,
    ) -> Result<AnyOutcome, Error> {
        let (answer, receipt) = self
            .answered(reply.operation, arguments, reply.typed())
            .await?;
        Ok(reply.outcome(answer, receipt))
    }

    /// Checks, builds and signs a request, and sends nothing.
    ///
    /// # Errors
    /// An argument breaks a rule, or a credential is missing.
    pub fn prepare(
        &self,
        operation: &'static Operation,
        arguments: &Arguments,
        at: Timestamp,
    ) -> Result<Prepared, Error> {
        self.prepare_with_nonces(operation, arguments, at, &self.0.nonces)
    }

    /// [`prepare`](Self::prepare) with other nonces than the client's, for example [`ZeroNonces`](crate::sign::ZeroNonces).
    ///
    /// # Errors
    /// As [`prepare`](Self::prepare).
    pub fn prepare_with_nonces(
        &self,
        operation: &'static Operation,
        arguments: &Arguments,
        at: Timestamp,
        nonces: &dyn Nonces,
    ) -> Result<Prepared, Error> {
        let vendor = self.0.vendor;
        let refuse = |kind| Error::not_sent(vendor, Some(operation), kind);
        let checked = arguments.checked(operation).map_err(refuse)?;
        if !self.0.identity_numbers {
            place::no_identity_number(&checked).map_err(refuse)?;
        }
        let mut prepared = Prepared::new(operation.method, self.0.base_url.clone());
        if !vendor.base_url.whole_endpoint {
            prepared.path = place::path(operation, &checked);
        }
        // A JSON body is sent although none of its members is.
        if operation.parameters.iter().any(|p| p.place == Place::Json) {
            prepared.json = Some(Vec::new());
        }
        // Only some recipes cover what is asked, and for them it is rendered once more.
        let covered = vendor.auth.reads_request();
        let asked = covered.then(|| place::asked(&checked));
        for argument in checked {
            place::argument(&mut prepared, argument);
        }
        // Last, since a signature may cover what is asked.
        let request = asked.map(|asked| prepared.to_sign(asked));
        let mut signing = Signing::at(at).nonces(nonces);
        if let Some(request) = &request {
            signing = signing.request(request);
        }
        let signed = vendor.auth.apply(&self.0.credentials, &signing);
        let signed = signed.map_err(|error| {
            let reason = error.to_string();
            refuse(Kind::Signing { reason })
        })?;
        place::signed(&mut prepared, signed);
        Ok(prepared)
    }

    /// The error for a name that is no operation of this vendor.
    #[must_use]
    pub fn unknown_operation(&self, name: &str) -> Error {
        let known = self
            .0
            .vendor
            .operations
            .iter()
            .map(|operation| operation.name)
            .collect();
        Error::not_sent(
            self.0.vendor,
            None,
            Kind::UnknownOperation {
                operation: name_shown(name).into_owned(),
                known,
            },
        )
    }
}
