//! Calls to 企查查 over real HTTP, against a server on this machine: the request that leaves is the documented one, and
//! every class of reply is understood.

#[path = "../../../tests/support/http.rs"]
mod support;

use qcc::limit_exit_check::{Request, VerifyResult};
use qcc::zhixing_core::client::Repeats;
use qcc::zhixing_core::error::{Counted, Kind};
use qcc::zhixing_core::request::Arguments;
use qcc::zhixing_core::spec::{Class, Retry};
use qcc::zhixing_core::transport::Phase;
use qcc::zhixing_core::verify::Signature;
use qcc::{Answer, Client};
use support::{Question, Refusal, Vendor, clock, json};

const NAME: &str = "江苏常熟";
/// `python3 -c "import urllib.parse as u; print(u.quote('江苏常熟', safe=''))"`
const NAME_ENCODED: &str = "%E6%B1%9F%E8%8B%8F%E5%B8%B8%E7%86%9F";
/// Upper case: "md5 加密的大写字符串".
///
/// `python3 -c "import hashlib; print(hashlib.md5(b'QK1700000000QS').hexdigest().upper())"`
const TOKEN: &str = "535022B6B16DBB74008F6C313AB574CA";
const EXAMPLE: &str = include_str!("../../../schemas/qcc/examples/limit_exit_check/success.json");

fn client(vendor: &Vendor) -> Client {
    Client::builder()
        .credential("key", "QK")
        .credential("secret_key", "QS")
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
        operation: "limit_exit_check",
        arguments: Arguments::new().with("searchKey", NAME),
        secrets: &[NAME, NAME_ENCODED, TOKEN, "QK", "QS"],
    }
}

fn envelope(code: &str, message: &str) -> String {
    format!(r#"{{"Status": "{code}", "Message": "{message}", "OrderNumber": "LIMITEXITCHECK1"}}"#)
}

#[tokio::test]
async fn the_request_is_the_documented_one() {
    let vendor = Vendor::answering([json(EXAMPLE)]).await;
    client(&vendor)
        .limit_exit_check(&Request::new(NAME))
        .await
        .unwrap();
    let request = vendor.request();
    assert_eq!(request.method, "GET");
    // 请求示例: …/GetList?key=AppKey&searchKey=xxxxxxx
    assert_eq!(
        request.target,
        format!("/api/yj/LimitExitCheck/GetList?key=QK&searchKey={NAME_ENCODED}")
    );
    request.has_headers(&[("Token", TOKEN), ("Timespan", "1700000000")]);
    assert_eq!(request.body, "");
}

#[tokio::test]
async fn records_are_an_answer() {
    let vendor = Vendor::answering([json(EXAMPLE)]).await;
    let outcome = client(&vendor)
        .limit_exit_check(&Request::new(NAME).page_size(1))
        .await
        .unwrap();
    assert_eq!(
        (outcome.answer, outcome.records().len()),
        (Answer::Found, 1)
    );
    assert_eq!(
        outcome.receipt.order_number.as_deref(),
        Some("LIMITEXITCHECK2021082311552393530756")
    );
    assert_eq!(outcome.receipt.signature, Signature::Unsigned);
    assert_eq!(outcome.receipt.counted(), Counted::Yes);
    let completeness = outcome.receipt.completeness;
    assert_eq!(
        (
            completeness.fetched,
            completeness.total,
            completeness.complete
        ),
        (1, Some(3), false)
    );
}

#[tokio::test]
async fn nothing_found_is_an_answer_in_both_ways() {
    // 201 查询无结果; and VerifyResult 0 (不存在) under the code of success.
    let by_code = envelope("201", "【有效请求】查询无结果");
    let by_value = r#"{"Paging": {"PageSize": 10, "PageIndex": 1, "TotalRecords": 0},
        "Result": {"VerifyResult": 0, "Data": []}, "Status": "200", "Message": "【有效请求】查询成功", "OrderNumber": "L2"}"#;
    let without_paging =
        r#"{"Result": {"VerifyResult": 0, "Data": null}, "Status": "200", "OrderNumber": "L3"}"#;
    for body in [by_code.as_str(), by_value, without_paging] {
        let vendor = Vendor::answering([json(body)]).await;
        let outcome = client(&vendor)
            .limit_exit_check(&Request::new(NAME))
            .await
            .unwrap();
        assert_eq!(outcome.answer, Answer::None, "{body}");
        assert_eq!(
            outcome.receipt.counted(),
            Counted::Yes,
            "both codes are 有效请求"
        );
        assert_eq!(outcome.receipt.completeness.total, Some(0));
        assert!(outcome.receipt.order_number.is_some());
        assert!(outcome.unified().is_empty());
    }
    let reply: qcc::limit_exit_check::Reply = serde_json::from_str(by_value).unwrap();
    assert_eq!(
        reply.result.get().unwrap().verify_result.get(),
        Some(&VerifyResult::NotExists)
    );
}

