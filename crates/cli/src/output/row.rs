//! A record as the short texts that tables show.

use zhixing_core::record::{self, Amount, Day, Record, State};
use zhixing_core::spec::Role;

/// The columns, in order.
pub(crate) const COLUMNS: [&str; 22] = [
    "vendor",
    "lists",
    "subject",
    "case_number",
    "court",
    "filed",
    "published",
    "closed",
    "amount_yuan",
    "outstanding_yuan",
    "performance",
    "standing",
    "standing_list",
    "standing_raw",
    "ground",
    "obligation",
    "filed_raw",
    "published_raw",
    "closed_raw",
    "amount_raw",
    "outstanding_raw",
    "unreadable",
];

/// The texts of one record, in the order of [`COLUMNS`]. A column of days, of yuan or of standings has what was understood and
/// is empty where nothing was: who adds a column up must not add a list of amounts, and `0` says that a record is on its
/// list at two vendors. What the vendor sent has columns of its own, all but that of the standing behind the others. The last
/// column names what came and could not be read, so that an empty cell is not taken for the vendor's silence.
pub(crate) fn row(record: &Record) -> [String; 22] {
    let standing = record.standing.as_ref();
    let lists: Vec<&str> = record.kinds.iter().map(|kind| kind.label()).collect();
    [
        record.source.vendor.clone(),
        lists.join("、"),
        subject(record),
        record
            .case_number
            .as_ref()
            .map(|it| it.canonical().to_owned())
            .unwrap_or_default(),
        record.court.clone().unwrap_or_default(),
        day(record.filed.as_ref()),
        day(record.published.as_ref()),
        day(record.closed.as_ref()),
        amount(record.amount.as_ref()),
        amount(record.outstanding.as_ref()),
        record
            .performance
            .as_ref()
            .map(|it| it.raw().to_owned())
            .unwrap_or_default(),
        standing.map(|it| state(it.state)).unwrap_or_default(),
        standing
            .map(|it| it.kind.label().to_owned())
            .unwrap_or_default(),
        standing.map(|it| it.raw.clone()).unwrap_or_default(),
        record
            .ground
            .as_ref()
            .map(|it| it.raw().to_owned())
            .unwrap_or_default(),
        record
            .obligation
            .as_ref()
            .map(|it| it.as_str().to_owned())
            .unwrap_or_default(),
        sent(record.filed.as_ref().map(Day::raw)),
        sent(record.published.as_ref().map(Day::raw)),
        sent(record.closed.as_ref().map(Day::raw)),
        sent(record.amount.as_ref().map(Amount::raw)),
        sent(record.outstanding.as_ref().map(Amount::raw)),
        record.unreadable.join("、"),
    ]
}

/// The word of JSON.
fn state(state: State) -> String {
    let word = match state {
        State::Current => "current",
        State::Withdrawn => "withdrawn",
        _ => "unknown",
    };
    word.to_owned()
}

/// Whom the record is about where it names them, all of them. Else who was asked about: in brackets, since it is no statement of
/// the vendor's; and nobody where it names others, of whom the one that was asked about may be one: the debtor is not
/// therefore kept from leaving.
fn subject(record: &Record) -> String {
    let names: Vec<&str> = record
        .subjects()
        .filter_map(|party| party.name.as_deref())
        .collect();
    if !names.is_empty() {
        return names.join("、");
    }
    if record.role() == record::Role::RestrictedPerson && !record.parties.is_empty() {
        return String::new();
    }
    let source = &record.source;
    let vendor = zhixing::vendor(&source.vendor).map(|entry| entry.vendor);
    let operation = vendor.and_then(|vendor| vendor.operation(&source.operation));
    // Where a person at a company is asked about, the answer is about the person.
    let parameter = operation.and_then(|it| it.role(Role::Person).or(it.role(Role::Subject)));
    let asked = source.query.parameters();
    asked
        .iter()
        .find(|asked| parameter.is_none_or(|it| it.name == asked.name))
        .map(|asked| format!("({})", asked.value.as_str()))
        .unwrap_or_default()
}

fn day(day: Option<&Day>) -> String {
    let date = day.and_then(Day::date);
    date.map(|date| date.to_string()).unwrap_or_default()
}

fn amount(amount: Option<&Amount>) -> String {
    let yuan = amount.and_then(Amount::yuan);
    yuan.unwrap_or_default().to_owned()
}

fn sent(raw: Option<&str>) -> String {
    raw.unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use zhixing_core::record::{Kind, Party, Query, Role, Source, Standing};

    use super::*;

    #[test]
    fn all_whom_a_record_is_about_are_named() {
        let mut record = Record::new(Source::new("qcc", "limit_exit_check"));
        record.add_kind(Kind::ExitRestricted);
        for name in ["王甲", "李乙"] {
            record.add_party(Party::named(Role::RestrictedPerson, name));
        }
        record.add_party(Party::named(Role::Debtor, "另一家有限公司"));
        assert_eq!(subject(&record), "王甲、李乙");
    }

    /// qcc finds by the debtor's name as well, and the row names nobody who is restricted.
    #[test]
    fn the_debtor_who_was_asked_about_is_not_called_restricted() {
        let query: Query = [("searchKey", "某公司")].into_iter().collect();
        let source = Source::new("qcc", "limit_exit_check").with_query(query);
        let mut record = Record::new(source);
        record.add_kind(Kind::ExitRestricted);
        assert_eq!(subject(&record), "(某公司)");
        record.add_party(Party::named(Role::Debtor, "某公司"));
        assert_eq!(subject(&record), "");
    }

    /// juhe is asked about a person at a company: nobody may take its row for one about the company.
    #[test]
    fn who_was_asked_about_stands_in_brackets() {
        let asked = [("keyword", "某公司"), ("realname", "张三"), ("type", "1")];
        let query: Query = asked.into_iter().collect();
        let source = Source::new("juhe", "person_risk").with_query(query);
        assert_eq!(subject(&Record::new(source)), "(张三)");
        let query: Query = [("skip", "0"), ("keyword", "某公司")].into_iter().collect();
        let source = Source::new("qixin", "execution_list_by_name").with_query(query);
        assert_eq!(subject(&Record::new(source)), "(某公司)");
    }

    /// A sum over `amount_yuan` must not take in what is no amount, and no filter on days what is no day.
    #[test]
    fn a_column_with_a_unit_holds_what_was_understood_and_another_what_was_sent() {
        let mut record = Record::new(Source::new("xinshu", "executed_one_key_search"));
        record.amount = Amount::parse("88000,3760,8000万元");
        record.outstanding = Amount::parse("20.43万元");
        record.filed = Day::parse("1970-01-01");
        record.published = Day::parse("2019年05月23日");
        record.standing = Some(Standing::withdrawn(Kind::Dishonest, "已下架"));
        let row = row(&record);
        let cell = |name: &str| {
            let place = COLUMNS.iter().position(|column| *column == name);
            row[place.expect("the column")].as_str()
        };
        for (column, understood, sent) in [
            ("amount", "", "88000,3760,8000万元"),
            ("outstanding", "204300", "20.43万元"),
            ("filed", "", "1970-01-01"),
            ("published", "2019-05-23", "2019年05月23日"),
            ("closed", "", ""),
            ("standing", "withdrawn", "已下架"),
        ] {
            let unit = format!("{column}_yuan");
            let named = if COLUMNS.contains(&unit.as_str()) {
                &unit
            } else {
                column
            };
            assert_eq!(cell(named), understood, "{column}");
            assert_eq!(cell(&format!("{column}_raw")), sent, "{column}");
        }
        assert_eq!(cell("standing_list"), "失信被执行人");
    }
}
