//! Reports over the sandbox and over sources of a team's own.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use zhixing::{
    Conclusion, Failure, Question, Setup, Source, SourceAnswer, SourceReport, State, Subject, ask,
    ask_each, check, vendors,
};
use zhixing_core::record::{CaseNumber, Kind, Record};
use zhixing_core::transport::{Phase, Transport};
use zhixing_sandbox::{Fault, Route, Sandbox};

fn setup() -> Setup {
    let sandbox = Sandbox::new();
    let credentials = sandbox.clone();
    Setup::from_lookup(move |variable| credentials.lookup(variable))
        .transports(move |vendor| {
            Arc::new(sandbox.transport_for(vendor.name)) as Arc<dyn Transport>
        })
        .sandbox()
}

fn company() -> Question {
    Question::about(Subject::new("上海东虹桥融资担保股份有限公司"))
}

/// A source of a team's own: answers after a while.
#[derive(Debug)]
struct Archive {
    after: Duration,
    records: Vec<Record>,
    running: Arc<AtomicUsize>,
    most: Arc<AtomicUsize>,
}

impl Archive {
    fn new(after: Duration, records: Vec<Record>) -> Self {
        Self {
            after,
            records,
            running: Arc::default(),
            most: Arc::default(),
        }
    }
}

#[async_trait]
impl Source for Archive {
    fn introduce(&self) -> SourceReport {
        SourceReport::new("archive", "search", State::Unavailable)
    }

    async fn ask(&self, _: &Question, answer: &mut SourceAnswer) {
        let running = self.running.fetch_add(1, Ordering::SeqCst) + 1;
        self.most.fetch_max(running, Ordering::SeqCst);
        answer.records.extend(self.records.first().cloned());
        tokio::time::sleep(self.after).await;
        self.running.fetch_sub(1, Ordering::SeqCst);
        answer.complete(self.records.clone());
    }
}

fn record() -> Record {
    let mut record = Record::new(zhixing_core::record::Source::new("archive", "search"));
    record.add_kind(Kind::Enforced);
    record.case_number = CaseNumber::parse("(2019)沪0105执447号");
    record.court = Some("上海市长宁区人民法院".into());
    record
}

#[tokio::test]
async fn one_case_of_four_vendors_is_one_case_with_its_disagreements() {
    let report = check(&company(), &setup()).await;
    // The documented case: xinshu prints it, the sandbox gives it to the others in their own spelling.
    let case = report
        .cases
        .iter()
        .find(|case| case.case_number.as_deref() == Some("(2019)沪0105执00447号"))
        .expect("the case is there");
    assert_eq!(case.vendors, ["qixin", "xinshu", "cloudmarket"]);
    let lists: Vec<Kind> = case.lists.iter().map(|list| list.kind).collect();
    assert!(lists.contains(&Kind::Terminated) && lists.contains(&Kind::Dishonest));
    // The sandbox lets the vendors differ by a day: 2019-04-04, -03 and -02.
    let published = case
        .disagreements()
        .find(|field| field.field == "published")
        .expect("they differ");
    let mut days: Vec<&str> = published
        .values
        .iter()
        .map(|value| value.value.as_str())
        .collect();
    days.sort_unstable();
    assert_eq!(days, ["2019-04-02", "2019-04-03", "2019-04-04"]);
    // juhe was not asked, so there may be more.
    assert_eq!(report.conclusion, Conclusion::RecordsAndMayBeMore);
}

#[tokio::test]
async fn nothing_is_concluded_from_silence() {
    let nobody = Subject::new("查无此人有限公司");
    let unasked = check(&Question::about(nobody.clone()), &setup()).await;
    assert_eq!(
        unasked.conclusion,
        Conclusion::Inconclusive,
        "juhe was not asked"
    );
    // By name: of a further vendor nobody knows here whether a question can reach all of its products.
    let five = ["qixin", "xinshu", "qcc", "juhe", "cloudmarket"];
    let person = Question::about(nobody.clone().person("查无此人"));
    let mut sources = vendors(&person, &setup());
    sources.retain(|source| five.contains(&source.introduce().vendor.as_str()));
    let all = ask(&person, sources).await;
    assert_eq!(all.conclusion, Conclusion::SearchedNone);
    let unconfigured = check(&Question::about(nobody), &Setup::from_lookup(|_| None)).await;
    assert_eq!(unconfigured.conclusion, Conclusion::Inconclusive);
    assert!(
        unconfigured
            .sources
            .iter()
            .all(|source| source.state == State::NotAsked)
    );
    assert_eq!(
        ask(&company(), Vec::new()).await.conclusion,
        Conclusion::Inconclusive,
        "no sources, no answer"
    );
}

