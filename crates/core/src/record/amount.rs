//! Amounts of money as the vendors write them.
//!
//! A wrong amount is worse than a missing one: 1.5 万 read as 1.5, or a list of three amounts read as one number, would
//! be believed. So an amount is a decimal where the text is certain and only text where it is not, and it never passes
//! through a binary float. The decimal is its digits: nothing is calculated here, and whoever calculates has a library for it.

use serde::{Deserialize, Deserializer, Serialize};

use super::blank::is_blank;
use super::raw::reread;
use super::width::{half, is_space};

/// An amount as the vendor wrote it, and its value in yuan where that is certain.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Amount {
    /// The text (or number) as the vendor sent it.
    raw: String,
    /// The value in yuan (人民币元), a decimal number in a string; absent where the text is not certain.
    #[serde(skip_serializing_if = "Option::is_none")]
    yuan: Option<String>,
}

impl Amount {
    /// Reads an amount; `None` for a [blank](super::is_blank) text. The value is believed where the text is
    ///
    /// - a number without sign, with `.` as decimal point (`204300`, `0.5`), or in exponent form (`1.799E+7`);
    /// - in groups of three digits, all parted by commas (`2,737,600`) or, before a decimal point, by single blanks
    ///   (`144 434.19`);
    /// - followed by `元`, `万`, `万元`, `亿`, `亿元`, or by nothing, which means yuan; a `整` may follow the `元`;
    /// - with `人民币`, `RMB` or `CNY` before the number or around the unit, or without (`15000万人民币元`).
    ///
    /// Everything else is kept as text only: lists (`88000,3760,8000万元`) and what may be one, other currencies (`¥` among
    /// them, which is two of them), negative numbers, and numbers of more than 28 digits. `100 200` may be two amounts; so may
    /// `500,300万元`, since lists in 万元 are met, and whoever counts in 万 seldom has thousands of them to group. A decimal
    /// point at the end makes one number of either. Digits and marks may be full width. The digits behind the point are kept
    /// as sent: `204300.00` stays `204300.00`.
    ///
    /// ```
    /// use zhixing_core::record::Amount;
    ///
    /// let amount = |raw| Amount::parse(raw).unwrap();
    /// assert_eq!(amount("15000万人民币元").yuan(), Some("150000000"));
    /// assert_eq!(amount("144 434.19").yuan(), Some("144434.19"));
    /// assert_eq!(amount("88000,3760,8000万元").yuan(), None);
    /// ```
    pub fn parse(raw: &str) -> Option<Self> {
        (!is_blank(raw)).then(|| Self::read(raw))
    }

    fn read(raw: &str) -> Self {
        Self {
            raw: raw.to_owned(),
            yuan: yuan(raw),
        }
    }

    /// The text as the vendor sent it.
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// The value in yuan, where the text is certain: digits, and perhaps a point and digits behind it. They are 28 at most, so every
    /// library for decimals reads them (`yuan.parse::<rust_decimal::Decimal>()`).
    pub fn yuan(&self) -> Option<&str> {
        self.yuan.as_deref()
    }

    /// The same without zeros at the end behind the point: of equal amounts it is the same text.
    pub fn yuan_shortest(&self) -> Option<&str> {
        let yuan = self.yuan()?;
        Some(match yuan.contains('.') {
            true => yuan.trim_end_matches('0').trim_end_matches('.'),
            false => yuan,
        })
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reread(deserializer, Self::read)
    }
}

const RENMINBI: [&str; 6] = ["(人民币)", "人民币", "(RMB)", "RMB", "(CNY)", "CNY"];

fn yuan(raw: &str) -> Option<String> {
    let text: String = raw
        .chars()
        .map(half)
        .map(|c| if is_space(c) { ' ' } else { c })
        .collect();
    let text = text.trim();
    let text = RENMINBI
        .iter()
        .find_map(|name| text.strip_prefix(name))
        .unwrap_or(text)
        .trim_start();

    let unit_at =
        text.find(|c: char| !matches!(c, '0'..='9' | ',' | '.' | ' ' | 'E' | 'e' | '+' | '-'));
    let (number, unit) = text.split_at(unit_at.unwrap_or(text.len()));
    let power = power_of_ten(&unit.replace(' ', ""))?;
    let number = number.trim_end();
    let may_be_a_list = number.contains(' ') || power > 0 && number.contains(',');
    if may_be_a_list && !number.contains('.') {
        return None;
    }
    let (mantissa, exponent) = number_parts(number)?;
    decimal(&mantissa, exponent.checked_add(power)?)
}

