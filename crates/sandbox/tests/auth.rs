//! Who is let in. Every signature was made with `printf … | md5sum`, none by this project's code.

mod support;

use serde_json::{Value, json};
use support::{json, request, sandbox, sandbox_at, send};
use zhixing_core::spec::Method;
use zhixing_sandbox::Sandbox;

const QIXIN: &str = "https://api.qixin.com/APIService/execution/getExecutionListByName";

async fn qixin(sandbox: &Sandbox, headers: &[(&str, &str)]) -> Value {
    let request = request(
        Method::Get,
        QIXIN,
        &[("keyword", "博山鲁星环保机械厂")],
        headers,
        &[],
    );
    let reply = send(sandbox, &request).await;
    assert_eq!(reply.status, 200);
    json(&reply)["status"].clone()
}

fn qixin_headers<'a>(timestamp: &'a str, sign: &'a str) -> [(&'static str, &'a str); 4] {
    [
        ("Auth-Version", "2.0"),
        ("appkey", "AK"),
        ("timestamp", timestamp),
        ("sign", sign),
    ]
}

#[tokio::test]
async fn qixin_accepts_the_signature_and_no_neighbour_of_it() {
    let sandbox = sandbox();
    // printf AK1700000000000SK | md5sum
    let sign = "174326a8be2ea3d822d4f7c5943f2e92";
    assert_eq!(
        qixin(&sandbox, &qixin_headers("1700000000000", sign)).await,
        "200"
    );
    for wrong in [
        "174326a8be2ea3d822d4f7c5943f2e93",
        "174326A8BE2EA3D822D4F7C5943F2E92", // "32 位 md5 加密的小写字符串"
        "",
    ] {
        let code = qixin(&sandbox, &qixin_headers("1700000000000", wrong)).await;
        assert_eq!(code, "101", "{wrong}");
    }
    for time in [
        "1700000000001",
        "1700000000",
        "",
        "now",
        "-9223372036854775808",
    ] {
        assert_eq!(
            qixin(&sandbox, &qixin_headers(time, sign)).await,
            "101",
            "{time}"
        );
    }
}

#[tokio::test]
async fn qixin_names_an_unknown_key_and_a_missing_header() {
    let sandbox = sandbox();
    let mut headers = qixin_headers("1700000000000", "174326a8be2ea3d822d4f7c5943f2e92");
    assert_eq!(qixin(&sandbox, &headers[2..]).await, "101");
    assert_eq!(qixin(&sandbox, &headers[1..]).await, "208");
    headers[0].1 = "1.0";
    assert_eq!(qixin(&sandbox, &headers).await, "208");
    headers[0].1 = "2.0";
    headers[1].1 = "AK2";
    assert_eq!(qixin(&sandbox, &headers).await, "101");
}

#[tokio::test]
async fn a_time_of_signing_may_be_five_minutes_off() {
    let sandbox = sandbox();
    // printf AK<timestamp>SK | md5sum
    for (time, sign, code) in [
        ("1699999700000", "1009f1a7feb35f36485397a17fdcd323", "200"),
        ("1699999699999", "1622b8afaf192b8636226315532b9e51", "101"),
        ("1700000300000", "2c51a965af660eeb7e9b9103ba691cad", "200"),
        ("1700000300001", "82c8bba3df31f4ab2484fe637a5349cf", "101"),
    ] {
        assert_eq!(
            qixin(&sandbox, &qixin_headers(time, sign)).await,
            code,
            "{time}"
        );
    }
}

async fn xinshu(sandbox: &Sandbox, apikey: &str, sign: &str) -> Value {
    let query = [
        ("apikey", apikey),
        ("sign", sign),
        ("q", "上海东虹桥融资担保股份有限公司"),
    ];
    let url = "http://api.xinshucredit.com/ws/repository/executedOneKeySearch";
    let request = request(Method::Post, url, &query, &[], &[]);
    json(&send(sandbox, &request).await)
}

// printf abc20231114 | md5sum, and so on
const THE_14TH: &str = "20cfb2f6613a8bfa993c728a2f26072c";
const THE_15TH: &str = "4f8da12cb4c87243a22e4cdf2caed8b8";
const THE_16TH: &str = "6f86d4f45e0a3432d94e48332f78f00e";

#[tokio::test]
async fn xinshu_signs_the_day_in_beijing_in_either_case() {
    let sandbox = sandbox();
    assert_eq!(xinshu(&sandbox, "XK", THE_15TH).await["rc"], "0000");
    let upper = THE_15TH.to_uppercase();
    assert_eq!(xinshu(&sandbox, "XK", &upper).await["rc"], "0000");
    // It still is the 14th in UTC.
    assert_eq!(xinshu(&sandbox, "XK", THE_14TH).await["rc"], "1002");
    assert_eq!(xinshu(&sandbox, "XK", THE_16TH).await["rc"], "1002");
    let refused = xinshu(&sandbox, "xk", THE_15TH).await;
    // The document's own example of a failure, whole.
    assert_eq!(refused, json!({"rc": "1000", "msg": "apikey 校验失败"}));
}

