//! No error tells a name, a key, a URL or anything of a reply: not in Debug, not in Display, not in its chain of causes.
//!
//! Markers are planted wherever content can stand, each kind of failure is provoked, and all that an error prints is
//! searched for them.

mod support;

use std::error::Error as _;

use support::{Double, KEY, SECRET, builder, plain, signed};
use zhixing_core::Error;
use zhixing_core::operation::Request;
use zhixing_core::request::Arguments;
use zhixing_core::spec::Vendor;
use zhixing_core::transport::{Fault, HttpReply, Phase};

/// Stands in every value; part of a host name and of JSON keys, too.
const CONTENT: &str = "mArKeR";
const PERSON: &str = "张德洲";

fn searched(error: &Error) {
    let mut shown = format!("{error}\n{error:?}\n{error:#?}\n{:?}", error.kind());
    shown += &format!("{}\n{}\n", error.kind(), error.next_step());
    let mut cause = error.source();
    while let Some(inner) = cause {
        shown += &format!("{inner}\n{inner:?}\n");
        cause = inner.source();
    }
    for hidden in [
        CONTENT,
        "marker",
        PERSON,
        "%E5%BC%A0",
        KEY,
        SECRET,
        "://",
        "9107",
    ] {
        assert!(!shown.contains(hidden), "{hidden} in {shown}");
    }
}

async fn fails<R: Request>(vendor: &'static Vendor, double: Double, arguments: Arguments) {
    let error = builder(vendor, double)
        .base_url("https://marker.test/mArKeR")
        .build()
        .unwrap()
        .call_with::<R::Reply>(R::OPERATION, arguments)
        .await
        .map(|outcome| panic!("no failure but {:?}", outcome.answer))
        .unwrap_err();
    searched(&error);
}

fn person() -> Arguments {
    Arguments::new().with("name", PERSON).with("type", "1")
}

#[tokio::test]
async fn refused_requests() {
    for (name, value) in [
        ("name", "mArKeR张德洲too long"),
        ("name", "mArKeR\n"),
        ("type", "mArKeR"),
        ("pageSize", "9107"),
        ("pageIndex", "mArKeR"),
    ] {
        let mut arguments = person();
        arguments.set(name, value);
        fails::<plain::Request>(&plain::VENDOR, Double::new(), arguments).await;
    }
    let twice = person().with("name", "mArKeR");
    fails::<plain::Request>(&plain::VENDOR, Double::new(), twice).await;
}

#[tokio::test]
async fn faults_of_the_line() {
    for fault in [
        Fault::Request,
        Fault::NameNotFound,
        Fault::NoConnection,
        Fault::Tls,
        Fault::ConnectTimeout,
        Fault::Timeout,
        Fault::Cut,
        Fault::BodyCut,
        Fault::TooLarge { limit: 5 },
        Fault::Compression,
    ] {
        for phase in [Phase::NotSent, Phase::InDoubt, Phase::Answered] {
            let double = Double::new().then_fault(fault, phase);
            fails::<plain::Request>(&plain::VENDOR, double, person()).await;
        }
    }
}

