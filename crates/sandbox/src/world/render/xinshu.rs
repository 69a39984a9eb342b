//! xinshu: three forms of dates in one record, one row for all lists of a case.

use chrono::{Datelike, NaiveDate};
use xinshu::executed_one_key_search::{Case as Row, OPERATION, Reply};
use zhixing_core::spec::Operation;
use zhixing_core::wire::{Empty, Field, Personal};

use super::Shape;
use crate::protocol::Window;
use crate::world::{Case, Performance, Serial};

/// 2.4 执行案件一键查
pub(crate) struct Xinshu;

impl Shape for Xinshu {
    type Reply = Reply;

    fn operation() -> &'static Operation {
        &OPERATION
    }

    fn record(case: &Case) -> Row {
        let court = case.court;
        let spaced = |serial: Serial, kind: &str, width: usize| {
            format!(
                "({}){} {} {kind} {:0width$} 号",
                serial.year, court.sign, court.digits, serial.number
            )
        };
        let mut row = Row::default();
        row.entity_name = Personal::from(case.debtor.as_str()).into();
        row.entity_id = Personal::from(case.code.as_str()).into();
        row.court_name = court.name.into();
        row.case_state = match (case.closed, case.performance) {
            (Some(_), _) => "已终本",
            (None, Performance::All) => "已结案",
            (None, _) => "执行中",
        }
        .into();
        row.case_code = spaced(case.serial, "执", 5).into();
        row.exec_money = case.amount.to_string().into();
        row.reg_date = case.filed.to_string().into();
        row.bzxr_gist_id = spaced(case.basis, "民初", 1).into();
        row.area_name = court.province.into();
        row.status = if case.listed {
            "未下架"
        } else {
            "已下架"
        }
        .into();
        // The two fields for cases that were closed are empty in all others.
        match case.closed {
            Some(day) => {
                row.unexec_money = case.outstanding.to_string().into();
                row.final_date = chinese(day).into();
            }
            None => {
                row.unexec_money = Field::Empty(Empty::Text);
                row.final_date = Field::Empty(Empty::Text);
            }
        }
        row.disrupt_type_name = case.ground.into();
        row.publish_date = case.published.to_string().into();
        row.gist_unit = court.name.into();
        row.sxr_gist_id = spaced(case.basis, "民初", 1).replace(' ', "").into();
        row.performance = case.performance.label().into();
        row.duty = Personal::from(case.duty.as_str()).into();
        row
    }

    fn page(records: Vec<Row>, _: &Window, _: i64) -> Reply {
        let mut reply = Reply::default();
        reply.data = records.into();
        reply
    }
}

/// `2019年05月23日`, and on every other day `2019 年 05 月 10 日`: the document's example has both.
fn chinese(day: NaiveDate) -> String {
    let (year, month, number) = (day.year(), day.month(), day.day());
    if number % 2 == 0 {
        format!("{year} 年 {month:02} 月 {number:02} 日")
    } else {
        format!("{year}年{month:02}月{number:02}日")
    }
}
