//! Many calls at once, and every fault among them: the sandbox's own bill, what the clients say, and the reports agree.
//!
//! Real sockets on 127.0.0.1. `ZHIXING_LOAD_CALLS` is how many calls are made at least, 1,000 unless given;
//! `docs/reliability.md` has the figures of 10,000.

mod cancelled;
mod faults;
mod machine;

use std::collections::BTreeMap;
use std::sync::Arc;

use faults::{Case, LIMITS, SUBJECTS, Told, case_of, cases, sandbox};
use futures_util::StreamExt;
use futures_util::stream;
use tokio::sync::oneshot;
use zhixing::{Question, Report, Setup, SourceReport, State, Subject, VENDORS};
use zhixing_core::record::Record;
use zhixing_core::transport::HttpTransport;
use zhixing_sandbox::{Sandbox, listen, serve};

/// Calls of a report: one to each vendor, and to juhe one for each of its three lists.
const CALLS: usize = 7;
/// Reports at once, and calls of each at once: 64 in flight.
const REPORTS: usize = 16;
const SOURCES: usize = 4;
/// At xinshu the document says to repeat what ends in HTTP 502 and 503 (返回码说明).
const REPEATED: [(&str, u16); 1] = [("xinshu", 503)];
const ATTEMPTS: usize = 3;

fn question(subject: &str) -> Question {
    // Somebody whom juhe knows on each of its lists.
    Question::about(Subject::new(subject).person("钱多页")).in_flight(SOURCES)
}

/// A sandbox on a port, until `stop` is told to.
async fn serving(sandbox: &Sandbox) -> (Setup, oneshot::Sender<()>, tokio::task::JoinHandle<()>) {
    let listener = listen(0).await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let variables: BTreeMap<String, String> = sandbox.environment(port).into_iter().collect();
    let (stop, stopped) = oneshot::channel::<()>();
    let serving = serve(sandbox.clone(), listener, async {
        let _ = stopped.await;
    });
    let server = tokio::spawn(async move { serving.await.expect("the port") });
    let transport = Arc::new(HttpTransport::new(&LIMITS).expect("a transport"));
    let setup = Setup::from_lookup(move |name| variables.get(name).cloned())
        .transports(move |_| transport.clone())
        .limits(LIMITS);
    (setup, stop, server)
}

/// What the sources say of each subject while nothing goes wrong.
async fn untouched() -> Vec<Report> {
    let (setup, stop, server) = serving(&Sandbox::new()).await;
    let mut reports = Vec::new();
    for subject in SUBJECTS {
        reports.push(zhixing::check(&question(subject), &setup).await);
    }
    drop(setup);
    stop.send(()).expect("it runs");
    server.await.expect("no panic");
    reports
}

/// A vendor's records, without what every call has of its own.
fn records_of(report: &Report, vendor: &str) -> Vec<Record> {
    let records = report.records.iter().cloned().map(|mut record| {
        record.source.order_number = None;
        record
    });
    records
        .filter(|record| record.source.vendor == vendor)
        .collect()
}

/// Holds a source against what it must say, and gives back how many attempts it must have made.
fn judge(source: &SourceReport, clean: &SourceReport, case: &Case) -> usize {
    let context = format!("{} {:?} under {:?}", source.vendor, source.list, case.fault);
    match case.told {
        Told::Answer => {
            assert_eq!(source.state, clean.state, "{context}: {:?}", source.error);
            assert_eq!(
                (source.fetched, source.total),
                (clean.fetched, clean.total),
                "{context}"
            );
            assert_eq!(
                (&source.error, &source.signature),
                (&None, &clean.signature),
                "{context}"
            );
        }
        Told::Failure(kind, sent) => {
            assert_eq!(source.state, State::Unavailable, "{context}");
            let failure = source.error.as_ref().expect("a failure");
            assert_eq!(
                (&*failure.kind, &*failure.sent),
                (kind, sent),
                "{context}: {failure:?}"
            );
            assert_eq!(failure.counted, "unknown", "{context}");
            assert_eq!(source.fetched, 0, "{context}");
        }
    }
    let again = |(vendor, status): &(&str, u16)| {
        let repeated = zhixing_sandbox::Fault::Status {
            status: *status,
            body: None,
        };
        source.vendor == *vendor && case.fault == Some(repeated)
    };
    if REPEATED.iter().any(again) {
        ATTEMPTS
    } else {
        1
    }
}

