//! What an observer hears: every kind of difference, once, by names alone.

mod support;

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use support::{Double, builder, plain, signed};
use zhixing_core::client::Caller;
use zhixing_core::observe::{Drift, Event, Observer};
use zhixing_core::spec::JsonType;
use zhixing_core::wire::Empty;

type Heard = Arc<Mutex<Vec<Event>>>;

/// A client of the vendor that signs nothing, which answers with these replies in order.
fn watched(replies: &[Value]) -> (Caller, Heard) {
    let transport = replies.iter().fold(Double::new(), |double, reply| {
        double.then(reply.to_string())
    });
    let heard = Heard::default();
    let ears = Arc::clone(&heard);
    let caller = builder(&plain::VENDOR, transport)
        .observer(move |event: &Event| ears.lock().unwrap().push(event.clone()))
        .build()
        .unwrap();
    (caller, heard)
}

/// Asks once for each reply, and says what was heard after that.
async fn ask(caller: &Caller, heard: &Heard, times: usize) -> Vec<Event> {
    for _ in 0..times {
        // Some of these replies are errors, and are watched all the same.
        let _ = caller.call(&plain::Request::new("某某")).await;
    }
    heard.lock().unwrap().clone()
}

fn told(events: &[Event]) -> BTreeSet<(String, Drift)> {
    events
        .iter()
        .map(|event| (event.path.clone(), event.kind))
        .collect()
}

fn one(row: Value) -> Value {
    json!({"error_code": 0, "reason": "", "result": {"total": 1, "list": [row]}})
}

async fn of_row(row: Value) -> BTreeSet<(String, Drift)> {
    let (caller, heard) = watched(&[one(row)]);
    told(&ask(&caller, &heard, 1).await)
}

fn at(path: &str, kind: Drift) -> BTreeSet<(String, Drift)> {
    [(format!("$.result.list[*]{path}"), kind)].into()
}

fn other(documented: JsonType, found: JsonType) -> Drift {
    Drift::OtherType { documented, found }
}

#[tokio::test]
async fn a_reply_as_documented_is_silent() {
    let row = json!({
        "id": 1, "court": "", "person": "张三", "ratio": 1, "open": true, "level": 2, "tags": ["", "b"],
        "inner": {"id": 3.0}, "by_person": {"张三": {"id": 2}}, "any": [null, {"x": 1}],
        "note": "[{\"id\": 1}]",
    });
    assert_eq!(of_row(row).await, BTreeSet::new());
}

/// Row by row what the table in `wire` accepts, and what the document says of it.
#[tokio::test]
async fn every_tolerance_is_told() {
    use JsonType::{Boolean, Integer, Number, Text};
    for (field, value, kind) in [
        ("id", json!("30"), other(Integer, Text)),
        ("court", json!(30), other(Text, Integer)),
        ("person", json!(1.5), other(Text, Number)),
        ("court", json!(true), other(Text, Boolean)),
        ("ratio", json!("0.5"), other(Number, Text)),
        ("open", json!(1), other(Boolean, Integer)),
        ("open", json!("true"), other(Boolean, Text)),
        ("level", json!("2"), other(Integer, Text)),
        ("level", json!(3), Drift::UnknownValue),
        ("court", json!(null), Drift::Nothing(Empty::Null)),
        ("id", json!(""), Drift::Nothing(Empty::Text)),
        ("id", json!([]), Drift::Nothing(Empty::List)),
        ("inner", json!([]), Drift::Nothing(Empty::List)),
        ("tags", json!({}), Drift::Nothing(Empty::Object)),
        ("note", json!(""), Drift::Nothing(Empty::Text)),
        ("note", json!("[1"), Drift::UnreadableText),
        ("newField", json!(1), Drift::UnknownField),
    ] {
        let mut row = json!({"id": 1});
        row[field] = value;
        assert_eq!(
            of_row(row.clone()).await,
            at(&format!(".{field}"), kind),
            "{row}"
        );
    }
    assert_eq!(of_row(json!({})).await, at(".id", Drift::MissingField));
}

#[tokio::test]
async fn a_shape_that_ends_the_call_is_told_too() {
    let (documented, found) = (JsonType::Integer, JsonType::Text);
    let wrong = Drift::WrongShape { documented, found };
    assert_eq!(of_row(json!({"id": "x"})).await, at(".id", wrong));
    let (documented, found) = (JsonType::Text, JsonType::Null);
    let wrong = Drift::WrongShape { documented, found };
    assert_eq!(
        of_row(json!({"id": 1, "tags": [null]})).await,
        at(".tags[*]", wrong),
        "a list has no missing elements"
    );
}

