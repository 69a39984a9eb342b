//! qixin's rows in the unified form.

use zhixing_core::record::{
    Basis, CaseNumber, Day, Grounds, Kind, Party, Performance, Record, Role, Source, Standing,
    Unify, text,
};
use zhixing_core::wire::OpenEnum;

use crate::execution_list_by_name::{Disabled, Item};

impl Unify for Item {
    /// The row does not name the debtor: the source's query does, and the organisation code is all
    /// that the row says of them.
    fn unify(self, source: Source) -> Record {
        let Self {
            court,
            oper_name,
            province,
            doc_number,
            date,
            case_number,
            ex_department,
            final_duty,
            execution_status,
            execution_desc,
            publish_date,
            number,
            disabled,
            extra,
        } = self;
        let mut record = Record::new(source);
        record.add_kind(Kind::Dishonest);
        // A blank number says nothing of anybody.
        let debtor = Party::new(Role::Debtor).with_id(number.as_deref().unwrap_or_default());
        record.set_subject(Some(debtor).filter(|debtor| *debtor != Party::new(Role::Debtor)));
        record.add_party(
            oper_name
                .as_deref()
                .and_then(|name| Party::named(Role::ResponsiblePerson, name)),
        );
        record.case_number = case_number.as_deref().and_then(CaseNumber::parse);
        record.add_basis(doc_number.as_deref().and_then(Basis::parse));
        record.court = court.as_deref().and_then(text);
        record.authority = ex_department.as_deref().and_then(text);
        record.province = province.as_deref().and_then(text);
        record.filed = date.as_deref().and_then(Day::parse);
        record.published = publish_date.as_deref().and_then(Day::parse);
        record.ground = execution_desc.as_deref().and_then(Grounds::parse);
        record.performance = execution_status.as_deref().and_then(Performance::parse);
        record.obligation = final_duty.as_deref().and_then(text).map(Into::into);
        record.standing = disabled.get().map(|disabled| match disabled {
            Disabled::Current => Standing::current(Kind::Dishonest, disabled.as_wire()),
            Disabled::History => Standing::withdrawn(Kind::Dishonest, disabled.as_wire()),
            Disabled::Unknown(other) => Standing::unknown(Kind::Dishonest, other.as_str()),
        });
        record.add_extra(&extra);
        record
    }
}
