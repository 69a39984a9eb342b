//! What is answered: the documented examples, the invented records, pages, and that there is nothing.

mod support;

use serde_json::{Value, json};
use support::{call, documented, json, raw, request, sandbox, send};
use zhixing_core::operation::Reply;
use zhixing_core::outcome::Answer;
use zhixing_core::spec::Method;
use zhixing_core::transport::{Limits, Transport};
use zhixing_core::verify::Signature;
use zhixing_sandbox::Sandbox;

use cloudmarket::dishonest as cloudmarket_op;
use juhe::person_risk as juhe_op;
use qcc::limit_exit_check as qcc_op;
use qixin::execution_list_by_name as qixin_op;
use xinshu::executed_one_key_search as xinshu_op;

const GUARANTOR: &str = "上海东虹桥融资担保股份有限公司";
const MANY: &str = "大量记录测试有限公司";

#[tokio::test]
async fn the_documented_examples_are_answered_for_their_subjects() {
    let keyword = [("keyword", "博山鲁星环保机械厂")];
    let mut reply = raw::<qixin_op::Reply>(&qixin_op::OPERATION, &keyword).await;
    let mut example = documented("qixin/examples/execution_list_by_name/success.json");
    // The printed signature is of a secret that is not printed; the printed message is not that of code 200.
    assert_ne!(reply["sign"], example["sign"]);
    reply["sign"] = Value::Null;
    example["sign"] = Value::Null;
    example["message"] = "查询成功".into();
    assert_eq!(reply, example);

    let mut reply = raw::<xinshu_op::Reply>(&xinshu_op::OPERATION, &[("q", GUARANTOR)]).await;
    let mut example = documented("xinshu/examples/executed_one_key_search/success.json");
    assert_eq!(reply["orderNo"].take(), "SANDBOX000000000001");
    example["orderNo"].take();
    assert_eq!(reply, example);

    let search = [("searchKey", "xxxxxxx")];
    let mut reply = raw::<qcc_op::Reply>(&qcc_op::OPERATION, &search).await;
    let mut example = documented("qcc/examples/limit_exit_check/success.json");
    assert_eq!(reply["OrderNumber"].take(), "SANDBOX000000000001");
    example["OrderNumber"].take();
    // The list of codes has a blank that the example lacks.
    example["Message"] = "【有效请求】 查询成功".into();
    assert_eq!(reply, example);

    let asked = [
        ("keyword", "任何公司"),
        ("realname", "张德洲"),
        ("type", "1"),
    ];
    let mut reply = raw::<juhe_op::Reply>(&juhe_op::OPERATION, &asked).await;
    let mut example = documented("juhe/examples/person_risk/success.json");
    assert_eq!(reply["result"]["orderid"].take(), "SANDBOX000000000001");
    example["result"]["orderid"].take();
    assert_eq!(reply, example);

    let keyword = [("keyword", "乐视云计算有限公司")];
    let reply = raw::<cloudmarket_op::Reply>(&cloudmarket_op::OPERATION, &keyword).await;
    assert_eq!(
        reply,
        documented("cloudmarket/examples/dishonest/success.json")
    );
}

#[tokio::test]
async fn qixin_replies_are_signed_with_the_callers_secret() {
    for keyword in ["博山鲁星环保机械厂", MANY, "查无此企业"] {
        let asked = [("keyword", keyword)];
        let outcome = call::<qixin_op::Reply>(&sandbox(), &qixin_op::OPERATION, &asked).await;
        let signature = outcome.expect("an answer").receipt.signature;
        assert_eq!(signature, Signature::Verified, "{keyword}");
    }
    // printf 'items=[]&num=0&total=0&secret_key=SK' | md5sum
    let reply = raw::<qixin_op::Reply>(&qixin_op::OPERATION, &[("keyword", "查无此企业")]).await;
    assert_eq!(
        reply,
        json!({
            "status": "201", "message": "查询无结果", "sign": "2f3e755191917e08909325167ca151ee",
            "data": {"total": 0, "num": 0, "items": []}
        })
    );
}

