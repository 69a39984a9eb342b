//! Replies that cannot be understood, and calls that brought none: each a distinct error that says what arrived.

mod support;

use support::{Double, caller, plain, signed};
use zhixing_core::error::{Arrived, Counted, Kind};
use zhixing_core::spec::Class;
use zhixing_core::transport::{Fault, HttpReply, Phase};
use zhixing_core::{Answer, Error, Outcome};

type Plain = Result<Outcome<plain::Reply>, Error>;

async fn reply(reply: HttpReply) -> Plain {
    let double = Double::new().then_reply(reply);
    caller(&plain::VENDOR, double)
        .call(&plain::Request::new("张德洲"))
        .await
}

async fn ok(body: &str) -> Plain {
    reply(HttpReply::new(200, Some("application/json"), body)).await
}

async fn http(status: u16, content_type: &str, body: &str) -> Error {
    let error = reply(HttpReply::new(status, Some(content_type), body))
        .await
        .unwrap_err();
    assert_eq!(error.phase(), Phase::Answered);
    assert_eq!(error.raw_reply().unwrap().body(), body.as_bytes());
    error
}

fn arrived(http_status: u16, content_type: &str, bytes: usize) -> Arrived {
    Arrived {
        http_status,
        bytes,
        content_type: Some(content_type.into()),
    }
}

