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

/// Characters a type may start with, behind a court's abbreviation.
const TYPE_STARTS: &str = "民刑行商经知执赔破督催特非财减假";

/// Of these, the ones that open a number of the Supreme Court, which has no abbreviation (`民申字`, `执监字`).
const SUPREME_STARTS: &str = "民刑行知执赔";

/// Characters that types are made of.
const TYPE_CHARS: &str = "民刑行商经知执赔破督催特非财减假初终再审监申提抗撤清预保恢异复他协委辖调确诉前司惩救更金房少\
                          家涉外交海事小附一二三四五六七八九十()";

/// A body of the present form: the court's code, the special mark and the type.
pub(super) fn coded(body: &str) -> Option<(&str, Option<&str>, &str)> {
    let high = match body.strip_prefix("最高法") {
        Some(rest) => rest,
        None => body.strip_prefix(|c| HIGH.contains(c))?,
    };
    let rest = high.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = high.len() - rest.len();
    let court = &body[..body.len() - rest.len()];
    let plausible = match digits {
        // Without digits the province may as well be the first character of something else, such as 沪东证.
        0 => is_type(rest),
        2 | 4 if !court.starts_with("最高法") => rest.chars().all(is_han),
        _ => false,
    };
    if !plausible
        || !(1..=4).contains(&rest.chars().count())
        || rest.contains(|c| NOT_A_COURT.contains(c))
    {
        return None;
    }
    match rest.strip_prefix('知') {
        Some(case_type) if !case_type.is_empty() => Some((court, Some("知"), case_type)),
        _ => Some((court, None, rest)),
    }
}

/// A body of the old form: the court's abbreviation, which may be empty, and the type.
pub(super) fn abbreviated(body: &str) -> Option<(&str, &str)> {
    if body.contains(|c| NOT_A_COURT.contains(c)) {
        return None;
    }
    if body.starts_with(|c| SUPREME_STARTS.contains(c)) && is_type(body) {
        return Some(("", body));
    }
    // The abbreviation may begin with a character that types begin with as well (商 for 商丘), hence the skip.
    let (at, _) = body
        .char_indices()
        .skip(1)
        .find(|(at, c)| TYPE_STARTS.contains(*c) && is_type(&body[*at..]))?;
    let (court, case_type) = body.split_at(at);
    (court.chars().all(is_han) && court.chars().count() <= 8).then_some((court, case_type))
}

fn is_type(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| TYPE_CHARS.contains(c))
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
        for body in [
            "沪010执",
            "沪01050执",
            "最高法01执",
            "港0105执",
            "沪0105",
            "沪0105证执",
            "沪0105一二三四五",
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
        assert_eq!(abbreviated("民申"), Some(("", "民申")));
        for body in ["", "博", "沪仲案", "博九个字以上的法院名称民初"] {
            assert_eq!(abbreviated(body), None, "{body}");
        }
    }
}