/// VerifyResult 1 says 存在: that no record came is then no statement that there are none.
#[tokio::test]
async fn records_that_exist_and_did_not_come_are_not_none() {
    let bodies = [
        r#"{"Result": {"VerifyResult": 1}, "Status": "200"}"#,
        r#"{"Result": {"VerifyResult": 1, "Data": []}, "Status": "200"}"#,
        r#"{"Paging": {"TotalRecords": 0}, "Result": {"VerifyResult": 1, "Data": []}, "Status": "200"}"#,
        r#"{"Paging": {"TotalRecords": 3}, "Result": {"VerifyResult": 0, "Data": []}, "Status": "200"}"#,
    ];
    for body in bodies {
        let vendor = Vendor::answering([json(body)]).await;
        let outcome = client(&vendor)
            .limit_exit_check(&Request::new(NAME))
            .await
            .unwrap();
        assert_eq!(outcome.answer, Answer::Found, "{body}");
        assert!(!outcome.receipt.completeness.complete, "{body}");
    }
}

#[tokio::test]
async fn records_outrank_a_statement_that_there_are_none() {
    let body = EXAMPLE.replace("\"VerifyResult\": 1", "\"VerifyResult\": 0");
    assert_ne!(body, EXAMPLE);
    let vendor = Vendor::answering([json(body)]).await;
    let outcome = client(&vendor)
        .limit_exit_check(&Request::new(NAME))
        .await
        .unwrap();
    assert_eq!(
        (outcome.answer, outcome.records().len()),
        (Answer::Found, 1)
    );
}

