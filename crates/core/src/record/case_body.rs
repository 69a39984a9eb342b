//! The part of a case number between its year and its serial: which court, and which type of case.
//!
//! In the present form a code tells where the court ends and the type begins. In the old form nothing does, and the
//! same shape serves arbitration commissions, notaries and offices that fine people. Lists of characters decide here
//! what is a court's, and they are short on purpose: what they miss stays raw text.

use super::width::is_han;

/// Abbreviations of the provinces, with 军 (military courts) and 兵 (the Xinjiang corps).
const HIGH: &str = "京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼川渝贵云藏陕甘青宁新军兵";

/// Characters of bodies that are no court: arbitration, notaries, penalties.
const NOT_A_COURT: &str = "仲裁证罚";

/// The one type of the courts' tables that has one of them (诉前证据保全). A notary's deed of such a thing is `沪证保字第…号`: the
/// digits of a court's code tell them apart.
const EVIDENCE_KEPT: &str = "证保";

/// Characters a type may start with, behind a court's abbreviation.
const TYPE_STARTS: &str = "民刑行商经知执赔破督催特非财减假";

/// Fields of law. A type is of one of them: in `民民初` the first 民 is 民权县, whose court signs so.
const FIELDS_OF_LAW: &str = "民刑行商经";

/// Characters that types are made of.
const TYPE_CHARS: &str = "民刑行商经知执赔破督催特非财减假初终再审监申提抗撤清预保恢异复他协委辖调确诉前司惩救更金房少\
                          家涉外交海事小附一二三四五六七八九十()";

/// Those of the starts that open a number of the Supreme Court.
const SUPREME_STARTS: [char; 6] = ['民', '刑', '行', '知', '执', '赔'];

/// What the Supreme Court does with a case that was another court's. Its old numbers name no court, and so do numbers
/// of which the court was lost: 执 and 初 are what every court has, and are not taken for the Supreme Court's.
const SUPREME_STEPS: [&str; 13] = [
    "申", "再申", "提", "监", "再", "抗", "复", "核", "协", "他", "督", "请", "辖终",
];

/// A body of the present form: the court's code, the special mark and the type.
pub(super) fn coded(body: &str) -> Option<(&str, Option<&str>, &str)> {
    let high = match body.strip_prefix("最高法") {
        Some(rest) => rest,
        None => body.strip_prefix(|c| HIGH.contains(c))?,
    };
    let rest = high.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = high.len() - rest.len();
    let court = &body[..body.len() - rest.len()];
    let (special, case_type) = match rest.strip_prefix('知') {
        Some(case_type) if !case_type.is_empty() => (Some("知"), case_type),
        _ => (None, rest),
    };
    let foreign = case_type.contains(|c| NOT_A_COURT.contains(c));
    let plausible = match digits {
        // Without digits the province may as well be the first character of something else, such as 沪东证 or 沪一民.
        0 => is_type(rest) && !rest.starts_with(is_numeral) && !foreign,
        2 | 4 if !court.starts_with("最高法") => {
            rest.chars().all(is_han) && (!foreign || case_type == EVIDENCE_KEPT)
        }
        _ => false,
    };
    (plausible && (1..=3).contains(&case_type.chars().count()))
        .then_some((court, special, case_type))
}

/// A body of the old form: the court's abbreviation, which may be empty, and the type.
pub(super) fn abbreviated(body: &str) -> Option<(&str, &str)> {
    if body.contains(|c| NOT_A_COURT.contains(c)) {
        return None;
    }
    if is_supreme(body) {
        return Some(("", body));
    }
    if body.starts_with(SUPREME_STARTS) && is_type(body) {
        // 民执 is the court of 民权县, or a number that lost its court.
        return None;
    }
    // The abbreviation may begin with a character that types begin with as well (商 for 商丘), hence the skip.
    let (at, _) = body
        .char_indices()
        .skip(1)
        .find(|(at, c)| TYPE_STARTS.contains(*c) && is_type(&body[*at..]))?;
    let (court, case_type) = body.split_at(at);
    (court.chars().all(is_han) && court.chars().count() <= 8).then_some((court, case_type))
}

