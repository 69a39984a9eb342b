//! Reports to test with: the sandbox's, and ones in which everything is wrong.

use async_trait::async_trait;
use serde_json::json;
use zhixing::{Question, Report, Source, SourceAnswer, SourceReport, Subject};
use zhixing_core::record::Record;

/// The company that every vendor of the sandbox knows.
pub(super) const COMPANY: &str = "上海东虹桥融资担保股份有限公司";

/// The vendors of which the documents' numbers are known.
const FIVE: [&str; 5] = ["qixin", "xinshu", "qcc", "juhe", "cloudmarket"];

/// What these five of the sandbox's default world say of a subject, as `zhixing::check` would if there were no others. One
/// source at a time, so that the numbers of the calls are the same each time.
pub(super) fn sandbox(subject: Subject) -> Report {
    let question = Question::about(subject).in_flight(1);
    let setup = crate::setup::sandbox(&Default::default());
    let mut sources = zhixing::vendors(&question, &setup);
    sources.retain(|source| FIVE.contains(&source.introduce().vendor.as_str()));
    let mut report = wait(zhixing::ask(&question, sources));
    report.sandbox = setup.is_sandbox();
    report
}

/// What these sources say.
pub(super) fn of(subject: Subject, sources: Vec<(SourceReport, Vec<Record>)>) -> Report {
    let sources = sources
        .into_iter()
        .map(|(report, records)| -> Box<dyn Source> { Box::new(Fixed { report, records }) })
        .collect();
    wait(zhixing::ask(
        &Question::about(subject).in_flight(1),
        sources,
    ))
}

fn wait<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
        .block_on(future)
}

/// A source that says what it was told.
#[derive(Debug)]
struct Fixed {
    report: SourceReport,
    records: Vec<Record>,
}

#[async_trait]
impl Source for Fixed {
    fn introduce(&self) -> SourceReport {
        self.report.clone()
    }

    async fn ask(&self, _: &Question, answer: &mut SourceAnswer) {
        answer.records.clone_from(&self.records);
    }
}

/// A record of which every text that a vendor sends is this one.
pub(super) fn record_of(text: &str) -> Record {
    let value = json!({ "raw": text });
    let party = json!({ "role": "debtor", "name": text, "id": value, "vendor_id": text });
    let other = json!({ "role": "applicant", "name": text });
    let record = json!({
        "kinds": ["dishonest", "terminated"],
        "subject": party,
        "parties": [party, other],
        "case_number": value,
        "basis": [{ "document": value, "kind": "enforced" }],
        "court": text,
        "authority": text,
        "province": text,
        "filed": value,
        "published": value,
        "closed": value,
        "amount": value,
        "outstanding": value,
        "ground": value,
        "performance": value,
        "performed_part": text,
        "unperformed_part": text,
        "obligation": text,
        "standing": { "kind": "dishonest", "raw": text, "state": "current" },
        "case_state": text,
        "source": {
            "vendor": "qixin",
            "operation": "execution_list_by_name",
            "order_number": text,
            "query": [{ "name": "keyword", "value": text }],
            "record_id": text,
        },
        "details": [{ "name": text, "value": text }],
        "unreadable": [text],
    });
    serde_json::from_value(record).expect("a record")
}
