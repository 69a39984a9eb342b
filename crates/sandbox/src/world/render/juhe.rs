//! juhe: a person's entries on one list.

use juhe::person_risk::{OPERATION, Page, Relation, Reply, Risk};
use zhixing_core::record::Kind;
use zhixing_core::spec::Operation;
use zhixing_core::wire::{Empty, Field, Personal};

use super::Shape;
use crate::protocol::Window;
use crate::world::Case;

/// 个人自身风险
pub(crate) struct Juhe;

impl Shape for Juhe {
    type Reply = Reply;

    fn operation() -> &'static Operation {
        &OPERATION
    }

    fn record(case: &Case) -> Risk {
        let (court, serial) = (case.court, case.serial);
        let mut relation = Relation::default();
        // The example shows the first; the others follow the codes of the parameter `type`.
        let (code, words) = match case.list {
            Kind::Enforced => ("2", "被执行信息"),
            Kind::ConsumptionRestricted => ("3", "限制消费信息"),
            _ => ("1", "失信信息"),
        };
        relation.type_ = code.into();
        relation.type_desc = words.into();
        relation.value = case.performance.label().into();
        let mut risk = Risk::default();
        risk.case_no = format!(
            "({}){}{}执{}号",
            serial.year, court.sign, court.digits, serial.number
        )
        .into();
        risk.date = case.published.to_string().into();
        risk.execute_gov = court.name.into();
        // 32 hexadecimal digits and a 2, as in all ten documented records.
        risk.id = format!("{:016x}{:016x}2", case.id.rotate_left(7), case.id).into();
        risk.person_name = Personal::from(case.debtor.as_str()).into();
        risk.relation = vec![relation].into();
        risk
    }

    fn page(records: Vec<Risk>, window: &Window, total: i64) -> Reply {
        let mut page = Page::default();
        page.page_size = i64::try_from(window.size).unwrap_or(i64::MAX).into();
        page.page_index = i64::try_from(window.page).unwrap_or(i64::MAX).into();
        page.total_records = total.into();
        page.data = records.into();
        let mut reply = Reply::default();
        reply.result = page.into();
        reply
    }

    /// The document does not print what stands in `result` then; the vendor's custom elsewhere is `null`.
    fn nothing(_: &Window) -> Reply {
        let mut reply = Reply::default();
        reply.result = Field::Empty(Empty::Null);
        reply
    }
}