#[tokio::test]
async fn nothing_is_answered_as_nothing() {
    let sandbox = sandbox();
    for subject in ["查无此企业", "没有人知道的公司", "王样例"] {
        let found =
            call::<qixin_op::Reply>(&sandbox, &qixin_op::OPERATION, &[("keyword", subject)]).await;
        assert_eq!(found.expect("an answer").answer, Answer::None);
        let found =
            call::<qcc_op::Reply>(&sandbox, &qcc_op::OPERATION, &[("searchKey", subject)]).await;
        assert_eq!(found.expect("an answer").answer, Answer::None);
        let asked = [
            ("keyword", GUARANTOR),
            ("realname", "查无此人"),
            ("type", "1"),
        ];
        let found = call::<juhe_op::Reply>(&sandbox, &juhe_op::OPERATION, &asked).await;
        assert_eq!(found.expect("an answer").answer, Answer::None);
        let found = call::<cloudmarket_op::Reply>(
            &sandbox,
            &cloudmarket_op::OPERATION,
            &[("keyword", subject)],
        )
        .await;
        assert_eq!(found.expect("an answer").answer, Answer::None);
    }
    let found =
        call::<xinshu_op::Reply>(&sandbox, &xinshu_op::OPERATION, &[("q", "查无此企业")]).await;
    assert_eq!(found.expect("an answer").answer, Answer::None);
    // xinshu alone answers for a person under the subject's name.
    let found = call::<xinshu_op::Reply>(&sandbox, &xinshu_op::OPERATION, &[("q", "王样例")]).await;
    assert_eq!(found.expect("an answer").records().len(), 2);
}

#[tokio::test]
async fn the_guarantors_two_cases_are_known_everywhere_with_a_disagreement_each() {
    let qixin = raw::<qixin_op::Reply>(&qixin_op::OPERATION, &[("keyword", GUARANTOR)]).await;
    let items = &qixin["data"]["items"];
    assert_eq!(items[0]["case_number"], "（2019）沪 0105执 00447号");
    assert_eq!(items[1]["case_number"], "（2018）沪 0114执 05058号");
    // xinshu's document: 2019-04-03 and 2019-05-09.
    assert_eq!(items[0]["publish_date"], "2019-04-04");
    assert_eq!(items[1]["publish_date"], "2019-05-09");
    assert_eq!(items[0]["number"], "05128783-0");

    let qcc = raw::<qcc_op::Reply>(&qcc_op::OPERATION, &[("searchKey", GUARANTOR)]).await;
    let data = &qcc["Result"]["Data"];
    assert_eq!(data[0]["CaseNo"], "(2019)沪0105执447号");
    assert_eq!(data[1]["CaseNo"], "(2018)沪0114执5058号");
    // xinshu's document: 204300 and 2206004.
    assert_eq!(data[0]["Amount"], "200000");
    assert_eq!(data[1]["Amount"], "2206004");
    assert_eq!(
        qcc["Paging"],
        json!({"PageSize": 10, "PageIndex": 1, "TotalRecords": 2})
    );

    let market =
        raw::<cloudmarket_op::Reply>(&cloudmarket_op::OPERATION, &[("keyword", GUARANTOR)]).await;
    let items = &market["result"]["items"];
    assert_eq!(items[0]["casecode"], "(2019)沪 0105执 447号");
    // TZ=Asia/Shanghai date -d 2019-01-08 +%s; the second is the day before xinshu's 2019-04-03.
    assert_eq!(items[0]["regdate"], 1_546_876_800_000_i64);
    assert_eq!(items[0]["publishdate"], 1_554_134_400_000_i64);
}

#[tokio::test]
async fn a_company_is_found_by_its_codes_too() {
    for subject in [
        "大量记录测试有限公司",
        "MA0TE5T32",
        "MA0TE5T3-2",
        "91330106MA0TE5T32K",
    ] {
        let found =
            call::<qixin_op::Reply>(&sandbox(), &qixin_op::OPERATION, &[("keyword", subject)])
                .await;
        assert_eq!(
            found.expect("an answer").reply.total(),
            Some(57),
            "{subject}"
        );
    }
}

#[tokio::test]
async fn juhe_keeps_its_lists_apart() {
    for (list, count, words) in [("1", 31, "失信信息"), ("2", 4, "被执行信息"), ("3", 0, "")]
    {
        let asked = [
            ("keyword", GUARANTOR),
            ("realname", "张德洲"),
            ("type", list),
        ];
        let outcome = call::<juhe_op::Reply>(&sandbox(), &juhe_op::OPERATION, &asked)
            .await
            .expect("an answer");
        assert_eq!(outcome.receipt.completeness.total, Some(count), "{list}");
        for risk in outcome.records() {
            assert_eq!(risk.person_name.as_deref(), Some("张德洲"));
            let relation = &risk.relation.as_slice()[0];
            assert_eq!(relation.type_.as_deref(), Some(list));
            assert_eq!(relation.type_desc.as_deref(), Some(words));
            assert_eq!(risk.id.as_deref().map(str::len), Some(33));
        }
    }
}

