//! Every word that a table or a page shows, in English and Chinese side by side.
//!
//! Chinese terms of the field stand in both languages. What machines read (JSON, NDJSON, CSV) never
//! passes through here.

use zhixing::{Listing, SourceReport, State};
use zhixing_core::record::{self, Check, Form, Kind, PartyType, Record, Role};

pub(crate) use crate::lang::Lang;
use crate::lang::failure;

impl Lang {
    /// As HTML names it.
    pub(crate) fn tag(self) -> &'static str {
        self.pick("en", "zh-CN")
    }

    /// What stands between a name and what is said of it.
    pub(crate) fn colon(self) -> &'static str {
        self.pick(": ", "：")
    }

    /// What parts the items of a list.
    pub(crate) fn comma(self) -> &'static str {
        self.pick(", ", "、")
    }
}

macro_rules! words {
    ($($name:ident: $en:literal, $zh:literal;)*) => {
        $(pub(crate) fn $name(lang: Lang) -> &'static str { lang.pick($en, $zh) })*
    };
}

words! {
    sample: "SAMPLE DATA from the sandbox (沙箱示例数据): no answer of any vendor", "沙箱示例数据 (SAMPLE DATA)：不是任何数据商的答复";
    title: "Court enforcement report", "执行信息查询报告";
    person: "with the person", "相关人员";
    id_number: "with an identity number", "证件号码";
    id_number_hidden: "not shown; sent to the vendors whose products take one", "不予显示；只发给接受证件号码的数据商";
    produced: "asked", "查询时间";
    by: "written by", "生成工具";
    conclusion: "Conclusion", "结论";
    warning: "WARNING", "警告";
    sources: "Sources", "来源";
    source: "source", "来源";
    document: "document", "文档";
    state_heading: "state", "状态";
    records_heading: "records", "记录";
    calls: "calls", "调用次数";
    signature_heading: "signature", "签名";
    order_number: "order number", "订单号";
    problem: "problem", "问题";
    next_step: "next step", "下一步";
    timeline: "Timeline of cases", "案件时间线";
    namesakes: "The records were asked for by name: others of the same name are not ruled out.", "以上按名称查得，不排除同名者。";
    same_number: "same number as case", "案号相同的案件";
    undated: "No day that could be read", "没有可识别的日期";
    cases: "Cases", "案件";
    case: "case", "案件";
    no_case_number: "case number not known", "案号不明";
    no_court: "court not known", "法院不明";
    role_heading: "role of the subject", "主体地位";
    vendors: "held by", "数据商";
    field_heading: "field", "字段";
    value_heading: "value", "值";
    said_by: "said by", "来源";
    disagree: "the records differ", "各条记录不一致";
    not_independent: "may share one source: that they agree confirms nothing", "可能同源，彼此一致不构成印证";
    evidence: "Evidence by source", "分来源证据";
    raw_heading: "as sent by the vendor", "数据商原文";
    asked: "asked", "查询参数";
    no_records: "No records from this source.", "该来源无记录。";
    others: "Records of no listed source", "未归入上述来源的记录";
    not_all: "NOT ALL", "未取全";
    unreadable: "could not be read", "无法识别的字段";
    filed: "filed", "立案";
    published: "published", "发布";
    closed: "closed (终本)", "终本";
    full_hint: "Texts cut with … are shown whole by --full.", "以 … 截断的文字可用 --full 查看全文。";
    contents: "Contents", "目录";
}

/// The name of a field of the unified record.
pub(crate) fn field(lang: Lang, name: &str) -> &str {
    let (en, zh) = match name {
        "kinds" => ("lists", "名单"),
        "subject" => ("subject", "主体"),
        "party" => ("party", "当事人"),
        "case_number" => ("case number 案号", "案号"),
        "basis" => ("basis 执行依据", "执行依据"),
        "court" => ("court 执行法院", "执行法院"),
        "authority" => ("basis issued by", "做出执行依据单位"),
        "province" => ("province", "省份"),
        "filed" => ("filed 立案", "立案日期"),
        "published" => ("published 发布", "发布日期"),
        "closed" => ("closed 终本", "终本日期"),
        "amount" => ("amount 执行标的", "执行标的"),
        "outstanding" => ("outstanding 未履行金额", "未履行金额"),
        "ground" => ("ground 失信行为", "失信行为具体情形"),
        "performance" => ("performance 履行情况", "履行情况"),
        "performed_part" => ("performed 已履行", "已履行部分"),
        "unperformed_part" => ("not performed 未履行", "未履行部分"),
        "obligation" => ("obligation 义务", "生效法律文书确定的义务"),
        "standing" => ("standing", "是否在列"),
        "standing_dishonest" => ("standing on 失信被执行人", "失信被执行人是否在列"),
        "standing_enforced" => ("standing on 被执行人", "被执行人是否在列"),
        "standing_consumption_restricted" => ("standing on 限制消费", "限制消费是否在列"),
        "standing_exit_restricted" => ("standing on 限制出境", "限制出境是否在列"),
        "standing_terminated" => ("standing on 终本", "终本是否在列"),
        "case_state" => ("state of the case", "执行状态"),
        "record_id" => ("vendor's key", "数据商记录号"),
        "order_number" => ("order number", "订单号"),
        "vendor_id" => ("vendor's key of the party", "数据商主体号"),
        other => return other,
    };
    lang.pick(en, zh)
}

/// What people read of a source's state. None of these says "clean".
pub(crate) fn state(lang: Lang, state: State) -> &'static str {
    let (en, zh) = match state {
        State::Found => ("found", "有记录"),
        State::None => ("searched, none", "已查，无记录"),
        State::Unavailable => ("COULD NOT BE SEARCHED", "未能查询"),
        State::NotAsked => ("not asked", "未查询"),
    };
    lang.pick(en, zh)
}

