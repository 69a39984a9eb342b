//! The grammar of a case number.
//!
//! Since 2016 a case number is built by rule (法〔2015〕137号 Art. 3, amended by 法〔2018〕335号):
//!
//! ```text
//! case-no = "(" year ")" court [special] type number "号"
//! court   = "最高法" | high | high 2DIGIT | high 4DIGIT
//! ```
//!
//! Numbers of earlier years are still what most old debts are known by; they name the court by an abbreviation of its
//! own (`博` for 博山区) and end in `字第…号`. Both are read here. Arbitration awards, notarial deeds and penalties look
//! like old numbers (`沪仲案字第…号`), and a wrong reading is worse than none, so the old form is read only where
//! everything behind the court is made of characters that courts use for their types.

use serde::Serialize;

use super::case_body::{abbreviated, coded};
use super::width::is_han;

/// The parts of a case number that was understood.
///
/// In a number of the old form the line between court and type is a good guess, since neither has a fixed length;
/// comparing two case numbers never depends on it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CaseParts {
    /// The year of filing; some old numbers have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// The court: its code (`沪0105`, `最高法`) or, in an old number, its abbreviation (`博`). Old numbers of the
    /// Supreme Court have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub court: Option<String>,
    /// The mark of a specialised trial: `知`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub special: Option<String>,
    /// The type of case: `执`, `执恢`, `民初` …
    #[serde(rename = "type")]
    pub case_type: String,
    /// The order of filing within the year, leading zeros as printed.
    pub serial: String,
    /// A part of the serial: `-1` or `之一` before the 号.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub branch: Option<String>,
    /// What follows the 号: `民事判决书`, `之一` …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tail: Option<String>,
}

impl CaseParts {
    /// Reads a text that is in canonical form already.
    pub(super) fn read(canonical: &str) -> Option<Self> {
        let (leading_year, rest) = take_year(canonical);
        let (head, tail) = rest.split_once('号')?;
        let sheet = tail.strip_prefix('-').is_some_and(|it| it.len() <= 2);
        if tail.contains('号') || !sheet && tail.contains(|c: char| c.is_ascii_digit()) {
            // Two numbers in one text: neither is *the* number.
            return None;
        }
        if head.contains('某') {
            // A mask, of the type or of the serial.
            return None;
        }
        let (head, branch) = take_branch(head);
        let body = head.trim_end_matches(|c: char| c.is_ascii_digit());
        let serial = &head[body.len()..];
        if !(1..=12).contains(&serial.len()) || is_range(serial, branch) {
            return None;
        }

        let (body, ordinal) = take_suffix(body, '第');
        let (body, inner_year) = take_late_year(body);
        let (body, character) = take_suffix(body, '字');
        if leading_year.is_some() && inner_year.is_some() {
            return None;
        }
        let year = leading_year.or(inner_year);
        let old = ordinal || character;

        let (court, special, case_type) = match coded(body) {
            // By rule every number of the new form has its year.
            Some(it) if year.is_some() => it,
            _ if old => {
                let (court, case_type) = abbreviated(body)?;
                (court, None, case_type)
            }
            _ => return None,
        };
        let owned = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Some(Self {
            year,
            court: owned(court),
            special: special.map(str::to_owned),
            case_type: case_type.to_owned(),
            serial: serial.to_owned(),
            branch: owned(branch),
            tail: owned(tail),
        })
    }

    /// Text that two numbers share exactly if they are one case; `None` without a year, as serials repeat every year.
    pub(super) fn key(&self) -> Option<String> {
        let year = self.year?;
        let part = |it: &Option<String>| it.clone().unwrap_or_default();
        let serial = self.serial.trim_start_matches('0');
        Some(format!(
            "{year}|{}{}{}|{serial}|{}",
            part(&self.court),
            part(&self.special),
            self.case_type,
            part(&self.branch)
        ))
    }
}

/// Whether a year stands somewhere: at the start, or in brackets as penalties have it.
pub(super) fn has_year(canonical: &str) -> bool {
    let bracketed = |part: &str| {
        part.split_once(')')
            .is_some_and(|(it, _)| year(it).is_some())
    };
    take_year(canonical).0.is_some() || canonical.split('(').skip(1).any(bracketed)
}

/// `447-450` are the cases from one to the other, and `403-1` is a part of one.
fn is_range(serial: &str, branch: &str) -> bool {
    let number = |text: &str| text.parse::<u64>().ok();
    let to = branch.strip_prefix('-').and_then(number);
    to.is_some_and(|to| number(serial).is_some_and(|from| to > from))
}

/// `(2019)` or a bare `2019` at the start.
fn take_year(text: &str) -> (Option<u16>, &str) {
    let bracketed = text.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    if let Some((year, rest)) = bracketed.and_then(|(digits, rest)| Some((year(digits)?, rest))) {
        return (Some(year), rest);
    }
    match text.split_at_checked(4) {
        Some((digits, rest)) if rest.starts_with(is_han) => match year(digits) {
            Some(year) => (Some(year), rest),
            None => (None, text),
        },
        _ => (None, text),
    }
}

/// `(1998)` between the 字 and the 第, where some courts used to put it.
fn take_late_year(text: &str) -> (&str, Option<u16>) {
    let late = text
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once('('));
    match late.and_then(|(rest, digits)| Some((rest, year(digits)?))) {
        Some((rest, year)) => (rest, Some(year)),
        None => (text, None),
    }
}

fn year(digits: &str) -> Option<u16> {
    let four = digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit());
    digits
        .parse()
        .ok()
        .filter(|year| four && (1949..=2099).contains(year))
}

