//! Failures in the reader's language.
//!
//! The core's errors are English. In Chinese a failure is composed anew from what it says to machines:
//! its kind, and the documented meaning of a status code, which is Chinese already and verbatim.

use zhixing::{Failure, Reason};

use super::Lang;
use super::detail::detail;

/// What went wrong, in a sentence.
pub(crate) fn message(lang: Lang, vendor: &str, failure: &Failure) -> String {
    match lang {
        Lang::En => failure.message.clone(),
        // Only the next page or call was not sent: those before it were, and they were paid for.
        Lang::Zh if matches!(failure.kind.as_str(), "page_limit" | "budget") => {
            format!("{vendor}：{}", what(vendor, failure))
        }
        Lang::Zh => format!("{vendor}：{}{}", what(vendor, failure), sent(&failure.sent)),
    }
}

/// What to do next.
pub(crate) fn next_step(lang: Lang, failure: &Failure) -> String {
    match lang {
        Lang::En if failure.kind == "identity_number_over_plain_http" => {
            format!("{} (--allow-plain-http-id)", failure.next_step)
        }
        Lang::En => failure.next_step.clone(),
        Lang::Zh => match failure.retry_after_seconds {
            Some(seconds) => format!("等待 {seconds} 秒后再查"),
            None => documented(failure)
                .unwrap_or_else(|| step(failure))
                .to_owned(),
        },
    }
}

/// Why a source was not asked. A reason that is not known here is shown as it is.
pub(crate) fn reason(lang: Lang, reason: &Reason) -> String {
    match (lang, reason) {
        (Lang::Zh, Reason::NotChosen) => "不在指定的数据商之列".to_owned(),
        (Lang::Zh, Reason::NeedsPerson) => "须给出主体名下的人员姓名 (--person)".to_owned(),
        (Lang::Zh, Reason::NeedsIdNumber) => "须给出证件号码 (--id-number)".to_owned(),
        (Lang::Zh, Reason::NeedsParameter { parameter }) => {
            format!("须给出参数 {parameter}，只能用 zhixing call 给出")
        }
        (Lang::Zh, Reason::NotConfigured { variables }) => {
            format!("未配置：缺少 {}", variables.join(", "))
        }
        _ => reason.to_string(),
    }
}

fn what(vendor: &str, failure: &Failure) -> String {
    let with_details = |what: &str| format!("{what}（{}）", detail(&failure.message));
    match failure.kind.as_str() {
        "unknown_operation" => with_details("没有这个接口"),
        "unknown_parameter" => with_details("没有这个参数"),
        "missing_parameter" => with_details("缺少必填参数"),
        "invalid_parameter" => with_details("参数不符合规定"),
        "identity_number_over_plain_http" => {
            with_details("证件号码将以明文传输（plain http），已拒绝")
        }
        "missing_credential" => with_details("缺少凭据"),
        "invalid_credential" => with_details("凭据不可用"),
        "missing_base_url" => with_details("文档未印地址，须从产品页复制"),
        "invalid_base_url" => with_details("地址不可用"),
        "signing" => with_details("请求无法签名"),
        "shape" | "no_status" => with_details("答复的结构与文档不符"),
        "no_transport" => "没有可用的传输方式".into(),
        "transport" => match failure.sent.as_str() {
            "no" => "无法建立连接".into(),
            "in_doubt" => "连接在答复之前中断".into(),
            // The line broke inside the reply, or what came cannot be unpacked.
            _ => format!("答复未能完整读取{}", arrived(failure)),
        },
        "timeout" => format!("超时{}", arrived(failure)),
        "too_large" => format!("答复超出允许的长度{}", arrived(failure)),
        "http" => match http_status(failure) {
            Some(status) => format!("服务器返回 HTTP 错误 {status}"),
            None => with_details("服务器返回 HTTP 错误"),
        },
        "redirect" => "服务器要求转向别处，未跟随".into(),
        "html" => "返回的是网页而不是 JSON".into(),
        "empty_body" => "答复为空".into(),
        "truncated" => "答复不完整".into(),
        "not_json" => "答复不是 JSON".into(),
        "undecodable" => format!("答复中有无法解读的内容{}", arrived(failure)),
        "signature_mismatch" => "答复的签名与内容不符".into(),
        "signature_missing" => "答复缺少文档承诺的签名".into(),
        "page_limit" => "已到页数上限，其余未取".into(),
        "interrupted" => "答复之前已中断".into(),
        "budget" => "已到调用上限，此次调用未发出".into(),
        "repeated_page" => "同一页返回了两次，已停止翻页".into(),
        "status" | "unknown_status" => {
            let code = failure.code.as_deref().unwrap_or_default();
            let documented = zhixing::vendor(vendor).and_then(|entry| entry.vendor.status(code));
            match documented {
                Some(status) => format!("状态码 {code}「{}」", status.meaning),
                None => format!("状态码 {code}，文档中没有"),
            }
        }
        _ => failure.message.clone(),
    }
}

