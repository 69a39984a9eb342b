//! The example that the fifth document prints (1.1.3), typed, unified and written again.

#[path = "../../../tests/support/examples.rs"]
mod support;

use cloudmarket::dishonest::{DebtorType, Item, OfficialSite, Reply, RepresentativeType, Request};
use cloudmarket::zhixing_core::record::{
    Date, Degree, Form, Ground, Kind, PartyType, Record, Role, Source, State, Unify,
};
use cloudmarket::zhixing_core::wire::{Empty, Field};
use cloudmarket::{Answer, Client, Outcome};
use support::{Canned, json_of};

const EXAMPLE: &str = include_str!("../../../schemas/cloudmarket/examples/dishonest/success.json");
const NAME: &str = "乐视云计算有限公司";

async fn outcome() -> Outcome<Reply> {
    let client: Client = Client::builder()
        .credential("appcode", "CODE")
        .base_url("https://market.invalid/list")
        .transport(Canned(EXAMPLE))
        .build()
        .unwrap();
    client.dishonest(&Request::new(NAME)).await.unwrap()
}

fn rows() -> Vec<serde_json::Value> {
    json_of(EXAMPLE)["result"]["items"]
        .as_array()
        .unwrap()
        .clone()
}

#[test]
fn the_typed_reply_loses_nothing() {
    let reply: Reply = support::lossless(EXAMPLE);
    support::every_field_is_documented::<Reply>(EXAMPLE);
    insta::assert_json_snapshot!("reply", reply);

    assert_eq!(reply.code.get(), Some(&0));
    let result = reply.result.get().unwrap();
    assert_eq!(result.total.get(), Some(&30));
    let [first, second] = result.items.as_slice() else {
        panic!("two records are printed")
    };
    assert_eq!(first.status.get(), Some(&OfficialSite::Present), "0:存在");
    assert_eq!(first.type_.get(), Some(&DebtorType::Company), "1 代表公司");
    // null, "" and a string that holds JSON stay apart.
    assert_eq!(first.legel_id, Field::Empty(Empty::Null));
    assert_eq!(first.gistunit, Field::Empty(Empty::Text));
    assert_eq!(
        first
            .staff
            .get()
            .unwrap()
            .parse::<Vec<serde_json::Value>>()
            .unwrap(),
        Vec::<serde_json::Value>::new()
    );
    // Above 32 bits.
    assert_eq!(second.legel_id.get(), Some(&5_104_447_134));
    assert_eq!(
        second.legel_type.get(),
        Some(&RepresentativeType::Person),
        "2:人"
    );
    assert_eq!(second.legel_toco.get(), Some(&1));
}

#[test]
fn debug_masks_people() {
    let reply: Reply = support::lossless(EXAMPLE);
    let shown = format!("{reply:?}");
    // iname may be a person (type 0), cardnum an identity number, and duty names people.
    for personal in [NAME, "30637425-9", "时趣互动"] {
        assert!(!shown.contains(personal), "{personal} shows");
    }
    assert!(shown.contains("宿迁市宿豫区人民法院"));
}

