//! Calls to the cloud marketplace's product over real HTTP, against a server on this machine: the request that leaves is
//! the documented one, and every class of reply is understood.

#[path = "../../../tests/support/http.rs"]
mod support;

use cloudmarket::dishonest::Request;
use cloudmarket::zhixing_core::error::{Counted, Kind};
use cloudmarket::zhixing_core::request::Arguments;
use cloudmarket::zhixing_core::transport::Phase;
use cloudmarket::zhixing_core::verify::Signature;
use cloudmarket::{Answer, Client};
use support::{Question, Vendor, clock, json};

const NAME: &str = "乐视云计算有限公司";
/// `python3 -c "import urllib.parse as u; print(u.quote('乐视云计算有限公司', safe=''))"`
const NAME_ENCODED: &str =
    "%E4%B9%90%E8%A7%86%E4%BA%91%E8%AE%A1%E7%AE%97%E6%9C%89%E9%99%90%E5%85%AC%E5%8F%B8";
const EXAMPLE: &str = include_str!("../../../schemas/cloudmarket/examples/dishonest/success.json");

/// 接口 url 请在产品页面查看: the whole endpoint comes from the buyer, so it has a path of its own here.
fn client(vendor: &Vendor) -> Client {
    Client::builder()
        .credential("appcode", "CODE83359fd73fe9")
        .base_url(format!("{}/shixin/list", vendor.url()))
        .clock(clock())
        .build()
        .expect("a client")
}

fn question() -> Question<Client> {
    Question {
        build: client,
        operation: "dishonest",
        arguments: Arguments::new().with("keyword", NAME),
        secrets: &[NAME, NAME_ENCODED, "CODE83359fd73fe9", "/shixin/list"],
    }
}