/// 7.1 有效请求状态码 (counted) and 7.2 无效请求状态码 (not counted). The classes are our reading of the printed words.
const REFUSALS: &[Refusal] = &[
    (
        "202",
        "【有效请求】 查询参数错误， 请检查",
        Class::Parameter,
        Counted::Yes,
    ),
    (
        "205",
        "【有效请求】 等待处理中",
        Class::Pending,
        Counted::Yes,
    ),
    (
        "207",
        "【有效请求】 请求数据的条目数超过上限（5000）",
        Class::Parameter,
        Counted::Yes,
    ),
    (
        "208",
        "【有效请求】 此接口不支持此公司类型查询",
        Class::Unsupported,
        Counted::Yes,
    ),
    (
        "209",
        "【有效请求】 企业数量超过上限",
        Class::Parameter,
        Counted::Yes,
    ),
    (
        "213",
        "【有效请求】 参数长度不能小于 2",
        Class::Parameter,
        Counted::Yes,
    ),
    (
        "215",
        "【有效请求】 不支持的查询关键字",
        Class::Unsupported,
        Counted::Yes,
    ),
    (
        "218",
        "【有效请求】 该企业暂不支持空壳扫描",
        Class::Unsupported,
        Counted::Yes,
    ),
    (
        "219",
        "【有效请求】 该企业暂不支持准入尽调",
        Class::Unsupported,
        Counted::Yes,
    ),
    (
        "105",
        "【有效请求】 接口已下线停用",
        Class::Retired,
        Counted::Yes,
    ),
    (
        "110",
        "【有效请求】 当前相同查询连续出错， 请等 2 小时后重试",
        Class::Rate,
        Counted::Yes,
    ),
    (
        "101",
        "【无效请求】 当前的 KEY 无效或者还未生效中",
        Class::Auth,
        Counted::No,
    ),
    (
        "102",
        "【无效请求】 当前 KEY 已欠费",
        Class::Balance,
        Counted::No,
    ),
    (
        "103",
        "【无效请求】 当前 KEY 被暂停使用",
        Class::Auth,
        Counted::No,
    ),
    (
        "104",
        "【无效请求】请求 KEY 异常，请联系管理员",
        Class::Auth,
        Counted::No,
    ),
    (
        "106",
        "【无效请求】非法请求过多，请联系管理员",
        Class::Rate,
        Counted::No,
    ),
    (
        "107",
        "【无效请求】被禁止的 IP 或者签名错误",
        Class::Auth,
        Counted::No,
    ),
    (
        "108",
        "【无效请求】异常请求过多，请联系管理员",
        Class::Rate,
        Counted::No,
    ),
    (
        "109",
        "【无效请求】请求超过每日系统限制",
        Class::Quota,
        Counted::No,
    ),
    (
        "111",
        "【无效请求】接口权限未开通，请联系管理员",
        Class::Permission,
        Counted::No,
    ),
    (
        "112",
        "【无效请求】您的账号剩余使用量已不足或已过期",
        Class::Quota,
        Counted::No,
    ),
    (
        "113",
        "【无效请求】当前接口已被删除，请重新申请",
        Class::Retired,
        Counted::No,
    ),
    (
        "114",
        "【无效请求】当前接口已被禁用，请联系管理员",
        Class::Retired,
        Counted::No,
    ),
    (
        "115",
        "【无效请求】身份验证错误或者已过期",
        Class::Auth,
        Counted::No,
    ),
    (
        "116",
        "【无效请求】请求超过每日调用总量限制",
        Class::Quota,
        Counted::No,
    ),
    (
        "117",
        "【无效请求】当前不支持的请求参数调用量过多",
        Class::Parameter,
        Counted::No,
    ),
    (
        "118",
        "【无效请求】当前接口不支持此方式的调用",
        Class::Parameter,
        Counted::No,
    ),
    (
        "119",
        "【无效请求】您的帐号出现异常，请联系管理员",
        Class::Auth,
        Counted::No,
    ),
    (
        "120",
        "【无效请求】系统流量异常，请稍后再试",
        Class::Rate,
        Counted::No,
    ),
    (
        "121",
        "【无效请求】数据不能出境",
        Class::Blocked,
        Counted::No,
    ),
    (
        "199",
        "【无效请求】系统未知错误，请联系技术客服",
        Class::Server,
        Counted::No,
    ),
    (
        "203",
        "【无效请求】系统查询有异常，请联系技术人员",
        Class::Server,
        Counted::No,
    ),
    (
        "214",
        "【无效请求】您还未购买过该接口，请先购买",
        Class::Permission,
        Counted::No,
    ),
    (
        "223",
        "【无效请求】当前接口的计费方式不支持此查询参数",
        Class::Parameter,
        Counted::No,
    ),
];

#[tokio::test]
async fn every_documented_code_is_understood() {
    // 36 codes are printed: 13 valid requests, the two answers among them, and 23 that are not.
    let valid = REFUSALS
        .iter()
        .filter(|(.., counted)| *counted == Counted::Yes)
        .count();
    assert_eq!((valid + 2, REFUSALS.len() - valid), (13, 23));
    question()
        .every_refusal_is_understood(&["200", "201"], REFUSALS, envelope)
        .await;
}

#[tokio::test]
async fn what_the_document_says_of_waiting_is_passed_on() {
    let error = question()
        .error(json(envelope("110", "请等 2 小时后重试")))
        .await;
    let advice = error.advice().expect("请等 2 小时后重试");
    assert_eq!(
        (advice.retry, advice.verbatim),
        (Retry::AfterSeconds(7200), Some("请等 2 小时后重试"))
    );
    assert!(
        error.next_step().contains("7200 s"),
        "{}",
        error.next_step()
    );
    assert_eq!(error.order_number(), Some("LIMITEXITCHECK1"));

    let error = question().error(json(envelope("120", ""))).await;
    assert_eq!(
        error.advice().map(|advice| advice.retry),
        Some(Retry::Later)
    );
    let error = question().error(json(envelope("101", ""))).await;
    assert_eq!(
        error.advice(),
        None,
        "of a bad key nothing is said of waiting"
    );
}

#[tokio::test]
async fn undocumented_codes_are_kept() {
    question()
        .undocumented_codes_are_kept("224", envelope)
        .await;
}

#[tokio::test]
async fn faults_are_told_apart() {
    question().faults_are_told_apart(EXAMPLE).await;
}

