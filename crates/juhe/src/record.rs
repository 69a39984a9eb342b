//! juhe's rows in the unified form.

use zhixing_core::record::{
    CaseNumber, Day, Kind, Party, PartyType, Performance, Record, Role, Source, Unify, text,
};

use crate::person_risk::{Relation, Risk};

impl Unify for Risk {
    /// Which list a row stands on is said by the question (`type`), not by the row.
    fn unify(self, source: Source) -> Record {
        let Self {
            case_no,
            date,
            execute_gov,
            id,
            person_name,
            relation,
            extra,
        } = self;
        let asked = source.query.get("type").map(str::to_owned);
        let kind = match asked.as_deref() {
            Some("1") => Some(Kind::Dishonest),
            Some("2") => Some(Kind::Enforced),
            Some("3") => Some(Kind::ConsumptionRestricted),
            _ => None,
        };
        let mut record = Record::new(source.with_record_id(id.as_deref().unwrap_or_default()));
        if let Some(kind) = kind {
            record.add_kind(kind);
        }
        let role = if record.is(Kind::ConsumptionRestricted) {
            Role::RestrictedPerson
        } else {
            Role::Debtor
        };
        record.set_subject(
            person_name
                .as_deref()
                .and_then(|name| Party::named(role, name))
                .map(|person| person.with_type(PartyType::Person)),
        );
        record.case_number = case_no.as_deref().and_then(CaseNumber::parse);
        record.court = execute_gov.as_deref().and_then(text);
        record.published = date.as_deref().and_then(Day::parse);
        let relations = relation.into_option().unwrap_or_default();
        let performed = performed(&relations, asked.as_deref());
        for (place, relation) in relations.into_iter().enumerate() {
            let Relation {
                type_,
                type_desc,
                value,
                extra,
            } = relation;
            let mut rest = vec![("Type", type_), ("TypeDesc", type_desc)];
            // What is said of another list, or a second time, has no place of its own and is kept beside.
            if performed == Some(place) {
                record.performance = value.as_deref().and_then(Performance::parse);
            } else {
                rest.push(("Value", value));
            }
            let place = format!("Relation[{place}]");
            for (name, value) in rest {
                let value = value.as_deref().unwrap_or_default();
                record.add_detail(&format!("{place}.{name}"), value);
            }
            record.add_extra_of(&place, &extra);
        }
        record.add_extra(&extra);
        record
    }
}

/// Which relation says how far the debtor has performed: the first that says something, be it unreadable, of those of the list that was
/// asked for. The document's example has the same code for the list in the question and in a relation. Where none has it, a relation
/// without a code is of the row's list; and where it is not known what was asked, any may be.
fn performed(relations: &[Relation], asked: Option<&str>) -> Option<usize> {
    let list = |relation: &Relation| relation.type_.as_deref().and_then(text);
    let first = |is_of: &dyn Fn(Option<&str>) -> bool| {
        relations.iter().position(|relation| {
            let value = relation.value.as_deref().and_then(text);
            let says = value.is_some() || relation.extra.is_unreadable("Value");
            says && is_of(list(relation).as_deref())
        })
    };
    match asked {
        None => first(&|_| true),
        Some(_) => first(&|list| list == asked).or_else(|| first(&|list| list.is_none())),
    }
}
