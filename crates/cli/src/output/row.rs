//! A record as the short texts that tables show.

use zhixing_core::record::{Amount, Day, Record, State};
use zhixing_core::spec::Role;

/// The columns, in order.
pub(crate) const COLUMNS: [&str; 15] = [
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
    "standing_raw",
    "ground",
    "obligation",
];

/// The texts of one record, in the order of [`COLUMNS`]. Where a value was not understood, the
/// vendor's own text stands. Of the standing it is beside what it means: `0` says that a record is on its list at two vendors.
pub(crate) fn row(record: &Record) -> [String; 15] {
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
/// the vendor's.
fn subject(record: &Record) -> String {
    let names: Vec<&str> = record
        .subjects()
        .filter_map(|party| party.name.as_deref())
        .collect();
    if !names.is_empty() {
        return names.join("、");
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
    day.map(|it| {
        it.date()
            .map_or_else(|| it.raw().to_owned(), |date| date.to_string())
    })
    .unwrap_or_default()
}

fn amount(amount: Option<&Amount>) -> String {
    amount
        .map(|it| {
            it.yuan()
                .map_or_else(|| it.raw().to_owned(), |yuan| yuan.to_string())
        })
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use zhixing_core::record::{Kind, Party, Query, Role, Source};

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
}
