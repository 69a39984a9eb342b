//! A mapping as a vendor's crate has it: every field is named, and every value of an enumeration.

use zhixing_core::record::{Record, Source, Unify};

use crate::generated::search::{Item, State};

impl Unify for Item {
    fn unify(self, source: Source) -> Record {
        let Self {
            case_no,
            person,
            state,
            extra,
        } = self;
        let mut record = Record::new(source);
        let _: Option<&str> = case_no.as_deref();
        record.add_detail("person", person.as_deref().unwrap_or_default());
        match state.get() {
            Some(State::Current) | None => {}
            Some(State::Value1) => record.add_detail("state", "former"),
            Some(State::Unknown(other)) => record.add_detail("state", other.as_str()),
        }
        record.add_extra(&extra);
        record
    }
}
