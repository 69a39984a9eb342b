//! cloudmarket's rows in the unified form.

use zhixing_core::record::{
    Basis, CaseNumber, Day, Grounds, Kind, Party, PartyType, Performance, Record, Role, Source,
    Standing, Unify, text,
};
use zhixing_core::wire::{Extra, Field, OpenEnum, Personal};

use crate::dishonest::{DebtorType, Item, OfficialSite, RepresentativeType};

impl Unify for Item {
    fn unify(self, source: Source) -> Record {
        let Self {
            courtname,
            disrupttypename,
            id,
            status,
            dishonestid,
            gistid,
            cid,
            casecode,
            focusnumber,
            duty,
            regdate,
            staff,
            publishdate,
            unperform_part,
            cardnum,
            cpws_url,
            legel_toco,
            iname,
            businessentity,
            performed_part,
            areaname,
            performance,
            legel_id,
            gistunit,
            business_id,
            legel_type,
            type_,
            mut extra,
        } = self;
        let number = |field: &Field<i64>| field.get().map(i64::to_string).unwrap_or_default();
        // Zero is the number of nobody.
        let party = |field: &Field<i64>| match field.get() {
            Some(0) => String::new(),
            _ => number(field),
        };
        let mut record = Record::new(source.with_record_id(&number(&id)));
        record.add_kind(Kind::Dishonest);
        let debtor_type = match type_.get() {
            Some(DebtorType::Person) => PartyType::Person,
            Some(DebtorType::Company) => PartyType::Organisation,
            _ => PartyType::Unknown,
        };
        // A row may name a party or number them, or both: the printed example numbers a representative whom it does
        // not name.
        let debtor = named(Role::Debtor, &iname)
            .with_id(cardnum.as_deref().unwrap_or_default())
            .with_vendor_id(&party(&cid));
        record.set_subject(known(debtor).map(|debtor| debtor.with_type(debtor_type)));
        let representative_type = match legel_type.get() {
            Some(RepresentativeType::Company) => PartyType::Organisation,
            Some(RepresentativeType::Person) => PartyType::Person,
            _ => PartyType::Unknown,
        };
        let representative =
            named(Role::ResponsiblePerson, &businessentity).with_vendor_id(&party(&legel_id));
        record.add_party(known(representative).map(|it| it.with_type(representative_type)));
        record.case_number = casecode.as_deref().and_then(CaseNumber::parse);
        record.add_basis(gistid.as_deref().and_then(Basis::parse));
        record.court = courtname.as_deref().and_then(text);
        record.authority = gistunit.as_deref().and_then(text);
        record.province = areaname.as_deref().and_then(text);
        record.filed = day(&regdate, &mut extra, "regdate");
        record.published = day(&publishdate, &mut extra, "publishdate");
        record.ground = disrupttypename.as_deref().and_then(Grounds::parse);
        record.performance = performance.as_deref().and_then(Performance::parse);
        record.performed_part = performed_part.as_deref().and_then(text).map(Into::into);
        record.unperformed_part = unperform_part.as_deref().and_then(text).map(Into::into);
        record.obligation = duty.as_deref().and_then(text).map(Into::into);
        record.standing = status.get().map(|status| match status {
            OfficialSite::Present => Standing::current(Kind::Dishonest, status.as_wire()),
            OfficialSite::Absent => Standing::withdrawn(Kind::Dishonest, status.as_wire()),
            OfficialSite::Unknown(other) => Standing::unknown(Kind::Dishonest, other.as_str()),
        });
        record.add_detail("businessId", business_id.as_deref().unwrap_or_default());
        record.add_detail("dishonestid", dishonestid.as_deref().unwrap_or_default());
        record.add_detail("focusnumber", &number(&focusnumber));
        record.add_detail("staff", staff.get().map_or("", |staff| staff.as_str()));
        record.add_detail("cpwsUrl", cpws_url.as_deref().unwrap_or_default());
        record.add_detail("legelToco", &number(&legel_toco));
        record.add_detail("legelType", legel_type.get().map_or("", OpenEnum::as_wire));
        record.add_detail("type", type_.get().map_or("", OpenEnum::as_wire));
        record.add_extra(&extra);
        record
    }
}

/// A day by its milliseconds, or, where it is no number, as all other vendors write theirs.
fn day(millis: &Field<i64>, extra: &mut Extra, name: &str) -> Option<Day> {
    if let Some(millis) = millis.get() {
        return Some(Day::from_epoch_millis(*millis));
    }
    let day = Day::parse(extra.get(name)?.as_str()?);
    if day.is_some() {
        // The day has the text: that it could not be read would be untrue.
        extra.take(name);
    }
    day
}

fn named(role: Role, name: &Field<Personal>) -> Party {
    let name = name.as_deref().unwrap_or_default();
    Party::named(role, name).unwrap_or_else(|| Party::new(role))
}

/// The party, unless the row says nothing of them but their role.
fn known(party: Party) -> Option<Party> {
    let nobody = Party::new(party.role);
    Some(party).filter(|party| *party != nobody)
}
