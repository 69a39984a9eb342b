//! What `zhixing drift` tells people.

use zhixing_core::observe::Drift;
use zhixing_core::spec::JsonType;
use zhixing_core::wire::Empty;

use super::Lang;

/// A difference, in words.
pub(crate) fn kind(lang: Lang, kind: Drift) -> String {
    if lang == Lang::En {
        return kind.to_string();
    }
    match kind {
        Drift::UnknownField => "文档未列出的字段".into(),
        Drift::UnknownValue => "文档未列出的取值".into(),
        Drift::UnknownStatus => "文档未列出的状态码".into(),
        Drift::MissingField => "文档称必有的字段缺失".into(),
        Drift::Nothing(empty) => format!("{}，文档未说明此处可为空", written(empty)),
        Drift::OtherType { documented, found } => {
            format!("{}，按文档的 {} 读取", word(found), word(documented))
        }
        Drift::UnreadableText => "应为 JSON 文本，但无法解析".into(),
        Drift::WrongShape { documented, found } => {
            format!("{}，无法按文档的 {} 读取", word(found), word(documented))
        }
        other => other.to_string(),
    }
}

fn written(empty: Empty) -> &'static str {
    match empty {
        Empty::Null => "null",
        Empty::Text => "\"\"",
        Empty::List => "[]",
        Empty::Object => "{}",
    }
}

fn word(kind: JsonType) -> &'static str {
    kind.as_str()
}

/// How much was compared.
pub(crate) fn counts(lang: Lang, files: usize, replies: u64, failures: u64) -> String {
    let mut text = lang.format(
        format_args!("replies: {replies}, files: {files}"),
        format_args!("{files} 个文件，{replies} 个答复"),
    );
    if failures > 0 {
        text += &lang.format(
            format_args!(
                "; {failures} with a status of failure or an unknown one, of which only the status was compared"
            ),
            format_args!("；其中 {failures} 个状态为失败或未知，只比较状态码"),
        );
    }
    text
}

/// What the proposal is.
pub(crate) fn patch(lang: Lang, schema: &str, changes: usize) -> String {
    if changes == 0 {
        return lang.format(
            format_args!("no change of {schema} is proposed"),
            format_args!("不建议改动 {schema}"),
        );
    }
    lang.format(
        format_args!(
            "changes of {schema} that would describe this: {changes} (--patch FILE writes them)"
        ),
        format_args!("描述以上内容需改动 {schema}：{changes} 处（--patch FILE 写出）"),
    )
}
