//! qcc's rows in the unified form.

use zhixing_core::record::{
    Amount, CaseNumber, Day, Kind, Party, Record, Role, Source, Unify, text,
};
use zhixing_core::wire::{Field, Personal, Text};

use crate::limit_exit_check::{Applicant, ExecutedParty, LimitedParty, Restriction};

impl Unify for Restriction {
    /// The row is about whoever may not leave the country. Where that is more than one, none of them
    /// is *the* subject, and all stand among the parties.
    fn unify(self, source: Source) -> Record {
        let Self {
            case_no,
            limit_list,
            executed_list,
            executed_address,
            applicant_list,
            amount,
            court,
            court_tel,
            publish_date,
            extra,
        } = self;
        let mut record = Record::new(source);
        record.add_kind(Kind::ExitRestricted);
        let mut restricted = Vec::new();
        // Somebody whom nothing that was understood names is somebody all the same.
        let mut others = false;
        let list = limit_list.into_option().unwrap_or_default();
        for (place, it) in list.into_iter().enumerate() {
            let LimitedParty {
                key_no,
                name,
                extra,
            } = it;
            let party = party(Role::RestrictedPerson, &name, &key_no);
            others |= party.is_none() && !extra.is_empty();
            restricted.extend(party);
            record.add_extra_of(&format!("LimitList[{place}]"), &extra);
        }
        match <[Party; 1]>::try_from(restricted) {
            Ok([alone]) if !others => record.set_subject(Some(alone)),
            Ok([alone]) => record.add_party(Some(alone)),
            Err(several) => several
                .into_iter()
                .for_each(|party| record.add_party(Some(party))),
        }
        let list = executed_list.into_option().unwrap_or_default();
        for (place, it) in list.into_iter().enumerate() {
            let ExecutedParty {
                key_no,
                name,
                extra,
            } = it;
            record.add_party(party(Role::Debtor, &name, &key_no));
            record.add_extra_of(&format!("ExecutedList[{place}]"), &extra);
        }
        let list = applicant_list.into_option().unwrap_or_default();
        for (place, it) in list.into_iter().enumerate() {
            let Applicant {
                key_no,
                name,
                extra,
            } = it;
            record.add_party(party(Role::Applicant, &name, &key_no));
            record.add_extra_of(&format!("ApplicantList[{place}]"), &extra);
        }
        record.case_number = case_no.as_deref().and_then(CaseNumber::parse);
        record.court = court.as_deref().and_then(text);
        record.published = publish_date.as_deref().and_then(Day::parse);
        record.amount = amount.as_deref().and_then(Amount::parse);
        record.add_detail(
            "ExecutedAddress",
            executed_address.as_deref().unwrap_or_default(),
        );
        record.add_detail("CourtTel", court_tel.as_deref().unwrap_or_default());
        record.add_extra(&extra);
        record
    }
}

/// A party that the row names or numbers; it may do either alone.
fn party(role: Role, name: &Field<Personal>, key_no: &Field<Text>) -> Option<Party> {
    let name = name.as_deref().unwrap_or_default();
    let party = Party::named(role, name).unwrap_or_else(|| Party::new(role));
    let party = party.with_vendor_id(key_no.as_deref().unwrap_or_default());
    Some(party).filter(|party| *party != Party::new(role))
}