#[tokio::test]
async fn around_midnight_xinshu_accepts_the_day_of_a_clock_five_minutes_off() {
    for (at, code_14, code_15) in [
        ("2023-11-14T15:54:59Z", "0000", "1002"),
        ("2023-11-14T15:55:00Z", "0000", "0000"),
        ("2023-11-14T16:04:59Z", "0000", "0000"),
        ("2023-11-14T16:05:00Z", "1002", "0000"),
    ] {
        let sandbox = sandbox_at(at);
        assert_eq!(
            xinshu(&sandbox, "XK", THE_14TH).await["rc"],
            code_14,
            "{at}"
        );
        assert_eq!(
            xinshu(&sandbox, "XK", THE_15TH).await["rc"],
            code_15,
            "{at}"
        );
    }
}

#[tokio::test]
async fn qcc_tells_key_signature_and_time_apart() {
    let sandbox = sandbox();
    // printf K1700000000S | md5sum, in upper case
    let token = "ABF5C9C8490E413B37977F3166C8AE3E";
    for (key, timespan, token, code) in [
        ("K", "1700000000", token, "200"),
        ("k", "1700000000", token, "101"),
        ("", "1700000000", token, "101"),
        ("K", "1700000000", "ABF5C9C8490E413B37977F3166C8AE3F", "107"),
        // "32 位 md5 加密的大写字符串"
        ("K", "1700000000", "abf5c9c8490e413b37977f3166c8ae3e", "107"),
        ("K", "1700000001", token, "107"),
        ("K", "1699999700", "416BE8B6A5A69FC1FE5F83BDD06E05B5", "200"),
        ("K", "1699999699", "A28EF76D7CF73EC1CAE54F86FDA7DADB", "115"),
    ] {
        let request = request(
            Method::Get,
            "https://pro.qcc.com/api/yj/LimitExitCheck/GetList",
            &[("key", key), ("searchKey", "xxxxxxx")],
            &[("Token", token), ("Timespan", timespan)],
            &[],
        );
        let reply = json(&send(&sandbox, &request).await);
        assert_eq!(reply["Status"], code, "{key} {timespan} {token}");
    }
}

#[tokio::test]
async fn juhe_takes_its_key_by_form_and_by_query() {
    let sandbox = sandbox();
    let url = "http://apis.juhe.cn/personRisk/query";
    let fields = |key| {
        [
            ("key", key),
            ("keyword", "江苏"),
            ("realname", "张德洲"),
            ("type", "1"),
        ]
    };
    for (key, code) in [("JK", 0), ("", 10001), ("jk", 10001)] {
        let fields = fields(key);
        let by_form = request(Method::Post, url, &[], &[], &fields);
        let by_query = request(Method::Get, url, &fields, &[], &[]);
        for request in [by_form, by_query] {
            assert_eq!(json(&send(&sandbox, &request).await)["error_code"], code);
        }
    }
    let without = request(Method::Post, url, &[], &[], &fields("JK")[1..]);
    let reply = json(&send(&sandbox, &without).await);
    assert_eq!(
        reply,
        json!({"error_code": 10001, "reason": "错误的请求KEY"})
    );
}

#[tokio::test]
async fn cloudmarket_refuses_as_a_gateway() {
    let sandbox = sandbox();
    let url = "https://sandbox.invalid/cloudmarket";
    let query = [("keyword", "乐视云计算有限公司")];
    let good = request(
        Method::Get,
        url,
        &query,
        &[("authorization", "APPCODE AC")],
        &[],
    );
    let reply = send(&sandbox, &good).await;
    assert_eq!((reply.status, &json(&reply)["code"]), (200, &json!(0)));
    for wrong in ["AC", "APPCODE ac", "appcode AC", ""] {
        let bad = request(Method::Get, url, &query, &[("Authorization", wrong)], &[]);
        let reply = send(&sandbox, &bad).await;
        assert_eq!(reply.status, 401, "{wrong}");
        assert_eq!(
            json(&reply).get("code"),
            None,
            "no documented code stands for it"
        );
    }
}

#[tokio::test]
async fn an_account_of_one_vendor_is_none_of_another_and_more_than_one_may_call() {
    let sandbox = Sandbox::builder()
        .clock(support::clock(support::NOW))
        .account("juhe", [("key", "one")])
        .account("juhe", [("key", "two")])
        .account("qcc", [("key", "three"), ("secret_key", "S")])
        .build()
        .expect("a sandbox");
    for (key, code) in [
        ("one", 0),
        ("two", 0),
        ("three", 10001),
        ("sandbox-key", 10001),
    ] {
        let fields = [
            ("key", key),
            ("keyword", "x"),
            ("realname", "张德洲"),
            ("type", "1"),
        ];
        let url = "http://apis.juhe.cn/personRisk/query";
        let request = request(Method::Get, url, &fields, &[], &[]);
        assert_eq!(
            json(&send(&sandbox, &request).await)["error_code"],
            code,
            "{key}"
        );
    }
}
