//! What is wrong with a stored reply.

use super::{Lang, Refusal};

/// A fault of a file. Nothing that a file holds is repeated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Stored {
    Unreadable(Refusal),
    /// A folder without files of replies.
    NoReplies,
    Empty,
    NotText,
    Html,
    TooLarge {
        megabytes: u64,
    },
    NotJson {
        reply: usize,
        reason: String,
    },
    BrokenLines {
        first: usize,
        broken: usize,
    },
    NoObject,
    NoStatus {
        path: String,
        operation: String,
    },
    Unrecognised {
        known: String,
    },
}

impl Stored {
    /// The word for machines.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Unreadable(_) | Self::NoReplies => "file",
            Self::Empty => "empty_body",
            Self::Html => "html",
            Self::NotText | Self::NotJson { .. } | Self::BrokenLines { .. } => "not_json",
            Self::TooLarge { .. } => "too_large",
            Self::NoObject => "shape",
            Self::NoStatus { .. } => "no_status",
            Self::Unrecognised { .. } => "unrecognised",
        }
    }

    /// What to do about it, in both languages.
    pub(super) fn next_step(&self) -> (&'static str, &'static str) {
        match self {
            Self::Unreadable(_) | Self::NoReplies => {
                ("check the path, and who may use it", "核对路径及其权限")
            }
            Self::TooLarge { .. } => ("split the file", "请拆分该文件"),
            Self::Unrecognised { .. } => (
                "say which by --vendor and --operation",
                "用 --vendor 和 --operation 指定",
            ),
            _ => (
                "check that the file holds the reply as it arrived, byte for byte",
                "核对该文件是否为收到的原始答复，逐字节不变",
            ),
        }
    }

    /// In that language.
    pub(crate) fn text(&self, lang: Lang) -> String {
        match self {
            Self::Unreadable(why) => why.text(lang).to_owned(),
            Self::NoReplies => lang
                .pick(
                    "the folder holds no .json, .jsonl or .ndjson",
                    "目录中没有 .json、.jsonl 或 .ndjson 文件",
                )
                .to_owned(),
            Self::Empty => lang.pick("the file is empty", "文件为空").to_owned(),
            Self::NotText => lang
                .pick("the file is not UTF-8 text", "文件不是 UTF-8 文本")
                .to_owned(),
            Self::Html => lang
                .pick("an HTML page, and no reply", "是 HTML 页面，不是答复")
                .to_owned(),
            Self::TooLarge { megabytes } => lang.format(
                format_args!("larger than {megabytes} MiB"),
                format_args!("超过 {megabytes} MiB"),
            ),
            Self::NotJson { reply, reason } => lang.format(
                format_args!("reply {reply} is not JSON, and nothing after it was read: {reason}"),
                format_args!("第 {reply} 个答复不是 JSON，其后内容未读取：{reason}"),
            ),
            Self::BrokenLines { first, broken } => lang.format(
                format_args!("lines that are not JSON: {broken}, the first is line {first}"),
                format_args!("不是 JSON 的行：{broken}，首行为第 {first} 行"),
            ),
            Self::NoObject => lang
                .pick("a reply is an object, and this is none", "答复应为对象")
                .to_owned(),
            Self::NoStatus { path, operation } => lang.format(
                format_args!("no reply of {operation}: there is no status at {path}"),
                format_args!("不是 {operation} 的答复：{path} 处没有状态码"),
            ),
            Self::Unrecognised { known } => lang.format(
                format_args!("whose reply this is cannot be told; it may be of {known}"),
                format_args!("无法判断是哪个接口的答复；可能是 {known}"),
            ),
        }
    }
}
