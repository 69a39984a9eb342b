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
        let kind = match source.query.get("type") {
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
        // How far the debtor has performed is what the first relation says that says something, be it unreadable.
        let mut says_nothing = true;
        let relations = relation.into_option().unwrap_or_default();
        for (place, relation) in relations.into_iter().enumerate() {
            let Relation {
                type_,
                type_desc,
                value,
                extra,
            } = relation;
            let place = format!("Relation[{place}]");
            let mut rest = vec![("Type", type_), ("TypeDesc", type_desc)];
            // A second relation's value has no place of its own and is kept beside.
            if says_nothing {
                record.performance = value.as_deref().and_then(Performance::parse);
                says_nothing = record.performance.is_none() && !extra.is_unreadable("Value");
            } else {
                rest.push(("Value", value));
            }
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
