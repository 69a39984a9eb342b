//! Calls to 信数 over real HTTP, against a server on this machine: the request that leaves is the documented one, and
//! every class of reply is understood.

#[path = "../../../tests/support/http.rs"]
mod support;

use support::{Question, Refusal, Vendor, clock, json};
use xinshu::executed_one_key_search::Request;
use xinshu::zhixing_core::client::Repeats;
use xinshu::zhixing_core::clock::{FixedClock, Timestamp};
use xinshu::zhixing_core::error::{Counted, Kind};
use xinshu::zhixing_core::request::Arguments;
use xinshu::zhixing_core::spec::{Class, Retry};
use xinshu::zhixing_core::verify::Signature;
use xinshu::{Answer, Client};

const NAME: &str = "上海东虹桥融资担保股份有限公司";
/// `python3 -c "import urllib.parse as u; print(u.quote('上海东虹桥融资担保股份有限公司', safe=''))"`
const NAME_ENCODED: &str = "%E4%B8%8A%E6%B5%B7%E4%B8%9C%E8%99%B9%E6%A1%A5%E8%9E%8D%E8%B5%84%E6%8B%85%E4%BF%9D%E8%82%A1%E4%BB%BD%E6%9C%89%E9%99%90%E5%85%AC%E5%8F%B8";
/// 1700000000 is 2023-11-14 22:13:20 in London and 2023-11-15 06:13:20 in Beijing, whose day is signed.
///
/// `python3 -c "import hashlib; print(hashlib.md5(b'PKEY20231115').hexdigest())"`
const SIGN: &str = "f69f30875f0c2d33f532365864ad866e";
const EXAMPLE: &str =
    include_str!("../../../schemas/xinshu/examples/executed_one_key_search/success.json");
const FAILURE: &str =
    include_str!("../../../schemas/xinshu/examples/executed_one_key_search/failure.json");

fn client(vendor: &Vendor) -> Client {
    client_at(vendor, clock())
}

fn client_at(vendor: &Vendor, clock: FixedClock) -> Client {
    Client::builder()
        .credential("apikey", "AKEY")
        .credential("private_key", "PKEY")
        .base_url(vendor.url())
        .clock(clock)
        // One reply at a time. By the date of this day's replies the clock is years behind, and a refusal would be tried again.
        .repeats(Repeats::none())
        .build()
        .expect("a client")
}

fn question() -> Question<Client> {
    Question {
        build: client,
        operation: "executed_one_key_search",
        arguments: Arguments::new()
            .with("q", NAME)
            .with("idCardNo", "11010519491231002X"),
        secrets: &[
            NAME,
            NAME_ENCODED,
            "11010519491231002X",
            "AKEY",
            "PKEY",
            SIGN,
        ],
    }
}

