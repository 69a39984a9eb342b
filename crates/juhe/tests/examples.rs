//! The example that the document of 聚合数据 prints (1、查询), typed, unified and written again.

#[path = "../../../tests/support/examples.rs"]
mod support;

use juhe::person_risk::{ListType, Reply, Request, Risk};
use juhe::zhixing_core::record::{Date, Degree, Kind, PartyType, Role, Source, Unify};
use juhe::{Answer, Client, Outcome};
use support::{Canned, json_of};

const EXAMPLE: &str = include_str!("../../../schemas/juhe/examples/person_risk/success.json");

/// Case number, date and id of the ten records, as printed.
const PRINTED: [(&str, &str, &str); 10] = [
    (
        "(2018)苏0581执5877号",
        "2019-02-27",
        "424e93b460795b5288de982bf37c34062",
    ),
    (
        "(2018)苏0581执4604号",
        "2018-10-26",
        "6368abd91de7eeb4dff779692500abb92",
    ),
    (
        "(2017)苏0581执8177号",
        "2018-08-12",
        "afdf3c080ce9345e51317fc85c6bb9112",
    ),
    (
        "(2018)苏0581执3238号",
        "2018-08-10",
        "280e42b68350038ab779394c118d5ee22",
    ),
    (
        "(2018)苏0581执4983号",
        "2018-08-10",
        "b5b2b69ae88b95a210b9733225af09f22",
    ),
    (
        "(2017)苏0581执8152号",
        "2018-04-11",
        "b1101019c0ff54f6f88869119a826d002",
    ),
    (
        "(2017)苏0581执4172号",
        "2017-11-03",
        "a45269c8df54c2c81124c07edd3743642",
    ),
    (
        "(2017)苏0581执1530号",
        "2017-09-21",
        "1662dd1fd03f950c6813bdcb940c61812",
    ),
    (
        "(2017)苏0581执1526号",
        "2017-09-21",
        "4bed68b037e421d98bc0400ed5af249d2",
    ),
    (
        "(2017)苏0581执1528号",
        "2017-09-21",
        "e441c019cd252e1710e29e88f2f565592",
    ),
];

async fn outcome(list: ListType) -> Outcome<Reply> {
    let client: Client = Client::builder()
        .credential("key", "JKEY")
        .transport(Canned(EXAMPLE))
        .build()
        .unwrap();
    client
        .person_risk(&Request::new("江苏常熟", "张德洲", list))
        .await
        .unwrap()
}

fn rows() -> Vec<serde_json::Value> {
    json_of(EXAMPLE)["result"]["data"]
        .as_array()
        .unwrap()
        .clone()
}

#[test]
fn the_typed_reply_loses_nothing() {
    let reply: Reply = support::lossless(EXAMPLE);
    support::every_field_is_documented::<Reply>(EXAMPLE);
    insta::assert_json_snapshot!("reply", reply);

    assert_eq!(reply.error_code.get(), Some(&0));
    let result = reply.result.get().unwrap();
    assert_eq!(result.total_records.get(), Some(&31));
    assert_eq!(
        result.orderid.as_deref(),
        Some("JH4011908021558278080790"),
        "inside result"
    );
    let printed: Vec<_> = result
        .data
        .as_slice()
        .iter()
        .map(|row| {
            (
                row.case_no.as_deref().unwrap(),
                row.date.as_deref().unwrap(),
                row.id.as_deref().unwrap(),
            )
        })
        .collect();
    assert_eq!(printed, PRINTED);
    assert!(
        PRINTED.iter().all(|(.., id)| id.len() == 33),
        "32 digits and a type"
    );
}

#[test]
fn debug_masks_people() {
    let reply: Reply = support::lossless(EXAMPLE);
    let shown = format!("{reply:?}");
    assert!(!shown.contains("张德洲"));
    assert!(shown.contains("常熟市人民法院"));
}

#[tokio::test]
async fn the_unified_records() {
    let records = outcome(ListType::Dishonest).await.unified();
    insta::assert_json_snapshot!("unified", records);

    support::every_value_is_told(&rows(), &records);
    support::every_field_has_a_place::<Risk>(&rows());

    assert_eq!(records.len(), 10);
    for (record, (case, date, id)) in records.iter().zip(PRINTED) {
        assert_eq!(record.kinds, [Kind::Dishonest], "type 1 was asked");
        assert_eq!(record.source.query.get("type"), Some("1"));
        let subject = record.subject.as_ref().unwrap();
        assert_eq!(
            (subject.role, subject.party_type),
            (Role::Debtor, PartyType::Person)
        );
        assert_eq!(subject.name.as_deref(), Some("张德洲"));
        assert_eq!(record.case_number.as_ref().unwrap().canonical(), case);
        assert_eq!(
            record.published.as_ref().unwrap().date(),
            Date::from_iso(date)
        );
        assert_eq!(record.source.record_id.as_deref(), Some(id));
        assert_eq!(
            record.source.order_number.as_deref(),
            Some("JH4011908021558278080790")
        );
        assert_eq!(record.court.as_deref(), Some("常熟市人民法院"));
        assert_eq!(
            record.performance.as_ref().unwrap().degree(),
            &Degree::Nothing,
            "全部未履行"
        );
        let parts = record.case_number.as_ref().unwrap().parts().unwrap();
        assert_eq!(parts.year, case[1..5].parse::<u16>().ok());
    }
}

