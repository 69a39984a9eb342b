//! Tolerance, row by row of the table in `wire`, and nothing lost on the way back.

mod support;

use serde_json::{Value, json};
use support::plain::{Level, Reply, Row};
use zhixing_core::wire::{Any, Empty, Extra, Field, JsonText, OpenEnum, Personal};

fn row(value: &Value) -> Row {
    serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{value}: {error}"))
}

fn refused(value: &Value) -> String {
    serde_json::from_value::<Row>(value.clone())
        .map(|row| panic!("{value} is taken for {row:?}"))
        .unwrap_err()
        .to_string()
}

/// Each of the fields holds something else than the document promises: none is read, none is lost, and none costs the row.
fn unreadable(sent: &Value) {
    let read = row(sent);
    for (name, value) in sent.as_object().unwrap() {
        assert_eq!(read.extra.get(name), Some(value), "{name}");
        assert!(
            format!("{read:?}").contains(&format!("{name}: Unreadable")),
            "{read:?}"
        );
    }
    assert_eq!(written(&read), *sent);
}

fn written(row: &Row) -> Value {
    serde_json::to_value(row).unwrap()
}

/// Every documented field of a row.
const FIELDS: [&str; 11] = [
    "id",
    "court",
    "person",
    "ratio",
    "open",
    "level",
    "tags",
    "inner",
    "by_person",
    "any",
    "note",
];

#[test]
fn anything_may_be_missing() {
    let empty = row(&json!({}));
    assert_eq!(empty, Row::default());
    assert!(empty.id.is_missing() && empty.tags.is_missing());
    assert_eq!(written(&empty), json!({}));
}

#[test]
fn anything_may_be_empty_in_any_way_and_stays_so() {
    let ways = [
        (json!(null), Empty::Null),
        (json!(""), Empty::Text),
        (json!([]), Empty::List),
        (json!({}), Empty::Object),
    ];
    for name in FIELDS {
        for (value, _) in &ways {
            let sent = json!({ name: value });
            assert_eq!(written(&row(&sent)), sent, "{name}");
        }
    }
    for (value, way) in ways {
        let read = row(&json!({"id": value, "court": value, "open": value}));
        assert_eq!(read.id, Field::Empty(way));
        assert_eq!(read.court, Field::Empty(way));
        assert_eq!(read.open.get(), None);
    }
    // Where a list or an object is documented, an empty one is a value.
    assert_eq!(row(&json!({"tags": []})).tags, Field::Value(vec![]));
    assert_eq!(row(&json!({"tags": {}})).tags, Field::Empty(Empty::Object));
    assert!(row(&json!({"inner": {}})).inner.get().is_some());
    assert_eq!(row(&json!({"inner": []})).inner, Field::Empty(Empty::List));
}

#[test]
fn text_takes_numbers_and_booleans() {
    for (value, text) in [
        (json!(30), "30"),
        (json!(-7), "-7"),
        (json!(18446744073709551615_u64), "18446744073709551615"),
        (json!(1.25), "1.25"),
        (json!(true), "true"),
        (json!(" 张 "), " 张 "),
    ] {
        let read = row(&json!({"court": value, "person": value}));
        assert_eq!(read.court.as_deref(), Some(text));
        assert_eq!(read.person.as_deref(), Some(text));
    }
    for value in [json!(["a"]), json!({"a": 1})] {
        unreadable(&json!({"court": value, "person": value}));
    }
}

/// What is unreadable is neither missing nor empty, and is told apart from both.
#[test]
fn what_was_said_and_not_understood_is_not_nothing() {
    let read = row(&json!({"id": "-", "ratio": "", "inner": {"id": {"of": "whom"}}}));
    assert_eq!(read.id, Field::Unreadable);
    assert!(read.id.is_unreadable() && !read.id.is_missing());
    assert_eq!(read.id.get(), None);
    assert!(!read.ratio.is_unreadable() && !read.open.is_unreadable());
    assert_eq!(read.extra.get("id"), Some(&json!("-")));
    let inner = read.inner.get().unwrap();
    assert_eq!(inner.extra.get("id"), Some(&json!({"of": "whom"})));
}

