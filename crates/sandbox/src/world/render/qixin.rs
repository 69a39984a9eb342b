//! qixin: blanks inside case numbers, full-width brackets, no name of the debtor.

use qixin::execution_list_by_name::{Data, Disabled, Item, OPERATION, Reply};
use zhixing_core::spec::Operation;
use zhixing_core::wire::Personal;

use super::Shape;
use crate::protocol::Window;
use crate::world::Case;

/// 5.5 失信被执行企业
pub(crate) struct Qixin;

impl Shape for Qixin {
    type Reply = Reply;

    fn operation() -> &'static Operation {
        &OPERATION
    }

    fn record(case: &Case) -> Item {
        let court = case.court;
        let (serial, basis) = (case.serial, case.basis);
        let mut item = Item::default();
        item.court = court.name.into();
        item.oper_name = Personal::from(case.representative.as_str()).into();
        item.province = court.province.into();
        item.doc_number = format!(
            "（{}）{} {}民初{}号民事判决书",
            basis.year, court.sign, court.digits, basis.number
        )
        .into();
        item.date = case.filed.to_string().into();
        item.case_number = format!(
            "（{}）{} {}执 {:05}号",
            serial.year, court.sign, court.digits, serial.number
        )
        .into();
        item.ex_department = court.name.into();
        item.final_duty = Personal::from(case.duty.as_str()).into();
        item.execution_status = case.performance.label().into();
        item.execution_desc = case.ground.into();
        item.publish_date = case.published.to_string().into();
        item.number = case.hyphenated().into();
        item.disabled = if case.listed {
            Disabled::Current
        } else {
            Disabled::History
        }
        .into();
        item
    }

    /// What stands in `data` when nothing was found is not printed ("返回为空"). An object with an empty list is one of
    /// the readings, and the one whose signature the document defines.
    fn page(records: Vec<Item>, _: &Window, total: i64) -> Reply {
        let mut data = Data::default();
        data.total = total.into();
        data.num = i64::try_from(records.len()).unwrap_or(i64::MAX).into();
        data.items = records.into();
        let mut reply = Reply::default();
        reply.data = data.into();
        reply
    }
}
