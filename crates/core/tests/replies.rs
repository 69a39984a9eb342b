//! What a reply that was understood becomes: records, the statement that there are none, or the vendor's refusal.

mod support;

use support::{Double, caller, plain, signed};
use zhixing_core::any::AnyReply;
use zhixing_core::error::{Counted, Kind};
use zhixing_core::operation::Reply;
use zhixing_core::spec::{Class, Retry};
use zhixing_core::transport::Phase;
use zhixing_core::verify::Signature;
use zhixing_core::{Answer, Error, Outcome};

async fn ok(body: &str) -> Result<Outcome<plain::Reply>, Error> {
    caller(&plain::VENDOR, Double::answering(body))
        .call(&plain::Request::new("张德洲"))
        .await
}

#[tokio::test]
async fn records_are_found_with_their_order_number() {
    let body = r#"{"reason":"成功","error_code":0,"result":{"orderid":"A7","total":2,"list":[{"id":1},{"id":2}]}}"#;
    let outcome = ok(body).await.unwrap();
    assert_eq!(outcome.answer, Answer::Found);
    assert_eq!(outcome.records().len(), 2);
    let receipt = &outcome.receipt;
    assert_eq!(receipt.order_number.as_deref(), Some("A7"));
    assert_eq!(receipt.status.code, "0");
    assert_eq!(receipt.counted(), Counted::Yes);
    assert_eq!(receipt.signature, Signature::Unsigned);
    assert_eq!(receipt.raw.text(), Some(body));
    assert_eq!(receipt.arguments.get("name"), Some("张德洲"));
    // The reply holds its operation, that its vendor, and that its operations: Debug must end.
    let shown = format!("{receipt:?}");
    assert!(
        !shown.contains("张德洲") && !shown.contains("A7\":"),
        "{shown}"
    );
}

/// One odd field costs neither the page that was paid for nor what the vendor wrote there.
#[tokio::test]
async fn a_field_that_cannot_be_read_costs_no_row() {
    let body = r#"{"error_code":0,"result":{"total":2,"list":[{"id":"-","level":1},{"id":2,"inner":{"open":{"by":[0.5]}}}]}}"#;
    let outcome = ok(body).await.unwrap();
    assert_eq!(outcome.answer, Answer::Found);
    assert!(outcome.receipt.completeness.complete);
    let [first, second] = outcome.records() else {
        panic!("{:?}", outcome.records());
    };
    assert!(first.id.is_unreadable());
    assert_eq!(first.extra.get("id"), Some(&"-".into()));
    assert_eq!(first.level.get(), Some(&plain::Level::Low));
    assert_eq!(second.id.get(), Some(&2));
    assert!(second.inner.get().unwrap().open.is_unreadable());
    let sent: serde_json::Value = serde_json::from_str(body).unwrap();
    assert_eq!(serde_json::to_value(&outcome.reply).unwrap(), sent);
}

/// A binary float is certain of 15 digits: in one, the fen of the first amount would be 27 or 29.
#[tokio::test]
async fn a_number_where_text_is_documented_keeps_its_digits() {
    for number in [
        "526190220000.2800000001",
        "0.10",
        "1.799E+7",
        "-0",
        "123456789012345678901234567890",
        "1234567890123456789012345678901234567890",
    ] {
        let body = format!(
            r#"{{"error_code":0,"result":{{"list":[{{"court": {number} ,"person":{number},"level":{number},"inner":{{"court":{number}}}}}]}}}}"#
        );
        let outcome = ok(&body).await.unwrap();
        let row = &outcome.records()[0];
        let inner = row.inner.get().unwrap();
        for read in [
            row.court.as_deref(),
            row.person.as_deref(),
            inner.court.as_deref(),
        ] {
            // Where serde_json keeps digits (`arbitrary_precision`), it writes the exponent in lower case.
            assert_eq!(read.map(str::to_uppercase).as_deref(), Some(number));
        }
    }
}

#[tokio::test]
async fn none_is_an_answer_wherever_it_is_stated() {
    for body in [
        r#"{"error_code":240102}"#,
        r#"{"error_code":"240102","result":null}"#,
        r#"{"error_code":0,"result":{"total":0,"list":[]}}"#,
        r#"{"error_code":0,"result":{"total":"0"}}"#,
        r#"{"error_code":0,"result":{"verify":"0"}}"#,
        r#"{"error_code":0,"result":{"verify":0,"list":[]}}"#,
        r#"{"error_code":0,"result":{"list":[],"pageNum":1,"num":0}}"#,
    ] {
        let outcome = ok(body).await.unwrap_or_else(|e| panic!("{body}: {e}"));
        assert_eq!(outcome.answer, Answer::None, "{body}");
        let complete = outcome.receipt.completeness;
        assert_eq!((complete.fetched, complete.total), (0, Some(0)), "{body}");
        assert!(complete.complete, "{body}");
    }
}