#[tokio::test]
async fn the_question_tells_the_list() {
    for (list, kind, role) in [
        (ListType::Dishonest, Kind::Dishonest, Role::Debtor),
        (ListType::Enforced, Kind::Enforced, Role::Debtor),
        (
            ListType::ConsumptionRestricted,
            Kind::ConsumptionRestricted,
            Role::RestrictedPerson,
        ),
    ] {
        for record in outcome(list).await.unified() {
            assert_eq!(
                (record.kinds.as_slice(), record.subject.unwrap().role),
                ([kind].as_slice(), role)
            );
        }
    }
}

#[test]
fn what_a_second_relation_says_is_kept_beside() {
    let row: Risk = serde_json::from_str(
        r#"{"Relation": [{"Type": "1", "TypeDesc": "失信信息", "Value": "全部未履行"}, {"Type": "2", "TypeDesc": "被执行信息", "Value": "88000", "Of": "x"}]}"#,
    )
    .unwrap();
    let record = row.unify(Source::new("juhe", "person_risk"));
    assert_eq!(record.performance.as_ref().unwrap().raw(), "全部未履行");
    let details: Vec<(&str, &str)> = record
        .details
        .iter()
        .map(|it| (it.name.as_str(), it.value.as_str()))
        .collect();
    let expected = [
        ("Relation[0].Type", "1"),
        ("Relation[0].TypeDesc", "失信信息"),
        ("Relation[1].Type", "2"),
        ("Relation[1].TypeDesc", "被执行信息"),
        ("Relation[1].Value", "88000"),
        ("Relation[1].Of", "x"),
    ];
    assert_eq!(details, expected);
}

#[test]
fn what_a_second_relation_says_is_not_told_for_an_unreadable_first() {
    let row: Risk =
        serde_json::from_str(r#"{"Relation": [{"Value": ["全部未履行"]}, {"Value": "88000"}]}"#)
            .unwrap();
    let record = row.unify(Source::new("juhe", "person_risk"));
    assert_eq!(record.performance, None);
    assert_eq!(record.unreadable, ["Relation[0].Value"]);
    let details = record.details.iter();
    let details: Vec<(&str, &str)> = details.map(|it| (&*it.name, &*it.value)).collect();
    let expected = [
        ("Relation[0].Value", r#"["全部未履行"]"#),
        ("Relation[1].Value", "88000"),
    ];
    assert_eq!(details, expected);
}

#[test]
fn the_performance_is_what_is_said_of_the_list_that_was_asked_for() {
    let unify = |row: &str| {
        let row: Risk = serde_json::from_str(row).unwrap();
        let asked = [("type", "3")].into_iter().collect();
        row.unify(Source::new("juhe", "person_risk").with_query(asked))
    };
    let record = unify(
        r#"{"Relation": [{"Type": "1", "Value": "全部未履行"}, {"Type": "3", "Value": "全部已履行"}]}"#,
    );
    assert_eq!(record.performance.unwrap().raw(), "全部已履行");
    let other = &record.details[1];
    assert_eq!(
        (&*other.name, &*other.value),
        ("Relation[0].Value", "全部未履行")
    );
    // What is said of another list alone is not said of this one.
    let record = unify(r#"{"Relation": [{"Type": "1", "Value": "全部未履行"}]}"#);
    assert_eq!(record.performance, None);
    let record = unify(r#"{"Relation": [{"Value": "全部未履行"}]}"#);
    assert_eq!(record.performance.unwrap().raw(), "全部未履行");
}

#[tokio::test]
async fn the_receipt() {
    let outcome = outcome(ListType::Dishonest).await;
    insta::assert_json_snapshot!("receipt", support::facts(&outcome));
    assert_eq!(outcome.answer, Answer::Found);
    let completeness = outcome.receipt.completeness;
    assert_eq!(
        (
            completeness.fetched,
            completeness.total,
            completeness.complete
        ),
        (10, Some(31), false)
    );
}