fn envelope(code: &str, message: &str) -> String {
    format!(r#"{{"rc": "{code}", "msg": "{message}"}}"#)
}

#[tokio::test]
async fn the_request_is_the_documented_one() {
    let vendor = Vendor::answering([json(EXAMPLE)]).await;
    client(&vendor)
        .executed_one_key_search(&Request::new(NAME))
        .await
        .unwrap();
    let request = vendor.request();
    assert_eq!(request.method, "POST");
    // 请求示例: apikey, sign and q, in this order, all in the query.
    assert_eq!(
        request.target,
        format!("/ws/repository/executedOneKeySearch?apikey=AKEY&sign={SIGN}&q={NAME_ENCODED}")
    );
    request.has_headers(&[]);
    assert_eq!(request.body, "");
}

#[tokio::test]
async fn an_identity_number_is_sent_when_it_is_given() {
    let vendor = Vendor::answering([json(EXAMPLE)]).await;
    let request = Request::new(NAME).id_card_no("11010519491231002X");
    client(&vendor)
        .executed_one_key_search(&request)
        .await
        .unwrap();
    assert_eq!(
        vendor.request().target,
        format!(
            "/ws/repository/executedOneKeySearch?apikey=AKEY&sign={SIGN}&q={NAME_ENCODED}&idCardNo=11010519491231002X"
        )
    );
}

#[tokio::test]
async fn the_signature_changes_at_midnight_in_beijing() {
    let vendor = Vendor::answering([json(EXAMPLE)]).await;
    for instant in ["2023-11-14T15:59:59.999Z", "2023-11-14T16:00:00Z"] {
        let at: Timestamp = instant.parse().unwrap();
        let client = client_at(&vendor, FixedClock(at));
        client
            .executed_one_key_search(&Request::new(NAME))
            .await
            .unwrap();
    }
    let requests = vendor.requests();
    // python3 -c "import hashlib; print(hashlib.md5(b'PKEY20231114').hexdigest())"
    assert!(
        requests[0]
            .target
            .contains("&sign=deb34403f960afb55f3fab9477dd33ed&")
    );
    assert!(requests[1].target.contains(&format!("&sign={SIGN}&")));
}

#[tokio::test]
async fn records_are_an_answer() {
    let vendor = Vendor::answering([json(EXAMPLE)]).await;
    let outcome = client(&vendor)
        .executed_one_key_search(&Request::new(NAME))
        .await
        .unwrap();
    assert_eq!(
        (outcome.answer, outcome.records().len()),
        (Answer::Found, 2)
    );
    assert_eq!(
        outcome.receipt.order_number.as_deref(),
        Some("201910281010302331476")
    );
    assert_eq!(outcome.receipt.signature, Signature::Unsigned);
    assert_eq!(
        outcome.receipt.counted(),
        Counted::Unknown,
        "the document says of no code whether it counts"
    );
    // Nothing is said of paging or of a total: everything comes in one reply.
    let completeness = outcome.receipt.completeness;
    assert_eq!(
        (
            completeness.fetched,
            completeness.total,
            completeness.complete
        ),
        (2, None, true)
    );
}

#[tokio::test]
async fn nothing_found_is_an_answer() {
    for data in ["", r#", "data": []"#, r#", "data": null"#] {
        let body = format!(r#"{{"rc": "0001", "msg": "查询成功,无数据", "orderNo": "1"{data}}}"#);
        let vendor = Vendor::answering([json(body)]).await;
        let outcome = client(&vendor)
            .executed_one_key_search(&Request::new(NAME))
            .await
            .unwrap();
        assert_eq!(outcome.answer, Answer::None, "{data}");
        assert_eq!(outcome.receipt.status.meaning, "查询成功,无数据");
        assert_eq!(outcome.receipt.order_number.as_deref(), Some("1"));
        assert!(outcome.records().is_empty());
        assert!(outcome.receipt.completeness.complete);
    }
}

#[tokio::test]
async fn the_documented_failure_is_a_typed_error() {
    let error = question().error(json(FAILURE)).await;
    assert_eq!(
        (error.code(), error.class()),
        (Some("1000"), Some(Class::Auth))
    );
    assert_eq!(error.vendor_message(), Some("apikey 校验失败"));
    assert_eq!(error.order_number(), None, "a failure has no orderNo");
    let words = "xinshu executed_one_key_search: status 1000: apikey 校验失败";
    assert!(error.to_string().starts_with(words), "{error}");
}

/// 状态码. The classes are our reading of the printed words.
const REFUSALS: &[Refusal] = &[
    ("1000", "apikey 校验失败", Class::Auth, Counted::Unknown),
    ("1001", "apikey 暂停使用", Class::Auth, Counted::Unknown),
    ("1002", "sign 校验失败", Class::Auth, Counted::Unknown),
    (
        "1003",
        "未配置资源访问权限",
        Class::Permission,
        Counted::Unknown,
    ),
    (
        "1004",
        "无该资源访问权限",
        Class::Permission,
        Counted::Unknown,
    ),
    (
        "1005",
        "未授权的 IP 地址",
        Class::Permission,
        Counted::Unknown,
    ),
    (
        "2000",
        "参数{}设置错误:{...具体错误信息...}",
        Class::Parameter,
        Counted::Unknown,
    ),
    (
        "3000",
        "未配置查询次数",
        Class::Permission,
        Counted::Unknown,
    ),
    ("3001", "可用查询次数为 0", Class::Quota, Counted::Unknown),
    ("3002", "未配置资源池", Class::Permission, Counted::Unknown),
    ("3003", "资源池可用次数为 0", Class::Quota, Counted::Unknown),
    (
        "9999",
        "查询失败, 服务端异常",
        Class::Server,
        Counted::Unknown,
    ),
];

#[tokio::test]
async fn every_documented_code_is_understood() {
    question()
        .every_refusal_is_understood(&["0000", "0001"], REFUSALS, envelope)
        .await;
}

#[tokio::test]
async fn a_code_sent_as_a_number_is_not_another_code() {
    // The document's codes are text with leading zeros: 1000 as a number is "1000", 0 is not "0000".
    let error = question()
        .error(json(r#"{"rc": 1000, "msg": "apikey 校验失败"}"#))
        .await;
    assert_eq!(error.class(), Some(Class::Auth));
    let error = question().error(json(r#"{"rc": 0, "msg": ""}"#)).await;
    assert_eq!(error.kind(), &Kind::UnknownStatus { code: "0".into() });
}

#[tokio::test]
async fn undocumented_codes_are_kept() {
    question()
        .undocumented_codes_are_kept("4000", envelope)
        .await;
}

#[tokio::test]
async fn faults_are_told_apart() {
    question().faults_are_told_apart(EXAMPLE).await;
}

#[tokio::test]
async fn an_unstable_network_is_worth_another_try() {
    // 注：如果 HTTP 状态码为 502/503,通常为网络不稳定,请忽略再重试
    for status in [502, 503] {
        let error = question()
            .error(support::Answer(status, "text/html", "<html>".into()))
            .await;
        assert_eq!(error.kind().as_str(), "http");
        assert_eq!(error.class(), Some(Class::Server));
        let advice = error.advice().expect("the document says what to do");
        assert_eq!(
            (advice.retry, advice.verbatim),
            (Retry::Immediately, Some("请忽略再重试"))
        );
    }
    // And so it is tried: nothing else is needed for an answer.
    let gateway = |status| support::Answer(status, "text/html", "<html>".into());
    let vendor = Vendor::answering([gateway(502), gateway(503), json(EXAMPLE)]).await;
    let client = Client::builder()
        .credential("apikey", "AKEY")
        .credential("private_key", "PKEY")
        .base_url(vendor.url());
    let client = client.build().expect("a client");
    let request = Request::new(NAME);
    let outcome = client.executed_one_key_search(&request).await;
    let receipt = outcome.expect("an answer").receipt;
    assert_eq!((receipt.attempts, vendor.requests().len()), (3, 3));
    assert_eq!(receipt.counted(), Counted::Unknown);
    // Of others it says nothing.
    let error = question()
        .error(support::Answer(500, "text/html", "<html>".into()))
        .await;
    assert_eq!((error.class(), error.advice()), (None, None));
}

#[tokio::test]
async fn a_field_of_another_type_costs_no_record() {
    let body = r#"{"rc": "0000", "msg": "查询成功", "orderNo": "7", "data": [{"entityName": ["SESAME"]}]}"#;
    question()
        .an_odd_field_costs_nothing(body, 1, "entityName")
        .await;
}

#[tokio::test]
async fn another_shape_is_named_by_its_path() {
    let body = r#"{"rc": "0000", "msg": "查询成功", "orderNo": "7", "data": [["SESAME"]]}"#;
    let error = question().error(json(body)).await;
    let Kind::Shape { path, .. } = error.kind() else {
        panic!("{error}")
    };
    assert_eq!(path, "$.data[0]");
    assert_eq!(
        error.order_number(),
        Some("7"),
        "what is needed to dispute the bill is kept"
    );
}

#[tokio::test]
async fn limits_hold_before_anything_is_sent() {
    question()
        .limits_hold_before_sending(&[
            ("q", "", "must not be empty"),
            ("q", "  ", "must not be empty"),
            (
                "q",
                "上海\t东虹桥",
                "must not hold control characters or line ends",
            ),
        ])
        .await;
    question().required_parameters_are_required(&["q"]).await;
}

#[tokio::test]
async fn success_without_data_is_no_statement_that_there_is_none() {
    let error = question().error(json(envelope("0000", "查询成功"))).await;
    let Kind::Shape { path, .. } = error.kind() else {
        panic!("{error}")
    };
    assert_eq!(path, "$.data");
}