/// What the unit multiplies by, as a power of ten.
fn power_of_ten(unit: &str) -> Option<i32> {
    let named = RENMINBI.iter().find(|name| unit.contains(**name));
    let unit = named.map_or_else(|| unit.to_owned(), |name| unit.replacen(name, "", 1));
    let unit = unit
        .strip_suffix('整')
        .filter(|unit| unit.ends_with(['元', '圆']))
        .unwrap_or(&unit);
    match unit.strip_suffix(['元', '圆']).unwrap_or(unit) {
        "" => Some(0),
        "万" => Some(4),
        "亿" => Some(8),
        _ => None,
    }
}

/// A number as its digits without point, and the power of ten that they are to be multiplied by.
fn number_parts(number: &str) -> Option<(String, i32)> {
    let (plain, exponent) = match number.split_once(['E', 'e']) {
        Some((_, exponent)) if number.contains([',', ' ']) || !is_exponent(exponent) => {
            return None;
        }
        Some((plain, exponent)) => (plain, exponent.parse::<i32>().ok()?),
        None => (number, 0),
    };
    let (whole, fraction) = match plain.split_once('.') {
        Some((_, "")) => return None,
        Some((whole, fraction)) => (whole, fraction),
        None => (plain, ""),
    };
    let digits = format!("{}{fraction}", ungrouped(whole)?);
    let good = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let exponent = exponent.checked_sub(i32::try_from(fraction.len()).ok()?)?;
    good.then_some((digits, exponent))
}

fn is_exponent(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
}

/// The whole part without its group separators, if it has none or the groups are those of one number: `2,737,600` is
/// one, `88000,3760` is two.
fn ungrouped(whole: &str) -> Option<String> {
    let Some(separator) = [',', ' ']
        .into_iter()
        .find(|separator| whole.contains(*separator))
    else {
        return Some(whole.to_owned());
    };
    let mut groups = whole.split(separator);
    let first = groups.next()?;
    let leading = (1..=3).contains(&first.len()) && !first.starts_with('0');
    let good = leading
        && groups.all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()));
    good.then(|| whole.replace(separator, ""))
}

