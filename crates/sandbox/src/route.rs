//! To which calls a rule of the sandbox applies, and how often.

use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::Value;
use zhixing_core::personal::Personal;
use zhixing_core::spec::{Operation, Role};

use crate::protocol::{Incoming, Sent};

/// The calls that a fault or a forced answer applies to: to a vendor, perhaps to one operation, perhaps about one
/// subject; from which of them on, and how many of them.
///
/// Rules are asked in the order in which they were given, and the first that applies is the one; every rule that is asked
/// counts the call.
///
/// ```
/// use zhixing_sandbox::{Fault, Route, Sandbox};
///
/// let sandbox = Sandbox::builder()
///     // The second and the third call about this company.
///     .fault(Route::to("qixin").subject("博山鲁星环保机械厂").after(1).times(2), Fault::BillThenDrop)
///     // Every call.
///     .fault("juhe", Fault::Html)
///     .build()?;
/// # Ok::<(), zhixing_sandbox::SandboxError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    pub(crate) vendor: String,
    pub(crate) operation: Option<String>,
    subject: Option<Personal>,
    after: u64,
    pub(crate) times: Option<u64>,
}

impl Route {
    /// Every call to a vendor.
    #[must_use]
    pub fn to(vendor: impl Into<String>) -> Self {
        Self {
            vendor: vendor.into(),
            operation: None,
            subject: None,
            after: 0,
            times: None,
        }
    }

    /// Only calls of this operation.
    #[must_use]
    pub fn operation(mut self, operation: impl Into<String>) -> Self {
        self.operation = Some(operation.into());
        self
    }

    /// Only calls about this subject: exactly this text, but for blanks around it.
    #[must_use]
    pub fn subject(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(Personal::from(subject.into()));
        self
    }

    /// Not the first so many of them.
    #[must_use]
    pub fn after(mut self, calls: u64) -> Self {
        self.after = calls;
        self
    }

    /// Only so many of them; all unless given.
    #[must_use]
    pub fn times(mut self, calls: u64) -> Self {
        self.times = Some(calls);
        self
    }

    fn covers(&self, operation: &Operation, request: &Incoming) -> bool {
        let subject = || match request.sent(operation, operation.role(Role::Subject)?) {
            Sent::Texts(texts) if texts.len() == 1 => texts.into_iter().next(),
            Sent::Json(Value::String(text)) => Some(text.into()),
            _ => None,
        };
        self.vendor == operation.vendor.name
            && self
                .operation
                .as_ref()
                .is_none_or(|name| name == operation.name && request.is_for(operation))
            && self.subject.as_ref().is_none_or(|wanted| {
                subject().is_some_and(|given| given.trim() == wanted.as_str().trim())
            })
    }
}

impl From<&str> for Route {
    fn from(vendor: &str) -> Self {
        Self::to(vendor)
    }
}

/// A rule that counts the calls it has seen.
#[derive(Debug)]
pub(crate) struct Rule<T> {
    route: Route,
    seen: AtomicU64,
    outcome: T,
}

impl<T> Rule<T> {
    pub(crate) fn new(route: Route, outcome: T) -> Self {
        Self {
            route,
            seen: AtomicU64::new(0),
            outcome,
        }
    }
}

/// What the first rule that applies to this call says.
pub(crate) fn first<'a, T>(
    rules: &'a [Rule<T>],
    operation: &Operation,
    request: &Incoming,
) -> Option<&'a T> {
    rules
        .iter()
        .find(|rule| {
            if !rule.route.covers(operation, request) {
                return false;
            }
            let before = rule.seen.fetch_add(1, Ordering::Relaxed);
            before
                .checked_sub(rule.route.after)
                .is_some_and(|number| rule.route.times.is_none_or(|times| number < times))
        })
        .map(|rule| &rule.outcome)
}
