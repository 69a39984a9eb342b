//! What is drafted and what is changed, with expectations written down from the dialect's page.

use serde_json::{Value, json};
use zhixing_shape::{Observed, apply, draft, widen};

fn seen(replies: &[Value]) -> Observed {
    let mut observed = Observed::default();
    replies.iter().for_each(|reply| observed.add(reply));
    observed
}

/// The schema of `x` drafted from its values.
fn drafted(values: &[Value]) -> Value {
    named("x", values)
}

fn named(key: &str, values: &[Value]) -> Value {
    let replies: Vec<Value> = values.iter().map(|value| json!({ key: value })).collect();
    draft(&seen(&replies)).schema["properties"][key].take()
}

#[test]
fn types_nulls_and_empty_containers() {
    for (values, schema) in [
        (json!([1, 2]), json!({ "type": "integer" })),
        (json!([1, 2.5]), json!({ "type": "number" })),
        (
            json!([true, null]),
            json!({ "type": ["boolean", "null"], "x-quirks": ["null-for-none"] }),
        ),
        (
            json!([{ "a": 1 }, [], ""]),
            json!({
                "type": "object",
                "x-quirks": ["empty-text-for-none", "array-for-object"],
                "properties": { "a": { "type": "integer" } },
            }),
        ),
        (
            json!([["a b"], {}]),
            json!({ "type": "array", "x-quirks": ["empty-object-for-none"], "items": { "type": "string" } }),
        ),
        (
            json!([5, []]),
            json!({ "type": "integer", "x-quirks": ["empty-array-for-none"] }),
        ),
        (
            json!([30, "40"]),
            json!({ "type": "integer", "x-quirks": ["number-as-text"] }),
        ),
        (
            json!([30, "4.5"]),
            json!({ "type": "number", "x-quirks": ["number-as-text"] }),
        ),
        (json!([30, "a b"]), json!({ "type": ["integer", "string"] })),
        (
            json!([{ "a": 1 }, [1]]),
            json!({ "type": ["object", "array"] }),
        ),
        (
            json!([null]),
            json!({ "type": "null", "x-guessed": ["type"] }),
        ),
        (
            json!([[]]),
            json!({ "type": "array", "x-guessed": ["type"] }),
        ),
        (
            json!(["[{\"a\":1}]"]),
            json!({
                "type": "string",
                "contentMediaType": "application/json",
                "contentSchema": { "type": "array", "items": { "type": "object", "properties": { "a": { "type": "integer" } } } },
            }),
        ),
    ] {
        assert_eq!(
            drafted(values.as_array().expect("a list")),
            schema,
            "{values}"
        );
    }
}

#[test]
fn guesses_are_marked() {
    let repeated = |values: Value| -> Vec<Value> {
        let values = values.as_array().expect("a list").clone();
        values
            .iter()
            .cycle()
            .take(values.len() * 4)
            .cloned()
            .collect()
    };
    assert_eq!(
        drafted(&repeated(json!(["0", "1"]))),
        json!({ "type": "string", "enum": ["0", "1"], "x-guessed": ["enumeration"] })
    );
    assert_eq!(
        drafted(&repeated(json!([2, 10]))),
        json!({ "type": "integer", "enum": [2, 10], "x-guessed": ["enumeration"] })
    );
    // Counts, words, names and long numbers are none; nor is what stands there once.
    assert_eq!(
        named("total", &repeated(json!([2, 10]))),
        json!({ "type": "integer" })
    );
    assert_eq!(
        drafted(&repeated(json!(["已终本", "执行中"]))),
        json!({ "type": "string" })
    );
    assert_eq!(
        drafted(&[json!("0"), json!("1")]),
        json!({ "type": "string" })
    );
    assert_eq!(
        named("realName", &repeated(json!(["LI", "WU"]))),
        json!({ "type": "string", "x-sensitive": "name", "x-guessed": ["sensitive"] })
    );
    for (key, value, format) in [
        ("day", json!("2019 年 05 月 10 日"), "date"),
        ("x", json!("(2018)苏0581执5877号"), "case-number"),
        ("x", json!("https://a.example/b"), "url"),
    ] {
        assert_eq!(
            named(key, &[value]),
            json!({ "type": "string", "x-format": format, "x-guessed": ["format"] })
        );
    }
    assert_eq!(
        drafted(&[json!(1_676_390_400_000_i64)]),
        json!({ "type": "integer", "x-format": "epoch-milliseconds-beijing", "x-guessed": ["format"] })
    );
    assert_eq!(
        named("execMoney", &[json!("1200.50")]),
        json!({ "type": "string", "x-format": "amount", "x-quirks": ["number-as-text"], "x-guessed": ["format", "number-as-text"] })
    );
}

#[test]
fn keys_that_are_data_are_described_once_and_not_written() {
    let schema =
        drafted(&[json!({ "110101199001011234": { "n": 1 }, "110101199001011235": { "n": 2 } })]);
    let map = json!({
        "type": "object",
        "x-guessed": ["map"],
        "additionalProperties": { "type": "object", "properties": { "n": { "type": "integer" } } },
    });
    assert_eq!(schema, map);
    // Twelve fields of one type that every object has are fields.
    let row: Value = (0..12)
        .map(|i| (format!("k{i}"), json!("a b")))
        .collect::<serde_json::Map<_, _>>()
        .into();
    assert!(drafted(&[row.clone(), row])["properties"]["k11"].is_object());
}

