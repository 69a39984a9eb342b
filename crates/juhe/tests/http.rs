//! Calls to 聚合数据 over real HTTP, against a server on this machine: the request that leaves is the documented one, and
//! every class of reply is understood.

#[path = "../../../tests/support/http.rs"]
mod support;

use juhe::person_risk::{ListType, Request};
use juhe::zhixing_core::any::AnyClient;
use juhe::zhixing_core::error::{Counted, Kind};
use juhe::zhixing_core::record::Kind as List;
use juhe::zhixing_core::request::Arguments;
use juhe::zhixing_core::spec::{Class, Retry};
use juhe::zhixing_core::verify::Signature;
use juhe::{Answer, Client};
use support::{Question, Refusal, Vendor, clock, json};

const COMPANY: &str = "江苏常熟";
/// `python3 -c "import urllib.parse as u; print(u.quote('江苏常熟', safe=''))"`
const COMPANY_ENCODED: &str = "%E6%B1%9F%E8%8B%8F%E5%B8%B8%E7%86%9F";
const PERSON: &str = "张德洲";
/// As in the document's 请求示例; also `python3 -c "import urllib.parse as u; print(u.quote('张德洲', safe=''))"`.
const PERSON_ENCODED: &str = "%E5%BC%A0%E5%BE%B7%E6%B4%B2";
const EXAMPLE: &str = include_str!("../../../schemas/juhe/examples/person_risk/success.json");

fn client(vendor: &Vendor) -> Client {
    Client::builder()
        .credential("key", "JKEY")
        .base_url(vendor.url())
        .clock(clock())
        .build()
        .expect("a client")
}

fn request() -> Request {
    Request::new(COMPANY, PERSON, ListType::Dishonest)
}

fn question() -> Question<Client> {
    Question {
        build: client,
        operation: "person_risk",
        arguments: Arguments::new()
            .with("keyword", COMPANY)
            .with("realname", PERSON)
            .with("type", "1"),
        secrets: &[COMPANY, COMPANY_ENCODED, PERSON, PERSON_ENCODED, "JKEY"],
    }
}

