//! Real schemas, watched: what the documents print is silent, and whatever is not of the schema is told.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use zhixing::{Question, Setup, Subject, VENDORS, check};
use zhixing_core::observe::{Drift, Event, differences};
use zhixing_core::spec::Operation;
use zhixing_core::transport::{HttpReply, HttpRequest, Limits, Transport, TransportError};
use zhixing_sandbox::Sandbox;

fn read(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path:?}: {error}"))
}

/// Every operation with its schema file and the printed replies.
fn documented() -> Vec<(&'static Operation, Value, Vec<Value>)> {
    let schemas = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schemas");
    let operations = VENDORS.iter().flat_map(|entry| entry.vendor.operations);
    operations
        .map(|operation| {
            let folder = schemas.join(operation.vendor.name);
            let schema = read(&folder.join(format!("{}.json", operation.name)));
            let files = schema["examples"].as_array().unwrap();
            let replies = files
                .iter()
                .map(|example| read(&folder.join(example["file"].as_str().unwrap())))
                .collect();
            (*operation, schema, replies)
        })
        .collect()
}

fn told(operation: &'static Operation, reply: &Value) -> Vec<(String, Drift)> {
    let mut told = Vec::new();
    differences(operation, &reply.to_string(), |it| {
        told.push((it.path.to_owned(), it.kind));
    })
    .unwrap();
    told
}

#[test]
fn printed_replies_are_as_documented() {
    for (operation, _, replies) in documented() {
        assert!(!replies.is_empty());
        for reply in replies {
            assert_eq!(told(operation, &reply), [], "{operation:?}");
        }
    }
}

/// Every place of a value, as JSON pointers.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                places(item, &format!("{at}/{index}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                places(field, &format!("{at}/{name}"), found);
            }
        }
        _ => {}
    }
    if !at.is_empty() {
        found.push(at.to_owned());
    }
}

/// A validator of JSON Schema is the other judge: whatever is put in whatever place of a printed reply is told
/// if and only if the reply is then not of its schema.
#[test]
fn what_is_told_is_what_breaks_the_schema() {
    let values = [
        json!(null),
        json!(""),
        json!([]),
        json!({}),
        json!(7),
        json!(-1),
        json!(1.5),
        json!(2.0),
        json!(true),
        json!("x"),
        json!("7"),
        json!([1]),
        json!({"x": 1}),
        json!([{}]),
    ];
    let (mut broken, mut kept) = (0, 0);
    // What `documented_quirk` and the exception below know are the ways of these five.
    let documented = documented().into_iter();
    let five = documented.filter(|(operation, ..)| FIVE.contains(&operation.vendor.name));
    for (operation, schema, replies) in five {
        let validator = jsonschema::validator_for(&schema["reply"]).unwrap();
        let code = format!("/{}", operation.envelope.code.join("/"));
        // A reply of failure is not typed, and not looked into.
        let success = |reply: &&Value| {
            let code = reply
                .pointer(&code)
                .map(|it| it.as_str().map_or(it.to_string(), str::to_owned));
            let status = code.and_then(|code| operation.vendor.status(&code));
            status.is_some_and(|it| it.class == zhixing_core::spec::Class::Success)
        };
        for reply in replies.iter().filter(success) {
            let mut open = Vec::new();
            places(reply, "", &mut open);
            for place in open.iter().filter(|place| **place != code) {
                for value in &values {
                    let mut changed = reply.clone();
                    *changed.pointer_mut(place).unwrap() = value.clone();
                    let told = told(operation, &changed);
                    // What JSON Schema has no word for: keys that are not listed (the dialect leaves them
                    // open), and text whose content is JSON.
                    let of_types = told.iter().filter(|(path, kind)| {
                        let open = matches!(kind, Drift::UnknownField | Drift::UnreadableText);
                        !open && !path.contains("|$")
                    });
                    let of_types: Vec<_> = of_types.collect();
                    let is_valid = validator.is_valid(&changed);
                    let quirk = of_types.is_empty() && documented_quirk(&schema, place, value);
                    let no_json = is_valid && place.ends_with("/staff") && *value == "";
                    if !quirk && !no_json {
                        assert_eq!(
                            of_types.is_empty(),
                            is_valid,
                            "{operation:?} {place} {value}: {told:?}"
                        );
                    }
                    if is_valid { kept += 1 } else { broken += 1 }
                }
            }
        }
    }
    assert!(broken > 3000 && kept > 500, "{broken} broken, {kept} kept");
}

/// The dialect's own words for what may stand in a value's place, which a validator does not know.
fn documented_quirk(schema: &Value, place: &str, value: &Value) -> bool {
    let mut at = &schema["reply"];
    for step in place.split('/').skip(1) {
        at = if at["items"].is_object() {
            &at["items"]
        } else {
            &at["properties"][step]
        };
    }
    let quirk = match value {
        Value::Null => "null-for-none",
        Value::String(text) if text.is_empty() => "empty-text-for-none",
        Value::Array(list) if list.is_empty() => "array-for-object",
        _ => return false,
    };
    at["x-quirks"]
        .as_array()
        .is_some_and(|quirks| quirks.contains(&json!(quirk)))
}

/// The sandbox, with one change to each reply.
#[derive(Debug)]
struct Changed(Arc<dyn Transport>);

#[async_trait::async_trait]
impl Transport for Changed {
    async fn send(
        &self,
        request: &HttpRequest,
        limits: &Limits,
    ) -> Result<HttpReply, TransportError> {
        let mut reply = self.0.send(request, limits).await?;
        let mut body: Value = serde_json::from_slice(&reply.body).unwrap();
        body["traceId"] = json!("cAnArY");
        reply.body = body.to_string().into();
        Ok(reply)
    }
}

fn setup(changed: bool) -> (Setup, Arc<Mutex<Vec<Event>>>) {
    let heard: Arc<Mutex<Vec<Event>>> = Arc::default();
    let ears = Arc::clone(&heard);
    let sandbox = Sandbox::new();
    let credentials = sandbox.clone();
    let setup = Setup::from_lookup(move |variable| credentials.lookup(variable))
        .transports(move |vendor| {
            let transport = Arc::new(sandbox.transport_for(vendor.name));
            if changed {
                Arc::new(Changed(transport))
            } else {
                transport as Arc<dyn Transport>
            }
        })
        .observer(move |event: &Event| ears.lock().unwrap().push(event.clone()))
        .sandbox();
    (setup, heard)
}

/// The vendors of which the documents are known here: a question reaches all of their products.
const FIVE: [&str; 5] = ["qixin", "xinshu", "qcc", "juhe", "cloudmarket"];

fn question() -> Question {
    Question::about(Subject::new("上海东虹桥融资担保股份有限公司").person("张德洲"))
}

#[tokio::test]
async fn the_sandbox_answers_as_documented() {
    let (setup, heard) = setup(false);
    check(&question(), &setup).await;
    assert_eq!(*heard.lock().unwrap(), []);
}

#[tokio::test]
async fn a_setup_tells_of_all_vendors_and_of_each_difference_once() {
    let (setup, heard) = setup(true);
    for _ in 0..3 {
        check(&question().vendors(FIVE), &setup.clone()).await;
    }
    let mut counts: BTreeMap<(&str, String), usize> = BTreeMap::new();
    for event in heard.lock().unwrap().iter() {
        assert_eq!(event.kind, Drift::UnknownField);
        *counts
            .entry((event.vendor, event.path.clone()))
            .or_default() += 1;
    }
    let expected = FIVE.map(|vendor| ((vendor, "$.traceId".to_owned()), 1));
    assert_eq!(counts, expected.into());
}