#[test]
fn widening_keeps_what_people_wrote() {
    let before = json!({
        "type": "object",
        "required": ["code", "data"],
        "properties": {
            "code": { "type": "string", "description": "The code.", "$comment": "Printed as Number.", "maxLength": 2 },
            "data": {
                "type": "array",
                "x-description": "数据",
                "items": { "$ref": "#/$defs/row" },
            },
        },
        "$defs": {
            "row": {
                "type": "object",
                "properties": {
                    "kind": { "type": "string", "oneOf": [{ "const": "1", "title": "One" }] },
                    "sum": { "type": "integer", "description": "The sum." },
                    "next": { "$ref": "#/$defs/row" },
                },
            },
        },
    });
    let observed = seen(&[
        json!({ "code": "200", "data": [{ "kind": "2", "sum": "12", "next": { "kind": "1", "court": "a b", "sum": null } }] }),
        json!({ "code": "201" }),
    ]);
    let widened = widen(&before, &observed);
    let mut after = before.clone();
    apply(&mut after, &widened.changes).expect("the places are there");
    let mut expected = before;
    expected["required"] = json!(["code"]);
    expected["properties"]["code"]
        .as_object_mut()
        .expect("an object")
        .shift_remove("maxLength");
    let row = &mut expected["$defs"]["row"]["properties"];
    row["kind"]["oneOf"] = json!([{ "const": "1", "title": "One" }, { "const": "2" }]);
    row["sum"]["type"] = json!(["integer", "null"]);
    row["sum"]["x-quirks"] = json!(["null-for-none", "number-as-text"]);
    row["court"] = json!({ "type": "string" });
    assert_eq!(after, expected, "{:#?}", widened.changes);
    let keys: Vec<&String> = after["$defs"]["row"]["properties"]
        .as_object()
        .expect("an object")
        .keys()
        .collect();
    assert_eq!(
        keys,
        ["kind", "court", "sum", "next"],
        "after the key that it follows in the reply"
    );
    assert!(widened.doubts.is_empty(), "{:?}", widened.doubts);
}

#[test]
fn a_description_is_not_given_up_for_a_second_type() {
    let schema = json!({ "type": "object", "properties": { "x": { "type": "object", "properties": { "a": { "type": "string" } } } } });
    let widened = widen(&schema, &seen(&[json!({ "x": [1] })]));
    assert!(widened.changes.is_empty());
    let [doubt] = &widened.doubts[..] else {
        panic!("{:?}", widened.doubts)
    };
    assert_eq!(
        (doubt.path.as_str(), doubt.pointer.as_str()),
        ("/x", "/properties/x")
    );
}

/// A recursive schema and one whose references lead nowhere or in a circle end all the same.
#[test]
fn strange_references_do_no_harm() {
    for reference in ["#/$defs/none", "#/properties/x", "#/%zz", "elsewhere.json"] {
        let schema = json!({ "type": "object", "properties": { "x": { "$ref": reference } } });
        let widened = widen(&schema, &seen(&[json!({ "x": 1 })]));
        assert_eq!(
            (widened.changes.len(), widened.doubts.len()),
            (0, 1),
            "{reference}"
        );
    }
}

/// Personal values, and where they could leak: the schema, the sentences, the Debug texts.
#[test]
fn no_value_of_a_reply_gets_anywhere() {
    let secrets = [
        "张德洲",
        "江苏省常熟市",
        "110101199001011234",
        "13800001111",
        "ZHANGDEZHOU2",
        "965747856",
        "(2018)苏0581执5877号",
        "777123",
    ];
    let mut rows: Vec<Value> = secrets
        .iter()
        .map(|secret| json!({ "name": secret, "card": secret, "status": secret, "n": 777_123 }))
        .collect();
    // Names of people and their numbers as keys.
    for row in &mut rows {
        for secret in ["张德洲", "110101199001011234", "(2018)苏0581执5877号"] {
            row[secret] = json!(secret);
        }
    }
    rows.extend(rows.clone());
    rows.extend(rows.clone());
    let replies = [
        json!({ "code": "200", "data": rows }),
        json!({ "code": "201", "data": serde_json::to_string(&rows).expect("JSON") }),
    ];
    let observed = seen(&replies);
    let documented = json!({ "type": "object", "properties": { "data": { "type": "array", "items": { "type": "object", "properties": {
        "name": { "type": "string", "maxLength": 1, "enum": ["甲"] }, "card": { "type": "integer", "maximum": 5 }, "status": { "type": "string", "enum": ["1"], "x-guessed": ["enumeration"] },
    } } } } });
    let mut told = format!("{observed:?}{:?}", draft(&observed));
    told += &format!("{:?}", widen(&documented, &observed));
    for secret in secrets {
        assert!(!told.contains(secret), "{secret} in {told}");
    }
}
