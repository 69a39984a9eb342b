//! Scenarios: a sandbox described in a file, for programs that are not Rust and for tests that are read by others.
//!
//! The format is JSON: every language writes it, editors complete it, and it asks nothing of a team that has this crate
//! for its tests only. `docs/sandbox.md` describes it; `examples/scenarios/` has one of each kind.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::time::Duration;

use serde::Deserialize;
use zhixing_core::clock::{Clock, FixedClock, SystemClock, Timestamp};
use zhixing_core::credentials::Secret;
use zhixing_core::personal::Personal;

use crate::account::Account;
use crate::builder::Builder;
use crate::error::SandboxError;
use crate::fault::Fault;
use crate::forced::ForcedAnswer;
use crate::route::Route;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scenario {
    /// For people; the sandbox does not look at it.
    #[serde(default, rename = "about")]
    _about: Option<String>,
    #[serde(default)]
    seed: Option<u64>,
    #[serde(default)]
    clock: Option<ClockEntry>,
    #[serde(default)]
    address: Option<IpAddr>,
    #[serde(default)]
    accounts: Vec<AccountEntry>,
    #[serde(default)]
    faults: Vec<FaultEntry>,
    #[serde(default)]
    answers: Vec<AnswerEntry>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum ClockEntry {
    /// It stands still: RFC 3339.
    Fixed(String),
    /// The machine's clock and so many seconds more.
    OffsetSeconds(i64),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AccountEntry {
    vendor: String,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    credentials: BTreeMap<String, SecretText>,
    #[serde(default)]
    balance: Option<u64>,
    #[serde(default)]
    daily_quota: Option<u64>,
    #[serde(default)]
    calls_per_second: Option<u32>,
    #[serde(default)]
    addresses: Option<Vec<IpAddr>>,
    #[serde(default)]
    disabled: bool,
    #[serde(default)]
    not_authorised: Vec<String>,
    #[serde(default)]
    clock_window_seconds: Option<u64>,
}

#[derive(Deserialize)]
#[serde(transparent)]
struct SecretText(String);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct When {
    #[serde(default)]
    subject: Option<Personal>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FaultEntry {
    vendor: String,
    #[serde(default)]
    operation: Option<String>,
    #[serde(default)]
    when: Option<When>,
    #[serde(default)]
    after: u64,
    #[serde(default)]
    times: Option<u64>,
    fault: Fault,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerEntry {
    vendor: String,
    #[serde(default)]
    operation: Option<String>,
    #[serde(default)]
    when: Option<When>,
    #[serde(default)]
    after: u64,
    #[serde(default)]
    times: Option<u64>,
    answer: AnswerBody,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerBody {
    status: String,
    #[serde(default)]
    message: Option<String>,
}

impl Builder {
    /// Adds what a scenario says. Whatever is set afterwards wins over it.
    ///
    /// # Errors
    /// [`SandboxError::Scenario`] if the text is no scenario: it names the place, the key that is not known, and those that
    /// are.
    pub fn scenario(mut self, text: &str) -> Result<Self, SandboxError> {
        let mut json = serde_json::Deserializer::from_str(text);
        let scenario: Scenario = serde_path_to_error::deserialize(&mut json).map_err(|error| {
            let at = match error.path().to_string() {
                // The whole, or no place that can be told, as where the JSON itself breaks off.
                whole if whole == "." || whole == "?" => String::new(),
                at => at,
            };
            SandboxError::Scenario {
                at,
                problem: error.inner().to_string(),
            }
        })?;
        json.end().map_err(|error| SandboxError::Scenario {
            at: String::new(),
            problem: error.to_string(),
        })?;
        if let Some(seed) = scenario.seed {
            self = self.seed(seed);
        }
        if let Some(address) = scenario.address {
            self = self.address(address);
        }
        self = match scenario.clock {
            None => self,
            Some(ClockEntry::OffsetSeconds(seconds)) => self.clock(Shifted { seconds }),
            Some(ClockEntry::Fixed(text)) => {
                let at: Timestamp = text.parse().map_err(|error| SandboxError::Scenario {
                    at: "clock.fixed".to_owned(),
                    problem: format!("{error}"),
                })?;
                self.clock(FixedClock(at))
            }
        };
        for entry in scenario.accounts {
            let vendor = entry.vendor.clone();
            self = self.account(vendor, Account::from(entry));
        }
        for entry in scenario.faults {
            let route = route(
                entry.vendor,
                entry.operation,
                entry.when,
                entry.after,
                entry.times,
            );
            self = self.fault(route, entry.fault);
        }
        for entry in scenario.answers {
            let route = route(
                entry.vendor,
                entry.operation,
                entry.when,
                entry.after,
                entry.times,
            );
            let answer = ForcedAnswer::status(entry.answer.status);
            let answer = match entry.answer.message {
                Some(message) => answer.message(message),
                None => answer,
            };
            self = self.answer(route, answer);
        }
        Ok(self)
    }
}

fn route(
    vendor: String,
    operation: Option<String>,
    when: Option<When>,
    after: u64,
    times: Option<u64>,
) -> Route {
    let mut route = Route::to(vendor).after(after);
    if let Some(operation) = operation {
        route = route.operation(operation);
    }
    if let Some(subject) = when.and_then(|when| when.subject) {
        route = route.subject(subject.as_str());
    }
    if let Some(times) = times {
        route = route.times(times);
    }
    route
}

impl From<AccountEntry> for Account {
    fn from(entry: AccountEntry) -> Self {
        let mut account = Self::new();
        account.name = entry.name;
        account.credentials = entry
            .credentials
            .into_iter()
            .map(|(name, value)| (name, Secret::new(value.0)))
            .collect();
        account.terms.balance = entry.balance;
        account.terms.daily_quota = entry.daily_quota;
        account.terms.calls_per_second = entry.calls_per_second;
        account.terms.addresses = entry.addresses;
        account.terms.disabled = entry.disabled;
        account.terms.not_authorised = entry.not_authorised;
        if let Some(seconds) = entry.clock_window_seconds {
            account.terms.window = Duration::from_secs(seconds);
        }
        account
    }
}

/// The machine's clock, wrong by a fixed time.
#[derive(Debug)]
struct Shifted {
    seconds: i64,
}

impl Clock for Shifted {
    /// Out of range it is the machine's own time.
    fn now(&self) -> Timestamp {
        let now = SystemClock.now();
        self.seconds
            .checked_mul(1000)
            .and_then(|shift| now.as_millis().checked_add(shift))
            .and_then(|millis| Timestamp::from_millis(millis).ok())
            .unwrap_or(now)
    }
}
