//! Words of the command's own tables: headings, states, marks. Those of a report are its form's own.

use super::Lang;

/// A word or a short sentence without values in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    Sample,
    Source,
    Vendor,
    Operation,
    List,
    State,
    Note,
    NotAsked,
    NotSet,
    Parameters,
    Document,
    Environment,
    Host,
    Key,
    Value,
    Origin,
    Check,
    Planned,
    Unusable,
    Path,
    Difference,
    Replies,
    Files,
    NoDrift,
    LeftToYou,
    Fine,
    Info,
    Warning,
    Fault,
}

impl Word {
    /// English, Chinese.
    pub(crate) fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Sample => (
                "SAMPLE DATA from the sandbox (沙箱示例数据): no answer of any vendor",
                "沙箱示例数据 (SAMPLE DATA)：不是任何数据商的答复",
            ),
            Self::Source => ("source", "来源"),
            Self::Vendor => ("vendor", "数据商"),
            Self::Operation => ("operation", "接口"),
            Self::List => ("list", "名单"),
            Self::State => ("state", "状态"),
            Self::Note => ("note", "说明"),
            Self::NotAsked => ("not asked", "未查询"),
            Self::NotSet => ("not set", "未设置"),
            Self::Parameters => ("parameters", "参数"),
            Self::Document => ("document", "文档"),
            Self::Environment => ("environment", "环境变量"),
            Self::Host => ("host", "主机"),
            Self::Key => ("key", "键"),
            Self::Value => ("value", "值"),
            Self::Origin => ("from", "出处"),
            Self::Check => ("check", "检查项"),
            Self::Planned => ("would be asked", "将查询"),
            Self::Unusable => ("COULD NOT BE ASKED", "无法查询"),
            Self::Path => ("path", "路径"),
            Self::Difference => ("difference", "差异"),
            Self::Replies => ("replies", "答复数"),
            Self::Files => ("files", "文件数"),
            Self::NoDrift => ("as the schema describes", "与 schema 相符"),
            Self::LeftToYou => ("left to you:", "留待人工："),
            Self::Fine => ("ok", "正常"),
            Self::Info => ("info", "提示"),
            Self::Warning => ("WARNING", "警告"),
            Self::Fault => ("FAULT", "故障"),
        }
    }

    /// In that language.
    pub(crate) fn text(self, lang: Lang) -> &'static str {
        let (en, zh) = self.both();
        lang.pick(en, zh)
    }
}
