//! What is refused before anything is looked up, with which code and in which words.

mod support;

use serde_json::{Value, json};
use support::{json, request, sandbox, send};
use zhixing_core::spec::Method;
use zhixing_core::transport::HttpReply;

async fn qixin(query: &[(&str, &str)]) -> Value {
    let headers = [
        ("Auth-Version", "2.0"),
        ("appkey", "AK"),
        ("timestamp", "1700000000000"),
        // printf AK1700000000000SK | md5sum
        ("sign", "174326a8be2ea3d822d4f7c5943f2e92"),
    ];
    let url = "https://api.qixin.com/APIService/execution/getExecutionListByName";
    let request = request(Method::Get, url, query, &headers, &[]);
    json(&send(&sandbox(), &request).await)
}

#[tokio::test]
async fn qixin_has_one_code_for_all() {
    let refused = json!({"status": "208", "message": "参数名错误或参数为空"});
    for query in [
        &[][..],
        &[("Keyword", "x")],
        &[("keyword", "")],
        &[("keyword", " ")],
        &[("keyword", "x\u{7}")],
        &[("keyword", "x"), ("keyword", "y")],
        &[("keyword", "x"), ("skip", "-1")],
        &[("keyword", "x"), ("skip", "one")],
        &[("keyword", "x"), ("skip", "")],
    ] {
        assert_eq!(qixin(query).await, refused, "{query:?}");
    }
    assert_eq!(
        qixin(&[("keyword", "x"), ("skip", "0")]).await["status"],
        "201"
    );
    assert_eq!(
        qixin(&[("keyword", "x"), ("other", "1")]).await["status"],
        "201"
    );
}

#[tokio::test]
async fn xinshu_names_the_parameter_and_the_fault() {
    let query = [
        ("apikey", "XK"),
        // printf abc20231115 | md5sum
        ("sign", "4f8da12cb4c87243a22e4cdf2caed8b8"),
    ];
    let url = "http://api.xinshucredit.com/ws/repository/executedOneKeySearch";
    let missing = request(Method::Post, url, &query, &[], &[]);
    let reply = json(&send(&sandbox(), &missing).await);
    assert_eq!(
        reply,
        json!({"rc": "2000", "msg": "参数q设置错误:不能为空"})
    );
    let by_get = request(Method::Get, url, &query, &[], &[]);
    assert_eq!(
        send(&sandbox(), &by_get).await.status,
        405,
        "the document says POST"
    );
}

#[tokio::test]
async fn qcc_has_a_code_for_what_is_too_short() {
    for (query, code) in [
        (&[][..], "202"),
        (&[("searchKey", "")], "202"),
        (&[("searchKey", "国")], "213"),
        (&[("searchKey", "国企")], "201"),
        (&[("searchKey", "国企"), ("pageSize", "0")], "202"),
        (&[("searchKey", "国企"), ("pageSize", "20")], "201"),
        (&[("searchKey", "国企"), ("pageSize", "21")], "202"),
        (&[("searchKey", "国企"), ("pageIndex", "0")], "202"),
        (
            &[("searchKey", "国企"), ("pageIndex", "99999999999999999999")],
            "202",
        ),
    ] {
        let mut fields = vec![("key", "K")];
        fields.extend(query);
        // printf K1700000000S | md5sum, in upper case
        let headers = [
            ("Token", "ABF5C9C8490E413B37977F3166C8AE3E"),
            ("Timespan", "1700000000"),
        ];
        let url = "https://pro.qcc.com/api/yj/LimitExitCheck/GetList";
        let request = request(Method::Get, url, &fields, &headers, &[]);
        let reply = json(&send(&sandbox(), &request).await);
        assert_eq!(reply["Status"], code, "{query:?}");
    }
}

#[tokio::test]
async fn juhe_needs_three_and_knows_three_lists() {
    for (fields, code) in [
        (
            &[("keyword", "x"), ("realname", "y"), ("type", "1")][..],
            240_102,
        ),
        (&[("realname", "y"), ("type", "1")], 240_103),
        (&[("keyword", "x"), ("type", "1")], 240_103),
        (&[("keyword", "x"), ("realname", "y")], 240_103),
        (
            &[("keyword", "x"), ("realname", "y"), ("type", "4")],
            240_103,
        ),
        (
            &[
                ("keyword", "x"),
                ("realname", "y"),
                ("type", "1"),
                ("pageSize", "0"),
            ],
            240_103,
        ),
        (
            &[
                ("keyword", "x"),
                ("realname", "y"),
                ("type", "1"),
                ("pageSize", "500"),
            ],
            240_102,
        ),
    ] {
        let mut form = vec![("key", "JK")];
        form.extend(fields);
        let url = "http://apis.juhe.cn/personRisk/query";
        let request = request(Method::Post, url, &[], &[], &form);
        let reply = json(&send(&sandbox(), &request).await);
        assert_eq!(reply["error_code"], code, "{fields:?}");
    }
}

async fn cloudmarket(query: &[(&str, &str)]) -> HttpReply {
    let url = "https://sandbox.invalid/cloudmarket";
    let headers = [("Authorization", "APPCODE AC")];
    send(&sandbox(), &request(Method::Get, url, query, &headers, &[])).await
}

#[tokio::test]
async fn cloudmarket_refuses_by_http_status() {
    for query in [
        &[][..],
        &[("keyword", "x"), ("pageSize", "21")],
        &[("keyword", "x"), ("pageNum", "0")],
    ] {
        let reply = cloudmarket(query).await;
        assert_eq!(reply.status, 400, "{query:?}");
        assert_eq!(
            reply.content_type.as_deref(),
            Some("application/json; charset=utf-8")
        );
    }
    let reply = cloudmarket(&[("keyword", "x"), ("pageSize", "20")]).await;
    assert_eq!(
        json(&reply),
        json!({"code": 2, "desc": "无数据", "result": {"total": 0, "items": []}})
    );
}

#[tokio::test]
async fn what_is_no_documented_address_is_not_found() {
    for url in [
        "https://api.qixin.com/",
        "https://api.qixin.com/APIService/execution/getExecutionListByName/x",
        "https://sandbox.invalid/qixinx/APIService/execution/getExecutionListByName",
        "https://example.invalid/x",
        "",
    ] {
        let request = request(Method::Get, url, &[("keyword", "x")], &[], &[]);
        assert_eq!(send(&sandbox(), &request).await.status, 404, "{url}");
    }
}
