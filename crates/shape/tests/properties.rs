//! Random JSON documents: a draft describes all that it was drafted from, a widened schema does too,
//! and neither needs anything more. The judge is the `jsonschema` crate.

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use zhixing_shape::{Observed, accepted, apply, draft, widen};

/// Keys and texts that meet often, so that the same place holds several types.
fn document() -> impl Strategy<Value = Value> {
    let text = prop_oneof![
        Just(String::new()),
        "[0-9]{1,3}",
        "[A-C]",
        Just("2016-01-05".to_owned()),
        Just("2019年05月23日".to_owned()),
        Just("12.50".to_owned()),
        Just(" 7 ".to_owned()),
        Just("[]".to_owned()),
        Just(r#"{"a":[1,null]}"#.to_owned()),
        Just("110101199001011234".to_owned()),
        ".{0,12}",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (0..4i64).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        Just(json!(3.0)),
        Just(json!(1e300)),
        any::<f32>().prop_map(|float| json!(float)),
        text.prop_map(Value::from),
        Just(json!([])),
        Just(json!({})),
    ];
    leaf.prop_recursive(5, 48, 8, |inner| {
        let key = prop_oneof![
            "[a-d]",
            "[a-d]",
            "[0-9]{4}",
            Just("张三".to_owned()),
            Just("a/b~".to_owned()),
            Just("total".to_owned())
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((key, inner), 0..10)
                .prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// Replies are objects.
fn replies() -> impl Strategy<Value = Vec<Value>> {
    let reply = document().prop_map(|inner| json!({ "data": inner }));
    prop::collection::vec(reply, 1..6)
}

fn seen(replies: &[Value]) -> Observed {
    let mut observed = Observed::default();
    replies.iter().for_each(|reply| observed.add(reply));
    observed
}

fn refusals(schema: &Value, replies: &[Value]) -> Vec<String> {
    let validator = jsonschema::options()
        .with_draft(jsonschema::Draft::Draft202012)
        .build(&accepted(schema))
        .unwrap_or_else(|error| panic!("{error}: {schema:#}"));
    let errors = replies
        .iter()
        .flat_map(|reply| validator.iter_errors(reply));
    errors
        .map(|error| format!("{error} at {}", error.instance_path()))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn a_draft_describes_what_it_was_drafted_from(replies in replies()) {
        let drafted = draft(&seen(&replies)).schema;
        let errors = refusals(&drafted, &replies);
        prop_assert!(errors.is_empty(), "{errors:?}\n{drafted:#}\n{replies:?}");
    }

    #[test]
    fn a_draft_needs_no_widening(replies in replies()) {
        let observed = seen(&replies);
        let drafted = draft(&observed).schema;
        let changes = widen(&drafted, &observed).changes;
        prop_assert!(changes.is_empty(), "{changes:#?}\n{drafted:#}\n{replies:?}");
    }

    /// Where a second type would cost a description, nothing changes and a doubt says so: only such
    /// places may be refused.
    #[test]
    fn a_widened_schema_describes_the_new_replies_and_the_old(first in replies(), second in replies()) {
        let mut schema = draft(&seen(&first)).schema;
        let observed = seen(&second);
        let widened = widen(&schema, &observed);
        if let Err(reason) = apply(&mut schema, &widened.changes) {
            return Err(TestCaseError::fail(format!("{reason}\n{:#?}", widened.changes)));
        }
        let again = widen(&schema, &observed).changes;
        prop_assert!(again.is_empty(), "{again:#?}\n{:#?}\n{schema:#}\n{second:?}", widened.changes);
        let told = widened.doubts.iter().any(|doubt| {
            doubt.words.contains("cannot describe both") || doubt.words.contains("are not listed") || doubt.words.contains("for an enumeration")
        });
        if !told {
            let errors: Vec<String> = refusals(&schema, &second).into_iter().chain(refusals(&schema, &first)).collect();
            prop_assert!(errors.is_empty(), "{errors:?}\n{:#?}\n{schema:#}\n{first:?}\n{second:?}", widened.changes);
        }
    }

    #[test]
    fn the_order_of_replies_changes_nothing_that_is_checked(replies in replies()) {
        let mut merged = Observed::default();
        for reply in &replies {
            let mut one = Observed::default();
            one.add(reply);
            merged.merge(&one);
        }
        prop_assert_eq!(draft(&merged), draft(&seen(&replies)));
    }
}
