//! qcc: who may not leave the country, with parties by their numbers.

use qcc::limit_exit_check::{
    Applicant, CheckResult, ExecutedParty, LimitedParty, OPERATION, Paging, Reply, Restriction,
    VerifyResult,
};
use zhixing_core::spec::Operation;
use zhixing_core::wire::Personal;

use super::{Shape, positive};
use crate::protocol::Window;
use crate::world::Case;

/// 6.3.1 限制出境核查
pub(crate) struct Qcc;

impl Shape for Qcc {
    type Reply = Reply;

    fn operation() -> &'static Operation {
        &OPERATION
    }

    fn record(case: &Case) -> Restriction {
        let (court, serial) = (case.court, case.serial);
        let mut limited = LimitedParty::default();
        limited.key_no = format!("p{:031x}", case.id).into();
        limited.name = Personal::from(case.representative.as_str()).into();
        let mut executed = ExecutedParty::default();
        executed.key_no = format!("{:032x}", case.id.rotate_left(17)).into();
        executed.name = Personal::from(case.debtor.as_str()).into();
        let mut applicant = Applicant::default();
        applicant.key_no = format!("{:032x}", case.id.rotate_left(31)).into();
        applicant.name = Personal::from(case.applicant.as_str()).into();

        let mut restriction = Restriction::default();
        restriction.case_no = format!(
            "({}){}{}执{}号",
            serial.year, court.sign, court.digits, serial.number
        )
        .into();
        restriction.limit_list = vec![limited].into();
        restriction.executed_list = vec![executed].into();
        restriction.executed_address = Personal::from(case.address.as_str()).into();
        restriction.applicant_list = vec![applicant].into();
        restriction.amount = case.amount.to_string().into();
        restriction.court = court.name.into();
        restriction.court_tel =
            Personal::from(format!("{:08}", positive(case.id, 7) + 60_000_000)).into();
        restriction.publish_date = case.published.to_string().into();
        restriction
    }

    fn page(records: Vec<Restriction>, window: &Window, total: i64) -> Reply {
        let mut paging = Paging::default();
        paging.page_size = i64::try_from(window.size).unwrap_or(i64::MAX).into();
        paging.page_index = i64::try_from(window.page).unwrap_or(i64::MAX).into();
        paging.total_records = total.into();
        let mut result = CheckResult::default();
        // Past the last page there still is data.
        result.verify_result = if total > 0 {
            VerifyResult::Exists
        } else {
            VerifyResult::NotExists
        }
        .into();
        result.data = records.into();
        let mut reply = Reply::default();
        reply.paging = paging.into();
        reply.result = result.into();
        reply
    }
}
