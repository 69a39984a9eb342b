//! cloudmarket: days as milliseconds of Beijing's midnight, JSON in a string, misspelt keys.

use chrono::{FixedOffset, NaiveDate, NaiveTime};
use cloudmarket::dishonest::{
    DebtorType, Item, OPERATION, OfficialSite, Page, Reply, RepresentativeType,
};
use zhixing_core::spec::Operation;
use zhixing_core::wire::{JsonText, Personal};

use super::{Shape, positive};
use crate::protocol::Window;
use crate::world::{Case, Performance};

/// 企业失信情况列表
pub(crate) struct Cloudmarket;

impl Shape for Cloudmarket {
    type Reply = Reply;

    fn operation() -> &'static Operation {
        &OPERATION
    }

    fn record(case: &Case) -> Item {
        let (court, serial, basis) = (case.court, case.serial, case.basis);
        let (performed, left) = match case.performance {
            Performance::None => (String::new(), "全部".to_owned()),
            Performance::Part => (
                format!("{}元", case.amount.saturating_sub(case.outstanding)),
                format!("{}元", case.outstanding),
            ),
            Performance::All => ("全部".to_owned(), String::new()),
        };
        let mut item = Item::default();
        item.courtname = court.name.into();
        item.disrupttypename = case.ground.into();
        item.id = positive(case.id, 8).into();
        item.status = if case.listed {
            OfficialSite::Present
        } else {
            OfficialSite::Absent
        }
        .into();
        item.dishonestid = positive(case.id.rotate_left(9), 6).to_string().into();
        item.gistid = format!(
            "({}){} {}民初 {}号",
            basis.year, court.sign, court.digits, basis.number
        )
        .into();
        item.cid = positive(case.id.rotate_left(21), 8).into();
        item.casecode = format!(
            "({}){} {}执 {}号",
            serial.year, court.sign, court.digits, serial.number
        )
        .into();
        item.focusnumber = positive(case.id.rotate_left(40), 2).into();
        item.duty = Personal::from(case.duty.as_str()).into();
        item.regdate = beijing_midnight(case.filed).into();
        item.staff = JsonText::from(staff(case)).into();
        item.publishdate = beijing_midnight(case.published).into();
        item.unperform_part = left.into();
        item.cardnum = Personal::from(case.hyphenated()).into();
        item.cpws_url = format!("https://example.invalid/cpws/{:016x}", case.id).into();
        item.legel_toco = positive(case.id.rotate_left(50), 1).into();
        item.iname = Personal::from(case.debtor.as_str()).into();
        item.businessentity = Personal::from(case.representative.as_str()).into();
        item.performed_part = performed.into();
        item.areaname = court.province.into();
        item.performance = case.performance.label().into();
        // Above 32 bits, as in the document.
        item.legel_id = (positive(case.id.rotate_left(33), 9) + 5_000_000_000).into();
        item.gistunit = court.name.into();
        item.business_id = format!("{:032x}", case.id.rotate_left(25)).into();
        item.legel_type = RepresentativeType::Person.into();
        item.type_ = if case.person {
            DebtorType::Person
        } else {
            DebtorType::Company
        }
        .into();
        item
    }

    fn page(records: Vec<Item>, _: &Window, total: i64) -> Reply {
        let mut page = Page::default();
        page.total = total.into();
        page.items = records.into();
        let mut reply = Reply::default();
        reply.result = page.into();
        reply
    }
}

/// Who is responsible, as JSON in a string: `[]` as in the document, and in every second entry a name. What the members
/// of the list look like is not printed; a plain name is this sandbox's reading.
fn staff(case: &Case) -> String {
    if case.id.is_multiple_of(2) {
        return "[]".to_owned();
    }
    serde_json::json!([case.representative]).to_string()
}

/// Milliseconds since 1970 in UTC of the day's first instant in Beijing, UTC+8 without summer time since 1992.
fn beijing_midnight(day: NaiveDate) -> i64 {
    FixedOffset::east_opt(8 * 60 * 60)
        .and_then(|beijing| {
            day.and_time(NaiveTime::MIN)
                .and_local_timezone(beijing)
                .single()
        })
        .map_or(0, |midnight| midnight.timestamp_millis())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_its_midnight_in_beijing() {
        // The document's first record: 1676390400000; `TZ=Asia/Shanghai date -d 2023-02-15 +%s` is 1676390400.
        assert_eq!(
            beijing_midnight(NaiveDate::from_ymd_opt(2023, 2, 15).expect("a day")),
            1_676_390_400_000
        );
    }
}
