//! The example that the document of 企查查 prints (6.3.1), typed, unified and written again. The vendor masked its
//! values with `xxx`.

#[path = "../../../tests/support/examples.rs"]
mod support;

use qcc::limit_exit_check::{Reply, Request, Restriction, VerifyResult};
use qcc::zhixing_core::record::{Date, Kind, Record, Role, Source, Unify};
use qcc::{Answer, Client, Outcome};
use support::{Canned, json_of};

const EXAMPLE: &str = include_str!("../../../schemas/qcc/examples/limit_exit_check/success.json");

async fn outcome() -> Outcome<Reply> {
    let client: Client = Client::builder()
        .credential("key", "QK")
        .credential("secret_key", "QS")
        .transport(Canned(EXAMPLE))
        .build()
        .unwrap();
    // The printed page holds one record of three: it was asked for with a page size of 1.
    client
        .limit_exit_check(&Request::new("xxxxxxx").page_size(1))
        .await
        .unwrap()
}

fn rows() -> Vec<serde_json::Value> {
    json_of(EXAMPLE)["Result"]["Data"]
        .as_array()
        .unwrap()
        .clone()
}

#[test]
fn the_typed_reply_loses_nothing() {
    let reply: Reply = support::lossless(EXAMPLE);
    support::every_field_is_documented::<Reply>(EXAMPLE);
    insta::assert_json_snapshot!("reply", reply);

    // The document lacks a brace: these five are siblings.
    assert_eq!(reply.status.as_deref(), Some("200"));
    assert_eq!(reply.message.as_deref(), Some("【有效请求】查询成功"));
    assert_eq!(reply.paging.get().unwrap().total_records.get(), Some(&3));
    let result = reply.result.get().unwrap();
    assert_eq!(
        result.verify_result.get(),
        Some(&VerifyResult::Exists),
        "1-存在"
    );
    assert_eq!(result.data.as_slice().len(), 1);
}

#[test]
fn debug_masks_people() {
    let reply: Reply = support::lossless(EXAMPLE);
    let shown = format!("{reply:?}");
    for person in ["王 xxx", "xxxxxxx 有限公司", "xxxxxxxxxxxxx 东侧"] {
        assert!(!shown.contains(person), "{person} shows");
    }
    assert!(shown.contains("上海海事法院"));
}