/// `digits` times ten to the `exponent`, exactly or not at all.
fn decimal(digits: &str, exponent: i32) -> Option<String> {
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        return Some("0".to_owned());
    }
    let zeros = usize::try_from(exponent).unwrap_or(0);
    let places = usize::try_from(exponent.min(0).unsigned_abs()).ok()?;
    if digits.len().checked_add(zeros)?.max(places) > 28 {
        return None;
    }
    let whole = places + 1;
    let mut text = format!("{digits:0>whole$}{}", "0".repeat(zeros));
    if places > 0 {
        text.insert(text.len() - places, '.');
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn reads(raw: &str, yuan: &str) {
        let amount = Amount::parse(raw).unwrap();
        assert_eq!(amount.yuan(), Some(yuan), "{raw}");
        assert_eq!(amount.raw(), raw);
    }

    #[test]
    fn numbers() {
        reads("204300", "204300");
        reads("1120000", "1120000");
        reads("204300.00", "204300.00");
        reads("0", "0");
        reads("0.5", "0.5");
        reads(".5", "0.5");
        reads("1.799E+7", "17990000");
        reads("1.799e7", "17990000");
        reads("25E-2", "0.25");
        reads("２０４３００．５", "204300.5");
        // 0.1 + 0.2 of binary floats; here a number with sixteen digits behind the point survives.
        reads("5261902.2800000001", "5261902.2800000001");
        reads(
            "9999999999999999999999999999",
            "9999999999999999999999999999",
        );
    }

    #[test]
    fn groups_of_three() {
        reads("2,737,600", "2737600");
        reads("2，737，600.50", "2737600.50");
        reads("144 434.19", "144434.19");
        reads("40 176.68元", "40176.68");
        reads("200,000元", "200000");
        reads("1 234 567.80", "1234567.80");
        reads("1,500.00万元", "15000000");
    }

    #[test]
    fn units() {
        reads("15000万人民币元", "150000000");
        reads("15000万元人民币", "150000000");
        reads("人民币 400 万元", "4000000");
        reads("400万元（人民币）", "4000000");
        reads("1.5亿", "150000000");
        reads("0.12345万元", "1234.5");
        reads("RMB 20元", "20");
        reads("5000元整", "5000");
    }

    #[test]
    fn what_is_not_certain_is_kept_as_text() {
        for raw in [
            "88000,3760,8000万元",
            "88000,3760",
            "1,23",
            "0,123",
            ",123",
            "1,,234",
            "1,234 567",
            "12 34",
            "100 200",
            "100 200元",
            "100 200 300",
            "100 200万元",
            "200 000元",
            "500,300万元",
            "1,500万",
            "100.50 200",
            "100.50 200.50",
            "100,200.50,300",
            "1  234",
            "100万美元",
            "$100",
            "¥100",
            "HK$5",
            "100港元",
            "-100",
            "+5",
            "5.",
            ".",
            "1.2.3",
            "E5",
            "1E",
            "1E+",
            "1E1.5",
            "1e+-5",
            "1E+99",
            "1E999999999999",
            "1E-999999999",
            "99999999999999999999999999999",
            "5千万元",
            "1万2千元",
            "12元5角",
            "20万元30万元",
            "人民币",
            "元",
            "万元",
            "不详",
            "100整",
            "200000元及利息",
        ] {
            let amount = Amount::parse(raw).unwrap();
            assert_eq!((amount.raw(), amount.yuan()), (raw, None));
        }
    }

    #[test]
    fn equal_amounts_have_one_shortest_text() {
        for (raw, shortest) in [
            ("204300", "204300"),
            ("204300.00", "204300"),
            ("0.50", "0.5"),
            ("20.43万", "204300"),
            ("0.00", "0"),
        ] {
            let amount = Amount::parse(raw).unwrap();
            assert_eq!(amount.yuan_shortest(), Some(shortest), "{raw}");
        }
        assert_eq!(Amount::parse("100美元").unwrap().yuan_shortest(), None);
    }

    #[test]
    fn blank_is_none() {
        for raw in ["", "-", "暂无", "无"] {
            assert_eq!(Amount::parse(raw), None);
        }
    }

    #[test]
    fn json_has_the_value_in_a_string() {
        let amount = Amount::parse("2,737,600").unwrap();
        let json = serde_json::json!({ "raw": "2,737,600", "yuan": "2737600" });
        assert_eq!(serde_json::to_value(&amount).unwrap(), json);
        assert_eq!(serde_json::from_value::<Amount>(json).unwrap(), amount);
        let list = Amount::parse("1,2").unwrap();
        assert_eq!(
            serde_json::to_value(&list).unwrap(),
            serde_json::json!({ "raw": "1,2" })
        );
    }

    proptest! {
        #[test]
        fn never_panics_and_keeps_the_raw_text(raw in prop_oneof![any::<String>(), "[0-9０，, .E+\\-万亿元人民币]{0,20}"]) {
            if let Some(amount) = Amount::parse(&raw) {
                prop_assert_eq!(amount.raw(), raw);
                if let Some(yuan) = amount.yuan() {
                    let again = Amount::read(yuan);
                    prop_assert_eq!(again.yuan(), Some(yuan));
                }
            }
        }

        #[test]
        fn digits_and_point_are_those_of_the_number(digits in 1u64.., exponent in -28i32..=8) {
            let read = yuan(&format!("{digits}E{exponent}")).unwrap();
            let (whole, fraction) = read.split_once('.').unwrap_or((&read, ""));
            prop_assert_eq!(fraction.len(), exponent.min(0).unsigned_abs() as usize);
            let shifted: u128 = format!("{whole}{fraction}").parse().unwrap();
            prop_assert_eq!(shifted, u128::from(digits) * 10_u128.pow(exponent.max(0).unsigned_abs()));
            prop_assert!(whole == "0" || !whole.starts_with('0'), "{}", read);
        }
    }
}