#[tokio::test]
async fn http_errors_say_what_arrived() {
    let html = "<html>502</html>";
    let error = http(502, "text/html", html).await;
    assert_eq!(
        *error.kind(),
        Kind::Http(arrived(502, "text/html", html.len()))
    );
    assert_eq!(error.counted(), Counted::Unknown);
    for body in ["", "{\"a\":", "[1]", "{\"message\":\"x\"}"] {
        let error = http(500, "application/json", body).await;
        assert!(matches!(error.kind(), Kind::Http(_)), "{body}: {error}");
    }
    // The vendor's own refusal says more than the HTTP status; its success does not.
    let error = http(401, "application/json", r#"{"error_code":10011}"#).await;
    assert_eq!(error.class(), Some(Class::Auth));
    let error = http(
        500,
        "application/json",
        r#"{"error_code":0,"result":{"total":0}}"#,
    )
    .await;
    assert!(matches!(error.kind(), Kind::Http(_)), "{error}");
    // A gateway's code is not the vendor's.
    let error = http(
        429,
        "application/json",
        r#"{"error_code":1,"reason":"slow"}"#,
    )
    .await;
    assert!(matches!(error.kind(), Kind::Http(_)), "{error}");
    assert_eq!(error.vendor_message(), Some("slow"));

    let double = Double::new().then_reply(HttpReply::new(503, None, ""));
    let error = caller(&signed::VENDOR, double)
        .call(&signed::Request::new("x"))
        .await
        .unwrap_err();
    assert_eq!(error.class(), Some(Class::Server));
    assert_eq!(error.next_step(), "Ask again later.");
}

#[tokio::test]
async fn redirects_and_web_pages_are_told_apart() {
    for status in [301, 302, 303, 304, 307, 308] {
        let error = http(status, "text/html", "<a href='x'>").await;
        assert!(matches!(error.kind(), Kind::Redirect(_)), "{error}");
    }
    let found = r#"{"error_code":0,"result":{"total":1,"list":[{}]}}"#;
    let error = http(302, "application/json", found).await;
    assert!(matches!(error.kind(), Kind::Redirect(_)), "{error}");
    for page in ["<!DOCTYPE html><p>", "\n  <html>", "\u{feff}<?xml?>"] {
        let error = http(200, "text/html", page).await;
        assert_eq!(
            *error.kind(),
            Kind::Html(arrived(200, "text/html", page.len()))
        );
    }
}

#[tokio::test]
async fn empty_and_foreign_bodies_are_told_apart() {
    for blank in ["", " \r\n\t", "\u{feff}", "\u{feff} "] {
        let error = http(200, "x/y", blank).await;
        assert_eq!(
            *error.kind(),
            Kind::EmptyBody(arrived(200, "x/y", blank.len()))
        );
    }
    for foreign in [
        "not json",
        "\"text",
        "{'a':1}",
        "{} trailing",
        "NaN",
        "error_code=0",
    ] {
        let error = http(200, "x/y", foreign).await;
        let kind = error.kind();
        let told = matches!(kind, Kind::NotJson(_))
            || foreign == "\"text" && matches!(kind, Kind::Shape { .. } | Kind::Truncated(_));
        assert!(told, "{foreign}: {error}");
    }
    // 张 in GB 18030 is D5 C5.
    let bytes = b"{\"error_code\":0,\"reason\":\"\xd5\xc5\"}".to_vec();
    let error = reply(HttpReply::new(200, None, bytes.clone()))
        .await
        .unwrap_err();
    assert!(matches!(error.kind(), Kind::NotJson(_)), "{error}");
    assert_eq!(error.raw_reply().unwrap().body(), bytes);
    assert_eq!(error.raw_reply().unwrap().text(), None);
}

#[tokio::test]
async fn a_byte_order_mark_does_not_matter() {
    let outcome = ok("\u{feff}{\"error_code\":0,\"result\":{\"total\":0}}").await;
    assert_eq!(outcome.unwrap().answer, Answer::None);
}

#[tokio::test]
async fn every_prefix_of_a_good_reply_is_truncated() {
    let body = "\u{feff}{\"error_code\":0,\"reason\":\"成功\\u00e9\",\"result\":{\"total\":1,\"list\":[{\"id\":-1.5e+2,\"court\":\"法院\",\"open\":true,\"ratio\":null}]}} \n";
    assert_eq!(ok(body).await.unwrap().records().len(), 1);
    let whole = body.trim_end().len();
    for cut in 0..whole {
        let part = &body.as_bytes()[..cut];
        let error = reply(HttpReply::new(200, None, part)).await.unwrap_err();
        match error.kind() {
            Kind::EmptyBody(arrived) => assert!(cut == 0 || cut == 3, "{arrived}"),
            Kind::Truncated(arrived) => assert_eq!(arrived.bytes, cut),
            other => panic!("{cut}: {other:?}"),
        }
        assert_eq!(error.raw_reply().unwrap().body(), part);
    }
}

#[tokio::test]
async fn what_is_no_object_and_what_has_no_code_is_told() {
    for root in ["[]", "[{\"error_code\":0}]", "0", "\"x\"", "null", "true"] {
        let error = http(200, "x/y", root).await;
        let Kind::Shape { path, .. } = error.kind() else {
            panic!("{root}: {error}");
        };
        assert_eq!(path, "$", "{root}");
    }
    for body in [
        "{}",
        r#"{"code":0}"#,
        r#"{"error_code":null}"#,
        r#"{"error_code":""}"#,
        r#"{"error_code":[0]}"#,
        r#"{"error_code":{"error_code":0}}"#,
    ] {
        let error = http(200, "x/y", body).await;
        let expected = Kind::NoStatus {
            path: "$.error_code".into(),
            arrived: arrived(200, "x/y", body.len()),
        };
        assert_eq!(*error.kind(), expected, "{body}");
    }
}

#[tokio::test]
async fn a_wrong_shape_names_its_path() {
    let cases = [
        (
            r#""list":7"#,
            "$.result.list",
            "an integer stands where the document promises a list",
        ),
        (
            r#""list":[{"id":1},7]"#,
            "$.result.list[1]",
            "an integer stands where the document promises an object",
        ),
        (
            r#""list":[{"inner":{"inner":{"tags":"maybe"}}}]"#,
            "$.result.list[0].inner.inner.tags",
            "text stands where the document promises a list",
        ),
        (
            r#""list":[{"tags":["a",["b"]]}]"#,
            "$.result.list[0].tags[1]",
            "a list stands where the document promises text",
        ),
        (
            r#""list":[{"by_person":{"张德洲":{"tags":"x"}}}]"#,
            "$.result.list[0].by_person",
            "text stands where the document promises a list",
        ),
        // Whether all was found is concluded from it, so it is not passed over as a row's field is.
        (
            r#""total":"-","list":[{"id":1}]"#,
            "$.result.total",
            "text that is no integer stands where the document promises an integer",
        ),
        (
            r#""total":{"a":1}"#,
            "$.result.total",
            "an object stands where the document promises an integer",
        ),
    ];
    for (result, expected, told) in cases {
        let body = format!(r#"{{"error_code":0,"result":{{{result}}}}}"#);
        let error = http(200, "application/json", &body).await;
        let Kind::Shape {
            path,
            problem,
            arrived: seen,
        } = error.kind()
        else {
            panic!("{body}: {error}");
        };
        assert_eq!(
            (path.as_str(), problem.as_str()),
            (expected, told),
            "{body}"
        );
        assert_eq!(*seen, arrived(200, "application/json", body.len()));
        assert_eq!(error.counted(), Counted::Unknown);
    }
}

#[tokio::test]
async fn a_fault_of_the_line_keeps_its_phase() {
    for (fault, phase, counted, word) in [
        (Fault::Timeout, Phase::InDoubt, Counted::Unknown, "timeout"),
        (
            Fault::NoConnection,
            Phase::NotSent,
            Counted::No,
            "transport",
        ),
        (
            Fault::TooLarge { limit: 9 },
            Phase::Answered,
            Counted::Unknown,
            "too_large",
        ),
    ] {
        let double = Double::new().then_fault(fault, phase);
        let error = caller(&plain::VENDOR, double.clone())
            .call(&plain::Request::new("张德洲"))
            .await
            .unwrap_err();
        assert_eq!(*error.kind(), Kind::Transport(fault));
        assert_eq!((error.phase(), error.counted()), (phase, counted));
        assert_eq!(error.kind().as_str(), word);
        assert_eq!(double.requests().len(), 1, "nothing is sent again");
    }
}
