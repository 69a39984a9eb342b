//! A program that uses all of the crate that is made of `tests/faults/base`, and prints what it is told, sends
//! and reads. Words for people it does not print. Not a test: `judges.rs` builds it against each staged change.
#![allow(unused_imports, dead_code)]

use acme::search::{self, Data, Item, ListType, Reply, Request, State};
use acme::{Client, Error, Outcome, Status, VENDOR};
use zhixing_core::Pages;
use zhixing_core::any::AnyClient;
use zhixing_core::clock::Timestamp;
use zhixing_core::operation::{Reply as _, Request as _};
use zhixing_core::spec::{Operation, Rule};
use zhixing_core::transport::{HttpReply, HttpRequest, Limits, Transport, TransportError};
use zhixing_core::wire::{Extra, Field, OpenEnum, Personal, Text};

const REPLY: &str = r#"{ "code": "301", "message": "ok", "sign": "s", "data": { "total": 7, "exists": 0,
    "items": [{ "caseNo": "1", "person": "A", "state": 0 }, { "state": 1 }], "more": [{ "caseNo": "2" }] } }"#;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let asked = request();
    let reply: Reply = serde_json::from_str(REPLY)?;
    read(&reply);
    println!("{}", serde_json::to_string(&reply)?);
    vendor();
    operation(&search::OPERATION);
    send(&asked)?;
    //USER
    Ok(())
}

fn request() -> Request {
    let asked: Request = Request::new("张三", ListType::Dishonest)
        .page_no(1)
        .page_size(10);
    let Request {
        name,
        type_,
        page_no,
        page_size,
        ..
    } = &asked;
    let _: (&Personal, &ListType, &Option<i64>, &Option<i64>) = (name, type_, page_no, page_size);
    for value in [ListType::Dishonest, ListType::Enforced] {
        let told: &str = match value {
            ListType::Dishonest => "dishonest",
            ListType::Enforced => "enforced",
            _ => "other",
        };
        println!("{told} {} {}", value.as_wire(), value as i32);
        assert_eq!(ListType::from_wire(value.as_wire()), Some(value));
    }
    let made: fn(&'static str, ListType) -> Request = |name, list| Request::new(name, list);
    assert_eq!(
        made("张三", ListType::Dishonest).page_no(1).page_size(10),
        asked
    );
    for (name, value) in asked.arguments().iter() {
        println!("{name}={value}");
    }
    asked
}

fn read(reply: &Reply) {
    let Reply {
        code,
        message,
        sign,
        data,
        extra,
        ..
    } = reply;
    let _: (&Field<Text>, &Field<Text>, &Field<Text>, &Extra) = (code, message, sign, extra);
    let data: &Field<Data> = data;
    if let Some(Data {
        total,
        exists,
        items,
        ..
    }) = data.get()
    {
        let _: (&Field<i64>, &Field<i64>, &Field<Vec<Item>>) = (total, exists, items);
    }
    let records: &[Item] = reply.records();
    for Item {
        case_no,
        person,
        state,
        ..
    } in records
    {
        let _: (&Field<Text>, &Field<Personal>) = (case_no, person);
        let state: &Field<State> = state;
        let told: Option<&str> = state.get().map(|state| match state {
            State::Current => "current",
            State::Value1 => "former",
            State::Unknown(_) => "unknown",
            _ => "other",
        });
        println!("{:?} {:?} {told:?}", case_no.as_deref(), person.as_deref());
    }
    println!("{:?} {:?}", reply.total(), State::Current.as_wire());
}

fn vendor() {
    let url = &VENDOR.base_url;
    println!("{:?} {} {}", url.url, url.environment, url.whole_endpoint);
    for credential in VENDOR.credentials {
        println!("{} {}", credential.name, credential.environment);
    }
    println!("{:?}\n{:?}", VENDOR.auth, VENDOR.reply_signature);
    for status in VENDOR.statuses {
        let retry = status.advice.map(|advice| advice.retry);
        println!("{} {} {:?}", status.code, status.name, status.class);
        println!(
            "{:?} {:?} {retry:?} {:?}",
            status.valid_request, status.old_code, status.causes
        );
    }
    for status in VENDOR.http_statuses {
        println!(
            "{} {:?} {:?}",
            status.status,
            status.class,
            status.advice.map(|advice| advice.retry)
        );
    }
    for status in [Status::Success, Status::NoData, Status::TooFast] {
        let told = match status {
            Status::Success => "success",
            Status::NoData => "none",
            Status::TooFast => "too fast",
            _ => "other",
        };
        println!("{told} {} {}", status.code(), status as i32);
    }
}

fn operation(operation: &Operation) {
    println!(
        "{} {:?} {:?} {}",
        operation.name, operation.lists, operation.method, operation.path
    );
    for parameter in operation.parameters {
        let values = match parameter.rule {
            Rule::OneOf(values) => format!(
                "{:?}",
                values.iter().map(|(wire, _)| wire).collect::<Vec<_>>()
            ),
            rule => format!("{rule:?}"),
        };
        println!(
            "{} {} {:?} {:?}",
            parameter.name, parameter.required, parameter.default, parameter.place
        );
        println!("{values} {:?} {}", parameter.role, parameter.personal);
    }
    println!(
        "{:?} {:?} {:?} {:?}",
        operation.envelope, operation.none, operation.returned, operation.paging
    );
}

#[derive(Debug)]
struct Nowhere;

#[async_trait::async_trait]
impl Transport for Nowhere {
    async fn send(&self, _: &HttpRequest, _: &Limits) -> Result<HttpReply, TransportError> {
        std::future::pending().await
    }
}

fn send(asked: &Request) -> Result<(), Box<dyn std::error::Error>> {
    let _: fn(&'static str, &'static str) -> Result<Client, Error> =
        |key, secret| Client::new(key, secret);
    let mut builder = Client::builder().transport(Nowhere);
    for credential in VENDOR.credentials {
        builder = builder.credential(credential.name, credential.environment);
    }
    let client: Client = builder.build()?;
    let _ = async || -> Result<Outcome<Reply>, Error> { client.search(asked).await };
    //PAGES
    let sent = client.caller().prepare(
        &search::OPERATION,
        &asked.arguments(),
        Timestamp::from_millis(0)?,
    )?;
    println!("{:?} {}", sent.method, sent.endpoint);
    let body = sent.json.iter().flatten();
    for field in sent.query.iter().chain(&sent.headers).chain(&sent.form).chain(body) {
        println!("{}={}", field.name, field.value.as_str());
    }
    Ok(())
}
