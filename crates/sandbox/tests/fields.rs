//! Every field of every documented reply is met somewhere in the synthetic world, with something in it.
//!
//! What the fields are is read from the schemas that people transcribed, and not from generated code.

mod support;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use support::{documented, raw};
use zhixing_core::operation::Reply;
use zhixing_core::spec::Operation;

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

/// The calls of one operation: what was given, and what came.
struct Met {
    operation: &'static Operation,
    given: BTreeSet<(String, String)>,
    replies: Vec<Value>,
}

impl Met {
    fn of(operation: &'static Operation) -> Self {
        Self {
            operation,
            given: BTreeSet::new(),
            replies: Vec::new(),
        }
    }

    async fn ask<R: Reply>(&mut self, arguments: &[(&str, &str)]) {
        let given = arguments.iter();
        self.given
            .extend(given.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        self.replies.push(raw::<R>(self.operation, arguments).await);
    }

    /// Its name, and what `cargo xtask coverage` may count.
    fn kept(&self) -> (String, Value) {
        let name = format!("{}/{}", self.operation.vendor.name, self.operation.name);
        let mut met = compare(&format!("{name}.json"), &self.replies);
        let schema = documented(&format!("{name}.json"));
        let values = met["values"].as_array_mut().expect("a list");
        for (parameter, value) in &self.given {
            if schema["request"]["properties"][parameter]["oneOf"].is_array() {
                values.push(json!(format!("{parameter}={value}")));
            }
        }
        let parameters: BTreeSet<&String> = self.given.iter().map(|(name, _)| name).collect();
        met["parameters"] = json!(parameters);
        let codes = self.replies.iter().filter_map(|reply| {
            let code = &reply[self.operation.envelope.code.first()?];
            Some(
                code.as_str()
                    .map_or_else(|| code.to_string(), str::to_owned),
            )
        });
        met["codes"] = json!(codes.collect::<BTreeSet<String>>());
        (name, met)
    }
}

#[tokio::test]
async fn every_documented_field_of_all_five_is_filled_somewhere() {
    let mut qixin = Met::of(&qixin::execution_list_by_name::OPERATION);
    let mut xinshu = Met::of(&xinshu::executed_one_key_search::OPERATION);
    let mut qcc = Met::of(&qcc::limit_exit_check::OPERATION);
    let mut juhe = Met::of(&juhe::person_risk::OPERATION);
    let mut market = Met::of(&cloudmarket::dishonest::OPERATION);
    for name in COMPANIES {
        let keyword = [("keyword", name)];
        qixin
            .ask::<qixin::execution_list_by_name::Reply>(&keyword)
            .await;
        xinshu
            .ask::<xinshu::executed_one_key_search::Reply>(&[("q", name)])
            .await;
        qcc.ask::<qcc::limit_exit_check::Reply>(&[("searchKey", name)])
            .await;
        market.ask::<cloudmarket::dishonest::Reply>(&keyword).await;
    }
    for (person, list) in [("王样例", "1"), ("李示范", "3"), ("钱多页", "2")] {
        let asked = [("keyword", "x"), ("realname", person), ("type", list)];
        juhe.ask::<juhe::person_risk::Reply>(&asked).await;
    }
    // The second page, and somebody of whom there is nothing.
    let (many, nobody) = ("大量记录测试有限公司", "查无此人测试有限公司");
    for (name, page) in [(many, "2"), (nobody, "1")] {
        let skip = if page == "1" { "0" } else { "20" };
        qixin
            .ask::<qixin::execution_list_by_name::Reply>(&[("keyword", name), ("skip", skip)])
            .await;
        xinshu
            .ask::<xinshu::executed_one_key_search::Reply>(&[("q", name)])
            .await;
        qcc.ask::<qcc::limit_exit_check::Reply>(&[
            ("searchKey", name),
            ("pageIndex", page),
            ("pageSize", "20"),
        ])
        .await;
        juhe.ask::<juhe::person_risk::Reply>(&[
            ("keyword", name),
            (
                "realname",
                if page == "1" {
                    "查无此人"
                } else {
                    "钱多页"
                },
            ),
            ("type", "2"),
            ("pageIndex", page),
            ("pageSize", "10"),
        ])
        .await;
        market
            .ask::<cloudmarket::dishonest::Reply>(&[
                ("keyword", name),
                ("pageNum", page),
                ("pageSize", "20"),
            ])
            .await;
    }
    let all = [&qixin, &xinshu, &qcc, &juhe, &market];
    kept(&all.iter().map(|met| met.kept()).collect::<Value>());
}
