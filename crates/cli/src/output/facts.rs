//! A record as a list of facts: what was understood, and beside it what the vendor sent.
//!
//! An auditor must see both, since every parser gives up rather than guess. Nothing of a record is
//! left out here; a test holds that against its JSON.

use zhixing::{Report, Value};
use zhixing_core::record::{Amount, CaseNumber, Day, Ground, Party, Record};

use super::words::{self, Lang};

/// One fact of a record.
#[derive(Debug, Default)]
pub(crate) struct Fact {
    /// The name of the field, or the vendor's where the field has no neutral home.
    pub(crate) name: String,
    /// Whether `name` is the vendor's own.
    pub(crate) of_vendor: bool,
    /// What was understood; empty where nothing was.
    pub(crate) value: String,
    /// The text as the vendor sent it, where `value` is a reading of it.
    pub(crate) raw: Option<String>,
    /// Whether it tells of a lack.
    pub(crate) warns: bool,
}

/// All that a record says, in the order of its fields.
pub(crate) fn facts(record: &Record, lang: Lang) -> Vec<Fact> {
    let mut facts = Facts {
        lang,
        list: Vec::new(),
    };
    let kinds: Vec<String> = record
        .kinds
        .iter()
        .map(|kind| words::kind(lang, *kind) + words::state_on(lang, record, *kind))
        .collect();
    facts.add("kinds", &kinds.join(lang.comma()));
    facts.party("subject", record.subject.as_ref());
    for party in &record.parties {
        if Some(party) != record.subject.as_ref() {
            facts.party("party", Some(party));
        }
    }
    facts.number("case_number", record.case_number.as_ref(), None);
    for basis in &record.basis {
        let kind = basis.kind.map(|kind| words::kind(lang, kind));
        facts.number("basis", Some(&basis.document), kind);
    }
    facts.text("court", record.court.as_deref());
    facts.text("authority", record.authority.as_deref());
    facts.text("province", record.province.as_deref());
    facts.day("filed", record.filed.as_ref());
    facts.day("published", record.published.as_ref());
    facts.day("closed", record.closed.as_ref());
    facts.amount("amount", record.amount.as_ref());
    facts.amount("outstanding", record.outstanding.as_ref());
    if let Some(ground) = &record.ground {
        // What is no ground of the rule was not understood, and stands beside as it was sent.
        let known = |item: &&Ground| !matches!(item, Ground::Unknown(_));
        let items = ground.items().iter().filter(known);
        let items: Vec<&str> = items.map(|item| item.label()).collect();
        facts.read("ground", items.join("；"), ground.raw());
    }
    facts.text(
        "performance",
        record.performance.as_ref().map(|it| it.raw()),
    );
    facts.text("performed_part", record.performed_part.as_deref());
    facts.text("unperformed_part", record.unperformed_part.as_deref());
    facts.text("obligation", record.obligation.as_deref());
    if let Some(standing) = &record.standing {
        let state = words::standing(lang, standing.state);
        let list = words::kind(lang, standing.kind);
        facts.read("standing", format!("{state} · {list}"), &standing.raw);
    }
    facts.text("case_state", record.case_state.as_deref());
    facts.text("record_id", record.source.record_id.as_deref());
    if let Some(names) = unreadable(record, lang) {
        facts.list.push(Fact {
            name: words::unreadable(lang).to_owned(),
            value: names,
            warns: true,
            ..Fact::default()
        });
    }
    for detail in &record.details {
        facts.list.push(Fact {
            name: detail.name.clone(),
            of_vendor: true,
            value: detail.value.as_str().to_owned(),
            ..Fact::default()
        });
    }
    facts.list
}

/// The names of the fields that came and could not be read, if there are any. What they hold may be anybody's.
pub(crate) fn unreadable(record: &Record, lang: Lang) -> Option<String> {
    let names = &record.unreadable;
    (!names.is_empty()).then(|| names.join(lang.comma()))
}

struct Facts {
    lang: Lang,
    list: Vec<Fact>,
}

impl Facts {
    fn add(&mut self, field: &str, value: &str) {
        self.list.push(Fact {
            name: words::field(self.lang, field).to_owned(),
            value: value.to_owned(),
            ..Fact::default()
        });
    }

