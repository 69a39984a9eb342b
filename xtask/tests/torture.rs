//! The hardest schema, generated, compiled, and used.
//!
//! `torture/generated/` is what the generator makes of `torture/schemas/`. It is checked in so that it
//! is compiled here like any vendor's crate; a test in `codegen.rs` holds it against the generator and
//! says how to renew it.

#[rustfmt::skip]
#[path = "torture/generated/mod.rs"]
#[allow(dead_code, unreachable_pub)] // a crate's public items, in a test that uses some of them
mod generated;

#[path = "torture/signing.rs"]
mod signing;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use zhixing_core::operation::{Reply as _, Request as _};
use zhixing_core::record::{Record, Source, Unify};
use zhixing_core::sign::Place;
use zhixing_core::spec::Rule;
use zhixing_core::wire::{Empty, Field, OpenEnum, Text};

use generated::type_::{self, Many, Nothing, Number, Reply, Request, Sort, Torture};

// Which rows mean what is a vendor crate's own; here nothing is mapped.
impl Unify for Torture {
    fn unify(self, source: Source) -> Record {
        Record::new(source)
    }
}

impl Unify for generated::client_::SomeItem {
    fn unify(self, source: Source) -> Record {
        Record::new(source)
    }
}

/// A reply with every hard field, each under its wire name.
fn sample() -> Value {
    serde_json::from_str(include_str!("torture/sample.json")).expect("JSON")
}

#[test]
fn every_hard_field_is_decoded_under_its_own_name() {
    let reply: Reply = serde_json::from_value(sample()).expect("decodes");
    assert_eq!(reply.total(), Some(1));
    let [record] = reply.records() else {
        panic!("one record")
    };
    let text = |field: &Field<Text>| field.get().cloned();
    let told: Vec<_> = [
        &record.self_,
        &record.self_2,
        &record.super_,
        &record.crate_,
        &record.type_,
        &record.fn_,
        &record.async_,
        &record.match_,
    ]
    .map(text)
    .into_iter()
    .flatten()
    .collect();
    assert_eq!(told, ["a", "b", "c", "d", "e", "f", "g", "h"]);
    let numbers = [
        &record.field_21,
        &record.field_22,
        &record.field_23,
        &record.usd,
        &record.usd_3,
        &record.usd_4,
        &record.usd_2,
    ]
    .map(|field| field.get().copied());
    assert_eq!(numbers, [1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5].map(Some));
    let dashes = [
        &record.a_b_2,
        &record.a_b_3,
        &record.a_b,
        &record.a_b_4,
        &record.a_b_5,
    ]
    .map(text);
    assert_eq!(
        dashes,
        ["1", "2", "3", "4", "5"].map(|t| Some(Text::from(t)))
    );
    assert_eq!(
        record.debtor.as_deref(),
        Some("张德洲"),
        "the schema's own name for 被执行人"
    );
    assert_eq!(text(&record.debtor_2).as_deref(), Some("wire"));
    assert_eq!(text(&record.quote_back_slash).as_deref(), Some("q"));
    assert_eq!(text(&record.extra_).as_deref(), Some("documented"));
    assert_eq!(
        record.extra.get("surprise"),
        Some(&json!([1, { "two": 2 }]))
    );
    assert_eq!(
        record.string.get().and_then(|s| text(&s.string)).as_deref(),
        Some("std")
    );
}

#[test]
fn two_types_of_one_title_stay_two() {
    let reply: Reply = serde_json::from_value(sample()).expect("decodes");
    let [record] = reply.records() else {
        panic!("one record")
    };
    let empty: &type_::Empty = record.empty.get().expect("an object");
    assert_eq!(empty.extra.get("not"), Some(&json!("listed")));
    let another: &type_::TortureEmpty = record.another.get().expect("an object");
    assert_eq!(another.only.as_deref(), Some("here"));
}

#[test]
fn recursion_maps_and_mixed_types_are_decoded() {
    let reply: Reply = serde_json::from_value(sample()).expect("decodes");
    let records = reply.into_records();
    let [record] = &records[..] else {
        panic!("one record")
    };
    let node = record.node.get().expect("a node");
    let depth = |node: &type_::Node| {
        node.payload
            .get()
            .and_then(|p| p.inner.get())
            .and_then(|i| i.depth.get())
            .copied()
    };
    let third = node
        .next
        .get()
        .and_then(|n| n.next.get())
        .expect("two further");
    assert_eq!(depth(third), Some(3));
    assert_eq!(
        node.children
            .as_slice()
            .iter()
            .map(depth)
            .collect::<Vec<_>>(),
        [Some(3), None]
    );
    let by_name = node.by_name.get().expect("a map");
    assert_eq!(by_name["2020-01-01"].get().and_then(depth), Some(3));
    assert_eq!(by_name["none"], Field::Empty(Empty::Null));
    assert_eq!(
        record.deep.get().and_then(|inner| inner.depth.get()),
        Some(&9),
        "of the type that `node` holds"
    );
    assert_eq!(
        record.whole.get().map(|whole| whole.records().len()),
        Some(1)
    );
    let day = &record.by_date.get().expect("a map")["2020-01-01"];
    assert_eq!(day.as_slice()[0].count.get(), Some(&3), "a number as text");
    assert_eq!(record.matrix.as_slice(), [vec![1, 2], vec![]]);
    assert_eq!(
        record.mixed.get().map(|any| any.as_value().clone()),
        Some(json!([1, "a"]))
    );
    let staff: Vec<type_::Staff> = record
        .json
        .get()
        .expect("text")
        .parse()
        .expect("JSON in text");
    assert_eq!(staff[0].name.as_deref(), Some("李四"));
}

