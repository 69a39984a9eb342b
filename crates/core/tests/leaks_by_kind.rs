//! Every kind of error, provoked with markers wherever content can stand, and all that is told of it searched for them: what it prints,
//! what a program that unwraps it dies with, and what a log of everything holds of the call.
//!
//! Which kinds there are is read from the code, so a new one fails here until somebody provokes it.
#![cfg(feature = "tracing")]

#[path = "support/recorder.rs"]
mod recorder;
mod support;

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::{Arc, Mutex};

use recorder::Recorder;
use support::broken::{BROKEN, PERSON_BY_NUMBER, UNPRINTED};
use support::{Double, KEY, SECRET, builder, caller, plain, signed};
use zhixing_core::Error;
use zhixing_core::client::{Budget, Builder, Caller};
use zhixing_core::operation::Request;
use zhixing_core::request::Arguments;
use zhixing_core::spec::Operation;
use zhixing_core::transport::{Fault, HttpReply, Phase};

/// In replies, in names that should be documented ones, and in the path of the base URL.
const CONTENT: &str = "mArKeR 9107";
const PERSON: &str = "张德洲";
/// A key of the usual form, pasted in the wrong place.
const PASTED: &str = "6d8e4ffe7ca6e7403828f4af49bfee6d";
/// The example of the standard, GB 11643-1999.
const NUMBER: &str = "11010519491231002X";
const URL: &str = "https://customer.test/mArKeR 9107";

fn run<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    runtime.unwrap().block_on(work)
}

fn asked<R: Request>(client: &Caller, operation: &'static Operation, it: Arguments) -> Error {
    run(client.call_with::<R::Reply>(operation, it))
        .err()
        .unwrap()
}

fn person() -> Arguments {
    Arguments::new().with("name", PERSON).with("type", "1")
}

/// A call that leaves, and what came of it.
fn left(double: Double) -> Error {
    let url = "http://customer.test/mArKeR9107";
    let client = builder(&plain::VENDOR, double).base_url(url).build();
    asked::<plain::Request>(&client.unwrap(), &plain::OPERATION, person())
}

fn answered(status: u16, content_type: &str, body: &str) -> Error {
    left(Double::new().then_reply(HttpReply::new(status, Some(content_type), body)))
}

fn signed_with(body: &str) -> Error {
    let client = caller(&signed::VENDOR, Double::answering(body));
    let arguments = Arguments::new().with("keyword", PERSON);
    asked::<signed::Request>(&client, &signed::OPERATION, arguments)
}

fn before_sending() -> Vec<Error> {
    let client = caller(&plain::VENDOR, Double::new());
    let broke = support::builder(&plain::VENDOR, Double::new()).budget(Budget::new().calls(0));
    let broke = broke.build().unwrap();
    let refused = |arguments| asked::<plain::Request>(&client, &plain::OPERATION, arguments);
    let build = |vendor, url: Option<&str>, key: Option<&str>| {
        let mut builder = Builder::<Caller>::new(vendor).transport(Double::new());
        if let Some(url) = url {
            builder = builder.base_url(url);
        }
        if let Some(key) = key {
            builder = builder.credential("key", key);
        }
        builder.build()
    };
    let broken = || Arguments::new().with("number", NUMBER);
    let number = |client: Caller| asked::<signed::Request>(&client, &PERSON_BY_NUMBER, broken());
    vec![
        // A key, a name, a number where the name of an operation or a parameter is wanted.
        client.unknown_operation(PASTED),
        client.unknown_operation(PERSON),
        client.unknown_operation(NUMBER),
        refused(person().with(CONTENT, "1")),
        refused(person().with(NUMBER, "1")),
        refused(person().with(PERSON, "1")),
        refused(Arguments::new().with("type", "1")),
        refused(person().with("memo", "mArKeR 9107\n")),
        build(&plain::VENDOR, None, None).unwrap_err(),
        build(&plain::VENDOR, None, Some("kEyMaRkEr71\n")).unwrap_err(),
        build(&UNPRINTED, None, Some(KEY)).unwrap_err(),
        build(&plain::VENDOR, Some(URL), Some(KEY)).unwrap_err(),
        number(build(&BROKEN, None, Some(KEY)).unwrap()),
        number(build(&BROKEN, Some("https://b.test"), Some(KEY)).unwrap()),
        asked::<plain::Request>(&broke, &plain::OPERATION, person()),
    ]
}

fn on_the_line() -> Vec<Error> {
    let fault = |fault, phase| left(Double::new().then_fault(fault, phase));
    vec![
        fault(Fault::Timeout, Phase::InDoubt),
        fault(Fault::TooLarge { limit: 5 }, Phase::Answered),
        fault(Fault::NameNotFound, Phase::NotSent),
    ]
}

