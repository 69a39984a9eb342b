//! A record as the short texts that tables show.

use zhixing_core::record::{Amount, Day, Record};

/// The columns, in order.
pub(crate) const COLUMNS: [&str; 14] = [
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
    "ground",
    "obligation",
];

/// The texts of one record, in the order of [`COLUMNS`]. Where a value was not understood, the
/// vendor's own text stands.
pub(crate) fn row(record: &Record) -> [String; 14] {
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
        record
            .standing
            .as_ref()
            .map(|it| it.raw.clone())
            .unwrap_or_default(),
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

/// The debtor where the record names them, else what was asked: marked, since it is no statement of
/// the vendor's.
fn subject(record: &Record) -> String {
    match record
        .subject
        .as_ref()
        .and_then(|party| party.name.as_deref())
    {
        Some(name) => name.to_owned(),
        None => record
            .source
            .query
            .parameters()
            .first()
            .map(|asked| format!("({})", asked.value.as_str()))
            .unwrap_or_default(),
    }
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
