//! Two vendors, one case, by hand.

use zhixing_core::record::{
    Amount, Basis, CaseNumber, Day, Grounds, Kind, Party, Performance, Source, Standing,
};

use super::*;

fn record(vendor: &str, kind: Kind, number: &str, court: Option<&str>) -> Record {
    let mut record = Record::new(Source::new(vendor, "operation"));
    record.add_kind(kind);
    record.case_number = CaseNumber::parse(number);
    record.court = court.map(str::to_owned);
    record
}

#[test]
fn one_case_is_one_case_however_it_is_written() {
    let mut xinshu = record(
        "xinshu",
        Kind::Enforced,
        "(2019)沪 0105 执 00447 号",
        Some("上海市长宁区人民法院"),
    );
    xinshu.add_kind(Kind::Terminated);
    xinshu.amount = Amount::parse("204300");
    xinshu.published = Day::parse("2019年04月03日");
    let mut cloudmarket = record(
        "cloudmarket",
        Kind::Dishonest,
        "（2019）沪0105执447号",
        None,
    );
    cloudmarket.amount = Amount::parse("20.43万元");
    cloudmarket.published = Day::parse("2019-04-02");
    // The same document, once with the word for what it is behind its number.
    xinshu.add_basis(Basis::parse("(2017)沪0105民初19914号"));
    cloudmarket.add_basis(Basis::parse("（2017）沪0105民初19914号民事判决书"));
    let cases = cases(&[xinshu, cloudmarket]);
    assert_eq!(cases.len(), 1);
    let case = &cases[0];
    assert_eq!(case.case_number.as_deref(), Some("(2019)沪0105执00447号"));
    let lists: Vec<Kind> = case.lists.iter().map(|list| list.kind).collect();
    assert_eq!(lists, [Kind::Dishonest, Kind::Enforced, Kind::Terminated]);
    assert_eq!(case.vendors, ["xinshu", "cloudmarket"]);
    assert_eq!(case.independent_vendors, 2);
    assert_eq!(case.records, [0, 1]);
    // The same amount in two spellings agrees; the days differ and both are kept.
    let disagreements: Vec<&str> = case
        .disagreements()
        .map(|field| field.field.as_str())
        .collect();
    assert_eq!(disagreements, ["published"]);
    let published = case.disagreements().next().unwrap();
    let said: Vec<(&str, &str)> = published
        .values
        .iter()
        .map(|it| (it.value.as_str(), it.said_by[0].vendor.as_str()))
        .collect();
    assert_eq!(
        said,
        [("2019-04-03", "xinshu"), ("2019-04-02", "cloudmarket")]
    );
}

#[test]
fn another_court_or_another_role_is_another_case() {
    let one = record(
        "qixin",
        Kind::Dishonest,
        "(2019)沪0105执447号",
        Some("甲法院"),
    );
    let two = record(
        "qixin",
        Kind::Dishonest,
        "(2019)沪0105执447号",
        Some("乙法院"),
    );
    let nowhere = record("qcc", Kind::Dishonest, "(2019)沪0105执447号", None);
    let mut restricted = record(
        "qcc",
        Kind::ExitRestricted,
        "(2019)沪0105执447号",
        Some("甲法院"),
    );
    restricted.set_subject(Party::named(Role::RestrictedPerson, "王某"));
    // With two courts nobody knows to which the record without one belongs.
    let four = [one.clone(), two, nowhere.clone(), restricted];
    assert_eq!(cases(&four).len(), 4);
    // With one it is that one, but where the court may be what could not be read.
    assert_eq!(cases(&[one.clone(), nowhere.clone()]).len(), 1);
    let mut unread = nowhere;
    unread.unreadable.push("Court".to_owned());
    assert_eq!(cases(&[one, unread]).len(), 2);
}

#[test]
fn what_has_no_number_to_match_by_stays_alone() {
    let masked = record(
        "qcc",
        Kind::ExitRestricted,
        "(2018) xxxxxxxx 号",
        Some("上海海事法院"),
    );
    let none = record("qcc", Kind::ExitRestricted, "", Some("上海海事法院"));
    assert_eq!(cases(&[masked.clone(), masked, none]).len(), 3);
}

#[test]
fn vendors_that_may_share_a_source_count_once() {
    let juhe = record("juhe", Kind::Dishonest, "(2018)苏0581执5877号", None);
    let qcc = record("qcc", Kind::Dishonest, "(2018)苏0581执5877号", None);
    let case = &cases(&[juhe, qcc])[0];
    assert_eq!((case.vendors.len(), case.independent_vendors), (2, 1));
}

/// What was understood is compared by what it means: another word for it is no disagreement.
#[test]
fn two_words_for_one_thing_agree() {
    let said = |vendor, performance, ground| {
        let mut record = record(vendor, Kind::Dishonest, "(2019)沪0105执447号", None);
        record.performance = Performance::parse(performance);
        record.ground = Grounds::parse(ground);
        record
    };
    let first = said("qixin", "部分履行", "违反财产报告制度");
    let agrees = said("xinshu", "部分未履行", "违反财产报告制度的");
    let differs = said("cloudmarket", "全部未履行", "违反限制消费令");
    let count = |records: &[Record]| cases(records)[0].disagreements().count();
    assert_eq!(count(&[first.clone(), agrees]), 0);
    assert_eq!(count(&[first, differs]), 2);
}