/// What a vendor's document says of waiting or retrying, in its own words, where that is the next step.
fn documented(failure: &Failure) -> Option<&'static str> {
    // qcc's sentence for a pending answer says what it is and not what to do.
    if failure.class.as_deref() == Some("pending") {
        return None;
    }
    let advices = zhixing::VENDORS.iter().flat_map(|entry| {
        let statuses = entry.vendor.statuses.iter().map(|status| status.advice);
        let http = entry.vendor.http_statuses.iter();
        statuses.chain(http.map(|status| status.advice))
    });
    advices
        .flatten()
        .find(|advice| advice.description == failure.next_step)
        .and_then(|advice| advice.verbatim)
}

/// What came of a reply that did not come whole, in brackets; nothing where none had begun.
fn arrived(failure: &Failure) -> String {
    let told = failure.message.rsplit_once("(HTTP ");
    told.map_or_else(String::new, |(_, rest)| {
        format!("（HTTP {}）", rest.trim_end_matches(')'))
    })
}

/// "HTTP 503", as the failure's sentence has it in brackets.
fn http_status(failure: &Failure) -> Option<&str> {
    let (_, rest) = failure.message.rsplit_once("(HTTP ")?;
    let digits = rest.split(',').next()?;
    digits
        .bytes()
        .all(|it| it.is_ascii_digit())
        .then_some(digits)
}

fn sent(sent: &str) -> &'static str {
    match sent {
        "no" => "；未发出请求",
        "in_doubt" => "；不能确定服务器是否收到请求",
        _ => "",
    }
}

fn step(failure: &Failure) -> &str {
    match failure.kind.as_str() {
        "unknown_operation" | "unknown_parameter" => "使用文档中的名称",
        "missing_parameter" | "invalid_parameter" => "改正参数；未产生调用",
        "identity_number_over_plain_http" => {
            "数据商若提供 https 地址，请改用；否则加 --allow-plain-http-id 以允许明文传输"
        }
        "missing_credential" | "missing_base_url" => "设置环境变量或写入配置文件",
        "invalid_credential" => "重新复制凭据，不要带空格或换行",
        "invalid_base_url" => "改正地址",
        "signing" => "检查凭据和时钟",
        "transport" | "timeout" if failure.sent == "no" => "检查网络和地址；未产生调用",
        "interrupted" if failure.sent == "no" => "再次查询；未产生调用",
        "transport" | "timeout" | "too_large" | "interrupted" => {
            "再次查询前先核对账单：此次调用可能已计费"
        }
        "redirect" | "html" => "检查地址以及中间的代理",
        "http" if failure.class.as_deref() == Some("auth") => "检查 key、密钥和时钟",
        "http" if failure.class.as_deref() == Some("permission") => {
            "检查账号的 key、地址、产品、余额和额度：文档未说明该 HTTP 状态"
        }
        "http" if failure.class.as_deref() == Some("rate") => "降低频率",
        "http" if failure.next_step.contains("the proxy's") => {
            "在代理的环境变量中给出代理的用户名和密码"
        }
        "http" | "empty_body" | "truncated" | "not_json" | "undecodable" => {
            "再次查询前先核对账单，并把原始答复交给数据商"
        }
        "no_status" | "shape" => "保留原始答复：数据商改了格式，须按新文档重新生成",
        "signature_mismatch" | "signature_missing" => "不要使用该答复；核对密钥后询问数据商",
        "unknown_status" => "向数据商询问该状态码的含义",
        "page_limit" => "若值得，提高页数上限",
        "budget" => "若值得，提高调用上限（--max-calls）",
        "repeated_page" => "使用已取得的记录；就翻页询问数据商",
        "status" => match failure.class.as_deref() {
            // The sentence of a code that may also mean the address.
            Some("auth") if failure.next_step.contains("address") => {
                "检查 key、密钥和时钟，并询问数据商是否放行本机地址"
            }
            Some("auth") => "检查 key、密钥和时钟",
            Some("permission") => "请数据商为该账号开通产品或放行地址",
            Some("balance") => "充值",
            Some("quota") => "等待下一周期或购买更多次数",
            Some("rate") => "降低频率",
            Some("parameter") => "改正请求",
            Some("unsupported") => "改问别的数据商：该数据商不回答这类问题",
            Some("pending" | "server") => "稍后再查；若持续，询问数据商",
            Some("retired") => "询问数据商产品是否还在",
            Some("blocked") => "询问数据商：该数据可能不得提供",
            _ => &failure.next_step,
        },
        _ => &failure.next_step,
    }
}