/// What must be on the bill, by vendor: entries, and those that count.
type Expected = BTreeMap<&'static str, (usize, usize)>;

fn judge_report(report: &Report, clean: &Report, subject: usize, expected: &mut Expected) {
    let cases = cases();
    for (place, entry) in VENDORS.iter().enumerate() {
        let vendor = entry.vendor.name;
        let case = &cases[case_of(place, subject)];
        let of = |report: &'_ Report| -> Vec<SourceReport> {
            let sources = report
                .sources
                .iter()
                .filter(|source| source.vendor == vendor);
            sources.cloned().collect()
        };
        let (sources, clean_sources) = (of(report), of(clean));
        assert_eq!(sources.len(), clean_sources.len());
        for (source, clean) in sources.iter().zip(&clean_sources) {
            let attempts = judge(source, clean, case);
            assert_eq!(source.calls as usize, attempts, "{vendor} {:?}", case.fault);
            let (entries, counted) = expected.entry(vendor).or_default();
            *entries += attempts * usize::from(case.on_the_bill);
            *counted += usize::from(case.counts);
        }
        let told = match case.told {
            Told::Answer => records_of(clean, vendor),
            Told::Failure(..) => Vec::new(),
        };
        assert_eq!(
            records_of(report, vendor),
            told,
            "{vendor} {:?}",
            case.fault
        );
    }
}

#[test]
fn the_bill_the_outcomes_and_the_reports_agree() {
    machine::alone(load());
}

async fn load() {
    let calls = std::env::var("ZHIXING_LOAD_CALLS");
    let calls: usize = calls.map_or(1_000, |calls| calls.parse().expect("a number of calls"));
    let reports = calls.div_ceil(CALLS);
    let clean = untouched().await;
    let names: Vec<&str> = VENDORS.iter().map(|entry| entry.vendor.name).collect();
    let before = machine::State::now();

    let sandbox = sandbox(&names);
    let (setup, stop, server) = serving(&sandbox).await;
    let mut expected = Expected::new();
    let begun = std::time::Instant::now();
    let mut settled = stream::iter(0..reports)
        .map(|number| {
            let (setup, subject) = (setup.clone(), number % SUBJECTS.len());
            async move {
                (
                    subject,
                    zhixing::check(&question(SUBJECTS[subject]), &setup).await,
                )
            }
        })
        .buffer_unordered(REPORTS);
    let (mut done, mut warm) = (0, machine::State::now());
    while let Some((subject, report)) = settled.next().await {
        judge_report(&report, &clean[subject], subject, &mut expected);
        done += 1;
        if done == reports / 4 {
            warm = machine::State::now();
        }
    }
    let took = begun.elapsed();
    let under_load = machine::State::now();
    drop(settled);

    let bill = sandbox.bill();
    for name in &names {
        let billed = (bill.of(name).count(), bill.counted(name));
        assert_eq!(
            billed, expected[name],
            "{name}: entries, and those that count"
        );
    }
    drop(setup);
    stop.send(()).expect("it runs");
    server.await.expect("no panic");
    machine::settled(&before).await;
    println!(
        "{reports} reports of {CALLS} calls in {took:.1?}; memory {} kB after a quarter, {} kB at the end",
        warm.resident_kb, under_load.resident_kb
    );
    // Each entry of the sandbox's bill stays, some 200 bytes; nothing else may.
    let grown = under_load.resident_kb.saturating_sub(warm.resident_kb);
    let room = 16 * 1024 + calls as u64;
    assert!(grown < room, "{grown} kB more than after a quarter");
}