/// A merged row is withdrawn from one of its lists: of the others nobody says so, and another vendor that calls an
/// entry on one of them current does not disagree.
#[test]
fn what_is_withdrawn_from_one_list_is_not_withdrawn_from_the_others() {
    let number = "(2018)沪0114执5058号";
    let mut xinshu = record("xinshu", Kind::Dishonest, number, None);
    xinshu.add_kind(Kind::Enforced);
    xinshu.add_kind(Kind::Terminated);
    xinshu.standing = Some(Standing::withdrawn(Kind::Dishonest, "已下架"));
    let mut other = record("other", Kind::Enforced, number, None);
    other.standing = Some(Standing::current(Kind::Enforced, "1"));
    let listed = |records: &[Record]| -> Vec<(Kind, Listing)> {
        let lists = cases(records)[0].lists.clone();
        lists
            .iter()
            .map(|list| (list.kind, list.standing))
            .collect()
    };
    assert_eq!(
        listed(&[xinshu.clone(), other.clone()]),
        [
            (Kind::Dishonest, Listing::Withdrawn),
            (Kind::Enforced, Listing::Current),
            (Kind::Terminated, Listing::Unknown),
        ]
    );
    let records = [xinshu.clone(), other];
    assert_eq!(cases(&records)[0].disagreements().count(), 0);
    // A second vendor of the same list that has it, and one that does not say.
    let mut qixin = record("qixin", Kind::Dishonest, number, None);
    let silent = listed(&[xinshu.clone(), qixin.clone()]);
    assert_eq!(silent[0], (Kind::Dishonest, Listing::Unsettled));
    qixin.standing = Some(Standing::current(Kind::Dishonest, "0"));
    let both = [xinshu, qixin];
    assert_eq!(listed(&both)[0], (Kind::Dishonest, Listing::Unsettled));
    let case = &cases(&both)[0];
    let disagreement = case.disagreements().next().expect("they differ");
    assert_eq!(disagreement.field, "standing_dishonest");
}

#[test]
fn the_standing_on_every_list_is_told() {
    for kind in Kind::ALL {
        let mut row = record("xinshu", kind, "(2018)沪0114执5058号", None);
        row.standing = Some(Standing::unknown(kind, "?"));
        let field = format!("standing_{}", kind.code());
        let cases = cases(&[row]);
        assert!(
            cases[0].fields.iter().any(|it| it.field == field),
            "{field}"
        );
    }
}

/// Two persons who may not leave are not the debtor, and both are told.
#[test]
fn a_row_about_several_is_a_case_in_their_role() {
    let mut row = record("qcc", Kind::ExitRestricted, "(2019)沪0105执447号", None);
    for name in ["王甲", "李乙"] {
        row.add_party(Party::named(Role::RestrictedPerson, name));
    }
    row.add_party(Party::named(Role::Debtor, "另一家有限公司"));
    let cases = cases(&[row]);
    assert_eq!(cases[0].role, Role::RestrictedPerson);
    let subject = cases[0].fields.iter().find(|it| it.field == "subject");
    let subject = subject.expect("they are named");
    assert_eq!(subject.values[0].value.as_str(), "李乙、王甲");
}

/// A vendor may send a word of ours, and a text that reads like a value of ours: neither is one.
#[test]
fn a_text_that_was_not_understood_equals_no_reading() {
    let said = |vendor, performance, ground, amount, published| {
        let mut record = record(vendor, Kind::Dishonest, "(2019)沪0105执447号", None);
        record.performance = Performance::parse(performance);
        record.ground = Grounds::parse(ground);
        record.amount = Amount::parse(amount);
        record.published = Day::parse(published);
        record
    };
    let known = said("qixin", "未履行", "违反限制消费令", "5.00", "2019-01-01");
    let unknown = said(
        "xinshu",
        "nothing",
        "breaches_consumption_restriction",
        "5.",
        "2019-13-01",
    );
    let others = said("cloudmarket", "尚未", "其他", "约 5", "不详");
    let cases = cases(&[known, unknown, others]);
    let fields = &cases[0].fields;
    assert_eq!(fields.len(), 4);
    for field in fields {
        assert_eq!(field.values.len(), 3, "{field:?}");
        let a_value = ["amount", "published"].contains(&field.field.as_str());
        let normalised = field.values.iter().map(|value| value.normalised);
        assert!(normalised.eq([a_value, false, false]), "{field:?}");
    }
}

/// Whose standing it is must be told where one case has two debtors: the vendor is the same.
#[test]
fn a_value_names_the_records_that_say_it() {
    use zhixing_core::record::Standing;
    let debtor = |name: &str, standing: Standing| {
        let mut record = record(
            "cloudmarket",
            Kind::Dishonest,
            "(2019)沪0105执447号",
            Some("甲法院"),
        );
        record.set_subject(Party::named(Role::Debtor, name));
        record.standing = Some(standing);
        record
    };
    let records = [
        debtor("某某公司", Standing::current(Kind::Dishonest, "0")),
        debtor("乙公司", Standing::withdrawn(Kind::Dishonest, "1")),
        debtor("某某公司", Standing::current(Kind::Dishonest, "0")),
    ];
    let [case] = &cases(&records)[..] else {
        panic!("one case");
    };
    let standing = case
        .fields
        .iter()
        .find(|it| it.field == "standing_dishonest");
    let said: Vec<(&str, &[usize])> = standing
        .unwrap()
        .values
        .iter()
        .map(|it| (it.value.as_str(), it.said_by[0].records.as_slice()))
        .collect();
    assert_eq!(said, [("current", &[0, 2][..]), ("withdrawn", &[1])]);
}

/// A court that was copied out of a web page is the same court.
#[test]
fn marks_of_no_width_divide_no_court() {
    let court = |court| record("qixin", Kind::Dishonest, "(2019)沪0105执447号", Some(court));
    let copied = court("甲\u{200b}法院");
    assert_eq!(cases(&[court("甲法院"), copied]).len(), 1);
}
