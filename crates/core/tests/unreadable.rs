//! What came and could not be read, in a row's extra and in the record: it must be told from what the document does not list, and from
//! what was not said.

mod support;

use serde_json::{Value, json};
use support::plain::Row;
use zhixing_core::record::{Record, Source};
use zhixing_core::wire::Extra;

fn row(value: &Value) -> Row {
    serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{value}: {error}"))
}

/// Whoever stores the record and not the reply can still tell what was not understood from what was not said.
#[test]
fn a_record_names_what_was_said_and_not_understood() {
    let read = row(&json!({
        "id": "-", "court": "-", "level": ["A7"], "more": 7, "ratio": null,
        "inner": {"person": ["张"], "telephone": "1", "open": true},
    }));
    for (name, unreadable) in [
        ("id", true),
        ("level", true),
        ("more", false),
        ("ratio", false),
    ] {
        assert_eq!(read.extra.is_unreadable(name), unreadable, "{name}");
    }
    let mut record = Record::new(Source::new("plain", "rows"));
    record.add_extra_of("Inner[0]", &read.inner.get().unwrap().extra);
    record.add_extra(&read.extra);
    assert_eq!(record.unreadable, ["Inner[0].person", "id", "level"]);
    let details = json!([
        {"name": "Inner[0].person", "value": "[\"张\"]"},
        {"name": "Inner[0].telephone", "value": "1"},
        {"name": "id", "value": "-"},
        {"name": "level", "value": "[\"A7\"]"},
        {"name": "more", "value": "7"},
    ]);
    let value = serde_json::to_value(&record).unwrap();
    assert_eq!(value["details"], details);
    assert_eq!(
        value["unreadable"],
        json!(["Inner[0].person", "id", "level"])
    );
    assert_eq!(serde_json::from_value::<Record>(value).unwrap(), record);
    assert!(!format!("{record:?}").contains('张'));

    // Where everything is read, nothing is said of it.
    let mut record = Record::new(Source::new("plain", "rows"));
    record.add_extra(&row(&json!({"id": 7, "ratio": "", "more": "x"})).extra);
    let value = serde_json::to_value(&record).unwrap();
    assert_eq!(value.get("unreadable"), None);
}

/// That a field was not read is seen where it is read, and not written: what arrived is given back.
#[test]
fn an_extra_is_written_as_it_arrived() {
    let sent = json!({"id": "-", "more": {"a": 1}});
    let mut read = row(&sent);
    assert_eq!(serde_json::to_value(&read.extra).unwrap(), sent);
    assert_eq!(row(&serde_json::to_value(&read).unwrap()), read);
    // By itself it belongs to no document.
    let alone: Extra = serde_json::from_value(sent).unwrap();
    assert_eq!(alone.get("id"), Some(&json!("-")));
    assert!(!alone.is_unreadable("id"));

    assert_eq!(read.extra.take("id"), Some(json!("-")));
    assert!(!read.extra.is_unreadable("id"));
    assert_eq!(read.extra.get("id"), None);
}
