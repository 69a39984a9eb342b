//! What is wrong with the config file.

use super::Lang;

/// A fault of the file, or of a place in it. Nothing that stands there as a value is repeated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ConfigFault {
    Unreadable { reason: String },
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
            | Self::Syntax { .. }
            | Self::Unknown { .. }
            | Self::NotText { .. }
            | Self::NotTable { .. } => "config",
            Self::NoProfile { .. } | Self::NoFile { .. } => "unknown_profile",
            Self::ReadableByOthers { .. } => "config_readable_by_others",
        }
    }

    /// What to do next, for machines.
    pub(super) fn next_step(&self) -> &'static str {
        match self {
            Self::ReadableByOthers { .. } => "chmod 600 the file",
            _ => "mend the config file or name another",
        }
    }

    /// In that language.
    pub(super) fn text(&self, place: &str, lang: Lang) -> String {
        match self {
            Self::Unreadable { reason } => lang.format(
                format_args!("the config file {place} cannot be read: {reason}"),
                format_args!("无法读取配置文件 {place}：{reason}"),
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
                    "{place} holds secrets and others may read it (mode {mode}); chmod 600 it"
                ),
                format_args!("{place} 含有密钥，但他人可读（权限 {mode}）；请 chmod 600"),
            ),
        }
    }
}
