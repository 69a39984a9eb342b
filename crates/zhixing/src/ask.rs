//! Carrying out a plan: all sources at once, each on its own.

use std::sync::Arc;

use futures_util::StreamExt;
use futures_util::stream;
use zhixing_core::any::AnyClient;
use zhixing_core::error::Kind;
use zhixing_core::outcome::Completeness;
use zhixing_core::page::Cursor;
use zhixing_core::record::Record;
use zhixing_core::spec::Operation;
use zhixing_core::verify::Signature;
use zhixing_core::{Answer, Error};

use crate::plan::{Plan, PlannedCall, plan};
use crate::registry::{Entry, Setup, VENDORS};
use crate::report::{Failure, Report, SourceReport, State};
use crate::subject::Question;

/// Calls in flight at a time, over all vendors.
const IN_FLIGHT: usize = 8;

/// Pages that are fetched of one source at most: a bound on what a wrong total can cost.
const PAGES: u32 = 100;

/// Asks every vendor that the question names and the setup has credentials for.
///
/// Never fails as a whole: what a source could not answer stands in its own line of the report, and
/// hides nothing of the others.
pub async fn check(question: &Question, setup: &Setup) -> Report {
    let tasks = VENDORS.iter().flat_map(|entry| {
        let operations = entry.vendor.operations.iter();
        operations.flat_map(|operation| tasks(entry, operation, question, setup))
    });
    let limit = if question.all_pages { PAGES } else { 1 };
    let answers: Vec<(SourceReport, Vec<Record>)> = stream::iter(tasks.map(|task| task.run(limit)))
        .buffered(IN_FLIGHT)
        .collect()
        .await;
    let (sources, records): (Vec<_>, Vec<_>) = answers.into_iter().unzip();
    Report {
        subject: question.subject.clone(),
        sandbox: setup.is_sandbox(),
        sources,
        records: records.into_iter().flatten().collect(),
    }
}

/// What is to be done about one operation: nothing, or a call for each list.
fn tasks(
    entry: &Entry,
    operation: &'static Operation,
    question: &Question,
    setup: &Setup,
) -> Vec<Task> {
    let settled = |source| vec![Task::Settled(Box::new(source))];
    let calls = match plan(question, entry.vendor, operation) {
        Plan::Skip(reason) => return settled(not_asked(operation, reason)),
        Plan::Ask(calls) => calls,
    };
    let missing = setup.missing(entry.vendor);
    if !missing.is_empty() {
        return settled(not_asked(
            operation,
            format!("not configured: {} not set", missing.join(", ")),
        ));
    }
    match entry.connect(setup) {
        Ok(client) => {
            let task = |call| Task::Call {
                client: Arc::clone(&client),
                operation,
                call,
            };
            calls.into_iter().map(task).collect()
        }
        Err(error) => {
            let mut source = blank(operation, State::Unavailable);
            source.error = Some(Failure::from(&error));
            settled(source)
        }
    }
}

enum Task {
    Settled(Box<SourceReport>),
    Call {
        client: Arc<dyn AnyClient>,
        operation: &'static Operation,
        call: PlannedCall,
    },
}

impl Task {
    async fn run(self, limit: u32) -> (SourceReport, Vec<Record>) {
        match self {
            Self::Settled(source) => (*source, Vec::new()),
            Self::Call {
                client,
                operation,
                call,
            } => ask(&*client, operation, call, limit).await,
        }
    }
}

/// Asks one source, page by page. Records of earlier pages are kept when a later one fails.
async fn ask(
    client: &dyn AnyClient,
    operation: &'static Operation,
    call: PlannedCall,
    limit: u32,
) -> (SourceReport, Vec<Record>) {
    let mut source = blank(operation, State::Unavailable);
    source.list = call.list_label.map(str::to_owned);
    let mut records = Vec::new();
    let mut cursor = Cursor::new(operation, call.arguments, limit);
    // With one page asked for, that there are more is no error: `complete` says so.
    while source.calls < limit
        && let Some(step) = cursor.ask()
    {
        let outcome = match step {
            Ok(arguments) => {
                source.calls += 1;
                client.call_any(operation.name, arguments).await
            }
            Err(error) => Err(error),
        };
        let outcome = match outcome {
            Ok(outcome) => outcome,
            Err(error) => {
                fail(&mut source, &error);
                break;
            }
        };
        source.order_number = outcome.receipt.order_number.clone().or(source.order_number);
        source.signature = Some(worse(
            source.signature.take(),
            outcome.receipt.signature.as_str(),
        ));
        if source.state == State::Unavailable {
            source.state = match outcome.answer {
                Answer::Found => State::Found,
                Answer::None => State::None,
            };
        }
        if let Err(error) = cursor.arrived(outcome.receipt.completeness, outcome.fingerprint) {
            fail(&mut source, &error);
            break;
        }
        settle(&mut source, outcome.receipt.completeness, &cursor);
        records.extend(outcome.records);
    }
    // Every page was wanted, and the limit of pages came first.
    if limit > 1
        && source.error.is_none()
        && let Some(Err(error)) = cursor.ask()
    {
        source.error = Some(Failure::from(&error));
    }
    (source, records)
}

fn fail(source: &mut SourceReport, error: &Error) {
    let signature = match error.kind() {
        Kind::SignatureMismatch => Some(Signature::Mismatch),
        Kind::SignatureMissing => Some(Signature::Unsigned),
        _ => None,
    };
    if let Some(signature) = signature {
        source.signature = Some(worse(source.signature.take(), signature.as_str()));
    }
    source.order_number = error
        .order_number()
        .map(str::to_owned)
        .or(source.order_number.take());
    source.error = Some(Failure::from(error));
}

fn settle(source: &mut SourceReport, page: Completeness, cursor: &Cursor) {
    let so_far = if source.calls == 1 {
        page
    } else {
        cursor.completeness()
    };
    source.fetched = so_far.fetched;
    source.total = so_far.total;
    source.complete = so_far.complete;
}

/// Of several pages' signatures, the least that holds for all.
fn worse(so_far: Option<String>, page: &str) -> String {
    let rank = |word: &str| match word {
        "verified" => 0,
        "unsigned" => 1,
        _ => 2,
    };
    match so_far {
        Some(so_far) if rank(&so_far) >= rank(page) => so_far,
        _ => page.to_owned(),
    }
}

fn not_asked(operation: &Operation, reason: String) -> SourceReport {
    let mut source = blank(operation, State::NotAsked);
    source.reason = Some(reason);
    source
}

fn blank(operation: &Operation, state: State) -> SourceReport {
    SourceReport {
        vendor: operation.vendor.name.to_owned(),
        operation: operation.name.to_owned(),
        list: None,
        state,
        reason: None,
        calls: 0,
        fetched: 0,
        total: None,
        complete: false,
        signature: None,
        order_number: None,
        error: None,
    }
}