fn envelope(code: &str, message: &str) -> String {
    format!(r#"{{"reason": "{message}", "result": null, "error_code": {code}}}"#)
}

#[tokio::test]
async fn the_request_is_the_documented_one() {
    let vendor = Vendor::answering([json(EXAMPLE)]).await;
    client(&vendor).person_risk(&request()).await.unwrap();
    let request = vendor.request();
    // get/post are both documented. A form keeps the key and the person's name out of URLs, hence out of logs.
    assert_eq!(request.method, "POST");
    assert_eq!(request.target, "/personRisk/query");
    request.has_headers(&[("Content-Type", "application/x-www-form-urlencoded")]);
    assert_eq!(
        request.body,
        format!("key=JKEY&keyword={COMPANY_ENCODED}&realname={PERSON_ENCODED}&type=1")
    );
}

#[tokio::test]
async fn what_a_form_reserves_is_escaped() {
    let vendor = Vendor::answering([json(EXAMPLE)]).await;
    let request = Request::new("江苏（常熟）有限公司 &+=/", PERSON, ListType::Enforced)
        .page_index(2)
        .page_size(50);
    client(&vendor).person_risk(&request).await.unwrap();
    // python3 -c "import urllib.parse as u; print(u.quote('江苏（常熟）有限公司 &+=/', safe=''))"
    let encoded = "%E6%B1%9F%E8%8B%8F%EF%BC%88%E5%B8%B8%E7%86%9F%EF%BC%89%E6%9C%89%E9%99%90%E5%85%AC%E5%8F%B8%20%26%2B%3D%2F";
    assert_eq!(
        vendor.request().body,
        format!(
            "key=JKEY&keyword={encoded}&realname={PERSON_ENCODED}&type=2&pageIndex=2&pageSize=50"
        )
    );
}

#[tokio::test]
async fn each_list_is_asked_by_its_number() {
    // 1：失信；2：被执行；3：限制消费
    let vendor = Vendor::answering([json(EXAMPLE)]).await;
    for (list, number, kind) in [
        (ListType::Dishonest, "type=1", List::Dishonest),
        (ListType::Enforced, "type=2", List::Enforced),
        (
            ListType::ConsumptionRestricted,
            "type=3",
            List::ConsumptionRestricted,
        ),
    ] {
        let outcome = client(&vendor)
            .person_risk(&Request::new(COMPANY, PERSON, list))
            .await
            .unwrap();
        let body = vendor.requests().last().expect("a request").body.clone();
        assert!(body.ends_with(number), "{body}");
        assert!(
            outcome
                .unified()
                .iter()
                .all(|record| record.kinds == [kind])
        );
    }
}

#[tokio::test]
async fn records_are_an_answer() {
    let vendor = Vendor::answering([json(EXAMPLE)]).await;
    let outcome = client(&vendor).person_risk(&request()).await.unwrap();
    assert_eq!(
        (outcome.answer, outcome.records().len()),
        (Answer::Found, 10)
    );
    assert_eq!(
        outcome.receipt.order_number.as_deref(),
        Some("JH4011908021558278080790")
    );
    assert_eq!(outcome.receipt.signature, Signature::Unsigned);
    let completeness = outcome.receipt.completeness;
    assert_eq!(
        (
            completeness.fetched,
            completeness.total,
            completeness.complete
        ),
        (10, Some(31), false)
    );
}

#[tokio::test]
async fn nothing_found_is_an_answer() {
    // What stands in result then is not printed.
    for result in ["null", "{}", "[]", r#""""#, r#"{"orderid": "JH1"}"#] {
        let body = format!(r#"{{"reason": "查无记录", "result": {result}, "error_code": 240102}}"#);
        let vendor = Vendor::answering([json(body)]).await;
        let outcome = client(&vendor).person_risk(&request()).await.unwrap();
        assert_eq!(outcome.answer, Answer::None, "{result}");
        assert_eq!(
            (outcome.receipt.status.code, outcome.receipt.status.meaning),
            ("240102", "查无记录")
        );
        assert_eq!(outcome.receipt.completeness.total, Some(0));
        assert_eq!(
            outcome.receipt.order_number.as_deref(),
            result.contains("JH1").then_some("JH1")
        );
    }
}

#[tokio::test]
async fn a_code_sent_as_text_is_the_same_code() {
    let body = r#"{"reason": "查无记录", "error_code": "240102"}"#;
    let vendor = Vendor::answering([json(body)]).await;
    let outcome = client(&vendor).person_risk(&request()).await.unwrap();
    assert_eq!(
        (outcome.answer, outcome.receipt.status.code),
        (Answer::None, "240102")
    );
}

/// 服务级错误码 and 系统级错误码. The classes are our reading of the printed words.
const REFUSALS: &[Refusal] = &[
    ("240101", "网络错误", Class::Server, Counted::Unknown),
    ("240103", "参数异常", Class::Parameter, Counted::Unknown),
    ("240104", "查询失败", Class::Server, Counted::Unknown),
    ("10001", "错误的请求KEY", Class::Auth, Counted::Unknown),
    (
        "10002",
        "该KEY无请求权限",
        Class::Permission,
        Counted::Unknown,
    ),
    ("10003", "KEY过期", Class::Auth, Counted::Unknown),
    ("10004", "错误的OPENID", Class::Auth, Counted::Unknown),
    (
        "10005",
        "应用未审核超时，请提交认证",
        Class::Permission,
        Counted::Unknown,
    ),
    ("10007", "未知的请求源", Class::Permission, Counted::Unknown),
    ("10008", "被禁止的IP", Class::Permission, Counted::Unknown),
    ("10009", "被禁止的KEY", Class::Auth, Counted::Unknown),
    ("10011", "当前IP请求超过限制", Class::Rate, Counted::Unknown),
    ("10012", "请求超过次数限制", Class::Quota, Counted::Unknown),
    (
        "10013",
        "测试KEY超过请求限制",
        Class::Quota,
        Counted::Unknown,
    ),
    (
        "10014",
        "系统内部异常(调用充值类业务时，请务必联系客服或通过订单查询接口检测订单，避免造成损失)",
        Class::Server,
        Counted::Unknown,
    ),
    ("10020", "接口维护", Class::Server, Counted::Unknown),
    ("10021", "接口停用", Class::Retired, Counted::Unknown),
];

#[tokio::test]
async fn every_documented_code_is_understood() {
    question()
        .every_refusal_is_understood(&["0", "240102"], REFUSALS, envelope)
        .await;
    let error = question().error(json(envelope("10014", ""))).await;
    assert_eq!(
        error.advice().map(|advice| advice.retry),
        Some(Retry::Never)
    );
}

#[tokio::test]
async fn undocumented_codes_are_kept() {
    question()
        .undocumented_codes_are_kept("240199", envelope)
        .await;
    // The old version's codes stood in resultcode; in error_code nobody documents them.
    question()
        .undocumented_codes_are_kept("101", envelope)
        .await;
}

#[tokio::test]
async fn faults_are_told_apart() {
    question().faults_are_told_apart(EXAMPLE).await;
}

#[tokio::test]
async fn a_field_of_another_type_costs_no_record() {
    let body = EXAMPLE.replacen("\"全部未履行\"", "{\"SESAME\": 1}", 1);
    question()
        .an_odd_field_costs_nothing(&body, 10, "Relation[0].Value")
        .await;
}

#[tokio::test]
async fn another_shape_is_named_by_its_path() {
    let body = EXAMPLE.replacen(
        "\"Relation\": [",
        "\"Relation\": \"SESAME\", \"Other\": [",
        1,
    );
    let error = question().error(json(body)).await;
    let Kind::Shape { path, .. } = error.kind() else {
        panic!("{error}")
    };
    assert_eq!(path, "$.result.data[0].Relation");
    assert_eq!(error.order_number(), Some("JH4011908021558278080790"));
}

#[tokio::test]
async fn limits_hold_before_anything_is_sent() {
    let lists = "must be one of 1 (失信), 2 (被执行), 3 (限制消费)";
    question()
        .limits_hold_before_sending(&[
            ("type", "4", lists),
            ("type", "0", lists),
            ("type", "", lists),
            ("type", "失信", lists),
            ("keyword", "", "must not be empty"),
            ("realname", " ", "must not be empty"),
            ("pageIndex", "0", "must be a whole number of at least 1"),
            ("pageSize", "-1", "must be a whole number of at least 1"),
        ])
        .await;
    // "keyword 是, realname 是, type 是"
    question()
        .required_parameters_are_required(&["keyword", "realname", "type"])
        .await;
}

#[tokio::test]
async fn names_that_the_document_does_not_have_are_refused() {
    let vendor = Vendor::answering([json(EXAMPLE)]).await;
    let client = client(&vendor);
    let arguments = question().arguments.with("pageindex", "1");
    let error = client.call_any("person_risk", arguments).await.unwrap_err();
    let Kind::UnknownParameter { parameter, known } = error.kind() else {
        panic!("{error}")
    };
    assert_eq!(parameter, "pageindex");
    assert_eq!(
        known,
        &["keyword", "realname", "type", "pageIndex", "pageSize"]
    );
    let error = client
        .call_any("personRisk", question().arguments)
        .await
        .unwrap_err();
    let Kind::UnknownOperation { known, .. } = error.kind() else {
        panic!("{error}")
    };
    assert_eq!(known, &["person_risk"]);
    assert!(vendor.requests().is_empty());
}

#[tokio::test]
async fn pages_are_asked_for_by_their_number() {
    let page = |number: u32, count: u32| {
        let rows: Vec<String> = (0..count)
            .map(|row| format!(r#"{{"Id": "{number}-{row}"}}"#))
            .collect();
        json(format!(
            r#"{{"reason": "成功", "result": {{"pageSize": 10, "pageIndex": {number}, "totalRecords": 13,
                "data": [{}], "orderid": "JH{number}"}}, "error_code": 0}}"#,
            rows.join(", ")
        ))
    };
    let vendor = Vendor::answering([page(1, 10), page(2, 3)]).await;
    let mut pages = client(&vendor).person_risk_pages(&request());
    let mut ids = Vec::new();
    while let Some(page) = pages.next().await {
        ids.extend(
            page.unwrap()
                .records()
                .iter()
                .map(|row| row.id.as_deref().unwrap_or_default().to_owned()),
        );
    }
    assert_eq!(ids.len(), 13);
    assert_eq!((ids[0].as_str(), ids[12].as_str()), ("1-0", "2-2"));
    let bodies: Vec<String> = vendor
        .requests()
        .into_iter()
        .map(|request| request.body)
        .collect();
    let first = format!("key=JKEY&keyword={COMPANY_ENCODED}&realname={PERSON_ENCODED}&type=1");
    assert_eq!(bodies, [first.clone(), format!("{first}&pageIndex=2")]);
}
