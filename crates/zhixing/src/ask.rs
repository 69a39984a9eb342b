//! Carrying out a plan: all sources at once, each on its own.

use std::sync::Arc;

use futures_util::StreamExt;
use futures_util::stream;
use zhixing_core::Answer;
use zhixing_core::any::AnyClient;
use zhixing_core::outcome::Completeness;
use zhixing_core::page::Cursor;
use zhixing_core::record::Record;
use zhixing_core::spec::Operation;

use crate::plan::{Plan, PlannedCall, plan};
use crate::registry::{Setup, VENDORS};
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
    let mut tasks = Vec::new();
    for entry in VENDORS {
        for operation in entry.vendor.operations {
            match plan(question, entry.vendor, operation) {
                Plan::Skip(reason) => tasks.push(Task::Settled(not_asked(operation, reason))),
                Plan::Ask(calls) => {
                    let missing = setup.missing(entry.vendor);
                    if !missing.is_empty() {
                        let reason = format!("not configured: {} not set", missing.join(", "));
                        tasks.push(Task::Settled(not_asked(operation, reason)));
                        continue;
                    }
                    match entry.connect(setup) {
                        Ok(client) => tasks.extend(calls.into_iter().map(|call| Task::Call {
                            client: Arc::clone(&client),
                            operation,
                            call,
                        })),
                        Err(error) => {
                            let mut source = blank(operation, State::Unavailable);
                            source.error = Some(Failure::from(&error));
                            tasks.push(Task::Settled(source));
                        }
                    }
                }
            }
        }
    }
    let limit = if question.all_pages { PAGES } else { 1 };
    let answers: Vec<(SourceReport, Vec<Record>)> =
        stream::iter(tasks.into_iter().map(|task| task.run(limit))).buffered(IN_FLIGHT).collect().await;
    let (sources, records): (Vec<_>, Vec<_>) = answers.into_iter().unzip();
    Report {
        subject: question.subject.clone(),
        sandbox: setup.is_sandbox(),
        sources,
        records: records.into_iter().flatten().collect(),
    }
}

enum Task {
    Settled(SourceReport),
    Call { client: Arc<dyn AnyClient>, operation: &'static Operation, call: PlannedCall },
}

impl Task {
    async fn run(self, limit: u32) -> (SourceReport, Vec<Record>) {
        match self {
            Self::Settled(source) => (source, Vec::new()),
            Self::Call { client, operation, call } => ask(&*client, operation, call, limit).await,
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
                source.error = Some(Failure::from(&error));
                break;
            }
        };
        source.order_number = outcome.receipt.order_number.clone().or(source.order_number);
        source.signature = Some(worse(source.signature.take(), outcome.receipt.signature.as_str()));
        if source.state == State::Unavailable {
            source.state = match outcome.answer {
                Answer::Found => State::Found,
                Answer::None => State::None,
            };
        }
        if let Err(error) = cursor.arrived(outcome.receipt.completeness, outcome.fingerprint) {
            source.error = Some(Failure::from(&error));
            break;
        }
        settle(&mut source, outcome.receipt.completeness, &cursor);
        records.extend(outcome.records);
    }
    if limit > 1 && source.error.is_none() && source.state != State::Unavailable {
        if let Some(Err(error)) = cursor.ask() {
            source.error = Some(Failure::from(&error));
        }
    }
    (source, records)
}

fn settle(source: &mut SourceReport, page: Completeness, cursor: &Cursor) {
    let so_far = if source.calls == 1 { page } else { cursor.completeness() };
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
