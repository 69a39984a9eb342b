//! No type of ours shows a person in its `Debug`: what a log gets when somebody formats a struct. All five vendors answer about a
//! company and a person; whatever names somebody in the answers, or is somebody's number, is then searched for in the `Debug` of everything
//! that a program holds on the way from the question to the report.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::Value;
use zhixing::{Plan, Question, Setup, Subject, VENDORS, plan};
use zhixing_core::request::Arguments;
use zhixing_sandbox::Sandbox;

const COMPANY: &str = "上海东虹桥融资担保股份有限公司";
/// A person of juhe's document at that company.
const PERSON: &str = "张德洲";
/// The example of GB 11643-1999.
const NUMBER: &str = "11010519491231002X";

fn setup() -> Setup {
    let sandbox = Sandbox::new();
    let credentials = sandbox.clone();
    Setup::from_lookup(move |variable| credentials.lookup(variable))
        .transports(move |vendor| Arc::new(sandbox.transport_for(vendor.name)))
}

fn question() -> Question {
    Question::about(Subject::new(COMPANY).person(PERSON).id_number(NUMBER))
}

/// The texts below the members of these names.
fn texts(value: &Value, of: &[&str], inside: bool, to: &mut BTreeSet<String>) {
    match value {
        Value::String(text) if inside && text.chars().count() > 1 => {
            to.insert(text.clone());
        }
        Value::Array(values) => values.iter().for_each(|it| texts(it, of, inside, to)),
        Value::Object(members) => {
            for (name, value) in members {
                texts(value, of, inside || of.contains(&name.as_str()), to);
            }
        }
        _ => {}
    }
}

fn hides(shown: &str, hidden: &BTreeSet<String>, what: &str) {
    assert!(!shown.is_empty());
    for text in hidden {
        assert!(!shown.contains(text.as_str()), "{text} in {what}: {shown}");
    }
}

#[tokio::test]
async fn nobody_shows_in_debug() {
    let (question, setup) = (question(), setup());
    let report = zhixing::check(&question, &setup).await;
    assert!(report.records.len() > 10, "{report:?}");
    let mut hidden = BTreeSet::from([PERSON.to_owned(), NUMBER.to_owned()]);
    hidden.insert(COMPANY.to_owned());
    let records = serde_json::to_value(&report.records).unwrap();
    // What the unified record says of somebody: names, and the raw text of numbers.
    for record in records.as_array().unwrap() {
        for party in record["parties"]
            .as_array()
            .into_iter()
            .flatten()
            .chain([&record["subject"]])
        {
            texts(party, &["name", "raw"], false, &mut hidden);
        }
    }
    assert!(hidden.len() > 5, "{hidden:?}");
    for shown in [format!("{report:?}"), format!("{report:#?}")] {
        hides(&shown, &hidden, "the report");
    }
    let sources = zhixing::vendors(&question, &setup);
    hides(
        &format!("{question:?} {setup:?} {sources:?}"),
        &hidden,
        "the question",
    );
    zhixing::ask_each(&question, sources, |answer| {
        hides(&format!("{answer:?}"), &hidden, "an answer");
    })
    .await;
}

#[tokio::test]
async fn nobody_shows_in_the_debug_of_a_call() {
    let hidden = [COMPANY, PERSON, NUMBER].map(str::to_owned).into();
    for entry in VENDORS {
        let client = entry.connect(&setup()).unwrap();
        hides(&format!("{client:?} {entry:?}"), &hidden, "a client");
        for operation in entry.vendor.operations {
            let Plan::Ask(calls) = plan(&question(), entry.vendor, operation) else {
                panic!("{}", operation.name);
            };
            hides(&format!("{calls:?}"), &hidden, "a plan");
            let outcome = client
                .call_any(operation.name, calls[0].arguments.clone())
                .await
                .unwrap();
            hides(&format!("{outcome:?}"), &hidden, "an outcome");
            let refused = client.call_any(operation.name, Arguments::new().with(PERSON, NUMBER));
            let refused = refused.await.unwrap_err();
            hides(&format!("{refused:?} {refused}"), &hidden, "an error");
        }
    }
    let requests = format!(
        "{:?} {:?} {:?}",
        xinshu::executed_one_key_search::Request::new(COMPANY).id_card_no(NUMBER),
        juhe::person_risk::Request::new(COMPANY, PERSON, juhe::person_risk::ListType::Dishonest),
        qcc::limit_exit_check::Request::new(COMPANY),
    );
    let people = [PERSON, NUMBER].map(str::to_owned).into();
    hides(&requests, &people, "a request");
}
