//! What to do after a failure, in Chinese.
//!
//! The core says in a word what to do ([`Step`]) and, in English, in a sentence. Here the word is told in Chinese, so that no
//! sentence is read to find out what it means; where the document has advice of its own, its words are Chinese already.

use zhixing::Failure;
use zhixing_core::error::Step;
use zhixing_core::spec::Class;

/// In Chinese, by the step's word. What has none, or one that is not known here, is told in its own sentence.
pub(super) fn in_chinese<'f>(vendor: &str, failure: &'f Failure) -> &'f str {
    let known = match Step::of_word(&failure.step) {
        Some(Step::AsDocumented) => documented(vendor, failure),
        Some(step) => sentence(step),
        None => None,
    };
    known.unwrap_or(&failure.next_step)
}

/// What a vendor's document says of waiting or retrying after this failure, in its own words; where it has none, or they are no
/// advice, what the status asks for by its class.
fn documented(vendor: &str, failure: &Failure) -> Option<&'static str> {
    let vendor = zhixing::vendor(vendor)?.vendor;
    let (advice, class) = match (&failure.code, failure.http_status) {
        (Some(code), _) => {
            let status = vendor.status(code)?;
            (status.advice, status.class)
        }
        (None, http) => {
            let mut all = vendor.http_statuses.iter();
            let status = all.find(|status| Some(status.status) == http)?;
            (status.advice, status.class)
        }
    };
    // qcc's sentence for a pending answer (等待处理中) says what it is and not what to do.
    let verbatim = advice.and_then(|advice| advice.verbatim);
    verbatim
        .filter(|_| class != Class::Pending)
        .or_else(|| sentence(Step::of_class(class)))
}

/// `None` for a step that is newer than this, and for the document's own.
fn sentence(step: Step) -> Option<&'static str> {
    Some(match step {
        Step::Nothing => "无须处理",
        Step::UseDocumentedName => "使用文档中的名称",
        Step::MendParameter => "改正参数；未产生调用",
        Step::TakeHttps => {
            "数据商若提供 https 地址，请改用；否则加 --allow-plain-http-id 以允许明文传输"
        }
        Step::SetVariable => "设置环境变量或写入配置文件",
        Step::CopyCredential => "重新复制凭据，不要带空格或换行",
        Step::MendBaseUrl => "改正地址",
        Step::CheckCredentials => "检查凭据和时钟",
        Step::GiveTransport => "给出传输方式",
        Step::GivePrice => "在预算中给出该接口的价格",
        Step::RaiseBudget => "若值得，提高调用上限（--max-calls）",
        Step::CheckNetwork => "检查网络和地址；未产生调用",
        Step::AskAgain => "再次查询；未产生调用",
        Step::CheckBill => "再次查询前先核对账单：此次调用可能已计费",
        Step::CheckBillAndShowReply => "再次查询前先核对账单，并把原始答复交给数据商",
        Step::CheckProxy => "检查地址以及中间的代理",
        Step::GiveProxyPassword => "在代理的环境变量中给出代理的用户名和密码",
        Step::KeepReply => "保留原始答复；确实需要这么多记录时再提高上限",
        Step::Regenerate => "保留原始答复：数据商改了格式，须按新文档重新生成",
        Step::DoNotUse => "不要使用该答复；核对密钥后询问数据商",
        Step::CheckKey => "检查 key、密钥和时钟",
        Step::CheckKeyAndAddress => "检查 key、密钥和时钟，并询问数据商是否放行本机地址",
        Step::CheckAccount => "检查账号的 key、地址、产品、余额和额度：文档未说明该 HTTP 状态",
        Step::OpenProduct => "请数据商为该账号开通产品或放行地址",
        Step::TopUp => "充值",
        Step::WaitOrBuy => "等待下一周期或购买更多次数",
        Step::SlowDown => "降低频率",
        Step::MendRequest => "改正请求",
        Step::AskAnotherVendor => "改问别的数据商：该数据商不回答这类问题",
        Step::AskLater | Step::AskLaterOrVendor => "稍后再查；若持续，询问数据商",
        Step::AskWhetherItExists => "询问数据商产品是否还在",
        Step::AskWhetherItMay => "询问数据商：该数据可能不得提供",
        Step::AskWhatItMeans => "向数据商询问该状态码的含义",
        Step::RaisePages => "其余各页若值得，可用 `zhixing call` 按页码逐页查询，每页一次调用",
        Step::UseWhatCame => "使用已取得的记录；就翻页询问数据商",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::failure::tests::failure;
    use super::{Step, in_chinese, sentence};

    /// qcc's 199 says 请联系技术客服: "ask again later" would buy the same failure again. Its 205 says
    /// 等待处理中, which is no step.
    #[test]
    fn a_documents_own_advice_stands_before_that_of_the_class() {
        let support = failure("status", Some("199"), Some("server"), "as_documented");
        assert_eq!(in_chinese("qcc", &support), "请联系技术客服");
        let pending = failure("status", Some("205"), Some("pending"), "as_documented");
        assert_eq!(in_chinese("qcc", &pending), "稍后再查；若持续，询问数据商");
    }

    /// qcc's 107: 被禁止的 IP 或者签名错误. What it may mean beside the key is in the step, whatever words the sentence has.
    #[test]
    fn a_code_that_may_mean_the_address_says_so() {
        let failure = failure("status", Some("107"), Some("auth"), "check_key_and_address");
        assert_eq!(
            in_chinese("qcc", &failure),
            "检查 key、密钥和时钟，并询问数据商是否放行本机地址"
        );
    }

    /// A sentence that happens to have the words of another step is still of its own.
    #[test]
    fn the_step_decides_and_not_the_words_of_the_sentence() {
        let mut failure = failure("http", None, None, "give_proxy_password");
        assert_eq!(
            in_chinese("xinshu", &failure),
            "在代理的环境变量中给出代理的用户名和密码"
        );
        failure.step = "check_bill_and_show_reply".into();
        failure.next_step = "show the vendor the proxy's address".into();
        assert_eq!(
            in_chinese("xinshu", &failure),
            "再次查询前先核对账单，并把原始答复交给数据商"
        );
    }

    #[test]
    fn every_step_is_told_in_chinese() {
        for step in Step::ALL.iter().filter(|it| **it != Step::AsDocumented) {
            let told = sentence(*step).unwrap_or_default();
            let chinese = told.chars().filter(|it| ('一'..='龥').contains(it));
            assert!(chinese.count() > 1, "{step:?}: {told}");
        }
    }
}