#[tokio::test]
async fn the_unified_records() {
    let records = outcome().await.unified();
    insta::assert_json_snapshot!("unified", records);

    support::every_value_is_told(&rows(), &records);
    support::every_field_has_a_place::<Item>(&rows());

    let [first, second]: [Record; 2] = records.try_into().unwrap();
    for record in [&first, &second] {
        assert_eq!(record.kinds, [Kind::Dishonest]);
        let subject = record.subject.as_ref().unwrap();
        assert_eq!(
            (subject.role, subject.party_type),
            (Role::Debtor, PartyType::Organisation)
        );
        assert_eq!(
            (subject.name.as_deref(), subject.vendor_id.as_deref()),
            (Some(NAME), Some("26900010"))
        );
        let standing = record.standing.as_ref().unwrap();
        assert_eq!(
            (standing.state, standing.raw.as_str()),
            (State::Current, "0"),
            "0 is: still on the official site"
        );
        assert_eq!(
            record.performance.as_ref().unwrap().degree(),
            &Degree::Nothing,
            "全部未履行"
        );
        assert_eq!(
            (&record.performed_part, &record.unperformed_part),
            (&None, &None)
        );
        assert_eq!(record.source.order_number, None);
    }
    // Milliseconds at midnight in Beijing, the evening before in London:
    // python3 -c "import datetime as d; z=d.timezone(d.timedelta(hours=8))
    // for m in 1676390400000, 1697990400000, 1554048000000, 1555344000000: print(d.datetime.fromtimestamp(m/1000, z))"
    assert_eq!(first.filed.as_ref().unwrap().date(), Date::new(2023, 2, 15));
    assert_eq!(
        first.published.as_ref().unwrap().date(),
        Date::new(2023, 10, 23)
    );
    assert_eq!(second.filed.as_ref().unwrap().date(), Date::new(2019, 4, 1));
    assert_eq!(
        second.published.as_ref().unwrap().date(),
        Date::new(2019, 4, 16)
    );

    assert_eq!(
        first.case_number.as_ref().unwrap().canonical(),
        "(2023)苏1311执705号"
    );
    assert_eq!(
        first.basis[0].document.canonical(),
        "(2022)苏1311民初3200号"
    );
    assert_eq!(first.court.as_deref(), Some("宿迁市宿豫区人民法院"));
    assert_eq!(
        (&first.authority, &first.ground),
        (&None, &None),
        "empty in the example"
    );
    assert_eq!(first.subject.as_ref().unwrap().id, None);
    assert_eq!(first.province.as_deref(), Some("江苏"));
    assert_eq!(first.source.record_id.as_deref(), Some("30778596"));

    assert_eq!(
        second.case_number.as_ref().unwrap().canonical(),
        "(2019)京0105执13494号"
    );
    assert_eq!(second.authority.as_deref(), Some("北京市朝阳区人民法院"));
    assert_eq!(
        second.ground.as_ref().unwrap().items(),
        [Ground::AbleButRefuses]
    );
    let id = second.subject.as_ref().unwrap().id.as_ref().unwrap();
    assert_eq!(
        (id.raw().as_str(), id.form()),
        ("30637425-9", Some(Form::OrganisationCode))
    );
    // 法人 id without 法人、负责人姓名: known by number alone, and a person (legelType 2:人).
    let officer = &second.parties[1];
    assert_eq!(
        (officer.role, officer.party_type),
        (Role::ResponsiblePerson, PartyType::Person)
    );
    assert_eq!(
        (officer.name.as_deref(), officer.vendor_id.as_deref()),
        (None, Some("5104447134"))
    );
    assert_eq!(first.parties.len(), 1, "null in the example");
    assert_eq!(second.source.record_id.as_deref(), Some("13989961"));
}

#[test]
fn a_zero_numbers_nobody_and_days_before_2001_are_days() {
    let row: Item = serde_json::from_str(
        r#"{"iname": "甲公司", "cid": 0, "legelId": 0, "regdate": 928166400000}"#,
    )
    .unwrap();
    let record = row.unify(Source::new("cloudmarket", "dishonest"));
    assert_eq!(record.parties.len(), 1);
    assert_eq!(record.parties[0].vendor_id, None);
    // TZ=Asia/Shanghai date -d @928166400
    assert_eq!(record.filed.unwrap().date(), Date::new(1999, 6, 1));
}

#[test]
fn a_day_that_is_no_number_is_read_as_it_is_written() {
    let unify = |day: &str| {
        let row: Item = serde_json::from_str(&format!(r#"{{"regdate": {day}}}"#)).unwrap();
        row.unify(Source::new("cloudmarket", "dishonest"))
    };
    let record = unify(r#""2023年02月15日""#);
    let filed = record.filed.unwrap();
    assert_eq!(filed.date(), Date::new(2023, 2, 15));
    assert_eq!(filed.raw(), "2023年02月15日");
    // Once it was read it is nothing that could not be.
    assert_eq!((record.details.len(), record.unreadable.len()), (0, 0));
    for (sent, kept) in [(r#""-""#, "-"), (r#"{"day": 1}"#, r#"{"day":1}"#)] {
        let odd = unify(sent);
        assert_eq!(odd.filed, None);
        let [detail] = &odd.details[..] else {
            panic!("{:?}", odd.details)
        };
        assert_eq!(
            (detail.name.as_str(), detail.value.as_str()),
            ("regdate", kept)
        );
        assert_eq!(odd.unreadable, ["regdate"]);
    }
}

#[test]
fn a_representative_is_a_party() {
    let row: Item = serde_json::from_str(
        r#"{"iname": "某某", "type": "0", "status": 1, "businessentity": "王五", "legelId": 5104447134, "legelType": 2}"#,
    )
    .unwrap();
    let record = row.unify(Source::new("cloudmarket", "dishonest"));
    assert_eq!(
        record.subject.as_ref().unwrap().party_type,
        PartyType::Person,
        "0 代表人"
    );
    assert_eq!(
        record.standing.as_ref().unwrap().state,
        State::Withdrawn,
        "1:不存在"
    );
    let officer = &record.parties[1];
    assert_eq!(
        (officer.role, officer.party_type),
        (Role::ResponsiblePerson, PartyType::Person)
    );
    assert_eq!(
        (officer.name.as_deref(), officer.vendor_id.as_deref()),
        (Some("王五"), Some("5104447134"))
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
        (2, Some(30), false)
    );
}