    fn text(&mut self, field: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.add(field, value);
        }
    }

    fn read(&mut self, field: &str, value: String, raw: &str) {
        self.list.push(Fact {
            name: words::field(self.lang, field).to_owned(),
            value,
            raw: Some(raw.to_owned()),
            ..Fact::default()
        });
    }

    fn day(&mut self, field: &str, day: Option<&Day>) {
        if let Some(day) = day {
            let date = day.date().map(|date| date.to_string());
            self.read(field, date.unwrap_or_default(), day.raw());
        }
    }

    fn amount(&mut self, field: &str, amount: Option<&Amount>) {
        if let Some(amount) = amount {
            let value = amount
                .yuan()
                .map(|_| yuan(amount, self.lang))
                .unwrap_or_default();
            self.read(field, value, amount.raw());
        }
    }

    fn number(&mut self, field: &str, number: Option<&CaseNumber>, kind: Option<String>) {
        if let Some(number) = number {
            let mut value = number.canonical().to_owned();
            if let Some(kind) = kind {
                value = format!("{value} · {kind}");
            }
            self.read(field, value, number.raw());
        }
    }

    fn party(&mut self, field: &str, party: Option<&Party>) {
        let Some(party) = party else { return };
        let mut parts = vec![words::role(self.lang, party.role)];
        parts.extend(party.name.as_deref().map(str::to_owned));
        parts.extend(words::party_type(self.lang, party.party_type).map(str::to_owned));
        if let Some(id) = &party.id {
            let form = id.form().map(|form| words::form(self.lang, form));
            let advice = match form {
                Some(form) => format!(" ({form}, {})", words::check(self.lang, id.check())),
                None => String::new(),
            };
            parts.push(format!("{}{advice}", id.raw().as_str()));
        }
        if let Some(key) = &party.vendor_id {
            let name = words::field(self.lang, "vendor_id");
            parts.push(format!("{name} {}", key.as_str()));
        }
        self.add(field, &parts.join(" · "));
    }
}

/// An amount for people: digits in groups where it was understood, else the vendor's text.
pub(crate) fn yuan(amount: &Amount, lang: Lang) -> String {
    match amount.yuan_shortest() {
        Some(yuan) => words::yuan(lang, &grouped(yuan)),
        None => amount.raw().to_owned(),
    }
}

/// A value of a case's field for people. A text of the vendor's stands as it is, though it may look like an amount.
pub(crate) fn value(lang: Lang, field: &str, value: &Value) -> String {
    match field {
        _ if !value.normalised => value.value.as_str().to_owned(),
        "amount" | "outstanding" => words::yuan(lang, &grouped(&value.value)),
        _ => words::value(lang, field, &value.value).to_owned(),
    }
}

/// A decimal number in groups of three digits; anything else as it is.
fn grouped(number: &str) -> String {
    let (whole, fraction) = match number.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (number, None),
    };
    if whole.is_empty() || !whole.bytes().all(|b| b.is_ascii_digit()) {
        return number.to_owned();
    }
    let mut text = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    match fraction {
        Some(fraction) => format!("{text}.{fraction}"),
        None => text,
    }
}

/// The places of each source's records in the report, and of those that belong to no source.
///
/// Records stand in the order of the sources, each as many as it fetched. A source of somebody's own
/// may count otherwise: its records are then found by their vendor and operation.
pub(crate) fn by_source(report: &Report) -> (Vec<Vec<usize>>, Vec<usize>) {
    let mut places: Vec<Vec<usize>> = Vec::with_capacity(report.sources.len());
    let mut next = 0usize;
    for source in &report.sources {
        let end = next.saturating_add(usize::try_from(source.fetched).unwrap_or(usize::MAX));
        places.push((next..end.min(report.records.len())).collect());
        next = end;
    }
    let belongs = |(source, places): (&zhixing::SourceReport, &Vec<usize>)| {
        places.iter().all(|place| {
            let from = &report.records[*place].source;
            from.vendor == source.vendor && from.operation == source.operation
        })
    };
    if next == report.records.len() && report.sources.iter().zip(&places).all(belongs) {
        return (places, Vec::new());
    }
    let mut places = vec![Vec::new(); report.sources.len()];
    let mut others = Vec::new();
    for (place, record) in report.records.iter().enumerate() {
        let from = report.sources.iter().position(|source| {
            source.vendor == record.source.vendor && source.operation == record.source.operation
        });
        match from {
            Some(source) => places[source].push(place),
            None => others.push(place),
        }
    }
    (places, others)
}

#[cfg(test)]
mod tests {
    use zhixing_core::record::{Grounds, Source};

    use super::*;

    #[test]
    fn a_ground_that_is_none_of_the_rule_is_not_told_as_understood() {
        let mut record = Record::new(Source::new("qixin", "execution_list_by_name"));
        record.ground = Grounds::parse("违反限制消费令的，逃匿");
        let facts = facts(&record, Lang::Zh);
        let ground = facts.iter().find(|it| it.raw.is_some());
        let ground = ground.expect("it is told");
        assert_eq!(ground.value, "违反限制消费令");
        assert_eq!(ground.raw.as_deref(), Some("违反限制消费令的，逃匿"));
    }

    #[test]
    fn digits_stand_in_groups_of_three_and_other_texts_as_they_are() {
        assert_eq!(grouped("204300"), "204,300");
        assert_eq!(grouped("1000000.5"), "1,000,000.5");
        assert_eq!(grouped("999"), "999");
        assert_eq!(grouped("88000,3760万元"), "88000,3760万元");
        assert_eq!(grouped(""), "");
    }
}
