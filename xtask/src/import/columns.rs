//! Which column holds what, told by the header's words.
//!
//! Only words that are known make a column known. A column with other words is not guessed at: what it
//! says is kept beside the field as a remark.

use super::document::{Row, words};

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    Type,
    Required,
    Description,
    Length,
    Place,
    Code,
    OldCode,
    Value,
    Serial,
    /// Something else, with its header's words.
    Other(String),
}

/// The columns of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) columns: Vec<Column>,
}

const WORDS: &[(Column, &[&str])] = &[
    (
        Column::Name,
        &[
            "参数名",
            "参数名称",
            "参数",
            "参数代码",
            "参数英文名",
            "字段",
            "字段名",
            "字段名称",
            "字段英文名",
            "名称",
            "变量名",
            "变量名称",
            "变量",
            "属性",
            "属性名",
            "属性名称",
            "键",
            "英文名",
            "英文名称",
            "返回字段",
            "返回值字段",
            "返回参数",
            "请求参数",
            "输入参数",
            "输出参数",
            "name",
            "field",
            "field name",
            "parameter",
            "parameter name",
            "param",
            "property",
            "attribute",
            "key",
        ],
    ),
    (
        Column::Type,
        &[
            "类型",
            "参数类型",
            "字段类型",
            "数据类型",
            "变量类型",
            "值类型",
            "属性类型",
            "type",
            "data type",
            "datatype",
        ],
    ),
    (
        Column::Required,
        &[
            "必填",
            "是否必填",
            "必选",
            "是否必选",
            "必须",
            "是否必须",
            "必需",
            "是否必需",
            "必输",
            "是否必输",
            "必传",
            "是否必传",
            "出现要求",
            "required",
            "mandatory",
            "required?",
        ],
    ),
    (
        Column::Description,
        &[
            "说明",
            "描述",
            "备注",
            "含义",
            "释义",
            "解释",
            "参数说明",
            "参数描述",
            "参数含义",
            "字段说明",
            "字段描述",
            "字段含义",
            "字段释义",
            "详细说明",
            "中文说明",
            "中文名",
            "中文名称",
            "注释",
            "错误描述",
            "错误说明",
            "错误信息",
            "状态说明",
            "状态描述",
            "状态码说明",
            "结果码说明",
            "错误码说明",
            "description",
            "desc",
            "remark",
            "remarks",
            "comment",
            "meaning",
            "explanation",
            "message",
        ],
    ),
    (
        Column::Length,
        &[
            "长度",
            "最大长度",
            "字段长度",
            "参数长度",
            "类型定义",
            "length",
            "max length",
            "size",
        ],
    ),
    (
        Column::Place,
        &[
            "传递方式",
            "传参方式",
            "位置",
            "参数位置",
            "in",
            "location",
            "passed in",
        ],
    ),
    (
        Column::Code,
        &[
            "状态码",
            "结果码",
            "错误码",
            "返回码",
            "响应码",
            "错误代码",
            "状态代码",
            "返回代码",
            "响应代码",
            "业务码",
            "代码",
            "code",
            "返回结果",
            "error code",
            "status code",
            "return code",
            "errorcode",
            "statuscode",
            "error_code",
            "resultcode",
        ],
    ),
    (Column::Value, &["值", "参数值", "取值", "value"]),
    (Column::Serial, &["序号", "no", "no.", "#"]),
];

impl Header {
    /// The first column of a sort.
    pub(super) fn place(&self, column: &Column) -> Option<usize> {
        self.columns.iter().position(|known| known == column)
    }

    /// A row's words in the first column of a sort.
    pub(super) fn cell<'a>(&self, row: &'a Row, column: &Column) -> &'a str {
        self.place(column).map_or("", |place| row.cell(place))
    }

    /// What a row says in columns that have no keyword, each behind its header's words.
    pub(super) fn others(&self, row: &Row) -> Vec<String> {
        let columns = self.columns.iter().enumerate();
        columns
            .filter_map(|(place, column)| {
                let Column::Other(header) = column else {
                    return None;
                };
                let cell = row.cell(place);
                (!matches!(cell, "" | "-" | "/")).then(|| format!("{header}: {cell}"))
            })
            .collect()
    }
}

/// The columns, if the row is a header: it must name the field or the code, and something about it.
pub(super) fn header(row: &Row) -> Option<Header> {
    let mut columns: Vec<Column> = Vec::new();
    for index in 0..row.cells.len() {
        let cell = row.cell(index);
        let column = known(cell).filter(|column| !columns.contains(column));
        columns.push(column.unwrap_or_else(|| Column::Other(cell.to_owned())));
    }
    let has = |column: &Column| columns.contains(column);
    let about = [
        Column::Type,
        Column::Required,
        Column::Description,
        Column::Value,
    ];
    let names = has(&Column::Name) || has(&Column::Code);
    (names && about.iter().any(has)).then_some(Header { columns })
}

fn known(cell: &str) -> Option<Column> {
    let cell = cell.to_lowercase();
    // `错误码(error_code)`: the brackets explain.
    let bare = cell.split(['(', '（']).next().unwrap_or_default();
    let bare = words(bare).trim_end_matches([':', '：', '*']);
    // The cells of a headline are often widened by blanks: `类 型`.
    let joined: String = if bare.is_ascii() {
        bare.to_owned()
    } else {
        bare.split_whitespace().collect()
    };
    if joined.starts_with('旧') || joined.starts_with("old") {
        return Some(Column::OldCode);
    }
    WORDS
        .iter()
        .find(|(_, words)| words.contains(&joined.as_str()))
        .map(|(column, _)| column.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(cells: &[&str]) -> Option<Vec<Column>> {
        let cells = cells.iter().map(|cell| (*cell).to_owned()).collect();
        header(&Row { line: 1, cells }).map(|header| header.columns)
    }

    #[test]
    fn words_of_both_languages() {
        let wanted = [
            Column::Name,
            Column::Type,
            Column::Required,
            Column::Description,
        ];
        for cells in [
            ["参数名", "参数类型", "是否必填", "描述"],
            ["名称", "类 型", "必填", "说明："],
            ["Name", "Type", "Required", "Description"],
        ] {
            assert_eq!(of(&cells).as_deref(), Some(wanted.as_slice()), "{cells:?}");
        }
    }

    #[test]
    fn codes_of_today_and_of_before() {
        let columns = of(&["错误码", "说明", "旧版本(resultcode)"]);
        let wanted = [Column::Code, Column::Description, Column::OldCode];
        assert_eq!(columns.as_deref(), Some(wanted.as_slice()));
    }

    #[test]
    fn what_names_nothing_is_no_header() {
        for cells in [
            ["日期", "创建及变更描述", "版本"],
            ["接口名", "方法名", "备注"],
            ["colour", "String", "颜色"],
            ["1", "概述.....", "2"],
        ] {
            assert_eq!(of(&cells), None, "{cells:?}");
        }
    }
}
