//! The examples that the document of 信数 prints (2.4), typed, unified and written again.

#[path = "../../../tests/support/examples.rs"]
mod support;

use support::{Canned, json_of};
use xinshu::executed_one_key_search::{Case, Reply, Request};
use xinshu::zhixing_core::record::{Date, Degree, Ground, Kind, Record, Role, State};
use xinshu::zhixing_core::spec::Class;
use xinshu::{Answer, Client, Error, Outcome};

const EXAMPLE: &str =
    include_str!("../../../schemas/xinshu/examples/executed_one_key_search/success.json");
const FAILURE: &str =
    include_str!("../../../schemas/xinshu/examples/executed_one_key_search/failure.json");
const NAME: &str = "上海东虹桥融资担保股份有限公司";

async fn answered(body: &'static str) -> Result<Outcome<Reply>, Error> {
    let client: Client = Client::builder()
        .credential("apikey", "AKEY")
        .credential("private_key", "PKEY")
        .transport(Canned(body))
        .build()?;
    client.executed_one_key_search(&Request::new(NAME)).await
}

fn rows() -> Vec<serde_json::Value> {
    json_of(EXAMPLE)["data"].as_array().unwrap().clone()
}

#[test]
fn the_typed_reply_loses_nothing() {
    let reply: Reply = support::lossless(EXAMPLE);
    support::every_field_is_documented::<Reply>(EXAMPLE);
    insta::assert_json_snapshot!("reply", reply);

    assert_eq!(reply.rc.as_deref(), Some("0000"));
    let [first, second] = reply.data.as_slice() else {
        panic!("two records are printed")
    };
    assert_eq!(
        first.case_code.as_deref(),
        Some("(2019)沪 0105 执 00447 号")
    );
    assert_eq!(
        first.sxr_gist_id.as_deref(),
        Some("(2017)沪0105民初19914号")
    );
    // Three forms of a date, two of them in one record.
    assert_eq!(first.reg_date.as_deref(), Some("2019-01-08"));
    assert_eq!(first.final_date.as_deref(), Some("2019年05月23日"));
    assert_eq!(second.final_date.as_deref(), Some("2019 年 05 月 10 日"));
    // A line of the document that was wrapped inside a number is joined with nothing.
    assert!(
        first
            .duty
            .as_deref()
            .unwrap()
            .contains("人民币200,000元的利息损失")
    );
}

#[test]
fn debug_masks_people() {
    let reply: Reply = support::lossless(EXAMPLE);
    let shown = format!("{reply:?}");
    for person in ["金建敏", "丁帆帆", NAME] {
        assert!(
            !shown.contains(person),
            "{person} shows: a subject may be a person, and a duty names people"
        );
    }
    assert!(shown.contains("上海市长宁区人民法院"));
}

#[tokio::test]
async fn the_unified_records() {
    let records = answered(EXAMPLE).await.unwrap().unified();
    insta::assert_json_snapshot!("unified", records);

    support::every_value_is_told(&rows(), &records);
    support::every_field_has_a_place::<Case>(&rows());

    let [first, second]: [Record; 2] = records.try_into().unwrap();
    for record in [&first, &second] {
        // One row merges what three lists say of one case, with the two documents that they rest on.
        assert_eq!(
            record.kinds,
            [Kind::Dishonest, Kind::Enforced, Kind::Terminated]
        );
        let bases: Vec<_> = record.basis.iter().map(|basis| basis.kind).collect();
        assert_eq!(bases, [Some(Kind::Enforced), Some(Kind::Dishonest)]);
        let subject = record.subject.as_ref().unwrap();
        assert_eq!(
            (subject.role, subject.name.as_deref()),
            (Role::Debtor, Some(NAME))
        );
        assert_eq!(subject.id.as_ref().unwrap().raw().as_str(), "051287830");
        assert_eq!(
            record.source.order_number.as_deref(),
            Some("201910281010302331476")
        );
        assert_eq!(record.province.as_deref(), Some("上海"));
        assert_eq!(record.case_state.as_deref(), Some("已终本"));
        assert_eq!(
            record.performance.as_ref().unwrap().degree(),
            &Degree::Nothing,
            "全部未履行"
        );
        assert_eq!(
            record.ground.as_ref().unwrap().items(),
            [Ground::AbleButRefuses]
        );
    }
    assert_eq!(
        first.case_number.as_ref().unwrap().canonical(),
        "(2019)沪0105执00447号"
    );
    // Written with blanks for one list and without for the other: one document.
    assert_eq!(first.basis[0].document.raw(), "(2017)沪 0105 民初 19914 号");
    assert_eq!(first.basis[1].document.raw(), "(2017)沪0105民初19914号");
    assert_eq!(
        first.basis[0].document.canonical(),
        first.basis[1].document.canonical()
    );
    assert_eq!(first.filed.as_ref().unwrap().date(), Date::new(2019, 1, 8));
    assert_eq!(
        first.published.as_ref().unwrap().date(),
        Date::new(2019, 4, 3)
    );
    assert_eq!(
        first.closed.as_ref().unwrap().date(),
        Date::new(2019, 5, 23)
    );
    assert_eq!(first.amount.as_ref().unwrap().yuan().unwrap(), "204300");
    assert_eq!(
        first.outstanding.as_ref().unwrap().yuan().unwrap(),
        "204300"
    );
    assert_eq!(
        first.standing.as_ref().unwrap().state,
        State::Current,
        "未下架"
    );

    assert_eq!(
        second.case_number.as_ref().unwrap().canonical(),
        "(2018)沪0114执05058号"
    );
    assert_eq!(
        second.filed.as_ref().unwrap().date(),
        Date::new(2018, 8, 16)
    );
    assert_eq!(
        second.published.as_ref().unwrap().date(),
        Date::new(2019, 5, 9)
    );
    assert_eq!(
        second.closed.as_ref().unwrap().date(),
        Date::new(2019, 5, 10)
    );
    assert_eq!(second.amount.as_ref().unwrap().yuan().unwrap(), "2206004");
    assert_eq!(
        second.standing.as_ref().unwrap().state,
        State::Withdrawn,
        "已下架"
    );
    // 失信状态 is the state of the list of the dishonest: taken off it, the debtor is one still.
    assert_eq!(second.state_on(Kind::Dishonest), Some(State::Withdrawn));
    assert_eq!(second.state_on(Kind::Enforced), None);
    assert_eq!(second.state_on(Kind::Terminated), None);
}