/// Nobody keeps it where there is no struct, and what is in a list or an object would not be seen by who looks into it.
#[test]
fn other_shapes_are_refused() {
    for value in [
        json!({"tags": "a"}),
        json!({"tags": {"a": 1}}),
        json!({"tags": [["a"]]}),
        json!({"inner": 7}),
        json!({"inner": [{"id": 1}]}),
        json!({"by_person": "a"}),
        json!({"by_person": {"a": 1}}),
        json!([]),
    ] {
        let said = refused(&value);
        assert!(said.contains("where the document promises"), "{said}");
    }
    assert!(serde_json::from_value::<Field<i64>>(json!("-")).is_err());
}

#[test]
fn a_field_that_is_unreadable_stands_there_once() {
    let error = serde_json::from_str::<Row>(r#"{"id":"-","id":1}"#).unwrap_err();
    assert!(error.to_string().starts_with("duplicate field `id`"));
}

#[test]
fn integers_take_text_that_holds_one() {
    for (value, number) in [
        (json!("30"), 30),
        (json!(" 30\t"), 30),
        (json!("-0"), 0),
        (json!(3.0), 3),
        (json!(1e3), 1000),
        (json!("9223372036854775807"), i64::MAX),
    ] {
        assert_eq!(
            row(&json!({"id": value})).id.get(),
            Some(&number),
            "{value}"
        );
    }
    for value in [
        json!("x"),
        json!(" "),
        json!("3.5"),
        json!(3.5),
        json!(1e300),
        json!(9223372036854775808_u64),
        json!("9223372036854775808"),
        json!(true),
        json!([1]),
        json!({"a": 1}),
    ] {
        unreadable(&json!({"id": value}));
    }
}

#[test]
fn numbers_and_booleans_take_text_of_them() {
    for (value, number) in [
        (json!("0.5"), 0.5),
        (json!(2), 2.0),
        (json!(" -1e3 "), -1000.0),
    ] {
        assert_eq!(row(&json!({"ratio": value})).ratio.get(), Some(&number));
    }
    for value in [
        json!("NaN"),
        json!("inf"),
        json!("1e999"),
        json!("x"),
        json!(true),
    ] {
        unreadable(&json!({"ratio": value}));
    }
    for (value, truth) in [
        (json!(true), true),
        (json!(1), true),
        (json!("1"), true),
        (json!("true"), true),
        (json!(0), false),
        (json!("false"), false),
    ] {
        assert_eq!(
            row(&json!({"open": value})).open.get(),
            Some(&truth),
            "{value}"
        );
    }
    for value in [json!(2), json!("是"), json!(0.0)] {
        unreadable(&json!({"open": value}));
    }
}

#[test]
fn an_enumeration_keeps_what_it_does_not_know() {
    for value in [json!(1), json!("1")] {
        assert_eq!(
            row(&json!({"level": value})).level,
            Field::Value(Level::Low)
        );
    }
    assert_eq!(Level::High.meaning(), Some("高"));
    for (value, wire) in [
        (json!(3), "3"),
        (json!(-1), "-1"),
        (json!("01"), "01"),
        (json!("+1"), "+1"),
        (json!(" 1"), " 1"),
        (json!("高"), "高"),
    ] {
        let sent = json!({"level": value});
        let read = row(&sent);
        let Some(Level::Unknown(unknown)) = read.level.get() else {
            panic!("{value} is known: {read:?}");
        };
        assert_eq!(unknown.as_str(), wire);
        assert_eq!(read.level.get().and_then(Level::meaning), None);
        assert_eq!(
            written(&read),
            sent,
            "what is unknown never becomes a known value"
        );
    }
    // To JSON Schema, 2.0 is the integer 2; what is no integer could not be written back.
    assert_eq!(row(&json!({"level": 2.0})).level, Field::Value(Level::High));
    unreadable(&json!({"level": 2.5}));
    for (known, _) in Level::KNOWN {
        assert!(
            !matches!(Level::from_wire(known), Level::Unknown(_)),
            "{known}"
        );
    }
}

#[test]
fn undocumented_fields_are_kept_at_every_depth() {
    let sent = json!({
        "error_code": 0, "reason": "", "new": [null, {"a": []}],
        "result": {
            "total": 1, "list": [{
                "id": 1, "court": null, "level": 9, "新字段": {"deep": [1.5, "x"]},
                "inner": {"id": 2, "extra": false},
                "by_person": {"张德洲": {"id": 3, "x": 1}, "李": "", "王": null},
                "tags": ["", "b"], "note": "[{\"a\": 1}]", "any": [1, {"b": null}],
            }],
            "page": {"n": 18446744073709551615_u64},
        },
    });
    let reply: Reply = serde_json::from_value(sent.clone()).unwrap();
    assert_eq!(serde_json::to_value(&reply).unwrap(), sent);
    assert_eq!(reply.extra.get("new"), Some(&sent["new"]));
    let text = sent.to_string();
    let from_text: Reply = serde_json::from_str(&text).unwrap();
    assert_eq!(from_text, reply, "text and value are read alike");
}

#[test]
fn fields_stand_in_any_order_and_none_stands_twice() {
    let fields = [r#""id":1"#, r#""court":null"#, r#""ratio":0.5"#];
    let documented = row(&json!({"id": 1, "court": null, "ratio": 0.5}));
    for [a, b, c] in [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
    ] {
        let members = [fields[a], fields[b], fields[c]].join(",");
        let read: Row = serde_json::from_str(&format!("{{{members}}}")).unwrap();
        assert_eq!(read, documented, "{members}");
        for (again, name) in fields.iter().zip(["id", "court", "ratio"]) {
            let error = serde_json::from_str::<Row>(&format!("{{{members},{again}}}"));
            let error = error.map(drop).unwrap_err().to_string();
            let expected = format!("duplicate field `{name}`");
            assert!(
                error.starts_with(&expected),
                "{members},{again} says: {error}"
            );
        }
    }
}

#[test]
fn a_value_of_another_type_is_written_as_documented() {
    let read = row(&json!({"id": "30", "court": 30, "ratio": "0.5", "open": "1", "level": "2"}));
    let documented = json!({"id": 30, "court": "30", "ratio": 0.5, "open": true, "level": 2});
    assert_eq!(written(&read), documented);
    assert_eq!(row(&documented), read, "and is read the same again");
}

#[test]
fn a_list_holds_no_empty_elements_but_texts() {
    assert_eq!(row(&json!({"tags": ["", 7]})).tags.as_slice(), ["", "7"]);
    for value in [json!([null]), json!([[]]), json!([{}])] {
        refused(&json!({"tags": value}));
    }
    assert!(serde_json::from_value::<Field<Vec<Row>>>(json!([{}, {"id": 1}])).is_ok());
    assert!(serde_json::from_value::<Field<Vec<Row>>>(json!([null])).is_err());
}

#[test]
fn debug_shows_no_person_and_nothing_undocumented() {
    let read = row(&json!({
        "person": "mArKeR", "note": "{\"a\":\"mArKeR\"}", "any": {"a": "mArKeR"},
        "undocumented": "mArKeR", "inner": {"person": "mArKeR", "more": ["mArKeR"]},
    }));
    let shown = format!("{read:?} {read:#?}");
    assert!(!shown.contains("mArKeR"), "{shown}");
    assert!(
        shown.contains("undocumented"),
        "the names of new fields are worth a line: {shown}"
    );

    assert_eq!(
        format!("{:?}", Personal::from("mArKeR")),
        "Personal(masked)"
    );
    assert_eq!(format!("{:?}", JsonText::from("[1]")), "JsonText(3 bytes)");
    assert_eq!(format!("{:?}", Any::from(json!("mArKeR"))), "Any(text)");
    assert_eq!(format!("{:?}", Extra::default()), "{}");
}

#[test]
fn json_in_text_is_read_on_demand() {
    let read = row(&json!({"note": "[1, 2]"}));
    let note = read.note.get().unwrap();
    assert_eq!(note.parse::<Vec<i64>>().unwrap(), [1, 2]);
    assert!(note.parse::<String>().is_err());
    unreadable(&json!({"note": [1]}));
}
