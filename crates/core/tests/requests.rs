//! What leaves, and what never does: rules, placement, encoding, masking.
//!
//! Escaped texts are those of Python's `urllib.parse.quote(text, safe="")`, digests those of its `hashlib.md5`.

mod support;

#[path = "requests/in_json.rs"]
mod in_json;

use support::{AT, Double, KEY, SECRET, builder, caller, plain, signed};
use zhixing_core::Error;
use zhixing_core::error::{Counted, Kind};
use zhixing_core::request::Arguments;
use zhixing_core::spec::Method;
use zhixing_core::transport::Phase;

/// Asks with these arguments and gives back the error, having seen that nothing was sent.
async fn refused(arguments: Arguments) -> Error {
    let double = Double::new();
    let error = caller(&plain::VENDOR, double.clone())
        .call_with::<plain::Reply>(&plain::OPERATION, arguments)
        .await
        .unwrap_err();
    assert!(double.requests().is_empty(), "{error}");
    assert_eq!(error.phase(), Phase::NotSent);
    assert_eq!(error.counted(), Counted::No);
    assert!(error.raw_reply().is_none());
    assert!(error.to_string().ends_with("; nothing was sent"), "{error}");
    error
}

fn good() -> Arguments {
    Arguments::new().with("name", "张德洲").with("type", "1")
}

#[tokio::test]
async fn each_broken_rule_is_an_error_that_names_parameter_and_rule() {
    let eight = "一二三四五六七八";
    let cases = [
        ("name", "张", "must have at least 2 characters and has 1"),
        (
            "name",
            " 张\u{3000}",
            "must have at least 2 characters and has 1",
        ),
        ("name", "", "must have at least 2 characters and has 0"),
        (
            "name",
            &format!("{eight}九"),
            "must have at most 8 characters and has 9",
        ),
        (
            "name",
            "张\n德洲",
            "must not hold control characters or line ends",
        ),
        (
            "name",
            "张\0德洲",
            "must not hold control characters or line ends",
        ),
        ("type", "3", "must be one of 1 (失信), 2 (被执行)"),
        ("type", "", "must be one of 1 (失信), 2 (被执行)"),
        ("type", "失信", "must be one of 1 (失信), 2 (被执行)"),
        ("pageSize", "0", "must be a whole number from 1 to 20"),
        ("pageSize", "21", "must be a whole number from 1 to 20"),
        ("pageSize", "5.0", "must be a whole number from 1 to 20"),
        ("pageSize", "+5", "must be a whole number from 1 to 20"),
        ("pageSize", "05", "must be a whole number from 1 to 20"),
        ("pageSize", "５", "must be a whole number from 1 to 20"),
        ("pageSize", "", "must be a whole number from 1 to 20"),
        ("pageIndex", "0", "must be a whole number of at least 1"),
        (
            "pageIndex",
            "99999999999999999999",
            "must be a whole number of at least 1",
        ),
        ("depth", "4", "must be a whole number of at most 3"),
        ("any", "x", "must be a whole number"),
    ];
    for (name, value, rule) in cases {
        let mut arguments = good();
        arguments.set(name, value);
        let error = refused(arguments).await;
        let expected = Kind::InvalidParameter {
            parameter: name.into(),
            rule: rule.into(),
        };
        assert_eq!(*error.kind(), expected, "{name}={value:?}");
        assert!(
            error.to_string().contains(&format!("`{name}` {rule}")),
            "{error}"
        );
    }
}

