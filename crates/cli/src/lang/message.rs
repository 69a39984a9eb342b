//! What the command says on stderr about itself: complaints, warnings, hints.

use zhixing::Warning;

use super::{ConfigFault, Lang, Stored, Unproven, advice};

/// Something to say. Values in it are names, paths and lines: never a credential.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Message {
    // Wrong words on the command line.
    NoVendor {
        name: String,
        known: String,
    },
    NoOperation {
        vendor: &'static str,
        name: String,
        known: String,
    },
    SeveralPatches(String),
    ParameterForm,
    BadInstant(String),
    DryRunFormat,
    // What looks wrong with the question.
    Advice(Warning),
    OptionFits {
        option: &'static str,
        format: &'static str,
    },
    NotSigned(&'static str),
    // Credentials and the config file.
    SetVariable(&'static str),
    NobodyAsked,
    NobodyFits,
    NobodyPlanned,
    NoSuchFile,
    NoHome,
    Planned {
        calls: usize,
        further: bool,
    },
    Config {
        place: String,
        fault: ConfigFault,
    },
    HostAstray {
        vendor: &'static str,
        host: &'static str,
        credential: &'static str,
        from_environment: bool,
    },
    // Files, ports, output.
    File {
        path: String,
        reason: String,
    },
    Port {
        port: u16,
        reason: String,
    },
    Server(String),
    Scenario(String),
    System(String),
    Output(String),
    NotJson(String),
    Fault(String),
    // Replies.
    Unproven {
        path: String,
        fault: Unproven,
    },
    Stored {
        path: String,
        fault: Stored,
    },
    // Hints.
    Patched {
        path: String,
        schema: String,
    },
    SandboxServes,
    Progress {
        answered: u64,
        waiting: String,
        seconds: u64,
    },
    Interrupted {
        in_flight: String,
        answered: u64,
    },
}

impl Message {
    /// The word for machines.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::NoVendor { .. } => "unknown_vendor",
            Self::NoOperation { .. } => "unknown_operation",
            Self::ParameterForm
            | Self::BadInstant(_)
            | Self::DryRunFormat
            | Self::SeveralPatches(_)
            | Self::OptionFits { .. } => "usage",
            Self::Advice(_) => "check_digit",
            Self::NotSigned(_) => "not_signed",
            Self::SetVariable(_) => "missing_credential",
            Self::NobodyAsked | Self::NobodyFits | Self::NobodyPlanned => "nobody_asked",
            Self::Config { fault, .. } => fault.kind(),
            Self::HostAstray { .. } => "config",
            Self::File { .. } => "file",
            Self::Port { .. } | Self::Server(_) => "port",
            Self::Scenario(_) => "scenario",
            Self::System(_) => "system",
            Self::Output(_) | Self::NotJson(_) => "output",
            Self::Fault(_) => "fault",
            Self::Unproven { fault, .. } => fault.kind(),
            Self::Stored { fault, .. } => fault.kind(),
            Self::Patched { .. } => "patched",
            Self::SandboxServes => "serving",
            Self::NoSuchFile | Self::NoHome => "no_config_file",
            Self::Planned { .. } => "planned",
            Self::Progress { .. } => "progress",
            Self::Interrupted { .. } => "interrupted",
        }
    }

    /// What to do next, for machines.
    pub(crate) fn next_step(&self) -> &'static str {
        match self {
            Self::NoVendor { .. } => "use one of the vendors that `zhixing vendors` lists",
            Self::NoOperation { .. } => "use one of the operations that `zhixing vendors` lists",
            Self::SeveralPatches(_) => {
                "name one by --vendor and --operation, or take the patches from --format json"
            }
            Self::Stored { fault, .. } => fault.next_step(),
            Self::Patched { .. } => {
                "apply the patch, write what it leaves open, then `cargo xtask codegen`"
            }
            Self::Advice(_) => "compare the number with where it came from",
            Self::ParameterForm
            | Self::BadInstant(_)
            | Self::DryRunFormat
            | Self::OptionFits { .. }
            | Self::NotSigned(_) => "mend the command line",
            Self::SetVariable(_) | Self::NobodyAsked | Self::NobodyPlanned => {
                "set the credentials; `zhixing doctor` says which are missing"
            }
            Self::NobodyFits => "give what is missing, or ask other vendors",
            Self::Config { fault, .. } => fault.next_step(),
            Self::File { .. } => "check the path",
            Self::Port { .. } | Self::Server(_) => "take another port",
            Self::Scenario(_) => "mend the scenario file (docs/sandbox.md)",
            Self::System(_) => "check the limits of this user and machine",
            Self::Output(_) => "check where standard output goes",
            Self::NotJson(_) => "report this as a fault of the command",
            Self::Fault(_) => {
                "look at the vendors' bills, and report this place as a fault of the command"
            }
            Self::HostAstray { .. } => {
                "set the base URL where the credentials are, or in both places alike"
            }
            Self::Unproven { fault, .. } => fault.next_step(),
            Self::Progress { .. } => "wait",
            Self::NoSuchFile | Self::NoHome => "write the file or name another with --config",
            Self::Planned { .. } => "run it without --dry-run",
            Self::SandboxServes => "set the printed variables in another shell",
            Self::Interrupted { in_flight, .. } if in_flight.is_empty() => "run it again",
            Self::Interrupted { .. } => {
                "look at the vendor's bill before asking again: the call may have been counted"
            }
        }
    }

    /// In that language.
    pub(crate) fn text(&self, lang: Lang) -> String {
        match self {
            Self::NoVendor { name, known } => lang.format(
                format_args!("there is no vendor `{name}`; there are {known}"),
                format_args!("没有数据商 `{name}`；有 {known}"),
            ),
            Self::NoOperation {
                vendor,
                name,
                known,
            } => lang.format(
                format_args!("{vendor} has no operation `{name}`; it has {known}"),
                format_args!("{vendor} 没有接口 `{name}`；有 {known}"),
            ),
            Self::SeveralPatches(schemas) => lang.format(
                format_args!(
                    "--patch holds the change of one schema, and several drifted: {schemas}; name one by --vendor and --operation, or take the patches from --format json"
                ),
                format_args!(
                    "--patch 只能写一个 schema 的改动，而有多个出现差异：{schemas}；请用 --vendor 和 --operation 指定一个，或从 --format json 中取"
                ),
            ),
            Self::Stored { path, fault } => {
                format!("{path}{}{}", lang.pick(": ", "："), fault.text(lang))
            }
            Self::Patched { path, schema } => lang.format(
                format_args!(
                    "{path} changes {schema}; write what it marks PLACEHOLDER, then `cargo xtask codegen`"
                ),
                format_args!(
                    "{path} 是对 {schema} 的改动；请写好标有 PLACEHOLDER 的说明，再运行 `cargo xtask codegen`"
                ),
            ),
            Self::ParameterForm => lang.format(
                format_args!("a parameter is written name=value, for example keyword=…"),
                format_args!("参数写作 名称=值，例如 keyword=…"),
            ),
            Self::BadInstant(reason) => lang.format(
                format_args!("--at: {reason}"),
                format_args!("--at 不是 RFC 3339 时间：{reason}"),
            ),
            Self::DryRunFormat => lang.format(
                format_args!("--dry-run is written as table or json"),
                format_args!("--dry-run 只有 table 和 json 两种格式"),
            ),
            Self::OptionFits { option, format } => lang.format(
                format_args!("{option} goes with --format {format}"),
                format_args!("{option} 只用于 --format {format}"),
            ),
            Self::Advice(warning) => advice(lang, warning),
            Self::NotSigned(vendor) => lang.format(
                format_args!("{vendor} does not sign its replies: there is nothing to verify"),
                format_args!("{vendor} 的答复没有签名，无从验证"),
            ),
            Self::SetVariable(variable) => lang.format(
                format_args!("set {variable}: the signature is made with it"),
                format_args!("请设置 {variable}：签名由它算出"),
            ),
            Self::NobodyAsked => lang.format(
                format_args!(
                    "no vendor was asked; the report says why for each (see `zhixing doctor`)"
                ),
                format_args!("没有查询任何数据商；报告中逐一说明原因（见 `zhixing doctor`）"),
            ),
            Self::NobodyFits => lang.format(
                format_args!(
                    "no vendor can be asked this; what is printed says why for each, and what to give"
                ),
                format_args!("没有数据商能回答这一问题；输出中逐一说明原因及须给出的内容"),
            ),
            Self::NobodyPlanned => lang.format(
                format_args!(
                    "no vendor would be asked; the list says why for each (see `zhixing doctor`)"
                ),
                format_args!("不会查询任何数据商；列表中逐一说明原因（见 `zhixing doctor`）"),
            ),
            Self::Config { place, fault } => fault.text(place, lang),
            Self::HostAstray {
                vendor,
                host,
                credential,
                from_environment,
            } => {
                let places = [
                    (lang.pick("the environment", "环境变量")),
                    (lang.pick("the config file", "配置文件")),
                ];
                let [of_host, of_credential] = if *from_environment {
                    places
                } else {
                    [places[1], places[0]]
                };
                lang.format(
                    format_args!(
                        "{vendor}: its host ({host}) comes from {of_host} and `{credential}` from {of_credential}; a host gets no credential that was not set with it; set both in one place"
                    ),
                    format_args!(
                        "{vendor}：地址 ({host}) 来自{of_host}，而 `{credential}` 来自{of_credential}；凭据只发往与其一同设置的地址；请将两者设在同一处"
                    ),
                )
            }
            Self::File { path, reason } => lang.format(
                format_args!("{path}: {reason}"),
                format_args!("{path}：{reason}"),
            ),
            Self::Port { port, reason } => lang.format(
                format_args!("port {port} of 127.0.0.1: {reason}; without --port a free one is taken"),
                format_args!("127.0.0.1 的端口 {port}：{reason}；不给 --port 则自动选用空闲端口"),
            ),
            Self::Server(reason) => lang.format(
                format_args!("the server stopped: {reason}"),
                format_args!("服务已停止：{reason}"),
            ),
            Self::Scenario(reason) => lang.format(
                format_args!("the scenario cannot be used: {reason}"),
                format_args!("场景文件无法使用：{reason}"),
            ),
            Self::System(reason) => lang.format(
                format_args!("the system refuses what every command needs: {reason}"),
                format_args!("系统拒绝了命令所需的资源：{reason}"),
            ),
            Self::Output(reason) => lang.format(
                format_args!("standard output: {reason}"),
                format_args!("标准输出：{reason}"),
            ),
            Self::NotJson(reason) => lang.format(
                format_args!("the answer could not be written: {reason}"),
                format_args!("结果无法写出：{reason}"),
            ),
            Self::Fault(place) => lang.format(
                format_args!("the command itself broke down at {place}; calls may have been counted"),
                format_args!("命令自身出错（{place}）；调用可能已计费"),
            ),
            Self::Unproven { path, fault } => {
                format!("{path}{}{}", lang.pick(": ", "："), fault.text(lang))
            }
            Self::NoSuchFile => lang
                .pick("there is no such file yet", "该文件尚不存在")
                .to_owned(),
            Self::NoHome => lang.format(
                format_args!("there is no home folder, so no config file; name one with --config"),
                format_args!("没有用户主目录，因此没有配置文件；请用 --config 指定"),
            ),
            Self::Planned { calls, further } => planned(lang, *calls, *further),
            Self::Progress {
                answered,
                waiting,
                seconds,
            } => lang.format(
                format_args!("{answered} answered, waiting for {waiting} ({seconds} s)"),
                format_args!("已答复 {answered}，等待 {waiting}（{seconds} 秒）"),
            ),
            Self::SandboxServes => lang.format(
                format_args!(
                    "sample data; set the variables above in another shell, stop with Ctrl-C"
                ),
                format_args!("示例数据；在另一个终端设置以上变量，按 Ctrl-C 停止"),
            ),
            Self::Interrupted {
                in_flight,
                answered,
            } => interrupted(lang, in_flight, *answered),
        }
    }
}

fn interrupted(lang: Lang, in_flight: &str, answered: u64) -> String {
    let mut text = lang.pick("interrupted", "已中断").to_owned();
    if !in_flight.is_empty() {
        text += &lang.format(
            format_args!("; on its way and perhaps counted: {in_flight}"),
            format_args!("；已发出、可能已计费：{in_flight}"),
        );
    }
    if answered > 0 {
        text += &lang.format(
            format_args!("; answered and not shown: {answered}"),
            format_args!("；已答复但未显示：{answered}"),
        );
    }
    text
}

fn planned(lang: Lang, calls: usize, further: bool) -> String {
    let mut text = lang.format(
        format_args!("Calls that would be made: {calls}. Nothing was sent."),
        format_args!("将产生的调用：{calls} 次。未发出任何请求。"),
    );
    if further {
        text += lang.pick(
            " Each further page is one more call; how many, only the replies say.",
            "其后每页再加一次调用，页数由答复决定。",
        );
    }
    text
}
