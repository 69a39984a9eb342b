//! Every field of every documented reply is met somewhere in the synthetic world, with something in it.
//!
//! What the fields are is read from the schemas that people transcribed, and not from generated code.

mod support;

use std::collections::BTreeSet;

use serde_json::Value;
use support::{documented, raw};

/// `/data/items/*/court` and so on for every leaf and every branch of a reply's schema.
fn fields(schema: &Value, path: &str, found: &mut BTreeSet<String>) {
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{path}/{name}");
        fields(field, &path, found);
        found.insert(path);
    }
    if schema["items"].is_object() {
        fields(&schema["items"], &format!("{path}/*"), found);
    }
}

/// The paths in a reply at which there is something.
fn filled(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Null => return,
        // Lists and objects may come as text.
        Value::String(text) if matches!(text.trim(), "" | "[]" | "{}") => return,
        Value::Array(items) if items.is_empty() => return,
        Value::Array(items) => {
            for item in items {
                filled(item, &format!("{path}/*"), found);
            }
        }
        Value::Object(fields) if fields.is_empty() => return,
        Value::Object(fields) => {
            for (name, field) in fields {
                filled(field, &format!("{path}/{name}"), found);
            }
        }
        _ => {}
    }
    found.insert(path.to_owned());
}

fn compare(schema: &str, replies: &[Value]) {
    let mut wanted = BTreeSet::new();
    fields(&documented(schema)["reply"], "", &mut wanted);
    assert!(wanted.len() > 10, "{schema}: {wanted:?}");
    let mut met = BTreeSet::new();
    for reply in replies {
        filled(reply, "", &mut met);
    }
    let missing: Vec<&String> = wanted.difference(&met).collect();
    assert!(missing.is_empty(), "{schema}: {missing:?}");
}

/// Companies that have invented records alone.
const COMPANIES: [&str; 3] = [
    "沙箱示例贸易有限公司",
    "沙箱样本制造有限公司",
    "大量记录测试有限公司",
];

#[tokio::test]
async fn every_documented_field_of_all_five_is_filled_somewhere() {
    let mut qixin = Vec::new();
    let mut xinshu = Vec::new();
    let mut qcc = Vec::new();
    let mut market = Vec::new();
    for name in COMPANIES {
        let keyword = [("keyword", name)];
        let operation = &qixin::execution_list_by_name::OPERATION;
        qixin.push(raw::<qixin::execution_list_by_name::Reply>(operation, &keyword).await);
        let operation = &xinshu::executed_one_key_search::OPERATION;
        let asked = [("q", name)];
        xinshu.push(raw::<xinshu::executed_one_key_search::Reply>(operation, &asked).await);
        let operation = &qcc::limit_exit_check::OPERATION;
        let asked = [("searchKey", name)];
        qcc.push(raw::<qcc::limit_exit_check::Reply>(operation, &asked).await);
        let operation = &cloudmarket::dishonest::OPERATION;
        market.push(raw::<cloudmarket::dishonest::Reply>(operation, &keyword).await);
    }
    let mut juhe = Vec::new();
    for (person, list) in [("王样例", "1"), ("李示范", "3"), ("钱多页", "2")] {
        let asked = [("keyword", "x"), ("realname", person), ("type", list)];
        let operation = &juhe::person_risk::OPERATION;
        juhe.push(raw::<juhe::person_risk::Reply>(operation, &asked).await);
    }
    compare("qixin/execution_list_by_name.json", &qixin);
    compare("xinshu/executed_one_key_search.json", &xinshu);
    compare("qcc/limit_exit_check.json", &qcc);
    compare("juhe/person_risk.json", &juhe);
    compare("cloudmarket/dishonest.json", &market);
}
