//! What a printed type and a printed mark of being required mean.
//!
//! `List<Object>`, `Object[]`, `jsonArray` and `数组` are one thing. A word that is not known is no type: the
//! field is drafted without one, and a person is told.

/// A type as JSON has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Integer,
    Number,
    Boolean,
    Object,
    /// A list; of what is not always said.
    List(Option<Box<Kind>>),
}

impl Kind {
    /// In words.
    pub(super) fn word(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Integer | Self::Number => "a number",
            Self::Boolean => "true or false",
            Self::Object => "an object",
            Self::List(_) => "a list",
        }
    }

    /// Says of a list of which nothing is known that it holds objects.
    pub(super) fn of_objects(&mut self) {
        if let Self::List(items) = self {
            items
                .get_or_insert_with(|| Box::new(Self::Object))
                .of_objects();
        }
    }

    /// Whether fields can stand in it.
    pub(super) fn holds_fields(&self) -> bool {
        match self {
            Self::Object => true,
            Self::List(items) => items.as_ref().is_none_or(|items| items.holds_fields()),
            _ => false,
        }
    }
}

/// What a printed type means, and the name of a type of the document's own (`CaseInfo` in `List<CaseInfo>`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Printed {
    pub(super) kind: Option<Kind>,
    pub(super) named: Option<String>,
    /// Whether the word leaves open what is sent.
    pub(super) unsure: bool,
}

const TEXT: &[&str] = &[
    "string",
    "str",
    "varchar",
    "char",
    "text",
    "nvarchar",
    "字符串",
    "字符",
    "字符型",
    "文本",
    "字符串型",
];
const INTEGER: &[&str] = &[
    "int",
    "integer",
    "int32",
    "int64",
    "long",
    "short",
    "bigint",
    "tinyint",
    "smallint",
    "整数",
    "整型",
    "长整型",
    "整形",
];
const NUMBER: &[&str] = &[
    "number",
    "double",
    "float",
    "decimal",
    "numeric",
    "bigdecimal",
    "数字",
    "数值",
    "浮点",
    "浮点数",
    "浮点型",
    "数值型",
];
const BOOLEAN: &[&str] = &["bool", "boolean", "布尔", "布尔值", "布尔型"];
const OBJECT: &[&str] = &[
    "object",
    "json",
    "jsonobject",
    "json object",
    "对象",
    "struct",
    "json对象",
];
const LIST: &[&str] = &[
    "array",
    "list",
    "jsonarray",
    "json array",
    "arraylist",
    "数组",
    "列表",
    "对象数组",
    "集合",
    "json数组",
];
const DATE: &[&str] = &[
    "date",
    "datetime",
    "time",
    "日期",
    "时间",
    "日期时间",
    "日期型",
];

/// What a printed type means.
pub(super) fn printed(text: &str) -> Printed {
    let lower = text.trim().to_lowercase();
    let is = |words: &[&str]| words.contains(&lower.as_str());
    let plain = |kind: Kind, unsure: bool| Printed {
        kind: Some(kind),
        named: None,
        unsure,
    };
    if is(TEXT) {
        plain(Kind::Text, false)
    } else if is(INTEGER) {
        plain(Kind::Integer, false)
    } else if is(NUMBER) {
        plain(Kind::Number, true)
    } else if is(BOOLEAN) {
        plain(Kind::Boolean, false)
    } else if is(OBJECT) {
        plain(Kind::Object, false)
    } else if is(LIST) {
        let of_objects = lower == "对象数组";
        plain(
            Kind::List(of_objects.then(|| Box::new(Kind::Object))),
            false,
        )
    } else if is(DATE) {
        plain(Kind::Text, true)
    } else if let Some(inner) = items(text.trim()) {
        let inner = printed(inner);
        Printed {
            kind: Some(Kind::List(inner.kind.map(Box::new))),
            ..inner
        }
    } else if let Some((head, _)) = text
        .split_once(['(', '（'])
        .filter(|(head, _)| !head.is_empty())
    {
        printed(head) // `varchar(50)`, `String（32）`
    } else {
        let is_name = text.starts_with(|c: char| c.is_ascii_uppercase())
            && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        Printed {
            kind: None,
            named: is_name.then(|| text.to_owned()),
            unsure: true,
        }
    }
}