#[tokio::test]
async fn values_at_the_edge_of_a_rule_are_sent() {
    let eight = "一二三四五六七八";
    for (name, value) in [
        ("name", "张三"),
        ("name", eight),
        ("type", "2"),
        ("pageSize", "1"),
        ("pageSize", "20"),
        ("depth", "-3"),
        ("trace", ""),
        ("any", "-9223372036854775808"),
    ] {
        let mut arguments = good();
        arguments.set(name, value);
        let double = Double::answering(r#"{"error_code":240102}"#);
        let sent = caller(&plain::VENDOR, double.clone())
            .call_with::<plain::Reply>(&plain::OPERATION, arguments)
            .await;
        assert!(sent.is_ok(), "{name}={value:?}: {sent:?}");
        assert_eq!(double.requests().len(), 1);
    }
}

#[tokio::test]
async fn a_text_of_at_least_one_character_must_not_be_blank() {
    for blank in ["", "  ", "\u{3000}"] {
        let double = Double::new();
        let error = caller(&signed::VENDOR, double.clone())
            .call(&signed::Request::new(blank))
            .await
            .unwrap_err();
        let said = error.to_string();
        assert!(said.contains("`keyword` must not be empty"), "{said}");
        assert!(double.requests().is_empty());
    }
}

#[tokio::test]
async fn unknown_missing_and_repeated_parameters_are_refused() {
    let error = refused(good().with("nmae", "x")).await;
    let Kind::UnknownParameter { parameter, known } = error.kind() else {
        panic!("{error}");
    };
    assert_eq!(parameter, "nmae");
    assert_eq!(known[..2], ["name", "type"]);

    let error = refused(Arguments::new().with("name", "张德洲")).await;
    assert_eq!(*error.kind(), Kind::MissingParameter { parameter: "type" });

    let error = refused(good().with("name", "李四四")).await;
    let said = error.to_string();
    assert!(said.contains("`name` must be given once"), "{said}");
    assert!(!said.contains("李四四"));
}

#[test]
fn each_field_travels_in_its_place_and_is_escaped_there() {
    let arguments = Arguments::new()
        .with("memo", "上海 东&虹=桥+a/b?c%d~-_.")
        .with("trace", "a b&c")
        .with("type", "2")
        .with("name", "张 三&a=b+");
    let prepared = caller(&plain::VENDOR, Double::new())
        .prepare(&plain::OPERATION, &arguments, AT.parse().unwrap())
        .unwrap();
    let http = prepared.to_http();
    assert_eq!(http.method, Method::Post);
    // The slash at the end of the base URL is not doubled; fields stand in the documented order.
    assert_eq!(
        http.url,
        "http://plain.test/api/search?key=kEyMaRkEr71&memo=%E4%B8%8A%E6%B5%B7%20%E4%B8%9C%26%E8%99%B9%3D%E6%A1%A5%2Ba%2Fb%3Fc%25d~-_."
    );
    assert_eq!(
        http.body.as_deref(),
        Some("name=%E5%BC%A0%20%E4%B8%89%26a%3Db%2B&type=2")
    );
    let headers: Vec<_> = http.headers.iter().map(|(n, v)| (&**n, &**v)).collect();
    assert_eq!(
        headers,
        [
            ("trace", "a b&c"),
            ("Content-Type", "application/x-www-form-urlencoded")
        ]
    );
}

#[test]
fn reserved_characters_of_every_kind_are_escaped() {
    let arguments = Arguments::new().with("keyword", "é\"<>#;,:@!$'()[]");
    let http = caller(&signed::VENDOR, Double::new())
        .prepare(&signed::OPERATION, &arguments, AT.parse().unwrap())
        .unwrap()
        .to_http();
    assert_eq!(
        http.url,
        "https://signet.test/v1/list?keyword=%C3%A9%22%3C%3E%23%3B%2C%3A%40%21%24%27%28%29%5B%5D"
    );
    assert_eq!((http.method, http.body), (Method::Get, None));
}

#[test]
fn masking_hides_every_secret_and_sending_hides_none() {
    // hashlib.md5(b"kEyMaRkEr711700000000000sEcReTmArKeR72").hexdigest()
    const DIGEST: &str = "6d8e4ffe7ca6e7403828f4af49bfee6d";
    let arguments = Arguments::new().with("keyword", "张德洲");
    let prepared = caller(&signed::VENDOR, Double::new())
        .prepare(&signed::OPERATION, &arguments, AT.parse().unwrap())
        .unwrap();
    let sent = prepared.to_http();
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(
        sent.headers,
        [
            pair("appkey", KEY),
            pair("timestamp", "1700000000000"),
            pair("sign", DIGEST)
        ]
    );
    let masked = prepared.masked();
    assert_eq!(
        masked.headers,
        [
            pair("appkey", "***"),
            pair("timestamp", "1700000000000"),
            pair("sign", "***")
        ]
    );
    assert_eq!(masked.url, sent.url, "the question is no secret");

    let in_query = caller(&plain::VENDOR, Double::new())
        .prepare(&plain::OPERATION, &good(), AT.parse().unwrap())
        .unwrap();
    assert!(in_query.to_http().url.ends_with("?key=kEyMaRkEr71"));
    assert!(in_query.masked().url.ends_with("?key=***"));

    // Debug is for logs: neither secrets nor the person asked about.
    for shown in [
        format!("{prepared:?} {sent:?} {masked:?}"),
        format!("{in_query:?} {:?}", in_query.to_http()),
        format!("{:?}", caller(&signed::VENDOR, Double::new())),
        format!("{:?}", builder(&signed::VENDOR, Double::new())),
        format!("{arguments:?}"),
    ] {
        for hidden in [KEY, SECRET, DIGEST, "张德洲", "%E5%BC%A0"] {
            assert!(!shown.contains(hidden), "{shown}");
        }
    }
}
