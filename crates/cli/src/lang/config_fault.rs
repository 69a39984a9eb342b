//! What is wrong with the config file.

use super::{Lang, Refusal};

/// A fault of the file, or of a place in it. Nothing that stands there as a value is repeated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ConfigFault {
    Unreadable { why: Refusal },
    TooLong { most: u64 },
    Syntax { reason: String },
    Unknown { name: String, known: String },
    NotText { name: String },
    NotTable { name: String },
    NoProfile { name: String, known: String },
    NoFile { profile: String },
    ReadableByOthers { mode: String },
}

impl ConfigFault {
    /// The word for machines.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Unreadable { .. }
            | Self::TooLong { .. }
            | Self::Syntax { .. }
            | Self::Unknown { .. }
            | Self::NotText { .. }
            | Self::NotTable { .. } => "config",
            Self::NoProfile { .. } | Self::NoFile { .. } => "unknown_profile",
            Self::ReadableByOthers { .. } => "config_readable_by_others",
        }
    }

    /// What to do about it, in both languages.
    pub(super) fn next_step(&self) -> (&'static str, &'static str) {
        match self {
            Self::Unreadable { .. } | Self::TooLong { .. } => (
                "check what the path leads to, or name another file with --config",
                "核对该路径，或用 --config 指定其他文件",
            ),
            Self::Syntax { .. }
            | Self::Unknown { .. }
            | Self::NotText { .. }
            | Self::NotTable { .. } => (
                "mend that place; docs/command.md shows a whole file",
                "改正该处；完整示例见 docs/command.md",
            ),
            Self::NoProfile { .. } => (
                "name one of those, or write its table",
                "使用其中之一，或写出该表",
            ),
            Self::NoFile { .. } => (
                "write the file, or name another with --config",
                "写出该文件，或用 --config 指定其他文件",
            ),
            Self::ReadableByOthers { .. } => ("chmod 600 it", "chmod 600 该文件"),
        }
    }

    /// In that language.
    pub(super) fn text(&self, place: &str, lang: Lang) -> String {
        match self {
            Self::Unreadable { why } => {
                let why = why.text(lang);
                lang.format(
                    format_args!("the config file {place} cannot be read: {why}"),
                    format_args!("无法读取配置文件 {place}：{why}"),
                )
            }
            Self::TooLong { most } => lang.format(
                format_args!("the config file {place} is longer than {most} bytes"),
                format_args!("配置文件 {place} 超过 {most} 字节"),
            ),
            Self::Syntax { reason } => lang.format(
                format_args!("{place}: {reason}"),
                format_args!("{place}：不是合法的 TOML：{reason}"),
            ),
            Self::Unknown { name, known } => lang.format(
                format_args!("{place}: there is no `{name}` here; there are {known}"),
                format_args!("{place}：这里没有 `{name}`；有 {known}"),
            ),
            Self::NotText { name } => lang.format(
                format_args!("{place}: `{name}` must be a text in quotes"),
                format_args!("{place}：`{name}` 必须是带引号的文本"),
            ),
            Self::NotTable { name } => lang.format(
                format_args!("{place}: `{name}` must be a table"),
                format_args!("{place}：`{name}` 必须是表"),
            ),
            Self::NoProfile { name, known } => lang.format(
                format_args!("{place}: there is no profile `{name}`; there are {known}"),
                format_args!("{place}：没有名为 `{name}` 的 profile；有 {known}"),
            ),
            Self::NoFile { profile } => lang.format(
                format_args!("there is no config file {place}, so no profile `{profile}`"),
                format_args!("没有配置文件 {place}，因此没有名为 `{profile}` 的 profile"),
            ),
            Self::ReadableByOthers { mode } => lang.format(
                format_args!(
                    "{place} holds secrets and others may read or change it (mode {mode})"
                ),
                format_args!("{place} 含有密钥，但他人可读或可改（权限 {mode}）"),
            ),
        }
    }
}