#[cfg(test)]
mod tests {
    use super::{Lang, message, next_step};

    fn failure(kind: &str, code: Option<&str>, class: Option<&str>) -> zhixing::Failure {
        let value = serde_json::json!({
            "kind": kind, "code": code, "class": class, "message": "m",
            "sent": "yes", "counted": "unknown", "next_step": "n",
        });
        serde_json::from_value(value).expect("a failure")
    }

    /// Its document: 101 is "Appkey 无效".
    #[test]
    fn a_status_is_told_in_the_documents_own_words() {
        let failure = failure("status", Some("101"), Some("auth"));
        assert_eq!(
            message(Lang::Zh, "qixin", &failure),
            "qixin：状态码 101「Appkey 无效」"
        );
        assert_eq!(message(Lang::En, "qixin", &failure), "m");
        assert_eq!(next_step(Lang::Zh, &failure), "检查 key、密钥和时钟");
    }

    #[test]
    fn what_came_of_a_cut_reply_is_told() {
        let mut failure = failure("transport", None, None);
        assert_eq!(message(Lang::Zh, "qcc", &failure), "qcc：答复未能完整读取");
        failure.message =
            "qcc: the connection broke inside the reply (HTTP 200, 23 bytes, application/json)"
                .into();
        assert_eq!(
            message(Lang::Zh, "qcc", &failure),
            "qcc：答复未能完整读取（HTTP 200, 23 bytes, application/json）"
        );
    }

    /// Pages were bought before the limit was reached: 未发出请求 ("nothing was sent") would be wrong.
    #[test]
    fn a_walk_that_stops_at_its_limit_has_sent_something() {
        let mut failure = failure("page_limit", None, None);
        failure.sent = "no".into();
        assert_eq!(
            message(Lang::Zh, "qixin", &failure),
            "qixin：已到页数上限，其余未取"
        );
    }

    /// Its document: 如果 HTTP 状态码为 502/503,通常为网络不稳定,请忽略再重试.
    #[test]
    fn an_http_error_is_told_without_english_and_retried_where_the_document_says_so() {
        let mut failure = failure("http", None, Some("server"));
        failure.message =
            "xinshu x: the server answered with an HTTP error (HTTP 503, 13 bytes, text/plain)"
                .into();
        failure.next_step = "Ignore it and try again.".into();
        assert_eq!(
            message(Lang::Zh, "xinshu", &failure),
            "xinshu：服务器返回 HTTP 错误 503"
        );
        assert_eq!(next_step(Lang::Zh, &failure), "请忽略再重试");
    }

    /// qcc's 199 says 请联系技术客服: "ask again later" would buy the same failure again. Its 205 says
    /// 等待处理中, which is no step.
    #[test]
    fn a_documents_own_advice_stands_before_that_of_the_class() {
        let mut support = failure("status", Some("199"), Some("server"));
        support.next_step = "Contact the vendor's technical support.".into();
        assert_eq!(next_step(Lang::Zh, &support), "请联系技术客服");
        let mut pending = failure("status", Some("205"), Some("pending"));
        pending.next_step = "The answer is not ready: ask again later (inferred). How long to wait, and whether asking again counts as a new request, is not said.".into();
        assert_eq!(
            next_step(Lang::Zh, &pending),
            "稍后再查；若持续，询问数据商"
        );
    }

    /// qcc's 107: 被禁止的 IP 或者签名错误.
    #[test]
    fn a_code_that_may_mean_the_address_says_so() {
        let mut failure = failure("status", Some("107"), Some("auth"));
        failure.next_step = "check the key, the secret and the clock, and ask the vendor whether this address may call".into();
        assert_eq!(
            next_step(Lang::Zh, &failure),
            "检查 key、密钥和时钟，并询问数据商是否放行本机地址"
        );
    }

    #[test]
    fn a_kind_that_is_new_is_told_rather_than_hidden() {
        let failure = failure("invented", None, None);
        assert_eq!(message(Lang::Zh, "qixin", &failure), "qixin：m");
        assert_eq!(next_step(Lang::Zh, &failure), "n");
    }
}
