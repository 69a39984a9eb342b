//! The flattening against a plain implementation of the same rules, and at its limits.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::Value;
use zhixing_core::flatten::{
    DottedKeys, Duplicates, FlattenError, Flattener, MAX_BYTES, MAX_DEPTH, Policy, ScalarRoot,
    flatten,
};

/// The rules as the document tells them: flatten into a map of whole keys, sort it, join it.
fn plain(value: &Value) -> Option<String> {
    fn down(path: String, value: &Value, flat: &mut BTreeMap<String, String>) -> Option<()> {
        let join = |key: &str| format!("{path}.{key}");
        let text = match value {
            Value::Object(members) if !members.is_empty() => {
                return members
                    .iter()
                    .try_for_each(|(key, inner)| down(join(key), inner, flat));
            }
            Value::Array(items) if !items.is_empty() => {
                return (0..)
                    .zip(items)
                    .try_for_each(|(index, inner)| down(join(&format!("{index}")), inner, flat));
            }
            Value::Object(_) => "{}".to_owned(),
            Value::Array(_) => "[]".to_owned(),
            Value::Null => "null".to_owned(),
            Value::Bool(truth) => truth.to_string(),
            Value::Number(number) => number.to_string(),
            Value::String(text) => text.clone(),
        };
        // Every path has a dot too many at its front. Two values at one path: there is no text.
        flat.insert(path[1..].to_owned(), text)
            .is_none()
            .then_some(())
    }
    let mut flat = BTreeMap::new();
    if !matches!(value, Value::Null)
        && *value != serde_json::json!({})
        && *value != serde_json::json!([])
    {
        down(String::new(), value, &mut flat)?;
    }
    let pairs: Vec<_> = flat
        .iter()
        .map(|(key, text)| format!("{key}={text}"))
        .collect();
    Some(pairs.join("&"))
}

fn ours(text: &str, policy: &Policy) -> Result<String, FlattenError> {
    let mut bytes = Vec::new();
    flatten(text, policy, |piece| bytes.extend_from_slice(piece))?;
    Ok(String::from_utf8(bytes).expect("pieces of strings"))
}