#[tokio::test]
async fn places_below_maps_texts_and_types_inside_themselves() {
    let heard = of_row(json!({"id": 1, "by_person": {"王五": {"id": "1"}, "李四": null}})).await;
    // A row inside a row is a row: `..` stands for whatever lies between.
    let inside = [
        (
            "$.result.list[*]..id",
            other(JsonType::Integer, JsonType::Text),
        ),
        ("$.result.list[*].by_person.*", Drift::Nothing(Empty::Null)),
    ];
    let inside: BTreeSet<_> = inside.map(|(path, kind)| (path.to_owned(), kind)).into();
    assert_eq!(heard, inside);
    let heard = of_row(json!({"id": 1, "note": "[{\"id\": 1, \"more\": 2}]"})).await;
    assert_eq!(heard, at("..more", Drift::UnknownField));
    let mut deep = json!({"id": "1", "new_one": 1});
    for _ in 0..50 {
        deep = json!({"id": 1, "inner": deep});
    }
    let heard = of_row(deep).await;
    let expected = [
        at("..id", other(JsonType::Integer, JsonType::Text)),
        at("..new_one", Drift::UnknownField),
    ];
    assert_eq!(heard, expected.into_iter().flatten().collect());
}

#[tokio::test]
async fn a_thousand_records_and_a_second_call_are_one_event() {
    let rows: Vec<Value> = (0..1000).map(|id| json!({"id": id, "fresh": id})).collect();
    let reply = json!({"error_code": 0, "result": {"total": 1000, "list": rows}});
    let (caller, heard) = watched(&[reply.clone(), reply]);
    let events = ask(&caller, &heard, 2).await;
    let [event] = &events[..] else {
        panic!("{events:?}")
    };
    assert_eq!((event.vendor, event.operation), ("plain", "search"));
    assert_eq!(event.path, "$.result.list[*].fresh");
    assert_eq!(
        event.to_string(),
        "plain search $.result.list[*].fresh: a field that the document does not list"
    );
}

#[tokio::test]
async fn clones_share_what_was_heard_and_clients_do_not() {
    let reply = one(json!({"id": 1, "fresh": 1}));
    let (caller, heard) = watched(&[reply.clone(), reply.clone()]);
    ask(&caller, &heard, 1).await;
    ask(&caller.clone(), &heard, 1).await;
    assert_eq!(heard.lock().unwrap().len(), 1);
    let (second, heard) = watched(&[reply]);
    assert_eq!(ask(&second, &heard, 1).await.len(), 1);
}

#[tokio::test]
async fn an_undocumented_status_is_told_without_its_code() {
    let (caller, heard) = watched(&[
        json!({"error_code": 99_999, "reason": "canary", "extra_field": 1}),
        json!({"error_code": 10_011, "reason": "refused", "result": null}),
    ]);
    let events = ask(&caller, &heard, 2).await;
    let expected = [("$.error_code".to_owned(), Drift::UnknownStatus)].into();
    assert_eq!(told(&events), expected, "and a documented failure is none");
}

/// No document prints a reply without content, and one that says "none found" has nothing to hold.
#[tokio::test]
async fn a_payload_that_is_empty_because_nothing_was_found_is_silent() {
    let none = |payload| json!({"error_code": 240_102, "result": payload});
    let replies = [none(json!(null)), none(json!("")), none(json!([]))];
    let (caller, heard) = watched(&replies);
    assert_eq!(ask(&caller, &heard, 3).await, []);
    let (caller, heard) = watched(&[json!({"error_code": 0, "result": null})]);
    let events = ask(&caller, &heard, 1).await;
    let expected = ("$.result".to_owned(), Drift::Nothing(Empty::Null));
    assert_eq!(told(&events), [expected].into(), "a success may not");
}

/// What was not verified is not typed, and is not looked into either.
#[tokio::test]
async fn a_reply_with_a_wrong_signature_is_silent() {
    let reply = json!({"status": "200", "sign": "wrong", "data": {"fresh": 1, "items": []}});
    let heard = Heard::default();
    let ears = Arc::clone(&heard);
    let caller = builder(&signed::VENDOR, Double::answering(reply.to_string()))
        .observer(move |event: &Event| ears.lock().unwrap().push(event.clone()))
        .build()
        .unwrap();
    caller
        .call(&signed::Request::new("某某"))
        .await
        .expect_err("the signature is wrong");
    assert_eq!(*heard.lock().unwrap(), []);
}

