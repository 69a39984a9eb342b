//! Tables of status codes.
//!
//! Codes and their words are taken verbatim. What a code means for a program, its class, is for a person to
//! decide; where the words are certain ones, a guess is made and marked as one.

use super::columns::{Column, Header};
use super::document::Row;
use super::remark::Remarks;

/// A status code as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Code {
    pub(super) line: usize,
    pub(super) code: String,
    pub(super) meaning: String,
    pub(super) old_code: String,
    pub(super) valid_request: Option<bool>,
    pub(super) others: Vec<String>,
}

/// Reads the rows of a table of codes.
pub(super) fn read(
    header: &Header,
    rows: &[Row],
    valid_request: Option<bool>,
    codes: &mut Vec<Code>,
    remarks: &mut Remarks,
) {
    for row in rows {
        let cell = |column: &Column| header.cell(row, column).to_owned();
        let code = cell(&Column::Code);
        let meaning = cell(&Column::Description);
        let extra =
            (header.columns.len()..row.cells.len()).any(|index| !row.cell(index).is_empty());
        let reason = if extra {
            Some("The row has more cells than the header: two rows may be joined.".to_owned())
        } else if !is_code(&code) {
            Some(format!("`{code}` is no single code."))
        } else if meaning.is_empty() || row.cells.iter().any(|cell| cell.contains('\u{fffd}')) {
            Some("The code's meaning is missing or damaged.".to_owned())
        } else {
            codes.iter().find(|known| known.code == code).map(|known| {
                let same = if known.meaning == meaning {
                    "the same"
                } else {
                    "another"
                };
                format!(
                    "The code stands in line {} already, with {same} meaning; the first is kept.",
                    known.line
                )
            })
        };
        if let Some(reason) = reason {
            remarks.left_out(row.line, &row.told(), reason);
            continue;
        }
        codes.push(Code {
            line: row.line,
            code,
            meaning,
            old_code: cell(&Column::OldCode),
            valid_request,
            others: header.others(row),
        });
    }
}

/// Digits with a sign, or a word in ASCII that holds a digit or is all capitals.
fn is_code(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let is_word = text
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || b"_-.".contains(&b))
        && text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text
            .bytes()
            .any(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
    // `1000-1999` is a range.
    is_number || is_word && text.bytes().any(|b| b.is_ascii_alphabetic()) && text.len() <= 40
}

/// Words that are a class's own, and the class. Whole meanings first, parts of meanings after.
const WHOLE: &[(&str, &[&str])] = &[
    (
        "success",
        &["成功", "查询成功", "请求成功", "操作成功", "success", "ok"],
    ),
    (
        "no-data",
        &[
            "无数据",
            "查无数据",
            "查询无数据",
            "查询无结果",
            "查无记录",
            "无记录",
            "查询成功,无数据",
            "查询成功，无数据",
            "no data",
            "not found",
        ],
    ),
];
const PARTS: &[(&str, &[&str])] = &[
    (
        "auth",
        &[
            "签名错误",
            "签名失败",
            "签名不正确",
            "验签失败",
            "sign 校验失败",
            "key无效",
            "key 无效",
        ],
    ),
    ("balance", &["余额不足", "欠费"]),
    ("rate", &["频率", "过于频繁", "请求过快"]),
    (
        "parameter",
        &[
            "参数错误",
            "参数异常",
            "参数缺失",
            "缺少参数",
            "参数为空",
            "参数不能为空",
        ],
    ),
    ("permission", &["无权限", "没有权限", "未授权"]),
    (
        "server",
        &[
            "系统异常",
            "系统错误",
            "服务异常",
            "服务端异常",
            "服务器异常",
            "内部错误",
            "内部异常",
        ],
    ),
];

/// The class that the words suggest, if they suggest one alone.
pub(super) fn guess(meaning: &str) -> Option<&'static str> {
    // `【有效请求】 查询成功`: what stands in front in brackets is no part of the meaning.
    let bare = match meaning.split_once('】') {
        Some((mark, rest)) if mark.starts_with('【') => rest,
        _ => meaning,
    };
    let bare = bare
        .trim()
        .trim_end_matches(['。', '.', '!', '！'])
        .to_lowercase();
    if let Some((class, _)) = WHOLE
        .iter()
        .find(|(_, words)| words.contains(&bare.as_str()))
    {
        return Some(class);
    }
    let mut classes = PARTS
        .iter()
        .filter(|(_, words)| words.iter().any(|word| bare.contains(word)))
        .map(|(class, _)| *class);
    let first = classes.next()?;
    classes.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_single() {
        for code in ["0", "0000", "-1", "200", "E1001", "SUCCESS", "A-12"] {
            assert!(is_code(code), "{code}");
        }
        for code in ["", "502/503", "1000-1999", "其他", "see below", "-", "1~9"] {
            assert!(!is_code(code), "{code}");
        }
    }

    #[test]
    fn only_certain_words_make_a_guess() {
        assert_eq!(guess("【有效请求】 查询成功"), Some("success"));
        assert_eq!(guess("查询成功,无数据"), Some("no-data"));
        assert_eq!(guess("账户余额不足"), Some("balance"));
        // Two classes, or a sentence that only begins like one.
        assert_eq!(guess("签名错误或余额不足"), None);
        assert_eq!(guess("查询成功但部分数据缺失"), None);
        assert_eq!(guess("请联系管理员"), None);
    }
}