#[tokio::test]
async fn none_is_never_inferred() {
    // The payload is gone or holds nothing; or there is a list, and not where the document puts the records.
    for (body, path) in [
        (r#"{"error_code":0,"reason":"成功"}"#, "$.result"),
        (r#"{"error_code":0,"result":[]}"#, "$.result"),
        (r#"{"error_code":0,"result":{}}"#, "$.result"),
        (r#"{"error_code":0,"result":""}"#, "$.result"),
        (
            r#"{"error_code":0,"result":{"verify":null,"list":null}}"#,
            "$.result",
        ),
        (
            r#"{"error_code":0,"result":{"list":[]},"rows":[{"id":1}]}"#,
            "$.result",
        ),
        (
            r#"{"error_code":0,"result":{"totalCount":3,"list":[]}}"#,
            "$.result",
        ),
        (
            r#"{"error_code":0,"result":{"rows":[{"id":1}]}}"#,
            "$.result",
        ),
        (
            r#"{"error_code":0,"result":{"page":{"list":[{"id":1}]}}}"#,
            "$.result",
        ),
    ] {
        let error = ok(body).await.unwrap_err();
        let Kind::Shape { path: at, .. } = error.kind() else {
            panic!("{body}: {error}");
        };
        assert_eq!(at, path, "{body}");
    }
    // A total that promises records is no statement of none either; nor is one that a list beside it contradicts, which may be that
    // of the records under another name.
    for body in [
        r#"{"error_code":0,"result":{"total":5,"list":[]}}"#,
        r#"{"error_code":240102,"result":{"rows":[{"id":1}]}}"#,
        r#"{"error_code":240102,"result":{"verify":1,"list":[]}}"#,
        r#"{"error_code":240102,"rows":[{"id":1}]}"#,
        r#"{"error_code":0,"result":{"total":0,"num":2,"list":[]}}"#,
        r#"{"error_code":240102,"result":{"page":{"rowCount":3}}}"#,
        r#"{"error_code":0,"result":{"total":0,"rows":[{"id":1}]}}"#,
        r#"{"error_code":0,"result":{"verify":0,"page":{"list":[7]}}}"#,
    ] {
        let outcome = ok(body).await.unwrap_or_else(|e| panic!("{body}: {e}"));
        assert_eq!(outcome.answer, Answer::Found, "{body}");
        assert!(!outcome.receipt.completeness.complete, "{body}");
    }
}

#[tokio::test]
async fn records_outrank_a_statement_of_none() {
    for body in [
        r#"{"error_code":240102,"result":{"list":[{"id":1}]}}"#,
        r#"{"error_code":0,"result":{"verify":0,"list":[{"id":1}]}}"#,
        r#"{"error_code":0,"result":{"total":0,"list":[{"id":1}]}}"#,
    ] {
        let outcome = ok(body).await.unwrap();
        assert_eq!(outcome.answer, Answer::Found, "{body}");
        assert_eq!(outcome.reply.into_records().len(), 1, "{body}");
    }
}

#[tokio::test]
async fn a_documented_status_tells_class_advice_and_whether_it_counted() {
    for code in ["10011", "\"10011\""] {
        let body =
            format!(r#"{{"error_code":{code},"reason":"错误的KEY","result":{{"orderid":"B8"}}}}"#);
        let error = ok(&body).await.unwrap_err();
        assert!(matches!(error.kind(), Kind::Status(status) if status.code == "10011"));
        assert_eq!(error.class(), Some(Class::Auth));
        assert_eq!(
            (error.code(), error.counted()),
            (Some("10011"), Counted::No)
        );
        assert_eq!(error.vendor_message(), Some("错误的KEY"));
        assert_eq!(error.order_number(), Some("B8"));
        assert_eq!(error.phase(), Phase::Answered);
    }
    // A refusal need not be signed.
    let double = Double::answering(r#"{"status":"110","message":"慢"}"#);
    let error = caller(&signed::VENDOR, double)
        .call(&signed::Request::new("x"))
        .await
        .unwrap_err();
    assert_eq!(error.advice().unwrap().retry, Retry::AfterSeconds(7200));
    assert_eq!(error.next_step(), "Wait two hours. (wait 7200 s)");
    assert_eq!(error.counted(), Counted::Unknown);
}

#[tokio::test]
async fn an_undocumented_code_is_kept() {
    let error = ok(r#"{"error_code":777,"reason":"?"}"#).await.unwrap_err();
    assert_eq!(*error.kind(), Kind::UnknownStatus { code: "777".into() });
    assert_eq!(
        (error.code(), error.counted()),
        (Some("777"), Counted::Unknown)
    );
    // What stands in the place of a code and is none is not repeated.
    let error = ok(r#"{"error_code":"张德洲欠款"}"#).await.unwrap_err();
    let said = error.to_string();
    assert!(said.contains("of 5 characters"), "{said}");
}

#[tokio::test]
async fn a_call_by_name_keeps_what_all_vendors_share() {
    let body = r#"{"error_code":0,"result":{"total":1,"list":[{"id":"7","new":[1]}]}}"#;
    let outcome = caller(&plain::VENDOR, Double::answering(body))
        .call_any(
            AnyReply::of::<plain::Request>(),
            zhixing_core::request::Arguments::new()
                .with("name", "张德洲")
                .with("type", "1"),
        )
        .await
        .unwrap();
    assert_eq!((outcome.answer, outcome.records.len()), (Answer::Found, 1));
    assert_eq!(outcome.reply["result"]["list"][0]["new"][0], 1);
    assert!(!format!("{outcome:?}").contains("张德洲"));
}