/// Every place of a reply holds a canary; where keys are data, so do the keys.
#[tokio::test]
async fn no_event_holds_anything_of_a_reply_but_names() {
    let person = "cAnArY张三";
    let row = json!({
        "id": "cAnArY", "court": 11_223_344, "person": ["cAnArY"], "ratio": "cAnArY", "open": "cAnArY",
        "level": "cAnArY", "tags": ["cAnArY", {"cAnArY": 1}], "inner": "cAnArY",
        "by_person": {
            "cAnArY": {"id": "cAnArY", "person": "cAnArY", "新字段": "cAnArY"},
            person: "cAnArY",
        },
        "any": {"cAnArY": "cAnArY"}, "note": "{\"cAnArY\": \"cAnArY\"}",
        "fresh": {"cAnArY": ["cAnArY", 11_223_344]},
        "张三": "cAnArY", "330102199001011234": 1, "a1b2c3d4e5f6": 1, "zhang san": 1, "z@san.cn": 1,
        "13800138000": 1,
    });
    let many: serde_json::Map<String, Value> = ('a'..='z')
        .map(|letter| (format!("cAnArY{letter}"), json!(1)))
        .collect();
    let many = json!({"id": 1, "inner": many});
    let reply = json!({"error_code": 0, "reason": "cAnArY", "result": {
        "orderid": "cAnArY", "total": "cAnArY", "list": [row, many, "cAnArY", ["cAnArY"]],
    }});
    let status = json!({"error_code": "cAnArY", "reason": "cAnArY", "result": "cAnArY"});
    let (caller, heard) = watched(&[reply, status]);
    let events = ask(&caller, &heard, 2).await;
    assert!(events.len() > 12, "{events:#?}");
    for event in &events {
        let shown = format!("{event} {event:?} {}", event.kind.as_str());
        for data in [
            "cAnArY",
            "张三",
            "1122",
            "3301",
            "a1b2",
            "san",
            "1380",
            "新字段",
        ] {
            assert!(!shown.contains(data), "{data} is in {shown}");
        }
    }
    // What is told instead.
    let paths: BTreeSet<&str> = events.iter().map(|event| event.path.as_str()).collect();
    assert!(paths.contains("$.result.list[*].fresh"), "{paths:?}");
    assert!(paths.contains("$.result.list[*].*"), "{paths:?}");
    assert!(paths.contains("$.error_code"), "{paths:?}");
}

#[tokio::test]
async fn memory_is_bounded_and_the_bound_is_told_once() {
    // Names without end, few enough in each object to pass for names.
    let letters = |mut n: usize| -> String {
        let mut name = "k".to_owned();
        for _ in 0..4 {
            name.push(char::from(b'a' + u8::try_from(n % 26).unwrap()));
            n /= 26;
        }
        name
    };
    let rows: Vec<Value> = (0..3000).map(|n| json!({"id": n, letters(n): 1})).collect();
    let reply = json!({"error_code": 0, "result": {"total": 3000, "list": rows}});
    let (caller, heard) = watched(&[reply.clone(), reply, one(json!({}))]);
    let events = ask(&caller, &heard, 3).await;
    assert_eq!(events.len(), 1025);
    let last = events.last().unwrap();
    assert_eq!((last.path.as_str(), last.kind), ("$", Drift::AndMore));
    let unknown = events
        .iter()
        .filter(|event| event.kind == Drift::UnknownField);
    assert_eq!(unknown.count(), 1024);
}

#[tokio::test]
async fn names_are_shown_and_what_may_be_data_is_not() {
    for (key, shown) in [
        ("fresh", ".fresh"),
        ("NewField2", ".NewField2"),
        ("md5", ".md5"),
        ("_id", "._id"),
        ("$ref", "['$ref']"),
        ("new-field", "['new-field']"),
        ("a.b", "['a.b']"),
        ("2020", ".*"),
        ("y2020", ".*"),
        ("张三", ".*"),
        ("", ".*"),
        ("a b", ".*"),
        ("a\u{202e}b", ".*"),
        ("a'b", ".*"),
        ("aaaaaaaaaabbbbbbbbbbccccccccccddddddddddX", ".*"),
    ] {
        let heard = of_row(json!({"id": 1, key: 1})).await;
        assert_eq!(heard, at(shown, Drift::UnknownField), "{key:?}");
    }
}

/// A struct may listen as well, and an observer may use the client that it hears from.
#[tokio::test]
async fn an_observer_may_be_a_type_and_may_look_at_its_client() {
    #[derive(Clone, Default)]
    struct Ears(Arc<Mutex<(Option<Caller>, usize)>>);

    impl Observer for Ears {
        fn observe(&self, event: &Event) {
            let client = self.0.lock().unwrap().0.clone();
            assert_eq!(client.map(|it| it.vendor().name), Some(event.vendor));
            self.0.lock().unwrap().1 += 1;
        }
    }

    let ears = Ears::default();
    let reply = one(json!({"id": 1, "fresh": 1}));
    let caller = builder(&plain::VENDOR, Double::answering(reply.to_string()))
        .observer(ears.clone())
        .build()
        .unwrap();
    ears.0.lock().unwrap().0 = Some(caller.clone());
    caller.call(&plain::Request::new("某某")).await.unwrap();
    assert_eq!(ears.0.lock().unwrap().1, 1);
    ears.0.lock().unwrap().0 = None;
}