/// What people read of a signature.
pub(crate) fn signature(lang: Lang, word: &str) -> &str {
    let (en, zh) = match word {
        "verified" => ("verified", "已验证"),
        "mismatch" => ("MISMATCH", "不符"),
        "unsigned" => ("unsigned", "无签名"),
        other => return other,
    };
    lang.pick(en, zh)
}

/// How much of a source was fetched.
pub(crate) fn fetched(lang: Lang, source: &SourceReport) -> String {
    let count = match (lang, source.total) {
        (Lang::En, Some(total)) => format!("{} of {total}", source.fetched),
        (Lang::Zh, Some(total)) => format!("{} / {total}", source.fetched),
        (_, None) => source.fetched.to_string(),
    };
    match (source.state, source.complete) {
        (State::NotAsked, _) => String::new(),
        (State::Unavailable, _) => "–".to_owned(),
        (_, true) => count,
        (_, false) => format!("{count} {}", not_all(lang)),
    }
}

/// What went wrong with a source, and what to do about it.
pub(crate) fn failure(lang: Lang, source: &SourceReport) -> Option<(String, String)> {
    let error = source.error.as_ref()?;
    let message = failure::message(lang, &source.vendor, error);
    Some((message, failure::next_step(lang, &source.vendor, error)))
}

/// Why a source was not asked.
pub(crate) fn reason(lang: Lang, source: &SourceReport) -> String {
    let reason = source.reason.as_ref();
    reason.map_or_else(String::new, |reason| failure::reason(lang, reason))
}

/// A list, with the Chinese term.
pub(crate) fn kind(lang: Lang, kind: Kind) -> String {
    let english = match kind {
        Kind::Dishonest => "dishonest",
        Kind::Enforced => "enforced against",
        Kind::ConsumptionRestricted => "consumption restricted",
        Kind::ExitRestricted => "exit restricted",
        Kind::Terminated => "round closed",
        _ => return kind.label().to_owned(),
    };
    glossed(lang, kind.label(), english)
}