/// Every record of the synthetic world fills every field that its document lists.
#[tokio::test]
async fn invented_records_fill_every_documented_field() {
    let qixin = raw::<qixin_op::Reply>(&qixin_op::OPERATION, &[("keyword", MANY)]).await;
    let xinshu = raw::<xinshu_op::Reply>(&xinshu_op::OPERATION, &[("q", MANY)]).await;
    let qcc = raw::<qcc_op::Reply>(&qcc_op::OPERATION, &[("searchKey", MANY)]).await;
    let asked = [("keyword", "x"), ("realname", "钱多页"), ("type", "3")];
    let juhe = raw::<juhe_op::Reply>(&juhe_op::OPERATION, &asked).await;
    let market =
        raw::<cloudmarket_op::Reply>(&cloudmarket_op::OPERATION, &[("keyword", MANY)]).await;
    for (file, path, reply) in [
        (
            "qixin/examples/execution_list_by_name/success.json",
            "/data/items",
            qixin,
        ),
        (
            "xinshu/examples/executed_one_key_search/success.json",
            "/data",
            xinshu,
        ),
        (
            "qcc/examples/limit_exit_check/success.json",
            "/Result/Data",
            qcc,
        ),
        (
            "juhe/examples/person_risk/success.json",
            "/result/data",
            juhe,
        ),
        (
            "cloudmarket/examples/dishonest/success.json",
            "/result/items",
            market,
        ),
    ] {
        let example = documented(file);
        let expected = shape(
            example
                .pointer(path)
                .and_then(|records| records.get(0))
                .expect("a record"),
        );
        let records = reply
            .pointer(path)
            .and_then(Value::as_array)
            .expect("records");
        assert!(records.len() >= 10);
        for record in records {
            assert_eq!(shape(record), expected, "{file}");
        }
    }
}

/// The keys of a record at every depth.
fn shape(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .map(|(key, value)| (key.clone(), shape(value)))
            .collect(),
        Value::Array(items) => Value::Array(items.iter().map(shape).collect()),
        _ => Value::Null,
    }
}

#[tokio::test]
async fn the_same_seed_gives_the_same_bytes_and_another_seed_does_not() {
    let build = |seed| {
        Sandbox::builder()
            .clock(support::clock(support::NOW))
            .seed(seed)
            .build()
            .expect("a sandbox")
    };
    let headers = [("Authorization", "APPCODE sandbox-appcode")];
    let url = "https://sandbox.invalid/cloudmarket";
    let request = request(Method::Get, url, &[("keyword", MANY)], &headers, &[]);
    let (first, second, third) = (build(7), build(7), build(8));
    let reply = send(&first, &request).await;
    assert_eq!(reply.date.as_deref(), Some("Tue, 14 Nov 2023 22:13:20 GMT"));
    assert_eq!(reply, send(&second, &request).await);
    assert_ne!(reply.body, send(&third, &request).await.body);
    assert_eq!(json(&reply)["result"]["total"], 57);
}

#[tokio::test]
async fn orders_are_numbered_per_vendor_and_refusals_are_no_orders() {
    let sandbox = sandbox();
    let number = async |subject: &str| {
        let outcome =
            call::<xinshu_op::Reply>(&sandbox, &xinshu_op::OPERATION, &[("q", subject)]).await;
        outcome.expect("an answer").receipt.order_number
    };
    assert_eq!(
        number(GUARANTOR).await.as_deref(),
        Some("SANDBOX000000000001")
    );
    let url = "http://api.xinshucredit.com/ws/repository/executedOneKeySearch";
    send(&sandbox, &request(Method::Post, url, &[], &[], &[])).await;
    assert_eq!(
        number("查无此企业").await.as_deref(),
        Some("SANDBOX000000000002")
    );
    let found = call::<qcc_op::Reply>(&sandbox, &qcc_op::OPERATION, &[("searchKey", MANY)]).await;
    let order = found.expect("an answer").receipt.order_number;
    assert_eq!(order.as_deref(), Some("SANDBOX000000000001"));
}

#[tokio::test]
async fn a_reply_that_is_longer_than_allowed_is_not_handed_over() {
    let headers = [("Authorization", "APPCODE AC")];
    let url = "https://sandbox.invalid/cloudmarket";
    let request = request(Method::Get, url, &[("keyword", MANY)], &headers, &[]);
    let limits = Limits {
        reply_bytes: 100,
        ..Limits::default()
    };
    assert!(sandbox().send(&request, &limits).await.is_err());
}