#[tokio::test]
async fn a_source_of_ones_own_stands_beside_the_vendors() {
    let question = company();
    let mut sources = vendors(&question, &setup());
    sources.push(Box::new(Archive::new(Duration::ZERO, vec![record()])));
    let mut settled = 0;
    let report = ask_each(&question, sources, |_| settled += 1).await;
    assert_eq!(settled, report.sources.len());
    assert_eq!(report.sources.last().unwrap().vendor, "archive");
    let case = report
        .cases
        .iter()
        .find(|case| case.vendors.iter().any(|vendor| vendor == "archive"))
        .unwrap();
    assert!(
        case.vendors.contains(&"xinshu".to_owned()),
        "{:?}",
        case.vendors
    );
}

#[tokio::test(start_paused = true)]
async fn what_is_late_is_stated_and_what_had_come_is_kept() {
    let question = company().deadline(Duration::from_secs(5)).in_flight(2);
    let quick = Archive::new(Duration::from_secs(1), vec![record()]);
    let slow = Archive::new(Duration::from_secs(60), vec![record(), record()]);
    let slower = Archive::new(Duration::from_secs(60), vec![record()]);
    let waiting = Archive::new(Duration::ZERO, vec![record()]);
    let sources: Vec<Box<dyn Source>> = vec![
        Box::new(quick),
        Box::new(slow),
        Box::new(slower),
        Box::new(waiting),
    ];
    let report = ask(&question, sources).await;
    let failures: Vec<Option<&Failure>> = report
        .sources
        .iter()
        .map(|source| source.error.as_ref())
        .collect();
    assert_eq!(failures[0], None);
    let slow = failures[1].expect("late");
    assert_eq!(
        (
            slow.kind.as_str(),
            slow.sent.as_str(),
            slow.counted.as_str()
        ),
        ("deadline", "in_doubt", "unknown")
    );
    // Two at a time: the last one's turn came only when the deadline had passed.
    let waiting = failures[3].expect("never asked");
    assert_eq!(
        (waiting.sent.as_str(), waiting.counted.as_str()),
        ("no", "no")
    );
    // One record of the quick one, and the one that each slow one had before the deadline.
    assert_eq!(report.records.len(), 3);
    assert!(report.sources[1..].iter().all(|source| !source.complete));
    let states: Vec<State> = report.sources.iter().map(|source| source.state).collect();
    assert_eq!(
        states,
        [State::Found, State::Found, State::Found, State::Unavailable]
    );
}

#[tokio::test(start_paused = true)]
async fn no_more_are_in_flight_than_asked_for() {
    let running = Arc::new(AtomicUsize::new(0));
    let most = Arc::new(AtomicUsize::new(0));
    let sources: Vec<Box<dyn Source>> = (0..9)
        .map(|_| -> Box<dyn Source> {
            Box::new(Archive {
                after: Duration::from_millis(10),
                records: Vec::new(),
                running: Arc::clone(&running),
                most: Arc::clone(&most),
            })
        })
        .collect();
    ask(&company().in_flight(3), sources).await;
    assert_eq!(most.load(Ordering::SeqCst), 3);
}

#[test]
fn a_failure_of_ones_own_says_whether_it_was_sent() {
    let failure = Failure::new("archive_closed", "the archive is closed", Phase::NotSent);
    assert_eq!(
        (failure.sent.as_str(), failure.counted.as_str()),
        ("no", "no")
    );
}

/// xinshu's document asks to repeat after HTTP 502 and 503; each attempt may be on the bill, so each is a call of the report. A
/// budget that is smaller stops between them.
#[tokio::test(start_paused = true)]
async fn calls_that_were_repeated_are_counted() {
    let gateway = |status| Fault::Status { status, body: None };
    for (budget, calls, state) in [(9, 3, State::None), (2, 2, State::Unavailable)] {
        let route = || Route::to("xinshu");
        let sandbox = Sandbox::builder()
            .fault(route().times(1), gateway(502))
            .fault(route().times(1), gateway(503))
            .build()
            .unwrap();
        let (credentials, server) = (sandbox.clone(), sandbox.clone());
        let budget = zhixing::Budget::new().calls(budget);
        let setup = Setup::from_lookup(move |variable| credentials.lookup(variable))
            .transports(move |vendor| Arc::new(server.transport_for(vendor.name)))
            .budget(budget.clone());
        let question = Question::about(Subject::new("沙箱里没有的公司"));
        let report = check(&question.vendors(["xinshu"]), &setup).await;
        let mut sources = report.sources.iter().filter(|it| it.vendor == "xinshu");
        let source = sources.next().unwrap();
        assert_eq!((source.calls, source.state), (calls, state), "{source:?}");
        assert_eq!(sandbox.bill().of("xinshu").count(), calls as usize);
        assert_eq!(budget.spent().calls, u64::from(calls));
        let failed = source.error.as_ref().map(|error| error.kind.as_str());
        assert_eq!(failed, (state == State::Unavailable).then_some("http"));
    }
}

/// As long as can be said is no limit, and no panic.
#[tokio::test]
async fn a_deadline_beyond_all_clocks_is_none() {
    let question = company().deadline(Duration::MAX);
    let report = zhixing::ask(&question, Vec::new()).await;
    assert!(report.sources.is_empty());
}
