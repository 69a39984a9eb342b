//! Every field of every documented reply is met somewhere in the synthetic world, with something in it.
//!
//! What the fields are is read from the schemas that people transcribed, and not from generated code.

mod support;

use std::collections::BTreeSet;

use serde_json::{Value, json};
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

/// `/data/items/*/disabled=1` for every value of an enumeration in a reply.
fn values(schema: &Value, value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                values(
                    &schema["properties"][name],
                    field,
                    &format!("{path}/{name}"),
                    found,
                );
            }
        }
        Value::Array(items) => {
            for item in items {
                values(&schema["items"], item, &format!("{path}/*"), found);
            }
        }
        Value::Null => {}
        one if schema["oneOf"].is_array() || schema["enum"].is_array() => {
            let text = one.as_str().map_or_else(|| one.to_string(), str::to_owned);
            found.insert(format!("{path}={text}"));
        }
        _ => {}
    }
}

/// What `cargo xtask coverage` counts as exercised by a test: what the replies of this file hold.
/// `UPDATE_EXERCISED=1` writes it anew.
fn kept(met: &Value) {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/exercised.json");
    let wanted = format!("{met:#}\n");
    if std::env::var_os("UPDATE_EXERCISED").is_some() {
        std::fs::write(file, &wanted).expect("the list");
    }
    let found = std::fs::read_to_string(file).expect("the list");
    assert_eq!(
        serde_json::from_str::<Value>(&found).expect("JSON"),
        *met,
        "mend by UPDATE_EXERCISED=1 cargo test -p zhixing-sandbox --test fields"
    );
}

fn compare(schema: &str, replies: &[Value]) -> Value {
    let mut wanted = BTreeSet::new();
    fields(&documented(schema)["reply"], "", &mut wanted);
    assert!(wanted.len() > 10, "{schema}: {wanted:?}");
    let mut met = BTreeSet::new();
    for reply in replies {
        filled(reply, "", &mut met);
    }
    let missing: Vec<&String> = wanted.difference(&met).collect();
    assert!(missing.is_empty(), "{schema}: {missing:?}");
    let mut listed = BTreeSet::new();
    for reply in replies {
        values(&documented(schema)["reply"], reply, "", &mut listed);
    }
    met.remove("");
    json!({ "fields": met, "values": listed })
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
    let of = |replies: &[Value], operation: &str, parameters: &[&str], given: &[&str]| {
        let mut met = compare(&format!("{operation}.json"), replies);
        met["parameters"] = json!(parameters);
        for value in given {
            met["values"]
                .as_array_mut()
                .expect("a list")
                .push(json!(value));
        }
        met
    };
    kept(&json!({
        "qixin/execution_list_by_name": of(&qixin, "qixin/execution_list_by_name", &["keyword"], &[]),
        "xinshu/executed_one_key_search": of(&xinshu, "xinshu/executed_one_key_search", &["q"], &[]),
        "qcc/limit_exit_check": of(&qcc, "qcc/limit_exit_check", &["searchKey"], &[]),
        "juhe/person_risk": of(
            &juhe,
            "juhe/person_risk",
            &["keyword", "realname", "type"],
            &["type=1", "type=3", "type=2"],
        ),
        "cloudmarket/dishonest": of(&market, "cloudmarket/dishonest", &["keyword"], &[]),
    }));
}