fn key() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-c]{0,2}",
        "[a-b0-2.=&_-]{0,3}",
        "[0-9]{1,2}",
        "[案号执行ab\u{e000}\u{20bb7}]{1,2}",
        "[\"\\\\\n\t/\u{0}\u{7f}]{1,2}",
    ]
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        key().prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 120, 26, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec(inner.clone(), 20..26).prop_map(Value::from),
            prop::collection::vec((key(), inner), 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// The same value as another writer might write it: blanks, every second key as it is, every character escaped in the others and in
/// every second string, and some in the rest.
fn written_otherwise(value: &Value, out: &mut String) {
    let escape = |text: &str, all: bool, out: &mut String| {
        out.push('"');
        for (place, character) in text.chars().enumerate() {
            if all || place % 3 == 1 {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    out.push_str(&format!("\\u{unit:04X}"));
                }
            } else {
                let quoted = Value::from(character.to_string()).to_string();
                out.push_str(&quoted[1..quoted.len() - 1]);
            }
        }
        out.push('"');
    };
    match value {
        Value::Object(members) => {
            out.push_str("{ ");
            // The other way round: the order of the text must not matter.
            for (position, (key, inner)) in members.iter().rev().enumerate() {
                out.push_str(if position > 0 { " ,\n" } else { "" });
                if position % 2 == 0 {
                    out.push_str(&Value::from(key.as_str()).to_string());
                } else {
                    escape(key, true, out);
                }
                out.push_str("\t:\r\n");
                written_otherwise(inner, out);
            }
            out.push_str(" }");
        }
        Value::Array(items) => {
            out.push_str("[ ");
            for (position, inner) in items.iter().enumerate() {
                out.push_str(if position > 0 { " , " } else { "" });
                written_otherwise(inner, out);
            }
            out.push_str(" ]");
        }
        Value::String(text) => escape(text, text.len() % 2 == 0, out),
        other => out.push_str(&other.to_string()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn it_agrees_with_the_plain_implementation(value in value()) {
        let policy = Policy { scalar_root: ScalarRoot::ValueAlone, ..Policy::DEFAULT };
        let expected = match &value {
            Value::Array(_) | Value::Object(_) | Value::Null => plain(&value),
            Value::String(text) => Some(text.clone()),
            other => Some(other.to_string()),
        };
        let expected = expected.ok_or(FlattenError::SamePath);
        prop_assert_eq!(ours(&value.to_string(), &policy), expected.clone());
        let mut otherwise = String::new();
        written_otherwise(&value, &mut otherwise);
        prop_assert_eq!(ours(&otherwise, &policy), expected);
    }

    #[test]
    fn used_storage_leaves_no_trace(first in value(), second in value()) {
        let policy = Policy { scalar_root: ScalarRoot::ValueAlone, ..Policy::DEFAULT };
        let (first, second) = (first.to_string(), second.to_string());
        let mut flattener = Flattener::new();
        let _ = flattener.flatten(&first, &policy).map(|flat| flat.to_string());
        let again = flattener.flatten(&second, &policy).map(|flat| flat.to_string());
        prop_assert_eq!(again, ours(&second, &policy));
    }

    #[test]
    fn no_text_makes_it_panic(text in "[\\[\\]{}:,\"\\\\ua0-9.eE+ntrl-]{0,24}") {
        let valid = serde_json::from_str::<&serde_json::value::RawValue>(&text).is_ok();
        let found = ours(&text, &Policy::DEFAULT);
        prop_assert_eq!(matches!(found, Err(FlattenError::Syntax { .. })), !valid);
    }
}

#[test]
fn a_key_given_twice_is_refused_wherever_its_values_lie() {
    let refused = |text| ours(text, &Policy::DEFAULT);
    assert_eq!(
        refused(r#"{"a":1,"b":2,"\u0061":1}"#),
        Err(FlattenError::Duplicate { offset: 14 })
    );
    // No path is there twice, yet a decoder would see only one of the two objects.
    assert_eq!(
        refused(r#"[{"a":{"x":1},"a":{"y":2}}]"#),
        Err(FlattenError::Duplicate { offset: 15 })
    );
    assert_eq!(
        refused(r#"{"a.b":1,"a":{"b":2}}"#),
        Err(FlattenError::SamePath)
    );
    assert_eq!(refused(r#"{"a":[1],"a.0":1}"#), Err(FlattenError::SamePath));
    assert_eq!(
        refused(r#"[{"a":1},{"a":1}]"#).as_deref(),
        Ok("0.a=1&1.a=1")
    );
}

#[test]
fn the_last_of_two_counts_if_the_policy_says_so() {
    let policy = Policy {
        duplicates: Duplicates::LastCounts,
        ..Policy::DEFAULT
    };
    // What JSON.parse keeps of each, flattened by hand.
    for (text, expected) in [
        (r#"{"a":1,"b":2,"a":3}"#, "a=3&b=2"),
        (r#"{"a":{"x":1,"y":[2,3]},"b":0,"a":{"y":4}}"#, "a.y=4&b=0"),
        (r#"{"a":{"x":1},"a":2}"#, "a=2"),
        (r#"{"a":1,"a":[],"a":{"x":{"z":1,"z":2}}}"#, "a.x.z=2"),
        (r#"{"a.b":1,"a":{"b":2}}"#, "a.b=2"),
        (r#"{"a":{"b":2},"a.b":1}"#, "a.b=1"),
    ] {
        assert_eq!(ours(text, &policy).as_deref(), Ok(expected), "{text}");
    }
}

#[test]
fn a_dotted_key_is_joined_or_refused() {
    let text = r#"{"a":{"b.c":1},"a-b":2}"#;
    assert_eq!(ours(text, &Policy::DEFAULT).as_deref(), Ok("a-b=2&a.b.c=1"));
    let policy = Policy {
        dotted_keys: DottedKeys::Refuse,
        ..Policy::DEFAULT
    };
    assert_eq!(
        ours(text, &policy),
        Err(FlattenError::DottedKey { offset: 7 })
    );
    assert_eq!(
        ours(r#"{"a\u002e":1}"#, &policy),
        Err(FlattenError::DottedKey { offset: 2 })
    );
}

#[test]
fn a_scalar_root_is_refused_unless_the_policy_says_otherwise() {
    let with = |scalar_root| {
        ours(
            " 1.50 ",
            &Policy {
                scalar_root,
                ..Policy::DEFAULT
            },
        )
    };
    assert_eq!(
        with(ScalarRoot::Refuse),
        Err(FlattenError::ScalarRoot { offset: 1 })
    );
    assert_eq!(with(ScalarRoot::EmptyKey).as_deref(), Ok("=1.50"));
    assert_eq!(with(ScalarRoot::ValueAlone).as_deref(), Ok("1.50"));
}

#[test]
fn what_is_not_json_is_refused_with_its_place() {
    for (text, offset) in [
        ("", 0),
        ("{\"a\":1,\n \"b\" 2}", 13),
        ("[1] x", 4),
        ("{\"a\":01}", 6),
    ] {
        assert_eq!(
            ours(text, &Policy::DEFAULT),
            Err(FlattenError::Syntax { offset }),
            "{text}"
        );
    }
    assert_eq!(
        ours(r#"["\ud842"]"#, &Policy::DEFAULT),
        Err(FlattenError::Surrogate { offset: 2 })
    );
    assert_eq!(
        ours(r#"{"\udfb7":1}"#, &Policy::DEFAULT),
        Err(FlattenError::Surrogate { offset: 2 })
    );
    for half in [
        r"\ud842",
        r"\udfb7",
        r"\ud842\u0041",
        r"\udfb7\ud842",
        r"吉\ud842",
    ] {
        assert_eq!(
            ours(&format!(r#"{{"a":"{half}"}}"#), &Policy::DEFAULT),
            Err(FlattenError::Surrogate { offset: 6 }),
            "{half}"
        );
    }
}

/// RFC 8259, section 7: `unescaped = %x20-21 / %x23-5B / %x5D-10FFFF`, wherever the string stands and whatever else is in the text.
#[test]
fn no_control_character_stands_in_a_string_unescaped() {
    let policy = Policy {
        scalar_root: ScalarRoot::ValueAlone,
        ..Policy::DEFAULT
    };
    for character in ('\0'..='\u{a0}').filter(|character| !matches!(character, '"' | '\\')) {
        for (text, canonical) in [
            (format!(r#""{character}""#), format!("{character}")),
            (format!(r#"["{character}"]"#), format!("0={character}")),
            (
                format!(r#"{{"a":"x{character}"}}"#),
                format!("a=x{character}"),
            ),
            (
                format!(r#"{{"{character}":"x"}}"#),
                format!("{character}=x"),
            ),
            (
                format!("{{\n\"a\"\t: \"{character}\"}}"),
                format!("a={character}"),
            ),
        ] {
            let found = ours(&text, &policy);
            match character {
                '\0'..='\u{1f}' => {
                    let refused = matches!(found, Err(FlattenError::Syntax { .. }));
                    assert!(refused, "{text:?}");
                }
                _ => assert_eq!(found, Ok(canonical), "{text:?}"),
            }
        }
    }
}

#[test]
fn depth_has_a_limit() {
    let nested = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    let expected = format!("{}0=1", "0.".repeat(MAX_DEPTH - 1));
    assert_eq!(ours(&nested(MAX_DEPTH), &Policy::DEFAULT), Ok(expected));
    let deeper = ours(&nested(MAX_DEPTH + 1), &Policy::DEFAULT);
    assert_eq!(deeper, Err(FlattenError::TooDeep { offset: MAX_DEPTH }));
    // Far beyond any call stack.
    let far = ours(&nested(1_000_000), &Policy::DEFAULT);
    assert_eq!(far, Err(FlattenError::TooDeep { offset: MAX_DEPTH }));
}

#[test]
fn a_small_text_with_huge_paths_is_refused() {
    // 1 MiB of key over 100 000 items would be 100 GiB of canonical text.
    let text = format!(
        r#"{{"{}":[{}0]}}"#,
        "k".repeat(1 << 20),
        "0,".repeat(100_000)
    );
    assert!(text.len() < MAX_BYTES);
    assert_eq!(ours(&text, &Policy::DEFAULT), Err(FlattenError::TooLarge));
}
