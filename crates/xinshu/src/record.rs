//! xinshu's rows in the unified form.

use zhixing_core::record::{
    Amount, Basis, CaseNumber, Day, Grounds, Kind, Party, Performance, Record, Role, Source,
    Standing, State, Unify, text,
};
use zhixing_core::wire::{Field, Text};

use crate::executed_one_key_search::Case;

impl Unify for Case {
    /// One row merges what three lists say of one case. It is of each list of which it holds a field that only that list
    /// has, with a value that says so: a `0` that is left of a case that was never closed is none, nor is a 失信状态 that
    /// the document does not explain, nor the degree of performance, which is not said to be of one list.
    ///
    /// The 失信状态 is that of the list of the dishonest alone. That an entry was taken off it (已下架) says nothing
    /// of the enforcement, and the row is of that list still: it was on it once.
    fn unify(self, source: Source) -> Record {
        let Self {
            entity_name,
            entity_id,
            court_name,
            case_state,
            case_code,
            exec_money,
            reg_date,
            bzxr_gist_id,
            area_name,
            status,
            unexec_money,
            final_date,
            disrupt_type_name,
            publish_date,
            gist_unit,
            sxr_gist_id,
            performance,
            duty,
            extra,
        } = self;
        let mut record = Record::new(source);
        let case_state = case_state.as_deref().and_then(text);

        let standing = status.as_deref().and_then(text).map(standing);
        let closed = final_date.as_deref().and_then(Day::parse);
        let outstanding = unexec_money.as_deref().and_then(Amount::parse);

        let says_dishonest = says(&disrupt_type_name)
            || says(&sxr_gist_id)
            || standing
                .as_ref()
                .is_some_and(|it| it.state != State::Unknown);
        // Money that is outstanding in a case that is said to go on is not what was left when a round was closed.
        let is_money = |amount: &Amount| amount.yuan().is_some_and(|yuan| yuan != "0");
        let says_terminated = closed.as_ref().is_some_and(|day| day.date().is_some())
            || says_a_day(&final_date)
            || case_state.is_none() && outstanding.as_ref().is_some_and(is_money)
            || case_state.as_deref().is_some_and(is_terminated);
        let says_enforced = says(&bzxr_gist_id) || says(&exec_money);
        if says_dishonest {
            record.add_kind(Kind::Dishonest);
        }
        if says_terminated {
            record.add_kind(Kind::Terminated);
        }
        // The product is a search of enforcement cases: a row that says nothing more is one.
        if says_enforced || !(says_dishonest || says_terminated) {
            record.add_kind(Kind::Enforced);
        }

        // A row may name the debtor or number them, or both.
        let debtor = Party::named(Role::Debtor, entity_name.as_deref().unwrap_or_default())
            .unwrap_or_else(|| Party::new(Role::Debtor))
            .with_id(entity_id.as_deref().unwrap_or_default());
        record.set_subject(Some(debtor).filter(|debtor| *debtor != Party::new(Role::Debtor)));
        record.case_number = case_code.as_deref().and_then(CaseNumber::parse);
        record.add_basis(
            bzxr_gist_id
                .as_deref()
                .and_then(|raw| Basis::parse_for(Kind::Enforced, raw)),
        );
        record.add_basis(
            sxr_gist_id
                .as_deref()
                .and_then(|raw| Basis::parse_for(Kind::Dishonest, raw)),
        );
        record.court = court_name.as_deref().and_then(text);
        record.authority = gist_unit.as_deref().and_then(text);
        record.province = area_name.as_deref().and_then(text);
        record.filed = reg_date.as_deref().and_then(Day::parse);
        record.published = publish_date.as_deref().and_then(Day::parse);
        record.closed = closed;
        record.amount = exec_money.as_deref().and_then(Amount::parse);
        record.outstanding = outstanding;
        record.ground = disrupt_type_name.as_deref().and_then(Grounds::parse);
        record.performance = performance.as_deref().and_then(Performance::parse);
        record.obligation = duty.as_deref().and_then(text).map(Into::into);
        // A standing on a list that nothing else of the row speaks of would put it there.
        match standing {
            Some(standing) if !says_dishonest => record.add_detail("status", &standing.raw),
            standing => record.standing = standing,
        }
        record.case_state = case_state;
        record.add_extra(&extra);
        record
    }
}

/// Whether the field holds something, be it understood or not.
fn says(field: &Field<Text>) -> bool {
    field.as_deref().and_then(text).is_some() || field.is_unreadable()
}

/// Whether a day is told, be it understood or not: a text with a year of this century, since rounds are closed so since 2009, or what is
/// no text. 未终本 tells none, and neither does what programs write where there is none (`0`, `1900-01-01`).
fn says_a_day(field: &Field<Text>) -> bool {
    let has_year = |text: &str| {
        let mut runs = text.split(|letter: char| !letter.is_ascii_digit());
        runs.any(|run| run.len() >= 4 && run.starts_with("20"))
    };
    field.as_deref().is_some_and(has_year) || field.is_unreadable()
}

/// The document lists no values; these two are printed.
fn standing(status: String) -> Standing {
    match status.as_str() {
        "未下架" => Standing::current(Kind::Dishonest, status),
        "已下架" => Standing::withdrawn(Kind::Dishonest, status),
        _ => Standing::unknown(Kind::Dishonest, status),
    }
}

/// What the field says of a case that was closed for want of assets. 未终本 holds the word and says the contrary.
fn is_terminated(state: &str) -> bool {
    let state = state.trim_end_matches(['。', '.']);
    let state = state.strip_prefix('已').unwrap_or(state);
    let state = state.strip_suffix("案件").unwrap_or(state);
    matches!(state, "终本" | "终结本次执行" | "终结本次执行程序")
}
