//! The vendors as sources: one for each operation, and for each list where the vendor wants to know.

use std::sync::Arc;

use async_trait::async_trait;
use zhixing_core::any::AnyClient;
use zhixing_core::error::Kind;
use zhixing_core::page::Cursor;
use zhixing_core::spec::Operation;
use zhixing_core::transport::Transport;
use zhixing_core::verify::Signature;
use zhixing_core::{Answer, Error};

use crate::plan::{Plan, PlannedCall, plan};
use crate::reason::Reason;
use crate::registry::{Entry, Setup, VENDORS};
use crate::report::{Failure, SourceReport, State};
use crate::sent::Sent;
use crate::source::{Source, SourceAnswer};
use crate::subject::Question;

/// Pages that are fetched of one source at most: a bound on what a wrong total can cost.
const PAGES: u32 = 100;

/// What to do where they were not all.
const FURTHER_PAGES: &str = "call the operation for the further pages by their numbers, one call each (`zhixing call`), if the rest is worth its price";

/// All vendors as sources for this question. One that will not be asked is a source too, which says
/// why.
#[must_use]
pub fn vendors(question: &Question, setup: &Setup) -> Vec<Box<dyn Source>> {
    let operations = VENDORS.iter().flat_map(|entry| {
        let operations = entry.vendor.operations.iter();
        operations.map(move |operation| (entry, *operation))
    });
    operations
        .flat_map(|(entry, operation)| sources(entry, operation, question, setup))
        .collect()
}

fn sources(
    entry: &'static Entry,
    operation: &'static Operation,
    question: &Question,
    setup: &Setup,
) -> Vec<Box<dyn Source>> {
    let settled = |report| -> Vec<Box<dyn Source>> { vec![Box::new(Settled(report))] };
    let not_asked = |reason| {
        let mut report = introduce(operation, State::NotAsked);
        report.reason = Some(reason);
        settled(report)
    };
    let calls = match plan(question, entry.vendor, operation) {
        Plan::Skip(reason) => return not_asked(reason),
        Plan::Ask(calls) => calls,
    };
    let missing = setup.missing(entry.vendor);
    if !missing.is_empty() {
        return not_asked(Reason::not_configured(missing));
    }
    let transport = setup.transport(entry.vendor);
    match (entry.connect_by(setup, transport.clone()), transport) {
        (Ok(_), Some(transport)) => calls
            .into_iter()
            .map(|call| -> Box<dyn Source> {
                Box::new(VendorSource {
                    entry,
                    setup: setup.clone(),
                    transport: Arc::clone(&transport),
                    operation,
                    call,
                })
            })
            .collect(),
        // Without a transport it is the client that says why.
        (client, _) => {
            let mut report = introduce(operation, State::Unavailable);
            report.error = client.err().map(|error| Failure::from(&error));
            settled(report)
        }
    }
}

fn introduce(operation: &Operation, state: State) -> SourceReport {
    SourceReport::new(operation.vendor.name, operation.name, state)
}

/// A source of which everything is known without asking.
#[derive(Debug)]
struct Settled(SourceReport);

#[async_trait]
impl Source for Settled {
    fn introduce(&self) -> SourceReport {
        self.0.clone()
    }

    async fn ask(&self, _: &Question, _: &mut SourceAnswer) {}
}

/// It makes its client when it is asked, each time its own: what a client sends is counted at its transport.
#[derive(Debug)]
struct VendorSource {
    entry: &'static Entry,
    setup: Setup,
    transport: Arc<dyn Transport>,
    operation: &'static Operation,
    call: PlannedCall,
}

/// An answer with what was sent for it, whenever it is left: nobody may be there to count when a call is dropped.
struct Counted<'a> {
    answer: &'a mut SourceAnswer,
    sent: Sent,
}

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.answer.report.calls = self.sent.attempts();
        self.answer.reached = Some(self.sent.phase());
    }
}

#[async_trait]
impl Source for VendorSource {
    fn introduce(&self) -> SourceReport {
        let mut report = introduce(self.operation, State::Unavailable);
        report.list = self.call.list_label.map(str::to_owned);
        report
    }

    async fn ask(&self, question: &Question, answer: &mut SourceAnswer) {
        let counted = Counted {
            answer,
            sent: Sent::new(),
        };
        let transport = counted.sent.watch(Arc::clone(&self.transport));
        match self.entry.connect_by(&self.setup, Some(transport)) {
            Ok(client) => self.walk(&*client, question, counted.answer).await,
            Err(error) => fail(counted.answer, &error),
        }
    }
}

impl VendorSource {
    /// Page by page. Records of earlier pages are kept when a later one fails.
    async fn walk(&self, client: &dyn AnyClient, question: &Question, answer: &mut SourceAnswer) {
        let limit = if question.all_pages { PAGES } else { 1 };
        let mut cursor = Cursor::new(self.operation, self.call.arguments.clone(), limit);
        let mut pages = 0;
        // With one page asked for, that there are more is no error: `complete` says so.
        while pages < limit
            && let Some(step) = cursor.ask()
        {
            let outcome = match step {
                Ok(arguments) => {
                    pages += 1;
                    client.call_any(self.operation.name, arguments).await
                }
                Err(error) => Err(error),
            };
            let outcome = match outcome {
                Ok(outcome) => outcome,
                Err(error) => return fail(answer, &error),
            };
            let receipt = &outcome.receipt;
            let report = &mut answer.report;
            report.order_number = receipt.order_number.clone().or(report.order_number.take());
            report.signature = Some(worse(report.signature.take(), receipt.signature));
            if report.state == State::Unavailable {
                report.state = match outcome.answer {
                    Answer::Found => State::Found,
                    Answer::None => State::None,
                };
            }
            if let Err(error) = cursor.arrived(receipt.completeness, outcome.fingerprint) {
                return fail(answer, &error);
            }
            let so_far = if pages == 1 {
                receipt.completeness
            } else {
                cursor.completeness()
            };
            report.fetched = so_far.fetched;
            report.total = so_far.total;
            report.complete = so_far.complete;
            answer.records.extend(outcome.records);
        }
        // Every page was wanted, and the limit of pages came first.
        if question.all_pages
            && let Some(Err(error)) = cursor.ask()
        {
            fail(answer, &error);
            // A question has no such limit to raise, but the operation takes the number of any page.
            if let Some(failure) = &mut answer.report.error {
                FURTHER_PAGES.clone_into(&mut failure.next_step);
            }
        }
    }
}

fn fail(answer: &mut SourceAnswer, error: &Error) {
    let report = &mut answer.report;
    let signature = match error.kind() {
        Kind::SignatureMismatch => Some(Signature::Mismatch),
        Kind::SignatureMissing => Some(Signature::Unsigned),
        _ => None,
    };
    if let Some(signature) = signature {
        report.signature = Some(worse(report.signature.take(), signature));
    }
    let order_number = error.order_number().map(str::to_owned);
    report.order_number = order_number.or(report.order_number.take());
    answer.fail(Failure::from(error));
}

/// Of several pages' signatures, the least that holds for all.
fn worse(so_far: Option<String>, page: Signature) -> String {
    let rank = |word: &str| match word {
        "verified" => 0,
        "unsigned" => 1,
        _ => 2,
    };
    match so_far {
        Some(so_far) if rank(&so_far) >= rank(page.as_str()) => so_far,
        _ => page.as_str().to_owned(),
    }
}
