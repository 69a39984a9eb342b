//! The address, the method, the title and the version, where they are printed unmistakably.
//!
//! A document prints several addresses: its own, those of examples, those of other products. Only one behind
//! (or below) words that say "address of the interface" and nothing else is taken, and only if it is the
//! only one.

use super::document::{Block, words};
use super::label;
use super::remark::Remarks;

/// What a document says of itself and of how it is called.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Address {
    /// Scheme and host, and the path.
    pub(super) url: Option<(String, String)>,
    pub(super) method: Option<&'static str>,
    pub(super) title: Option<String>,
    pub(super) version: Option<String>,
}

const ADDRESS: &[&str] = &[
    "接口地址",
    "请求地址",
    "接口请求地址",
    "接口调用地址",
    "调用地址",
    "服务地址",
    "访问地址",
    "接口url",
    "请求url",
    "url",
    "endpoint",
    "address",
    "request url",
    "request address",
    "api url",
];
const METHOD: &[&str] = &[
    "请求方式",
    "请求方法",
    "接口请求方式",
    "调用方式",
    "调用方法",
    "提交方式",
    "http方法",
    "http请求方式",
    "http method",
    "method",
    "request method",
];
const VERSION: &[&str] = &["版本", "版本号", "文档版本", "版本日期", "version"];

/// Reads the lines outside tables, and tables of two columns without a header.
pub(super) fn read(blocks: &[Block], remarks: &mut Remarks) -> Address {
    let mut said: Vec<(usize, String)> = Vec::new();
    for block in blocks {
        match block {
            Block::Text(line) => said.push((line.number, line.text.clone())),
            Block::Table(table) => {
                for row in table.rows.iter().filter(|row| row.cells.len() == 2) {
                    said.push((row.line, format!("{}：{}", row.cell(0), row.cell(1))));
                }
            }
            Block::Code(code) => {
                said.extend(
                    code.iter()
                        .map(|line| (line.number, words(&line.text).to_owned())),
                );
            }
        }
    }
    let title = blocks.iter().find_map(|block| match block {
        Block::Text(line) => Some(label::unnumbered(&line.text).to_owned()),
        _ => None,
    });
    let method = one(&values(&said, METHOD), "methods", methods, remarks);
    Address {
        url: one(
            &values(&said, ADDRESS),
            "addresses",
            |value| url(value).into_iter().collect(),
            remarks,
        ),
        method,
        title: title.filter(|title| !title.is_empty()),
        version: values(&said, VERSION)
            .first()
            .map(|(_, value)| value.clone()),
    }
}

/// What stands behind one of the words, in its line or in the next.
fn values(said: &[(usize, String)], wanted: &[&str]) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (index, (number, text)) in said.iter().enumerate() {
        let text = label::unnumbered(text);
        let (word, value) = match text.split_once(['：', ':']) {
            Some((word, value)) if wanted.contains(&words(word).to_lowercase().as_str()) => {
                (word, words(value))
            }
            _ => (text, ""),
        };
        if !wanted.contains(&words(word).to_lowercase().as_str()) {
            continue;
        }
        if !value.is_empty() {
            found.push((*number, value.to_owned()));
        } else if let Some((number, next)) = said.get(index + 1) {
            found.push((*number, words(next).to_owned()));
        }
    }
    found
}

/// The one thing that all these values say; if they say several, each is told.
fn one<T: PartialEq + Clone>(
    values: &[(usize, String)],
    what: &str,
    read: impl Fn(&str) -> Vec<T>,
    remarks: &mut Remarks,
) -> Option<T> {
    let mut all: Vec<T> = Vec::new();
    for value in values.iter().flat_map(|(_, value)| read(value)) {
        if !all.contains(&value) {
            all.push(value);
        }
    }
    if all.len() > 1 {
        for (line, value) in values.iter().filter(|(_, value)| !read(value).is_empty()) {
            remarks.left_out(
                *line,
                value,
                format!("The document prints several {what}: choose one."),
            );
        }
        return None;
    }
    all.pop()
}

fn methods(value: &str) -> Vec<&'static str> {
    let upper = value.to_uppercase();
    let mut words = upper.split(|c: char| !c.is_ascii_alphanumeric());
    let mut found = Vec::new();
    for known in ["GET", "POST"] {
        if words.clone().any(|word| word == known) {
            found.push(known);
        }
    }
    // A sentence may name a method in passing; a short value does not.
    let short = words.by_ref().filter(|word| !word.is_empty()).count() <= 4;
    if short { found } else { Vec::new() }
}

/// Scheme and host, and the path without a query.
fn url(value: &str) -> Option<(String, String)> {
    let start = value.find("http://").or_else(|| value.find("https://"))?;
    let ends = |c: char| {
        c.is_whitespace()
            || !c.is_ascii()
            || matches!(c, '<' | '>' | '"' | ')' | ']' | '?' | '#' | '`' | ',' | ';')
    };
    let url = value.get(start..)?.split(ends).next()?;
    let rest = url.split_once("://")?.1;
    let host = rest.split('/').next()?;
    let base = url.get(..url.len() - rest.len() + host.len())?;
    let path = rest.get(host.len()..)?;
    (host.contains('.') && !path.contains(['{', '}', '$']))
        .then(|| (base.to_owned(), path.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::document;

    fn of(text: &str) -> Address {
        read(&document::read(text), &mut Remarks::default())
    }

    #[test]
    fn the_address_behind_its_word_and_no_other() {
        let text = "颜色查询\n版本：1.2\n2.1 接口地址：<https://api.lanting.example/v1/colour>\n请求示例：\nhttps://other.example/x?key=1\n请求方式\nPOST\n";
        let found = of(text);
        let url = (
            "https://api.lanting.example".to_owned(),
            "/v1/colour".to_owned(),
        );
        assert_eq!(found.url, Some(url));
        assert_eq!(found.method, Some("POST"));
        assert_eq!(found.version.as_deref(), Some("1.2"));
        assert_eq!(found.title.as_deref(), Some("颜色查询"));
    }

    #[test]
    fn of_two_addresses_or_methods_none_is_taken() {
        let text =
            "接口地址：http://a.example/x\n接口地址：http://b.example/x\n请求方式：get/post\n";
        let mut remarks = Remarks::default();
        let found = read(&document::read(text), &mut remarks);
        assert_eq!((found.url, found.method), (None, None));
        let lines: Vec<usize> = remarks.sorted().iter().map(|remark| remark.line).collect();
        assert_eq!(lines, [1, 2, 3]);
    }
}