/// A role, with the Chinese term.
pub(crate) fn role(lang: Lang, role: Role) -> String {
    let english = match role {
        Role::Debtor => "debtor",
        Role::Applicant => "applicant",
        Role::ResponsiblePerson => "responsible person",
        Role::RestrictedPerson => "restricted person",
        _ => return role.label().to_owned(),
    };
    glossed(lang, role.label(), english)
}

fn glossed(lang: Lang, term: &str, english: &str) -> String {
    match lang {
        Lang::En => format!("{term} {english}"),
        Lang::Zh => term.to_owned(),
    }
}

/// Person or organisation; nothing where the vendor does not say.
pub(crate) fn party_type(lang: Lang, party_type: PartyType) -> Option<&'static str> {
    match party_type {
        PartyType::Person => Some(lang.pick("person", "自然人")),
        PartyType::Organisation => Some(lang.pick("organisation", "单位")),
        _ => None,
    }
}

/// The standard of a number.
pub(crate) fn form(lang: Lang, form: Form) -> &'static str {
    let (en, zh) = match form {
        Form::UnifiedSocialCreditCode => ("unified social credit code", "统一社会信用代码"),
        Form::OrganisationCode => ("organisation code", "组织机构代码"),
        Form::IdentityNumber => ("identity number", "公民身份号码"),
        Form::RegistrationNumber => ("registration number", "工商注册号"),
        _ => ("number", "号码"),
    };
    lang.pick(en, zh)
}

/// What the check digit says.
pub(crate) fn check(lang: Lang, check: Check) -> &'static str {
    match check {
        Check::Passed => lang.pick("check digit right", "校验位正确"),
        Check::Failed => lang.pick("CHECK DIGIT WRONG", "校验位不符"),
        Check::NotChecked => lang.pick("not checked", "未校验"),
    }
}

/// Behind a list of a case: what its records say of the case's standing there; nothing where they say nothing.
pub(crate) fn listing(lang: Lang, listing: Listing) -> &'static str {
    let (en, zh) = match listing {
        Listing::Current => (" (published now)", "（在列）"),
        Listing::Withdrawn => (" (withdrawn: history)", "（已撤下，历史）"),
        Listing::Unsettled => (
            " (withdrawn, as some records say and not all)",
            "（有记录称已撤下，并非全部）",
        ),
        _ => return "",
    };
    lang.pick(en, zh)
}

/// The same behind a list of one record.
pub(crate) fn state_on(lang: Lang, record: &Record, kind: Kind) -> &'static str {
    match record.state_on(kind) {
        Some(record::State::Current) => listing(lang, Listing::Current),
        Some(record::State::Withdrawn) => listing(lang, Listing::Withdrawn),
        _ => "",
    }
}

/// Whether a record still stands on its list.
pub(crate) fn standing(lang: Lang, state: record::State) -> &'static str {
    match state {
        record::State::Current => lang.pick("published now", "在列"),
        record::State::Withdrawn => lang.pick("withdrawn: history", "已撤下（历史）"),
        _ => lang.pick(
            "a code that the document does not explain",
            "文档未说明的代码",
        ),
    }
}

/// An amount in yuan. Not with ¥, which is the sign of two currencies.
pub(crate) fn yuan(lang: Lang, digits: &str) -> String {
    format!("{digits} {}", lang.pick("yuan", "元"))
}

/// A value of a case's field, where it is a word of ours and not the vendor's.
pub(crate) fn value<'a>(lang: Lang, field: &str, value: &'a str) -> &'a str {
    match value {
        _ if !field.starts_with("standing_") => value,
        "current" => standing(lang, record::State::Current),
        "withdrawn" => standing(lang, record::State::Withdrawn),
        "unknown" => standing(lang, record::State::Unknown),
        other => other,
    }
}

/// How many records and cases.
pub(crate) fn counts(lang: Lang, records: usize, cases: usize) -> String {
    let plural = |count| if count == 1 { "" } else { "s" };
    match lang {
        Lang::En => format!(
            "{records} record{} in {cases} case{}",
            plural(records),
            plural(cases)
        ),
        Lang::Zh => format!("{records} 条记录，{cases} 个案件"),
    }
}
