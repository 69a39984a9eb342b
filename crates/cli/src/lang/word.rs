//! Words of tables and pages: headings, states, marks.

use zhixing::State;

use super::Lang;

/// A word or a short sentence without values in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    // Marks and headings of a report.
    Sample,
    Sources,
    Records,
    Cases,
    Summary,
    Timeline,
    // Headings of the sources.
    Source,
    Vendor,
    Operation,
    List,
    State,
    Fetched,
    Total,
    Complete,
    Signature,
    OrderNumber,
    Note,
    Calls,
    // What is known of a source.
    Found,
    None,
    Unavailable,
    NotAsked,
    // Signatures.
    Verified,
    Mismatch,
    Unsigned,
    // Answers.
    Yes,
    No,
    NotSet,
    // Headings of a record.
    Lists,
    Subject,
    CaseNumber,
    Court,
    Filed,
    Published,
    Closed,
    AmountYuan,
    OutstandingYuan,
    Performance,
    Standing,
    Ground,
    Obligation,
    Disagreement,
    // Headings of the other commands.
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
    // Findings of the doctor.
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
            Self::Sources => ("Sources", "来源"),
            Self::Records => ("Records", "记录"),
            Self::Cases => ("Cases", "案件"),
            Self::Summary => ("Summary", "概要"),
            Self::Timeline => ("Timeline", "时间线"),
            Self::Source => ("source", "来源"),
            Self::Vendor => ("vendor", "数据商"),
            Self::Operation => ("operation", "接口"),
            Self::List => ("list", "名单"),
            Self::State => ("state", "状态"),
            Self::Fetched => ("fetched", "已取"),
            Self::Total => ("total", "总数"),
            Self::Complete => ("complete", "完整"),
            Self::Signature => ("signature", "签名"),
            Self::OrderNumber => ("order number", "订单号"),
            Self::Note => ("note", "说明"),
            Self::Calls => ("calls", "调用次数"),
            Self::Found => ("found", "有记录"),
            Self::None => ("searched, none", "已查，无记录"),
            Self::Unavailable => ("COULD NOT BE SEARCHED", "未能查询"),
            Self::NotAsked => ("not asked", "未查询"),
            Self::Verified => ("verified", "已验证"),
            Self::Mismatch => ("MISMATCH", "不符"),
            Self::Unsigned => ("unsigned", "无签名"),
            Self::Yes => ("yes", "是"),
            Self::No => ("NO", "否"),
            Self::NotSet => ("not set", "未设置"),
            Self::Lists => ("lists", "名单"),
            Self::Subject => ("subject", "主体"),
            Self::CaseNumber => ("case number", "案号"),
            Self::Court => ("court", "执行法院"),
            Self::Filed => ("filed", "立案日期"),
            Self::Published => ("published", "发布日期"),
            Self::Closed => ("closed", "终本日期"),
            Self::AmountYuan => ("amount (yuan)", "执行标的（元）"),
            Self::OutstandingYuan => ("outstanding (yuan)", "未履行金额（元）"),
            Self::Performance => ("performance", "履行情况"),
            Self::Standing => ("standing", "是否在列"),
            Self::Ground => ("ground", "失信行为"),
            Self::Obligation => ("obligation", "义务"),
            Self::Disagreement => ("sources disagree", "来源不一致"),
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
            Self::Fine => ("ok", "正常"),
            Self::Info => ("info", "提示"),
            Self::Warning => ("WARNING", "警告"),
            Self::Fault => ("FAULT", "故障"),
        }
    }

    /// In that language.
    pub(crate) fn text(self, lang: Lang) -> &'static str {
        lang.pick(self.both())
    }
}

/// What people read of a source's state.
pub(crate) fn state(state: State) -> Word {
    match state {
        State::Found => Word::Found,
        State::None => Word::None,
        State::Unavailable => Word::Unavailable,
        State::NotAsked => Word::NotAsked,
    }
}

/// What people read of a signature.
pub(crate) fn signature(word: &str) -> Option<Word> {
    match word {
        "verified" => Some(Word::Verified),
        "mismatch" => Some(Word::Mismatch),
        "unsigned" => Some(Word::Unsigned),
        _ => None,
    }
}

/// The heading of a record's column by its machine name.
pub(crate) fn column(name: &str) -> Option<Word> {
    Some(match name {
        "vendor" => Word::Vendor,
        "lists" => Word::Lists,
        "subject" => Word::Subject,
        "case_number" => Word::CaseNumber,
        "court" => Word::Court,
        "filed" => Word::Filed,
        "published" => Word::Published,
        "closed" => Word::Closed,
        "amount_yuan" => Word::AmountYuan,
        "outstanding_yuan" => Word::OutstandingYuan,
        "performance" => Word::Performance,
        "standing" => Word::Standing,
        "ground" => Word::Ground,
        "obligation" => Word::Obligation,
        _ => return None,
    })
}
