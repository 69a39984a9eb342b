//! Everything that a request can say, generated, compiled, and sent.
//!
//! `torture/asking/` is what the generator makes of `torture/schemas/asking/`; a test in `codegen.rs` holds it against
//! the generator. What is expected here was written by a Python program (`json.dumps(…, separators=(",", ":"))`,
//! `urllib.parse.urlencode(…, quote_via=quote)`) that was given the same questions.

#[rustfmt::skip]
#[path = "torture/asking/mod.rs"]
#[allow(dead_code, unreachable_pub)] // a crate's public items, in a test that uses some of them
mod generated;

use httpmock::prelude::*;
use serde_json::{Value, json};
use zhixing_core::client::{Builder, Caller};
use zhixing_core::clock::Timestamp;
use zhixing_core::error::Kind;
use zhixing_core::operation::Request as _;
use zhixing_core::record::{Date, Record, Source, Unify};
use zhixing_core::request::Arguments;
use zhixing_core::spec::{Class, Method, Operation};
use zhixing_core::transport::HttpRequest;
use zhixing_core::{Answer, Error};

use generated::{Client, Status, VENDOR, form, list, search};

macro_rules! unmapped {
    ($($row:ty),*) => {$(
        impl Unify for $row {
            fn unify(self, source: Source) -> Record {
                Record::new(source)
            }
        }
    )*};
}
unmapped!(search::Row, list::Row, form::Row);

const BODY: &str = r#"{"name":"张 三","page":2,"exact":true,"ratio":0.5,"since":"2024/02/29","channel":"api","limit":50,"kinds":[2,1],"tags":["a","é\"\\/"],"filter":{"法院":"上海一中院","amount":{"from":1.25,"to":2.5},"version":3,"days":["2024-01-31"],"state":"closed","level":2,"until":"20241231","note":"{\"name\":\"李四\",\"age\":40}"},"parties":[{"name":"王五"},{"name":"赵六","age":0}],"lead":{"name":"钱七","age":150},"matrix":[[1,-2],[3]]}"#;
const PATH: &str = "/v2/%E5%B1%B1%E4%B8%9C%20%E7%9C%81/cases/7.json";
const PAIRS: &str = "ids=0&ids=7&kinds%5B%5D=b&kinds%5B%5D=a&courts=%E4%B8%8A%E6%B5%B7%7C%E5%8C%97%E4%BA%AC&spans=%5B3%2C-1%5D&names=%5B%22%E6%9D%8E%E5%9B%9B%22%2C%22a%5C%22b%22%5D&day=20240131&on=2024-02-29&exact=true&full=N&ratio=-0.25&format=json&filter=%7B%22b%22%3A1%2C%22a%22%3A%22x%20y%22%7D";

fn day(year: u16, month: u8, day: u8) -> Date {
    Date::new(year, month, day).expect("a day of the calendar")
}

/// Every field of the JSON body.
fn everything() -> search::Request {
    let amount = search::Amount::new().from(1.25).to(2.5);
    let filter = search::Filter::new("上海一中院", amount)
        .days([day(2024, 1, 31)])
        .state(search::State::Closed)
        .level(search::Level::Value2)
        .until(day(2024, 12, 31))
        .note(search::Party::new("李四").age(40));
    search::Request::new("山东 省", 7, "张 三", true, filter)
        .page(2)
        .ratio(0.5)
        .since(day(2024, 2, 29))
        .kinds([search::Kind::Enforced, search::Kind::Dishonest])
        .tags(["a", "é\"\\/"])
        .parties([
            search::Party::new("王五"),
            search::Party::new("赵六").age(0),
        ])
        .lead(search::Party::new("钱七").age(150))
        .matrix([vec![1, -2], vec![3]])
        .x_trace(["a", "b c"])
        .trace("t&1")
}

/// Every kind of list, day and truth value of a query; the form's request has the same.
fn lists() -> list::Request {
    list::Request::new([0, 7])
        .kinds([list::Which::B, list::Which::A])
        .courts(["上海", "北京"])
        .spans([3, -1])
        .names(["李四", "a\"b"])
        .day(day(2024, 1, 31))
        .on(day(2024, 2, 29))
        .exact(true)
        .full(list::YesNo::No)
        .ratio(-0.25)
        .filter(list::Filter::new(1).a("x y"))
}

