//! Accounts that run out, are switched off or call from the wrong place; and the bill.

mod support;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use serde_json::Value;
use support::{NOW, clock, json, request};
use zhixing_core::clock::{Clock, Timestamp};
use zhixing_core::request::Arguments;
use zhixing_core::spec::{Method, Vendor};
use zhixing_core::transport::{HttpReply, HttpRequest, Transport};
use zhixing_sandbox::{Account, Builder, Sandbox, SandboxError};

/// A clock that tests set.
#[derive(Debug, Clone, Default)]
struct Set(Arc<AtomicI64>);

impl Set {
    fn to(&self, text: &str) -> Timestamp {
        let at: Timestamp = text.parse().expect("a time");
        self.0.store(at.as_millis(), Ordering::Relaxed);
        at
    }
}

impl Clock for Set {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.0.load(Ordering::Relaxed)).expect("a time")
    }
}

const COMPANY: &str = "沙箱示例贸易有限公司";

/// A signed call about [`COMPANY`], or about nobody.
fn signed(sandbox: &Sandbox, vendor: &'static Vendor, at: Timestamp, subject: &str) -> HttpRequest {
    let operation = vendor.operations[0];
    let mut arguments = Arguments::new();
    for parameter in operation.parameters {
        match parameter.name {
            "keyword" | "q" | "searchKey" => arguments.push(parameter.name, subject),
            "realname" => arguments.push("realname", "王样例"),
            "type" => arguments.push("type", "1"),
            _ => {}
        }
    }
    support::caller(sandbox, vendor)
        .prepare(operation, &arguments, at)
        .expect("a request")
        .to_http()
}

async fn ask(
    sandbox: &Sandbox,
    vendor: &'static Vendor,
    at: Timestamp,
    subject: &str,
) -> HttpReply {
    let request = signed(sandbox, vendor, at, subject);
    let transport = sandbox.transport_for(vendor.name);
    transport
        .send(&request, &Default::default())
        .await
        .expect("a reply")
}

/// The vendor's code, or the HTTP status where there is none.
fn code(vendor: &'static Vendor, reply: &HttpReply) -> String {
    let body = json(reply);
    let path = vendor.operations[0].envelope.code;
    match path.iter().fold(&body, |place, key| &place[*key]) {
        Value::Null => format!("HTTP {}", reply.status),
        Value::String(code) => code.clone(),
        other => other.to_string(),
    }
}

fn now() -> Timestamp {
    NOW.parse().expect("a time")
}

fn vendors() -> [&'static Vendor; 5] {
    [
        &qixin::VENDOR,
        &xinshu::VENDOR,
        &qcc::VENDOR,
        &juhe::VENDOR,
        &cloudmarket::VENDOR,
    ]
}