/// `民申`, `民一终`, `执监`, `知行`: a field of law, perhaps a division, and a step that is the Supreme Court's.
fn is_supreme(body: &str) -> bool {
    let Some(rest) = body.strip_prefix(SUPREME_STARTS) else {
        return false;
    };
    let step = rest.strip_prefix(is_numeral).unwrap_or(rest);
    SUPREME_STEPS.contains(&step) || step == "终" && step != rest || body == "知行"
}

/// Whether a text names somebody. Types alone, as in `(2013)执字第12号`, are those of every court.
pub(super) fn names_a_body(text: &str) -> bool {
    let shared = |c| TYPE_CHARS.contains(c) || "字第年".contains(c);
    text.chars().any(|c| is_han(c) && !shared(c))
}

fn is_numeral(c: char) -> bool {
    "一二三四五六七八九十".contains(c)
}

fn is_type(text: &str) -> bool {
    // A division's field stands in brackets (民四(商)终), and 附 joins a civil claim to a criminal case.
    let (mut fields, mut bracketed) = (0, false);
    for c in text.chars() {
        bracketed = c == '(' || bracketed && c != ')';
        fields += usize::from(!bracketed && FIELDS_OF_LAW.contains(c));
    }
    !text.is_empty()
        && text.chars().all(|c| TYPE_CHARS.contains(c))
        && (fields < 2 || text.contains('附'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_by_their_length() {
        assert_eq!(coded("沪0105执恢"), Some(("沪0105", None, "执恢")));
        assert_eq!(coded("最高法知民终"), Some(("最高法", Some("知"), "民终")));
        // 知 alone would leave no type: it is the type then.
        assert_eq!(coded("京73知"), Some(("京73", None, "知")));
        // 证 is a notary's mostly, and 证保 a type of the courts' tables.
        assert_eq!(coded("京73证保"), Some(("京73", None, "证保")));
        assert_eq!(coded("沪0105财保"), Some(("沪0105", None, "财保")));
        assert_eq!(coded("沪0105司惩复"), Some(("沪0105", None, "司惩复")));
        for body in [
            "沪010执",
            "沪01050执",
            "最高法01执",
            "港0105执",
            "沪0105",
            "沪0105证执",
            "沪0105一二三四",
            "沪证保",
            "豫民民初",
            "沪一民初",
            "",
        ] {
            assert_eq!(coded(body), None, "{body}");
        }
    }

    #[test]
    fn an_abbreviation_may_begin_like_a_type() {
        assert_eq!(abbreviated("商执"), Some(("商", "执")));
        assert_eq!(abbreviated("保执恢"), Some(("保", "执恢")));
        assert_eq!(abbreviated("穗中法执"), Some(("穗中法", "执")));
        for body in ["", "博", "沪仲案", "博九个字以上的法院名称民初", "京证保"]
        {
            assert_eq!(abbreviated(body), None, "{body}");
        }
    }

    /// 民权县 and 行唐县 have basic courts that sign with 民 and 行; 沪一 is the first intermediate court of Shanghai.
    #[test]
    fn a_court_that_signs_with_a_field_of_law_is_not_the_supreme_court_nor_its_province_s() {
        for (body, court, case_type) in [
            ("民民初", "民", "民初"),
            ("民商初", "民", "商初"),
            ("民刑初", "民", "刑初"),
            ("行民初", "行", "民初"),
            ("行行初", "行", "行初"),
            ("豫民民初", "豫民", "民初"),
            ("沪一民初", "沪一", "民初"),
            ("博行执", "博", "行执"),
            ("博刑附民初", "博", "刑附民初"),
        ] {
            assert_eq!(abbreviated(body), Some((court, case_type)), "{body}");
        }
    }

    #[test]
    fn only_what_the_supreme_court_alone_does_is_its_without_a_court() {
        for body in [
            "民申",
            "民再申",
            "民提",
            "民一终",
            "民辖终",
            "执监",
            "执复",
            "行监",
            "刑核",
            "知行",
            "赔监",
        ] {
            assert_eq!(abbreviated(body), Some(("", body)), "{body}");
        }
        // A court was lost on the way, nobody knows which.
        for body in [
            "执",
            "民初",
            "民二初",
            "民终",
            "执恢",
            "行初",
            "民特",
            "民执",
            "行执",
        ] {
            assert_eq!(abbreviated(body), None, "{body}");
        }
    }
}