#[tokio::test]
async fn a_row_stands_only_on_the_lists_whose_fields_it_has() {
    let parse = |text: &str| -> Case { serde_json::from_str(text).unwrap() };
    let unify = |row: Case| {
        use xinshu::zhixing_core::record::{Source, Unify};
        row.unify(Source::new("xinshu", "executed_one_key_search"))
            .kinds
    };
    assert_eq!(
        unify(parse(
            r#"{"bzxrGistId": "(2017)沪0105民初1号", "execMoney": "1"}"#
        )),
        [Kind::Enforced]
    );
    assert_eq!(
        unify(parse(r#"{"unexecMoney": "5000"}"#)),
        [Kind::Terminated]
    );
    assert_eq!(
        unify(parse(r#"{"finalDate": "2019-05-23"}"#)),
        [Kind::Terminated]
    );
    assert_eq!(
        unify(parse(
            r#"{"sxrGistId": "x", "performance": "", "bzxrGistId": "-"}"#
        )),
        [Kind::Dishonest]
    );
    // What cannot be read says something all the same.
    assert_eq!(
        unify(parse(r#"{"sxrGistId": {"no": 1}, "execMoney": [5]}"#)),
        [Kind::Dishonest, Kind::Enforced]
    );
    assert_eq!(
        unify(parse(r#"{"status": "已下架"}"#)),
        [Kind::Dishonest],
        "withdrawn is not never listed"
    );
    // What is left in the fields of a list that the case is not of, and what is of no list.
    for row in [
        r#"{"unexecMoney": "0.00", "finalDate": "1900-01-01"}"#,
        r#"{"unexecMoney": "5000", "caseState": "执行中"}"#,
        r#"{"performance": "全部未履行"}"#,
        r#"{"status": "正常"}"#,
    ] {
        assert_eq!(unify(parse(row)), [Kind::Enforced], "{row}");
    }
    let state = |state: &str| unify(parse(&format!(r#"{{"caseState": "{state}"}}"#)));
    for closed in ["已终本", "已终本。", "终本案件", "已终结本次执行程序"] {
        assert_eq!(state(closed), [Kind::Terminated], "{closed}");
    }
    assert_eq!(state("未终本"), [Kind::Enforced]);
    // 终本日期 is of closed cases alone, and a day that cannot be read is one.
    for day in [r#""2019年5月23号""#, r#""2019年5月""#, r#"["2019-05-23"]"#] {
        let row = parse(&format!(r#"{{"finalDate": {day}}}"#));
        assert_eq!(unify(row), [Kind::Terminated], "{day}");
    }
    // Words are neither a day nor money.
    for row in [
        r#"{"finalDate": "未终本", "unexecMoney": "未公布"}"#,
        r#"{"finalDate": "", "unexecMoney": "未知"}"#,
    ] {
        assert_eq!(unify(parse(row)), [Kind::Enforced], "{row}");
    }
    assert_eq!(
        unify(parse(r#"{"entityName": "x"}"#)),
        [Kind::Enforced],
        "the product searches enforcement cases"
    );
}

#[test]
fn a_state_that_the_document_does_not_explain_accuses_nobody() {
    use xinshu::zhixing_core::record::{Source, Unify};
    let unify = |row: &str| {
        let row: Case = serde_json::from_str(row).unwrap();
        row.unify(Source::new("xinshu", "executed_one_key_search"))
    };
    let alone = unify(r#"{"status": "正常"}"#);
    assert_eq!((&alone.standing, alone.details.len()), (&None, 1));
    assert_eq!(alone.details[0].value.as_str(), "正常");
    let listed = unify(r#"{"status": "正常", "sxrGistId": "x"}"#);
    assert_eq!(listed.state_on(Kind::Dishonest), Some(State::Unknown));
}

#[tokio::test]
async fn the_receipt() {
    let outcome = answered(EXAMPLE).await.unwrap();
    insta::assert_json_snapshot!("receipt", support::facts(&outcome));
    assert_eq!(outcome.answer, Answer::Found);
    assert_eq!(
        outcome.receipt.order_number.as_deref(),
        Some("201910281010302331476")
    );
    let completeness = outcome.receipt.completeness;
    assert_eq!(
        (
            completeness.fetched,
            completeness.total,
            completeness.complete
        ),
        (2, None, true)
    );
}

#[tokio::test]
async fn the_failure_is_a_typed_error() {
    let error = answered(FAILURE).await.unwrap_err();
    assert_eq!(
        (error.code(), error.class()),
        (Some("1000"), Some(Class::Auth))
    );
    assert_eq!(error.vendor_message(), Some("apikey 校验失败"));
    // It is a reply of the documented form all the same.
    let reply: Reply = support::lossless(FAILURE);
    support::every_field_is_documented::<Reply>(FAILURE);
    assert!(reply.data.is_missing() && reply.order_no.is_missing());
}
