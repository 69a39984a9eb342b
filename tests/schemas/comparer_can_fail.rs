//! A comparer that finds nothing is worth something only if it finds what is there: each kind of difference, made in
//! a copy of a real schema file, is reported where it was made and nowhere else.

use serde_json::{Value, json};

use crate::compare::differences;
use crate::read;

fn file() -> Value {
    serde_json::from_str(&read("schemas/qcc/limit_exit_check.json")).expect("a schema file is JSON")
}

fn derived() -> Value {
    schemars::schema_for!(qcc::limit_exit_check::Reply).to_value()
}

fn derived_request() -> Value {
    schemars::schema_for!(qcc::limit_exit_check::Request).to_value()
}

/// The differences after a change to the file, as places in the file and words.
fn after(pointer: &str, derived: &Value, change: impl FnOnce(&mut Value)) -> Vec<(String, String)> {
    let mut file = file();
    change(&mut file);
    let found = differences(&file, pointer, derived);
    found
        .into_iter()
        .map(|it| (it.documented, it.what))
        .collect()
}

const RECORD: &str = "/reply/properties/Result/properties/Data/items";

#[test]
fn an_unchanged_copy_has_no_difference() {
    assert_eq!(after("/reply", &derived(), |_| ()), []);
    assert_eq!(after("/request", &derived_request(), |_| ()), []);
}

#[test]
fn a_property_more_or_less_is_found_at_any_depth() {
    let below = format!("{RECORD}/properties/LimitList/items");
    let found = after("/reply", &derived(), |file| {
        file.pointer_mut(&below).unwrap()["properties"]["Added"] = json!({ "type": "string" });
    });
    assert_eq!(
        found,
        [(
            below.clone(),
            "the types lack the property \"Added\"".to_owned()
        )]
    );
    let found = after("/reply", &derived(), |file| {
        let properties = file.pointer_mut(&below).unwrap()["properties"]
            .as_object_mut()
            .unwrap();
        properties.remove("KeyNo").unwrap();
    });
    assert_eq!(
        found,
        [(below, "the file lacks the property \"KeyNo\"".to_owned())]
    );
}

#[test]
fn another_type_is_found() {
    let amount = format!("{RECORD}/properties/Amount");
    let found = after("/reply", &derived(), |file| {
        file.pointer_mut(&amount).unwrap()["type"] = json!("integer");
    });
    assert_eq!(
        found,
        [(
            amount.clone(),
            "the type is {\"integer\"} and {\"string\"}".to_owned()
        )]
    );
    // That it may be null as well is no other type.
    let found = after("/reply", &derived(), |file| {
        file.pointer_mut(&amount).unwrap()["type"] = json!(["string", "null"]);
    });
    assert_eq!(found, []);
}

#[test]
fn a_list_in_place_of_an_object_is_found() {
    let paging = "/reply/properties/Paging";
    let found = after("/reply", &derived(), |file| {
        let object = file.pointer_mut(paging).unwrap();
        *object = json!({ "type": "array", "items": object.clone() });
    });
    assert!(found.contains(&(
        paging.to_owned(),
        "the type is {\"array\"} and {\"object\"}".to_owned()
    )));
    assert!(found.contains(&(
        paging.to_owned(),
        "only one of them says what a list holds".to_owned()
    )));
}

#[test]
fn another_requirement_is_found() {
    let found = after("/request", &derived_request(), |file| {
        file["request"]["required"] = json!([])
    });
    assert_eq!(
        found,
        [(
            "/request".to_owned(),
            "required are {} and {\"searchKey\"}".to_owned()
        )]
    );
    let found = after("/reply", &derived(), |file| {
        file["reply"]["required"] = json!(["Status", "Message"])
    });
    assert_eq!(found.len(), 1);
}

#[test]
fn another_documented_value_is_found() {
    let verified = "/reply/properties/Result/properties/VerifyResult";
    for (change, values) in [
        (json!(2), r#"{"0", "2"} and {"0", "1"}"#),
        // Text is not a number.
        (json!("1"), r#"{"\"1\"", "0"} and {"0", "1"}"#),
    ] {
        let found = after("/reply", &derived(), |file| {
            file.pointer_mut(verified).unwrap()["oneOf"][0]["const"] = change;
        });
        assert_eq!(
            found,
            [(
                verified.to_owned(),
                format!("the documented values are {values}")
            )]
        );
    }
}

#[test]
fn another_limit_is_found() {
    let found = after("/request", &derived_request(), |file| {
        file["request"]["properties"]["pageSize"]["maximum"] = json!(50);
    });
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, "/request/properties/pageSize");
    assert!(found[0].1.starts_with("the limits are"));
}

#[test]
fn all_differences_are_reported_at_once_with_both_places() {
    let mut file = file();
    file["reply"]["properties"]["Status"]["type"] = json!("integer");
    file.pointer_mut(RECORD).unwrap()["properties"]["Court"]["type"] = json!("boolean");
    let found = differences(&file, "/reply", &derived());
    let shown: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert_eq!(shown.len(), 2, "{shown:?}");
    assert!(shown.contains(
        &"file #/reply/properties/Status / types #/properties/Status: the type is {\"integer\"} and {\"string\"}".to_owned()
    ));
    // The types' schema keeps each struct among its definitions.
    assert!(
        shown
            .iter()
            .any(|line| line.contains("types #/$defs/Restriction/properties/Court:")),
        "{shown:?}"
    );
}
