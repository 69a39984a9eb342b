//! The example that the document of 启信宝 prints (5.5, 6.1), typed, unified and written again.
//!
//! Its `sign` cannot be checked, since the secret is not printed; the pipeline is told to go on all the same.

#[path = "../../../tests/support/examples.rs"]
mod support;

use qixin::execution_list_by_name::{Disabled, Item, Reply, Request};
use qixin::zhixing_core::record::{
    Date, Degree, Form, Ground, Kind, PartyType, Record, Role, State,
};
use qixin::zhixing_core::verify::Signature;
use qixin::{Answer, Client, Outcome};
use support::{Canned, json_of};

const EXAMPLE: &str =
    include_str!("../../../schemas/qixin/examples/execution_list_by_name/success.json");

async fn outcome() -> Outcome<Reply> {
    let client: Client = Client::builder()
        .credential("appkey", "AK")
        .credential("secret_key", "SK")
        .transport(Canned(EXAMPLE))
        .dangerously_accept_unverified_replies()
        .build()
        .unwrap();
    client
        .execution_list_by_name(&Request::new("博山鲁星环保机械厂"))
        .await
        .unwrap()
}

fn rows() -> Vec<serde_json::Value> {
    json_of(EXAMPLE)["data"]["items"]
        .as_array()
        .unwrap()
        .clone()
}

fn day(year: u16, month: u8, day: u8) -> Option<Date> {
    Date::new(year, month, day)
}

#[test]
fn the_typed_reply_loses_nothing() {
    let reply: Reply = support::lossless(EXAMPLE);
    support::every_field_is_documented::<Reply>(EXAMPLE);
    insta::assert_json_snapshot!("reply", reply);

    let data = reply.data.get().unwrap();
    assert_eq!((data.total.get(), data.num.get()), (Some(&2), Some(&2)));
    let [first, second] = data.items.as_slice() else {
        panic!("two records are printed")
    };
    // "1：历史公示信息"
    assert_eq!(first.disabled.get(), Some(&Disabled::History));
    assert_eq!(first.number.as_deref(), Some("96574785-6"));
    assert_eq!(second.number.as_deref(), Some("965747856"));
    // Blanks inside a line are data.
    assert_eq!(
        first.case_number.as_deref(),
        Some("（2016）鲁 0304执字第 00086号")
    );
}

#[test]
fn debug_masks_people() {
    let reply: Reply = support::lossless(EXAMPLE);
    let shown = format!("{reply:?}");
    assert!(
        !shown.contains("郎红梅"),
        "the legal representative, whom final_duty names too"
    );
    assert!(shown.contains("淄博市博山区人民法院"));
}

#[tokio::test]
async fn the_unified_records() {
    let outcome = outcome().await;
    let records = outcome.unified();
    insta::assert_json_snapshot!("unified", records);

    support::every_value_is_told(&rows(), &records);
    support::every_field_has_a_place::<Item>(&rows());

    let [first, second]: [Record; 2] = records.try_into().unwrap();
    for record in [&first, &second] {
        assert_eq!(record.kinds, [Kind::Dishonest]);
        // The row does not name the debtor: the question does, and stays with the record.
        assert_eq!(
            record.source.query.get("keyword"),
            Some("博山鲁星环保机械厂")
        );
        assert_eq!(
            (
                record.source.vendor.as_str(),
                record.source.operation.as_str()
            ),
            ("qixin", "execution_list_by_name")
        );
        let subject = record.subject.as_ref().unwrap();
        assert_eq!((subject.role, subject.name.is_none()), (Role::Debtor, true));
        let id = subject.id.as_ref().unwrap();
        assert_eq!(
            id.form(),
            Some(Form::OrganisationCode),
            "with the hyphen and without"
        );
        let standing = record.standing.as_ref().unwrap();
        assert_eq!(
            (standing.state, standing.raw.as_str()),
            (State::Withdrawn, "1")
        );
        let officer = &record.parties[1];
        assert_eq!(
            (officer.role, officer.party_type),
            (Role::ResponsiblePerson, PartyType::Unknown)
        );
        assert_eq!(officer.name.as_deref(), Some("郎红梅"));
        assert_eq!(record.court.as_deref(), Some("淄博市博山区人民法院"));
        assert_eq!(
            record.authority.as_deref(),
            Some("山东省淄博市博山区人民法院")
        );
        assert_eq!(record.province.as_deref(), Some("山东"));
        assert_eq!(
            record.performance.as_ref().unwrap().degree(),
            &Degree::Nothing,
            "全部未履行"
        );
        assert_eq!(
            record.ground.as_ref().unwrap().items(),
            [Ground::OtherwiseAbleButRefuses]
        );
    }
    let case = first.case_number.as_ref().unwrap();
    assert_eq!(case.canonical(), "(2016)鲁0304执字第00086号");
    assert_eq!(case.raw(), "（2016）鲁 0304执字第 00086号");
    assert_eq!(
        first.basis[0].document.canonical(),
        "(2015)博商初字第403号民事判决书"
    );
    assert_eq!(first.filed.as_ref().unwrap().date(), day(2016, 1, 5));
    assert_eq!(first.published.as_ref().unwrap().date(), day(2016, 5, 26));
    assert_eq!(second.filed.as_ref().unwrap().date(), day(2013, 3, 11));
    assert_eq!(second.published.as_ref().unwrap().date(), day(2013, 10, 8));
    // Amounts stand in the obligation's prose alone; none is guessed from it.
    assert!(
        first.amount.is_none()
            && first
                .obligation
                .as_deref()
                .unwrap()
                .contains("144 434.19元")
    );
}

#[test]
fn a_row_without_a_number_has_no_subject_of_its_own() {
    use qixin::zhixing_core::record::{Source, Unify};
    for row in [r#"{"number": "-"}"#, r#"{"number": ""}"#, "{}"] {
        let row: Item = serde_json::from_str(row).unwrap();
        let record = row.unify(Source::new("qixin", "execution_list_by_name"));
        assert_eq!((record.subject, record.parties.len()), (None, 0));
    }
}

#[tokio::test]
async fn the_receipt() {
    let outcome = outcome().await;
    insta::assert_json_snapshot!("receipt", support::facts(&outcome));
    assert_eq!(outcome.answer, Answer::Found);
    assert_eq!(outcome.receipt.signature, Signature::Mismatch);
    assert_eq!(outcome.receipt.order_number, None);
    let completeness = outcome.receipt.completeness;
    assert_eq!(
        (
            completeness.fetched,
            completeness.total,
            completeness.complete
        ),
        (2, Some(2), true)
    );
}