#[test]
fn enumerations_stay_open_and_unknown_never_holds_a_known_value() {
    assert_eq!(Many::KNOWN.len(), 200);
    for (value, _) in Many::KNOWN {
        let known = Many::from_wire(value);
        assert!(!matches!(known, Many::Unknown(_)), "{value}");
        assert_eq!(known.as_wire(), *value);
    }
    assert!(Nothing::KNOWN.is_empty());
    assert_eq!(Nothing::from_wire("anything").as_wire(), "anything");
    assert_eq!(
        serde_json::from_str::<Field<Number>>("-1")
            .expect("decodes")
            .get(),
        Some(&Number::ValueMinus1)
    );
    let strange: Field<Number> = serde_json::from_str("77").expect("decodes");
    assert!(matches!(strange.get(), Some(Number::Unknown(_))));
    assert_eq!(serde_json::to_string(&strange).expect("encodes"), "77");
}

#[test]
fn nothing_is_lost_on_the_way_through_the_types() {
    let reply: Reply = serde_json::from_value(sample()).expect("decodes");
    let mut expected = sample();
    // The one change: a documented integer that came as text is an integer.
    expected["data"]["items"][0]["byDate"]["2020-01-01"][0]["count"] = json!(3);
    assert_eq!(serde_json::to_value(&reply).expect("encodes"), expected);
}

#[test]
fn what_is_personal_does_not_show() {
    let reply: Reply = serde_json::from_value(sample()).expect("decodes");
    let request = Request::new("赵六", 1, type_::String2::Value1).arguments_("abc");
    let shown = format!("{reply:?} {request:?}");
    for secret in ["张德洲", "李四", "王五", "13800000000", "赵六"] {
        assert!(!shown.contains(secret), "{secret} is in {shown}");
    }
    assert!(
        shown.contains("\"documented\""),
        "what is not personal does show: {shown}"
    );
}

#[test]
fn requests_speak_the_wire_and_carry_their_rules() {
    let request = Request::new("me", -3, type_::String2::ALL_)
        .add_(5)
        .field_6("brackets")
        .sort(Sort::Desc)
        .x_trace("t");
    let arguments = request.arguments();
    let sent: Vec<(&str, &str)> = arguments.iter().collect();
    assert_eq!(
        sent,
        [
            ("self", "me"),
            ("new", "-3"),
            ("类型", "-2"),
            ("add", "5"),
            ("金额(元)", "brackets"),
            ("X-Trace", "t"),
            ("sort", "desc")
        ]
    );
    let operation = Request::OPERATION;
    let place = |name: &str| operation.parameter(name).map(|parameter| parameter.place);
    assert_eq!(place("self"), Some(Place::Form));
    assert_eq!(place("金额(元)"), Some(Place::Query));
    assert_eq!(place("X-Trace"), Some(Place::Header));
    let rule = operation.parameter("new").map(|parameter| parameter.rule);
    assert!(matches!(
        rule,
        Some(Rule::Integer {
            min: Some(-9),
            max: Some(9)
        })
    ));
    assert_eq!(generated::VENDOR.operations.len(), 2);
    assert_eq!(
        generated::Status::from_code("0").map(generated::Status::meaning),
        Some("成功 [0]")
    );
    assert_eq!(
        generated::client_::Request::new(),
        generated::client_::Request::default()
    );
    // The client has a method for each, under names that the language allows.
    let _ = generated::Client::type_;
    let _ = generated::Client::type_pages;
    let _ = generated::Client::client;
}

#[test]
fn the_derived_schema_says_what_the_schema_said() {
    let derived = serde_json::to_value(schemars::schema_for!(Reply)).expect("a schema");
    let source: Value =
        serde_json::from_str(include_str!("torture/schemas/torture/type.json")).expect("JSON");
    let keys = |schema: &Value| -> BTreeSet<String> {
        schema["properties"]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(key, _)| key.clone())
            .collect()
    };
    assert_eq!(keys(&derived), keys(&source["reply"]));
    assert_eq!(derived["required"], json!(["code", "data"]));
    let record = &derived["$defs"]["Torture"];
    let record_source = &source["reply"]["properties"]["data"]["properties"]["items"]["items"];
    assert_eq!(keys(record), keys(record_source));
    assert_eq!(record["required"], record_source["required"]);
    assert_eq!(
        derived["$defs"]["Wide"]["required"]
            .as_array()
            .map(Vec::len),
        Some(150)
    );
    assert_eq!(
        derived["$defs"]["Node"].get("required"),
        None,
        "the document requires nothing of a node"
    );
    let text = derived.to_string();
    assert!(
        !text.contains("\"default\":"),
        "a field that is left out has no default: {text}"
    );
    let request = serde_json::to_value(schemars::schema_for!(Request)).expect("a schema");
    assert_eq!(keys(&request), keys(&source["request"]));
    assert_eq!(request["required"], source["request"]["required"]);
    // Limits beyond 32 bits: where nothing says a type, the compiler takes a number for one of 32.
    for limit in ["minimum", "maximum"] {
        let said = &source["request"]["properties"]["add"][limit];
        assert!(said.is_i64(), "{limit}: {said}");
        assert_eq!(&request["properties"]["add"][limit], said);
    }
    let constants = |list: &Value| -> Vec<Value> {
        list.as_array()
            .into_iter()
            .flatten()
            .map(|one| one["const"].clone())
            .collect()
    };
    assert_eq!(type_::Many2::ALL.len(), 200);
    assert_eq!(
        constants(&request["properties"]["类型"]["oneOf"]),
        [json!(1), json!(-2)]
    );
}