/// What each vendor answers an account that the change makes unfit.
async fn refusals(change: impl Fn(Account, &'static Vendor) -> Account) -> [String; 5] {
    let mut met = Vec::new();
    for vendor in vendors() {
        let sandbox = Sandbox::builder()
            .clock(clock(NOW))
            .account(vendor.name, change(Account::new(), vendor))
            .build()
            .expect("a sandbox");
        let reply = ask(&sandbox, vendor, now(), COMPANY).await;
        let bill = sandbox.bill();
        assert_eq!(bill.counted(vendor.name), 0, "{}", vendor.name);
        assert_eq!(bill.entries[0].account.as_deref(), Some("account-1"));
        assert_eq!(bill.entries[0].http_status, Some(reply.status));
        met.push(code(vendor, &reply));
    }
    met.try_into().expect("five")
}

/// The codes are read in the five documents; "HTTP" stands where a document has none for the cause.
#[tokio::test]
async fn each_refusal_has_the_documented_code() {
    // appkey 被停用 · apikey 暂停使用 · 当前 KEY 被暂停使用 · 被禁止的KEY
    assert_eq!(
        refusals(|account, _| account.disabled()).await,
        ["103", "1001", "103", "10009", "HTTP 403"]
    );
    // IP 未授权 · 未授权的 IP 地址 · 被禁止的 IP 或者签名错误 · 被禁止的IP
    let elsewhere = "203.0.113.7".parse().expect("an address");
    assert_eq!(
        refusals(|account, _| account.addresses([elsewhere])).await,
        ["104", "1005", "107", "10008", "HTTP 403"]
    );
    // 未授权调用该接口 · 无该资源访问权限 · 接口权限未开通 · 该KEY无请求权限
    assert_eq!(
        refusals(|account, vendor| account.not_authorised(vendor.operations[0].name)).await,
        ["105", "1004", "111", "10002", "HTTP 403"]
    );
    // 账户余额不足 · none: 403 · 当前 KEY 已欠费 · 请求超过次数限制
    assert_eq!(
        refusals(|account, _| account.balance(0)).await,
        ["102", "HTTP 403", "102", "10012", "HTTP 403"]
    );
    // 调用次数超过今日额度限制 · 可用查询次数为 0 · 请求超过每日调用总量限制 · 请求超过次数限制
    assert_eq!(
        refusals(|account, _| account.daily_quota(0)).await,
        ["213", "3001", "116", "10012", "HTTP 403"]
    );
    // none: 429 · none: 429 · 系统流量异常，请稍后再试 · 当前IP请求超过限制
    assert_eq!(
        refusals(|account, _| account.calls_per_second(0)).await,
        ["HTTP 429", "HTTP 429", "120", "10011", "HTTP 429"]
    );
}

#[tokio::test]
async fn money_is_spent_on_what_counts_and_then_is_gone() {
    for (vendor, price_of_a_mistake, spent) in [
        (&qixin::VENDOR, 0, "102"),
        (&qcc::VENDOR, 1, "102"),
        (&juhe::VENDOR, 0, "10012"),
    ] {
        let sandbox = Sandbox::builder()
            .clock(clock(NOW))
            .account(vendor.name, Account::new().name("batch").balance(3))
            .build()
            .expect("a sandbox");
        // Found, and nothing found, both count.
        ask(&sandbox, vendor, now(), COMPANY).await;
        ask(&sandbox, vendor, now(), "查无此企业").await;
        // A parameter that is wrong counts at qcc alone: 202 is a 有效请求.
        let mut mistaken = signed(&sandbox, vendor, now(), COMPANY);
        mistaken.url = mistaken
            .url
            .replace("searchKey=", "x=")
            .replace("keyword=", "x=");
        mistaken.body = mistaken.body.map(|body| body.replace("realname=", "x="));
        let transport = sandbox.transport_for(vendor.name);
        let reply = transport
            .send(&mistaken, &Default::default())
            .await
            .expect("a reply");
        assert!(["208", "202", "240103"].contains(&code(vendor, &reply).as_str()));
        assert_eq!(
            sandbox.bill().counted(vendor.name),
            2 + price_of_a_mistake,
            "{}",
            vendor.name
        );
        for _ in price_of_a_mistake..1 {
            ask(&sandbox, vendor, now(), COMPANY).await;
        }
        let reply = ask(&sandbox, vendor, now(), COMPANY).await;
        assert_eq!(code(vendor, &reply), spent);
        let bill = sandbox.bill();
        assert_eq!(bill.counted(vendor.name), 3);
        assert!(
            bill.of(vendor.name)
                .all(|entry| entry.account.as_deref() == Some("batch"))
        );
    }
}

#[tokio::test]
async fn a_quota_comes_back_at_midnight_in_beijing_and_counts_mistakes_too() {
    let time = Set::default();
    let at = time.to("2023-11-14T15:59:50Z");
    let sandbox = Sandbox::builder()
        .clock(time.clone())
        .account("qcc", Account::new().daily_quota(2))
        .build()
        .expect("a sandbox");
    let vendor = &qcc::VENDOR;
    let met = async |at, subject| code(vendor, &ask(&sandbox, vendor, at, subject).await);
    assert_eq!(met(at, COMPANY).await, "200");
    assert_eq!(met(at, "查无此企业").await, "201");
    assert_eq!(met(at, COMPANY).await, "116");
    let at = time.to("2023-11-14T15:59:59.999Z");
    assert_eq!(met(at, COMPANY).await, "116");
    let at = time.to("2023-11-14T16:00:00Z");
    assert_eq!(met(at, COMPANY).await, "200");
}

#[tokio::test]
async fn the_window_of_a_signature_is_the_accounts() {
    let strict = Account::new().clock_window(Duration::from_secs(1));
    let sandbox = Sandbox::builder()
        .clock(clock(NOW))
        .account("qcc", strict)
        .account(
            "xinshu",
            Account::new().clock_window(Duration::from_secs(3 * 86_400)),
        )
        .build()
        .expect("a sandbox");
    let later =
        |seconds: i64| Timestamp::from_millis(now().as_millis() + seconds * 1000).expect("a time");
    for (seconds, expected) in [(1, "200"), (-1, "200"), (2, "115"), (-2, "115")] {
        let reply = ask(&sandbox, &qcc::VENDOR, later(seconds), COMPANY).await;
        assert_eq!(code(&qcc::VENDOR, &reply), expected, "{seconds}");
    }
    for (days, expected) in [
        (0, "0000"),
        (-2, "0000"),
        (3, "0000"),
        (4, "1002"),
        (-30, "1002"),
    ] {
        let reply = ask(&sandbox, &xinshu::VENDOR, later(days * 86_400), COMPANY).await;
        assert_eq!(code(&xinshu::VENDOR, &reply), expected, "{days}");
    }
}

#[tokio::test]
async fn in_process_calls_come_from_the_address_that_was_given() {
    let address = "203.0.113.7".parse().expect("an address");
    let sandbox = Sandbox::builder()
        .clock(clock(NOW))
        .address(address)
        .account("juhe", Account::new().addresses([address]))
        .build()
        .expect("a sandbox");
    let reply = ask(&sandbox, &juhe::VENDOR, now(), COMPANY).await;
    assert_eq!(code(&juhe::VENDOR, &reply), "0");
}

#[tokio::test]
async fn the_bill_names_no_secret_and_calls_of_nobody_are_on_it() {
    let sandbox = support::sandbox();
    let headers = [("Authorization", "APPCODE wrong")];
    let url = "https://sandbox.invalid/cloudmarket";
    let unknown = request(Method::Get, url, &[("keyword", COMPANY)], &headers, &[]);
    support::send(&sandbox, &unknown).await;
    let url = "https://api.qixin.com/elsewhere";
    support::send(&sandbox, &request(Method::Get, url, &[], &[], &[])).await;
    ask(&sandbox, &xinshu::VENDOR, now(), COMPANY).await;
    let bill = serde_json::to_value(sandbox.bill()).expect("JSON");
    let entry = |vendor, operation: Value, account: Value, http: u16, code: Value, counted| {
        serde_json::json!({
            "at": NOW, "vendor": vendor, "operation": operation, "account": account,
            "http_status": http, "code": code, "counted": counted, "fault": null
        })
    };
    let expected = serde_json::json!({
        "counted": {"cloudmarket": 0, "juhe": 0, "qcc": 0, "qixin": 0, "xinshu": 1},
        "entries": [
            entry("cloudmarket", "dishonest".into(), Value::Null, 401, Value::Null, false),
            entry("qixin", Value::Null, Value::Null, 404, Value::Null, false),
            entry("xinshu", "executed_one_key_search".into(), "account-1".into(), 200, "0000".into(), true),
        ]
    });
    assert_eq!(bill["entries"], expected["entries"]);
    // A vendor that nobody asked stands there with nothing.
    let counted = bill["counted"].as_object().expect("numbers");
    for (vendor, count) in counted {
        let expected = expected["counted"]
            .get(vendor)
            .unwrap_or(&Value::from(0))
            .clone();
        assert_eq!(*count, expected, "{vendor}");
    }
    let five = expected["counted"].as_object().expect("numbers");
    assert!(five.keys().all(|vendor| counted.contains_key(vendor)));
    assert_eq!(bill.as_object().map(serde_json::Map::len), Some(2));
}

#[tokio::test]
async fn two_calls_at_once_do_not_spend_the_same_money() {
    let sandbox = Sandbox::builder()
        .clock(clock(NOW))
        .account("qixin", Account::new().balance(5))
        .build()
        .expect("a sandbox");
    let threads: Vec<_> = (0..8)
        .map(|_| {
            let sandbox = sandbox.clone();
            std::thread::spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread()
                    .build()
                    .expect("a runtime");
                runtime.block_on(async {
                    for _ in 0..5 {
                        ask(&sandbox, &qixin::VENDOR, now(), COMPANY).await;
                    }
                });
            })
        })
        .collect();
    for thread in threads {
        thread.join().expect("no panic");
    }
    let bill = sandbox.bill();
    assert_eq!((bill.entries.len(), bill.counted("qixin")), (40, 5));
}

#[test]
fn what_cannot_be_is_refused_by_name() {
    let refused = |builder: Builder| builder.build().expect_err("refused").to_string();
    let builder = Sandbox::builder;
    let unknown = refused(builder().account("qiixn", Account::new()));
    let five = "the sandbox has no vendor qiixn; it has qixin, xinshu, qcc, juhe, cloudmarket";
    assert!(unknown.starts_with(five), "{unknown}");
    assert_eq!(
        refused(builder().account("qcc", Account::new().not_authorised("exit"))),
        "qcc has no operation exit; it has limit_exit_check"
    );
    let partly = Account::new().credential("appkey", "AK").balance(1);
    assert!(matches!(
        builder().account("qixin", partly).build(),
        Err(SandboxError::MissingCredential {
            credential: "secret_key",
            ..
        })
    ));
}
