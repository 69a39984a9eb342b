//! Calls to 启信宝 over real HTTP, against a server on this machine: the request that leaves is the documented one, and
//! every class of reply is understood.

#[path = "../../../tests/support/http.rs"]
mod support;

use qixin::execution_list_by_name::Request;
use qixin::zhixing_core::client::Repeats;
use qixin::zhixing_core::error::{Counted, Kind};
use qixin::zhixing_core::request::Arguments;
use qixin::zhixing_core::spec::Class;
use qixin::zhixing_core::transport::Phase;
use qixin::zhixing_core::verify::Signature;
use qixin::{Answer, Client};
use support::{Question, Refusal, Vendor, clock, json};

const NAME: &str = "博山鲁星环保机械厂";
/// `python3 -c "import urllib.parse as u; print(u.quote('博山鲁星环保机械厂', safe=''))"`
const NAME_ENCODED: &str =
    "%E5%8D%9A%E5%B1%B1%E9%B2%81%E6%98%9F%E7%8E%AF%E4%BF%9D%E6%9C%BA%E6%A2%B0%E5%8E%82";
/// `python3 -c "import hashlib; print(hashlib.md5(b'AK1700000000000SK').hexdigest())"`
const SIGN: &str = "174326a8be2ea3d822d4f7c5943f2e92";
/// A reply with one record, and in it a field that the document does not list: it is signed like the others.
///
/// ```text
/// python3 -c "import hashlib; print(hashlib.md5('items.0.court=淄博市博山区人民法院&items.0.disabled=0&items.0.new=1&num=1&total=1&secret_key=SK'.encode()).hexdigest())"
/// ```
const SIGNED: &str = r#"{"status": "200", "message": "操作成功", "sign": "e93fcd9e907f71de5c9ccbd4ec0e8940", "data":
    {"total": 1, "num": 1, "items": [{"court": "淄博市博山区人民法院", "disabled": "0", "new": 1}]}}"#;
const EXAMPLE: &str =
    include_str!("../../../schemas/qixin/examples/execution_list_by_name/success.json");

fn client(vendor: &Vendor) -> Client {
    Client::builder()
        .credential("appkey", "AK")
        .credential("secret_key", "SK")
        .base_url(vendor.url())
        .clock(clock())
        // One reply at a time. By the date of this day's replies the clock is years behind, and a refusal would be tried again.
        .repeats(Repeats::none())
        .build()
        .expect("a client")
}

fn question() -> Question<Client> {
    Question {
        build: client,
        operation: "execution_list_by_name",
        arguments: Arguments::new().with("keyword", NAME),
        secrets: &[NAME, NAME_ENCODED, SIGN],
    }
}

