//! What is wrong, in the reader's language.

use super::{Answers, Message};
use crate::lang::{Lang, advice, failure};

impl Message {
    /// In that language. What to do about it is [`Message::next_step`].
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
                    "--patch holds the change of one schema, and several drifted: {schemas}"
                ),
                format_args!("--patch 只能写一个 schema 的改动，而有多个出现差异：{schemas}"),
            ),
            Self::ParameterForm(place) => lang.format(
                format_args!("parameter {place} is not of the form name=value"),
                format_args!("第 {place} 个参数不是 名称=值 的形式"),
            ),
            Self::BadInstant(reason) => lang.format(
                format_args!("--at: {reason}"),
                format_args!("--at 不是 RFC 3339 时间：{reason}"),
            ),
            Self::NotACount(variable) => lang.format(
                format_args!("{variable} is not a whole number"),
                format_args!("{variable} 不是整数"),
            ),
            Self::Blank(name) => lang.format(
                format_args!("{name} is empty"),
                format_args!("{name} 为空"),
            ),
            Self::DryRunFormat => lang
                .pick(
                    "--dry-run is written as table or json",
                    "--dry-run 只有 table 和 json 两种格式",
                )
                .to_owned(),
            Self::OptionFits { option, format } => lang.format(
                format_args!("{option} goes with --format {format}"),
                format_args!("{option} 只用于 --format {format}"),
            ),
            Self::NotSigned(vendor) => lang.format(
                format_args!("{vendor} does not sign its replies: there is nothing to verify"),
                format_args!("{vendor} 的答复没有签名，无从验证"),
            ),
            Self::Advice(warning) => advice(lang, warning),
            Self::SetVariable(variable) => lang.format(
                format_args!("{variable} is not set: the signature is made with it"),
                format_args!("未设置 {variable}：签名由它算出"),
            ),
            Self::NotText(variable) => lang.format(
                format_args!("{variable} is set, and not in UTF-8"),
                format_args!("已设置 {variable}，但其值不是 UTF-8"),
            ),
            Self::NobodyAsked => lang
                .pick(
                    "no vendor was asked; each source's line says why",
                    "没有查询任何数据商；各数据源的行中说明原因",
                )
                .to_owned(),
            Self::NobodyFits => lang
                .pick(
                    "no vendor can be asked this; what is printed says why for each, and what to give",
                    "没有数据商能回答这一问题；输出中逐一说明原因及须给出的内容",
                )
                .to_owned(),
            Self::NobodyPlanned => lang
                .pick(
                    "no vendor would be asked; the list says why for each",
                    "不会查询任何数据商；列表中逐一说明原因",
                )
                .to_owned(),
            Self::NoHome => lang
                .pick(
                    "there is no home folder, so no config file",
                    "没有用户主目录，因此没有配置文件",
                )
                .to_owned(),
            Self::Config { place, fault } => fault.text(place, lang),
            Self::HostAstray {
                vendor,
                host,
                credential,
                from_environment,
            } => {
                let environment = lang.pick("the environment", "环境变量");
                let file = lang.pick("the config file", "配置文件");
                let (of_host, of_credential) = match from_environment {
                    true => (environment, file),
                    false => (file, environment),
                };
                lang.format(
                    format_args!(
                        "{vendor}: its host ({host}) comes from {of_host} and `{credential}` from {of_credential}; a host gets no credential that was not set with it"
                    ),
                    format_args!(
                        "{vendor}：地址 ({host}) 来自{of_host}，而 `{credential}` 来自{of_credential}；凭据只发往与其一同设置的地址"
                    ),
                )
            }
            Self::File { path, why } | Self::Unwritten { path, why, .. } => of(path, why.text(lang), lang),
            Self::Port { port, why } => {
                let port = lang.format(
                    format_args!("port {port} of 127.0.0.1"),
                    format_args!("127.0.0.1 的端口 {port}"),
                );
                of(&port, why.text(lang), lang)
            }
            Self::Server(why) => of(
                lang.pick("the server stopped", "服务已停止"),
                why.text(lang),
                lang,
            ),
            Self::Scenario { path, reason } => lang.format(
                format_args!("the scenario cannot be used: {path}: {reason}"),
                format_args!("场景文件无法使用：{path}：{reason}"),
            ),
            Self::System(why) => of(
                lang.pick(
                    "the system refuses what every command needs",
                    "系统拒绝了命令所需的资源",
                ),
                why.text(lang),
                lang,
            ),
            Self::Output(why) => of(
                lang.pick("standard output", "标准输出"),
                why.text(lang),
                lang,
            ),
            Self::Unprinted { why, path, .. } => {
                let why = of(lang.pick("standard output", "标准输出"), why.text(lang), lang);
                match path {
                    Some(path) => lang.format(
                        format_args!("{why}; what was answered is in {path}"),
                        format_args!("{why}；答复已存入 {path}"),
                    ),
                    None => lang.format(
                        format_args!("{why}; no file could be written either, so what was answered is lost"),
                        format_args!("{why}；也无法写入文件，答复已丢失"),
                    ),
                }
            }
            Self::NotJson(reason) => lang.format(
                format_args!("the answer could not be written: {reason}"),
                format_args!("结果无法写出：{reason}"),
            ),
            Self::Fault(place) => lang.format(
                format_args!("the command itself broke down at {place}; calls may have been counted"),
                format_args!("命令自身出错（{place}）；调用可能已计费"),
            ),
            Self::NotReplaced(path) => lang.format(
                format_args!("no source answered, so {path} is left as it was"),
                format_args!("没有数据源给出答复，{path} 保持不变"),
            ),
            Self::NotAsked { vendor, reason, .. } => of(vendor, &failure::reason(lang, reason), lang),
            Self::Kept { vendor, path, .. } => match path {
                Some(path) => lang.format(
                    format_args!("{vendor}: the reply as it arrived is in {path}"),
                    format_args!("{vendor}：收到的原始答复已存入 {path}"),
                ),
                None => lang.format(
                    format_args!("{vendor}: no file could be written, so the reply as it arrived is lost"),
                    format_args!("{vendor}：无法写入文件，收到的原始答复已丢失"),
                ),
            },
            Self::Unproven { path, fault } => of(path, &fault.text(lang), lang),
            Self::Stored { path, fault } => of(path, &fault.text(lang), lang),
            Self::Interrupted {
                in_doubt,
                answered,
                answers,
            } => interrupted(lang, in_doubt, *answered, answers),
        }
    }
}

/// What is wrong with something.
fn of(thing: &str, wrong: &str, lang: Lang) -> String {
    format!("{thing}{}{wrong}", lang.pick(": ", "："))
}

fn interrupted(lang: Lang, in_doubt: &str, answered: u64, answers: &Answers) -> String {
    let mut text = lang.pick("interrupted", "已中断").to_owned();
    if !in_doubt.is_empty() {
        text += &lang.format(
            format_args!("; on its way and perhaps counted: {in_doubt}"),
            format_args!("；已发出、可能已计费：{in_doubt}"),
        );
    }
    let unseen = matches!(answers, Answers::Unseen | Answers::Kept(_));
    if unseen && answered > 0 {
        text += &lang.format(
            format_args!("; answered and not shown: {answered}"),
            format_args!("；已答复但未显示：{answered}"),
        );
    }
    if let Answers::Kept(path) = answers {
        text += &lang.format(
            format_args!("; what could not be shown is in {path}"),
            format_args!("；未能显示的内容已存入 {path}"),
        );
    }
    text
}
