//! What a line of text says of the table below it.

use super::document::words;

/// What a table describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    /// A request's parameters.
    Request,
    /// A request's headers.
    Headers,
    /// Parameters of every request: who calls, and the signature.
    Common,
    /// The reply's fields.
    Reply,
    /// Status codes; whether such a call counts as a valid request, where that is said.
    Codes(Option<bool>),
    /// HTTP status codes, which are not the vendor's.
    HttpCodes,
    /// An example, which is no table.
    Example,
}

const REQUEST: &[&str] = &[
    "请求参数",
    "输入参数",
    "入参",
    "请求字段",
    "请求报文",
    "业务参数",
    "传入参数",
    "查询参数",
    "请求体",
    "query",
    "request",
];
const COMMON: &[&str] = &[
    "公共参数",
    "公共请求参数",
    "系统参数",
    "通用参数",
    "common parameter",
];
const REPLY: &[&str] = &[
    "返回参数",
    "返回字段",
    "返回结果",
    "返回数据",
    "返回值",
    "返回报文",
    "返回内容",
    "返回子数据",
    "输出参数",
    "出参",
    "响应参数",
    "响应字段",
    "响应数据",
    "响应结果",
    "响应报文",
    "应答报文",
    "应答参数",
    "应答字段",
    "response",
    "reply",
    "output",
];
const CODES: &[&str] = &[
    "状态码",
    "结果码",
    "错误码",
    "返回码",
    "响应码",
    "错误代码",
    "status code",
    "error code",
    "return code",
];
const HEADERS: &[&str] = &["header", "请求头", "头部参数"];
const EXAMPLE: &[&str] = &["示例", "样例", "example", "sample"];

/// What the line says; a long line says nothing, since it is a sentence and no heading.
pub(super) fn subject(text: &str) -> Option<Subject> {
    let lower = text.to_lowercase();
    if lower.chars().count() > 40 {
        return None;
    }
    let has = |list: &[&str]| list.iter().any(|word| lower.contains(word));
    if has(EXAMPLE) {
        Some(Subject::Example)
    } else if has(HEADERS) && !has(REPLY) {
        Some(Subject::Headers)
    } else if has(COMMON) && !has(REPLY) {
        Some(Subject::Common)
    } else if lower.contains("http") && has(CODES) {
        Some(Subject::HttpCodes)
    } else if has(CODES) {
        let valid = match (lower.contains("有效请求"), lower.contains("无效请求")) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => None,
        };
        Some(Subject::Codes(valid))
    } else if has(REPLY) {
        Some(Subject::Reply)
    } else if has(REQUEST) {
        Some(Subject::Request)
    } else {
        None
    }
}

/// Whether the line only remarks on something and heads nothing.
pub(super) fn is_remark(text: &str) -> bool {
    [
        "注：",
        "注:",
        "注意",
        "备注",
        "说明：",
        "说明:",
        "*",
        "note",
    ]
    .iter()
    .any(|word| text.to_lowercase().starts_with(word))
}

/// The words that could be a field's name.
pub(super) fn names(text: &str) -> Vec<&str> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
        .filter(|word| word.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_'))
        .collect()
}

/// The line, if it is a field's name and nothing else but a number of a section and a colon.
pub(super) fn only_name(text: &str) -> Option<&str> {
    let text = unnumbered(text).trim_end_matches([':', '：']);
    let [name] = names(text)[..] else {
        return None;
    };
    (words(text) == name).then_some(name)
}

/// The line without the number of its section: `2.1 请求地址`, `3、请求地址`, `（1）请求地址`, `## 请求地址`.
pub(super) fn unnumbered(text: &str) -> &str {
    let numbering = |c: char| {
        c.is_ascii_digit()
            || c.is_whitespace()
            || matches!(
                c,
                '.' | '、' | '(' | ')' | '（' | '）' | '#' | '-' | '*' | '．'
            )
    };
    words(text)
        .trim_start_matches(numbering)
        .trim_end_matches(['*', '#', ' '])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_in_both_languages() {
        for (text, wanted) in [
            ("输入参数:", Subject::Request),
            ("3.2 Request parameters", Subject::Request),
            ("请求Header：", Subject::Headers),
            (
                "公共参数（授权和签名），所有接口都需要传入两个参数：",
                Subject::Common,
            ),
            ("返回参数说明：", Subject::Reply),
            ("Response fields", Subject::Reply),
            ("7.2 无效请求状态码", Subject::Codes(Some(false))),
            ("错误码参照", Subject::Codes(None)),
            ("返回成功示例:", Subject::Example),
        ] {
            assert_eq!(subject(text), Some(wanted), "{text}");
        }
        assert_eq!(subject("1 概述"), None);
    }

    #[test]
    fn a_name_alone() {
        assert_eq!(only_name("Result"), Some("Result"));
        assert_eq!(only_name("3.1 LimitList："), Some("LimitList"));
        assert_eq!(only_name("items 数据字段："), None);
        assert_eq!(names("items 数据字段："), ["items"]);
    }
}