fn client(url: &str) -> Client {
    let builder = Client::builder().credential("key", "kEy").base_url(url);
    builder.build().expect("a client")
}

fn caller() -> Caller {
    let builder = Builder::<Caller>::new(&VENDOR).credential("key", "kEy");
    builder.build().expect("a caller")
}

fn prepared(operation: &'static Operation, arguments: &Arguments) -> Result<HttpRequest, Error> {
    let prepared = caller().prepare(operation, arguments, Timestamp::UNIX_EPOCH)?;
    Ok(prepared.to_http())
}

fn pair(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

#[test]
fn a_json_body_holds_what_python_would_write() {
    let http = prepared(&search::OPERATION, &everything().arguments()).expect("a request");
    assert_eq!(http.method, Method::Post);
    assert_eq!(
        http.url,
        format!("https://asking.example{PATH}?trace=t%261")
    );
    assert_eq!(
        http.headers,
        [
            pair("X-Key", "kEy"),
            pair("X-Trace", "a, b c"),
            pair("Accept-Version", "2"),
            pair("X-Source", "a \"b\" ~"),
            pair("Content-Type", "application/json"),
        ]
    );
    assert_eq!(http.body.as_deref(), Some(BODY));
}

/// As a command would give it: values as on the wire, nested ones as JSON text, in any order and with blanks.
#[test]
fn the_same_question_by_name_makes_the_same_request() {
    let arguments = Arguments::new()
        .with("lead", "{\"age\":150, \"name\":\"钱七\"}")
        .with("matrix", " [[1, -2],\n [3]] ")
        .with("filter", r#"{"note":"{\"age\": 40, \"name\": \"李四\"}","until":"20241231","level":2,"state":"closed",
            "days":["2024-01-31"],"version":3,"amount":{"to":2.5,"from":1.25},"\u6cd5院":"上海一中院"}"#)
        .with("parties", r#"[{"name":"王五"},{"age":0,"name":"赵六"}]"#)
        .with("tags", "a")
        .with("tags", "é\"\\/")
        .with("kinds", "2")
        .with("kinds", "1")
        .with("X-Trace", "a")
        .with("X-Trace", "b c")
        .with("limit", "50")
        .with("since", "2024/02/29")
        .with("ratio", "0.5")
        .with("exact", "true")
        .with("page", "2")
        .with("name", "张 三")
        .with("trace", "t&1")
        .with("id", "7")
        .with("region", "山东 省");
    let by_name = prepared(&search::OPERATION, &arguments).expect("a request");
    let typed = prepared(&search::OPERATION, &everything().arguments()).expect("a request");
    assert_eq!(by_name, typed);
}

#[test]
fn lists_and_days_travel_as_the_schema_says() {
    let http = prepared(&list::OPERATION, &lists().arguments()).expect("a request");
    assert_eq!(http.url, format!("https://asking.example/list?{PAIRS}"));
    assert_eq!((http.method, http.body), (Method::Get, None));

    let http = prepared(&form::OPERATION, &lists().arguments()).expect("a request");
    assert_eq!(http.url, "https://asking.example/form");
    assert_eq!(http.body.as_deref(), Some(PAIRS));

    // What is always the same is sent although nothing is asked; an empty list is one that is left out.
    let bare = form::Request::new().courts(Vec::<String>::new());
    let http = prepared(&form::OPERATION, &bare.arguments()).expect("a request");
    assert_eq!(http.body.as_deref(), Some("format=json"));
}

#[test]
fn a_masked_request_is_still_one() {
    let arguments = everything().arguments();
    let prepared = caller()
        .prepare(&search::OPERATION, &arguments, Timestamp::UNIX_EPOCH)
        .expect("a request");
    let masked = prepared.masked();
    assert_eq!(masked.headers[0], pair("X-Key", "***"));
    let body: Value = serde_json::from_str(masked.body.as_deref().unwrap_or_default())
        .expect("the masked body is JSON");
    assert_eq!(body["filter"]["amount"], json!({ "from": 1.25, "to": 2.5 }));
    let shown = format!("{prepared:?} {:?}", everything());
    for person in ["张 三", "李四", "王五", "赵六", "钱七", "山东"] {
        let hidden = !format!("{prepared:?}").contains(person);
        assert!(hidden, "{person} is in {shown}");
    }
    for person in ["张 三", "李四", "王五", "赵六", "钱七"] {
        assert!(!shown.contains(person), "{person} is in {shown}");
    }
}

/// The rule that a request by name breaks, and where.
fn broken(operation: &'static Operation, arguments: Arguments) -> (String, String) {
    let error = prepared(operation, &arguments).expect_err("a refusal");
    assert!(error.to_string().ends_with("; nothing was sent"), "{error}");
    match error.kind() {
        Kind::InvalidParameter { parameter, rule } => (parameter.clone(), rule.clone()),
        Kind::MissingParameter { parameter } => ((*parameter).to_owned(), "missing".to_owned()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_breaks_a_rule_is_never_sent() {
    let good = || {
        let kept = everything().arguments();
        let names = ["region", "id", "name", "exact"];
        let mut arguments = Arguments::new();
        for name in names {
            arguments.push(name, kept.get(name).unwrap_or_default());
        }
        arguments
    };
    let amount = r#"{"法院":"x","amount":{}}"#;
    for (name, values, place, rule) in [
        (
            "page",
            &["0"][..],
            "page",
            "must be a whole number of at least 1",
        ),
        (
            "page",
            &["1.0"],
            "page",
            "must be a whole number of at least 1",
        ),
        ("ratio", &["1.01"], "ratio", "must be a number from 0 to 1"),
        ("ratio", &["NaN"], "ratio", "must be a number from 0 to 1"),
        ("ratio", &[".5"], "ratio", "must be a number from 0 to 1"),
        (
            "since",
            &["2024-02-29"],
            "since",
            "must be a day written yyyy/MM/dd, such as 2024/01/31",
        ),
        (
            "since",
            &["2023/02/29"],
            "since",
            "must be a day written yyyy/MM/dd, such as 2024/01/31",
        ),
        (
            "channel",
            &["web"],
            "channel",
            "must be api and need not be given",
        ),
        (
            "kinds",
            &["1", "2", "1"],
            "kinds",
            "must have at most 2 values and has 3",
        ),
        (
            "kinds",
            &["1", "3"],
            "kinds[1]",
            "must be one of 1 (失信), 2 (被执行)",
        ),
        (
            "tags",
            &["a", "12345"],
            "tags[1]",
            "must have at most 4 characters and has 5",
        ),
        ("page", &["1", "2"], "page", "must be given once"),
        ("lead", &["{}"], "lead.name", "must be given"),
        (
            "lead",
            &["[]"],
            "lead",
            "must be a JSON object, such as {\"name\":\"value\"}",
        ),
        (
            "lead",
            &["{\"name\":"],
            "lead",
            "must be a JSON object, such as {\"name\":\"value\"}",
        ),
        (
            "lead",
            &["{\"name\":5}"],
            "lead.name",
            "must be text in quotes",
        ),
        (
            "lead",
            &["{\"name\":\"a\",\"name\":\"b\"}"],
            "lead.name",
            "must be given once",
        ),
        (
            "lead",
            &["{\"nmae\":\"a\"}"],
            "lead.nmae",
            "is not documented; there are name, age",
        ),
        (
            "lead",
            &["{\"name\":\"a\",\"age\":\"5\"}"],
            "lead.age",
            "must be a whole number from 0 to 150",
        ),
        (
            "parties",
            &["[{\"name\":\"a\"},{\"name\":\"\"}]"],
            "parties[1].name",
            "must not be empty",
        ),
        (
            "parties",
            &["{}"],
            "parties",
            "must be a JSON list, such as [\"a\",\"b\"]",
        ),
        (
            "matrix",
            &["[[1],[]]"],
            "matrix[1]",
            "must have at least 1 values and has 0",
        ),
        (
            "matrix",
            &["[[1,null]]"],
            "matrix[0][1]",
            "must be a whole number",
        ),
        (
            "X-Trace",
            &["a", "b, c"],
            "X-Trace[1]",
            "must not hold `, `, which stands between the values",
        ),
        (
            "X-Trace",
            &["a\nb"],
            "X-Trace[0]",
            "must not hold control characters or line ends",
        ),
    ] {
        let mut arguments = good().with("filter", amount);
        if name != "page" || values.len() > 1 {
            arguments.set("page", "1");
        }
        if values.len() == 1 {
            arguments.set(name, values[0]);
        } else {
            values.iter().for_each(|value| arguments.push(name, *value));
        }
        let told = broken(&search::OPERATION, arguments);
        assert_eq!(
            told,
            (place.to_owned(), rule.to_owned()),
            "{name} {values:?}"
        );
    }
    for (filter, place, rule) in [
        ("{}", "filter.法院", "must be given"),
        (
            r#"{"法院":"x","amount":{"from":-1}}"#,
            "filter.amount.from",
            "must be a number of at least 0",
        ),
        (
            r#"{"法院":"x","amount":{},"version":2}"#,
            "filter.version",
            "must be 3 and need not be given",
        ),
        (
            r#"{"法院":"x","amount":{},"days":["2024-01-31","20240131"]}"#,
            "filter.days[1]",
            "must be a day written yyyy-MM-dd, such as 2024-01-31",
        ),
        (
            r#"{"法院":"x","amount":{},"level":"1"}"#,
            "filter.level",
            "must be one of 1 (), 2 ()",
        ),
        (
            r#"{"法院":"x","amount":{},"note":{"name":"a"}}"#,
            "filter.note",
            "must be text in quotes",
        ),
        (
            r#"{"法院":"x","amount":{},"note":"{}"}"#,
            "filter.note.name",
            "must be given",
        ),
    ] {
        let told = broken(&search::OPERATION, good().with("filter", filter));
        assert_eq!(told, (place.to_owned(), rule.to_owned()), "{filter}");
    }
    let told = broken(&list::OPERATION, Arguments::new());
    assert_eq!(told, ("ids".to_owned(), "missing".to_owned()));
    let told = broken(&search::OPERATION, good());
    assert_eq!(told, ("filter".to_owned(), "missing".to_owned()));
    // A typed request is held to the same: no number is not a number.
    let told = broken(&list::OPERATION, lists().ratio(f64::NAN).arguments());
    assert_eq!(told.0, "ratio");
    let told = broken(
        &list::OPERATION,
        list::Request::new([1, 2, 3, 4]).arguments(),
    );
    assert_eq!(
        told,
        (
            "ids".to_owned(),
            "must have at most 3 values and has 4".to_owned()
        )
    );
}

#[test]
fn nothing_in_a_path_can_add_a_segment() {
    let url = |region: &str| {
        let mut arguments = everything().arguments();
        arguments.set("region", region);
        prepared(&search::OPERATION, &arguments).map(|http| http.url)
    };
    for refused in ["", " ", ".", "..", " .. ", "a/b", "/", "..\\..", "../.."] {
        assert!(url(refused).is_err(), "{refused}");
    }
    // urllib.parse.quote(…, safe="")
    for (region, segment) in [
        ("%2e%2e", "%252e%252e"),
        ("a?b#c", "a%3Fb%23c"),
        ("...", "..."),
        ("{id}", "%7Bid%7D"),
        ("a;b@c:d", "a%3Bb%40c%3Ad"),
    ] {
        let url = url(region).expect("a request");
        let expected = format!("https://asking.example/v2/{segment}/cases/7.json?trace=t%261");
        assert_eq!(url, expected);
        // And as a browser reads URLs.
        assert_eq!(
            url.split('?').next().map(|path| path.split('/').count()),
            Some(7)
        );
    }
}

#[test]
fn codes_are_known_alone_and_in_ranges() {
    for (code, status) in [
        ("200", Some(Status::Success)),
        ("true", Some(Status::Yes)),
        ("", Some(Status::Unsaid)),
        ("1402", Some(Status::NoBalance)),
        ("1000", Some(Status::Wrong(1000))),
        ("1999", Some(Status::Wrong(1999))),
        ("-9", Some(Status::Broken(-9))),
        ("999", None),
        ("2000", None),
        ("01500", None),
        ("+1500", None),
        ("0", None),
    ] {
        assert_eq!(Status::from_code(code), status, "{code}");
        let found = VENDOR.status(code);
        assert_eq!(found.map(|it| it.class), status.map(class_of), "{code}");
        if let Some(status) = status {
            assert_eq!(status.code(), code);
            assert_eq!(Some(status.meaning()), found.map(|it| it.meaning));
        }
    }
}

/// By the table in `vendor.json`.
fn class_of(status: Status) -> Class {
    match status {
        Status::Success | Status::Yes | Status::Unsaid => Class::Success,
        Status::NoData => Class::NoData,
        Status::NoBalance => Class::Balance,
        Status::Wrong(_) => Class::Parameter,
        Status::No | Status::Broken(_) => Class::Server,
    }
}

#[tokio::test]
async fn it_all_arrives_over_http() {
    let server = MockServer::start_async().await;
    let searched = server
        .mock_async(|when, then| {
            when.method(POST)
                .path(PATH)
                .query_param("trace", "t&1")
                .header("content-type", "application/json")
                .header("accept-version", "2")
                .header("x-key", "kEy")
                .json_body(serde_json::from_str::<Value>(BODY).expect("JSON"));
            // The document prints the code in quotes; this vendor sometimes drops them.
            then.status(200)
                .body(r#"{"code":200,"data":{"rows":[{"caseNo":"A"}]}}"#);
        })
        .await;
    let listed = server
        .mock_async(|when, then| {
            when.method(GET)
                .path("/list")
                .query_param("kinds[]", "a")
                .query_param("kinds[]", "b")
                .query_param("ids", "0")
                .query_param("ids", "7")
                .query_param("filter", r#"{"b":1,"a":"x y"}"#);
            then.status(200)
                .body(r#"{"success":true,"result":[{"caseNo":"B"}]}"#);
        })
        .await;
    let filled = server
        .mock_async(|when, then| {
            when.method(POST).path("/form").body("format=json");
            then.status(200).body(r#"{"rows":[{"caseNo":"C"}]}"#);
        })
        .await;
    let client = client(&server.base_url());

    let outcome = client.search(&everything()).await.expect("an answer");
    assert_eq!(
        (outcome.answer, &*outcome.receipt.code),
        (Answer::Found, "200")
    );
    assert_eq!(outcome.receipt.status.name, "Success");
    let outcome = client.list(&lists()).await.expect("an answer");
    assert_eq!(
        (outcome.answer, &*outcome.receipt.code),
        (Answer::Found, "true")
    );
    let outcome = client.form(&form::Request::new()).await.expect("an answer");
    assert_eq!(
        (outcome.answer, &*outcome.receipt.code),
        (Answer::Found, "")
    );
    assert_eq!(outcome.receipt.status.name, "Unsaid");
    for mock in [searched, listed, filled] {
        mock.assert_async().await;
    }
}

/// What the vendor of one reply says, through its envelope.
async fn answered(reply: &str) -> Error {
    let server = MockServer::start_async().await;
    server
        .mock_async(|when, then| {
            when.path("/form");
            then.status(200).body(reply);
        })
        .await;
    let client = client(&server.base_url());
    let outcome = client.form(&form::Request::new()).await;
    outcome.expect_err("a failure")
}

#[tokio::test]
async fn a_code_of_a_range_is_kept() {
    let error = answered(r#"{"error":{"code":"1500","text":"名称"}}"#).await;
    assert_eq!(
        (error.code(), error.class()),
        (Some("1500"), Some(Class::Parameter))
    );
    assert_eq!(Status::of(&error), Some(Status::Wrong(1500)));
    assert_eq!(
        error.to_string(),
        "asking form: status 1500: 参数错误 (A parameter is wrong.)"
    );
    let error = answered(r#"{"error":{"code":1402}}"#).await;
    assert_eq!(Status::of(&error), Some(Status::NoBalance));
    let error = answered(r#"{"error":{"code":2500}}"#).await;
    assert!(matches!(error.kind(), Kind::UnknownStatus { code } if code == "2500"));
}

/// What has neither code nor payload may be anybody's JSON.
#[tokio::test]
async fn a_reply_without_code_and_payload_is_no_answer() {
    for reply in [
        "{}",
        r#"{"message":"welcome"}"#,
        r#"{"error":{"code":null}}"#,
    ] {
        let error = answered(reply).await;
        assert!(
            matches!(error.kind(), Kind::Shape { path, .. } if path == "$.rows"),
            "{error}"
        );
    }
}
