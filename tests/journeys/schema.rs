//! The JSON Schemas that the command prints, the ones in the repository, and what the command writes.

use serde_json::Value;

use zhixing::Subject;

use crate::support::{COMPANY, Said, Server, five_alone, zhixing};

fn schema(document: &str) -> Value {
    let said = Said::by(&mut zhixing(&["schema", document]));
    assert_eq!(said.exit, 0, "{said:?}");
    said.json()
}

#[test]
fn the_schemas_in_the_repository_are_those_of_the_command() {
    for document in ["report", "record"] {
        let printed = Said::by(&mut zhixing(&["schema", document])).stdout;
        let name = format!("docs/{document}.schema.json");
        let path = format!("{}/../../{name}", env!("CARGO_MANIFEST_DIR"));
        let kept = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            kept.replace("\r\n", "\n") == printed,
            "{name} is stale; mend it with\n    cargo run -q -p zhixing-cli -- schema {document} > {name}"
        );
    }
}

#[test]
fn the_schemas_are_schemas() {
    for document in ["report", "record"] {
        let schema = schema(document);
        assert_eq!(
            schema["$schema"],
            "https://json-schema.org/draft/2020-12/schema"
        );
        jsonschema::meta::validate(&schema).unwrap();
    }
}

/// Every report there can be, held against the schema and against a stricter one, in which nothing
/// may stand that it does not name.
#[test]
fn what_check_writes_is_what_the_schema_says() {
    let printed = schema("report");
    let mut closed = printed.clone();
    close(&mut closed);
    let validators = [&printed, &closed].map(|schema| jsonschema::validator_for(schema).unwrap());
    let none = "查无此人有限公司";
    let found = [
        "--sandbox",
        COMPANY,
        "--person",
        "张德洲",
        "--id-number",
        "110105194912310021",
    ];
    let mut reports = vec![
        Said::by(&mut check(&found)),
        Said::by(&mut check(&["--sandbox", COMPANY])),
        Said::by(&mut check(&[
            "--sandbox",
            COMPANY,
            "--person",
            "张德洲",
            "--all",
        ])),
        Said::by(&mut check(&["--sandbox", "大量记录测试有限公司", "--all"])),
        Said::by(&mut check(&["--sandbox", none, "--person", "查无此人"])),
        Said::by(&mut check(&["--sandbox", "91320594758983201R"])),
        Said::by(&mut check(&[COMPANY])),
    ];
    let server = Server::start();
    let mut failing = server.zhixing(&["check", COMPANY, "--format", "json"]);
    failing
        .env("QIXIN_SECRET_KEY", "wrong")
        .env("QCC_BASE_URL", "http://127.0.0.1:1");
    reports.push(Said::by(&mut failing));
    let mut reports: Vec<Value> = reports.iter().map(Said::json).collect();
    let nobody = Subject::new(none).person("查无此人");
    reports.push(serde_json::to_value(five_alone(nobody)).unwrap());

    let mut conclusions = Vec::new();
    let mut states = Vec::new();
    for report in &reports {
        for validator in &validators {
            let faults: Vec<String> = validator
                .iter_errors(report)
                .map(|fault| format!("{}: {fault}", fault.instance_path()))
                .collect();
            assert_eq!(faults, Vec::<String>::new());
        }
        conclusions.push(report["conclusion"].as_str().unwrap().to_owned());
        let sources = report["sources"].as_array().unwrap().iter();
        states.extend(sources.map(|source| source["state"].as_str().unwrap().to_owned()));
    }
    // That the above was not all the same.
    for state in ["found", "none", "unavailable", "not_asked"] {
        assert!(states.iter().any(|it| it == state), "{state}");
    }
    for conclusion in ["records_and_may_be_more", "searched_none", "inconclusive"] {
        assert!(
            conclusions.iter().any(|it| it == conclusion),
            "{conclusion}"
        );
    }
}

#[test]
fn the_schema_refuses_what_is_no_report() {
    let validator = jsonschema::validator_for(&schema("report")).unwrap();
    let good = Said::by(&mut check(&["--sandbox", COMPANY])).json();
    let spoil: [fn(&mut Value); 4] = [
        |report| report["conclusion"] = "clean".into(),
        |report| report["sources"][0]["state"] = "empty".into(),
        |report| {
            report.as_object_mut().unwrap().remove("cases");
        },
        |report| report["records"][0]["amount"] = 204_300.into(),
    ];
    assert!(validator.is_valid(&good));
    for spoil in spoil {
        let mut report = good.clone();
        spoil(&mut report);
        assert!(!validator.is_valid(&report));
    }
}

fn check(arguments: &[&str]) -> std::process::Command {
    zhixing(&[&["check", "--format", "json"], arguments].concat())
}

/// Forbids what an object's schema does not name.
fn close(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(close),
        Value::Object(fields) => {
            fields.values_mut().for_each(close);
            if fields.contains_key("properties") {
                fields.insert("additionalProperties".into(), false.into());
            }
        }
        _ => {}
    }
}