fn in_the_reply() -> Vec<Error> {
    let page = "<p>mArKeR 9107 张德洲";
    let json = "application/json";
    let reply = |body: &str| answered(200, json, body);
    vec![
        answered(500, "text/html", page),
        answered(302, "text/html", page),
        answered(200, "text/html", page),
        reply(""),
        reply(r#"{"error_code":0,"reason":"mArKeR 9107"#),
        reply("mArKeR 9107"),
        reply(r#"{"error_code":0,"result":{"list":[{"mArKeR 9107":"张德洲\ud800"}]}}"#),
        reply(r#"{"reason":"mArKeR 9107"}"#),
        reply(r#"{"error_code":0,"result":{"list":["mArKeR 9107"]}}"#),
        reply(
            r#"{"error_code":10011,"reason":"mArKeR 9107 张德洲","result":{"orderid":"mArKeR 9107"}}"#,
        ),
        reply(r#"{"error_code":"11010519491231002X","reason":"mArKeR 9107"}"#),
        reply(r#"{"error_code":"mArKeR 9107","reason":"mArKeR 9107"}"#),
        signed_with(
            r#"{"status":"200","sign":"mArKeR 9107","data":{"items":[{"oper_name":"mArKeR 9107"}]}}"#,
        ),
        signed_with(r#"{"status":"200","data":{"items":[{"oper_name":"mArKeR 9107"}]}}"#),
    ]
}

fn in_the_walk() -> Vec<Error> {
    let walk = |pages: &[&str], limit| {
        let double = pages.iter().fold(Double::new(), |it, page| it.then(*page));
        let client = caller(&plain::VENDOR, double);
        let mut pages = client.pages(&plain::Request::new(PERSON)).limit(limit);
        run(async {
            loop {
                match pages.next().await {
                    Some(Err(error)) => return error,
                    Some(Ok(_)) => {}
                    None => panic!("the walk ends without an error"),
                }
            }
        })
    };
    let rows = r#"{"id":1,"court":"mArKeR 9107"},"#.repeat(10);
    let page = format!(
        r#"{{"error_code":0,"result":{{"total":40,"list":[{}]}}}}"#,
        rows.trim_end_matches(',')
    );
    vec![walk(&[&page], 1), walk(&[&page, &page], 9)]
}

/// All that is told of an error.
fn told(error: &Error) -> String {
    let mut told = format!("{error}\n{error:?}\n{error:#?}\n{:?}\n", error.kind());
    told += &format!("{}\n{}\n", error.kind(), error.next_step());
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        told += &format!("{inner}\n{inner:?}\n");
        cause = inner.source();
    }
    told
}

fn die_of(outcome: Result<(), Error>) {
    outcome.unwrap();
}

/// What a program says that dies of these errors, and of its own fault with everything of ours in its hands.
fn last_words(errors: Vec<Error>) -> String {
    let words = Arc::new(Mutex::new(String::new()));
    let hears = words.clone();
    let usual = take_hook();
    set_hook(Box::new(move |info| {
        *hears.lock().unwrap() += &format!("{info}\n")
    }));
    for error in errors {
        let died = catch_unwind(AssertUnwindSafe(|| die_of(Err(error))));
        assert!(died.is_err());
    }
    // The number of the call is the one thing of a reply that may be told: it names no one.
    let body = r#"{"error_code":0,"reason":"mArKeR 9107","result":{"orderid":"A-1","total":1,"list":[{"id":1,"person":"张德洲"}]}}"#;
    let double = Double::answering(body);
    let client = caller(&plain::VENDOR, double.clone());
    let outcome = run(client.call(&plain::Request::new(PERSON))).unwrap();
    let at = support::AT.parse().unwrap();
    let prepared = client.prepare(&plain::OPERATION, &person(), at).unwrap();
    let died = catch_unwind(AssertUnwindSafe(|| {
        let held = (
            &client,
            &double,
            &prepared,
            prepared.to_http(),
            &outcome.receipt,
        );
        panic!(
            "{held:?} {:?}",
            builder(&plain::VENDOR, double.clone()).base_url(URL)
        );
    }));
    set_hook(usual);
    assert!(died.is_err());
    words.lock().unwrap().clone()
}

/// The words for machines, one for each kind, as the code has them.
fn kinds() -> BTreeSet<&'static str> {
    let code = include_str!("../src/error/kind.rs");
    let (_, code) = code.split_once("pub fn as_str").unwrap();
    let (code, _) = code.split_once("\n    }\n").unwrap();
    let words = code.lines().filter_map(|line| {
        let (_, word) = line.split_once("=> \"")?;
        word.split('"').next()
    });
    words.collect()
}

#[test]
fn every_kind_of_error_is_provoked_and_none_tells_a_value() {
    let recorder = Recorder::default();
    let errors = tracing::subscriber::with_default(recorder.clone(), || {
        let mut errors = before_sending();
        errors.extend(on_the_line());
        errors.extend(in_the_reply());
        errors.extend(in_the_walk());
        errors
    });
    let provoked: BTreeSet<&str> = errors.iter().map(|error| error.kind().as_str()).collect();
    let mut kinds = kinds();
    // Where reqwest is built in there always is a transport.
    assert!(!cfg!(feature = "reqwest") || kinds.remove("no_transport"));
    assert_eq!(provoked, kinds);

    let mut said: Vec<String> = errors.iter().map(told).collect();
    let calls = recorder.take();
    assert!(calls.len() > errors.len(), "{calls:?}");
    said.extend(calls);
    said.push(last_words(errors));
    for said in said {
        for hidden in [
            "marker",
            "9107",
            PERSON,
            "%e5%bc%a0",
            "19491231",
            "://",
            "customer",
            PASTED,
            &KEY.to_lowercase(),
            &SECRET.to_lowercase(),
        ] {
            assert!(!said.to_lowercase().contains(hidden), "{hidden} in {said}");
        }
    }
}
