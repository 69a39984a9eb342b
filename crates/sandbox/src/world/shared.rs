//! One company at every vendor, and what vendors say differently of one case.

use zhixing_core::record::Kind;

use super::case::{Case, Performance, Serial};
use super::courts::{ABLE_BUT_UNWILLING, CHANGNING, JIADING};
use super::known::Company;
use super::{day, later};

/// The two cases of the xinshu document (2.4, 返回成功示例), for the vendors whose documents do not have them.
pub(super) fn guarantor(company: &Company) -> Vec<Case> {
    let case =
        |court, serial, basis, filed, published, closed, amount, applicant: &str, listed, id| {
            Case {
                list: Kind::Dishonest,
                debtor: company.name.to_owned(),
                code: company.code.to_owned(),
                person: false,
                representative: company.representative.to_owned(),
                address: "上海市测试路1号".to_owned(),
                applicant: applicant.to_owned(),
                court,
                serial,
                basis,
                filed,
                published,
                closed: Some(closed),
                amount,
                outstanding: amount,
                ground: ABLE_BUT_UNWILLING,
                performance: Performance::None,
                duty: format!(
                    "被告{}于本判决生效之日起十日内向原告{applicant}承担判决确定的付款义务。",
                    company.name
                ),
                listed,
                id,
            }
        };
    let serial = |year, number| Serial { year, number };
    vec![
        case(
            CHANGNING,
            serial(2019, 447),
            serial(2017, 19_914),
            day(2019, 1, 8),
            day(2019, 4, 3),
            day(2019, 5, 23),
            204_300,
            "金建敏",
            true,
            0x00c0_ffee_0000_0447,
        ),
        case(
            JIADING,
            serial(2018, 5058),
            serial(2017, 15_935),
            day(2018, 8, 16),
            day(2019, 5, 9),
            day(2019, 5, 10),
            2_206_004,
            "上海嘉定大众小额贷款股份有限公司",
            false,
            0x00c0_ffee_0000_5058,
        ),
    ]
}

/// Lets a vendor say one thing differently: sources that always agree would teach nobody to compare them.
///
/// One publishes the first case a day later, one has the principal for the amount, one the day before.
pub(super) fn disagree(vendor: &str, cases: &mut [Case]) {
    let Some(first) = cases.first_mut() else {
        return;
    };
    match vendor {
        "qixin" => first.published = later(first.published, 1),
        "qcc" => {
            let rest = first.amount % 10_000;
            // A case over less has no principal to tell.
            if rest < first.amount {
                first.amount -= rest;
                first.outstanding = first.performance.outstanding(first.amount);
            }
        }
        "cloudmarket" => first.published = later(first.published, -1),
        _ => {}
    }
}