/// The inner type of `List<X>`, `Array[X]`, `Array(X)`, `Array of X` and `X[]`.
fn items(text: &str) -> Option<&str> {
    if let Some(inner) = text.strip_suffix("[]") {
        return Some(inner.trim());
    }
    let lower = text.to_lowercase();
    for (word, close) in LIST
        .iter()
        .flat_map(|word| ['>', ']', ')'].map(|close| (word, close)))
    {
        let open = match close {
            '>' => '<',
            ']' => '[',
            _ => '(',
        };
        let starts = lower
            .strip_prefix(word)
            .is_some_and(|rest| rest.trim_start().starts_with(open));
        if starts && text.ends_with(close) {
            let inner = text.split_once(open)?.1;
            return inner.strip_suffix(close).map(str::trim);
        }
    }
    let at = lower
        .starts_with("array of ")
        .then_some("array of ".len())?;
    text.get(at..).map(str::trim)
}

/// Whether a mark says that a parameter is required; nothing if the mark is not known.
pub(super) fn required(mark: &str) -> Option<bool> {
    match mark.trim().to_lowercase().as_str() {
        "是" | "y" | "yes" | "true" | "必填" | "必选" | "必须" | "必传" | "必输" | "必需" | "m"
        | "required" | "mandatory" | "√" | "✓" => Some(true),
        "否" | "n" | "no" | "false" | "选填" | "可选" | "非必填" | "非必须" | "非必传"
        | "非必选" | "o" | "optional" | "×" | "" | "-" => Some(false),
        _ => None,
    }
}

/// A mark at the end of a description, for tables without a column of marks: `主体名称,必填`.
pub(super) fn mark_in(description: &str) -> Option<&str> {
    let marks = ["非必填", "必填", "选填", "必选", "可选", "必传"];
    let end = description.trim_end_matches([')', '）', ']', '】', '。', '.']);
    let mark = marks.into_iter().find(|mark| end.ends_with(mark))?;
    let before = end.strip_suffix(mark)?.trim_end();
    let stands_alone = before.is_empty()
        || before.ends_with([',', '，', ';', '；', '(', '（', '[', '【', '。', '、']);
    stands_alone.then_some(mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_in_every_spelling() {
        let of_objects = Some(Kind::List(Some(Box::new(Kind::Object))));
        for text in [
            "List<Object>",
            "Object[]",
            "Array[object]",
            "Array(JSON)",
            "array of object",
            "对象数组",
        ] {
            assert_eq!(printed(text).kind, of_objects, "{text}");
        }
        for text in ["jsonArray", "Array", "list", "数组"] {
            assert_eq!(printed(text).kind, Some(Kind::List(None)), "{text}");
        }
        assert_eq!(
            printed("List<String>").kind,
            Some(Kind::List(Some(Box::new(Kind::Text))))
        );
    }

    #[test]
    fn a_type_of_the_documents_own_keeps_its_name() {
        let found = printed("List<CaseInfo>");
        assert_eq!(found.kind, Some(Kind::List(None)));
        assert_eq!(found.named.as_deref(), Some("CaseInfo"));
        assert_eq!(printed("CaseInfo").kind, None);
    }

    #[test]
    fn lengths_in_brackets_and_words_of_both_languages() {
        assert_eq!(printed("varchar(50)").kind, Some(Kind::Text));
        assert_eq!(printed("Int32").kind, Some(Kind::Integer));
        assert_eq!(printed("布尔").kind, Some(Kind::Boolean));
        assert!(printed("Number").unsure);
        assert_eq!(printed("Strlng").kind, None);
    }

    #[test]
    fn marks_at_the_end_of_a_description() {
        assert_eq!(mark_in("主体名称,必填"), Some("必填"));
        assert_eq!(mark_in("身份证号（选填）"), Some("选填"));
        assert_eq!(mark_in("电话（非必填）"), Some("非必填"));
        assert_eq!(mark_in("说明此项是否必填"), None);
    }
}