fn envelope(code: &str, message: &str) -> String {
    format!(r#"{{"status": "{code}", "message": "{message}"}}"#)
}

#[tokio::test]
async fn the_request_is_the_documented_one() {
    let vendor = Vendor::answering([json(SIGNED)]).await;
    client(&vendor)
        .execution_list_by_name(&Request::new(NAME))
        .await
        .unwrap();
    let request = vendor.request();
    assert_eq!(request.method, "GET");
    assert_eq!(
        request.target,
        format!("/APIService/execution/getExecutionListByName?keyword={NAME_ENCODED}")
    );
    // 5.1: four headers; "secret_key 参数无需传递".
    request.has_headers(&[
        ("Auth-Version", "2.0"),
        ("appkey", "AK"),
        ("timestamp", "1700000000000"),
        ("sign", SIGN),
    ]);
    assert_eq!(request.body, "");
}

#[tokio::test]
async fn what_a_query_reserves_is_escaped_in_a_name() {
    let vendor = Vendor::answering([json(SIGNED)]).await;
    let name = "江苏（常熟）有限公司 &+=/";
    client(&vendor)
        .execution_list_by_name(&Request::new(name).skip(20))
        .await
        .unwrap();
    // python3 -c "import urllib.parse as u; print(u.quote('江苏（常熟）有限公司 &+=/', safe=''))"
    let encoded = "%E6%B1%9F%E8%8B%8F%EF%BC%88%E5%B8%B8%E7%86%9F%EF%BC%89%E6%9C%89%E9%99%90%E5%85%AC%E5%8F%B8%20%26%2B%3D%2F";
    let target = format!("/APIService/execution/getExecutionListByName?keyword={encoded}&skip=20");
    assert_eq!(vendor.request().target, target);
}

#[tokio::test]
async fn a_signed_reply_is_verified() {
    let vendor = Vendor::answering([json(SIGNED)]).await;
    let outcome = client(&vendor)
        .execution_list_by_name(&Request::new(NAME))
        .await
        .unwrap();
    assert_eq!(outcome.answer, Answer::Found);
    assert_eq!(outcome.receipt.signature, Signature::Verified);
    assert_eq!(
        outcome.records()[0].court.as_deref(),
        Some("淄博市博山区人民法院")
    );
    let completeness = outcome.receipt.completeness;
    assert_eq!(
        (
            completeness.fetched,
            completeness.total,
            completeness.complete
        ),
        (1, Some(1), true)
    );
    assert_eq!(
        outcome.receipt.counted(),
        Counted::Unknown,
        "the document says of no code whether it counts"
    );
}

#[tokio::test]
async fn one_altered_byte_and_nothing_is_typed() {
    // In a known field, in an undocumented one, in the number of records, and in the signature itself.
    for (from, to) in [
        ("\"disabled\": \"0\"", "\"disabled\": \"1\""),
        ("\"new\": 1", "\"new\": 2"),
        ("\"total\": 1", "\"total\": 2"),
        ("e93fcd9e", "e93fcd90"),
    ] {
        let altered = SIGNED.replace(from, to);
        assert_ne!(altered, SIGNED);
        let error = question().error(json(altered.clone())).await;
        assert_eq!(error.kind(), &Kind::SignatureMismatch, "{from}");

        let vendor = Vendor::answering([json(altered)]).await;
        let daring: Client = Client::builder()
            .credential("appkey", "AK")
            .credential("secret_key", "SK")
            .base_url(vendor.url())
            .dangerously_accept_unverified_replies()
            .build()
            .unwrap();
        let outcome = daring
            .execution_list_by_name(&Request::new(NAME))
            .await
            .unwrap();
        assert_eq!(outcome.receipt.signature, Signature::Mismatch);
    }
}

#[tokio::test]
async fn status_message_and_layout_are_not_signed() {
    let other = SIGNED
        .replace("操作成功", "another message")
        .replace(": ", ":")
        .replace(
            "e93fcd9e907f71de5c9ccbd4ec0e8940",
            "E93FCD9E907F71DE5C9CCBD4EC0E8940",
        );
    let vendor = Vendor::answering([json(other)]).await;
    let outcome = client(&vendor)
        .execution_list_by_name(&Request::new(NAME))
        .await
        .unwrap();
    assert_eq!(outcome.receipt.signature, Signature::Verified);
}

#[tokio::test]
async fn a_reply_with_records_and_no_signature_is_refused() {
    let unsigned = SIGNED.replace("\"sign\"", "\"design\"");
    assert_eq!(
        question().error(json(unsigned)).await.kind(),
        &Kind::SignatureMissing
    );
    // The document's own example: its secret is not printed, so it cannot be verified.
    assert_eq!(
        question().error(json(EXAMPLE)).await.kind(),
        &Kind::SignatureMismatch
    );
}

#[tokio::test]
async fn nothing_found_is_an_answer() {
    // "如果没有匹配记录则返回为空" does not say how empty is written, nor whether it is signed.
    for data in [
        "",
        r#", "data": null"#,
        r#", "data": []"#,
        r#", "data": {}"#,
        r#", "data": """#,
    ] {
        let body = format!(r#"{{"status": "201", "message": "查询无结果"{data}}}"#);
        let vendor = Vendor::answering([json(body)]).await;
        let outcome = client(&vendor)
            .execution_list_by_name(&Request::new(NAME))
            .await
            .unwrap();
        assert_eq!(outcome.answer, Answer::None, "{data}");
        assert_eq!(outcome.receipt.signature, Signature::Unsigned, "{data}");
        assert_eq!(
            (outcome.receipt.status.code, outcome.receipt.status.meaning),
            ("201", "查询无结果")
        );
        assert_eq!(outcome.receipt.completeness.total, Some(0));
        assert!(outcome.receipt.completeness.complete);
    }
}

#[tokio::test]
async fn an_empty_list_that_is_signed_is_verified() {
    // python3 -c "import hashlib; print(hashlib.md5(b'items=[]&num=0&total=0&secret_key=SK').hexdigest())"
    let body = r#"{"status": "201", "message": "查询无结果", "sign": "0", "data": {"total": 0, "num": 0, "items": []}}"#
        .replace("\"0\"", "\"2f3e755191917e08909325167ca151ee\"");
    let vendor = Vendor::answering([json(body)]).await;
    let outcome = client(&vendor)
        .execution_list_by_name(&Request::new(NAME))
        .await
        .unwrap();
    assert_eq!(
        (outcome.answer, outcome.receipt.signature),
        (Answer::None, Signature::Verified)
    );
}

/// 8.1 附录 A. The classes are our reading of the printed words.
const REFUSALS: &[Refusal] = &[
    (
        "213",
        "调用次数超过今日额度限制",
        Class::Quota,
        Counted::Unknown,
    ),
    (
        "207",
        "查询错误，请联系技术人员",
        Class::Server,
        Counted::Unknown,
    ),
    (
        "208",
        "参数名错误或参数为空",
        Class::Parameter,
        Counted::Unknown,
    ),
    (
        "209",
        "接口查询异常，请联系技术人员",
        Class::Server,
        Counted::Unknown,
    ),
    ("101", "Appkey 无效", Class::Auth, Counted::Unknown),
    ("102", "账户余额不足", Class::Balance, Counted::Unknown),
    ("103", "appkey 被停用", Class::Auth, Counted::Unknown),
    ("104", "IP 未授权", Class::Permission, Counted::Unknown),
    (
        "105",
        "未授权调用该接口",
        Class::Permission,
        Counted::Unknown,
    ),
    (
        "109",
        "接口被停用等其他状态",
        Class::Retired,
        Counted::Unknown,
    ),
];

#[tokio::test]
async fn every_documented_code_is_understood() {
    question()
        .every_refusal_is_understood(&["200", "201"], REFUSALS, envelope)
        .await;
}

#[tokio::test]
async fn undocumented_codes_are_kept() {
    question()
        .undocumented_codes_are_kept("299", envelope)
        .await;
}

#[tokio::test]
async fn faults_are_told_apart() {
    question().faults_are_told_apart(EXAMPLE).await;
}

#[tokio::test]
async fn a_field_of_another_type_costs_no_record() {
    // Of `items.0.court.0=SESAME&secret_key=SK`, by md5sum.
    let body = r#"{"status": "200", "sign": "314c6809422e762842915a01d9de66ba", "data": {"items": [{"court": ["SESAME"]}]}}"#;
    question()
        .an_odd_field_costs_nothing(body, 1, "court")
        .await;
}

#[tokio::test]
async fn another_shape_is_named_by_its_path() {
    // python3 -c "import hashlib; print(hashlib.md5(b'items.0=SESAME&secret_key=SK').hexdigest())"
    let body = r#"{"status": "200", "sign": "bd274e6951452648370afcbbb75856fb", "data": {"items": ["SESAME"]}}"#;
    let error = question().error(json(body)).await;
    let Kind::Shape { path, .. } = error.kind() else {
        panic!("{error}")
    };
    assert_eq!(path, "$.data.items[0]");
}

#[tokio::test]
async fn limits_hold_before_anything_is_sent() {
    let question = question();
    question
        .limits_hold_before_sending(&[
            ("skip", "-1", "must be a whole number of at least 0"),
            ("skip", "zwanzig", "must be a whole number of at least 0"),
            ("keyword", "", "must not be empty"),
            (
                "keyword",
                "博山\n鲁星",
                "must not hold control characters or line ends",
            ),
        ])
        .await;
    question
        .required_parameters_are_required(&["keyword"])
        .await;

    let vendor = Vendor::answering([json(SIGNED)]).await;
    let error = client(&vendor)
        .execution_list_by_name(&Request::new(NAME).skip(-1))
        .await
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "qixin execution_list_by_name: the parameter `skip` must be a whole number of at least 0; nothing was sent"
    );
    assert_eq!(error.phase(), Phase::NotSent);
    assert!(vendor.requests().is_empty());
}

/// Records `first` to `last` of 45, each of which holds its case number alone.
fn page(first: u32, last: u32, sign: &str) -> support::Answer {
    let items: Vec<String> = (first..last)
        .map(|at| format!(r#"{{"case_number": "({})"}}"#, 2000 + at))
        .collect();
    json(format!(
        r#"{{"status": "200", "message": "操作成功", "sign": "{sign}", "data": {{"total": 45, "num": {}, "items": [{}]}}}}"#,
        items.len(),
        items.join(", ")
    ))
}

/// The three pages of 45 records. Their signatures:
///
/// ```text
/// python3 -c "
/// import hashlib
/// for first, last in (0, 20), (20, 40), (40, 45):
///     pairs = {f'items.{i}.case_number': f'({2000 + first + i})' for i in range(last - first)}
///     pairs |= {'total': '45', 'num': str(last - first)}
///     text = '&'.join(f'{key}={pairs[key]}' for key in sorted(pairs)) + '&secret_key=SK'
///     print(hashlib.md5(text.encode()).hexdigest())"
/// ```
fn pages() -> [support::Answer; 3] {
    [
        page(0, 20, "8233f7a1c35539f0a67f2d49d0a989be"),
        page(20, 40, "b9faf7cfe366d7bb8763d232985453b3"),
        page(40, 45, "68a7f0a12f9af04c83b3b4e721dd1f6c"),
    ]
}

#[tokio::test]
async fn pages_are_asked_for_by_skipping_twenty() {
    let vendor = Vendor::answering(pages()).await;
    let mut pages = client(&vendor).execution_list_by_name_pages(&Request::new(NAME));
    let mut fetched = Vec::new();
    while let Some(page) = pages.next().await {
        let page = page.unwrap();
        assert_eq!(page.receipt.signature, Signature::Verified);
        assert!(
            !page.receipt.completeness.complete,
            "one page of three is not everything"
        );
        fetched.push(page.records().len());
    }
    assert_eq!(fetched, [20, 20, 5]);
    let path = "/APIService/execution/getExecutionListByName";
    let targets: Vec<String> = vendor
        .requests()
        .into_iter()
        .map(|request| request.target)
        .collect();
    // "跳过条目数（默认为 0）": the first page is that of no skip.
    assert_eq!(
        targets,
        [
            format!("{path}?keyword={NAME_ENCODED}"),
            format!("{path}?keyword={NAME_ENCODED}&skip=20"),
            format!("{path}?keyword={NAME_ENCODED}&skip=40"),
        ]
    );
}

#[tokio::test]
async fn the_walk_stops_at_its_limit_and_says_so() {
    let vendor = Vendor::answering(pages()).await;
    let mut records = client(&vendor)
        .execution_list_by_name_pages(&Request::new(NAME))
        .limit(2)
        .records();
    let mut fetched = 0;
    let error = loop {
        match records
            .next()
            .await
            .expect("the walk must not end silently")
        {
            Ok(_) => fetched += 1,
            Err(error) => break error,
        }
    };
    assert_eq!(fetched, 40);
    assert_eq!(
        error.kind(),
        &Kind::PageLimit {
            pages: 2,
            fetched: 40,
            total: Some(45)
        }
    );
    assert_eq!(vendor.requests().len(), 2);
    assert!(records.next().await.is_none());
}
