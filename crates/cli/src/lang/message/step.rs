//! What to do about it, in the reader's language.

use super::{Answers, Message};
use crate::lang::Lang;

impl Message {
    /// In that language.
    pub(crate) fn next_step(&self, lang: Lang) -> &'static str {
        let (en, zh) = match self {
            Self::NoVendor { .. } => (
                "use one of the vendors that `zhixing vendors` lists",
                "使用 `zhixing vendors` 列出的数据商",
            ),
            Self::NoOperation { .. } => (
                "use one of the operations that `zhixing vendors` lists",
                "使用 `zhixing vendors` 列出的接口",
            ),
            Self::SeveralPatches(_) => (
                "name one by --vendor and --operation, or take the patches from --format json",
                "用 --vendor 和 --operation 指定一个，或从 --format json 中取",
            ),
            Self::ParameterForm(_) => (
                "write it as keyword=…; `zhixing vendors` lists the names",
                "写作 keyword=…；名称见 `zhixing vendors`",
            ),
            Self::BadInstant(_) => (
                "write it as RFC 3339 does, such as 2026-01-31T08:00:00Z",
                "写作 RFC 3339 时间，如 2026-01-31T08:00:00Z",
            ),
            Self::NotACount(_) => (
                "set it to a number of calls, or unset it",
                "设为调用次数，或取消设置",
            ),
            Self::Blank(_) => (
                "give the full name or the number; a variable of the shell may be unset",
                "给出全称或号码；shell 变量可能未设置",
            ),
            Self::DryRunFormat => (
                "take one of the two, or leave --format away",
                "改用其中之一，或不给 --format",
            ),
            Self::OptionFits { .. } => (
                "take that format, or leave the option away",
                "改用该格式，或不给该选项",
            ),
            Self::NotSigned(_) => (
                "keep the reply as it arrived: nothing else tells who wrote it",
                "保留原始答复：此外别无凭证",
            ),
            Self::Advice(_) => (
                "compare the number with where it came from",
                "与号码的出处核对",
            ),
            Self::SetVariable(_) => (
                "set it in the environment or the config file; `zhixing config explain` says what is set",
                "在环境变量或配置文件中设置；`zhixing config explain` 列出已设置的值",
            ),
            Self::NotText(_) => ("set it in UTF-8, or unset it", "以 UTF-8 设置，或取消设置"),
            Self::NobodyAsked | Self::NobodyPlanned => (
                "set the credentials; `zhixing doctor` says which are missing",
                "设置凭据；`zhixing doctor` 列出所缺者",
            ),
            Self::NotReplaced(_) => (
                "mend what kept each source from answering, and ask again",
                "解决各数据源未能答复的原因后再查",
            ),
            Self::NobodyFits | Self::NotAsked { .. } => (
                "give what is missing, or ask other vendors",
                "补上所缺内容，或改问其他数据商",
            ),
            Self::NoHome => ("name one with --config", "用 --config 指定一个"),
            Self::Config { fault, .. } => fault.next_step(),
            Self::HostAstray { .. } => (
                "set both in one place, or the host in both places alike",
                "将两者设在同一处，或两处设同一地址",
            ),
            Self::File { .. } => ("check the path, and who may use it", "核对路径及其权限"),
            Self::Unwritten { .. } => (
                "take the report from standard output; check the path, and who may use it",
                "报告已写到标准输出；核对路径及其权限",
            ),
            Self::Port { .. } => (
                "name another port, or none: then a free one is taken",
                "换一个端口，或不给 --port：自动选用空闲端口",
            ),
            Self::Server(_) => ("start it again", "重新启动"),
            Self::Scenario { .. } => (
                "mend the file; docs/sandbox.md says what may stand in it",
                "改正该文件；可写的内容见 docs/sandbox.md",
            ),
            Self::System(_) => (
                "check the limits of this user and machine",
                "检查该用户和机器的资源限制",
            ),
            Self::Output(_) => ("check where standard output goes", "检查标准输出的去向"),
            Self::Unprinted { path: Some(_), .. } => (
                "take it from that file, which only you can read; check where standard output goes",
                "取用该文件（仅本人可读）；检查标准输出的去向",
            ),
            Self::Unprinted { path: None, .. } => (
                "make room in the working directory before asking again: the calls may have been counted",
                "再次查询前先在当前目录腾出空间：调用可能已计费",
            ),
            Self::NotJson(_) => (
                "report this as a fault of the command",
                "请作为命令的缺陷报告",
            ),
            Self::Fault(_) => (
                "look at the vendors' bills, and report this place as a fault of the command",
                "核对各数据商的账单，并将该位置作为命令的缺陷报告",
            ),
            Self::Kept { path: Some(_), .. } => (
                "keep it until the vendor has said what it is and whether it was counted; only you can read it",
                "在数据商说明其内容及是否计费之前请保留；仅本人可读",
            ),
            Self::Kept { path: None, .. } => (
                "make room in the working directory before asking again: the call may have been counted",
                "再次查询前先在当前目录腾出空间：此次调用可能已计费",
            ),
            Self::Unproven { fault, .. } => fault.next_step(),
            Self::Stored { fault, .. } => fault.next_step(),
            Self::Interrupted {
                in_doubt,
                answered,
                answers,
            } => interrupted(in_doubt.is_empty(), *answered, answers),
        };
        lang.pick(en, zh)
    }
}

/// What was answered was paid for: to run it again would be to buy it again.
fn interrupted(nobody: bool, answered: u64, answers: &Answers) -> (&'static str, &'static str) {
    match answers {
        Answers::Kept(_) if nobody => (
            "take the answer from that file, which only you can read",
            "取用该文件中的答复（仅本人可读）",
        ),
        Answers::Kept(_) => (
            "take the answer from that file, which only you can read; look at the vendor's bill before asking again: the call on its way may have been counted",
            "取用该文件中的答复（仅本人可读）；再次查询前先核对账单：已发出的调用可能已计费",
        ),
        Answers::Reported if nobody => (
            "what was answered is in the report: ask only the others again",
            "已答复的内容在报告中：只需再查其余数据商",
        ),
        Answers::Unseen if nobody && answered == 0 => ("run it again", "重新运行"),
        _ => (
            "look at the vendor's bill before asking again: the call may have been counted",
            "再次查询前先核对账单：此次调用可能已计费",
        ),
    }
}