#[tokio::test]
async fn the_unified_records() {
    let records = outcome().await.unified();
    insta::assert_json_snapshot!("unified", records);

    support::every_value_is_told(&rows(), &records);
    support::every_field_has_a_place::<Restriction>(&rows());

    let [record]: [Record; 1] = records.try_into().unwrap();
    assert_eq!(record.kinds, [Kind::ExitRestricted]);
    let parties: Vec<_> = record
        .parties
        .iter()
        .map(|party| {
            (
                party.role,
                party.name.as_deref().unwrap(),
                party.vendor_id.as_deref().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        parties,
        [
            // LimitList, ExecutedList, ApplicantList
            (Role::RestrictedPerson, "王 xxx", "xxxxxxxxxxxxc0f"),
            (Role::Debtor, "xxxxxxx 有限公司", "xxxxxxxxxxdd2014424"),
            (Role::Applicant, "xxxxxxx 有限公司", "xxxxxxxxxx04851498e"),
        ]
    );
    assert_eq!(record.subject.as_ref(), Some(&record.parties[0]));
    // A masked case number is kept raw.
    let case = record.case_number.as_ref().unwrap();
    assert_eq!((case.raw(), case.parts()), ("(2018) xxxxxxxx 号", None));
    assert_eq!(
        record.amount.as_ref().unwrap().yuan().unwrap(),
        "1120000",
        "执行标的金额（元）"
    );
    assert_eq!(record.court.as_deref(), Some("上海海事法院"));
    assert_eq!(
        record.published.as_ref().unwrap().date(),
        Date::new(2019, 1, 8)
    );
    assert_eq!(
        record.source.order_number.as_deref(),
        Some("LIMITEXITCHECK2021082311552393530756")
    );
    assert_eq!(record.source.query.get("searchKey"), Some("xxxxxxx"));
    let details: Vec<_> = record
        .details
        .iter()
        .map(|it| (it.name.as_str(), it.value.as_str()))
        .collect();
    assert_eq!(
        details,
        [
            ("ExecutedAddress", "xxxxxxxxxxxxx 东侧"),
            ("CourtTel", "67735331")
        ]
    );
}

#[test]
fn where_several_may_not_leave_none_of_them_is_the_subject() {
    let row: Restriction = serde_json::from_str(
        r#"{"LimitList": [{"Name": "甲", "KeyNo": "1"}, {"Name": "乙", "KeyNo": ""}]}"#,
    )
    .unwrap();
    let record = row.unify(Source::new("qcc", "limit_exit_check"));
    assert_eq!(record.subject, None);
    let names: Vec<_> = record
        .parties
        .iter()
        .map(|party| party.name.as_deref())
        .collect();
    assert_eq!(names, [Some("甲"), Some("乙")]);
    assert_eq!(
        (record.role(), record.subjects().count()),
        (Role::RestrictedPerson, 2)
    );
}

/// Names are masked, so that two who are called alike can be two; one number is one.
#[test]
fn two_of_one_name_are_two_unless_they_have_one_number() {
    let row: Restriction = serde_json::from_str(
        r#"{"LimitList": [{"Name": "王某", "KeyNo": ""}, {"Name": "王某", "KeyNo": ""}],
            "ExecutedList": [{"Name": "乙公司", "KeyNo": "7"}, {"Name": "乙公司", "KeyNo": "7"}]}"#,
    )
    .unwrap();
    let record = row.unify(Source::new("qcc", "limit_exit_check"));
    assert_eq!((&record.subject, record.parties.len()), (&None, 3));
}

/// A list that says that there is nothing costs no row of those that were paid for.
#[test]
fn a_list_that_is_spelled_as_nothing_is_empty() {
    for nothing in ["-", "无", "暂无", "[]", "null", " "] {
        let row: Restriction =
            serde_json::from_str(&format!(r#"{{"LimitList": "{nothing}", "CaseNo": "x"}}"#))
                .unwrap();
        assert_eq!(row.limit_list.as_slice().len(), 0, "{nothing:?}");
        let record = row.unify(Source::new("qcc", "limit_exit_check"));
        assert!(record.unreadable.is_empty(), "{nothing:?}");
    }
    assert!(serde_json::from_str::<Restriction>(r#"{"LimitList": "王某"}"#).is_err());
}

/// A line of the list that says nothing of anybody does not make two of one.
#[test]
fn who_stands_alone_beside_a_blank_is_the_subject() {
    let row: Restriction = serde_json::from_str(
        r#"{"LimitList": [{"Name": "甲"}, {"Name": "-"}], "ExecutedList": [{"Name": "乙公司"}]}"#,
    )
    .unwrap();
    let record = row.unify(Source::new("qcc", "limit_exit_check"));
    let subject = record.subject.as_ref().and_then(|it| it.name.as_deref());
    assert_eq!((subject, record.parties.len()), (Some("甲"), 2));
}

/// Another who cannot be read, or whom the document does not know how to name, is somebody all the same.
#[test]
fn who_stands_beside_somebody_unreadable_is_not_the_subject() {
    let unreadable: &[&str] = &["LimitList[1].Name"];
    for (other, unreadable) in [
        (r#"{"Name": ["乙"]}"#, unreadable),
        (r#"{"PersonName": "乙"}"#, &[]),
    ] {
        let row = format!(r#"{{"LimitList": [{{"Name": "甲"}}, {other}]}}"#);
        let row: Restriction = serde_json::from_str(&row).unwrap();
        let record = row.unify(Source::new("qcc", "limit_exit_check"));
        assert_eq!((record.subject, record.parties.len()), (None, 1), "{other}");
        assert_eq!(record.details.len(), 1, "{other}");
        // What the document does not list is none of its fields that cannot be read.
        assert_eq!(record.unreadable, unreadable, "{other}");
    }
}

/// One telephone number in three lists, the debtor's among them: whose it is makes the difference.
#[test]
fn what_is_said_of_a_party_beyond_the_document_names_the_party() {
    let row: Restriction = serde_json::from_str(
        r#"{"LimitList": [{"Name": "王甲"}, {"Name": "李乙", "Phone": "1"}],
            "ExecutedList": [{"Name": "某公司", "Phone": "2", "Address": {"City": "x"}}],
            "ApplicantList": [{"Name": "赵丙", "Phone": "3"}], "Phone": "4"}"#,
    )
    .unwrap();
    let record = row.unify(Source::new("qcc", "limit_exit_check"));
    let details: Vec<(&str, &str)> = record
        .details
        .iter()
        .map(|it| (it.name.as_str(), it.value.as_str()))
        .collect();
    let expected = [
        ("LimitList[1].Phone", "1"),
        ("ExecutedList[0].Address", r#"{"City":"x"}"#),
        ("ExecutedList[0].Phone", "2"),
        ("ApplicantList[0].Phone", "3"),
        ("Phone", "4"),
    ];
    assert_eq!(details, expected);
}

#[test]
fn a_party_with_a_number_and_no_name_is_kept() {
    let row: Restriction =
        serde_json::from_str(r#"{"ExecutedList": [{"Name": "", "KeyNo": "abc0"}]}"#).unwrap();
    let record = row.unify(Source::new("qcc", "limit_exit_check"));
    assert_eq!(record.parties.len(), 1);
    assert_eq!(
        (
            record.parties[0].role,
            record.parties[0].vendor_id.as_deref()
        ),
        (Role::Debtor, Some("abc0"))
    );
}

#[tokio::test]
async fn the_receipt() {
    let outcome = outcome().await;
    insta::assert_json_snapshot!("receipt", support::facts(&outcome));
    assert_eq!(outcome.answer, Answer::Found);
    let completeness = outcome.receipt.completeness;
    assert_eq!(
        (
            completeness.fetched,
            completeness.total,
            completeness.complete
        ),
        (1, Some(3), false)
    );
}
