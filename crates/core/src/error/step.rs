//! What to do after a failure: the document's own advice where it has one, else what the kind of failure asks for.

use super::{Error, Kind};
use crate::client::Exceeded;
use crate::spec::{Cause, Class, Retry};
use crate::transport::Phase;

impl Error {
    /// What to do next, in one sentence.
    #[must_use]
    pub fn next_step(&self) -> String {
        if let Some(advice) = self.advice() {
            return match advice.retry {
                Retry::AfterSeconds(seconds) => {
                    format!("{} (wait {seconds} s)", advice.description)
                }
                _ => advice.description.to_owned(),
            };
        }
        let step = match &self.0.kind {
            Kind::UnknownOperation { .. } | Kind::UnknownParameter { .. } => {
                "use one of the documented names"
            }
            Kind::MissingParameter { .. } | Kind::InvalidParameter { .. } => {
                "mend the parameter; nothing was sent"
            }
            Kind::IdentityNumberOverPlainHttp { .. } => {
                "take an https base URL where the vendor serves one, or allow identity numbers over plain http"
            }
            Kind::MissingCredential { .. } | Kind::MissingBaseUrl { .. } => {
                "set the environment variable"
            }
            Kind::InvalidCredential { .. } => {
                "copy the credential again, without blanks or line ends"
            }
            Kind::InvalidBaseUrl { .. } => "mend the base URL",
            Kind::Signing { .. } => "check the credentials and the clock",
            Kind::NoTransport => "give the builder a transport",
            Kind::Budget(Exceeded::NoPrice) => "give the budget a price for the operation",
            Kind::Budget(_) => "raise the budget if the call is worth its price; it was not sent",
            Kind::Transport(_) if self.phase() == Phase::NotSent => {
                "check the network and the base URL; nothing was sent"
            }
            Kind::Transport(_) => {
                "look at the vendor's bill before asking again: the call may have been counted"
            }
            Kind::Redirect(_) | Kind::Html(_) => "check the base URL and any proxy in between",
            Kind::Http(_)
            | Kind::EmptyBody(_)
            | Kind::Truncated(_)
            | Kind::NotJson(_)
            | Kind::Undecodable(_) => {
                "look at the vendor's bill before asking again, and show the vendor the raw reply"
            }
            Kind::TooManyItems { .. } => {
                "keep the raw reply; ask with a higher limit only if so many are meant"
            }
            Kind::NoStatus { .. } | Kind::Shape { .. } => {
                "keep the raw reply: the vendor changed its format; regenerate from its new document"
            }
            Kind::SignatureMismatch | Kind::SignatureMissing => {
                "do not use the reply; check the secret, then ask the vendor"
            }
            // One code for both at qcc: who looks at the key alone does not find it.
            Kind::Status(status)
                if status.class == Class::Auth
                    && status.causes.contains(&Cause::ForbiddenAddress) =>
            {
                "check the key, the secret and the clock, and ask the vendor whether this address may call"
            }
            Kind::Status(status) => by_class(status.class),
            Kind::UnknownStatus { .. } => "ask the vendor what the code means",
            Kind::PageLimit { .. } => "raise the limit of pages if the rest is worth its price",
            Kind::RepeatedPage { .. } => "use what was fetched; ask the vendor about its paging",
        };
        step.to_owned()
    }
}

fn by_class(class: Class) -> &'static str {
    match class {
        Class::Success | Class::NoData => "nothing",
        Class::Auth => "check the key, the secret and the clock",
        Class::Permission => "ask the vendor to open the product or the address for this account",
        Class::Balance => "top up the account",
        Class::Quota => "wait for the next period or buy more calls",
        Class::Rate => "slow down",
        Class::Parameter => "mend the request",
        Class::Unsupported => "ask another vendor: this one does not answer such questions",
        Class::Pending => "ask again later",
        Class::Retired => "ask the vendor whether the product still exists",
        Class::Blocked => "ask the vendor: it may not hand out this data",
        Class::Server => "ask again later; if it lasts, ask the vendor",
    }
}