#[tokio::test]
async fn a_field_of_another_type_costs_no_record() {
    let body = EXAMPLE.replace("\"1120000\"", "[\"SESAME\"]");
    question()
        .an_odd_field_costs_nothing(&body, 1, "Amount")
        .await;
}

#[tokio::test]
async fn another_shape_is_named_by_its_path() {
    let body = EXAMPLE.replace(
        "\"LimitList\": [",
        "\"LimitList\": \"SESAME\", \"Other\": [",
    );
    let error = question().error(json(body)).await;
    let Kind::Shape { path, .. } = error.kind() else {
        panic!("{error}")
    };
    assert_eq!(path, "$.Result.Data[0].LimitList");
    assert_eq!(
        error.order_number(),
        Some("LIMITEXITCHECK2021082311552393530756")
    );
}

#[tokio::test]
async fn limits_hold_before_anything_is_sent() {
    let question = question();
    let page_size = "must be a whole number from 1 to 20";
    question
        .limits_hold_before_sending(&[
            // 213: 参数长度不能小于 2. Characters, not bytes; blanks around do not count.
            (
                "searchKey",
                "京",
                "must have at least 2 characters and has 1",
            ),
            (
                "searchKey",
                " 京 ",
                "must have at least 2 characters and has 1",
            ),
            ("searchKey", "", "must have at least 2 characters and has 0"),
            // 最大不超过 20
            ("pageSize", "0", page_size),
            ("pageSize", "21", page_size),
            ("pageIndex", "0", "must be a whole number of at least 1"),
        ])
        .await;
    question
        .required_parameters_are_required(&["searchKey"])
        .await;

    let vendor = Vendor::answering([json(EXAMPLE)]).await;
    for request in [
        Request::new("京"),
        Request::new(NAME).page_size(0),
        Request::new(NAME).page_size(21),
    ] {
        let error = client(&vendor)
            .limit_exit_check(&request)
            .await
            .unwrap_err();
        assert_eq!(
            (error.phase(), error.kind().as_str()),
            (Phase::NotSent, "invalid_parameter")
        );
    }
    assert!(vendor.requests().is_empty());
    // What stands on the limits is sent.
    for request in [
        Request::new("京东"),
        Request::new(NAME).page_size(1),
        Request::new(NAME).page_size(20),
    ] {
        client(&vendor).limit_exit_check(&request).await.unwrap();
    }
    assert_eq!(vendor.requests().len(), 3);
}

#[tokio::test]
async fn pages_are_asked_for_by_their_number() {
    let page = |number: u32, cases: &[&str]| {
        let rows: Vec<String> = cases
            .iter()
            .map(|case| format!(r#"{{"CaseNo": "{case}"}}"#))
            .collect();
        json(format!(
            r#"{{"Paging": {{"PageSize": 2, "PageIndex": {number}, "TotalRecords": 3}},
                "Result": {{"VerifyResult": 1, "Data": [{}]}}, "Status": "200", "OrderNumber": "L{number}"}}"#,
            rows.join(", ")
        ))
    };
    let vendor = Vendor::answering([page(1, &["a", "b"]), page(2, &["c"])]).await;
    let mut pages = client(&vendor).limit_exit_check_pages(&Request::new(NAME).page_size(2));
    let (mut cases, mut orders) = (Vec::new(), Vec::new());
    while let Some(page) = pages.next().await {
        let page = page.unwrap();
        assert!(
            !page.receipt.completeness.complete,
            "one page of two is not everything"
        );
        orders.extend(page.receipt.order_number.clone());
        cases.extend(
            page.records()
                .iter()
                .map(|row| row.case_no.as_deref().unwrap_or_default().to_owned()),
        );
    }
    assert_eq!(cases, ["a", "b", "c"]);
    assert_eq!(
        orders,
        ["L1", "L2"],
        "each page is a purchase with a number of its own"
    );
    let path = format!("/api/yj/LimitExitCheck/GetList?key=QK&searchKey={NAME_ENCODED}");
    let targets: Vec<String> = vendor
        .requests()
        .into_iter()
        .map(|request| request.target)
        .collect();
    assert_eq!(
        targets,
        [
            format!("{path}&pageSize=2"),
            format!("{path}&pageIndex=2&pageSize=2")
        ]
    );
}
