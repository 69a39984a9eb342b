//! Scenario files: every example loads and does what it says, the documentation's too, and mistakes are named.

mod support;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

use zhixing_core::client::{Builder, Caller};
use zhixing_core::clock::{Clock, FixedClock, SystemClock};
use zhixing_core::request::Arguments;
use zhixing_core::spec::Vendor;
use zhixing_core::transport::Limits;
use zhixing_sandbox::{Sandbox, SandboxError};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn text_of(name: &str) -> String {
    let file = root().join("examples/scenarios").join(name);
    std::fs::read_to_string(&file).expect("the example")
}

fn example(name: &str) -> Sandbox {
    Sandbox::from_scenario(&text_of(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn caller(sandbox: &Sandbox, lookup: &Sandbox, vendor: &'static Vendor) -> Caller {
    let limits = Limits {
        attempt: Duration::from_millis(100),
        ..Limits::default()
    };
    let built: Result<support::Plain, _> = Builder::new(vendor)
        .from_lookup(|variable| lookup.lookup(variable))
        .transport(sandbox.transport_for(vendor.name))
        .limits(limits)
        .build();
    built.expect("a client").0
}

/// Asks, and says in a word how it went: `found`, `none`, the vendor's code, or the kind of failure.
async fn ask(sandbox: &Sandbox, vendor: &'static Vendor, subject: &str) -> String {
    ask_as(sandbox, sandbox, vendor, subject).await
}

async fn ask_as(
    sandbox: &Sandbox,
    lookup: &Sandbox,
    vendor: &'static Vendor,
    subject: &str,
) -> String {
    let operation = vendor.operations[0];
    let arguments = match vendor.name {
        "xinshu" => Arguments::new().with("q", subject),
        "qcc" => Arguments::new().with("searchKey", subject),
        "juhe" => Arguments::new()
            .with("keyword", subject)
            .with("realname", "王样例")
            .with("type", "1"),
        _ => Arguments::new().with("keyword", subject),
    };
    let caller = caller(sandbox, lookup, vendor);
    macro_rules! told {
        ($reply:ty) => {
            caller
                .call_with::<$reply>(operation, arguments)
                .await
                .map(|outcome| format!("{:?}", outcome.answer).to_lowercase())
        };
    }
    let told = match vendor.name {
        "qixin" => told!(qixin::execution_list_by_name::Reply),
        "xinshu" => told!(xinshu::executed_one_key_search::Reply),
        "qcc" => told!(qcc::limit_exit_check::Reply),
        "juhe" => told!(juhe::person_risk::Reply),
        _ => told!(cloudmarket::dishonest::Reply),
    };
    told.unwrap_or_else(|error| {
        error
            .code()
            .map_or_else(|| error.kind().as_str().to_owned(), str::to_owned)
    })
}

const ONE: &str = "沙箱示例贸易有限公司";
const SIX: &str = "沙箱样本制造有限公司";

#[test]
fn every_example_loads_and_is_in_the_documentation_and_so_does_every_block_there() {
    let documentation =
        std::fs::read_to_string(root().join("docs/sandbox.md")).expect("the documentation");
    let mut count = 0;
    for entry in std::fs::read_dir(root().join("examples/scenarios")).expect("the examples") {
        let name = entry
            .expect("a file")
            .file_name()
            .into_string()
            .expect("a name");
        example(&name);
        assert!(documentation.contains(&format!("`{name}`")), "{name}");
        count += 1;
    }
    assert!(count >= 10);
    let blocks: Vec<&str> = documentation
        .split("```json\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
        .collect();
    assert_eq!(blocks.len(), 3);
    for block in blocks {
        Sandbox::from_scenario(block).unwrap_or_else(|error| panic!("{error} in {block}"));
    }
}

/// What the documentation's table of faults shows is what a file may hold.
#[test]
fn every_fault_of_the_documentation_can_be_written() {
    let documentation =
        std::fs::read_to_string(root().join("docs/sandbox.md")).expect("the documentation");
    let table = documentation
        .split("| fault | what happens |")
        .nth(1)
        .expect("the table");
    let mut names = BTreeSet::new();
    for row in table.lines().skip(2).take_while(|row| row.starts_with('|')) {
        let fault = row
            .split('`')
            .nth(1)
            .expect("a fault")
            .replace('…', "example.invalid");
        let scenario = format!(r#"{{"faults": [{{"vendor": "qixin", "fault": {fault}}}]}}"#);
        Sandbox::from_scenario(&scenario).unwrap_or_else(|error| panic!("{fault}: {error}"));
        names.insert(fault.split('"').nth(1).expect("a name").to_owned());
    }
    assert_eq!(names.len(), 14);
}

#[tokio::test]
async fn the_examples_do_what_they_say() {
    let sandbox = example("vendor-down.json");
    assert_eq!(ask(&sandbox, &xinshu::VENDOR, ONE).await, "http");
    assert_eq!(ask(&sandbox, &qcc::VENDOR, ONE).await, "found");

    let (sandbox, keys) = (example("wrong-key.json"), Sandbox::new());
    assert_eq!(ask_as(&sandbox, &keys, &qixin::VENDOR, ONE).await, "101");
    assert_eq!(ask_as(&sandbox, &keys, &juhe::VENDOR, ONE).await, "10001");
    assert_eq!(ask_as(&sandbox, &keys, &qcc::VENDOR, ONE).await, "found");

    // Neither a second nor a midnight may pass meanwhile.
    let still = FixedClock(SystemClock.now());
    let used_up = text_of("used-up.json");
    let builder = Sandbox::builder().scenario(&used_up).expect("a scenario");
    let sandbox = builder.clock(still).build().expect("a sandbox");
    for (vendor, code) in [
        (&qcc::VENDOR, "102"),
        (&qixin::VENDOR, "213"),
        (&xinshu::VENDOR, "3001"),
        (&juhe::VENDOR, "10011"),
    ] {
        assert_eq!(ask(&sandbox, vendor, ONE).await, "found");
        assert_eq!(ask(&sandbox, vendor, ONE).await, code);
        assert_eq!(sandbox.bill().counted(vendor.name), 1);
    }

    let sandbox = example("shut-out.json");
    assert_eq!(ask(&sandbox, &xinshu::VENDOR, ONE).await, "1001");
    assert_eq!(ask(&sandbox, &qixin::VENDOR, ONE).await, "104");
    assert_eq!(ask(&sandbox, &qcc::VENDOR, ONE).await, "111");

    let sandbox = example("altered-reply.json");
    assert_eq!(
        ask(&sandbox, &qixin::VENDOR, SIX).await,
        "signature_mismatch"
    );
    assert_eq!(
        ask(&sandbox, &qixin::VENDOR, ONE).await,
        "signature_mismatch"
    );
    assert_eq!(
        ask(&sandbox, &qixin::VENDOR, "大量记录测试有限公司").await,
        "found"
    );

    let sandbox = example("lost-replies.json");
    for (vendor, kind) in [
        (&qixin::VENDOR, "transport"),
        (&qcc::VENDOR, "transport"),
        (&qcc::VENDOR, "transport"),
        (&xinshu::VENDOR, "transport"),
        (&cloudmarket::VENDOR, "timeout"),
    ] {
        assert_eq!(ask(&sandbox, vendor, ONE).await, kind, "{}", vendor.name);
    }
    assert_eq!(ask(&sandbox, &juhe::VENDOR, ONE).await, "found");
    assert_eq!(ask(&sandbox, &juhe::VENDOR, ONE).await, "transport");
    assert_eq!(ask(&sandbox, &qcc::VENDOR, ONE).await, "found");
    let bill = sandbox.bill();
    let counted =
        ["qixin", "xinshu", "qcc", "juhe", "cloudmarket"].map(|vendor| bill.counted(vendor));
    assert_eq!(counted, [1, 1, 1, 2, 1]);

    let sandbox = example("forced-answers.json");
    for (subject, code) in [(ONE, "207"), (SIX, "205"), (SIX, "205"), (SIX, "121")] {
        assert_eq!(ask(&sandbox, &qcc::VENDOR, subject).await, code);
    }
    assert_eq!(ask(&sandbox, &juhe::VENDOR, ONE).await, "121");
    assert_eq!(ask(&sandbox, &xinshu::VENDOR, ONE).await, "4711");

    let sandbox = example("clock-off.json");
    assert_eq!(ask(&sandbox, &qcc::VENDOR, ONE).await, "115");
    assert_eq!(ask(&sandbox, &qixin::VENDOR, ONE).await, "found");

    let sandbox = example("strange-replies.json");
    for (vendor, kind) in [
        (&qixin::VENDOR, "html"),
        (&xinshu::VENDOR, "redirect"),
        (&qcc::VENDOR, "timeout"),
        (&juhe::VENDOR, "too_large"),
        (&cloudmarket::VENDOR, "transport"),
    ] {
        assert_eq!(ask(&sandbox, vendor, ONE).await, kind, "{}", vendor.name);
    }
}

#[test]
fn what_is_set_after_a_scenario_wins_over_it() {
    let text = r#"{"clock": {"fixed": "2023-11-14T22:13:20Z"}, "seed": 7}"#;
    let at = "2024-01-01T00:00:00Z".parse().expect("a time");
    let builder = Sandbox::builder().scenario(text).expect("a scenario");
    let sandbox = builder.clock(FixedClock(at)).build().expect("a sandbox");
    assert!(format!("{sandbox:?}").contains("2024-01-01"), "{sandbox:?}");
}

#[test]
fn mistakes_are_named_with_their_place_and_what_is_known() {
    for (text, parts) in [
        ("", &["the scenario: ", "line 1"][..]),
        ("{} x", &["trailing characters"]),
        (
            r#"{"fault": []}"#,
            &["unknown field `fault`", "`faults`", "`answers`"],
        ),
        (
            r#"{"accounts": [{"vendor": "qcc"}, {"vendor": "qcc", "balanse": 5}]}"#,
            &[
                "accounts[1]",
                "unknown field `balanse`",
                "`balance`",
                "line 1 column",
            ],
        ),
        (
            r#"{"accounts": [{"balance": 5}]}"#,
            &["missing field `vendor`"],
        ),
        (
            r#"{"accounts": [{"vendor": "qcc", "balance": -1}]}"#,
            &["accounts[0].balance"],
        ),
        (
            r#"{"faults": [{"vendor": "qcc", "fault": "hmtl"}]}"#,
            &["faults[0].fault", "unknown variant `hmtl`", "`html`"],
        ),
        (
            r#"{"faults": [{"vendor": "qcc", "fault": {"delay": {"seconds": 1}}}]}"#,
            &["faults[0].fault", "unknown field `seconds`", "`millis`"],
        ),
        (
            r#"{"answers": [{"vendor": "qcc", "when": {"name": "x"}, "answer": {"status": "207"}}]}"#,
            &["answers[0].when", "unknown field `name`", "`subject`"],
        ),
        (
            r#"{"clock": {"fixed": "yesterday"}}"#,
            &["clock.fixed", "RFC 3339"],
        ),
    ] {
        let error = Sandbox::from_scenario(text).expect_err(text);
        assert!(matches!(error, SandboxError::Scenario { .. }), "{text}");
        let said = error.to_string();
        for part in parts {
            assert!(said.contains(part), "{text}: {said}");
        }
    }
    let error = Sandbox::from_scenario(r#"{"faults": [{"vendor": "qqc", "fault": "html"}]}"#);
    assert!(matches!(error, Err(SandboxError::UnknownVendor { .. })));
}
