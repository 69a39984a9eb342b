//! Every documented status code can be met, in the document's words.

mod support;

use support::{NOW, caller, clock};
use zhixing_core::request::Arguments;
use zhixing_core::spec::{Class, Operation, Vendor};
use zhixing_core::transport::Transport;
use zhixing_sandbox::{ForcedAnswer, Route, Sandbox};

/// A call that each vendor answers with records.
const CALLS: [(&Operation, &[(&str, &str)]); 5] = [
    (
        &qixin::execution_list_by_name::OPERATION,
        &[("keyword", "大量记录测试有限公司")],
    ),
    (
        &xinshu::executed_one_key_search::OPERATION,
        &[("q", "大量记录测试有限公司")],
    ),
    (
        &qcc::limit_exit_check::OPERATION,
        &[("searchKey", "大量记录测试有限公司")],
    ),
    (
        &juhe::person_risk::OPERATION,
        &[("keyword", "x"), ("realname", "钱多页"), ("type", "2")],
    ),
    (
        &cloudmarket::dishonest::OPERATION,
        &[("keyword", "大量记录测试有限公司")],
    ),
];

/// Code and message as they arrive, as texts, and the whole reply.
async fn asked(
    sandbox: &Sandbox,
    vendor: &'static Vendor,
    operation: &Operation,
    arguments: &[(&str, &str)],
) -> (String, String, serde_json::Value) {
    let mut given = Arguments::new();
    for (name, value) in arguments {
        given.push(*name, *value);
    }
    let at = NOW.parse().expect("a time");
    let operation = vendor.operation(operation.name).expect("an operation");
    let request = caller(sandbox, vendor)
        .prepare(operation, &given, at)
        .expect("a request")
        .to_http();
    let transport = sandbox.transport_for(vendor.name);
    let reply = transport
        .send(&request, &Default::default())
        .await
        .expect("a reply");
    assert_eq!(reply.status, 200);
    let reply = support::json(&reply);
    let at = |path: &[&str]| {
        let value = path.iter().fold(&reply, |place, key| &place[*key]);
        value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned)
    };
    let (code, message) = (at(operation.envelope.code), at(operation.envelope.message));
    (code, message, reply)
}

#[tokio::test]
async fn every_documented_code_can_be_forced_in_the_documents_words() {
    let mut reached = Vec::new();
    for (operation, arguments) in CALLS {
        let vendor = operation.vendor;
        for status in vendor.statuses {
            for code in [Some(status.code), status.old_code].into_iter().flatten() {
                let sandbox = Sandbox::builder()
                    .clock(clock(NOW))
                    .answer(vendor.name, code)
                    .build()
                    .expect("a sandbox");
                let (met, message, reply) = asked(&sandbox, vendor, operation, arguments).await;
                assert_eq!(met, code, "{}", vendor.name);
                assert_eq!(message, status.meaning, "{} {code}", vendor.name);
                // Content goes with success and with nothing else.
                let has_records =
                    reply.to_string().contains("(20") || reply.to_string().contains("（20");
                assert_eq!(
                    has_records,
                    status.class == Class::Success,
                    "{} {code}",
                    vendor.name
                );
                let bill = sandbox.bill();
                assert_eq!(bill.entries[0].code.as_deref(), Some(code));
                reached.push((vendor.name, code));
            }
        }
    }
    // Counted in the documents: qixin 12, xinshu 14, qcc 36, juhe 19 and 14 old ones, cloudmarket 2.
    let count = |vendor| reached.iter().filter(|(name, _)| *name == vendor).count();
    assert_eq!(
        ["qixin", "xinshu", "qcc", "juhe", "cloudmarket"].map(count),
        [12, 14, 36, 33, 2]
    );
}

#[tokio::test]
async fn a_forced_answer_is_for_its_subject_for_its_time_and_for_calls_in_order() {
    let (operation, _) = CALLS[2];
    let vendor = operation.vendor;
    let sandbox = Sandbox::builder()
        .clock(clock(NOW))
        .answer(
            Route::to("qcc")
                .subject(" 沙箱示例贸易有限公司")
                .after(1)
                .times(2),
            "207",
        )
        .answer(
            Route::to("qcc")
                .operation("limit_exit_check")
                .subject("查无此企业"),
            ForcedAnswer::status("4711").message("没有这个代码"),
        )
        .build()
        .expect("a sandbox");
    let code = async |subject: &str| {
        let asked = asked(&sandbox, vendor, operation, &[("searchKey", subject)]).await;
        asked.0
    };
    let mut met = Vec::new();
    for subject in [
        "沙箱示例贸易有限公司",
        "沙箱样本制造有限公司",
        "沙箱示例贸易有限公司",
        "沙箱示例贸易有限公司",
        "沙箱示例贸易有限公司",
        "查无此企业",
    ] {
        met.push(code(subject).await);
    }
    assert_eq!(met, ["200", "200", "207", "207", "200", "4711"]);
    // 207 is a 有效请求 at qcc; a code of no document counts nothing.
    assert_eq!(sandbox.bill().counted("qcc"), 5);

    let refused = Sandbox::builder()
        .answer("qcc", "4711")
        .build()
        .expect_err("no such code");
    assert!(
        refused.to_string().contains("qcc documents no code 4711"),
        "{refused}"
    );
}