fn envelope(code: &str, message: &str) -> String {
    format!(r#"{{"code": {code}, "desc": "{message}"}}"#)
}

#[tokio::test]
async fn the_request_is_the_documented_one() {
    let vendor = Vendor::answering([json(EXAMPLE)]).await;
    client(&vendor)
        .dishonest(&Request::new(NAME))
        .await
        .unwrap();
    let request = vendor.request();
    assert_eq!(request.method, "GET");
    assert_eq!(
        request.target,
        format!("/shixin/list?keyword={NAME_ENCODED}")
    );
    // How the APPCODE travels is not printed; this is the custom of the marketplace.
    request.has_headers(&[("Authorization", "APPCODE CODE83359fd73fe9")]);
    assert_eq!(request.body, "");
}

#[tokio::test]
async fn without_an_endpoint_there_is_no_client() {
    let refused = Client::builder()
        .credential("appcode", "CODE")
        .build()
        .unwrap_err();
    assert_eq!(
        refused.kind(),
        &Kind::MissingBaseUrl {
            environment: "CLOUDMARKET_URL"
        }
    );
    assert_eq!(refused.phase(), Phase::NotSent);
}

#[tokio::test]
async fn records_are_an_answer() {
    let vendor = Vendor::answering([json(EXAMPLE)]).await;
    let outcome = client(&vendor)
        .dishonest(&Request::new(NAME))
        .await
        .unwrap();
    assert_eq!(
        (outcome.answer, outcome.records().len()),
        (Answer::Found, 2)
    );
    assert_eq!(outcome.receipt.order_number, None, "this vendor has none");
    assert_eq!(outcome.receipt.signature, Signature::Unsigned);
    assert_eq!(
        outcome.receipt.counted(),
        Counted::Unknown,
        "the document says of no code whether it counts"
    );
    let completeness = outcome.receipt.completeness;
    assert_eq!(
        (
            completeness.fetched,
            completeness.total,
            completeness.complete
        ),
        (2, Some(30), false)
    );
}

#[tokio::test]
async fn nothing_found_is_an_answer() {
    for result in [
        "",
        r#", "result": null"#,
        r#", "result": {}"#,
        r#", "result": {"total": 0, "items": []}"#,
    ] {
        let body = format!(r#"{{"code": 2, "desc": "无数据"{result}}}"#);
        let vendor = Vendor::answering([json(body)]).await;
        let outcome = client(&vendor)
            .dishonest(&Request::new(NAME))
            .await
            .unwrap();
        assert_eq!(outcome.answer, Answer::None, "{result}");
        assert_eq!(
            (outcome.receipt.status.code, outcome.receipt.status.meaning),
            ("2", "无数据")
        );
        assert_eq!(outcome.receipt.completeness.total, Some(0));
        assert!(outcome.receipt.completeness.complete);
    }
}

#[tokio::test]
async fn every_documented_code_is_understood() {
    // 1.2 错误码 prints 0 and 2, both of which are answers; how a call is refused is not printed.
    question()
        .every_refusal_is_understood(&["0", "2"], &[], envelope)
        .await;
}

#[tokio::test]
async fn undocumented_codes_are_kept() {
    question().undocumented_codes_are_kept("1", envelope).await;
    question().undocumented_codes_are_kept("-1", envelope).await;
}

#[tokio::test]
async fn the_gateway_of_a_marketplace_is_no_status_of_the_product() {
    // A gateway's own JSON may hold a code that the product documents: under an HTTP error it is none of the product's.
    let answer = support::Answer(
        403,
        "application/json",
        r#"{"code": 2, "desc": "SESAME"}"#.into(),
    );
    let error = question().error(answer).await;
    assert_eq!(error.kind().as_str(), "http");
}

#[tokio::test]
async fn faults_are_told_apart() {
    question().faults_are_told_apart(EXAMPLE).await;
}

#[tokio::test]
async fn a_field_of_another_type_costs_no_record() {
    let body = EXAMPLE.replace("5104447134", "\"SESAME\"");
    question()
        .an_odd_field_costs_nothing(&body, 2, "legelId")
        .await;
}

#[tokio::test]
async fn another_shape_is_named_by_its_path() {
    let body = EXAMPLE.replace("\"total\": 30", "\"total\": \"SESAME\"");
    let error = question().error(json(body)).await;
    let Kind::Shape { path, .. } = error.kind() else {
        panic!("{error}")
    };
    assert_eq!(path, "$.result.total");
}

#[tokio::test]
async fn limits_hold_before_anything_is_sent() {
    let question = question();
    let page_size = "must be a whole number from 1 to 20";
    question
        .limits_hold_before_sending(&[
            // 默认 20 条，最大 20 条
            ("pageSize", "21", page_size),
            ("pageSize", "0", page_size),
            ("pageNum", "0", "must be a whole number of at least 1"),
            ("keyword", "", "must not be empty"),
        ])
        .await;
    question
        .required_parameters_are_required(&["keyword"])
        .await;

    let vendor = Vendor::answering([json(EXAMPLE)]).await;
    let error = client(&vendor)
        .dishonest(&Request::new(NAME).page_size(21))
        .await
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "cloudmarket dishonest: the parameter `pageSize` must be a whole number from 1 to 20; nothing was sent"
    );
    assert!(vendor.requests().is_empty());
    client(&vendor)
        .dishonest(&Request::new(NAME).page_size(20))
        .await
        .unwrap();
    assert_eq!(vendor.requests().len(), 1);
}

#[tokio::test]
async fn pages_are_asked_for_by_their_number() {
    let page = |first: u32, last: u32| {
        let rows: Vec<String> = (first..last)
            .map(|row| format!(r#"{{"id": {row}}}"#))
            .collect();
        json(format!(
            r#"{{"code": 0, "desc": "成功", "result": {{"total": 30, "items": [{}]}}}}"#,
            rows.join(", ")
        ))
    };
    let vendor = Vendor::answering([page(0, 20), page(20, 30)]).await;
    let mut records = client(&vendor)
        .dishonest_pages(&Request::new(NAME))
        .records();
    let mut ids = Vec::new();
    while let Some(record) = records.next().await {
        ids.extend(record.unwrap().id.into_option());
    }
    assert_eq!(ids, (0..30).collect::<Vec<i64>>());
    let targets: Vec<String> = vendor
        .requests()
        .into_iter()
        .map(|request| request.target)
        .collect();
    let first = format!("/shixin/list?keyword={NAME_ENCODED}");
    assert_eq!(targets, [first.clone(), format!("{first}&pageNum=2")]);
}
