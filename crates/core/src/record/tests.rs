//! The record as a whole: its JSON, its masking, and its schema.

use serde_json::json;

use super::*;

/// The first record of the xinshu document, as its mapping would write it.
fn merged_row() -> Record {
    let query = [("q", "上海东虹桥融资担保股份有限公司")]
        .into_iter()
        .collect();
    let source = Source::new("xinshu", "executed_one_key_search")
        .with_query(query)
        .with_order_number("201910281010302331476");
    let mut record = Record::new(source);
    for kind in [
        Kind::Terminated,
        Kind::Dishonest,
        Kind::Enforced,
        Kind::Dishonest,
    ] {
        record.add_kind(kind);
    }
    let subject = Party::named(Role::Debtor, "上海东虹桥融资担保股份有限公司")
        .map(|it| it.with_id("051287830"));
    record.set_subject(subject);
    record.case_number = CaseNumber::parse("(2019)沪 0105 执 00447 号");
    record.add_basis(Basis::parse_for(
        Kind::Enforced,
        "(2017)沪 0105 民初 19914 号",
    ));
    record.add_basis(Basis::parse_for(Kind::Dishonest, "(2017)沪0105民初19914号"));
    record.add_basis(Basis::parse(""));
    record.court = text("上海市长宁区人民法院");
    record.filed = Day::parse("2019-01-08");
    record.closed = Day::parse("2019年05月23日");
    record.amount = Amount::parse("204300");
    record.ground = Grounds::parse("有履行能力而拒不履行生效法律文书确定义务");
    record.performance = Performance::parse("全部未履行");
    record.obligation = Some("返还原告金建敏人民币200,000元".into());
    record.standing = Some(Standing::withdrawn(Kind::Dishonest, "已下架"));
    record.case_state = text("已终本");
    record.add_detail("CourtTel", "67735331");
    record.add_detail("cpwsUrl", "");
    record
}

#[test]
fn json_of_a_merged_row() {
    let party = json!({
        "role": "debtor",
        "name": "上海东虹桥融资担保股份有限公司",
        "id": { "raw": "051287830", "form": "organisation_code", "check": "passed" },
    });
    let judgment = json!({ "year": 2017, "court": "沪0105", "type": "民初", "serial": "19914" });
    let expected = json!({
        "kinds": ["dishonest", "enforced", "terminated"],
        "subject": party,
        "parties": [party],
        "case_number": {
            "raw": "(2019)沪 0105 执 00447 号",
            "canonical": "(2019)沪0105执00447号",
            "parts": { "year": 2019, "court": "沪0105", "type": "执", "serial": "00447" },
        },
        "basis": [
            {
                "document": { "raw": "(2017)沪 0105 民初 19914 号", "canonical": "(2017)沪0105民初19914号", "parts": judgment },
                "kind": "enforced",
            },
            {
                "document": { "raw": "(2017)沪0105民初19914号", "canonical": "(2017)沪0105民初19914号", "parts": judgment },
                "kind": "dishonest",
            },
        ],
        "court": "上海市长宁区人民法院",
        "filed": { "raw": "2019-01-08", "date": "2019-01-08" },
        "closed": { "raw": "2019年05月23日", "date": "2019-05-23" },
        "amount": { "raw": "204300", "yuan": "204300" },
        "ground": { "raw": "有履行能力而拒不履行生效法律文书确定义务", "items": ["able_but_refuses"] },
        "performance": { "raw": "全部未履行", "degree": "nothing" },
        "obligation": "返还原告金建敏人民币200,000元",
        "standing": { "kind": "dishonest", "raw": "已下架", "state": "withdrawn" },
        "case_state": "已终本",
        "source": {
            "vendor": "xinshu",
            "operation": "executed_one_key_search",
            "order_number": "201910281010302331476",
            "query": [{ "name": "q", "value": "上海东虹桥融资担保股份有限公司" }],
        },
        "details": [{ "name": "CourtTel", "value": "67735331" }],
    });
    assert_eq!(serde_json::to_value(merged_row()).unwrap(), expected);
}

#[test]
fn json_reads_back() {
    let record = merged_row();
    let text = serde_json::to_string(&record).unwrap();
    assert_eq!(serde_json::from_str::<Record>(&text).unwrap(), record);
}

/// The debt is enforced as ever, and nobody said otherwise.
#[test]
fn what_is_said_of_one_list_is_said_of_no_other() {
    let record = merged_row();
    assert_eq!(record.state_on(Kind::Dishonest), Some(State::Withdrawn));
    for other in [Kind::Enforced, Kind::Terminated] {
        assert!(record.is(other));
        assert_eq!(record.state_on(other), None);
    }
}

#[test]
fn an_empty_record_still_says_its_kinds_and_source() {
    let record = Record::new(Source::new("qixin", "execution_list_by_name"));
    let expected = json!({ "kinds": [], "source": { "vendor": "qixin", "operation": "execution_list_by_name" } });
    assert_eq!(serde_json::to_value(&record).unwrap(), expected);
    assert_eq!(serde_json::from_value::<Record>(expected).unwrap(), record);
}

#[test]
fn a_contradiction_in_a_file_is_settled_by_the_raw_text() {
    let forged = json!({ "raw": "2019-01-08", "date": "2001-01-01" });
    assert_eq!(
        serde_json::from_value::<Day>(forged).unwrap().date(),
        Date::new(2019, 1, 8)
    );
}

#[test]
fn debug_names_nobody() {
    let shown = format!("{:?}", merged_row());
    for secret in ["东虹桥", "051287830", "金建敏", "67735331"] {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
    assert!(
        shown.contains("204300"),
        "what is no person's stays readable: {shown}"
    );
}

#[cfg(feature = "schemars")]
#[test]
fn schema_accepts_the_names_that_json_has() {
    let schema = serde_json::to_value(schemars::schema_for!(Record)).unwrap();
    assert_eq!(schema["required"], json!(["kinds", "source"]));
    let properties = schema["properties"].as_object().unwrap();
    let record = serde_json::to_value(merged_row()).unwrap();
    for name in record.as_object().unwrap().keys() {
        assert!(properties.contains_key(name), "{name}");
    }
    assert_eq!(properties.len(), 23);
    assert_eq!(
        schema["$defs"]["Day"]["properties"]["date"]["format"],
        "date"
    );
    assert_eq!(schema["$defs"]["Amount"]["required"], json!(["raw"]));
    assert_eq!(
        schema["$defs"]["CaseParts"]["required"],
        json!(["type", "serial"])
    );
}