/// `403-1` and `403之一` are a serial and its branch.
fn take_branch(head: &str) -> (&str, &str) {
    let at = match head.rfind(['-', '之']) {
        Some(at) if at > 0 => at,
        _ => return (head, ""),
    };
    let (serial, branch) = head.split_at(at);
    let mut marks = branch.chars();
    let dash = marks.next() == Some('-');
    let numeral = |c: char| {
        if dash {
            c.is_ascii_digit()
        } else {
            "一二三四五六七八九十".contains(c)
        }
    };
    let good = branch.chars().count() > 1
        && marks.all(numeral)
        && serial.ends_with(|c: char| c.is_ascii_digit());
    if good { (serial, branch) } else { (head, "") }
}

fn take_suffix(text: &str, suffix: char) -> (&str, bool) {
    match text.strip_suffix(suffix) {
        Some(rest) => (rest, true),
        None => (text, false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// year, court, special, type, serial, branch, tail, as text with `-` for none.
    fn parts(canonical: &str) -> Option<[String; 7]> {
        let it = CaseParts::read(canonical)?;
        let or_dash = |part: Option<String>| part.unwrap_or_else(|| "-".to_owned());
        Some([
            or_dash(it.year.map(|year| year.to_string())),
            or_dash(it.court),
            or_dash(it.special),
            it.case_type,
            it.serial,
            or_dash(it.branch),
            or_dash(it.tail),
        ])
    }

    #[track_caller]
    fn reads(canonical: &str, expected: [&str; 7]) {
        assert_eq!(
            parts(canonical),
            Some(expected.map(str::to_owned)),
            "{canonical}"
        );
    }

    #[test]
    fn present_form() {
        reads(
            "(2019)沪0105执00447号",
            ["2019", "沪0105", "-", "执", "00447", "-", "-"],
        );
        reads(
            "(2017)沪0105民初19914号",
            ["2017", "沪0105", "-", "民初", "19914", "-", "-"],
        );
        reads(
            "(2020)最高法执监1号",
            ["2020", "最高法", "-", "执监", "1", "-", "-"],
        );
        reads(
            "(2020)最高法知民终12号",
            ["2020", "最高法", "知", "民终", "12", "-", "-"],
        );
        reads(
            "(2021)京73民初5号",
            ["2021", "京73", "-", "民初", "5", "-", "-"],
        );
        reads(
            "(2019)京73证保1号",
            ["2019", "京73", "-", "证保", "1", "-", "-"],
        );
        reads(
            "(2021)粤执复9号",
            ["2021", "粤", "-", "执复", "9", "-", "-"],
        );
        reads(
            "(2021)兵0101执恢3号",
            ["2021", "兵0101", "-", "执恢", "3", "-", "-"],
        );
        reads(
            "(2021)苏05执异3号之一",
            ["2021", "苏05", "-", "执异", "3", "-", "之一"],
        );
    }

    #[test]
    fn old_forms() {
        reads(
            "(2015)博商初字第403号民事判决书",
            ["2015", "博", "-", "商初", "403", "-", "民事判决书"],
        );
        reads(
            "(2012)博商初字第751号民事调解书",
            ["2012", "博", "-", "商初", "751", "-", "民事调解书"],
        );
        reads(
            "(2013)博执字第00223号",
            ["2013", "博", "-", "执", "00223", "-", "-"],
        );
        reads(
            "西民二初字224号",
            ["-", "西", "-", "民二初", "224", "-", "-"],
        );
        reads(
            "(2016)鲁0304执字第00086号",
            ["2016", "鲁0304", "-", "执", "00086", "-", "-"],
        );
        reads(
            "(2013)民申字第12号",
            ["2013", "-", "-", "民申", "12", "-", "-"],
        );
        reads(
            "(2014)民民初字第123号",
            ["2014", "民", "-", "民初", "123", "-", "-"],
        );
        reads(
            "(2014)豫民民初字第123号",
            ["2014", "豫民", "-", "民初", "123", "-", "-"],
        );
        reads(
            "(2013)民二终字第12号",
            ["2013", "-", "-", "民二终", "12", "-", "-"],
        );
        reads(
            "(2012)沪二中民四(商)终字第123号",
            ["2012", "沪二中", "-", "民四(商)终", "123", "-", "-"],
        );
        reads(
            "沪一中民初字(1998)第12号",
            ["1998", "沪一中", "-", "民初", "12", "-", "-"],
        );
        reads(
            "2014博执字第7-1号",
            ["2014", "博", "-", "执", "7", "-1", "-"],
        );
    }

    #[test]
    fn what_is_no_case_number_is_left_alone() {
        for text in [
            "(2018)xxxxxxxx号",
            "(2018)沪仲案字第1234号",
            "(2018)沪仲案1234号",
            "[2015]中国贸仲京裁字第0001号",
            "(2014)京方圆内经证字第00001号",
            "(2015)沪东证执字第12号",
            "(2008)沪证保字第12号",
            "浦劳人仲(2016)办字第12号",
            "京工商罚字(2015)第1号",
            "(2015)博商初字第403号、(2015)博商初字第404号",
            // A present number without its court, and an old one: the Supreme Court enforces no judgment of its own.
            "(2019)民民初1号",
            "(2019)民初1号",
            "(2013)民初字第12号",
            "(2013)执字第12号",
            "(2019)沪0105执447",
            "(2019)沪010执447号",
            "(2019)沪0105执号",
            "(0019)沪0105执447号",
            "沪0105执447号",
            "(2019)沪0105447号",
            "号",
            "第号",
            "字第1号",
            "-1号",
            "之一号",
        ] {
            assert_eq!(parts(text), None, "{text}");
        }
    }
}