#[tokio::test]
async fn replies_of_every_wrong_kind() {
    let result = |inner: &str| format!(r#"{{"error_code":0,"reason":"mArKeR","result":{inner}}}"#);
    let deep = format!("{}{}", r#"{"mArKeR":"#.repeat(300), "}".repeat(300));
    let bodies = [
        r#"{"error_code":10011,"reason":"mArKeR 张德洲","result":{"orderid":"mArKeR"}}"#.to_owned(),
        r#"{"error_code":"张德洲"}"#.into(),
        r#"{"error_code":"https://marker.test/mArKeR"}"#.into(),
        r#"{"error_code":"mArKeR of a long text with blanks"}"#.into(),
        r#"{"error_code":{"mArKeR":1},"reason":"mArKeR"}"#.into(),
        r#"{"reason":"mArKeR"}"#.into(),
        r#"{"error_code":0,"reason":"mArKeR""#.into(),
        r#"{"error_code":0,"reason":"mArKeR"}}"#.into(),
        "mArKeR 张德洲".into(),
        "<p>mArKeR".into(),
        "[\"mArKeR\"]".into(),
        "\"mArKeR\"".into(),
        result("\"mArKeR\""),
        result("[\"mArKeR\"]"),
        result(r#"{"mArKeR":[{"张德洲":1}]}"#),
        result(r#"{"list":"mArKeR"}"#),
        result(r#"{"list":["mArKeR"]}"#),
        result(r#"{"total":"mArKeR"}"#),
        result(r#"{"total":{"mArKeR":9107}}"#),
        result(r#"{"total":9107.5}"#),
        result(r#"{"total":91079107910791079107}"#),
        result(r#"{"orderid":["mArKeR"]}"#),
        result(r#"{"list":[{"tags":[{"mArKeR":1}]}]}"#),
        result(r#"{"list":[{"id":1,"id":9107}]}"#),
        // Keys of an object whose keys are data.
        result(r#"{"list":[{"by_person":{"张德洲":{"tags":"mArKeR"}}}]}"#),
        result(r#"{"list":[{"by_person":{"mArKeR":{"by_person":{"张德洲":"mArKeR"}}}}]}"#),
        // Undocumented fields that no JSON reader takes: a lone surrogate, 10 to the 999th, 300 levels.
        result(r#"{"list":[{"mArKeR":{"张德洲":"mArKeR\ud800"}}]}"#),
        result(r#"{"list":[{"mArKeR":{"张德洲":1e999}}]}"#),
        result(&deep),
    ];
    for body in &bodies {
        for status in [200, 302, 404, 500] {
            let reply = HttpReply::new(status, Some("application/json"), body.as_str());
            let double = Double::new().then_reply(reply);
            fails::<plain::Request>(&plain::VENDOR, double, person()).await;
        }
    }
    let foreign = b"{\"error_code\":0,\"reason\":\"mArKeR\xd5\xc5\"}".to_vec();
    fails::<plain::Request>(&plain::VENDOR, Double::answering(foreign), person()).await;
}

/// What a record's field does not take is kept, and shown by its name alone.
#[tokio::test]
async fn fields_that_cannot_be_read() {
    for row in [
        r#"{"id":"mArKeR"}"#,
        r#"{"id":{"mArKeR":9107}}"#,
        r#"{"id":9107.5}"#,
        r#"{"id":91079107910791079107}"#,
        r#"{"ratio":"mArKeR"}"#,
        r#"{"open":9107}"#,
        r#"{"level":["mArKeR"]}"#,
        r#"{"person":["mArKeR"]}"#,
        r#"{"note":["mArKeR"]}"#,
    ] {
        let body = format!(r#"{{"error_code":0,"result":{{"list":[{row}]}}}}"#);
        let outcome = support::caller(&plain::VENDOR, Double::answering(body))
            .call(&plain::Request::new(PERSON))
            .await
            .unwrap();
        let shown = format!("{outcome:?} {outcome:#?}");
        assert!(shown.contains("Unreadable"), "{row} is read: {shown}");
        for hidden in [CONTENT, PERSON, "9107"] {
            assert!(!shown.contains(hidden), "{hidden} in {shown}");
        }
    }
}

#[tokio::test]
async fn refused_signatures() {
    let asked = || Arguments::new().with("keyword", PERSON);
    for body in [
        r#"{"status":"200","data":{"items":[{"oper_name":"mArKeR"}]}}"#,
        r#"{"status":"200","sign":"mArKeR","data":{"items":[{"oper_name":"mArKeR"}]}}"#,
        r#"{"status":"200","sign":"mArKeR","data":{"张德洲":1,"张德洲":2}}"#,
        r#"{"status":"200","sign":"mArKeR","data":"mArKeR"}"#,
        r#"{"status":"102","message":"mArKeR"}"#,
    ] {
        let double = Double::answering(body);
        fails::<signed::Request>(&signed::VENDOR, double, asked()).await;
    }
}

#[tokio::test]
async fn the_reply_is_kept_out_of_sight() {
    let body = r#"{"error_code":10011,"reason":"mArKeR","result":{"orderid":"mArKeR7"}}"#;
    let error = support::caller(&plain::VENDOR, Double::answering(body))
        .call(&plain::Request::new(PERSON))
        .await
        .unwrap_err();
    searched(&error);
    assert_eq!(error.raw_reply().unwrap().text(), Some(body));
    assert_eq!(error.vendor_message(), Some("mArKeR"));
    assert_eq!(error.order_number(), Some("mArKeR7"));
    assert!(!format!("{:?}", error.raw_reply()).contains(CONTENT));
}
