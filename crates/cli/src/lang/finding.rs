//! What the doctor finds, and how bad it is.

use zhixing_core::credentials::CredentialFault;
use zhixing_core::transport::Fault;

use super::{Lang, Message, Word};

/// How bad a finding is. Only a fault changes the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    Ok,
    Info,
    Warning,
    Fault,
}

impl Level {
    /// The word for machines.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Fault => "fault",
        }
    }

    /// The word for people.
    pub(crate) fn word(self) -> Word {
        match self {
            Self::Ok => Word::Fine,
            Self::Info => Word::Info,
            Self::Warning => Word::Warning,
            Self::Fault => Word::Fault,
        }
    }
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Finding {
    // The config file.
    NoFile,
    File {
        path: String,
        profile: String,
    },
    FileWarning(Message),
    // Credentials.
    NotConfigured {
        variables: String,
    },
    Incomplete {
        missing: String,
    },
    Credential {
        name: &'static str,
        from: String,
    },
    Malformed {
        name: &'static str,
        fault: CredentialFault,
    },
    Quoted {
        name: &'static str,
    },
    Unusual {
        name: &'static str,
    },
    Twice {
        names: String,
    },
    Mixed,
    Astray(Message),
    Nobody,
    // Hosts.
    Host {
        host: String,
        from: String,
    },
    NoHost {
        reason: String,
    },
    PlainAsPrinted,
    Local,
    // Over the network.
    Reached {
        host: String,
        status: u16,
        millis: u64,
        tls: bool,
    },
    NotReached {
        host: String,
        fault: Fault,
    },
    Skipped {
        host: String,
    },
    Clock {
        host: String,
        offset: i64,
        uncertainty: i64,
    },
    ClockOff {
        host: String,
        offset: i64,
        uncertainty: i64,
    },
    NoDate {
        host: String,
    },
}

impl Finding {
    /// How bad it is.
    pub(crate) fn level(&self) -> Level {
        match self {
            Self::File { .. }
            | Self::Credential { .. }
            | Self::Host { .. }
            | Self::Reached { .. }
            | Self::Clock { .. } => Level::Ok,
            Self::NoFile
            | Self::NotConfigured { .. }
            | Self::Local
            | Self::Skipped { .. }
            | Self::NoDate { .. } => Level::Info,
            Self::FileWarning(_)
            | Self::Quoted { .. }
            | Self::Unusual { .. }
            | Self::Twice { .. }
            | Self::Mixed
            | Self::PlainAsPrinted
            | Self::ClockOff { .. } => Level::Warning,
            Self::Incomplete { .. }
            | Self::Malformed { .. }
            | Self::Nobody
            | Self::Astray(_)
            | Self::NoHost { .. }
            | Self::NotReached { .. } => Level::Fault,
        }
    }

