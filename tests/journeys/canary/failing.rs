//! Calls that fail, each in another way, at every vendor.

use serde_json::{Value, json};

use super::markers::Marker::{Number, Person, Subject};
use super::markers::{CREDENTIAL, Marker, NOTHING, NUMBER, PERSON, World};
use crate::support::{COMPANY, FIVE, Said};

/// What a failing answer holds: a text that no other answer has.
const ANSWERED: &str = "答复里的标记二三四五";

fn failures() -> Vec<Value> {
    vec![
        json!({"faults": "bill_then_drop"}),
        json!({"faults": {"cut_body": {}}}),
        json!({"faults": {"wrong_length": {"by": 10}}}),
        json!({"faults": {"status": {"status": 500, "body": ANSWERED}}}),
        json!({"faults": {"status": {"status": 403, "body": ANSWERED}}}),
        json!({"faults": {"status": {"status": 200, "body": ANSWERED}}}),
        json!({"faults": "html"}),
        json!({"faults": {"redirect": {"location": format!("http://127.0.0.1:1/{CREDENTIAL}")}}}),
        json!({"faults": "garbled"}),
        json!({"faults": {"huge_body": {"bytes": 9_000_000}}}),
        json!({"answers": {"status": "4711", "message": format!("{ANSWERED}{COMPANY}")}}),
    ]
}

/// One kind of failure for all vendors.
fn scenario(failure: &Value) -> Value {
    let (list, what) = failure.as_object().unwrap().iter().next().unwrap();
    let of_each = zhixing::VENDORS.iter().filter_map(|entry| {
        let mut rule = json!({"vendor": entry.vendor.name});
        match list.as_str() {
            // Its replies have no code of the caller's choice.
            "answers" if entry.vendor.name == "cloudmarket" => return None,
            "answers" => {
                rule["answer"] = what.clone();
            }
            _ => rule["fault"] = what.clone(),
        }
        Some(rule)
    });
    json!({list: of_each.collect::<Vec<Value>>()})
}

#[test]
fn no_failure_tells_what_was_asked_or_answered() {
    for failure in failures() {
        let mut world = World::with(scenario(&failure));
        world.replies.insert(ANSWERED.to_owned());
        let asked = match failure.get("answers") {
            Some(_) => "qixin,xinshu,qcc,juhe",
            None => FIVE,
        };
        world.calls.retain(|call| asked.contains(&call[0]));
        let question = [
            "check",
            COMPANY,
            "--vendor",
            asked,
            "--person",
            PERSON,
            "--id-number",
            NUMBER,
            "-vv",
        ];
        for (format, stdout, stderr) in [
            ("json", &[Subject, Person][..], NOTHING),
            ("table", &[Subject, Person], NOTHING),
            ("html", &[Subject, Person], NOTHING),
            ("csv", &[Subject, Person], &[Subject, Person]),
        ] {
            let arguments = [&question[..], &["--format", format]].concat();
            let said = Said::by(&mut world.zhixing(&arguments, &[]));
            let what = format!("{format} of {failure}");
            assert!(
                said.exit > 0 || said.stdout.contains("mismatch"),
                "{what}: {said:?}"
            );
            assert!(said.stderr.contains("failed"), "{what}: {said:?}");
            world.holds(&said, stdout, stderr, &what);
        }
        for lang in ["en", "zh"] {
            for call in &world.calls {
                let said = Said::by(&mut world.zhixing(&["call", "-vv", "--lang", lang], call));
                assert!(said.exit > 0, "{failure}: {said:?}");
                world.holds(&said, NOTHING, NOTHING, &format!("{call:?} of {failure}"));
            }
        }
    }
}

/// Values in the wrong place: where a name is wanted, and where nothing is.
#[test]
fn a_slip_on_the_command_line_does_not_repeat_a_key_or_a_person() {
    let world = World::with(json!({}));
    let pasted = "6d8e4ffe7ca6e7403828f4af49bfee6d";
    let operation = ["call", "qixin", "execution_list_by_name"];
    for (arguments, exit) in [
        (&[&operation[..], &[COMPANY]].concat(), 2),
        (&[&operation[..], &[&format!("{COMPANY}=1")]].concat(), 2),
        (&[&operation[..], &[&format!("{NUMBER}=1")]].concat(), 2),
        (&[&operation[..], &[&format!("{pasted}=1")]].concat(), 2),
        (
            &[&operation[..], &[&format!("keyword={NUMBER}\n")]].concat(),
            2,
        ),
        (&[&operation[..], &[&format!("skip={NUMBER}")]].concat(), 2),
        (&vec!["call", "qixin", pasted], 2),
        (&vec!["call", "qixin", COMPANY], 2),
        (&vec!["call", pasted, "x"], 2),
        (&vec!["check", COMPANY, "--vendor", pasted], 2),
    ] {
        let said = Said::by(&mut world.zhixing(&[&arguments[..], &["-vv"]].concat(), &[]));
        assert_eq!(said.exit, exit, "{said:?}");
        world.holds(&said, NOTHING, NOTHING, &format!("{arguments:?}"));
        assert!(!said.stderr.contains(pasted), "{said:?}");
    }
    // A check digit that is wrong is warned about without the number.
    let wrong = "110105194912310021";
    let said = Said::by(&mut world.zhixing(&["check", COMPANY, "--id-number", wrong], &[]));
    assert!(said.stderr.contains("warning"), "{said:?}");
    let all = format!("{}{}", said.stdout, said.stderr);
    assert!(!all.contains(wrong), "{said:?}");
}

/// Where nothing encrypts it, the number is not sent unless that is allowed: the flag or the variable.
#[test]
fn an_identity_number_over_plain_http_is_refused_without_being_repeated() {
    let world = World::with(json!({}));
    let expected: [(&[&str], &str, &[Marker]); 3] = [
        (&[], "", &[]),
        (&["--allow-plain-http-id"], "", &[Number]),
        (&[], "1", &[Number]),
    ];
    for (options, variable, sent) in expected {
        let call = ["call", "xinshu", "executed_one_key_search", "q=某某"];
        let number = format!("idCardNo={NUMBER}");
        let arguments = [&call[..], &[&number, "--print-request", "-vv"], options].concat();
        let mut command = world.zhixing(&arguments, &[]);
        // The document's own host.
        command.env_remove("XINSHU_BASE_URL");
        command.env("ZHIXING_ALLOW_PLAIN_HTTP_ID", variable);
        let said = Said::by(&mut command);
        assert_eq!(said.exit, if sent.is_empty() { 2 } else { 0 }, "{said:?}");
        world.holds(&said, sent, NOTHING, &format!("{options:?} {variable}"));
        if sent.is_empty() {
            let lines = said.failures();
            let failure = lines.iter().find(|it| it["type"] == "failure").unwrap();
            assert_eq!(failure["kind"], "identity_number_over_plain_http");
            assert_eq!(failure["sent"], "no");
        }
    }
}