    /// The word for machines.
    pub(crate) fn check(&self) -> &'static str {
        match self {
            Self::NoFile | Self::File { .. } | Self::FileWarning(_) => "config_file",
            Self::NotConfigured { .. } | Self::Incomplete { .. } | Self::Nobody => "configured",
            Self::Credential { .. }
            | Self::Malformed { .. }
            | Self::Quoted { .. }
            | Self::Unusual { .. }
            | Self::Twice { .. } => "credential",
            Self::Mixed | Self::Astray(_) => "origin",
            Self::Host { .. } | Self::NoHost { .. } => "host",
            Self::PlainAsPrinted | Self::Local => "encryption",
            Self::Reached { .. } | Self::NotReached { .. } | Self::Skipped { .. } => "reachable",
            Self::Clock { .. } | Self::ClockOff { .. } | Self::NoDate { .. } => "clock",
        }
    }

    /// The word for people.
    pub(crate) fn heading(&self, lang: Lang) -> &'static str {
        let (en, zh) = match self.check() {
            "config_file" => ("config file", "配置文件"),
            "configured" => ("configured", "配置"),
            "credential" => ("credential", "凭据"),
            "origin" => ("origin", "出处"),
            "host" => ("host", "主机"),
            "encryption" => ("encryption", "加密"),
            "reachable" => ("reachable", "连通"),
            "clock" => ("clock", "时钟"),
            other => (other, other),
        };
        lang.pick(en, zh)
    }

    /// In that language.
    pub(crate) fn text(&self, lang: Lang) -> String {
        match self {
            Self::NoFile => lang.pick("none is used", "未使用配置文件").into(),
            Self::File { path, profile } => lang.format(
                format_args!("{path}, profile {profile}"),
                format_args!("{path}，profile {profile}"),
            ),
            Self::FileWarning(message) | Self::Astray(message) => message.text(lang),
            Self::NotConfigured { variables } => lang.format(
                format_args!("not configured, so not asked; it takes {variables}"),
                format_args!("未配置，不会查询；需要 {variables}"),
            ),
            Self::Incomplete { missing } => lang.format(
                format_args!("only in part, so not asked; missing: {missing}"),
                format_args!("只配置了一部分，不会查询；缺少 {missing}"),
            ),
            Self::Credential { name, from } => lang.format(
                format_args!("{name} from {from}"),
                format_args!("{name} 来自 {from}"),
            ),
            Self::Malformed { name, fault } => lang.format(
                format_args!("{name} {fault}: copy it again"),
                format_args!("{name} {}：请重新复制", credential(*fault)),
            ),
            Self::Quoted { name } => lang.format(
                format_args!("{name} stands in quotes, which are sent along"),
                format_args!("{name} 带有引号，引号会一并发送"),
            ),
            Self::Unusual { name } => lang.format(
                format_args!("{name} holds blanks or characters that are not ASCII"),
                format_args!("{name} 含有空格或非 ASCII 字符"),
            ),
            Self::Twice { names } => lang.format(
                format_args!("{names} have the same value: was one pasted twice?"),
                format_args!("{names} 的值相同：是否把同一个粘贴了两次？"),
            ),
            Self::Mixed => lang
                .pick(
                    "some values come from the environment, others from the file: do they belong together?",
                    "部分值来自环境变量，部分来自配置文件：它们属于同一账号吗？",
                )
                .into(),
            Self::Nobody => lang
                .pick(
                    "no vendor can be asked; `zhixing check --sandbox` needs none",
                    "没有可查询的数据商；`zhixing check --sandbox` 不需要账号",
                )
                .into(),
            Self::Host { host, from } => lang.format(
                format_args!("{host} from {from}"),
                format_args!("{host} 来自 {from}"),
            ),
            Self::NoHost { reason } => lang.format(
                format_args!("the base URL {reason}"),
                format_args!("地址不可用：{reason}"),
            ),
            Self::PlainAsPrinted => lang
                .pick(
                    "plain http, as the document prints it: whoever is on the way can read and alter everything",
                    "明文 http，文档即如此：途中任何人都能读取和篡改全部内容",
                )
                .into(),
            Self::Local => lang
                .pick("plain http on this machine", "本机上的明文 http")
                .into(),
            Self::Reached {
                host,
                status,
                millis,
                tls,
            } => {
                let tls = if *tls { lang.pick(", TLS verified", "，TLS 已验证") } else { "" };
                lang.format(
                    format_args!("{host} answers its / in {millis} ms (HTTP {status}){tls}"),
                    format_args!("{host} 的 / 在 {millis} 毫秒内答复（HTTP {status}）{tls}"),
                )
            }
            Self::NotReached { host, fault } => lang.format(
                format_args!("{host}: {fault}"),
                format_args!("{host}：{}", line(*fault)),
            ),
            Self::Skipped { host } => lang.format(
                format_args!("{host} is not asked: its product may be at /"),
                format_args!("不访问 {host}：其产品可能就在 /"),
            ),
            Self::Clock {
                host,
                offset,
                uncertainty,
            } => lang.format(
                format_args!("this clock is {offset} s ahead of {host} (± {uncertainty} s)"),
                format_args!("本机时钟比 {host} 快 {offset} 秒（± {uncertainty} 秒）"),
            ),
            Self::ClockOff {
                host,
                offset,
                uncertainty,
            } => lang.format(
                format_args!(
                    "this clock is {offset} s ahead of {host} (± {uncertainty} s): signatures with a time may be refused"
                ),
                format_args!(
                    "本机时钟比 {host} 快 {offset} 秒（± {uncertainty} 秒）：带时间的签名可能被拒"
                ),
            ),
            Self::NoDate { host } => lang.format(
                format_args!("{host} sends no date to compare the clock with"),
                format_args!("{host} 没有返回可供比对的时间"),
            ),
        }
    }
}

fn credential(fault: CredentialFault) -> &'static str {
    match fault {
        CredentialFault::Empty => "为空",
        CredentialFault::ControlCharacter => "含有换行或其他控制字符",
        CredentialFault::SurroundingBlank => "首尾有空格",
        _ => "不可用",
    }
}

fn line(fault: Fault) -> String {
    match fault {
        Fault::NameNotFound => "域名无法解析".into(),
        Fault::NoConnection => "无法建立连接".into(),
        Fault::Tls => "无法建立安全连接（证书或 TLS 版本）".into(),
        Fault::ConnectTimeout => "连接超时".into(),
        Fault::Timeout => "答复超时".into(),
        Fault::Cut | Fault::BodyCut => "连接中断".into(),
        other => other.to_string(),
    }
}
